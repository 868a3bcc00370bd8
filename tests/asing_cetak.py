"""Texts of `tests/data/asing` as printed pages: running heads and page numbers, words broken at line
ends, two columns, letters that the file does not name, letters recognised over a scan."""

from __future__ import annotations

import re
import textwrap
from itertools import zip_longest

from tests.naskah_buatan import pdf

LEBAR = 84
_PETIK = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "…": "...", "‰": " promil"})
BARIS = 58
_GAMBAR = re.compile(r"%|\|?!")


def halaman(text: str, *, lebar: int = LEBAR, putus: bool = False) -> list[str]:
    """The text set in lines and pages, with a running head and a numbered foot."""
    lines = [line for one in text.translate(_PETIK).splitlines() if one.strip() and not _GAMBAR.match(one) for line in [*_baris(one, lebar, putus), ""]]
    pages = [lines[place: place + BARIS] for place in range(0, len(lines), BARIS)]
    count = len(pages)
    head = "Bagian Hukum".rjust(lebar) if count > 1 else ""
    return ["\n".join([head, "", *page, "", f"Halaman {number} dari {count}".center(lebar)]) for number, page in enumerate(pages, 1)]


def tercetak(text: str, *, putus: bool = False) -> bytes:
    return pdf(*halaman(text, putus=putus))


def dua_kolom(text: str) -> bytes:
    """A page of a newspaper: the title across, then two columns, the signatures below."""
    lines = [one for one in text.translate(_PETIK).splitlines() if one.strip() and not _GAMBAR.match(one)]
    first = next(place for place, one in enumerate(lines) if "ada hari" in one)
    last = next(place for place, one in enumerate(lines) if re.match(r"\|PIHAK KE|(?:\\t)?PIHAK KEDUA\\t", one))
    head, body, tail = (_semua(part, width) for part, width in ((lines[:first], 100), (lines[first:last], 48), (lines[last:], 100)))
    pages = [body[place: place + 90] for place in range(0, len(body), 90)]
    set_up = ["\n".join(f"{left:<52}{right}".rstrip() for left, right in zip_longest(*_terbagi(page), fillvalue="")) for page in pages]
    set_up[0] = "\n".join([*head, "", set_up[0]])
    set_up[-1] = "\n".join([set_up[-1], "", *tail])
    return pdf(*set_up)


def tanpa_nama_huruf(text: str) -> bytes:
    """The codes of the font's glyphs in place of letters."""
    return pdf(*("\n".join("".join(chr(max(ord(one) - 29, 33)) if one != " " else " " for one in line) for line in page.splitlines()) for page in halaman(text)))


def dikenali(text: str) -> bytes:
    """A scan with its recognised letters laid over it."""
    data = tercetak(text)
    picture = b"<< /Type /XObject /Subtype /Image /Width 1200 /Height 1700 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\x40\nendstream"
    data = data.replace(b"/Resources << /Font", b"/Resources << /XObject << /G 99 0 R >> /Font")
    data = data.replace(b"BT /F1 10 Tf", b"BT 3 Tr /F1 9 Tf")
    return data.replace(b"xref\n", b"99 0 obj\n" + picture + b"\nendobj\nxref\n", 1)


def _terbagi(page: list[str]) -> tuple[list[str], list[str]]:
    half = (len(page) + 1) // 2
    return page[:half], page[half:]


def _semua(lines: list[str], width: int) -> list[str]:
    return [line for one in lines for line in [*_baris(one, width, False), ""]]


def _baris(line: str, width: int, putus: bool) -> list[str]:
    if line.startswith("= "):
        return [one.center(width) for one in textwrap.wrap(line[2:], width - 10)]
    if line.startswith("|"):
        return _sejajar([cell.strip().split("//") for cell in line.replace("|:|", "|: ").strip("|").split("|")], width)
    if "\\t" in line:
        return _sejajar([[one] for one in re.split(r"(?:\\t)+", line)], width)
    return _terbungkus(line.removeprefix("-- "), width, putus)


def _sejajar(cells: list[list[str]], width: int) -> list[str]:
    """Cells side by side, a label's narrower than the others."""
    sizes = [width // len(cells) if len(cells) > 4 else 5 if len(cell[0]) < 4 else 24 if len(cell[0]) < 40 and len(cells) == 3 else 0 for cell in cells]
    rest = (width - sum(sizes)) // max(sizes.count(0), 1)
    sizes = [size or rest for size in sizes]
    columns = [[line for part in cell for line in textwrap.wrap(part, size - 3) or [""]] for cell, size in zip(cells, sizes, strict=True)]
    return ["".join(one.ljust(size) for one, size in zip(row, sizes, strict=True)).rstrip() for row in zip_longest(*columns, fillvalue="")]


def _terbungkus(text: str, width: int, putus: bool) -> list[str]:
    """Lines of a paragraph; with `putus` a long word that does not fit is broken after a vowel."""
    lines, line = [], ""
    for word in text.split():
        room = width - len(line) - 2
        broken = re.match(rf"([a-z]{{3,{max(room, 3)}}}[aiueo])(?=[bcdfghjklmnpqrstvwyz][aiueo]\w{{2,}})", word) if putus and room > 4 else None
        if len(line) + len(word) < width:
            line = f"{line} {word}".strip()
        elif broken and len(broken[1]) < room:
            lines.append(f"{line} {broken[1]}-")
            line = word[broken.end():]
        else:
            lines.append(line)
            line = word
    return [*lines, line]
