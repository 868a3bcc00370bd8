"""`generate`: what is written, what is refused, and what a reader finds on the page."""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import jsonschema
import openpyxl
import pytest
from pypdf import PdfReader

from tests.data_buatan import KASUS, NASKAH, buka, folder_data, jalankan
from toolkit.conformance import align
from toolkit.drafting.generate import generate
from toolkit.drafting.nodes import TITIK
from toolkit.drafting.pdf import ke_pdf
from toolkit.errors import DataError, InputError, UsageError
from toolkit.library import Library
from toolkit.plan import plan

SELESAI = [{"langkah": f"l{n}", "pelaksana": "si-a", "nama": "Rina Wati", "waktu": f"2026-02-{15 + n}"} for n in (1, 2, 3)]
D = "…" * 5
KB: dict[str, Any] = {"id": "kb-1", "jenis": "kb", "nomor": "100/KB/2026", "tanggal": "2026-05-11", "tempat": "Contoh"}


@pytest.fixture
def pustaka(tmp_path: Path) -> Library:
    return folder_data(tmp_path)


def baris(path: Path) -> list[str]:
    return [one.text for one in docx.Document(str(path)).paragraphs]


def test_only_naskah_of_reached_steps_are_written(tmp_path: Path, pustaka: Library) -> None:
    hasil = jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "out")
    assert [one.file for one in hasil.entri] == ["02-undangan.docx", "03-kb.docx"]
    assert not hasil.temuan
    assert sorted(one.name for one in hasil.folder.iterdir()) == ["02-undangan.docx", "03-kb.docx", "manifest.json"]


def test_a_finished_case_gets_every_naskah_that_applies(tmp_path: Path, pustaka: Library) -> None:
    case = buka(tmp_path, pustaka, jejak=SELESAI, naskah=[{**KB, "ttd": [{"nama": "Agus Salim", "pihak": "KESATU"}]}], surat_keluar=[{"naskah": "undangan", "nomor": "005/1", "tanggal": "2026-02-16"}])
    hasil = jalankan(case, pustaka, tmp_path / "out")
    assert not hasil.temuan
    assert [one.naskah for one in hasil.entri] == ["undangan", "kb", "rekap"]


def test_the_manifest_names_case_step_template_and_digest(tmp_path: Path, pustaka: Library) -> None:
    hasil = jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "out")
    manifest = json.loads((hasil.folder / "manifest.json").read_text(encoding="utf-8"))
    jsonschema.validate(manifest, pustaka.schema("manifest"))
    assert hasil.folder == tmp_path / "out" / "berkas"
    assert manifest[0] == {
        "naskah": "undangan", "templat": "surat", "file": "02-undangan.docx", "langkah": "l1", "kerja_sama": "contoh-1",
        "sha256": hashlib.sha256((hasil.folder / "02-undangan.docx").read_bytes()).hexdigest(),
    }


def test_a_letter_reads_as_a_letter(tmp_path: Path, pustaka: Library) -> None:
    hasil = jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "out")
    assert baris(hasil.folder / "02-undangan.docx") == [
        "unit: SEKRETARIAT DAERAH", f"Contoh, {'…' * 10}", f"Nomor: {TITIK}",
        'Hal: Undangan pembahasan Pengelolaan Sampah "Bersih" & Hijau', "Yth. PT Hijau & Bersih",
        "Bersama ini kami mengundang Saudara.", "acara: Pengelolaan sampah", "1. pemilahan", "2. pengangkutan",
        "Plt. Kepala Bagian,", "Rina Wati, M.Si.", "NIP 198001012005012001",
    ]


