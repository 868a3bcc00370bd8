"""The documents say what is so: links lead somewhere, commands exist, shown output is real."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.contoh import LIBRARY, ROOT
from toolkit.cli import VERBA

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert target.startswith(("http", "mailto")) or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_file_named_in_full_is_there(page: Path) -> None:
    named = re.findall(r"`((?:docs|toolkit|schemas|tests|checklists|templates|samples|benchmarks)/[\w./-]+)`", page.read_text(encoding="utf-8"))
    assert [one for one in named if not (ROOT / one).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_command_shown_is_one_of_the_verbs(page: Path) -> None:
    for verb in re.findall(r"(?:^\$ |`)kerjasama ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE):
        assert verb in VERBA, verb


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_no_page_speaks_of_a_machine_or_a_person(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"/work/|/home/|/root/|pypi\.org|\+62 ?8|\b08\d{8,}", text)


def test_the_readme_tells_every_verb_and_option() -> None:
    for verb in VERBA:
        assert re.search(rf"^\| `{verb}\b", README, re.MULTILINE), verb
    for option in ("--format", "-o", "--per-tanggal", "--data", "--fail-on"):
        assert option in README


def test_the_case_shown_in_the_readme_passes_the_schema() -> None:
    (block,) = re.findall(r"```json\n(.*?)```", README, re.DOTALL)
    assert [error.message for error in LIBRARY.validator("kerja-sama").iter_errors(json.loads(block))] == []


def shown() -> list[tuple[str, str]]:
    """The demo's commands in the README with the output shown under each."""
    block = README.split("$ make demo\n", 1)[1].split("$ make test", 1)[0]
    parts = re.split(r"^\$ kerjasama (.*)$", block, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def test_the_output_shown_in_the_readme_is_real(call: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for command, output in shown():
        args = [str(tmp_path / one) if one.startswith("build/") else one for one in shlex.split(command)]
        (tmp_path / "build" / "demo").mkdir(parents=True, exist_ok=True)
        told = call(*args)
        assert told.code == 0
        expected = told.out if "-o" not in args or "generate" not in args else told.err + told.out
        for line in (one for one in expected.replace(f"{tmp_path}/", "").splitlines() if one.strip()):
            assert undated(line) in undated(output), f"{line}: write the README again with make readme"


def undated(text: str) -> str:
    """Without what changes by itself: days."""
    return re.sub(r"\d{4}-\d\d-\d\d", "D", text)


def test_the_changelog_keeps_its_form() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", one) for one in headings[1:])
    assert set(re.findall(r"^### (.*)$", text, re.MULTILINE)) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_every_dependency_has_its_reason_and_bounds() -> None:
    import configparser

    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg")
    told = (ROOT / "docs" / "dependensi.md").read_text(encoding="utf-8")
    for line in config["options"]["install_requires"].split():
        name, bounds = re.match(r"([A-Za-z0-9-]+)(.*)", line).groups()  # type: ignore[union-attr]
        assert f"| {name} |" in told and ">=" in bounds and "<" in bounds, line
