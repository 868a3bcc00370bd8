"""Indonesian number words, and numbers written twice: "30 (tiga puluh)", "lima (5)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches

from toolkit.evidence.terbaca import Bilangan

SATUAN = {"nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9}
PENGALI = {"puluh": 10, "ratus": 100, "ribu": 1_000, "juta": 1_000_000, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "trilyun": 10**12}
_KATA = (*SATUAN, *PENGALI, "belas", "sepuluh", "sebelas", "seratus", "seribu")
_SUKU = re.compile(rf"se(?=belas|puluh|ratus|ribu|juta|mil)|belas|{'|'.join((*SATUAN, *PENGALI))}")
_PASANGAN = re.compile(
    r"(?<![\w.,/:–-])(?P<rp>Rp\.?\s*)?(?P<angka>\d{1,3}(?:\.\d{3})+|\d+)(?P<pecahan>,\d+)?(?:,[-–=]+|\.-)?\s*(?P<persen>%)?"
    r"\s*\(\s*(?P<kata>[A-Za-z][A-Za-z\s\-–]*?)\s*\)"
)
_KURUNG = re.compile(r"\((?P<angka>\d{1,3}(?:\.\d{3})+|\d+)\)")


def suku(word: str) -> list[str] | None:
    """"duapuluh" → ["dua", "puluh"]; None for what is no number word."""
    plain = word.casefold()
    found = _SUKU.findall(plain)
    return found if found and "".join(found) == plain else None


def nilai(words: str) -> int | None:
    """"dua ribu dua puluh enam" → 2026; None if it is no number in good order."""
    parts: list[str] = []
    for word in re.split(r"[\s\-–]+", words.strip()):
        syllables = suku(word)
        if syllables is None:
            return None
        parts += syllables
    return _sum(parts) if parts else None


def _sum(parts: list[str]) -> int | None:
    """Thousands grow downwards: each group is smaller than the one before it."""
    total, group, digit, limit = 0, 0, None, 10**15
    for part in parts:
        if part in SATUAN or part == "se":
            if digit is not None:
                return None
            digit = SATUAN.get(part, 1)
        elif part == "belas" or PENGALI[part] < 1_000:
            if digit is None:
                return None
            group, digit = group + (10 + digit if part == "belas" else digit * PENGALI[part]), None
        else:
            group, digit = group + (digit or 0), None
            if not 0 < group < 1_000 or PENGALI[part] >= limit:
                return None
            total, group, limit = total + group * PENGALI[part], 0, PENGALI[part]
    return total + group + (digit or 0)


def kata(jumlah: int) -> str:
    """2026 → "dua ribu dua puluh enam"."""
    from num2words import num2words

    return str(num2words(jumlah, lang="id")).strip()


def berpasangan(text: str, paragraf: int) -> Iterator[Bilangan]:
    """Numbers that stand as digits and as words."""
    for match in _PASANGAN.finditer(text):
        words, rest = awalan(match["kata"])
        if words and not _partial(rest):
            digits = Decimal(match["angka"].replace(".", "") + (match["pecahan"] or "").replace(",", "."))
            found = _pair(match[0].strip(), digits, words, rest, paragraf, bool(match["rp"]), bool(match["pecahan"]))
            yield replace(found, sama=None) if found.sama is False and _misspelt(rest) else found
        elif not words and any(suku(one) for one in match["kata"].split()) and _close(match["kata"]):
            yield Bilangan(match[0].strip(), match["angka"], match["kata"], None, paragraf, bool(match["rp"]))
    for match in _KURUNG.finditer(text):
        words = _before(text[max(0, match.start() - 200): match.start()])
        if words:
            digits = Decimal(match["angka"].replace(".", ""))
            yield _pair(f"{words} {match[0]}", digits, words, "", paragraf, False, False)


def _pair(text: str, digits: Decimal, words: str, rest: str, paragraf: int, money: bool, broken: bool) -> Bilangan:
    value: Decimal | None = None
    whole, comma, fraction = words.partition(" koma ")
    number = nilai(whole)
    if number is not None and not comma and not (broken and digits != digits.to_integral_value()):
        value = Decimal(number)
    elif number is not None and comma:
        pieces = [suku(one) for one in fraction.split()]
        if all(one and len(one) == 1 and one[0] in SATUAN for one in pieces):
            value = Decimal(f"{number}.{''.join(str(SATUAN[one[0]]) for one in pieces if one)}")
        elif (tail := nilai(fraction)) is not None:
            value = Decimal(f"{number}.{tail}")
    return Bilangan(text, f"{digits:f}", f"{words} {rest}".strip(), None if value is None else value == digits, paragraf, money)


def awalan(words: str) -> tuple[str, str]:
    """The number words that a phrase begins with, and what follows them."""
    listed = re.split(r"[\s\-–]+", words.strip())
    count = 0
    while count < len(listed) and (suku(listed[count]) or (count and listed[count].casefold() == "koma")):
        count += 1
    return " ".join(listed[:count]).casefold(), " ".join(listed[count:])


def _misspelt(rest: str) -> bool:
    """Whether the next word looks like a number word that it is not: "tiga puluuh"."""
    word = next(iter(rest.casefold().split()), "")
    return suku(word) is None and bool(get_close_matches(word, _KATA, 1, 0.81))


def _partial(rest: str) -> bool:
    """What follows makes another number of it: "dua per tiga", "satu setengah"."""
    listed = rest.casefold().split()
    return any(one in {"per", "setengah", "perempat", "pertiga", "koma", "sen"} or suku(one) for one in listed)


def _close(words: str) -> bool:
    """Mostly number words: a misspelt number, and no remark in brackets."""
    listed = words.split()
    return len(listed) <= 6 and sum(1 for one in listed if suku(one)) * 2 >= len(listed)


def _before(text: str) -> str:
    """The number words right before a bracket; "pasal", "ayat" and ordinals are none."""
    found: list[str] = []
    for word in reversed(text.split()):
        if suku(word) is None:
            break
        found.insert(0, word)
    return " ".join(found).casefold() if found and text.endswith((" ", "\t", "\u00a0")) else ""
