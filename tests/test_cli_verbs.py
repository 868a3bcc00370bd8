"""What each verb shows and writes, on real samples."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.contoh import DRAWABLE, FINISHED, LIBRARY, RUNNING, SAMPLES
from toolkit.cases import open_case
from toolkit.cli.rulebook import aturan


def trail(folder: Path) -> list[dict[str, Any]]:
    return json.loads((folder / "kerja-sama.json").read_text(encoding="utf-8"))["jejak"]  # type: ignore[no-any-return]


def due(call: Any, folder: Path) -> dict[str, Any]:
    """The first step that `status` says is next."""
    told = call("status", folder, "--format", "json")
    return json.loads(told.out)["status"][0]["berikutnya"][0]  # type: ignore[no-any-return]


def test_catat_appends_the_step_that_is_due_and_is_content(call: Any, case: Path) -> None:
    before, following = trail(case), due(call, case)
    told = call("catat", case, following["langkah"], "--oleh", following["pelaksana"][0], "--waktu", "2026-12-01T09:00:00+07:00")
    assert (told.code, told.out) == (0, "")
    *rest, added = trail(case)
    assert rest == before
    assert (added["langkah"], added["pelaksana"], added["waktu"]) == (following["langkah"], following["pelaksana"][0], "2026-12-01T09:00:00+07:00")


def test_catat_fills_in_the_office_holder_the_hour_and_the_files_digest(call: Any, case: Path) -> None:
    following = due(call, case)
    opened = open_case(case, LIBRARY)
    actor = opened.sop.pelaksana[following["pelaksana"][0]]
    (case / "hasil.txt").write_bytes(b"isi")
    assert call("catat", case, following["langkah"], "--oleh", actor.jabatan, "--berkas", case / "hasil.txt").code == 0
    added = trail(case)[-1]
    assert added["sha256"] == hashlib.sha256(b"isi").hexdigest() and added["bukti"] == "hasil.txt"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", added["waktu"])
    named = [one["nama"] for one in opened.kerja_sama.pejabat if one.get("pelaksana") == actor.id]
    assert len(named) != 1 or added["nama"] == named[0]


def test_catat_writes_what_is_out_of_order_and_says_so(call: Any, case: Path) -> None:
    last = open_case(case, LIBRARY).sop.langkah[-1]
    told = call("catat", case, last.id, "--oleh", last.pelaksana[0], "--nama", "Galuh Prasetyaningtyas", "--waktu", "2026-12-01")
    assert told.code == 1 and "langkah-terlewat" in told.out
    assert trail(case)[-1]["langkah"] == last.id


def test_catat_leaves_every_other_byte_alone(call: Any, case: Path) -> None:
    path = case / "kerja-sama.json"
    before, following = path.read_bytes(), due(call, case)
    call("catat", case, following["langkah"], "--oleh", following["pelaksana"][0], "--waktu", "2026-12-01")
    after = path.read_bytes()
    start = next(place for place, (one, two) in enumerate(zip(before, after, strict=False)) if one != two)
    added = len(after) - len(before)
    assert before == after[:start] + after[start + added :]


@pytest.mark.parametrize(
    ("args", "wanted"),
    [
        (["tidak-ada", "--oleh", "Bupati"], "tidak ada dalam"),
        (["@", "--oleh", "Raja"], "yang ada:"),
        (["@", "--oleh", "@", "--waktu", "besok"], "tidak dapat dibaca"),
        (["@", "--oleh", "@", "--berkas", "tidak-ada.pdf"], "tidak ditemukan"),
        (["@", "--oleh", "@", "--putusan", "mungkin"], "setuju, tidak_setuju"),
        (["@", "--oleh", "@", "--nama", "Siti\x07"], "U+0007"),
        (["@", "--oleh", "@", "--nama", "Siti\udcff"], "U+DCFF"),
        (["@", "--oleh", "@", "--waktu", "20260416"], "20260416"),
        (["@", "--oleh", "@", "--mulai", "2026-04-16 12:00"], "2026-04-16 12:00"),
    ],
)
def test_catat_refuses_what_it_does_not_know_and_writes_nothing(call: Any, case: Path, args: list[str], wanted: str) -> None:
    step = open_case(case, LIBRARY).sop.langkah[0]
    given = [step.id if one == "@" and place == 0 else step.pelaksana[0] if one == "@" else one for place, one in enumerate(args)]
    before = (case / "kerja-sama.json").read_bytes()
    told = call("catat", case, *given)
    assert told.code == 2 and wanted in told.err
    assert (case / "kerja-sama.json").read_bytes() == before


@pytest.mark.parametrize("path", [*FINISHED, *RUNNING], ids=lambda p: p.name)
def test_status_says_who_holds_it_or_that_it_ended(call: Any, path: Path) -> None:
    told = call("status", path)
    assert told.code == 0
    ended = "prosesnya sudah berakhir" in told.out
    following = re.search(r"berikutnya langkah \S+ \(.+\), pada .+", told.out) is not None
    assert ended is not following
    assert ended or not path.name.startswith("lengkap")


def test_status_marks_what_is_late_on_that_day(call: Any) -> None:
    late = call("status", RUNNING[0], "--per-tanggal", "2035-01-01").out
    early = call("status", RUNNING[0], "--per-tanggal", "2020-01-01").out
    assert ("sudah lewat" in late) is ("paling lambat" in late)
    assert "sudah lewat" not in early


def test_status_of_a_step_that_waits_on_outsiders_sets_no_time_and_calls_nobody_late(call: Any) -> None:
    told = call("status", SAMPLES / "paser-kb" / "berjalan-menunggu-balasan", "--per-tanggal", "2035-01-01").out
    assert "menunggu pihak luar" in told
    assert "paling lambat" not in told and "sudah lewat" not in told


@pytest.mark.parametrize("sop_id", LIBRARY.sop_ids())
def test_sop_prints_every_step_in_a_fixed_width(call: Any, sop_id: str) -> None:
    told = call("sop", sop_id)
    assert told.code == 0 and max(map(len, told.out.splitlines())) <= 132
    assert [line for line in told.out.splitlines() if line.startswith("---")]
    for step in LIBRARY.sop(sop_id).langkah:
        assert re.search(rf"^{re.escape(step.nomor)}\s+{re.escape(step.id)}\s", told.out, re.MULTILINE)


@pytest.mark.parametrize("sop_id", LIBRARY.sop_ids())
def test_sop_gives_the_checklist_itself_as_data(call: Any, sop_id: str) -> None:
    assert json.loads(call("sop", sop_id, "--format", "json").out) == LIBRARY.checklist(sop_id)


def test_sop_lists_all(call: Any) -> None:
    assert [one["id"] for one in json.loads(call("sop", "--format", "json").out)] == LIBRARY.sop_ids()
    assert all(one in call("sop").out for one in LIBRARY.sop_ids())


@pytest.mark.parametrize("rule", aturan())
def test_explain_prints_a_rules_own_text(call: Any, rule: str) -> None:
    told = call("explain", rule)
    assert told.code == 0
    for part in ("Mengapa:", "Dasar:", "Contoh sesuai:", "Contoh tidak sesuai:", "Perbaikan:"):
        assert part in told.out


def test_explain_knows_every_rule_that_a_sample_names(call: Any) -> None:
    listed = call("explain").out
    for path in (one.parent for one in SAMPLES.glob("*/*/expected.json")):
        promise = json.loads((path / "expected.json").read_text())
        named = {rule for verb in promise.values() if isinstance(verb, dict) for rule, _, _ in verb["findings"]}
        assert [rule for rule in named if not re.search(rf"^  {rule} ", listed, re.MULTILINE)] == []


@pytest.mark.parametrize("sop_id", LIBRARY.sop_ids())
def test_explain_tells_an_sop_in_words(call: Any, sop_id: str) -> None:
    told = call("explain", sop_id).out
    assert all(step.kegiatan in told for step in LIBRARY.sop(sop_id).langkah)


def test_an_agencys_own_sop_is_found_beside_the_packages(call: Any, tmp_path: Path) -> None:
    data = LIBRARY.checklist(LIBRARY.sop_ids()[0])
    (tmp_path / "checklists").mkdir()
    (tmp_path / "checklists" / "milik-sendiri.json").write_text(json.dumps({**data, "id": "milik-sendiri"}))
    told = call("sop", "--data", tmp_path)
    assert "milik-sendiri" in told.out and LIBRARY.sop_ids()[0] in told.out


@pytest.mark.parametrize("path", DRAWABLE, ids=lambda p: p.name)
def test_generate_writes_every_file_that_its_manifest_names(call: Any, path: Path, tmp_path: Path) -> None:
    told = call("generate", path, "-o", tmp_path)
    assert told.code == 0, told.out + told.err
    folder = tmp_path / path.name
    manifest = json.loads((folder / "manifest.json").read_text())
    assert {one["file"] for one in manifest} | {"manifest.json"} == {one.name for one in folder.iterdir()}
    for one in manifest:
        assert one["sha256"] == hashlib.sha256((folder / one["file"]).read_bytes()).hexdigest()


def test_generate_tells_a_missing_fact_and_writes_the_other_naskah(call: Any, tmp_path: Path) -> None:
    broken = tmp_path / "kurang"
    shutil.copytree(DRAWABLE[0], broken)
    data = json.loads((broken / "kerja-sama.json").read_text())
    data["judul"] = ""
    (broken / "kerja-sama.json").write_text(json.dumps(data))
    told = call("generate", broken, "-o", tmp_path / "hasil", "--format", "json")
    assert told.code == 1
    assert "/judul" in {one["pointer"] for one in json.loads(told.out)["findings"]}
