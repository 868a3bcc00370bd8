"""Lembar data: tiap kolom dan sel lembar data dapat dipakai.

Mengapa: satu sel yang keliru terbaca menjadi surat yang salah alamat, salah hari, atau salah nomor; perkakas tidak menebak. Baris yang keliru tidak ditulis, baris lain tetap ditulis.
Dasar: skema berkas kerja sama
Contoh sesuai: tanggal 16/2/2026, NIP berformat Teks, nilai Rp1.500.000,00
Contoh tidak sesuai: tanggal 31/2/2026, NIP sebagai angka Excel, tanggal 3/4/2026 tanpa tanggal lain yang memastikan urutannya
Perbaikan: betulkan sel yang disebut, lalu jalankan lagi dengan --resume.
"""

from __future__ import annotations

from toolkit.findings import Layer, Severity

ID = "lembar-data"
SEVERITY = Severity.ERROR
LAYER = Layer.DATA
