"""The trail's pen: what it writes, and that it touches nothing else."""

from __future__ import annotations

import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import sop_buatan as buatan
from toolkit import logbook
from toolkit.errors import InputError, UsageError
from toolkit.jsontext import append_item

EVENT = {"langkah": "l2", "pelaksana": "si-a", "nama": "Siti Rahayu", "waktu": "2026-03-02"}
ONE_LINE = '{"langkah": "l2", "pelaksana": "si-a", "nama": "Siti Rahayu", "waktu": "2026-03-02"}'

LAYOUTS = {
    "events on one line each": (
        '{\n "id": "a",\n "jejak": [\n  {"langkah": "l1"}\n ],\n "judul": "Kerja sama — RSUD"\n}\n',
        '{\n "id": "a",\n "jejak": [\n  {"langkah": "l1"},\n  ' + ONE_LINE + '\n ],\n "judul": "Kerja sama — RSUD"\n}\n',
    ),
    "no event yet": (
        '{\n  "id": "a",\n  "jejak": []\n}',
        '{\n  "id": "a",\n  "jejak": [\n    ' + ONE_LINE + "\n  ]\n}",
    ),
    "no trail yet": ('{\n\t"id": "a"\n}\n', '{\n\t"id": "a",\n\t"jejak": [\n\t\t' + ONE_LINE + "\n\t]\n}\n"),
    "all on one line": ('{"id": "a", "jejak": [{"langkah": "l1"}]}', '{"id": "a", "jejak": [{"langkah": "l1"}, ' + ONE_LINE + "]}"),
    "no spaces at all": (
        '{"id":"a","jejak":[{"langkah":"l1"},{"langkah":"l1"}]}',
        '{"id":"a","jejak":[{"langkah":"l1"},{"langkah":"l1"},' + ONE_LINE.replace(": ", ":").replace(", ", ",") + "]}",
    ),
    "lines that end as Windows ends them": (
        '{\r\n  "jejak": [\r\n    {"langkah": "l1"}\r\n  ]\r\n}\r\n',
        '{\r\n  "jejak": [\r\n    {"langkah": "l1"},\r\n    ' + ONE_LINE + "\r\n  ]\r\n}\r\n",
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_event_is_laid_out_like_the_rest_of_the_file(layout: str) -> None:
    before, after = LAYOUTS[layout]
    assert append_item(before, "jejak", EVENT) == after


def test_an_event_is_spread_over_lines_where_the_others_are() -> None:
    text = json.dumps({"id": "a", "jejak": [{"langkah": "l1"}]}, indent=2)
    assert append_item(text, "jejak", EVENT) == json.dumps({"id": "a", "jejak": [{"langkah": "l1"}, EVENT]}, indent=2)


def test_letters_are_escaped_where_the_file_escapes_them() -> None:
    text = append_item('{"judul": "caf\\u00e9"}', "jejak", {"nama": "Zoë"})
    assert '"nama": "Zo\\u00eb"' in text
    assert '"nama": "Zoë"' in append_item('{"judul": "café"}', "jejak", {"nama": "Zoë"})


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=6
)


@given(
    st.dictionaries(st.text(), VALUES, min_size=1),
    st.lists(st.dictionaries(st.text(), VALUES)),
    st.sampled_from([None, 0, 1, 4, "\t"]),
    st.booleans(),
)
def test_whatever_the_layout_only_the_event_is_added(root: dict[str, object], trail: list[object], indent: int | str | None, ascii_only: bool) -> None:
    before = json.dumps({**root, "jejak": trail}, indent=indent, ensure_ascii=ascii_only)
    after = append_item(before, "jejak", EVENT)
    assert json.loads(after) == {**json.loads(before), "jejak": [*trail, EVENT]}


def test_the_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "asli.json", tmp_path / "kerja-sama.json"
    real.write_text('{"id": "a"}')
    real.chmod(0o640)
    link.symlink_to(real)
    logbook.append(link, EVENT)
    assert link.is_symlink() and json.loads(real.read_text())["jejak"] == [EVENT]
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["asli.json", "kerja-sama.json"]


def test_two_pens_at_once_lose_no_event(tmp_path: Path) -> None:
    path = tmp_path / "kerja-sama.json"
    path.write_text('{"id": "a"}')
    with ThreadPoolExecutor(4) as pens:
        list(pens.map(lambda place: logbook.append(path, {**EVENT, "nama": f"Orang {place}"}), range(20)))
    assert {one["nama"] for one in json.loads(path.read_text())["jejak"]} == {f"Orang {place}" for place in range(20)}


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="tidak ditemukan"):
        logbook.append(tmp_path / "tidak-ada.json", EVENT)


