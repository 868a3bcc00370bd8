"""What a case still lacks, stage by stage. "Valid" is not "complete", and the two are never mixed.

Five stages. *Sekarang*: facts of steps that have been reached and of the step that is due. *Berikut*:
of the step after that. *Nanti*: of later steps. *Tidak berlaku*: the condition of the fact or of its
step says no, or the process has ended. *Belum diketahui*: a condition reads facts that are absent.
Which facts a step needs stands in `perlu` alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from toolkit.attachments import unreadable
from toolkit.cases import Case, located
from toolkit.conditions import Fakta, facts
from toolkit.conformance import Keselarasan
from toolkit.findings import Finding, Layer, Location, Severity, Verdict
from toolkit.model import Langkah
from toolkit.naming import name
from toolkit.placeholders import attached, blank, placeholder, refers_to_attachment
from toolkit.plan import Keadaan, Ketetapan, Rencana, ketetapan_fakta


class Tahap(StrEnum):
    SEKARANG = "sekarang"
    BERIKUT = "berikut"
    NANTI = "nanti"
    TIDAK_BERLAKU = "tidak-berlaku"
    BELUM_DIKETAHUI = "belum-diketahui"


@dataclass(frozen=True, slots=True)
class Kelengkapan:
    """One fact that is not answered, at the earliest step that needs it. `alasan` tells why it does
    not apply, or which facts decide; `isian` is what stands there instead of an answer."""

    tahap: Tahap
    penunjuk: str
    pointer: str
    nama: str
    langkah: Langkah
    lapis: Layer
    dasar: str
    saran: str
    alasan: str = ""
    isian: str | None = None


@dataclass(frozen=True)
class HasilValidasi:
    """`findings` in order of place, structure included; `butir` all that is unanswered, `terisi`
    the number of facts answered."""

    findings: tuple[Finding, ...]
    butir: tuple[Kelengkapan, ...]
    terisi: int


def validate(case: Case, rencana: Rencana, keselarasan: Keselarasan) -> HasilValidasi:
    """Everything wrong or missing in one case, in one run."""
    survey = _Survey(case, rencana, keselarasan)
    items = tuple(survey.items())
    found = [*_findings(case, items), *survey.gate(), *unreadable(case)]
    placed = sorted((located(one, case) for one in found), key=_order)
    return HasilValidasi((*case.struktur, *placed), items, survey.answered)


def _order(finding: Finding) -> tuple[int, int, str]:
    return (-finding.severity.rank, finding.location.line or 0, finding.location.pointer or "")


class _Survey:
    """Walks the plan's steps in order and asks for each fact once."""

    def __init__(self, case: Case, rencana: Rencana, keselarasan: Keselarasan) -> None:
        self.case, self.rencana, self.keselarasan = case, rencana, keselarasan
        self.schema = case.library.schema("kerja-sama")
        self.answered = 0
        whole = case.source.value
        self.refused = set(whole) - set(case.kerja_sama.data)

    @cached_property
    def stages(self) -> dict[str, Tahap]:
        """The stage of every step of the branch."""
        due, reached = set(self.keselarasan.berikut), self.keselarasan.pernah
        order = [step.id for step in self.rencana.dalam_cabang]
        last_due = max((order.index(one) for one in due), default=len(order))
        following = order[last_due + 1 : last_due + 2]
        return {
            one.langkah.id: self._stage(one.langkah, one.keadaan, due, reached, following)
            for one in self.rencana.langkah
        }

    def _stage(self, step: Langkah, keadaan: Keadaan, due: set[str], reached: frozenset[str], following: list[str]) -> Tahap:
        if step.id in reached:
            return Tahap.SEKARANG
        if keadaan is Keadaan.TIDAK_BERLAKU or self.keselarasan.berakhir:
            return Tahap.TIDAK_BERLAKU
        if keadaan is Keadaan.BELUM_DIKETAHUI:
            return Tahap.BELUM_DIKETAHUI
        if step.id in due:
            return Tahap.BERIKUT if step.opsional else Tahap.SEKARANG
        return Tahap.BERIKUT if step.id in following else Tahap.NANTI

    def items(self) -> Iterator[Kelengkapan]:
        asked: set[str] = set()
        rank = list(Tahap).index
        for one in sorted(self.rencana.langkah, key=lambda s: rank(self.stages[s.langkah.id])):
            for penunjuk in one.langkah.perlu:
                if penunjuk not in asked and penunjuk.split("/")[1] not in self.refused:
                    asked.add(penunjuk)
                    yield from self._ask(one.langkah, one.ketetapan, penunjuk)

    def _ask(self, step: Langkah, place: Ketetapan, penunjuk: str) -> Iterator[Kelengkapan]:
        own = ketetapan_fakta(self.case.kerja_sama, self.case.sop, penunjuk)
        stage, reason = self._applies(self.stages[step.id], place, own)
        for fact in facts(self.case.kerja_sama.data, penunjuk):
            lacking = blank(fact.value)
            stand_in = not lacking and self._stands_in(fact)
            if lacking or stand_in:
                yield self._item(stage, step, penunjuk, fact, reason, stand_in)
            else:
                self.answered += 1

    def _applies(self, stage: Tahap, place: Ketetapan, own: Ketetapan) -> tuple[Tahap, str]:
        for one in (own, place):
            if one.keadaan is Keadaan.TIDAK_BERLAKU:
                return Tahap.TIDAK_BERLAKU, one.karena or ""
        if stage is Tahap.TIDAK_BERLAKU:
            return stage, "proses sudah berakhir"
        undecided = [one for one in (own, place) if one.keadaan is Keadaan.BELUM_DIKETAHUI]
        if undecided and stage is not Tahap.SEKARANG or own in undecided:
            deciding = dict.fromkeys(pointer for one in undecided for pointer in one.penentu)
            return Tahap.BELUM_DIKETAHUI, "bergantung pada " + ", ".join(self._name(one) for one in deciding)
        return stage, ""

    def _stands_in(self, fact: Fakta) -> bool:
        if refers_to_attachment(fact.value):
            return not attached(self.case.kerja_sama.data, fact.pointer)
        return placeholder(fact.value)

    def _name(self, pointer: str) -> str:
        return name(self.schema, pointer)

    def _item(self, stage: Tahap, step: Langkah, penunjuk: str, fact: Fakta, reason: str, stand_in: bool) -> Kelengkapan:
        entry = self.case.sop.fakta.get(penunjuk, {})
        called = (entry.get("nama") or self._name(penunjuk)) + self._whose(fact.pointer)
        return Kelengkapan(
            stage, penunjuk, fact.pointer, called, step,
            Layer(entry.get("lapis", "sop")),
            entry.get("dasar") or self.case.sop.dasar(step.id),
            entry.get("saran") or f"Isi {called}.",
            reason,
            str(fact.value) if stand_in else None,
        )

    def _whose(self, pointer: str) -> str:
        """The item of an array that a fact belongs to, by its own name: " (PT Lawu)"."""
        place = re.match(r"/([^/]+)/([0-9]+)(?=/)", pointer)
        item = self.case.kerja_sama.data[place[1]][int(place[2])] if place else {}
        owner = item.get("nama") if isinstance(item, dict) and place and not pointer.endswith("/nama") else None
        return f" ({owner})" if owner else ""

    def gate(self) -> Iterator[Finding]:
        """What had to be there before the first step (`gerbang`), once the trail has begun."""
        if not self.keselarasan.pernah:
            return
        for one in self.case.sop.data.get("gerbang", ()):
            for fact in facts(self.case.kerja_sama.data, one["perlu"]):
                if blank(fact.value):
                    proved = one.get("bobot") == "pokok"
                    yield Finding(
                        "berkas-awal",
                        Severity.ERROR if proved else Severity.WARNING,
                        f"{_capital(self._name(one['perlu']))} harus ada sebelum langkah pertama, tetapi belum ada.",
                        (one["dasar"],),
                        suggestion="Lengkapi sebelum proses dilanjutkan.",
                        location=Location(fact.pointer),
                    )


