"""A sheet of an .xlsx as a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.batch.tables import Baris
from toolkit.cells.excel import Workbook, cells, has_formulas, rows
from toolkit.errors import InputError, UsageError

_INTIP = 30


class Excel:
    """One sheet: the one asked for, else the only one that holds anything."""

    judul: tuple[str, ...] | None = None

    def __init__(self, path: Path, sheet: str | None) -> None:
        self.path = path
        names = self._sheets()
        self.lembar = _chosen(path, names, sheet)
        self.rumus = has_formulas(path)

    def baris(self) -> Iterator[Baris]:
        return (Baris(number, values) for number, values in cells(self.path, self.lembar, formulas=self.rumus))

    def _sheets(self) -> dict[str, bool]:
        """Visible sheets, each with whether anything stands in its first rows."""
        with Workbook(self.path, data_only=False) as book:
            visible = [one for one in book.worksheets if one.sheet_state == "visible"]
            return {one.title: any(value is not None for _, values in rows(one, _INTIP) for value in values) for one in visible}


def _chosen(path: Path, names: dict[str, bool], sheet: str | None) -> str:
    if sheet is not None:
        if sheet not in names:
            raise UsageError(f"Lembar {sheet!r} tidak ada dalam {path.name}; yang ada: {', '.join(names)}.")
        return sheet
    filled = [name for name, has in names.items() if has]
    if not filled:
        raise InputError(f"{path} tidak berisi apa-apa; isi judul kolom dan barisnya dahulu.")
    if len(filled) > 1:
        raise UsageError(f"{path.name} berisi beberapa lembar ({', '.join(filled)}); pilih dengan --sheet.")
    return filled[0]
