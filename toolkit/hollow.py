"""Items of a filled list that hold nothing: a blank text among texts, an item without its name.

A list may be empty or not begun; an empty item beside filled ones is no stage of the work but a
slip of the pen, and no document can be made of it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from toolkit.cases import Case
from toolkit.conditions import escape
from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.naming import capital, child, name
from toolkit.placeholders import blank
from toolkit.references import DASAR

ID = "kelengkapan-wajib"


def hollow(case: Case, asked: Container[str]) -> Iterator[Finding]:
    """A finding for each empty item that is not among the facts `asked` for already."""
    schema = case.library.schema("kerja-sama")
    for pointer in _blanks(schema, schema, case.kerja_sama.data, ""):
        if pointer not in asked:
            yield Finding(
                ID,
                Severity.ERROR,
                f"{capital(name(schema, pointer))} harus terisi seperti butir lainnya, tetapi kosong.",
                DASAR,
                Layer.DATA,
                suggestion="Isi butir itu, atau hapus bila memang tidak ada.",
                location=Location(pointer),
            )


def _blanks(root: Mapping[str, Any], schema: Mapping[str, Any], value: Any, pointer: str) -> Iterator[str]:
    if isinstance(value, list):
        yield from _slips(child(root, schema, "0") or {}, value, pointer)
        inside = [(str(place), inner) for place, inner in enumerate(value)]
    else:
        inside = list(value.items()) if isinstance(value, Mapping) else []
    for key, inner in inside:
        below = child(root, schema, key) if isinstance(inner, list | Mapping) else None
        if below is not None:
            yield from _blanks(root, below, inner, f"{pointer}/{escape(key)}")


def _slips(item: Mapping[str, Any], values: list[Any], pointer: str) -> Iterator[str]:
    """The blank texts of one list, and the blanks under a key that every item must have."""
    yield from (f"{pointer}/{place}" for place in _uneven(values))
    for key in item.get("required", ()):
        column = [one.get(key) if isinstance(one, Mapping) else None for one in values]
        yield from (f"{pointer}/{place}/{escape(key)}" for place in _uneven(column))


def _uneven(values: list[Any]) -> list[int]:
    """Where blank texts stand, if others are filled."""
    blanks = [place for place, one in enumerate(values) if isinstance(one, str) and blank(one)]
    return blanks if len(blanks) < len(values) else []
