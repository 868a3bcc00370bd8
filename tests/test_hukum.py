"""The law as data: every topic as its schema wants it, and asked for by traits and by day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.rules.contoh import _base, changed, files
from toolkit.errors import DataError
from toolkit.hukum import FOLDER, Hukum
from toolkit.library import Library
from toolkit.resources import Resources, packaged

HUKUM = Hukum()
TOPIK = pytest.mark.parametrize("topik", HUKUM.topik())
BERLAKU, SEBELUM = "2020-04-14", "2020-04-13"
KASUS = Library().validator("kerja-sama")


def _ids(topik: str, **sifat: str) -> list[str]:
    return [one.id for one in HUKUM.ketentuan(topik, **sifat)]


@TOPIK
def test_a_topic_is_what_its_schema_wants(topik: str) -> None:
    path = packaged() / FOLDER / f"{topik}.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    Library().require_valid("hukum", data, path)
    assert data["id"] == topik
    ids = [one["id"] for one in data["ketentuan"]]
    assert len(ids) == len(set(ids))


@TOPIK
def test_a_provision_begins_no_earlier_than_its_regulation(topik: str) -> None:
    known = {one.id: one for one in HUKUM.semua("peraturan")}
    for one in HUKUM.semua(topik):
        regulation = known[one.peraturan]
        assert (one.mulai, one.sampai) == (regulation.mulai, regulation.sampai), one.id


def test_a_provision_holds_from_its_first_day_and_not_the_day_before() -> None:
    assert _ids("jangka-waktu", pada=BERLAKU, jenis="ksdd") == ["kb-ksdd"]
    assert _ids("jangka-waktu", pada=SEBELUM, jenis="ksdd") == []


def test_a_revoked_regulation_holds_to_its_last_day() -> None:
    revoked = "permendagri-22-2009"
    assert revoked in _ids("peraturan", pada=SEBELUM)
    assert revoked not in _ids("peraturan", pada=BERLAKU)
    assert "pp-50-2007" in _ids("peraturan", pada="2018-07-12")
    assert "pp-50-2007" not in _ids("peraturan", pada="2018-07-13")


def test_without_a_day_only_what_has_no_end_is_meant() -> None:
    assert _ids("peraturan") == ["permendagri-22-2020", "pp-28-2018"]


def test_a_trait_that_is_not_given_excludes_nothing() -> None:
    assert _ids("unsur-kak") == ["kak-ksdd", "kak-ksdpk", "kak-sinergi"]
    assert _ids("unsur-kak", jenis="sinergi") == ["kak-sinergi"]


def test_a_provision_can_be_asked_for_by_what_it_speaks_of() -> None:
    held = HUKUM.satu("eksemplar", jenis="ksdpk", bentuk="kesepakatan-bersama", kunci="pemegang_kata")
    assert held is not None and held.id == "simpan-ksdpk"
    assert HUKUM.satu("eksemplar", jenis="ksdpk", bentuk="kesepakatan-bersama", kunci="asli") is None


def test_sanctions_are_asked_of_a_third_party_agreement_only() -> None:
    def elements(jenis: str) -> set[str]:
        found = HUKUM.ketentuan("unsur-naskah", jenis=jenis, bentuk="perjanjian-kerja-sama")
        return {unsur["id"] for one in found for unsur in one.isi["unsur"]}

    assert elements("ksdpk") - elements("ksdd") == {"sanksi"}
    assert not elements("sinergi")


def test_the_objects_are_the_thirty_two_affairs() -> None:
    groups = [len(one.isi["urusan"]) for one in HUKUM.ketentuan("urusan")]
    assert groups == [6, 18, 8]


def test_a_third_party_offer_is_studied_by_eight_criteria() -> None:
    study = HUKUM.satu("tkksd", jenis="ksdpk", prakarsa="mitra", bentuk="kajian-tkksd")
    assert study is not None and len(study.isi["pertimbangan"]) == 8


def test_an_agency_may_replace_a_topic(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    own = json.loads((packaged() / FOLDER / "jangka-waktu.json").read_text(encoding="utf-8"))
    own["ketentuan"][0]["isi"]["tahun_maks"] = 3
    (folder / "jangka-waktu.json").write_text(json.dumps(own), encoding="utf-8")
    law = Hukum(Resources.at(tmp_path))
    changed_term, kept = law.satu("jangka-waktu", jenis="ksdd"), law.satu("rkpd", jenis="sinergi")
    assert changed_term is not None and changed_term.isi["tahun_maks"] == 3
    assert kept is not None


@pytest.mark.parametrize("text", ["{", "[]", '{"id": "rkpd"}', '{"id": "rkpd", "ketentuan": [{"id": "x"}]}'])
def test_a_broken_topic_is_an_error_of_the_data(tmp_path: Path, text: str) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    (folder / "rkpd.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match="rkpd.json"):
        Hukum(Resources.at(tmp_path)).ketentuan("rkpd")


def test_an_unknown_topic_is_an_error_of_the_data() -> None:
    with pytest.raises(DataError, match="tidak ada"):
        HUKUM.ketentuan("entah")


@pytest.mark.parametrize("path", [*files("sesuai"), *files("tidak-sesuai")], ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_an_example_of_a_rule_is_a_case_that_the_schema_admits(path: Path) -> None:
    example = json.loads(path.read_text(encoding="utf-8"))
    if "sop" in example or "teks" in example or path.match("struktur-berkas/tidak-sesuai*"):
        return
    KASUS.validate(changed(_base(example), example.get("ubah", [])))
