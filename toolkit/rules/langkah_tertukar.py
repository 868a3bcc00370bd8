"""Langkah tertukar: dua langkah dilakukan dalam urutan yang berbeda dari SOP.

Mengapa: koreksi sesudah tanda tangan, atau disposisi sesudah rapat, tidak lagi ada gunanya.
Dasar: urutan kegiatan dalam SOP yang bersangkutan
Contoh sesuai: legal drafting (langkah 4) lalu penandatanganan (langkah 5)
Contoh tidak sesuai: penandatanganan dicatat sebelum legal drafting
Perbaikan: ulangi langkah yang terdahulu dengan benar, atau betulkan catatan bila urutannya salah catat.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import awal, berat, penyimpangan, sebut, tindakan_pokok

ID = "langkah-tertukar"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP
KHUSUS = ({"paraf"}, {"paraf", "tanda-tangan"})


def check(perkara: Perkara) -> Iterator[Finding]:
    place = perkara.sop.urutan
    for one, steps in penyimpangan(perkara, "tertukar"):
        if tindakan_pokok(steps) in KHUSUS:
            continue
        first, second = sorted(steps[:2], key=lambda step: place[step.id])
        yield Finding(
            ID,
            berat(steps),
            f"{awal((first,))} harus mendahului {sebut((second,))}, tetapi jejak mencatatnya sesudah itu.",
            (perkara.sop.dasar(*one.langkah),),
            LAYER,
            suggestion="Ulangi langkah yang seharusnya lebih dahulu, atau betulkan jejak bila hanya salah catat.",
            langkah=(first.id, second.id),
            location=Location(perkara.kerja_sama.jejak[one.peristiwa[0]].pointer),
        )
