"""`verify` on a drafter's template: each mistake planted in a copy is named at its place."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from tests.contoh import ROOT
from toolkit.errors import UsageError
from toolkit.findings import Severity
from toolkit.library import Library
from toolkit.resources import Resources
from toolkit.verification import verify
from toolkit.verification.komentar import tulis

Tanam = Callable[[Document], None]


def _insert(*texts: str) -> Tanam:
    """Paragraphs at the end of the letter."""
    def plant(made: Document) -> None:
        for one in texts:
            made.add_paragraph(one)
    return plant


def _xml(inner: str) -> Tanam:
    def plant(made: Document) -> None:
        made.add_paragraph("Ditandai")._p.append(parse_xml(inner.replace(">", f" {nsdecls('w')}>", 1)))
    return plant


def _table(*rows: str) -> Tanam:
    def plant(made: Document) -> None:
        table = made.add_table(len(rows), 1)
        for row, text in zip(table.rows, rows, strict=True):
            row.cells[0].text = text
        made.add_paragraph("Sesudah tabel")
    return plant


def _no_rows(made: Document) -> None:
    made.add_table(0, 1)


def _cell(made: Document) -> None:
    cell = made.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].text = "{%p if judul %}"
    cell.add_paragraph("Isi")
    cell.add_paragraph("{%p endif %}")


def _comment(made: Document) -> None:
    made.add_comment(made.add_paragraph("Dikomentari").runs, "Perlu diubah", "Penyusun")


def _paper(made: Document) -> None:
    made.sections[0].page_width, made.sections[0].page_height = Mm(216), Mm(279)


def _font(made: Document) -> None:
    made.add_paragraph().add_run("Tempelan").font.name = "Comic Sans MS"


def _footer(made: Document) -> None:
    made.sections[0].footer.is_linked_to_previous = False
    made.sections[0].footer.paragraphs[0].text = "Hal {{ judul"


SALAH: dict[str, tuple[Tanam, str, str]] = {
    "a broken tag": (_insert("Nomor {{ judul"), "tanda yang tidak berpasangan", "(“Nomor {{ judul”)"),
    "a tag split over two paragraphs": (_insert("Nomor {{ judul", "|daftar }} selesai"), "tidak berpasangan", "(“|daftar }} selesai”)"),
    "a tag split by a tab": (_insert("{{ judul\t}}"), "terputus tab", "Paragraf"),
    "a path of no case": (_insert("{{ penawaran.nomer }}"), "nama 'penawaran.nomer' tidak dikenal, mungkin maksudnya 'penawaran.nomor'", "(“{{ penawaran.nomer }}”)"),
    "a name of no document": (_insert("{{ penawarn.nomor }}"), "nama 'penawarn' tidak dikenal, mungkin maksudnya 'penawaran'", "Paragraf"),
    "a path in a loop": (
        _insert("{%p for p in kasus.pihak %}", "{{ p.sebuta }}", "{%p endfor %}"), "nama 'p.sebuta' tidak dikenal, mungkin maksudnya 'p.sebutan'", "(“{{ p.sebuta }}”)"
    ),
    "a list printed as a text": (_insert("{{ ruang_lingkup }}"), "ruang_lingkup adalah larik, tidak dapat dicetak", "(“{{ ruang_lingkup }}”)"),
    "a group of facts printed": (_insert("{{ penawaran }}"), "penawaran adalah kelompok fakta, tidak dapat dicetak", "Paragraf"),
    "a number that may be several": (_insert("{{ kasus.naskah[0].nomor }}"), "kasus.naskah[0].nomor adalah teks atau larik, tidak dapat dicetak", "Paragraf"),
    "a loop over a text": (_insert("{%p for x in judul %}", "{{ x }}", "{%p endfor %}"), "judul adalah teks, tidak dapat diulang", "(“{%p for x in judul %}”)"),
    "a filter on what it cannot take": (_insert("{{ judul|tanggal }}"), "judul adalah teks, tidak dapat diberi penyaring tanggal", "Paragraf"),
    "a key of a text": (_insert("{{ judul.nomor }}"), "judul adalah teks, tidak dapat dibaca nomor-nya", "Paragraf"),
    "a loop variable of another type": (
        _insert("{%p for p in pihak %}", "{{ p.urut|tanggal }}", "{%p endfor %}"), "p.urut adalah bilangan, tidak dapat diberi penyaring tanggal", "(“{{ p.urut|tanggal }}”)"
    ),
    "an unknown filter": (_insert("{{ judul|tangal }}"), "penyaring tangal tidak ada, mungkin maksudnya tanggal", "Paragraf"),
    "the filter safe": (_insert("{{ judul|safe }}"), "penyaring safe tidak ada", "Paragraf"),
    "what no expression is": (_insert("{{ judul nomor }}"), "isinya tidak dapat dibaca", "Paragraf"),
    "a call": (_insert("{{ judul.upper() }}"), "call tidak boleh dipakai", "Paragraf"),
    "a tracked insertion": (_xml('<w:ins w:id="9"><w:r><w:t>baru</w:t></w:r></w:ins>'), "perubahan terlacak", "(“Ditandaibaru”)"),
    "a tracked deletion": (_xml('<w:del w:id="9"><w:r><w:delText>lama</w:delText></w:r></w:del>'), "perubahan terlacak", "(“Ditandai”)"),
    "a character that nobody sees": (_insert("{{ ju\u200bdul }}"), "karakter tak terlihat", "Paragraf"),
    "a comment": (_comment, "komentar Word", "(“Dikomentari”)"),
    "a block left open": (_insert("{%p if judul is ada %}", "Isi"), "if tidak ditutup", "(“{%p if judul is ada %}”)"),
    "a block closed elsewhere": (_insert("{% if judul is ada %}", "{% endif %}"), "tidak sewadah", "(“{% endif %}”)"),
    "a block closed by another": (_insert("{%p for p in kasus.pihak %}", "{%p endif %}"), "tidak sewadah", "(“{%p endif %}”)"),
    "a table that a loop could empty": (_table("{%tr for p in kasus.pihak %}", "{{ p.nama }}", "{%tr endfor %}"), "beri baris judul", "(“{%tr for p in kasus.pihak %}”)"),
    "a table without rows": (_no_rows, "tabel hanya berisi baris bersyarat", "(“Bagian uji”)"),
    "a cell that a condition could empty": (_cell, "paragraf tak bersyarat", "(“{%p if judul %}”)"),
    "paper of another size": (_paper, "kertas 216 × 279 mm tidak sesuai profil, seharusnya A4 (210 × 297 mm)", "Paragraf"),
    "type of another kind": (_font, "huruf Comic Sans MS tidak sesuai profil, seharusnya Arial", "(“Tempelan”)"),
    "a mistake in the footer": (_footer, "tidak berpasangan", "Kaki halaman, paragraf 1 (“Hal {{ judul”)"),
}


def plant_into(target: Path, *plants: Tanam) -> None:
    """An office's own copy of the letter, changed in Word under a heading of its own."""
    shutil.copy(ROOT / "templates" / "surat-dinas.docx", target)
    made = docx.Document(str(target))
    made.add_paragraph("Bagian uji", style=made.styles.add_style("Judul uji", 1))
    for plant in plants:
        plant(made)
    made.save(str(target))


