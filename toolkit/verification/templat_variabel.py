"""Variabel templat: setiap nama yang dipakai templat, klausul dan teks surat memang ada.

Mengapa: nama yang keliru (penawaran.nomer) baru ketahuan ketika naskah disusun, di meja orang yang tidak dapat membetulkannya. Nama diperiksa dengan skema berkas kerja sama, lalu setiap naskah disusun dari contoh yang lengkap.
Dasar: docs/templat.md bagian 3
Contoh sesuai: {{ penawaran.nomor }}
Contoh tidak sesuai: {{ penawaran.nomer }}
Perbaikan: betulkan nama itu menurut docs/templat.md, atau tambahkan faktanya ke skema.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.errors import DataError
from toolkit.findings import Finding, Layer, Severity
from toolkit.verification import penggunaan, percobaan, tanda
from toolkit.verification.data import Berkas, Data, temuan_templat
from toolkit.verification.identitas import teks
from toolkit.verification.lembar import Masalah

ID = "templat-variabel"
SEVERITY = Severity.ERROR
LAYER = Layer.DATA
SARAN = "Betulkan nama itu menurut docs/templat.md."


def check(data: Data) -> Iterator[Finding]:
    known = percobaan.nama(data)
    schema = data.library.schema("kerja-sama")
    for path in (*data.templat, *data.bagian):
        for wrong in _named(path, schema, known):
            yield temuan_templat(ID, path, str(wrong), SARAN)
    for berkas in (*data.checklists, *data.jenis("hukum"), *data.jenis("klausul"), *data.jenis("komparisi")):
        yield from _texts(berkas, schema, known)
    for berkas, pointer, message in percobaan.gagal(data):
        yield berkas.temuan(ID, SEVERITY, pointer, message, SARAN)


def _named(path: Path, schema: object, known: frozenset[str]) -> list[Masalah]:
    try:
        return list(tanda.nama_salah(path, schema, known))
    except DataError:
        return []  # templat-rusak says why


def _texts(berkas: Berkas, schema: object, known: frozenset[str]) -> Iterator[Finding]:
    """Texts of the tool's data that are filled in like templates."""
    for pointer, text in teks(berkas.isi):
        if "{{" not in text and "{%" not in text:
            continue
        try:
            wrong = list(penggunaan.salah_teks(text, schema, known))
        except DataError as error:
            yield berkas.temuan(ID, SEVERITY, pointer, str(error), SARAN)
            continue
        for message in wrong:
            yield berkas.temuan(ID, SEVERITY, pointer, f"{message[0].upper()}{message[1:]}.", SARAN)
