"""A template's parts as a drafter sees them: paragraphs by number, each under its heading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from toolkit.drafting import tags
from toolkit.drafting.package import Paket
from toolkit.drafting.template import CHANGING, part_name
from toolkit.drafting.xml import Element, P, parse, text_of, w
from toolkit.naming import capital

UTAMA = "word/document.xml"
_HEADINGS = ("judul", "heading", "title")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Masalah:
    """A mistake at its place: the package part, the paragraph's number there, and the sentence."""

    nama: str
    paragraf: int
    tempat: str
    pesan: str

    def __str__(self) -> str:
        return f"{capital(self.tempat)}: {self.pesan}."


class Bagian:
    """One part of a template, cleaned, its tags joined. `cela`: what was wrong in doing so."""

    def __init__(self, nama: str, root: Element) -> None:
        self.nama, self.root = nama, root
        self.paragraf = list(root.iter(P))
        self.cela = list(tags.siapkan(root))

    def masalah(self, element: Element, pesan: str) -> Masalah:
        number = self._number(element)
        return Masalah(self.nama, number, self._place(number), pesan)

    def _number(self, element: Element) -> int:
        """The paragraph of an element: around it, first in it, or last before it."""
        around = element if element.tag == P else next(element.iterancestors(P), None)
        found = around if around is not None else next(element.iter(P), None)
        if found is None:
            found = next(element.itersiblings(P, preceding=True), None)
        return self.paragraf.index(found) + 1 if found is not None else len(self.paragraf)

    def _place(self, number: int) -> str:
        label = part_name(self.nama)
        place = f"{label}, paragraf {number}" if label else f"paragraf {number}"
        if not number:
            return label or "templat"
        text, before = _shown(self.paragraf[number - 1]), self._heading(number)
        return place + (f" (“{text}”)" if text else "") + (f" {before}" if before else "")

    def _heading(self, number: int) -> str:
        """The nearest heading above, or, without one, the nearest paragraph that says something."""
        above = [one for one in reversed(self.paragraf[: number - 1]) if _shown(one)]
        heading = next((one for one in above if _is_heading(one)), None)
        if heading is not None:
            return f"di bawah judul “{_shown(heading)}”"
        return f"sesudah “{_shown(above[0])}”" if above else ""


def _is_heading(paragraph: Element) -> bool:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    outlined = paragraph.find(f"{w('pPr')}/{w('outlineLvl')}") is not None
    name = str(style.get(w("val"))).lower() if style is not None else ""
    return outlined or any(one in name for one in _HEADINGS)


def _shown(paragraph: Element) -> str:
    text = " ".join(text_of(paragraph).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def bagian(path: Path) -> tuple[Bagian, ...]:
    """The parts of a template that hold text, the body first. Raises `DataError` if unreadable."""
    try:
        seen = path.stat()
    except OSError:
        return _bagian(path, 0, 0)
    return _bagian(path, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=256)
def _bagian(path: Path, changed: int, size: int) -> tuple[Bagian, ...]:
    """A file is read once as long as it stays what it is."""
    paket = Paket(path)
    names = sorted((one for one in paket.parts if CHANGING.match(one)), key=lambda one: (one != UTAMA, one))
    return tuple(Bagian(name, parse(paket.parts[name], name)) for name in names)


def gaya(path: Path) -> Element | None:
    """The styles of a template."""
    data = Paket(path).parts.get("word/styles.xml")
    return parse(data, "word/styles.xml") if data is not None else None
