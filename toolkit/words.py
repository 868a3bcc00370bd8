"""Small words for messages: a value as found, a list as a phrase."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

PANJANG = 60
_JENIS = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan",
    "boolean": "true atau false",
    "array": "daftar",
    "object": "kelompok fakta",
    "null": "null",
}


def jenis_nilai(kind: str) -> str:
    """A JSON Schema type in plain words."""
    return _JENIS.get(kind, kind)


def tampil(value: Any, *, jenis: bool = False) -> str:
    """A value short enough for a sentence; with `jenis` the kind of value goes before it."""
    if isinstance(value, dict):
        return "kelompok fakta ({ … })"
    if isinstance(value, list):
        return f"daftar berisi {len(value)} butir"
    kind = "teks " if isinstance(value, str) else "" if value is None or isinstance(value, bool) else "bilangan "
    return (kind if jenis else "") + _short(value)


def _short(value: Any) -> str:
    if isinstance(value, str) and len(value) > PANJANG:
        value = value[: PANJANG - 1] + "…"
    return json.dumps(value, ensure_ascii=False)


def atau(words: Iterable[str]) -> str:
    """ "a, b atau c"."""
    return _joined(words, "atau")


def dan(words: Iterable[str]) -> str:
    """ "a, b dan c"."""
    return _joined(words, "dan")


def _joined(words: Iterable[str], last: str) -> str:
    *first, end = list(words) or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def besar(sentence: str) -> str:
    """The first letter as a capital, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]
