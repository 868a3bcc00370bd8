"""Kejanggalan SOP: yang tercetak dalam SOP tidak cocok dengan dirinya sendiri atau belum menyediakan yang diminta hukum.

Mengapa: SOP disimpan apa adanya; keluaran yang mendahului perbuatannya, masukan yang tidak dibuat siapa pun, atau naskah tanpa langkah penandatanganan perlu diketahui sebelum orang bekerja menurut SOP itu. Ini catatan atas SOP, bukan temuan terhadap suatu kerja sama.
Dasar: kata-kata SOP sendiri; bagi yang diminta hukum, pasal yang disebut
Contoh sesuai: disposisi keluar pada langkah yang memberi disposisi
Contoh tidak sesuai: disposisi sudah menjadi keluaran langkah 1, padahal baru diberikan pada langkah 2
Perbaikan: bahas dengan pemilik SOP pada revisi berikutnya; datanya dibiarkan menurut SOP.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.verification import aliran, cetakan
from toolkit.verification.data import Data

ID = "alur-janggal"
SEVERITY = Severity.INFO
LAYER = Layer.DATA
SARAN = "Bahas dengan pemilik SOP pada revisi berikutnya; datanya dibiarkan menurut SOP."
SARAN_HUKUM = "Sediakan pada revisi SOP; sampai itu perkakas memintanya dengan lapis hukum."


def check(data: Data) -> Iterator[Finding]:
    for berkas, sop in data.sop:
        for one in (*aliran.janggal(sop), *cetakan.janggal(sop)):
            yield berkas.temuan(ID, SEVERITY, one.pointer, one.pesan, SARAN, basis=(sop.dasar(*one.langkah),), langkah=one.langkah)
        for one in cetakan.kurang_menurut_hukum(sop):
            yield berkas.temuan(ID, SEVERITY, one.pointer, one.pesan, SARAN_HUKUM, basis=(one.dasar or sop.sebutan_sop,), langkah=one.langkah)
