"""Finished samples, broken at every step: one deviation, one finding, at its place.

What a mutation must yield follows from the checklist alone: a step that may be left out, or whose
neighbours have no order, is not a deviation.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.checking import judge, perkara
from toolkit.findings import Finding, Severity
from toolkit.library import Library
from toolkit.model import KerjaSama, Langkah, Sop
from toolkit.plan import Keadaan, Rencana, plan
from toolkit.resources import packaged

LIBRARY = Library()
HARI = date(2030, 1, 2)
SELESAI = sorted((packaged() / "samples").glob("*/lengkap*/kerja-sama.json"))
CONTOH = pytest.mark.parametrize("path", SELESAI, ids=lambda p: f"{p.parts[-3]}/{p.parts[-2]}")
RENTAN = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def _load(path: Path) -> tuple[dict[str, Any], Sop, Rencana]:
    data = json.loads(path.read_text(encoding="utf-8"))
    sop = LIBRARY.sop(data["sop"])
    return data, sop, plan(KerjaSama(data["id"], sop.id, data), sop)


def _counted(data: dict[str, Any], sop: Sop) -> list[Finding]:
    found = judge(perkara(KerjaSama(data["id"], sop.id, data), sop, LIBRARY, HARI))
    return [one for one in found if one.severity is not Severity.INFO]


def _told(found: list[Finding]) -> str:
    return "; ".join(f"{one.rule} {one.langkah} {one.message}" for one in found)


def _mutated(data: dict[str, Any], trail: list[dict[str, Any]]) -> dict[str, Any]:
    return {**data, "jejak": trail}


def test_there_are_finished_samples() -> None:
    assert SELESAI


@CONTOH
def test_a_finished_sample_breaks_nothing(path: Path) -> None:
    data, sop, _ = _load(path)
    assert not (found := _counted(data, sop)), _told(found)


@CONTOH
def test_every_prefix_of_a_finished_trail_breaks_nothing(path: Path) -> None:
    data, sop, _ = _load(path)
    for length in range(len(data["jejak"])):
        found = _counted(_mutated(data, data["jejak"][:length]), sop)
        assert not found, f"{length} events: {_told(found)}"


@CONTOH
def test_a_step_left_out_is_one_finding_that_names_it(path: Path) -> None:
    data, sop, rencana = _load(path)
    for place in _droppable(data["jejak"], sop, rencana):
        trail = data["jejak"][:place] + data["jejak"][place + 1 :]
        found = _counted(_mutated(data, trail), sop)
        dropped = data["jejak"][place]["langkah"]
        assert len(found) == 1 and dropped in found[0].langkah, f"{dropped}: {_told(found)}"
        pokok = sop.langkah_menurut_id[dropped].bobot == "pokok"
        assert found[0].severity is (Severity.ERROR if pokok else Severity.WARNING), _told(found)


def _droppable(trail: list[dict[str, Any]], sop: Sop, rencana: Rencana) -> Iterator[int]:
    """Events without which a step that must be there is missing before a later one of its scope."""
    for place, event in enumerate(trail):
        step = sop.langkah_menurut_id[event["langkah"]]
        same = [e for e in trail if e["langkah"] == step.id and e.get("untuk") == event.get("untuk")]
        later = [
            e for e in trail[place + 1 :]
            if sop.langkah_menurut_id[e["langkah"]].lingkup == step.lingkup
            and e.get("untuk") == event.get("untuk")
            and _ordered(step, sop.langkah_menurut_id[e["langkah"]], sop)
        ]
        if len(same) == 1 and later and rencana.wajib(step):
            yield place


def _ordered(a: Langkah, b: Langkah, sop: Sop) -> bool:
    beside = b.id in a.paralel or a.id in b.paralel
    return a.id != b.id and not beside and a.lingkup == b.lingkup and sop.urutan[a.id] < sop.urutan[b.id]


@CONTOH
@pytest.mark.parametrize("with_times", [True, False], ids=["with their times", "times kept"])
def test_two_neighbours_that_changed_places_are_one_finding_that_names_both(path: Path, with_times: bool) -> None:
    data, sop, rencana = _load(path)
    for place in range(len(data["jejak"]) - 1):
        trail = copy.deepcopy(data["jejak"])
        a, b = trail[place], trail[place + 1]
        steps = [sop.langkah_menurut_id[e["langkah"]] for e in (a, b)]
        if not _swappable(trail, place, steps, sop, rencana):
            continue
        trail[place], trail[place + 1] = b, a
        if not with_times:
            for event in (a, b):
                event.pop("mulai", None)
            a["waktu"], b["waktu"] = b["waktu"], a["waktu"]
        found = _counted(_mutated(data, trail), sop)
        assert len(found) == 1 and {s.id for s in steps} <= set(found[0].langkah), f"{place}: {_told(found)}"


def _swappable(trail: list[dict[str, Any]], place: int, steps: list[Langkah], sop: Sop, rencana: Rencana) -> bool:
    once = all(sum(e["langkah"] == s.id for e in trail) == 1 for s in steps)
    settled = all(e.get("putusan") != "tidak_setuju" for e in trail[place : place + 2])
    same = trail[place].get("untuk") == trail[place + 1].get("untuk")
    return once and settled and same and _ordered(*steps, sop) and all(rencana.wajib(s) for s in steps)


@CONTOH
def test_a_step_done_by_somebody_else_is_one_finding(path: Path) -> None:
    data, sop, _ = _load(path)
    for place, event in enumerate(data["jejak"]):
        step = sop.langkah_menurut_id[event["langkah"]]
        if sum(e["langkah"] == step.id for e in data["jejak"]) > 1 or "pelaksana" not in event:
            continue
        for wrong in [a for a in sop.pelaksana if a not in step.boleh][:2] + ["bukan-siapa-siapa"]:
            trail = copy.deepcopy(data["jejak"])
            trail[place]["pelaksana"] = wrong
            found = _counted(_mutated(data, trail), sop)
            assert len(found) == 1 and found[0].langkah == (step.id,), f"{step.id} by {wrong}: {_told(found)}"


@CONTOH
def test_a_step_that_the_sop_does_not_know_is_one_finding(path: Path) -> None:
    data, sop, _ = _load(path)
    for place in range(len(data["jejak"]) + 1):
        near = data["jejak"][min(place, len(data["jejak"]) - 1)]
        trail = data["jejak"][:place] + [{**near, "langkah": "langkah-entah"}] + data["jejak"][place:]
        found = _counted(_mutated(data, trail), sop)
        assert [one.rule for one in found] == ["langkah-tak-dikenal"], f"{place}: {_told(found)}"


@CONTOH
def test_a_misspelt_step_is_one_finding(path: Path) -> None:
    data, sop, rencana = _load(path)
    for place in _droppable(data["jejak"], sop, rencana):
        if data["jejak"][place].get("untuk"):
            continue
        trail = copy.deepcopy(data["jejak"])
        trail[place]["langkah"] += "x"
        found = _counted(_mutated(data, trail), sop)
        assert [one.rule for one in found] == ["langkah-tak-dikenal"], f"{place}: {_told(found)}"


@CONTOH
def test_a_step_outside_the_branch_is_one_finding(path: Path) -> None:
    data, sop, rencana = _load(path)
    for outside in (one.langkah for one in rencana.langkah if one.keadaan is Keadaan.TIDAK_BERLAKU):
        for place in range(len(data["jejak"]) + 1):
            near = data["jejak"][min(place, len(data["jejak"]) - 1)]
            event = {"langkah": outside.id, "pelaksana": outside.pelaksana[0], "waktu": near["waktu"]}
            found = _counted(_mutated(data, data["jejak"][:place] + [event] + data["jejak"][place:]), sop)
            assert [one.rule for one in found] == ["langkah-di-luar-cabang"], f"{place}: {_told(found)}"


@CONTOH
def test_a_clock_that_runs_backwards_is_one_finding(path: Path) -> None:
    data, sop, _ = _load(path)
    for place in range(1, len(data["jejak"])):
        trail = copy.deepcopy(data["jejak"])
        trail[place]["waktu"] = "2001-01-02T08:00:00+07:00"
        trail[place].pop("mulai", None)
        found = _counted(_mutated(data, trail), sop)
        assert [one.rule for one in found] == ["waktu-mundur"], f"{place}: {_told(found)}"
        assert found[0].location.pointer == f"/jejak/{place}/waktu"


@CONTOH
def test_going_on_after_a_refusal_is_one_finding(path: Path) -> None:
    data, sop, _ = _load(path)
    for place, event in enumerate(data["jejak"][:-1]):
        decision = sop.langkah_menurut_id[event["langkah"]].putusan
        if decision is None or event.get("putusan") == "tidak_setuju":
            continue
        trail = copy.deepcopy(data["jejak"])
        trail[place]["putusan"] = "tidak_setuju"
        found = _counted(_mutated(data, trail), sop)
        assert [one.rule for one in found] == ["penolakan-diabaikan"], f"{place}: {_told(found)}"


@CONTOH
@RENTAN
@given(data=st.data())
def test_a_lawful_early_end_breaks_nothing(path: Path, data: st.DataObject) -> None:
    case, sop, _ = _load(path)
    length = data.draw(st.integers(1, len(case["jejak"])))
    trail = case["jejak"][:length]
    stopped = {"tanggal": trail[-1]["waktu"][:10], "alasan": "mitra mengundurkan diri"}
    assert not (found := _counted({**_mutated(case, trail), "dihentikan": stopped}, sop)), _told(found)


@CONTOH
@RENTAN
@given(data=st.data())
def test_any_two_steps_exchanged_are_one_finding(path: Path, data: st.DataObject) -> None:
    case, sop, rencana = _load(path)
    trail = copy.deepcopy(case["jejak"])
    one, two = sorted(data.draw(st.lists(st.integers(0, len(trail) - 1), min_size=2, max_size=2, unique=True)))
    steps = [sop.langkah_menurut_id[trail[place]["langkah"]] for place in (one, two)]
    between = [sop.langkah_menurut_id[e["langkah"]] for e in trail[one : two + 1]]
    plain = all(rencana.wajib(s) and s.lingkup is None and not s.paralel and s.putusan is None for s in between)
    if not plain or any(sum(e["langkah"] == s.id for e in trail) > 1 for s in between):
        return
    trail[one], trail[two] = trail[two], trail[one]
    found = _counted(_mutated(case, trail), sop)
    assert len(found) == 1 and {s.id for s in steps} <= set(found[0].langkah), _told(found)
