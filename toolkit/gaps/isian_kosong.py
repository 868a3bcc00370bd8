"""Isian kosong: isi yang wajib bukan sekadar tanda pengganti.

Mengapa: "-", "akan dibicarakan" atau "terlampir" tanpa lampiran terlihat terisi, padahal tidak menjawab apa pun.
Dasar: perlu pada langkah SOP; unsur yang diminta peraturan disebut dalam temuan
Contoh sesuai: "pembiayaan": "APBD Kabupaten tahun 2026"
Contoh tidak sesuai: "pembiayaan": "akan dibicarakan"
Perbaikan: tulis isi yang sebenarnya, atau lampirkan berkasnya dan sebut dalam lampiran.
"""

from __future__ import annotations

from toolkit.findings import Layer, Severity

ID = "isian-kosong"
SEVERITY = Severity.WARNING
LAYER = Layer.SOP
