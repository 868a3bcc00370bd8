"""Conditions have three outcomes; facts are found by pattern."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.conditions import evaluate, facts

KSDD = {"properties": {"jenis": {"const": "ksdd"}}}
MITRA = {"properties": {"prakarsa": {"enum": ["mitra"]}}}


@pytest.mark.parametrize(
    ("jika", "data", "nilai", "penentu"),
    [
        (KSDD, {"jenis": "ksdd"}, True, ()),
        (KSDD, {"jenis": "sinergi"}, False, ()),
        (KSDD, {}, None, ("/jenis",)),
        ({"not": KSDD}, {}, None, ("/jenis",)),
        ({"not": KSDD}, {"jenis": "sinergi"}, True, ()),
        ({"allOf": [KSDD, MITRA]}, {"jenis": "sinergi"}, False, ()),
        ({"allOf": [KSDD, MITRA]}, {"jenis": "ksdd"}, None, ("/prakarsa",)),
        ({"anyOf": [KSDD, MITRA]}, {"prakarsa": "mitra"}, True, ()),
        ({"anyOf": [KSDD, MITRA]}, {}, None, ("/jenis", "/prakarsa")),
        ({"properties": {"pendanaan": {"properties": {"dianggarkan": {"const": True}}}}}, {}, None, ("/pendanaan/dianggarkan",)),
        ({"properties": {"pendanaan": {"properties": {"dianggarkan": {"const": True}}}}}, {"pendanaan": {"dianggarkan": 1}}, False, ()),
        ({"properties": {"pihak": {"contains": {"properties": {"bentuk": {"const": "pt"}}}}}}, {"pihak": [{"bentuk": "pemda"}, {"bentuk": "pt"}]}, True, ()),
        ({"properties": {"pihak": {"contains": {"properties": {"bentuk": {"const": "pt"}}}}}}, {"pihak": [{"bentuk": "pemda"}]}, False, ()),
        ({"properties": {"pihak": {"contains": {"properties": {"bentuk": {"const": "pt"}}}}}}, {"pihak": [{}]}, None, ("/pihak/0/bentuk",)),
        ({"properties": {"pihak": {"contains": KSDD}}}, {}, None, ("/pihak",)),
    ],
)
def test_a_condition_says_yes_no_or_which_fact_decides(jika: Any, data: Any, nilai: bool | None, penentu: tuple[str, ...]) -> None:
    answer = evaluate(jika, data)
    assert answer.nilai is nilai
    assert (answer.penentu if nilai is None else ()) == penentu


values = st.dictionaries(st.sampled_from(["a", "b"]), st.booleans())
conditions = st.recursive(
    st.builds(lambda key, value: {"properties": {key: {"const": value}}}, st.sampled_from(["a", "b"]), st.booleans()),
    lambda inner: st.one_of(
        st.builds(lambda one: {"not": one}, inner),
        st.builds(lambda some: {"allOf": some}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda some: {"anyOf": some}, st.lists(inner, min_size=1, max_size=3)),
    ),
    max_leaves=6,
)


@given(conditions, values, st.booleans(), st.booleans())
def test_an_answer_never_changes_when_absent_facts_come_in(jika: Any, data: dict[str, bool], a: bool, b: bool) -> None:
    early = evaluate(jika, data)
    whole = evaluate(jika, {"a": a, "b": b, **data})
    assert whole.nilai is not None
    assert early.nilai in (None, whole.nilai)
    assert (early.nilai is None) == bool(early.penentu) or early.nilai is not None


CASE = {"kak": {"lokasi": "Plaosan", "a/b": 1}, "pihak": [{"nama": "X"}, {}], "naskah": [{"jenis": "kb", "nomor": "1"}]}


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("/kak/lokasi", [("/kak/lokasi", "Plaosan", True)]),
        ("/kak/a~1b", [("/kak/a~1b", 1, True)]),
        ("/kak/manfaat", [("/kak/manfaat", None, False)]),
        ("/proposal/judul", [("/proposal/judul", None, False)]),
        ("/pihak/*/nama", [("/pihak/0/nama", "X", True), ("/pihak/1/nama", None, False)]),
        ("/naskah/jenis=kb/nomor", [("/naskah/0/nomor", "1", True)]),
        ("/naskah/jenis=pks/nomor", [("/naskah", None, False)]),
        ("/pihak/?nama=X|Z/nama", [("/pihak/0/nama", "X", True)]),
        ("/pihak/?nama=Y/akta", []),
        ("/rapat/*/tempat", [("/rapat", None, False)]),
        ("/pihak/1", [("/pihak/1", {}, True)]),
    ],
)
def test_facts_are_found_by_pattern_with_their_own_place(pattern: str, found: list[tuple[str, Any, bool]]) -> None:
    assert [(one.pointer, one.value, one.ada) for one in facts(CASE, pattern)] == found
