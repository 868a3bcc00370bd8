"""Naskah of format xlsx: rows of the context as a sheet, the same bytes for the same input."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from toolkit.drafting.material import Bahan
from toolkit.drafting.nodes import Kosong
from toolkit.drafting.package import CORE, anggota, zip_bytes
from toolkit.drafting.template import Inti, core_xml
from toolkit.errors import DataError

_LEBAR_MAKS, _LEBAR_URAIAN, _URAIAN = 24, 48, 240
_TANGGAL = re.compile(r"\d{4}-\d{2}-\d{2}")
_TAHUN_AWAL = 1900
_TINGGI_BARIS = 13.5


def lembar_kerja(bahan: Bahan, inti: Inti) -> bytes:
    """The workbook that `data.lembar` describes (one sheet or several)."""
    from openpyxl import Workbook

    described = bahan.naskah.data.get("lembar")
    if not described:
        raise DataError(f"Naskah {bahan.naskah.id} berformat xlsx tetapi data.lembar tidak ada dalam checklist.")
    book = Workbook()
    book.remove(book.active)
    for sheet in described if isinstance(described, list) else [described]:
        _fill(book.create_sheet(_sheet_name(sheet["judul"])), sheet, bahan)
    stream = io.BytesIO()
    book.save(stream)
    return settled(stream.getvalue(), inti)


def _sheet_name(title: str) -> str:
    return "".join(one for one in title if one not in "[]:*?/\\")[:31]


def _fill(sheet: Any, described: Mapping[str, Any], bahan: Bahan) -> None:
    from openpyxl.styles import Alignment, Font

    table = [[title for title, _ in described["kolom"]]]
    rows = bahan.teks(described["baris"])
    for row in rows if not isinstance(rows, Kosong) else list(rows):
        table.append([bahan.teks(text, baris=row) for _, text in described["kolom"]])
    for line, values in enumerate(table, 1):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(line, column)
            _write(cell, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=line == 1)
    sheet.freeze_panes = "A2"
    _lay_out(sheet)
    widths = [_width(max(len(str(one)) for one in column)) for column in zip(*table, strict=True)]
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[sheet.cell(1, number).column_letter].width = width
    for number, values in enumerate(table, 1):
        tinggikan(sheet, number, zip(map(str, values), widths, strict=True))


def _width(longest: int) -> int:
    return min(longest + 2, _LEBAR_MAKS if longest < _URAIAN else _LEBAR_URAIAN)


def tinggikan(sheet: Any, row: int, texts: Iterable[tuple[str, float]]) -> None:
    """Room for wrapped texts in columns of these widths: not every office suite makes it by itself.
    A row of one line is left to grow with what is typed."""
    lines = max((sum(1 + int(len(line) / width) for line in text.split("\n")) for text, width in texts), default=1)
    if lines > 1:
        sheet.row_dimensions[row].height = lines * _TINGGI_BARIS


def _lay_out(sheet: Any) -> None:
    """On paper: A4 lying, all columns on one page, the titles on each."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _write(cell: Any, value: Any) -> None:
    if isinstance(value, int) and not isinstance(value, bool):
        cell.value = value
        return
    text, day = str(value), _hari(str(value))
    if day is not None:
        cell.value, cell.number_format = day, "dd-mm-yyyy"
        return
    # A text that begins with "=" must stay a text, never become a formula.
    cell.value = text
    cell.data_type = "s"


def _hari(text: str) -> date | None:
    """The day that a text is; a spreadsheet knows none before 1900."""
    try:
        day = date.fromisoformat(text) if _TANGGAL.fullmatch(text) else None
    except ValueError:
        return None
    return day if day and day.year >= _TAHUN_AWAL else None


def settled(data: bytes, inti: Inti) -> bytes:
    """The workbook without the clock: openpyxl writes the hour of saving."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[CORE] = core_xml(inti)
    first = "[Content_Types].xml"
    return zip_bytes(anggota(name, parts[name]) for name in [first, *sorted(parts.keys() - {first})])
