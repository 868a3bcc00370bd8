"""Lines of pages back to paragraphs: running heads out, wrapped lines joined, columns kept apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from toolkit.evidence.bacaan import ISI, KAKI, Paragraf, Sel
from toolkit.evidence.kolom import keping, sepanjang, urut

_BUTIR = re.compile(r"(\(\d{1,2}\)|\(?[a-z]\)|[a-z]\.|\d{1,2}[.)]|[IVX]{1,5}\.|[•\-–▪])\s+\S")
_BERJUDUL = re.compile(r"pasal\s+\d+\s*[.:–—-]\s*(?:[A-Z][\w-]*(?:\s+(?:dan|serta|atau|dalam|para|pada)\b)?[\s,/]*){1,8}", re.IGNORECASE)
_PASAL = re.compile(r"pasal\s+(\d+|[ivxl]+)[a-z]?\W*$", re.IGNORECASE)
_HALAMAN = re.compile(r"[\s\-–—|]*(?:(?:halaman|hal\.?|page)\s*)?\d{1,3}(?:\s*(?:dari|of|/)\s*\d{1,3})?[\s\-–—|]*", re.IGNORECASE)
_PENUTUP = re.compile(r"demikian(lah)?\b.*", re.IGNORECASE)
_SINGKATAN = re.compile(r"\b(no|rp|pt|tbk|jl|jln|s\.d|a\.n|u\.p|kec|kel|th|thn|tgl|hlm|s\.h|s\.e|m\.si|dr|drs|h|hj|ir|cq|kab|prov)\.$", re.IGNORECASE)
_GANTUNG = re.compile(r"\b(?:ayat|pasal|huruf|angka|nomor|dalam|pada|dan|atau|menurut|sesuai|dari|dengan|oleh|untuk)$", re.IGNORECASE)
_ISIAN = re.compile(r"\s*(nomor|nama|jabatan|alamat|nip|pangkat|hal|lampiran)[^:]{0,20}:\s", re.IGNORECASE)
_SEBUTAN = re.compile(r"pihak\s+(?:kesatu|pertama|ke\w+(?:\s+belas)?)\s*[,.:]?", re.IGNORECASE)
_CELAH = 4


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page as lines whose blanks show where the words stood."""

    nomor: int
    baris: tuple[str, ...]
    jumlah_gambar: int = 0
    bisu: bool = False  # shows what its text does not say
    dikenali: bool = False  # its letters were recognised from a picture


@dataclass(frozen=True, slots=True)
class _Baris:
    halaman: int
    teks: str
    jarak: bool  # an empty line stands before it
    lebar: int = 0  # the page's longest line
    kolom: int = 0  # of a page in columns: 1 left, 2 right

    @property
    def awal(self) -> int:
        return len(self.teks) - len(self.teks.lstrip())

    @property
    def rapi(self) -> str:
        return " ".join(self.teks.split())

    @property
    def tengah(self) -> bool:
        """A short line with as much room before it as after it."""
        size = len(self.teks.strip())
        after = self.lebar - self.awal - size
        return self.awal >= 6 and size < self.lebar * 0.7 and abs(self.awal - after) <= max(6, self.lebar * 0.15)

    @property
    def judul(self) -> bool:
        """Stands alone: an article's number, a line in capitals off the margin, or one in the middle."""
        if _PASAL.match(self.rapi) or _BERJUDUL.fullmatch(self.rapi):
            return True
        return self.awal >= 6 and (self.rapi.isupper() or self.tengah) and not self.rapi.endswith((".", ";", ",", ":"))


def paragraf(pages: Sequence[Halaman]) -> tuple[Paragraf, ...]:
    """Paragraphs of the whole file in reading order; running heads and feet come last."""
    body, margins = _without_running(pages)
    widths = _widths(body)
    body = _in_columns([replace(one, lebar=widths[one.halaman]) for one in body])
    texts = [*_grouped(body)]
    feet = [Paragraf(KAKI, place, text) for place, text in enumerate(margins, 1)]
    return (*(Paragraf(ISI, place, text, "", sel, line.halaman, "center" if whole and line.tengah else "") for place, (text, sel, line, whole) in enumerate(texts, 1)), *feet)


