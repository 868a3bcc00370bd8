"""`kerjasama check` on a naskah: in its case, or alone and never seen before."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import naskah_buatan
from toolkit.cases import open_case
from toolkit.checking import check, check_naskah
from toolkit.cli import run
from toolkit.findings import Finding, Severity, Verdict
from toolkit.library import Library
from toolkit.resources import packaged

LIBRARY = Library()
HARI = date(2026, 11, 30)
SAMPLES = ("lengkap-ksdd", "lengkap-ksdpk", "lengkap-sinergi")
PERJANJIAN = ("kesepakatan-bersama", "perjanjian-kerja-sama", "nota-kesepakatan")


@pytest.fixture(scope="module")
def disusun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `generate` makes of the finished samples."""
    folder = tmp_path_factory.mktemp("disusun")
    for name in SAMPLES:
        assert run(["generate", str(packaged() / "samples" / "magetan-penawaran" / name), "-o", str(folder)]) == 0
    return folder


def _perjanjian(folder: Path, name: str) -> list[Path]:
    return [path for path in sorted((folder / name).glob("*.docx")) if path.stem[3:] in PERJANJIAN]


@pytest.mark.parametrize("sample", SAMPLES)
def test_our_own_agreements_raise_nothing(disusun: Path, sample: str) -> None:
    files = _perjanjian(disusun, sample)
    assert files
    for path in files:
        assert check_naskah(path, LIBRARY, HARI, sample.removeprefix("lengkap-")) == [], path.name


@pytest.mark.parametrize("sample", SAMPLES)
def test_our_own_letters_and_forms_raise_nothing_but_that_they_are_no_agreement(disusun: Path, sample: str) -> None:
    for path in sorted((disusun / sample).glob("*.docx")):
        if path.stem[3:] not in PERJANJIAN:
            assert {one.verdict for one in check_naskah(path, LIBRARY, HARI)} <= {Verdict.TIDAK_DIPERIKSA}, path.name


@pytest.mark.perlu("soffice")
def test_our_own_agreements_printed_to_pdf_raise_nothing(disusun: Path) -> None:
    from toolkit.drafting.pdf import ke_pdf

    files = {f"{sample}-{path.name}": path.read_bytes() for sample in SAMPLES for path in _perjanjian(disusun, sample)}
    for name, data in ke_pdf(files).items():
        printed = disusun / name
        printed.write_bytes(data)
        assert check_naskah(printed, LIBRARY, HARI, name.split("-")[1]) == [], name


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    path = tmp_path / "pks dari mitra.docx"
    path.write_bytes(naskah_buatan.docx(naskah_buatan.teks("pks-pt", ("90 (sembilan puluh)", "90 (sembilan belas)"))))
    return path


def _report(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, dict[str, Any]]:
    code = run(["check", *args, "--format", "json", "--per-tanggal", "2026-11-30"])
    return code, json.loads(capsys.readouterr().out)


