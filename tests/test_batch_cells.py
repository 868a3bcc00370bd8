"""What people write into a cell, and what is refused rather than guessed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contoh import LIBRARY
from tests.lembar_buatan import KASUS, workbook
from toolkit.cells import Sel, Tolak, empty, read_cell, shown_cell
from toolkit.cells.dates import Urutan, read_clock, read_date, read_moment, words
from toolkit.cells.numbers import read_integer
from toolkit.cells.placing import Lapisan

ROOT = LIBRARY.schema("kerja-sama")
DAY_FIRST = Urutan(hari_dulu=True)
NIP, TEKS, DAFTAR = ROOT["$defs"]["nip"], {"type": "string"}, ROOT["$defs"]["teks_larik"]


@pytest.mark.parametrize(
    "written",
    ["16/2/2026", "16-02-2026", "16.2.2026", "16 Februari 2026", "16 feb 2026", "16 Pebruari 2026", "Senin, 16 Februari 2026", "SENIN 16 FEBRUARI 2026",
     "2026-02-16", "2026/2/16", "16-Feb-2026", "2026-02-16 00:00:00", " 16  Februari\u00a02026 ", dt.date(2026, 2, 16), dt.datetime(2026, 2, 16)],
    ids=str,
)
def test_a_date_is_read_however_it_is_written(written: Any) -> None:
    assert read_date(written) == "2026-02-16"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("3/4/2026", "3 April 2026 atau 4 Maret 2026"),
        ("2/16/2026", "bulan 16 tidak ada"),
        ("31/2/2026", "31 Februari 2026 tidak ada"),
        ("29 Februari 2025", "29 Februari 2025 tidak ada"),
        ("16/2/26", "tahun dua angka"),
        ("Selasa, 16 Februari 2026", "jatuh pada hari Senin"),
        ("Senen, 16 Februari 2026", "bukan nama hari"),
        ("16 Febuari 2026", "bulan 'febuari' tidak ada"),
        (46069, "Excel menyimpannya sebagai angka"),
    ],
)
def test_a_date_that_is_none_or_two_is_refused_with_the_reason(written: Any, reason: str) -> None:
    with pytest.raises(Tolak) as error:
        read_date(written)
    assert reason in error.value.sebab and error.value.saran


@pytest.mark.parametrize("written", ["besok", "16/2/2026 dan 17/2/2026", "16/2", ""])
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(Tolak):
        read_date(written)


def test_other_dates_of_the_column_prove_the_order() -> None:
    order = Urutan()
    for one in ("3/4/2026", "16/2/2026", None, "teks"):
        order.look(one)
    assert read_date("3/4/2026", order) == "2026-04-03"


def test_a_column_with_both_orders_proves_nothing() -> None:
    order = Urutan()
    for one in ("16/2/2026", "2/16/2026"):
        order.look(one)
    with pytest.raises(Tolak):
        read_date("3/4/2026", order)


def test_date_cells_beside_day_first_texts_were_exchanged_by_excel() -> None:
    order = Urutan()
    for one in ("16/2/2026", dt.datetime(2026, 3, 4)):
        order.look(one)
    with pytest.raises(Tolak) as error:
        read_date(dt.datetime(2026, 3, 4), order)
    assert "menukar hari dan bulan" in error.value.sebab and "4 Maret 2026 atau 3 April 2026" in error.value.saran


@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)))
def test_every_day_written_in_words_or_day_first_is_read_back(day: dt.date) -> None:
    assert read_date(words(day)) == read_date(f"{day.day}/{day.month}/{day.year}", DAY_FIRST) == day.isoformat()


@pytest.mark.parametrize("written", ["09.30", "9:30", "9.30 WIB", "pukul 09.30", "09:30:00", dt.time(9, 30), dt.datetime(2026, 2, 16, 9, 30)], ids=str)
def test_a_clock_is_read(written: Any) -> None:
    assert read_clock(written) == "09.30"


@pytest.mark.parametrize("written", ["25.00", "9", "09.75", 9.3, 0.4, dt.datetime(1900, 1, 9, 7, 12)], ids=str)
def test_what_is_no_clock_is_refused(written: Any) -> None:
    with pytest.raises(Tolak):
        read_clock(written)


def test_a_moment_keeps_its_clock() -> None:
    assert read_moment("16 Februari 2026 pukul 09.15") == read_moment(dt.datetime(2026, 2, 16, 9, 15)) == "2026-02-16T09:15:00"


@pytest.mark.parametrize(
    "written", ["1500000", "1.500.000", "1.500.000,00", "Rp1.500.000,00", "Rp 1.500.000,-", "rp. 1.500.000", "1,500,000", "1500000.00", "1 500 000", 1500000, 1500000.0], ids=str
)
def test_money_is_read_as_whole_rupiah(written: Any) -> None:
    assert read_integer(written) == 1_500_000


@pytest.mark.parametrize("written", ["1,500", "1.5", "1,5 juta", "1.50.000", "1.500,50", "", "sejuta", 1.5, True, dt.date(2026, 1, 1)], ids=str)
def test_money_that_is_broken_or_unclear_is_refused(written: Any) -> None:
    with pytest.raises(Tolak):
        read_integer(written)


@given(st.integers(0, 10**15))
def test_every_amount_with_dots_is_read_back(amount: int) -> None:
    assert read_integer(f"Rp{amount:,}".replace(",", ".") + ",00") == amount


@pytest.mark.parametrize("written", ["198001012005011001", "19800101 200501 1 001", "'198001012005011001", '="198001012005011001"', "19800101.200501.1.001"])
def test_an_nip_keeps_its_digits(written: str) -> None:
    assert read_cell(written, NIP, ROOT) == "198001012005011001"


@pytest.mark.parametrize(("written", "reason"), [(198001012005011000, "15 angka"), ("1,98001E+17", "angka terakhirnya hilang"), ("19800101200501100", "ada 17 angka"), (1980, "nol di depannya hilang")])
def test_an_nip_that_lost_digits_is_refused(written: Any, reason: str) -> None:
    with pytest.raises(Tolak) as error:
        read_cell(written, NIP, ROOT)
    assert reason in error.value.sebab


def test_a_telephone_number_keeps_its_zero_or_is_refused() -> None:
    assert read_cell("0812-0000", TEKS, ROOT, "telepon") == "0812-0000"
    assert read_cell(62351400047, TEKS, ROOT, "telepon") == "+62351400047"
    with pytest.raises(Tolak):
        read_cell(351400047, TEKS, ROOT, "telepon")


@pytest.mark.parametrize(("written", "meant"), [("KSDPK", "ksdpk"), ("ksdpk", "ksdpk"), (" Sinergi", "sinergi")])
def test_a_choice_is_known_in_any_case(written: str, meant: str) -> None:
    assert read_cell(written, ROOT["properties"]["jenis"], ROOT) == meant


def test_an_unknown_choice_offers_the_nearest() -> None:
    with pytest.raises(Tolak) as error:
        read_cell("sinergii", ROOT["properties"]["jenis"], ROOT)
    assert error.value.saran == "Tulis sinergi."


@pytest.mark.parametrize(("written", "meant"), [("Ya", True), ("tidak", False), (True, True), ("1", True), ("belum", False)])
def test_yes_and_no(written: Any, meant: bool) -> None:
    assert read_cell(written, {"type": "boolean"}, ROOT) is meant


def test_a_list_stands_on_lines_or_between_semicolons() -> None:
    assert read_cell("satu:\na. dua\nb. tiga", DAFTAR, ROOT) == ["satu:", "a. dua", "b. tiga"]
    assert read_cell("1. satu\n2. dua", DAFTAR, ROOT) == read_cell("satu; dua", DAFTAR, ROOT) == ["satu", "dua"]


def test_designations_are_put_in_capitals() -> None:
    assert read_cell("Kesatu", ROOT["$defs"]["sebutan_pihak"], ROOT) == "KESATU"


def test_what_copying_leaves_behind_falls_away() -> None:
    assert read_cell("\u200bDinas\u00a0Kesehatan\u00ad \r\n", TEKS, ROOT) == "Dinas Kesehatan"


@pytest.mark.parametrize("written", ["menyusul", "xxx", "akan diisi", "{{ nama }}", "n/a"])
def test_a_stand_in_is_no_answer(written: str) -> None:
    with pytest.raises(Tolak):
        read_cell(written, TEKS, ROOT)


@pytest.mark.parametrize(("written", "key", "is_empty"), [("-", "nama", True), ("-", "sifat", False), ("  ", "nama", True), (None, "nama", True), (0, "nilai", False)])
def test_a_dash_is_empty_save_where_it_is_the_usual_answer(written: Any, key: str, is_empty: bool) -> None:
    assert empty(written, key) is is_empty


def test_a_cell_without_a_value_says_why() -> None:
    with pytest.raises(Tolak) as error:
        read_cell(Sel("#REF!", "Excel tidak dapat menghitungnya", "Betulkan rumusnya."), TEKS, ROOT)
    assert error.value.sebab == "Excel tidak dapat menghitungnya"


def test_dates_and_fractions_are_no_texts() -> None:
    for value in (dt.date(2026, 2, 16), 1.5, dt.time(9, 0)):
        with pytest.raises(Tolak):
            read_cell(value, TEKS, ROOT)
    assert read_cell(12, TEKS, ROOT) == "12"


def test_values_are_shown_short_and_in_words() -> None:
    assert shown_cell(dt.datetime(2026, 2, 16)) == "tanggal 16 Februari 2026"
    assert shown_cell(9.3) == "angka 9,3" and shown_cell(7.0) == "angka 7"
    assert len(shown_cell("x" * 500)) < 70


def test_laying_values_over_a_case_leaves_the_case_as_it_is() -> None:
    base = {"pihak": [{"nama": "A"}, {"nama": "B", "kontak": {"surel": "b@contoh.id"}}], "judul": "lama"}
    layer = Lapisan(base)
    layer.put(["pihak", "1", "nama"], "C")
    layer.put(["pihak", "1", "kontak", "telepon"], "0351")
    layer.put(["rapat", "0", "tempat"], "Ruang", {1: {"langkah": "x"}})
    assert layer.dense(["pihak", "rapat"])["pihak"] == [{"nama": "A"}, {"nama": "C", "kontak": {"surel": "b@contoh.id", "telepon": "0351"}}]
    assert layer.data["rapat"] == [{"langkah": "x", "tempat": "Ruang"}]
    assert base == {"pihak": [{"nama": "A"}, {"nama": "B", "kontak": {"surel": "b@contoh.id"}}], "judul": "lama"}


def test_numbered_columns_leave_no_gaps() -> None:
    layer = Lapisan({})
    for place, value in (("0", "satu"), ("2", "tiga")):
        layer.put(["ruang_lingkup", place], value)
    assert layer.dense(["ruang_lingkup"]) == {"ruang_lingkup": ["satu", "tiga"]}


@pytest.mark.parametrize("written", [123, True, "0351-895123"])
def test_what_holds_no_letter_is_nobodys_name(call: Any, tmp_path: Path, written: Any) -> None:
    sheet = workbook(tmp_path / "a.xlsx", ["Nama", "Alamat"], [written, "Jl. 1"])
    told = call("batch", sheet, "--naskah", "undangan-rapat", "--kasus", KASUS, "-o", tmp_path / "hasil")
    assert told.code == 1 and "baris 2 kolom A (Nama): nama penerima harus berupa nama" in told.out
