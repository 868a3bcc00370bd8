"""Terms and numbers of copies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.evidence.bilangan import awalan, nilai
from toolkit.evidence.tanggal import semua
from toolkit.evidence.terbaca import Jangka, Rangkap

_MULA = re.compile(r"\b(?:jangka\s+waktu|berlaku|masa\s+berlaku|masa\s+kerja\s?sama)\b", re.IGNORECASE)
_LAMA = re.compile(r"(?:(?<![\d,.])(?P<angka>\d{1,3})(?P<pecahan>,\d)?\s*(?:\([^)]{0,40}\))?|(?P<kata>(?:[a-z]+[\s-]){1,4}?)\s*(?:\((?P<kurung>\d{1,3})\))?)\s*(?P<satuan>tahun|bulan)\b(?:\s+(?:dan\s+)?(?P<lebih>\d{1,2})\s*(?:\([a-z\s]{0,20}\)\s*)?bulan\b)?", re.IGNORECASE)
_BUKAN = re.compile(r"perpanjang|paling\s+lambat|selambat|sebelum|setiap|\bkali\b|tahun\s+(?:anggaran|pelajaran|\d{4})", re.IGNORECASE)
_RANGKAP = re.compile(
    r"(?:rangkap|eksemplar)\s*:?\s*(?P<a>\d{1,2})?\s*\(?\s*(?P<b>[a-z]+(?:\s+belas)?)?\s*\)?|(?P<c>\d{1,2})\s*\(\s*(?P<d>[a-z]+(?:\s+belas)?)\s*\)\s*(?:rangkap|eksemplar)|\b(?P<e>dua|tiga|empat|lima|enam|tujuh|delapan)\s*(?:\(\s*\d+\s*\))?\s*rangkap",
    re.IGNORECASE,
)


def jangka(text: str, paragraf: int) -> Iterator[Jangka]:
    """The term that a sentence sets; extensions and notice periods are none."""
    for sentence in re.split(r"(?<=[.;])\s+", re.sub(r"\bs\.\s?d\.", "sampai dengan", text)):
        start = _MULA.search(sentence)
        if start is None or re.search(r"perpanjang", sentence[: start.start()], re.IGNORECASE):
            continue
        rest = sentence[start.end():]
        length = _LAMA.search(rest)
        months = None
        if length is not None and not _BUKAN.search(rest[: length.start()]) and len(rest[: length.start()]) <= 120:
            months = _months(length)
        days = semua(rest) if re.search(r"\b(sampai|hingga|s\.?d\.?|berakhir)\b", rest, re.IGNORECASE) else []
        begin, end = (days[0], days[1]) if len(days) >= 2 and days[0] < days[1] else (None, None)
        if months is not None or end is not None:
            yield Jangka(sentence.strip(), paragraf, months, begin, end)


def _months(match: re.Match[str]) -> int | None:
    number: int | None
    if match["angka"] or match["kurung"]:
        number = int(match["angka"] or match["kurung"])
    else:
        words = match["kata"].split()
        number = next((value for place in range(len(words)) if (value := nilai(" ".join(words[place:]))) is not None), None)
    if number is None or match["pecahan"] and not match["pecahan"].endswith("5"):
        return None
    size = 12 if match["satuan"].casefold() == "tahun" else 1
    return number * size + (size // 2 if match["pecahan"] else 0) + int(match["lebih"] or 0)


def rangkap(text: str, paragraf: int) -> Rangkap | None:
    """How many copies a closing states."""
    for match in _RANGKAP.finditer(text):
        digits = match["a"] or match["c"]
        words = match["b"] or match["d"] or match["e"] or ""
        value = int(digits) if digits else nilai(awalan(words)[0]) if awalan(words)[0] else None
        if value:
            return Rangkap(value, match[0].strip(), paragraf)
    return None
