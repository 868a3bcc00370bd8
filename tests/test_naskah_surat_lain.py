"""Letters and forms of the SOPs other than Magetan's: what each says, about whom, and for how many."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
import pytest

from tests.perjanjian_contoh import baris, teks
from toolkit.drafting.compose import Dokumen, Penyusun
from toolkit.library import Library
from toolkit.model import KerjaSama
from toolkit.resources import packaged

CONTOH = packaged() / "samples"
BABEL, PASER, KOTA, YOGYA = "babel-pks/lengkap", "paser-kb/lengkap-daerah", "probolinggo-ksb/lengkap", "yogyakarta-monev/lengkap-dua-mitra"
LENGKAP = (BABEL, "babel-pks/lengkap-dikembalikan", PASER, "paser-kb/lengkap-mitra", KOTA, YOGYA)
PENYUSUN = Penyusun(Library())


def berkas(sample: str) -> dict[str, Any]:
    return json.loads((CONTOH / sample / "kerja-sama.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def draf(data: dict[str, Any], naskah: str, *, sampai: str | None = None) -> list[Dokumen]:
    """All documents of a kind, with the SOP's steps done up to `sampai` (all without it)."""
    sop = PENYUSUN.library.sop(data["sop"])
    steps = [one.id for one in sop.langkah]
    done = frozenset(steps if sampai is None else steps[: steps.index(sampai)])
    return PENYUSUN.susun(KerjaSama(data["id"], data["sop"], data), sop, sop.naskah_menurut_id[naskah], done)


def buka(draft: Dokumen) -> Any:
    assert draft.isi is not None, draft.kurang
    return docx.Document(BytesIO(draft.isi))


def semua(data: dict[str, Any], naskah: str, **more: Any) -> list[Any]:
    return [buka(one) for one in draf(data, naskah, **more)]


def satu(sample: str | dict[str, Any], naskah: str, **more: Any) -> Any:
    found = semua(berkas(sample) if isinstance(sample, str) else sample, naskah, **more)
    assert len(found) == 1
    return found[0]


def isi_tabel(document: Any, judul: str) -> list[list[str]]:
    """The rows under the heading row that has this word."""
    table = next(one for one in document.tables if judul in [cell.text for cell in one.rows[0].cells])
    return [[cell.text for cell in row.cells] for row in table.rows[1:]]


def surat(data: dict[str, Any]) -> list[str]:
    """Ids of the letters that every case of an SOP makes: those that name an addressee."""
    sop = PENYUSUN.library.sop(data["sop"])
    return [one.id for one in sop.naskah if one.asal == "dibuat" and "kepada" in one.data and not one.syarat]


@pytest.mark.parametrize("sample", LENGKAP)
def test_every_letter_of_a_finished_case_has_an_addressee_and_a_closing(sample: str) -> None:
    data = berkas(sample)
    assert surat(data)
    for words in (teks(one) for naskah in surat(data) for one in semua(data, naskah)):
        assert "Yth." in words
        assert "Demikian" in words or "Lembar kedua mohon dikirim kembali" in words


@pytest.mark.parametrize("sample", LENGKAP)
def test_every_nota_dinas_comes_from_the_post_that_signs_it(sample: str) -> None:
    data = berkas(sample)
    for one in PENYUSUN.library.sop(data["sop"]).naskah:
        if one.templat == "nota-dinas":
            lines = baris(satu(data, one.id))
            sender = lines[lines.index("Dari") + 2]
            assert f"{sender}," in lines[lines.index("Dari") + 3 :]


def test_a_nota_dinas_tells_what_the_meeting_decided() -> None:
    decided = berkas(KOTA)["rapat"][0]["hasil"]
    words = teks(satu(KOTA, "nota-dinas-hasil-rapat"))
    assert decided and all(one in words for one in decided)


def test_a_letter_that_asks_for_cooperation_states_its_scope_and_the_lawful_time_to_answer() -> None:
    words = teks(satu(PASER, "surat-permohonan-kerja-sama"))
    assert all(one in words for one in berkas(PASER)["ruang_lingkup"])
    assert "30 (tiga puluh) hari sejak surat ini diterima" in words


def test_no_time_to_answer_is_invented_for_a_third_party() -> None:
    data = berkas(PASER) | {"jenis": "ksdpk"}
    assert "30 (tiga puluh) hari" not in teks(satu(data, "surat-permohonan-kerja-sama"))


