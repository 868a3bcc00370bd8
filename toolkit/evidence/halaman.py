"""Lines of pages back to paragraphs: running heads out, wrapped lines joined, columns kept apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.evidence.bacaan import ISI, KAKI, Paragraf, Sel

_BUTIR = re.compile(r"(\(\d{1,2}\)|\(?[a-z]\)|[a-z]\.|\d{1,2}[.)]|[IVX]{1,5}\.|[•\-–▪])\s+\S")
_PASAL = re.compile(r"pasal\s+(\d+|[ivxl]+)[a-z]?\W*$", re.IGNORECASE)
_HALAMAN = re.compile(r"[\s\-–—|]*(?:(?:halaman|hal\.?|page)\s*)?\d{1,3}(?:\s*(?:dari|of|/)\s*\d{1,3})?[\s\-–—|]*", re.IGNORECASE)
_PENUTUP = re.compile(r"demikian(lah)?\b.*", re.IGNORECASE)
_SINGKATAN = re.compile(r"\b(no|pt|tbk|jl|s\.h|s\.e|m\.si|dr|drs|h|hj|ir|cq|kab|prov)\.$", re.IGNORECASE)
_ISIAN = re.compile(r"\s*(nomor|nama|jabatan|alamat|nip|pangkat|hal|lampiran)[^:]{0,20}:\s", re.IGNORECASE)
_SEBUTAN = re.compile(r"pihak\s+(?:kesatu|pertama|ke\w+(?:\s+belas)?)\s*[,.:]?", re.IGNORECASE)
_CELAH = 4


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page as lines whose blanks show where the words stood."""

    nomor: int
    baris: tuple[str, ...]
    jumlah_gambar: int = 0

    @property
    def kosong(self) -> bool:
        return not any(one.strip() for one in self.baris)

    @property
    def bergambar(self) -> bool:
        return self.jumlah_gambar > 0


@dataclass(frozen=True, slots=True)
class _Baris:
    halaman: int
    teks: str
    jarak: bool  # an empty line stands before it
    lebar: int = 0  # the page's longest line

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
        if _PASAL.match(self.rapi):
            return True
        return self.awal >= 6 and (self.rapi.isupper() or self.tengah) and not self.rapi.endswith((".", ";", ",", ":"))


def paragraf(pages: Sequence[Halaman]) -> tuple[Paragraf, ...]:
    """Paragraphs of the whole file in reading order; running heads and feet come last."""
    body, margins = _without_running(pages)
    widths = _widths(body)
    body = [replace(one, lebar=widths[one.halaman]) for one in body]
    texts = [*_grouped(body)]
    feet = [Paragraf(KAKI, place, text) for place, text in enumerate(margins, 1)]
    return (*(Paragraf(ISI, place, text, "", sel, line.halaman, "center" if whole and line.tengah else "") for place, (text, sel, line, whole) in enumerate(texts, 1)), *feet)


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
        columns = _columns(line.teks)
        signing = len(columns) > 1 and all(_SEBUTAN.fullmatch(text) for _, text in columns)
        closing = closing or signing or bool(_PENUTUP.match(line.rapi))
        if len(columns) > 1 and (closing or line.halaman == 1 and place < 6) and not _PENUTUP.match(line.rapi):
            yield from (_cell(text, start, column, place, line) for column, (start, text) in enumerate(columns))
            place += 1
        elif (fields := _fielded(lines, place)) is not None:
            text, count = fields
            yield text, None, line, False
            place += count
        else:
            text, count = _joined(lines, place)
            yield text, _alone(line, closing, place) if count == 1 else None, line, count == 1
            place += count


def _cell(text: str, start: int, column: int, row: int, line: _Baris) -> tuple[str, Sel, _Baris, bool]:
    return text, Sel(-line.halaman, row, column, start / line.lebar, (start + len(text)) / line.lebar), line, False


def _alone(line: _Baris, closing: bool, row: int) -> Sel | None:
    """After the closing a short line keeps its place: it may be one side's name."""
    if closing and len(line.rapi) * 2 < line.lebar and not _PENUTUP.match(line.rapi):
        return Sel(-line.halaman, row, 0, line.awal / line.lebar, (line.awal + len(line.rapi)) / line.lebar)
    return None


def _columns(text: str, gap: int = _CELAH) -> list[tuple[int, str]]:
    return [(match.start(), match[0].strip()) for match in re.finditer(rf"\S(?:.*?\S)??(?=\s{{{gap},}}|\s*$)", text)]


def _fielded(lines: Sequence[_Baris], place: int) -> tuple[str, int] | None:
    """"I.  Name     : what he is and" with both columns running on in the next lines."""
    match = re.match(r"\s*(\S.*?\S|\S)\s+:\s*(?=\S)", lines[place].teks)
    if match is None or match.end() < 12 or len(match[1]) > 60:
        return None
    left, right, at = [match[1]], [lines[place].teks[match.end():]], match.end()
    count = 1
    for line in lines[place + 1:]:
        parts = _beside(line, at)
        if parts is None:
            break
        left, right = left + parts[:1], right + parts[1:]
        count += 1
    return " ".join(f"{' '.join(left)} : {' '.join(right)}".split()), count


def _beside(line: _Baris, at: int) -> list[str] | None:
    """Left and right part of a line that runs on under a column at `at`."""
    if _PASAL.match(line.rapi) or _ISIAN.match(line.teks) or re.match(r"\s*\S.*\s:\s", line.teks[:at]) or _BUTIR.match(line.rapi) and line.awal < at - 3:
        return None
    if abs(line.awal - at) <= 3:
        return ["", line.teks]
    halves = [(start, text) for start, text in _columns(line.teks, 2) if abs(start - at) <= 3]
    if not halves or line.awal >= at:
        return None
    return [line.teks[: halves[0][0]].strip(), line.teks[halves[0][0]:]]


def _joined(lines: Sequence[_Baris], place: int) -> tuple[str, int]:
    text, count = lines[place].rapi, 1
    for before, line in zip(lines[place:], lines[place + 1:], strict=False):
        if not _continues(before, line):
            break
        text = text + line.rapi if text.endswith("-") else f"{text} {line.rapi}"
        count += 1
    return text, count


def _continues(before: _Baris, line: _Baris) -> bool:
    if before.judul or line.judul or _BUTIR.match(line.rapi) or _PENUTUP.match(line.rapi):
        return False
    if line.jarak and before.halaman == line.halaman:
        return False
    if line.rapi in {"dan", "atau", "dan/atau"}:
        return True
    ended = before.rapi.endswith((".", ";", ":")) and not _SINGKATAN.search(before.rapi)
    return not ended
