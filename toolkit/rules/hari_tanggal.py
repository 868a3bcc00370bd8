"""Hari dan tanggal: nama hari, tanggal dengan huruf dan tanggal dengan angka harus menunjuk hari yang sama.

Mengapa: pembuka perjanjian sering tersalin dari naskah lain sehingga hari, huruf dan angkanya berlainan;
tanggal menentukan mulai berlakunya perjanjian. Hari pada bagian lain diperingatkan saja.
Dasar: Permendagri 22/2020 Lampiran ("Pada hari ini, …, tanggal … bulan … tahun … (..-..-....)")
Contoh sesuai: "Senin, tanggal sebelas bulan Mei tahun dua ribu dua puluh enam (11-05-2026)"
Contoh tidak sesuai: "Selasa, tanggal sebelas bulan Mei tahun dua ribu dua puluh enam (11-05-2026)"
Perbaikan: tulis ulang hari, huruf dan angka menurut tanggal penandatanganan.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toolkit.evidence.tanggal import HARI
from toolkit.evidence.terbaca import Tanggal
from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import LAMPIRAN, Teks, atas
from toolkit.rules.temuan import kata

ID = "hari-tanggal"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
DASAR = f'{LAMPIRAN} ("Pada hari ini, …, tanggal … bulan … tahun … (..-..-....)")'
SARAN = "Tulis hari, huruf dan angka menurut tanggal yang sebenarnya."
_NAMA = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from atas(perkara, periksa)


def periksa(teks: Teks) -> Iterator[Finding]:
    for one in teks.naskah.tanggal:
        what = _differs(one)
        if what is not None:
            severity = SEVERITY if one.pembuka and not _swapped(one) else Severity.WARNING
            yield teks.temuan(ID, teks.berat_bentuk(severity), f"{teks.tempat(one.paragraf)}: {what} (“{_short(one.teks)}”).", DASAR, SARAN)


def _differs(one: Tanggal) -> str | None:
    if one.mustahil:
        return "tanggal yang tertulis tidak ada dalam kalender"
    if one.kata and one.angka and one.kata != one.angka:
        return f"tanggal dengan huruf dan angka harus sama, tetapi hurufnya {kata(one.kata.isoformat())} dan angkanya {kata(one.angka.isoformat())}"
    day = one.nilai
    if day is None or one.hari is None or HARI[one.hari.casefold()] == day.weekday():
        return None
    return f"tanggal {kata(day.isoformat())} jatuh pada hari {_NAMA[day.weekday()]}, tetapi tertulis {one.hari}"


def _swapped(one: Tanggal) -> bool:
    """Day and month exchanged: the digits may have been meant the other way round."""
    if not one.kata or not one.angka or one.kata == one.angka or one.angka.day > 12:
        return False
    return date(one.angka.year, one.angka.day, one.angka.month) == one.kata


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 160 else f"{plain[:159]}…"
