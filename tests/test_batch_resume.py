"""A run that is cut off, repeated or changed: only what must be is written, and no hand is undone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tests.lembar_buatan import KASUS, workbook
from toolkit.batch.ledger import JURNAL

NASKAH = "undangan-rapat"
HEAD = ["Penerima", "Alamat"]


def sheet_of(tmp_path: Path, *names: str) -> Path:
    return workbook(tmp_path / "a.xlsx", HEAD, *([name, f"Jl. {name}"] for name in names))


@pytest.fixture
def batch(call: Any, tmp_path: Path) -> Any:
    def _batch(*names: str, options: tuple[str, ...] = ()) -> Any:
        return call("batch", sheet_of(tmp_path, *names), "--naskah", NASKAH, "-o", tmp_path / "hasil", "--kasus", KASUS, *options)

    return _batch


def letters(tmp_path: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in sorted((tmp_path / "hasil").glob("*.docx"))}


def test_a_folder_with_results_is_left_alone_unless_told(batch: Any, tmp_path: Path) -> None:
    batch("A", "B")
    before = letters(tmp_path)
    again = batch("A", "B")
    assert again.code == 2 and "--resume" in again.err and letters(tmp_path) == before


def test_resuming_writes_only_rows_that_changed(batch: Any, tmp_path: Path) -> None:
    batch("A", "B", "C")
    before = letters(tmp_path)
    told = batch("A", "Baru", "C", options=("--resume",))
    after = letters(tmp_path)
    assert "1 naskah ditulis" in told.err and "2 tidak berubah" in told.err
    assert set(after) == {"0002-a.docx", "0003-baru.docx", "0004-c.docx"}
    assert {name: after[name] for name in ("0002-a.docx", "0004-c.docx")} == {name: before[name] for name in ("0002-a.docx", "0004-c.docx")}


def test_resuming_after_all_is_the_same_as_one_run(batch: Any, tmp_path: Path) -> None:
    batch("A", "B", "C")
    once = (tmp_path / "hasil" / "manifest.json").read_bytes()
    (tmp_path / "hasil" / "0003-b.docx").unlink()
    batch("A", "B", "C", options=("--resume",))
    assert (tmp_path / "hasil" / "manifest.json").read_bytes() == once


def test_a_changed_template_or_base_makes_all_be_written_again(call: Any, tmp_path: Path) -> None:
    data = json.loads((KASUS / "kerja-sama.json").read_text(encoding="utf-8"))
    base = tmp_path / "dasar.json"
    told = []
    for title in (data["judul"], "Judul Baru"):
        base.write_text(json.dumps({**data, "judul": title}), encoding="utf-8")
        told.append(call("batch", sheet_of(tmp_path, "A", "B"), "--naskah", NASKAH, "-o", tmp_path / "hasil", "--kasus", base, "--resume").err)
    assert all("2 naskah ditulis" in one for one in told)


def test_a_row_taken_out_takes_its_letter_with_it(batch: Any, tmp_path: Path) -> None:
    batch("A", "B", "C")
    batch("A", options=("--resume",))
    assert set(letters(tmp_path)) == {"0002-a.docx"}


def test_a_letter_that_a_hand_changed_is_kept_and_told(batch: Any, tmp_path: Path) -> None:
    batch("A", "B")
    path = tmp_path / "hasil" / "0003-b.docx"
    document = Document(str(path))
    document.add_paragraph("catatan tangan")
    document.save(str(path))
    changed = path.read_bytes()
    assert batch("A", "B", options=("--resume",)).code == 0 and path.read_bytes() == changed
    batch("A", options=("--resume",))
    assert path.read_bytes() == changed


def test_a_changed_letter_is_not_overwritten_but_by_force(call: Any, tmp_path: Path) -> None:
    def run(address: str, *options: str) -> Any:
        sheet = workbook(tmp_path / "a.xlsx", HEAD, ["A", address])
        return call("batch", sheet, "--naskah", NASKAH, "-o", tmp_path / "hasil", "--kasus", KASUS, *options)

    run("Jl. 1")
    path = tmp_path / "hasil" / "0002-a.docx"
    path.write_bytes(path.read_bytes() + b"\n")
    changed = path.read_bytes()
    told = run("Jl. 2", "--resume")
    assert told.code == 1 and "sudah diubah sejak ditulis, jadi tidak ditimpa" in told.out and path.read_bytes() == changed
    assert run("Jl. 2", "--force").code == 0 and path.read_bytes() != changed


def test_a_stranger_of_the_same_name_is_not_overwritten(batch: Any, tmp_path: Path) -> None:
    (tmp_path / "hasil").mkdir()
    (tmp_path / "hasil" / "0002-a.docx").write_bytes(b"milik orang lain")
    told = batch("A", "B")
    assert told.code == 1 and "sudah ada dan bukan hasil batch ini" in told.out
    assert (tmp_path / "hasil" / "0002-a.docx").read_bytes() == b"milik orang lain"


def test_another_naskahs_folder_is_refused(batch: Any, call: Any, tmp_path: Path) -> None:
    batch("A")
    told = call("batch", workbook(tmp_path / "b.xlsx", ["Objek"], ["Air"]), "--naskah", "daftar-hadir", "-o", tmp_path / "hasil", "--kasus", KASUS, "--force")
    assert told.code == 2 and "berisi naskah undangan-rapat" in told.err


def test_a_foreign_manifest_is_refused(batch: Any, tmp_path: Path) -> None:
    (tmp_path / "hasil").mkdir()
    (tmp_path / "hasil" / "manifest.json").write_text("[{}]")
    told = batch("A", options=("--force",))
    assert told.code == 2 and "bukan manifest hasil batch" in told.err


def test_a_truncated_letter_is_written_again(batch: Any, tmp_path: Path) -> None:
    batch("A", "B")
    path = tmp_path / "hasil" / "0003-b.docx"
    path.write_bytes(b"")
    told = batch("A", "B", options=("--resume", "--force"))
    assert "1 naskah ditulis" in told.err and path.stat().st_size > 1000


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "mati"])
def test_a_run_cut_off_is_resumed_where_it_stopped(call: Any, tmp_path: Path, how: signal.Signals) -> None:
    sheet = sheet_of(tmp_path, *(f"Camat {number}" for number in range(400)))
    args = ["batch", str(sheet), "--naskah", NASKAH, "-o", str(tmp_path / "hasil"), "--kasus", str(KASUS)]
    process = subprocess.Popen([sys.executable, "-m", "toolkit", *args], stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    while not (tmp_path / "hasil" / "0030-camat-28.docx").exists():
        assert process.poll() is None
        time.sleep(0.01)
    os.kill(process.pid, how)
    _, told = process.communicate(timeout=60)
    assert b"Traceback" not in told
    assert (tmp_path / "hasil" / JURNAL).exists() is (how is signal.SIGKILL)
    done = len(letters(tmp_path))
    resumed = call(*args, "--resume")
    assert resumed.code == 0 and len(letters(tmp_path)) == 400
    kept = int(resumed.err.split(", ")[-1].split(" tidak berubah")[0])
    assert 27 <= done - 2 <= kept <= done < 400
    listed = json.loads((tmp_path / "hasil" / "manifest.json").read_text(encoding="utf-8"))
    assert {one["file"] for one in listed} | {"manifest.json"} == {path.name for path in (tmp_path / "hasil").iterdir()}
