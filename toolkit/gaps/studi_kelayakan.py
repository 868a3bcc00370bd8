"""Studi kelayakan: KSDPK atas prakarsa mitra disertai studi kelayakan yang lengkap.

Mengapa: pihak ketiga yang memprakarsai kerja sama menyusun studi kelayakan; tanpa itu kelayakan ekonomi dan keuangannya tidak dapat dinilai.
Dasar: Permendagri 22/2020 Pasal 26 ayat (2) dan Pasal 27
Contoh sesuai: jenis ksdpk, prakarsa mitra, kedelapan unsur studi kelayakan terisi
Contoh tidak sesuai: jenis ksdpk, prakarsa mitra, studi kelayakan tidak ada
Perbaikan: mintakan studi kelayakan kepada mitra. Bila prakarsa belum diketahui, isi dulu prakarsa.
"""

from __future__ import annotations

from toolkit.findings import Layer, Severity

ID = "studi-kelayakan"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
