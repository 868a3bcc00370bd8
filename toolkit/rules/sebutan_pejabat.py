"""Sebutan pejabat: dalam perjanjian tidak ditulis NIP, pangkat, dan a.n. pada tanda tangan.

Mengapa: format resmi hanya memuat sebutan pihak dan nama tanpa gelar; yang menandatangani bertindak
untuk pihaknya atau dengan surat kuasa, bukan a.n. atasannya. Surat dinas tidak dinilai.
Dasar: Permendagri 22/2020 Lampiran huruf A, huruf B dan huruf C
Contoh sesuai: "PIHAK KESATU," lalu nama penanda tangan
Contoh tidak sesuai: "a.n. BUPATI …", nama, lalu "NIP 19700101 199503 1 002"
Perbaikan: hapus NIP dan pangkat; ganti a.n. dengan surat kuasa yang disebut dalam komparisi.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import LAMPIRAN, Teks, atas

ID = "sebutan-pejabat"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM
DASAR = f"{LAMPIRAN} huruf A, huruf B dan huruf C"
SARAN = "Hapus NIP dan pangkat; ganti a.n. dengan surat kuasa yang disebut dalam komparisi."
_NIP = re.compile(r"\bN\.?I\.?P\.?\s*[:.]?\s*\d{8}\s?\d{6}\s?\d\s?\d{3}\b|\bNIP\b")
_PANGKAT = re.compile(r"\b(?:Pembina(?:\s+(?:Tingkat|Tk\.?|Utama)(?:\s+(?:I|Muda|Madya))?)?|Penata(?:\s+(?:Muda|Tingkat|Tk\.?)(?:\s+(?:I|Tingkat I|Tk\. I))?)?|Pengatur\w*)\s*(?:[,/(]|\(?(?:IV|III|II)/[a-e]|$)|\b(?:IV|III)/[a-e]\b")
_ATAS_NAMA = re.compile(r"^\(?\s*(?:a\.?\s?n\.|an\.|u\.?\s?b\.|atas nama\s+(?:bupati|wali|gubernur|sekretaris))", re.IGNORECASE)


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from atas(perkara, periksa)


def periksa(teks: Teks) -> Iterator[Finding]:
    if not teks.perjanjian or not teks.format_berlaku:
        return
    seen: set[str] = set()
    for place, text in _spots(teks):
        for what in _found(text):
            if what not in seen:
                seen.add(what)
                yield teks.temuan(
                    ID, teks.berat(SEVERITY), f"{teks.tempat(place)}: dalam perjanjian tidak ditulis NIP, pangkat atau a.n., tetapi tertulis “{what}”.", DASAR, SARAN,
                )


def _spots(teks: Teks) -> Iterator[tuple[int, str]]:
    """Where persons stand: the komparisi and the signatures, and nowhere else."""
    yield from ((one.paragraf, one.uraian) for one in teks.naskah.pihak)
    begin = min((one.paragraf for one in teks.naskah.ttd), default=None)
    if begin is not None:
        end = teks.naskah.lampiran if teks.naskah.lampiran is not None else len(teks.naskah.isi)
        start = teks.naskah.penutup + 1 if teks.naskah.penutup is not None else begin
        yield from ((place, teks.naskah.isi[place].rapi) for place in range(start, end))


def _found(text: str) -> list[str]:
    matches = (pattern.search(text) for pattern in (_NIP, _PANGKAT, _ATAS_NAMA))
    return [_around(text, match) for match in matches if match]


def _around(text: str, match: re.Match[str]) -> str:
    return text if len(text) <= 60 else text[max(0, match.start() - 20): match.end() + 20].strip()
