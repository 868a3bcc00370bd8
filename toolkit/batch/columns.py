"""The columns of a table: where its headings stand and which fact each column fills."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import Any

from toolkit.batch.headings import Kolom, Penafsir, Ragu, counting
from toolkit.batch.tables import Baris, Tabel
from toolkit.cells.letters import lettered
from toolkit.errors import InputError, UsageError
from toolkit.naming import listed
from toolkit.source import load

CARI = 20


@dataclass(frozen=True)
class Kepala:
    """The headings understood: the row they stand in (0 for none), the columns that fill facts,
    those that are not used (letter and heading), and those that only number the rows."""

    baris: int
    lebar: int
    kolom: tuple[Kolom, ...]
    tak_dipakai: tuple[tuple[int, str], ...]
    urut: frozenset[int] = frozenset()


def read_map(path: Path | None) -> dict[str, str | None]:
    """`--map`: heading, or "kolom C" → pointer, path or another heading; null leaves the column out."""
    if path is None:
        return {}
    value = load(path).value
    if not isinstance(value, dict) or not all(one is None or isinstance(one, str) for one in value.values()):
        raise InputError(f'{path} harus berisi satu objek {{"judul kolom": "penunjuk"}}; null bagi kolom yang tidak dipakai.')
    return value


def read_head(table: Tabel, interpreter: Penafsir, chosen: Mapping[str, str | None]) -> Kepala:
    """Raises `UsageError` naming every heading that is not surely understood."""
    row = _heading_row(table, interpreter, chosen)
    headings = [" ".join(str(one).split()) if one is not None else "" for one in row.sel]
    places = [_place(number, table) if table.judul is None else "" for number in range(len(headings))]
    _require_mapped(headings, chosen, places)
    columns, unused, doubts = [], [], []
    for number, (heading, own) in enumerate(zip(headings, places, strict=True)):
        found = _column(number, heading, interpreter, {heading: chosen[own]} if own in chosen else chosen, table)
        if isinstance(found, Kolom):
            columns.append(found)
        elif isinstance(found, Ragu) and found.mirip:
            doubts.append(f"{_place(number, table)} {heading!r} {found.sebab}: {found.saran}")
        elif isinstance(found, Ragu):
            unused.append((number, heading))
    _require_sure(doubts, columns, unused, table)
    used = {one.nomor for one in columns}
    numbering = frozenset(number for number, heading in enumerate(headings) if counting(heading) and number not in used)
    return Kepala(row.nomor, len(headings), tuple(columns), tuple(unused), numbering)


def _heading_row(table: Tabel, interpreter: Penafsir, chosen: Mapping[str, str | None]) -> Baris:
    """The first of the rows with most headings that mean something; titles may stand above it."""
    if table.judul is not None:
        return Baris(0, table.judul)
    rows = [one for one in islice(table.baris(), CARI) if not one.kosong]
    if not rows or rows[0].galat:
        raise InputError(f"{_called(table)} tidak berisi baris judul; tulis judul kolom pada baris pertama.")
    return max(rows, key=lambda row: (sum(_means(one, interpreter, chosen) for one in row.sel), -row.nomor))


def _means(cell: Any, interpreter: Penafsir, chosen: Mapping[str, str | None]) -> bool:
    return isinstance(cell, str) and (" ".join(cell.split()) in chosen or interpreter.knows(cell))


def _column(number: int, heading: str, interpreter: Penafsir, chosen: Mapping[str, str | None], table: Tabel) -> Kolom | Ragu | None:
    meant = chosen.get(heading, heading)
    if not heading or meant is None or (heading not in chosen and counting(heading)):
        return None
    place = interpreter.understand(meant)
    if isinstance(place, Ragu):
        return Ragu(place.sebab, place.saran, mirip=True) if heading in chosen else place
    settled = interpreter.settle(place)
    if isinstance(settled, Ragu):
        return settled
    parts, supply = settled
    return Kolom(number, _place(number, table), heading, parts, place.skema, supply)


def _place(number: int, table: Tabel) -> str:
    return "kunci" if table.judul is not None else f"kolom {lettered(number + 1)}"


def _require_mapped(headings: Sequence[str], chosen: Mapping[str, str | None], places: Sequence[str]) -> None:
    for name in chosen:
        if name not in headings and name not in places:
            near = get_close_matches(name, headings, 1)
            hint = f", mungkin maksudnya {near[0]!r}" if near else f"; yang ada: {', '.join(one for one in headings if one)}"
            raise UsageError(f"Judul {name!r} dalam --map tidak ada pada data{hint}.")


def _require_sure(doubts: Sequence[str], columns: Sequence[Kolom], unused: Sequence[tuple[int, str]], table: Tabel) -> None:
    if doubts:
        raise UsageError(f"{_called(table)}: {' '.join(doubts)}")
    for first, second in _twice(columns):
        raise UsageError(f"{_called(table)}: {first.letak} {first.judul!r} dan {second.letak} {second.judul!r} mengisi fakta yang sama ({first.penunjuk}); hapus salah satunya, atau beri null pada {json.dumps(second.letak)} dalam --map.")
    if not columns:
        names = listed(f"{heading!r}" for _, heading in unused) if unused else "tidak ada"
        raise UsageError(f"{_called(table)}: tidak satu pun judul kolom dikenal ({names}); pakai misalnya 'Penerima' dan 'Alamat penerima', atau sebutkan penunjuknya dalam --map.")


def _twice(columns: Sequence[Kolom]) -> Iterator[tuple[Kolom, Kolom]]:
    seen: dict[tuple[str, ...], Kolom] = {}
    for one in columns:
        if one.ruas in seen:
            yield seen[one.ruas], one
        seen[one.ruas] = one


def _called(table: Tabel) -> str:
    return f"Lembar {json.dumps(table.lembar, ensure_ascii=False)}" if table.lembar else "Data"
