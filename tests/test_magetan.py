"""The Magetan SOP as data: its own words, its days, its references, its profile and its samples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import holidays
import pytest

from toolkit.conditions import facts
from toolkit.conformance import align
from toolkit.library import Library
from toolkit.model import KerjaSama, Langkah
from toolkit.plan import Keadaan, plan
from toolkit.resources import packaged

LIBRARY = Library()
SOP = LIBRARY.sop("magetan-penawaran")
DATA: dict[str, Any] = LIBRARY.checklist("magetan-penawaran")
CONTOH = sorted((packaged() / "samples" / SOP.id).glob("*/kerja-sama.json"))
SEMUA = pytest.mark.parametrize("path", CONTOH, ids=lambda path: path.parent.name)
CABANG = {"lengkap-ksdd": "123456789", "lengkap-ksdpk": "123456789", "lengkap-sinergi": "123459"}

# What the SOP prints: kegiatan, kelengkapan, keluaran, days.
TABEL = [
    ("Menerima Surat Penawaran Kerja Sama dari Pihak I", ["Surat Penawaran", "Kerangka Acuan Kerja"], ["Disposisi Bupati"], 1),
    ("Mendisposisikan tawaran kerja sama ke Bagian Tapem untuk ditindaklanjuti", ["Disposisi Bupati", "Surat Penawaran"], ["Adanya disposisi yang jelas"], 3),
    ("Mengadakan rapat TKKSD untuk membahas rencana Kerja Sama dan menyusun Naskah Kerja Sama*", ["Surat Penawaran", "Kerangka Acuan Kerja"], ["Hasil rapat rencana Kerja Sama", "Rancangan Naskah Kerja Sama"], 7),
    ("Meminta Legal Drafting Naskah Kerja Sama ke Bagian Hukum", ["Rancangan Naskah Kerja Sama"], ["Rancangan Naskah Kerja Sama yang telah mendapat Legal Drafting"], 3),
    ("Penandatanganan Naskah Kerja Sama", ["Rancangan Naskah Kerja Sama yang telah mendapat Legal Drafting"], ["Naskah Kerja Sama yang telah ditandatangani oleh Para Pihak"], 1),
    ("Menyusun rancangan Perjanjian Kerja Sama*", ["Naskah Kerja Sama yang telah ditandatangani oleh Para Pihak"], ["Rancangan Perjanjian Kerja Sama"], 7),
    ("Meminta Legal Drafting PKS ke Bagian Hukum", ["Rancangan Perjanjian Kerja Sama"], ["Naskah PKS yang telah mendapat Legal Drafting"], 3),
    ("Penandatanganan Naskah PKS", ["Naskah PKS yang telah mendapat Legal Drafting"], ["Naskah PKS yang telah ditandatangani oleh Para Pihak"], 1),
    ("Mengarsipkan Naskah Kesepakatan Bersama / Nota Kesepakatan / Perjanjian Kerja Sama", ["Naskah Kesepakatan Bersama / Nota Kesepakatan / Perjanjian Kerja Sama"], ["Dokumen Kerja Sama yang telah diarsipkan"], 1),
]


def _case(path: Path) -> KerjaSama:
    data = json.loads(path.read_text(encoding="utf-8"))
    return KerjaSama(data["id"], data["sop"], data)


def _days(jenis: str) -> float:
    steps = plan(KerjaSama("uji", SOP.id, {"jenis": jenis}), SOP).dalam_cabang
    return sum(step.waktu.nilai or 0 for step in steps if step.waktu)


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _keys(item)


@pytest.mark.parametrize("place", range(9), ids=[str(number) for number in range(1, 10)])
def test_every_row_keeps_the_words_and_days_of_the_sop(place: int) -> None:
    step = SOP.langkah[place]
    days = step.waktu.nilai if step.waktu and step.waktu.satuan == "hari" else None
    assert (step.nomor, step.kegiatan, list(step.kelengkapan), list(step.keluaran), days) == (str(place + 1), *TABEL[place])


def test_it_has_nine_rows_in_printed_order() -> None:
    assert [step.nomor for step in SOP.langkah] == list("123456789")


def test_the_identifikasi_is_kept_beside_every_row() -> None:
    wanted = ["(KAK)", "selaku fasilitator", "Nota Kesepakatan yang disertai Rencana Kerja", "rancangan Naskah", "desk to desk", "menyertakan OPD Teknis", "rancangan Perjanjian", "surat kuasa", "Sekretariat TKKSD mengarsipkan"]
    assert [word for word, step in zip(wanted, DATA["langkah"], strict=True) if word not in step["uraian"]] == []


def test_the_notes_of_the_sop_stand_at_their_rows() -> None:
    notes = {step.nomor: step.keterangan or "" for step in SOP.langkah}
    assert "Pihak I = Daerah Lain / Pihak Ketiga / Instansi Vertikal" in notes["1"]
    assert "Nota Kesepakatan untuk Kerja Sama dengan Instansi Vertikal" in notes["3"]
    assert "berhenti sampai di kegiatan penandatanganan Nota Kesepakatan (NK)" in notes["5"]
    assert "PKS hanya berlaku untuk KSDD dan KSDPK" in notes["6"]
    assert "mengikutsertakan OPD Teknis pelaksana" in notes["6"]
    assert "memberikan kuasa kepada Kepala OPD Teknis Pelaksana" in notes["8"]


def test_the_identity_box_keeps_its_data_and_invents_none() -> None:
    identity = DATA["identitas"]
    assert [len(identity[key]) for key in ("dasar_hukum", "keterkaitan", "kualifikasi_pelaksana", "peralatan", "pencatatan")] == [3, 2, 4, 5, 2]
    assert "Kerja sama yang dilaksanakan tidak tepat sasaran" in identity["peringatan"]
    assert [identity[key] for key in ("nomor", "tanggal_pembuatan", "tanggal_efektif", "disahkan_oleh")] == [None] * 4


@pytest.mark.parametrize(("jenis", "days"), [("ksdd", 27), ("ksdpk", 27), ("sinergi", 16)])
def test_the_whole_process_takes_the_days_of_the_sop(jenis: str, days: int) -> None:
    assert _days(jenis) == days


def test_a_refusal_ends_the_process_and_says_that_the_sop_only_implies_it() -> None:
    decision = DATA["langkah"][1]["putusan"]
    assert decision["tersirat"] and decision["tidak_setuju"]["berakhir"] and decision["tidak_setuju"]["tersirat"]
    assert "Pasal 8 ayat (3)" in decision["tidak_setuju"]["dasar"]


def test_only_the_acts_that_decide_are_pokok() -> None:
    assert [step.nomor for step in SOP.langkah if step.bobot == "pokok"] == list("245789")


def test_only_who_asks_for_legal_drafting_is_inferred() -> None:
    assert [step.nomor for step in SOP.langkah if step.tersirat] == ["4", "7"]


def test_ids_of_steps_and_actors_are_nothing_else() -> None:
    ids = {*SOP.langkah_menurut_id, *SOP.pelaksana}
    schema = LIBRARY.schema("checklist")
    words = {*schema["$defs"]["peran"]["enum"], *schema["$defs"]["tindakan"]["enum"]}
    templates = {naskah.templat for naskah in SOP.naskah}
    keys = set(_keys({**DATA, "pelaksana": {}})) | set(_keys(LIBRARY.schema("kerja-sama"))) | set(_keys(schema))
    profiles = set(_keys([LIBRARY.profil("bawaan"), LIBRARY.profil(SOP.profil)]))
    assert len(ids) == len(SOP.langkah) + len(SOP.pelaksana)
    assert not ids & (words | set(SOP.naskah_menurut_id) | templates | keys | profiles | set(SOP.syarat) | {SOP.id})


def test_no_pointer_holds_the_id_of_a_step_or_actor() -> None:
    parts = {part for pointer in SOP.fakta for part in pointer.replace("=", "/").split("/")}
    assert not parts & {*SOP.langkah_menurut_id, *SOP.pelaksana}


def test_every_reference_leads_somewhere() -> None:
    actors, steps, naskah = set(SOP.pelaksana), set(SOP.langkah_menurut_id), set(SOP.naskah_menurut_id)
    conditions = {entry["syarat"] for entry in (*SOP.fakta.values(), *SOP.arsip, *DATA["langkah"]) if "syarat" in entry}
    conditions |= {one.syarat for one in SOP.naskah if one.syarat}
    conditions |= {thing.syarat for step in SOP.langkah for thing in (*step.memakai, *step.menghasilkan) if thing.syarat}
    assert conditions == set(SOP.syarat)
    for artefact in SOP.artefak.values():
        assert set(artefact.get("naskah", ())) <= naskah
        assert all(set(state["oleh"]) <= actors for state in artefact.get("keadaan", {}).values())
    for thing in (thing for step in SOP.langkah for thing in (*step.memakai, *step.menghasilkan)):
        assert thing.keadaan is None or thing.keadaan in SOP.artefak[thing.artefak]["keadaan"]
    for duty in SOP.arsip:
        assert duty["langkah"] in steps and set(duty["naskah"]) <= naskah


def test_every_fact_is_asked_by_a_step_and_every_asked_fact_is_named() -> None:
    assert {pointer for step in SOP.langkah for pointer in step.perlu} == set(SOP.fakta)


def test_every_legal_demand_cites_its_article() -> None:
    assert [pointer for pointer, fact in SOP.fakta.items() if fact["lapis"] == "hukum" and not ("Pasal" in fact["dasar"] or "Lampiran" in fact["dasar"])] == []


@pytest.mark.parametrize("jenis", ["ksdd", "ksdpk", "sinergi"])
def test_no_step_uses_what_no_earlier_step_has_made(jenis: str) -> None:
    made: set[tuple[str, str | None]] = set()
    for step in plan(KerjaSama("uji", SOP.id, {"jenis": jenis, "prakarsa": "mitra"}), SOP).dalam_cabang:
        assert not [thing for thing in _uses(step, jenis) if (thing[0], thing[1]) not in made], step.id
        made |= {(thing.artefak, state) for thing in step.menghasilkan for state in (thing.keadaan, None)}


def _uses(step: Langkah, jenis: str) -> Iterator[tuple[str, str | None]]:
    for thing in step.memakai:
        outside = SOP.artefak[thing.artefak]["asal"] == "luar"
        if not outside and not (thing.syarat == "ada-pks" and jenis == "sinergi"):
            yield thing.artefak, thing.keadaan


def test_the_first_row_puts_out_the_disposisi_that_only_the_second_gives() -> None:
    state = SOP.artefak["disposisi-bupati"]["keadaan"]["diberikan"]
    first, second = SOP.langkah[:2]
    assert any(thing.artefak == "disposisi-bupati" for thing in first.menghasilkan)
    assert state["tindakan"] not in first.semua_tindakan and state["tindakan"] in second.semua_tindakan


def test_what_the_partner_sends_is_never_drafted() -> None:
    received = {naskah.id for naskah in SOP.naskah if naskah.asal == "diterima"}
    assert received == {"surat-penawaran", "kerangka-acuan-kerja", "studi-kelayakan"}
    assert all(naskah.templat is None for naskah in SOP.naskah if naskah.id in received)


@pytest.mark.parametrize("profil", ["bawaan", "kabupaten-magetan"])
def test_a_profile_is_valid_and_says_how_sure_its_defaults_are(profil: str) -> None:
    data = json.loads((packaged() / "templates" / "profil" / f"{profil}.json").read_text(encoding="utf-8"))
    assert not list(LIBRARY.validator("profil").iter_errors(data))
    assert all(note.startswith(("[S]", "[O]", "[G]")) for note in data["catatan"].values())
    assert set(data["catatan"]) <= set(data)


def test_every_default_of_the_profile_names_its_basis() -> None:
    data = LIBRARY.profil("bawaan")
    assert set(data) - {"$schema", "id", "judul", "catatan"} == set(data["catatan"])


@SEMUA
def test_a_sample_is_valid_and_its_expectation_is_sorted(path: Path) -> None:
    assert not list(LIBRARY.validator("kerja-sama").iter_errors(dict(_case(path).data)))
    expected = json.loads((path.parent / "expected.json").read_text(encoding="utf-8"))
    for verb in ("validate", "check"):
        found = expected[verb]["findings"]
        assert found == sorted(found)
        assert expected[verb]["exit"] == int(any(severity == "error" for _, severity, _ in found))


@pytest.mark.parametrize(("name", "numbers"), CABANG.items())
def test_a_finished_sample_takes_its_whole_branch(name: str, numbers: str) -> None:
    case = _case(packaged() / "samples" / SOP.id / name / "kerja-sama.json")
    assert [SOP.langkah_menurut_id[event.langkah].nomor for event in case.jejak] == list(numbers)
    assert align(plan(case, SOP), case).berakhir


@pytest.mark.parametrize("stage", range(1, 9))
def test_a_running_sample_stands_right_after_its_step(stage: int) -> None:
    case = _case(packaged() / "samples" / SOP.id / f"berjalan-{stage}" / "kerja-sama.json")
    assert SOP.langkah_menurut_id[case.jejak[-1].langkah].nomor == str(stage)
    aligned = align(plan(case, SOP), case)
    assert aligned.penyimpangan == () and not aligned.berakhir


@pytest.mark.parametrize("name", [*CABANG, *(f"berjalan-{stage}" for stage in range(1, 9))])
def test_a_sound_sample_knows_every_fact_that_is_due(name: str) -> None:
    case = _case(packaged() / "samples" / SOP.id / name / "kerja-sama.json")
    rencana = plan(case, SOP)
    aligned = align(rencana, case)
    due = [step for step in SOP.langkah if step.id in (*aligned.langkah_selesai, *aligned.berikut)]
    asked = [one for step in due for one in step.perlu if rencana.fakta(one).keadaan is Keadaan.BERLAKU]
    assert asked and [one for one in asked for fact in facts(case.data, one) if not fact.ada] == []


@pytest.mark.parametrize("name", [*CABANG, *(f"berjalan-{stage}" for stage in range(1, 9)), "ditolak"])
def test_a_sound_sample_works_on_working_days_within_office_hours(name: str) -> None:
    case = _case(packaged() / "samples" / SOP.id / name / "kerja-sama.json")
    free = holidays.country_holidays("ID", years=[2025, 2026], categories=("public", "government"))
    for text in [text for event in case.jejak for text in (event.mulai or event.waktu, event.waktu)]:
        moment = datetime.fromisoformat(text)
        assert moment.date() not in free and moment.weekday() < 5
        assert (7, 30) <= (moment.hour, moment.minute) <= (16, 0)
        assert moment.date() < date(2026, 11, 21)


@pytest.mark.parametrize("name", CABANG)
def test_a_finished_sample_keeps_every_step_within_its_time(name: str) -> None:
    case = _case(packaged() / "samples" / SOP.id / name / "kerja-sama.json")
    for event in case.jejak:
        limit = SOP.langkah_menurut_id[event.langkah].waktu
        taken = datetime.fromisoformat(event.waktu) - datetime.fromisoformat(event.mulai or event.waktu)
        assert limit and limit.nilai and taken.total_seconds() <= limit.nilai * 86400, event.langkah


def test_the_samples_hold_finished_running_and_defective_cases() -> None:
    names = {path.parent.name for path in CONTOH}
    assert {*CABANG, *(f"berjalan-{stage}" for stage in range(1, 9))} <= names
    assert len([name for name in names if name.startswith("cacat-")]) >= 5
