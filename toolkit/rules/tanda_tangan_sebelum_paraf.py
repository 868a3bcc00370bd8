"""Tanda tangan sebelum paraf: naskah ditandatangani ketika paraf yang diminta SOP belum ada.

Mengapa: paraf adalah pemeriksaan sebelum tanda tangan; sesudahnya tidak ada gunanya.
Dasar: langkah paraf dan penandatanganan dalam SOP yang bersangkutan
Contoh sesuai: semua paraf, lalu tanda tangan
Contoh tidak sesuai: tanda tangan, lalu paraf Sekda
Perbaikan: periksa kembali naskahnya; bila hanya salah catat, betulkan jejak.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import penyimpangan, sebut, tindakan_pokok

ID = "tanda-tangan-sebelum-paraf"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    for one, steps in penyimpangan(perkara, "tertukar"):
        if tindakan_pokok(steps) != {"paraf", "tanda-tangan"} or steps[0].tindakan != "tanda-tangan":
            continue
        signed, initialled = steps[0], steps[1]
        yield Finding(
            ID,
            SEVERITY,
            f"Paraf {perkara.sop.jabatan(*initialled.pelaksana)} harus ada sebelum {sebut((signed,))}, "
            "tetapi jejak mencatat tanda tangan lebih dahulu.",
            (perkara.sop.dasar(*one.langkah),),
            LAYER,
            suggestion="Periksa kembali naskah yang ditandatangani; bila hanya salah catat, betulkan jejak.",
            langkah=one.langkah,
            location=Location(perkara.kerja_sama.jejak[one.peristiwa[0]].pointer),
        )
