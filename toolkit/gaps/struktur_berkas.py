"""Struktur berkas: berkas kerja sama sesuai skemanya.

Mengapa: kunci yang salah tulis atau nilai yang salah bentuk membuat fakta tidak terbaca, sehingga pemeriksaan lain tidak berarti.
Dasar: schemas/kerja-sama.schema.json dan skema SOP sendiri
Contoh sesuai: "jenis": "ksdpk", "tanggal": "2026-03-02"
Contoh tidak sesuai: "jenis": "swasta", "tanggal": "2 Maret 2026"
Perbaikan: tulis ulang menurut bentuk yang disebut; kunci milik sendiri diawali x_.
"""

from __future__ import annotations

from toolkit.findings import Layer, Severity

ID = "struktur-berkas"
SEVERITY = Severity.ERROR
LAYER = Layer.DATA
