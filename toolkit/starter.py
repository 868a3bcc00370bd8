"""A new case: what an SOP asks for, in its order, with an empty place for each fact.

Texts start as "", which counts as not filled in. A fact that no empty text can stand for (a date, a
choice, a number) appears as `x_<key>` with what belongs there: the schema lets `x_` keys pass, so
the new file is sound and `validate` names exactly what is still to be filled in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from toolkit.cases import BERKAS
from toolkit.conditions import unescape
from toolkit.errors import UsageError
from toolkit.files import reason, write_whole
from toolkit.library import Library
from toolkit.model import KerjaSama, Langkah, Sop
from toolkit.naming import child
from toolkit.plan import Keadaan, Rencana, plan

SKEMA = "kerja-sama.schema.json"
BENTUK = {"integer": "bilangan bulat", "number": "angka", "boolean": "true atau false", "object": "objek {…}"}


def start(sop: Sop, folder: Path, library: Library, jenis: str | None = None) -> Path:
    """Makes the folder, its case file, and beside it the schema from which an editor completes: the
    same words on every machine, wherever the folder goes. Raises `UsageError` if there is a case
    already, or if it cannot be written."""
    target = folder / BERKAS
    if target.exists() or target.is_symlink():
        raise UsageError(f"{target} sudah ada; pilih folder lain.")
    case = skeleton(sop, library, case_id(folder), jenis)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(target, (json.dumps(case, ensure_ascii=False, indent=2) + "\n").encode())
        _lay_schema(folder / SKEMA, library)
    except OSError as error:
        raise UsageError(f"{target} tidak dapat dibuat: {reason(error)}.") from error
    return target


def _lay_schema(target: Path, library: Library) -> None:
    """A copy that is there already stays: it may be somebody's own."""
    path = library.resources.find("schemas", SKEMA)
    if path is not None and not target.exists() and not target.is_symlink():
        write_whole(target, path.read_bytes())


def case_id(folder: Path) -> str:
    """An id that the schema admits, from the folder's name."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", folder.resolve().name).strip("-._")[:80] or "kerja-sama"


def skeleton(sop: Sop, library: Library, case_id: str, jenis: str | None) -> dict[str, Any]:
    """The case as JSON, keys in the order in which the SOP's steps ask for them."""
    schema = library.schema("kerja-sama")
    case: dict[str, Any] = {"$schema": SKEMA, "versi": 1, "id": case_id, "sop": sop.id}
    if jenis:
        case["jenis"] = jenis
    case["pihak"] = [{"nama": f"Pemerintah {sop.pemerintah_daerah}", "bentuk": "pemda", "kita": True}, {"nama": ""}]
    for step, pointer in _asked(plan(KerjaSama(case_id, sop.id, case), sop)):
        _place(schema, case, schema, [unescape(part) for part in pointer.split("/")[1:]], step)
    return _ordered(case) | {"pejabat": case.get("pejabat", []), "lampiran": [], "jejak": []}


def _ordered(case: dict[str, Any]) -> dict[str, Any]:
    """What was known beforehand goes where the SOP asks for it: after what identifies the case."""
    first = [key for key in ("$schema", "versi", "id", "sop", "jenis", "x_jenis", "prakarsa", "x_prakarsa", "judul", "pihak") if key in case]
    return {key: case[key] for key in (*first, *(key for key in case if key not in first))}


def _asked(rencana: Rencana) -> Iterator[tuple[Langkah, str]]:
    """Pointers of facts that surely apply, at the first step that asks for each."""
    seen = set[str]()
    gates = [one["perlu"] for one in rencana.sop.data.get("gerbang", ())]
    for one in rencana.langkah:
        if one.keadaan is not Keadaan.BERLAKU:
            continue
        for pointer in (*gates, *one.langkah.perlu):
            if pointer not in seen and rencana.fakta(pointer).keadaan is Keadaan.BERLAKU:
                seen.add(pointer)
                yield one.langkah, pointer
        gates = []


def _place(root: Mapping[str, Any], holder: Any, schema: Mapping[str, Any], parts: list[str], step: Langkah) -> None:
    """Puts an empty place for the fact at `parts` under `holder`, making what holds it."""
    if isinstance(holder, list):
        _place_in_items(root, holder, schema, parts, step)
        return
    head, rest = parts[0], parts[1:]
    inner = child(root, schema, head)
    if inner is None or f"x_{head}" in holder:
        return
    if rest and (rest[0] == "*" or "=" in rest[0] or rest[0].isdecimal()):
        _place(root, holder.setdefault(head, []), inner, rest, step)
    elif rest:
        _place(root, holder.setdefault(head, {}), inner, rest, step)
    elif head not in holder:
        holder.update([_empty(root, head, inner)])


def _place_in_items(root: Mapping[str, Any], holder: list[Any], schema: Mapping[str, Any], parts: list[str], step: Langkah) -> None:
    key, _, wanted = parts[0].removeprefix("?").partition("=")
    values = wanted.split("|")
    inner = child(root, schema, parts[0])
    chosen = [one for place, one in enumerate(holder) if key in {"*", str(place)} or one.get(key) in values]
    if inner is None or (not chosen and (key.isdecimal() or parts[0].startswith("?"))):
        return
    if not chosen:
        chosen = [_item(inner, {} if key == "*" else {key: values[0]}, step)]
        holder.extend(chosen)
    for one in chosen:
        if parts[1:]:
            _place(root, one, inner, parts[1:], step)


def _item(schema: Mapping[str, Any], known: dict[str, Any], step: Langkah) -> dict[str, Any]:
    """A new item with the keys that its schema insists on."""
    given = {"langkah": step.id, **known}
    return {key: given.get(key, "") for key in dict.fromkeys((*schema.get("required", ()), *known))}


def _empty(root: Mapping[str, Any], key: str, schema: Mapping[str, Any]) -> tuple[str, Any]:
    options = [schema, *schema.get("oneOf", ()), *schema.get("anyOf", ())]
    if any(_is_free_text(one) for one in options):
        return key, ""
    if schema.get("type") == "array" and not schema.get("minItems"):
        return key, []
    return f"x_{key}", _hint(root, schema)


def _is_free_text(schema: Mapping[str, Any]) -> bool:
    return schema.get("type") == "string" and not schema.keys() & {"pattern", "enum", "format", "minLength"}


def _hint(root: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    """What belongs under the key once its x_ is taken off."""
    title = schema.get("title")
    what = _what(root, schema)
    return f"{title}: {what}" if title else what


def _what(root: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return " | ".join(str(one) for one in schema["enum"])
    if schema.get("type") == "array":
        items = child(root, schema, "*") or {}
        return '["…", "…"]' if items.get("type") == "string" else "[{…}, {…}]"
    if "pattern" in schema and "description" not in schema:
        return f"menurut pola {schema['pattern']}"
    return str(schema.get("description") or BENTUK.get(str(schema.get("type")), "isi menurut skema"))
