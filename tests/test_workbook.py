"""A case as a workbook: asked for in an SOP's order, read back by every verb, told by sheet and cell."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.contoh import FINISHED, LIBRARY
from toolkit.cases import open_case
from toolkit.completeness import validate
from toolkit.conformance import align
from toolkit.form.book import new_form, written
from toolkit.plan import plan
from toolkit.starter import start
from toolkit.workbook import BARIS_ISI, BARIS_PENUNJUK, PENUNJUK

SOP = LIBRARY.sop_ids()
JENIS = [None, *LIBRARY.schema("kerja-sama")["properties"]["jenis"]["enum"]]


def cells_of(path: Path) -> tuple[Any, dict[str, Any]]:
    """The workbook, and the cell of each fact on its sheets of facts and of each column's first item."""
    book = load_workbook(path)
    found: dict[str, Any] = {}
    for sheet in book.worksheets:
        second = [cell.value for cell in sheet[BARIS_PENUNJUK]]
        if PENUNJUK in second:
            for row in sheet.iter_rows(min_row=BARIS_PENUNJUK + 1):
                found[str(row[second.index(PENUNJUK)].value)] = row[1]
        else:
            found |= {str(one): sheet.cell(BARIS_ISI, place) for place, one in enumerate(second, 1) if str(one).startswith("/")}
    return book, found


def filled(path: Path, **values: Any) -> Path:
    """The workbook with cells written as a person would; keys are pointers with __ for /."""
    book, found = cells_of(path)
    for key, value in values.items():
        cell = found["/" + key.replace("__", "/").replace("SETIAP", "*")]
        cell.value = value
        if isinstance(value, (int, float)):
            cell.number_format = "General"
    book.save(path)
    return path


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return new_form(LIBRARY.sop("magetan-penawaran"), tmp_path / "uji.xlsx", "uji", LIBRARY, "ksdpk")


def gaps(path: Path) -> list[tuple[str, str | None, str]]:
    case = open_case(path, LIBRARY)
    assert not case.refused, [one.message for one in case.struktur]
    rencana = plan(case.kerja_sama, case.sop)
    found = validate(case, rencana, align(rencana, case.kerja_sama)).findings
    return sorted((one.rule, one.location.pointer or "", re.sub(r"^[^!:]*![A-Z]+\d+: ", "", one.message)) for one in found)


@pytest.mark.parametrize("jenis", JENIS)
@pytest.mark.parametrize("sop_id", SOP)
def test_a_new_form_asks_for_what_a_new_file_asks_for(tmp_path: Path, sop_id: str, jenis: str | None) -> None:
    sop = LIBRARY.sop(sop_id)
    start(sop, tmp_path / "berkas", LIBRARY, jenis)
    new_form(sop, tmp_path / "berkas.xlsx", "berkas", LIBRARY, jenis)
    ours, theirs = gaps(tmp_path / "berkas.xlsx"), gaps(tmp_path / "berkas")
    assert {(rule, pointer.split("/")[1]) for rule, pointer, _ in ours} == {(rule, pointer.split("/")[1]) for rule, pointer, _ in theirs}


