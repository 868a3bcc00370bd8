"""The four SOPs beside Magetan: every step with its number, time, actor and edges, as printed."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from toolkit.library import Library, read_sop
from toolkit.model import KerjaSama, Langkah, Sop
from toolkit.plan import Keadaan, plan

LIBRARY = Library()
SOP_LAIN = ("babel-pks", "paser-kb", "probolinggo-ksb", "yogyakarta-monev")
SEMUA = pytest.mark.parametrize("sop_id", SOP_LAIN)


def _sop(sop_id: str) -> Sop:
    """What the SOP itself says, without what the law adds."""
    return read_sop(LIBRARY.checklist(sop_id))


def _step(sop: Sop, place: int) -> Langkah:
    """A step by its row, counted from 1."""
    return sop.langkah[place - 1]


def _rows(sop: Sop, **wanted: Any) -> list[int]:
    """Rows whose attributes are as given."""
    return [
        row for row, step in enumerate(sop.langkah, start=1)
        if all(getattr(step, key) == value for key, value in wanted.items())
    ]


def _outlook(sop_id: str, step: str, **facts: Any) -> Keadaan:
    sop = _sop(sop_id)
    case = KerjaSama("uji", sop_id, {"versi": 1, "id": "uji", "sop": sop_id, **facts})
    return plan(case, sop).menurut_id[step].keadaan


@pytest.mark.parametrize(("sop_id", "printed"), [
    ("babel-pks", "1 2 3 4 5 7 8 7 8 9 10 11 12"),
    ("paser-kb", " ".join(map(str, range(1, 37)))),
    ("probolinggo-ksb", " ".join(map(str, range(1, 18)))),
    ("yogyakarta-monev", "1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 18 19 20 21"),
])
def test_every_step_is_there_under_the_number_that_the_sop_prints(sop_id: str, printed: str) -> None:
    assert [step.nomor for step in _sop(sop_id).langkah] == printed.split()


@pytest.mark.parametrize(("sop_id", "stated", "inferred"), [
    ("babel-pks", 11, 2), ("paser-kb", 17, 19), ("probolinggo-ksb", 2, 15), ("yogyakarta-monev", 6, 14),
])
def test_stated_and_inferred_actors_are_told_apart(sop_id: str, stated: int, inferred: int) -> None:
    assert Counter(step.tersirat for step in _sop(sop_id).langkah) == {False: stated, True: inferred}


@SEMUA
def test_every_reading_of_an_actor_says_what_it_rests_on(sop_id: str) -> None:
    steps = LIBRARY.checklist(sop_id)["langkah"]
    assert not [step["id"] for step in steps if not step.get("dasar_pelaksana")]


def _minutes(sop: Sop) -> float:
    factor = {"menit": 1, "jam": 60}
    return sum((one.waktu.nilai or 0) * factor[one.waktu.satuan or ""] for one in sop.langkah if one.waktu)


def test_paser_sums_to_the_total_that_it_prints() -> None:
    sop = _sop("paser-kb")
    assert sop.data["waktu_total"] == {"nilai": 1450, "satuan": "menit", "tercetak": "1,450"}
    assert _minutes(sop) == 1450


def test_bangka_belitung_sums_to_510_minutes_and_prints_no_total() -> None:
    sop = _sop("babel-pks")
    assert _minutes(sop) == 510
    assert "waktu_total" not in sop.data


def test_probolinggo_gives_no_step_a_time_but_the_whole_a_limit() -> None:
    sop = _sop("probolinggo-ksb")
    assert all(step.waktu is None for step in sop.langkah)
    limits = {one["naskah"][0]: (one["waktu"], one.get("mulai"), one.get("sampai")) for one in sop.data["batas_waktu"]}
    assert limits == {
        "kesepakatan-bersama": ({"nilai": 3, "satuan": "minggu"}, _step(sop, 3).id, _step(sop, 16).id),
        "perjanjian-kerja-sama": ({"nilai": 1, "satuan": "bulan"}, None, None),
    }


def test_yogyakarta_keeps_its_times_in_words_where_it_gives_no_number() -> None:
    sop = _sop("yogyakarta-monev")
    texts = {step.nomor: step.waktu.teks for step in sop.langkah if step.waktu and step.waktu.teks}
    whole = "Sesuai jangka waktu dalam perjanjian kerjasama"
    assert texts == {"10": "Sepanjang tahun", "20": whole, "21": whole}
    assert [step.nomor for step in sop.langkah if step.waktu_relatif] == ["6", "9", "11", "12", "17"]


def _refusals(sop: Sop) -> dict[int, tuple[int | None, bool]]:
    """Row of each decision → row that a refusal goes back to (None: it ends)."""
    row = {step.id: place for place, step in enumerate(sop.langkah, start=1)}
    return {
        row[step.id]: (row.get(step.putusan.kembali_ke or ""), step.putusan.berakhir)
        for step in sop.langkah if step.putusan
    }


def test_bangka_belitung_has_three_returns_as_edges() -> None:
    sop = _sop("babel-pks")
    assert _refusals(sop) == {7: (1, False), 8: (1, False), 9: (8, False)}
    inferred = [bool(one["putusan"]["tidak_setuju"].get("tersirat")) for one in sop.data["langkah"] if "putusan" in one]
    assert inferred == [True, True, False]


def test_a_refusal_of_the_walikota_ends_the_cycle() -> None:
    assert _refusals(_sop("yogyakarta-monev")) == {6: (None, True)}


@pytest.mark.parametrize("sop_id", ["paser-kb", "probolinggo-ksb"])
def test_no_decision_is_invented(sop_id: str) -> None:
    assert _refusals(_sop(sop_id)) == {}


def test_bangka_belitung_opens_with_a_gate() -> None:
    gate = _sop("babel-pks").data["gerbang"]
    assert [(one["perlu"], one["bobot"]) for one in gate] == [("/naskah/jenis=draf-perjanjian/berkas", "pokok")]


def test_paser_has_two_paraf_chains_on_one_text() -> None:
    sop = _sop("paser-kb")
    chains = {chain.tahap: chain.langkah for chain in sop.naskah_menurut_id["kesepakatan-bersama"].rantai_paraf}
    assert {name: [sop.urutan[step] + 1 for step in steps] for name, steps in chains.items()} == {
        "draf": [19, 21, 22], "final": [30, 32, 33],
    }
    posts = ["unit-kerja-sama", "asisten", "sekda"]
    for steps in chains.values():
        assert [sop.peran(sop.langkah_menurut_id[step].pelaksana[0]) for step in steps] == posts


@pytest.mark.parametrize("sop_id", ["babel-pks", "probolinggo-ksb", "yogyakarta-monev"])
def test_no_paraf_chain_is_invented(sop_id: str) -> None:
    sop = _sop(sop_id)
    assert not [one.id for one in sop.naskah if one.rantai_paraf]
    assert not [step.id for step in sop.langkah if "paraf" in step.semua_tindakan]


@pytest.mark.parametrize(("facts", "expected"), [
    ({"prakarsa": "daerah"}, Keadaan.BERLAKU),
    ({"prakarsa": "mitra", "surat_keluar": [{"naskah": "surat-balasan-bersedia"}]}, Keadaan.TIDAK_BERLAKU),
    ({"prakarsa": "mitra", "surat_keluar": [{"naskah": "surat-permohonan-kerja-sama"}]}, Keadaan.BERLAKU),
    ({}, Keadaan.BELUM_DIKETAHUI),
])
def test_paser_waits_for_a_reply_only_where_one_was_asked_for(facts: dict[str, Any], expected: Keadaan) -> None:
    rows = [_step(_sop("paser-kb"), row).id for row in (25, 26)]
    assert [_outlook("paser-kb", step, **facts) for step in rows] == [expected, expected]


def test_yogyakarta_runs_in_a_cycle_per_partner_and_per_agreement() -> None:
    sop = _sop("yogyakarta-monev")
    scopes = dict.fromkeys(step.lingkup for step in sop.langkah)
    assert [_rows(sop, lingkup=scope) for scope in scopes] == [[*range(1, 10)], [*range(10, 15)], [*range(15, 21)]]
    assert [sop.data["lingkup"][scope]["untuk"] for scope in scopes] == ["siklus", "mitra", "naskah"]


def test_carrying_out_and_evaluating_run_beside_each_other_and_repeat() -> None:
    last = _sop("yogyakarta-monev").langkah[-2:]
    assert last[0].paralel == {last[1].id} and last[1].paralel == {last[0].id}
    assert all(step.berulang for step in last)


@pytest.mark.parametrize(("sop_id", "rows"), [
    ("babel-pks", [7, 8, 9, 13]),
    ("paser-kb", [16, 19, 21, 22, 30, 32, 33, 35, 36]),
    ("probolinggo-ksb", [17]),
    ("yogyakarta-monev", [4, 6, 9, 12, 13, 16, 17]),
])
def test_the_weight_of_a_step_follows_the_list(sop_id: str, rows: list[int]) -> None:
    assert _rows(_sop(sop_id), bobot="pokok") == rows


def test_bangka_belitung_may_be_opened_by_any_of_three_leaders() -> None:
    sop = _sop("babel-pks")
    roles = {sop.peran(actor) for actor in _step(sop, 1).pengganti}
    assert roles == {"kepala-daerah", "wakil-kepala-daerah", "sekda"}


@SEMUA
def test_what_an_sop_does_not_print_is_left_empty(sop_id: str) -> None:
    identity = _sop(sop_id).data["identitas"]
    printed = sop_id == "babel-pks"
    assert bool(identity["dasar_hukum"]) is printed
    assert bool(identity["pencatatan"]) is printed


def test_probolinggo_keeps_its_service_data() -> None:
    identity = _sop("probolinggo-ksb").data["identitas"]
    assert len(identity["persyaratan"]) == 3
    assert identity["biaya"][0] == "Tidak dipungut biaya"
    assert "(0335) 421921" in identity["pengaduan"][1]


@SEMUA
def test_what_comes_from_outside_is_never_drafted(sop_id: str) -> None:
    for one in _sop(sop_id).naskah:
        assert bool(one.templat or one.format == "xlsx") is (one.asal == "dibuat"), one.id


@pytest.mark.parametrize(("sop_id", "received"), [
    ("babel-pks", {"disposisi-pimpinan", "draf-perjanjian"}),
    ("paser-kb", {"surat-permohonan-fasilitasi", "surat-balasan-mitra"}),
    ("probolinggo-ksb", {"surat-pengajuan", "proposal-opd", "draf-ksb"}),
    ("yogyakarta-monev", {"data-potensi-skpd", "surat-jawaban"}),
])
def test_the_received_naskah_are_named(sop_id: str, received: set[str]) -> None:
    assert {one.id for one in _sop(sop_id).naskah if one.asal == "diterima"} == received


@pytest.mark.parametrize(("sop_id", "signed"), [
    ("babel-pks", set()), ("probolinggo-ksb", set()),
    ("paser-kb", {"kesepakatan-bersama": 35}),
    ("yogyakarta-monev", {"kesepakatan-bersama": 12, "perjanjian-kerja-sama": 16}),
])
def test_agreements_are_signed_where_the_sop_says_so(sop_id: str, signed: Any) -> None:
    sop = _sop(sop_id)
    found = {one.id: sop.urutan[one.ditandatangani_pada] + 1 for one in sop.naskah if one.ditandatangani_pada}
    assert found == dict(signed)


@SEMUA
def test_a_kak_is_a_remark_on_the_sop_and_no_fact_of_a_case(sop_id: str) -> None:
    sop = _sop(sop_id)
    asked = {pointer for step in sop.langkah for pointer in step.perlu}
    assert not [pointer for pointer in asked if pointer.startswith("/kak")]
    if sop_id != "babel-pks":
        assert sop.fakta["/kak"]["lapis"] == "hukum"


def test_probolinggo_asks_subject_object_and_proposal_where_the_papers_come_in() -> None:
    step = _step(_sop("probolinggo-ksb"), 3)
    assert {"/pihak/*/nama", "/objek", "/permohonan/nomor", "/proposal/berkas", "/naskah/jenis=draf-ksb/berkas"} <= set(step.perlu)


@SEMUA
def test_no_input_of_a_step_comes_from_a_later_step_alone(sop_id: str) -> None:
    sop = _sop(sop_id)
    for step in sop.langkah:
        for thing in step.memakai:
            makers = [
                sop.urutan[other.id] for other in sop.langkah for out in other.menghasilkan
                if out.artefak == thing.artefak and thing.keadaan in (None, out.keadaan)
            ]
            assert not makers or min(makers) <= sop.urutan[step.id], (step.id, thing)


ODDITIES = [
    ("babel-pks", "/langkah", "tidak memuat langkah penandatanganan"),
    ("babel-pks", "/langkah/5/nomor", "nomor 6 tidak ada"),
    ("babel-pks", "/langkah/7/nomor", "berulang"),
    ("paser-kb", "/judul", "Perjanjian Kerja Sama"),
    ("paser-kb", "/langkah/17/menghasilkan/0", "langkah 19"),
    ("paser-kb", "/langkah/28/menghasilkan/0", "langkah 30"),
    ("paser-kb", "/langkah/23/menghasilkan/0", "ditandatangani Bupati"),
    ("paser-kb", "/langkah/5/menghasilkan/0", "Disposisi Kabag"),
    ("paser-kb", "/langkah/27/memakai/1", "Finalisasi naskah"),
    ("paser-kb", "/langkah/24/menghasilkan/0", "25, 28"),
    ("paser-kb", "/fakta", "kerangka acuan kerja"),
    ("probolinggo-ksb", "/langkah", "tidak memuat langkah penandatanganan"),
    ("yogyakarta-monev", "/langkah/13/nomor", "nomor 14 tidak ada"),
    ("yogyakarta-monev", "/langkah/4/memakai/0", "Daftar prioritas"),
    ("yogyakarta-monev", "/langkah/9/memakai/1", "telah ditandatangani"),
    ("yogyakarta-monev", "/langkah/15/memakai/0", "draft final"),
    ("yogyakarta-monev", "/pelaksana/walikota", "tidak punya kolom"),
    ("yogyakarta-monev", "/naskah/18", "tidak pernah dikoreksi unit hukum"),
]


@pytest.fixture(scope="module")
def catatan() -> list[tuple[str, str, str]]:
    """What `verify` says of the SOPs: (checklist, pointer, message)."""
    from toolkit.verification import alur_janggal
    from toolkit.verification.data import Data

    told = (one.as_dict() for one in alur_janggal.check(Data.read(LIBRARY)))
    return [(f"{one['case']} {one['file']}", one["pointer"] or "", one["message"]) for one in told]


@pytest.mark.parametrize(("sop_id", "pointer", "words"), ODDITIES)
def test_what_is_odd_in_an_sop_follows_from_its_data(
    catatan: list[tuple[str, str, str]], sop_id: str, pointer: str, words: str,
) -> None:
    here = [message for name, place, message in catatan if f"{sop_id}.json" in name and place == pointer]
    assert any(words in message for message in here), here
