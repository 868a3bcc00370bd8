"""Cells of an .xlsx as they stand, row by row.

A formula whose value was never computed reads as nothing, and nothing is an answer too: where a
workbook holds formulas, they are read beside the values, so that none passes for an empty cell.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from toolkit.cells.letters import numbered
from toolkit.cells.values import Sel
from toolkit.errors import InputError
from toolkit.files import reason

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_OLE = b"\xd0\xcf\x11\xe0"
_BLOK = 1 << 20
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]+)(\d+):[A-Z]+(\d+)"')
_ULANG = "Buka di Excel, tunggu sampai terhitung, simpan, lalu ulangi; atau ganti rumus dengan nilainya."


def cells(path: Path, sheet: str, *, formulas: bool) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows of a sheet by their number. Raises `InputError` for what is no workbook."""
    with Workbook(path, data_only=True) as book:
        if not formulas:
            yield from rows(book[sheet])
            return
        with Workbook(path, data_only=False) as other:
            for (number, values), (_, written) in zip(rows(book[sheet]), rows(other[sheet]), strict=False):
                yield number, _with_formulas(values, written)


class Workbook:
    """An open workbook. Raises `InputError` in one sentence for what is none."""

    def __init__(self, path: Path, *, data_only: bool) -> None:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException

        try:
            _require_zip(path)
            self.book: Any = load_workbook(path, read_only=True, data_only=data_only)
        except OSError as error:
            raise InputError(f"{path} tidak dapat dibaca: {reason(error)}.") from error
        except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, SyntaxError) as error:
            raise InputError(f"{path} bukan buku kerja Excel (.xlsx) yang utuh; simpan ulang dari Excel, lalu ulangi.") from error

    def __enter__(self) -> Any:
        return self.book

    def __exit__(self, *_: object) -> None:
        self.book.close()


def _require_zip(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(4)
    if head == _OLE:
        raise InputError(f"{path} berkata sandi atau berformat Excel lama; simpan sebagai .xlsx tanpa kata sandi, lalu ulangi.")


def has_formulas(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name) and _holds(archive, name, (b"<f>", b"<f ")):
                return True
    return False


def _holds(archive: zipfile.ZipFile, name: str, wanted: tuple[bytes, ...]) -> bool:
    tail = b""
    with archive.open(name) as file:
        while block := file.read(_BLOK):
            if any(one in tail + block for one in wanted):
                return True
            tail = block[-4:]
    return False


def merged_below(path: Path, sheet: str) -> dict[tuple[int, int], int]:
    """Cells that are merged downwards: (row, column from 0) of the one that holds the value → last row."""
    with Workbook(path, data_only=True) as book:
        part = book[sheet]._worksheet_path
    with zipfile.ZipFile(path) as archive, archive.open(part) as file:
        found = [match for line in _pieces(file) for match in _MERGED.findall(line)]
    places = ((int(top), numbered(column.decode()) - 1, int(bottom)) for column, top, bottom in found)
    return {(top, column): bottom for top, column, bottom in places if bottom > top}


def _pieces(file: Any) -> Iterator[bytes]:
    """A part's text in pieces that cut no tag in two."""
    rest = b""
    while block := file.read(_BLOK):
        whole, _, rest = (rest + block).rpartition(b"<")
        yield whole
        rest = b"<" + rest
    yield rest


def rows(sheet: Any, last: int | None = None) -> Iterator[tuple[int, tuple[Any, ...]]]:
    sheet.reset_dimensions()  # what a file says of its own size is not always so
    for number, found in enumerate(sheet.iter_rows(max_row=last), 1):
        yield number, tuple(_value(one) for one in found)


def _value(cell: Any) -> Any:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e":
        return Sel(str(value), "Excel tidak dapat menghitungnya", "Betulkan rumusnya, atau ganti dengan nilainya.")
    if isinstance(value, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    if isinstance(value, int) and not isinstance(value, bool):
        # A format such as 0000 shows zeros that the number does not hold.
        zeros = re.fullmatch(r"0{2,}", cell.number_format or "")
        return str(value).zfill(len(zeros[0])) if zeros else value
    return value


def _with_formulas(cells: tuple[Any, ...], written: tuple[Any, ...]) -> tuple[Any, ...]:
    pairs = ((value, str(getattr(source, "text", source))) for value, source in zip(cells, written, strict=False))
    return tuple(
        Sel(source, "rumusnya belum dihitung", _ULANG) if value is None and source.startswith("=") else value
        for value, source in pairs
    )
