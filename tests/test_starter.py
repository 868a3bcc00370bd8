"""A new case: sound before it is filled in, and asking for what its SOP asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from toolkit.cases import open_case
from toolkit.completeness import validate
from toolkit.conformance import align
from toolkit.errors import UsageError
from toolkit.findings import Finding, Severity
from toolkit.library import Library
from toolkit.plan import plan
from toolkit.starter import case_id, start

LIBRARY = Library()
JENIS = [None, *LIBRARY.schema("kerja-sama")["properties"]["jenis"]["enum"]]


def begun(folder: Path, sop_id: str, jenis: str | None) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    path = start(LIBRARY.sop(sop_id), folder, LIBRARY, jenis)
    case = open_case(folder, LIBRARY)
    assert not case.refused, [one.message for one in case.struktur]
    rencana = plan(case.kerja_sama, case.sop)
    return json.loads(path.read_text(encoding="utf-8")), validate(case, rencana, align(rencana, case.kerja_sama)).findings


@pytest.mark.parametrize("jenis", JENIS)
@pytest.mark.parametrize("sop_id", LIBRARY.sop_ids())
def test_a_new_case_passes_its_schema_and_lacks_only_answers(tmp_path: Path, sop_id: str, jenis: str | None) -> None:
    _, found = begun(tmp_path / "baru", sop_id, jenis)
    assert found
    assert {one.rule for one in found}.isdisjoint({"struktur-berkas", "isian-kosong", "lampiran-berkas"})
    assert all("belum diisi" in one.message for one in found)


def test_an_editor_finds_the_schema_beside_the_case_and_no_path_of_this_machine(tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        case, _ = begun(tmp_path / name, LIBRARY.sop_ids()[0], None)
        assert json.loads((tmp_path / name / case["$schema"]).read_text(encoding="utf-8")) == LIBRARY.schema("kerja-sama")
    one, other = ((tmp_path / name / "kerja-sama.json").read_text(encoding="utf-8") for name in ("satu", "dua"))
    assert one.replace('"satu"', '"dua"') == other


def test_a_schema_that_lies_there_already_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "kerja-sama.schema.json").write_text("{}", encoding="utf-8")
    begun(tmp_path, LIBRARY.sop_ids()[0], None)
    assert (tmp_path / "kerja-sama.schema.json").read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("sop_id", LIBRARY.sop_ids())
def test_each_fact_due_now_has_its_place_in_the_file(tmp_path: Path, sop_id: str) -> None:
    case, found = begun(tmp_path / "baru", sop_id, None)
    for one in (one for one in found if one.severity is not Severity.INFO):
        here: Any = case
        *holders, last = (one.location.pointer or "").split("/")[1:]
        for part in holders:
            here = here[int(part) if isinstance(here, list) else part]
        assert isinstance(here, list) or last in here or f"x_{last}" in here, one.location.pointer


def test_keys_stand_in_the_order_in_which_the_steps_ask(tmp_path: Path) -> None:
    sop = LIBRARY.sop(LIBRARY.sop_ids()[0])
    case, _ = begun(tmp_path / "baru", sop.id, None)
    gates = [one["perlu"] for one in sop.data.get("gerbang", ())]
    pointers = [*gates, *(pointer for step in sop.langkah for pointer in step.perlu)]
    asked = list(dict.fromkeys(pointer.split("/")[1] for pointer in pointers))
    present = [key.removeprefix("x_") for key in case]
    shared = [key for key in asked if key in present and key not in {"jenis", "prakarsa", "judul", "pihak"}]
    assert [key for key in present if key in shared] == shared


def test_our_side_is_filled_in(tmp_path: Path) -> None:
    sop = LIBRARY.sop(LIBRARY.sop_ids()[0])
    case, _ = begun(tmp_path / "baru", sop.id, None)
    assert case["pihak"][0]["nama"].endswith(sop.pemerintah_daerah) and case["pihak"][0]["kita"] is True


def test_an_existing_case_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kerja-sama.json").write_text("{}")
    with pytest.raises(UsageError, match="sudah ada"):
        start(LIBRARY.sop(LIBRARY.sop_ids()[0]), tmp_path, LIBRARY)
    assert (tmp_path / "kerja-sama.json").read_text() == "{}"


@pytest.mark.parametrize(("name", "expected"), [("RSUD dr. Sayidiman", "RSUD-dr.-Sayidiman"), ("…", "kerja-sama"), ("a" * 200, "a" * 80)])
def test_the_id_comes_from_the_folders_name(tmp_path: Path, name: str, expected: str) -> None:
    assert case_id(tmp_path / name) == expected
