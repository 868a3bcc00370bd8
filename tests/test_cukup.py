"""What `validate` passes, `generate` writes: whatever optional facts a case leaves out."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contoh import FINISHED, LIBRARY, ROOT
from tests.test_drafting_samples import tempat_fakta
from toolkit.cases import BERKAS, Case
from toolkit.completeness import validate
from toolkit.conformance import align
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.due import jatuh_tempo
from toolkit.findings import Finding, Severity
from toolkit.library import Library
from toolkit.model import KerjaSama
from toolkit.plan import plan
from toolkit.references import loose_references
from toolkit.resources import Resources
from toolkit.source import parse
from toolkit.verification import templat_variabel
from toolkit.verification.data import Data
from toolkit.verification.percobaan import Pencoba
from toolkit.verification.terkecil import Terkecil

WRITER = Pencoba(Penyusun(LIBRARY))
SIGNED = frozenset(LIBRARY.profil(None)["templat_berpejabat"])
Place = tuple[Any, ...]


@cache
def facts_of(folder: Path) -> tuple[dict[str, Any], tuple[Place, ...]]:
    """A finished case, and the places in it that no step asks for and no schema demands."""
    data = json.loads((folder / BERKAS).read_text(encoding="utf-8"))
    sop = LIBRARY.sop(data["sop"])
    whole = KerjaSama(data["id"], sop.id, data)
    least = Terkecil(whole, sop, LIBRARY.schema("kerja-sama"), SIGNED).sampai(sop.langkah[-1])
    asked = set(tempat_fakta(dict(least.data)))
    return data, tuple(one for one in tempat_fakta(data) if one not in asked and one[0] != "khusus")


def without(data: dict[str, Any], paths: set[Place]) -> dict[str, Any]:
    made = copy.deepcopy(data)
    # From the back, so that the places before an item stay what they are.
    for path in sorted(paths, key=lambda one: [(isinstance(key, int), str(key).zfill(4)) for key in one], reverse=True):
        holder: Any = made
        for key in path[:-1]:
            holder = holder[key]
        del holder[path[-1]]
    return made


def sound(data: dict[str, Any]) -> bool:
    """Whether a case is drafted from at all: its schema admits it, and its references lead somewhere."""
    return LIBRARY.validator("kerja-sama").is_valid(data) and not list(loose_references(data))


def opened(data: dict[str, Any]) -> Case:
    sop = LIBRARY.sop(data["sop"])
    return Case(KerjaSama(data["id"], sop.id, data), sop, parse(json.dumps(data), BERKAS), Path(BERKAS), BERKAS, LIBRARY)


def errors_and_gaps(case: Case) -> tuple[list[Finding], dict[str, set[str]]]:
    """What validate holds against a case, and what each naskah that is due lacks."""
    rencana = plan(case.kerja_sama, case.sop)
    told = align(rencana, case.kerja_sama)
    errors = [one for one in validate(case, rencana, told).findings if one.severity is Severity.ERROR]
    due = () if errors else jatuh_tempo(case.kerja_sama, rencana, told)
    gaps = {one.id: set(draft.kurang) for one in due for draft in WRITER.susun(case.kerja_sama, case.sop, one, told.langkah_selesai) if draft.kurang}
    return errors, gaps


@pytest.mark.parametrize("folder", FINISHED, ids=lambda path: "/".join(path.parts[-2:]))
@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(choice=st.data())
def test_a_case_without_any_of_its_optional_facts_yields_all_that_is_due_at_every_stage(folder: Path, choice: st.DataObject) -> None:
    data, optional = facts_of(folder)
    gone = choice.draw(st.sets(st.sampled_from(optional), max_size=len(optional)))
    less = without(data, {one for one in gone if not any(one[:length] in gone for length in range(1, len(one)))})
    less["jejak"] = less["jejak"][: choice.draw(st.integers(0, len(less["jejak"])))]
    if sound(less):
        _, gaps = errors_and_gaps(opened(less))
        assert gaps == {}, sorted(map(str, gone))


@pytest.mark.panjang
@pytest.mark.parametrize("folder", FINISHED, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_case_without_any_one_fact_is_refused_by_validate_or_yields_all_that_is_due(folder: Path) -> None:
    data, _ = facts_of(folder)
    for path in tempat_fakta(data):
        less = without(data, {path})
        if sound(less):
            _, gaps = errors_and_gaps(opened(less))
            assert gaps == {}, path


@pytest.mark.parametrize("folder", FINISHED, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_case_with_nothing_but_what_is_asked_for_passes_validate_and_yields_everything(folder: Path) -> None:
    data, optional = facts_of(folder)
    whole = {one for one in optional if one[:-1] not in optional}
    less = without(data, {one for one in whole if not any(one[:length] in whole for length in range(1, len(one)))})
    errors, gaps = errors_and_gaps(opened(less))
    assert ([one.message for one in errors], gaps) == ([], {})


def test_a_pks_that_no_sample_of_its_sop_has_is_written_from_what_is_asked_for() -> None:
    data = json.loads((ROOT / "samples" / "probolinggo-ksb" / "lengkap" / BERKAS).read_text(encoding="utf-8"))
    duties = [{"pihak": side, "hak": ["a"], "kewajiban": ["b"]} for side in ("KESATU", "KEDUA")]
    data["naskah"].append({
        "id": "pks-uji", "jenis": "perjanjian-kerja-sama", "judul": "Uji", "tanggal": "2026-05-05", "tempat": "Probolinggo", "nomor": "1",
        "isi": {"hak_kewajiban": duties}, "eksemplar": [{"bentuk": "asli", "pemegang": "Bagian Pemerintahan"}],
    })
    sop = LIBRARY.sop(data["sop"])
    least = Terkecil(KerjaSama(data["id"], sop.id, data), sop, LIBRARY.schema("kerja-sama"), SIGNED).sampai(sop.langkah[-1])
    errors, gaps = errors_and_gaps(opened(dict(least.data)))
    assert ([one.message for one in errors], gaps) == ([], {})


def holes(tmp_path: Path, change: Callable[[str], str]) -> list[Finding]:
    """What verify says of an agency's own copy of the first SOP with a fact that nobody asks for."""
    name = "magetan-penawaran.json"
    (tmp_path / "checklists").mkdir()
    text = (ROOT / "checklists" / name).read_text(encoding="utf-8")
    assert change(text) != text
    (tmp_path / "checklists" / name).write_text(change(text), encoding="utf-8")
    shutil.copytree(ROOT / "samples" / "magetan-penawaran" / "lengkap-ksdd", tmp_path / "samples" / "magetan-penawaran" / "lengkap-ksdd")
    found = list(templat_variabel.check(Data.read(Library(Resources.at(tmp_path)))))
    return [one for one in found if one.severity is Severity.ERROR]


def test_a_fact_that_a_template_reads_and_no_step_asks_for_is_named_with_template_paragraph_path_and_sop(tmp_path: Path) -> None:
    found = holes(tmp_path, lambda text: text.replace('        "/naskah/jenis=kesepakatan-bersama/tempat",\n', ""))
    assert len(found) == 1
    said = found[0].message
    assert "/naskah/0/tempat" in said and "templat kesepakatan-bersama paragraf" in said and "(SOP Magetan)" in said
    assert "Demikian Kesepakatan Bersama ini" in said and str(found[0].location.pointer).startswith("/naskah/")


def test_a_fact_that_a_text_of_the_checklist_reads_and_no_step_asks_for_is_named(tmp_path: Path) -> None:
    found = holes(tmp_path, lambda text: text.replace('        "/rapat/naskah=kesepakatan-bersama/diundang",\n', ""))
    assert found and all("/diundang" in one.message for one in found)
