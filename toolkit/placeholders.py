"""What people write when they have no answer: blanks, dashes, "akan dibicarakan", "terlampir"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_MARKS = re.compile(r"[\s\-–—_.…·•*?xX/\\]*")
_WORDS = re.compile(
    r"(akan|masih|untuk)? ?(di(bicarakan|bahas|isi|tentukan|lengkapi|sesuaikan|susun)|menyusul|dikonfirmasi)"
    r"( (lebih lanjut|kemudian|nanti|kembali|dalam rapat|bersama))*"
    r"|belum (ada|diisi|ditentukan|diketahui|tersedia)|tbd|tba|n/?a|todo|idem|s\.?d\.?a\.?|lorem ipsum.*"
    r"|isi (di )?sini|\[.*\]|<.*>|\(?diisi.*"
)
_ATTACHED = re.compile(r"\(?(terlampir|lihat lampiran|sebagaimana terlampir|(sesuai|ada) (di |pada |dalam )?lampiran)\)?")


def blank(value: Any) -> bool:
    """Whether there is nothing at all: null, white space, an empty list or object."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def placeholder(value: Any) -> bool:
    """Whether a text stands in for an answer; every text of a list is looked at."""
    if isinstance(value, list):
        return any(placeholder(one) for one in value)
    if not isinstance(value, str):
        return False
    text = " ".join(value.split()).casefold().rstrip(" .!…")
    return bool(_MARKS.fullmatch(value) or _WORDS.fullmatch(text))


def refers_to_attachment(value: Any) -> bool:
    """Whether a text only says that the answer is attached."""
    return isinstance(value, str) and bool(_ATTACHED.fullmatch(" ".join(value.split()).casefold().rstrip(" .")))


def attached(data: Mapping[str, Any], pointer: str) -> bool:
    """Whether a file is attached for a fact: named in `lampiran[].untuk` for it or for what holds
    it, or as `berkas` beside it."""
    for item in data.get("lampiran", ()):
        target = item.get("untuk", "")
        if item.get("berkas") and target and (pointer == target or pointer.startswith(f"{target}/")):
            return True
    holder: Any = data.get(pointer.split("/")[1])
    return isinstance(holder, Mapping) and not blank(holder.get("berkas"))