def test_a_willing_answer_names_the_offer_where_there_is_one() -> None:
    data = berkas("paser-kb/lengkap-mitra")
    assert data["penawaran"]["nomor"] in teks(satu(data, "surat-balasan-bersedia"))
    del data["penawaran"]
    assert "Menanggapi keinginan Saudara" in teks(satu(data, "surat-balasan-bersedia"))


def test_a_staff_study_has_its_six_parts_in_order() -> None:
    heads = [line.partition("\t")[2] for line in baris(satu(BABEL, "telaahan-draf")) if re.match(r"[IV]+\.\t", line)]
    assert heads == ["Pokok Persoalan", "Praanggapan", "Fakta yang Mempengaruhi", "Analisis", "Kesimpulan", "Saran Tindak"]


def test_a_staff_study_leaves_out_what_the_case_does_not_know() -> None:
    data = berkas(BABEL)
    for key in ("pendanaan", "perencanaan", "jangka_waktu"):
        del data[key]
    words = teks(satu(data, "telaahan-draf"))
    assert "Sumber pendanaan" not in words and "Jangka waktu yang diusulkan" not in words


def test_minutes_printed_before_the_meeting_have_lines_for_the_hand() -> None:
    data = berkas(KOTA)
    for key in ("pimpinan", "notulis", "peserta", "hasil", "pokok_bahasan", "sampai_pukul"):
        del data["rapat"][0][key]
    words = teks(satu(data, "notula-rapat"))
    assert words.count("…" * 33) == 10 and "Sesuai daftar hadir." in words


def test_minutes_printed_after_the_meeting_have_what_was_said_and_who_signs() -> None:
    meeting = berkas(KOTA)["rapat"][0]
    words = teks(satu(KOTA, "notula-rapat"))
    assert all(one in words for one in [*meeting["pokok_bahasan"], *meeting["hasil"]])
    assert "…" * 33 not in words and words.count("Irwan Cahyono Nugroho, S.STP., M.M.") >= 2


@pytest.mark.parametrize(("naskah", "tahap"), [("lembar-paraf-draf", "draf"), ("lembar-paraf-naskah", "final")])
def test_a_paraf_sheet_has_a_row_for_each_paraf_of_its_stage_in_order(naskah: str, tahap: str) -> None:
    data = berkas(PASER)
    sop = PENYUSUN.library.sop(data["sop"])
    chain = next(one for one in sop.naskah_menurut_id["kesepakatan-bersama"].rantai_paraf if one.tahap == tahap)
    rows = isi_tabel(satu(data, naskah), "Paraf")
    given = [next(event for event in reversed(data["jejak"]) if event["langkah"] == step) for step in chain.langkah]
    assert [row[0] for row in rows] == ["1.", "2.", "3."]
    assert all(event["nama"] in row[2] for row, event in zip(rows, given, strict=True))
    assert [row[3] for row in rows] == ["", "", ""]


def test_a_paraf_not_yet_given_has_a_name_but_no_date() -> None:
    data = berkas(PASER)
    data["jejak"] = [event for event in data["jejak"] if event["langkah"] != "paraf-sekda-naskah"]
    last = isi_tabel(satu(data, "lembar-paraf-naskah"), "Paraf")[-1]
    assert "Katamsi Noor Rachman" in last[2] and set(last[4]) == {"…"}


def test_an_sop_without_parafs_gets_no_chain() -> None:
    data = berkas(KOTA)
    sop = deepcopy(PENYUSUN.library.sop(data["sop"]))
    assert all(not one.rantai_paraf for one in sop.naskah)
    sheet = PENYUSUN.library.sop("paser-kb").naskah_menurut_id["lembar-paraf-draf"]
    own = type(sheet)(sheet.id, sheet.nama, sheet.bentuk, "rapat-ksb", "dibuat", "lembar-paraf", data={"naskah": "kesepakatan-bersama"})
    made = PENYUSUN.susun(KerjaSama(data["id"], data["sop"], data), sop, own, frozenset())
    assert isi_tabel(buka(made[0]), "Paraf") == [["–", "Nihil", "", "", ""]]


def test_a_correction_sheet_has_empty_rows_and_three_ways_to_answer() -> None:
    document = satu(PASER, "lembar-koreksi-hukum")
    rows = isi_tabel(document, "Koreksi")
    assert len(rows) == 6 and all(not "".join(row[1:]) for row in rows)
    assert teks(document).count("☐") == 3 and "Kepala Bagian Hukum," in teks(document)


def test_two_partners_get_an_offer_each() -> None:
    offers = [teks(one) for one in semua(berkas(YOGYA), "surat-penawaran")]
    assert len(offers) == 2
    assert "PT Bumi Daur Sejahtera" in offers[0] and "Koperasi Jasa Resik Mataram" not in offers[0]
    assert "Koperasi Jasa Resik Mataram" in offers[1] and "PT Bumi Daur Sejahtera" not in offers[1]


