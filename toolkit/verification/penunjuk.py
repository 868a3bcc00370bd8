"""Pointers into a case: every fact that a checklist asks for or reads must exist in the schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.conditions import escape, unescape
from toolkit.library import Library
from toolkit.verification.rujukan import find

Salah = tuple[str, str, str]
SARAN = "Betulkan penunjuknya, atau tambahkan fakta itu ke skema berkas kerja sama."


def salah(library: Library, isi: Any) -> Iterator[Salah]:
    schema = _Schema(library, isi["id"])
    for path in ("langkah/*/perlu/*", "gerbang/*/perlu"):
        for pointer, wanted in find(isi, path.split("/")):
            if not schema.has(wanted):
                yield pointer, f"Penunjuk {wanted!r} tidak ada dalam skema berkas kerja sama.", SARAN
    for wanted in isi["fakta"]:
        if not schema.has(wanted):
            yield f"/fakta/{escape(wanted)}", f"Penunjuk {wanted!r} tidak ada dalam skema berkas kerja sama.", SARAN
    for name, condition in isi["syarat"].items():
        for wanted in sorted(set(_read_by(condition["jika"], ""))):
            if not schema.has(wanted):
                yield f"/syarat/{escape(name)}", f"Syarat {name!r} membaca {wanted!r} yang tidak ada dalam skema berkas kerja sama.", SARAN


def _read_by(jika: Any, at: str) -> Iterator[str]:
    """The facts that a condition reads, as pointers with `*` for items."""
    for key, inner in jika.get("properties", {}).items():
        yield f"{at}/{escape(key)}"
        yield from _read_by(inner, f"{at}/{escape(key)}")
    for keyword in ("allOf", "anyOf"):
        for inner in jika.get(keyword, ()):
            yield from _read_by(inner, at)
    if "not" in jika:
        yield from _read_by(jika["not"], at)
    if "contains" in jika:
        yield from _read_by(jika["contains"], f"{at}/*")


class _Schema:
    """The schema of the case with the SOP's own part under `khusus`."""

    def __init__(self, library: Library, sop_id: str) -> None:
        self._root = library.schema("kerja-sama")
        own = library.resources.find("schemas", f"{sop_id}.schema.json")
        self._own = library.schema(sop_id) if own else None

    def has(self, pointer: str) -> bool:
        parts = [unescape(part) for part in pointer.split("/")[1:]]
        if parts[0] == "khusus":
            return self._own is not None and _has(self._own, self._own, parts[1:])
        return _has(self._root, self._root, parts)


def _has(root: Any, schema: Any, parts: list[str]) -> bool:
    schema = _resolved(root, schema)
    if not parts:
        return True
    choices = [inner for keyword in ("oneOf", "anyOf", "allOf") for inner in schema.get(keyword, ())]
    if any(_has(root, inner, parts) for inner in choices):
        return True
    head, rest = parts[0], parts[1:]
    if head == "*" or "=" in head or head.isdecimal():
        items = schema.get("items")
        key = head.partition("=")[0]
        if not isinstance(items, dict) or ("=" in head and not _has(root, items, [key])):
            return False
        return _has(root, items, rest)
    properties = schema.get("properties", {})
    return head.startswith("x_") or (head in properties and _has(root, properties[head], rest))


def _resolved(root: Any, schema: Any) -> Any:
    while isinstance(schema, dict) and "$ref" in schema:
        target = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[unescape(part)]
        schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
    return schema if isinstance(schema, dict) else {}
