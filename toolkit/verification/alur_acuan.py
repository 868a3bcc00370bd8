"""Acuan data: setiap berkas data sesuai skemanya, dan setiap acuan di dalamnya ada.

Mengapa: SOP yang menyebut langkah, pelaksana, artefak, syarat, naskah atau templat yang tidak ada akan memeriksa dan menyusun yang keliru. Id langkah dan pelaksana juga tidak boleh sama dengan peran, tindakan, kunci, id naskah atau id templat, supaya dapat diganti tanpa mengubah arti lain.
Dasar: schemas/checklist.schema.json dan docs/arsitektur.md
Contoh sesuai: langkah "paraf-sekda" disebut dalam rantai_paraf dan ada dalam langkah
Contoh tidak sesuai: naskah menyebut langkah "paraf-sekretaris" yang tidak ada
Perbaikan: betulkan id pada tempat yang disebut, atau tambahkan yang diacu.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.datafiles import schema_words
from toolkit.findings import Finding, Layer, Severity
from toolkit.verification import identitas, naskah_hukum, penunjuk, rujukan
from toolkit.verification.data import Berkas, Data

ID = "alur-acuan"
SEVERITY = Severity.ERROR
LAYER = Layer.DATA


def check(data: Data) -> Iterator[Finding]:
    for berkas in data.semua:
        yield from _shape(data, berkas)
    for berkas in data.checklists:
        for pointer, message, suggestion in _wrong(data, berkas):
            yield berkas.temuan(ID, SEVERITY, pointer, message, suggestion)
    for berkas in data.jenis("hukum"):
        for pointer, message, suggestion in naskah_hukum.salah(data.library, berkas.isi):
            yield berkas.temuan(ID, SEVERITY, pointer, message, suggestion)
    yield from _engine_neutral(data)


def _wrong(data: Data, berkas: Berkas) -> Iterator[tuple[str, str, str]]:
    yield from identitas.salah(data, berkas)
    yield from rujukan.salah(data.library, berkas.isi)
    yield from penunjuk.salah(data.library, berkas.isi)


def _shape(data: Data, berkas: Berkas) -> Iterator[Finding]:
    if berkas.rusak is not None:
        yield berkas.temuan(ID, SEVERITY, "", str(berkas.rusak), "Perbaiki berkasnya sehingga dapat dibaca sebagai JSON.")
        return
    for error in data.salah(berkas):
        pointer = "".join(f"/{part}" for part in error.absolute_path)
        yield berkas.temuan(
            ID, SEVERITY, pointer,
            f"Isi {pointer or 'berkas'} tidak sesuai skema {berkas.jenis}: {schema_words(error)}.",
            f"Sesuaikan dengan schemas/{berkas.jenis}.schema.json.",
        )


def _engine_neutral(data: Data) -> Iterator[Finding]:
    """Law and profiles name no SOP, step or actor."""
    names = identitas.semua_id(data)
    for berkas in (*data.jenis("hukum"), *data.jenis("profil")):
        for pointer, text in identitas.teks(berkas.isi):
            if text in names and pointer != "/id":
                yield berkas.temuan(
                    ID, SEVERITY, pointer,
                    f"Data {berkas.jenis} menyebut {text!r}, id {names[text]}; hukum dan profil tidak boleh mengenal SOP.",
                    "Sebut peran, bentuk naskah atau jenis kerja samanya.",
                )
