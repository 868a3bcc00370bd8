"""One event into the trail of a case that is a workbook."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toolkit.errors import InputError
from toolkit.workbook import BARIS_ISI, BARIS_PENUNJUK

JEJAK = "/jejak/*/"


def with_event(path: Path, event: Mapping[str, Any]) -> bytes:
    """The workbook with the event in the first free row of its trail; all other cells as they are.
    Raises `InputError` for a workbook without a sheet for the trail."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    for sheet in book.worksheets:
        columns = {cell.value: cell.column for cell in sheet[BARIS_PENUNJUK] if isinstance(cell.value, str)}
        if f"{JEJAK}langkah" in columns:
            row = _free_row(sheet, list(columns.values()))
            for key, value in event.items():
                cell = sheet.cell(row, columns[f"{JEJAK}{key}"])
                cell.number_format, cell.value = "@", value
            stream = io.BytesIO()
            book.save(stream)
            return stream.getvalue()
    raise InputError(f"Berkas {path} tidak berlembar jejak; buat formulir baru dengan kerjasama new SOP --xlsx.")


def _free_row(sheet: Any, columns: list[int]) -> int:
    filled = (row for row in range(sheet.max_row, BARIS_ISI - 1, -1) if any(sheet.cell(row, column).value is not None for column in columns))
    return next(filled, BARIS_ISI - 1) + 1
