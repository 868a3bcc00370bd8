"""Sheets and files of rows as they really come: encodings, delimiters, titles, formulas, broken ones."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.lembar_buatan import KASUS, delimited, workbook
from toolkit.batch.tables import open_table
from toolkit.cells import Sel
from toolkit.cells.letters import lettered, numbered
from toolkit.errors import InputError, UsageError

ROWS = [["Penerima", "Alamat", "Nilai pendanaan"], ["Bapak Soékarno", "Jl. A, No. 1", "1.500.000,00"], ["Ibu Siti", "Jl. B; No. 2", "2500000"]]


def rows(path: Path, sheet: str | None = None) -> list[tuple[Any, ...]]:
    return [one.sel for one in open_table(path, sheet).baris()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_are_recognised(tmp_path: Path, encoding: str, delimiter: str) -> None:
    assert rows(delimited(tmp_path / "a.csv", ROWS, encoding, delimiter)) == [tuple(one) for one in ROWS]


def test_excels_own_line_about_its_delimiter_is_followed(tmp_path: Path) -> None:
    path = delimited(tmp_path / "a.csv", [["Penerima"], ["A, B"]], "utf-8-sig", ";", "sep=;\r\n")
    assert rows(path) == [("Penerima",), ("A, B",)]


def test_rows_keep_the_numbers_that_excel_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Penerima,Alamat\n\n"A\nB",x\nC,y\n')
    assert [(one.nomor, one.sel) for one in open_table(path, None).baris() if not one.kosong] == [(1, ("Penerima", "Alamat")), (3, ("A\nB", "x")), (4, ("C", "y"))]


def test_an_unclosed_quote_is_told_and_rows_before_it_are_written(call: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Penerima,Alamat\nCamat A,Jl. 1\n"Camat B,Jl. 2\nCamat C,Jl. 3\n')
    told = call("batch", path, "--naskah", "undangan-rapat", "-o", tmp_path / "hasil", "--kasus", KASUS)
    assert told.code == 1 and "Baris 3 tidak dapat dibaca: tanda petik" in told.out
    assert len(list((tmp_path / "hasil").glob("*.docx"))) == 1


def test_an_unquoted_comma_in_an_address_is_told(call: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Penerima,Alamat\nCamat A,Jl. 1, Magetan\nCamat B,Jl. 2\nCamat C,Jl. 3\n")
    told = call("batch", path, "--naskah", "undangan-rapat", "-o", tmp_path / "hasil", "--kasus", KASUS)
    assert told.code == 1 and 'Baris 2 berisi 3 sel, padahal judulnya 2 kolom; kelebihannya mulai "Magetan"' in told.out.replace(' Magetan"', 'Magetan"')


def test_an_indonesian_excels_csv_gives_letters(call: Any, tmp_path: Path) -> None:
    path = delimited(tmp_path / "a.csv", [["No", "Penerima", "Tanggal", "Nilai pendanaan"], ["1", "Camat A", "16/02/2026", "1500000,00"]], "cp1252", ";")
    assert call("batch", path, "--naskah", "undangan-rapat", "-o", tmp_path / "hasil", "--kasus", KASUS).code == 0


def test_titles_above_the_headings_are_passed_over(call: Any, tmp_path: Path) -> None:
    sheet = workbook(tmp_path / "a.xlsx", ["DAFTAR PENERIMA UNDANGAN"], [], ["No", "Penerima", "Alamat"], [1, "Camat A", "Jl. 1"])
    assert call("batch", sheet, "--naskah", "undangan-rapat", "-o", tmp_path / "hasil", "--kasus", KASUS).code == 0
    assert (tmp_path / "hasil" / "0004-camat-a.docx").exists()


def test_only_the_sheet_that_holds_something_is_read_and_of_two_one_must_be_named(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Satu"
    book.active.append(["Penerima"])
    book.create_sheet("Kosong")
    hidden = book.create_sheet("Tersembunyi")
    hidden.append(["lama"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    assert open_table(tmp_path / "a.xlsx", None).lembar == "Satu"
    book["Kosong"].append(["Penerima"])
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(UsageError, match="Satu, Kosong"):
        open_table(tmp_path / "b.xlsx", None)
    assert rows(tmp_path / "b.xlsx", "Kosong") == [("Penerima",)]


def test_cells_come_as_excel_holds_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["teks", 7, 1.5, True, dt.datetime(2026, 2, 16), "=1+1", "#REF!", None, 42])
    sheet["I1"].number_format = "00000"
    book.save(tmp_path / "a.xlsx")
    (found,) = rows(tmp_path / "a.xlsx")
    assert found[:5] == ("teks", 7, 1.5, True, dt.datetime(2026, 2, 16)) and found[7:] == (None, "00042")
    assert isinstance(found[5], Sel) and found[5].teks == "=1+1" and isinstance(found[6], Sel)


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.xlsx", b"bukan", "bukan buku kerja Excel"), ("a.xlsx", b"PK\x03\x04rusak", "bukan buku kerja Excel"), ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"0" * 600, "berkata sandi"),
        ("a.xls", b"", "simpan dahulu sebagai .xlsx"), ("a.pdf", b"%PDF", "bukan lembar data"), ("a.csv", b"a\0b\x01" * 9, "bukan teks"), ("a.csv", b"Nama\n\x81\x8d", "Pengodean"), ("a.jsonl", b"\xff\xfe\xfd", "UTF-8"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(tmp_path: Path, name: str, content: bytes, word: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=word):
        list(open_table(path, None).baris())


@pytest.mark.parametrize("name", ["tidak-ada.xlsx", "tidak-ada.csv", "tidak-ada.jsonl"])
def test_a_file_that_is_not_there_is_told(call: Any, tmp_path: Path, name: str) -> None:
    told = call("batch", tmp_path / name, "--naskah", "undangan-rapat", "-o", tmp_path / "hasil", "--kasus", KASUS)
    assert told.code == 2 and "tidak ditemukan" in told.err and told.err.count("\n") == 1


def test_json_lines_keep_their_numbers_and_tell_what_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"penerima": "A"}\n\n[1]\n{"penerima": "B", "alamat": "x"}\n{"a": 1, "a": 2}\n', encoding="utf-8")
    table = open_table(path, None)
    assert table.judul == ("penerima", "alamat")
    found = list(table.baris())
    assert [(one.nomor, one.sel, one.galat is None) for one in found] == [(1, ("A", None), True), (3, (), False), (4, ("B", "x"), True), (5, (), False)]


def test_json_lines_lay_parts_over_the_case(call: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [{"penerima": {"nama": "Camat A", "di": "Madiun"}}, {"penerima": "Camat B", "nip penerima": "12"}]
    path.write_text("\n".join(json.dumps(one) for one in lines), encoding="utf-8")
    told = call("batch", path, "--naskah", "undangan-rapat", "-o", tmp_path / "hasil", "--kasus", KASUS)
    assert told.code == 1 and "Baris 2 kunci (nip penerima): NIP pada penerima harus terdiri atas 18 angka" in told.out
    assert [one.name for one in (tmp_path / "hasil").glob("*.docx")] == ["0001-camat-a.docx"]


@pytest.mark.parametrize(("place", "letter"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_called_as_excel_calls_them(place: int, letter: str) -> None:
    assert lettered(place) == letter and numbered(letter) == place


@pytest.fixture
def clerks_sheet(tmp_path: Path) -> Path:
    """Headings in two rows, a number merged over three addressees, numbers prepared for rows that
    nobody filled in, a remark, and a sum below."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Undangan"
    sheet.append(["DAFTAR UNDANGAN"])
    sheet.append(["No", "Nama", "Alamat", "Surat", None])
    sheet.append([None, None, None, "Nomor", "Tanggal"])
    for number, name in enumerate(("Camat Poncol", "Camat Parang", "Camat Karas"), 1):
        sheet.append([number, name, f"Jl. {number}", "005/7/2026" if number == 1 else None, "16 Februari 2026"])
    for row in ([4, "Camat Barat", "Jl. 4", None, "17 Februari 2026"], [5], [6], [7], ["Jumlah", 4, None, None, None]):
        sheet.append(row)
    for place in ("A1:E1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "D4:D6"):
        sheet.merge_cells(place)
    book.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def test_a_merged_cell_holds_for_each_of_its_rows_and_headings_may_stand_in_two(clerks_sheet: Path) -> None:
    found = {one.nomor: one.sel for one in open_table(clerks_sheet, None).baris()}
    assert found[3] == ("No", "Nama", "Alamat", "Nomor", "Tanggal")
    assert [found[row][3] for row in (4, 5, 6, 7)] == ["005/7/2026"] * 3 + [None]


def test_a_sum_and_numbers_without_an_addressee_make_no_letter(call: Any, clerks_sheet: Path, tmp_path: Path) -> None:
    told = call("batch", clerks_sheet, "--naskah", "undangan-rapat", "--kasus", KASUS, "-o", tmp_path / "hasil", "--format", "json")
    assert told.code == 0
    assert [(one["line"], one["severity"]) for one in json.loads(told.out)["findings"]] == [(11, "info")]
    assert sorted(path.name for path in (tmp_path / "hasil").glob("*.docx")) == [
        "0004-camat-poncol.docx", "0005-camat-parang.docx", "0006-camat-karas.docx", "0007-camat-barat.docx",
    ]  # fmt: skip


def test_of_two_columns_with_one_heading_the_map_names_the_one_it_means(call: Any, tmp_path: Path) -> None:
    sheet, chosen = workbook(tmp_path / "a.xlsx", ["Nama", "Alamat", "Nama"], ["Camat A", "Jl. 1", "orang lain"]), tmp_path / "peta.json"
    command = ["batch", sheet, "--naskah", "undangan-rapat", "--kasus", KASUS, "-o", tmp_path / "hasil"]
    told = call(*command)
    assert told.code == 2 and '"kolom C" dalam --map' in told.err
    chosen.write_text('{"kolom C": null}', encoding="utf-8")
    assert call(*command, "--map", chosen).code == 0
    assert [path.name for path in (tmp_path / "hasil").glob("*.docx")] == ["0002-camat-a.docx"]


def test_a_sheet_is_found_by_its_name_in_any_case(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["Penerima"], ["A"])
    assert rows(path, f" {open_table(path, None).lembar} ".upper()) == [("Penerima",), ("A",)]
