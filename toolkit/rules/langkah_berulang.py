"""Langkah berulang: satu langkah dicatat lebih dari sekali tanpa pengembalian, koreksi atau rapat di antaranya.

Mengapa: biasanya dua kali catat; pengulangan yang wajar (sesudah koreksi atau rapat) tidak disebut.
Dasar: urutan kegiatan dalam SOP yang bersangkutan
Contoh sesuai: draf diketik lagi sesudah dikoreksi
Contoh tidak sesuai: disposisi yang sama dicatat dua kali
Perbaikan: hapus catatan yang ganda, atau jelaskan dalam catatan peristiwa.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import awal, penyimpangan

ID = "langkah-berulang"
SEVERITY = Severity.INFO
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    for one, steps in penyimpangan(perkara, "berulang"):
        if one.wajar:
            continue
        yield Finding(
            ID,
            SEVERITY,
            f"{awal(steps)} dicatat lebih dari sekali, padahal SOP memintanya satu kali.",
            (perkara.sop.dasar(*one.langkah),),
            LAYER,
            suggestion="Hapus catatan yang ganda, atau jelaskan sebabnya dalam catatan peristiwa.",
            langkah=one.langkah,
            location=Location(perkara.kerja_sama.jejak[one.peristiwa[0]].pointer),
        )
