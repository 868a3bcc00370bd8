"""A template compiled once: parts expanded, tags proved, XML turned into Jinja by docxtpl.

What does not change is compressed once; each render fills the changing parts only and hands them
to the gate. Lines of the Jinja source are paragraphs, so that a gap can name its paragraph.
"""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Template, TemplateSyntaxError

from toolkit.drafting import tags
from toolkit.drafting.environment import lingkungan_xml, nama
from toolkit.drafting.gate import Gerbang
from toolkit.drafting.gate_text import terbaca
from toolkit.drafting.layout import apply_font, apply_page
from toolkit.drafting.nodes import CATATAN, Tempat
from toolkit.drafting.package import CORE, Anggota, Paket, anggota, zip_bytes
from toolkit.drafting.parts import Cari, Perluasan
from toolkit.drafting.xml import TR, WP, Element, P, parse, serialise, text_of
from toolkit.errors import DataError

CHANGING = re.compile(r"^word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
_NAMES = {"document": "", "header": "kepala halaman", "footer": "kaki halaman", "footnotes": "catatan kaki", "endnotes": "catatan akhir"}
_TANDA = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)
_STAMP = re.compile(r"<\?tempat (\d+)\?>")
_DRAWING = re.compile(r'(<(?:\w+:)?docPr\b[^>]*?\bid=")([0-9]+)(")')
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Inti:
    """Core properties; `tanggal` is an ISO day of the case, never of the clock."""

    judul: str
    penyusun: str
    tanggal: str | None = None


@dataclass(frozen=True)
class Templat:
    """A compiled template: `render` gives the bytes of a document. `gambar`: how many drawings its
    parts have together, each with a number of its own."""

    id: str
    berubah: Mapping[str, Template]
    tetap: tuple[Anggota, ...]
    urutan: tuple[str, ...]
    gambar: int
    gerbang: Gerbang

    def render(self, context: Mapping[str, Any], inti: Inti, naskah: str = "", nilai: Any = ()) -> bytes:
        """Raises `DataError` if the gate refuses the result. Gaps are noted, not raised. `nilai`:
        the case as it was given, by which the gate knows its words from a defect."""
        filled = {name: (_HEAD + text).encode() for name, text in gambar_tunggal(self.isian(context), self.gambar).items()}
        filled[CORE] = core_xml(inti)
        notes = CATATAN.get(None)
        self.gerbang.periksa(filled, naskah, nilai, lengkap=notes is None or not notes.kurang)
        members = {one.nama: one for one in self.tetap}
        members |= {name: anggota(name, data) for name, data in filled.items()}
        return zip_bytes(members[name] for name in self.urutan)

    def isian(self, context: Mapping[str, Any]) -> dict[str, str]:
        """The changing parts filled in, not yet looked at."""
        names = nama(context)
        return {name: part.render(names) for name, part in self.berubah.items()}

    def tempat(self) -> Mapping[str, tuple[Tempat, ...]]:
        return {name: part.tempat for name, part in self.berubah.items()}  # type: ignore[attr-defined]


def compile_template(path: Path, cari: Cari, profil: Mapping[str, Any] | None = None) -> Templat:
    """The template at `path` with its parts. Raises `DataError` naming the place of what cannot
    be proved safe."""
    return _Penyusun(Paket(path), path.stem, cari, profil or {}).compile()


def expanded(path: Path, cari: Cari) -> bytes:
    """The template with its parts in place, tags and all, as a .docx of its own."""
    work = _Penyusun(Paket(path), path.stem, cari, {})
    for name in sorted(name for name in work.paket.parts if CHANGING.match(name)):
        work.settle(work.expanded(name), name)
    parts = {**work.paket.parts, CORE: core_xml(Inti(path.stem, ""))}
    return zip_bytes(anggota(name, parts[name]) for name in sorted(parts, key=lambda one: (one != "[Content_Types].xml", one)))


