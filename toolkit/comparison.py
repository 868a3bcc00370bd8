"""What changed between two texts of a naskah, by Pasal and paragraph.

A text is compared as what it says: capitals, spaces, kinds of dashes and line breaks are no change, so
that a DOCX and the PDF printed from it are equal. What is written in at the signing (number, date,
place) and paraf boxes can be masked; what is left is what a paraf binds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from toolkit.evidence.terbaca import NaskahTerbaca

ABAIKAN = ("nomor", "tanggal", "tempat", "paraf")
_NOMOR = re.compile(r"^(?:nomor|no\.)\b[^:]{0,40}:.*$", re.IGNORECASE)
_TEMPAT = re.compile(r"(\bdi\s?tandatangani\s+di\s+|\bbertempat\s+di\s+)(.+?)(?=\s+pada\b|,|\.|\s+dalam\b|\s+kami\b|$)", re.IGNORECASE)
_TANGGAL = re.compile(r"^tanggal\s*:.*$", re.IGNORECASE)
_PARAF = re.compile(r"^paraf\b.{0,80}$|^[\s._…|/-]+$", re.IGNORECASE)
_TANDA = str.maketrans({"–": "-", "—": "-", "‑": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
_MIRIP = 0.5


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph with its place for a reader; `padat` is what is compared."""

    teks: str
    tempat: str
    padat: str


@dataclass(frozen=True, slots=True)
class Bagian:
    """An article, or the opening, the closing or an attachment."""

    nama: str
    kunci: str
    alinea: tuple[Alinea, ...]


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One change; `lama` or `baru` is empty for what was added or taken out."""

    bagian: str
    tempat: str
    lama: str
    baru: str

    @property
    def jenis(self) -> str:
        if not self.lama:
            return "ditambah"
        return "diubah" if self.baru else "dihapus"


def banding(lama: NaskahTerbaca, baru: NaskahTerbaca, abaikan: Iterable[str] = ()) -> list[Perubahan]:
    """The changes from one text to the other, in reading order; empty if they say the same."""
    masked = frozenset(abaikan)
    one, two = bagian(lama, masked), bagian(baru, masked)
    if _joined(one) == _joined(two):
        return []
    loose = lama.bacaan.jenis != baru.bacaan.jenis
    return [change for before, after in _pairs(one, two) for change in _changes(before, after, loose)]


def bagian(naskah: NaskahTerbaca, abaikan: frozenset[str]) -> list[Bagian]:
    """The text as parts, what is masked left out."""
    begin, end = naskah.batang
    parts = [_part(naskah, "Pembuka", "pembuka", range(begin), abaikan)]
    for article in naskah.pasal:
        key = padat(article.judul) or padat(article.tulisan)
        name = f"{article.tulisan} {article.judul}".strip()
        parts.append(_part(naskah, name, f"pasal:{key}", range(article.awal, article.akhir), abaikan))
    attached = naskah.lampiran if naskah.lampiran is not None else len(naskah.isi)
    parts.append(_part(naskah, "Penutup dan tanda tangan", "penutup", range(end, max(attached, end)), abaikan))
    parts.append(_part(naskah, "Lampiran", "lampiran", range(attached, len(naskah.isi)), abaikan))
    return [one for one in parts if one.alinea]


def padat(text: str) -> str:
    """What is compared of a text."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text.translate(_TANDA).casefold())


def _part(naskah: NaskahTerbaca, name: str, key: str, places: range, masked: frozenset[str]) -> Bagian:
    lines = ((place, _masked(naskah, place, masked)) for place in places)
    return Bagian(name, key, tuple(Alinea(text, naskah.tempat(place), padat(text)) for place, text in lines if text))


def _masked(naskah: NaskahTerbaca, place: int, masked: frozenset[str]) -> str:
    text = naskah.isi[place].rapi
    outside = naskah.pasal_pada(place) is None
    dropped = (("nomor", _NOMOR), ("tanggal", _TANGGAL), ("paraf", _PARAF))
    if outside and any(what in masked and pattern.match(text) for what, pattern in dropped):
        return ""
    opening = naskah.pembuka
    if "tanggal" in masked and opening is not None and place == opening.paragraf:
        text = text.replace(" ".join(opening.teks.split()), "‹tanggal›")
    return _TEMPAT.sub(r"\1‹tempat›", text) if outside and "tempat" in masked else text


