"""Three hundred invitations from a clerk's sheet: every mistake named, every good row written."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from tests.contoh import LIBRARY
from tests.lembar_buatan import JUDUL, KASUS, KELIRU, KEMBAR, invitations, workbook
from toolkit.cli import run
from toolkit.form.book import written

NASKAH = "undangan-rapat"


def text_of(path: Path) -> str:
    return "\n".join(one.text for one in Document(str(path)).paragraphs)


def findings(out: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(out)["findings"]
    return found


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[tuple[Path, list[dict[str, Any]], int]]:
    """The sheet run once: folder, findings, exit code."""
    folder = tmp_path_factory.mktemp("seri")
    sheet = invitations(folder / "undangan.xlsx")
    manager = request.config.pluginmanager.getplugin("capturemanager")
    with manager.global_and_fixture_disabled():
        import contextlib
        import io

        stream = io.StringIO()
        with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(io.StringIO()):
            code = run(["batch", str(sheet), "--naskah", NASKAH, "-o", str(folder / "hasil"), "--kasus", str(KASUS), "--zip", "--format", "json"])
    yield folder / "hasil", findings(stream.getvalue()), code


def test_a_bad_row_makes_the_run_end_with_one(done: Any) -> None:
    assert done[2] == 1


@pytest.mark.parametrize("row", KELIRU, ids=[f"{row}-{heading}" for row, (heading, *_) in KELIRU.items()])
def test_every_mistake_is_named_at_its_cell(done: Any, row: int) -> None:
    heading, _, reason = KELIRU[row]
    (found,) = [one for one in done[1] if one["line"] == row]
    assert found["severity"] == "error" and found["rule"] == "lembar-data" and found["file"] == "undangan.xlsx"
    assert found["column"] == JUDUL.index(heading) + 1
    assert f"Lembar Undangan baris {row}" in found["message"] and f"({heading})" in found["message"]
    assert reason in found["message"] + found["suggestion"]


def test_nothing_else_is_found_but_the_twin_and_the_unused_column(done: Any) -> None:
    rest = [one for one in done[1] if one["line"] not in KELIRU]
    assert {(one["severity"], one["line"]) for one in rest} == {("warning", KEMBAR[0]), ("info", 3)}
    assert "'Keterangan' tidak dikenal" in next(one["message"] for one in rest if one["severity"] == "info")


def test_every_good_row_is_written_and_no_bad_one(done: Any) -> None:
    numbers = {int(path.name[:4]) for path in done[0].glob("*.docx")}
    assert numbers == set(range(4, 304)) - set(KELIRU)


def test_a_letter_holds_what_its_row_says(done: Any) -> None:
    (path,) = done[0].glob("0100-*.docx")
    told = text_of(path)
    number = 97
    for wanted in (f"Kepala Desa Karas {number}", f"Jl. Raya Karas No. {number}", f"005/{number}/403.012/2026", "16 Februari 2026", "Senin, 20 April 2026", "09.30 WIB"):
        assert wanted in told


def test_names_are_plain_and_begin_with_the_row(done: Any) -> None:
    names = [path.name for path in done[0].glob("*.docx")]
    assert all(re.fullmatch(r"\d{4}-kepala-desa-[a-z]+-\d+\.docx", one) for one in names)


def test_the_manifest_names_every_file_with_its_row(done: Any) -> None:
    entries = json.loads((done[0] / "manifest.json").read_text(encoding="utf-8"))
    assert [error.message for error in LIBRARY.validator("manifest").iter_errors(entries)] == []
    assert {one["file"] for one in entries} | {"manifest.json"} == {path.name for path in done[0].iterdir()}
    rows = [one["baris"] for one in entries if one["file"].endswith(".docx")]
    assert rows == [f"Undangan!{row}" for row in range(4, 304) if row not in KELIRU]


def test_the_zip_holds_all_letters_in_the_order_of_the_rows(done: Any) -> None:
    with zipfile.ZipFile(done[0] / f"{NASKAH}.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(path.name for path in done[0].glob("*.docx"))


@pytest.mark.perlu("soffice")
def test_merging_gives_one_pdf_with_a_letter_after_another(call: Any, tmp_path: Path) -> None:
    sheet = workbook(tmp_path / "a.xlsx", ["Penerima", "Nomor"], ["Camat Poncol", "1"], ["Camat Parang", "2"], ["Camat Karas", "3"])
    told = call("batch", sheet, "--naskah", NASKAH, "-o", tmp_path / "hasil", "--kasus", KASUS, "--merge")
    assert told.code == 0
    reader = PdfReader(tmp_path / "hasil" / f"{NASKAH}.pdf")
    pages = [page.extract_text() for page in reader.pages]
    starts = [next(place for place, page in enumerate(pages) if name in page) for name in ("Camat Poncol", "Camat Parang", "Camat Karas")]
    assert starts == sorted(set(starts))
    assert [one["/Title"] for one in reader.outline] == ["0002-camat-poncol", "0003-camat-parang", "0004-camat-karas"]  # type: ignore[call-overload,index]


def test_several_processes_write_the_same_bytes_as_one(call: Any, tmp_path: Path) -> None:
    rows = [[f"Camat {number}", f"Jl. {number}"] for number in range(40)]
    sheet = workbook(tmp_path / "a.xlsx", ["Penerima", "Alamat"], *rows)
    for jobs in (1, 2):
        assert call("batch", sheet, "--naskah", NASKAH, "-o", tmp_path / str(jobs), "--kasus", KASUS, "--jobs", jobs).code == 0
    alone, together = ({path.name: path.read_bytes() for path in (tmp_path / one).iterdir()} for one in ("1", "2"))
    assert alone == together and len(alone) == 41


@pytest.mark.parametrize("kind", ["json", "xlsx"])
def test_a_fact_that_neither_base_nor_sheet_gives_is_told_once_with_its_rows(call: Any, tmp_path: Path, kind: str) -> None:
    data = json.loads((KASUS / "kerja-sama.json").read_text(encoding="utf-8"))
    for meeting in data["rapat"]:
        meeting.pop("tempat", None)
    base = tmp_path / f"dasar.{kind}"
    base.write_bytes(json.dumps(data).encode() if kind == "json" else written(data, LIBRARY.sop(data["sop"]), LIBRARY))
    sheet = workbook(tmp_path / "a.xlsx", ["Penerima"], ["Camat A"], ["Camat B"])
    told = call("batch", sheet, "--naskah", NASKAH, "-o", tmp_path / "hasil", "--kasus", base, "--format", "json")
    (found,) = findings(told.out)
    assert bool(re.match(r"Rapat![A-Z]+5: ", found["message"])) is (kind == "xlsx")
    assert told.code == 1 and found["rule"] == "kelengkapan-wajib" and "2 baris (2 sampai 3)" in found["message"]
    assert found["pointer"].endswith("/tempat") and found["case"] == str(base)


def test_a_text_of_the_sheet_is_never_read_as_a_template(call: Any, tmp_path: Path) -> None:
    sheet = workbook(tmp_path / "a.xlsx", ["Penerima", "Alamat"], ["{% raw %} & <b>Rekan</b>", "../../etc/{# x #}"], ["{{ kasus.judul }}", "Jl. 1"])
    told = call("batch", sheet, "--naskah", NASKAH, "-o", tmp_path / "hasil", "--kasus", KASUS)
    (path,) = (tmp_path / "hasil").glob("*.docx")
    assert path.name == "0002-raw-b-rekan-b.docx"
    assert "{% raw %} & <b>Rekan</b>" in text_of(path) and "../../etc/{# x #}" in text_of(path)
    assert told.code == 1 and "baris 3 kolom A (Penerima): nama penerima harus terjawab" in told.out


def test_an_addressee_may_be_a_post_without_a_name(call: Any, tmp_path: Path) -> None:
    sheet = workbook(tmp_path / "a.xlsx", ["Nama", "Jabatan", "Instansi", "Di"], [None, "Direktur", "PT Lawu Asri", "Madiun"])
    assert call("batch", sheet, "--naskah", NASKAH, "-o", tmp_path / "hasil", "--kasus", KASUS).code == 0
    assert "Yth.\tDirektur\nPT Lawu Asri" in text_of(next((tmp_path / "hasil").glob("*.docx")))


def test_json_lines_may_hold_whole_cases(call: Any, tmp_path: Path) -> None:
    data = json.loads((KASUS / "kerja-sama.json").read_text(encoding="utf-8"))
    lines = tmp_path / "semua.jsonl"
    second = {**data, "id": "kedua", "judul": "Judul Kedua"}
    lines.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in (data, second)) + '{"id": "rusak",\n', encoding="utf-8")
    told = call("batch", lines, "--naskah", NASKAH, "--sop", data["sop"], "-o", tmp_path / "hasil", "--format", "json")
    (found,) = findings(told.out)
    assert told.code == 1 and found["line"] == 3 and "bukan JSON" in found["message"]
    assert ["Judul Kedua" in text_of(path) for path in sorted((tmp_path / "hasil").glob("*.docx"))] == [False, True]


def test_each_case_of_a_folder_gives_its_document(call: Any, tmp_path: Path) -> None:
    text = (KASUS / "kerja-sama.json").read_text(encoding="utf-8")
    for name in ("mata air", "air bersih"):
        (tmp_path / "berkas" / name).mkdir(parents=True)
        (tmp_path / "berkas" / name / "kerja-sama.json").write_text(text, encoding="utf-8")
    (tmp_path / "berkas" / "rusak.json").write_text("{", encoding="utf-8")
    told = call("batch", tmp_path / "berkas", "--naskah", NASKAH, "-o", tmp_path / "hasil", "--format", "json")
    assert told.code == 1 and [one["file"] for one in findings(told.out)] == ["rusak.json"]
    assert {path.name for path in (tmp_path / "hasil").iterdir()} == {"air-bersih.docx", "mata-air.docx", "manifest.json"}


def test_a_row_that_changes_the_branch_is_planned_by_itself(call: Any, tmp_path: Path) -> None:
    sheet = workbook(tmp_path / "a.xlsx", ["Jenis", "Objek"], ["ksdpk", "Air"], ["sinergi", "Air"], [None, "Air"])
    told = call("batch", sheet, "--naskah", "perjanjian-kerja-sama", "-o", tmp_path / "hasil", "--kasus", KASUS, "--format", "json")
    (found,) = findings(told.out)
    assert told.code == 1 and found["line"] == 3 and "tidak berlaku bagi kerja sama ini" in found["message"]
    assert [path.name[:4] for path in sorted((tmp_path / "hasil").glob("*.docx"))] == ["0002", "0004"]


def test_a_folder_may_hold_cases_as_workbooks(call: Any, tmp_path: Path) -> None:
    data = json.loads((KASUS / "kerja-sama.json").read_text(encoding="utf-8"))
    sop, berkas = LIBRARY.sop(data["sop"]), tmp_path / "berkas"
    (berkas / "dalam").mkdir(parents=True)
    (berkas / "dalam" / "kerja-sama.xlsx").write_bytes(written(data, sop, LIBRARY))
    (berkas / "langsung.json").write_text(json.dumps(data), encoding="utf-8")
    (berkas / "langsung.XLSX").write_bytes(written(data, sop, LIBRARY))
    (berkas / "~$langsung.xlsx").write_bytes(b"terkunci")
    for meeting in data["rapat"]:
        meeting.pop("tempat", None)
    (berkas / "kurang.xlsx").write_bytes(written(data, sop, LIBRARY))
    told = call("batch", berkas, "--naskah", NASKAH, "-o", tmp_path / "hasil", "--format", "json")
    (found,) = findings(told.out)
    assert told.code == 1 and found["file"] == "kurang.xlsx" and found["case"] == str(berkas / "kurang.xlsx")
    assert re.match(r"Rapat![A-Z]+\d+: Tempat rapat pada rapat ke-1 ", found["message"])
    made = {path.name: path.read_bytes() for path in (tmp_path / "hasil").glob("*.docx")}
    assert set(made) == {"dalam.docx", "langsung.docx", "langsung-kembar-2.docx"} and len(set(made.values())) == 1


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["--naskah", "undangan-rapt", "--kasus", KASUS], "mungkin maksudnya undangan-rapat"),
        (["--naskah", "kak", "--kasus", KASUS], "tidak ada dalam SOP"),
        (["--naskah", NASKAH, "--sop", "tidak-ada"], "SOP 'tidak-ada' tidak dikenal"),
        (["--naskah", NASKAH, "--kasus", KASUS, "--sheet", "Lain"], "Lembar 'Lain' tidak ada"),
    ],
)
def test_what_cannot_be_asked_is_refused_before_anything_is_written(call: Any, tmp_path: Path, options: list[object], word: str) -> None:
    sheet = workbook(tmp_path / "a.xlsx", ["Penerima"], ["Camat A"])
    told = call("batch", sheet, "-o", tmp_path / "hasil", *options)
    assert told.code == 2 and word in told.err and told.err.count("\n") == 1
    assert not (tmp_path / "hasil").exists()
