"""From a heading to the fact that its column fills.

In order: `--map`, a pointer or dotted path, what a letter's own columns are called, the fact with
what holds it, its title, its key. What fits two facts is refused with both named: a wrong guess
would stand in three hundred letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from toolkit.batch.places import MITRA, Kamus, Tempat, plain
from toolkit.cells.leaves import writable
from toolkit.conditions import unescape
from toolkit.naming import child, listed

URUT = frozenset({"no", "nomor urut", "no urut", "no. urut", "urut", "#"})
PENERIMA = {"penerima": "nama", "kepada": "nama", "yth": "nama", "kepadayth": "nama", "undangan": "nama", "yangdiundang": "nama", "namaundangan": "nama"}
_DOTTED = re.compile(r"[\w$]+(?:\.[\w=|-]+|\[\d+\])+")
_NUMBERED = re.compile(r"(.*\D)(\d{1,3})\s*")


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column whose heading is understood: `letak` is how messages call it ("kolom C"), `ruas` the
    concrete place, `bekal` what a new item of an array begins with, by its depth."""

    nomor: int
    letak: str
    judul: str
    ruas: tuple[str, ...]
    skema: Mapping[str, Any]
    bekal: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def penunjuk(self) -> str:
        return "".join(f"/{one}" for one in self.ruas)


@dataclass(frozen=True, slots=True)
class Ragu:
    """A heading that is not understood, or not surely: why, and what to write instead."""

    sebab: str
    saran: str
    mirip: bool = True


