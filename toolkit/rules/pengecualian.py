"""Pengecualian: temuan yang dikecualikan instansi ditampilkan tersendiri, tidak disembunyikan.

Mengapa: ada keadaan yang sudah dipertimbangkan instansi; alasannya dan siapa yang menetapkannya harus
tetap terbaca. Temuan yang dikecualikan menjadi catatan dan tidak dihitung sebagai ketidaksesuaian.
Pengecualian yang tidak mengenai temuan apa pun disebut, supaya tidak tertinggal dalam berkas.
Dasar: isian pengecualian dalam berkas kerja sama (aturan, alasan, oleh; tempat bila hanya satu tempat)
Contoh sesuai: aturan rangkap di /naskah/1, alasan dan yang menetapkan disebut, temuannya memang ada
Contoh tidak sesuai: aturan rangkap dikecualikan, tetapi tidak ada temuan rangkap
Perbaikan: betulkan aturan atau tempatnya; hapus pengecualian yang tidak diperlukan lagi.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from toolkit.findings import Finding, Layer, Severity
from toolkit.model import JsonObject
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import temuan

ID = "pengecualian"
SEVERITY = Severity.INFO
LAYER = Layer.DATA
SEMULA = {Severity.ERROR: "semula tidak sesuai, ", Severity.WARNING: "semula perlu diperhatikan, ", Severity.INFO: ""}


def check(perkara: Perkara) -> Iterator[Finding]:
    """Nothing by itself: an exception is judged by the findings of all rules (`terapkan`)."""
    yield from ()


def terapkan(perkara: Perkara, findings: list[Finding]) -> list[Finding]:
    """The findings with those that are excepted made notes, and a note on each exception in vain."""
    listed = perkara.kerja_sama.data.get("pengecualian", ())
    if not listed:
        return findings
    return [*(_excepted(one, listed) for one in findings), *_in_vain(listed, findings)]


def _excepted(finding: Finding, listed: Iterable[JsonObject]) -> Finding:
    akibat = tuple(_excepted(one, listed) for one in finding.akibat)
    by = next((one for one in listed if _concerns(one, finding)), None)
    if by is None:
        return replace(finding, akibat=akibat)
    day = f" pada {by['tanggal']}" if by.get("tanggal") else ""
    why = f"Dikecualikan ({SEMULA[finding.severity]}oleh {by['oleh']}{day} karena {by['alasan'].rstrip('. ')}): {finding.message}"
    return replace(finding, severity=Severity.INFO, message=why, akibat=akibat)


def _concerns(exception: JsonObject, finding: Finding) -> bool:
    """Whether it names the rule, and the place itself or one that holds it."""
    place, pointer = exception.get("tempat"), finding.location.pointer or ""
    return exception["aturan"] == finding.rule and (place is None or pointer == place or pointer.startswith(f"{place}/"))


def _in_vain(listed: Iterable[JsonObject], findings: list[Finding]) -> Iterator[Finding]:
    everything = [one for finding in findings for one in (finding, *finding.akibat)]
    for place, exception in enumerate(listed):
        if not any(_concerns(exception, one) for one in everything):
            where = f" di {exception['tempat']}" if exception.get("tempat") else ""
            yield temuan(
                ID, SEVERITY, f"Pengecualian aturan {exception['aturan']}{where} tidak mengenai temuan apa pun dalam pemeriksaan ini.",
                "isian pengecualian dalam berkas kerja sama", f"/pengecualian/{place}", layer=LAYER,
                saran="Betulkan aturan atau tempatnya; hapus pengecualian yang tidak diperlukan lagi.",
            )
