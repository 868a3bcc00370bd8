"""Lampiran berkas: berkas yang disebut ada dan dapat dibaca.

Mengapa: berkas yang hilang, kosong atau salah nama baru ketahuan ketika diminta pemeriksa.
Dasar: schemas/kerja-sama.schema.json
Contoh sesuai: "berkas": "surat-penawaran.pdf" dan berkas itu ada di folder yang sama
Contoh tidak sesuai: "berkas": "surat-penawaran.pdf" tetapi berkas itu tidak ada
Perbaikan: letakkan berkas itu di folder berkas kerja sama, atau betulkan namanya.
"""

from __future__ import annotations

from toolkit.findings import Layer, Severity

ID = "lampiran-berkas"
SEVERITY = Severity.WARNING
LAYER = Layer.DATA
