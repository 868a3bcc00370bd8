"""Texts of `tests/data/asing` as Word itself writes them: split runs, rsids, smart tags, content
controls, fields, tracked changes, articles and ayat numbered by a list."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from tests.docx_mentah import docx

FOLDER = Path(__file__).parent / "data" / "asing"
NAMA = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))
_TINGKAT = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{}"/></w:lvl>'
NOMOR = (
    f'<w:abstractNum w:abstractNumId="7">{_TINGKAT.format(0, "Pasal %1")}{_TINGKAT.format(1, "(%2)")}</w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)
GAMBAR = (
    '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:align>{}</wp:align></wp:positionH>'
    '<wp:docPr id="1" name="Picture 1" descr="{}"/><a:graphic><a:blip/></a:graphic></wp:anchor></w:drawing></w:r>'
)
_LETAK = {"kiri": "left", "kanan": "right", "tengah": "center"}


def teks(nama: str) -> str:
    return (FOLDER / f"{nama}.txt").read_text(encoding="utf-8")


def kebenaran(nama: str) -> dict[str, Any]:
    """What is there and what is missing, by hand."""
    return dict(json.loads((FOLDER / f"{nama}.json").read_text(encoding="utf-8")))


@cache
def word(text: str, terlacak: bool = False, bernomor: bool = False) -> bytes:
    """The text as a .docx that Word has saved many times; `terlacak` leaves changes unaccepted,
    `bernomor` lets a list number the articles and ayat."""
    body, rows = [], []
    for number, line in enumerate(one for one in text.splitlines() if one.strip() and not one.startswith("%")):
        if line.startswith("|"):
            rows.append(line.strip("|").split("|"))
            continue
        body += [_tabel(rows)] if rows else []
        rows = []
        body.append(_kendali(_alinea(line, number, terlacak, bernomor), number))
    body += [_tabel(rows)] if rows else []
    return docx("".join(body), numbering=NOMOR)


def _kendali(paragraph: str, number: int) -> str:
    if number % 4:
        return paragraph
    return f'<w:sdt><w:sdtPr><w:alias w:val="isi"/></w:sdtPr><w:sdtContent>{paragraph}</w:sdtContent></w:sdt>'


def _alinea(line: str, number: int, terlacak: bool, bernomor: bool) -> str:
    if line.startswith("!"):
        side, _, words = line[1:].partition(" ")
        return f"<w:p>{GAMBAR.format(_LETAK[side], escape(words))}</w:p>"
    centred, text = line.startswith("= "), line.removeprefix("= ").removeprefix("-- ")
    properties = '<w:jc w:val="center"/>' if centred else ""
    listed = re.match(r"(Pasal \d+$|\(\d+\) )", text, re.IGNORECASE) if bernomor else None
    if listed:
        level = 1 if text.startswith("(") else 0
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>{properties}'
        text = text[listed.end():]
    return f'<w:p w:rsidR="00A{number:05d}" w:rsidRDefault="00C1"><w:pPr>{properties}</w:pPr>{_runs(text, centred, terlacak)}</w:p>'


def _runs(text: str, tebal: bool, terlacak: bool) -> str:
    """Pieces of a few letters, as spelling checks and many editors leave them."""
    pieces = []
    for place, piece in enumerate(re.findall(r"\S{1,5}|\s+", text.replace("\\t", "\t")), 1):
        run = _run(piece, tebal)
        if place % 11 == 0:
            run = f'<w:proofErr w:type="spellStart"/><w:smartTag w:uri="urn" w:element="place">{run}</w:smartTag><w:proofErr w:type="spellEnd"/>'
        elif place % 7 == 0:
            run = f'<w:bookmarkStart w:id="{place}" w:name="_b"/><w:hyperlink r:id="r9">{run}</w:hyperlink><w:bookmarkEnd w:id="{place}"/>'
        elif place % 5 == 0:
            run = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF _b \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        elif terlacak and place % 3 == 0:
            run = f'<w:del w:id="{place}" w:author="a"><w:r><w:delText>salah</w:delText></w:r></w:del><w:ins w:id="{place}" w:author="a">{run}</w:ins>'
        pieces.append(run)
    return "".join(pieces)


def _run(text: str, tebal: bool) -> str:
    inside = "<w:tab/>" * len(text) if text.strip(" ") and not text.strip() else f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f'<w:r w:rsidRPr="00B2"><w:rPr>{"<w:b/>" if tebal else ""}<w:lang w:val="id-ID"/></w:rPr><w:lastRenderedPageBreak/>{inside}</w:r>'


def _tabel(rows: list[list[str]]) -> str:
    width = max(map(len, rows))
    grid = '<w:gridCol w:w="2000"/>' * width
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(_baris(row, width) for row in rows)}</w:tbl>"


def _baris(cells: list[str], width: int) -> str:
    """A row; its last cell spans what is left."""
    found = []
    for place, cell in enumerate(cells):
        span = width - place if place == len(cells) - 1 else 1
        inside = "".join(_alinea(one.strip() or " ", place + 1, False, False) for one in cell.split("//"))
        found.append(f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{inside}</w:tc>')
    return f"<w:tr>{''.join(found)}</w:tr>"