@pytest.mark.parametrize("sample", FINISHED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_whole_case_comes_back_from_its_workbook(tmp_path: Path, sample: Path) -> None:
    data = json.loads((sample / "kerja-sama.json").read_text(encoding="utf-8"))
    sop = LIBRARY.sop(data["sop"])
    (tmp_path / "kerja-sama.xlsx").write_bytes(written(data, sop, LIBRARY))
    case = open_case(tmp_path, LIBRARY)
    assert not case.refused
    expected = {key: value for key, value in data.items() if key != "$schema" and value != []}
    assert case.source.value == expected


def test_the_same_case_gives_the_same_bytes() -> None:
    data = json.loads((FINISHED[0] / "kerja-sama.json").read_text(encoding="utf-8"))
    sop = LIBRARY.sop(data["sop"])
    assert written(data, sop, LIBRARY) == written(data, sop, LIBRARY)


def test_what_is_asked_stands_as_a_sentence_and_what_is_due_now_is_marked(form: Path) -> None:
    _, found = cells_of(form)
    title = found["/judul"]
    row = [cell.value for cell in title.parent[title.row]]
    assert "Judul kerja sama harus ada pada langkah 1." in row and "sekarang" in row and "/judul" in row
    assert title.fill.start_color.rgb.endswith("FFF2CC") and found["/objek"].fill.fill_type is None


def test_choices_are_dropped_down_and_numbers_that_are_names_stay_text(form: Path) -> None:
    book, found = cells_of(form)
    offered = {str(cell): rule for rule in book["Umum"].data_validations.dataValidation for cell in rule.sqref.ranges}
    letter = re.search(r"Pilihan!\$([A-Z]+)\$1", offered[found["/jenis"].coordinate].formula1)
    assert letter is not None
    assert [cell.value for cell in book["Pilihan"][letter[1]] if cell.value] == ["ksdd", "ksdpk", "sinergi"]
    assert book["Pilihan"].sheet_state == "hidden"
    nip = found["/pejabat/*/nip"]
    assert nip.parent.column_dimensions[nip.column_letter].number_format == "@"
    steps = [rule for rule in book["Jejak"].data_validations.dataValidation if rule.errorStyle == "warning"]
    assert len(steps) == 2


def test_a_table_shows_what_is_asked_and_folds_away_what_is_rare(form: Path) -> None:
    book, found = cells_of(form)
    sheet = book["Naskah"]
    shown = [cell.value for cell in sheet[BARIS_PENUNJUK] if not sheet.column_dimensions[cell.column_letter].hidden]
    assert shown[:1] == ["/naskah/*/jenis"] and "/naskah/*/isi/premis" in shown
    assert "/naskah/*/dprd/jawaban/nomor" in found and "/naskah/*/dprd/jawaban/nomor" not in shown and len(shown) < 40


def test_a_folded_column_is_read_like_any_other_and_one_that_holds_something_is_not_folded(form: Path) -> None:
    filled(form, naskah__SETIAP__jenis="kesepakatan-bersama", naskah__SETIAP__dprd__jawaban__nomor="170/1")
    data = open_case(form, LIBRARY).source.value
    assert data["naskah"][0]["dprd"]["jawaban"] == {"nomor": "170/1"}
    form.write_bytes(written(data, LIBRARY.sop(data["sop"]), LIBRARY))
    cell = cells_of(form)[1]["/naskah/*/dprd/jawaban/nomor"]
    assert cell.value == "170/1" and not cell.parent.column_dimensions[cell.column_letter].hidden


@pytest.mark.perlu("soffice")
def test_a_form_saved_again_by_libreoffice_holds_the_same_facts_and_choices(tmp_path: Path) -> None:
    data = json.loads((FINISHED[0] / "kerja-sama.json").read_text(encoding="utf-8"))
    (tmp_path / "asli.xlsx").write_bytes(written(data, LIBRARY.sop(data["sop"]), LIBRARY))
    args = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", f"{tmp_path}/ulang", f"{tmp_path}/asli.xlsx"]
    subprocess.run(args, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "ulang" / "asli.xlsx").exists(), "LibreOffice Calc tidak terpasang"
    kept = [open_case(path, LIBRARY) for path in (tmp_path / "asli.xlsx", tmp_path / "ulang" / "asli.xlsx")]
    assert kept[0].source.value == kept[1].source.value and not kept[1].refused
    rules = [sum(len(sheet.data_validations.dataValidation) for sheet in load_workbook(case.path).worksheets) for case in kept]
    assert rules[0] == rules[1] > 30


def test_cells_are_read_as_people_write_them(form: Path) -> None:
    filled(form, judul="Air Bersih", prakarsa="Mitra", penawaran__tanggal=dt.datetime(2026, 2, 16), penawaran__diterima="17 Februari 2026", pendanaan__nilai="Rp1.500.000,00",
           pendanaan__dianggarkan="ya", ruang_lingkup="survei\npembangunan", perencanaan__rkpd="tidak", jangka_waktu__tahun=5)  # fmt: skip
    data = open_case(form, LIBRARY).kerja_sama.data
    assert data["prakarsa"] == "mitra" and data["penawaran"] == {"tanggal": "2026-02-16", "diterima": "2026-02-17"}
    assert data["pendanaan"] == {"nilai": 1_500_000, "dianggarkan": True} and data["ruang_lingkup"] == ["survei", "pembangunan"]
    assert data["perencanaan"] == {"rkpd": False} and data["jangka_waktu"] == {"tahun": 5}


@pytest.mark.parametrize("verb", ["validate", "check"])
def test_findings_name_the_sheet_and_the_cell(call: Any, form: Path, verb: str) -> None:
    filled(form, penawaran__tanggal="31/2/2026", pejabat__SETIAP__nama="Budi", pejabat__SETIAP__jabatan="Kabag", pejabat__SETIAP__nip=198001012005011000, prakarsa="entah")
    told = call(verb, form, "--format", "json")
    found = {one["pointer"]: one for one in json.loads(told.out)["findings"] if one["rule"] == "struktur-berkas"}
    _, cells = cells_of(form)
    assert told.code == 1 and set(found) == {"/penawaran/tanggal", "/pejabat/0/nip", "/prakarsa"}
    for pointer, cell in (("/penawaran/tanggal", cells["/penawaran/tanggal"]), ("/pejabat/0/nip", cells["/pejabat/*/nip"]), ("/prakarsa", cells["/prakarsa"])):
        one = found[pointer]
        assert one["message"].startswith(f"{cell.parent.title}!{cell.coordinate}: ")
        assert (one["file"], one["line"], one["column"]) == ("uji.xlsx", cell.row, cell.column)
    assert "15 angka" in found["/pejabat/0/nip"]["message"] and "31 Februari 2026 tidak ada" in found["/penawaran/tanggal"]["message"]


def test_a_gap_is_told_at_its_empty_cell(call: Any, form: Path) -> None:
    told = call("validate", form, "--format", "json")
    _, cells = cells_of(form)
    (found,) = [one for one in json.loads(told.out)["findings"] if one["pointer"] == "/judul"]
    assert found["message"].startswith(f"Umum!{cells['/judul'].coordinate}: ")
    assert (found["line"], found["column"]) == (cells["/judul"].row, cells["/judul"].column)


def test_a_stand_in_is_told_as_in_a_json_case(call: Any, form: Path) -> None:
    filled(form, judul="menyusul")
    found = json.loads(call("validate", form, "--format", "json").out)["findings"]
    assert [one["rule"] for one in found if one["pointer"] == "/judul"] == ["isian-kosong"]


def test_rows_and_columns_may_be_moved_with_their_pointers(form: Path) -> None:
    filled(form, judul="Air Bersih", objek="Air")
    book = load_workbook(form)
    book["Umum"].insert_rows(4, 3)
    book["Umum"].insert_cols(1)
    book["Pihak"].move_range("A2:B6", cols=60)
    book.move_sheet("Umum", 5)
    book.save(form)
    data = open_case(form, LIBRARY).kerja_sama.data
    assert data["judul"] == "Air Bersih" and data["objek"] == "Air" and len(data["pihak"]) == 2


def test_items_within_items_say_whose_they_are(form: Path) -> None:
    book, found = cells_of(form)
    for row, name in enumerate(("kesepakatan-bersama", "perjanjian-kerja-sama")):
        found["/naskah/*/jenis"].offset(row).value = name
    sheet = book["Naskah - tanda tangan"]
    pointers = [cell.value for cell in sheet[BARIS_PENUNJUK]]
    for row, (whose, signer) in enumerate(((2, "A"), (1, "B"), (2, "C")), BARIS_ISI):
        sheet.cell(row, pointers.index("/naskah/*") + 1).value = whose
        sheet.cell(row, pointers.index("/naskah/*/ttd/*/nama") + 1).value = signer
    sheet.cell(BARIS_ISI + 3, pointers.index("/naskah/*/ttd/*/nama") + 1).value = "tak bertuan"
    book.save(form)
    case = open_case(form, LIBRARY)
    held = case.source.value["naskah"]
    assert [[one["nama"] for one in naskah["ttd"]] for naskah in held] == [["B"], ["A", "C"]]
    (found_one,) = case.struktur
    assert found_one.message.startswith(f"Naskah - tanda tangan!A{BARIS_ISI + 3}: ") and "nomor urut butir" in found_one.message


def test_an_event_is_written_into_the_trail_of_a_workbook(call: Any, form: Path) -> None:
    before = cells_of(form)[1]
    for step in ("1", "2"):
        assert call("catat", form, step, "--oleh", "bupati", "--nama", "Suprapto", "--waktu", f"2026-02-1{step}").code == 0
    trail = open_case(form, LIBRARY).kerja_sama.jejak
    assert [(one.nama, one.waktu) for one in trail] == [("Suprapto", "2026-02-11"), ("Suprapto", "2026-02-12")]
    assert {key: cell.value for key, cell in cells_of(form)[1].items() if "jejak" not in key} == {key: cell.value for key, cell in before.items() if "jejak" not in key}


def test_documents_from_a_workbook_are_those_from_its_json(call: Any, tmp_path: Path) -> None:
    sample = next(path for path in FINISHED if path.name == "lengkap-ksdpk")
    shutil.copytree(sample, tmp_path / "json" / "kasus")
    (tmp_path / "xlsx" / "kasus").mkdir(parents=True)
    data = json.loads((sample / "kerja-sama.json").read_text(encoding="utf-8"))
    (tmp_path / "xlsx" / "kasus" / "kerja-sama.xlsx").write_bytes(written(data, LIBRARY.sop(data["sop"]), LIBRARY))
    for kind in ("json", "xlsx"):
        assert call("generate", tmp_path / kind / "kasus", "-o", tmp_path / kind / "hasil").code == 0
    made = [(tmp_path / kind / "hasil" / "kasus" / "manifest.json").read_text() for kind in ("json", "xlsx")]
    assert made[0] == made[1] and len(json.loads(made[0])) > 10


def test_a_fact_that_a_document_lacks_is_told_at_its_cell(call: Any, form: Path, tmp_path: Path) -> None:
    filled(form, judul="Air", prakarsa="mitra")
    told = call("generate", form, "--naskah", "undangan-rapat", "-o", tmp_path / "hasil", "--format", "json")
    found = json.loads(told.out)["findings"]
    assert told.code == 1 and found and all(re.match(r"[^!:]+![A-Z]+\d+: ", one["message"]) for one in found)


def test_a_workbook_that_is_no_form_is_refused_in_a_sentence(call: Any, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Nama", "Alamat"])
    book.save(tmp_path / "lain.xlsx")
    told = call("validate", tmp_path / "lain.xlsx")
    assert told.code == 2 and "bukan formulir kerja sama" in told.err and told.err.count("\n") == 1


def test_an_unknown_sop_in_a_workbook_is_told(call: Any, form: Path) -> None:
    told = call("validate", filled(form, sop="magetan-penawran"))
    assert told.code == 2 and "mungkin maksudnya magetan-penawaran" in told.err


def test_new_makes_a_form_or_a_folder_and_overwrites_neither(call: Any, tmp_path: Path) -> None:
    assert call("new", SOP[0], "--xlsx", tmp_path / "a.xlsx").code == 0
    again = call("new", SOP[0], "--xlsx", tmp_path / "a.xlsx")
    assert again.code == 2 and "sudah ada" in again.err
    for wrong in ([SOP[0]], [SOP[0], tmp_path / "b", "--xlsx", tmp_path / "b.xlsx"], [SOP[0], "--xlsx", tmp_path / "b.json"]):
        assert call("new", *wrong).code == 2
    assert open_case(tmp_path / "a.xlsx", LIBRARY).kerja_sama.id == "a"
