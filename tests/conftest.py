"""What all tests share: system parts that a test needs, and a steady property-test profile."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.contoh import RUNNING
from toolkit.cli import run
from toolkit.drafting.compose import Penyusun
from toolkit.library import Library

settings.register_profile("tetap", derandomize=True, deadline=None)
settings.load_profile("tetap")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests marked `perlu("soffice")` run where that program is; a CI without it is refused."""
    lacking = {item: missing for item in items if (missing := _missing(item))}
    if not lacking:
        return
    programs = ", ".join(sorted({one for missing in lacking.values() for one in missing}))
    if os.environ.get("CI") == "true":
        raise pytest.UsageError(f"Program sistem yang diperlukan uji belum ada: {programs}.")
    config.hook.pytest_deselected(items=list(lacking))
    items[:] = [item for item in items if item not in lacking]
    config.stash[LACKING] = f"{len(lacking)} uji tidak dijalankan karena belum ada: {programs}."


LACKING = pytest.StashKey[str]()


def _missing(item: pytest.Item) -> list[str]:
    wanted = [name for mark in item.iter_markers("perlu") for name in mark.args]
    return [name for name in wanted if shutil.which(name) is None]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if LACKING in config.stash:
        terminalreporter.write_line(config.stash[LACKING], yellow=True)


@dataclass(frozen=True)
class Outcome:
    """What a command came to, as its caller sees it."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="module")
def penyusun() -> Penyusun:
    """Drafts with the packaged data; templates are compiled once for a module's tests."""
    return Penyusun(Library())


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs one command line in this process."""

    def _call(*args: object) -> Outcome:
        code = run([str(one) for one in args])
        streams = capsys.readouterr()
        return Outcome(code, streams.out, streams.err)

    return _call


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A running case that a test may write to."""
    copy = tmp_path / "berkas" / "uji"
    shutil.copytree(RUNNING[0], copy)
    return copy
