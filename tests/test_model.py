"""The nouns say what an office would say."""

from __future__ import annotations

import pytest

from tests.sop_buatan import langkah, sop
from toolkit.model import KerjaSama


@pytest.mark.parametrize(
    ("numbers", "asked", "basis"),
    [
        (["1", "2", "3"], ["l2"], "SOP Buatan langkah 2"),
        (["1", "2", "3"], ["l3", "l1"], "SOP Buatan langkah 1–3"),
        (["7", "8", "7"], ["l2", "l3"], "SOP Buatan langkah 8, 7"),
        (["1", "2", "3"], [], "SOP Buatan"),
    ],
)
def test_a_basis_names_steps_by_their_printed_numbers(numbers: list[str], asked: list[str], basis: str) -> None:
    one = sop([{**langkah(f"l{place}"), "nomor": number} for place, number in enumerate(numbers, 1)])
    assert one.dasar(*asked) == basis


@pytest.mark.parametrize(
    ("parties", "ours"),
    [
        ([{"nama": "Pemerintah Kabupaten Contoh", "bentuk": "pemda"}, {"nama": "PT X", "bentuk": "pt"}], 0),
        ([{"nama": "Pemerintah Kota Lain", "bentuk": "pemda"}, {"nama": "Pemerintah Kabupaten Contoh", "bentuk": "pemda"}], 1),
        ([{"nama": "RSUD Lain", "kita": True}, {"nama": "Pemerintah Kabupaten Contoh", "bentuk": "pemda"}], 0),
        ([{"nama": "Pemerintah Kota Lain", "bentuk": "pemda"}, {"nama": "Pemerintah Kota Kedua", "bentuk": "pemda"}], None),
    ],
)
def test_our_own_party_is_known_by_its_mark_its_name_or_as_the_only_government(parties: list[dict[str, object]], ours: int | None) -> None:
    case = KerjaSama("uji", "buatan", {"pihak": parties})
    found = case.pihak_kita(sop([langkah("l1")]))
    assert found is (None if ours is None else parties[ours])
