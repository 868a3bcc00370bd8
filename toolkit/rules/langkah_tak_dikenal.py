"""Langkah tak dikenal: jejak menyebut langkah yang tidak ada dalam SOP.

Mengapa: peristiwa yang tidak dapat dicocokkan dengan SOP tidak membuktikan apa pun.
Dasar: daftar kegiatan dalam SOP yang bersangkutan
Contoh sesuai: id langkah sama dengan id dalam checklist
Contoh tidak sesuai: id langkah salah ketik
Perbaikan: pakai id langkah SOP (`kerjasama sop ID` menampilkannya) atau perintah `kerjasama catat`.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import penyimpangan, sebut

ID = "langkah-tak-dikenal"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    for one, steps in penyimpangan(perkara, "tak-dikenal"):
        event = perkara.kerja_sama.jejak[one.peristiwa[0]]
        expected = f"; yang diharapkan di sini {sebut(steps)}" if steps else ""
        yield Finding(
            ID,
            SEVERITY,
            f"Langkah {event.langkah!r} tidak ada dalam {perkara.sop.sebutan_sop}{expected}.",
            (perkara.sop.dasar(*one.langkah),),
            LAYER,
            suggestion=_suggestion(perkara, event.langkah, one.langkah),
            langkah=one.langkah,
            location=Location(f"{event.pointer}/langkah"),
        )


def _suggestion(perkara: Perkara, given: str, expected: tuple[str, ...]) -> str:
    close = get_close_matches(given, perkara.sop.langkah_menurut_id, 1)
    meant = expected[:1] or tuple(close)
    hint = f"Mungkin yang dimaksud {meant[0]!r}; " if meant else ""
    return f"{hint}`kerjasama sop {perkara.sop.id}` menampilkan semua langkah.".capitalize()
