"""The English half of a bilingual naskah, set apart: its words are no second agreement.

A column of a table, or paragraphs between the Indonesian ones. What is in neither language stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from toolkit.evidence.bacaan import ISI, TERJEMAHAN, Paragraf

_INGGRIS = re.compile(r"\b(?:the|of|and|shall|this|that|with|for|by|is|are|be|or|to|on|as|in|which|hereinafter|party|parties|article|have|has|been|between|therefore|its|their)\b", re.IGNORECASE)
_INDONESIA = re.compile(r"\b(?:dan|yang|ini|dengan|untuk|dari|pada|dalam|pihak|pasal|sebagai|adalah|ialah|oleh|atau|tidak|para|di|ke|tentang|antara|akan|dapat|serta|nomor|tanggal|hari|kepada)\b", re.IGNORECASE)
_ARTIKEL = re.compile(r"article\s+(?:[IVXLC]+|\d+)\W*", re.IGNORECASE)
_CUKUP = 3


def tandai(paragraf: Sequence[Paragraf]) -> tuple[Paragraf, ...]:
    """The paragraphs, the English ones among mostly Indonesian ones as `TERJEMAHAN`."""
    words = [_hitung(one.rapi) for one in paragraf]
    if sum(indonesia for _, indonesia in words) <= sum(inggris for inggris, _ in words) // 2:
        return tuple(paragraf)
    cells = _sel(paragraf, words)
    foreign = [_asing(one, counts, cells) for one, counts in zip(paragraf, words, strict=True)]
    if sum(foreign) < _CUKUP:
        return tuple(paragraf)
    return tuple(replace(one, bagian=TERJEMAHAN) if alien and one.bagian == ISI else one for one, alien in zip(paragraf, foreign, strict=True))


def _hitung(text: str) -> tuple[int, int]:
    """How many words are surely English, and how many Indonesian."""
    return len(_INGGRIS.findall(text)), len(_INDONESIA.findall(text))


def _asing(one: Paragraf, counts: tuple[int, int], cells: dict[tuple[int, int, int], bool]) -> bool:
    if one.sel is not None:
        return cells[one.sel.tabel, one.sel.kolom, one.sel.baris]
    return bool(_ARTIKEL.fullmatch(one.rapi)) or (counts[0] >= _CUKUP and counts[1] == 0)


def _sel(paragraf: Sequence[Paragraf], words: Sequence[tuple[int, int]]) -> dict[tuple[int, int, int], bool]:
    """Table, column and row → whether that cell is English; one that says nothing of it (a name, a
    heading of one word) goes with the one above it."""
    sums: dict[tuple[int, int, int], tuple[int, int]] = {}
    for one, (inggris, indonesia) in zip(paragraf, words, strict=True):
        if one.sel is not None:
            key = (one.sel.tabel, one.sel.kolom, one.sel.baris)
            before = sums.get(key, (0, 0))
            sums[key] = (before[0] + inggris, before[1] + indonesia)
    found: dict[tuple[int, int, int], bool] = {}
    above: dict[tuple[int, int], bool] = {}
    for key in sorted(sums):
        inggris, indonesia = sums[key]
        if indonesia or inggris > 1:
            above[key[:2]] = inggris > 1 and inggris > 2 * indonesia
        found[key] = above.get(key[:2], False)
    return found
