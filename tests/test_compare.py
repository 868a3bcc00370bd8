"""Two versions of a naskah, by Pasal and paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import naskah_buatan
from tests.docx_mentah import docx, p
from toolkit.cli import run
from toolkit.comparison import ABAIKAN, Perubahan, banding, kata_berubah
from toolkit.evidence import baca_data
from toolkit.evidence.naskah import naskah
from toolkit.evidence.terbaca import NaskahTerbaca


def baca(name: str, *ganti: tuple[str, str]) -> NaskahTerbaca:
    return naskah(baca_data(naskah_buatan.docx(naskah_buatan.teks(name, *ganti)), f"{name}.docx"))


def beda(*ganti: tuple[str, str], abaikan: tuple[str, ...] = (), teks: str = "pks-pt") -> list[Perubahan]:
    return banding(baca(teks), baca(teks, *ganti), abaikan)


def test_the_same_text_has_no_changes() -> None:
    assert beda() == []


def test_a_changed_word_names_its_article_and_place() -> None:
    (change,) = beda(("paling lambat 90 (sembilan puluh) hari", "paling lambat 60 (enam puluh) hari"))
    assert change.bagian == "Pasal 4 PELAKSANAAN"
    assert change.jenis == "diubah"
    assert change.tempat.startswith("Pasal 4 ayat (1)")
    assert ("hapus", "90 (sembilan") in kata_berubah(change.lama, change.baru)
    assert ("tambah", "60 (enam") in kata_berubah(change.lama, change.baru)


def test_capitals_spaces_dashes_and_quotes_are_no_change() -> None:
    assert beda(("= MAKSUD DAN TUJUAN", "= Maksud  dan Tujuan"), ("pengumpulan, pemilahan", "pengumpulan,  pemilahan")) == []


def test_an_inserted_article_does_not_change_those_after_it() -> None:
    changes = beda(("= Pasal 12\n", "= Pasal 12\n= KERAHASIAAN\nData dirahasiakan.\n= Pasal 13\n"))
    assert {one.bagian for one in changes} == {"Pasal 12 KERAHASIAAN", "Pasal 12 LAIN-LAIN menjadi Pasal 13 LAIN-LAIN"}
    assert [one.jenis for one in changes] == ["ditambah", "ditambah", "ditambah", "diubah"]


def test_a_removed_article_is_told_as_such() -> None:
    changes = beda(("= Pasal 8\n= SANKSI\nPIHAK yang lalai diberi teguran tertulis paling banyak 2 (dua) kali.\n", ""))
    assert {(one.bagian, one.jenis) for one in changes} == {("Pasal 8 SANKSI", "dihapus")}


def test_a_renamed_article_is_matched_by_what_it_says() -> None:
    changes = beda(("= KEADAAN KAHAR", "= FORCE MAJEURE"))
    assert {one.bagian for one in changes} == {"Pasal 10 KEADAAN KAHAR menjadi Pasal 10 FORCE MAJEURE"}


DIISI = (
    ("NOMOR : 119/KS.05/PKS/2026", "NOMOR : ……………"),
    ("Senin, tanggal delapan bulan Juni tahun dua ribu dua puluh enam (08-06-2026)", "………, tanggal ……… bulan ……… tahun ……… (..-..-....)"),
    ("ditandatangani di Bantul pada hari", "ditandatangani di ……… pada hari"),
    ("|PIHAK KEDUA,////Melati", "Paraf PIHAK KEDUA : …… Paraf PIHAK KESATU : ……\n|PIHAK KEDUA,////Melati"),
)


def test_what_hands_fill_at_the_signing_can_be_masked() -> None:
    assert len(beda(*DIISI)) >= 4
    assert beda(*DIISI, abaikan=ABAIKAN) == []


@pytest.mark.parametrize("abaikan", ABAIKAN)
def test_each_mask_hides_its_own_and_nothing_else(abaikan: str) -> None:
    every = len(beda(*DIISI))
    assert every - 2 <= len(beda(*DIISI, abaikan=(abaikan,))) < every


def test_masks_do_not_hide_terms_and_places_in_articles() -> None:
    assert len(beda(("sampai dengan tanggal 8 Juni 2029", "sampai dengan tanggal 8 Juni 2030"), abaikan=ABAIKAN)) == 1
    assert len(beda(("Pengadilan Negeri Bantul", "Pengadilan Negeri Sleman"), abaikan=ABAIKAN)) == 1


def test_exchanged_signatures_are_a_change() -> None:
    assert beda(("|PIHAK KEDUA,////Melati Ayuningrum|PIHAK KESATU,////Purwanto Hadisaputro", "|PIHAK KESATU,////Purwanto Hadisaputro|PIHAK KEDUA,////Melati Ayuningrum"))


def test_tracked_changes_count_as_accepted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lama.docx").write_bytes(docx(p("Perjanjian ini berlaku selama tiga tahun sejak ditandatangani oleh para pihak.")))
    (tmp_path / "baru.docx").write_bytes(docx(
        "<w:p><w:r><w:t xml:space=\"preserve\">Perjanjian ini berlaku selama </w:t></w:r><w:del><w:r><w:delText>tiga</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>lima</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> tahun sejak ditandatangani oleh para pihak.</w:t></w:r></w:p>"
    ))
    assert run(["compare", str(tmp_path / "lama.docx"), str(tmp_path / "baru.docx")]) == 1
    told = capsys.readouterr()
    assert "[tiga]" in told.out and "[lima]" in told.out
    assert "1 sisipan" in told.err


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "lama.docx", tmp_path / "baru <1>.docx"
    old.write_bytes(naskah_buatan.docx(naskah_buatan.teks("pks-pt")))
    new.write_bytes(naskah_buatan.docx(naskah_buatan.teks("pks-pt", ("3 (tiga) bank sampah", "4 (empat) bank sampah"))))
    return str(old), str(new)


def test_the_verb_says_equal_by_0_and_different_by_1(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", files[0], files[0]]) == 0
    assert "Isi kedua naskah sama." in capsys.readouterr().out
    assert run(["compare", *files, "--abaikan", "nomor,tanggal"]) == 1
    assert "Perbedaan: 1 diubah, 0 ditambah, 0 dihapus; tidak dibandingkan: nomor, tanggal." in capsys.readouterr().out


def test_the_page_marks_what_went_and_what_came(files: tuple[str, str], tmp_path: Path) -> None:
    page = tmp_path / "beda.html"
    assert run(["compare", *files, "--format", "html", "-o", str(page)]) == 1
    text = page.read_text(encoding="utf-8")
    assert "<del>3 (tiga)</del> <ins>4 (empat)</ins>" in text
    assert "baru &lt;1&gt;.docx" in text


@pytest.mark.parametrize("pilihan", [["--abaikan", "warna"], ["--format", "pdf"]])
def test_an_unknown_choice_is_one_sentence(files: tuple[str, str], pilihan: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", *files, *pilihan]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_scan_cannot_be_compared(files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pindai.pdf").write_bytes(naskah_buatan.scan())
    assert run(["compare", files[0], str(tmp_path / "pindai.pdf")]) == 2
    assert "hasil pindai" in capsys.readouterr().err


@pytest.mark.perlu("soffice")
@pytest.mark.parametrize("teks", ["pks-pt", "kb-ksdd", "pks-pertama"])
def test_a_naskah_and_the_pdf_printed_from_it_are_equal(teks: str) -> None:
    from toolkit.drafting.pdf import ke_pdf

    data = naskah_buatan.docx(naskah_buatan.teks(teks))
    printed = ke_pdf({"naskah.docx": data})["naskah.pdf"]
    assert banding(naskah(baca_data(data, "naskah.docx")), naskah(baca_data(printed, "naskah.pdf"))) == []
