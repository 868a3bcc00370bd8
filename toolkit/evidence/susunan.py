"""Where the parts of a naskah are: its articles, its closing, its attachments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.evidence.bacaan import Paragraf, Sel
from toolkit.evidence.bilangan import nilai
from toolkit.evidence.terbaca import Pasal

_PASAL = re.compile(r"pasal\s+(?P<nomor>\d{1,3}(?:\s?[A-Z](?!\w))?(?!\w)|[IVXLC]{1,6}(?!\w)|(?:[a-z]+(?:\s+(?:belas|puluh))?(?:\s+[a-z]+)?))(?P<pisah>\s*[.:)\-–—]*\s*)(?P<sisa>.*)", re.IGNORECASE)
_HUKUM = re.compile(r"(?:ayat|huruf|angka|undang|peraturan|uu\b|pp\b|perpres\b|permen|kitab|kuh|jo\b|dan\s+pasal|dalam|perjanjian|tersebut|ini\b|di\s+atas)", re.IGNORECASE)
_AYAT = re.compile(r"\(\s*(\d{1,2})\s*\)")
_NOMOR = re.compile(r"(\d{1,2})[.)](?=\s|$)")
_BUTIR = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_PENUTUP = re.compile(r"demikian(?:lah)?\b", re.IGNORECASE)
_LAMPIRAN = re.compile(r"lampiran\b(?:\s*(?:[IVX\d]+|:|nota|perjanjian|kesepakatan|mou|pks|addendum)\b|\s*:|\s*$)|rencana\s+kerja\s*$|rencana\s+kerja\b(?=[^.;]*$)", re.IGNORECASE)
_MEDAN_SURAT = re.compile(r"lampiran\s*:\s*(?:[-–—]|\d|satu\b|dua\b|tiga\b|se\w)", re.IGNORECASE)
_BAB = re.compile(r"(?:bab|bagian)\s+(?:[IVXLC]{1,6}|\d{1,2}|ke\w+|pertama)\W*(?P<judul>.*)", re.IGNORECASE)
_ROMAWI = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_KECIL = {"dan", "atau", "serta", "di", "ke", "dari", "untuk", "dengan", "yang", "para", "pada", "atas", "dalam", "dan/atau"}


def pasal(isi: Sequence[Paragraf], pdf: bool) -> list[tuple[int, int, str, str]]:
    """Headings in order: first paragraph, first paragraph of the content, number, title."""
    heads: list[tuple[int, int, str, str]] = []
    chapter = ""
    for place, one in enumerate(isi):
        match = _head(isi, place, pdf)
        if match is None or (heads and place < heads[-1][1]):
            continue
        title, content = "" if _spelt(match) else _strip(match["sisa"]), place + 1
        if not title:
            title, content = _title(isi, place + 1, one.sel)
        begin, chapter = _chapter(isi, place, heads[-1][1] if heads else 0) or (place, chapter)
        heads.append((begin, content, match["nomor"].strip(), title or chapter))
    return heads


def penutup(isi: Sequence[Paragraf], after: int) -> int | None:
    """The closing sentence: the first "Demikian …" after the last article that speaks of the naskah."""
    for place in range(after, len(isi)):
        text = isi[place].rapi
        if _PENUTUP.match(text) and re.search(r"\bini\b|dibuat|ditanda|disepakati|diperbuat", text, re.IGNORECASE):
            return place
    return None


def lampiran(isi: Sequence[Paragraf], after: int) -> int | None:
    for place in range(after, len(isi)):
        text = isi[place].rapi
        beside = isi[place + 1].rapi if place + 1 < len(isi) else ""
        field = _MEDAN_SURAT.match(text) or beside.startswith(":")
        if len(text) < 500 and _LAMPIRAN.match(text) and not field and not re.search(r"[;.]$|merupakan|adalah|sebagaimana", text):
            return place
    return None


def susun(isi: Sequence[Paragraf], heads: Sequence[tuple[int, int, str, str]], end: int) -> tuple[Pasal, ...]:
    """Articles with their ayat, up to where the closing or an attachment begins."""
    kept = [one for one in heads if one[0] < end]
    ends = [*(one[0] for one in kept[1:]), end][: len(kept)]
    return tuple(
        Pasal(bilangan(number), f"Pasal {number}", title, first, content, last, _ayat(isi[content:last]))
        for (first, content, number, title), last in zip(kept, ends, strict=True)
    )


def bilangan(text: str) -> int | None:
    """"5", "V" or "lima" as a number; "5A" is none."""
    if text.isdecimal():
        return int(text)
    plain = text.casefold()
    if plain and set(plain) <= _ROMAWI.keys():
        values = [_ROMAWI[letter] for letter in plain]
        return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    ordinal = re.sub(r"^ke(?=[a-z])", "", plain)
    return 1 if plain == "pertama" else nilai(ordinal)


def _chapter(isi: Sequence[Paragraf], place: int, after: int) -> tuple[int, str] | None:
    """Where a BAB right above an article begins, and its title, which its articles share."""
    for begin in range(max(after, place - 3), place):
        match = _BAB.fullmatch(isi[begin].rapi)
        lines = [match["judul"], *(one.rapi for one in isi[begin + 1: place])] if match else []
        if lines and all(not line or line.isupper() or _title_case(line) for line in lines):
            return begin, _strip(" ".join(line for line in lines if line))
    return None


def _head(isi: Sequence[Paragraf], place: int, pdf: bool) -> re.Match[str] | None:
    one = isi[place]
    match = _PASAL.fullmatch(one.rapi.strip("“”\"' "))
    if match is None or _quoting(one.rapi) or (bilangan(match["nomor"]) is None and not re.fullmatch(r"\d+\s?[A-Z]", match["nomor"])):
        return None
    rest = match["sisa"]
    if rest and not _spelt(match) and not _heading(rest, bool(match["pisah"].strip()) or one.tebal or one.rata == "center"):
        return None
    if not rest and one.rapi.endswith((".", ",", ";")) and not one.label:
        return None
    return match if not pdf or rest or _stands_alone(isi, place) else None


def _spelt(match: re.Match[str]) -> bool:
    """"Pasal 1 (Satu)": its number again, and no title."""
    return match["sisa"].startswith("(") and bilangan(_strip(match["sisa"])) is not None


def _quoting(text: str) -> bool:
    """Begins what another paragraph ends: an article of the naskah that is being changed."""
    return text[:1] in "“\"" and not text.rstrip(" .;").endswith(("”", '"'))


def _stands_alone(isi: Sequence[Paragraf], place: int) -> bool:
    """In a PDF the end of a wrapped sentence may look like a heading."""
    before = isi[place - 1].rapi if place else ""
    after = isi[place + 1].rapi if place + 1 < len(isi) else ""
    return before.rstrip("”\"").endswith((".", ";", ":")) or before.isupper() or after.isupper() or bool(_AYAT.match(after))


def _heading(text: str, marked: bool) -> bool:
    plain = _strip(text)
    if _HUKUM.match(plain) or text.rstrip(" \"”").endswith((".", ";", ",")) or len(plain.split()) > 14 or not plain:
        return False
    return plain.isupper() or (marked and _title_case(plain))


def _title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if word.casefold() not in _KECIL]
    return bool(words) and all(word[0].isupper() for word in words)


def _title(isi: Sequence[Paragraf], place: int, head: Sel | None) -> tuple[str, int]:
    """The title below a number, or in the next cell: one line, or two in capitals; and where the
    content begins."""
    lines: list[str] = []
    beside = isi[place].sel if place < len(isi) else None
    if head and beside and (beside.tabel, beside.baris) == (head.tabel, head.baris) and beside.kolom > head.kolom and _heading(isi[place].rapi, True):
        return _strip(isi[place].rapi), place + 1
    while place < len(isi) and len(lines) < 3 and _is_title(isi[place], bool(lines)):
        lines.append(_strip(isi[place].rapi))
        place += 1
    return " ".join(lines), place


def _is_title(one: Paragraf, more: bool) -> bool:
    text = one.rapi
    if _BUTIR.match(text) or text.endswith((".", ";", ",")) or len(text.split()) > 14 or re.match(r"pasal\s+[\dIVX]", text, re.IGNORECASE):
        return False
    if _strip(text).isupper():
        return not more or one.label == ""
    return not more and (one.tebal or one.rata == "center" or text.startswith("(")) and _title_case(text) and not text.endswith(":")


def _strip(text: str) -> str:
    return text.strip(" \t()“”\"':-–—.").strip()


def _ayat(isi: Sequence[Paragraf]) -> tuple[int, ...]:
    found = tuple(int(match[1]) for match in (_AYAT.match(one.rapi) for one in isi) if match)
    if found:
        return found
    return tuple(int(match[1]) for match in (_NOMOR.match(one.rapi) for one in isi) if match)