class _Penyusun:
    def __init__(self, paket: Paket, template_id: str, cari: Cari, profil: Mapping[str, Any]) -> None:
        self.paket, self.id, self.profil = paket, template_id, profil
        self.perluasan = Perluasan(paket, cari, _stamped)
        self.gambar = 0

    def compile(self) -> Templat:
        names = sorted(name for name in self.paket.parts if CHANGING.match(name))
        roots = {name: self.expanded(name) for name in names}
        tagged = {name for name, root in roots.items() if "document" in name or tags.TAG.search(serialise(root))}
        changing = {name: self._jinja(roots[name], name) for name in roots if name in tagged}
        for name in roots.keys() - tagged:
            self.settle(roots[name], name)
        self._lay_out_styles()
        order = ["[Content_Types].xml", "_rels/.rels", *sorted((self.paket.parts.keys() | {CORE}) - {"[Content_Types].xml", "_rels/.rels"})]
        fixed = tuple(anggota(name, self.paket.parts[name], 9) for name in order if name not in changing and name != CORE)
        still = [(name, self.paket.parts[name]) for name in order if name not in changing and name != CORE]
        gate = Gerbang.baca(self.id, still, [*changing, CORE], (terbaca(serialise(roots[name]).encode()) for name in tagged))
        return Templat(self.id, changing, fixed, tuple(order), self.gambar, gate)

    def expanded(self, name: str) -> Element:
        root = parse(self.paket.parts[name], f"{self.id}: {name}")
        _stamped(root, self.id)
        self.perluasan.expand(root, name)
        tags.prove(root, self.id)
        self._number_drawings(root)
        if "halaman" in self.profil:
            own = self.profil.get("halaman_templat", {}).get(self.id, {})
            apply_page(root, {**self.profil["halaman"], **own})
        return root

    def settle(self, root: Element, name: str) -> None:
        """A part without tags is the same in every document."""
        for paragraph in root.iter(P):
            paragraph.attrib.pop("asal", None)
        self.paket.put(name, root)

    def _number_drawings(self, root: Element) -> None:
        """Drawing ids are unique over all parts of a package."""
        for drawing in root.iter(f"{{{WP}}}docPr"):
            self.gambar += 1
            drawing.set("id", str(self.gambar))

    def _lay_out_styles(self) -> None:
        huruf = self.profil.get("huruf")
        if not huruf or "word/styles.xml" not in self.paket.parts:
            return
        kind = "perjanjian" if self.id in self.profil.get("templat_perjanjian", ()) else "surat"
        styles = parse(self.paket.parts["word/styles.xml"], "styles.xml")
        apply_font(styles, huruf[kind])
        self.paket.put("word/styles.xml", styles)

    def _jinja(self, root: Element, name: str) -> Template:
        from docxtpl import DocxTemplate

        places = _mark_places(root, self.id, part_name(name))
        # docxtpl gives a tag back its < and >, not its &.
        patched = _TANDA.sub(lambda tag: tag[0].replace("&amp;", "&"), DocxTemplate(None).patch_xml(serialise(root)))
        ordered = [Tempat(self.id, part_name(name))] + [places[int(number)] for number in _STAMP.findall(patched)]
        source = _STAMP.sub("\n", patched)
        env = lingkungan_xml()
        try:
            template = env.from_string(env.periksa(source))
        except TemplateSyntaxError as error:
            where = ordered[min(error.lineno, len(ordered)) - 1]
            raise DataError(f"{str(where).capitalize()}: {error.message}.") from error
        template.tempat = tuple(ordered)  # type: ignore[attr-defined]
        return template


def _stamped(root: Element, name: str) -> None:
    """Prepare a part and note on each paragraph the source and number that a drafter sees."""
    tags.prepare(root, name)
    for number, paragraph in enumerate(root.iter(P), 1):
        paragraph.set("asal", f"{name}:{number}")


def _mark_places(root: Element, template_id: str, part: str) -> dict[int, Tempat]:
    """Put a stamp before each paragraph and row; the number leads to the place."""
    places: dict[int, Tempat] = {}
    for paragraph in root.iter(P):
        source, _, number = (paragraph.attrib.pop("asal", None) or f"{template_id}:0").rpartition(":")
        text = " ".join(text_of(paragraph).split())
        where = part if source == template_id else ", ".join(one for one in (part, source) if one)
        places[len(places)] = Tempat(template_id, where, int(number), text if len(text) < 90 else text[:89] + "…")
        _stamp(paragraph, len(places) - 1)
        row = paragraph.getparent()
        first = next((one for one in paragraph.iterancestors(TR) if next(one.iter(P)) is paragraph), None)
        if row is not None and first is not None:
            _stamp(first, len(places) - 1)
    return places


def _stamp(element: Element, number: int) -> None:
    from lxml import etree

    element.addprevious(etree.ProcessingInstruction("tempat", str(number)))


def gambar_tunggal(parts: Mapping[str, str], last: int) -> dict[str, str]:
    """The parts with a number of its own for each drawing that a loop has repeated."""
    seen: set[str] = set()
    fresh = itertools.count(last + 1)

    def own(match: re.Match[str]) -> str:
        number = match[2] if match[2] not in seen else str(next(fresh))
        seen.add(number)
        return f"{match[1]}{number}{match[3]}"

    return {name: _DRAWING.sub(own, text) if "docPr" in text else text for name, text in parts.items()}


def part_name(name: str) -> str:
    return _NAMES[re.sub(r"\d+$", "", posixpath.splitext(posixpath.basename(name))[0])]


def core_xml(inti: Inti) -> bytes:
    """docProps/core.xml, escaped once; a title is cut at the 255 characters that Word keeps."""
    stamps = ""
    if inti.tanggal:
        stamps = "".join(
            f'<dcterms:{one} xsi:type="dcterms:W3CDTF">{inti.tanggal[:10]}T00:00:00Z</dcterms:{one}>'
            for one in ("created", "modified")
        )
    return (
        _HEAD + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(inti.judul[:255], quote=False)}</dc:title><dc:creator>{escape(inti.penyusun[:255], quote=False)}</dc:creator>"
        f"<dc:language>id-ID</dc:language>{stamps}</cp:coreProperties>"
    ).encode()
