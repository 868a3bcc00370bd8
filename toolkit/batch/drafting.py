"""One document of a series: the row's facts laid over the case, checked, drafted and written.

Runs in a process of its own where there are several: everything it needs comes with `Seri`, the
template is compiled once, and what all rows share is turned into facts once.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any

from toolkit.batch.ledger import Entri, digest, digest_of
from toolkit.batch.rows import Isian
from toolkit.cells.placing import Lapisan
from toolkit.conditions import evaluate
from toolkit.conformance import align
from toolkit.drafting.compose import Dokumen, Penyusun
from toolkit.drafting.due import diminta
from toolkit.drafting.nodes import Node, simpul
from toolkit.errors import UsageError
from toolkit.files import reason
from toolkit.findings import Finding
from toolkit.library import Library
from toolkit.model import KerjaSama, Naskah
from toolkit.plan import plan
from toolkit.references import loose_references
from toolkit.structure import problems, strict_validator

PENERIMA = "penerima"
# Parts of a case that the trail's alignment reads, besides the conditions.
JEJAK = frozenset({"sop", "jejak", "dihentikan"})


@dataclass(frozen=True)
class Seri:
    """What all documents of a run share; goes to every process."""

    data: Path | None
    sop: str
    naskah: str
    dasar: Mapping[str, Any]
    folder: Path
    force: bool = False


@dataclass(frozen=True, slots=True)
class Tugas:
    """One row to be drafted. `lama` are the files of an earlier run that it may replace."""

    baris: str
    nomor: int
    stem: str
    isi: tuple[Isian, ...]
    sidik: str
    lama: Mapping[str, str]
    berkas: Path | None = None


@dataclass(frozen=True, slots=True)
class Hasil:
    """What a row came to: files, facts that lack (pointer → where they are due), and what is wrong
    with its facts (pointer, sentence, remedy) or with its case file. `tetap`: nothing was to do."""

    tugas: Tugas
    entri: tuple[Entri, ...] = ()
    kurang: Mapping[str, str] | None = None
    salah: tuple[tuple[str | None, str, str], ...] = ()
    temuan: tuple[Finding, ...] = ()
    tetap: bool = False


class Penulis:
    """Drafts and writes the rows of one run."""

    def __init__(self, seri: Seri, library: Library) -> None:
        self.seri = seri
        self.library = library
        self.sop = self.library.sop(seri.sop)
        self.penyusun = Penyusun(self.library)
        self._shared: Node = simpul(dict(seri.dasar))
        self._forms: dict[str | None, Mapping[str, Any]] = {}
        self._questions: dict[tuple[str, ...], frozenset[int]] = {}

    @cached_property
    def _of_base(self) -> tuple[Naskah, frozenset[str]]:
        return self._planned(KerjaSama(str(self.seri.dasar.get("id", "")), self.sop.id, self.seri.dasar))

    @cached_property
    def _conditions(self) -> list[tuple[set[str], Any, bool | None]]:
        """Each condition of the SOP: the parts of a case that it reads, and its answer for the base."""
        return [(set(_keys(one["jika"])), one["jika"], evaluate(one["jika"], self.seri.dasar).nilai) for one in self.sop.syarat.values()]

    def _plan_of(self, case: KerjaSama, places: list[tuple[str, ...]]) -> tuple[Naskah, frozenset[str]]:
        """The base's own plan where the row touches nothing of the trail's and changes no answer:
        planning and aligning cost more than drafting."""
        asked = set().union(*map(self.asked, places))
        changed = any(one[0] in JEJAK for one in places) or any(
            evaluate(jika, case.data).nilai is not answer for number, (_, jika, answer) in enumerate(self._conditions) if number in asked
        )
        return self._planned(case) if changed else self._of_base

    def asked(self, place: tuple[str, ...]) -> frozenset[int]:
        """The conditions whose answer a fact at that place may change: those that name its part of
        the case and, unless the fact brings a holder of its own, its key."""
        if place not in self._questions:
            names = {place[0], place[-1]} if _holds(self.seri.dasar, place) else {place[0]}
            self._questions[place] = frozenset(number for number, (read, _, _) in enumerate(self._conditions) if names <= read)
        return self._questions[place]

    def write(self, task: Tugas) -> Hasil:
        """Raises `DataError` where the tool's own data is broken."""
        layer = Lapisan(self.seri.dasar)
        for one in task.isi:
            layer.put(one.ruas, one.nilai, one.bekal)
        touched = list(dict.fromkeys(one.ruas[0] for one in task.isi))
        data = layer.dense(touched)
        data.setdefault("id", task.stem)
        wrong = tuple(self._faults(data, touched))
        if wrong:
            return Hasil(task, salah=wrong)
        case = KerjaSama(str(data["id"]), self.sop.id, data)
        try:
            naskah, done = self._plan_of(case, [one.ruas for one in task.isi])
        except UsageError as error:
            return Hasil(task, salah=((None, str(error).rstrip("."), "Periksa fakta baris itu."),))
        facts = self._shared.dengan(**{"id": data["id"], **{key: self._facts(key, data[key]) for key in touched}})
        documents = self.penyusun.susun(case, self.sop, self._addressed(naskah, case), done, facts)
        return save(self.seri, task, documents, case.id)

    def _planned(self, case: KerjaSama) -> tuple[Naskah, frozenset[str]]:
        rencana = plan(case, self.sop)
        return diminta(self.seri.naskah, rencana), align(rencana, case).langkah_selesai

    def _addressed(self, naskah: Naskah, case: KerjaSama) -> Naskah:
        """A letter of the series goes to the row's addressee, as the profile prints one."""
        if PENERIMA not in case.data or "kepada" not in naskah.data:
            return naskah
        form = self._form(case.data.get("profil") or self.sop.profil)
        return replace(naskah, data={**naskah.data, "kepada": [form["kepada"]], "di": form["di"]})

    def _form(self, profil_id: str | None) -> Mapping[str, Any]:
        """How a profile prints an addressee; profiles are files, read once."""
        if profil_id not in self._forms:
            self._forms[profil_id] = self.library.profil(profil_id)["surat_penerima"]
        return self._forms[profil_id]

    def _facts(self, key: str, value: Any) -> Any:
        """A part of the case as facts; of a list, items that the row left alone are the base's own."""
        below, known = self.seri.dasar.get(key), self._shared.get(key)
        if not isinstance(value, list) or not isinstance(below, list) or not isinstance(known, list):
            return simpul(value, f"/{key}")
        pairs = zip_longest(value, below[: len(value)], known[: len(value)])
        return [fact if one is old else simpul(one, f"/{key}/{place}") for place, (one, old, fact) in enumerate(pairs)]

    def _faults(self, data: Mapping[str, Any], touched: list[str]) -> Iterator[tuple[str | None, str, str]]:
        """What the schema refuses in the parts that the row touched; the base is known to be sound."""
        schema = self.library.schema("kerja-sama")
        part = {key: data[key] for key in schema["required"] if key in data}
        places = {key: self._changed(key, data[key]) for key in touched}
        part |= {key: data[key] if places[key] is None else [data[key][one] for one in places[key] or ()] for key in touched}
        found = problems(strict_validator(self.library, "kerja-sama"), part, schema)
        if "khusus" in touched and self.library.resources.find("schemas", f"{self.sop.id}.schema.json"):
            found += problems(strict_validator(self.library, self.sop.id), data["khusus"], self.library.schema(self.sop.id), "/khusus")
        if data.get("sop") != self.sop.id:
            yield "/sop", f"SOP harus {self.sop.id}, tetapi tertulis {data.get('sop')!r}", "Pisahkan baris menurut SOP-nya."
        for one in found:
            yield _in_place(one.location.pointer or "", places), one.message.rstrip("."), one.suggestion or "Betulkan isinya."
        if not found and {"pihak", "naskah", "surat_kuasa"} & set(touched):
            for one in loose_references(data):
                yield one.location.pointer, one.message.rstrip("."), one.suggestion or "Betulkan isinya."

    def _changed(self, key: str, value: Any) -> list[int] | None:
        """Of a list, the items that the row touched; None where all is to be looked at."""
        below = self.seri.dasar.get(key)
        if not isinstance(value, list) or not isinstance(below, list):
            return None
        return [place for place, one in enumerate(value) if place >= len(below) or one is not below[place]] or None


