"""What a naskah says, however its office writes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import naskah_buatan
from toolkit.evidence import baca_data
from toolkit.evidence.bilangan import berpasangan, kata, nilai
from toolkit.evidence.jangka import jangka
from toolkit.evidence.naskah import naskah
from toolkit.evidence.rujukan import rujukan
from toolkit.evidence.tanggal import pembuka
from toolkit.evidence.terbaca import NaskahTerbaca, Pasal


def baca(name: str, *ganti: tuple[str, str]) -> NaskahTerbaca:
    return naskah(baca_data(naskah_buatan.docx(naskah_buatan.teks(name, *ganti)), f"{name}.docx"))


@pytest.mark.parametrize(("teks", "bentuk", "pihak", "pasal", "rangkap"), [
    ("pks-pt", "perjanjian-kerja-sama", ["Purwanto Hadisaputro", "Melati Ayuningrum"], 12, 2),
    ("kb-ksdd", "kesepakatan-bersama", ["MARZUKI ALAMSYAH", "ROSDIANA HARAHAP"], 7, 2),
    ("nk-bps", "nota-kesepakatan", ["I Wayan Suardika", "Ni Luh Kompyang"], 9, 2),
    ("pks-pertama", "perjanjian-kerja-sama", ["AHMAD ZULKIFLI", "SITI MASITHAH"], 12, 2),
    ("mou-kota", "nota-kesepahaman", ["Bambang Wiryawan", "Dewi Larasati"], 8, 2),
    ("kb-2012", "kesepakatan-bersama", ["DADANG SURYANA", "UJANG HERMAWAN"], 2, 3),
    ("pks-bank", "perjanjian-kerja-sama", ["SUTRISNO HARIYADI", "RATNA KUSUMADEWI"], 11, 2),
    ("adendum", "addendum", ["Gatot Subekti", "Lilis Handayani"], 3, 2),
    ("surat-penawaran", None, [], 0, None),
    ("pks-tiga-pihak", "perjanjian-kerja-sama", ["Endang Pujiastuti", "Haryo Seno", "Tri Wahyuningsih"], 10, 3),
    ("kb-tanpa-pasal", "kesepakatan-bersama", ["Saleh Alkatiri", "Rukmini Tomagola"], 0, 2),
])
def test_an_office_s_own_manner_is_read(teks: str, bentuk: str | None, pihak: list[str], pasal: int, rangkap: int | None) -> None:
    read = baca(teks)
    assert read.judul.bentuk == bentuk
    assert [one.nama for one in read.pihak] == pihak
    assert len(read.pasal) == pasal
    assert (read.rangkap.jumlah if read.rangkap else None) == rangkap
    assert sorted(one.nama for one in read.ttd) == sorted(pihak)


def test_the_bodies_that_parties_act_for_are_read() -> None:
    assert [one.badan for one in baca("pks-pt").pihak] == ["Pemerintah Kabupaten Bantul", "PT Segara Anak Mandiri"]
    assert [one.badan for one in baca("pks-bank").pihak] == ["PEMERINTAH KABUPATEN JOMBANG", "PT BANK PEMBANGUNAN DAERAH JAWA TIMUR Tbk"]


def test_titles_stand_on_one_line_or_two() -> None:
    assert [one.judul for one in baca("pks-pertama").pasal][:2] == ["KETENTUAN UMUM", "MAKSUD DAN TUJUAN"]
    assert [one.judul for one in baca("mou-kota").pasal][:2] == ["Maksud dan Tujuan", "Objek"]
    lines = baca("kb-ksdd", ("= OBJEK KESEPAKATAN BERSAMA", "= OBJEK\n= KESEPAKATAN BERSAMA"))
    assert lines.pasal[1].judul == "OBJEK KESEPAKATAN BERSAMA"


def test_a_sentence_that_begins_with_an_article_is_no_heading() -> None:
    read = baca("kb-ksdd", ("Pencegahan, pemadaman, dan pemulihan.", "Pasal 2 ayat (1) Undang-Undang Nomor 23 Tahun 2014 berlaku bagi pencegahan."))
    assert [one.nomor for one in read.pasal] == list(range(1, 8))


def test_sides_are_read_from_cells_and_from_tabs() -> None:
    assert {one.sebutan: one.sisi for one in baca("pks-pt").ttd} == {"KEDUA": "kiri", "KESATU": "kanan"}
    assert {one.sebutan: one.sisi for one in baca("pks-pertama").ttd} == {"KEDUA": "kiri", "KESATU": "kanan"}


def test_a_place_tells_article_ayat_and_paragraph() -> None:
    read = baca("pks-pt")
    place = next(place for place, one in enumerate(read.isi) if one.rapi.startswith("(2) Bank sampah"))
    assert read.tempat(place).startswith("Pasal 4 ayat (2), paragraf ")


@settings(deadline=None)
@given(st.integers(0, 10**15 - 1))
def test_number_words_say_what_they_say(number: int) -> None:
    assert nilai(kata(number)) == number
    assert nilai(kata(number).title().replace(" Puluh", "-Puluh")) == number


@pytest.mark.parametrize("words", ["dua dua", "puluh", "ribu juta", "dua ratus ribu juta", "tiga belas belas", "bukan", ""])
def test_words_in_no_order_are_no_number(words: str) -> None:
    assert nilai(words) is None


@pytest.mark.parametrize(("teks", "sama"), [
    ("30 (tiga puluh) hari", [True]), ("30 (tiga belas) hari", [False]), ("30 (Tigapuluh) hari", [True]),
    ("Rp1.500.000,00 (satu juta lima ratus ribu rupiah)", [True]), ("Rp 1.500.000,- (satu juta rupiah)", [False]),
    ("2,5% (dua koma lima persen)", [True]), ("80% (delapan puluh perseratus)", [True]), ("lima (5) tahun", [True]), ("lima (6) tahun", [False]),
    ("30 (tiga puluuh) hari", [None]), ("2 (dua setengah) meter", []), ("Lampiran 3 (lihat halaman dua)", []), ("pada ayat (1) dan ayat (2)", []), ("pukul 08.30 (delapan)", []),
])
def test_numbers_written_twice(teks: str, sama: list[bool | None]) -> None:
    assert [one.sama for one in berpasangan(teks, 0)] == sama


@pytest.mark.parametrize("teks", [
    "Pada hari ini, Senin, tanggal sebelas bulan Mei tahun dua ribu dua puluh enam (11-05-2026), kami",
    "Pada hari ini Senin tanggal Sebelas bulan Mei tahun Dua Ribu Dua Puluh Enam (11/05/2026) bertempat di Solo",
    "Pada hari ini Senin, tanggal 11 (sebelas) bulan Mei tahun 2026 (dua ribu dua puluh enam), kami",
    "Pada hari Senin tanggal 11 Mei 2026, kami",
    "Perjanjian ini dibuat pada hari ini, Senin, tanggal sebelas Mei dua ribu dua puluh enam (11.05.2026) oleh dan antara",
    "Perjanjian ini (selanjutnya disebut Perjanjian) dibuat dan ditandatangani pada hari Senin, 11 Mei 2026, oleh",
    "Kami yang bertanda tangan di bawah ini, pada hari Senin, tanggal sebelas bulan Mei tahun 2026, di Solo",
    "Pada hari ini Senin Pahing tanggal 11 Mei 2026 kami",
])
def test_openings_of_many_offices_give_one_date(teks: str) -> None:
    found = pembuka(teks, 0)
    assert found is not None
    assert (found.hari, found.nilai) == ("Senin", date(2026, 5, 11))


def test_an_opening_may_do_without_the_day() -> None:
    found = pembuka("Pada tanggal 11 Mei 2026, kami yang bertanda tangan di bawah ini", 0)
    assert found is not None and (found.hari, found.nilai) == (None, date(2026, 5, 11))


@pytest.mark.parametrize(("teks", "bulan"), [
    ("berlaku selama lima tahun", 60), ("jangka waktu 2 (dua) tahun 6 (enam) bulan", 30), ("berlaku 4,5 (empat koma lima) tahun", 54),
    ("untuk jangka waktu 1 (satu) tahun dan 3 (tiga) bulan", 15), ("berlaku 36 (tiga puluh enam) bulan kalender", 36), ("berlaku 2,3 (dua koma tiga) tahun", None),
])
def test_a_term_of_years_and_months_is_counted_in_months(teks: str, bulan: int | None) -> None:
    assert [one.bulan for one in jangka(teks, 0)] == ([bulan] if bulan else [])


def test_an_opening_still_to_be_filled_is_told() -> None:
    found = pembuka("Pada hari ini, ………, tanggal ……… bulan ……… tahun ……… (..-..-....), kami", 0)
    assert found is not None and found.kosong and found.nilai is None


PASAL = Pasal(3, "Pasal 3", "", 0, 0, 1, (1, 2))


@pytest.mark.parametrize(("teks", "milik"), [
    ("sebagaimana dimaksud dalam Pasal 4 ayat (2)", ["sendiri"]),
    ("sesuai Pasal 5 Perjanjian Kerja Sama ini", ["sendiri"]),
    ("menurut Pasal 5 dan Pasal 6 Undang-Undang Nomor 23 Tahun 2014", ["luar", "luar"]),
    ("mengesampingkan Pasal 1266 dan Pasal 1267 KUHPerdata", ["luar", "luar"]),
    ("mengesampingkan ketentuan Pasal 1266", ["luar"]),
    ("Pasal 4A Undang-Undang PPN", ["luar"]),
    ("Undang-Undang Nomor 23 Tahun 2014, khususnya Pasal 12", ["ragu"]),
    ("Pasal 7 Anggaran Dasar PIHAK KEDUA", ["luar"]),
    ("melaksanakan Pasal 3 Kesepakatan Bersama Nomor 12", ["luar"]),
    ("menurut Pasal 12 Peraturan Direksi Nomor 5", ["luar"]),
    ("sesuai Pasal 3 Polis Asuransi", ["ragu"]),
    ("sebagaimana dimaksud dalam Pasal 5 PIHAK KEDUA wajib membayar", ["sendiri"]),
    ("sebagaimana dimaksud pada ayat (1)", ["sendiri"]),
    ("ayat (2) Pasal 5", ["sendiri", "sendiri"]),
    ("Pasal 5 ayat (1) dan ayat (2) Peraturan Pemerintah Nomor 28 Tahun 2018", ["luar", "luar"]),
])
def test_whose_article_is_meant(teks: str, milik: list[str]) -> None:
    assert [one.milik for one in rujukan(teks, 0, PASAL)] == milik


def test_a_pdf_is_read_with_its_wrapped_lines_joined_and_its_columns_apart() -> None:
    page = """
                    KESEPAKATAN BERSAMA
                          ANTARA
                  PEMERINTAH KABUPATEN A
                           DAN
                  PEMERINTAH KABUPATEN B
                         TENTANG
                      PERSAMPAHAN
                    NOMOR : 12/KB/2026

