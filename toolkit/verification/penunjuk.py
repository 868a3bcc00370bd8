"""Pointers into a case: every fact that a checklist asks for or reads must exist in the schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.conditions import escape, unescape
from toolkit.library import Library
from toolkit.naming import child
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
        for wanted in sorted(set(dibaca(condition["jika"]))):
            if not schema.has(wanted):
                yield f"/syarat/{escape(name)}", f"Syarat {name!r} membaca {wanted!r} yang tidak ada dalam skema berkas kerja sama.", SARAN


def dibaca(jika: Any, at: str = "") -> Iterator[str]:
    """The facts that a condition reads, as pointers with `*` for items."""
    for key, inner in jika.get("properties", {}).items():
        yield f"{at}/{escape(key)}"
        yield from dibaca(inner, f"{at}/{escape(key)}")
    for keyword in ("allOf", "anyOf"):
        for inner in jika.get(keyword, ()):
            yield from dibaca(inner, at)
    if "not" in jika:
        yield from dibaca(jika["not"], at)
    if "contains" in jika:
        yield from dibaca(jika["contains"], f"{at}/*")


class _Schema:
    """The schema of the case with the SOP's own part under `khusus`."""

    def __init__(self, library: Library, sop_id: str) -> None:
        self._root = library.schema("kerja-sama")
        own = library.resources.find("schemas", f"{sop_id}.schema.json")
        self._own = library.schema(sop_id) if own else None

    def has(self, pointer: str) -> bool:
        parts = [unescape(part) for part in pointer.split("/")[1:]]
        if parts[0] == "khusus":
            return self._own is not None and _walks(self._own, parts[1:])
        return _walks(self._root, parts)


def ada_di(schema: Any, pointer: str) -> bool:
    """Whether a schema has a place for a pointer; own parts of an SOP (`khusus`) count as there."""
    parts = [unescape(part) for part in pointer.split("/")[1:]]
    return parts[:1] == ["khusus"] or _walks(schema, parts)


def _walks(root: Any, parts: list[str]) -> bool:
    here = root
    for part in parts:
        if part.startswith("x_"):
            return True
        below = child(root, here, part)
        key = part.removeprefix("?").partition("=")[0]
        if below is None or ("=" in part and child(root, below, key) is None):
            return False
        here = below
    return True
