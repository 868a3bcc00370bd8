"""Paraf setelah tanda tangan: paraf dicatat jauh sesudah naskah ditandatangani.

Mengapa: paraf yang menyusul tidak membuktikan bahwa naskah diperiksa sebelum ditandatangani.
Dasar: langkah paraf dan penandatanganan dalam SOP yang bersangkutan
Contoh sesuai: paraf Sekda, lalu tanda tangan Bupati
Contoh tidak sesuai: paraf Sekda dicatat sesudah tanda tangan dan penggandaan
Perbaikan: periksa kembali naskahnya; bila hanya salah catat, betulkan jejak.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import awal, penyimpangan, sebut, tindakan_pokok

ID = "paraf-setelah-tanda-tangan"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    for one, steps in penyimpangan(perkara, "tertukar"):
        if tindakan_pokok(steps) != {"paraf", "tanda-tangan"} or steps[0].tindakan != "paraf":
            continue
        yield Finding(
            ID,
            SEVERITY,
            f"{awal((steps[0],))} harus diberikan sebelum {sebut((steps[1],))}, tetapi dicatat sesudahnya.",
            (perkara.sop.dasar(*one.langkah),),
            LAYER,
            suggestion="Periksa kembali naskah yang ditandatangani; bila hanya salah catat, betulkan jejak.",
            langkah=one.langkah,
            location=Location(perkara.kerja_sama.jejak[one.peristiwa[0]].pointer),
        )
