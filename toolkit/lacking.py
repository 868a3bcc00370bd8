"""Gaps as findings: which rule speaks, how severe, on what basis; an absent part is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.cases import Case
from toolkit.conditions import facts
from toolkit.conformance import nama_langkah
from toolkit.findings import Finding, Layer, Location, Severity, Verdict
from toolkit.gaps import (
    berkas_awal,
    isian_kosong,
    kelengkapan_wajib,
    studi_kelayakan,
    unsur_kak,
)
from toolkit.hukum import Ketentuan
from toolkit.model import Langkah
from toolkit.naming import capital, listed, name, shown
from toolkit.placeholders import blank
from toolkit.stages import Tahap

WAJIB, KOSONG, BERKAS_AWAL = kelengkapan_wajib.ID, isian_kosong.ID, berkas_awal.ID
KAK, STUDI = unsur_kak.ID, studi_kelayakan.ID


@dataclass(frozen=True, slots=True)
class Kelengkapan:
    """One fact that is not answered, at the earliest step that needs it. `tahap` is the fact's,
    `tahap_langkah` its step's; `alasan` tells why it does not apply, or which facts decide; `isian`
    is what stands there instead of an answer; `pokok` says how grave a gap at the gate is."""

    tahap: Tahap
    penunjuk: str
    pointer: str
    nama: str
    langkah: Langkah
    lapis: Layer
    dasar: str
    saran: str
    aturan: str = WAJIB
    tahap_langkah: Tahap = Tahap.SEKARANG
    alasan: str = ""
    isian: str | None = None
    pokok: bool = True


def rule_of(case: Case, penunjuk: str) -> str:
    """The rule that asks for a fact: the law's own where it lists the fact as an element."""
    for topik in (KAK, STUDI):
        if any(penunjuk in _elements(one) for one in case.library.hukum.ketentuan(topik)):
            return topik
    return WAJIB


def _elements(provision: Ketentuan) -> set[str]:
    return {fact for element in provision.isi.get("unsur", ()) for fact in element.get("fakta", ())}


def findings(case: Case, items: Iterable[Kelengkapan]) -> Iterator[Finding]:
    """What is due now or next; facts of one absent part are one finding."""
    groups: dict[tuple[str, ...], list[Kelengkapan]] = {}
    for one in items:
        if _told(case, one):
            groups.setdefault((_part(case, one), one.tahap, one.lapis, one.aturan, str(one.pokok)), []).append(one)
    for (part, *_), members in groups.items():
        yield _finding(case, members, part)


def _told(case: Case, item: Kelengkapan) -> bool:
    # Whether a partner must bring a study hangs on who began: that it is open is worth saying.
    began = case.kerja_sama.jenis is not None and case.kerja_sama.prakarsa is not None
    open_study = not began and item.tahap is Tahap.BELUM_DIKETAHUI and item.aturan == STUDI and item.tahap_langkah is Tahap.SEKARANG
    return item.tahap in {Tahap.SEKARANG, Tahap.BERIKUT} or open_study


def _part(case: Case, item: Kelengkapan) -> str:
    """The largest part of the case that is absent with the fact, as a pattern where it is an item
    of an array; the fact itself where it alone is lacking or a text stands in for it."""
    if item.isian is not None:
        return item.pointer
    concrete, wanted = item.pointer.split("/")[1:], item.penunjuk.split("/")[1:]
    for length in range(1, len(concrete)):
        prefix = "".join(f"/{one}" for one in concrete[:length])
        if all(blank(fact.value) for fact in facts(case.kerja_sama.data, prefix)):
            return prefix
    if len(concrete) < len(wanted):
        return item.pointer + f"/{wanted[len(concrete)]}"
    return item.pointer


def _finding(case: Case, members: Sequence[Kelengkapan], part: str) -> Finding:
    first = members[0]
    rule = KOSONG if first.isian is not None and first.aturan != BERKAS_AWAL else first.aturan
    severity, verdict = _weight(case, first, rule)
    basis, layer = _basis(case, members, rule)
    # Where no item of an array is chosen, the array is the place: all members have it as theirs.
    place = part if len(members) > 1 and first.pointer.startswith(part) else first.pointer
    return Finding(
        rule, severity, _message(case, members, part), basis, layer, verdict, _suggestion(case, members, part),
        (first.langkah.id,), Location(place),
    )


def _suggestion(case: Case, members: Sequence[Kelengkapan], part: str) -> str:
    advice = {one.saran for one in members}
    return advice.pop() if len(advice) == 1 else f"Lengkapi {_called(case, part)} pada tempat itu."


def _called(case: Case, part: str) -> str:
    return name(case.library.schema("kerja-sama"), part)


def _message(case: Case, members: Sequence[Kelengkapan], part: str) -> str:
    first = members[0]
    whole = _called(case, part) if len(members) > 1 else first.nama
    names = listed(dict.fromkeys(one.nama.removesuffix(f" dalam {whole}") for one in members))
    step = nama_langkah(case.sop, first.langkah.id)
    if first.tahap is Tahap.BELUM_DIKETAHUI:
        return f"{capital(whole)} mungkin harus ada pada {step}, tetapi itu {first.alasan}, yang belum diisi."
    when = f"sebelum {step} dimulai" if first.aturan == BERKAS_AWAL else f"pada {step}"
    if first.isian is not None:
        return f"{capital(names)} harus terjawab {when}, tetapi baru tertulis {shown(first.isian)}."
    if len(members) > 1:
        return f"{capital(whole)} harus memuat {names} {when}, tetapi belum diisi sama sekali."
    return f"{capital(names)} harus ada {when}, tetapi belum diisi."


def _weight(case: Case, item: Kelengkapan, rule: str) -> tuple[Severity, Verdict]:
    open_now = (Severity.INFO, Verdict.BELUM_TERBUKTI)
    if item.tahap is not Tahap.SEKARANG:
        return open_now
    if rule == KOSONG or not item.pokok:
        return Severity.WARNING, Verdict.TIDAK_SESUAI
    if rule == STUDI and case.kerja_sama.prakarsa is None:
        return open_now
    # A KAK that the partner brings rests on the SOP alone; our own is bound by the law.
    lighter = rule == KAK and _law(case, item) is None
    return (Severity.WARNING if lighter else Severity.ERROR), Verdict.TIDAK_SESUAI


def _basis(case: Case, members: Sequence[Kelengkapan], rule: str) -> tuple[tuple[str, ...], Layer]:
    law = _law(case, members[0]) if rule == KAK else None
    if law is not None:
        return (law.dasar,), Layer.HUKUM
    return tuple(dict.fromkeys(one.dasar for one in members)), members[0].lapis


def _law(case: Case, item: Kelengkapan) -> Ketentuan | None:
    """The provision that binds our own KAK to this element, in force when the KAK was made."""
    kerja_sama = case.kerja_sama
    if kerja_sama.prakarsa != "daerah" or kerja_sama.jenis is None:
        return None
    made = kerja_sama.data.get("kak", {}).get("tanggal") or next((one.tanggal for one in kerja_sama.jejak), None)
    provisions = case.library.hukum.ketentuan(KAK, pada=made, jenis=kerja_sama.jenis)
    return next((one for one in provisions if item.penunjuk in _elements(one)), None)
