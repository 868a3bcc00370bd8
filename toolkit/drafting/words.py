"""Numbers, money, dates and terms in Indonesian words, each from one source.

Dates are ISO strings as a case holds them ("2026-02-16", a time may follow); money is whole
rupiah. num2words is fed integers only: it misreads decimals and knows no rupiah.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from toolkit.cells.letters import lettered

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)
_ROMAWI = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)


@lru_cache(maxsize=1024)
def terbilang(angka: int) -> str:
    """1500 → "seribu lima ratus". Raises `TypeError` for anything but an integer."""
    if isinstance(angka, bool) or not isinstance(angka, int):
        raise TypeError(f"terbilang memerlukan bilangan bulat, bukan {angka!r}")
    from num2words import num2words

    return str(num2words(angka, lang="id")).strip()


def angka(nilai: int) -> str:
    """1500000 → "1.500.000"."""
    if isinstance(nilai, bool) or not isinstance(nilai, int):
        raise TypeError(f"angka memerlukan bilangan bulat, bukan {nilai!r}")
    return f"{nilai:,}".replace(",", ".")


def rangkap(jumlah: int) -> str:
    """2 → "2 (dua)"."""
    return f"{angka(jumlah)} ({terbilang(jumlah)})"


def rupiah_angka(nilai: int) -> str:
    """1500000 → "Rp1.500.000,00"."""
    return f"Rp{angka(nilai)},00"


def rupiah(nilai: int) -> str:
    """1500000 → "Rp1.500.000,00 (satu juta lima ratus ribu rupiah)"."""
    return f"{rupiah_angka(nilai)} ({terbilang(nilai)} rupiah)"


def hari_ini(iso: str) -> date:
    """The day of an ISO date or date-time. Raises `ValueError`."""
    return date.fromisoformat(iso[:10])


def tanggal(iso: str) -> str:
    """"2026-02-16" → "16 Februari 2026"."""
    day = hari_ini(iso)
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def tanggal_angka(iso: str) -> str:
    """"2026-02-16" → "16-02-2026"."""
    return f"{hari_ini(iso):%d-%m-}{hari_ini(iso).year:04d}"


def hari(iso: str) -> str:
    return HARI[hari_ini(iso).weekday()]


def hari_tanggal(iso: str) -> str:
    """"2026-02-16" → "Senin, 16 Februari 2026"."""
    return f"{hari(iso)}, {tanggal(iso)}"


def tanggal_kata(iso: str) -> str:
    """The opening of an agreement: "Senin, tanggal enam belas bulan Februari tahun dua ribu dua
    puluh enam (16-02-2026)"."""
    day = hari_ini(iso)
    return (
        f"{hari(iso)}, tanggal {terbilang(day.day)} bulan {BULAN[day.month - 1]} "
        f"tahun {terbilang(day.year)} ({tanggal_angka(iso)})"
    )


def bulan(iso: str) -> str:
    return BULAN[hari_ini(iso).month - 1]


def tahun(iso: str) -> str:
    return str(hari_ini(iso).year)


def bulan_romawi(iso: str) -> str:
    return romawi(hari_ini(iso).month)


def pukul(jam: str) -> str:
    """"09:00" → "09.00"."""
    return jam.replace(":", ".")


def lama(jangka: Mapping[str, Any]) -> str:
    """{"tahun": 1, "bulan": 6} → "1 (satu) tahun 6 (enam) bulan"; without a number the two
    dates. Raises `KeyError` naming the fact that lacks."""
    parts = [f"{rangkap(jangka[unit])} {unit}" for unit in ("tahun", "bulan") if jangka.get(unit)]
    if parts:
        return " ".join(parts)
    if "mulai" in jangka and "sampai" in jangka:
        return f"sejak tanggal {tanggal(jangka['mulai'])} sampai dengan tanggal {tanggal(jangka['sampai'])}"
    raise KeyError("tahun")


def romawi(nilai: int) -> str:
    """4 → "IV". Raises `ValueError` outside 1 to 3999."""
    if not 0 < nilai < 4000:
        raise ValueError(f"tidak ada angka romawi untuk {nilai}")
    letters = ""
    for value, letter in _ROMAWI:
        count, nilai = divmod(nilai, value)
        letters += letter * count
    return letters


def huruf(nilai: int) -> str:
    """1 → "a", 27 → "aa"."""
    return lettered(nilai).lower()


def sebutan(urut: int) -> str:
    """1 → "KESATU", 12 → "KEDUA BELAS"."""
    return f"KE{terbilang(urut)}".upper()


@lru_cache(maxsize=1)
def _urutan_sebutan() -> dict[str, int]:
    return {"PERTAMA": 1} | {sebutan(number): number for number in range(1, 100)}


def urut_sebutan(kata: str) -> int:
    """"KEDUA" → 2, "PIHAK PERTAMA" → 1; an unknown word comes last (100)."""
    return _urutan_sebutan().get(kata.upper().removeprefix("PIHAK ").strip(), 100)


def daftar(butir: Sequence[str]) -> str:
    """["a", "b", "c"] → "a, b, dan c"."""
    items = list(butir)
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"


def nama_gelar(orang: Mapping[str, Any]) -> str:
    """A person's name between the titles: "Dr. Budi Santoso, M.Si."."""
    front, back = orang.get("gelar_depan"), orang.get("gelar_belakang")
    name = f"{front} {orang['nama']}" if front else str(orang["nama"])
    return f"{name}, {back}" if back else name
