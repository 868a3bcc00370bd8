"""What an SOP asks of this very case: its branch, its steps, its naskah.

Drafting and checking share this plan, so what is drafted and what is checked cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from toolkit.conditions import Jawaban, evaluate
from toolkit.model import Benda, JsonObject, KerjaSama, Langkah, Naskah, Sop


class Keadaan(StrEnum):
    BERLAKU = "berlaku"
    TIDAK_BERLAKU = "tidak-berlaku"
    BELUM_DIKETAHUI = "belum-diketahui"


@dataclass(frozen=True, slots=True)
class Ketetapan:
    """Whether something applies; if not or not known yet: why, on what basis, what decides."""

    keadaan: Keadaan = Keadaan.BERLAKU
    karena: str | None = None
    dasar: str | None = None
    penentu: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LangkahRencana:
    langkah: Langkah
    ketetapan: Ketetapan

    @property
    def keadaan(self) -> Keadaan:
        return self.ketetapan.keadaan


@dataclass(frozen=True, slots=True)
class NaskahRencana:
    naskah: Naskah
    ketetapan: Ketetapan

    @property
    def keadaan(self) -> Keadaan:
        return self.ketetapan.keadaan


@dataclass(frozen=True)
class Rencana:
    """Steps and naskah in printed order, those outside the branch included with the reason."""

    sop: Sop
    langkah: tuple[LangkahRencana, ...]
    naskah: tuple[NaskahRencana, ...]
    syarat: _Ketetapan = field(repr=False, compare=False)

    def fakta(self, penunjuk: str) -> Ketetapan:
        """Whether a fact named in `perlu` applies to this case, by its entry in the `fakta` table."""
        return self.syarat.of(self.sop.fakta.get(penunjuk, {}).get("syarat"))

    @cached_property
    def dalam_cabang(self) -> tuple[Langkah, ...]:
        """Steps that apply or may yet apply."""
        return tuple(one.langkah for one in self.langkah if one.keadaan != Keadaan.TIDAK_BERLAKU)

    @cached_property
    def menurut_id(self) -> dict[str, LangkahRencana]:
        return {one.langkah.id: one for one in self.langkah}

    def pembuat(self, langkah: Langkah, benda: Benda) -> frozenset[str]:
        """Other steps of this branch that put out what a step takes in. None: it comes from
        elsewhere, or it is an oddity of the SOP that `verify` reports; a step's own draft may be
        both in and out."""
        if any(benda.dipenuhi(out) for out in langkah.menghasilkan):
            return frozenset()
        others = (other for other in self.dalam_cabang if other.id != langkah.id)
        return frozenset(other.id for other in others if any(benda.dipenuhi(out) for out in other.menghasilkan))

    def wajib(self, langkah: Langkah) -> bool:
        """Whether leaving the step out is a deviation."""
        return not langkah.opsional and self.menurut_id[langkah.id].keadaan == Keadaan.BERLAKU


def plan(kerja_sama: KerjaSama, sop: Sop) -> Rencana:
    """The plan of one case. A naskah of a step outside the branch is outside it too."""
    rules = _Ketetapan(kerja_sama, sop)
    steps = tuple(LangkahRencana(step, rules.of(step.syarat)) for step in sop.langkah)
    place = {one.langkah.id: one.ketetapan for one in steps}
    documents = tuple(
        NaskahRencana(one, _strictest(place[one.langkah], rules.of(one.syarat))) for one in sop.naskah
    )
    return Rencana(sop, steps, documents, rules)


class _Ketetapan:
    """Evaluates each named condition once. What the law asks for binds on the day of the latest
    event; without a trail, what has no end binds."""

    def __init__(self, kerja_sama: KerjaSama, sop: Sop) -> None:
        self._kerja_sama, self._sop = kerja_sama, sop
        self._known: dict[str, Ketetapan] = {}

    @cached_property
    def _day(self) -> str | None:
        return max((event.tanggal for event in self._kerja_sama.jejak), default=None)

    def of(self, name: str | None) -> Ketetapan:
        if name is None:
            return Ketetapan()
        if name not in self._known:
            self._known[name] = self._answer(self._sop.syarat[name])
        return self._known[name]

    def _answer(self, condition: JsonObject) -> Ketetapan:
        start, end = condition.get("mulai"), condition.get("sampai")
        if start and self._day and self._day < start:
            return Ketetapan(Keadaan.TIDAK_BERLAKU, f"ketentuannya baru berlaku sejak {start}", condition["dasar"])
        if end and (self._day is None or end < self._day):
            return Ketetapan(Keadaan.TIDAK_BERLAKU, f"ketentuannya tidak berlaku lagi sesudah {end}", condition["dasar"])
        answer = evaluate(condition["jika"], self._kerja_sama.data)
        return Ketetapan(_keadaan(answer), condition["karena"], condition["dasar"], answer.penentu)


def _keadaan(answer: Jawaban) -> Keadaan:
    if answer.nilai is None:
        return Keadaan.BELUM_DIKETAHUI
    return Keadaan.BERLAKU if answer.nilai else Keadaan.TIDAK_BERLAKU


def _strictest(first: Ketetapan, second: Ketetapan) -> Ketetapan:
    order = (Keadaan.TIDAK_BERLAKU, Keadaan.BELUM_DIKETAHUI, Keadaan.BERLAKU)
    return min(first, second, key=lambda one: order.index(one.keadaan))
