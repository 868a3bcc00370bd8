"""`verify`: broken data is named with its place, odd SOPs are noted, stale samples told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import sop_buatan as buatan
from tests.contoh import FINISHED
from toolkit.findings import Finding, Severity
from toolkit.library import Library
from toolkit.resources import Resources, packaged
from toolkit.verification import alur_acuan, registry, verify
from toolkit.verification.aliran import janggal as oddities_of_flow
from toolkit.verification.cetakan import janggal as oddities_of_print
from toolkit.verification.contoh_usang import stale
from toolkit.verification.data import Data

ROOT = packaged()
CHECKLISTS = sorted((ROOT / "checklists").glob("*.json"))


def test_the_packages_own_data_is_sound() -> None:
    files, found = verify(Library())
    assert len(files) > len(CHECKLISTS)
    assert [f"{one.location.case}{one.location.pointer}: {one.message}" for one in found if one.severity is Severity.ERROR] == []


def test_every_data_rule_speaks_for_the_data_and_explains_itself() -> None:
    for rule in registry().values():
        assert rule.LAYER == "data"
        for part in ("Mengapa:", "Dasar:", "Contoh sesuai:", "Contoh tidak sesuai:", "Perbaikan:"):
            assert part in (rule.__doc__ or ""), rule.ID


def references(folder: Path) -> list[Finding]:
    """What the rule on references finds with an agency's own folder laid over the package's data."""
    return list(alur_acuan.check(Data.read(Library(Resources.at(folder)))))


def overlay(folder: Path, change: Callable[[dict[str, Any]], None]) -> list[Finding]:
    """What verify finds in a copy of the first checklist after a change."""
    data = json.loads(CHECKLISTS[0].read_text(encoding="utf-8"))
    change(data)
    (folder / "checklists").mkdir(parents=True)
    (folder / "checklists" / CHECKLISTS[0].name).write_text(json.dumps(data, indent=1), encoding="utf-8")
    return [one for one in references(folder) if one.location.file == CHECKLISTS[0].name]


def _set(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        *holders, last = path.split("/")
        here: Any = data
        for part in holders:
            here = here[int(part) if isinstance(here, list) else part]
        here[int(last) if isinstance(here, list) else last] = value
    return change


BROKEN = {
    "a step that is not there": ("naskah/0/langkah", "bukan-langkah", "/naskah/0/langkah"),
    "an actor that is not there": ("langkah/1/pelaksana", ["bukan-siapa"], "/langkah/1/pelaksana/0"),
    "a condition that is not there": ("langkah/1/syarat", "bukan-syarat", "/langkah/1/syarat"),
    "a parallel step that is not there": ("langkah/1/paralel", ["bukan-langkah"], "/langkah/1/paralel/0"),
    "a way out that is not there": (
        "langkah/1/putusan", {"setuju": "bukan-langkah", "tidak_setuju": {"berakhir": True}}, "/langkah/1/putusan/setuju"
    ),
    "an artefact that is not there": ("langkah/0/menghasilkan", [{"artefak": "bukan-benda"}], "/langkah/0/menghasilkan/0/artefak"),
    "a fact that no case can hold": ("langkah/0/perlu", ["/penawaran/warna"], "/langkah/0/perlu/0"),
    "a condition on a fact that no case can hold": (
        "syarat/uji", {"jika": {"properties": {"warna": {"const": 1}}}, "karena": "uji", "dasar": "uji"}, "/syarat/uji"
    ),
    "a paraf by a step that gives none": ("naskah/0/rantai_paraf", [{"tahap": "draf", "langkah": ["@"]}], "/naskah/0/rantai_paraf/0/langkah/0"),
    "a template that is not there": ("naskah/0/templat", "bukan-templat", "/naskah/0/templat"),
    "a profile that is not there": ("profil", "bukan-profil", "/profil"),
    "an id that is a role": ("langkah/0/id", "sekda", "/langkah/0/id"),
    "an id that is a key": ("langkah/0/id", "jejak", "/langkah/0/id"),
    "a key that the schema does not know": ("warna", "merah", ""),
    "a kind of act that there is none of": ("langkah/0/tindakan", "menari", "/langkah/0/tindakan"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_checklist_with(what: str, tmp_path: Path) -> None:
    path, value, place = BROKEN[what]
    text = json.dumps(value).replace('"@"', json.dumps(json.loads(CHECKLISTS[0].read_text())["langkah"][0]["id"]))
    found = overlay(tmp_path, _set(path, json.loads(text)))
    assert place in {one.location.pointer for one in found}
    assert all(one.location.line and one.suggestion for one in found)


def test_a_file_that_is_no_json_is_named_and_the_rest_still_verified(tmp_path: Path) -> None:
    (tmp_path / "checklists").mkdir()
    (tmp_path / "checklists" / "rusak.json").write_text("{")
    assert [one.location.pointer for one in references(tmp_path) if one.location.case == "checklists/rusak.json"] == [""]
    assert f"checklists/{CHECKLISTS[0].name}" in {one.nama for one in Data.read(Library(Resources.at(tmp_path))).checklists}


def test_law_that_names_a_step_is_refused(tmp_path: Path) -> None:
    step = json.loads(CHECKLISTS[0].read_text())["langkah"][0]["id"]
    source = next((ROOT / "checklists" / "hukum").glob("*.json"))
    data = json.loads(source.read_text())
    data["ketentuan"][0]["isi"] = {"x": step}
    (tmp_path / "checklists" / "hukum").mkdir(parents=True)
    (tmp_path / "checklists" / "hukum" / source.name).write_text(json.dumps(data))
    found = references(tmp_path)
    assert "/ketentuan/0/isi/x" in {one.location.pointer for one in found}


def messages(oddities: Any) -> str:
    return "\n".join(one.pesan for one in oddities)


DISPOSISI = {"nama": "Disposisi", "asal": "dalam", "keadaan": {"diberikan": {"nama": "diberikan", "tindakan": "disposisi", "oleh": ["si-b"]}}}
GIVEN = [{"artefak": "disposisi", "keadaan": "diberikan"}]


def test_an_output_before_its_act_is_odd() -> None:
    steps = [buatan.langkah("l1", menghasilkan=GIVEN), buatan.langkah("l2", tindakan="disposisi", pelaksana=["si-b"], menghasilkan=GIVEN)]
    assert "sudah menjadi keluaran langkah 1, padahal dilakukan pada langkah 2" in messages(
        oddities_of_flow(buatan.sop(steps, artefak={"disposisi": DISPOSISI}))
    )


def test_an_output_passed_on_after_its_act_is_not_odd() -> None:
    steps = [buatan.langkah("l1", tindakan="disposisi", pelaksana=["si-b"], menghasilkan=GIVEN), buatan.langkah("l2", menghasilkan=GIVEN)]
    assert messages(oddities_of_flow(buatan.sop(steps, artefak={"disposisi": DISPOSISI}))) == ""


def test_an_input_that_nobody_makes_is_odd_unless_it_comes_from_outside() -> None:
    step = buatan.langkah("l1", memakai=[{"artefak": "naskah-akhir"}])
    for asal, expected in (("dalam", "tidak dibuat langkah mana pun"), ("luar", "")):
        told = messages(oddities_of_flow(buatan.sop([step], artefak={"naskah-akhir": {"nama": "Naskah akhir", "asal": asal}})))
        assert (expected in told) if expected else told == ""


def test_an_input_made_later_is_odd_but_a_steps_own_draft_is_not() -> None:
    thing = [{"artefak": "draf"}]
    draft = {"draf": {"nama": "Draf", "asal": "dalam"}}
    later = buatan.sop([buatan.langkah("l1", memakai=thing), buatan.langkah("l2", menghasilkan=thing)], artefak=draft)
    own = buatan.sop([buatan.langkah("l1", memakai=thing, menghasilkan=thing)], artefak=draft)
    assert "yang baru dibuat pada langkah 2" in messages(oddities_of_flow(later))
    assert messages(oddities_of_flow(own)) == ""


def test_a_text_that_changes_after_the_legal_unit_saw_it_is_odd() -> None:
    states = {"dikoreksi": {"nama": "dikoreksi", "tindakan": "koreksi"}, "diubah": {"nama": "diubah", "teks_berubah": True}}
    steps = [
        buatan.langkah("l1", tindakan="koreksi", menghasilkan=[{"artefak": "kb", "keadaan": "dikoreksi"}]),
        buatan.langkah("l2", pelaksana=["si-b"], menghasilkan=[{"artefak": "kb", "keadaan": "diubah"}]),
    ]
    actors = {"si-a": {"jabatan": "Bagian Hukum", "peran": "unit-hukum"}, "si-b": {"jabatan": "B", "peran": "mitra"}}
    sop = buatan.sop(steps, artefak={"kb": {"nama": "KB", "asal": "dalam", "keadaan": states}}, pelaksana=actors)
    assert "masih berubah pada langkah 2" in messages(oddities_of_flow(sop))


def test_a_letter_that_the_head_signs_in_no_step_is_odd() -> None:
    letter = {"id": "surat", "nama": "Surat penawaran", "bentuk": "surat-dinas", "langkah": "l1", "asal": "dibuat", "penanda_tangan": [{"pelaksana": ["si-b"]}]}
    steps = [buatan.langkah("l1"), buatan.langkah("l2", tindakan="tanda-tangan", pelaksana=["si-b"])]
    assert "tidak ada langkah penandatanganannya" in messages(oddities_of_flow(buatan.sop(steps, naskah=[letter])))
    assert messages(oddities_of_flow(buatan.sop(steps, naskah=[{**letter, "ditandatangani_pada": "l2"}]))) == ""


def test_printed_numbers_that_jump_or_repeat_are_odd() -> None:
    numbers = ["7", "8", "7", "8", "9", "11"]
    sop = buatan.sop([buatan.langkah(f"l{place}", nomor=nomor) for place, nomor in enumerate(numbers)])
    told = messages(oddities_of_print(sop))
    assert told.count("mundur atau berulang") == 1 and "nomor 10 tidak ada" in told


@pytest.mark.parametrize(("printed", "odd"), [(90, False), (91, True)])
def test_a_printed_total_is_added_up(printed: int, odd: bool) -> None:
    steps = [buatan.langkah("l1", waktu={"nilai": 30, "satuan": "menit"}), buatan.langkah("l2", waktu={"nilai": 1, "satuan": "jam"})]
    told = messages(oddities_of_print(buatan.sop(steps, waktu_total={"nilai": printed, "satuan": "menit"})))
    assert ("jumlah langkah-langkahnya 90 menit" in told) is odd


def test_a_sample_that_promises_something_else_is_stale(tmp_path: Path) -> None:
    sample = next(path for path in FINISHED if not list(stale(path, Library())))
    copy = tmp_path / "contoh"
    shutil.copytree(sample, copy)
    assert list(stale(copy, Library())) == []
    promise = json.loads((copy / "expected.json").read_text())
    promise["check"] = {"exit": 1, "findings": [["urutan-paraf", "error", "/jejak/0"]]}
    (copy / "expected.json").write_text(json.dumps(promise))
    told = "\n".join(stale(copy, Library()))
    assert "seharusnya menemukan urutan-paraf (error) pada /jejak/0" in told and "berakhir dengan 0" in told
