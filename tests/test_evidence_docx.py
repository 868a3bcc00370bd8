"""A .docx is read as a reader of the page sees it."""

from __future__ import annotations

from tests.docx_mentah import docx, p
from toolkit.evidence import baca_data
from toolkit.evidence.bacaan import CATATAN, KAKI, KEPALA, KOTAK, Bacaan

LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
NOMOR = (
    f'<w:abstractNum w:abstractNumId="0">{LEVEL.format(0, "decimal", "Pasal %1")}{LEVEL.format(1, "decimal", "(%2)")}{LEVEL.format(2, "lowerLetter", "%3.")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def baca(body: str, **parts: str) -> Bacaan:
    return baca_data(docx(body, **parts), "uji.docx")


def teks(reading: Bacaan) -> list[str]:
    return [one.rapi for one in reading.isi]


def bernomor(tingkat: int, daftar: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{tingkat}"/><w:numId w:val="{daftar}"/></w:numPr>'


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">selama </w:t></w:r><w:del><w:r><w:delText>tiga</w:delText></w:r></w:del>'
        '<w:ins><w:r><w:t>lima</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>dulu</w:t></w:r></w:moveFrom><w:r><w:t xml:space="preserve"> tahun</w:t></w:r></w:p>'
    )
    reading = baca(body)
    assert teks(reading) == ["selama lima tahun"]
    assert (reading.sisipan, reading.hapusan) == (1, 2)


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">satu </w:t></w:r></w:p>'
    assert teks(baca(first + p("naskah"))) == ["satu naskah"]


def test_content_controls_links_and_fields_are_read() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p('dalam kendali')}</w:sdtContent></w:sdt>"
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>isi</w:t></w:r></w:sdtContent></w:sdt><w:hyperlink><w:r><w:t> tautan</w:t></w:r></w:hyperlink>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t xml:space="preserve"> Pasal 5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert teks(baca(body)) == ["dalam kendali", "isi tautan Pasal 5"]


def test_words_own_numbers_appear_before_their_paragraphs() -> None:
    body = "".join((
        p("KETENTUAN UMUM", bernomor(0)), p("pertama", bernomor(1)), p("huruf", bernomor(2)), p("kedua", bernomor(1)),
        p("OBJEK", bernomor(0)), p("mulai lagi", bernomor(1)),
    ))
    assert teks(baca(body, numbering=NOMOR)) == ["Pasal 1 KETENTUAN UMUM", "(1) pertama", "a. huruf", "(2) kedua", "Pasal 2 OBJEK", "(1) mulai lagi"]


def test_a_number_without_words_is_still_a_heading() -> None:
    reading = baca(p("", bernomor(0)) + p("MAKSUD DAN TUJUAN"), numbering=NOMOR)
    assert teks(reading) == ["Pasal 1", "MAKSUD DAN TUJUAN"]


def test_a_list_may_start_elsewhere() -> None:
    body = p("", bernomor(0)) + p("lima", bernomor(1, 2)) + p("enam", bernomor(1, 2))
    assert teks(baca(body, numbering=NOMOR))[1:] == ["(5) lima", "(6) enam"]


def test_a_style_numbers_its_paragraphs() -> None:
    styles = f'<w:style w:styleId="Pasal"><w:pPr>{bernomor(0)}</w:pPr></w:style><w:style w:styleId="Anak"><w:basedOn w:val="Pasal"/></w:style>'
    body = p("A", '<w:pStyle w:val="Pasal"/>') + p("B", '<w:pStyle w:val="Anak"/>')
    assert teks(baca(body, numbering=NOMOR, styles=styles)) == ["Pasal 1 A", "Pasal 2 B"]


def test_hidden_text_is_kept_apart() -> None:
    reading = baca(p("tampak") + p("catatan penyusun", run="<w:vanish/>") + p("menyala", run='<w:vanish w:val="0"/>'))
    assert teks(reading) == ["tampak", "menyala"]
    assert reading.tersembunyi == ("catatan penyusun",)


def test_a_text_box_is_read_once_where_it_is_anchored() -> None:
    box = "<w:txbxContent>" + p("NOMOR : 1") + "</w:txbxContent>"
    alternatives = f"<mc:AlternateContent><mc:Choice><w:drawing><wp:inline>{box}</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    reading = baca(p("judul") + f"<w:p><w:r>{alternatives}</w:r></w:p>" + p("isi"))
    assert teks(reading) == ["judul", "NOMOR : 1", "isi"]
    assert reading.paragraf[1].bagian == KOTAK


def test_heads_feet_and_notes_stand_apart_from_the_text() -> None:
    reading = baca(p("isi"), header=p("kop"), footer=p("paraf"), footnotes=f'<w:footnote w:type="separator">{p("-")}</w:footnote><w:footnote w:id="2">{p("catatan")}</w:footnote>')
    assert [(one.bagian, one.teks) for one in reading.paragraf] == [(KEPALA, "kop"), (KAKI, "paraf"), ("isi", "isi"), (CATATAN, "catatan")]
    assert teks(reading) == ["isi"]


def test_cells_tell_where_they_stand_in_their_row() -> None:
    row = f"<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{p('kiri')}</w:tc><w:tc>{p('kanan')}</w:tc></w:tr>"
    reading = baca(f'<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>{row}</w:tbl>')
    places = [(one.teks, one.sel.kiri, one.sel.kanan) for one in reading.isi if one.sel is not None]
    assert places == [("kiri", 0.0, 0.5), ("kanan", 0.5, 1.0)]


def test_a_line_break_makes_two_lines_of_one_paragraph() -> None:
    reading = baca("<w:p><w:r><w:t>Pasal 1</w:t><w:br/><w:t>OBJEK</w:t></w:r></w:p>" + p("isi"))
    assert [(one.teks, one.nomor) for one in reading.isi] == [("Pasal 1", 1), ("OBJEK", 1), ("isi", 2)]


def test_text_that_comes_from_another_file_leaves_the_reading_incomplete() -> None:
    assert baca(p("isi")).lengkap
    assert not baca(p("isi") + "<w:altChunk/>").lengkap


def test_a_picture_tells_its_side_and_its_words() -> None:
    anchor = '<wp:anchor><wp:positionH><wp:align>right</wp:align></wp:positionH><wp:docPr id="1" name="Gambar 1" descr="Lambang Daerah"/><a:blip/></wp:anchor>'
    reading = baca(f"<w:p><w:r><w:drawing>{anchor}</w:drawing></w:r></w:p>" + p("JUDUL"))
    (picture,) = reading.gambar
    assert (picture.sebelum, picture.sisi, picture.uraian) == (0, "kanan", "Lambang Daerah Gambar 1")
