"""`generate --pdf`: a PDF beside each naskah, or one sentence and nothing written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.contoh import SAMPLES

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
    assert "libreoffice-writer" in told.err and len(told.err.strip().splitlines()) == 1
    assert not (tmp_path / "hasil").exists()


@pytest.mark.perlu("soffice")
def test_a_spreadsheet_stays_a_spreadsheet(call: Any, tmp_path: Path) -> None:
    case = SAMPLES / "babel-pks" / "lengkap"
    told = call("generate", case, "-o", tmp_path, "--naskah", "rekapitulasi-lembar", "--pdf")
    assert told.code == 0, told.err
    assert {one.suffix for one in (tmp_path / case.name).iterdir()} == {".xlsx", ".json"}