def test_two_partners_get_a_memorandum_each_with_its_own_parties() -> None:
    first, second = (teks(one) for one in semua(berkas(YOGYA), "kesepakatan-bersama"))
    assert "Gregorius Danu Prasetya" in first and "Sumarni Puspitaningrum" not in first
    assert "Sumarni Puspitaningrum" in second and "Gregorius Danu Prasetya" not in second


def test_an_invitation_to_a_signing_has_that_signings_date_and_no_number_of_the_agreement() -> None:
    first, second = (teks(one) for one in semua(berkas(YOGYA), "undangan-penandatanganan"))
    assert "Senin, 20 Mei 2024" in first and "Jumat, 7 Juni 2024" in second
    assert "119/21/MoU/2024" not in first and "Nomor\t:\t…" in first


def test_a_second_partners_memorandum_keeps_its_dots_while_the_first_is_numbered() -> None:
    made = draf(berkas("yogyakarta-monev/berjalan-mitra-kedua"), "kesepakatan-bersama")
    first, second = (teks(buka(one)) for one in made)
    assert "119/21/MoU/2024" in first
    assert "NOMOR : ……" in second


def test_a_register_entry_names_those_who_signed_and_those_who_hold_copies() -> None:
    first, second = (teks(one) for one in semua(berkas(YOGYA), "lembar-register"))
    held = next(one for one in berkas(YOGYA)["naskah"] if one["id"] == "mou-bds")["eksemplar"]
    assert all(one["pemegang"] in first for one in held)
    assert "Gregorius Danu Prasetya, Direktur Utama (PT Bumi Daur Sejahtera), tanggal 20 Mei 2024" in first
    assert "PT Bumi Daur Sejahtera" not in second


def test_a_register_gives_an_addendum_without_a_term_the_term_of_what_it_changes() -> None:
    words = teks(satu("magetan-penawaran/lengkap-adendum", "lembar-register"))
    assert words.count("3 (tiga) tahun, 12 Mei 2026 s.d. 12 Mei 2029") == 2
    assert words.count("2 (dua) tahun, 13 Mei 2029 s.d. 12 Mei 2031") == 1


def test_a_power_of_attorney_numbers_its_second_page_and_no_single_copy() -> None:
    document = satu("magetan-penawaran/lengkap-ksdpk", "surat-kuasa")
    assert "\nTembusan:\nBagian Tata Pemerintahan" in teks(document)
    assert document.sections[0].different_first_page_header_footer and "PAGE" in document.sections[0].header._element.xml


def test_a_receipt_has_a_row_for_each_copy_of_its_agreement() -> None:
    data = berkas(BABEL)
    held = next(one for one in data["naskah"] if one["jenis"] == "perjanjian-kerja-sama")["eksemplar"]
    rows = isi_tabel(satu(data, "tanda-terima"), "Penerima")
    assert [row[3] for row in rows] == [one["pemegang"] for one in held]
    assert [row[2].partition(",")[0] for row in rows] == [one["bentuk"] for one in held]


def test_a_receipt_of_an_offer_names_whom_it_went_to() -> None:
    rows = isi_tabel(satu(YOGYA, "tanda-terima-penawaran"), "Penerima")
    assert [row[3] for row in rows] == ["PT Bumi Daur Sejahtera", "Koperasi Jasa Resik Mataram"]
    assert "119/311/P3ADK/2024" in rows[0][1]


def test_a_semester_report_has_the_nine_items_of_the_law_in_order() -> None:
    heads = [line.partition("\t")[2] for line in baris(semua(berkas(YOGYA), "laporan-semester")[0]) if re.match(r"\d+\.\t", line)]
    assert heads[:9] == [
        "Judul kerja sama", "Bentuk naskah kerja sama", "Para pihak", "Maksud dan tujuan", "Objek kerja sama",
        "Jangka waktu", "Permasalahan", "Upaya penyelesaian permasalahan", "Hal lain yang disepakati",
    ]


def test_each_semester_of_each_agreement_gets_its_own_report() -> None:
    data = berkas(YOGYA)
    expected = [one for one in data["monev"] if one["jenis"] == "semester"]
    made = [teks(one) for one in semua(data, "laporan-semester")]
    titles = {one["id"]: one["judul"] for one in data["naskah"] if "judul" in one}
    assert len(made) == len(expected) == 4
    for words, facts in zip(made, expected, strict=True):
        assert facts["periode"] in words and titles[facts["untuk"]] in words
        assert all(one in words for one in [*facts["permasalahan"], *facts["upaya"]])


