"""Markup that the gate knows again: what passed once opens no way for a defect after it."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.contoh import LIBRARY
from tests.test_gate import CASE, INTI, ISI, PLANTED, paragraph, put, rendered
from toolkit.cases import open_case
from toolkit.drafting.gate import Gerbang
from toolkit.drafting.gate_markup import Ingatan, pisah
from toolkit.drafting.gate_text import terbaca
from toolkit.drafting.template import CHANGING
from toolkit.errors import DataError

FILLED = {name: data for name, data in rendered() if CHANGING.match(name) or name == INTI}
FIXED = [one for one in rendered() if one[0] not in FILLED]
NILAI = open_case(CASE, LIBRARY).kerja_sama.data
WORDS = {
    "tanda & lepas": "Bupati & Wali Kota",
    "rujukan tak dikenal": "Bupati &nama; selaku",
    "rujukan ke karakter terlarang": "Bupati &#0; selaku",
    "penutup CDATA": "Bupati ]]> selaku",
    "karakter kendali": "Bupati \x0b selaku",
    "bukan karakter": "Bupati \uffff selaku",
}


@pytest.fixture
def wise() -> Gerbang:
    """A gate that has seen the sound document and knows its markup again."""
    gate = Gerbang.baca("kesepakatan-bersama", FIXED, FILLED, ["I.  Peserta"])
    gate.periksa(FILLED, "Kesepakatan Bersama", NILAI)
    assert all(gate.ingatan.kenal(name, pisah(data)[0]) for name, data in FILLED.items())
    return gate


def refused(gate: Gerbang, members: list[tuple[str, bytes]]) -> str:
    with pytest.raises(DataError) as told:
        gate.periksa({name: data for name, data in members if name in FILLED}, "Kesepakatan Bersama", NILAI)
    return str(told.value)


@pytest.mark.parametrize("defect", PLANTED)
def test_a_defect_is_refused_after_a_sound_document_of_that_template(wise: Gerbang, defect: str) -> None:
    plant, why = PLANTED[defect]
    members = plant(list(rendered()))
    if {name: data for name, data in members if name in FILLED} != FILLED:
        assert why in refused(wise, members)


@pytest.mark.parametrize("words", WORDS)
def test_words_that_break_xml_are_refused_in_markup_that_is_known(wise: Gerbang, words: str) -> None:
    wise.periksa(dict(paragraph("Bupati selaku")(list(FILLED.items()))), "Kesepakatan Bersama", NILAI)
    members = paragraph(WORDS[words])(list(FILLED.items()))
    assert wise.ingatan.kenal(ISI, pisah(dict(members)[ISI])[0])
    assert "bukan XML yang benar" in refused(wise, members)


def test_a_gap_in_markup_that_is_known_is_refused_with_its_paragraph(wise: Gerbang) -> None:
    wise.periksa(dict(paragraph("Nomor : 7")(list(FILLED.items()))), "Kesepakatan Bersama", NILAI)
    assert "paragraf" in (told := refused(wise, paragraph("Nomor : ")(list(FILLED.items())))) and "“Nomor :”" in told


@pytest.mark.parametrize("naskah", ["kesepakatan-bersama", "daftar-hadir-draf", "nota-dinas-telaah", "lembar-disposisi"])
def test_known_markup_with_its_words_reads_as_the_part_itself(naskah: str) -> None:
    for name, data in rendered(naskah):
        if CHANGING.match(name):
            markup, words = pisah(data)
            assert Ingatan().catat(name, markup, []).terbaca(words) == terbaca(data)


def test_lines_of_a_pretty_printed_part_read_as_terbaca_reads_them() -> None:
    data = b"<w:p>\n <w:t>\n\nsatu\ndua</w:t>\n<w:br/> <w:tab/>\n</w:p>\n\n<w:tc>tiga</w:tc>"
    markup, words = pisah(data)
    assert Ingatan().catat(ISI, markup, []).terbaca(words) == terbaca(data)


@pytest.mark.parametrize("strange", ["<!-- a > b -->", "<?sandi a > b ?>", "<![CDATA[ a > b ]]>"])
def test_markup_in_which_a_closing_sign_may_be_no_end_of_a_tag_is_never_taken_for_known(wise: Gerbang, strange: str) -> None:
    members = dict(put(ISI, "<w:sectPr", f"{strange}<w:sectPr")(list(FILLED.items())))
    with suppress(DataError):
        wise.periksa(members, "Kesepakatan Bersama", NILAI)
    assert wise.ingatan.kenal(ISI, pisah(members[ISI])[0]) is None


def test_a_closing_sign_in_an_attribute_is_judged_as_a_whole(wise: Gerbang) -> None:
    members = dict(put(ISI, "<w:sectPr", '<w:p w:rsidR="a>b"/><w:sectPr')(list(FILLED.items())))
    wise.periksa(members, "Kesepakatan Bersama", NILAI, lengkap=False)
    assert wise.ingatan.kenal(ISI, pisah(members[ISI])[0]) is None


def test_only_the_latest_markup_is_kept() -> None:
    memory = Ingatan()
    for number in range(99):
        memory.catat(ISI, f"<a n='{number}'/>".encode(), [])
    assert memory.kenal(ISI, b"<a n='98'/>") and not memory.kenal(ISI, b"<a n='0'/>")
