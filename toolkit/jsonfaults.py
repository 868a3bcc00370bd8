"""What keeps a text from being sound JSON: the first fault, its place, and what to do about it.

Slow and careful, so it runs only over a text that is suspect or was refused. It walks without
recursion: a text nested a million deep costs no more than a flat one.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from json import decoder
from typing import NoReturn

TINGKAT_MAKS = 200
ANGKA_MAKS = 100
_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORD = re.compile(r"[-+]?[A-Za-z0-9_.+]+")
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})')
_LONE = re.compile(r"[\ud800-\udfff]")
_SCANSTRING: Callable[[str, int, bool], tuple[str, int]] = vars(decoder)["scanstring"]
_LITERAL = ("true", "false", "null")
_QUOTES = "'\u2018\u2019\u201c\u201d\u00ab\u00bb`"


@dataclass(frozen=True, slots=True)
class Cacat:
    """A fault at an offset of the text; `masalah` and `saran` are halves of one sentence."""

    offset: int
    masalah: str
    saran: str


class _Found(Exception):
    def __init__(self, fault: Cacat) -> None:
        super().__init__(fault.masalah)
        self.fault = fault


def cacat(text: str) -> Cacat | None:
    """The first fault of a text; None if it is sound."""
    try:
        _Walk(text).run()
    except _Found as found:
        return found.fault
    return None


_State = Callable[[], "_State | None"]


class _Walk:
    """A walk over the text: each state reads one token and returns the state that follows."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.open: list[set[str] | None] = []  # the keys of each open object; None for an array

    def run(self) -> None:
        state: _State | None = self.value
        while state is not None:
            state = state()

    def value(self) -> _State:
        char = self.peek()
        if char == "{":
            self.enter(set())
            return self.first_key
        if char == "[":
            self.enter(None)
            return self.first_item
        if char == '"':
            self.string()
        else:
            self.scalar(char)
        return self.after

    def enter(self, keys: set[str] | None) -> None:
        if len(self.open) == TINGKAT_MAKS:
            self.fail(f"isinya bertingkat lebih dari {TINGKAT_MAKS}", "kurangi tingkat kurungnya")
        self.open.append(keys)
        self.place += 1

    def first_key(self) -> _State:
        return self.leave() if self.peek() == "}" else self.key

    def first_item(self) -> _State:
        return self.leave() if self.peek() == "]" else self.value

    def leave(self) -> _State:
        self.open.pop()
        self.place += 1
        return self.after

    def key(self) -> _State:
        char = self.peek()
        if char != '"':
            self.unexpected(char, "nama kunci dalam tanda kutip ganda")
        start, keys = self.place, self.open[-1]
        name = self.string()
        assert keys is not None
        if name in keys:
            self.fail(f"kunci {_shown(name)} ditulis dua kali pada tingkat yang sama", "hapus salah satunya", start)
        keys.add(name)
        char = self.peek()
        if char != ":":
            self.unexpected(char, f"titik dua sesudah kunci {_shown(name)}")
        self.place += 1
        return self.value

    def after(self) -> _State | None:
        if not self.open:
            self.end()
            return None
        in_object, char = self.open[-1] is not None, self.peek()
        if char == ("}" if in_object else "]"):
            return self.leave()
        if char and char in '"{[0123456789-tfn':
            self.fail("koma sesudah nilai sebelumnya belum ada", "tambahkan koma di sana")
        if char != ",":
            self.unexpected(char, "koma atau kurung kurawal tutup" if in_object else "koma atau kurung siku tutup")
        comma = self.place
        self.place += 1
        if self.peek() in ("}", "]"):
            self.fail("ada koma berlebih sebelum kurung tutup", "hapus koma itu", comma)
        return self.key if in_object else self.value

    def end(self) -> None:
        if self.peek():
            self.fail("masih ada tulisan sesudah kurung tutup terakhir", "hapus tulisan itu atau betulkan kurungnya")

    def string(self) -> str:
        start = self.place
        try:
            value, self.place = _SCANSTRING(self.text, start + 1, True)
        except json.JSONDecodeError as error:
            self.broken_string(start, error.pos)
        half = _LONE.search(value)
        if half:
            self.fail(f"teks berisi separuh karakter (U+{ord(half[0]):04X})", "tulis ulang karakter itu", start)
        return value

    def broken_string(self, start: int, at: int) -> NoReturn:
        at = min(at, len(self.text))
        char = self.text[at : at + 1]
        if char and char < " " and at > start:
            self.fail(f"karakter kendali U+{ord(char):04X} tidak boleh ditulis langsung di dalam teks", "tutup tanda kutipnya, atau tulis \\n untuk baris baru", at)
        slash = self.text.rfind("\\", start, at + 1)
        if slash >= at - 6 and slash > start and not _ESCAPE.match(self.text, slash):
            self.fail("garis miring terbalik diikuti huruf yang tidak dikenal", "tulis \\\\ untuk garis miring terbalik", slash)
        self.fail("teks ini tidak ditutup tanda kutip ganda", "tambahkan tanda kutip penutupnya", start)

    def scalar(self, char: str) -> None:
        number = _NUMBER.match(self.text, self.place)
        word = _WORD.match(self.text, self.place)
        written = word[0] if word else char
        if written in _LITERAL:
            self.place += len(written)
        elif number and (word is None or number.end() >= word.end()):
            self.number(number)
        elif written.lstrip("+-") in ("NaN", "Infinity"):
            self.fail(f"{written} bukan angka yang dapat dipakai", "tulis angkanya, atau hapus kuncinya bila belum ada")
        else:
            self.unexpected(char, "sebuah nilai", written)

    def number(self, found: re.Match[str]) -> None:
        if found[1] is None and found[2] is None:
            if len(found[0]) > ANGKA_MAKS:
                self.fail(f"bilangan lebih panjang daripada {ANGKA_MAKS} angka", "periksa angkanya")
        elif math.isinf(float(found[0])):
            self.fail("bilangan terlalu besar untuk dihitung", "periksa angkanya")
        self.place = found.end()

    def peek(self) -> str:
        found = _SPACE.match(self.text, self.place)
        self.place = found.end() if found else self.place
        return self.text[self.place : self.place + 1]

    def unexpected(self, char: str, wanted: str, written: str | None = None) -> NoReturn:
        if not char:
            self.fail(f"berkas berakhir padahal {wanted} belum ada", "lengkapi bagian yang terpotong")
        if char in _QUOTES:
            self.fail(f"seharusnya {wanted}, tetapi tertulis tanda kutip {char}", 'pakai tanda kutip ganda lurus (")')
        if self.text.startswith(("//", "/*", "#"), self.place):
            self.fail("komentar tidak dikenal dalam JSON", "hapus komentar itu")
        self.fail(f"seharusnya {wanted}, tetapi tertulis {_shown(written or char)}", "perbaiki tulisan di tempat itu")

    def fail(self, masalah: str, saran: str, offset: int | None = None) -> NoReturn:
        raise _Found(Cacat(self.place if offset is None else offset, masalah, saran))


def _shown(word: str) -> str:
    short = word if len(word) <= 40 else word[:39] + "…"
    return json.dumps(short, ensure_ascii=not short.isprintable())
