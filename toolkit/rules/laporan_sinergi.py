"""Laporan Sinergi: TKKSD melaporkan pelaksanaan Sinergi setiap enam bulan.

Mengapa: laporan itu diteruskan setahun sekali kepada Gubernur dan menjadi bahan evaluasi Sinergi.
Peraturan tidak menyebut isinya. Laporan yang belum tercatat hanya menjadi catatan, karena baru timbul
dari hari pemeriksaan.
Dasar: Permendagri 22/2020 Pasal 60 ayat (1) dan ayat (2)
Contoh sesuai: Nota Kesepakatan Mei 2026, laporan Sinergi November 2026
Contoh tidak sesuai: Nota Kesepakatan Mei 2025, sampai Maret 2026 tidak ada laporan
Perbaikan: susun laporan TKKSD, sampaikan, lalu catat dalam monev.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.berkala import terlewat
from toolkit.rules.instansi import perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, kata

ID = "laporan-sinergi"
SEVERITY = Severity.INFO
LAYER = Layer.HUKUM


def check(perkara: Perkara) -> Iterator[Finding]:
    if perkara.kerja_sama.jenis is None:
        return
    for naskah in perjanjian(perkara, "nota-kesepakatan"):
        rule = perkara.hukum.satu("pelaporan", pada=naskah.tanggal, jenis=perkara.kerja_sama.jenis, bentuk=ID)
        if rule is None or not naskah.ditandatangani or naskah.tanggal is None:
            continue
        late = terlewat(perkara, naskah, rule.isi["setiap_bulan"], "sinergi", "semester")
        if late:
            yield belum_terbukti(
                ID, f"Laporan pelaksanaan {naskah.nama} sesudah {kata(late[0])} belum tercatat; waktunya {kata(late[1])}.",
                rule.dasar, naskah.pointer, f"Susun laporan {rule.isi['oleh']} kepada {rule.isi['kepada']}, lalu catat dalam monev.",
            )
