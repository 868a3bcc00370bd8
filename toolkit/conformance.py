"""The trail against the plan: what was done, what is due next, and what deviates.

It tells what happened to the order and judges nothing: severity, layer and words are the rules'
business. Steps with a `lingkup` are aligned per scope, the trail being split by the event's
`untuk`; order between scopes is held by artefacts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from toolkit.alignment import Alur, Cerita, Kejadian, Operasi, tell
from toolkit.model import JsonObject, KerjaSama, Langkah, Peristiwa, Sop
from toolkit.plan import Rencana

PERBAIKAN = frozenset({"koreksi", "rapat", "telaah"})
BERHADAPAN = {"paraf": "tanda-tangan", "tanda-tangan": "paraf"}


@dataclass(frozen=True, slots=True)
class Penyimpangan:
    """One deviation. `jenis`: terlewat, tertukar, berulang, tak-dikenal, luar-cabang,
    setelah-penolakan, putusan-kosong, putusan-berlawanan. `peristiwa` are places in `jejak`; for
    `terlewat` it is the event before which the steps are missed. For `tertukar` the step that came
    too early or too late stands first. `wajar` marks a repeat after a return, koreksi or rapat."""

    jenis: str
    langkah: tuple[str, ...]
    peristiwa: tuple[int, ...]
    wajar: bool = False


@dataclass(frozen=True, slots=True)
class Bagian:
    """One scope's share of the trail and where it stands. `per`: what the scope runs by (siklus,
    mitra, naskah); `pernah`: its steps done at least once; `tertahan`: it has not begun and cannot,
    since another scope must first put out what it needs."""

    lingkup: str | None
    untuk: str | None
    selesai: frozenset[str]
    berikut: tuple[str, ...]
    berakhir: bool
    per: str | None = None
    pernah: frozenset[str] = frozenset()
    tertahan: bool = False

    def milik(self, naskah: JsonObject) -> bool:
        """Whether it concerns one naskah of the case: where the scope runs per partner or per
        naskah, only the share of its own `untuk` or id."""
        own = {"mitra": naskah.get("untuk"), "naskah": naskah.get("id")}.get(self.per or "")
        return own is None or self.untuk in (None, own)


@dataclass(frozen=True)
class Keselarasan:
    """What the trail did to the plan. `cocok` maps places in `jejak` to step ids, in order."""

    cocok: dict[int, str]
    penyimpangan: tuple[Penyimpangan, ...]
    bagian: tuple[Bagian, ...]
    dihentikan: bool = False

    @cached_property
    def langkah_selesai(self) -> frozenset[str]:
        return frozenset(step for part in self.bagian for step in part.selesai)

    @cached_property
    def pernah(self) -> frozenset[str]:
        """Steps that were done at least once, undone by a return or not."""
        return frozenset(self.cocok.values())

    @cached_property
    def berikut(self) -> tuple[str, ...]:
        """Steps due next; empty when the process has ended."""
        if self.dihentikan:
            return ()
        return tuple(dict.fromkeys(step for part in self.bagian for step in part.berikut))

    def pernah_bagi(self, naskah: JsonObject) -> frozenset[str]:
        """Steps done at least once as far as one naskah of the case is concerned."""
        return frozenset(step for part in self.bagian if part.milik(naskah) for step in part.pernah)

    def berikut_bagi(self, naskah: JsonObject) -> frozenset[str]:
        """Steps due next as far as one naskah of the case is concerned."""
        return frozenset(self.berikut) & {step for part in self.bagian if part.milik(naskah) for step in part.berikut}

    @property
    def berakhir(self) -> bool:
        return self.dihentikan or all(part.berakhir or part.tertahan for part in self.bagian)


def align(rencana: Rencana, kerja_sama: KerjaSama) -> Keselarasan:
    """The alignment of a case's trail with its plan."""
    known, strange = _split(rencana, kerja_sama.jejak)
    told = [_Telling(rencana, part) for part in _parts(rencana, known)]
    cocok = dict(sorted(item for one in told for item in one.cocok.items()))
    return Keselarasan(
        cocok,
        tuple(_folded([*strange, *(p for one in told for p in one.penyimpangan())], cocok)),
        tuple(_held_back(rencana, [one.bagian() for one in told], frozenset(cocok.values()))),
        kerja_sama.dihentikan is not None,
    )


def _held_back(rencana: Rencana, parts: Sequence[Bagian], done: frozenset[str]) -> Iterator[Bagian]:
    """A scope that has not begun is due only when other scopes have put out what it needs."""
    for part in parts:
        untouched = part.lingkup is not None and not part.pernah and part.berikut
        if untouched and all(_waits(rencana, step, done) for step in part.berikut):
            yield replace(part, berikut=(), tertahan=True)
        else:
            yield part


def _waits(rencana: Rencana, step_id: str, done: frozenset[str]) -> bool:
    step = rencana.menurut_id[step_id].langkah
    needed = (rencana.pembuat(step, thing) for thing in step.memakai if thing.syarat is None)
    return any(makers and not makers & done for makers in needed)


