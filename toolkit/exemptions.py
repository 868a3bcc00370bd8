"""What an agency has excepted: findings made notes that say by whom and why, never left out.

An exception that meets no finding is told too, by the verb whose rules it names, so that none is
left behind in a case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from toolkit.findings import Finding, Layer, Location, Severity

ID = "pengecualian"
DASAR = ("isian pengecualian dalam berkas kerja sama",)
SEMULA = {Severity.ERROR: "semula tidak sesuai, ", Severity.WARNING: "semula perlu diperhatikan, ", Severity.INFO: ""}


def exempt(listed: Sequence[Mapping[str, Any]], findings: Sequence[Finding], dinilai: Callable[[str], bool]) -> list[Finding]:
    """The findings with those excepted made notes, and a note on each exception in vain; `dinilai`
    tells whether a rule is judged in this run."""
    return [*(_excepted(one, listed) for one in findings), *_in_vain(listed, findings, dinilai)]


def _excepted(finding: Finding, listed: Iterable[Mapping[str, Any]]) -> Finding:
    akibat = tuple(_excepted(one, listed) for one in finding.akibat)
    by = next((one for one in listed if _concerns(one, finding)), None)
    if by is None:
        return replace(finding, akibat=akibat)
    day = f" pada {by['tanggal']}" if by.get("tanggal") else ""
    why = f"Dikecualikan ({SEMULA[finding.severity]}oleh {by['oleh']}{day} karena {by['alasan'].rstrip('. ')}): {finding.message}"
    return replace(finding, severity=Severity.INFO, message=why, akibat=akibat, dikecualikan=True)


def _concerns(exception: Mapping[str, Any], finding: Finding) -> bool:
    """Whether it names the rule, and the place itself or one that holds it."""
    place, pointer = exception.get("tempat"), finding.location.pointer or ""
    return exception["aturan"] == finding.rule and (place is None or pointer == place or pointer.startswith(f"{place}/"))


def _in_vain(
    listed: Iterable[Mapping[str, Any]], findings: Iterable[Finding], dinilai: Callable[[str], bool]
) -> Iterator[Finding]:
    everything = [one for finding in findings for one in (finding, *finding.akibat)]
    for place, exception in enumerate(listed):
        if dinilai(exception["aturan"]) and not any(_concerns(exception, one) for one in everything):
            where = f" di {exception['tempat']}" if exception.get("tempat") else ""
            yield Finding(
                ID, Severity.INFO, f"Pengecualian aturan {exception['aturan']}{where} tidak mengenai temuan apa pun dalam pemeriksaan ini.",
                DASAR, Layer.DATA, suggestion="Betulkan aturan atau tempatnya; hapus pengecualian yang tidak diperlukan lagi.",
                location=Location(f"/pengecualian/{place}"),
            )
