"""Agreements as other offices write them, made into real .docx files from plain texts.

A line is a paragraph. `= ` centres it in bold, `|a|b` is a table row (`//` starts a new paragraph in
a cell), `!kiri words` a picture with its alternative text on that side, `-- ` a page break before an
attachment, `\\t` a tab. Blank lines and lines that begin with `%` say nothing.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data" / "naskah"


def teks(name: str, *ganti: Iterable[str]) -> str:
    """A text of `tests/data/naskah`, with replacements that must each be there once or more."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    for lama, baru in ganti:
        assert lama in text, f"{lama!r} tidak ada dalam {name}"
        text = text.replace(lama, baru)
    return text


@cache
def docx(text: str) -> bytes:
    """The text as a .docx."""
    from docx import Document

    document: Any = Document()
    rows: list[list[str]] = []
    for line in text.splitlines():
        if rows and not line.startswith("|"):
            _table(document, rows)
            rows = []
        if line.startswith("|"):
            rows.append(line.strip("|").split("|"))
        elif line.strip() and not line.startswith("%"):
            _line(document, line)
    if rows:
        _table(document, rows)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _line(document: Any, line: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as RATA

    if line.startswith("!"):
        side, _, words = line[1:].partition(" ")
        paragraph = document.add_paragraph()
        paragraph.alignment = {"kiri": RATA.LEFT, "kanan": RATA.RIGHT, "tengah": RATA.CENTER}[side]
        picture(paragraph, words)
    elif line.startswith("= "):
        paragraph = document.add_paragraph()
        paragraph.alignment = RATA.CENTER
        paragraph.add_run(line[2:]).bold = True
    elif line.startswith("-- "):
        document.add_page_break()
        document.add_paragraph(line[3:])
    else:
        document.add_paragraph(line.replace("\\t", "\t"))


def picture(paragraph: Any, words: str) -> None:
    inline = paragraph.add_run().add_picture(io.BytesIO(png()))
    inline._inline.docPr.set("descr", words)


def _table(document: Any, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), max(map(len, rows)))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            first, *others = text.strip().split("//")
            cell = table.cell(row, column)
            if first.strip().startswith("!"):
                picture(cell.paragraphs[0], first.strip().partition(" ")[2])
            else:
                cell.paragraphs[0].text = first.strip().replace("\\t", "\t")
            for other in others:
                cell.add_paragraph(other.strip())


@cache
def png() -> bytes:
    """A grey square."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * 8 for _ in range(8))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def pdf(*pages: str) -> bytes:
    """A PDF with a text layer: each page's lines set in a fixed-width font."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"]
    kids = []
    for page in pages:
        content = "BT /F1 10 Tf 12 TL 50 790 Td " + " ".join(f"({_escape(line)}) Tj T*" for line in page.splitlines()) + " ET"
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    return _assemble(objects)


def scan(count: int = 1) -> bytes:
    """A PDF whose pages are pictures alone."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\x40\nendstream"]
    content = "q 500 0 0 700 40 40 cm /G Do Q"
    objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /G 3 0 R >> >> >>"
    objects += [page] * count
    objects[1] = f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{5 + place} 0 R' for place in range(count))}] >>"
    return _assemble(objects)


def _escape(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assemble(objects: list[str]) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + trailer.encode("latin-1")
