"""Two columns of text on a page of a PDF, told from a list of fields and from signatures.

A page is in columns where many lines have words on both sides of one gutter. What crosses the gutter
(a title, a heading) stands between the columns above it and those below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

_CUKUP = 6
_BAGIAN = 0.3
_BERSIH = 0.85
_LEBAR_KIRI = 12


def keping(text: str, gap: int) -> list[tuple[int, str]]:
    """Where pieces of a line that wide gaps part begin, and what they say."""
    return [(match.start(), match[0].strip()) for match in re.finditer(rf"\S(?:.*?\S)??(?=\s{{{gap},}}|\s*$)", text)]


def sepanjang(pages: Sequence[Sequence[str]]) -> list[int | None]:
    """Each page's gutter; a page of few lines has that of the others if its lines keep clear of it."""
    found = [celah(lines) for lines in pages]
    common = Counter(cut for cut in found if cut is not None).most_common(1)
    usual = common[0][0] if common else None
    return [usual if cut is None and usual is not None and _clear(lines, usual) else cut for lines, cut in zip(pages, found, strict=True)]


def _clear(lines: Sequence[str], cut: int) -> bool:
    clear = [line for line in lines if not line[cut - 2: cut].strip()]
    return len(clear) >= _BERSIH * len(lines) and sum(bool(line[:cut].strip() and line[cut:].strip()) for line in clear) > 1


def celah(lines: Sequence[str]) -> int | None:
    """The place before which the left column ends, if these lines stand in two columns."""
    pairs = [(place, pieces[1][0]) for place, pieces in enumerate(keping(line, 3) for line in lines) if len(pieces) == 2]
    starts = Counter(start for _, start in pairs)
    start = max(starts, key=lambda one: (_near(starts, one), -one), default=0)
    width = max(map(len, lines), default=0)
    found = [place for place, one in pairs if abs(one - start) <= 1]
    if len(found) < _CUKUP or not 0.3 * width <= start <= 0.7 * width:
        return None
    return start - 1 if _beside(lines[found[0]: found[-1] + 1], start - 1) else None


def _beside(lines: Sequence[str], cut: int) -> bool:
    """Whether hardly a line crosses the gutter and many have words on both sides of it; a list of
    fields with its colons is no column."""
    clear = [line for line in lines if not line[cut - 2: cut].strip()]
    both = [line for line in clear if line[:cut].strip() and line[cut:].strip()]
    fields = sum(line[cut:].lstrip().startswith(":") or line[:cut].rstrip().endswith(":") for line in both)
    if len(clear) < _BERSIH * len(lines) or len(both) < max(_CUKUP, _BAGIAN * len(lines)) or fields * 3 > len(both):
        return False
    return median(len(line[:cut].strip()) for line in both) >= _LEBAR_KIRI


def _near(starts: Counter[int], start: int) -> int:
    return sum(starts[one] for one in (start - 1, start, start + 1))


def urut(lines: Sequence[str], cut: int) -> list[tuple[int, int]]:
    """The reading order: a line's place with 0 for the whole of it, 1 or 2 for one side."""
    clear = [not line[cut - 2: cut].strip() for line in lines]
    inside = [place for place, line in enumerate(lines) if clear[place] and line[:cut].strip() and line[cut:].strip()]
    begin, end = (inside[0], inside[-1]) if inside else (len(lines), -1)
    while begin > 0 and clear[begin - 1]:
        begin -= 1
    while end + 1 < len(lines) and clear[end + 1]:
        end += 1
    found: list[tuple[int, int]] = []
    held: list[int] = []
    for place in range(len(lines)):
        if begin <= place <= end and clear[place]:
            held.append(place)
        else:
            found += [*_sides(lines, held, cut), (place, 0)]
            held = []
    return [*found, *_sides(lines, held, cut)]


def _sides(lines: Sequence[str], held: Sequence[int], cut: int) -> list[tuple[int, int]]:
    left = [(place, 1) for place in held if lines[place][:cut].strip()]
    return left + [(place, 2) for place in held if lines[place][cut:].strip()]
