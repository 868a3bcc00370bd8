"""Every rule has its docstring, its basis, its layer, a passing and a failing example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.rules.contoh import files, findings
from toolkit.findings import Layer, Severity
from toolkit.gaps import registry as gaps
from toolkit.rules import registry

SEMUA = {**gaps(), **registry()}
ATURAN = pytest.mark.parametrize("rule", sorted(SEMUA))
BAGIAN = ("Mengapa:", "Dasar:", "Contoh sesuai:", "Contoh tidak sesuai:", "Perbaikan:")


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@ATURAN
def test_a_rule_says_what_why_on_what_basis_and_what_to_do(rule: str) -> None:
    text = SEMUA[rule].__doc__ or ""
    assert all(part in text for part in BAGIAN), text
    assert isinstance(SEMUA[rule].SEVERITY, Severity) and isinstance(SEMUA[rule].LAYER, Layer)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule)


@pytest.mark.parametrize("path", files("sesuai"), ids=_name)
def test_a_passing_example_raises_nothing_above_info(path: Path) -> None:
    _, found = findings(path)
    mine = [one for one in found if one.rule == path.parent.name and one.severity is not Severity.INFO]
    assert not mine, mine


@pytest.mark.parametrize("path", files("tidak-sesuai"), ids=_name)
def test_a_failing_example_raises_just_what_it_expects(path: Path) -> None:
    example, found = findings(path)
    mine = [[one.severity.value, one.location.pointer] for one in found if one.rule == path.parent.name]
    assert mine == example["temuan"]
    assert all(one.basis and one.suggestion for one in found if one.rule == path.parent.name)