def _in_columns(lines: Sequence[_Baris]) -> list[_Baris]:
    """The lines of each page in the order in which its columns are read; signatures stay as they stand."""
    pages = [list(group) for _, group in groupby(lines, key=lambda one: one.halaman)]
    ends = [next((place for place, one in enumerate(page) if _signing(one)), len(page)) for page in pages]
    texts = [[one.teks for one in page[:end]] for page, end in zip(pages, ends, strict=True)]
    cuts = sepanjang(texts)
    found: list[_Baris] = []
    for page, end, words, cut in zip(pages, ends, texts, cuts, strict=True):
        found += page if cut is None else [*_columned(page, urut(words, cut), cut), *page[end:]]
    return found


def _columned(page: Sequence[_Baris], order: Sequence[tuple[int, int]], cut: int) -> Iterator[_Baris]:
    before = {1: -1, 2: -1}
    for place, side in order:
        line = page[place]
        if not side:
            yield line
            continue
        text, width = (line.teks[:cut], cut) if side == 1 else (line.teks[cut:], line.lebar - cut)
        yield replace(line, teks=text.rstrip(), lebar=max(width, 1), kolom=side, jarak=line.jarak or place > before[side] + 1)
        before[side] = place


def _signing(line: _Baris) -> bool:
    pieces = keping(line.teks, _CELAH)
    return len(pieces) > 1 and all(_SEBUTAN.fullmatch(text) for _, text in pieces)


def _widths(lines: Sequence[_Baris]) -> dict[int, int]:
    """The longest line of each page: a page on its side is wider than the others."""
    widths: dict[int, int] = {}
    for line in lines:
        widths[line.halaman] = max(widths.get(line.halaman, 1), len(line.teks))
    return widths


def _without_running(pages: Sequence[Halaman]) -> tuple[list[_Baris], list[str]]:
    """Lines without page numbers and what stands at the edge of several pages."""
    edges = Counter(key for page in pages for key in {_key(line) for line in _edge(page)})
    running = {key for key, count in edges.items() if count >= 2 and count * 2 >= len(pages) and key and not key.casefold().startswith("pasal #")}
    body: list[_Baris] = []
    margins: dict[str, None] = {}
    for page in pages:
        edge, gap = set(_edge(page)), False
        for line in page.baris:
            plain = " ".join(line.split())
            if line in edge and (_key(line) in running or _HALAMAN.fullmatch(plain)):
                margins[plain] = None
            elif plain:
                body.append(_Baris(page.nomor, line.rstrip(), gap))
            gap = not plain
    return body, list(margins)


def _edge(page: Halaman) -> list[str]:
    lines = [one for one in page.baris if one.strip()]
    return lines[:2] + lines[-2:]


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _grouped(lines: Sequence[_Baris]) -> Iterator[tuple[str, Sel | None, _Baris, bool]]:
    """Text, place in a row of columns, first line, and whether that line is the whole of it."""
    place, closing = 0, False
    while place < len(lines):
        line = lines[place]
        columns = keping(line.teks, _CELAH)
        closing = closing or _signing(line) or bool(_PENUTUP.match(line.rapi))
        if len(columns) > 1 and (closing or line.halaman == 1 and place < 6) and not _PENUTUP.match(line.rapi):
            yield from (_cell(text, start, column, place, line) for column, (start, text) in enumerate(columns))
            place += 1
        elif (fields := _fielded(lines, place)) is not None and not _overflows(lines, place, fields[1]):
            text, count = fields
            yield text, _side(line, place), line, False
            place += count
        else:
            text, count = _joined(lines, place)
            yield text, (_alone(line, closing, place) if count == 1 else None) or _side(line, place), line, count == 1
            place += count


def _cell(text: str, start: int, column: int, row: int, line: _Baris) -> tuple[str, Sel, _Baris, bool]:
    return text, Sel(-line.halaman, row, column, start / line.lebar, (start + len(text)) / line.lebar), line, False


