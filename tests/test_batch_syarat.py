"""A row that changes no answer of a condition is drafted by the base's plan: what may be skipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.contoh import LIBRARY, SAMPLES
from toolkit.batch.drafting import Penulis, Seri
from toolkit.cases import open_case
from toolkit.cells.placing import Lapisan
from toolkit.conditions import evaluate

CASES = sorted({one.parent.parent: one.parent for one in SAMPLES.glob("*/lengkap*/kerja-sama.json")}.values())
NILAI = (True, "", "pemerintah-daerah", "badan-usaha", 7, {"jenis": "rapat"}, ["ya"])


def leaves(value: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*place, str(key))
        yield from leaves(one, (*place, str(key)))


@pytest.mark.parametrize("folder", CASES, ids=lambda one: f"{one.parent.name}/{one.name}")
def test_a_fact_changes_no_condition_but_those_that_ask_for_it(folder: Path) -> None:
    case = open_case(folder, LIBRARY)
    data, conditions = case.kerja_sama.data, case.sop.syarat.values()
    writer = Penulis(Seri(None, case.sop.id, case.sop.naskah[0].id, data, folder), LIBRARY)
    answers = [evaluate(one["jika"], data).nilai for one in conditions]
    changed = 0
    for number, place in enumerate(leaves(data)):
        layer = Lapisan(data)
        layer.put(place, NILAI[number % len(NILAI)])
        found = [evaluate(one["jika"], layer.data).nilai for one in conditions]
        differs = {at for at, (one, old) in enumerate(zip(found, answers, strict=True)) if one is not old}
        assert differs <= writer.asked(place), place
        changed += len(differs)
    assert changed


def test_a_fact_with_a_new_holder_is_asked_for_by_all_conditions_on_its_part() -> None:
    case = open_case(CASES[0], LIBRARY)
    writer = Penulis(Seri(None, case.sop.id, case.sop.naskah[0].id, {"id": "x", "sop": case.sop.id}, CASES[0]), LIBRARY)
    parts = {place[0] for place in leaves(case.kerja_sama.data)}
    asked = {part: writer.asked((part, "0", "x_sendiri")) for part in parts}
    assert any(asked.values())
    assert not any(writer.asked((part, "0", "x_sendiri")) for part in ("x_lain", "y"))
