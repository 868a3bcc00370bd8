"""Arsip terbaca: berkas dalam folder arsip dapat dibuka.

Mengapa: berkas kosong, rusak atau bersandi tidak dapat dipakai kembali. Hasil pindai tanpa teks dapat
dibuka, tetapi bunyinya tidak diperiksa. Hanya diperiksa dengan --arsip.
Dasar: kewajiban arsip dalam SOP yang bersangkutan
Contoh sesuai: kb.docx terbuka dan berisi teks
Contoh tidak sesuai: kb.docx kosong
Perbaikan: simpan ulang dari aslinya.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.rules.berkas_tercatat import tercatat
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import temuan

ID = "arsip-terbaca"
SEVERITY = Severity.WARNING
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    noted = tercatat(perkara) if perkara.arsip else []
    for one in perkara.arsip or ():
        place = next((note.pointer for note in noted if note.cocok(one)), "")
        if one.sebab:
            yield temuan(
                ID, SEVERITY, f"Berkas arsip {one.nama} tidak dapat dibaca: {one.sebab}.", perkara.sop.dasar(), place,
                layer=LAYER, saran="Simpan ulang berkas itu dari aslinya.",
            )
        elif one.naskah is not None and not one.naskah.bacaan.berteks:
            yield temuan(
                ID, Severity.INFO, f"Berkas arsip {one.nama} tidak berlapis teks; bunyinya tidak diperiksa.", perkara.sop.dasar(), place,
                layer=LAYER, verdict=Verdict.TIDAK_DIPERIKSA, saran="Simpan juga berkas berteksnya bila ada.",
            )
