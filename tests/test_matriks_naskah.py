"""Every defect planted in a text is found by its rule, and no other rule speaks of it; texts by others
that nobody spoilt raise nothing. The matrix prints what each rule found."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.naskah_buatan import FOLDER as NASKAH
from tests.rules.contoh import files, naskah_findings
from toolkit.findings import Severity
from toolkit.rules import text_rules

ATURAN = [rule.ID for rule in text_rules()]
JENIS = {
    "pks-pt": "ksdpk", "kb-ksdd": "ksdd", "nk-bps": "sinergi", "pks-pertama": "ksdpk", "mou-kota": "ksdpk", "kb-2012": "ksdd",
    "pks-bank": "ksdpk", "adendum": "ksdpk", "surat-penawaran": None, "pks-tiga-pihak": "ksdd", "kb-tanpa-pasal": "ksdd",
}
# What an unspoilt text is known to lack or to do; everything else would be a false alarm.
DIKETAHUI = {"kb-tanpa-pasal": {"lambang"}}
# A spoilt fact may lawfully be told by a second rule: a removed article also breaks the numbering.
BERSAMA = {("unsur-naskah", "pasal-urut")}


def _tanaman() -> list[tuple[str, Path, dict[str, Any]]]:
    examples = ((path, json.loads(path.read_text(encoding="utf-8"))) for path in files("tidak-sesuai"))
    return [(path.parent.name, path, example) for path, example in examples if "teks" in example]


@cache
def _asli(teks: str, jenis: str | None) -> frozenset[str]:
    return frozenset(one.rule for one in naskah_findings({"teks": teks, "jenis": jenis}) if one.severity is not Severity.INFO)


def test_every_text_of_the_collection_has_its_kind() -> None:
    assert {path.stem for path in NASKAH.glob("*.txt")} == set(JENIS)


@pytest.mark.parametrize("teks", sorted(JENIS))
@pytest.mark.parametrize("disebut", [True, False], ids=["dengan-jenis", "tanpa-jenis"])
def test_an_unspoilt_text_raises_no_false_alarm(teks: str, disebut: bool) -> None:
    assert _asli(teks, JENIS[teks] if disebut else None) <= DIKETAHUI.get(teks, set())


def test_every_planted_defect_is_found_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    planted, found, wrong = Counter[str](), Counter[str](), Counter[str]()
    strays: list[str] = []
    for rule, path, example in _tanaman():
        planted[rule] += 1
        findings = naskah_findings(example)
        found[rule] += any(one.rule == rule for one in findings)
        before = _asli(example["teks"], example.get("jenis"))
        stray = {one.rule for one in findings if one.severity is not Severity.INFO} - before - {rule}
        stray = {one for one in stray if (rule, one) not in BERSAMA}
        wrong.update(stray)
        strays += [f"{path.parent.name}/{path.stem}: {one}" for one in stray]
    with capsys.disabled():
        print("\naturan                     ditanam  ditemukan  salah")
        for rule in ATURAN:
            print(f"{rule:<26} {planted[rule]:>7}  {found[rule]:>9}  {wrong[rule]:>5}")
    assert found == planted
    assert not strays
    assert all(planted[rule] for rule in ATURAN)
