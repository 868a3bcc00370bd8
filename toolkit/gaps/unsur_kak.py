"""Unsur KAK: Kerangka Acuan Kerja memuat semua unsurnya.

Mengapa: TKKSD mengkaji KAK menurut unsur-unsur itu; unsur yang kurang membuat kajian tertunda. KAK yang disusun sendiri terikat peraturan; KAK yang datang dari mitra diminta SOP, maka hanya perlu diperhatikan.
Dasar: Permendagri 22/2020 Pasal 7 ayat (2), Pasal 29 ayat (2) dan Pasal 53 ayat (3)
Contoh sesuai: KAK memuat latar belakang, maksud dan tujuan, lokasi, ruang lingkup, jangka waktu, manfaat, analisis dampak dan pembiayaan
Contoh tidak sesuai: KAK tanpa analisis dampak
Perbaikan: lengkapi unsur itu, atau mintakan kepada pihak yang menawarkan.
"""

from __future__ import annotations

from toolkit.findings import Layer, Severity

ID = "unsur-kak"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
