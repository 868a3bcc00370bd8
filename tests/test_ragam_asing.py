"""Agreements and letters that this toolkit never saw: each text says by hand what is there and what is
missing, and in whatever manner its file was made, exactly that is found and nothing invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import asing_buatan, asing_cetak, naskah_buatan
from tests.asing_buatan import NAMA, kebenaran, teks
from tests.docx_mentah import docx, p
from tests.rules.contoh import LIBRARY
from toolkit.comparison import banding
from toolkit.evidence import baca_data
from toolkit.evidence.naskah import naskah
from toolkit.evidence.terbaca import NaskahTerbaca
from toolkit.findings import Severity, Verdict
from toolkit.rules import text_rules
from toolkit.rules.teks import lepas

HARI = date(2026, 11, 30)
CARA = {
    "python-docx": naskah_buatan.docx,
    "word": asing_buatan.word,
    "perubahan terlacak": lambda text: asing_buatan.word(text, True),
    "nomor otomatis": lambda text: asing_buatan.word(text, False, True),
}


def fakta(read: NaskahTerbaca) -> dict[str, Any]:
    """What a text says, as its ground truth writes it down."""
    opening = read.pembuka
    return {
        "bentuk": read.judul.bentuk,
        "antara": read.judul.antara,
        "tentang": read.judul.tentang,
        "nomor": list(read.judul.nomor),
        "pihak": [[one.sebutan, one.nama, one.jabatan, one.badan] for one in read.pihak],
        "tanggal": [opening.hari, str(opening.nilai)] if opening else None,
        "pasal": [[one.nomor, one.judul, len(one.ayat)] for one in read.pasal],
        "rujukan": [" ".join(one.teks.split()) for one in read.rujukan if one.milik == "sendiri"],
        "rujukan_luar": [" ".join(one.teks.split()) for one in read.rujukan if one.milik != "sendiri"],
        "bilangan": [one.teks for one in read.bilangan if one.sama],
        "bilangan_beda": [one.teks for one in read.bilangan if not one.sama],
        "jangka": [[one.bulan, one.mulai and str(one.mulai), one.sampai and str(one.sampai)] for one in read.jangka],
        "rangkap": read.rangkap.jumlah if read.rangkap else None,
        "peraturan": [one.teks for one in read.peraturan],
        "ttd": [[one.sebutan, one.sisi, one.nama] for one in read.ttd],
        "lampiran": read.lampiran is not None,
    }


def temuan(read: NaskahTerbaca, jenis: str | None) -> list[str]:
    """What is wrong, missing or not looked at, with its weight; notes on manners of writing aside."""
    subject = lepas(read, "asing.docx", LIBRARY.hukum, HARI, jenis)
    found = [one for rule in text_rules() for one in rule.periksa(subject)]
    return sorted(
        f"{one.rule} {one.severity.value} {one.verdict.value}" + (f": {one.message}" if one.rule == "unsur-naskah" else "") for one in found
        if one.severity is not Severity.INFO or one.verdict is Verdict.TIDAK_DIPERIKSA
    )


# A list would number these articles otherwise than their hands did.
BERNOMOR_TANGAN = {("nomor otomatis", "kb-cacat"), ("nomor otomatis", "pks-bank-daerah")}


@pytest.mark.parametrize(("cara", "nama"), [(cara, nama) for cara in CARA for nama in NAMA if (cara, nama) not in BERNOMOR_TANGAN])
def test_a_text_says_what_is_there_and_what_is_missing(cara: str, nama: str) -> None:
    truth = kebenaran(nama)
    jenis = truth.pop("jenis")
    wanted = truth.pop("temuan")
    read = naskah(baca_data(CARA[cara](teks(nama)), f"{nama}.docx"))
    assert fakta(read) == truth
    assert temuan(read, jenis) == wanted


@pytest.mark.parametrize("nama", NAMA)
def test_nothing_is_proved_that_the_kind_of_cooperation_alone_would_prove(nama: str) -> None:
    read = naskah(baca_data(naskah_buatan.docx(teks(nama)), f"{nama}.docx"))
    assert set(temuan(read, None)) <= set(kebenaran(nama)["temuan"])


# A table's cells come apart in a PDF that says nothing of tables; what is read of them is told elsewhere.
BERTABEL = {"pks-tabel", "mou-dwibahasa"}
INTI = ("bentuk", "nomor", "tanggal", "pasal", "rujukan", "bilangan_beda", "jangka", "rangkap")


def inti(facts: dict[str, Any]) -> dict[str, Any]:
    """What must be the same on paper: a name may lose its place, never its words."""
    return {key: facts[key] for key in INTI} | {"pihak": [[one[0], one[1], one[3]] for one in facts["pihak"]], "ttd": [one[:2] if len(facts["ttd"]) == 2 else one[0] for one in facts["ttd"]]}


def tanpa_lambang(found: list[str]) -> list[str]:
    """A PDF's pictures prove nothing."""
    return [one for one in found if not one.startswith("lambang")]


@pytest.mark.parametrize("nama", [one for one in NAMA if one not in BERTABEL])
@pytest.mark.parametrize("putus", [False, True], ids=["utuh", "kata terputus"])
def test_a_printed_text_with_running_heads_says_the_same(nama: str, putus: bool) -> None:
    truth = kebenaran(nama)
    read = naskah(baca_data(asing_cetak.tercetak(teks(nama), putus=putus), f"{nama}.pdf"))
    assert inti(fakta(read)) == inti(truth)
    assert tanpa_lambang(temuan(read, truth["jenis"])) == tanpa_lambang(truth["temuan"])