def _split(rencana: Rencana, jejak: Sequence[Peristiwa]) -> tuple[list[Peristiwa], list[Penyimpangan]]:
    """Events of the branch's steps, and deviations for events of no step or of no such branch."""
    inside = {step.id for step in rencana.dalam_cabang}
    known, strange = [], []
    for event in jejak:
        if event.langkah in inside:
            known.append(event)
        elif event.langkah in rencana.menurut_id:
            strange.append(Penyimpangan("luar-cabang", (event.langkah,), (event.nomor,)))
        else:
            strange.append(Penyimpangan("tak-dikenal", (), (event.nomor,)))
    return known, strange


@dataclass(frozen=True, slots=True)
class _Part:
    lingkup: str | None
    untuk: str | None
    langkah: tuple[Langkah, ...]
    jejak: tuple[Peristiwa, ...]
    per: str | None = None


def _parts(rencana: Rencana, known: Sequence[Peristiwa]) -> Iterator[_Part]:
    """Each scope's steps with each of its shares of the trail; an untouched scope has one."""
    place = {step.id: step.lingkup for step in rencana.dalam_cabang}
    for scope in dict.fromkeys(place.values()):
        steps = tuple(step for step in rencana.dalam_cabang if step.lingkup == scope)
        events = [event for event in known if place[event.langkah] == scope]
        shares = dict.fromkeys(event.untuk for event in events) if scope else {None: None}
        for untuk in shares or {None: None}:
            own = tuple(e for e in events if not scope or e.untuk == untuk)
            yield _Part(scope, untuk, steps, own, rencana.sop.data.get("lingkup", {}).get(scope, {}).get("untuk"))


