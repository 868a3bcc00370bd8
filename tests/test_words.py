"""Numbers, money, dates and terms in Indonesian words."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from toolkit.drafting import words

HARI_ISO = st.dates(date(1945, 8, 17), date(2199, 12, 31)).map(date.isoformat)


def test_the_opening_of_an_agreement_says_the_date_in_words_and_digits() -> None:
    assert words.tanggal_kata("2026-05-11") == (
        "Senin, tanggal sebelas bulan Mei tahun dua ribu dua puluh enam (11-05-2026)"
    )


@pytest.mark.parametrize(
    ("angka", "kata"),
    [(0, "nol"), (11, "sebelas"), (100, "seratus"), (1000, "seribu"), (1100, "seribu seratus"),
     (2026, "dua ribu dua puluh enam"), (1_500_000, "satu juta lima ratus ribu")],
)
def test_whole_numbers_are_spelled_as_an_office_spells_them(angka: int, kata: str) -> None:
    assert words.terbilang(angka) == kata


@pytest.mark.parametrize("bukan", ["5", 5.0, True, None])
def test_what_is_no_whole_number_is_never_spelled(bukan: object) -> None:
    with pytest.raises(TypeError):
        words.terbilang(bukan)  # type: ignore[arg-type]


def test_money_stands_in_digits_and_words() -> None:
    assert words.rupiah(1_500_000) == "Rp1.500.000,00 (satu juta lima ratus ribu rupiah)"


def test_a_term_names_years_and_months() -> None:
    assert words.lama({"tahun": 5}) == "5 (lima) tahun"
    assert words.lama({"tahun": 1, "bulan": 6}) == "1 (satu) tahun 6 (enam) bulan"
    assert words.lama({"mulai": "2026-05-12", "sampai": "2029-05-11"}) == (
        "sejak tanggal 12 Mei 2026 sampai dengan tanggal 11 Mei 2029"
    )


def test_a_term_without_any_number_names_the_fact_that_lacks() -> None:
    with pytest.raises(KeyError, match="tahun"):
        words.lama({"mulai": "2026-05-12"})


def test_the_first_twenty_parties_have_their_names() -> None:
    names = [words.sebutan(number) for number in range(1, 21)]
    assert names[:4] == ["KESATU", "KEDUA", "KETIGA", "KEEMPAT"]
    assert names[10:12] == ["KESEBELAS", "KEDUA BELAS"]
    assert names[-1] == "KEDUA PULUH"
    assert [words.urut_sebutan(one) for one in names] == list(range(1, 21))


def test_pertama_is_read_as_kesatu_and_an_unknown_word_comes_last() -> None:
    assert words.urut_sebutan("PIHAK PERTAMA") == 1
    assert words.urut_sebutan("PENGAMAT") == 100


@pytest.mark.parametrize(
    ("butir", "kalimat"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_a_list_reads_as_a_phrase(butir: list[str], kalimat: str) -> None:
    assert words.daftar(butir) == kalimat


def test_titles_stand_before_and_behind_a_name() -> None:
    person = {"nama": "Budi Santoso", "gelar_depan": "Dr.", "gelar_belakang": "M.Si."}
    assert words.nama_gelar(person) == "Dr. Budi Santoso, M.Si."
    assert words.nama_gelar({"nama": "Budi Santoso"}) == "Budi Santoso"


@given(HARI_ISO)
def test_dates_read_as_the_locale_has_them(iso: str) -> None:
    day = date.fromisoformat(iso)
    assert words.hari_tanggal(iso) == format_date(day, "EEEE, d MMMM y", locale="id_ID")
    assert words.tanggal_angka(iso) == day.strftime("%d-%m-%Y")


@given(HARI_ISO)
def test_the_words_of_a_date_agree_with_its_digits(iso: str) -> None:
    day = date.fromisoformat(iso)
    said = words.tanggal_kata(iso)
    assert f"tanggal {words.terbilang(day.day)} bulan" in said
    assert said.endswith(f"tahun {words.terbilang(day.year)} ({day:%d-%m-%Y})")


@given(st.integers(0, 10**15))
def test_money_in_digits_reads_back_as_the_same_number(nilai: int) -> None:
    digits = words.rupiah_angka(nilai).removeprefix("Rp").removesuffix(",00")
    assert int(digits.replace(".", "")) == nilai
    assert all(len(group) == 3 for group in digits.split(".")[1:])


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_different_numbers_are_never_spelled_alike(one: int, other: int) -> None:
    assert (words.terbilang(one) == words.terbilang(other)) == (one == other)


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(nilai: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [values[letter] for letter in words.romawi(nilai)]
    signed = [-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True)]
    assert sum(signed) == nilai


@given(st.integers(1, 2000))
def test_letters_of_a_list_count_up_without_repeating(nilai: int) -> None:
    assert words.huruf(nilai) != words.huruf(nilai + 1)
    assert (words.huruf(1), words.huruf(26), words.huruf(27)) == ("a", "z", "aa")
