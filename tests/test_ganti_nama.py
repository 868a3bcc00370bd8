"""The engine knows no SOP, step or actor: renaming every id of them changes no finding."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from toolkit.checking import judge, perkara
from toolkit.library import Library
from toolkit.model import KerjaSama
from toolkit.resources import packaged

LIBRARY = Library()
CONTOH = sorted((packaged() / "samples").glob("*/*/kerja-sama.json"))


def renamed(value: Any, names: dict[str, str]) -> Any:
    """Whole strings and keys that are ids, renamed; everything else as it is."""
    if isinstance(value, dict):
        return {names.get(key, key): renamed(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [renamed(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value


def _names(checklist: dict[str, Any]) -> dict[str, str]:
    ids = [checklist["id"], *(step["id"] for step in checklist["langkah"]), *checklist["pelaksana"]]
    return {old: f"q{place}-nama-baru" for place, old in enumerate(ids)}


def _findings(checklist: dict[str, Any], case: dict[str, Any]) -> list[dict[str, Any]]:
    sop = LIBRARY.read(checklist)
    subject = perkara(KerjaSama(case["id"], sop.id, case), sop, LIBRARY, date(2026, 11, 30))
    return [one.as_dict() for one in judge(subject)]


@pytest.mark.parametrize("path", CONTOH, ids=lambda p: f"{p.parts[-3]}/{p.parts[-2]}")
def test_renaming_every_sop_step_and_actor_changes_no_finding(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    if case.get("sop") not in LIBRARY.sop_ids():
        return
    checklist = LIBRARY.checklist(case["sop"])
    names = _names(checklist)
    plain, other = _findings(checklist, case), _findings(renamed(checklist, names), renamed(case, names))
    assert len(plain) == len(other)
    for one, two in zip(plain, other, strict=True):
        assert {**renamed(one, names), "message": "", "suggestion": ""} == {**two, "message": "", "suggestion": ""}
