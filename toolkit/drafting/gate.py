"""The last look at a part before it is written: whatever the values were, Word can open it."""

from __future__ import annotations

from lxml import etree

from toolkit.drafting.xml import TBL, TC, TR, P, dikenal, namespaces, w
from toolkit.errors import DataError

_DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def periksa_hasil(data: bytes, part: str, template_id: str) -> None:
    """Raises `DataError` unless the part is well-formed, of namespaces that Word knows, its cells
    end in a paragraph, its tables have rows and its drawing ids are unique."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise DataError(f"Hasil templat {template_id} ({part}) bukan XML yang benar: {error.msg}.") from error
    problem = _problem(root)
    if problem:
        raise DataError(f"Hasil templat {template_id} ({part}) tidak dapat dibuka Word: {problem}.")


def _problem(root: etree._Element) -> str | None:
    foreign = sorted(uri for uri in namespaces(root) if not dikenal(uri))
    if foreign:
        return f"ada ruang nama yang tidak dikenal: {foreign[0]}"
    for cell in root.iter(TC, w("hdr"), w("ftr")):
        if not len(cell) or cell[-1].tag != P:
            return "ada sel atau kaki halaman yang tidak berakhir dengan paragraf"
    for table in root.iter(TBL):
        if table.find(TR) is None:
            return "ada tabel tanpa baris"
    for row in root.iter(TR):
        if row.find(TC) is None:
            return "ada baris tabel tanpa sel"
    ids = [one.get("id") for one in root.iter(_DOCPR)]
    if len(ids) != len(set(ids)):
        return "nomor gambar kembar"
    return None