class _Telling:
    """The story of one share of the trail, read as deviations."""

    def __init__(self, rencana: Rencana, part: _Part) -> None:
        self.part = part
        self.alur = Alur(part.langkah, [rencana.wajib(step) for step in part.langkah])
        events = [Kejadian(self.alur.nomor[e.langkah], e.putusan) for e in part.jejak]
        self.cerita: Cerita = tell(self.alur, events)
        self.lebih = [one for one in self.cerita.operasi if one.jenis == "lebih"]
        self.lewat = [one for one in self.cerita.operasi if one.jenis in {"lewat", "lewat-putusan"}]
        self.cocok = {
            part.jejak[one.peristiwa].nomor: part.langkah[one.langkah].id
            for one in self.cerita.operasi
            if one.jenis not in {"lewat", "lewat-putusan"}
        }

    def bagian(self) -> Bagian:
        done = self.cerita.selesai
        ended = self.cerita.berakhir or self.alur.tuntas(done)
        following = () if ended else tuple(self.part.langkah[one].id for one in self.alur.berikut(done))
        missed = {one.langkah for one in self.lewat} - {one.langkah for one in self.lebih}
        finished = {
            step.id for place, step in enumerate(self.part.langkah)
            if done >> place & 1 and place not in missed and step.id in self.cocok.values()
        }
        early = {self.part.langkah[one.langkah].id for one in self.lebih if not done >> one.langkah & 1}
        return Bagian(
            self.part.lingkup, self.part.untuk, frozenset(finished | early), following, ended,
            self.part.per, frozenset(self.cocok.values()),
        )

    def penyimpangan(self) -> Iterator[Penyimpangan]:
        moved = {one.langkah for one in self.lebih} & {one.langkah for one in self.lewat}
        yield from self._missed(moved)
        yield from self._exchanged()
        yield from self._answers()
        yield from self._doubled()
        for one in self.lebih:
            yield self._moved(one) if one.langkah in moved else self._surplus(one)

    def _doubled(self) -> Iterator[Penyimpangan]:
        """The same person logged twice for one occurrence of a step."""
        jejak = self.part.jejak
        for one in self.cerita.operasi:
            if one.jenis != "lanjutan" or self.part.langkah[one.langkah].berulang:
                continue
            earlier, event = jejak[one.peristiwa - 1], jejak[one.peristiwa]
            if (earlier.pelaksana, earlier.nama) == (event.pelaksana, event.nama):
                yield self._deviation("berulang", [one.langkah], [one.peristiwa])

    def _missed(self, moved: set[int]) -> Iterator[Penyimpangan]:
        """Runs of steps left out before the same event, first to last."""
        runs: dict[int, list[int]] = {}
        for one in self.lewat:
            if one.langkah not in moved:
                runs.setdefault(one.peristiwa, []).append(one.langkah)
        for event, steps in runs.items():
            yield self._deviation("terlewat", sorted(steps), [event])

    def _exchanged(self) -> Iterator[Penyimpangan]:
        swapped = [one for one in self.cerita.operasi if one.jenis == "tukar"]
        for late, early in zip(swapped[::2], swapped[1::2], strict=True):
            yield self._deviation("tertukar", [late.langkah, early.langkah], [late.peristiwa, early.peristiwa])

    def _answers(self) -> Iterator[Penyimpangan]:
        for one in self.cerita.operasi:
            if one.jenis in {"putusan-kosong", "putusan-berlawanan", "setelah-penolakan"}:
                yield self._deviation(one.jenis, [one.langkah], [one.peristiwa])

    def _moved(self, extra: Operasi) -> Penyimpangan:
        """A step done far from its place: named with the neighbour that it should have stood by; a
        paraf that passed a signature, or a signature that passed a paraf, with the one it passed."""
        place = next(one.peristiwa for one in self.lewat if one.langkah == extra.langkah)
        others = self._matched_between(*sorted((place, extra.peristiwa)))
        opposite = BERHADAPAN.get(self.part.langkah[extra.langkah].tindakan)
        told = [one for one in others if self.part.langkah[one].tindakan == opposite] or others
        other = told[:1] if extra.peristiwa > place else told[-1:]
        return self._deviation("tertukar", [extra.langkah, *other], [extra.peristiwa])

    def _matched_between(self, first: int, last: int) -> list[int]:
        return [
            one.langkah for one in self.cerita.operasi
            if one.jenis not in {"lewat", "lebih"} and first <= one.peristiwa <= last
        ]

    def _surplus(self, extra: Operasi) -> Penyimpangan:
        """One event too many: after the end, a repeat, or a step done before its turn."""
        if self.cerita.berakhir and self._after_end(extra):
            return self._deviation("setelah-penolakan", [extra.langkah], [extra.peristiwa])
        if any(one.langkah == extra.langkah and one.jenis != "lebih" for one in self.cerita.operasi):
            return self._deviation("berulang", [extra.langkah], [extra.peristiwa], self._after_correction(extra))
        later = self._later_predecessors(extra)
        if later:
            return self._deviation("tertukar", [extra.langkah, later[-1]], [extra.peristiwa])
        missing = self._missing_before(extra.langkah)
        return self._deviation("terlewat", missing or [extra.langkah], [extra.peristiwa])

    def _after_end(self, extra: Operasi) -> bool:
        matched = [one.peristiwa for one in self.cerita.operasi if one.jenis not in {"lewat", "lebih"}]
        return extra.peristiwa > max(matched)

    def _after_correction(self, extra: Operasi) -> bool:
        """Whether the step's first repeat follows a koreksi, rapat or return since it was done."""
        previous = [one.peristiwa for one in self.cerita.operasi if one.langkah == extra.langkah and one.jenis != "lewat" and one.peristiwa < extra.peristiwa]
        if len(previous) != 1:
            return False
        between = self.part.jejak[previous[0] : extra.peristiwa + 1]
        steps = (self.part.langkah[self.alur.nomor[event.langkah]] for event in between)
        return any(PERBAIKAN & step.semua_tindakan for step in steps)

    def _later_predecessors(self, extra: Operasi) -> list[int]:
        needed = self.alur.sebelum[extra.langkah]
        return [
            one.langkah for one in self.cerita.operasi
            if one.jenis == "cocok" and one.peristiwa > extra.peristiwa and needed >> one.langkah & 1
        ]

    def _missing_before(self, step: int) -> list[int]:
        lacking = self.alur.sebelum[step] & ~(self.cerita.selesai | self.alur.bebas)
        return [place for place in range(len(self.part.langkah)) if lacking >> place & 1]

    def _deviation(self, jenis: str, steps: Sequence[int], events: Sequence[int], wajar: bool = False) -> Penyimpangan:
        jejak = self.part.jejak
        return Penyimpangan(
            jenis,
            tuple(self.part.langkah[step].id for step in steps),
            tuple(jejak[event].nomor for event in events),
            wajar,
        )


def _folded(found: list[Penyimpangan], cocok: dict[int, str]) -> Iterator[Penyimpangan]:
    """An event of an unknown step just where steps are missed stands for those steps."""
    missed = {one.peristiwa[0]: one for one in found if one.jenis == "terlewat"}
    named: set[int] = set()
    for one in found:
        if one.jenis != "tak-dikenal":
            continue
        following = next((place for place in cocok if place > one.peristiwa[0]), None)
        if following in missed and following not in named:
            named.add(following)
            yield Penyimpangan("tak-dikenal", missed[following].langkah, one.peristiwa)
        else:
            yield one
    yield from (one for one in found if one.jenis != "tak-dikenal" and not (one.jenis == "terlewat" and one.peristiwa[0] in named))


def nama_langkah(sop: Sop, *langkah: str) -> str:
    """Steps as a message names them: "langkah 4 (Meminta Legal Drafting …)"."""
    steps = [sop.langkah_menurut_id[one] for one in langkah]
    return " dan ".join(f"langkah {step.nomor} ({ringkas(step.kegiatan)})" for step in steps)


def ringkas(kegiatan: str, panjang: int = 70) -> str:
    text = " ".join(kegiatan.split())
    return text if len(text) <= panjang else text[: panjang - 1].rsplit(" ", 1)[0] + " …"