def test_an_agreement_numbers_its_articles_and_their_references(tmp_path: Path, pustaka: Library) -> None:
    clause = {"judul": "KERAHASIAAN", "ayat": ["Data dijaga {{ judul }}."], "setelah": "MAKSUD DAN TUJUAN"}
    case = buka(tmp_path, pustaka, jejak=SELESAI[:2], naskah=[{**KB, "isi": {"klausul": [clause], "pelaksanaan": ["Oleh dinas.", "Setiap tahun."]}}])
    hasil = jalankan(case, pustaka, tmp_path / "out", "kb")
    path = hasil.folder / "03-kb.docx"
    assert baris(path) == [
        'Kesepakatan Bersama tentang Pengelolaan Sampah "Bersih" & Hijau', "NOMOR: 100/KB/2026",
        "Pada hari ini, Senin, tanggal sebelas bulan Mei tahun dua ribu dua puluh enam (11-05-2026)",
        "I. Agus Salim: Bupati Contoh, bertindak untuk Pemerintah Kabupaten Contoh, disebut PIHAK KESATU.",
        "II. Sari Dewi: Direktur, bertindak untuk PT Hijau & Bersih, disebut PIHAK KEDUA.",
        "bahwa Pemerintah Kabupaten Contoh dan PT Hijau & Bersih sepakat;",
        "Pasal 1 MAKSUD DAN TUJUAN", "(1) Maksudnya mengurangi sampah.", "(2) Tujuannya:", "a. kota bersih",
        "Pasal 2 KERAHASIAAN", "Data dijaga {{ judul }}.",
        "Pasal 3 RUANG LINGKUP", "Ruang lingkup menurut Pasal 1 ayat (2):", "a. pemilahan", "b. pengangkutan",
        "Pasal 4 PELAKSANAAN", "(1) Oleh dinas.", "(2) Setiap tahun.",
        "Pasal 5 JANGKA WAKTU", "Berlaku 5 (lima) tahun (lihat Pasal 3).",
        "Pasal 6 LAIN-LAIN", "Hal lain diatur bersama.",
        "rangkap 2 (dua) di Contoh",
    ]
    cells = [cell.text for cell in docx.Document(str(path)).tables[0].rows[1].cells]
    assert cells == ["PIHAK KEDUA Sari Dewi", "PIHAK KESATU Agus Salim"]


def test_a_clause_that_names_no_article_of_the_naskah_is_told(tmp_path: Path, pustaka: Library) -> None:
    clause = {"judul": "X", "ayat": ["Y"], "mengganti": "PASAL GAIB"}
    case = buka(tmp_path, pustaka, naskah=[{**KB, "isi": {"klausul": [clause]}}])
    with pytest.raises(InputError, match="PASAL GAIB"):
        jalankan(case, pustaka, tmp_path / "out", "kb")
    assert not (tmp_path / "out").exists()


def test_hand_cells_are_dots_until_their_step_and_a_gap_after_it(tmp_path: Path, pustaka: Library) -> None:
    before = jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "a", "kb")
    lines = baris(before.folder / "03-kb.docx")
    assert f"NOMOR: {TITIK}" in lines
    assert f"Pada hari ini, {D}, tanggal {D} bulan {D} tahun {D} (…-…-……)" in lines
    after = jalankan(buka(tmp_path, pustaka, jejak=SELESAI), pustaka, tmp_path / "b", "kb")
    assert not after.entri
    assert {one.location.pointer for one in after.temuan} == {"/naskah/0/nomor", "/naskah/0/tanggal", "/naskah/0/tempat"}


@pytest.mark.parametrize("kosong", ["", "   ", None])
def test_a_missing_or_blank_fact_is_a_finding_and_the_other_naskah_are_whole(kosong: str | None, tmp_path: Path, pustaka: Library) -> None:
    case = buka(tmp_path, pustaka, maksud=None, objek="Sampah")
    data = dict(case.kerja_sama.data)
    if kosong is not None:
        data["maksud"] = kosong
    object.__setattr__(case.kerja_sama, "data", data)
    hasil = jalankan(case, pustaka, tmp_path / "out")
    assert [one.file for one in hasil.entri] == ["02-undangan.docx"]
    (temuan,) = hasil.temuan
    assert (temuan.rule, temuan.severity.value, temuan.location.pointer) == ("kelengkapan-wajib", "error", "/maksud")
    assert temuan.langkah == ("l2",)
    assert "templat perjanjian paragraf 15" in temuan.message
    assert temuan.location.line is not None


