"""`docs/panduan.md` and `README.id.md` followed to the letter, on a copy of the samples."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.contoh import ROOT
from toolkit.cli import run as run_program

HALAMAN = (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8")
README = (ROOT / "README.id.md").read_text(encoding="utf-8")
BAGIAN = dict(re.findall(r"^## (Untuk [^\n]+)\n(.*?)(?=^## |\Z)", HALAMAN, re.MULTILINE | re.DOTALL))
GAMBAR = re.findall(r"!\[([^\]]+)\]\((gambar/[^)]+)\)", HALAMAN)
BATAS_GAMBAR = 150_000


@pytest.fixture
def kantor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a copy of the samples, as the page asks for, and the sheets that it shows."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    for name, text in re.findall(r"^```csv (\S+)\n(.*?)^```", HALAMAN, re.MULTILINE | re.DOTALL):
        (tmp_path / name).write_text(text, encoding="cp1252")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks(text: str) -> list[tuple[int, str]]:
    """The console blocks with the exit code that each states."""
    found = re.findall(r"^```console(?: keluar=(\d))?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [(int(code or 0), block) for code, block in found]


def commands(block: str) -> list[tuple[str, list[str]]]:
    """Each command of a block with the lines of output shown under it."""
    parts = re.split(r"^\$ kerjasama (.*)$", block, flags=re.MULTILINE)[1:]
    return [(line, [one for one in shown.splitlines() if one.strip()]) for line, shown in zip(parts[::2], parts[1::2], strict=True)]


def test_the_page_speaks_to_three_readers_each_with_commands_and_a_picture() -> None:
    assert len(BAGIAN) == 3
    for reader, text in BAGIAN.items():
        assert len(blocks(text)) >= 4 and "![" in text, reader


@pytest.mark.parametrize("bagian", BAGIAN)
def test_every_command_of_the_page_does_what_the_page_shows(bagian: str, kantor: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for expected, block in blocks(BAGIAN[bagian]):
        for line, shown in commands(block):
            code = run_program(shlex.split(line))
            out = capfd.readouterr()
            told = (out.out + out.err).splitlines()
            assert code == expected, f"{line}: {told}"
            assert [one for one in shown if one not in told] == [], line


def test_what_the_page_says_is_written_is_there(kantor: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for _, block in blocks(BAGIAN["Untuk Bagian Hukum"])[:2]:
        for line, _ in commands(block):
            run_program(shlex.split(line))
    assert "harus mendahului paraf" in (kantor / "hasil.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("keterangan", "nama"), GAMBAR)
def test_a_picture_is_a_small_png_that_says_what_it_shows(keterangan: str, nama: str) -> None:
    data = (ROOT / "docs" / nama).read_bytes()
    assert data.startswith(b"\x89PNG") and len(data) <= BATAS_GAMBAR
    assert len(keterangan.split()) >= 4


def test_the_indonesian_readme_shows_make_targets_that_exist() -> None:
    targets = re.findall(r"^\$ make (\S+)$", README, re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert targets == ["demo", "test"]
    assert all(re.search(rf"^{one}:", makefile, re.MULTILINE) for one in targets)


def test_every_command_of_the_indonesian_readme_runs(kantor: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lines = re.findall(r"^\$ kerjasama (.+)$", README, re.MULTILINE)
    assert [line.split()[0] for line in lines] == ["new", "validate", "generate", "check"]
    for line in lines:
        code = run_program(shlex.split(line))
        out = capfd.readouterr()
        assert code == 0, f"{line}: {out.out}{out.err}"
