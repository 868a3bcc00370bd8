"""`kerjasama check` on a tray of cases at once: one that cannot be read stops no other."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import naskah_buatan
from toolkit.cli import run
from toolkit.resources import packaged

CONTOH = packaged() / "samples" / "magetan-penawaran"
RUSAK = "kasus-20"


@pytest.fixture(scope="module")
def baki(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty cases, the twentieth broken."""
    folder = tmp_path_factory.mktemp("baki")
    sample = json.loads((CONTOH / "lengkap-ksdd" / "kerja-sama.json").read_text(encoding="utf-8"))
    for number in range(1, 41):
        case = folder / f"kasus-{number:02d}"
        case.mkdir()
        running = sample | {"jejak": sample["jejak"][: number + 1]}
        text = json.dumps(running) if case.name != RUSAK else '{"versi": 1,,}'
        (case / "kerja-sama.json").write_text(text, encoding="utf-8")
    return folder


def _folders(baki: Path) -> list[str]:
    return [str(one) for one in sorted(baki.iterdir())]


def test_forty_cases_with_a_broken_one_are_told_in_their_order(baki: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = _folders(baki)
    assert run(["check", *names, "--per-tanggal", "2026-11-30"]) == 2
    told = capsys.readouterr()
    heads = [line for line in told.out.splitlines() if line in names]
    assert heads == [one for one in names if not one.endswith(RUSAK)]
    assert told.err.count("\n") == 1 and f"{RUSAK}/kerja-sama.json baris 1 kolom" in told.err
    assert f"1 berkas tidak dapat dibaca: {baki / RUSAK}." in told.out.splitlines()[-1]
    assert "koma" not in told.out


def test_the_weightiest_finding_of_a_case_stands_first(baki: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", *_folders(baki)[:3], "--per-tanggal", "2026-11-30", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    for name in _folders(baki)[:3]:
        ranks = [("error", "warning", "info").index(one["severity"]) for one in found if one["case"] == name]
        assert ranks and ranks == sorted(ranks)


def test_texts_and_cases_may_be_mixed_and_a_scan_among_them(baki: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(baki / "kasus-01", tmp_path / "kasus")
    (tmp_path / "kb.docx").write_bytes(naskah_buatan.docx(naskah_buatan.teks("kb-ksdd")))
    (tmp_path / "pindai.pdf").write_bytes(naskah_buatan.scan())
    (tmp_path / "lama.docx").write_bytes(b"\xd0\xcf\x11\xe0 berkas Word lama")
    names = [str(tmp_path / one) for one in ("kb.docx", "kasus", "pindai.pdf", "lama.docx")]
    assert run(["check", *names, "--per-tanggal", "2026-11-30"]) == 2
    told = capsys.readouterr()
    assert [line for line in told.out.splitlines() if line in names] == names[:3]
    assert "tidak diperiksa" in told.out and "lama.docx" in told.err


@pytest.mark.parametrize("terminal", [True, False])
def test_a_bar_is_drawn_on_a_terminal_s_standard_error_alone(baki: Path, terminal: bool) -> None:
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "toolkit", "check", *_folders(baki)[:3], "--per-tanggal", "2026-11-30"]
    error = follower if terminal else subprocess.PIPE
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=error, env=os.environ | {"TERM": "xterm"}, check=False)
    os.close(follower)
    drawn = os.read(leader, 100_000) if terminal else done.stderr
    os.close(leader)
    assert b"\x1b" not in done.stdout and b"Jumlah:" in done.stdout
    assert (b"3/3" in drawn) == terminal
    assert terminal or not drawn
