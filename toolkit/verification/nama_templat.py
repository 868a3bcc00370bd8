"""The names that a template may use, each with its type: the contract of the context, and what the
checklists, the profiles and the schema of a case give besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from toolkit.drafting.contract import BILANGAN, KONTEKS, OBJEK, TEKS
from toolkit.drafting.tags import BAGIAN
from toolkit.errors import DataError
from toolkit.verification.data import Berkas, Data
from toolkit.verification.isian import Isian
from toolkit.verification.jenis_nilai import (
    SEBARANG,
    Jenis,
    dari_nilai,
    dari_penunjuk,
    gabung,
    larik,
    objek,
    satu,
    tertulis,
)
from toolkit.verification.lembar import bagian
from toolkit.verification.penggunaan import Lingkup, Penilai
from toolkit.verification.tanda import bertanda

# What the law's data says of a naskah has no schema of its own.
_TERBUKA = ("ketentuan",)
_DEPTH = 3


class NamaTemplat:
    """Types the names for each template; `salah` holds what the checklists themselves say wrongly."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.root: Mapping[str, Any] = data.library.schema("kerja-sama")
        self.umum = self._common()
        self.salah: list[tuple[Berkas, str, str]] = []
        self._given: dict[str | None, list[dict[str, Jenis]]] = {}
        for berkas in data.checklists:
            self._read(berkas)

    def _common(self) -> dict[str, Jenis]:
        roles = self.data.library.schema("checklist")["$defs"]["peran"]["enum"]
        names = {key: dari_penunjuk(self.root, f"/{key}") for key in self.root["properties"]}
        names |= {key: tertulis(self.root, told) for key, told in KONTEKS.items()}
        names["surat"] = _open(names["surat"])
        return names | {
            "profil": gabung(*(dari_nilai(one.isi) for one in self.data.jenis("profil") if isinstance(one.isi, dict))),
            "jabatan": objek({one.replace("-", "_"): satu(TEKS) for one in roles}),
            "data": _open(objek({})),
            "tangan": _open(objek({"baris": larik(satu(BILANGAN))})),
            **dict.fromkeys(_TERBUKA, SEBARANG),
        }

    def _read(self, berkas: Berkas) -> None:
        """What each naskah of a checklist gives to its template."""
        for place, one in enumerate(berkas.isi["naskah"]):
            work = Isian(self.umum)
            given = work.data(one.get("data", {}), f"/naskah/{place}/data")
            self.salah += [(berkas, pointer, message) for pointer, message in work.salah]
            self._given.setdefault(one.get("templat"), []).append(given)

    def untuk(self, path: Path) -> dict[str, Jenis]:
        """The names of one template; of a shared part those of the templates that hold it, and
        what their loops bind around it."""
        if path not in self.data.bagian:
            return self._with(self._given.get(path.stem) or self._every())
        hosts = self._hosts.get(path.stem, [])
        given = [one for host, _ in hosts for one in self._given.get(host, ())]
        bound = {name: gabung(*(scope[name] for _, scope in hosts if name in scope)) for _, scope in hosts for name in scope}
        return {**self._with(given or self._every()), **bound}

    def pemakai(self, path: Path) -> frozenset[str]:
        """The templates that a template or shared part stands in."""
        return frozenset(host for host, _ in self._hosts.get(path.stem, ())) if path in self.data.bagian else frozenset({path.stem})

    def _every(self) -> list[dict[str, Jenis]]:
        return [one for users in self._given.values() for one in users]

    def _with(self, given: list[dict[str, Jenis]]) -> dict[str, Jenis]:
        keys = {key: gabung(*(one[key] for one in given if key in one)) for one in given for key in one}
        return {**self.umum, "data": _open(objek(keys)), "surat": _over(self.umum["surat"], keys)}

    @cached_property
    def _hosts(self) -> dict[str, list[tuple[str, Lingkup]]]:
        """The templates that hold each part, themselves or through another part, with the scope."""
        found: dict[str, list[tuple[str, Lingkup]]] = {}
        for path in self.data.templat:
            names = self._with(self._given.get(path.stem) or self._every())
            for name, scope in self._held(path, names, {}, 0):
                found.setdefault(name, []).append((path.stem, scope))
        return found

    def _held(self, path: Path, names: Lingkup, around: Lingkup, depth: int) -> Iterator[tuple[str, Lingkup]]:
        try:
            parts = list(bagian(path))
        except DataError:
            return  # templat-rusak says why
        known = {one.stem: one for one in self.data.bagian}
        for part in parts:
            for _, tag, scope in bertanda(part, Penilai({**names, **around})):
                match = BAGIAN.fullmatch(tag)
                if match and match.group(1) in known and depth < _DEPTH:
                    yield match.group(1), {**around, **scope}
                    yield from self._held(known[match.group(1)], names, {**around, **scope}, depth + 1)


def _open(known: Jenis) -> Jenis:
    """An object that may have keys of which nothing is known."""
    return Jenis(frozenset({OBJEK}), kunci=lambda key: known.kunci(key) or SEBARANG, nama=known.nama)


def _over(base: Jenis, keys: Mapping[str, Jenis]) -> Jenis:
    """The letter: its own keys, then the texts of `data`."""
    own = set(base.nama())
    return Jenis(frozenset({OBJEK}), kunci=lambda key: keys[key] if key in keys and key not in own else base.kunci(key), nama=lambda: [*own, *keys])


def lain(data: Data, names: Mapping[str, Jenis], root: Mapping[str, Any]) -> Iterator[tuple[Berkas, str, str]]:
    """What clauses and komparisi say wrongly."""
    for berkas in (*data.jenis("klausul"), *data.jenis("komparisi")):
        work = Isian(names)
        if isinstance(berkas.isi, dict) and not data.salah(berkas):
            work.klausul(berkas.isi) if berkas.jenis == "klausul" else work.komparisi(berkas.isi, root)
        yield from ((berkas, pointer, message) for pointer, message in work.salah)