def _alone(line: _Baris, closing: bool, row: int) -> Sel | None:
    """After the closing a short line keeps its place: it may be one side's name."""
    if closing and len(line.rapi) * 2 < line.lebar and not _PENUTUP.match(line.rapi):
        return Sel(-line.halaman, row, 0, line.awal / line.lebar, (line.awal + len(line.rapi)) / line.lebar)
    return None


def _side(line: _Baris, row: int) -> Sel | None:
    """A column of the page as one of a table, each paragraph a row of its own."""
    half = 0.5 * (line.kolom - 1)
    return Sel(-10_000 - line.halaman, row, line.kolom - 1, half, half + 0.5) if line.kolom else None


def _fielded(lines: Sequence[_Baris], place: int) -> tuple[str, int] | None:
    """"I.  Name     : what he is and" with both columns running on in the next lines."""
    match = re.match(r"\s*(\S.*?\S|\S)\s+:\s*(?=\S)", lines[place].teks)
    if match is None or match.end() < 12 or len(match[1]) > 60:
        return None
    left, right, at = [match[1]], [lines[place].teks[match.end():]], match.end()
    count = 1
    for line in lines[place + 1:]:
        parts = _beside(line, at) if line.kolom == lines[place].kolom else None
        if parts is None:
            break
        left, right = left + parts[:1], right + parts[1:]
        count += 1
    return " ".join(f"{' '.join(left)} : {' '.join(right)}".split()), count


def _overflows(lines: Sequence[_Baris], place: int, count: int) -> bool:
    """Whether a field is a sentence after all, which runs on from margin to margin."""
    after = lines[place + 1] if place + 1 < len(lines) else None
    full = count == 1 and len(lines[place].teks) >= 0.8 * lines[place].lebar
    return full and after is not None and after.awal <= lines[place].awal and _continues(lines[place], after) and not re.search(r"\s:\s", after.teks)


def _beside(line: _Baris, at: int) -> list[str] | None:
    """Left and right part of a line that runs on under a column at `at`."""
    if _PASAL.match(line.rapi) or _ISIAN.match(line.teks) or re.match(r"\s*\S.*\s:\s", line.teks[:at]) or _BUTIR.match(line.rapi) and line.awal < at - 3:
        return None
    if abs(line.awal - at) <= 3:
        return ["", line.teks]
    halves = [(start, text) for start, text in keping(line.teks, 2) if abs(start - at) <= 3]
    if not halves or line.awal >= at:
        return None
    return [line.teks[: halves[0][0]].strip(), line.teks[halves[0][0]:]]


def _joined(lines: Sequence[_Baris], place: int) -> tuple[str, int]:
    text, count = lines[place].rapi, 1
    for before, line in zip(lines[place:], lines[place + 1:], strict=False):
        if not _continues(before, line):
            break
        text = _sambung(text, line.rapi)
        count += 1
    return text, count


def _sambung(text: str, after: str) -> str:
    """Two lines as one: a word broken at the end of a line is whole again, "masing-masing" keeps
    its hyphen."""
    if text.endswith(("\u00ad", "\u2010")):
        return text[:-1] + after
    if not text.endswith("-") or text.endswith(" -"):
        return f"{text} {after}"
    before, behind = re.search(r"[^\W\d_]+$", text[-40:-1]), re.match(r"[^\W\d_]+", after)
    whole = before is None or behind is None or _berulang(before[0], behind[0])
    return (text if whole else text[:-1]) + after


def _berulang(word: str, second: str) -> bool:
    """Whether a hyphen belongs between two halves: a repeated word, or a name."""
    one, two = word.casefold(), second.casefold()
    return not second[:1].islower() or one == "non" or len(one) > 2 and (one[-4:] in two or two[:4] in one)


def _continues(before: _Baris, line: _Baris) -> bool:
    if before.kolom == line.kolom and not before.judul and not line.jarak and _GANTUNG.search(before.rapi):
        return True
    if before.judul or line.judul or before.kolom != line.kolom or _BUTIR.match(line.rapi) or _PENUTUP.match(line.rapi):
        return False
    if line.jarak and before.halaman == line.halaman:
        return False
    if line.rapi in {"dan", "atau", "dan/atau"}:
        return True
    ended = before.rapi.endswith((".", ";", ":")) and not _SINGKATAN.search(before.rapi)
    return not ended
