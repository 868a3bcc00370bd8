"""A sheet of an .xlsx, read row by row.

A formula whose value was never computed reads as nothing, and nothing means "as in the base case":
where a workbook holds formulas, they are read beside the values, so that none passes for an empty cell.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from toolkit.batch.tables import Baris
from toolkit.cells import Sel
from toolkit.errors import InputError, UsageError
from toolkit.files import reason

_INTIP = 30
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_OLE = b"\xd0\xcf\x11\xe0"
_BLOK = 1 << 20
_ULANG = "Buka di Excel, tunggu sampai terhitung, simpan, lalu ulangi; atau ganti rumus dengan nilainya."


class Excel:
    """One sheet: the one asked for, else the only one that holds anything."""

    judul: tuple[str, ...] | None = None

    def __init__(self, path: Path, sheet: str | None) -> None:
        self.path = path
        names = self._sheets()
        self.lembar = _chosen(path, names, sheet)
        self.rumus = _has_formulas(path)

    def baris(self) -> Iterator[Baris]:
        with _workbook(self.path, data_only=True) as book:
            rows = _rows(book[self.lembar])
            if not self.rumus:
                yield from (Baris(number, cells) for number, cells in rows)
                return
            with _workbook(self.path, data_only=False) as other:
                for (number, cells), (_, written) in zip(rows, _rows(other[self.lembar]), strict=False):
                    yield Baris(number, _with_formulas(cells, written))

    def _sheets(self) -> dict[str, bool]:
        """Visible sheets, each with whether anything stands in its first rows."""
        with _workbook(self.path, data_only=False) as book:
            visible = [one for one in book.worksheets if one.sheet_state == "visible"]
            return {one.title: any(value is not None for _, cells in _rows(one, _INTIP) for value in cells) for one in visible}


class _workbook:
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


def _has_formulas(path: Path) -> bool:
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


def _rows(sheet: Any, last: int | None = None) -> Iterator[tuple[int, tuple[Any, ...]]]:
    sheet.reset_dimensions()  # what a file says of its own size is not always so
    for number, cells in enumerate(sheet.iter_rows(max_row=last), 1):
        yield number, tuple(_value(one) for one in cells)


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
