"""Addenda: what they change, word by word, of whichever agreement, once or again."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.perjanjian_contoh import (
    CONTOH,
    KB,
    KLAUSUL,
    NK,
    PKS,
    baris,
    baris_tanda_tangan,
    berkas,
    dokumen,
    isi,
    isi_pasal,
    kaki,
    pasal,
    pihak_tambahan,
    susun,
    teks,
)
from toolkit.cases import open_case
from toolkit.checking import check
from toolkit.completeness import validate
from toolkit.conformance import align
from toolkit.datafiles import read_json
from toolkit.drafting.compose import Dokumen, Penyusun
from toolkit.drafting.pdf import ke_pdf
from toolkit.evidence import baca_data
from toolkit.evidence.naskah import naskah as terbaca
from toolkit.library import Library
from toolkit.model import KerjaSama
from toolkit.plan import plan
from toolkit.resources import Resources
from toolkit.rules import text_rules
from toolkit.rules.teks import lepas

ADENDUM = "addendum"
SEMUA = [("ksdd", KB), ("ksdd", PKS), ("ksdpk", KB), ("ksdpk", PKS), ("sinergi", NK)]
HAPUS = {"pasal": "4", "cara": "dihapus"}


def mengubah(jenis: str, naskah: str, *perubahan: dict[str, Any], **lagi: Any) -> dict[str, Any]:
    """The finished sample with an addendum to one of its agreements."""
    data = berkas(jenis)
    changed = isi(data, naskah)
    data["naskah"].append({
        "id": "perubahan", "jenis": ADENDUM, "mengubah": changed["id"], "nomor": "100.3.7.1/30/ADD/403.011/2027",
        "tanggal": "2027-02-16", "tempat": "Magetan", "isi": {"perubahan": list(perubahan) or [HAPUS]}, **lagi,
    })
    return data


def semua(penyusun: Penyusun, data: dict[str, Any]) -> list[Dokumen]:
    """Every addendum of the case, as it is drafted."""
    sop = penyusun.library.sop(data["sop"])
    return penyusun.susun(KerjaSama(data["id"], data["sop"], data), sop, sop.naskah_menurut_id[ADENDUM], frozenset(one.id for one in sop.langkah))


def isi_perubahan(penyusun: Penyusun, *perubahan: dict[str, Any], **lagi: Any) -> list[str]:
    return isi_pasal_utuh(dokumen(penyusun, mengubah("ksdpk", PKS, *perubahan, **lagi), ADENDUM), "PERUBAHAN", "KETENTUAN LAIN")


def isi_pasal_utuh(document: Any, judul: str, sampai: str) -> list[str]:
    lines = baris(document)
    return lines[lines.index(judul) + 1: lines.index(sampai) - 1]


@pytest.mark.parametrize(("jenis", "naskah"), SEMUA)
def test_an_addendum_names_what_it_changes_by_title_number_and_date(penyusun: Penyusun, jenis: str, naskah: str) -> None:
    data = mengubah(jenis, naskah)
    changed, words = isi(data, naskah), teks(dokumen(penyusun, data, ADENDUM))
    numbers = changed["nomor"] if isinstance(changed["nomor"], list) else [{"nomor": changed["nomor"]}]
    assert changed.get("judul", data["judul"]) in words
    assert all(f"Nomor {one['nomor']}" in words for one in numbers)
    assert "bahwa PARA PIHAK telah menandatangani" in words


@pytest.mark.parametrize(("jenis", "naskah", "sebutan"), [
    ("ksdd", KB, "Adendum atas Kesepakatan Bersama"), ("ksdpk", PKS, "Adendum atas Perjanjian Kerja Sama"), ("sinergi", NK, "Adendum atas Nota Kesepakatan"),
])
def test_its_title_says_of_which_form_it_is_an_addendum(penyusun: Penyusun, jenis: str, naskah: str, sebutan: str) -> None:
    lines = baris(dokumen(penyusun, mengubah(jenis, naskah), ADENDUM))
    assert lines[lines.index("antara") - 1] == sebutan


@pytest.mark.parametrize(("jenis", "naskah", "lambang"), [
    ("ksdd", KB, ["Garuda"]), ("ksdd", PKS, ["lambang daerah mitra", "lambang daerah pemrakarsa"]), ("ksdpk", PKS, ["logo Pihak Ketiga", "lambang daerah"]),
    ("sinergi", NK, ["Lambang Negara"]),
])
def test_it_bears_the_emblems_of_what_it_changes(penyusun: Penyusun, jenis: str, naskah: str, lambang: list[str]) -> None:
    first = dokumen(penyusun, mengubah(jenis, naskah), ADENDUM).tables[0]
    assert [cell.text for cell in first.rows[0].cells if cell.text] == lambang


@pytest.mark.parametrize(("jenis", "naskah"), SEMUA)
def test_it_has_the_parts_of_an_agreement_in_their_order(penyusun: Penyusun, jenis: str, naskah: str) -> None:
    document = dokumen(penyusun, mengubah(jenis, naskah), ADENDUM)
    words = teks(document)
    parts = ["NOMOR :", "Pada hari ini, Selasa, tanggal enam belas", "selanjutnya disebut PIHAK KESATU", "terlebih dahulu menerangkan", "Pasal 1", "Pasal 2", "Demikian Adendum ini dibuat"]
    assert [words.index(one) for one in parts] == sorted(words.index(one) for one in parts)
    assert pasal(document) == ["PERUBAHAN", "KETENTUAN LAIN"]
    assert "dalam rangkap 2 (dua) bermeterai cukup" in words and "Paraf PIHAK KEDUA" in kaki(document)
    assert all(left.startswith("PIHAK KEDUA,") and right.startswith("PIHAK KESATU,") for left, right in baris_tanda_tangan(document))


def test_other_provisions_stay_in_force(penyusun: Penyusun) -> None:
    words = isi_pasal(dokumen(penyusun, mengubah("ksdpk", PKS), ADENDUM), "KETENTUAN LAIN")
    assert "yang tidak diubah dengan Adendum ini tetap berlaku dan mengikat PARA PIHAK." in words
    assert "bagian yang tidak terpisahkan dari Perjanjian Kerja Sama" in words


def test_a_changed_ayat_stands_old_then_new(penyusun: Penyusun) -> None:
    assert isi_perubahan(penyusun, {"pasal": "Pasal 5", "ayat": "2", "cara": "diubah", "semula": "Bunyi lama.", "menjadi": "Bunyi baru."}) == [
        "Ketentuan dalam Perjanjian Kerja Sama diubah sebagai berikut:", "1.\tPasal 5 ayat (2) diubah sebagai berikut:",
        "Semula berbunyi:", "(2)\tBunyi lama.", "Diubah sehingga berbunyi:", "(2)\tBunyi baru.",
    ]


def test_a_changed_article_is_quoted_with_its_number_title_ayat_and_items(penyusun: Penyusun) -> None:
    new = ["Lokasi meliputi:", "a. Kecamatan \"Plaosan\" & Poncol; dan", "b. Kecamatan <Sidorejo>.", "Lokasi lain disepakati kemudian."]
    assert isi_perubahan(penyusun, {"pasal": "3", "judul": "Lokasi", "cara": "diubah", "menjadi": new})[1:] == [
        "1.\tPasal 3 tentang Lokasi diubah sebagai berikut:", "Diubah sehingga berbunyi:", "Pasal 3", "Lokasi",
        "(1)\tLokasi meliputi:", 'a.\tKecamatan "Plaosan" & Poncol; dan', "b.\tKecamatan <Sidorejo>.", "(2)\tLokasi lain disepakati kemudian.",
    ]


@pytest.mark.parametrize(("pasal_baru", "kalimat"), [
    ("5A", "Di antara Pasal 5 dan Pasal 6 disisipkan 1 (satu) pasal, yaitu Pasal 5A, yang berbunyi sebagai berikut:"),
    ("5 B", "Di antara Pasal 5A dan Pasal 6 disisipkan 1 (satu) pasal, yaitu Pasal 5B, yang berbunyi sebagai berikut:"),
    ("18", "Ditambahkan 1 (satu) pasal, yaitu Pasal 18, yang berbunyi sebagai berikut:"),
])
def test_an_inserted_article_says_between_which_it_stands(penyusun: Penyusun, pasal_baru: str, kalimat: str) -> None:
    lines = isi_perubahan(penyusun, {"pasal": pasal_baru, "judul": "Kerahasiaan", "cara": "disisipkan", "menjadi": "PARA PIHAK menjaga kerahasiaan data."})
    assert lines[1:] == [f"1.\t{kalimat}", f"Pasal {pasal_baru.replace(' ', '')}", "Kerahasiaan", "PARA PIHAK menjaga kerahasiaan data."]


def test_deleted_articles_and_ayat_are_told_without_words(penyusun: Penyusun) -> None:
    lines = isi_perubahan(penyusun, HAPUS, {"pasal": "9", "ayat": "3", "cara": "dihapus"})
    assert lines[1:] == ["1.\tPasal 4 dihapus.", "2.\tPasal 9 ayat (3) dihapus."]


@pytest.mark.parametrize(("lama", "kalimat"), [
    ({"tahun": 2, "mulai": "2029-05-13", "sampai": "2031-05-12"}, "untuk jangka waktu 2 (dua) tahun, terhitung sejak tanggal 13 Mei 2029 sampai dengan tanggal 12 Mei 2031."),
    ({"bulan": 6}, "untuk jangka waktu 6 (enam) bulan, terhitung sejak berakhirnya jangka waktu semula."),
    ({"mulai": "2029-05-13", "sampai": "2031-05-12"}, "sejak tanggal 13 Mei 2029 sampai dengan tanggal 12 Mei 2031."),
])
def test_an_extension_is_worded_from_its_term_alone(penyusun: Penyusun, lama: dict[str, Any], kalimat: str) -> None:
    lines = isi_perubahan(penyusun, {"pasal": "9", "ayat": "1", "cara": "diperpanjang"}, jangka_waktu=lama)
    assert lines[-1] == f"(1)\tJangka waktu Perjanjian Kerja Sama ini diperpanjang {kalimat}"


def test_the_second_addendum_counts_itself_and_cites_the_first(penyusun: Penyusun) -> None:
    data = mengubah("ksdpk", PKS)
    data["naskah"].append({**deepcopy(data["naskah"][-1]), "id": "lagi", "mengubah": "perubahan", "nomor": "8/ADD", "tanggal": "2028-03-01"})
    first, second = semua(penyusun, data)
    assert "Adendum Kedua" not in tulisan(first)
    assert "Adendum Kedua atas Perjanjian Kerja Sama" in tulisan(second)
    assert "sebagaimana telah diubah dengan Adendum Nomor 100.3.7.1/30/ADD/403.011/2027 tanggal 16 Februari 2027;" in tulisan(second)


def tulisan(draft: Dokumen) -> str:
    assert draft.isi is not None, draft.kurang
    return "\n".join(one.rapi for one in baca_data(draft.isi, "naskah.docx").isi)


def test_a_cancelled_addendum_does_not_count(penyusun: Penyusun) -> None:
    data = mengubah("ksdpk", PKS, status="batal")
    data["naskah"].append({**deepcopy(data["naskah"][-1]), "id": "lagi", "status": "draf"})
    (only,) = semua(penyusun, data)
    assert "Adendum Kedua" not in tulisan(only)


def test_an_agreement_outside_the_case_brings_its_numbers_and_its_earlier_addenda(penyusun: Penyusun) -> None:
    outside = {
        "bentuk": KB, "judul": "Pengelolaan Air", "tanggal": "2024-01-08",
        "nomor": [{"pihak": "KESATU", "nomor": "1/KB/2024"}, {"pihak": "KEDUA", "nomor": "02/LTE/2024"}],
        "adendum": [{"nomor": "3/ADD/2024", "tanggal": "2024-09-02"}, {"nomor": "4/ADD/2025", "tanggal": "2025-02-03"}],
    }
    data = mengubah("ksdpk", PKS)
    data["naskah"][-1]["mengubah"] = outside
    words = teks(dokumen(penyusun, data, ADENDUM))
    assert "Adendum Ketiga atas Kesepakatan Bersama" in words
    assert "tentang Pengelolaan Air, Nomor 1/KB/2024 dan Nomor 02/LTE/2024, tanggal 8 Januari 2024" in words
    assert "Adendum Nomor 3/ADD/2024 tanggal 2 September 2024 dan Adendum Kedua Nomor 4/ADD/2025 tanggal 3 Februari 2025" in words


def test_an_attorney_signs_the_addendum_by_the_letter_that_names_it(penyusun: Penyusun) -> None:
    data = mengubah("ksdpk", PKS)
    data["surat_kuasa"].append({**data["surat_kuasa"][0], "id": "kuasa-perubahan", "naskah": "perubahan", "nomor": "9/SK/2027", "tanggal": "2027-02-10"})
    document = dokumen(penyusun, data, ADENDUM)
    assert "berdasarkan Surat Kuasa Khusus Bupati Magetan Nomor 9/SK/2027 tanggal 10 Februari 2027" in teks(document)
    assert baris_tanda_tangan(document)[0][1].endswith("Saiful Anwarudin")


def test_three_parties_change_their_agreement_together(penyusun: Penyusun) -> None:
    data = mengubah("ksdd", KB)
    data["pihak"].append(pihak_tambahan(3))
    document = dokumen(penyusun, data, ADENDUM)
    assert "dalam rangkap 3 (tiga) bermeterai cukup" in teks(document)
    assert len(baris_tanda_tangan(document)) == 2


def test_the_approval_of_the_dprd_is_cited_where_it_was_needed(penyusun: Penyusun) -> None:
    data = mengubah("ksdpk", PKS, menambah_beban=True, dprd={"persetujuan": {"nomor": "170/5/DPRD/2027", "tanggal": "2027-01-20"}})
    assert "Surat persetujuan Dewan Perwakilan Rakyat Daerah Nomor 170/5/DPRD/2027 tanggal 20 Januari 2027." in teks(dokumen(penyusun, data, ADENDUM))


def test_the_case_replaces_a_standard_clause_and_adds_its_own(penyusun: Penyusun) -> None:
    data = mengubah("ksdpk", PKS)
    data["naskah"][-1]["isi"]["klausul"] = [
        {"judul": "Ketentuan Lain", "ayat": ["Ketentuan lainnya tetap."], "mengganti": "ketentuan-lain"},
        {"judul": "Peralihan", "ayat": ["Kegiatan berjalan diselesaikan menurut ketentuan lama."], "setelah": "perubahan"},
    ]
    document = dokumen(penyusun, data, ADENDUM)
    assert pasal(document) == ["PERUBAHAN", "Peralihan", "Ketentuan Lain"]
    assert isi_pasal(document, "Ketentuan Lain") == "Ketentuan lainnya tetap."


def test_an_agency_replaces_the_clauses_of_addenda_with_its_own(tmp_path: Path) -> None:
    own = deepcopy(read_json(KLAUSUL / f"{ADENDUM}.json"))
    own["pasal"][-1]["ayat"] = ["Adendum ini berlaku sejak ditandatangani."]
    target = tmp_path / "data" / "templates" / "klausul" / f"{ADENDUM}.json"
    target.parent.mkdir(parents=True)
    target.write_text(json.dumps(own), encoding="utf-8")
    document = dokumen(Penyusun(Library(Resources.at(tmp_path / "data"))), mengubah("ksdpk", PKS), ADENDUM)
    assert isi_pasal(document, "KETENTUAN LAIN") == "Adendum ini berlaku sejak ditandatangani."


def test_an_addendum_without_a_change_is_not_written(penyusun: Penyusun) -> None:
    data = mengubah("ksdpk", PKS)
    data["naskah"][-1]["isi"].pop("perubahan")
    draft = susun(penyusun, data, ADENDUM)
    assert draft.isi is None and list(draft.kurang) == ["/naskah/2/isi/perubahan"]


@pytest.mark.parametrize(("ganti", "tempat"), [
    ({"mengubah": None}, "/naskah/2/mengubah"),
    ({"isi": {}}, "/naskah/2/isi"),
    ({"isi": {"perubahan": [{"pasal": "4", "cara": "diubah"}]}}, "/naskah/2/isi/perubahan/0"),
    ({"isi": {"perubahan": [{"pasal": "9", "cara": "diperpanjang"}]}}, "/naskah/2"),
    ({"mengubah": {"nomor": "1", "tanggal": "2024-01-08"}}, "/naskah/2/mengubah"),
])
def test_validate_asks_for_what_generate_needs(tmp_path: Path, ganti: dict[str, Any], tempat: str) -> None:
    data = mengubah("ksdpk", PKS)
    data["naskah"][-1] = {key: one for key, one in {**data["naskah"][-1], **ganti}.items() if one is not None}
    (tmp_path / "kerja-sama.json").write_text(json.dumps(data), encoding="utf-8")
    case = open_case(tmp_path, Library())
    rencana = plan(case.kerja_sama, case.sop)
    found = validate(case, rencana, align(rencana, case.kerja_sama)).findings
    assert [one.severity.value for one in found if (one.location.pointer or "").startswith(tempat)] == ["error"]


@pytest.mark.parametrize(("jenis", "naskah"), SEMUA)
def test_a_drafted_addendum_is_read_as_one_and_passes_the_rules_on_texts(penyusun: Penyusun, jenis: str, naskah: str) -> None:
    data = mengubah(jenis, naskah, {"pasal": "5A", "judul": "Data", "cara": "disisipkan", "menjadi": ["Data dijaga.", "Sebagaimana dimaksud dalam Pasal 44, data disimpan."]})
    read = terbaca(baca_data(susun(penyusun, data, ADENDUM).isi or b"", "adendum.docx"))
    assert read.judul.bentuk == ADENDUM and len(read.pihak) == 2 and read.rangkap is not None
    subject = lepas(read, "adendum.docx", penyusun.library.hukum, date(2027, 3, 1), jenis)
    assert [one.message for rule in text_rules() for one in rule.periksa(subject) if one.severity.value != "info"] == []


def test_the_finished_sample_with_addenda_breaks_nothing_on_any_day() -> None:
    library = Library()
    case = open_case(CONTOH / "lengkap-adendum", library)
    for day in (date(2026, 5, 13), date(2026, 9, 9), date(2029, 6, 1), date(2031, 8, 1)):
        assert {one.severity.value for one in check(case, library, day)} <= {"info"}


@pytest.mark.perlu("soffice")
def test_an_addendum_of_forty_changes_keeps_its_signatures_with_its_closing(penyusun: Penyusun) -> None:
    many = [{"pasal": str(number), "ayat": "1", "cara": "diubah", "semula": "Lama & usang.", "menjadi": 'Baru "dan" tetap.'} for number in range(1, 41)]
    files = {f"{lines}.docx": susun(penyusun, mengubah("ksdpk", PKS, *many, *[HAPUS] * lines), ADENDUM).isi or b"" for lines in (0, 4, 8, 12)}
    for name, pdf in ke_pdf(files).items():
        last = " ".join(PdfReader(BytesIO(pdf)).pages[-1].extract_text().split())
        before, closing, after = last.partition("Demikian Adendum ini")
        assert closing and before and all(f"PIHAK {one}," in after for one in ("KEDUA", "KESATU")), name
