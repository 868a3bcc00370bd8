"""Penolakan diabaikan: proses diteruskan sesudah putusan tidak setuju.

Mengapa: putusan tidak setuju mengakhiri proses atau mengembalikannya ke langkah tertentu.
Dasar: putusan pada langkah SOP yang bersangkutan
Contoh sesuai: sesudah tidak setuju, rancangan dikembalikan dan diproses ulang
Contoh tidak sesuai: sesudah tidak setuju, proses diteruskan ke langkah berikutnya
Perbaikan: kembalikan proses ke langkah yang ditunjuk SOP, atau hentikan; bila putusannya salah catat, betulkan.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import penyimpangan, sebut

ID = "penolakan-diabaikan"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    for one, steps in penyimpangan(perkara, "setelah-penolakan"):
        decision = steps[0].putusan
        back = decision.kembali_ke if decision else None
        due = f"kembali ke langkah {perkara.sop.langkah_menurut_id[back].nomor}" if back else "berakhir"
        yield Finding(
            ID,
            SEVERITY,
            f"Sesudah putusan tidak setuju proses harus {due}, tetapi jejak diteruskan melewati {sebut(steps)}.",
            (perkara.sop.dasar(*one.langkah),),
            LAYER,
            suggestion="Tempuh jalan yang ditunjuk SOP sesudah penolakan; bila putusannya salah catat, betulkan.",
            langkah=one.langkah,
            location=Location(perkara.kerja_sama.jejak[one.peristiwa[0]].pointer),
        )
