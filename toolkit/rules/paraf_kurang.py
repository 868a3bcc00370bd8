"""Paraf kurang: paraf yang diminta SOP tidak dicatat, padahal langkah sesudahnya sudah.

Mengapa: paraf berjenjang menyatakan bahwa pejabat itu telah memeriksa naskah.
Dasar: langkah paraf dalam SOP yang bersangkutan
Contoh sesuai: paraf Kabag, Asisten, Sekda lalu tanda tangan
Contoh tidak sesuai: paraf Kabag lalu Sekda, tanpa Asisten
Perbaikan: mintakan paraf yang kurang sebelum naskah ditandatangani.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import penyimpangan, sebut, semua_bertindakan

ID = "paraf-kurang"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    for one, steps in penyimpangan(perkara, "terlewat"):
        if not semua_bertindakan(steps, "paraf"):
            continue
        who = ", ".join(perkara.sop.jabatan(*step.pelaksana) for step in steps)
        event = perkara.kerja_sama.jejak[one.peristiwa[0]]
        found = perkara.sop.langkah_menurut_id[event.langkah]
        yield Finding(
            ID,
            SEVERITY,
            f"Paraf {who} pada {sebut(steps)} harus ada sebelum langkah {found.nomor}, tetapi tidak ada dalam jejak.",
            (perkara.sop.dasar(*one.langkah),),
            LAYER,
            suggestion="Mintakan paraf yang kurang sebelum naskah diteruskan; bila sudah diparaf, catat.",
            langkah=one.langkah,
            location=Location(event.pointer),
        )
