"""Data as rows of cells: a sheet of a workbook, a CSV file, a file of JSON lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from toolkit.errors import InputError, UsageError

ENDINGS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt", ".jsonl", ".ndjson")
OLD = (".xls", ".ods", ".numbers")


@dataclass(frozen=True, slots=True)
class Baris:
    """One row: its number as the sheet shows it, its cells, and why it cannot be read, if so."""

    nomor: int
    sel: tuple[Any, ...]
    galat: str | None = None

    @property
    def kosong(self) -> bool:
        return self.galat is None and all(one is None or (isinstance(one, str) and not one.strip()) for one in self.sel)


class Tabel(Protocol):
    """A source of rows that can be read more than once. `judul` is None where the headings stand
    in one of the first rows, else the headings themselves (the keys of JSON lines)."""

    @property
    def lembar(self) -> str | None: ...
    @property
    def judul(self) -> tuple[str, ...] | None: ...

    def baris(self) -> Iterator[Baris]: ...


def open_table(path: Path, sheet: str | None) -> Tabel:
    """The table in a file. Raises `InputError` for what is none, `UsageError` for a sheet that it
    does not have."""
    kind = path.suffix.casefold()
    if kind in OLD:
        raise InputError(f"{path} berformat {kind}; simpan dahulu sebagai .xlsx (Simpan Sebagai, Excel Workbook), lalu ulangi.")
    if kind not in ENDINGS:
        raise InputError(f"{path} bukan lembar data yang dikenal; pakai .xlsx, .csv, .jsonl, atau folder berisi berkas kerja sama.")
    if kind in (".xlsx", ".xlsm"):
        from toolkit.batch.excel import Excel

        return Excel(path, sheet)
    if sheet is not None:
        raise UsageError(f"Opsi --sheet hanya untuk .xlsx; {path.name} tidak berlembar.")
    if kind in (".jsonl", ".ndjson"):
        from toolkit.batch.lines import JsonLines

        return JsonLines(path)
    from toolkit.batch.delimited import Csv

    return Csv(path)
