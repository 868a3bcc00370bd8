"""A case kept as a workbook: read back as the facts it holds, each fact with its sheet and cell.

Two kinds of sheets, known by what stands in their second row, wherever a person has moved them:
*isian* has one fact per row, its pointer in the column headed `Penunjuk`; *tabel* has one item of an
array per row, the pointer of each column in row two. `form` writes them; other sheets are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from toolkit.cells import Tolak, empty, read_cell, shown_cell
from toolkit.cells.dates import Urutan
from toolkit.cells.leaves import places, writable
from toolkit.cells.letters import lettered
from toolkit.cells.placing import Lapisan
from toolkit.conditions import facts, unescape
from toolkit.errors import InputError
from toolkit.findings import Finding
from toolkit.library import Library
from toolkit.naming import capital, name
from toolkit.references import fault
from toolkit.source import Source

AKHIRAN = (".xlsx", ".xlsm")
PENUNJUK = "Penunjuk"
ISI = "Isi"
BARIS_PENUNJUK, BARIS_ISI = 2, 5
Skema = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Letak:
    """A cell: its sheet, row and column (from 1)."""

    lembar: str
    baris: int
    kolom: int

    def __str__(self) -> str:
        return f"{self.lembar}!{lettered(self.kolom)}{self.baris}"


@dataclass(frozen=True)
class Buku(Source):
    """The facts of a workbook. `salah` is what its cells refuse; positions are rows and columns."""

    letak: Mapping[str, Letak] = field(default_factory=dict)
    salah: tuple[Finding, ...] = ()

    def position(self, pointer: str) -> tuple[int, int]:
        found = self.cell(pointer)
        return (found.baris, found.kolom) if found else (1, 1)

    def cell(self, pointer: str) -> Letak | None:
        """The cell of a fact, also of an empty one; else of the nearest thing that holds it."""
        while pointer and pointer not in self.letak:
            pointer = pointer.rpartition("/")[0]
        return self.letak.get(pointer)


def is_workbook(path: Path) -> bool:
    return path.suffix.casefold() in AKHIRAN


def load_workbook(path: Path, library: Library) -> Buku:
    """Raises `InputError` in one sentence for what is no workbook, or none of this form."""
    from toolkit.cells.excel import Workbook, cells, has_formulas

    reader = _Pembaca(library)
    with Workbook(path, data_only=True) as book:
        titles = [one.title for one in book.worksheets]
    formulas = has_formulas(path)
    for title in titles:
        reader.sheet(title, list(cells(path, title, formulas=formulas)))
    if not reader.letak:
        raise InputError(f"Berkas {path} bukan formulir kerja sama; buat dengan kerjasama new SOP --xlsx {path.name}.")
    return Buku("", str(path), reader.data(), letak=reader.letak, salah=tuple(reader.salah))


class _Pembaca:
    """Collects facts, their cells, and what cannot be read."""

    def __init__(self, library: Library) -> None:
        self.library, self.root = library, library.schema("kerja-sama")
        self.letak: dict[str, Letak] = {}
        self.salah: list[Finding] = []
        self._layer = Lapisan({"versi": 1})
        self._later: list[tuple[str, Letak, Any]] = []
        self._keys: dict[str, None] = {}
        self._items: list[str] = []

    def data(self) -> dict[str, Any]:
        """The case. The SOP's own facts are read last, when the SOP is known."""
        everything = _everything(self.root)
        known = {pointer: schema for pointer, schema in everything.items() if writable(self.root, schema)}
        own = self.library.resources.find("schemas", f"{self._layer.data.get('sop')}.schema.json")
        if own is not None:
            special = self.library.schema(str(self._layer.data["sop"]))
            known |= {pointer: schema for pointer, schema in _everything(special, "/khusus").items() if writable(special, schema)}
        orders = _orders(self._later, known)
        for pointer, place, value in self._later:
            self._read(pointer, place, value, known, orders)
        for item in self._items:
            self._complete(item, everything)
        return self._layer.dense(self._keys)

    def sheet(self, title: str, rows: Sequence[tuple[int, tuple[Any, ...]]]) -> None:
        known = dict(rows)
        second = known.get(BARIS_PENUNJUK, ())
        if PENUNJUK in second and ISI in second:
            self._facts(title, rows, second.index(PENUNJUK), second.index(ISI))
        elif any(isinstance(one, str) and one.startswith("/") and "/*" in one for one in second):
            self._table(title, rows, second)

    def _facts(self, title: str, rows: Sequence[tuple[int, tuple[Any, ...]]], pointers: int, values: int) -> None:
        for number, found in rows:
            pointer = found[pointers] if len(found) > pointers else None
            if number > BARIS_PENUNJUK and isinstance(pointer, str) and pointer.startswith("/"):
                self._take(pointer.strip(), Letak(title, number, values + 1), found[values])

    def _table(self, title: str, rows: Sequence[tuple[int, tuple[Any, ...]]], second: Sequence[Any]) -> None:
        columns = {place: one.strip() for place, one in enumerate(second) if isinstance(one, str) and one.startswith("/")}
        numbers = {place: one for place, one in columns.items() if one.endswith("/*")}
        array = _array(columns.values())
        self.letak.setdefault(re.sub(r"/\*(?=/).*", "", array).removesuffix("/*"), Letak(title, BARIS_ISI - 1, 1))
        counts: dict[tuple[int, ...], int] = {}
        for number, found in rows:
            filled = number >= BARIS_ISI and any(not empty(found[place]) for place in columns if place < len(found) and place not in numbers)
            if filled:
                self._row(title, number, found, columns, numbers, array, counts)

    def _row(
        self, title: str, number: int, found: Sequence[Any], columns: Mapping[int, str], numbers: Mapping[int, str], array: str, counts: dict[tuple[int, ...], int]
    ) -> None:
        """One item: the numbers of the items that hold it stand in columns of their own."""
        above = []
        for place, pattern in sorted(numbers.items(), key=lambda one: one[1].count("*")):
            value = found[place] if place < len(found) else None
            if not isinstance(value, int) or value < 1:
                self._wrong(f"/{pattern.split('/')[1]}", Letak(title, number, place + 1), value, Tolak("berupa nomor urut butir yang memuatnya", "Tulis nomornya, misalnya 1.", ""))
                return
            above.append(value - 1)
        counts[tuple(above)] = counts.get(tuple(above), -1) + 1
        here = [*above, counts[tuple(above)]]
        item = _numbered(array, here)
        self.letak[item] = Letak(title, number, 1)
        self._layer.put(item.split("/")[1:], {})
        self._items.append(item)
        self._keys[item.split("/")[1]] = None
        for place, pattern in columns.items():
            if place not in numbers:
                self._take(_numbered(pattern, here), Letak(title, number, place + 1), found[place] if place < len(found) else None)

    def _take(self, pointer: str, place: Letak, value: Any) -> None:
        self.letak[pointer] = place
        key = unescape(pointer.split("/")[1])
        self.letak.setdefault(f"/{pointer.split('/')[1]}", Letak(place.lembar, 1, 1))
        if empty(value, unescape(pointer.rpartition("/")[2])):
            return
        self._keys[key] = None
        if key in ("sop", "id", "versi"):
            self._layer.put([key], str(value).strip() if key != "versi" else value)
        else:
            self._later.append((pointer, place, value))

    def _read(self, pointer: str, place: Letak, value: Any, known: Skema, orders: Mapping[str, Urutan]) -> None:
        parts = [unescape(one) for one in pointer.split("/")[1:]]
        pattern = general(pointer)
        schema = known.get(pattern, {"type": "string"})
        try:
            read = read_cell(value, schema, self.root, parts[-1], orders.get(pattern), form=True)
        except Tolak as error:
            self._wrong(pointer, place, value, error)
            return
        self._layer.put(parts, read)

    def _complete(self, item: str, known: Skema) -> None:
        """A name that a row has not given yet is an empty text, as in a new case: not answered."""
        parts, pattern = item.split("/")[1:], general(item)
        here = facts(self._layer.data, item)[0].value
        for key in known.get(pattern, {}).get("required", ()):
            schema = known.get(f"{pattern}/{key}", {})
            if key not in here and schema.get("type") == "string" and not schema.keys() & {"pattern", "enum", "format", "minLength"}:
                self._layer.put([*parts, key], "")

    def _wrong(self, pointer: str, place: Letak, value: Any, error: Tolak) -> None:
        why = f" ({error.sebab})" if error.sebab else ""
        self.letak[pointer] = place
        self.salah.append(fault(pointer, f"{capital(name(self.root, pointer))} harus {error.harus}, tetapi tertulis {shown_cell(value)}{why}.", error.saran))


