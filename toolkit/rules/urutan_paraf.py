"""Urutan paraf: paraf diberikan tidak menurut jenjang yang ditetapkan SOP.

Mengapa: pejabat yang lebih tinggi memaraf atas pemeriksaan pejabat di bawahnya.
Dasar: langkah paraf dalam SOP yang bersangkutan
Contoh sesuai: Kabag, lalu Asisten, lalu Sekda
Contoh tidak sesuai: Sekda memaraf sebelum Asisten
Perbaikan: ulangi paraf menurut jenjang, atau betulkan jejak bila hanya salah catat.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import penyimpangan, sebut, semua_bertindakan

ID = "urutan-paraf"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    place = perkara.sop.urutan
    for one, steps in penyimpangan(perkara, "tertukar"):
        if not semua_bertindakan(steps, "paraf"):
            continue
        first, second = sorted(steps[:2], key=lambda step: place[step.id])
        yield Finding(
            ID,
            SEVERITY,
            f"Paraf {perkara.sop.jabatan(*first.pelaksana)} ({sebut((first,))}) harus mendahului paraf "
            f"{perkara.sop.jabatan(*second.pelaksana)}, tetapi dicatat sesudahnya.",
            (perkara.sop.dasar(*one.langkah),),
            LAYER,
            suggestion="Ulangi paraf menurut jenjang, atau betulkan jejak bila hanya salah catat.",
            langkah=(first.id, second.id),
            location=Location(perkara.kerja_sama.jejak[one.peristiwa[0]].pointer),
        )
