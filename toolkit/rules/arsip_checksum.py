"""Arsip checksum: berkas dalam folder arsip sama dengan berkas yang dicatat.

Mengapa: sidik berkas (sha256) membuktikan bahwa arsipnya berkas yang sama. Sidik yang berbeda berarti
berkasnya lain; apakah bunyinya juga lain dinilai naskah-berbeda. Hanya diperiksa dengan --arsip.
Dasar: kewajiban arsip dalam SOP yang bersangkutan
Contoh sesuai: pks.pdf dalam arsip bersidik sama dengan yang dicatat, walaupun namanya diganti
Contoh tidak sesuai: pks.pdf dalam arsip bersidik lain
Perbaikan: simpan berkas yang dicatat, atau betulkan catatannya.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.berkas_tercatat import tercatat
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import temuan

ID = "arsip-checksum"
SEVERITY = Severity.WARNING
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    if perkara.arsip is None:
        return
    digests = {one.sha256 for one in perkara.arsip}
    for noted in tercatat(perkara):
        same = [one for one in perkara.arsip if noted.cocok(one)]
        if noted.sha256 and same and noted.sha256 not in digests:
            yield temuan(
                ID, SEVERITY, f"Berkas {same[0].nama} dalam arsip bukan berkas yang dicatat: sidiknya {same[0].sha256[:12]}…, yang dicatat {noted.sha256[:12]}….",
                perkara.sop.dasar(), noted.pointer, layer=LAYER, saran="Simpan berkas yang dicatat, atau betulkan sha256-nya bila memang diganti.",
            )
