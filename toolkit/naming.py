"""What places and values of a case are called in a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.conditions import unescape

PANJANG = 60


@dataclass(frozen=True, slots=True)
class _Ruas:
    """One segment of a pointer with the title of its schema; `butir` if it picks from an array."""

    teks: str
    judul: str | None
    butir: bool

    @property
    def nama(self) -> str:
        return self.judul or self.teks.replace("_", " ")


def name(schema: Mapping[str, Any], pointer: str) -> str:
    """The title of a pointer's last place with the part of the case around it: "nomor surat pada
    surat penawaran", "nama pihak pada pihak ke-2", "ruang lingkup butir ke-3"."""
    parts = list(_ruas(schema, pointer))
    if not parts:
        return "berkas kerja sama"
    *before, last = parts
    if last.butir:
        return _item(last, before) + _holder(before[:-1])
    told = bool(before) and not before[-1].butir and before[-1].nama in last.nama
    return last.nama + ("" if told else _holder(before))


def fact_name(schema: Mapping[str, Any], fakta: Mapping[str, Mapping[str, Any]], pointer: str) -> str:
    """The name that a checklist's `fakta` gives a fact, else that of its place."""
    return str(fakta.get(pointer, {}).get("nama") or name(schema, pointer))


def title(schema: Mapping[str, Any], pointer: str) -> str:
    """The last title alone."""
    return [one.nama for one in _ruas(schema, pointer)][-1]


def _ruas(schema: Mapping[str, Any], pointer: str) -> Iterator[_Ruas]:
    here: Mapping[str, Any] | None = schema
    for part in (unescape(one) for one in pointer.split("/")[1:]):
        here = child(schema, here, part) if here is not None else None
        found = (here or {}).get("title")
        yield _Ruas(part, found if isinstance(found, str) else None, part == "*" or "=" in part or part.isdecimal())


def _item(ruas: _Ruas, before: list[_Ruas]) -> str:
    """An item of an array: "pihak ke-2", "setiap pihak", "ruang lingkup butir ke-3"."""
    called = ruas.judul or (before[-1].nama if before else "butir")
    if ruas.teks == "*":
        return f"setiap {called}"
    if "=" in ruas.teks:
        return f"{called} {ruas.teks.partition('=')[2].replace('-', ' ').replace('|', ' atau ')}"
    return f"{called}{'' if ruas.judul else ' butir'} ke-{int(ruas.teks) + 1}"


def _holder(before: list[_Ruas]) -> str:
    """The part around a fact: two parties have the same keys, and so have a letter and an offer."""
    if not before:
        return ""
    *outer, near = before
    if near.butir:
        return f" pada {_item(near, outer)}"
    return f" pada {near.nama}" + (_holder(outer) if outer and outer[-1].butir else "")


def child(root: Mapping[str, Any], schema: Mapping[str, Any], part: str) -> Mapping[str, Any] | None:
    """The schema below `schema` for a key, an index, `*` or a `kunci=nilai` segment; its own
    title stands before that of what it refers to."""
    for option in alternatives(root, schema):
        if part in option.get("properties", {}):
            return resolved(root, option["properties"][part])
        if "items" in option and (part.isdecimal() or part == "*" or "=" in part):
            return resolved(root, option["items"])
    return None


def alternatives(root: Mapping[str, Any], schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """A schema and the branches of its oneOf and anyOf."""
    found = [schema]
    for key in ("oneOf", "anyOf"):
        found += [resolved(root, one) for one in schema.get(key, ())]
    return found


def resolved(root: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema with what its $ref leads to; its own keys stand before those."""
    target = schema.get("$ref")
    if target is None:
        return schema
    found: Any = root
    for part in target.removeprefix("#/").split("/"):
        found = found[part]
    return {**resolved(root, found), **{key: value for key, value in schema.items() if key != "$ref"}}


def shown(value: Any, *, kind: bool = False) -> str:
    """A value short enough for a sentence; with `kind` what sort of value it is goes before it."""
    if isinstance(value, dict):
        return "kelompok fakta { … }"
    if isinstance(value, list):
        return f"daftar berisi {len(value)} butir"
    sort = "teks " if isinstance(value, str) else "" if value is None or isinstance(value, bool) else "bilangan "
    if isinstance(value, str) and len(value) > PANJANG:
        value = value[: PANJANG - 1] + "…"
    return (sort if kind else "") + json.dumps(value, ensure_ascii=False)


def listed(words: Iterable[str], last: str = "dan") -> str:
    """ "a, b dan c"."""
    *first, end = list(words) or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def capital(sentence: str) -> str:
    """The first letter as a capital, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]
