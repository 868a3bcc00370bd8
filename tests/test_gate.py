"""The output gate: each defect planted in a real document is refused with naskah, part and paragraph."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.contoh import LIBRARY, SAMPLES
from toolkit.cases import open_case
from toolkit.conformance import align
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.due import diminta
from toolkit.drafting.gate import Gerbang
from toolkit.drafting.template import CHANGING
from toolkit.errors import DataError
from toolkit.plan import plan

CASE = SAMPLES / "paser-kb" / "lengkap-mitra"
ISI = "word/document.xml"
RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
INTI = "docProps/core.xml"
Members = list[tuple[str, bytes]]
PENYUSUN = Penyusun(LIBRARY)


@cache
def rendered(naskah: str = "kesepakatan-bersama") -> tuple[tuple[str, bytes], ...]:
    """The members of a document as `generate` writes it."""
    with zipfile.ZipFile(BytesIO(drafted(CASE, naskah))) as archive:
        return tuple((one.filename, archive.read(one)) for one in archive.infolist())


def drafted(folder: Path, naskah: str) -> bytes:
    case = open_case(folder, LIBRARY)
    rencana = plan(case.kerja_sama, case.sop)
    done = align(rencana, case.kerja_sama).langkah_selesai
    (one,) = PENYUSUN.susun(case.kerja_sama, case.sop, diminta(naskah, rencana), done)
    assert one.isi is not None
    return one.isi


def through(members: Members, values: Any = ()) -> None:
    filled = {name for name, _ in members if CHANGING.match(name) or name == INTI}
    gate = Gerbang.baca("kesepakatan-bersama", [one for one in members if one[0] not in filled], [name for name, _ in members if name in filled], ["I.  Peserta"])
    gate.periksa({name: data for name, data in members if name in filled}, "Kesepakatan Bersama", values)


def put(part: str, old: str, new: str) -> Callable[[Members], Members]:
    """The first `old` of a part becomes `new`."""

    def plant(members: Members) -> Members:
        assert any(name == part and old.encode() in data for name, data in members), f"{old} tidak ada di {part}"
        return [(name, data.replace(old.encode(), new.encode(), 1) if name == part else data) for name, data in members]

    return plant


def paragraph(text: str, before: str = "<w:sectPr") -> Callable[[Members], Members]:
    return put(ISI, before, f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>{before}")


def without(part: str) -> Callable[[Members], Members]:
    return lambda members: [one for one in members if one[0] != part]


def twice(part: str) -> Callable[[Members], Members]:
    return lambda members: [*members, *(one for one in members if one[0] == part)]


def table(inside: str, grid: str = '<w:gridCol w:w="900"/>') -> Callable[[Members], Members]:
    return put(ISI, "<w:sectPr", f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl><w:sectPr")


PICTURE = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="77" name="a"/></wp:inline></w:drawing></w:r></w:p>'
MARK = '<w:p><w:bookmarkStart w:id="9" w:name="satu"/><w:bookmarkEnd w:id="9"/></w:p>'
CELL = "<w:tc><w:p/></w:tc>"
PLANTED = {
    "elemen tidak ditutup": (put(ISI, "</w:body>", ""), "bukan XML yang benar"),
    "tanda & lepas": (put(ISI, "PIHAK", "PIHAK & "), "bukan XML yang benar pada baris"),
    "ruang nama asing": (put(ISI, "<w:sectPr", '<x:y xmlns:x="urn:lain"/><w:sectPr'), "urn:lain"),
    "sel tanpa paragraf": (table("<w:tr><w:tc><w:tcPr/></w:tc></w:tr>"), "berakhir dengan paragraf"),
    "sel berakhir tabel": (put(ISI, "</w:tc>", f'<w:tbl><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr>{CELL}</w:tr></w:tbl></w:tc>'), "berakhir dengan paragraf"),
    "tabel tanpa baris": (table(""), "tabel tanpa baris"),
    "baris tanpa sel": (table("<w:tr/>"), "baris tabel tanpa sel"),
    "kolom tanpa lebar": (table(f"<w:tr>{CELL}</w:tr>", "<w:gridCol/>"), "lebar kolom"),
    "kolom selebar nol": (table(f"<w:tr>{CELL}</w:tr>", '<w:gridCol w:w="0"/>'), "lebar kolom"),
    "tanpa kolom": (table(f"<w:tr>{CELL}</w:tr>", ""), "lebar kolom"),
    "sel melebihi kolom": (table(f"<w:tr>{CELL}{CELL}</w:tr>"), "lebih banyak daripada kolom"),
    "paragraf bersarang": (put(ISI, "<w:sectPr", "<w:p><w:p/></w:p><w:sectPr"), "paragraf di dalam paragraf"),
    "gambar kembar": (put(ISI, "<w:sectPr", f"{PICTURE}{PICTURE}<w:sectPr"), "gambar kembar"),
    "penanda kembar": (put(ISI, "<w:sectPr", f"{MARK}{MARK}<w:sectPr"), "kembar"),
    "rujukan tanpa relasi": (put(ISI, "<w:sectPr", '<w:p><w:hyperlink r:id="rId999"/></w:p><w:sectPr'), "rId999"),
    "tautan tanpa penanda": (put(ISI, "<w:sectPr", '<w:p><w:hyperlink w:anchor="hilang"/></w:p><w:sectPr'), "penanda yang tidak ada"),
    "relasi ke bagian hilang": (put(RELS, 'Target="styles.xml"', 'Target="hilang.xml"'), "hilang.xml"),
    "bagian hilang": (without("word/styles.xml"), "styles.xml, yang tidak ada"),
    "relasi kembar": (put(RELS, "</Relationships>", '<Relationship Id="k" Type="a" Target="styles.xml"/><Relationship Id="k" Type="a" Target="styles.xml"/></Relationships>'), "relasi kembar"),
    "relasi tanpa pemilik": (lambda members: [*members, ("word/_rels/hilang.xml.rels", dict(members)[RELS])], "word/hilang.xml"),
    "tanpa jenis isi": (lambda members: [*members, ("word/media/a.tiff", b"II*")], "jenis isi"),
    "jenis isi bagian hilang": (put(TYPES, "</Types>", '<Override PartName="/word/hilang.xml" ContentType="a/b"/></Types>'), "word/hilang.xml"),
    "anggota kembar": (twice("word/styles.xml"), "dua kali"),
    "judul terlalu panjang": (put(INTI, "<dc:title>", f"<dc:title>{'x' * 300}"), "255"),
    "tag nilai": (paragraph("{{ judul }}"), "tanda templat"),
    "tag terpotong": (put(ISI, "<w:sectPr", "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>% if x</w:t></w:r></w:p><w:sectPr"), "tanda templat"),
    "tag komentar": (paragraph("{# catatan"), "tanda templat"),
    "tag dalam kepala halaman": (put("word/header1.xml", "</w:hdr>", "<w:p><w:r><w:t>{{ x</w:t></w:r></w:p></w:hdr>"), "tanda templat"),
    "tag dalam sifat inti": (put(INTI, "<dc:title>", "<dc:title>{{ x }}"), "tanda templat"),
    "None": (paragraph("Nomor None Tahun"), "Python"),
    "larik": (paragraph("['satu', 'dua']"), "Python"),
    "objek": (paragraph("&lt;toolkit.Node object at 0x7f&gt;"), "Python"),
    "nilai lenyap di antara kata": (paragraph("bertempat di  pada hari"), "tempat kosong"),
    "nilai lenyap dalam kurung": (paragraph("sepuluh () hari"), "tempat kosong"),
    "nilai lenyap sebelum koma": (paragraph("Bupati , selaku"), "tempat kosong"),
    "nilai lenyap dalam kutip": (paragraph("tentang “” dengan"), "tempat kosong"),
    "nomor kosong": (paragraph("Nomor : "), "keterangan tanpa isi"),
    "baris keterangan kosong": (table(f"<w:tr><w:tc><w:p><w:r><w:t>:</w:t></w:r></w:p></w:tc>{CELL}</w:tr>", 2 * '<w:gridCol w:w="900"/>'), "keterangan tanpa isi"),
}


@pytest.mark.parametrize("defect", PLANTED)
def test_a_planted_defect_is_refused_in_one_sentence_that_names_its_place(defect: str) -> None:
    plant, why = PLANTED[defect]
    with pytest.raises(DataError) as refused:
        through(plant(list(rendered())))
    said = str(refused.value)
    assert why in said and "kesepakatan-bersama" in said and "\n" not in said
    assert any(name in said for name, _ in plant(list(rendered()))) or "/" in said


def test_the_sentence_names_naskah_part_and_paragraph_with_its_words() -> None:
    count = docx.Document(BytesIO(drafted(CASE, "kesepakatan-bersama"))).element.body.xpath("count(.//w:p)")
    with pytest.raises(DataError, match=rf"Naskah Kesepakatan Bersama .*word/document\.xml paragraf {int(count) + 1} \(“Nomor :”\)"):
        through(paragraph("Nomor : ")(list(rendered())))


@pytest.mark.parametrize("naskah", ["kesepakatan-bersama", "daftar-hadir-draf", "nota-dinas-telaah", "lembar-disposisi"])
def test_a_sound_document_passes(naskah: str) -> None:
    through(list(rendered(naskah)), open_case(CASE, LIBRARY).kerja_sama.data)


@pytest.mark.parametrize("words", ["PT None & Anak", "Sistem {{ Data }}", "Aplikasi  Dua Spasi", "Koperasi () Baru", "datetime.date", "['a']"])
def test_words_of_the_case_are_no_defect_and_those_of_the_tool_are(words: str) -> None:
    shown = words.replace("&", "&amp;")
    members = paragraph(f"bersama {shown} selaku")(list(rendered()))
    through(members, {"pihak": [{"nama": words}]})
    with pytest.raises(DataError):
        through(members, {"pihak": [{"nama": "PT Lain"}]})


def titled(title: str, folder: Path) -> Path:
    """The case under another title, in its naskah too."""
    told = (CASE / "kerja-sama.json").read_text(encoding="utf-8")
    changed = told.replace('"Pembinaan dan Pemasaran Kopi Rakyat"', json.dumps(title))
    assert changed != told
    (folder / "kerja-sama.json").write_text(changed, encoding="utf-8")
    return folder


ODD = st.text(alphabet=st.sampled_from("aN é&<>\"'{}%#[](),.:;\u0301\u200f\u05d0\u0639\U0001f91d\U0001d400\u00a0—“”"), min_size=1, max_size=60)


@settings(max_examples=25)
@given(ODD)
@example("A" * 1500)
@example("PT “Maju & <Jaya>”  None {{ x }} {% if %}")
@example("Cafe\u0301 \u05e9\u05dc\u05d5\u05dd 🤝")
def test_whatever_a_title_is_the_gate_is_silent_and_word_shows_it(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    title = " ".join(f"Pengelolaan {text} Pasar".split())
    folder = titled(title, tmp_path_factory.mktemp("aneh"))
    result = docx.Document(BytesIO(drafted(folder, "kesepakatan-bersama")))
    assert title in [one.text for one in result.paragraphs]


@pytest.mark.parametrize("mark", ["\x01", "\x0b", "\ud800", "\uffff"])
def test_what_no_document_can_hold_is_refused_before_anything_is_written(call: Any, tmp_path: Path, mark: str) -> None:
    told = call("generate", titled(f"Pasar{mark}Rakyat", tmp_path), "-o", tmp_path / "hasil", "--naskah", "kesepakatan-bersama")
    assert told.code == 2 and f"U+{ord(mark):04X}" in told.err
    assert not (tmp_path / "hasil").exists()
