"""Block neutrality: whatever each condition says and however long each loop is, Word can open it."""

from __future__ import annotations

import base64
import random
import re
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, Template
from lxml import etree

from tests.contoh import LIBRARY, ROOT
from tests.templat_buatan import dokumen, simpan, susun
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.nodes import CATATAN, Catatan
from toolkit.drafting.package import Paket
from toolkit.drafting.template import CHANGING, Inti, expanded, gambar_tunggal

TEMPLATES = sorted((ROOT / "templates").glob("*.docx"))
WRITER = Penyusun(LIBRARY)
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
CONDITION = re.compile(r"\{%\s*(if|elif)\b.*?%\}", re.DOTALL)
LOOP = re.compile(r"\{%\s*for\s+(\w+)\s+in\b.*?%\}", re.DOTALL)
VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@cache
def blocks_of(path: Path, folder: Path) -> dict[str, Template]:
    """Each part as its blocks alone: conditions drawn by lot, loops of a length drawn by lot."""
    whole = folder / path.name
    whole.write_bytes(expanded(path, WRITER.bagian))
    parts = {name: data.decode() for name, data in Paket(whole).parts.items() if CHANGING.match(name)}
    return {name: Environment().from_string(_by_lot(DocxTemplate(None).patch_xml(xml.partition("?>")[2]))) for name, xml in parts.items()}


def _by_lot(source: str) -> str:
    drawn = LOOP.sub(r"{% for \1 in loops() %}", CONDITION.sub(r"{% \1 holds() %}", source))
    return VALUE.sub("isi", drawn)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("perluasan")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
@settings(max_examples=8, deadline=None, derandomize=True)
@given(lot=st.randoms(use_true_random=False))
def test_any_truth_of_conditions_and_any_length_of_loops_gives_a_document_that_word_opens(path: Path, folder: Path, lot: random.Random) -> None:
    drawn = {
        name: part.render(holds=lambda: lot.random() < 0.5, loops=lambda: range(lot.choice((0, 1, 3))))
        for name, part in blocks_of(path, folder).items()
    }
    ids = []
    for name, text in gambar_tunggal(drawn, 10_000).items():
        root = etree.fromstring(text.encode())
        assert misshapen(root) == [], name
        ids += [one.get("id") for one in root.iter(DRAWING)]
    assert len(ids) == len(set(ids))


def misshapen(root: etree._Element) -> list[str]:
    """Elements that Word refuses to open."""
    holders = [one for one in root.iter("{*}tc", "{*}hdr", "{*}ftr", "{*}txbxContent") if not len(one) or etree.QName(one[-1]).localname != "p"]
    empty = [one for one in root.iter("{*}tbl") if one.find("{*}tr") is None] + [one for one in root.iter("{*}tr") if one.find("{*}tc") is None]
    nested = [one for one in root.iter("{*}p") if etree.QName(one.getparent()).localname in {"p", "r", "t"}]
    return [one.tag for one in (*holders, *empty, *nested)]


def test_a_picture_in_a_loop_gets_a_number_of_its_own_each_time(tmp_path: Path) -> None:
    made = dokumen("{%p for x in daftar %}", "Gambar", "{%p endfor %}")
    made.paragraphs[1].add_run().add_picture(BytesIO(PNG))
    made.sections[0].footer.paragraphs[0].add_run().add_picture(BytesIO(PNG))
    token = CATATAN.set(Catatan())
    try:
        data = susun(simpan(made, tmp_path)).render({"daftar": ["a", "b", "c"]}, Inti("Judul", "Kantor"))
    finally:
        CATATAN.reset(token)
    result = docx.Document(BytesIO(data))
    ids = [one.get("id") for root in (result.element, result.sections[0].footer.part.element) for one in root.iter(DRAWING)]
    assert len(ids) == 4 and len(set(ids)) == 4