def test_all_gaps_of_a_naskah_are_told_at_once(tmp_path: Path, pustaka: Library) -> None:
    case = buka(tmp_path, pustaka, maksud=None, tujuan=None, jangka_waktu=None, judul=None)
    hasil = jalankan(case, pustaka, tmp_path / "out")
    assert {one.location.pointer for one in hasil.temuan} == {"/maksud", "/tujuan", "/jangka_waktu", "/judul"}
    assert not hasil.entri


def test_the_same_case_gives_the_same_bytes(tmp_path: Path, pustaka: Library) -> None:
    case = buka(tmp_path, pustaka, jejak=SELESAI, naskah=[{**KB, "ttd": [{"nama": "A", "pihak": "KESATU"}]}], surat_keluar=[{"naskah": "undangan", "nomor": "1", "tanggal": "2026-02-16"}])
    one, other = (jalankan(case, pustaka, tmp_path / name).folder for name in ("a", "b"))
    files = sorted(path.name for path in one.iterdir())
    assert "05-rekap.xlsx" in files
    assert all((one / name).read_bytes() == (other / name).read_bytes() for name in files)


def test_several_instances_of_a_kind_give_several_files(tmp_path: Path, pustaka: Library) -> None:
    case = buka(tmp_path, pustaka, naskah=[{**KB, "judul": "Satu"}, {**KB, "id": "kb-2", "judul": "Dua"}, {**KB, "id": "kb-3", "status": "batal"}])
    hasil = jalankan(case, pustaka, tmp_path / "out", "kb")
    assert [one.file for one in hasil.entri] == ["03-kb.docx", "03-kb-2.docx"]
    assert baris(hasil.folder / "03-kb-2.docx")[0] == "Kesepakatan Bersama tentang Dua"


def test_a_recapitulation_is_a_sheet_whose_texts_are_no_formulas_and_whose_days_are_days(tmp_path: Path, pustaka: Library) -> None:
    case = buka(tmp_path, pustaka, jejak=SELESAI, judul="=1+1", naskah=[{**KB, "ttd": [{"nama": "A", "pihak": "KESATU"}]}])
    hasil = jalankan(case, pustaka, tmp_path / "out", "rekap")
    sheet = openpyxl.load_workbook(hasil.folder / "05-rekap.xlsx").active
    assert [[cell.value for cell in row] for row in sheet] == [["No", "Judul", "Sampai"], [1, "=1+1", datetime(2031, 5, 10)]]
    assert sheet["B2"].data_type == "s"
    assert hasil.entri[0].templat is None


@pytest.mark.parametrize("judul", ["2026-02-30", "0001-01-01"])
def test_a_text_of_a_sheet_that_only_looks_like_a_day_stays_a_text(judul: str, tmp_path: Path, pustaka: Library) -> None:
    case = buka(tmp_path, pustaka, jejak=SELESAI, judul=judul, naskah=[{**KB, "ttd": [{"nama": "A", "pihak": "KESATU"}]}])
    sheet = openpyxl.load_workbook(jalankan(case, pustaka, tmp_path / "out", "rekap").folder / "05-rekap.xlsx").active
    assert sheet["B2"].value == judul


def test_long_texts_of_a_sheet_have_room(tmp_path: Path, pustaka: Library) -> None:
    case = buka(tmp_path, pustaka, jejak=SELESAI, judul="panjang " * 60, naskah=[{**KB, "ttd": [{"nama": "A", "pihak": "KESATU"}]}])
    sheet = openpyxl.load_workbook(jalankan(case, pustaka, tmp_path / "out", "rekap").folder / "05-rekap.xlsx").active
    assert sheet.row_dimensions[2].height > 100 and sheet.column_dimensions["B"].width == 48


