"""What a place in a case is called in a sentence: the titles of the case's schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit.conditions import unescape


def name(schema: Mapping[str, Any], pointer: str) -> str:
    """The title of a pointer's last place, with the place that holds it where that helps:
    "nomor surat (surat penawaran)", "nama pihak (butir 2)"."""
    here: Mapping[str, Any] | None = schema
    words: list[str] = []
    for part in (unescape(one) for one in pointer.split("/")[1:]):
        here = child(schema, here, part) if here is not None else None
        words.append(_word(here, part))
    if not words:
        return "berkas kerja sama"
    return words[0] if len(words) == 1 else f"{words[-1]} ({', '.join(words[:-1])})"


def _word(schema: Mapping[str, Any] | None, part: str) -> str:
    if part.isdecimal():
        return f"butir {int(part) + 1}"
    if part == "*":
        return "setiap butir"
    key, _, value = part.partition("=")
    if value:
        return value.replace("-", " ")
    return str((schema or {}).get("title") or key.replace("_", " "))


def child(root: Mapping[str, Any], schema: Mapping[str, Any], part: str) -> Mapping[str, Any] | None:
    """The schema below `schema` for a key, an index, `*` or a `kunci=nilai` segment; its own
    title stands before that of what it refers to."""
    for option in _alternatives(root, schema):
        if part in option.get("properties", {}):
            return _resolved(root, option["properties"][part])
        if "items" in option and (part.isdecimal() or part == "*" or "=" in part):
            return _resolved(root, option["items"])
    return None


def _alternatives(root: Mapping[str, Any], schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = [schema]
    for key in ("oneOf", "anyOf"):
        found += [_resolved(root, one) for one in schema.get(key, ())]
    return found


def _resolved(root: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    target = schema.get("$ref")
    if target is None:
        return schema
    found: Any = root
    for part in target.removeprefix("#/").split("/"):
        found = found[part]
    return {**_resolved(root, found), **{key: value for key, value in schema.items() if key != "$ref"}}
