"""Langkah terlewat: langkah SOP yang harus ada tidak dicatat, padahal langkah sesudahnya sudah.

Mengapa: langkah yang dilewati (legal drafting, disposisi, arsip) baru ketahuan sesudah naskah ditandatangani.
Dasar: urutan kegiatan dalam SOP yang bersangkutan
Contoh sesuai: jejak memuat langkah 3, 4, 5
Contoh tidak sesuai: jejak memuat langkah 3 lalu langsung 5
Perbaikan: laksanakan langkah yang terlewat lalu catat; bila sudah dilaksanakan, catat dengan waktu yang sebenarnya.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import (
    awal,
    berat,
    keyakinan,
    penyimpangan,
    semua_bertindakan,
)

ID = "langkah-terlewat"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP
KHUSUS = ("paraf", "tanda-tangan")


def check(perkara: Perkara) -> Iterator[Finding]:
    for one, steps in penyimpangan(perkara, "terlewat"):
        if any(semua_bertindakan(steps, act) for act in KHUSUS):
            continue
        event = perkara.kerja_sama.jejak[one.peristiwa[0]]
        found = perkara.sop.langkah_menurut_id[event.langkah]
        yield Finding(
            ID,
            berat(steps),
            f"{awal(steps)} harus ada sebelum langkah {found.nomor}, tetapi tidak ada dalam jejak.",
            (perkara.sop.dasar(*one.langkah),),
            LAYER,
            keyakinan(steps),
            "Laksanakan langkah itu lalu catat; bila sudah dilaksanakan, catat dengan waktu yang sebenarnya.",
            one.langkah,
            Location(event.pointer),
        )
