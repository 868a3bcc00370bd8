"""A sheet of an .xlsx as a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from toolkit.batch.tables import Baris
from toolkit.cells.excel import Workbook, cells, has_formulas, merged_below, rows
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
        self.gabungan = merged_below(path, self.lembar)

    def baris(self) -> Iterator[Baris]:
        """A cell merged over several rows holds for each of them."""
        below: dict[int, tuple[int, Any]] = {}
        for number, values in cells(self.path, self.lembar, formulas=self.rumus):
            if below:
                values = _held(number, values, below)
            yield Baris(number, values)
            below |= {column: (self.gabungan[number, column], value) for column, value in enumerate(values) if (number, column) in self.gabungan}

    def _sheets(self) -> dict[str, bool]:
        """Visible sheets, each with whether anything stands in its first rows."""
        with Workbook(self.path, data_only=False) as book:
            visible = [one for one in book.worksheets if one.sheet_state == "visible"]
            return {one.title: any(value is not None for _, values in rows(one, _INTIP) for value in values) for one in visible}


def _held(number: int, values: tuple[Any, ...], below: dict[int, tuple[int, Any]]) -> tuple[Any, ...]:
    """The row's cells with those merged from above; merges that are over go."""
    for column in [one for one, (last, _) in below.items() if last < number]:
        del below[column]
    width = max(len(values), *(column + 1 for column in below)) if below else len(values)
    wide = (*values, *[None] * (width - len(values)))
    return tuple(below[column][1] if value is None and column in below else value for column, value in enumerate(wide))


def _chosen(path: Path, names: dict[str, bool], sheet: str | None) -> str:
    if sheet is not None:
        same = next((name for name in names if name.casefold() == sheet.strip().casefold()), None)
        if same is None:
            raise UsageError(f"Lembar {sheet!r} tidak ada dalam {path.name}; yang ada: {', '.join(names)}.")
        return same
    filled = [name for name, has in names.items() if has]
    if not filled:
        raise InputError(f"{path} tidak berisi apa-apa; isi judul kolom dan barisnya dahulu.")
    if len(filled) > 1:
        raise UsageError(f"{path.name} berisi beberapa lembar ({', '.join(filled)}); pilih dengan --sheet.")
    return filled[0]
