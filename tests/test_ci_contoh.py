"""`docs/ci.md` and the pre-commit hook: what they tell others to run exists and works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.contoh import ROOT
from toolkit.cli import VERBA

HALAMAN = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
KAIT = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
PERINTAH = re.findall(r"^ +run: kerjasama (.+)$", HALAMAN, re.MULTILINE)


def field(name: str) -> str:
    """A field of the one hook."""
    (found,) = re.findall(rf"^[- ] {name}: (.+)$", KAIT, re.MULTILINE)
    return str(found)


def test_the_hook_runs_verify_on_the_data_once() -> None:
    program, verb = field("entry").split()
    assert program == "kerjasama" and verb == "verify" and verb in VERBA
    assert field("args") == "[--data, .]" and field("pass_filenames") == "false"


@pytest.mark.parametrize(
    ("path", "runs"),
    [("templates/undangan.docx", True), ("data-kami/checklists/a.json", True), ("samples/x/kerja-sama.json", True), ("docs/ci.md", False)],
)
def test_the_hook_runs_when_data_changes(path: str, runs: bool) -> None:
    assert bool(re.search(field("files"), path)) is runs


def test_the_page_uses_the_hook_by_its_id() -> None:
    assert f"- id: {field('id')}\n" in HALAMAN


def test_every_command_of_the_workflow_takes_its_options(call: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data-kami" / "templates").mkdir(parents=True)
    case = ROOT / "samples" / "magetan-penawaran" / "lengkap-ksdpk"
    assert [line.split()[0] for line in PERINTAH] == ["verify", "check", "check"]
    for line in PERINTAH[1:]:
        told = call(*shlex.split(line.replace("berkas/*", str(case))))
        assert told.code == 0, told.err
    assert '"2.1.0"' in (tmp_path / "hasil.sarif").read_text(encoding="utf-8")
