"""Sedang terlambat: langkah yang gilirannya sekarang sudah melewati waktunya.

Mengapa: kerja sama yang berjalan dapat tertahan tanpa disadari. Dihitung sejak peristiwa terakhir
menurut jam dan hari kerja instansi sampai hari pemeriksaan (--per-tanggal). Yang timbul dari hari ini
saja hanya menjadi catatan; langkah yang menunggu pihak luar tidak disebut.
Dasar: kolom waktu dalam SOP yang bersangkutan
Contoh sesuai: disposisi 6 April, waktu rapat 7 hari kerja, diperiksa 14 April
Contoh tidak sesuai: disposisi 6 April, waktu rapat 7 hari kerja, diperiksa 30 April
Perbaikan: selesaikan langkah itu; bila sudah selesai, catat dalam jejak.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.conformance import Bagian
from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.jam import jam_kerja, lama_waktu, saat, tercatat
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti
from toolkit.rules.urutan import awal
from toolkit.turns import batas, sejak
from toolkit.worktime import JamKerja, lewat

ID = "sedang-terlambat"
SEVERITY = Severity.INFO
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    kerja = jam_kerja(perkara)
    if kerja is None or perkara.keselarasan.dihentikan:
        return
    for part in perkara.keselarasan.bagian:
        yield from _due(perkara, part, kerja)


def _due(perkara: Perkara, part: Bagian, kerja: JamKerja) -> Iterator[Finding]:
    since, today = sejak(perkara.kerja_sama, perkara.rencana, part), perkara.per_tanggal.isoformat()
    for name in part.berikut:
        step = perkara.sop.langkah_menurut_id[name]
        until = batas(step, since, kerja)
        if since is None or until is None or step.waktu is None or step.menunggu_pihak_luar or not lewat(until, today):
            continue
        whose = f" untuk {part.untuk}" if part.untuk else ""
        yield belum_terbukti(
            ID,
            f"{awal((step,))}{whose} ditunggu dari {perkara.sop.jabatan(*step.pelaksana)} dalam {lama_waktu(step.waktu)} sejak {tercatat(since)}, paling lambat {saat(until)}, dan belum dicatat.",
            perkara.sop.dasar(name), "/jejak", "Selesaikan langkah itu; bila sudah selesai, catat dengan kerjasama catat.", LAYER,
        )
