"""Due dates in an agency's working days and hours."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from toolkit.model import Waktu
from toolkit.worktime import JamKerja, tenggat, terpakai

KERJA = JamKerja.dari({"hari_kerja": ["senin", "selasa", "rabu", "kamis", "jumat"], "jam_kerja": {"mulai": "07.30", "selesai": "16.00"}})


@pytest.mark.parametrize(
    ("since", "amount", "unit", "until"),
    [
        ("2026-04-06", 1, "hari", date(2026, 4, 7)),
        ("2026-04-10", 1, "hari", date(2026, 4, 13)),  # over a weekend
        ("2026-04-02", 1, "hari", date(2026, 4, 6)),  # over Good Friday and a weekend
        ("2026-03-17", 1, "hari", date(2026, 3, 25)),  # over Nyepi, Idul Fitri and cuti bersama
        ("2026-04-06T23:00:00+07:00", 3, "hari", date(2026, 4, 9)),
        ("2026-04-06", 0.5, "hari", date(2026, 4, 7)),
        ("2026-04-06", 2, "minggu", date(2026, 4, 20)),
        ("2026-01-31", 1, "bulan", date(2026, 3, 2)),  # the last of February is a Saturday
        ("2026-12-31", 2, "bulan", date(2027, 3, 1)),
    ],
)
def test_days_weeks_and_months_end_on_a_working_day(since: str, amount: float, unit: str, until: date) -> None:
    assert tenggat(since, Waktu(amount, unit), KERJA) == until


@pytest.mark.parametrize(
    ("since", "amount", "unit", "until"),
    [
        ("2026-04-06T09:00:00+07:00", 30, "menit", "2026-04-06T09:30:00+07:00"),
        ("2026-04-06T15:45:00+07:00", 30, "menit", "2026-04-07T07:45:00+07:00"),
        ("2026-04-10T15:00:00+07:00", 2, "jam", "2026-04-13T08:30:00+07:00"),
        ("2026-04-10T20:00:00+07:00", 1, "jam", "2026-04-13T08:30:00+07:00"),
        ("2026-04-06T05:00:00+07:00", 1, "jam", "2026-04-06T08:30:00+07:00"),
        ("2026-04-11T10:00:00+07:00", 1, "jam", "2026-04-13T08:30:00+07:00"),
        ("2026-04-06", 60, "menit", "2026-04-06T08:30:00"),
        ("2026-04-06T09:00:00+08:00", 20, "jam", "2026-04-08T12:00:00+08:00"),
    ],
)
def test_minutes_and_hours_run_while_the_office_is_open(since: str, amount: float, unit: str, until: str) -> None:
    assert tenggat(since, Waktu(amount, unit), KERJA) == datetime.fromisoformat(until)


def test_a_time_without_a_number_has_no_end() -> None:
    assert tenggat("2026-04-06", Waktu(teks="Sepanjang tahun"), KERJA) is None


def test_a_day_off_of_the_agency_itself_is_no_working_day() -> None:
    profil = {"hari_kerja": ["senin", "selasa", "rabu", "kamis", "jumat"], "jam_kerja": {"mulai": "07.30", "selesai": "16.00"}}
    own = JamKerja.dari({**profil, "hari_libur": [{"tanggal": "2026-04-07", "nama": "Hari jadi"}]})
    assert tenggat("2026-04-06", Waktu(1, "hari"), own) == date(2026, 4, 8)


@pytest.mark.parametrize(
    ("since", "until", "minutes"),
    [
        ("2026-04-06T08:00:00+07:00", "2026-04-06T09:30:00+07:00", 90),
        ("2026-04-02T15:00:00+07:00", "2026-04-06T08:30:00+07:00", 120),  # over Good Friday and a weekend
        ("2026-04-06T17:00:00+07:00", "2026-04-06T18:00:00+07:00", 0),  # after office hours
    ],
)
def test_time_taken_is_counted_within_office_hours(since: str, until: str, minutes: int) -> None:
    assert terpakai(since, until, KERJA) == timedelta(minutes=minutes)


def test_time_taken_is_not_known_without_a_clock() -> None:
    assert terpakai("2026-04-06", "2026-04-07T09:00", KERJA) is None
