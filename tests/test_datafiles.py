"""An agency's data folder with a broken file in it: every verb says which, where and what, in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from toolkit.datafiles import read_json
from toolkit.errors import DataError

ROOT = Path(__file__).resolve().parent.parent
CASE = ROOT / "samples/magetan-penawaran/lengkap-ksdd"
KB, PROFIL, SOP = "templates/klausul/kesepakatan-bersama.json", "templates/profil/kabupaten-magetan.json", "checklists/magetan-penawaran.json"
SKEMA = "schemas/kerja-sama.schema.json"
INGGRIS = ("Expecting", "Expected", "unexpected", "required property", "is not of type", "zip file", "sequence", "Errno", "Perkakas sendiri")


def changed(path: str, **keys: Any) -> str:
    return json.dumps({**json.loads((ROOT / path).read_text(encoding="utf-8")), **keys})


BROKEN = {
    "clauses cut short": ("generate", KB, "{"),
    "clauses of another shape": ("generate", KB, changed(KB, pasal=5)),
    "clauses that are a list": ("generate", KB, "[]"),
    "a clause with half a tag": ("generate", KB, changed(KB, pasal=[{"id": "x", "judul": "X", "dasar": "-", "ayat": ["{% if %}"]}])),
    "komparisi that is a list": ("generate", "templates/klausul/komparisi.json", "[1]"),
    "a kop that is a number": ("generate", PROFIL, changed(PROFIL, kop=5)),
    "office hours as a word": ("check", PROFIL, changed(PROFIL, jam_kerja="pagi")),
    "a profile that is a list": ("status", PROFIL, "[1]"),
    "a checklist without its keys": ("check", SOP, '{"id": "magetan-penawaran"}'),
    "a checklist that is no JSON": ("sop", SOP, "\x00"),
    "law of another shape": ("check", "checklists/hukum/penanda-tangan.json", '{"ketentuan": 5}'),
    "a schema that is none": ("validate", SKEMA, '{"type": 5}'),
    "a template that is no Word file": ("generate", "templates/kesepakatan-bersama.docx", "bukan Word"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_of_an_agency_is_named_in_a_sentence(call: Any, tmp_path: Path, what: str) -> None:
    verb, path, text = BROKEN[what]
    file = tmp_path / "instansi" / path
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    target = {"generate": [CASE, "-o", tmp_path / "hasil"], "sop": ["magetan-penawaran"]}.get(verb, [CASE])
    told = call(verb, *target, "--data", tmp_path / "instansi")
    assert told.code == 2 and (file.name in told.err or "{% if %}" in told.err) and told.err.count("\n") == 1
    assert not [word for word in INGGRIS if word in told.err]
    assert not (tmp_path / "hasil").exists()


def test_a_key_that_lacks_and_a_key_too_many_are_named(call: Any, tmp_path: Path) -> None:
    file = tmp_path / KB
    file.parent.mkdir(parents=True)
    for text, words in (('{"id": "kesepakatan-bersama", "judul": "x", "pasal": []}', "kunci dasar wajib ada"), (changed(KB, pasl=[]), "kunci pasl tidak dikenal")):
        file.write_text(text, encoding="utf-8")
        assert words in call("generate", CASE, "-o", tmp_path / "hasil", "--data", tmp_path).err


def test_verify_tells_of_clauses_that_their_schema_refuses(call: Any, tmp_path: Path) -> None:
    file = tmp_path / KB
    file.parent.mkdir(parents=True)
    file.write_text(changed(KB, pasal=5), encoding="utf-8")
    told = call("verify", "--data", tmp_path, "--format", "json")
    wrong = [one for one in json.loads(told.out)["findings"] if one["severity"] == "error"]
    assert told.code == 1 and ("templates/klausul/kesepakatan-bersama.json", "/pasal") in {(one["case"], one["pointer"]) for one in wrong}


@pytest.mark.parametrize(("text", "place"), [('{"a":\n ,}', "baris 2 kolom 2"), ("[]", "satu kelompok"), ('{"a": "' + chr(0xE9) + '"}', "UTF-8"), ("[" * 9000, "bertingkat")])
def test_a_fault_is_told_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(DataError, match=place):
        read_json(file)
