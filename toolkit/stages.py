"""When each step's facts are due: now, at the next step, later, never, or not known yet.

*Now* is what has been reached and what is due: a step that was done, one that the trail has passed
by, and one that is to be done next, since its doer needs the facts at hand (a scope that waits for the
things of another has no such step: `conformance` holds it back). *Next* is whatever becomes
due once all that is due now is done and every decision on the way is a yes. A step that may be left
out is due by being done; before that it is at most next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property

from toolkit.conformance import Bagian, Keselarasan, align
from toolkit.model import KerjaSama, Langkah
from toolkit.plan import Keadaan, Rencana


class Tahap(StrEnum):
    SEKARANG = "sekarang"
    BERIKUT = "berikut"
    NANTI = "nanti"
    BELUM_DIKETAHUI = "belum-diketahui"
    TIDAK_BERLAKU = "tidak-berlaku"


def stages(rencana: Rencana, keselarasan: Keselarasan, kerja_sama: KerjaSama) -> Mapping[str, Tahap]:
    """The stage of every step by its id."""
    where = _Where(rencana, keselarasan)
    following = where.after(kerja_sama)
    return {one.langkah.id: where.stage(one.langkah, following) for one in rencana.langkah}


class _Where:
    """Where the trail stands in its plan."""

    def __init__(self, rencana: Rencana, keselarasan: Keselarasan) -> None:
        self.rencana, self.keselarasan = rencana, keselarasan

    @cached_property
    def reached(self) -> frozenset[str]:
        """Steps done, and those that a later step of their order shows to be passed by."""
        done = self.keselarasan.pernah
        passed = {step.id for step in self.rencana.dalam_cabang if self.rencana.wajib(step) and self._passed(step, done)}
        return frozenset(done | passed)

    def _passed(self, step: Langkah, done: frozenset[str]) -> bool:
        order = self.rencana.sop.urutan
        return any(
            other.lingkup == step.lingkup
            and order[other.id] > order[step.id]
            and step.id not in other.paralel
            and other.id not in step.paralel
            for other in self.rencana.dalam_cabang
            if other.id in done
        )

    @cached_property
    def due(self) -> tuple[tuple[Bagian, Langkah], ...]:
        """Steps to be done next, with the share of the trail that waits for them."""
        return tuple(self._due())

    def _due(self) -> Iterator[tuple[Bagian, Langkah]]:
        if self.keselarasan.dihentikan:
            return
        for part in self.keselarasan.bagian:
            for step in (self.rencana.menurut_id[one].langkah for one in part.berikut):
                yield part, step

    def after(self, kerja_sama: KerjaSama) -> frozenset[str]:
        """Steps that become due once those due now are done."""
        events = [
            {"langkah": step.id, "waktu": "", "untuk": part.untuk, "putusan": "setuju" if step.putusan else None}
            for part, step in self.due if self.rencana.wajib(step)
        ]
        if not events:
            return frozenset()
        trail = [*kerja_sama.data.get("jejak", ()), *events]
        supposed = KerjaSama(kerja_sama.id, kerja_sama.sop, {**kerja_sama.data, "jejak": trail})
        then = _Where(self.rencana, align(self.rencana, supposed))
        return frozenset(step.id for _, step in then.due)

    def stage(self, step: Langkah, following: frozenset[str]) -> Tahap:
        keadaan = self.rencana.menurut_id[step.id].keadaan
        if step.id in self.reached:
            return Tahap.SEKARANG
        if keadaan is Keadaan.TIDAK_BERLAKU or self.keselarasan.berakhir:
            return Tahap.TIDAK_BERLAKU
        if keadaan is Keadaan.BELUM_DIKETAHUI:
            return Tahap.BELUM_DIKETAHUI
        if step.id in {one.id for _, one in self.due}:
            return Tahap.SEKARANG if self.rencana.wajib(step) else Tahap.BERIKUT
        return Tahap.BERIKUT if step.id in following else Tahap.NANTI
