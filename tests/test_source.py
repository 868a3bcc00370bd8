"""JSON text as values with places, and every refusal in one sentence."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.conditions import escape
from toolkit.errors import InputError
from toolkit.jsonfaults import ANGKA_MAKS, TINGKAT_MAKS, cacat
from toolkit.source import BATAS_BYTE, load, parse

RUSAK = Path(__file__).parent / "data" / "broken" / "json"
TEKS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NILAI = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEKS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEKS, inner, max_size=4),
    max_leaves=12,
)
TATA = st.sampled_from([{"indent": 1}, {"indent": "\t"}, {"separators": (",", ":")}, {}])


def _walk(value: Any, pointer: str = "") -> list[tuple[str, Any]]:
    found = [(pointer, value)]
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        found += _walk(inner, f"{pointer}/{escape(str(key))}")
    return found


def _offset(text: str, line: int, column: int) -> int:
    return sum(len(one) for one in text.split("\n")[: line - 1]) + line - 1 + column - 1


@settings(max_examples=150, deadline=None)
@given(NILAI, TATA, st.booleans(), st.booleans())
def test_values_are_those_of_json_and_every_pointer_leads_to_the_text_of_its_value(
    value: Any, layout: dict[str, Any], plain: bool, crlf: bool
) -> None:
    text = json.dumps(value, ensure_ascii=plain, **layout)
    if crlf:
        text = text.replace("\n", "\r\n")
    source = parse(text, "uji.json")
    assert source.value == json.loads(text)
    for pointer, inner in _walk(source.value):
        found, _ = json.JSONDecoder().raw_decode(text, _offset(text, *source.position(pointer)))
        assert found == inner


@settings(max_examples=200, deadline=None)
@given(st.text('{}[]",:\\u0dD8x1-.eE+NaInf truels\n\t', max_size=25))
def test_a_text_is_either_json_or_refused_with_a_place_and_never_anything_else(text: str) -> None:
    try:
        expected = json.loads(text, parse_constant=lambda _: pytest.fail)
    except ValueError:
        expected = None
    try:
        value = parse(text, "uji.json").value
    except InputError as error:
        assert error.line is not None and error.column is not None
    else:
        assert json.loads(text) == value == expected
        assert cacat(text) is None


@settings(max_examples=100, deadline=None)
@given(NILAI)
def test_a_sound_text_has_no_fault(value: Any) -> None:
    assert cacat(json.dumps(value)) is None


def test_an_absent_pointer_leads_to_its_nearest_parent() -> None:
    source = parse('{\n  "pihak": [\n    {"nama": "A"}\n  ]\n}', "uji.json")
    assert source.position("/pihak/0/nama") == (3, 14)
    assert source.position("/pihak/0/wakil/nama") == (3, 5)
    assert source.position("/pihak/7/nama") == (2, 12)
    assert source.position("/judul") == (1, 1)
    assert source.position("/pihak/0/nama/x") == (3, 14)


def test_keys_with_slash_tilde_and_proto_are_keys_like_others() -> None:
    source = parse('{"a/b": 1, "~": [2], "__proto__": {"": 3}, "\\u0061": 4}', "uji.json")
    assert source.value == {"a/b": 1, "~": [2], "__proto__": {"": 3}, "a": 4}
    assert source.text[source.offset("/a~1b")] == "1"
    assert source.text[source.offset("/~0/0")] == "2"
    assert source.text[source.offset("/__proto__/")] == "3"
    assert source.text[source.offset("/a")] == "4"


def test_columns_count_characters_not_bytes() -> None:
    assert parse('{"é😀": 1}', "uji.json").position("/é😀") == (1, 8)


def test_a_byte_order_mark_is_tolerated_and_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert load(path).value == {"a": 1}
    assert load(path).position("/a") == (1, 7)


@pytest.mark.parametrize("path", sorted(RUSAK.iterdir()), ids=lambda path: path.name)
def test_a_broken_file_is_refused_in_one_sentence_that_names_file_line_and_column(path: Path) -> None:
    expected = path.name.split("--")[1].removesuffix(".json").split("-")
    with pytest.raises(InputError) as caught:
        load(path)
    assert (caught.value.line, caught.value.column) == tuple(int(one) for one in expected)
    _is_one_sentence(str(caught.value), str(path))
    assert f"baris {expected[0]} kolom {expected[1]}" in str(caught.value)


def _is_one_sentence(message: str, name: str) -> None:
    assert name in message and message.endswith(".") and "\n" not in message
    assert not re.search(r"Expecting|Invalid|Error|Errno|Traceback", message.replace(name, ""))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"a": 1, "a": 2}', 'kunci "a" ditulis dua kali'),
        ('{"a": [{"b": 1, "\\u0062": 2}]}', 'kunci "b" ditulis dua kali'),
        ('{"a": NaN}', "NaN bukan angka"),
        ('{"a": -Infinity}', "-Infinity bukan angka"),
        ('{"a": 1e999999}', "terlalu besar"),
        ('{"a": -1E400}', "terlalu besar"),
        ('{"a": ' + "9" * (ANGKA_MAKS + 1) + "}", "lebih panjang daripada"),
        ('{"a": "\\ud800"}', "separuh karakter (U+D800)"),
        ('{"\\udc00": 1}', "separuh karakter (U+DC00)"),
        ('{"a": "\ud800"}', "separuh karakter (U+D800)"),
        ('{"a": 1,}', "koma berlebih"),
        ("[1,]", "koma berlebih"),
        ('{"a": "x\ty"}', "karakter kendali U+0009"),
        ('{"a": "x\ny"}', "karakter kendali U+000A"),
        ('{"a": "\\x41"}', "garis miring terbalik"),
        ('{"a": "\\u12"}', "garis miring terbalik"),
        ('{"a": "x}', "tidak ditutup tanda kutip"),
        ("{'a': 1}", "tanda kutip ganda lurus"),
        ("{“a”: 1}", "tanda kutip ganda lurus"),
        ('{"a": 1 /* x */}', "komentar"),
        ('{"a": 1} x', "sesudah kurung tutup"),
        ('{"a": 01}', "seharusnya"),
        ('{"a": +1}', "seharusnya"),
        ('{"a": .5}', "seharusnya"),
        ('{"a": True}', 'tertulis "True"'),
        ('{"a" 1}', 'titik dua sesudah kunci "a"'),
        ('{"a": [1, 2', "berkas berakhir"),
        ('{"a": 1 "b": 2}', "koma sesudah nilai sebelumnya belum ada"),
        ('{"a": 1; "b": 2}', "koma atau kurung kurawal tutup"),
        ("", "berkas berakhir"),
    ],
)
def test_each_fault_is_named_in_plain_words(text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(text, "uji.json")
    assert words in str(caught.value)
    _is_one_sentence(str(caught.value), "uji.json")


def test_nesting_is_read_to_its_limit_and_refused_beyond_it() -> None:
    assert parse("[" * TINGKAT_MAKS + "]" * TINGKAT_MAKS, "uji.json").position("/0/0/0") == (1, 4)
    for depth in (TINGKAT_MAKS + 1, 1_000, 2_000_000):
        for text in ("[" * depth, "[" * depth + "]" * depth, '{"a":' * depth):
            with pytest.raises(InputError, match="bertingkat lebih dari 200"):
                parse(text, "uji.json")


def test_brackets_within_texts_are_not_nesting() -> None:
    assert parse(json.dumps({"a": "[{" * 500}), "uji.json").value == {"a": "[{" * 500}


def test_a_huge_file_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "besar.json"
    with path.open("wb") as file:
        file.write(b'{"a": "')
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(InputError, match="lebih besar daripada 20 MB"):
        load(path)


def test_a_text_within_the_limit_may_be_one_long_string(tmp_path: Path) -> None:
    path = tmp_path / "panjang.json"
    path.write_text(json.dumps({"a": "x" * (BATAS_BYTE // 4)}))
    assert len(load(path).value["a"]) == BATAS_BYTE // 4


@pytest.mark.parametrize("part", ["[],", "[]", "1,", '"[",'])
def test_millions_of_values_are_refused_at_once(part: str) -> None:
    text = "[" + part * (18_000_000 // len(part)) + "1]"
    begin = time.perf_counter()
    with pytest.raises(InputError, match=r"Berkas uji.json berisi lebih dari 500\.000 nilai"):
        parse(text, "uji.json")
    assert time.perf_counter() - begin < 2


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32"), ("utf-32-be", "UTF-32")],
)
def test_other_encodings_are_named(tmp_path: Path, encoding: str, words: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes('{"judul": "x"}'.encode(encoding))
    with pytest.raises(InputError, match=f"{words}; simpan ulang sebagai UTF-8"):
        load(path)


def test_bytes_that_are_no_utf_8_are_refused_at_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes('{\n "judul": "é"}'.encode("latin-1"))
    with pytest.raises(InputError) as caught:
        load(path)
    assert (caught.value.line, caught.value.column) == (2, 12)


@pytest.mark.parametrize("content", [b"", b"  \n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match="kosong"):
        load(path)


def test_folders_pipes_devices_and_missing_files_are_refused_at_once(tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipa", tmp_path / "putar"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    for path, words in (
        (tmp_path, "adalah folder"),
        (pipe, "bukan berkas biasa"),
        (Path("/dev/zero"), "bukan berkas biasa"),
        (tmp_path / "tiada.json", "tidak ditemukan"),
        (loop, "tidak dapat dibaca"),
        (tmp_path / ("x" * 300), "namanya terlalu panjang"),
        (tmp_path / "a\0b", "tidak dapat dipakai"),
    ):
        with pytest.raises(InputError, match=words) as caught:
            load(path)
        assert "\n" not in str(caught.value)


def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}")
    path.chmod(0)
    if os.access(path, os.R_OK):
        assert load(path).value == {}  # the superuser may read everything
        return
    with pytest.raises(InputError, match="tidak ada izin"):
        load(path)


def test_many_places_of_a_long_array_are_found_quickly() -> None:
    source = parse(json.dumps({"jejak": [{"langkah": "x", "waktu": "2026-03-02"}] * 5_000}), "uji.json")
    started = time.perf_counter()
    assert source.position("/jejak/4999/waktu")[0] == 1
    for place in range(0, 5_000, 5):
        source.position(f"/jejak/{place}/langkah")
    assert time.perf_counter() - started < 2
