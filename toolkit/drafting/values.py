"""Values that no document can hold, refused before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_TAK_TERTULIS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def tak_tertulis(value: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """(pointer, character's code) for each text with a character that XML has no place for."""
    if isinstance(value, str):
        found = _TAK_TERTULIS.search(value)
        if found:
            yield pointer, f"U+{ord(found.group()):04X}"
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from tak_tertulis(key, f"{pointer}/{_safe(key)}")
            yield from tak_tertulis(one, f"{pointer}/{_safe(key)}")
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from tak_tertulis(one, f"{pointer}/{place}")


def _safe(key: str) -> str:
    plain = _TAK_TERTULIS.sub("\N{REPLACEMENT CHARACTER}", key)
    return plain.replace("~", "~0").replace("/", "~1")
