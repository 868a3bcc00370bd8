"""Dates as agreements and letters write them, in words and in digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from toolkit.evidence.bilangan import awalan, nilai
from toolkit.evidence.terbaca import Tanggal

HARI = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "jum’at": 4, "sabtu": 5, "minggu": 6, "ahad": 6}
BULAN = {
    "januari": 1, "februari": 2, "pebruari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7,
    "agustus": 8, "september": 9, "oktober": 10, "november": 11, "nopember": 11, "desember": 12,
}
_NAMA_HARI = "|".join(sorted(map(re.escape, HARI), key=len, reverse=True))
_NAMA_BULAN = "|".join(BULAN)
PEMBUKA = re.compile(r"\bpada\s+hari(?:\s+ini)?\b|^pada\s+(?=tanggal\b.{1,120}\b(?:kami|yang\s+bertanda))", re.IGNORECASE)
_DIBUAT = re.compile(r"^.{0,60}(?:\bini\b.{0,60}\b(?:dibuat|ditandatangani)|\byang\s+bertanda\s?tangan)\b.{0,80}$", re.IGNORECASE)
_AKHIR = re.compile(r"\b(kami\b|yang\s+bertanda|bertempat\b|telah\b|para\s+pihak\b|masing-masing\b|dibuat\b|oleh\s+dan\b)", re.IGNORECASE)
_ANGKA = re.compile(r"\(?\s*(\d{1,2})\s*[-/.–]\s*(\d{1,2})\s*[-/.–]\s*(\d{4})\s*\)?")
_BIASA = re.compile(rf"\b(\d{{1,2}})\s+({_NAMA_BULAN})\s+(\d{{4}})\b", re.IGNORECASE)
_BERHARI = re.compile(rf"\b({_NAMA_HARI})\b\s*,?\s*(?:tanggal\s+)?(\d{{1,2}})\s+({_NAMA_BULAN})\s+(\d{{4}})\b", re.IGNORECASE)
_SURAT = re.compile(rf"(?:[A-Z][\w.'’ -]{{1,39}},|tanggal\s*:)\s*(\d{{1,2}})\s+({_NAMA_BULAN})\s+(\d{{4}})", re.IGNORECASE)
_KOSONG = re.compile(r"[.…_]{3,}|…|\.\s\.\s\.")


def pembuka(text: str, paragraf: int) -> Tanggal | None:
    """The date of an opening ("Pada hari ini, Senin, tanggal …"); None if the text is none."""
    start = PEMBUKA.search(text)
    if start is None or not (start.start() == 0 or start[0].casefold().endswith("ini") or _DIBUAT.search(text[: start.start()])):
        return None
    rest = text[start.end():]
    stop = _AKHIR.search(rest)
    span = rest[: stop.start()] if stop else rest[:240]
    day = re.search(rf"\b({_NAMA_HARI})\b", span, re.IGNORECASE)
    month = re.search(rf"\b({_NAMA_BULAN})\b", span, re.IGNORECASE)
    written = (start[0] + span).strip(" ,")
    name = day[1].capitalize() if day else None
    if month is None:
        digits, broken = _numeric(span)
        return Tanggal(written, paragraf, name, None, digits, True, bool(_KOSONG.search(span)), broken)
    words, wrong = _spelt(span, month)
    digits, broken = _numeric(span[month.end():])
    return Tanggal(written, paragraf, name, words, digits, True, bool(_KOSONG.search(span)), wrong or broken)


def _spelt(span: str, month: re.Match[str]) -> tuple[date | None, bool]:
    """The date that the words say; digits stand in where a part has no words."""
    before = re.sub(r"^.*\b(tanggal|tgl\.?)\b", "", span[: month.start()], flags=re.IGNORECASE | re.DOTALL)
    before = re.sub(rf"\b({_NAMA_HARI}|bulan)\b", " ", before, flags=re.IGNORECASE)
    after = re.sub(r"^\W*(?:tahun\b)?", " ", span[month.end():], flags=re.IGNORECASE)
    day, year = _either(before), _either(after)
    if day is None or year is None:
        return None, False
    return _date(year, BULAN[month[1].casefold()], day)


def _either(text: str) -> int | None:
    """A number from its words, wherever they stand before or in brackets, else from its digits."""
    plain = _ANGKA.sub(" ", text)
    for piece in re.split(r"[(),:;]", plain):
        words, _ = awalan(piece)
        value = nilai(words) if words else None
        if value is not None:
            return value
    digits = re.match(r"\W*(\d{1,4})\b", plain)
    return int(digits[1]) if digits else None


def _numeric(text: str) -> tuple[date | None, bool]:
    match = _ANGKA.search(text)
    if match is not None:
        return _date(int(match[3]), int(match[2]), int(match[1]))
    plain = _BIASA.search(text)
    if plain is not None:
        return _date(int(plain[3]), BULAN[plain[2].casefold()], int(plain[1]))
    return None, False


def _date(year: int, month: int, day: int) -> tuple[date | None, bool]:
    """The date, or that there is no such day."""
    if not 1900 <= year <= 2200:
        return None, False
    try:
        return date(year, month, day), False
    except ValueError:
        return None, True


def berhari(text: str, paragraf: int) -> Iterator[Tanggal]:
    """"Senin, 16 Februari 2026" wherever it stands."""
    for match in _BERHARI.finditer(text):
        value, wrong = _date(int(match[4]), BULAN[match[3].casefold()], int(match[2]))
        yield Tanggal(match[0], paragraf, match[1].capitalize(), None, value, mustahil=wrong)


def bersurat(lines: Iterable[str]) -> date | None:
    """The date of a letter: a line that is a place and a date ("Blora, 12 Januari 2026"), or "Tanggal :
    12 Januari 2026"; the first such line, since attachments come later."""
    for line in lines:
        match = _SURAT.fullmatch(line.strip())
        if match is not None:
            return _date(int(match[3]), BULAN[match[2].casefold()], int(match[1]))[0]
    return None


def semua(text: str) -> list[date]:
    """Every full date in a text, in order; impossible ones left out."""
    found = ((match, _date(int(match[3]), BULAN[match[2].casefold()], int(match[1]))[0]) for match in _BIASA.finditer(text))
    return [value for _, value in found if value is not None]
