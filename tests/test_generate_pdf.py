"""`generate --pdf`: a PDF beside each naskah, or one sentence and nothing written."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.contoh import SAMPLES
from toolkit.drafting.pdf import ubah

CASE = SAMPLES / "paser-kb" / "lengkap-mitra"
NASKAH = "kesepakatan-bersama"


@pytest.mark.perlu("soffice")
def test_each_naskah_gets_a_pdf_that_says_the_same_and_stands_in_the_manifest(call: Any, tmp_path: Path) -> None:
    told = call("generate", CASE, "-o", tmp_path, "--naskah", NASKAH, "--pdf", "--format", "json")
    assert told.code == 0, told.err
    written = {one.name for one in (tmp_path / CASE.name).iterdir()} - {"manifest.json"}
    (page,) = [one for one in written if one.endswith(".pdf")]
    assert page.replace(".pdf", ".docx") in written
    text = " ".join(one.extract_text() for one in PdfReader(tmp_path / CASE.name / page).pages)
    assert "PIHAK KESATU" in text and "PIHAK KEDUA" in text
    manifest = json.loads((tmp_path / CASE.name / "manifest.json").read_text(encoding="utf-8"))
    assert {one["file"] for one in manifest} == written
    assert "1 naskah dan 1 PDF ditulis" in told.err


def test_without_libreoffice_one_sentence_names_the_package_and_nothing_is_written(call: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "kosong"))
    told = call("generate", CASE, "-o", tmp_path / "hasil", "--pdf")
    assert told.code == 2 and told.out == ""
    assert len(told.err.strip().splitlines()) == 1
    installed = re.search(r"PARTS=\((.*)\)", Path(".ci/run").read_text(encoding="utf-8"))
    wanted = re.findall(r"libreoffice-[a-z-]+", told.err)
    assert installed and len(wanted) == 2 and set(wanted) <= set(installed.group(1).split())
    assert not (tmp_path / "hasil").exists()


@pytest.mark.perlu("soffice")
def test_one_call_serves_several_naskah_of_several_cases_and_claims_pdf_a(call: Any, tmp_path: Path, soffice_calls: Path) -> None:
    told = call("generate", CASE, SAMPLES / "paser-kb" / "lengkap-daerah", "-o", tmp_path, "--naskah", "kesepakatan-bersama", "--naskah", "rekapitulasi-lembar", "--pdf-a")
    assert told.code == 0, told.err
    assert len(soffice_calls.read_text(encoding="utf-8").splitlines()) == 1
    pages = sorted(tmp_path.glob("*/*.pdf"))
    assert len(pages) == 4 and {one.with_suffix(".docx").exists() for one in pages} == {True, False}
    assert {claim(one) for one in pages} == {("2", "B")}


@pytest.mark.perlu("soffice")
def test_a_spreadsheet_is_printed_lying_and_as_wide_as_its_page(call: Any, tmp_path: Path) -> None:
    case = SAMPLES / "babel-pks" / "lengkap"
    told = call("generate", case, "-o", tmp_path, "--naskah", "rekapitulasi-lembar", "--pdf-a")
    assert told.code == 0, told.err
    (page,) = (tmp_path / case.name).glob("*.pdf")
    read = PdfReader(page)
    first = read.pages[0]
    assert len(read.pages) == 1 and first.mediabox.width > first.mediabox.height
    assert "Judul" in first.extract_text() and claim(page) == ("2", "B")


@pytest.mark.perlu("soffice")
def test_what_does_not_come_out_is_named_and_the_rest_is_there() -> None:
    done, failed = ubah({"a/rusak.docx": b"PK\x03\x04rusak", "b/baik.docx": Path("templates/notula.docx").read_bytes()})
    assert set(failed) == {"a/rusak.docx"} and "a/rusak.docx" in failed["a/rusak.docx"]
    assert done["b/baik.docx"].startswith(b"%PDF-")


def claim(path: Path) -> tuple[str, ...]:
    """Part and conformance that a PDF says of itself."""
    told = PdfReader(path).trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    return tuple(re.findall(r"<pdfaid:(?:part|conformance)>(\w)<", told))


@pytest.fixture
def soffice_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The real soffice behind a door that keeps count."""
    door, log = tmp_path / "pintu" / "soffice", tmp_path / "pintu" / "panggilan"
    door.parent.mkdir()
    door.write_text(f'#!/bin/sh\necho "$#" >>"{log}"\nexec "{shutil.which("soffice")}" "$@"\n', encoding="utf-8")
    door.chmod(0o755)
    monkeypatch.setenv("PATH", f"{door.parent}:{os.environ['PATH']}")
    return log
