"""The law as data: topics of `checklists/hukum/`, each value with its article and its dates.

A provision applies to what its `berlaku` names (kinds of cooperation, of naskah, of partner …) and
while it is in force; who asks for a trait that a provision does not mention is not excluded by it.
Shape: `schemas/hukum.schema.json`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.datafiles import read_json
from toolkit.errors import DataError
from toolkit.resources import Resources

FOLDER = "checklists/hukum"


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """One provision. `mulai` and `sampai` are the first and the last day in force (ISO dates);
    None where no end is known, or where the sources do not say when it began."""

    topik: str
    id: str
    berlaku: Mapping[str, tuple[str, ...]]
    dasar: str
    peraturan: str
    mulai: str | None
    sampai: str | None
    isi: Mapping[str, Any]

    def mencakup(self, sifat: Mapping[str, str | None]) -> bool:
        """Whether every `berlaku` key admits the given trait; a trait of None is not given."""
        return all(
            sifat.get(key) is None or sifat[key] in admitted for key, admitted in self.berlaku.items()
        )

    def pada(self, tanggal: str) -> bool:
        """Whether it is in force on a day."""
        return (self.mulai or "") <= tanggal and (self.sampai is None or tanggal <= self.sampai)


class Hukum:
    """Topics read once each, when a rule asks for them."""

    def __init__(self, resources: Resources | None = None) -> None:
        self._resources = resources or Resources()
        self._topik: dict[str, tuple[Ketentuan, ...]] = {}

    def topik(self) -> list[str]:
        """The ids of all topics."""
        return sorted(path.stem for path in self._resources.listing(FOLDER, "*.json"))

    def ketentuan(self, topik: str, *, pada: str | None = None, **sifat: str | None) -> list[Ketentuan]:
        """Provisions of a topic that admit the traits and are in force on `pada` (ISO date; without
        it those that have no end). Raises `DataError` if there is no such topic or it is broken."""
        return [
            one for one in self.semua(topik)
            if one.mencakup(sifat) and (one.pada(pada) if pada else one.sampai is None)
        ]

    def satu(
        self, topik: str, *, pada: str | None = None, kunci: str | None = None, **sifat: str | None
    ) -> Ketentuan | None:
        """The first such provision, of those that speak of `kunci`; the more special ones stand first."""
        found = self.ketentuan(topik, pada=pada, **sifat)
        return next((one for one in found if kunci is None or kunci in one.isi), None)

    def semua(self, topik: str) -> tuple[Ketentuan, ...]:
        """Every provision of a topic, those of the past included."""
        if topik not in self._topik:
            path = self._resources.find(FOLDER, f"{topik}.json")
            if path is None:
                raise DataError(f"Data hukum {topik!r} tidak ada di folder {FOLDER}.")
            self._topik[topik] = read(path)
        return self._topik[topik]


def read(path: Path) -> tuple[Ketentuan, ...]:
    """The provisions of one topic file. Raises `DataError` if it cannot be read as such."""
    try:
        data = read_json(path)
        return tuple(_ketentuan(data["id"], one) for one in data["ketentuan"])
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"Berkas {path} tidak sesuai skema hukum; periksa dengan kerjasama verify.") from error


def _ketentuan(topik: str, data: Mapping[str, Any]) -> Ketentuan:
    return Ketentuan(
        topik,
        data["id"],
        {key: tuple(admitted) for key, admitted in data["berlaku"].items()},
        data["dasar"],
        data["peraturan"],
        data["mulai"],
        data["sampai"],
        data["isi"],
    )