@pytest.mark.parametrize(
    ("naskah", "sebab"),
    [("penawaran", "diterima dari pihak lain"), ("khusus-sinergi", "hanya untuk sinergi"), ("undangn", "mungkin maksudnya undangan")],
)
def test_a_naskah_that_we_may_not_draft_is_refused(naskah: str, sebab: str, tmp_path: Path, pustaka: Library) -> None:
    with pytest.raises(UsageError, match=sebab):
        jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "out", naskah)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("karakter", ["\x00", "\x07", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_a_value_that_no_document_can_hold_stops_everything(karakter: str, tmp_path: Path, pustaka: Library) -> None:
    case = buka(tmp_path, pustaka, objek=f"a{karakter}b")
    with pytest.raises(InputError, match=f"karakter U\\+{ord(karakter):04X}"):
        jalankan(case, pustaka, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_case_that_its_schema_refuses_is_not_drafted(tmp_path: Path, pustaka: Library) -> None:
    with pytest.raises(InputError, match="tidak sesuai skema"):
        jalankan(buka(tmp_path, pustaka, jenis="lain"), pustaka, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_of_another_case_is_left_alone(tmp_path: Path, pustaka: Library) -> None:
    jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out" / "berkas").iterdir()}
    with pytest.raises(InputError, match="'contoh-1', bukan 'contoh-2'"):
        jalankan(buka(tmp_path / "lain", pustaka, id="contoh-2"), pustaka, tmp_path / "out")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out" / "berkas").iterdir()} == before


@pytest.mark.parametrize("isi", ["", "{}", "[1]", "bukan json", '{"a": 1}'])
def test_a_manifest_that_cannot_be_read_is_never_overwritten(isi: str, tmp_path: Path, pustaka: Library) -> None:
    manifest = tmp_path / "out" / "berkas" / "manifest.json"
    manifest.parent.mkdir(parents=True)
    manifest.write_text(isi, encoding="utf-8")
    with pytest.raises(InputError, match="bukan manifest"):
        jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "out")
    assert manifest.read_text(encoding="utf-8") == isi


def test_a_second_run_keeps_what_it_did_not_touch(tmp_path: Path, pustaka: Library) -> None:
    case = buka(tmp_path, pustaka)
    jalankan(case, pustaka, tmp_path / "out", "kb")
    jalankan(case, pustaka, tmp_path / "out", "undangan")
    manifest = json.loads((tmp_path / "out" / "berkas" / "manifest.json").read_text(encoding="utf-8"))
    assert [one["file"] for one in manifest] == ["02-undangan.docx", "03-kb.docx"]


def test_a_naskah_that_lost_a_fact_does_not_stay_behind(tmp_path: Path, pustaka: Library) -> None:
    jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "out")
    hasil = jalankan(buka(tmp_path, pustaka, maksud=None), pustaka, tmp_path / "out")
    assert sorted(one.name for one in hasil.folder.iterdir()) == ["02-undangan.docx", "manifest.json"]


def test_a_naskah_that_a_hand_changed_is_not_thrown_away(tmp_path: Path, pustaka: Library) -> None:
    hasil = jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "out")
    (hasil.folder / "03-kb.docx").write_bytes(b"diubah")
    jalankan(buka(tmp_path, pustaka, maksud=None), pustaka, tmp_path / "out")
    manifest = {one["file"]: one["sha256"] for one in json.loads((hasil.folder / "manifest.json").read_text(encoding="utf-8"))}
    assert manifest["03-kb.docx"] == hashlib.sha256(b"diubah").hexdigest()


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path, pustaka: Library) -> None:
    (tmp_path / "out").write_text("bukan folder", encoding="utf-8")
    with pytest.raises(InputError, match="tidak dapat ditulis"):
        jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "out")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "bukan folder"