class Penafsir:
    """Understands the headings of one run. `dasar` is the base case, `mitra` the partner's place in
    it, `sendiri` what a bare "nomor" or "tanggal" means: the prefix of this naskah's own facts;
    `rapat` the meeting that this naskah is about, as a segment; `objek` whether a cell may hold a
    whole part of the case, as JSON lines do."""

    def __init__(self, kamus: Kamus, dasar: Mapping[str, Any], mitra: int, sendiri: tuple[str, ...], rapat: str, *, surat: bool, objek: bool) -> None:
        self.kamus, self.dasar, self.mitra, self.sendiri, self.rapat = kamus, dasar, mitra, sendiri, rapat
        self._baru: dict[tuple[str, ...], int] = {}
        own = [one for one in kamus.tempat.values() if one.ruas[0] == "penerima" and len(one.ruas) == 2]
        self._penerima = {plain(form): one for one in own for form in _recipient(one)} if surat else {}
        tops = [one for one in kamus.tempat.values() if len(one.ruas) == 1 and (objek or writable(kamus.root, one.skema))]
        self._puncak = {plain(one.ruas[0]): one for one in tops}

    def knows(self, heading: str) -> bool:
        """Whether the heading means anything here, surely or not."""
        return bool(heading.strip()) and (self._literal(heading) is not None or bool(self._found(heading)[0]))

    def understand(self, heading: str) -> Tempat | Ragu:
        literal = self._literal(heading)
        if literal is not None:
            return literal
        places, place = self._found(heading)
        if len(places) == 1:
            return _numbered(places[0], place)
        if not places:
            return self._unknown(heading)
        return Ragu(
            f"dapat berarti {listed((one.penunjuk for one in places[:4]), 'atau')}{' dan lain-lain' if len(places) > 4 else ''}",
            f"Ganti judulnya dengan penunjuk lengkap, misalnya {places[0].penunjuk}, atau sebutkan dalam --map.",
        )

    def _found(self, heading: str) -> tuple[list[Tempat], int | None]:
        """The places that the words may mean, and the number that stands behind them."""
        found = [one for one in self._named(plain(heading)) if one.ruas[-1] != "*"]
        if found:
            return found, None
        numbered = _NUMBERED.fullmatch(heading)
        if numbered:
            word = re.sub(r"ke$", "", plain(numbered[1]))
            several = next((found for rank in self.kamus.peringkat if (found := [one for one in rank.get(word, ()) if "*" in one.ruas])), [])
            return several, int(numbered[2]) - 1
        return [], None

    def _named(self, word: str) -> list[Tempat]:
        own = self._own(word) or self._puncak.get(word)
        if own is not None:
            return [own]
        return next((rank[word] for rank in self.kamus.peringkat if word in rank), [])

    def _own(self, word: str) -> Tempat | None:
        """A letter's own columns: its addressee, its number and date."""
        key = PENERIMA.get(word, word)
        if key in self._penerima:
            return self._penerima[key]
        if key in ("nomorsurat", "tanggalsurat", "nomorundangan", "tanggalundangan", "sifatsurat"):
            key = re.sub("surat|undangan", "", key)
        if self.sendiri and key in ("nomor", "tanggal", "sifat", "tempat"):
            pattern = self.kamus.tempat.get(f"/{self.sendiri[0]}/*/{key}")
            return Tempat((*self.sendiri, key), pattern.skema) if pattern else None
        return None

    def _literal(self, heading: str) -> Tempat | None:
        """A pointer (`/rapat/0/tempat`) or a dotted path (`rapat[0].tempat`)."""
        text = heading.strip()
        if text.startswith("/"):
            parts = [unescape(one) for one in text[1:].split("/")]
        elif _DOTTED.fullmatch(text):
            parts = [one for one in re.split(r"[.\[\]]+", text) if one]
        else:
            return None
        if parts[0] == "mitra":
            parts = ["pihak", MITRA, *parts[1:]]
        schema: Mapping[str, Any] | None = self.kamus.root
        for part in parts:
            if part.startswith("x_"):
                return Tempat(tuple(parts), {"type": "string"})
            general = "*" if part == MITRA else part
            schema = child(self.kamus.root, schema, general) or self._special(parts, part) if schema is not None else None
        return Tempat(tuple(parts), schema) if schema is not None else None

    def _special(self, parts: list[str], part: str) -> Mapping[str, Any] | None:
        """The SOP's own facts stand under `khusus`, in a schema of their own."""
        pointer = "".join(f"/{one}" for one in parts[: parts.index(part) + 1])
        found = self.kamus.tempat.get(re.sub(r"/\d+(?=/|$)", "/*", pointer))
        return found.skema if found else None

    def _unknown(self, heading: str) -> Ragu:
        names = self.kamus.tulisan
        if plain(heading) in PENERIMA and not self._penerima:
            return Ragu("menyebut penerima, padahal naskah ini tidak dialamatkan kepada siapa pun", "Hapus kolom itu, atau pilih naskah berupa surat dengan --naskah.")
        near = get_close_matches(plain(heading), [*names, *(PENERIMA if self._penerima else ())], n=1, cutoff=0.82)
        if not near:
            return Ragu("tidak dikenal", "Bila kolom ini perlu, beri judul nama faktanya atau sebutkan dalam --map.", mirip=False)
        meant = names.get(near[0], near[0])
        return Ragu(f"tidak dikenal, mungkin maksudnya {meant!r}", f"Ganti judulnya menjadi {meant!r}, atau sebutkan dalam --map (null bila kolom itu tidak dipakai).")

    def settle(self, place: Tempat) -> tuple[tuple[str, ...], dict[int, dict[str, Any]]] | Ragu:
        """The concrete place in the base case, with what new items of arrays begin with."""
        done: list[str] = []
        supply: dict[int, dict[str, Any]] = {}
        here: Any = self.dasar
        for segment in place.ruas:
            part = self.rapat if segment == "*" and done == ["rapat"] else segment
            number = self._item(part, here, tuple(done), place)
            if isinstance(number, Ragu):
                return number
            if "=" in part:
                key, _, value = part.partition("=")
                supply[len(done)] = {key: value}
            done.append(part if number is None else str(number))
            here = _inside(here, done[-1])
        return tuple(done), supply

    def _item(self, part: str, here: Any, above: tuple[str, ...], place: Tempat) -> int | Ragu | None:
        """The number of the item that a segment means; None for a key."""
        items = here if isinstance(here, list) else []
        if part == MITRA:
            return self.mitra
        if part == "*":
            if len(items) < 2:
                return 0
            called = above[-1].replace("_", " ")
            return Ragu(f"menyebut {called} tanpa nomor, padahal ada {len(items)}", f"Tambahkan nomornya, misalnya \"{place.ruas[-1].replace('_', ' ')} {called} 2\", atau tulis penunjuk lengkapnya.")
        if "=" not in part:
            return None
        key, _, value = part.partition("=")
        # The last one, as drafting picks a meeting or a letter of that kind.
        known = next((at for at, one in reversed(list(enumerate(items))) if isinstance(one, Mapping) and str(one.get(key)) == value), None)
        if known is None:
            taken = sum(len(above) + 1 == len(one) and one[:-1] == above for one in self._baru)
            known = self._baru.setdefault((*above, part), len(items) + taken)
        return known


def _recipient(place: Tempat) -> tuple[str, ...]:
    """What a column of an addressee's facts may be called in a sheet of letters."""
    key = place.ruas[1]
    return key, f"{key} penerima", f"penerima {key}", str(place.skema.get("title", key))


def _numbered(place: Tempat, number: int | None) -> Tempat:
    if number is None:
        return place
    at = place.ruas.index("*")
    return Tempat((*place.ruas[:at], str(number), *place.ruas[at + 1 :]), place.skema)


def _inside(holder: Any, part: str) -> Any:
    if isinstance(holder, list):
        return holder[int(part)] if part.isdecimal() and int(part) < len(holder) else None
    return holder.get(part) if isinstance(holder, Mapping) else None


def counting(heading: str) -> bool:
    """Whether a column only numbers its rows."""
    return heading.strip().rstrip(".").casefold() in URUT