def _joined(parts: Sequence[Bagian]) -> str:
    return "".join(line.padat for part in parts for line in part.alinea)


def _pairs(one: Sequence[Bagian], two: Sequence[Bagian]) -> Iterator[tuple[Bagian | None, Bagian | None]]:
    """Parts that belong together: by title, else by what they say; the others stand alone."""
    matcher = SequenceMatcher(None, [part.kunci for part in one], [part.kunci for part in two], autojunk=False)
    for kind, begin, end, start, stop in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(one[begin:end], two[start:stop], strict=True)
        else:
            yield from _alike(list(one[begin:end]), list(two[start:stop]))


def _alike(one: list[Bagian], two: list[Bagian]) -> Iterator[tuple[Bagian | None, Bagian | None]]:
    for after in two:
        before = max(one, key=lambda part: _ratio(_joined([part]), _joined([after])), default=None)
        if before is not None and _ratio(_joined([before]), _joined([after])) >= _MIRIP:
            skipped = one[: one.index(before)]
            yield from ((part, None) for part in skipped)
            del one[: len(skipped) + 1]
            yield before, after
        else:
            yield None, after
    yield from ((part, None) for part in one)


def _ratio(one: str, two: str) -> float:
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _MIRIP and matcher.quick_ratio() >= _MIRIP else 0.0


def _changes(before: Bagian | None, after: Bagian | None, loose: bool) -> Iterator[Perubahan]:
    name = _name(before, after)
    old, new = before.alinea if before else (), after.alinea if after else ()
    if "".join(line.padat for line in old) == "".join(line.padat for line in new):
        return
    if loose and before and after and not before.kunci.startswith("pasal:"):
        yield from _words(name, old, new)
        return
    matcher = SequenceMatcher(None, [line.padat for line in old], [line.padat for line in new], autojunk=False)
    for kind, begin, end, start, stop in matcher.get_opcodes():
        if kind != "equal":
            yield from _replaced(name, old[begin:end], new[start:stop])


def _words(name: str, old: Sequence[Alinea], new: Sequence[Alinea]) -> Iterator[Perubahan]:
    """Tables and signatures in Word and in a PDF: their cells come in another order, so that only
    their words can be compared."""
    one, two = (Counter(_tokens(lines)) for lines in (old, new))
    gone, come = (" ".join((these - those).elements()) for these, those in ((one, two), (two, one)))
    if padat(gone) != padat(come):
        yield Perubahan(name, new[0].tempat, gone, come)


def _tokens(lines: Sequence[Alinea]) -> list[str]:
    words = re.split(r"[\s-]+", " ".join(line.teks for line in lines).translate(_TANDA).casefold())
    return [word for word in words if word]


def _name(before: Bagian | None, after: Bagian | None) -> str:
    names = list(dict.fromkeys(part.nama for part in (before, after) if part is not None))
    return " menjadi ".join(names)


def _replaced(name: str, old: Sequence[Alinea], new: Sequence[Alinea]) -> Iterator[Perubahan]:
    """A run of changed paragraphs, those that resemble each other side by side."""
    if "".join(line.padat for line in old) == "".join(line.padat for line in new):
        return
    rest = list(old)
    for line in new:
        match = next((other for other in rest if _ratio(other.padat, line.padat) >= _MIRIP), None)
        if match is None:
            yield Perubahan(name, line.tempat, "", line.teks)
            continue
        for gone in rest[: rest.index(match)]:
            yield Perubahan(name, gone.tempat, gone.teks, "")
        rest = rest[rest.index(match) + 1:]
        if match.padat != line.padat:
            yield Perubahan(name, line.tempat, match.teks, line.teks)
    yield from (Perubahan(name, gone.tempat, gone.teks, "") for gone in rest)


def kata_berubah(lama: str, baru: str) -> list[tuple[str, str]]:
    """Words of a changed paragraph in order: ("sama" | "hapus" | "tambah", words)."""
    one, two = lama.split(), baru.split()
    found: list[tuple[str, str]] = []
    matcher = SequenceMatcher(None, [padat(word) for word in one], [padat(word) for word in two], autojunk=False)
    for kind, begin, end, start, stop in matcher.get_opcodes():
        if kind == "equal":
            found.append(("sama", " ".join(two[start:stop])))
        else:
            found += [(mark, " ".join(words)) for mark, words in (("hapus", one[begin:end]), ("tambah", two[start:stop])) if words]
    return found
