"""The shipped templates with the shipped samples: what a drafter gets."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from toolkit.cases import open_case
from toolkit.conformance import align
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.due import selesai
from toolkit.drafting.generate import HasilGenerate, generate
from toolkit.drafting.teks import extract_text
from toolkit.errors import InputError
from toolkit.library import Library
from toolkit.model import KerjaSama
from toolkit.plan import plan
from toolkit.resources import packaged

ROOT = packaged()
TEMPLATES = sorted((ROOT / "templates").rglob("*.docx"))
PENYUSUN = Penyusun(Library())
Susun = Callable[[Path], HasilGenerate]


def lengkap_templatnya(sop_id: str) -> bool:
    """Whether every template that an SOP names is there; verify tells of those that are not."""
    wanted = {one.templat for one in PENYUSUN.library.sop(sop_id).naskah if one.asal == "dibuat" and one.templat}
    return wanted <= {path.stem for path in TEMPLATES if path.parent.name == "templates"}


SAMPLES = [
    path.parent for path in sorted((ROOT / "samples").glob("*/*/kerja-sama.json")) if lengkap_templatnya(path.parent.parent.name)
]
LENGKAP = [one for one in SAMPLES if one.name.startswith("lengkap")]


def nama(path: Path) -> str:
    return "/".join(path.parts[-2:])


@pytest.fixture(scope="module")
def susun(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], HasilGenerate]:
    """Drafts a sample once for all tests that look at it."""

    @cache
    def once(sample: Path) -> HasilGenerate:
        case = open_case(sample, PENYUSUN.library)
        rencana = plan(case.kerja_sama, case.sop)
        keselarasan = align(rencana, case.kerja_sama)
        return generate(case, rencana, keselarasan, PENYUSUN.library, tmp_path_factory.mktemp(sample.name), None, PENYUSUN)

    return once


def isi(path: Path) -> str:
    """All text of a document, tables, headers and footers included."""
    made = docx.Document(str(path))
    roots = [made.element, *(part.element for section in made.sections for part in (section.header.part, section.footer.part, section.first_page_footer.part))]
    return "\n".join("".join(one.itertext("{*}t")) for root in roots for one in root.iter("{*}p"))


@pytest.mark.parametrize("path", TEMPLATES, ids=nama)
def test_the_text_beside_a_template_is_its_own(path: Path) -> None:
    assert path.with_suffix(".txt").read_text(encoding="utf-8") == extract_text(path)


@pytest.mark.parametrize("path", [one for one in TEMPLATES if one.parent.name == "templates"], ids=nama)
def test_every_template_compiles(path: Path) -> None:
    compiled = PENYUSUN.templat(path.stem, None)
    assert "word/document.xml" in compiled.berubah


@pytest.mark.parametrize("sample", LENGKAP, ids=nama)
def test_a_finished_sample_yields_every_naskah_that_applies(sample: Path, susun: Susun) -> None:
    case = open_case(sample, PENYUSUN.library)
    rencana = plan(case.kerja_sama, case.sop)
    assert selesai(case.kerja_sama, case.sop, align(rencana, case.kerja_sama))
    hasil = susun(sample)
    assert [one.message for one in hasil.temuan] == []
    wanted = {one.naskah.id for one in rencana.naskah if one.naskah.asal == "dibuat" and one.keadaan == "berlaku"}
    assert {one.naskah for one in hasil.entri} == wanted


@pytest.mark.parametrize("sample", LENGKAP, ids=nama)
def test_documents_hold_no_leftovers(sample: Path, susun: Susun) -> None:
    bersih(susun(sample))


@pytest.mark.panjang
@pytest.mark.parametrize("sample", [one for one in SAMPLES if one not in LENGKAP], ids=nama)
def test_documents_of_running_and_defective_cases_hold_no_leftovers(sample: Path, susun: Susun) -> None:
    if open_case(sample, PENYUSUN.library).refused:
        with pytest.raises(InputError):
            susun(sample)
    else:
        bersih(susun(sample))


def bersih(hasil: HasilGenerate) -> None:
    for entry in hasil.entri:
        if entry.file.endswith(".docx"):
            text = isi(hasil.folder / entry.file)
            assert text.strip()
            assert not [mark for mark in ("{{", "}}", "{%", "%}", "None") if mark in text]


@pytest.mark.parametrize("sample", LENGKAP, ids=nama)
def test_the_title_is_printed_unaltered_in_every_agreement(sample: Path, susun: Susun) -> None:
    case = open_case(sample, PENYUSUN.library)
    kinds = {one.id for one in case.sop.naskah if one.eksemplar.get("asli") == "sejumlah-pihak"}
    hasil = susun(sample)
    agreements = [one for one in hasil.entri if one.naskah in kinds]
    titles = {one.get("judul", case.kerja_sama.judul) for one in case.kerja_sama.naskah}
    assert agreements
    for entry in agreements:
        assert any(title in isi(hasil.folder / entry.file) for title in titles)


@pytest.mark.parametrize("sample", LENGKAP, ids=nama)
def test_cells_end_in_a_paragraph_and_tables_have_rows(sample: Path, susun: Susun) -> None:
    hasil = susun(sample)
    for entry in hasil.entri:
        if entry.file.endswith(".docx"):
            root = docx.Document(str(hasil.folder / entry.file)).element
            assert all(etree.QName(cell[-1]).localname == "p" for cell in root.iter("{*}tc"))
            assert all(table.find("{*}tr") is not None for table in root.iter("{*}tbl"))


def tempat_fakta(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of a case that could be empty, but what tells which case and where it stands;
    of a list its first two elements stand for all."""
    items = value.items() if isinstance(value, dict) else enumerate(value[:2]) if isinstance(value, list) else ()
    for key, one in items:
        if not path and key in {"$schema", "versi", "id", "sop", "jejak"}:
            continue
        yield (*path, key)
        yield from tempat_fakta(one, (*path, key))


def tanpa(data: dict[str, Any], path: tuple[Any, ...]) -> dict[str, Any]:
    made = copy.deepcopy(data)
    holder: Any = made
    for key in path[:-1]:
        holder = holder[key]
    del holder[path[-1]]
    return made


@pytest.mark.panjang
@pytest.mark.parametrize("sample", LENGKAP, ids=nama)
def test_without_any_one_fact_each_naskah_is_whole_or_names_what_lacks(sample: Path) -> None:
    data = json.loads((sample / "kerja-sama.json").read_text(encoding="utf-8"))
    sop = PENYUSUN.library.sop(data["sop"])
    schema = PENYUSUN.library.validator("kerja-sama")
    for path in tempat_fakta(data):
        less = tanpa(data, path)
        if not schema.is_valid(less):
            continue
        case = KerjaSama(less["id"], sop.id, less)
        rencana = plan(case, sop)
        done = align(rencana, case).langkah_selesai
        for one in rencana.naskah:
            if one.naskah.asal == "dibuat" and one.keadaan == "berlaku":
                for draft in PENYUSUN.susun(case, sop, one.naskah, done):
                    assert (draft.isi is None) == bool(draft.kurang), (path, one.naskah.id)