def test_a_report_names_the_other_agreement_nowhere() -> None:
    data = berkas(YOGYA)
    report = teks(semua(data, "laporan-semester")[1])
    assert "Pasar Kranggan" in report and "Pasar Giwangan" not in report and "PT Bumi Daur Sejahtera" not in report


def test_a_report_of_an_agency_bears_the_agencys_own_kop() -> None:
    lines = baris(semua(berkas(YOGYA), "laporan-semester")[0])
    assert lines[1:3] == ["PEMERINTAH KOTA YOGYAKARTA", "Dinas Lingkungan Hidup"]


def test_a_covering_letter_of_an_agency_bears_the_agencys_own_kop() -> None:
    lines = baris(satu(BABEL, "surat-penyampaian"))
    assert "Dinas Lingkungan Hidup dan Kehutanan" in lines[:4]
    assert "BIRO PEMERINTAHAN" not in lines[:4]


def test_a_letter_of_the_sekda_bears_the_kop_of_the_sekretariat_and_no_bureau() -> None:
    lines = baris(satu(BABEL, "undangan-rapat"))
    assert "SEKRETARIAT DAERAH" in lines[:4] and "BIRO PEMERINTAHAN" not in lines[:4]


def test_an_office_that_names_its_agency_is_not_followed_by_it_again() -> None:
    posts = [row[2] for row in isi_tabel(satu(BABEL, "daftar-hadir"), "Jabatan / Instansi")]
    assert "Kepala Biro Pemerintahan" in posts
    assert "Kepala Bidang Pertambangan, Dinas Energi dan Sumber Daya Mineral" in posts


def test_the_giver_signs_a_receipt_under_the_date() -> None:
    lines = baris(satu(KOTA, "tanda-terima"))
    date = lines.index("Probolinggo, …………………………")
    assert lines[date + 1 : date + 3] == ["Yang menyerahkan,", "Staf administrasi Bagian Pemerintahan,"]


def test_the_last_words_of_a_body_go_with_the_closing_to_the_next_page() -> None:
    for naskah in ("undangan-rapat", "nota-dinas-hasil-rapat", "rencana-ksb", "berita-acara-rapat", "telaah-peraturan"):
        shown = [one for one in satu(KOTA, naskah).paragraphs if one.text.strip()]
        closing = next(at for at, one in enumerate(shown) if one.text.startswith("Demikian"))
        assert shown[closing - 1].paragraph_format.keep_with_next, naskah


def test_a_mou_not_yet_signed_is_neither_registered_nor_handed_out() -> None:
    data = berkas("yogyakarta-monev/berjalan-mitra-kedua")
    for naskah in ("lembar-register", "tanda-terima"):
        assert ["Koperasi" in teks(one) for one in semua(data, naskah)] == [False], naskah


def test_a_pks_not_yet_numbered_leaves_a_line_for_the_number_of_each_party() -> None:
    lines = baris(satu("babel-pks/berjalan-koordinasi", "perjanjian-kerja-sama", sampai="koordinasi-opd"))
    assert len([one for one in lines if one.startswith("NOMOR : …")]) == 2


def test_a_list_of_the_unit_is_signed_by_the_one_who_leads_it() -> None:
    lines = baris(satu(YOGYA, "rekapitulasi"))
    assert "Kepala Bagian P3ADK," in lines and "Penatalaksana Kerjasama," not in lines


def test_the_table_of_potentials_has_a_row_for_each_agency_and_empty_ones_for_the_hand() -> None:
    data = berkas(YOGYA)
    rows = isi_tabel(satu(data, "kompilasi-data"), "SKPD")
    names = [one["nama"] for one in data["perangkat_daerah"]]
    assert [row[1] for row in rows] == names + [""] * 6


def test_a_plan_made_before_the_draft_arrives_says_what_is_still_open() -> None:
    data = berkas(KOTA)
    early = {key: data[key] for key in ("versi", "id", "sop", "judul", "pejabat")} | {"jejak": data["jejak"][:1]}
    words = teks(satu(early, "rencana-ksb", sampai="susun-rencana-ksb"))
    assert words.count("(diisi setelah draf KSB dari OPD diterima)") == 7
    assert data["objek"] not in words


def test_initial_data_of_a_request_are_those_of_the_letter() -> None:
    data = berkas(PASER)
    words = teks(satu(data, "data-awal-permohonan"))
    assert data["permohonan"]["nomor"] in words and data["permohonan"]["hal"] in words and data["judul"] in words
