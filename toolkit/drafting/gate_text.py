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
_CACAT = {
    "masih memuat tanda templat": r"\{\{|\}\}|\{%|%\}|\{#|#\}",
    "memuat sebutan Python, bukan nilai": r"\bNone\b|\bUndefined\b|\b(?:Kosong|Node|Tunda|Markup)\(|object at 0x|datetime\.date|[\[{]'|\[\]",
    "memuat tempat kosong, padahal ada yang harus tertulis di situ": r"\S  +\S|\(\s*\)|“\s*”|\S [,;](?!\S)",
    "memuat keterangan tanpa isi": rf"[ \t]:[ \t]*\n|(?:^|[\n{_SEL}]):[ \n]*{_SEL}[ \n]*{_SEL}",
}
_POLA = re.compile("|".join(f"({one})" for one in _CACAT.values()))
_SEBUTAN = tuple(_CACAT)


def terbaca(data: bytes) -> str:
    """A line for each paragraph of a part, a mark after each cell."""
    plain = data.replace(b"\n", b"").replace(b"<w:tab/>", b"\t").replace(b"<w:br/>", b"\v")
    return _TANDA.sub(b"", plain.replace(b"</w:p>", b"\n").replace(b"</w:tc>", _SEL.encode())).decode()


def cela(text: str, lazim: Iterable[str], nilai: Any = ()) -> tuple[int, str, str] | None:
    """The first defect as paragraph, its text and a sentence. `lazim`: spacings that the template
    itself has; `nilai`: the case's values, looked at only where something seems wrong."""
    if not _wrong(text, known := frozenset(lazim)):
        return None
    freed = unescape(text)
    for value in sorted({one for one in _strings(nilai) if _odd(one)}, key=len, reverse=True):
        for shape in (value, value.upper()):
            freed = freed.replace(shape.replace("\r\n", "\v").replace("\n", "\v"), "x")
    found = _wrong(freed, known)
    if not found:
        return None
    line = freed.count("\n", 0, found.start())
    return line + 1, _shown(freed.split("\n")[line]), _SEBUTAN[(found.lastindex or 1) - 1]


def spasi(text: str) -> frozenset[str]:
    """Words of a template before or after two and more spaces of its own."""
    found = re.finditer(r"(\S+)  +(\S*)|(\S*)  +(\S+)", text)
    return frozenset(word for one in found for word in one.groups() if word)


def _wrong(text: str, known: frozenset[str]) -> re.Match[str] | None:
    return next((one for one in _POLA.finditer(text) if not _own(text, one, known)), None)


def _own(text: str, found: re.Match[str], known: frozenset[str]) -> bool:
    if "  " not in found.group():
        return False
    before = text[: found.start() + 1].split()[-1]
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
    return bool(value.strip()) and bool(_POLA.search(f"{value}\n") or value != value.strip() or not (value[0] + value[-1]).isalnum())


def _shown(line: str) -> str:
    plain = " ".join(line.replace(_SEL, " ").split())
    return plain if len(plain) < 90 else f"{plain[:89]}…"