SOP = buatan.sop(
    [buatan.langkah("l1"), buatan.langkah("l2")],
    pelaksana={
        "si-a": {"jabatan": "Bagian Tapem", "sebutan": ["Bag. Tapem"], "peran": "unit-kerja-sama"},
        "si-b": {"jabatan": "Bupati", "peran": "kepala-daerah"},
        "si-m": {"jabatan": "Pihak I", "peran": "mitra"},
    },
)


@pytest.mark.parametrize("word", ["si-a", "Bagian Tapem", "bagian tapem", "Bag Tapem", "BAG. TAPEM"])
def test_an_actor_is_known_by_id_post_or_other_name(word: str) -> None:
    assert logbook.find_pelaksana(SOP, word).id == "si-a"


def test_an_unknown_actor_is_refused_with_the_nearest_and_the_known_ones() -> None:
    with pytest.raises(UsageError, match="mungkin maksudnya 'bupati'.*Bagian Tapem, Bupati, Pihak I"):
        logbook.find_pelaksana(SOP, "Bupatti")


@pytest.mark.parametrize("word", ["l2", "2"])
def test_a_step_is_known_by_id_or_printed_number(word: str) -> None:
    assert logbook.find_langkah(SOP, word).id == "l2"


def test_a_printed_number_that_two_steps_bear_names_neither() -> None:
    twice = buatan.sop([buatan.langkah("l1", nomor="7"), buatan.langkah("l2", nomor="7")])
    with pytest.raises(UsageError, match="'7' tidak ada"):
        logbook.find_langkah(twice, "7")


POSTS = [
    {"pelaksana": "si-b", "jabatan": "Bupati", "nama": "Suprapto", "sampai": "2025-02-19"},
    {"pelaksana": "si-b", "jabatan": "Bupati", "nama": "Wahyuni", "mulai": "2025-02-20"},
    {"jabatan": "Bag. Tapem", "nama": "Hartono"},
    {"peran": "unit-hukum", "jabatan": "Kepala Bagian Hukum", "nama": "Lestari"},
]


@pytest.mark.parametrize(
    ("actor", "day", "name"),
    [("si-b", "2025-02-19", "Suprapto"), ("si-b", "2025-02-20", "Wahyuni"), ("si-a", "2026-01-05", "Hartono"), ("si-m", "2026-01-05", "Rina")],
)
def test_the_name_is_of_who_held_the_post_that_day(actor: str, day: str, name: str) -> None:
    case = buatan.kasus([], pejabat=POSTS, pihak=[
        {"nama": "Kabupaten Contoh", "bentuk": "pemda"}, {"nama": "PT Sehat", "bentuk": "pt", "wakil": {"nama": "Rina"}},
    ])
    assert logbook.holder(case, SOP, SOP.pelaksana[actor], date.fromisoformat(day)) == name


def test_two_holders_on_one_day_leave_the_name_open() -> None:
    two = [{"pelaksana": "si-b", "jabatan": "Bupati", "nama": name} for name in ("A", "B")]
    assert logbook.holder(buatan.kasus([], pejabat=two), SOP, SOP.pelaksana["si-b"], date(2026, 1, 5)) is None


def test_the_clock_is_the_agencys(monkeypatch: pytest.MonkeyPatch) -> None:
    assert logbook.now({"zona_waktu": "WITA"}).endswith("+08:00")
    assert logbook.now({"zona_waktu": "WIB"}).endswith("+07:00")


@pytest.mark.parametrize("text", ["kemarin", "2026-02-30", "2026-03-02T25:00", ""])
def test_a_time_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="tidak dapat dibaca"):
        logbook.moment(text)
