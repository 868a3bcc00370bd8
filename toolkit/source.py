"""JSON text as values, with the line and column of each JSON Pointer.

The values come from json's C scanner. Places are looked up only when somebody asks for one, one
container at a time, since most files have nothing to complain of. What a file of facts must not
hold though JSON libraries let it pass (a key twice, NaN, half a character) is refused here.
"""

from __future__ import annotations

import json
import math
import os
import re
import stat
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from toolkit.errors import InputError
from toolkit.files import reason
from toolkit.jsonfaults import ANGKA_MAKS, TINGKAT_MAKS, Cacat, cacat

BATAS_BYTE = 20 * 1024 * 1024
MAKS_NILAI = 500_000
_SPACE = re.compile(r"[ \t\r\n]*")
_HALF = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
_STRING = re.compile(r'"[^"\\]*+(?:\\(?s:.)[^"\\]*+)*+"')
_BRACKET = re.compile(r"[\[\]{}]")
_DECODER = json.JSONDecoder()


class _Refused(ValueError):
    """Raised inside json's hooks, which know no place; `cacat` then finds it."""


@dataclass(frozen=True)
class Source:
    """A JSON text as read. `name` is the path as the user gave it."""

    text: str
    name: str
    value: Any
    _inside: dict[int, dict[str, int]] = field(default_factory=dict, repr=False, compare=False)

    def position(self, pointer: str) -> tuple[int, int]:
        """Line and column (from 1, in characters) of the value at an RFC 6901 pointer; where there
        is no such value, of its nearest parent that there is."""
        return self.line_column(self.offset(pointer))

    def offset(self, pointer: str) -> int:
        """Where in the text that value begins."""
        place = _skip(self.text, 0)
        for part in pointer.split("/")[1:]:
            found = self._children(place).get(part.replace("~1", "/").replace("~0", "~"))
            if found is None:
                break
            place = found
        return place

    def line_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def _children(self, place: int) -> dict[str, int]:
        if place not in self._inside:
            self._inside[place] = dict(_children(self.text, place))
        return self._inside[place]


def load(path: str | Path) -> Source:
    """Reads one JSON file. Raises `InputError` in one sentence on anything else."""
    return parse(_decoded(_bytes(Path(path), str(path)), str(path)), str(path))


def parse(text: str, name: str) -> Source:
    """Reads JSON text. Raises `InputError` with line and column on what is no sound JSON."""
    text = text.removeprefix("\ufeff")
    deep = _too_deep(text)
    if not deep and text.count(",") + text.count("]") + text.count("}") > MAKS_NILAI:
        # Walking millions of brackets for the place of a fault would take half a minute.
        limit = f"{MAKS_NILAI:,}".replace(",", ".")
        raise InputError(f"Berkas {name} berisi lebih dari {limit} nilai; berkas kerja sama berisi fakta saja, periksa apakah berkas ini yang dimaksud.")
    if deep or _HALF.search(text):
        _refuse_faults(text, name)
    try:
        return Source(text, name, _HOOKED.decode(text))
    except (_Refused, json.JSONDecodeError) as error:
        _refuse_faults(text, name)
        offset = getattr(error, "pos", 0)
        _refuse(text, name, Cacat(offset, "bukan JSON yang benar", "perbaiki tulisan di tempat itu"))


def _too_deep(text: str) -> bool:
    """Whether brackets stand deeper than allowed: json's scanner recurses, so it is asked before.
    Among more brackets than a file may have values, only the first are looked at."""
    if text.count("[") + text.count("{") <= TINGKAT_MAKS:
        return False
    depth = 0
    for found in islice(_BRACKET.finditer(_STRING.sub("", text)), 2 * MAKS_NILAI):
        depth += 1 if found[0] in "[{" else -1
        if depth > TINGKAT_MAKS:
            return True
    return False


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise _Refused
    return value


def _constant(_name: str) -> NoReturn:
    raise _Refused


