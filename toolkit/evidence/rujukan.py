"""Mentions of articles: of this text, or of laws and other papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.evidence.terbaca import Pasal, Peraturan, Rujukan

_RUJUKAN = re.compile(r"\bpasal\s+(?P<pasal>\d{1,4})(?P<huruf>[A-Z])?\b(?P<ayat>\s*(?:,\s*)?ayat\s*\(\s*(?P<no>\d{1,2})\s*[a-z]?\))?|\bayat\s*\(\s*(?P<sendiri>\d{1,2})\s*[a-z]?\)", re.IGNORECASE)
_NASKAH = r"(?:perjanjian|kesepakatan|nota|pks|kontrak|add?endum|mou|memorandum|naskah)"
_INI = re.compile(rf"\W*(?:huruf\s+\w\W*|angka\s+\d+\W*)?(?:dari|dalam|pada|di)?\s*{_NASKAH}\b(?:\s+\w+){{0,4}}?\s+ini\b", re.IGNORECASE)
_SENDIRI = re.compile(r"\W*(?:huruf\s+\w\W*|angka\s+\d+\W*)?(?:di\s+atas|tersebut\s+di\s+atas|di\s+bawah)\b", re.IGNORECASE)
HUKUM = re.compile(
    r"\b(?:undang-undang|undang\s+undang|uud|uu|peraturan\s+(?:direksi|direktur|bersama|rektor|desa|dewan|ketua|komisi|internal|tata|pemerintah|presiden|menteri|daerah|bupati|wali|gubernur|kepala|badan|lembaga|otoritas|bank|mahkamah|perusahaan|lkpp|kpk)|pp|perpres|perda|perbup|"
    r"perwal\w*|pergub|permen\w*|perka|pmk|kitab|kuh\w*|kuh-?per\w*|b\.?w\.?|bw|burgerlijk|hir|rbg|keputusan|kepmen\w*|keppres|instruksi|inpres|surat\s+edaran|konvensi|qanun|statuta|"
    r"anggaran\s+dasar|ad/art|akta|reglement\w*|staatsblad|statuten|pojk|ojk)\b",
    re.IGNORECASE,
)
_LAIN = re.compile(rf"\W*(?:huruf\s+\w\W*|angka\s+\d+\W*)?(?:dari|dalam|pada|di)?\s*{_NASKAH}\b(?!\s+(?:\w+\s+){{0,3}}ini\b)", re.IGNORECASE)
_BERNAMA = re.compile(r"\s+(?!(?:PIHAK|PARA|Pihak|Para|Pasal|PASAL|Ayat|Huruf|Angka|Dan|Atau|Serta|Tersebut|Ini|KESEPAKATAN|PERJANJIAN|NOTA)\b)[A-Z]\w+")  # another paper's, by its name
_SAMBUNG = re.compile(r"[\s,]*(?:dan|atau|serta|sampai\s+dengan|s\.?\s?d\.?|jo\.?|juncto|dan/atau)?[\s,]*$", re.IGNORECASE)
_BESAR = 100
_JAUH = 160

_PERATURAN = re.compile(
    r"\b(?P<jenis>Undang-Undang|Peraturan\s+(?:Pemerintah(?:\s+Pengganti\s+Undang-Undang)?|Presiden|Menteri\s+[A-Za-z][A-Za-z ,]*?|Daerah\s+[A-Za-z][A-Za-z ]*?|Bupati\s+[A-Za-z ]+?|Gubernur\s+[A-Za-z ]+?)|"
    r"Permendagri|Permen[a-zA-Z]*|Perpres|PP|UU)(?:\s+(?:Republik\s+Indonesia|R\.?I\.?))?\s*(?:Nomor|No\.?|Nomer)?\s*:?\s*(?P<nomor>\d{1,3})\s*(?:Tahun|Thn\.?|Th\.?|/)\s*(?P<tahun>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)


def peraturan(text: str, paragraf: int) -> Iterator[Peraturan]:
    """Laws cited by number and year."""
    for match in _PERATURAN.finditer(text):
        yield Peraturan(" ".join(match["jenis"].split()), match["nomor"], match["tahun"], match[0], paragraf)


def rujukan(text: str, paragraf: int, held: Pasal | None) -> Iterator[Rujukan]:
    """Mentions of articles and ayat in one paragraph of an article."""
    body = re.sub(r"^\s*\(\d{1,2}\)", lambda match: " " * len(match[0]), text)
    matches = list(_RUJUKAN.finditer(body))
    doubtful = bool(matches) and (HUKUM.search(body) is not None or _papers(body))
    owners = _owners(body, matches, doubtful)
    chain: tuple[int | None, str] | None = None
    for place, match in enumerate(matches):
        linked = place > 0 and _SAMBUNG.fullmatch(body[matches[place - 1].end(): match.start()]) is not None
        if match["pasal"]:
            chain = (int(match["pasal"]), owners[place])
            yield Rujukan(chain[0], int(match["no"]) if match["no"] else None, match[0], paragraf, "luar" if match["huruf"] else chain[1])
        else:
            chain = chain if linked else None
            yield _ayat(body, matches, owners, place, paragraf, chain, doubtful)


def _ayat(
    body: str, matches: Sequence[re.Match[str]], owners: Sequence[str], place: int, paragraf: int, chain: tuple[int | None, str] | None, doubtful: bool
) -> Rujukan:
    match = matches[place]
    number = int(match["sendiri"])
    if chain is not None:
        return Rujukan(chain[0], number, match[0], paragraf, chain[1])
    of = re.match(r"\s*(?:huruf\s+\w\s*)?pasal\s+(\d{1,4})(?![A-Z])\b", _after(body, match), re.IGNORECASE)
    if of:
        owner = owners[place + 1] if place + 1 < len(matches) and matches[place + 1]["pasal"] else "ragu"
        return Rujukan(int(of[1]), number, f"{match[0]} {of[0].strip()}", paragraf, owner)
    formula = re.search(r"dimaksud\s+(?:pada|dalam)\s+(?:\(\s*)?$", body[max(0, match.start() - 40): match.start()], re.IGNORECASE)
    sure = not doubtful or (formula is not None and HUKUM.search(body) is None)
    return Rujukan(None, number, match[0], paragraf, "sendiri" if sure else "ragu")


def _owners(body: str, matches: Sequence[re.Match[str]], doubtful: bool) -> list[str]:
    """Whose article each mention is: mentions joined by "dan" belong to what follows the last one."""
    owners = [""] * len(matches)
    for place in range(len(matches) - 1, -1, -1):
        match = matches[place]
        joined = place + 1 < len(matches) and _SAMBUNG.fullmatch(_between(body, match, matches[place + 1])) is not None
        owners[place] = owners[place + 1] if joined else _owner(_after(body, match), doubtful)
        if match["pasal"] and int(match["pasal"]) > _BESAR:
            owners[place] = "luar"
    return owners


def _owner(after: str, doubtful: bool) -> str:
    """What follows a mention says whose it is; a law or another paper elsewhere leaves it open."""
    if _INI.match(after) or _SENDIRI.match(after):
        return "sendiri"
    near = re.match(r"\W*(?:huruf\s+\w+\W*|angka\s+\d+\W*)*(?:dari|dalam|pada|di)?\W*", after, re.IGNORECASE)
    if HUKUM.match(after[near.end() if near else 0:]) or _LAIN.match(after):
        return "luar"
    return "ragu" if doubtful or _BERNAMA.match(after) else "sendiri"


def _after(body: str, match: re.Match[str]) -> str:
    return body[match.end(): match.end() + _JAUH]


def _between(body: str, one: re.Match[str], two: re.Match[str]) -> str:
    between = body[one.end(): two.start()]
    return re.sub(r"^\W*(?:huruf\s+\w|angka\s+\d+)+", "", between, flags=re.IGNORECASE) if len(between) < _JAUH else between[:_JAUH]


def _papers(body: str) -> bool:
    """Whether another agreement is spoken of: its articles may be meant."""
    named = re.finditer(r"\b(?:perjanjian|kesepakatan\s+bersama|nota\s+kesepa\w+|kontrak|mou)\b(?P<sisa>(?:\s+[\w-]+){0,5})", body, re.IGNORECASE)
    return any(not re.search(r"\bini\b", one["sisa"], re.IGNORECASE) and re.search(r"\b(nomor|tanggal|induk|tersebut|dimaksud|antara)\b", one["sisa"], re.IGNORECASE) for one in named)
