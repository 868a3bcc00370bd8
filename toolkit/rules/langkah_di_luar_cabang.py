"""Langkah di luar cabang: jejak menyebut langkah SOP yang tidak berlaku bagi kerja sama ini.

Mengapa: misalnya PKS untuk kerja sama dengan instansi vertikal, yang cukup dengan Nota Kesepakatan dan Rencana Kerja.
Dasar: syarat langkah dalam SOP yang bersangkutan
Contoh sesuai: kerja sama sinergi berhenti pada penandatanganan Nota Kesepakatan
Contoh tidak sesuai: kerja sama sinergi dilanjutkan dengan penyusunan PKS
Perbaikan: periksa jenis kerja sama; bila jenisnya benar, langkah itu tidak perlu.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import awal, penyimpangan

ID = "langkah-di-luar-cabang"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    for one, steps in penyimpangan(perkara, "luar-cabang"):
        reason = perkara.rencana.menurut_id[one.langkah[0]].ketetapan
        yield Finding(
            ID,
            SEVERITY,
            f"{awal(steps)} tidak berlaku bagi kerja sama ini ({reason.karena}), tetapi ada dalam jejak.",
            (reason.dasar or perkara.sop.dasar(*one.langkah),),
            LAYER,
            suggestion="Periksa jenis kerja sama; bila jenisnya benar, langkah itu tidak perlu dilakukan.",
            langkah=one.langkah,
            location=Location(perkara.kerja_sama.jejak[one.peristiwa[0]].pointer),
        )
