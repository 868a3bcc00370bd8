"""Word's own numbers: what a reader sees before a paragraph and the text itself does not hold.

Levels come from numbering.xml through the paragraph or its style; counters belong to the abstract
list, so that a list continued elsewhere goes on counting, as Word does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_ROMAWI = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_TANPA = {"bullet", "none"}


@dataclass(frozen=True, slots=True)
class Tingkat:
    """One level of a list."""

    bentuk: str = "decimal"
    teks: str = "%1."
    mulai: int = 1
    ulang: int | None = None
    legal: bool = False


class Penomoran:
    """The labels of paragraphs in the order in which they are asked for."""

    def __init__(self, root: Any | None) -> None:
        self._abstrak: dict[str, dict[int, Tingkat]] = {}
        self._milik: dict[str, str] = {}
        self._ganti: dict[str, dict[int, tuple[int | None, Tingkat | None]]] = {}
        self._gaya: dict[str, tuple[str, int]] = {}
        self._hitung: dict[str, dict[int, int]] = {}
        self._dipakai: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(self, daftar: str | None, tingkat: int) -> str:
        """The number that Word prints; empty for bullets and for what is in no list."""
        owner = self._milik.get(daftar or "")
        level = self._level(daftar or "", tingkat)
        if owner is None or level is None:
            return ""
        counts = self._hitung.setdefault(owner, {})
        self._count(daftar or "", tingkat, level, counts)
        for deeper in [one for one in counts if one > tingkat and self._restarts(daftar or "", one, tingkat)]:
            del counts[deeper]
        if level.bentuk in _TANPA:
            return ""
        return self._text(daftar or "", level, counts)

    def gaya(self, style: str) -> tuple[str, int] | None:
        """List and level of a style that a list's level names."""
        return self._gaya.get(style)

    def _count(self, daftar: str, tingkat: int, level: Tingkat, counts: dict[int, int]) -> None:
        override = self._ganti.get(daftar, {}).get(tingkat, (None, None))[0]
        if override is not None and (daftar, tingkat) not in self._dipakai:
            counts[tingkat] = override
        else:
            counts[tingkat] = counts[tingkat] + 1 if tingkat in counts else (override if override is not None else level.mulai)
        self._dipakai.add((daftar, tingkat))

    def _restarts(self, daftar: str, deeper: int, tingkat: int) -> bool:
        level = self._level(daftar, deeper)
        if level is None or level.ulang is None:
            return True
        return level.ulang != 0 and tingkat < level.ulang

    def _level(self, daftar: str, tingkat: int) -> Tingkat | None:
        own = self._ganti.get(daftar, {}).get(tingkat, (None, None))[1]
        return own or self._abstrak.get(self._milik.get(daftar, ""), {}).get(tingkat)

    def _text(self, daftar: str, level: Tingkat, counts: Mapping[int, int]) -> str:
        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            source = self._level(daftar, place) or level
            shape = "decimal" if level.legal else source.bentuk
            return angka(counts.get(place, source.mulai), shape)

        return re.sub(r"%([1-9])", number, level.teks).strip()

    def _read(self, root: Any) -> None:
        links: dict[str, str] = {}
        for one in root.findall(f"{W}abstractNum"):
            key = one.get(f"{W}abstractNumId", "")
            self._abstrak[key] = {int(level.get(f"{W}ilvl", 0)): _tingkat(level) for level in one.findall(f"{W}lvl")}
            style = one.find(f"{W}styleLink")
            if style is not None:
                links[style.get(VAL, "")] = key
        for one in root.findall(f"{W}abstractNum"):
            linked = one.find(f"{W}numStyleLink")
            if linked is not None and linked.get(VAL) in links:
                self._abstrak[one.get(f"{W}abstractNumId", "")] = self._abstrak[links[linked.get(VAL)]]
        for one in root.findall(f"{W}num"):
            self._read_num(one)
        self._read_styles(root)

    def _read_num(self, num: Any) -> None:
        key, owner = num.get(f"{W}numId", ""), num.find(f"{W}abstractNumId")
        if owner is None:
            return
        self._milik[key] = owner.get(VAL, "")
        for one in num.findall(f"{W}lvlOverride"):
            start, level = one.find(f"{W}startOverride"), one.find(f"{W}lvl")
            first = _bulat(start.get(VAL), 1) if start is not None else None
            self._ganti.setdefault(key, {})[_bulat(one.get(f"{W}ilvl"), 0)] = (first, _tingkat(level) if level is not None else None)

    def _read_styles(self, root: Any) -> None:
        holders = {owner: num for num, owner in reversed(self._milik.items())}
        for one in root.findall(f"{W}abstractNum"):
            num = holders.get(one.get(f"{W}abstractNumId", ""))
            for level in one.findall(f"{W}lvl"):
                style = level.find(f"{W}pStyle")
                if style is not None and num is not None:
                    self._gaya[style.get(VAL, "")] = (num, _bulat(level.get(f"{W}ilvl"), 0))


def _tingkat(level: Any) -> Tingkat:
    def value(tag: str, default: str) -> str:
        found = level.find(f"{W}{tag}")
        return default if found is None else found.get(VAL, default)

    restart = value("lvlRestart", "")
    return Tingkat(value("numFmt", "decimal"), value("lvlText", ""), _bulat(value("start", "1"), 1), _bulat(restart, 0) if restart else None, level.find(f"{W}isLgl") is not None)


def _bulat(text: str | None, default: int) -> int:
    try:
        return int(text or default)
    except ValueError:
        return default


def angka(nilai: int, bentuk: str) -> str:
    """A counter in one of Word's formats."""
    if bentuk == "decimalZero":
        return f"{nilai:02d}"
    if bentuk.endswith("Roman"):
        return _case(romawi(nilai), bentuk)
    if bentuk.endswith("Letter"):
        return _case(chr(ord("a") + (nilai - 1) % 26) * ((nilai - 1) // 26 + 1) if nilai > 0 else "", bentuk)
    return str(nilai)


def romawi(nilai: int) -> str:
    letters = ""
    for value, letter in _ROMAWI if 0 < nilai < 4000 else ():
        count, nilai = divmod(nilai, value)
        letters += letter * count
    return letters


def _case(text: str, bentuk: str) -> str:
    return text.upper() if bentuk.startswith("upper") else text
