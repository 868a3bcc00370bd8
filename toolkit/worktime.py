"""When a step's time is up, counted in an agency's working days and hours.

Public holidays and cuti bersama come from the `holidays` calendar; those of years whose decree is
not out yet are its estimates, so a due date is a help to plan by, never a finding.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from toolkit.model import Waktu
from toolkit.times import parse

HARI = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
SATU_HARI = timedelta(days=1)


@dataclass(frozen=True)
class JamKerja:
    """Working days (Monday is 0) and office hours of a profile."""

    hari: frozenset[int]
    mulai: time
    selesai: time

    @classmethod
    def dari(cls, profil: Mapping[str, Any]) -> JamKerja:
        jam = profil["jam_kerja"]
        days = frozenset(HARI.index(one) for one in profil["hari_kerja"])
        return cls(days, _clock(jam["mulai"]), _clock(jam["selesai"]))

    def masuk(self, day: date) -> bool:
        """Whether the office is open that day."""
        return day.weekday() in self.hari and day not in _holidays(day.year)

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
