"""The shape of a part: what Word demands of cells, tables, pictures and references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from toolkit.drafting.xml import WP, Element, P, R, W, dikenal, namespaces

_NS = {"w": W, "wp": WP, "r": R}
_INTI = frozenset({"http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/", "http://www.w3.org/2001/XMLSchema-instance"})
_DEKLARASI = re.compile(rb"""xmlns(?::[^\s=]+)?\s*=\s*["']([^"']*)["']""")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
_TATA = tuple((etree.XPath(path, namespaces=_NS), why) for path, why in {
    "(//w:tc|//w:hdr|//w:ftr|//w:txbxContent|//w:footnote|//w:endnote)[not(*[last()][self::w:p])]":
        "ada sel, kaki halaman, atau kotak yang tidak berakhir dengan paragraf",
    "//w:tbl[not(w:tr)]": "ada tabel tanpa baris",
    "//w:tr[not(w:tc)]": "ada baris tabel tanpa sel",
    "//w:tbl[not(w:tblGrid/w:gridCol)]|//w:gridCol[not(@w:w > 0 and @w:w <= 31680)]": "lebar kolom tabel tidak masuk akal",
    "//w:tr[count(w:tc) - count(w:tc/w:tcPr/w:gridSpan) + sum(w:tc/w:tcPr/w:gridSpan/@w:val) > count(../w:tblGrid/w:gridCol)]":
        "ada baris dengan sel lebih banyak daripada kolom tabelnya",
    "//w:p/w:p|//w:r/w:p|//w:t/*": "ada paragraf di dalam paragraf atau teks",
    "//w:hyperlink[@w:anchor and not(@w:anchor = //w:bookmarkStart/@w:name)]": "ada tautan ke penanda yang tidak ada",
}.items())
_RUJUKAN = etree.XPath("//@r:*", namespaces=_NS)
_GAMBAR = etree.XPath("//wp:docPr/@id", namespaces=_NS)
_PENANDA = tuple(etree.XPath(f"//w:bookmarkStart/@w:{one}", namespaces=_NS) for one in ("id", "name"))
_SEBELUM = etree.XPath("count(preceding::w:p|ancestor::w:p)", namespaces=_NS)


def baca(data: bytes) -> Element:
    """Raises `etree.XMLSyntaxError`: nothing is mended."""
    return etree.fromstring(data, _PARSER)


def cela(root: Element, data: bytes, rujukan: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Paragraph and sentence for each defect of a part, read from `data`. `rujukan`: the
    relationships that it declares."""
    # What no part declares none can use; only a strange declaration is worth a walk.
    strange = [uri for uri in set(_DEKLARASI.findall(data)) if not _known(uri.decode())]
    foreign = sorted(uri for uri in namespaces(root) if not _known(uri)) if strange else []
    if foreign:
        yield 0, f"ada ruang nama yang tidak dikenal Word: {foreign[0]}"
    for path, why in _TATA:
        found = path(root)
        if found:
            yield _number(found[0]), why
    for one in _RUJUKAN(root):
        if str(one) not in rujukan:
            yield _number(one.getparent()), f"rujukan {one} tidak ada dalam daftar relasinya"
    for ids in _PENANDA:
        twice = _twice(ids(root))
        if twice:
            yield 0, f"penanda {twice} kembar"


def gambar(root: Element) -> list[str]:
    """The ids of a part's drawings, which must be unique in the document."""
    return [str(one) for one in _GAMBAR(root)]


def _known(uri: str) -> bool:
    return dikenal(uri) or uri in _INTI


def _twice(values: list[str]) -> str | None:
    seen: set[str] = set()
    return next((str(one) for one in values if one in seen or seen.add(one)), None)  # type: ignore[func-returns-value]


def _number(element: Element) -> int:
    inside = next(element.iter(P), element)
    return int(_SEBELUM(inside)) + int(inside.tag == P)