def _in_place(pointer: str, places: Mapping[str, list[int] | None]) -> str:
    """A pointer into the items that were looked at, as one into the case."""
    parts = pointer.split("/")
    chosen = places.get(parts[1]) if len(parts) > 2 else None
    if chosen is not None and parts[2].isdecimal():
        parts[2] = str(chosen[int(parts[2])])
    return "/".join(parts)


def _holds(data: Any, place: tuple[str, ...]) -> bool:
    """Whether what holds a fact is there, as an object, before the fact is."""
    for part in place[:-1]:
        if isinstance(data, list):
            data = data[int(part)] if part.isdecimal() and int(part) < len(data) else None
        else:
            data = data.get(part) if isinstance(data, Mapping) else None
    return isinstance(data, Mapping)


def _keys(jika: Any) -> Iterator[str]:
    """Every key that a condition names, however deep."""
    if isinstance(jika, Mapping):
        yield from jika.get("properties", {})
        for inner in jika.values():
            yield from _keys(inner)
    elif isinstance(jika, list):
        for inner in jika:
            yield from _keys(inner)


def save(seri: Seri, task: Tugas, documents: list[Dokumen], case_id: str) -> Hasil:
    """Writes the documents of one row, all of them or none."""
    lacking = {pointer: str(place) for one in documents for pointer, place in one.kurang.items()}
    if lacking:
        return Hasil(task, kurang=lacking)
    files = {f"{task.stem}{f'-{one.urut}' if one.urut > 1 else ''}.{one.naskah.format}": one for one in documents}
    taken = tuple(wrong for name in files for wrong in _taken(seri, task, name))
    if taken:
        return Hasil(task, salah=taken)
    entries = []
    for name, one in files.items():
        data = one.isi or b""
        try:
            _put(seri.folder, name, data)
        except OSError as error:
            return Hasil(task, salah=((None, f"berkas {name} tidak dapat ditulis: {reason(error)}", "Periksa izin dan ruang folder hasil."),))
        entries.append(Entri(one.naskah.id, one.naskah.templat, name, digest(data), one.naskah.langkah, case_id, task.baris, task.sidik))
    return Hasil(task, tuple(entries))


def _taken(seri: Seri, task: Tugas, name: str) -> Iterator[tuple[None, str, str]]:
    """A file of that name that is not ours, or that a hand has changed since."""
    found = None if seri.force else digest_of(seri.folder / name)
    if found is None or found == task.lama.get(name):
        return
    why = "sudah diubah sejak ditulis" if name in task.lama else "sudah ada dan bukan hasil batch ini"
    yield None, f"berkas {name} {why}, jadi tidak ditimpa", "Pindahkan berkas itu, atau timpa dengan --force."


def _put(folder: Path, name: str, data: bytes) -> None:
    """The file appears whole or not at all; what a run cut off leaves is swept by the next."""
    temporary = f"{folder}{os.sep}.{name}.baru"
    try:
        with open(temporary, "wb") as file:
            file.write(data)
        os.replace(temporary, folder / name)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
