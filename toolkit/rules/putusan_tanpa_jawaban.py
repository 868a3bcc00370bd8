"""Putusan tanpa jawaban: langkah putusan dicatat tanpa setuju atau tidak setuju, atau jawabannya berlawanan dengan jalan jejak.

Mengapa: tanpa jawaban tidak dapat dibuktikan bahwa proses boleh diteruskan.
Dasar: putusan pada langkah SOP yang bersangkutan
Contoh sesuai: peristiwa memuat "putusan": "setuju"
Contoh tidak sesuai: peristiwa putusan tanpa "putusan"
Perbaikan: isi "putusan" pada peristiwa itu dengan setuju atau tidak_setuju.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import awal, penyimpangan

ID = "putusan-tanpa-jawaban"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP
KATA = {
    "putusan-kosong": "harus memuat putusan setuju atau tidak setuju, tetapi tidak ada jawabannya",
    "putusan-berlawanan": "dicatat setuju, tetapi jejak sesudahnya kembali seperti ditolak",
}


def check(perkara: Perkara) -> Iterator[Finding]:
    for one, steps in penyimpangan(perkara, *KATA):
        yield Finding(
            ID,
            SEVERITY,
            f"{awal(steps)} {KATA[one.jenis]}.",
            (perkara.sop.dasar(*one.langkah),),
            LAYER,
            suggestion='Isi "putusan" pada peristiwa itu dengan setuju atau tidak_setuju.',
            langkah=one.langkah,
            location=Location(perkara.kerja_sama.jejak[one.peristiwa[0]].pointer),
        )