def test_a_loose_naskah_is_checked_without_any_case(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = _report(capsys, str(berkas), "--jenis", "ksdpk")
    (finding,) = report["findings"]
    assert code == 1
    assert (finding["rule"], finding["severity"], finding["layer"]) == ("terbilang", "error", "hukum")
    assert (finding["case"], finding["file"], finding["pointer"], finding["line"]) == (str(berkas), berkas.name, None, None)
    assert "Pasal 4 ayat (1), paragraf" in finding["message"]


def test_an_extension_in_capitals_and_a_wrong_one_are_read_all_the_same(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("PKS.DOCX", "pks.pdf", "pks.json"):
        shutil.copy(berkas, berkas.with_name(name))
        code, report = _report(capsys, str(berkas.with_name(name)))
        assert code == 1 and [one["rule"] for one in report["findings"]] == ["terbilang"]


def test_a_scan_is_never_green(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pindai.pdf").write_bytes(naskah_buatan.scan(2))
    code, report = _report(capsys, str(tmp_path / "pindai.pdf"), "--jenis", "ksdd")
    assert code == 0
    assert [(one["rule"], one["severity"], one["verdict"]) for one in report["findings"]] == [("unsur-naskah", "info", "tidak_diperiksa")]


@pytest.mark.parametrize("isi", [b"", b"PK\x03\x04rusak", b"%PDF-1.4 rusak", b"\xd0\xcf\x11\xe0lama"])
def test_a_broken_naskah_is_told_and_the_others_still_judged(berkas: Path, isi: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    broken = berkas.with_name("rusak.docx")
    broken.write_bytes(isi)
    assert run(["check", str(broken), str(berkas)]) == 2
    told = capsys.readouterr()
    assert "terbilang" in told.out
    assert len(told.err.strip().splitlines()) == 1 and "rusak.docx" in told.err


def test_a_part_without_text_takes_the_proof_from_what_is_not_found(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    lines = naskah_buatan.teks("kb-ksdd", ("= Pasal 6\n= SURAT-MENYURAT\nSurat disampaikan kepada Biro Pemerintahan masing-masing.\n", ""))
    page = "\n".join(line.removeprefix("= ") for line in lines.splitlines() if line and line[0] not in "%!|")
    writer = PdfWriter()
    for name, data in (("teks.pdf", naskah_buatan.pdf(page)), ("pindai.pdf", naskah_buatan.scan())):
        (tmp_path / name).write_bytes(data)
        writer.append(PdfReader(tmp_path / name))
    writer.write(tmp_path / "sebagian.pdf")
    found = check_naskah(tmp_path / "sebagian.pdf", LIBRARY, HARI, "ksdd")
    assert {one.verdict for one in found if one.rule in {"unsur-naskah", "pasal-urut"}} <= {Verdict.BELUM_TERBUKTI, Verdict.TIDAK_DIPERIKSA}
    assert any("halaman 2 tidak memuat teks" in one.message for one in found)


def _kasus(tmp_path: Path, isi: bytes, nama: str = "pks.docx") -> list[Finding]:
    folder = tmp_path / "kasus"
    shutil.copytree(packaged() / "samples" / "magetan-penawaran" / "lengkap-ksdpk", folder)
    case = json.loads((folder / "kerja-sama.json").read_text(encoding="utf-8"))
    case["naskah"][1]["berkas"] = nama
    (folder / "kerja-sama.json").write_text(json.dumps(case), encoding="utf-8")
    (folder / nama).write_bytes(isi)
    return check(open_case(folder, LIBRARY), LIBRARY, HARI)


def test_the_file_of_a_case_s_naskah_is_judged_too(tmp_path: Path, disusun: Path) -> None:
    (own,) = [path for path in _perjanjian(disusun, "lengkap-ksdpk") if "perjanjian" in path.name]
    assert [one for one in _kasus(tmp_path, own.read_bytes()) if one.location.file == "pks.docx"] == []


def test_a_finding_on_the_file_names_the_file_and_the_place(tmp_path: Path) -> None:
    found = _kasus(tmp_path, naskah_buatan.docx(naskah_buatan.teks("pks-pt", ("90 (sembilan puluh)", "90 (sembilan belas)"))))
    (finding,) = [one for one in found if one.rule == "terbilang"]
    assert (finding.location.file, finding.location.pointer, finding.severity) == ("pks.docx", None, Severity.ERROR)


def test_another_kind_of_naskah_than_was_recorded_is_told(tmp_path: Path) -> None:
    found = _kasus(tmp_path, naskah_buatan.docx(naskah_buatan.teks("kb-ksdd")))
    assert [one.message for one in found if one.rule == "bentuk-naskah"] == [
        "Naskah ini dicatat sebagai perjanjian kerja sama, tetapi berkasnya berjudul “KESEPAKATAN BERSAMA”."
    ]


def test_a_case_s_file_that_cannot_be_read_is_told_and_the_rest_judged(tmp_path: Path) -> None:
    found = _kasus(tmp_path, b"bukan naskah")
    assert [one.verdict for one in found if one.rule == "unsur-naskah"] == [Verdict.TIDAK_DIPERIKSA]
