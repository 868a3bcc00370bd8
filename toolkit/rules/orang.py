"""Persons as papers name them: titles, the same person twice, and the post of a head of region."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.model import JsonObject, Sop
from toolkit.rules.perkara import Perkara

_GELAR_DEPAN = re.compile(r"^(?:(?:prof|drs|dra|drg|drh|dr|ir|hj)(?:\.\s*|\s+)|(?:k\.\s*h|kh|h|apt|ns|hc)\.\s*)", re.IGNORECASE)
_GELAR_BELAKANG = re.compile(r"\s(?:[SM]\.[A-Z][A-Za-z]*\.?)+$")
_SEMENTARA = re.compile(r"^(?:pjs|pj|plt|plh|penjabat sementara|penjabat|pelaksana tugas|pelaksana harian)\.?\s+", re.IGNORECASE)


def gelar(nama: str) -> list[str]:
    """Titles that stand in a name: "Dr. Hj. Sri Wahyuni, S.H." has "Dr.", "Hj.", "S.H."."""
    found, rest = [], nama.strip()
    while match := _GELAR_DEPAN.match(rest):
        found.append(match[0].strip())
        rest = rest[match.end():]
    head, *tail = rest.split(",")
    behind = _GELAR_BELAKANG.search(head)
    return found + ([behind[0].strip()] if behind else []) + [one.strip() for one in tail if one.strip()]


def nama_polos(nama: str) -> str:
    """A name for comparison: without titles, dots, capitals and double spaces."""
    rest = nama.strip()
    while match := _GELAR_DEPAN.match(rest):
        rest = rest[match.end():]
    rest = _GELAR_BELAKANG.sub("", rest.split(",")[0])
    return " ".join(rest.replace(".", " ").casefold().split())


def sama(one: JsonObject, two: JsonObject) -> bool:
    """Whether two persons are one: by NIP where both have it, else by their plain names."""
    if one.get("nip") and two.get("nip"):
        return bool(one["nip"] == two["nip"])
    return bool(one.get("nama") and two.get("nama")) and nama_polos(one["nama"]) == nama_polos(two["nama"])


def jabatan_termasuk(jabatan: str, awal: Iterable[str]) -> bool:
    """Whether a post begins with one of some words, acting holders included; "a.n." never does."""
    plain = _SEMENTARA.sub("", jabatan.strip()).casefold()
    return any(re.match(rf"{re.escape(word.casefold())}\b", plain) for word in awal)


def pejabat_bernama(perkara: Perkara, orang: JsonObject) -> list[JsonObject]:
    return [one for one in perkara.kerja_sama.pejabat if sama(one, orang)]


def peran_pejabat(sop: Sop, pejabat: JsonObject) -> str | None:
    return pejabat.get("peran") or sop.peran(pejabat.get("pelaksana"))


def peran_orang(perkara: Perkara, orang: JsonObject, kepala: Iterable[str]) -> str | None:
    """The role of somebody on a paper. What the paper says of the post goes first: "kepala-daerah"
    or the actor's own role; "lain" for a post that is no head of region's; None if untold."""
    acting = perkara.sop.peran(orang.get("pelaksana"))
    title = orang.get("jabatan")
    if title is not None:
        if jabatan_termasuk(title, kepala):
            return "kepala-daerah"
        return acting if acting not in (None, "kepala-daerah") else "lain"
    if acting is not None:
        return acting
    known = [peran_pejabat(perkara.sop, one) for one in pejabat_bernama(perkara, orang)]
    return next((one for one in known if one), None)
