"""A part's markup apart from its words: markup that was judged once is known again.

Words are what stands between a ">" and the next "<". Where the markup without them is well-formed,
every "<" in it opens a tag and the next ">" closes that tag, so no words can change the shape; what
words can still spoil is looked at in the words. Documents of one template mostly share their markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.drafting.gate_text import TANDA_BACA

# Line breaks between paragraphs count as markup.
_KATA = re.compile(rb">(\n*[^<\n][^<]*)<")
_RUJUKAN = (b"&amp;", b"&lt;", b"&gt;", b"&quot;", b"&apos;", b"&#34;", b"&#39;")
_KENDALI = bytes({*range(32)} - {9, 10, 13})
_BUKAN_XML = ("\ufffe", "\uffff")
_SELA = b"\0"
_BUKAN_TANDA = bytes(range(len(TANDA_BACA) + 1, 256))
_HURUF = bytes(range(1, len(TANDA_BACA) + 1)), b"".join(sign for _, sign in TANDA_BACA)
_MAKS = 8


def pisah(data: bytes) -> tuple[bytes, list[bytes]]:
    """The markup of a part, marked where words stand, and the words."""
    pieces = _KATA.split(data)
    return (b">%b<" % _SELA).join(pieces[::2]), pieces[1::2]


def sendiri(markup: bytes) -> bytes | None:
    """The markup without its marks, to be parsed; None where it has signs in which "<" opens no tag."""
    return None if b"<!" in markup or b"<?" in markup[1:] else markup.replace(_SELA, b"")


def sela(markup: bytes) -> list[bytes]:
    """What a reader sees between the words of sound markup: as `gate_text.terbaca` does, but all tags
    of a kind at a time."""
    for number, (tag, _) in enumerate(TANDA_BACA, 1):
        markup = markup.replace(tag, bytes([number]))
    plain = markup.translate(bytes.maketrans(*_HURUF), _BUKAN_TANDA)
    return plain.split(_SELA)


@dataclass(frozen=True, slots=True)
class Bentuk:
    """What is known of sound markup: its drawings, and what a reader sees between the words."""

    gambar: Sequence[str]
    sela: Sequence[bytes]

    def terbaca(self, words: Sequence[bytes]) -> str | None:
        """The part as `gate_text.terbaca` reads it; None where words are none that a parser is sure
        to take, so that the whole is to be looked at."""
        plain = b"".join(words)
        if len(plain.translate(None, _KENDALI)) < len(plain) or b"]]>" in plain or plain.count(b"&") != sum(map(plain.count, _RUJUKAN)):
            return None
        pieces = [b""] * (2 * len(words) + 1)
        pieces[::2] = self.sela
        pieces[1::2] = [one.replace(b"\n", b"") for one in words] if b"\n" in plain else words
        text = b"".join(pieces).decode()
        return None if any(one in text for one in _BUKAN_XML) else text


class Ingatan:
    """The latest markup of each part that was found sound."""

    def __init__(self) -> None:
        self._known: dict[str, dict[bytes, Bentuk]] = {}

    def kenal(self, part: str, markup: bytes) -> Bentuk | None:
        return self._known.get(part, {}).get(markup)

    def catat(self, part: str, markup: bytes, gambar: Sequence[str]) -> Bentuk:
        """Markup that is well-formed by itself and sound."""
        known = self._known.setdefault(part, {})
        if len(known) >= _MAKS:
            del known[next(iter(known))]
        known[markup] = Bentuk(gambar, sela(markup))
        return known[markup]