def _everything(root: Mapping[str, Any], under: str = "") -> dict[str, Mapping[str, Any]]:
    """All places of a schema by their general pointer."""
    return {under + "".join(f"/{one.key}" for one in trail): schema for trail, schema in places(root, root)}


def general(pointer: str) -> str:
    """A pointer with `*` for the number of an item or a search for one."""
    return re.sub(r"/(?:\d+|\??[^/]*=[^/]*)(?=/|$)", "/*", pointer)


def _numbered(pattern: str, numbers: Sequence[int]) -> str:
    rest = iter(numbers)
    return re.sub(r"\*", lambda _: str(next(rest)), pattern)


def _array(patterns: Iterator[str] | Any) -> str:
    """The item's own pattern: up to the last `*` that all columns of facts share."""
    facts = [one for one in patterns if not one.endswith("/*")]
    return facts[0][: facts[0].rindex("/*") + 2]


def _orders(later: Sequence[tuple[str, Letak, Any]], known: Skema) -> dict[str, Urutan]:
    """What the dates of each column prove about the order of day and month."""
    orders: dict[str, Urutan] = {}
    for pointer, _, value in later:
        pattern = general(pointer)
        if known.get(pattern, {}).get("format") in ("date", "waktu"):
            orders.setdefault(pattern, Urutan()).look(value)
    return orders
