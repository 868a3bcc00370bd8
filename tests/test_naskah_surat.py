"""Letters and forms as they leave the desk: who writes on which kop, to whom, and what hands fill."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from tests.perjanjian_contoh import baris, berkas, dokumen, pihak_tambahan, susun, teks
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.pdf import ke_pdf
from toolkit.library import Library
from toolkit.model import KerjaSama
from toolkit.resources import packaged

TITIK = "…" * 10
SURAT = {"surat-dinas", "undangan", "nota-dinas"}
SELURUHNYA = [
    (jenis, naskah) for jenis in ("ksdd", "ksdpk", "sinergi")
    for naskah in ("lembar-disposisi", "surat-tanggapan", "undangan-rapat", "daftar-hadir", "berita-acara-rapat",
                   "nota-dinas-legal-drafting", "undangan-penandatanganan", "daftar-arsip", "rekapitulasi")
]


def tanggapan(**facts: Any) -> dict[str, Any]:
    data = berkas("ksdpk")
    data["tanggapan"] = {"nomor": "100.2.2.3/418/403.011/2026", "tanggal": "2026-04-13", **facts}
    return data


def diundang(banyak: int) -> dict[str, Any]:
    data = berkas("ksdpk")
    data["rapat"][0]["diundang"] = [f'Direktur PT "Sumber & Makmur" {number}' for number in range(1, banyak + 1)]
    return data


def tabel(document: Any, judul: str) -> Any:
    """The table whose heading row begins with these words."""
    return next(one for one in document.tables if judul in [cell.text for cell in one.rows[0].cells])


@pytest.mark.parametrize(("jenis", "naskah"), SELURUHNYA)
def test_every_letter_and_form_of_a_finished_case_is_written(penyusun: Penyusun, jenis: str, naskah: str) -> None:
    words = teks(dokumen(penyusun, berkas(jenis), naskah))
    assert "{{" not in words and "{%" not in words and "None" not in words


def test_a_letter_of_the_head_of_government_bears_his_kop_and_no_unit(penyusun: Penyusun) -> None:
    lines = baris(dokumen(penyusun, berkas("ksdpk"), "surat-tanggapan"))
    assert lines[:2] == ["LAMBANG NEGARA", "BUPATI MAGETAN"]
    assert "SEKRETARIAT DAERAH" not in lines


def test_a_letter_of_the_secretary_bears_the_kop_of_the_unit_with_its_address(penyusun: Penyusun) -> None:
    lines = baris(dokumen(penyusun, berkas("ksdpk"), "undangan-rapat"))
    assert lines[:3] == ["LAMBANG DAERAH", "PEMERINTAH KABUPATEN MAGETAN", "SEKRETARIAT DAERAH"]
    assert lines[3].startswith("Jalan Basuki Rahmat")
    assert "BUPATI MAGETAN" not in lines


def test_place_date_and_head_come_before_the_address_in_their_order(penyusun: Penyusun) -> None:
    lines = baris(dokumen(penyusun, berkas("ksdpk"), "surat-tanggapan"))
    start = lines.index("Magetan, 13 April 2026")
    assert lines[start + 1:start + 7] == [
        "Nomor\t:\t100.2.2.3/418/403.011/2026", "Sifat\t:\tBiasa", "Lampiran\t:\t–", "Hal\t:\tTanggapan atas Penawaran Kerja Sama",
        "Yth.\tDirektur Utama PT Lawu Tirta & Energi", "\tdi Surabaya",
    ]


def test_a_number_and_date_of_a_letter_not_yet_given_are_dots_for_a_hand(penyusun: Penyusun) -> None:
    data = tanggapan(nomor="", tanggal="", sikap="menerima")
    for selesai in (False, True):
        words = teks(dokumen(penyusun, data, "surat-tanggapan", selesai=selesai))
        assert f"Nomor\t:\t{TITIK}" in words and f"Magetan, {TITIK}" in words


def test_a_head_of_government_signs_by_name_and_a_civil_servant_with_rank_and_nip(penyusun: Penyusun) -> None:
    bupati = teks(dokumen(penyusun, berkas("ksdpk"), "surat-tanggapan"))
    assert "Bupati Magetan,\nDrs. H. Wiratno Kusumaatmaja, M.M." in bupati and "NIP" not in bupati
    sekda = teks(dokumen(penyusun, berkas("ksdpk"), "undangan-rapat"))
    assert "Dr. Tri Hapsari Wulandari, S.H., M.Si.\nPembina Utama Madya (IV/d)\nNIP 196905141994032004" in sekda


@pytest.mark.parametrize(("sebagai", "awalan"), [("plt", "Plt. "), ("plh", "Plh. "), ("pj", "Pj. "), ("definitif", "")])
def test_an_acting_officer_signs_as_acting(penyusun: Penyusun, sebagai: str, awalan: str) -> None:
    data = berkas("ksdpk")
    for post in data["pejabat"]:
        post["sebagai"] = sebagai
    assert f"\n{awalan}Sekretaris Daerah Kabupaten Magetan,\n" in teks(dokumen(penyusun, data, "undangan-rapat"))


def test_a_letter_in_anothers_name_says_for_whom_and_keeps_the_units_kop(penyusun: Penyusun) -> None:
    data, sop = berkas("ksdpk"), penyusun.library.sop("magetan-penawaran")
    naskah = sop.naskah_menurut_id["surat-tanggapan"]
    behalf = {"pelaksana": "bagian-tapem", "atas_nama": "bupati", "untuk_beliau": "sekretaris-daerah"}
    letter = replace(naskah, data={**naskah.data, "penandatangan": behalf})
    draft = penyusun.susun(KerjaSama(data["id"], data["sop"], data), sop, letter, frozenset())[0]
    lines = baris(docx.Document(BytesIO(draft.isi or b"")))
    start = lines.index("a.n. Bupati Magetan")
    assert lines[start:start + 4] == ["a.n. Bupati Magetan", "Sekretaris Daerah Kabupaten Magetan", "u.b.", "Kepala Bagian Tata Pemerintahan,"]
    assert "SEKRETARIAT DAERAH" in lines and "BUPATI MAGETAN" not in lines


@pytest.mark.parametrize(("sikap", "facts", "frasa"), [
    ("menerima", {}, "pada prinsipnya menerima penawaran kerja sama tentang Konservasi Mata Air"),
    ("menolak", {"alasan": "Lahan belum disetujui pemerintah desa."}, "belum dapat menerima penawaran"),
    ("minta-kelengkapan", {"kelengkapan_diminta": ["akta pendirian;"], "tenggat": "2026-04-30"}, "a.\takta pendirian;"),
])
def test_the_answer_to_an_offer_says_what_was_decided_and_only_that(penyusun: Penyusun, sikap: str, facts: dict[str, Any], frasa: str) -> None:
    words = teks(dokumen(penyusun, tanggapan(sikap=sikap, **facts), "surat-tanggapan"))
    assert frasa in words
    assert ("Lahan belum disetujui pemerintah desa." in words) == (sikap == "menolak")
    assert ("paling lambat hari Kamis, 30 April 2026" in words) == (sikap == "minta-kelengkapan")
    assert ("menunjuk narahubung" in words) == (sikap == "menerima")


@pytest.mark.parametrize(("sikap", "pointer"), [
    ("menolak", "/tanggapan/alasan"), ("minta-kelengkapan", "/tanggapan/tenggat"), ("minta-kelengkapan", "/tanggapan/kelengkapan_diminta"),
])
def test_a_refusal_without_reason_or_a_request_without_deadline_is_not_written(penyusun: Penyusun, sikap: str, pointer: str) -> None:
    draft = susun(penyusun, tanggapan(sikap=sikap), "surat-tanggapan")
    assert draft.isi is None and pointer in draft.kurang


def test_an_invitation_tells_day_hour_place_and_agenda_in_aligned_lines(penyusun: Penyusun) -> None:
    lines = baris(dokumen(penyusun, berkas("ksdpk"), "undangan-rapat"))
    start = lines.index("hari, tanggal\t:\tKamis, 16 April 2026")
    assert lines[start + 1] == "pukul\t:\t09.00 WIB sampai dengan pukul 12.30 WIB"
    assert [one.split("\t")[0] for one in lines[start:start + 4]] == ["hari, tanggal", "pukul", "tempat", "acara"]


def test_few_invitees_stand_in_the_letter_itself(penyusun: Penyusun) -> None:
    words = teks(dokumen(penyusun, diundang(6), "undangan-rapat"))
    assert '6.\tDirektur PT "Sumber & Makmur" 6' in words and "Daftar Alamat" not in words


def test_thirty_invitees_stand_on_an_attachment_with_number_date_and_signature(penyusun: Penyusun) -> None:
    lines = baris(dokumen(penyusun, diundang(30), "undangan-rapat"))
    assert "Yth.\t(daftar alamat terlampir)" in lines
    assert "Lampiran\t:\t1 (satu) berkas dan 1 (satu) daftar alamat" in lines
    page = lines[lines.index("Lampiran surat"):]
    assert page[1:3] == ["Nomor\t:\t000.1.5/431/403.011/2026", "Tanggal\t:\t13 April 2026"]
    assert [one.split("\t")[0] for one in page if "Sumber & Makmur" in one] == [f"{number}." for number in range(1, 31)]
    assert "Sekretaris Daerah Kabupaten Magetan," in page


def test_a_signing_without_hour_or_place_is_not_invited_to(penyusun: Penyusun) -> None:
    data = berkas("ksdpk")
    del data["naskah"][0]["penandatanganan"]["pukul"], data["naskah"][0]["penandatanganan"]["tempat"]
    kurang = susun(penyusun, data, "undangan-penandatanganan").kurang
    assert set(kurang) == {"/naskah/0/penandatanganan/pukul", "/naskah/0/penandatanganan/tempat"}


def test_a_signing_of_an_agreement_that_the_case_does_not_hold_is_not_invited_to(penyusun: Penyusun) -> None:
    data = berkas("ksdd")
    data["naskah"] = data["naskah"][:1]
    kurang = susun(penyusun, data, "undangan-penandatanganan-pks").kurang
    assert "/naskah/jenis=perjanjian-kerja-sama/penandatanganan/tanggal" in kurang


def test_partners_are_invited_by_post_without_saying_a_body_twice(penyusun: Penyusun) -> None:
    for jenis, alamat in (("ksdd", "Bupati Ngawi"), ("ksdpk", "Direktur Utama PT Lawu Tirta & Energi"), ("sinergi", "Kepala Badan Pusat Statistik Kabupaten Magetan")):
        assert f"1.\t{alamat}" in baris(dokumen(penyusun, berkas(jenis), "undangan-penandatanganan"))


def test_an_agreement_signed_desk_to_desk_goes_out_with_a_covering_letter(penyusun: Penyusun) -> None:
    document = dokumen(penyusun, berkas("ksdpk"), "pengantar-pks")
    cells = [cell.text for cell in tabel(document, "Jenis yang dikirim").rows[1].cells]
    assert cells[0] == "1" and cells[1].startswith("Perjanjian Kerja Sama antara Pemerintah Kabupaten Magetan dan PT Lawu Tirta & Energi")
    assert cells[2] == "2 (dua) rangkap"
    assert "Diterima tanggal …" in teks(document)


def test_a_nota_dinas_heads_its_lines_in_order_and_asks_bagian_hukum(penyusun: Penyusun) -> None:
    document = dokumen(penyusun, berkas("ksdpk"), "nota-dinas-legal-drafting")
    head = next(one for one in document.tables if one.rows[0].cells[0].text == "Kepada")
    assert [row.cells[0].text for row in head.rows] == ["Kepada", "Dari", "Tembusan", "Tanggal", "Nomor", "Sifat", "Lampiran", "Hal"]
    assert {row.cells[1].text for row in head.rows} == {":"}
    assert head.rows[0].cells[2].text == "Yth. Kepala Bagian Hukum"
    assert "c.\tKerangka Acuan Kerja dan studi kelayakan;" in teks(document)


def test_a_nota_dinas_without_tembusan_has_no_line_for_it(penyusun: Penyusun) -> None:
    data, sop = berkas("ksdpk"), penyusun.library.sop("magetan-penawaran")
    naskah = sop.naskah_menurut_id["nota-dinas-legal-drafting"]
    draft = penyusun.susun(KerjaSama(data["id"], data["sop"], data), sop, replace(naskah, data={**naskah.data, "tembusan": []}), frozenset())[0]
    assert "Tembusan" not in baris(docx.Document(BytesIO(draft.isi or b"")))


def test_an_attendance_list_names_who_came_and_leaves_ten_rows_to_hands(penyusun: Penyusun) -> None:
    data = berkas("ksdpk")
    rows = tabel(dokumen(penyusun, data, "daftar-hadir"), "Tanda Tangan").rows[1:]
    known = len(data["rapat"][0]["peserta"])
    assert [row.cells[0].text for row in rows] == [str(number) for number in range(1, known + 11)]
    assert rows[0].cells[1].text == "Danang Purwolelono, S.STP., M.AP." and not rows[known].cells[1].text


def test_before_the_meeting_every_invitee_has_a_row_and_ten_more_are_left(penyusun: Penyusun) -> None:
    data = diundang(30)
    del data["rapat"][0]["peserta"]
    assert len(tabel(dokumen(penyusun, data, "daftar-hadir"), "Tanda Tangan").rows) == 41


def test_signature_cells_of_an_attendance_list_alternate(penyusun: Penyusun) -> None:
    rows = tabel(dokumen(penyusun, berkas("ksdpk"), "daftar-hadir"), "Tanda Tangan").rows[1:]
    for number, row in enumerate(rows, 1):
        left, right = row.cells[3].text, row.cells[4].text
        assert (left or right).startswith(f"{number}. …") and bool(left) == bool(number % 2) and bool(right) != bool(left)


def test_a_berita_acara_opens_with_the_day_in_words_and_lists_what_was_agreed(penyusun: Penyusun) -> None:
    lines = baris(dokumen(penyusun, berkas("ksdpk"), "berita-acara-rapat"))
    opening = next(one for one in lines if one.startswith("Pada hari ini"))
    assert opening.startswith("Pada hari ini, Kamis, tanggal enam belas bulan April tahun dua ribu dua puluh enam (16-04-2026), pukul 09.00 WIB")
    assert lines.index("III.  Hasil rapat") < lines.index("4.\tRancangan Kesepakatan Bersama diserahkan kepada Bagian Hukum untuk legal drafting.")
    assert {"Pimpinan Rapat,", "Notulis,"} <= set(lines)


def test_every_partner_has_a_place_to_sign_the_berita_acara(penyusun: Penyusun) -> None:
    data = berkas("ksdpk")
    data["pihak"] += [pihak_tambahan(number) for number in range(3, 13)]
    rows = tabel(dokumen(penyusun, data, "berita-acara-rapat"), "Pihak").rows[1:]
    assert [row.cells[1].text for row in rows] == ["PT Lawu Tirta & Energi", *(f'Badan "Tirta & Energi" {number}' for number in range(3, 13))]
    assert "Bayu Ma'ruf Hardiansyah, S.T., M.B.A., Direktur Utama" in rows[0].cells[2].text


def test_a_disposition_sheet_is_half_a_page_with_boxes_for_hands(penyusun: Penyusun) -> None:
    document = dokumen(penyusun, berkas("ksdpk"), "lembar-disposisi")
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (148, 210)
    words = teks(document)
    for box in ("Sangat segera", "Rahasia", "Kepala Bagian Tata Pemerintahan", "Tanggapan dan saran", "…"):
        assert f"☐\t{box}" in words
    assert "No. surat\t:\t037/LTE-DIR/IV/2026" in words and f"Paraf\t: {TITIK}" in words


def test_an_urgent_letter_is_marked_on_its_disposition_sheet(penyusun: Penyusun) -> None:
    data = berkas("ksdpk")
    data["penawaran"]["sifat"] = "Segera"
    words = teks(dokumen(penyusun, data, "lembar-disposisi"))
    assert "☒\tSegera" in words and "☐\tRahasia" in words


def test_the_archive_list_has_a_row_for_every_copy(penyusun: Penyusun) -> None:
    data = berkas("ksdpk")
    held = [copy["pemegang"] for one in data["naskah"] for copy in one["eksemplar"]]
    rows = tabel(dokumen(penyusun, data, "daftar-arsip"), "Pemegang").rows[1:]
    assert [row.cells[6].text for row in rows] == held


@pytest.mark.parametrize(("jenis", "urut"), [("ksdd", 0), ("ksdpk", 1), ("sinergi", 2)])
def test_the_recapitulation_puts_a_case_under_its_kind_and_says_nihil_elsewhere(penyusun: Penyusun, jenis: str, urut: int) -> None:
    document = dokumen(penyusun, berkas(jenis), "rekapitulasi")
    tables = [one for one in document.tables if one.rows[0].cells[0].text == "No."]
    assert [one.rows[1].cells[1].text == "Nihil" for one in tables] == [place != urut for place in range(3)]
    assert document.sections[0].page_width > document.sections[0].page_height


def test_letters_lie_on_a4_with_the_margins_and_type_of_the_profile(penyusun: Penyusun) -> None:
    document = dokumen(penyusun, berkas("ksdpk"), "undangan-rapat")
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert [round(side.mm) for side in (page.top_margin, page.right_margin, page.bottom_margin, page.left_margin)] == [20, 20, 25, 30]
    normal = document.styles["Normal"].font
    assert normal.name == "Arial" and normal.size is not None and normal.size.pt == 12


def test_the_signature_is_one_row_that_cannot_split_held_by_the_closing(penyusun: Penyusun) -> None:
    document = dokumen(penyusun, berkas("ksdpk"), "undangan-rapat")
    row = next(one for table in document.tables for one in table.rows if "NIP" in one.cells[-1].text)
    assert row._tr.trPr.find(qn("w:cantSplit")) is not None
    for name in ("Penutup", "TandaTangan"):
        assert document.styles[name].paragraph_format.keep_with_next


@pytest.mark.parametrize("sop_id", Library().sop_ids())
def test_every_letter_of_every_sop_has_a_closing_to_hold_its_signature(sop_id: str) -> None:
    letters = [one for one in Library().sop(sop_id).naskah if one.templat in SURAT]
    assert letters and all(one.data.get("penutup") and one.data.get("isi") for one in letters)


@pytest.mark.parametrize("sop_id", Library().sop_ids())
def test_the_page_on_naskah_has_a_row_for_every_naskah(sop_id: str) -> None:
    page = (packaged() / "docs" / "naskah.md").read_text(encoding="utf-8")
    sop = Library().sop(sop_id)
    for one in sop.naskah:
        step = sop.langkah_menurut_id[one.langkah].nomor
        row = next((line for line in page.split(f"## {sop.sebutan_sop}\n")[1].split("\n## ")[0].splitlines() if f"(`{one.id}`)" in line), "")
        assert f"| {step} |" in row and f"| {one.asal} |" in row, one.id
        assert f"`{one.templat}`" in row if one.templat else "`" not in row.split("|")[-4], one.id


def test_wherever_a_page_ends_the_signature_is_never_alone_on_the_next(penyusun: Penyusun) -> None:
    files = {}
    for extra in range(0, 12, 2):
        data = berkas("ksdpk")
        data["rapat"][0]["acara"] = "Pembahasan rencana kerja sama konservasi mata air dan kualitas sungai; " * (extra + 1)
        files[f"u{extra}.docx"] = susun(penyusun, data, "undangan-rapat").isi or b""
    for pdf in ke_pdf(files).values():
        pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
        signed = next(page for page in pages if "NIP 196905141994032004" in page)
        assert "Demikian disampaikan" in signed.replace("\n", " ") or "terima kasih" in signed.replace("\n", " ")
        assert "Sekretaris Daerah Kabupaten Magetan" in signed and "Tembusan" in signed
