"""The data files as read: values with their places, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from toolkit.drafting.compose import Penyusun
from toolkit.drafting.template import Templat
from toolkit.errors import DataError, InputError
from toolkit.findings import Finding, Layer, Location, Severity, Verdict
from toolkit.library import Library
from toolkit.model import Sop
from toolkit.source import Source, load

JENIS = (("checklist", "checklists"), ("hukum", "checklists/hukum"), ("profil", "templates/profil"), ("klausul", "templates/klausul"))
# The one file of its folder that has a shape of its own.
SENDIRI = {"templates/klausul/komparisi.json": "komparisi"}


@dataclass(frozen=True)
class Berkas:
    """One data file. `nama` is its path within the data folder, `jenis` the schema it answers to;
    `rusak` is why it could not be read."""

    path: Path
    nama: str
    jenis: str
    source: Source | None
    rusak: InputError | None = None

    @property
    def isi(self) -> Any:
        return self.source.value if self.source else None

    def temuan(
        self, rule: str, severity: Severity, pointer: str, message: str, suggestion: str,
        *, basis: tuple[str, ...] = (), langkah: tuple[str, ...] = (),
    ) -> Finding:
        """A finding at a place of this file."""
        at = self.source.position(pointer) if self.source else None
        line, column = at or (None, None)
        place = Location(pointer, Path(self.nama).name, self.nama, line, column)
        return Finding(
            rule, severity, message, basis, Layer.DATA,
            Verdict.TIDAK_SESUAI, suggestion, langkah, place,
        )


def temuan_templat(rule: str, path: Path, message: str, suggestion: str) -> Finding:
    """A finding about a template: it has no lines, only its name."""
    inside = "/".join(path.parts[path.parts.index("templates") :]) if "templates" in path.parts else path.name
    return Finding(rule, Severity.ERROR, message, (), Layer.DATA, suggestion=suggestion, location=Location(None, path.name, inside))


class Juru(Penyusun):
    """Drafts without an agency's paper: what a template says does not depend on it, and each is
    then compiled once."""

    def templat(self, template_id: str, profil_id: str | None) -> Templat:
        return super().templat(template_id, None)


@dataclass(frozen=True)
class Data:
    """All data files that a library sees, an overlay's in place of the package's."""

    library: Library
    semua: tuple[Berkas, ...]

    @classmethod
    def read(cls, library: Library) -> Data:
        return cls(library, tuple(_files(library)))

    def jenis(self, jenis: str) -> Iterator[Berkas]:
        return (one for one in self.semua if one.jenis == jenis)

    def salah(self, berkas: Berkas) -> list[Any]:
        """What the file's schema has against it, as jsonschema tells it."""
        return sorted(self.library.validator(berkas.jenis).iter_errors(berkas.isi), key=lambda one: list(map(str, one.absolute_path)))

    @cached_property
    def checklists(self) -> tuple[Berkas, ...]:
        """Checklists that their schema admits: the others are told of, not reasoned about."""
        return tuple(one for one in self.jenis("checklist") if one.source and not self.salah(one))

    @cached_property
    def juru(self) -> Juru:
        return Juru(self.library)

    @cached_property
    def templat(self) -> tuple[Path, ...]:
        """The templates of naskah, without the shared parts."""
        return tuple(self.library.resources.listing("templates", "*.docx"))

    @cached_property
    def bagian(self) -> tuple[Path, ...]:
        """The parts that templates share."""
        return tuple(self.library.resources.listing("templates/bagian", "*.docx"))

    @cached_property
    def sop(self) -> tuple[tuple[Berkas, Sop], ...]:
        """Checklists as values, those left out whose references lead nowhere."""
        read = []
        for one in self.checklists:
            try:
                read.append((one, self.library.read(one.isi)))
            except DataError:
                continue  # alur-acuan names each broken reference
        return tuple(read)


def _files(library: Library) -> Iterator[Berkas]:
    for jenis, folder in JENIS:
        for path in library.resources.listing(folder, "*.json"):
            yield _read(path, f"{folder}/{path.name}", SENDIRI.get(f"{folder}/{path.name}", jenis))


def _read(path: Path, nama: str, jenis: str) -> Berkas:
    try:
        return Berkas(path, nama, jenis, load(path))
    except InputError as error:
        return Berkas(path, nama, jenis, None, error)
