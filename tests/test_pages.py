"""`make pages`: what was looked at once is not listed again until it changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from tests import pages
from tests.contoh import FINISHED
from toolkit.drafting.pdf import ke_pdf


def printed(folder: Path, *lines: str) -> Path:
    """A PDF with these paragraphs."""
    document = Document()
    for one in lines:
        document.add_paragraph(one)
    document.save(str(folder / "naskah.docx"))
    (folder / "naskah.pdf").write_bytes(ke_pdf({"naskah.docx": (folder / "naskah.docx").read_bytes()})["naskah.pdf"])
    return folder / "naskah.pdf"


@pytest.mark.perlu("soffice", "pdftotext", "pdftoppm")
def test_a_page_is_painted_again_only_when_its_words_or_places_change(tmp_path: Path) -> None:
    out = tmp_path / "halaman"
    first = pages.look(printed(tmp_path, "Kerja sama"), "contoh/naskah", {}, out)
    (name,) = first
    assert (out / name).read_bytes().startswith(b"\x89PNG")
    (out / name).write_bytes(b"sudah dilihat")
    assert pages.look(printed(tmp_path, "Kerja sama"), "contoh/naskah", first, out) == first
    assert (out / name).read_bytes() == b"sudah dilihat"
    assert pages.look(printed(tmp_path, "Kerja sama baru"), "contoh/naskah", first, out) != first
    assert (out / name).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("sample", FINISHED, ids=lambda one: f"{one.parent.name}-{one.name}")
def test_the_long_variant_is_long_and_names_agree_wherever_they_stand(sample: Path) -> None:
    data = json.loads((sample / "kerja-sama.json").read_text(encoding="utf-8"))
    drawn = pages.variants(data)
    assert drawn["asli"] == data
    assert len(drawn["panjang"]["judul"]) > 200
    assert len(drawn["pendek"]["judul"]) < 10
    partners = [one["nama"] for one in data["pihak"] if not one.get("kita")]
    assert partners and all("&" in one["nama"] for one in drawn["panjang"]["pihak"] if one["nama"].split(" serta ")[0] in partners)
