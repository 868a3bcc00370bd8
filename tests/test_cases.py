"""Opening a case: what cannot be used at all, and what is told of a file that can."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from toolkit.cases import BERKAS, Case, open_case
from toolkit.errors import InputError
from toolkit.findings import Layer, Severity
from toolkit.library import Library
from toolkit.resources import Resources, packaged

LIBRARY = Library()
RUSAK = Path(__file__).parent / "data" / "broken"
DASAR: dict[str, Any] = {"versi": 1, "id": "uji", "sop": LIBRARY.sop_ids()[0]}
PIHAK = [{"nama": "A", "sebutan": "KESATU"}, {"nama": "B", "sebutan": "KEDUA"}]


def _write(folder: Path, value: Any) -> Path:
    path = folder / BERKAS
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def _open(folder: Path, **facts: Any) -> Case:
    return open_case(_write(folder, {**DASAR, **facts}), LIBRARY)


def _told(case: Case) -> list[tuple[str | None, str]]:
    return [(one.location.pointer, one.message) for one in case.struktur]


def test_a_sound_case_is_opened_with_nothing_against_it(tmp_path: Path) -> None:
    case = _open(tmp_path, judul="Kerja Sama", pihak=PIHAK)
    assert not case.refused and case.struktur == ()
    assert (case.kerja_sama.id, case.sop.id, case.name, case.folder) == ("uji", DASAR["sop"], BERKAS, tmp_path)


def test_the_profile_that_a_case_names_stands_before_its_sops_and_is_read_once(tmp_path: Path) -> None:
    other = next(one.stem for one in sorted((packaged() / "templates" / "profil").glob("k*.json")) if one.stem != LIBRARY.sop(DASAR["sop"]).profil)
    case = _open(tmp_path, profil=other)
    assert case.profil["id"] == other and case.profil is case.profil
    assert _open(tmp_path).profil["id"] == case.sop.profil


def test_a_folder_means_the_case_in_it(tmp_path: Path) -> None:
    _write(tmp_path, DASAR)
    case = open_case(tmp_path, LIBRARY)
    assert case.given == str(tmp_path) and case.path == tmp_path / BERKAS


def test_a_folder_without_a_case_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"tidak berisi {BERKAS}"):
        open_case(tmp_path, LIBRARY)


@pytest.mark.parametrize("value", [[], "x", 1, None, True, [DASAR]])
def test_a_file_that_holds_no_group_of_facts_is_refused(tmp_path: Path, value: Any) -> None:
    with pytest.raises(InputError, match="isinya harus satu kelompok fakta") as caught:
        open_case(_write(tmp_path, value), LIBRARY)
    assert (caught.value.line, caught.value.column) == (1, 1)


@pytest.mark.parametrize("sop", ["tidak-ada", "", 5, ["a"], {}, "../checklists/x", "x" * 100_000, "hukum/dprd", "a\u0000b"])
def test_an_unknown_sop_is_refused_with_the_known_ones(tmp_path: Path, sop: Any) -> None:
    with pytest.raises(InputError) as caught:
        _open(tmp_path, sop=sop)
    assert f"tulis salah satu dari {LIBRARY.sop_ids()[0]}" in str(caught.value)
    assert len(str(caught.value)) < 500 and caught.value.line == 4


def test_a_misspelt_sop_gets_the_nearest_and_a_missing_one_the_list(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"mungkin maksudnya {DASAR['sop']}"):
        _open(tmp_path, sop=DASAR["sop"][:-1])
    with pytest.raises(InputError, match='kunci "sop" belum diisi'):
        _open(tmp_path, sop=None)


def test_every_fault_is_told_in_one_run_with_line_and_column(tmp_path: Path) -> None:
    case = _open(tmp_path, judul=5, jenis="ksdx", pihak=[{"nma": "A"}], penawaran={"tanggal": "2026-02-30"})
    assert case.refused
    assert [one.location.pointer for one in case.struktur] == ["/judul", "/jenis", "/pihak/0/nma", "/penawaran/tanggal"]
    for finding in case.struktur:
        line = case.source.text.splitlines()[(finding.location.line or 0) - 1]
        key = (finding.location.pointer or "").split("/")[-1]
        assert line[: (finding.location.column or 0) - 1].endswith(f'"{key}": ')
        assert (finding.rule, finding.severity, finding.layer) == ("struktur-berkas", Severity.ERROR, Layer.DATA)
        assert finding.location.case == str(tmp_path / BERKAS) and finding.location.file == BERKAS


def test_what_was_refused_is_left_out_of_what_can_be_judged(tmp_path: Path) -> None:
    case = _open(tmp_path, judul="Kerja Sama", jejak=[{"langkah": 5}])
    assert "jejak" not in case.kerja_sama.data and case.kerja_sama.judul == "Kerja Sama"
    assert case.kerja_sama.jejak == ()


@pytest.mark.parametrize(
    ("facts", "pointer", "words"),
    [
        ({"pihak": [PIHAK[0], PIHAK[0]]}, "/pihak/1/sebutan", "Sebutan pihak harus berbeda-beda"),
        ({"naskah": [{"id": "a", "jenis": "x"}, {"id": "a", "jenis": "y"}]}, "/naskah/1/id", "Id naskah harus berbeda-beda"),
        ({"surat_kuasa": [{"id": "k"}, {"id": "k"}]}, "/surat_kuasa/1/id", "Id surat kuasa harus berbeda-beda"),
        ({"naskah": [{"jenis": "x", "ttd": [{"nama": "A", "pihak": "KETIGA"}]}]}, "/naskah/0/ttd/0/pihak", '"KETIGA" harus terdapat'),
        ({"naskah": [{"jenis": "x", "nomor": [{"pihak": "LAIN", "nomor": "1"}]}]}, "/naskah/0/nomor/0/pihak", 'yang ada "KEDUA" dan "KESATU"'),
        ({"naskah": [{"jenis": "x", "ttd": [{"nama": "A", "kuasa": "k9"}]}]}, "/naskah/0/ttd/0/kuasa", "di sana belum ada satu pun"),
        ({"naskah": [{"jenis": "x", "kb_induk": "kb-9"}]}, "/naskah/0/kb_induk", '"kb-9" harus terdapat dalam id naskah'),
        ({"naskah": [{"jenis": "x", "mengubah": "z"}]}, "/naskah/0/mengubah", '"z" harus terdapat dalam id naskah'),
    ],
)
def test_names_that_stand_twice_or_lead_nowhere_are_told(tmp_path: Path, facts: dict[str, Any], pointer: str, words: str) -> None:
    case = _open(tmp_path, **{"pihak": PIHAK, **facts})
    assert [one.location.pointer for one in case.struktur] == [pointer]
    assert words in case.struktur[0].message and case.refused


def test_one_unknown_party_in_many_places_is_one_finding(tmp_path: Path) -> None:
    naskah = {"jenis": "x", "ttd": [{"nama": "A", "pihak": "KEDUAA"}], "nomor": [{"pihak": "KEDUAA", "nomor": "1"}]}
    case = _open(tmp_path, pihak=PIHAK, naskah=[naskah])
    assert len(case.struktur) == 1
    assert "juga pada 1 tempat lain" in case.struktur[0].message and "KEDUA" in (case.struktur[0].suggestion or "")


def test_references_that_lead_somewhere_are_no_faults(tmp_path: Path) -> None:
    kb = {"id": "kb-1", "jenis": "kesepakatan-bersama", "ttd": [{"nama": "A", "pihak": "KESATU", "kuasa": "k1"}]}
    pks = {"jenis": "perjanjian-kerja-sama", "kb_induk": "kb-1", "mengubah": {"nomor": "1", "tanggal": "2020-01-02"}}
    assert _open(tmp_path, pihak=PIHAK, naskah=[kb, pks], surat_kuasa=[{"id": "k1"}]).struktur == ()


def test_steps_of_the_trail_are_not_for_the_structure_to_judge(tmp_path: Path) -> None:
    assert _open(tmp_path, jejak=[{"langkah": "entah", "pelaksana": "siapa", "waktu": "2026-03-02"}]).struktur == ()


def test_a_text_that_no_document_can_hold_is_told(tmp_path: Path) -> None:
    case = _open(tmp_path, judul="a\u0007b", objek="baris\r\nbaru\tdan tab", maksud="\uffff")
    assert [one.location.pointer for one in case.struktur] == ["/judul", "/maksud"]
    assert "U+0007" in case.struktur[0].message


def test_hostile_keys_are_keys_like_others(tmp_path: Path) -> None:
    case = _open(tmp_path, **{"__proto__": 1, "a/b": 2, "~": 3, "": 4, "$ref": "file:///etc/passwd"})
    assert [one.location.pointer for one in case.struktur] == ["/__proto__", "/a~1b", "/~0", "/", "/$ref"]
    assert _open(tmp_path, **{"$schema": "file:///etc/passwd", "x_a/b": [{"~": "😀"}]}).struktur == ()


def test_facts_of_the_sops_own_are_held_against_its_own_schema(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "schemas").mkdir(parents=True)
    schema = {"type": "object", "properties": {"luas": {"type": "integer", "title": "luas lahan"}}, "additionalProperties": False}
    (data / "schemas" / f"{DASAR['sop']}.schema.json").write_text(json.dumps(schema))
    own = Library(Resources.at(data))
    path = _write(tmp_path, {**DASAR, "khusus": {"luas": "dua", "luass": 1}})
    told = [(one.location.pointer, one.message) for one in open_case(path, own).struktur]
    assert told[0] == ("/khusus/luas", 'Luas lahan harus berupa bilangan bulat, tetapi tertulis teks "dua".')
    assert told[1][0] == "/khusus/luass"
    assert open_case(_write(tmp_path, {**DASAR, "khusus": {"luas": 2}}), own).struktur == ()


KASUS = sorted((RUSAK / "kasus").glob("*.json"))


@pytest.mark.parametrize("path", KASUS, ids=lambda path: path.stem)
def test_a_broken_case_is_told_at_every_place_that_its_name_list_says(path: Path) -> None:
    case = open_case(path, LIBRARY)
    assert case.refused
    expected = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert [f"{one.location.line}:{one.location.column} {one.location.pointer}" for one in case.struktur] == expected


def test_there_are_broken_cases() -> None:
    assert len(KASUS) >= 4


def test_every_sample_is_admitted() -> None:
    samples = sorted((packaged() / "samples").glob(f"*/*/{BERKAS}"))
    for sample in samples:
        assert _told(open_case(sample, LIBRARY)) == [], sample


@pytest.mark.parametrize("path", [*sorted((RUSAK / "json").iterdir()), *KASUS, Path("/dev/null"), Path("tiada.json")], ids=lambda path: path.name)
def test_the_command_line_never_shows_a_traceback(path: Path) -> None:
    from click.testing import CliRunner

    from toolkit.cli.validate import command

    result = CliRunner().invoke(command, [str(path)], standalone_mode=False)
    assert result.exception is None, result.exception
    assert result.return_value == (1 if path in KASUS else 2)


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    run = subprocess.run([sys.executable, "-m", "toolkit", "validate", str(pipe)], capture_output=True, text=True, timeout=20, cwd=packaged(), check=False)
    assert run.returncode == 2 and "bukan berkas biasa" in run.stderr and "Traceback" not in run.stderr
