"""The command line's promises: exit codes, streams, formats, and never a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.contoh import BROKEN, FINISHED, LIBRARY, ROOT, RUNNING
from toolkit.cases import open_case
from toolkit.cli import VERBA
from toolkit.cli import run as run_here
from toolkit.reports import FORMATS


def program(*args: object, **options: Any) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    command = [sys.executable, "-m", "toolkit", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, **options)


BAD = {
    "bukan JSON": b"{",
    "bukan UTF-8": '{"judul": "caf\xe9"}'.encode("latin-1"),
    "kunci ganda": b'{"id": "a", "id": "b"}',
    "NaN": b'{"id": "a", "nilai": NaN}',
    "bukan objek": b"[]",
    "SOP tak dikenal": b'{"versi": 1, "id": "a", "sop": "tidak-ada"}',
    "terlalu dalam": b"[" * 100_000,
    "kosong": b"",
}
READERS = ("validate", "check", "status")


@pytest.mark.parametrize("verb", READERS)
@pytest.mark.parametrize("what", BAD)
def test_unreadable_input_is_one_sentence_and_exit_two(call: Any, tmp_path: Path, what: str, verb: str) -> None:
    path = tmp_path / "rusak.json"
    path.write_bytes(BAD[what])
    told = call(verb, path)
    assert told.code == 2
    assert told.err.count("\n") == 1 and "Traceback" not in told.err


@pytest.mark.parametrize("what", BAD)
def test_unreadable_input_stops_what_writes(call: Any, tmp_path: Path, what: str) -> None:
    path = tmp_path / "rusak.json"
    path.write_bytes(BAD[what])
    assert call("generate", path, "-o", tmp_path / "hasil").code == 2
    assert call("catat", path, "langkah", "--oleh", "siapa").code == 2
    assert not (tmp_path / "hasil").exists() and path.read_bytes() == BAD[what]


@pytest.mark.parametrize("verb", [*READERS, "generate"])
def test_a_case_that_its_schema_refuses_is_never_exit_zero(call: Any, tmp_path: Path, verb: str) -> None:
    path = tmp_path / "kerja-sama.json"
    path.write_text(json.dumps({"versi": 1, "id": "a", "sop": RUNNING[0].parent.name, "jenis": "lain"}))
    more = ["-o", tmp_path / "hasil"] if verb == "generate" else []
    assert call(verb, path, *more).code != 0
    assert not (tmp_path / "hasil").exists()


def test_one_unreadable_file_is_told_and_the_rest_still_run(call: Any, tmp_path: Path) -> None:
    told = call("check", tmp_path / "tidak-ada.json", BROKEN[0], "--format", "json")
    assert told.code == 2 and "tidak-ada.json" in told.err
    assert {one["case"] for one in json.loads(told.out)["findings"]} == {str(BROKEN[0])}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_goes_to_standard_output_or_to_a_file_alike(call: Any, tmp_path: Path, form: str) -> None:
    shown = call("check", BROKEN[0], "--format", form)
    written = call("check", BROKEN[0], "--format", form, "-o", tmp_path / "laporan")
    assert shown.code == written.code == 1
    assert written.out == "" and (tmp_path / "laporan").read_text(encoding="utf-8") == shown.out


@pytest.mark.parametrize("verb", ["validate", "check"])
def test_json_is_one_valid_object_even_when_nothing_could_be_read(call: Any, tmp_path: Path, verb: str) -> None:
    told = call(verb, tmp_path / "tidak-ada", "--format", "json")
    assert told.code == 2
    assert json.loads(told.out) == {"findings": [], "counts": {"error": 0, "warning": 0, "info": 0}}


@pytest.mark.parametrize("path", BROKEN, ids=lambda p: f"{p.parent.name}/{p.name}")
@pytest.mark.parametrize("verb", ["validate", "check"])
def test_json_keeps_to_its_schema_and_names_every_place(call: Any, verb: str, path: Path) -> None:
    made = json.loads(call(verb, path, "--format", "json").out)
    assert [error.message for error in LIBRARY.validator("findings").iter_errors(made)] == []
    assert all(one["case"] == str(path) and one["line"] for one in made["findings"] if one["pointer"] is not None)


def test_verify_keeps_to_the_same_schema(call: Any) -> None:
    made = json.loads(call("verify", "--format", "json").out)
    assert [error.message for error in LIBRARY.validator("findings").iter_errors(made)] == []
    assert {one["layer"] for one in made["findings"]} == {"data"}


@pytest.mark.parametrize("path", FINISHED, ids=lambda p: p.name)
@pytest.mark.parametrize("verb", ["validate", "check"])
def test_a_finished_sample_has_neither_errors_nor_warnings(call: Any, verb: str, path: Path) -> None:
    assert call(verb, path, "--fail-on", "warning").code == 0


def test_fail_on_decides_what_makes_the_run_fail(call: Any, case: Path) -> None:
    data = json.loads((case / "kerja-sama.json").read_text())
    data["lampiran"] = [{"nama": "Surat", "berkas": "tidak-ada.pdf"}]
    (case / "kerja-sama.json").write_text(json.dumps(data))
    assert call("validate", case).code == 0
    assert call("validate", case, "--fail-on", "warning").code == 1


MISUSE = [
    [],
    ["chek"],
    ["check"],
    ["check", "x.json", "--formt", "json"],
    ["check", "x.json", "--format", "xml"],
    ["check", "x.json", "--per-tanggal", "kemarin"],
    ["check", "x.json", "--per-tanggal"],
    ["check", "x.json", "--data", "/tidak/ada"],
    ["--format", "json", "check"],
    ["sop", "tidak-ada"],
    ["sop", "a", "b"],
    ["explain", "tidak-ada"],
    ["new", "tidak-ada", "x"],
    ["catat", "x.json", "langkah"],
]


@pytest.mark.parametrize("args", MISUSE, ids=" ".join)
def test_misuse_is_one_indonesian_sentence_and_exit_two(call: Any, args: Sequence[str]) -> None:
    told = call(*args)
    assert told.code == 2 and told.out == ""
    assert told.err.count("\n") == 1
    assert not any(word in told.err for word in ("Usage", "Error", "Invalid", "Missing", "No such", "Got "))


def test_a_near_miss_names_what_was_meant(call: Any) -> None:
    assert "'check'" in call("chek").err
    assert "--format" in call("check", "x", "--formt", "json").err


@pytest.mark.parametrize("verb", VERBA)
def test_every_verb_explains_itself_in_indonesian(call: Any, verb: str) -> None:
    told = call(verb, "--help")
    assert told.code == 0
    assert "Pemakaian: kerjasama" in told.out and "Opsi:" in told.out
    assert not any(word in told.out for word in ("Usage", "Options", "Show this", "Arguments"))


def test_the_same_program_answers_as_module_and_names_its_version() -> None:
    done = program("--version")
    assert done.returncode == 0 and done.stdout.startswith("kerjasama ")


def test_a_reader_that_leaves_early_costs_no_traceback() -> None:
    largest = max((ROOT / "checklists").glob("*.json"), key=lambda path: path.stat().st_size).stem
    command = f"'{sys.executable}' -m toolkit sop {largest} --format json | head -c 1 >/dev/null; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stderr, done.returncode) == ("", 0)


def test_a_run_that_is_interrupted_ends_in_a_sentence(case: Path) -> None:
    step = open_case(case, LIBRARY).sop.langkah[0]
    os.mkfifo(case / "pipa")
    command = ["catat", str(case), step.id, "--oleh", step.pelaksana[0], "--berkas", str(case / "pipa")]
    started = subprocess.Popen([sys.executable, "-m", "toolkit", *command], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    with open(case / "pipa", "wb"):  # returns once the program has opened its end and waits for us
        started.send_signal(signal.SIGINT)
        _, told = started.communicate()
    assert (told.strip(), started.returncode) == ("Dihentikan.", 130)


def test_a_full_disk_is_told_in_a_sentence() -> None:
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "toolkit", "sop"]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2 and done.stderr.count("\n") == 1


def test_a_closed_standard_output_costs_no_traceback() -> None:
    done = subprocess.run(["bash", "-c", f"'{sys.executable}' -m toolkit sop >&-"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_a_terminal_without_unicode_still_gets_every_format(case: Path) -> None:
    done = program("check", case, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.returncode in (0, 1) and "Traceback" not in done.stderr


@pytest.mark.parametrize("target", ["", "tidak/ada/laporan.txt"])
def test_a_report_that_cannot_be_written_is_exit_two(call: Any, tmp_path: Path, target: str) -> None:
    told = call("check", FINISHED[0], "-o", tmp_path / target)
    assert told.code == 2 and "tidak dapat ditulis" in told.err


def test_hostile_text_reaches_no_terminal_raw(call: Any, case: Path) -> None:
    data = json.loads((case / "kerja-sama.json").read_text())
    data["jejak"].append({"langkah": "\x1b[2J\u202ehapus", "waktu": "2026-01-01"})
    (case / "kerja-sama.json").write_text(json.dumps(data))
    for form in FORMATS:
        told = call("check", case, "--format", form)
        assert "\x1b" not in told.out
        assert form == "json" or "\u202e" not in told.out


def test_a_fault_of_the_tool_itself_is_one_sentence_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("uji")

    monkeypatch.delenv("KERJASAMA_TELUSUR", raising=False)
    monkeypatch.setattr("toolkit.cli.examine.open_case", broken)
    assert run_here(["check", "apa.json"]) == 2
    told = capfd.readouterr().err
    assert "Perkakas sendiri bermasalah" in told and "Traceback" not in told
    monkeypatch.setenv("KERJASAMA_TELUSUR", "1")
    with pytest.raises(ZeroDivisionError):
        run_here(["check", "apa.json"])
