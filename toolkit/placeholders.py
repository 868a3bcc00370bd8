"""What people write when they have no answer: blanks, dashes, "akan dibicarakan", "terlampir"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from toolkit.conditions import escape

# A dash is the usual answer where a letter has nothing to attach and no special nature.
TANPA_ISI = frozenset({"lampiran", "sifat"})
_MARKS = re.compile(r"[\W_xX]*")
_WORDS = re.compile(
    r"(akan|masih|untuk)? ?(di(bicarakan|bahas|isi|tentukan|lengkapi|sesuaikan|susun)|menyusul|dikonfirmasi)"
    r"( (lebih lanjut|kemudian|nanti|kembali|dalam rapat|bersama))*"
    r"|belum (ada|diisi|ditentukan|diketahui|tersedia)|tbd|tba|n/?a|todo|idem|s\.?d\.?a\.?|lorem ipsum.*"
    r"|isi (di )?sini|\[.*\]|<.*>|\(?diisi.*"
)
_DOTTED = re.compile(r"\.{4}|…{2}|_{3}|\{\{")
_ATTACHED = re.compile(r"\(?(terlampir|lihat lampiran|sebagaimana terlampir|(sesuai|ada) (di |pada |dalam )?lampiran)\)?")


def blank(value: Any) -> bool:
    """Whether there is nothing at all: null, white space, an empty list or object."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def placeholder(value: Any) -> bool:
    """Whether a text stands in for an answer."""
    return isinstance(value, str) and (bool(_MARKS.fullmatch(value)) or _worded(value))


def stand_ins(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """Texts of a fact that stand in for an answer, each with its pointer. Within a list every text
    counts; within an object, where not every key need be filled, words and dotted lines do."""
    if isinstance(value, str):
        usual = pointer.rpartition("/")[2] in TANPA_ISI and not _worded(value)
        if placeholder(value) and not usual:
            yield pointer, value
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from stand_ins(inner, f"{pointer}/{place}")
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            found = stand_ins(inner, f"{pointer}/{escape(key)}")
            yield from (one for one in found if not isinstance(inner, str) or _worded(inner))


def refers_to_attachment(value: Any) -> bool:
    """Whether a text only says that the answer is attached."""
    return isinstance(value, str) and bool(_ATTACHED.fullmatch(_plain(value)))


def attached(data: Mapping[str, Any], pointer: str) -> bool:
    """Whether a file is attached for a fact: named in `lampiran[].untuk` for it or for what holds
    it, or as `berkas` beside it."""
    for item in data.get("lampiran", ()):
        target = item.get("untuk", "")
        if item.get("berkas") and target and (pointer == target or pointer.startswith(f"{target}/")):
            return True
    holder: Any = data.get(pointer.split("/")[1])
    return isinstance(holder, Mapping) and not blank(holder.get("berkas"))


def _worded(text: str) -> bool:
    return bool(_WORDS.fullmatch(_plain(text)) or _DOTTED.search(text))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(" .!…")
