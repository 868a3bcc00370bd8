"""Names of facts in a sentence, from the titles of the schema along their pointer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.conditions import unescape

AKAR = "berkas kerja sama"


@dataclass(frozen=True, slots=True)
class _Ruas:
    """One segment of a pointer: its text, the schema's title, whether it picks from an array."""

    teks: str
    judul: str | None
    butir: bool


class Titles:
    """The case's schema, with the SOP's own part under `khusus` if it has one."""

    def __init__(self, schema: Mapping[str, Any], own: Mapping[str, Any] | None = None) -> None:
        self._schema, self._own = schema, own

    def name(self, pointer: str) -> str:
        """ "nama pihak pada pihak ke-2": the last title, with the part of the case around it."""
        parts = list(self._ruas(pointer))
        if not parts:
            return AKAR
        last, before = parts[-1], parts[:-1]
        if last.butir:
            whole = before[-1] if before else None
            return f"{last.judul or _judul(whole)} {_pilihan(last, bool(last.judul))}" + _holder(before[:-1])
        return _judul(last) + _holder(before)

    def title(self, pointer: str) -> str:
        """The last title alone."""
        parts = list(self._ruas(pointer))
        return _judul(parts[-1]) if parts else AKAR

    def _ruas(self, pointer: str) -> Iterator[_Ruas]:
        root: Mapping[str, Any] = self._schema
        here: Mapping[str, Any] = root
        for place, raw in enumerate(pointer.split("/")[1:]):
            part = unescape(raw)
            if place == 1 and self._own is not None and pointer.startswith("/khusus/"):
                root = here = self._own
            here, picked = _step(root, here, part)
            title = here.get("title")
            yield _Ruas(part, title if isinstance(title, str) else None, picked)


def _judul(ruas: _Ruas | None) -> str:
    return "butir" if ruas is None else ruas.judul or ruas.teks.replace("_", " ")


def _pilihan(ruas: _Ruas, named: bool) -> str:
    if ruas.teks == "*":
        return "(setiap butir)"
    if "=" in ruas.teks:
        return ruas.teks.partition("=")[2]
    number = f"ke-{int(ruas.teks) + 1}"
    return number if named else f"butir {number}"


def _holder(before: list[_Ruas]) -> str:
    """The part around a fact: two parties have the same keys, and so have a letter and an offer."""
    if not before:
        return ""
    *outer, near = before
    if not near.butir:
        return f" pada {_judul(near)}" + (_holder(outer) if outer and outer[-1].butir else "")
    return f" pada {near.judul or _judul(outer[-1] if outer else None)} {_pilihan(near, bool(near.judul))}"


def _step(root: Mapping[str, Any], schema: Mapping[str, Any], part: str) -> tuple[Mapping[str, Any], bool]:
    """The schema of one member or item, and whether it is an item; empty where it says nothing."""
    schema = resolved(root, schema)
    items, properties = schema.get("items"), schema.get("properties", {})
    if isinstance(items, Mapping) and (part == "*" or "=" in part or part.isdecimal()):
        return resolved(root, items), True
    if part in properties:
        return resolved(root, properties[part]), False
    for keyword in ("oneOf", "anyOf", "allOf"):
        for branch in schema.get(keyword, ()):
            found, picked = _step(root, branch, part)
            if found:
                return found, picked
    return {}, part.isdecimal()


def resolved(root: Mapping[str, Any], schema: Any) -> Mapping[str, Any]:
    """A schema with its `$ref` followed; what stands beside the reference wins."""
    for _ in range(20):
        if not isinstance(schema, Mapping) or "$ref" not in schema:
            break
        target: Any = root
        for part in str(schema["$ref"]).removeprefix("#").split("/")[1:]:
            target = target.get(unescape(part), {}) if isinstance(target, Mapping) else {}
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        schema = {**target, **beside} if isinstance(target, Mapping) else beside
    return schema if isinstance(schema, Mapping) else {}
