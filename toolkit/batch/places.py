"""Every fact that a schema knows, with the words by which a heading may mean it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from toolkit.cells.leaves import Ruas, places, writable

MITRA = "@mitra"
# Words of clerks' headings for words of the schema.
SINONIM = {"no": "nomor", "nmr": "nomor", "tgl": "tanggal", "hp": "telepon", "telp": "telepon", "tlp": "telepon", "wa": "telepon", "email": "surel", "kab": "kabupaten"}


@dataclass(frozen=True)
class Tempat:
    """A fact's place as segments: keys, `*` for any item, `@mitra` for the partner's item."""

    ruas: tuple[str, ...]
    skema: Mapping[str, Any] = field(compare=False, hash=False)

    @property
    def penunjuk(self) -> str:
        return "".join(f"/{one}" for one in self.ruas)


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A heading as it is compared: no accents, case, spaces or marks, common short forms spelt out."""
    letters = unicodedata.normalize("NFKD", text.casefold()).replace("e-mail", "email")
    words = re.findall(r"[a-z0-9@]+", "".join(one for one in letters if not unicodedata.combining(one)))
    return "".join(SINONIM.get(one, one) for one in words)


class Kamus:
    """Places by their names, in three ranks: the fact with what holds it, its title, its key."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self.root = root
        self.tempat: dict[str, Tempat] = {}
        self.peringkat: tuple[dict[str, list[Tempat]], ...] = ({}, {}, {})
        self.tulisan: dict[str, str] = {}
        self.add(root, root, ())

    def add(self, root: Mapping[str, Any], schema: Mapping[str, Any], above: tuple[Ruas, ...]) -> None:
        """Takes in all that stands under a schema."""
        for trail, found in places(root, schema, above):
            place = Tempat(tuple(one.key for one in trail), found)
            self.tempat[place.penunjuk] = place
            if writable(root, found):
                self._name(trail, place)

    def add_special(self, root: Mapping[str, Any]) -> None:
        """The SOP's own facts, which stand under `khusus`."""
        self.add(root, root, (Ruas("khusus", "fakta khusus"),))

    def _name(self, trail: tuple[Ruas, ...], place: Tempat) -> None:
        last = trail[-1] if trail[-1].key != "*" else trail[-2]
        holders = [one for one in trail[:-1] if one.key != "*" and one is not last]
        self._put(1, (last.title,), place)
        self._put(2, (last.key,), place)
        for form in dict.fromkeys(_forms(last, holders)):
            self._put(0, form, place)
        if trail[0].key == "pihak" and len(trail) > 2:
            self._name_partner(trail, last, Tempat((trail[0].key, MITRA, *place.ruas[2:]), place.skema))

    def _name_partner(self, trail: tuple[Ruas, ...], last: Ruas, place: Tempat) -> None:
        partner = Ruas("mitra", "mitra")
        self.tempat[place.penunjuk] = place
        for form in _forms(last, [partner, *(one for one in trail[2:-1] if one.key != "*")]):
            self._put(0, form, place)
        if len(trail) > 3:
            for form in ((last.title, "mitra"), (last.key, "mitra")):
                self._put(1, form, place)

    def _put(self, rank: int, form: tuple[str, ...], place: Tempat) -> None:
        word = "".join(map(plain, form))
        known = self.peringkat[rank].setdefault(word, [])
        if place not in known:
            known.append(place)
        self.tulisan.setdefault(word, " ".join(form))


def _forms(last: Ruas, holders: list[Ruas]) -> Iterator[tuple[str, ...]]:
    """"penawaran nomor", "nomor penawaran", "nomor surat penawaran", "nomor surat pada surat penawaran"."""
    if not holders:
        yield from ((last.title,), (last.key,))
        return
    for part in dict.fromkeys((last.key, last.title)):
        for near in dict.fromkeys((holders[-1].key, holders[-1].title)):
            yield part, near
            yield part, "pada", near
            yield near, part
    keys = [one.key for one in holders]
    yield *keys, last.key
    yield last.key, *reversed(keys)
    yield last.title, *(one.title for one in reversed(holders))
