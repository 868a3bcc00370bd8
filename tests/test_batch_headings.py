"""From a heading to its fact: words of a clerk, pointers, --map; two meanings are refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.contoh import LIBRARY
from tests.lembar_buatan import KASUS, workbook
from toolkit.batch.base import base_of, interpreter
from toolkit.batch.headings import Penafsir, Ragu
from toolkit.batch.places import plain

LETTER = interpreter(base_of(str(KASUS), None, "undangan-rapat", LIBRARY), LIBRARY, objek=False)
AGREEMENT = interpreter(base_of(str(KASUS), None, "perjanjian-kerja-sama", LIBRARY), LIBRARY, objek=False)


def pointer(heading: str, meant_by: Penafsir = LETTER) -> str:
    place = meant_by.understand(heading)
    assert not isinstance(place, Ragu), place
    settled = meant_by.settle(place)
    assert not isinstance(settled, Ragu), settled
    return "".join(f"/{one}" for one in settled[0])


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("Penerima", "/penerima/nama"), ("YTH.", "/penerima/nama"), ("nama penerima", "/penerima/nama"), ("Alamat Penerima", "/penerima/alamat"),
        ("Nama", "/penerima/nama"), ("No. HP", "/penerima/telepon"), ("E-mail", "/penerima/surel"), ("Gelar  Depan", "/penerima/gelar_depan"),
        ("Judul", "/judul"), ("objek kerja sama", "/objek"), ("Ruang lingkup", "/ruang_lingkup"), ("ruang lingkup 2", "/ruang_lingkup/1"),
        ("nomor surat penawaran", "/penawaran/nomor"), ("Penawaran: nomor", "/penawaran/nomor"), ("penawaran.nomor", "/penawaran/nomor"), ("/penawaran/nomor", "/penawaran/nomor"),
        ("nilai pendanaan", "/pendanaan/nilai"), ("Nama mitra", "/pihak/1/nama"), ("alamat pihak ke-2", "/pihak/1/alamat"), ("pihak[0].nama", "/pihak/0/nama"),
        ("mitra.kontak.telepon", "/pihak/1/kontak/telepon"), ("Latar belakang KAK", "/kak/latar_belakang"), ("/x_catatan/kami", "/x_catatan/kami"),
    ],
)
def test_headings_lead_to_facts(heading: str, meant: str) -> None:
    assert pointer(heading) == meant


def test_a_letters_number_and_meeting_are_its_own() -> None:
    data = json.loads((KASUS / "kerja-sama.json").read_text(encoding="utf-8"))
    letters = [one["naskah"] for one in data["surat_keluar"]]
    assert pointer("Nomor") == pointer("Nomor surat") == f"/surat_keluar/{letters.index('undangan-rapat')}/nomor"
    assert pointer("tempat rapat").startswith("/rapat/") and pointer("tempat rapat").endswith("/tempat")


def test_an_agreements_number_is_that_of_its_instance() -> None:
    data = json.loads((KASUS / "kerja-sama.json").read_text(encoding="utf-8"))
    kinds = [one["jenis"] for one in data["naskah"]]
    assert pointer("Nomor", AGREEMENT) == f"/naskah/{kinds.index('perjanjian-kerja-sama')}/nomor"


def test_two_columns_of_one_new_item_fill_the_same_item() -> None:
    base = base_of(str(KASUS), None, "undangan-rapat", LIBRARY)
    meant_by = interpreter(base, LIBRARY, objek=False)
    count = len(base.data["surat_keluar"])
    assert pointer("/surat_keluar/naskah=lain/nomor", meant_by) == f"/surat_keluar/{count}/nomor"
    assert pointer("/surat_keluar/naskah=lain/tanggal", meant_by) == f"/surat_keluar/{count}/tanggal"
    assert pointer("/surat_keluar/naskah=ketiga/tanggal", meant_by) == f"/surat_keluar/{count + 1}/tanggal"


@pytest.mark.parametrize("heading", ["Latar belakang", "tanggal surat permohonan persetujuan DPRD xyz latar", "Nama pihak"])
def test_what_may_mean_two_facts_is_not_guessed(heading: str) -> None:
    place = LETTER.understand(heading)
    assert isinstance(place, Ragu) or isinstance(LETTER.settle(place), Ragu)


def test_a_near_miss_is_told_with_what_was_meant() -> None:
    doubt = LETTER.understand("Almat penerima")
    assert isinstance(doubt, Ragu) and doubt.mirip and "alamat penerima" in doubt.sebab


def test_headings_are_compared_without_accents_case_and_marks() -> None:
    assert plain(" Nömor-SURAT ") == plain("no. surat") == plain("nomorsurat")


def told(call: Any, tmp_path: Path, rows: list[list[Any]], *options: object) -> Any:
    sheet = workbook(tmp_path / "a.xlsx", *rows)
    return call("batch", sheet, "--naskah", "undangan-rapat", "-o", tmp_path / "hasil", "--kasus", KASUS, *options)


def test_every_doubtful_heading_is_told_at_once_and_nothing_written(call: Any, tmp_path: Path) -> None:
    done = told(call, tmp_path, [["Penerima", "Almat penerima", "Latar belakang"], ["A", "B", "C"]])
    assert done.code == 2 and "kolom B 'Almat penerima'" in done.err and "kolom C 'Latar belakang'" in done.err
    assert not (tmp_path / "hasil").exists()


def test_an_addressee_for_a_naskah_that_is_no_letter_is_refused() -> None:
    doubt = AGREEMENT.understand("Penerima")
    assert isinstance(doubt, Ragu) and "tidak dialamatkan" in doubt.sebab


def test_two_columns_for_one_fact_are_refused(call: Any, tmp_path: Path) -> None:
    done = told(call, tmp_path, [["Penerima", "Nama penerima"], ["A", "B"]])
    assert done.code == 2 and "kolom A 'Penerima' dan kolom B 'Nama penerima'" in done.err


def test_a_map_settles_what_headings_leave_open(call: Any, tmp_path: Path) -> None:
    chosen = tmp_path / "peta.json"
    chosen.write_text(json.dumps({"Orangnya": "penerima.nama", "Almat penerima": "alamat penerima", "Penerima": None}))
    done = told(call, tmp_path, [["Orangnya", "Almat penerima", "Penerima"], ["Camat A", "Jl. B", "bukan ini"]], "--map", chosen)
    assert done.code == 0 and [path.name for path in (tmp_path / "hasil").glob("*.docx")] == ["0002-camat-a.docx"]


@pytest.mark.parametrize(
    ("content", "word"),
    [('{"Orang": "judul"}', "mungkin maksudnya 'Orangnya'"), ('{"Orangnya": "/tidak/ada"}', "tidak dikenal"), ("[1]", "satu objek"), ("{", "kolom 2")],
)
def test_a_map_that_cannot_be_used_is_refused(call: Any, tmp_path: Path, content: str, word: str) -> None:
    chosen = tmp_path / "peta.json"
    chosen.write_text(content)
    done = told(call, tmp_path, [["Orangnya"], ["A"]], "--map", chosen)
    assert done.code == 2 and word in done.err and done.err.count("\n") == 1


def test_a_sheet_without_a_known_heading_is_refused(call: Any, tmp_path: Path) -> None:
    done = told(call, tmp_path, [["Zzz", "Qqq"], ["A", "B"]])
    assert done.code == 2 and "tidak satu pun judul kolom dikenal ('Zzz' dan 'Qqq')" in done.err


def test_how_columns_were_understood_is_shown(call: Any, tmp_path: Path) -> None:
    assert "kolom A 'Penerima' = /penerima/nama" in told(call, tmp_path, [["Penerima"], ["A"]]).err
