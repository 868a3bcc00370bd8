"""Runs the rules over a case and folds what merely follows from something else.

A finding whose cause is a deviating sequence (an input missing because its step was left out, a
clock running backwards because two steps changed places) stands in that finding's `akibat` and is
not counted. Rules stay independent: they only say which steps they depend on (`bergantung`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from toolkit.cases import Case, located
from toolkit.conformance import align
from toolkit.evidence import baca
from toolkit.evidence.arsip import isi_arsip
from toolkit.evidence.berkas import BacaanNaskah, bacaan_naskah, versi
from toolkit.evidence.naskah import naskah
from toolkit.findings import Finding, Severity
from toolkit.library import Library
from toolkit.model import KerjaSama, Sop
from toolkit.plan import plan
from toolkit.rules import registry, text_rules
from toolkit.rules.pengecualian import terapkan
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import lepas

URUTAN = ("langkah-", "paraf-", "urutan-paraf", "tanda-tangan-", "kewenangan", "penolakan-", "putusan-")


def perkara(
    kerja_sama: KerjaSama, sop: Sop, library: Library, per_tanggal: date, bacaan: tuple[BacaanNaskah, ...] = ()
) -> Perkara:
    """What the rules may look at, for one case; `bacaan` are the texts of its naskah."""
    rencana = plan(kerja_sama, sop)
    profil = library.profil(kerja_sama.data.get("profil") or sop.profil)
    return Perkara(kerja_sama, sop, rencana, align(rencana, kerja_sama), library.hukum, per_tanggal, bacaan=bacaan, profil=profil)


def judge(subject: Perkara) -> list[Finding]:
    """All findings of one case by its pointers, consequences folded, exceptions set apart."""
    found = folded([finding for rule in registry().values() for finding in rule.check(subject)])
    return terapkan(subject, found)


def check(case: Case, library: Library, per_tanggal: date, arsip: Path | None = None) -> list[Finding]:
    """All findings of one case with their places in the file, the worst first; `arsip` is the folder
    of its archive."""
    texts = bacaan_naskah(case.kerja_sama.naskah, case.folder)
    named = frozenset(one.sha256 for one in case.kerja_sama.jejak if one.sha256 and one.naskah)
    subject = replace(perkara(case.kerja_sama, case.sop, library, per_tanggal, texts), versi=versi(case.folder, named))
    if arsip is not None:
        subject = replace(subject, arsip=isi_arsip(arsip, case.kerja_sama.id))
    return sorted((located(one, case) for one in judge(subject)), key=order)


def check_naskah(path: Path | str, library: Library, per_tanggal: date, jenis: str | None = None) -> list[Finding]:
    """Findings on a file without a case: only the rules that judge texts. Raises `InputError`."""
    given = str(path)
    text = lepas(naskah(baca(path)), Path(given).name, library.hukum, per_tanggal, jenis)
    found = [one for rule in text_rules() for one in rule.periksa(text)]
    return sorted((replace(one, location=replace(one.location, case=given)) for one in found), key=order)


def folded(findings: Sequence[Finding]) -> list[Finding]:
    """Consequences moved under the sequence finding that concerns the steps they depend on."""
    causes = [one for one in findings if _is_cause(one)]
    children: dict[int, list[Finding]] = {}
    kept: list[Finding] = []
    for finding in findings:
        cause = _cause(finding, causes)
        if cause is None:
            kept.append(finding)
        else:
            children.setdefault(id(cause), []).append(finding)
    return [replace(one, akibat=(*one.akibat, *children.get(id(one), ()))) for one in kept]


def _is_cause(finding: Finding) -> bool:
    sequence = finding.rule.startswith(URUTAN) and bool(finding.langkah)
    return sequence and not finding.bergantung and finding.severity is not Severity.INFO


def _cause(finding: Finding, causes: Iterable[Finding]) -> Finding | None:
    if not finding.bergantung:
        return None
    return next((one for one in causes if one is not finding and finding.bergantung & set(one.langkah)), None)


def order(finding: Finding) -> tuple[int, int, str, str]:
    """Worst first, then by place in the file."""
    return (-finding.severity.rank, finding.location.line or 0, finding.rule, finding.message)
