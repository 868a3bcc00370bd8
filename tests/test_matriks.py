"""All rules against all planted defects and all clean samples: every defect is found, none invented.

The matrix prints, per rule, how many defects were planted in it and found, and how many false alarms
it raised where nothing was planted: on clean samples, and beside the defects of other rules. Finished
samples are clean for every rule, on whatever day one looks.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from tests.rules.contoh import files, findings, naskah_findings
from toolkit.cases import open_case
from toolkit.checking import check
from toolkit.completeness import validate
from toolkit.conformance import align
from toolkit.findings import Finding, Severity
from toolkit.gaps import registry as gaps
from toolkit.library import Library
from toolkit.plan import plan
from toolkit.resources import packaged
from toolkit.rules import registry

ATURAN = sorted({*registry(), *gaps()})
# Sheets of batch are judged cell by cell where they are read (test_batch), printed boxes where they are
# drafted (test_gate_lambang).
DI_TEMPAT_LAIN = {"lembar-data", "lambang-kotak"}
# What one planted fact lawfully breaks besides: the second rule speaks of another duty.
BERSAMA = {
    ("bentuk-naskah", "jenis-mitra"), ("bentuk-naskah", "pks-tanpa-kb"),
    ("jangka-waktu", "kajian-tkksd"), ("jangka-waktu", "rekomendasi-tkksd"), ("jangka-waktu", "arsip-lengkap"),
    ("pengecualian", "tenggat"), ("pengecualian", "isian-kosong"), ("pks-tanpa-kb", "arsip-lengkap"), ("pks-tanpa-kb", "rekomendasi-tkksd"),
    ("studi-kelayakan", "kelengkapan-wajib"), ("unsur-naskah", "pasal-urut"), ("waktu-penyelesaian", "waktu-langkah"),
}
# What an unspoilt text of another office is known to lack.
DIKETAHUI = {"kb-tanpa-pasal": {"lambang"}}
LIBRARY = Library()
SELESAI = sorted((packaged() / "samples").glob("*/lengkap*/kerja-sama.json"))


@cache
def _asli(teks: str, jenis: str | None) -> frozenset[str]:
    return frozenset(_berat(naskah_findings({"teks": teks, "jenis": jenis})))


def _berat(found: list[Finding]) -> set[str]:
    return {one.rule for one in found if one.severity is not Severity.INFO}


def _salah(path: Path) -> Iterator[str]:
    """Rules that spoke up where nothing of theirs was planted."""
    example, found = findings(path)
    own = path.parent.name
    known = set(DIKETAHUI.get(example.get("teks", ""), ())) | (_asli(example["teks"], example.get("jenis")) if "teks" in example else set())
    if path.stem.startswith("tidak-sesuai"):
        known |= {own} | {other for rule, other in BERSAMA if rule == own}
    yield from _berat(found) - known


def _ditemukan(path: Path) -> bool:
    example, found = findings(path)
    mine = [[one.severity.value, one.location.pointer] for one in found if one.rule == path.parent.name]
    return bool(mine) and mine == example["temuan"]


def test_all_planted_defects_are_found_and_nothing_else_is(capsys: pytest.CaptureFixture[str]) -> None:
    bad, good = files("tidak-sesuai"), files("sesuai")
    planted = Counter(path.parent.name for path in bad)
    found = Counter(path.parent.name for path in bad if _ditemukan(path))
    clean = Counter(path.parent.name for path in good)
    strays = [(rule, f"{path.parent.name}/{path.stem}") for path in (*good, *bad) for rule in _salah(path)]
    wrong = Counter(rule for rule, _ in strays)
    with capsys.disabled():
        print(f"\n{'aturan':<28}{'ditanam':>8}{'ditemukan':>11}{'bersih':>8}{'salah':>7}")
        for rule in ATURAN:
            print(f"{rule:<28}{planted[rule]:>8}{found[rule]:>11}{clean[rule]:>8}{wrong[rule]:>7}")
        print(f"{'jumlah':<28}{planted.total():>8}{found.total():>11}{clean.total():>8}{wrong.total():>7}")
    assert found == planted
    assert not strays
    assert {rule for rule in ATURAN if not (planted[rule] and clean[rule])} == DI_TEMPAT_LAIN


@pytest.mark.parametrize("path", SELESAI, ids=lambda one: f"{one.parts[-3]}/{one.parts[-2]}")
@pytest.mark.parametrize("hari", [0, 1, 183, 3653], ids=["hari-terakhir", "besoknya", "enam-bulan", "sepuluh-tahun"])
def test_a_finished_sample_raises_neither_error_nor_warning_on_any_later_day(path: Path, hari: int) -> None:
    last = max(one["waktu"][:10] for one in json.loads(path.read_text(encoding="utf-8"))["jejak"])
    case = open_case(path, LIBRARY)
    rencana = plan(case.kerja_sama, case.sop)
    judged = check(case, LIBRARY, date.fromisoformat(last) + timedelta(days=hari))
    found = [*judged, *validate(case, rencana, align(rencana, case.kerja_sama)).findings]
    assert not [one for one in found if one.severity is not Severity.INFO]