@pytest.mark.parametrize("nama", [one for one in NAMA if len(kebenaran(one)["pasal"]) > 4 and any(sisi for _, sisi, _ in kebenaran(one)["ttd"]) and one not in {*BERTABEL, "kb-cacat", "pks-pasar"}])
def test_two_columns_of_a_page_are_read_one_after_the_other(nama: str) -> None:
    truth = kebenaran(nama)
    read = naskah(baca_data(asing_cetak.dua_kolom(teks(nama)), f"{nama}.pdf"))
    assert {key: value for key, value in inti(fakta(read)).items() if key in {"bentuk", "tanggal", "pasal", "rujukan", "bilangan_beda", "rangkap"}} == {
        key: truth[key] for key in ("bentuk", "tanggal", "pasal", "rujukan", "bilangan_beda", "rangkap")
    }
    assert tanpa_lambang(temuan(read, truth["jenis"])) == tanpa_lambang(truth["temuan"])


@pytest.mark.parametrize("nama", NAMA)
def test_letters_that_the_file_does_not_name_are_told_and_never_judged(nama: str) -> None:
    read = naskah(baca_data(asing_cetak.tanpa_nama_huruf(teks(nama)), f"{nama}.pdf"))
    assert not read.bacaan.berteks and not read.bacaan.lengkap
    assert [one.split(":")[0] for one in temuan(read, "ksdpk")] == ["unsur-naskah info tidak_diperiksa"]


@pytest.mark.parametrize("nama", [one for one in NAMA if one not in BERTABEL])
def test_letters_recognised_over_a_scan_prove_nothing_that_is_missing(nama: str) -> None:
    truth = kebenaran(nama)
    read = naskah(baca_data(asing_cetak.dikenali(teks(nama)), f"{nama}.pdf"))
    assert read.judul.bentuk == truth["bentuk"] and not read.bacaan.lengkap
    found = temuan(read, truth["jenis"])
    assert any("hasil pindai, dan hurufnya dikenali mesin" in one for one in found)
    assert not [one for one in found if " error " in one or " warning " in one]


@pytest.mark.perlu("soffice")
def test_what_libreoffice_prints_of_them_invents_nothing() -> None:
    from toolkit.drafting.pdf import ke_pdf

    printed = ke_pdf({f"{nama}.docx": naskah_buatan.docx(teks(nama)) for nama in NAMA})
    for nama in NAMA:
        truth = kebenaran(nama)
        read = naskah(baca_data(printed[f"{nama}.pdf"], f"{nama}.pdf"))
        assert (read.judul.bentuk, fakta(read)["tanggal"], fakta(read)["rangkap"]) == (truth["bentuk"], truth["tanggal"], truth["rangkap"]), nama
        assert set(temuan(read, truth["jenis"])) <= set(truth["temuan"]), nama
        if nama != "pks-tabel":
            assert [one[:2] for one in fakta(read)["pasal"]] == [one[:2] for one in truth["pasal"]], nama


@pytest.mark.parametrize("nama", [one for one in NAMA if one not in BERTABEL])
def test_a_text_and_its_other_files_do_not_differ(nama: str) -> None:
    text = teks(nama)
    word, tracked, page = (naskah(baca_data(data, "a")) for data in (asing_buatan.word(text), asing_buatan.word(text, True), asing_cetak.tercetak(text, putus=True)))
    assert banding(word, tracked) == []
    assert [one for one in banding(tracked, page) if one.bagian.startswith("Pasal") and "…" not in one.lama and "‰" not in one.lama] == []


def test_a_change_of_one_word_is_found_between_a_tracked_docx_and_a_pdf() -> None:
    before = naskah(baca_data(asing_buatan.word(teks("pks-bpjs"), True), "lama.docx"))
    after = naskah(baca_data(asing_cetak.tercetak(teks("pks-bpjs").replace("30 (tiga puluh) hari kalender", "14 (empat belas) hari kalender"), putus=True), "baru.pdf"))
    (change,) = [one for one in banding(before, after) if one.bagian.startswith("Pasal")]
    assert change.bagian == "Pasal 9 PENGAKHIRAN PERJANJIAN" and "14 (empat belas)" in change.baru


def test_pages_of_a_scan_among_typed_ones_take_the_proof_from_what_is_missing(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for name, data in (("ketikan.pdf", asing_cetak.tercetak(teks("pks-desa"))), ("pindai.pdf", naskah_buatan.scan())):
        (tmp_path / name).write_bytes(data)
        writer.append(PdfReader(tmp_path / name))
    writer.write(tmp_path / "campur.pdf")
    found = temuan(naskah(baca_data((tmp_path / "campur.pdf").read_bytes(), "campur.pdf")), "ksdpk")
    assert len(found) == 1 and found[0].startswith("unsur-naskah info tidak_diperiksa: Sebagian naskah tidak diperiksa: halaman")


def test_a_document_without_a_word_is_not_called_sound() -> None:
    read = naskah(baca_data(docx(p("")), "kosong.docx"))
    assert [one.split(":")[0] for one in temuan(read, "ksdd")] == ["unsur-naskah info tidak_diperiksa"]


def test_footnotes_are_told_as_not_looked_at() -> None:
    body = "".join(p(line) for line in ("PERJANJIAN KERJA SAMA ANTARA PT A DAN PT B TENTANG SAMPAH", "Naskah dengan catatan kaki yang cukup panjang."))
    read = naskah(baca_data(docx(body, footnotes=f'<w:footnote w:id="2">{p("Lihat Pasal 99, sebesar 3 (empat) persen.")}</w:footnote>'), "kaki.docx"))
    assert "unsur-naskah info tidak_diperiksa: Catatan kaki naskah tidak diperiksa." in temuan(read, None)
    assert not [one for one in temuan(read, None) if "terbilang" in one or "acuan" in one]