def test_what_the_checklist_does_not_give_is_an_error_of_the_data(tmp_path: Path) -> None:
    broken = [{**one, "data": {**one.get("data", {}), "kepada": ["{{ surat.gaib }}"]}} if one["id"] == "undangan" else one for one in NASKAH]
    pustaka = folder_data(tmp_path, broken)
    with pytest.raises(DataError, match=r"surat\.gaib"):
        jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_text_that_asks_for_itself_is_an_error_of_the_data(tmp_path: Path) -> None:
    broken = [{**one, "data": {**one.get("data", {}), "hal": "{{ surat.hal }}"}} if one["id"] == "undangan" else one for one in NASKAH]
    pustaka = folder_data(tmp_path, broken)
    with pytest.raises(DataError, match="dirinya sendiri"):
        jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "out")


def test_a_refused_offer_gets_no_agreement(tmp_path: Path, pustaka: Library) -> None:
    case = buka(tmp_path, pustaka, dihentikan={"tanggal": "2026-02-20", "alasan": "ditarik"})
    assert [one.naskah for one in jalankan(case, pustaka, tmp_path / "out").entri] == ["undangan"]


def test_every_file_opens_as_a_sound_package(tmp_path: Path, pustaka: Library) -> None:
    hasil = jalankan(buka(tmp_path, pustaka), pustaka, tmp_path / "out")
    for entry in hasil.entri:
        with zipfile.ZipFile(BytesIO((hasil.folder / entry.file).read_bytes())) as archive:
            assert archive.testzip() is None


def test_three_parties_sign_in_pairs_and_the_last_alone(tmp_path: Path, pustaka: Library) -> None:
    third = {"nama": "Koperasi Tani", "bentuk": "pt", "sebutan": "KETIGA", "kedudukan": "Contoh", "wakil": {"nama": "Joko", "jabatan": "Ketua"}}
    case = buka(tmp_path, pustaka, pihak=[*KASUS["pihak"], third])
    hasil = jalankan(case, pustaka, tmp_path / "out", "kb")
    path = hasil.folder / "03-kb.docx"
    assert [line[:5] for line in baris(path) if line.startswith(("I.", "II.", "III."))] == ["I. Ag", "II. S", "III. "]
    assert f"rangkap 3 (tiga) di {TITIK}" in baris(path)


def test_whoever_signs_by_power_of_attorney_stands_in_the_agreement(tmp_path: Path) -> None:
    pks = [{**one, "penanda_tangan": [{**signer, "kuasa": True} for signer in one["penanda_tangan"]]} if one["id"] == "kb" else one for one in NASKAH]
    pustaka = folder_data(tmp_path, pks)
    kuasa = {"id": "k1", "pihak": "KESATU", "nomor": "1", "tanggal": "2026-05-10", "pemberi": {"nama": "Agus Salim"}, "penerima": {"nama": "Dewi Lestari", "jabatan": "Kepala Dinas"}, "naskah": "kb-1"}
    case = buka(tmp_path, pustaka, naskah=[KB], surat_kuasa=[kuasa])
    hasil = jalankan(case, pustaka, tmp_path / "out", "kb")
    assert baris(hasil.folder / "03-kb.docx")[3].startswith("I. Dewi Lestari: Kepala Dinas")


@pytest.mark.panjang
def test_a_pdf_stands_beside_its_document_and_in_the_manifest(tmp_path: Path, pustaka: Library) -> None:
    case = buka(tmp_path, pustaka)
    rencana = plan(case.kerja_sama, case.sop)
    hasil = generate(case, rencana, align(rencana, case.kerja_sama), pustaka, tmp_path / "out", "kb", pdf=True)
    assert [one.file for one in hasil.entri] == ["03-kb.docx", "03-kb.pdf"]
    assert "PIHAK KESATU" in (PdfReader(hasil.folder / "03-kb.pdf").pages[0].extract_text())


def test_without_libreoffice_the_user_is_told_what_to_install(tmp_path: Path, pustaka: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="pasang paket libreoffice-writer"):
        ke_pdf({"a.docx": b""})


@pytest.mark.panjang
def test_what_libreoffice_cannot_open_is_named() -> None:
    with pytest.raises(InputError, match=r"rusak\.docx"):
        ke_pdf({"rusak.docx": b"PK\x03\x04rusak"})
