"""Templates: what they may hold, what is refused when they are read, what a render yields."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.templat_buatan import (
    INTI,
    PROFIL,
    dokumen,
    ganti_bagian,
    isi,
    simpan,
    susun,
    teks,
)
from toolkit.drafting.gate import Gerbang
from toolkit.drafting.teks import extract_text
from toolkit.errors import DataError, InputError


def test_a_tag_that_word_split_over_runs_is_filled_in(tmp_path: Path) -> None:
    made = dokumen()
    paragraph = made.add_paragraph("Nomor: {")
    for piece in ("{ su", "rat.no", "mor }", "} selesai"):
        paragraph.add_run(piece).bold = True
    data, gaps = isi(simpan(made, tmp_path), surat={"nomor": "100/1"})
    assert teks(data, tmp_path) == ["Nomor: 100/1 selesai"]
    assert not gaps


@pytest.mark.parametrize(
    "nilai",
    ["PT Maju & Jaya", "nilai < 5 dan > 3", "a<b>c</b>d", "\"Lestari\" 'Alam'", "{{ 7*7 }} {% if x %}", "]]>", "é—…漢"],
)
def test_a_value_is_printed_as_it_was_written(nilai: str, tmp_path: Path) -> None:
    made = dokumen("{{ judul }}")
    made.sections[0].header.paragraphs[0].text = "{{ judul }}"
    data, _ = isi(simpan(made, tmp_path), judul=nilai)
    assert teks(data, tmp_path) == [nilai]
    assert docx.Document(BytesIO(data)).sections[0].header.paragraphs[0].text == nilai


def test_words_written_in_a_tag_are_printed_as_they_stand(tmp_path: Path) -> None:
    data, _ = isi(simpan(dokumen("{{ 'Jasa <Barang>' if a else 'x' }} {{ 'K < L' }}"), tmp_path), a="ya")
    assert teks(data, tmp_path) == ["Jasa <Barang> K < L"]


def test_an_ampersand_in_a_tag_is_the_sign_itself(tmp_path: Path) -> None:
    path = simpan(dokumen("{{ 'K & L' }}", "{% if nama == 'A & B' %}sama{% endif %}"), tmp_path)
    assert teks(isi(path, nama="A & B")[0], tmp_path) == ["K & L", "sama"]


@pytest.mark.parametrize("larik", ["['satu', 'dua']", "('satu', 'dua')", "l"])
def test_asking_whether_a_missing_value_is_in_a_list_is_a_gap(larik: str, tmp_path: Path) -> None:
    path = simpan(dokumen("{{ 'ya' if surat.nomor in " + larik + " else 'tidak' }}"), tmp_path)
    assert isi(path, surat={"nomor": ""}, l=["satu"])[1]
    data, gaps = isi(path, surat={"nomor": "satu"}, l=["satu"])
    assert teks(data, tmp_path) == ["ya"] and not gaps


def test_a_line_break_in_a_value_stays_a_line_break(tmp_path: Path) -> None:
    data, _ = isi(simpan(dokumen("{{ judul }}"), tmp_path), judul="satu\r\ndua\ttiga")
    assert teks(data, tmp_path) == ["satu\ndua\ttiga"]


def test_paragraphs_repeat_and_branch(tmp_path: Path) -> None:
    path = simpan(dokumen("{%p for b in l %}", "{%p if loop.first %}", "Awal {{ b }}", "{%p else %}", "Lalu {{ b }}", "{%p endif %}", "{%p endfor %}"), tmp_path)
    assert teks(isi(path, l=["a", "b"])[0], tmp_path) == ["Awal a", "Lalu b"]


def test_rows_repeat_under_their_heading(tmp_path: Path) -> None:
    made = dokumen()
    table = made.add_table(1, 2)
    table.cell(0, 0).text = "Nama"
    for text in ("{%tr for b in l %}", "{{ b }}", "{%tr endfor %}"):
        table.add_row().cells[0].text = text
    data, _ = isi(simpan(made, tmp_path), l=["a", "b"])
    assert [row.cells[0].text for row in docx.Document(BytesIO(data)).tables[0].rows] == ["Nama", "a", "b"]


def test_every_gap_is_named_with_template_paragraph_and_path(tmp_path: Path) -> None:
    made = dokumen("Kepala", "Hal: {{ surat.hal }}", "{{ surat.tanggal|tanggal }}", "{%p for x in surat.isi %}", "{{ x }}", "{%p endfor %}")
    made.sections[0].footer.paragraphs[0].text = "Kaki {{ surat.kaki }}"
    _, gaps = isi(simpan(made, tmp_path), surat={"hal": "  ", "isi": []})
    assert gaps == {
        "/surat/hal": "templat uji paragraf 2 (“Hal: {{ surat.hal }}”)",
        "/surat/tanggal": "templat uji paragraf 3 (“{{ surat.tanggal|tanggal }}”)",
        "/surat/isi": "templat uji paragraf 4 (“{%p for x in surat.isi %}”)",
        "/surat/kaki": "templat uji, kaki halaman paragraf 1 (“Kaki {{ surat.kaki }}”)",
    }


def test_a_fact_that_may_lack_is_asked_for_without_a_gap(tmp_path: Path) -> None:
    path = simpan(dokumen("{%p if surat.tembusan is ada %}", "Tembusan", "{%p endif %}", "{{ surat.lampiran|default('-') }}"), tmp_path)
    data, gaps = isi(path, surat={"hal": "x"})
    assert teks(data, tmp_path) == ["-"]
    assert not gaps


def test_a_part_takes_the_place_of_its_tag_and_brings_its_styles(tmp_path: Path) -> None:
    part = dokumen()
    style = part.styles.add_style("Kop", 1)
    style.font.bold = True
    part.add_paragraph("PEMERINTAH {{ profil.nama }}", style="Kop")
    part.add_table(1, 1).cell(0, 0).text = "{{ profil.alamat }}"
    simpan(part, tmp_path / "bagian", "kop")
    data, gaps = isi(simpan(dokumen("{{p bagian.kop }}", "Isi"), tmp_path), profil={"nama": "CONTOH"})
    made = docx.Document(BytesIO(data))
    assert [one.text for one in made.paragraphs] == ["PEMERINTAH CONTOH", "Isi"]
    assert made.paragraphs[0].style.name == "Kop"
    assert gaps == {"/profil/alamat": "templat uji, bagian/kop paragraf 2 (“{{ profil.alamat }}”)"}


def test_a_part_brings_its_picture(tmp_path: Path) -> None:
    part = dokumen()
    part.add_picture(BytesIO(_png()))
    simpan(part, tmp_path / "bagian", "kop")
    data, _ = isi(simpan(dokumen("{{p bagian.kop }}"), tmp_path))
    made = docx.Document(BytesIO(data))
    assert len(made.inline_shapes) == 1
    picture = made.inline_shapes[0]._inline.graphic.graphicData.pic.blipFill.blip.embed
    assert made.part.related_parts[picture].blob == _png()


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00\x00")) + chunk(b"IEND", b"")


def test_a_part_that_holds_itself_is_refused(tmp_path: Path) -> None:
    simpan(dokumen("{{p bagian.kop }}"), tmp_path / "bagian", "kop")
    with pytest.raises(DataError, match="bersarang terlalu dalam"):
        susun(simpan(dokumen("{{p bagian.kop }}"), tmp_path))


@pytest.mark.parametrize(
    ("paragraf", "sebab"),
    [
        (["{% set a = 1 %}"], "tidak boleh dipakai"),
        (["{% macro a() %}{% endmacro %}"], "tidak boleh dipakai"),
        (["{% include 'x' %}"], "tidak boleh dipakai"),
        (["{{ judul|safe }}"], "penyaring safe tidak ada"),
        (["{{ judul|upper }}"], "penyaring upper tidak ada"),
        (["{{ judul.upper() }}"], "call tidak boleh"),
        (["{{ nama"], "tidak berpasangan"),
        (["nama }}"], "tidak berpasangan"),
        (["{%p if a %}"], "if tidak ditutup"),
        (["{%p for a in b %}", "{%p endif %}"], "tidak sewadah"),
        (["{%p if a %} teks", "{%p endif %}"], "sendiri dalam satu paragraf"),
        (["{%p if a %}{%p endif %}"], "sendiri dalam satu paragraf"),
        (["{% if a %}", "{% endif %}"], "tidak sewadah"),
        (["{{r judul }}"], "tidak boleh dipakai"),
        (["{{ ju\u200bdul }}"], "tak terlihat"),
        (["{{p bagian.kop }} teks"], "sendiri dalam satu paragraf"),
        (["{{ a b }}"], "uji paragraf 1"),
    ],
)
def test_what_cannot_be_proved_safe_is_refused_with_its_place(paragraf: list[str], sebab: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=sebab):
        susun(simpan(dokumen(*paragraf), tmp_path))


@pytest.mark.parametrize(
    ("lama", "baru", "sebab"),
    [
        ("<w:r><w:t>Isi", '<w:ins w:id="1"><w:r><w:t>x</w:t></w:r></w:ins><w:r><w:t>Isi', "perubahan terlacak"),
        ("<w:r><w:t>Isi", '<w:r><w:commentReference w:id="1"/><w:t>Isi', "komentar Word"),
        ("<w:r><w:t>Isi", '<w:r><w:instrText>INCLUDETEXT "x"</w:instrText><w:t>Isi', "selain nomor halaman"),
        ("<w:r><w:t>Isi", '<w:r><x:y xmlns:x="urn:asing"/><w:t>Isi', "ruang nama"),
        ("<w:p><w:r><w:t>Isi", '<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Isi', "penomoran otomatis"),
        ("<w:p><w:r><w:t>Isi", '<w:p><w:pPr><w:jc w:val="{{ a }}"/></w:pPr><w:r><w:t>Isi', "dalam atribut"),
        ("Isi</w:t>", "Isi</w:u>", "bukan XML yang benar"),
    ],
)
def test_word_content_that_templates_may_not_hold_is_refused(lama: str, baru: str, sebab: str, tmp_path: Path) -> None:
    path = ganti_bagian(simpan(dokumen("Isi"), tmp_path), "word/document.xml", lama, baru)
    with pytest.raises(DataError, match=sebab):
        susun(path)


def test_a_cell_that_a_condition_could_empty_is_refused(tmp_path: Path) -> None:
    made = dokumen()
    cell = made.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].text = "{%p if a %}"
    cell.add_paragraph("x")
    cell.add_paragraph("{%p endif %}")
    with pytest.raises(DataError, match="paragraf tak bersyarat"):
        susun(simpan(made, tmp_path))


def test_a_table_that_a_loop_could_empty_is_refused(tmp_path: Path) -> None:
    made = dokumen()
    table = made.add_table(3, 1)
    for row, text in zip(table.rows, ("{%tr for a in b %}", "{{ a }}", "{%tr endfor %}"), strict=True):
        row.cells[0].text = text
    with pytest.raises(DataError, match="baris judul"):
        susun(simpan(made, tmp_path))


@pytest.mark.parametrize("isi_berkas", [b"", b"bukan zip", b"PK\x03\x04rusak"])
def test_what_is_no_docx_is_refused_in_one_sentence(isi_berkas: bytes, tmp_path: Path) -> None:
    path = tmp_path / "uji.docx"
    path.write_bytes(isi_berkas)
    with pytest.raises(DataError, match="tidak dapat dibaca sebagai"):
        susun(path)


def test_a_list_printed_as_text_is_a_mistake_of_the_template(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="larik sebagai teks"):
        isi(simpan(dokumen("{{ l }}"), tmp_path), l=["a"])


def test_a_day_that_does_not_exist_is_told_to_the_user(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="2026-02-31"):
        isi(simpan(dokumen("{{ t|tanggal }}"), tmp_path), t="2026-02-31")


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    path = simpan(dokumen("{{ judul }}"), tmp_path)
    assert isi(path, judul="A")[0] == isi(path, judul="A")[0]


def test_core_properties_come_from_the_case_and_are_escaped_once(tmp_path: Path) -> None:
    path = simpan(dokumen("x"), tmp_path)
    data = susun(path).render({}, type(INTI)("A & B" + "x" * 300, "Pemda", "2026-02-16T08:00:00+07:00"))
    made = docx.Document(BytesIO(data)).core_properties
    assert made.title.startswith("A & Bx")
    assert len(made.title) == 255
    assert made.created.isoformat().startswith("2026-02-16")


def test_the_profile_sets_paper_and_type_and_keeps_landscape(tmp_path: Path) -> None:
    made = dokumen("x")
    section = made.add_section()
    section.orientation = 1
    path = simpan(made, tmp_path)
    ganti_bagian(path, "word/document.xml", 'w:orient="landscape"', 'w:orient="landscape"')
    result = docx.Document(BytesIO(susun(path, PROFIL).render({}, INTI)))
    assert [round(one.page_width.mm) for one in result.sections] == [210, 297]
    assert round(result.sections[0].left_margin.mm) == 30
    assert result.styles.element.xpath("w:docDefaults//w:rFonts/@w:ascii") == ["Arial"]


def test_only_what_the_document_reaches_is_in_the_package(tmp_path: Path) -> None:
    data, _ = isi(simpan(dokumen("x"), tmp_path))
    names = zipfile.ZipFile(BytesIO(data)).namelist()
    assert names[0] == "[Content_Types].xml"
    assert len(names) == len(set(names))
    assert not [name for name in names if "thumbnail" in name]


def test_the_extracted_text_of_a_template_shows_body_and_footer(tmp_path: Path) -> None:
    made = dokumen("Satu {{ a }}", "Dua")
    made.sections[0].footer.paragraphs[0].text = "Kaki"
    assert extract_text(simpan(made, tmp_path)) == "Satu {{ a }}\nDua\n--- kaki halaman ---\nKaki\n"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ada=st.booleans(),
    butir=st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1).filter(lambda one: one.strip() != ""), max_size=4),
)
def test_whatever_the_values_the_result_is_well_formed(ada: bool, butir: list[str], tmp_path: Path) -> None:
    made = dokumen("{%p if ada_isi %}", "{% if ada_isi %}tebal {{ judul }}{% else %}tipis{% endif %}", "{%p for b in butir %}", "{{ loop.index }}. {{ b }}", "{%p endfor %}", "{%p endif %}", "akhir")
    made.paragraphs[1].runs[0].bold = True
    data, _ = isi(simpan(made, tmp_path), ada_isi=ada, butir=butir, judul="J")
    root = etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))
    assert root.tag.endswith("document")
    assert teks(data, tmp_path)[-1] == "akhir"


def test_the_gate_refuses_a_part_with_a_namespace_that_word_does_not_know() -> None:
    data = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:x="urn:asing"><w:body><x:isi/></w:body></w:document>'
    gate = Gerbang("contoh", {}, (), frozenset())
    with pytest.raises(DataError, match="urn:asing"):
        gate.periksa({"word/document.xml": data})
    gate.periksa({"word/document.xml": data.replace(b"<x:isi/>", b"<w:p/>")})
