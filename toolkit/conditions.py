"""Three-valued conditions on a case, and facts found by pattern.

A condition (`syarat.<name>.jika`) is the part of JSON Schema that needs no expression language:
properties, contains, enum, const, allOf, anyOf, not. A field that it reads and that is absent makes
the answer *not known yet*, never a silent yes or no; the answer names those fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

_ABSENT: Any = object()


@dataclass(frozen=True, slots=True)
class Jawaban:
    """`nilai`: True, False, or None where `penentu` (pointers of absent fields) decide."""

    nilai: bool | None
    penentu: tuple[str, ...] = ()

    def dan(self, other: Jawaban) -> Jawaban:
        if self.nilai is False or other.nilai is False:
            return Jawaban(False)
        if self.nilai and other.nilai:
            return Jawaban(True)
        return Jawaban(None, tuple(dict.fromkeys(self.penentu + other.penentu)))

    def bukan(self) -> Jawaban:
        return self if self.nilai is None else Jawaban(not self.nilai)

    def atau(self, other: Jawaban) -> Jawaban:
        return self.bukan().dan(other.bukan()).bukan()


def evaluate(jika: Mapping[str, Any], data: Any) -> Jawaban:
    """The answer of one condition on a case (or a part of it)."""
    return _evaluate(jika, data, "")


def _evaluate(jika: Mapping[str, Any], data: Any, pointer: str) -> Jawaban:
    return _all(_KEYWORDS[keyword](value, data, pointer) for keyword, value in jika.items())


def _all(answers: Iterable[Jawaban]) -> Jawaban:
    return reduce(Jawaban.dan, answers, Jawaban(True))


def _any(answers: Iterable[Jawaban]) -> Jawaban:
    return reduce(Jawaban.atau, answers, Jawaban(False))


def _properties(wanted: Mapping[str, Any], data: Any, pointer: str) -> Jawaban:
    holder = data if isinstance(data, Mapping) else {}
    return _all(
        _evaluate(jika, holder.get(key, _ABSENT), f"{pointer}/{escape(key)}")
        for key, jika in wanted.items()
    )


def _contains(jika: Mapping[str, Any], data: Any, pointer: str) -> Jawaban:
    if not isinstance(data, list):
        return Jawaban(None, (pointer,)) if data is _ABSENT else Jawaban(False)
    return _any(_evaluate(jika, item, f"{pointer}/{place}") for place, item in enumerate(data))


def _enum(values: Sequence[Any], data: Any, pointer: str) -> Jawaban:
    if data is _ABSENT:
        return Jawaban(None, (pointer,))
    return Jawaban(any(_same(value, data) for value in values))


def _same(value: Any, data: Any) -> bool:
    # JSON tells true from 1; Python's == does not.
    return isinstance(value, bool) == isinstance(data, bool) and bool(value == data)


_KEYWORDS: Mapping[str, Any] = {
    "properties": _properties,
    "contains": _contains,
    "enum": _enum,
    "const": lambda value, data, pointer: _enum([value], data, pointer),
    "allOf": lambda parts, data, pointer: _all(_evaluate(p, data, pointer) for p in parts),
    "anyOf": lambda parts, data, pointer: _any(_evaluate(p, data, pointer) for p in parts),
    "not": lambda part, data, pointer: _evaluate(part, data, pointer).bukan(),
}


@dataclass(frozen=True, slots=True)
class Fakta:
    """A fact of a case by its concrete pointer; absent facts have `ada` False, value None."""

    pointer: str
    value: Any
    ada: bool


def facts(data: Any, pattern: str) -> list[Fakta]:
    """All facts that a pattern names. `*` means every item, `kunci=nilai` the items of an array
    whose key has that value (or one of `a|b`); either without a match is one absent fact at the
    array's place. `?kunci=nilai` means such items if there are any, and none is no fact at all."""
    return list(_facts(data, [unescape(part) for part in pattern.split("/")[1:]], ""))


def _facts(data: Any, parts: list[str], pointer: str) -> Iterator[Fakta]:
    if not parts:
        yield Fakta(pointer, None if data is _ABSENT else data, data is not _ABSENT)
        return
    head, rest = parts[0], parts[1:]
    if head == "*" or "=" in head:
        yield from _items(data, head, rest, pointer)
    else:
        yield from _facts(_child(data, head), rest, f"{pointer}/{escape(head)}")


def _items(data: Any, head: str, rest: list[str], pointer: str) -> Iterator[Fakta]:
    key, _, wanted = head.removeprefix("?").partition("=")
    items = data if isinstance(data, list) else []
    chosen = [
        (place, item)
        for place, item in enumerate(items)
        if head == "*" or (isinstance(item, Mapping) and str(item.get(key)) in wanted.split("|"))
    ]
    if not chosen and not head.startswith("?"):
        yield Fakta(pointer, None, False)
    for place, item in chosen:
        yield from _facts(item, rest, f"{pointer}/{place}")


def _child(data: Any, key: str) -> Any:
    if isinstance(data, Mapping):
        return data.get(key, _ABSENT)
    if isinstance(data, list) and key.isdecimal() and int(key) < len(data):
        return data[int(key)]
    return _ABSENT


def escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def unescape(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")


def until_search(pointer: str) -> str:
    """A pointer up to the first segment that is a search (`kunci=nilai`): what stands in a file."""
    parts = pointer.split("/")
    cut = next((place for place, part in enumerate(parts) if "=" in part), len(parts))
    return "/".join(parts[:cut])
