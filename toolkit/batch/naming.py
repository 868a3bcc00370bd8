"""Names of files that a sheet's texts may choose: plain, short, and unable to leave their folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from toolkit.batch.rows import Isian

PANJANG = 60
ANGKA = 4
_UTAMA = ("/penerima/nama", "/penerima/jabatan", "/penerima/instansi", "/id", "/judul")
_LAIN = re.compile(r"/pihak/\d+/(?:nama|singkatan)")


def slug(text: str) -> str:
    """Small letters, digits and hyphens; what has no such form falls away."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters)[:PANJANG].strip("-")


def _texts(pointer: str, value: Any) -> Iterator[tuple[str, str]]:
    """A text, or those of a whole part of the case."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(f"{pointer}/{key}", inner)


def stem(number: int, facts: Sequence[Isian], naskah_id: str) -> str:
    """"0012-dinas-kesehatan": the row's number, which no other row has, and who it is for; the
    naskah's id where nobody is named."""
    named = {pointer: value for one in facts for pointer, value in _texts(one.penunjuk, one.nilai)}
    others = [value for key, value in named.items() if _LAIN.fullmatch(key)]
    chosen = next((named[key] for key in _UTAMA[:3] if key in named), None)
    word = chosen or next(iter(others), None) or next((named[key] for key in _UTAMA[3:] if key in named), "")
    return f"{number:0{ANGKA}d}-{slug(word) or naskah_id}"