Pada hari ini, Senin, tanggal sebelas bulan Mei tahun dua ribu dua
puluh enam (11-05-2026), kami yang bertanda tangan di bawah ini:
I.   Sri Rahayu       : Bupati A, bertindak untuk dan atas nama
     Kusuma             Pemerintah Kabupaten A, selanjutnya
                        disebut PIHAK KESATU.
II.  Budi Wiratno     : Bupati B, bertindak untuk dan atas nama
                        Pemerintah Kabupaten B, selanjutnya
                        disebut PIHAK KEDUA.
                           Pasal 1
                      MAKSUD DAN TUJUAN
(1) Kesepakatan ini dimaksudkan sebagai landasan sebagaimana diatur dalam
Pasal 2.
                           Pasal 2
                           OBJEK
Sampah.
Demikian Kesepakatan Bersama ini dibuat dalam rangkap 2 (dua).
        PIHAK KEDUA,                       PIHAK KESATU,

       Budi Wiratno                     Sri Rahayu Kusuma
"""
    read = naskah(baca_data(naskah_buatan.pdf(page), "kb.pdf"))
    assert [(one.nama, one.badan) for one in read.pihak] == [("Sri Rahayu Kusuma", "Pemerintah Kabupaten A"), ("Budi Wiratno", "Pemerintah Kabupaten B")]
    assert [(one.nomor, one.judul) for one in read.pasal] == [(1, "MAKSUD DAN TUJUAN"), (2, "OBJEK")]
    assert {one.sebutan: (one.sisi, one.nama) for one in read.ttd} == {"KEDUA": ("kiri", "Budi Wiratno"), "KESATU": ("kanan", "Sri Rahayu Kusuma")}
