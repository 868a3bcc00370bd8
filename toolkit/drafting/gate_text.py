"""What a reader would see of a part, and what must never be seen there: tags, Python, blanks.

Words that look like a defect are lawful where a value of the case holds them: the values are then
taken out of the text before it is judged again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

_TANDA = re.compile(rb"<[^>]*>")
_SEL = "\x1f"
# Tags that a reader sees, each as the sign that stands for it.
TANDA_BACA = ((b"</w:p>", b"\n"), (b"</w:tc>", _SEL.encode()), (b"<w:tab/>", b"\t"), (b"<w:br/>", b"\v"))
_TANDA_TEMPLAT = "masih memuat tanda templat"
_PYTHON = "memuat sebutan Python, bukan nilai"
_LENYAP = "memuat tempat kosong, padahal ada yang harus tertulis di situ"
_TANPA_ISI = "memuat keterangan tanpa isi"
# Each defect with the signs without which it cannot be there: looking for a sign costs a
# hundredth of trying a pattern at every letter.
_CACAT = tuple((why, signs, re.compile(pattern)) for why, signs, pattern in (
    (_TANDA_TEMPLAT, ("{", "}"), r"\{\{|\}\}|\{%|%\}|\{#|#\}"),
    (_PYTHON, ("None", "Undefined"), r"\b(?:None|Undefined)\b"),
    (_PYTHON, ("Kosong(", "Node(", "Tunda(", "Markup("), r"\b(?:Kosong|Node|Tunda|Markup)\("),
    (_PYTHON, ("object at 0x", "datetime.date", "[", "{"), r"object at 0x|datetime\.date|[\[{]'|\[\]"),
    (_LENYAP, ("  ",), r"\S  +\S"),
    (_LENYAP, ("(",), r"\(\s*\)"),
    (_LENYAP, ("“",), r"“\s*”"),
    (_LENYAP, (" ,", " ;"), r"\S [,;](?!\S)"),
    (_TANPA_ISI, (":",), r":(?<=[ \t]:)[ \t]*\n"),
    (_TANPA_ISI, (":",), rf":(?<![^\n{_SEL}]:)[ \n]*{_SEL}[ \n]*{_SEL}"),
))


def terbaca(data: bytes) -> str:
    """A line for each paragraph of a part, a mark after each cell."""
    plain = data.replace(b"\n", b"")
    for tag, sign in TANDA_BACA:
        plain = plain.replace(tag, sign)
    return _TANDA.sub(b"", plain).decode()


def cela(text: str, lazim: Iterable[str], nilai: Any = ()) -> tuple[int, str, str] | None:
    """The first defect as paragraph, its text and a sentence. `lazim`: spacings that the template
    itself has; `nilai`: the case's values, looked at only where something seems wrong."""
    if _wrong(text, known := frozenset(lazim)) is None:
        return None
    freed = unescape(text)
    for value in sorted({one for one in _strings(nilai) if _odd(one)}, key=len, reverse=True):
        for shape in (value, value.upper()):
            freed = freed.replace(shape.replace("\r\n", "\v").replace("\n", "\v"), "x")
    found = _wrong(freed, known)
    if found is None:
        return None
    line = freed.count("\n", 0, found[0])
    return line + 1, _shown(freed.split("\n")[line]), found[1]


def spasi(text: str) -> frozenset[str]:
    """Words of a template before or after two and more spaces of its own."""
    found = re.finditer(r"(\S+)  +(\S*)|(\S*)  +(\S+)", text)
    return frozenset(word for one in found for word in one.groups() if word)


def _wrong(text: str, known: frozenset[str]) -> tuple[int, str] | None:
    """Where the first defect is, and which."""
    likely = ((why, pattern) for why, signs, pattern in _CACAT if any(one in text for one in signs))
    return min(((one.start(), why) for why, pattern in likely for one in pattern.finditer(text) if not _own(text, one, known)), default=None)


def _own(text: str, found: re.Match[str], known: frozenset[str]) -> bool:
    if "  " not in found.group():
        return False
    before = text[: found.start() + 1].rsplit(None, 1)[-1]
    after = text[found.end() - 1 : found.end() + 200].split()[:1]
    return bool({before.rpartition(_SEL)[2], *after} & known)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (Mapping, list, tuple)):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(one)


def _odd(value: str) -> bool:
    """Whether a value may be taken for a defect, alone or where it meets the template's words."""
    return bool(value.strip()) and bool(_wrong(f"{value}\n", frozenset()) or value != value.strip() or not (value[0] + value[-1]).isalnum())


def _shown(line: str) -> str:
    plain = " ".join(line.replace(_SEL, " ").split())
    return plain if len(plain) < 90 else f"{plain[:89]}…"
