"""Parafs and the texts that they were given on: what changed in the text since."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.comparison import ABAIKAN, Perubahan, banding
from toolkit.evidence.terbaca import NaskahTerbaca
from toolkit.model import Naskah, RantaiParaf
from toolkit.rules.perkara import Perkara

_KUTIPAN = 90


@dataclass(frozen=True, slots=True)
class Diperiksa:
    """A paraf whose text and the text that counts were both there. `perubahan` is empty if they say
    the same."""

    langkah: str
    peristiwa: int
    perubahan: tuple[Perubahan, ...]


def diperiksa(perkara: Perkara, naskah: Naskah, chain: RantaiParaf) -> list[Diperiksa]:
    """The parafs of a chain that can be compared: those whose file (by its sha256) lies in the case's
    folder. What counts is the naskah's own file for the last chain, else the chain's last text."""
    places = {step: place for place, step in perkara.keselarasan.cocok.items() if step in chain.langkah}
    given = [(place, step, text) for step, place in places.items() if (text := _text(perkara, place)) is not None]
    if not given:
        return []
    last = max(given, key=lambda one: one[0])
    counts = _own(perkara, last[0]) if chain is naskah.rantai_paraf[-1] else None
    reference = counts or last[2]
    return [
        Diperiksa(step, place, tuple(banding(text, reference, ABAIKAN))) for place, step, text in sorted(given, key=lambda one: one[0]) if text is not reference
    ]


def tak_terbaca(perkara: Perkara, chain: RantaiParaf) -> dict[str, int]:
    """Steps of a chain, with their events, whose file is there but is a scan, whole or in part."""
    places = {step: place for place, step in perkara.keselarasan.cocok.items() if step in chain.langkah}
    return {step: place for step, place in places.items() if _file(perkara, place) is not None and _text(perkara, place) is None}


def kutipan(perubahan: tuple[Perubahan, ...]) -> str:
    """Where the text changed, with the first change before and after."""
    first = perubahan[0]
    parts = list(dict.fromkeys(one.bagian for one in perubahan))
    what = f"semula “{_short(first.lama)}”, menjadi “{_short(first.baru)}”" if first.jenis == "diubah" else f"{first.jenis} “{_short(first.lama or first.baru)}”"
    others = f"; juga {', '.join(parts[1:4])}" if len(parts) > 1 else ""
    more = f" dan {len(parts) - 4} bagian lain" if len(parts) > 4 else ""
    return f"{parts[0]} ({what}){others}{more}"


def _text(perkara: Perkara, place: int) -> NaskahTerbaca | None:
    found = _file(perkara, place)
    return found if found is not None and found.bacaan.berteks and found.bacaan.lengkap else None


def _file(perkara: Perkara, place: int) -> NaskahTerbaca | None:
    digest = perkara.kerja_sama.jejak[place].sha256
    return perkara.versi.get(digest) if digest else None


def _own(perkara: Perkara, place: int) -> NaskahTerbaca | None:
    """The text of the instance that an event names."""
    named = perkara.kerja_sama.jejak[place].naskah
    numbers = {number for number, one in enumerate(perkara.kerja_sama.naskah) if one.get("id") == named}
    found = (one.naskah for one in perkara.bacaan if one.nomor in numbers and one.naskah is not None and one.naskah.bacaan.berteks)
    return next(found, None)


def _short(text: str) -> str:
    return text if len(text) <= _KUTIPAN else f"{text[: _KUTIPAN - 1]}…"