def _integer(digits: str) -> int:
    if len(digits) > ANGKA_MAKS:
        raise _Refused
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if math.isinf(value):
        raise _Refused
    return value


_HOOKED = json.JSONDecoder(
    object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer, parse_float=_float
)


def _refuse_faults(text: str, name: str) -> None:
    fault = cacat(text)
    if fault is not None:
        _refuse(text, name, fault)


def _refuse(text: str, name: str, fault: Cacat) -> NoReturn:
    line, column = Source(text, name, None).line_column(fault.offset)
    raise InputError(
        f"Berkas {name} baris {line} kolom {column}: {fault.masalah}; {fault.saran}.", line=line, column=column
    )


def _bytes(path: Path, name: str) -> bytes:
    try:
        # Opening a pipe or device could wait for ever, so its kind is asked first.
        _require_regular(path.stat().st_mode, name)
        with path.open("rb") as file:
            _require_regular(os.fstat(file.fileno()).st_mode, name)
            content = file.read(BATAS_BYTE + 1)
    except OSError as error:
        raise InputError(f"Berkas {name} tidak dapat dibaca: {reason(error)}; periksa jalur dan izinnya.") from error
    except ValueError as error:
        raise InputError(f"Nama berkas {name!r} tidak dapat dipakai; periksa penulisannya.") from error
    if len(content) > BATAS_BYTE:
        limit = BATAS_BYTE // 1024 // 1024
        raise InputError(f"Berkas {name} lebih besar daripada {limit} MB; berkas kerja sama berisi fakta saja, simpan lampiran sebagai berkas sendiri.")
    return content


def _require_regular(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise InputError(f"{name} adalah folder, bukan berkas JSON; sebutkan berkas di dalamnya.")
    if not stat.S_ISREG(mode):
        raise InputError(f"{name} bukan berkas biasa (pipa atau perangkat); simpan dahulu isinya sebagai berkas JSON.")


def _decoded(content: bytes, name: str) -> str:
    wide = _wide(content)
    if wide:
        raise InputError(f"Berkas {name} tersimpan sebagai {wide}; simpan ulang sebagai UTF-8.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = content[: error.start].decode("utf-8-sig")
        _refuse(text, name, Cacat(len(text), "ada huruf yang tidak tersimpan sebagai UTF-8", "simpan ulang berkas itu sebagai UTF-8"))
    if not text.strip():
        raise InputError(f"Berkas {name} kosong; isi dengan fakta kerja sama, misalnya dibuat dengan kerjasama new.")
    return text


def _wide(content: bytes) -> str | None:
    """UTF-32 or UTF-16, by their mark or by the zero bytes around the first character."""
    head = content[:4]
    if head in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return "UTF-32"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    zeros = [place for place, byte in enumerate(head) if byte == 0]
    if len(head) == 4 and zeros in ([1, 2, 3], [0, 1, 2]):
        return "UTF-32"
    return "UTF-16" if zeros in ([1, 3], [0, 2]) else None


def _children(text: str, place: int) -> Iterator[tuple[str, int]]:
    """The members of an object or items of an array that begins at `place`, with their offsets."""
    if text[place] == "{":
        yield from _members(text, _skip(text, place + 1))
    elif text[place] == "[":
        for number, start in enumerate(_items(text, _skip(text, place + 1))):
            yield str(number), start


def _members(text: str, place: int) -> Iterator[tuple[str, int]]:
    while text[place] != "}":
        key, colon = _DECODER.raw_decode(text, place)
        value = _skip(text, _skip(text, colon) + 1)
        yield key, value
        place = _after(text, value)


def _items(text: str, place: int) -> Iterator[int]:
    while text[place] != "]":
        yield place
        place = _after(text, place)


def _after(text: str, value: int) -> int:
    """Where the next member or item, or the closing bracket, begins."""
    place = _skip(text, _DECODER.raw_decode(text, value)[1])
    return _skip(text, place + 1) if text[place] == "," else place


def _skip(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place
