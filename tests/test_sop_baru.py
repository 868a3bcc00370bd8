"""`docs/sop-baru.md` followed to the letter: a sixth SOP comes in as a folder of data."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from toolkit.cli import run as run_program
from toolkit.resources import packaged

HALAMAN = (packaged() / "docs" / "sop-baru.md").read_text(encoding="utf-8")
BERKAS = re.findall(r"```json (\S+)\n(.*?)```", HALAMAN, re.DOTALL)
PERINTAH = re.findall(r"^\$ kerjasama (.+)$", HALAMAN, re.MULTILINE)


@pytest.fixture
def kantor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office's folder with the data that the page tells it to write."""
    for name, text in BERKAS:
        path = tmp_path / "data-kami" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(line: str, capfd: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = run_program(shlex.split(line))
    out = capfd.readouterr()
    return code, out.out + out.err


def test_the_page_shows_files_and_commands() -> None:
    assert len(BERKAS) == 2 and len(PERINTAH) == 6


def test_the_data_of_the_page_is_sound(kantor: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, told = _run(PERINTAH[0], capfd)
    assert code == 0, told


def test_every_command_of_the_page_does_what_the_page_says(kantor: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = {}
    for line in PERINTAH[1:]:
        verb = line.split()[0]
        code, told[verb] = _run(line, capfd)
        assert code == (1 if verb == "validate" else 0), f"{line}: {told[verb]}"
    assert "harus ada pada langkah 1" in told["validate"]
    assert "lapis hukum" in told["validate"] and "Permendagri 22/2020 Pasal 7" in told["validate"]
    assert "Kepala Bagian Kerja Sama" in told["status"]


def test_the_new_sop_is_checked_like_any_other(kantor: Path, capfd: pytest.CaptureFixture[str]) -> None:
    steps = ["terima-berkas", "telaah-berkas", "tanda-tangan-bupati"]
    actors = ["loket", "kabag-kerja-sama", "bupati-sukamaju"]
    trail = [
        {"langkah": step, "pelaksana": actor, "nama": "Nurul Hidayah", "waktu": f"2026-03-0{day}", "putusan": "setuju"}
        for day, (step, actor) in enumerate(zip(steps, actors, strict=True), 2)
    ]
    case = {"versi": 1, "id": "uji", "sop": "sukamaju-kerja-sama", "jenis": "ksdpk", "jejak": trail}
    Path("kasus.json").write_text(json.dumps(case), encoding="utf-8")
    code, told = _run("check kasus.json --data data-kami --format json", capfd)
    found = [one for one in json.loads(told)["findings"] if one["severity"] != "info"]
    assert code == 0, "leaving out an administrative step is a warning"
    assert [(one["rule"], one["langkah"]) for one in found] == [("langkah-terlewat", ["susun-rancangan"])]


def test_the_sop_is_listed_beside_the_others(kantor: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, told = _run("sop --data data-kami", capfd)
    assert code == 0 and "sukamaju-kerja-sama" in told and "magetan-penawaran" in told
