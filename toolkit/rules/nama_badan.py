"""Names of governments and bodies in texts: whether two of them can mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

_UMUM = frozenset({
    "pemerintah", "pemerintahan", "daerah", "provinsi", "propinsi", "kabupaten", "kota", "kab", "republik", "indonesia", "negara", "pt",
    "cv", "ud", "firma", "persero", "perseroda", "tbk", "terbatas", "perseroan", "perusahaan", "umum", "dinas", "badan", "kantor",
    "sekretariat", "bagian", "biro", "kementerian", "lembaga", "wilayah", "dan", "atau", "di", "melalui", "pada", "untuk", "atas", "nama",
    "selaku", "bupati", "wali", "walikota", "gubernur", "kepala", "direktur", "utama", "yayasan", "koperasi", "universitas", "rumah",
    "sakit", "instansi", "vertikal", "cabang", "unit", "pelaksana", "teknis", "balai", "besar", "bank",
})
PEMDA = re.compile(
    r"\b[Pp][Ee][Mm][Ee][Rr][Ii][Nn][Tt][Aa][Hh]\s+(?:[Dd][Aa][Ee][Rr][Aa][Hh]\s+)?(?P<tingkat>[Pp][Rr][Oo][VPvp][Ii][Nn][Ss][Ii]|[Kk][Aa][Bb][Uu][Pp][Aa][Tt][Ee][Nn]|[Kk][Oo][Tt][Aa])\s+(?P<nama>(?:[A-Z][\w'’-]*)(?:\s+[A-Z][\w'’-]*){0,3})"
)
KEPALA = re.compile(r"\b(?P<jabatan>Bupati|BUPATI|Wali\s?Kota|WALI\s?KOTA|Walikota|WALIKOTA|Gubernur|GUBERNUR)\s+(?P<nama>(?:[A-Z][\w'’-]*)(?:\s+[A-Z][\w'’-]*){0,3})")


def khas(name: str) -> tuple[str, ...]:
    """The words that tell one body from another, small letters."""
    words = re.findall(r"[^\W_]+", name.casefold().replace("'", ""))
    return tuple(word for word in words if word not in _UMUM)


def mungkin_sama(one: str, two: str) -> bool:
    """Whether two names may mean the same body: a shared telling word, or one short for the other.
    Names without telling words prove nothing and pass."""
    first, second = khas(one), khas(two)
    if not first or not second or set(first) & set(second):
        return True
    return any(_short(short, every) for short, every in [*((word, _all(two)) for word in first), *((word, _all(one)) for word in second)])


def salah_satu(name: str, known: Iterable[str]) -> bool:
    return any(mungkin_sama(name, other) for other in known)


def _all(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", name.casefold())


def _short(short: str, words: list[str]) -> bool:
    """"jatim" for Jawa Timur, "pln" for Perusahaan Listrik Negara: beginnings of words, in order."""
    if len(short) < 2:
        return False
    reached = {0}
    for word in words:
        reached |= {at + size for at in reached for size in range(1, len(word) + 1) if short[at: at + size] == word[:size]}
    return len(short) in reached
