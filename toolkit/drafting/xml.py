"""WordprocessingML read strictly: names, a parser that recovers nothing, known namespaces."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from toolkit.errors import DataError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
XML = "http://www.w3.org/XML/1998/namespace"

_KNOWN = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/office/",
    "urn:schemas-microsoft-com:",
)
Element: TypeAlias = etree._Element


def w(name: str) -> str:
    """"p" → "{…wordprocessingml…}p"."""
    return f"{{{W}}}{name}"


P, T, TR, TC, TBL, RUN, SECT = (w(one) for one in ("p", "t", "tr", "tc", "tbl", "r", "sectPr"))


def tempat_salah(error: etree.XMLSyntaxError) -> str:
    """Where an XML stops being one; lxml's own sentence is English."""
    line, column = error.position
    return f" pada baris {line} kolom {column}"


def parse(data: bytes, name: str) -> Element:
    """The root of a part. Raises `DataError` for what is not well-formed, has a document type,
    or uses a namespace that Word does not know."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DataError(f"{name} bukan XML yang benar{tempat_salah(error)}.") from error
    if root.getroottree().docinfo.doctype:
        raise DataError(f"{name} memuat DOCTYPE, yang tidak boleh ada dalam berkas Word.")
    for uri in namespaces(root):
        if not dikenal(uri):
            raise DataError(f"{name} memakai ruang nama {uri!r}, yang tidak dikenal Word.")
    return root


def dikenal(uri: str) -> bool:
    """Whether Word knows a namespace."""
    return uri == XML or uri.startswith(_KNOWN)


def namespaces(root: Element) -> set[str]:
    """Namespaces of all elements and attributes, not of unused declarations."""
    tags = {str(tag) for one in root.iter() for tag in (one.tag, *one.attrib)}
    return {tag[1:].partition("}")[0] for tag in tags if tag.startswith("{")}


def text_of(element: Element) -> str:
    """The text a reader sees in an element: tabs and breaks included."""
    marks = {T: None, w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
    parts = [marks[one.tag] or one.text or "" for one in element.iter(*marks) if one.getparent().tag == RUN]
    return "".join(parts)


def serialise(root: Element) -> str:
    return str(etree.tostring(root, encoding="unicode"))
