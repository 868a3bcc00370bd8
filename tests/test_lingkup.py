"""Scopes: a cycle, several partners and their naskah in one case, each with its own share."""

from __future__ import annotations

from typing import Any

from tests import sop_buatan as buatan
from toolkit.conformance import Keselarasan, align
from toolkit.model import KerjaSama, Sop
from toolkit.plan import plan
from toolkit.references import loose_references

KITA = {"nama": "Pemerintah Kabupaten Contoh", "bentuk": "pemda", "sebutan": "KESATU"}
SATU = {"nama": "PT Satu", "bentuk": "pt", "sebutan": "KEDUA"}
DUA = {"nama": "PT Dua", "bentuk": "pt", "sebutan": "KEDUA"}


def _thing(name: str) -> dict[str, Any]:
    return {"artefak": name}


def _sop() -> Sop:
    """A cycle (l1, l2), then per partner (l3, l4), then per naskah (l5)."""
    steps = [
        buatan.langkah("l1", lingkup="tahun"),
        buatan.langkah("l2", lingkup="tahun", menghasilkan=[_thing("tawaran")]),
        buatan.langkah("l3", lingkup="tiap-mitra", memakai=[_thing("tawaran")]),
        buatan.langkah("l4", lingkup="tiap-mitra", menghasilkan=[_thing("kesepakatan")]),
        buatan.langkah("l5", lingkup="tiap-naskah", memakai=[_thing("kesepakatan")]),
    ]
    scopes = {"tahun": "siklus", "tiap-mitra": "mitra", "tiap-naskah": "naskah"}
    return buatan.sop(
        steps,
        lingkup={name: {"nama": name, "untuk": per} for name, per in scopes.items()},
        artefak={name: {"nama": name, "asal": "dalam"} for name in ("tawaran", "kesepakatan")},
    )


def _told(*events: tuple[str, str]) -> Keselarasan:
    case = buatan.kasus(buatan.jejak(*({"langkah": step, "untuk": untuk} for step, untuk in events)))
    return align(plan(case, _sop()), case)


def test_at_first_only_the_scope_that_needs_nothing_from_another_is_due() -> None:
    assert _told().berikut == ("l1",)


def test_a_scope_becomes_due_when_another_has_put_out_what_it_needs() -> None:
    assert _told(("l1", "2026"), ("l2", "2026")).berikut == ("l3",)


def test_a_scope_that_cannot_begin_keeps_no_process_open() -> None:
    steps = [
        buatan.langkah("l1", lingkup="tahun", putusan={"setuju": "l2", "tidak_setuju": {"berakhir": True}}),
        buatan.langkah("l2", lingkup="tiap-mitra", memakai=[_thing("tawaran")]),
        buatan.langkah("l3", lingkup="tahun", menghasilkan=[_thing("tawaran")]),
    ]
    told = buatan.selaraskan(
        buatan.sop(steps, artefak={"tawaran": {"nama": "tawaran", "asal": "dalam"}}),
        {"langkah": "l1", "putusan": "tidak_setuju"},
    )
    assert told.berakhir and told.berikut == ()


def test_what_one_partner_has_reached_is_not_reached_for_the_other() -> None:
    told = _told(("l1", "2026"), ("l2", "2026"), ("l3", "PT Satu"), ("l4", "PT Satu"), ("l3", "PT Dua"))
    one, two = {"id": "kb-1", "untuk": "PT Satu"}, {"id": "kb-2", "untuk": "PT Dua"}
    assert "l4" in told.pernah_bagi(one) and "l4" not in told.pernah_bagi(two)
    assert "l4" in told.berikut_bagi(two) and "l4" not in told.berikut_bagi(one)


def test_a_naskah_that_names_nobody_is_judged_by_the_whole_trail() -> None:
    told = _told(("l1", "2026"), ("l2", "2026"), ("l3", "PT Satu"), ("l4", "PT Satu"))
    assert told.pernah_bagi({"jenis": "kb"}) == told.pernah


def test_the_parties_of_a_naskah_are_ours_and_the_one_that_it_is_for() -> None:
    case = KerjaSama("uji", "buatan", {"pihak": [KITA, SATU, DUA]})
    names = [one["nama"] for one in case.pihak_naskah(_sop(), {"untuk": "PT Dua"})]
    assert names == [KITA["nama"], "PT Dua"]
    assert len(case.pihak_naskah(_sop(), {})) == 3


def test_partners_with_naskah_of_their_own_may_share_a_designation() -> None:
    parties = {"pihak": [KITA, SATU, DUA]}
    apart = {**parties, "naskah": [{"jenis": "kb", "untuk": "PT Satu"}, {"jenis": "kb", "untuk": "PT Dua"}]}
    assert [one.location.pointer for one in loose_references(parties)] == ["/pihak/2/sebutan"]
    assert not list(loose_references(apart))
