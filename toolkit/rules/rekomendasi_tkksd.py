"""Rekomendasi TKKSD: ada rekomendasi sebelum naskah yang pertama ditandatangani.

Mengapa: kepala daerah menandatangani atas rekomendasi TKKSD. Karena membentuk TKKSD bersifat "dapat",
ketiadaannya diperingatkan; rapat TKKSD dalam jejak tanpa suratnya hanya menjadi catatan.
Dasar: Permendagri 22/2020 Pasal 46 ayat (2) huruf g dan Pasal 49 ayat (3) huruf d
Contoh sesuai: rekomendasi 22 April, KB ditandatangani 28 April
Contoh tidak sesuai: KB ditandatangani 28 April, rekomendasi 4 Mei
Perbaikan: mintakan rekomendasi TKKSD dan catat dalam rekomendasi_tkksd.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.tim import pertama, surat_tkksd

ID = "rekomendasi-tkksd"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM


def check(perkara: Perkara) -> Iterator[Finding]:
    naskah = pertama(perkara)
    rule = perkara.hukum.satu("tkksd", pada=naskah.tanggal, bentuk=ID) if naskah else None
    if naskah is not None and rule is not None:
        yield from surat_tkksd(
            perkara, ID, "rekomendasi_tkksd", "Rekomendasi TKKSD", rule.dasar, naskah,
            "Mintakan rekomendasi TKKSD dan catat dalam rekomendasi_tkksd.",
        )
