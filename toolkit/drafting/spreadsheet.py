"""Naskah of format xlsx: rows of the context as a sheet, the same bytes for the same input."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from toolkit.drafting.material import Bahan
from toolkit.drafting.nodes import Kosong
from toolkit.drafting.package import CORE, anggota, zip_bytes
from toolkit.drafting.template import Inti, core_xml
from toolkit.errors import DataError

_LEBAR_MAKS = 24


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
    for column in range(1, len(table[0]) + 1):
        widest = max(len(str(line[column - 1])) for line in table)
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = min(widest + 2, _LEBAR_MAKS)


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
    # A text that begins with "=" must stay a text, never become a formula.
    cell.value = str(value)
    cell.data_type = "s"


def settled(data: bytes, inti: Inti) -> bytes:
    """The workbook without the clock: openpyxl writes the hour of saving."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[CORE] = core_xml(inti)
    first = "[Content_Types].xml"
    return zip_bytes(anggota(name, parts[name]) for name in [first, *sorted(parts.keys() - {first})])