@pytest.fixture(scope="module")
def data_kami(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy for each mistake, one with none and one with all."""
    folder = tmp_path_factory.mktemp("kantor") / "data-kami"
    (folder / "templates").mkdir(parents=True)
    for name, (plant, _, _) in SALAH.items():
        plant_into(folder / "templates" / file_of(name), plant)
    plant_into(folder / "templates" / "bersih.docx")
    plant_into(folder / "templates" / "semua.docx", *(plant for plant, _, _ in SALAH.values()))
    return folder


def file_of(what: str) -> str:
    return what.replace(" ", "-") + ".docx"


@pytest.fixture(scope="module")
def told(data_kami: Path) -> dict[str, list[str]]:
    """What verify says of each template, the review texts apart."""
    _, found = verify(Library(Resources.at(data_kami)))
    named: dict[str, list[str]] = {}
    for one in found:
        if one.rule != "templat-tata" and one.severity is Severity.ERROR:
            assert one.suggestion
            named.setdefault(str(one.location.file), []).append(one.message)
    return named


@pytest.mark.parametrize("what", SALAH)
def test_a_template_with(what: str, told: dict[str, list[str]]) -> None:
    _, message, place = SALAH[what]
    named = [one for one in told[file_of(what)] if message in one]
    assert any(place in one for one in named), named
    assert "Kaki" in place or any("“Bagian uji”" in one for one in named), named


def test_a_copy_without_mistakes_is_not_spoken_of(told: dict[str, list[str]]) -> None:
    assert "bersih.docx" not in told and len(told) == len(SALAH) + 1


def test_all_mistakes_of_one_template_are_named_in_one_run(told: dict[str, list[str]]) -> None:
    found = told["semua.docx"]
    assert [what for what, (_, message, _) in SALAH.items() if not any(message in one for one in found)] == []
    numbers = [int(one.split()[1].rstrip(":")) for one in found if one.startswith("Paragraf")]
    assert len(numbers) >= len(SALAH) - 1


def test_the_commented_copies_carry_every_mistake_of_the_body_at_its_paragraph(data_kami: Path, tmp_path: Path) -> None:
    written = tulis(Library(Resources.at(data_kami)), tmp_path / "periksa")
    assert {one.name for one in written} == {*map(file_of, SALAH), "semua.docx"}
    for what, (_, message, place) in SALAH.items():
        made = docx.Document(str(tmp_path / "periksa" / file_of(what)))
        assert any(message in one.text for one in made.comments), what
        anchors = [one.getparent() for one in made.element.iter(qn("w:commentRangeStart"))]
        shown = place.partition("“")[2].rstrip("”)")
        texts = ["".join(t.text or "" for t in one.iter(qn("w:t"))) for one in anchors]
        assert "Kaki" in place or any(shown in one for one in texts), (what, texts)
    original = data_kami / "templates" / "semua.docx"
    assert not [one for one in docx.Document(str(original)).comments if one.author == "kerjasama verify"]


def test_the_templates_own_folder_is_refused_for_the_copies(data_kami: Path) -> None:
    with pytest.raises(UsageError, match="memuat templat aslinya"):
        tulis(Library(Resources.at(data_kami)), data_kami / "templates")


@pytest.mark.perlu("soffice")
def test_libreoffice_opens_a_commented_copy(data_kami: Path, tmp_path: Path) -> None:
    tulis(Library(Resources.at(data_kami)), tmp_path)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "semua.docx")],
        check=True, capture_output=True, timeout=120,
    )
    assert (tmp_path / "semua.pdf").read_bytes().startswith(b"%PDF")
