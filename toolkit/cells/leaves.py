"""All places of a schema, from the outside in; which of them one cell can hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.naming import alternatives, resolved

_DALAM = 8


@dataclass(frozen=True, slots=True)
class Ruas:
    """One segment: its key (`*` for any item) and its title."""

    key: str
    title: str


def places(root: Mapping[str, Any], schema: Mapping[str, Any], above: tuple[Ruas, ...] = ()) -> Iterator[tuple[tuple[Ruas, ...], Mapping[str, Any]]]:
    """Every place under a schema with its own resolved schema, holders before what they hold."""
    if len(above) >= _DALAM:
        return
    for option in alternatives(root, schema):
        for key, inner in option.get("properties", {}).items():
            yield from _place(root, resolved(root, inner), above, key)
        if "items" in option and above:
            yield from _place(root, resolved(root, option["items"]), above, "*")


def _place(root: Mapping[str, Any], found: Mapping[str, Any], above: tuple[Ruas, ...], key: str) -> Iterator[tuple[tuple[Ruas, ...], Mapping[str, Any]]]:
    title = above[-1].title if key == "*" else str(found.get("title") or key.replace("_", " "))
    here = (*above, Ruas(key, title))
    yield here, found
    yield from places(root, found, here)


def writable(root: Mapping[str, Any], schema: Mapping[str, Any]) -> bool:
    """Whether one cell can hold it: a text, number, choice or list of texts; no object."""
    for option in alternatives(root, schema):
        if "enum" in option or option.get("type") in ("string", "integer", "number", "boolean"):
            return True
        if option.get("type") == "array":
            return bool(resolved(root, option.get("items", {})).get("type") == "string")
    return False
