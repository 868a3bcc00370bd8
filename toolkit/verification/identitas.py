"""Ids: an id of a step or actor equals nothing else that a checklist or a case may say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.conditions import escape
from toolkit.verification.data import Berkas, Data

Salah = tuple[str, str, str]


def salah(data: Data, berkas: Berkas) -> Iterator[Salah]:
    isi = berkas.isi
    if isi["id"] != berkas.path.stem:
        yield "/id", f"Id {isi['id']!r} tidak sama dengan nama berkasnya {berkas.path.name!r}.", "Samakan id dan nama berkas."
    taken = reserved(data, isi)
    seen: dict[str, str] = {}
    for pointer, name, what in _ids(isi):
        if name in taken:
            yield pointer, f"Id {what} {name!r} sama dengan {taken[name]}.", "Pakai id lain."
        if name in seen:
            yield pointer, f"Id {what} {name!r} sudah dipakai sebagai id {seen[name]}.", "Pakai id lain."
        seen[name] = what
    for pointer, name in _doubled(isi["naskah"]):
        yield pointer, f"Id naskah {name!r} dipakai dua kali.", "Pakai id lain."


def _ids(isi: Any) -> Iterator[tuple[str, str, str]]:
    for place, step in enumerate(isi["langkah"]):
        yield f"/langkah/{place}/id", step["id"], "langkah"
    for actor in isi["pelaksana"]:
        yield f"/pelaksana/{escape(actor)}", actor, "pelaksana"


def _doubled(naskah: list[Any]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for place, one in enumerate(naskah):
        if one["id"] in seen:
            yield f"/naskah/{place}/id", one["id"]
        seen.add(one["id"])


def reserved(data: Data, isi: Any) -> dict[str, str]:
    """What an id of a step or actor may not be, each with what it is."""
    taken = {key: "sebuah kunci" for name in ("checklist", "kerja-sama") for key in _keys(data.library.schema(name))}
    defs = data.library.schema("checklist")["$defs"]
    taken |= {one: "sebuah peran" for one in defs["peran"]["enum"]}
    taken |= {one: "sebuah tindakan" for one in defs["tindakan"]["enum"]}
    taken |= {path.stem: "id sebuah templat" for path in data.library.resources.listing("templates", "*.docx")}
    taken |= {one["templat"]: "id sebuah templat" for one in isi["naskah"] if "templat" in one}
    taken |= {one["id"]: "id sebuah naskah" for one in isi["naskah"]}
    return taken


def _keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties" and isinstance(value, dict):
                yield from value
            yield from _keys(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _keys(value)


def semua_id(data: Data) -> dict[str, str]:
    """Every id of an SOP, step or actor of any checklist, with what it is."""
    named: dict[str, str] = {}
    for berkas in data.checklists:
        named[berkas.isi["id"]] = "SOP"
        named |= {name: what for _, name, what in _ids(berkas.isi)}
    return named


def teks(value: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a value, keys too, with its pointer."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield f"{pointer}/{escape(key)}", key
            yield from teks(inner, f"{pointer}/{escape(key)}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from teks(inner, f"{pointer}/{place}")
