"""Schema faults as plain sentences: one cause, one sentence, at its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from toolkit.errors import DataError
from toolkit.findings import Finding
from toolkit.library import Library
from toolkit.naming import name
from toolkit.resources import Resources, packaged
from toolkit.structure import BATAS, problems, strict_validator

LIBRARY = Library()
VALIDATOR = strict_validator(LIBRARY, "kerja-sama")
SKEMA = LIBRARY.schema("kerja-sama")
DASAR: dict[str, Any] = {"versi": 1, "id": "uji", "sop": "magetan-penawaran"}


def _faults(**facts: Any) -> list[Finding]:
    return problems(VALIDATOR, {**DASAR, **facts}, SKEMA)


def _one(**facts: Any) -> Finding:
    found = _faults(**facts)
    assert len(found) == 1, found
    return found[0]


def test_a_sound_case_has_no_fault() -> None:
    assert _faults(jenis="ksdd", pihak=[{"nama": "A", "x_catatan": 1}], x_lain={"a": [1]}) == []


@pytest.mark.parametrize(
    ("facts", "pointer", "words"),
    [
        ({"judul": 5}, "/judul", "Judul kerja sama harus berupa teks, tetapi tertulis bilangan 5."),
        ({"jenis": "KSDD"}, "/jenis", "harus salah satu dari ksdd, ksdpk atau sinergi, tetapi tertulis teks \"KSDD\""),
        ({"ruang_lingkup": "x"}, "/ruang_lingkup", "harus berupa daftar, tetapi tertulis teks \"x\""),
        ({"pihak": []}, "/pihak", "paling sedikit 1 butir, tetapi tertulis daftar berisi 0 butir"),
        ({"ruang_lingkup": ["a", 2]}, "/ruang_lingkup/1", "Ruang lingkup butir ke-2 harus berupa teks"),
        ({"pihak": [{"bentuk": "pt"}]}, "/pihak/0/nama", "Nama pihak wajib ada pada pihak ke-1"),
        ({"pendanaan": {"nilai": "Rp5.000"}}, "/pendanaan/nilai", "harus berupa bilangan bulat, tetapi tertulis teks \"Rp5.000\""),
        ({"pendanaan": {"nilai": 2.0}}, "/pendanaan/nilai", "harus berupa bilangan bulat, tetapi tertulis bilangan 2.0"),
        ({"pendanaan": {"nilai": -1}}, "/pendanaan/nilai", "paling kecil 0, tetapi tertulis bilangan -1"),
        ({"pendanaan": {"dianggarkan": "ya"}}, "/pendanaan/dianggarkan", "harus berupa true atau false"),
        ({"pendanaan": {"tahun_anggaran": True}}, "/pendanaan/tahun_anggaran", "harus berupa bilangan bulat, tetapi tertulis true"),
        ({"penawaran": {"tanggal": "2026-02-30"}}, "/penawaran/tanggal", "tanggal dan jam yang ada dalam kalender"),
        ({"penawaran": {"tanggal": "2 Maret 2026"}}, "/penawaran/tanggal", "harus ditulis sebagai YYYY-MM-DD"),
        ({"penawaran": {"tanggal": "2026-03-02\n"}}, "/penawaran/tanggal", "harus ditulis sebagai YYYY-MM-DD"),
        ({"penawaran": {"tanggal": "٢٠٢٦-٠٣-٠٢"}}, "/penawaran/tanggal", "harus ditulis sebagai YYYY-MM-DD"),
        ({"pejabat": [{"nama": "A", "jabatan": "B", "nip": "1987"}]}, "/pejabat/0/nip", "18 angka tanpa spasi"),
        ({"jejak": [{"langkah": "a", "waktu": "2026-03-02T25:10"}]}, "/jejak/0/waktu", "tanggal dan jam yang ada dalam kalender"),
        ({"jejak": [{"langkah": "a", "waktu": "2026-03-02T09:15:00+99:00"}]}, "/jejak/0/waktu", "tanggal dan jam yang ada dalam kalender"),
        ({"jejak": [{"langkah": "a", "waktu": "2026-03-02"}, None]}, "/jejak/1", "Peristiwa ke-2 harus berupa kelompok fakta, tetapi tertulis null"),
        ({"kak": {"lokasi": {}}}, "/kak/lokasi", "pada kerangka acuan kerja (KAK) harus berupa teks"),
    ],
)
def test_a_fault_says_what_was_expected_and_what_was_found(facts: dict[str, Any], pointer: str, words: str) -> None:
    fault = _one(**facts)
    assert fault.location.pointer == pointer
    assert words in fault.message
    assert fault.message.endswith(".") and (fault.suggestion or "").endswith(".")


def test_times_that_exist_are_no_faults() -> None:
    for waktu in ("2024-02-29", "2026-03-02T09:15:00+07:00", "2026-03-02T09:15Z", "2026-03-02T09:15"):
        assert _faults(jejak=[{"langkah": "a", "waktu": waktu}]) == []


def test_a_misspelt_key_is_told_once_and_not_again_as_a_missing_one() -> None:
    fault = _one(pihak=[{"nma": "A"}])
    assert fault.location.pointer == "/pihak/0/nma"
    assert fault.message == 'Kunci "nma" tidak dikenal pada pihak ke-1, mungkin maksudnya "nama".'


def test_an_unknown_key_that_resembles_nothing_gets_the_way_out() -> None:
    fault = _one(warna_amplop=1)
    assert "mungkin" not in fault.message and '"x_"' in (fault.suggestion or "")


def test_every_missing_key_is_told() -> None:
    found = problems(VALIDATOR, {}, SKEMA)
    assert [one.location.pointer for one in found] == ["/versi", "/id", "/sop"]


def test_a_choice_between_forms_is_told_by_the_form_that_was_meant() -> None:
    induk = _one(naskah=[{"jenis": "perjanjian-kerja-sama", "kb_induk": {"nomor": "1"}}])
    assert induk.location.pointer == "/naskah/0/kb_induk/tanggal"
    nomor = _one(naskah=[{"jenis": "perjanjian-kerja-sama", "nomor": [{"nomor": "1"}]}])
    assert nomor.location.pointer == "/naskah/0/nomor/0/pihak"
    neither = _one(tujuan=5)
    assert neither.message == "Tujuan kerja sama harus berupa teks atau daftar, tetapi tertulis bilangan 5."


def test_many_faults_end_with_a_sentence_that_says_so() -> None:
    found = _faults(ruang_lingkup=[1] * 5_000)
    assert len(found) == BATAS + 1
    assert f"lebih dari {BATAS} kesalahan" in found[-1].message
    assert len(_faults(**{f"kunci_{n}": 1 for n in range(5_000)})) <= BATAS + 1


def test_a_long_value_is_quoted_short() -> None:
    assert len(_one(jenis="x" * 1_000_000).message) < 300
    assert len(_one(**{"y" * 1_000_000: 1}).message) < 300


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
FAKTA = st.sampled_from(sorted(LIBRARY.schema("kerja-sama")["properties"]))


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(FAKTA, JSON, max_size=6))
def test_whatever_the_values_are_each_fault_has_its_own_place_and_a_sentence(facts: dict[str, Any]) -> None:
    found = problems(VALIDATOR, facts, SKEMA)
    assert bool(found) != VALIDATOR.is_valid(facts)
    assert len({one.location.pointer for one in found}) == len(found)
    for one in found:
        assert one.message.endswith(".") and one.suggestion and "\n" not in json.dumps(one.message)


@pytest.mark.parametrize(
    ("pointer", "called"),
    [
        ("", "berkas kerja sama"),
        ("/judul", "judul kerja sama"),
        ("/pihak/1/nama", "nama pihak pada pihak ke-2"),
        ("/pihak/*/nama", "nama pihak pada setiap pihak"),
        ("/kak/lokasi", "lokasi kerja sama pada kerangka acuan kerja (KAK)"),
        ("/ruang_lingkup/2", "ruang lingkup butir ke-3"),
        ("/jejak/3", "peristiwa ke-4"),
        ("/tidak/ada", "ada pada tidak"),
        ("/naskah/jenis=nota-kesepakatan/isi/premis", "premis pada isi naskah pada naskah nota kesepakatan"),
    ],
)
def test_facts_are_named_by_their_titles(pointer: str, called: str) -> None:
    assert name(SKEMA, pointer) == called


@pytest.mark.parametrize("name", sorted(path.name.removesuffix(".schema.json") for path in (packaged() / "schemas").glob("*.json")))
def test_every_schema_of_ours_is_sound(name: str) -> None:
    Draft202012Validator.check_schema(LIBRARY.schema(name))


def test_a_broken_schema_of_an_agency_is_an_error_of_its_data(tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "sendiri.schema.json").write_text('{"type": "teks"}')
    with pytest.raises(DataError, match="Skema sendiri.schema.json tidak benar pada"):
        strict_validator(Library(Resources.at(tmp_path)), "sendiri")
