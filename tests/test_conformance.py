"""The alignment tells one story for one deviation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.sop_buatan import langkah, lurus, ringkasan, selaraskan, sop

KEMBALI = {"l3": {"putusan": {"setuju": "l4", "tidak_setuju": {"kembali_ke": "l1"}}}}
AKHIR = {"l3": {"putusan": {"setuju": "l4", "tidak_setuju": {"berakhir": True}}}}


def test_a_finished_trail_deviates_nowhere_and_has_ended() -> None:
    told = selaraskan(lurus(4), "l1", "l2", "l3", "l4")
    assert ringkasan(told) == []
    assert told.berakhir and told.berikut == ()


@given(st.integers(0, 8))
def test_every_prefix_of_a_plan_is_a_running_case(length: int) -> None:
    told = selaraskan(lurus(8), *[f"l{n}" for n in range(1, length + 1)])
    assert ringkasan(told) == []
    assert told.berikut == ((f"l{length + 1}",) if length < 8 else ())
    assert told.langkah_selesai == {f"l{n}" for n in range(1, length + 1)}


@given(st.integers(1, 7))
def test_one_step_left_out_is_one_deviation_that_names_it(missing: int) -> None:
    told = selaraskan(lurus(8), *[f"l{n}" for n in range(1, 9) if n != missing])
    assert ringkasan(told) == [("terlewat", (f"l{missing}",))]


def test_a_run_of_steps_left_out_is_one_deviation_first_to_last() -> None:
    assert ringkasan(selaraskan(lurus(6), "l1", "l5", "l6")) == [("terlewat", ("l2", "l3", "l4"))]


def test_a_leap_at_the_end_of_a_running_trail_names_what_was_missed() -> None:
    told = selaraskan(lurus(6), "l1", "l5")
    assert ringkasan(told) == [("terlewat", ("l2", "l3", "l4"))]
    assert "l5" in told.langkah_selesai


@given(st.integers(1, 8), st.integers(1, 8))
def test_two_steps_that_changed_places_are_one_deviation_that_names_both(a: int, b: int) -> None:
    if a == b:
        return
    order = [f"l{n}" for n in range(1, 9)]
    order[a - 1], order[b - 1] = order[b - 1], order[a - 1]
    told = selaraskan(lurus(8), *order)
    assert [(kind, set(steps)) for kind, steps in ringkasan(told)] == [("tertukar", {f"l{a}", f"l{b}"})]


@given(st.integers(1, 7), st.integers(0, 7))
def test_a_step_done_far_from_its_place_is_one_deviation(moved: int, to: int) -> None:
    order = [f"l{n}" for n in range(1, 9) if n != moved]
    order.insert(to, f"l{moved}")
    told = ringkasan(selaraskan(lurus(8), *order))
    if order == sorted(order):
        assert told == []
    else:
        assert len(told) == 1 and told[0][0] == "tertukar" and f"l{moved}" in told[0][1]


def test_a_step_that_the_sop_does_not_know_is_one_deviation() -> None:
    assert ringkasan(selaraskan(lurus(3), "l1", "l2", "entah", "l3")) == [("tak-dikenal", ())]


def test_an_unknown_step_in_the_place_of_a_known_one_stands_for_it() -> None:
    assert ringkasan(selaraskan(lurus(3), "l1", "entah", "l3")) == [("tak-dikenal", ("l2",))]


def test_a_step_outside_the_branch_is_one_deviation() -> None:
    branch = {"hanya-ksdd": {"jika": {"properties": {"jenis": {"const": "ksdd"}}}, "karena": "hanya KSDD", "dasar": "uji"}}
    one = sop([langkah("l1"), langkah("l2", syarat="hanya-ksdd"), langkah("l3")], syarat=branch)
    assert ringkasan(selaraskan(one, "l1", "l2", "l3", jenis="sinergi")) == [("luar-cabang", ("l2",))]
    assert ringkasan(selaraskan(one, "l1", "l3", jenis="sinergi")) == []
    assert ringkasan(selaraskan(one, "l1", "l3", jenis="ksdd")) == [("terlewat", ("l2",))]
    assert ringkasan(selaraskan(one, "l1", "l3")) == [], "an unknown branch accuses nobody"


def test_a_return_undoes_what_follows_and_the_second_round_is_no_deviation() -> None:
    one = lurus(5, **KEMBALI)
    told = selaraskan(one, "l1", "l2", ("l3", "tidak_setuju"), "l1", "l2", ("l3", "setuju"), "l4")
    assert ringkasan(told) == []
    assert told.berikut == ("l5",)


def test_a_step_left_out_of_the_second_round_is_named() -> None:
    one = lurus(5, **KEMBALI)
    told = selaraskan(one, "l1", "l2", ("l3", "tidak_setuju"), "l1", ("l3", "setuju"), "l4")
    assert ringkasan(told) == [("terlewat", ("l2",))]


def test_going_on_after_a_refusal_is_one_deviation_however_long_it_goes_on() -> None:
    for special in (KEMBALI, AKHIR):
        told = selaraskan(lurus(6, **special), "l1", "l2", ("l3", "tidak_setuju"), "l4", "l5", "l6")
        assert ringkasan(told) == [("setelah-penolakan", ("l3",))]


def test_a_refusal_that_ends_the_process_ends_it() -> None:
    told = selaraskan(lurus(6, **AKHIR), "l1", "l2", ("l3", "tidak_setuju"))
    assert ringkasan(told) == []
    assert told.berakhir and told.berikut == ()


def test_a_decision_without_an_answer_is_one_deviation() -> None:
    assert ringkasan(selaraskan(lurus(5, **KEMBALI), "l1", "l2", "l3", "l4")) == [("putusan-kosong", ("l3",))]


def test_an_inferred_decision_without_an_answer_counts_as_agreed() -> None:
    special = {"l3": {"putusan": {**KEMBALI["l3"]["putusan"], "tersirat": True}}}
    assert ringkasan(selaraskan(lurus(5, **special), "l1", "l2", "l3", "l4")) == []


def test_several_persons_at_one_step_are_one_occurrence() -> None:
    assert ringkasan(selaraskan(lurus(3), "l1", "l2", "l2", "l2", "l3")) == []


def test_the_same_person_twice_at_one_step_is_a_repeat() -> None:
    twice = {"langkah": "l2", "nama": "Orang yang sama"}
    assert ringkasan(selaraskan(lurus(3), "l1", twice, twice, "l3")) == [("berulang", ("l2",))]


def test_a_repeat_after_a_correction_is_no_deviation_and_a_second_one_is_told() -> None:
    one = lurus(4, l2={"tindakan": "ketik"}, l3={"tindakan": "koreksi"})
    assert ringkasan(selaraskan(one, "l1", "l2", "l3", "l2", "l3", "l4")) == []
    assert ("berulang", ("l1",)) in ringkasan(selaraskan(lurus(3), "l1", "l2", "l1", "l3"))


def test_steps_without_mutual_order_may_come_in_any_order() -> None:
    one = lurus(4, l2={"paralel": ["l3"]})
    assert ringkasan(selaraskan(one, "l1", "l3", "l2", "l4")) == []


def test_an_optional_step_may_be_left_out() -> None:
    one = lurus(4, l2={"opsional": True})
    assert ringkasan(selaraskan(one, "l1", "l3", "l4")) == []
    assert selaraskan(one, "l1").berikut == ("l2", "l3")


def test_scopes_are_aligned_apart() -> None:
    one = sop([langkah("l1", lingkup="mitra"), langkah("l2", lingkup="mitra"), langkah("l3", lingkup="naskah", berulang=True)])
    def at(step: str, untuk: str) -> dict[str, str]:
        return {"langkah": step, "untuk": untuk}

    told = selaraskan(one, at("l1", "x"), at("l1", "y"), at("l2", "y"), at("l3", "p"), at("l2", "x"), at("l3", "p"))
    assert ringkasan(told) == []
    assert len(told.bagian) == 3
    told = selaraskan(one, at("l1", "x"), at("l2", "x"), at("l2", "y"))
    assert ringkasan(told) == [("terlewat", ("l1",))]


def test_a_stopped_process_has_nothing_due() -> None:
    told = selaraskan(lurus(3), "l1", dihentikan={"tanggal": "2026-03-03", "alasan": "mitra mundur"})
    assert told.berakhir and told.berikut == () and ringkasan(told) == []
