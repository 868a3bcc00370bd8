"""Variabel templat: setiap nama yang dipakai templat, klausul dan teks surat memang ada dan dipakai menurut jenisnya.

Mengapa: nama yang keliru (penawaran.nomer), larik yang dicetak sebagai teks, atau penyaring tanggal pada yang bukan tanggal baru ketahuan ketika naskah disusun, di meja orang yang tidak dapat membetulkannya. Setiap ungkapan diberi jenis menurut skema berkas kerja sama dan konteks naskah; lalu setiap naskah disusun dari contoh yang lengkap.
Dasar: docs/templat.md bagian 2 dan bagian 3
Contoh sesuai: {{ penawaran.nomor }}; {{ penawaran.tanggal|tanggal }}
Contoh tidak sesuai: {{ penawaran.nomer }}; {{ ruang_lingkup }}
Perbaikan: betulkan nama itu menurut docs/templat.md, ulang larik dengan {%p for %} atau gabung dengan |daftar, atau tambahkan faktanya ke skema.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.errors import DataError
from toolkit.findings import Finding, Layer, Severity
from toolkit.naming import capital, listed
from toolkit.verification import percobaan, tanda
from toolkit.verification.data import Data, temuan_templat
from toolkit.verification.lembar import Masalah
from toolkit.verification.nama_templat import NamaTemplat, lain
from toolkit.verification.penggunaan import Lingkup

ID = "templat-variabel"
SEVERITY = Severity.ERROR
LAYER = Layer.DATA
SARAN = "Betulkan nama itu menurut docs/templat.md."


def check(data: Data) -> Iterator[Finding]:
    names = NamaTemplat(data)
    faulty: set[str] = set()
    for path in (*data.templat, *data.bagian):
        users = names.pemakai(path)
        for wrong in _named(path, names.untuk(path)):
            faulty |= users
            yield temuan_templat(ID, path, str(wrong), _advice(data, users))
    for berkas, pointer, message in (*names.salah, *lain(data, names.umum, names.root)):
        yield berkas.temuan(ID, SEVERITY, pointer, f"{capital(message)}.", SARAN)
    for berkas, pointer, message in percobaan.gagal(data, frozenset(faulty)):
        yield berkas.temuan(ID, SEVERITY, pointer, message, SARAN)


def _advice(data: Data, users: frozenset[str]) -> str:
    """What to do, and which SOPs wait for it."""
    sops = [sop.sebutan_sop for _, sop in data.sop if any(one.templat in users for one in sop.naskah)]
    return f"{SARAN} Dipakai {listed(sops)}." if sops else SARAN


def _named(path: Path, names: Lingkup) -> list[Masalah]:
    try:
        return list(tanda.nama_salah(path, names))
    except DataError:
        return []  # templat-rusak says why
