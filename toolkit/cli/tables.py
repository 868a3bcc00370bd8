"""Tables: fixed text for files and pipes, drawn by rich where a person sits before a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap

LEBAR = 132
CELAH = 2


@dataclass(frozen=True, slots=True)
class Tabel:
    kepala: tuple[str, ...]
    baris: Sequence[tuple[str, ...]]


def plain(table: Tabel, width: int = LEBAR) -> str:
    """The same text on every machine, cells wrapped so that no line is wider than `width`."""
    widths = _widths(table, width)
    rule = tuple("-" * one for one in widths)
    blocks = [_block(row, widths) for row in (table.kepala, rule, *table.baris)]
    return "".join(f"{line}\n" for block in blocks for line in block)


def _block(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    cells = [wrap(cell, size) or [""] for cell, size in zip(row, widths, strict=True)]
    lines = zip_longest(*cells, fillvalue="")
    return [(" " * CELAH).join(part.ljust(size) for part, size in zip(line, widths, strict=True)).rstrip() for line in lines]


def _widths(table: Tabel, width: int) -> list[int]:
    """Natural widths where they fit; else the widest columns give way, none below its longest word."""
    columns = list(zip(table.kepala, *table.baris, strict=True))
    sizes = [max(map(len, column)) for column in columns]
    least = [max(len(word) for cell in column for word in cell.split() or [""]) for column in columns]
    room = width - CELAH * (len(columns) - 1)
    while sum(sizes) > room and any(size > floor for size, floor in zip(sizes, least, strict=True)):
        widest = max((place for place in range(len(sizes)) if sizes[place] > least[place]), key=lambda p: sizes[p])
        sizes[widest] -= 1
    return sizes


def pretty(table: Tabel) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(show_lines=True)
    for name in table.kepala:
        drawn.add_column(name, overflow="fold")
    for row in table.baris:
        drawn.add_row(*(Text(cell) for cell in row))
    Console().print(drawn)
