"""Arsip tak terdaftar: berkas dalam folder arsip yang tidak disebut berkas kerja sama.

Mengapa: berkas yang tidak dicatat mudah hilang; kantor juga menyimpan foto dan catatan, maka ini hanya
catatan. Hanya diperiksa dengan --arsip.
Dasar: kewajiban arsip dalam SOP yang bersangkutan
Contoh sesuai: setiap berkas dalam arsip disebut pada naskah, eksemplar, lampiran atau jejak
Contoh tidak sesuai: foto.jpg ada dalam arsip dan tidak disebut
Perbaikan: catat berkas yang penting pada lampiran atau eksemplarnya.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.berkas_tercatat import tercatat
from toolkit.rules.perkara import Perkara
from toolkit.rules.simpanan import dasar_simpan
from toolkit.rules.temuan import temuan

ID = "arsip-tak-terdaftar"
SEVERITY = Severity.INFO
LAYER = Layer.SOP
DISEBUT = 5


def check(perkara: Perkara) -> Iterator[Finding]:
    noted = tercatat(perkara) if perkara.arsip else []
    unknown = [one.nama for one in perkara.arsip or () if not any(note.cocok(one) for note in noted)]
    if unknown:
        more = f" dan {len(unknown) - DISEBUT} lainnya" if len(unknown) > DISEBUT else ""
        yield temuan(
            ID, SEVERITY, f"{len(unknown)} berkas dalam arsip tidak disebut berkas kerja sama: {', '.join(unknown[:DISEBUT])}{more}.",
            dasar_simpan(perkara)[0], "", layer=LAYER, saran="Catat berkas yang penting pada lampiran atau eksemplarnya.",
        )
