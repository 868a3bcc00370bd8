"""A .docx as a reader sees it, through its XML.

Tracked insertions count and deletions do not; content controls, tables, text boxes, headers, footers
and footnotes are read; Word's own numbers are resolved; hidden text is kept apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from toolkit.evidence.bacaan import (
    CATATAN,
    ISI,
    KAKI,
    KEPALA,
    KOTAK,
    Bacaan,
    Gambar,
    Paragraf,
    Sel,
)
from toolkit.evidence.gambar import gambar, kotak
from toolkit.evidence.gaya import Gaya, menyala
from toolkit.evidence.paket import Paket
from toolkit.evidence.penomoran import VAL, Penomoran, W
from toolkit.evidence.terjemahan import tandai

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_LAPIS = {f"{W}{name}" for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "bdo", "dir")}
_HAPUS = {f"{W}del", f"{W}moveFrom"}
_HURUF = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def baca_docx(data: bytes, nama: str) -> Bacaan:
    """Raises `InputError` for what is no sound .docx."""
    paket = Paket(data, nama)
    main = paket.dokumen
    related = paket.relasi(main)

    def part(kind: str) -> Any | None:
        name = next((target for sort, target in related.values() if sort == kind and paket.ada(target)), None)
        return None if name is None else paket.xml(name)

    reader = _Pembaca(Gaya(part("styles")), Penomoran(part("numbering")))
    for kind, where in (("header", KEPALA), ("footer", KAKI)):
        for target in sorted({target for sort, target in related.values() if sort == kind and paket.ada(target)}):
            reader.blocks(paket.xml(target), where, None)
    body = paket.xml(main).find(f"{W}body")
    if body is not None:
        reader.blocks(body, ISI, None)
    notes = part("footnotes")
    for note in notes if notes is not None else ():
        if note.get(f"{W}type") is None:
            reader.blocks(note, CATATAN, None)
    return reader.bacaan(nama)


@dataclass
class _Baris:
    """A paragraph while it is being read."""

    teks: list[str] = field(default_factory=list)
    kotak: list[Any] = field(default_factory=list)
    gambar: list[tuple[str, str]] = field(default_factory=list)
    tebal: list[bool] = field(default_factory=list)
    tersembunyi: list[str] = field(default_factory=list)


class _Pembaca:
    def __init__(self, gaya: Gaya, nomor: Penomoran) -> None:
        self._gaya, self._nomor = gaya, nomor
        self._paragraf: list[Paragraf] = []
        self._gambar: list[Gambar] = []
        self._tersembunyi: list[str] = []
        self._hitung: dict[str, int] = {}
        self._tabel = 0
        self._tertunda = ""
        self._sisipan = self._hapusan = 0
        self._lengkap = True

    def bacaan(self, nama: str) -> Bacaan:
        return Bacaan(
            nama, "docx", tandai(self._paragraf), tuple(self._gambar), tuple(self._tersembunyi), self._sisipan, self._hapusan, self._lengkap,
        )

    def blocks(self, holder: Any, bagian: str, sel: Sel | None) -> None:
        for child in holder:
            if child.tag == f"{W}p":
                self._paragraph(child, bagian, sel)
            elif child.tag == f"{W}tbl":
                self._table(child, bagian)
            elif child.tag in _HAPUS:
                self._hapusan += 1
            elif child.tag == f"{W}altChunk":
                self._lengkap = False
            elif child.tag == f"{W}sdt":
                self.blocks(_content(child), bagian, sel)
            elif child.tag == f"{MC}AlternateContent":
                self.blocks(_chosen(child), bagian, sel)
            elif child.tag in _LAPIS:
                self.blocks(child, bagian, sel)

    def _table(self, table: Any, bagian: str) -> None:
        self._tabel += 1
        number, widths = self._tabel, _widths(table)
        for row, cells in enumerate(_rows(table)):
            column = 0
            for cell in cells:
                span = _span(cell)
                edges = (sum(widths[:column]), sum(widths[: column + span])) if column + span <= len(widths) else (column / len(cells), (column + 1) / len(cells))
                total = sum(widths) if column + span <= len(widths) else 1
                self.blocks(cell, bagian, Sel(number, row, column, edges[0] / total, edges[1] / total))
                column += span

    def _paragraph(self, paragraph: Any, bagian: str, sel: Sel | None) -> None:
        properties = paragraph.find(f"{W}pPr")
        line = _Baris()
        self._runs(paragraph, properties, line)
        self._tersembunyi += [" ".join(one.split()) for one in line.tersembunyi if one.strip()]
        text = self._tertunda + "".join(line.teks)
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._tertunda = text
            return
        self._tertunda = ""
        rata = self._gaya.rata(properties)
        self._gambar += [Gambar(len(self._paragraf), side or _side(rata, sel), words) for side, words in line.gambar]
        label = "" if not text.strip() and line.gambar else self._label(properties)
        self._add(text, label, bagian, sel, rata, bool(line.tebal) and all(line.tebal))
        for box in line.kotak:
            self.blocks(box, KOTAK if bagian == ISI else bagian, None)

    def _add(self, text: str, label: str, bagian: str, sel: Sel | None, rata: str, tebal: bool) -> None:
        whole = f"{label} {text}" if label else text
        if not whole.strip():
            return
        number = self._hitung[bagian] = self._hitung.get(bagian, 0) + 1
        for place, one in enumerate(whole.split("\n")):
            if one.strip():
                self._paragraf.append(Paragraf(bagian, number, one.strip(" "), label if place == 0 else "", sel, None, rata, tebal))

    def _label(self, properties: Any | None) -> str:
        number, level, style = self._gaya.daftar(properties)
        if number in (None, "0"):
            return ""
        if style and level is None:
            named = self._nomor.gaya(style)
            level = named[1] if named else 0
        return self._nomor.label(number, level or 0)

    def _runs(self, holder: Any, properties: Any | None, line: _Baris) -> None:
        for child in holder:
            if child.tag == f"{W}r":
                self._run(child, properties, line)
            elif child.tag in _HAPUS:
                self._hapusan += 1
            elif child.tag in _LAPIS:
                self._sisipan += child.tag in {f"{W}ins", f"{W}moveTo"}
                self._runs(child, properties, line)
            elif child.tag == f"{W}sdt":
                self._runs(_content(child), properties, line)
            elif child.tag == f"{MC}AlternateContent":
                self._runs(_chosen(child), properties, line)
            elif child.tag.startswith(M):
                line.teks += [one.text or "" for one in child.iter(f"{M}t")]

    def _run(self, run: Any, properties: Any | None, line: _Baris) -> None:
        own = run.find(f"{W}rPr")
        hidden = self._gaya.nyala(own, properties, "vanish")
        before = len(line.teks)
        self._inside(run, line)
        written = "".join(line.teks[before:])
        if hidden:
            del line.teks[before:]
            line.tersembunyi.append(written)
        elif written.strip():
            line.tebal.append(self._gaya.nyala(own, properties, "b"))

    def _inside(self, run: Any, line: _Baris) -> None:
        for child in run:
            if child.tag == f"{W}t":
                line.teks.append((child.text or "").replace("\n", " ").replace("\u00ad", "").replace("\u200b", ""))
            elif child.tag in _HURUF:
                line.teks.append(_HURUF[child.tag])
            elif child.tag == f"{W}br":
                line.teks.append("\n" if child.get(f"{W}type", "textWrapping") == "textWrapping" else "")
            elif child.tag == f"{MC}AlternateContent":
                self._inside(_chosen(child), line)
            elif child.tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
                line.gambar += gambar(child)
                line.kotak += kotak(child)


def _content(control: Any) -> Any:
    found = control.find(f"{W}sdtContent")
    return found if found is not None else ()


def _chosen(alternatives: Any) -> Any:
    """One of the alternatives: they say the same, so that reading two would double the text."""
    for tag in (f"{MC}Choice", f"{MC}Fallback"):
        found = alternatives.find(tag)
        if found is not None and len(found):
            return found
    return ()


def _widths(table: Any) -> list[int]:
    grid = table.find(f"{W}tblGrid")
    raw = [] if grid is None else [one.get(f"{W}w", "") for one in grid]
    widths = [int(one) if one.isdecimal() else 0 for one in raw]
    return widths if widths and all(widths) else [1] * len(widths)


def _rows(table: Any) -> list[list[Any]]:
    return [list(_inner(row, f"{W}tc")) for row in _inner(table, f"{W}tr") if not _deleted(row)]


def _inner(holder: Any, tag: str) -> list[Any]:
    """Children of a tag, content controls and insertions around them looked through."""
    found: list[Any] = []
    for child in holder:
        if child.tag == tag:
            found.append(child)
        elif child.tag == f"{W}sdt":
            found += _inner(_content(child), tag)
        elif child.tag in _LAPIS:
            found += _inner(child, tag)
    return found


def _deleted(row: Any) -> bool:
    mark = row.find(f"{W}trPr/{W}del")
    return mark is not None and menyala(mark)


def _span(cell: Any) -> int:
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    text = "1" if found is None else found.get(VAL, "1")
    return max(int(text), 1) if text.isdecimal() else 1


def _side(rata: str, sel: Sel | None) -> str:
    if sel is not None and sel.kanan - sel.kiri < 0.99:
        return "kiri" if sel.tengah < 0.45 else "kanan" if sel.tengah > 0.55 else "tengah"
    return {"center": "tengah", "right": "kanan", "end": "kanan"}.get(rata, "kiri")
