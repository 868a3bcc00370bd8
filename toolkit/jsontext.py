"""Adding to a JSON text by inserting, so that every other byte stays as its author wrote it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Rentang:
    """A value's place in the text; `kunci` is the offset of its key in an object."""

    awal: int
    akhir: int
    kunci: int = -1


def append_item(text: str, key: str, item: Any) -> str:
    """The text with `item` appended to the array at the root object's `key`, made if absent.

    `text` must hold an object, and the key's value an array; both were read before. The new item
    is laid out like the last one, or like the object around it."""
    members = dict(_members(text, text.index("{")))
    if key not in members:
        return _with_key(text, members, key, item)
    array = members[key]
    items = list(_items(text, array.awal))
    return _after_last(text, items, item) if items else _into_empty(text, members, array, item)


def _after_last(text: str, items: list[Rentang], item: Any) -> str:
    last = items[-1]
    indent = _indent(text, last.awal)
    gap = text[items[-2].akhir : last.awal] if len(items) > 1 else _gap(text, last.awal, indent)
    sample = text[last.awal : last.akhir]
    written = _dump(text, item, _unit(sample, indent), indent or "", sample)
    return text[: last.akhir] + gap + written + text[last.akhir :]


def _gap(text: str, start: int, indent: str | None) -> str:
    return ", " if indent is None else f",{_newline(text)}{indent}"


def _into_empty(text: str, members: dict[str, Rentang], array: Rentang, item: Any) -> str:
    return text[: array.awal] + _array(text, _indent(text, _first(members)), item) + text[array.akhir :]


def _with_key(text: str, members: dict[str, Rentang], key: str, item: Any) -> str:
    indent = _indent(text, _first(members))
    last = max(one.akhir for one in members.values())
    lead = ", " if indent is None else f",{_newline(text)}{indent}"
    written = f"{json.dumps(key)}: {_array(text, indent, item)}"
    return text[:last] + lead + written + text[last:]


def _array(text: str, indent: str | None, item: Any) -> str:
    """A new array of one item, under a key that stands at `indent`."""
    if indent is None:
        return f"[{_dump(text, item, None, '', '')}]"
    line = _newline(text) + indent
    return f"[{line}{indent}{_dump(text, item, None, '', '')}{line}]"


def _dump(text: str, item: Any, unit: str | None, indent: str, sample: str) -> str:
    """The item in the manner of `sample`: one line, or indented by `unit` below `indent`."""
    # A file that escapes its letters goes on doing so.
    ascii_only = text.isascii() and "\\u" in text
    if unit is None:
        tight = sample.startswith('{"') and '":"' in sample and '": ' not in sample
        return json.dumps(item, ensure_ascii=ascii_only, separators=(",", ":") if tight else (", ", ": "))
    lines = json.dumps(item, ensure_ascii=ascii_only, indent=unit).splitlines()
    return (_newline(text) + indent).join(lines)


def _unit(sample: str, indent: str | None) -> str | None:
    """By how much the sample's members are indented; None if it stands on one line."""
    found = re.match(r"[{\[][ \t]*\r?\n([ \t]*)\S", sample)
    if found is None or indent is None:
        return None
    return found[1].removeprefix(indent) or " "


def _indent(text: str, offset: int) -> str | None:
    """The white space before `offset` if nothing else stands before it on its line."""
    before = text[:offset].rpartition("\n")
    return before[2] if before[1] and not before[2].strip(" \t") else None


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _first(members: dict[str, Rentang]) -> int:
    return min((one.kunci for one in members.values()), default=0)


def _members(text: str, start: int) -> Iterator[tuple[str, Rentang]]:
    place = _skip(text, start + 1)
    while text[place] != "}":
        key, colon = _DECODER.raw_decode(text, place)
        value = _skip(text, _skip(text, colon) + 1)
        end = _DECODER.raw_decode(text, value)[1]
        yield key, Rentang(value, end, place)
        place = _next(text, end)


def _items(text: str, start: int) -> Iterator[Rentang]:
    place = _skip(text, start + 1)
    while text[place] != "]":
        end = _DECODER.raw_decode(text, place)[1]
        yield Rentang(place, end)
        place = _next(text, end)


def _next(text: str, end: int) -> int:
    place = _skip(text, end)
    return _skip(text, place + 1) if text[place] == "," else place


def _skip(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place
