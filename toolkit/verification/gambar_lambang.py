"""Gambar lambang: gambar yang disebut profil ada dalam folder data dan dapat dicetak.

Mengapa: gambar yang hilang atau rusak menghentikan setiap naskah yang memakainya.
Dasar: docs/templat.md bagian 2
Contoh sesuai: "gambar_lambang": {"Lambang Daerah": "templates/gambar/daerah.png"} dan berkas itu ada
Contoh tidak sesuai: nama berkasnya disebut, tetapi gambarnya belum disalin
Perbaikan: salin gambar PNG atau JPEG ke folder data dengan nama itu.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.drafting.emblem import KUNCI, baca
from toolkit.errors import DataError
from toolkit.findings import Finding, Layer, Severity
from toolkit.verification.data import Data

ID = "gambar-lambang"
SEVERITY = Severity.ERROR
LAYER = Layer.DATA
SARAN = "Salin gambar PNG atau JPEG ke folder data dengan nama itu, atau hapus kuncinya."


def check(data: Data) -> Iterator[Finding]:
    for one in data.jenis("profil"):
        listed = one.isi.get(KUNCI) if isinstance(one.isi, dict) else None
        for words, path in listed.items() if isinstance(listed, dict) else ():
            try:
                baca(data.library.resources, words, str(path))
            except DataError as error:
                yield one.temuan(ID, SEVERITY, f"/{KUNCI}/{words.replace('~', '~0').replace('/', '~1')}", str(error), SARAN)
