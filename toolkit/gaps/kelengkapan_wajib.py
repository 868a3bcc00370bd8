"""Kelengkapan wajib: fakta yang diperlukan langkah yang sudah sampai telah diisi.

Mengapa: naskah yang disusun tanpa fakta itu kosong atau keliru, dan langkahnya tidak dapat dipertanggungjawabkan. Yang diperlukan langkah berikutnya disebut sebagai catatan; yang belum sampai tidak.
Dasar: perlu pada langkah SOP; lapis dan pasal setiap fakta disebut dalam temuan
Contoh sesuai: langkah 1 sudah dicatat dan nomor surat penawaran terisi
Contoh tidak sesuai: langkah 1 sudah dicatat, nomor surat penawaran kosong
Perbaikan: isi fakta yang disebut pada tempatnya.
"""

from __future__ import annotations

from toolkit.findings import Layer, Severity

ID = "kelengkapan-wajib"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP
