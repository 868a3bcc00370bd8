"""What a case still lacks, stage by stage. "Valid" is not "complete", and the two are never mixed.

Which facts a step needs stands in `perlu` alone, and what had to be there before the first step in
`gerbang`. A fact is asked for once, at the earliest step that needs it; when that is due, `stages`
tells. Due now is an error or warning, due at the next step an info; later stages are no findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from toolkit.attachments import unreadable
from toolkit.cases import Case, located
from toolkit.conditions import Fakta, facts
from toolkit.conformance import Keselarasan
from toolkit.exemptions import exempt
from toolkit.findings import Finding, Layer
from toolkit.gaps import registry
from toolkit.hollow import hollow
from toolkit.lacking import BERKAS_AWAL, Kelengkapan, findings, rule_of
from toolkit.model import Langkah
from toolkit.naming import fact_name, name
from toolkit.placeholders import attached, blank, refers_to_attachment, stand_ins
from toolkit.plan import Keadaan, Ketetapan, Rencana
from toolkit.signers import fakta
from toolkit.stages import Tahap, stages

__all__ = ["HasilValidasi", "Kelengkapan", "Tahap", "validate"]


@dataclass(frozen=True)
class HasilValidasi:
    """`findings` the worst first, structure before all; `butir` all that is unanswered, `terisi`
    the number of facts answered."""

    findings: tuple[Finding, ...]
    butir: tuple[Kelengkapan, ...]
    terisi: int


def validate(case: Case, rencana: Rencana, keselarasan: Keselarasan) -> HasilValidasi:
    """Everything wrong or missing in one case, in one run."""
    survey = _Survey(case, rencana, keselarasan)
    items = tuple(survey.items())
    judged = [*findings(case, items), *hollow(case, {one.pointer for one in items}), *unreadable(case)]
    found = exempt(case.kerja_sama.data.get("pengecualian", ()), judged, registry().__contains__)
    placed = sorted((located(one, case) for one in found), key=_order)
    return HasilValidasi((*case.struktur, *placed), items, survey.answered)


def _order(finding: Finding) -> tuple[int, int, str]:
    return (-finding.severity.rank, finding.location.line or 0, finding.location.pointer or "")


class _Survey:
    """Walks the plan's steps, those due first, and asks for each fact once."""

    def __init__(self, case: Case, rencana: Rencana, keselarasan: Keselarasan) -> None:
        self.case, self.rencana, self.keselarasan = case, rencana, keselarasan
        self.data = case.kerja_sama.data
        self.schema = case.library.schema("kerja-sama")
        self.answered = 0
        # Of a part that the schema refuses, nothing more is asked.
        self.asked: set[str] = set()
        self.refused = set(case.source.value) - set(self.data)

    @cached_property
    def stages(self) -> dict[str, Tahap]:
        return dict(stages(self.rencana, self.keselarasan, self.case.kerja_sama))

    def items(self) -> Iterator[Kelengkapan]:
        # Without a trail that can be read nobody knows what is due.
        if "jejak" in self.refused:
            return
        yield from self._gate()
        rank = list(Tahap).index
        for one in sorted(self.rencana.langkah, key=lambda s: rank(self.stages[s.langkah.id])):
            for penunjuk in self._new(one.langkah.perlu):
                yield from self._ask(one.langkah, one.ketetapan, penunjuk)
            yield from self._signers(one.langkah)

    def _signers(self, step: Langkah) -> Iterator[Kelengkapan]:
        """Who signs the letters of a step: their form has no place for an unknown officer."""
        forms = self._signed_forms
        for one in self.rencana.naskah:
            if one.naskah.langkah == step.id and one.naskah.asal == "dibuat" and one.naskah.templat in forms:
                for penunjuk in self._new(tuple(fakta(self.case.kerja_sama, self.case.sop, one.naskah))):
                    yield from self._ask(step, one.ketetapan, penunjuk)

    @cached_property
    def _signed_forms(self) -> frozenset[str]:
        return frozenset(self.case.profil.get("templat_berpejabat", ()))

    def _new(self, wanted: tuple[str, ...]) -> Iterator[str]:
        for penunjuk in wanted:
            if penunjuk not in self.asked and penunjuk.split("/")[1] not in self.refused:
                self.asked.add(penunjuk)
                yield penunjuk

    def _gate(self) -> Iterator[Kelengkapan]:
        """What must be there before the first step may begin: by the SOP, and by the agency's own wish."""
        first = self.case.sop.langkah[0]
        for one in (*self.case.sop.data.get("gerbang", ()), *self.case.profil.get("gerbang", ())):
            for penunjuk in self._new((one["perlu"],)):
                for item in self._ask(first, Ketetapan(), penunjuk, Tahap.SEKARANG):
                    pokok = one.get("bobot") == "pokok"
                    yield replace(item, aturan=BERKAS_AWAL, dasar=one["dasar"], pokok=pokok)

    def _ask(
        self, step: Langkah, place: Ketetapan, penunjuk: str, stage: Tahap | None = None
    ) -> Iterator[Kelengkapan]:
        own = self.rencana.fakta(penunjuk)
        for fact in facts(self.data, penunjuk):
            due = stage or self._stage_of(step, fact)
            applies, reason = self._applies(due, place, own)
            if blank(fact.value):
                yield self._item(applies, due, step, penunjuk, fact.pointer, reason)
                continue
            instead = list(self._stand_ins(fact))
            self.answered += not instead
            for pointer, text in instead:
                yield replace(self._item(applies, due, step, penunjuk, pointer, reason), isian=text if text.strip() else None)

    def _stage_of(self, step: Langkah, fact: Fakta) -> Tahap:
        """Of a step that runs per partner or per naskah, a fact of one naskah is due as far as that
        naskah's own share of the trail has come."""
        found, stage = re.match(r"/naskah/([0-9]+)/", fact.pointer), self.stages[step.id]
        if step.lingkup is None or found is None or stage not in {Tahap.SEKARANG, Tahap.BERIKUT}:
            return stage
        steps, order = self.rencana.sop.langkah_menurut_id, self.rencana.sop.urutan
        naskah = self.case.kerja_sama.naskah[int(found[1])]
        come = self.keselarasan.pernah_bagi(naskah) | self.keselarasan.berikut_bagi(naskah)
        behind = any(steps[one].lingkup == step.lingkup and order[one] >= order[step.id] for one in come)
        return stage if behind else Tahap.NANTI

    def _applies(self, stage: Tahap, place: Ketetapan, own: Ketetapan) -> tuple[Tahap, str]:
        """The fact's own stage, which its condition may set apart from its step's, and why."""
        outside = [one for one in (own, place) if one.keadaan is Keadaan.TIDAK_BERLAKU]
        if own in outside or (outside and stage is not Tahap.SEKARANG):
            return Tahap.TIDAK_BERLAKU, outside[0].karena or ""
        if stage is Tahap.TIDAK_BERLAKU:
            return stage, "proses sudah berakhir"
        undecided = [one for one in (own, place) if one.keadaan is Keadaan.BELUM_DIKETAHUI]
        if own in undecided or (undecided and stage is not Tahap.SEKARANG):
            deciding = dict.fromkeys(pointer for one in undecided for pointer in one.penentu)
            return Tahap.BELUM_DIKETAHUI, "bergantung pada " + ", ".join(self._name(one) for one in deciding)
        return stage, ""

    def _stand_ins(self, fact: Fakta) -> Iterator[tuple[str, str]]:
        if refers_to_attachment(fact.value):
            if not attached(self.data, fact.pointer):
                yield fact.pointer, fact.value
        else:
            yield from stand_ins(fact.value, fact.pointer)

    def _name(self, pointer: str) -> str:
        return name(self.schema, pointer)

    def _item(self, stage: Tahap, due: Tahap, step: Langkah, penunjuk: str, pointer: str, reason: str) -> Kelengkapan:
        entry = self.case.sop.fakta.get(penunjuk, {})
        called = fact_name(self.schema, self.case.sop.fakta, penunjuk) + self._whose(pointer)
        return Kelengkapan(
            stage, penunjuk, pointer, called, step,
            Layer(entry.get("lapis", "sop")),
            entry.get("dasar") or self.case.sop.dasar(step.id),
            entry.get("saran") or f"Isi {called}.",
            rule_of(self.case, penunjuk),
            due,
            reason,
        )

    def _whose(self, pointer: str) -> str:
        """The item of an array that a fact belongs to, by its own name: " (PT Lawu)"."""
        place = re.match(r"/([^/]+)/([0-9]+)(?=/)", pointer)
        item = facts(self.data, place[0])[0].value if place else None
        owner = item.get("nama") if isinstance(item, dict) and not pointer.endswith("/nama") else None
        return f" ({owner})" if owner else ""
