"""Agreements as they leave the desk: what the Lampiran of Permendagri 22/2020 puts where."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from tests.perjanjian_contoh import (
    KB,
    KLAUSUL,
    NK,
    PKS,
    baris,
    baris_tanda_tangan,
    berkas,
    bertiga,
    dokumen,
    isi,
    isi_pasal,
    kaki,
    pasal,
    pihak_tambahan,
    susun,
    teks,
)
from toolkit.datafiles import read_json
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.pdf import ke_pdf
from toolkit.drafting.words import sebutan
from toolkit.library import Library
from toolkit.resources import Resources, packaged

PERJANJIAN = [("ksdd", KB), ("ksdd", PKS), ("ksdpk", KB), ("ksdpk", PKS), ("sinergi", NK)]
JUDUL_PANJANG = (
    'Pengelolaan Sampah Terpadu "Bersih & Lestari" Berbasis Masyarakat di Kawasan Perbatasan Kabupaten Ngawi, '
    "Kabupaten Magetan, dan Kota Madiun dalam Rangka Lingkungan Hidup yang Sehat dan <Tangguh> terhadap Perubahan Iklim"
)


@pytest.mark.parametrize("path", sorted(KLAUSUL.glob("*.json")), ids=lambda path: path.stem)
def test_clause_files_keep_to_their_schema(path: Path) -> None:
    schema = "komparisi" if path.stem == "komparisi" else "klausul"
    Library().require_valid(schema, read_json(path), path)


@pytest.mark.parametrize(("jenis", "naskah"), PERJANJIAN)
def test_every_element_that_the_law_asks_for_is_in_the_text(penyusun: Penyusun, jenis: str, naskah: str) -> None:
    document = dokumen(penyusun, berkas(jenis), naskah)
    titles, words = {one.casefold() for one in pasal(document)}, teks(document).casefold()
    rules = penyusun.library.hukum.ketentuan("unsur-naskah", pada=None, bentuk=naskah, jenis=jenis)
    wanted = [unsur for rule in rules for unsur in rule.isi["unsur"]]
    assert len(wanted) > 8
    for unsur in wanted:
        named = any(one.casefold() in titles for one in unsur.get("sebutan", ()))
        assert named or any(one.casefold() in words for one in unsur.get("frasa", ())), unsur["id"]


@pytest.mark.parametrize("naskah", [KB, PKS, NK])
def test_the_standard_clauses_alone_answer_every_element_of_the_body(penyusun: Penyusun, naskah: str) -> None:
    written = {one["id"] for one in read_json(KLAUSUL / f"{naskah}.json")["pasal"]}
    rules = penyusun.library.hukum.ketentuan("unsur-naskah", pada=None, bentuk=naskah)
    assert {unsur["id"] for rule in rules for unsur in rule.isi["unsur"] if unsur["letak"] == "isi"} <= written


def test_sanctions_stand_in_agreements_with_third_parties_only(penyusun: Penyusun) -> None:
    assert "SANKSI" in pasal(dokumen(penyusun, berkas("ksdpk"), PKS))
    assert "SANKSI" not in pasal(dokumen(penyusun, berkas("ksdd"), PKS))


@pytest.mark.parametrize(("jenis", "naskah"), PERJANJIAN)
def test_the_agreement_sentence_speaks_of_authority_except_in_a_kb_with_a_third_party(penyusun: Penyusun, jenis: str, naskah: str) -> None:
    sentence = next(one for one in baris(dokumen(penyusun, berkas(jenis), naskah)) if one.startswith("Berdasarkan hal-hal tersebut di atas"))
    assert ("kedudukan dan kewenangan masing-masing" in sentence) == ((jenis, naskah) != ("ksdpk", KB))
    assert sentence.endswith("dengan ketentuan dan syarat-syarat sebagai berikut:")


@pytest.mark.parametrize(("jenis", "naskah", "frasa"), [
    ("ksdd", KB, "Demikian Kesepakatan Bersama ini dibuat dan ditandatangani di Magetan"),
    ("ksdd", PKS, "Demikian Perjanjian Kerja Sama ini dibuat dan ditandatangani di Ngawi"),
    ("sinergi", NK, "Demikian Nota Kesepakatan Sinergi perencanaan dan pelaksanaan pembangunan ini dibuat dan ditandatangani di Magetan"),
])
def test_the_closing_names_the_form_the_place_and_the_copies(penyusun: Penyusun, jenis: str, naskah: str, frasa: str) -> None:
    closing = next(one for one in baris(dokumen(penyusun, berkas(jenis), naskah)) if one.startswith("Demikian"))
    assert closing == f"{frasa} pada hari dan tanggal tersebut di atas dalam rangkap 2 (dua) bermeterai cukup, masing-masing mempunyai kekuatan hukum yang sama."


def test_the_title_names_both_parties_and_every_number_line(penyusun: Penyusun) -> None:
    lines = baris(dokumen(penyusun, berkas("ksdpk"), PKS))
    start = lines.index("Perjanjian Kerja Sama")
    assert lines[start:start + 6] == ["Perjanjian Kerja Sama", "antara", "Pemerintah Kabupaten Magetan", "dan", "PT Lawu Tirta & Energi", "tentang"]
    assert [one for one in lines if one.startswith("NOMOR :")] == ["NOMOR : 100.3.7.1/7/PKS/403.011/2026", "NOMOR : 061/LTE-PKS/V/2026"]


def test_the_title_is_in_capitals_by_style_and_its_value_unaltered(penyusun: Penyusun) -> None:
    document = dokumen(penyusun, berkas("ksdpk"), KB)
    title = next(one for one in document.paragraphs if one.text.startswith("Konservasi Mata Air"))
    assert title.style.font.all_caps and title.style.font.bold


@pytest.mark.parametrize(("jenis", "naskah", "lambang"), [
    ("ksdd", KB, ["Garuda"]), ("ksdd", PKS, ["lambang daerah mitra", "lambang daerah pemrakarsa"]),
    ("ksdpk", KB, ["logo Pihak Ketiga", "lambang daerah"]), ("ksdpk", PKS, ["logo Pihak Ketiga", "lambang daerah"]),
    ("sinergi", NK, ["Lambang Negara"]),
])
def test_emblems_stand_by_kind_and_side(penyusun: Penyusun, jenis: str, naskah: str, lambang: list[str]) -> None:
    first = dokumen(penyusun, berkas(jenis), naskah).tables[0]
    assert [cell.text for cell in first.rows[0].cells if cell.text] == lambang


def banyak(jumlah: int, naskah: str = PKS, baris_isi: int = 1) -> dict[str, Any]:
    """The sample with so many regions as parties, each with its number."""
    data = berkas("ksdd")
    data["pihak"] += [pihak_tambahan(place, nama=f"Pemerintah Kabupaten Lawu {place}") for place in range(3, jumlah + 1)]
    for one in data["naskah"]:
        one.pop("rangkap", None)
    own = isi(data, naskah)
    own["nomor"] = [{"pihak": one["sebutan"], "nomor": f"100.3.7.1/{place}"} for place, one in enumerate(data["pihak"], 1)]
    own["isi"]["klausul"] = [{"judul": "Pengisi", "ayat": ["Satu baris."] * baris_isi}]
    return data


@pytest.mark.parametrize(("jumlah", "baris_lambang"), [(3, 1), (5, 1), (8, 2), (12, 2)])
def test_each_of_several_partner_regions_has_its_emblem_on_the_left(penyusun: Penyusun, jumlah: int, baris_lambang: int) -> None:
    data = banyak(jumlah)
    rows = [[cell.text for cell in row.cells] for row in dokumen(penyusun, data, PKS).tables[0].rows]
    boxes = [text.strip() for row in rows for text in row[:6] if text.strip()]
    kesatu = next(one["nama"] for one in data["pihak"] if one["sebutan"] == "KESATU")
    assert sorted(boxes) == sorted(f"lambang {one['nama'].removeprefix('Pemerintah ')}" for one in data["pihak"] if one["nama"] != kesatu)
    assert rows[0][-1].strip() == "lambang daerah pemrakarsa" and len(rows) == baris_lambang


@pytest.mark.parametrize(("jenis", "naskah"), PERJANJIAN)
def test_pihak_kedua_signs_on_the_left(penyusun: Penyusun, jenis: str, naskah: str) -> None:
    rows = baris_tanda_tangan(dokumen(penyusun, berkas(jenis), naskah))
    assert rows and all(left.startswith("PIHAK KEDUA,") and right.startswith("PIHAK KESATU,") for left, right in rows)


@pytest.mark.parametrize(("jenis", "naskah"), PERJANJIAN)
def test_people_stand_without_titles_rank_and_nip(penyusun: Penyusun, jenis: str, naskah: str) -> None:
    data = berkas(jenis)
    words = teks(dokumen(penyusun, data, naskah))
    for person in [one["wakil"] for one in data["pihak"]]:
        assert all(person[key] not in words for key in ("gelar_depan", "gelar_belakang") if key in person)
    assert "NIP" not in words and "Pembina Utama" not in words and "a.n." not in words


def belum_ditandatangani(data: dict[str, Any]) -> dict[str, Any]:
    for one in data["naskah"]:
        for key in ("nomor", "tanggal", "tempat", "ttd"):
            one.pop(key, None)
    return data


@pytest.mark.parametrize(("jenis", "naskah"), PERJANJIAN)
def test_an_unsigned_agreement_leaves_dots_for_day_number_and_place(penyusun: Penyusun, jenis: str, naskah: str) -> None:
    lines = baris(dokumen(penyusun, belum_ditandatangani(berkas(jenis)), naskah, selesai=False))
    assert next(one for one in lines if one.startswith("NOMOR :")).strip("NOMR :…") == ""
    assert next(one for one in lines if one.startswith("Pada hari ini")).startswith("Pada hari ini, ……………, tanggal …")
    assert "ditandatangani di ……" in next(one for one in lines if one.startswith("Demikian"))


def test_a_signed_agreement_without_its_number_is_not_written(penyusun: Penyusun) -> None:
    data = berkas("ksdd")
    isi(data, KB).pop("nomor")
    draft = susun(penyusun, data, KB)
    assert draft.isi is None and list(draft.kurang) == ["/naskah/0/nomor"]


def test_the_opening_gives_the_day_in_words_and_digits(penyusun: Penyusun) -> None:
    assert "Pada hari ini, Selasa, tanggal dua belas bulan Mei tahun dua ribu dua puluh enam (12-05-2026), kami yang bertanda tangan di bawah ini:" in baris(dokumen(penyusun, berkas("ksdpk"), PKS))


def test_three_parties_are_named_sign_and_are_counted(penyusun: Penyusun) -> None:
    document = dokumen(penyusun, bertiga(), KB)
    words = teks(document)
    assert "PIHAK KESATU, PIHAK KEDUA, dan PIHAK KETIGA selanjutnya secara bersama-sama" in words
    assert "dalam rangkap 3 (tiga) bermeterai cukup" in words
    assert [row[0].split(",")[0] for row in baris_tanda_tangan(document)] == ["PIHAK KEDUA", "PIHAK KETIGA"]
    assert "Paraf PIHAK KETIGA" in kaki(document)


def test_the_cases_own_clauses_stand_between_the_standard_ones_and_references_follow(penyusun: Penyusun) -> None:
    data = berkas("ksdpk")
    own = isi(data, PKS)["isi"]
    own.pop("sanksi")
    own["klausul"] = [
        {"judul": "Kerahasiaan", "ayat": ["PARA PIHAK menjaga kerahasiaan data."], "setelah": "pelaksanaan"},
        {"judul": "Ketentuan Lain", "ayat": ["Hal lain diatur kemudian."], "mengganti": "lain-lain"},
    ]
    document = dokumen(penyusun, data, PKS)
    titles = pasal(document)
    assert titles[titles.index("PELAKSANAAN") + 1] == "Kerahasiaan"
    assert titles[-1] == "Ketentuan Lain" and "LAIN-LAIN" not in titles
    sanctions = isi_pasal(document, "SANKSI")
    assert f"Pasal {titles.index('HAK DAN KEWAJIBAN') + 1} dikenai sanksi" in sanctions
    assert f"keadaan kahar sebagaimana dimaksud dalam Pasal {titles.index('KEADAAN KAHAR') + 1}." in sanctions


def test_rights_and_duties_are_listed_for_each_party(penyusun: Penyusun) -> None:
    lines = isi_pasal(dokumen(penyusun, berkas("ksdd"), PKS), "HAK DAN KEWAJIBAN").split("\n")
    assert [one for one in lines if one.startswith("(")] == [
        "(1)\tPIHAK KESATU berhak:", "(2)\tPIHAK KEDUA berhak:", "(3)\tPIHAK KESATU berkewajiban:", "(4)\tPIHAK KEDUA berkewajiban:",
    ]
    assert lines[3] == "c.\tmenerima laporan penggunaan peralatan yang dipinjamkan." and lines[2].endswith("; dan")


@pytest.mark.parametrize(("jenis", "frasa"), [
    ("ksdd", "Keputusan Menteri Dalam Negeri atas perselisihan tersebut bersifat final dan mengikat PARA PIHAK."),
    ("ksdpk", "PARA PIHAK sepakat menyelesaikan perselisihan melalui Pengadilan Negeri Magetan."),
])
def test_disputes_go_where_the_kind_of_cooperation_sends_them(penyusun: Penyusun, jenis: str, frasa: str) -> None:
    assert frasa in isi_pasal(dokumen(penyusun, berkas(jenis), PKS), "PENYELESAIAN PERSELISIHAN")


def test_bankruptcy_ends_only_agreements_with_third_parties(penyusun: Penyusun) -> None:
    assert "PIHAK KEDUA dinyatakan pailit" in isi_pasal(dokumen(penyusun, berkas("ksdpk"), PKS), "PENGAKHIRAN KERJA SAMA")
    assert "pailit" not in isi_pasal(dokumen(penyusun, berkas("ksdd"), PKS), "PENGAKHIRAN KERJA SAMA")


def test_whoever_breaks_a_ksdpk_cannot_hinder_its_end(penyusun: Penyusun) -> None:
    data = berkas("ksdpk")
    isi(data, PKS)["isi"].pop("sanksi")
    document = dokumen(penyusun, data, PKS)
    end, number = isi_pasal(document, "PENGAKHIRAN KERJA SAMA"), pasal(document).index("SANKSI") + 1
    assert f"mengakhirinya sebagai sanksi menurut Pasal {number}, tanpa memerlukan kesepakatan PIHAK yang dikenai sanksi." in end
    assert "\n(3)\tDi luar pengakhiran sebagai sanksi, PIHAK yang menghendaki" in end
    assert "sanksi" not in isi_pasal(dokumen(penyusun, berkas("ksdd"), PKS), "PENGAKHIRAN KERJA SAMA")


def test_a_term_of_months_is_written_in_digits_and_words(penyusun: Penyusun) -> None:
    data = berkas("ksdd")
    isi(data, KB)["jangka_waktu"] = {"bulan": 6}
    words = isi_pasal(dokumen(penyusun, data, KB), "JANGKA WAKTU")
    assert "untuk jangka waktu 6 (enam) bulan, terhitung sejak tanggal ditandatangani oleh PARA PIHAK." in words
    assert "30 (tiga puluh) hari kalender sebelum jangka waktu berakhir" in words


def test_long_values_and_marks_are_printed_unaltered(penyusun: Penyusun) -> None:
    data = bertiga()
    own = isi(data, KB)
    own["judul"] = JUDUL_PANJANG
    own["isi"]["ruang_lingkup"] = [f'pengolahan "residu" & <abu> ke-{number}' for number in range(1, 41)]
    document = dokumen(penyusun, data, KB)
    lines = baris(document)
    assert JUDUL_PANJANG in lines and 'Badan "Tirta & Energi" 3' in lines
    assert 'a.\tpengolahan "residu" & <abu> ke-1;' in lines and 'an.\tpengolahan "residu" & <abu> ke-40.' in lines


def test_the_work_plan_lies_across_and_is_signed_too(penyusun: Penyusun) -> None:
    document = dokumen(penyusun, berkas("sinergi"), NK)
    upright, across = document.sections
    assert upright.page_width < upright.page_height and across.page_width > across.page_height
    plan = next(table for table in document.tables if table.rows[0].cells[0].text == "No.")
    assert [row.cells[0].text for row in plan.rows] == ["No.", "1.", "2.", "3.", "4."]
    assert "PIHAK KESATU: Memberikan pelatihan dan supervisi" in plan.rows[3].cells[2].text
    assert len(baris_tanda_tangan(document)) == 2


def test_a_pks_cites_the_kb_it_carries_out(penyusun: Penyusun) -> None:
    assert "Nomor 100.3.7.1/4/KB/403.011/2026 dan Nomor 052/LTE-KB/IV/2026, tanggal 28 April 2026." in teks(dokumen(penyusun, berkas("ksdpk"), PKS))


def test_a_signature_is_bound_to_the_closing_and_its_row_never_splits(penyusun: Penyusun) -> None:
    document = dokumen(penyusun, berkas("ksdd"), KB)
    closing = next(one for one in document.paragraphs if one.text.startswith("Demikian"))
    assert closing.style.paragraph_format.keep_with_next and closing._element.getnext().tag == qn("w:tbl")
    row = document.tables[-1].rows[0]
    assert row._tr.trPr.find(qn("w:cantSplit")) is not None
    assert all(one.style.paragraph_format.keep_with_next for cell in row.cells for one in cell.paragraphs)


def ditimpa(tmp_path: Path, path: str, data: dict[str, Any]) -> Penyusun:
    target = tmp_path / "data" / path
    target.parent.mkdir(parents=True)
    target.write_text(json.dumps(data), encoding="utf-8")
    return Penyusun(Library(Resources.at(tmp_path / "data")))


@pytest.mark.parametrize("pakai", [True, False])
def test_paraf_box_and_page_numbers_are_choices_of_the_profile(tmp_path: Path, pakai: bool) -> None:
    own = read_json(packaged() / "templates" / "profil" / "kabupaten-magetan.json")
    own |= {"kotak_paraf": pakai, "nomor_halaman": pakai}
    document = dokumen(ditimpa(tmp_path, "templates/profil/kabupaten-magetan.json", own), berkas("ksdd"), KB)
    assert ("Paraf PIHAK KEDUA" in kaki(document)) == pakai
    assert (document.sections[0].header._element.find(f".//{qn('w:fldChar')}") is not None) == pakai


def test_an_agency_replaces_the_standard_clauses_with_its_own(tmp_path: Path) -> None:
    own = deepcopy(read_json(KLAUSUL / f"{KB}.json"))
    own["pasal"][-1]["ayat"] = ["Hal-hal lain mengikuti Peraturan Bupati Magetan tentang kerja sama daerah."]
    document = dokumen(ditimpa(tmp_path, f"templates/klausul/{KB}.json", own), berkas("ksdd"), KB)
    assert isi_pasal(document, "LAIN-LAIN") == "Hal-hal lain mengikuti Peraturan Bupati Magetan tentang kerja sama daerah."


def test_the_letter_of_attorney_names_both_men_with_rank_and_what_it_is_for(penyusun: Penyusun) -> None:
    words = teks(dokumen(penyusun, berkas("ksdpk"), "surat-kuasa"))
    assert "NOMOR : 100.3.7.1/3/SK/403.011/2026" in words and "NIP 197003091997031006" in words
    assert "menandatangani Perjanjian Kerja Sama antara Pemerintah Kabupaten Magetan dan PT Lawu Tirta & Energi tentang Konservasi Mata Air" in words
    assert "Tembusan:\nBagian Tata Pemerintahan Sekretariat Daerah Kabupaten Magetan" in words


def berjarak(penyusun: Penyusun, buat: Callable[[], dict[str, Any]]) -> Iterator[tuple[str, bytes]]:
    """The same KB with its end pushed down the page, a few lines at a time."""
    for lines in range(1, 12, 2):
        data = buat()
        isi(data, KB)["isi"]["klausul"] = [{"judul": "Pengisi", "ayat": ["Satu baris."] * lines}]
        yield f"{len(data['pihak'])}-pihak-{lines}.docx", susun(penyusun, data, KB).isi or b""


def halaman_bertanda_tangan(pdf: bytes) -> list[str]:
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    return [page for page in pages if any(name in page.split("berkedudukan")[-1] for name in ("PIHAK KESATU,\n", "PIHAK KETIGA,\n", "PIHAK KEDUA, PIHAK KESATU,"))]


@pytest.mark.perlu("soffice")
def test_no_signature_stands_alone_on_a_page(penyusun: Penyusun) -> None:
    files = dict(berjarak(penyusun, lambda: berkas("ksdd"))) | dict(berjarak(penyusun, bertiga))
    for name, pdf in ke_pdf(files).items():
        signed = halaman_bertanda_tangan(pdf)
        assert len(signed) == 1, name
        before, closing, _ = " ".join(signed[0].split()).partition("Demikian Kesepakatan Bersama")
        assert closing and before.rstrip().endswith("dari Kesepakatan Bersama ini."), name


@pytest.mark.perlu("soffice")
def test_signatures_of_many_parties_break_between_pairs_only_and_never_leave_one_alone(penyusun: Penyusun) -> None:
    sizes = [(count, lines) for count in (5, 8, 12, 13) for lines in (1, 9)]
    files = {f"{count}-{lines}.docx": susun(penyusun, banyak(count, baris_isi=lines), PKS).isi or b"" for count, lines in sizes}
    for name, pdf in ke_pdf(files).items():
        count = int(name.partition("-")[0])
        pages = _sesudah_penutup([page.extract_text() for page in PdfReader(BytesIO(pdf)).pages])
        signed = [sum(f"PIHAK {sebutan(place)},\n" in page for place in range(1, count + 1)) for page in pages]
        assert sum(signed) == count and all(one >= 3 and one % 2 == 0 for one in signed[:-1]) and signed[-1] >= 3, (name, signed)


def _sesudah_penutup(pages: list[str]) -> list[str]:
    """What stands on each page from the closing sentence on, without the paraf boxes."""
    first = next(place for place, page in enumerate(pages) if "Demikian Perjanjian Kerja Sama ini" in page)
    return [pages[first].partition("Demikian Perjanjian Kerja Sama ini")[2], *pages[first + 1:]]
