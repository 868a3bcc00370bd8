"""Kotak lambang: naskah masih memuat kotak sebagai pengganti gambar lambang atau logo.

Mengapa: kotak itu hanya menandai tempatnya; naskah yang akan ditandatangani memuat gambar yang sebenarnya.
Dasar: Permendagri 22/2020 Pasal 43 dan Pasal 44
Contoh sesuai: profil instansi menyebut "gambar_lambang": {"Lambang Daerah": "templates/gambar/daerah.png"}
Contoh tidak sesuai: naskah dicetak dengan kotak bertulisan LAMBANG DAERAH
Perbaikan: sebut gambarnya dalam gambar_lambang pada profil, atau tempelkan logo mitra di Word.
"""

from __future__ import annotations

from toolkit.findings import Layer, Severity

ID = "lambang-kotak"
SEVERITY = Severity.INFO
LAYER = Layer.DATA
DASAR = "Permendagri 22/2020 Pasal 43 dan Pasal 44"
