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

from toolkit.evidence.arsip import BerkasArsip
from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.rules.berkas_tercatat import Tercatat, tercatat
from toolkit.rules.perkara import Perkara
from toolkit.rules.simpanan import dasar_simpan
from toolkit.rules.temuan import temuan

ID = "arsip-terbaca"
SEVERITY = Severity.WARNING
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    noted, (basis, layer) = tercatat(perkara) if perkara.arsip else [], dasar_simpan(perkara)
    for one in perkara.arsip or ():
        place = next((note.pointer for note in noted if note.cocok(one)), "")
        if one.sebab:
            yield temuan(
                ID, SEVERITY, f"Berkas arsip {one.nama} tidak dapat dibaca: {one.sebab}.", basis, place,
                layer=layer, saran="Simpan ulang berkas itu dari aslinya.",
            )
        elif one.naskah is not None and not one.naskah.bacaan.berteks and not _text(perkara, one, noted):
            yield temuan(
                ID, Severity.INFO, f"Berkas arsip {one.nama} tidak berlapis teks; bunyinya tidak diperiksa.", basis, place,
                layer=layer, verdict=Verdict.TIDAK_DIPERIKSA, saran="Simpan juga berkas berteksnya bila ada.",
            )


def _text(perkara: Perkara, berkas: BerkasArsip, noted: list[Tercatat]) -> bool:
    """Whether it is kept as the text of a naskah that was read: `naskah-berbeda` speaks of it."""
    read = {one.nomor for one in perkara.bacaan if one.naskah is not None and one.naskah.bacaan.berteks}
    return any(note.naskah in read and note.cocok(berkas) for note in noted)