def _findings(case: Case, items: Iterable[Kelengkapan]) -> Iterator[Finding]:
    """Due now is an error or warning, due next an info; an absent container is told once."""
    open_now = [one for one in items if one.tahap in {Tahap.SEKARANG, Tahap.BERIKUT}]
    groups: dict[tuple[str, Tahap, str], list[Kelengkapan]] = {}
    for one in open_now:
        groups.setdefault((_container(case, one), one.tahap, one.lapis), []).append(one)
    for (container, _, _), members in groups.items():
        yield _finding(case, members, container or members[0].pointer)


def _container(case: Case, item: Kelengkapan) -> str:
    """The absent object or array that holds the fact, else the fact itself."""
    top = "/" + item.pointer.split("/")[1]
    absent = blank(case.kerja_sama.data.get(top[1:]))
    return top if absent and item.isian is None else f"{item.pointer}#{item.penunjuk}"


def _finding(case: Case, members: list[Kelengkapan], place: str) -> Finding:
    first = members[0]
    rule = _rule(first)
    names = ", ".join(dict.fromkeys(one.nama for one in members))
    lacking = "belum diisi" if first.isian is None else f"baru tertulis {first.isian!r}"
    return Finding(
        rule,
        _severity(case, first, rule),
        f"{_capital(names)} harus ada pada langkah {first.langkah.nomor}, tetapi {lacking}.",
        tuple(dict.fromkeys(one.dasar for one in members)),
        first.lapis,
        _verdict(case, rule),
        first.saran if len(members) == 1 else f"Isi {names}.",
        (first.langkah.id,),
        Location(place.partition("#")[0]),
    )


KHUSUS = {"/kak": "unsur-kak", "/studi_kelayakan": "studi-kelayakan"}


def _rule(item: Kelengkapan) -> str:
    if item.isian is not None:
        return "isian-kosong"
    return KHUSUS.get("/" + item.pointer.split("/")[1], "kelengkapan-wajib")


def _severity(case: Case, item: Kelengkapan, rule: str) -> Severity:
    if item.tahap is Tahap.BERIKUT:
        return Severity.INFO
    # A KAK that the partner brings rests on the SOP alone; our own is bound by the law.
    incoming = rule == "unsur-kak" and case.kerja_sama.prakarsa != "daerah"
    unproved = _verdict(case, rule) is not Verdict.TIDAK_SESUAI
    return Severity.WARNING if rule == "isian-kosong" or incoming else Severity.INFO if unproved else Severity.ERROR


def _verdict(case: Case, rule: str) -> Verdict:
    unknown = rule == "studi-kelayakan" and case.kerja_sama.prakarsa is None
    return Verdict.BELUM_TERBUKTI if unknown else Verdict.TIDAK_SESUAI


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
