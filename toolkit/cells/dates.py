"""Dates and clocks as people write them, as ISO texts.

A day before its month is the usual order here, but a sheet may come from an Excel that puts the
month first. So "3/4/2026" alone is refused: only other dates of its column prove the order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from toolkit.cells.refusal import Tolak

HARI = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
BULAN = ("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember")
_SINGKAT = {
    "agt": 8, "ags": 8, "agust": 8, "nop": 11, "nopember": 11, "pebruari": 2, "peb": 2,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "aug": 8, "october": 10, "oct": 10, "december": 12, "dec": 12,
}
_NAMA = {name: place for place, name in enumerate(BULAN, 1)} | {name[:3]: place for place, name in enumerate(BULAN, 1)} | _SINGKAT
_WEEKDAY = re.compile(r"(?P<hari>[a-z']+)\s*,?\s+(?=\d)")
_CLOCK = re.compile(r"[,\s]*(?:t|pukul|jam)?\s*(\d{1,2})[.:](\d{2})(?:[.:](\d{2})(?:\.\d+)?)?\s*(?:wib|wita|wit)?$")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})")
_WORDS = re.compile(r"(\d{1,2})[\s\-./]+([a-z]+)\.?[\s\-./]+(\d{4})")
CONTOH = "16 Februari 2026"


@dataclass
class Urutan:
    """What the dates of one column prove about their order: a first number above 12, a second
    number above 12, and date cells whose day and month could have been exchanged."""

    hari_dulu: bool = False
    bulan_dulu: bool = False
    sel_rancu: bool = False
    sel_jelas: bool = False

    def look(self, value: Any) -> None:
        """Takes one cell of the column into account."""
        if isinstance(value, (datetime, date)):
            self.sel_jelas |= value.day > 12
            self.sel_rancu |= value.day <= 12 and value.day != value.month
        found = _NUMBERS.match(_plain(value)) if isinstance(value, str) else None
        if found:
            self.hari_dulu |= int(found[1]) > 12 >= int(found[2])
            self.bulan_dulu |= int(found[2]) > 12 >= int(found[1])

    @property
    def tertukar(self) -> bool:
        """Date cells beside texts like 16/2/2026: an Excel that puts the month first has read what
        it could with day and month exchanged, and left the rest as text."""
        return self.hari_dulu and self.sel_rancu and not self.sel_jelas


def read_date(value: Any, order: Urutan | None = None) -> str:
    """YYYY-MM-DD. Raises `Tolak`."""
    return _moment(value, order or Urutan())[0].isoformat()


def read_moment(value: Any, order: Urutan | None = None) -> str:
    """A date, with its clock where one is written."""
    day, clock = _moment(value, order or Urutan())
    return day.isoformat() if clock is None else f"{day.isoformat()}T{clock.isoformat()}"


def read_clock(value: Any) -> str:
    """HH.MM. Raises `Tolak`."""
    if isinstance(value, datetime) and value.year > 1900:
        value = value.time()
    if isinstance(value, time):
        return f"{value.hour:02d}.{value.minute:02d}"
    found = _CLOCK.fullmatch(value.strip().casefold()) if isinstance(value, str) else None
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return f"{int(found[1]):02d}.{found[2]}"
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    raise Tolak(
        "berupa jam seperti 09.30",
        "Ubah format sel menjadi Teks, lalu ketik jamnya, misalnya 09.30.",
        "Excel menyimpannya sebagai angka" if number else "",
    )


def _moment(value: Any, order: Urutan) -> tuple[date, time | None]:
    if isinstance(value, datetime):
        clock = value.time()
        return _undisturbed(value.date(), order), None if clock == time() else clock
    if isinstance(value, date):
        return _undisturbed(value, order), None
    if not isinstance(value, str):
        raise Tolak(f"berupa tanggal seperti {CONTOH}", f"Ubah format sel menjadi Teks, lalu ketik tanggalnya, misalnya {CONTOH}.", "Excel menyimpannya sebagai angka")
    return _written(value, order)


def _undisturbed(day: date, order: Urutan) -> date:
    if order.tertukar and day.day <= 12 and day.day != day.month:
        other = date(day.year, day.day, day.month)
        raise Tolak(
            "berupa tanggal yang pasti",
            f"Ubah format sel menjadi Teks, lalu tulis {words(day)} atau {words(other)}, mana yang benar.",
            "kolom ini juga berisi teks seperti 16/2/2026, jadi Excel mungkin menukar hari dan bulannya",
        )
    return day


def _written(text: str, order: Urutan) -> tuple[date, time | None]:
    rest = _plain(text)
    weekday = _WEEKDAY.match(rest)
    if weekday:
        rest = rest[weekday.end():]
    for pattern, reader in ((_ISO, _from_iso), (_WORDS, _from_words), (_NUMBERS, _from_numbers)):
        found = pattern.match(rest)
        if found and _clocked(rest[found.end() :]):
            day = reader(found, order)
            _require_weekday(weekday["hari"] if weekday else None, day)
            return day, _clock(rest[found.end() :])
    raise Tolak(f"berupa tanggal seperti {CONTOH}", f"Tulis tanggal, bulan, dan tahunnya, misalnya {CONTOH} atau 16/2/2026.")


def _clocked(text: str) -> bool:
    """Whether nothing but a clock stands after a date."""
    found = _CLOCK.fullmatch(text)
    return not text.strip() or bool(found and int(found[1]) < 24 and int(found[2]) < 60)


def _clock(text: str) -> time | None:
    found = _CLOCK.fullmatch(text)
    clock = time(int(found[1]), int(found[2]), int(found[3] or 0)) if found else time()
    return None if clock == time() else clock


def _from_iso(found: re.Match[str], _order: Urutan) -> date:
    return _day(int(found[1]), int(found[2]), int(found[3]))


def _from_words(found: re.Match[str], _order: Urutan) -> date:
    month = _NAMA.get(found[2])
    if month is None:
        raise Tolak(f"berupa tanggal seperti {CONTOH}", f"Tulis nama bulannya dengan benar: {', '.join(BULAN)}.", f"bulan {found[2]!r} tidak ada")
    return _day(int(found[3]), month, int(found[1]))


def _from_numbers(found: re.Match[str], order: Urutan) -> date:
    first, second = int(found[1]), int(found[2])
    if len(found[3]) == 2:
        raise Tolak("memuat tahun empat angka", f"Tulis tahunnya lengkap, misalnya {first}-{second}-20{found[3]}.", "tahun dua angka dapat berarti abad yang lain")
    year = int(found[3])
    if second > 12 >= first:
        raise Tolak(
            "berupa tanggal dengan urutan hari, bulan, tahun",
            f"Bila maksudnya {words(_day(year, first, second))}, tulis {second}/{first}/{year}.",
            f"bulan {second} tidak ada",
        )
    if first <= 12 and first != second and order.hari_dulu == order.bulan_dulu:
        options = f"{words(_day(year, second, first))} atau {words(_day(year, first, second))}"
        raise Tolak("berupa tanggal yang pasti", f"Tulis nama bulannya: {options}.", f"dapat berarti {options}")
    # A column that holds month-first dates has each of them refused above; its others are no surer.
    if first <= 12 and first != second and order.bulan_dulu:
        raise Tolak("berupa tanggal yang pasti", "Tulis nama bulannya.", "tanggal lain dalam kolom ini menaruh bulan di depan")
    return _day(year, second, first)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        shown = f"{day} {BULAN[month - 1].capitalize()} {year}" if 1 <= month <= 12 else f"{day}-{month}-{year}"
        raise Tolak("berupa tanggal yang ada dalam kalender", "Periksa tanggal dan bulannya.", f"{shown} tidak ada") from None


def _require_weekday(name: str | None, day: date) -> None:
    if name is None:
        return
    known = name.replace("'", "")
    known = {"ahad": "minggu"}.get(known, known)
    if known not in HARI:
        raise Tolak(f"berupa tanggal seperti {CONTOH}", "Hapus kata di depan tanggalnya.", f"{name!r} bukan nama hari")
    if HARI[day.weekday()] != known:
        raise Tolak("memuat hari yang cocok dengan tanggalnya", "Betulkan hari atau tanggalnya.", f"{words(day)} jatuh pada hari {HARI[day.weekday()].capitalize()}")


def words(day: date) -> str:
    return f"{day.day} {BULAN[day.month - 1].capitalize()} {day.year}"


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().replace("’", "'")
