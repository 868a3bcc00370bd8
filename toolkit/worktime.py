"""When a step's time is up, counted in an agency's working days and hours.

Public holidays and cuti bersama come from the `holidays` calendar; those of years whose decree is
not out yet are its estimates; an agency adds its own days off (`hari_libur` in its profile). A due
date is a help to plan by, and a finding on time is never an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from toolkit.model import Waktu
from toolkit.times import before, parse

HARI = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
SATU_HARI = timedelta(days=1)


@dataclass(frozen=True)
class JamKerja:
    """Working days (Monday is 0), office hours and own days off of a profile."""

    hari: frozenset[int]
    mulai: time
    selesai: time
    libur: frozenset[date] = frozenset()

    @classmethod
    def dari(cls, profil: Mapping[str, Any]) -> JamKerja:
        jam = profil["jam_kerja"]
        days = frozenset(HARI.index(one) for one in profil["hari_kerja"])
        own = frozenset(date.fromisoformat(one["tanggal"]) for one in profil.get("hari_libur", ()))
        return cls(days, _clock(jam["mulai"]), _clock(jam["selesai"]), own)

    def masuk(self, day: date) -> bool:
        """Whether the office is open that day."""
        return day.weekday() in self.hari and day not in self.libur and day not in _holidays(day.year)

    def berikut(self, day: date) -> date:
        """The day itself if the office is open, else the next day that it is."""
        while not self.masuk(day):
            day += SATU_HARI
        return day


def tenggat(sejak: str, waktu: Waktu, kerja: JamKerja) -> date | datetime | None:
    """The end of a step's time from a moment as a trail writes it; None where the SOP gives no
    number. Minutes and hours give a moment, the rest a day."""
    if waktu.nilai is None or waktu.satuan is None:
        return None
    day, at = parse(sejak)
    if waktu.satuan in ("menit", "jam"):
        length = timedelta(minutes=waktu.nilai * (60 if waktu.satuan == "jam" else 1))
        return _after(_opened(day, at, kerja), length, kerja)
    if waktu.satuan == "hari":
        return _days_on(day, waktu.nilai, kerja)
    if waktu.satuan == "minggu":
        return kerja.berikut(day + timedelta(weeks=waktu.nilai))
    return kerja.berikut(_months_on(day, round(waktu.nilai)))


def lewat(batas: date | datetime, selesai: str) -> bool:
    """Whether a time was surely over at a moment as a trail writes it; a day counts to its end, and
    a day without a clock is not over before the next."""
    return before(batas.isoformat(), selesai)


def terpakai(mulai: str, selesai: str, kerja: JamKerja) -> timedelta | None:
    """Office time between two moments; None where one of them has no clock."""
    (_, start), (_, end) = parse(mulai), parse(selesai)
    if start is None or end is None:
        return None
    day, total = start.date(), timedelta()
    while day <= end.date():
        opening, closing = datetime.combine(day, kerja.mulai), datetime.combine(day, kerja.selesai)
        part = min(end.replace(tzinfo=None), closing) - max(start.replace(tzinfo=None), opening)
        total += max(part, timedelta()) if kerja.masuk(day) else timedelta()
        day += SATU_HARI
    return total


def _opened(day: date, at: datetime | None, kerja: JamKerja) -> datetime:
    """The first office moment from a day or a moment on; a zone is kept."""
    zone = at.tzinfo if at else None
    moment = at or datetime.combine(day, kerja.mulai)
    opening = datetime.combine(moment.date(), kerja.mulai, zone)
    if kerja.masuk(moment.date()) and moment.timetz().replace(tzinfo=None) < kerja.selesai:
        return max(moment, opening)
    return datetime.combine(kerja.berikut(moment.date() + SATU_HARI), kerja.mulai, zone)


def _after(moment: datetime, length: timedelta, kerja: JamKerja) -> datetime:
    while True:
        closing = datetime.combine(moment.date(), kerja.selesai, moment.tzinfo)
        if moment + length <= closing:
            return moment + length
        length -= closing - moment
        moment = datetime.combine(kerja.berikut(moment.date() + SATU_HARI), kerja.mulai, moment.tzinfo)


def _days_on(day: date, count: float, kerja: JamKerja) -> date:
    """`count` working days after a day that does not itself count; a part of a day counts whole."""
    left = -int(-count // 1)
    while left > 0:
        day = kerja.berikut(day + SATU_HARI)
        left -= 1
    return day


def _months_on(day: date, count: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.month - 1 + count, 12)
    first = date(day.year + year, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - SATU_HARI
    return min(first + timedelta(days=day.day - 1), last)


def _clock(text: str) -> time:
    return time.fromisoformat(text.replace(".", ":"))


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    import holidays

    found = holidays.country_holidays("ID", years=year, categories=("public", "government"))
    return frozenset(found)
