"""The head of a naskah: what it calls itself, between whom, about what, under which numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.evidence.bacaan import Paragraf
from toolkit.evidence.tanggal import PEMBUKA
from toolkit.evidence.terbaca import DIDUGA, Judul

# The printed word decides first; what it is in law depends on the kind of cooperation as well.
BENTUK = (
    ("addendum", r"add?endum|amandemen|amendemen|perubahan\s+(?:(?:ke\w+|pertama)\s+)?(?:atas|terhadap)\s+(?:perjanjian|kesepakatan|nota)|perjanjian\s+(?:perubahan|perpanjangan)"),
    ("kesepakatan-bersama", r"kesepakatan\s+bersama|kesepakatan\s+kerja\s?sama"),
    ("nota-kesepahaman", r"nota\s+kesepahaman|memorandum\s+(?:of\s+understanding|saling\s+pengertian)|mou\b|piagam\s+kerja\s?sama"),
    ("nota-kesepakatan", r"nota\s+kesepakatan"),
    ("perjanjian-kerja-sama", r"(?:surat\s+)?perjanjian\s+kerja\s?sama|pks\b|perjanjian\s+pelaksanaan"),
    ("kontrak", r"kontrak\s*/|kontrak\s+kerja\s?sama"),
    ("rencana-kerja", r"rencana\s+kerja\b"),
)
_AWALAN = r"(?:(?:rancangan|draft|draf|konsep|naskah|salinan|format)\s+)*"
_POLA = tuple((form, re.compile(rf"{_AWALAN}(?:{pattern})", re.IGNORECASE)) for form, pattern in BENTUK)
_POLA_RAPAT = tuple((form, re.compile(f"{_AWALAN}(?:{pattern})".replace(r"\s+", r"\s*"), re.IGNORECASE)) for form, pattern in BENTUK)
_NOMOR = re.compile(r"(?:nomor|no)\b\.?\s*(?:(?P<pihak>[^:]{0,40}):\s*|(?=\d[^\s:]*/))(?P<nomor>.*)", re.IGNORECASE)
_SEBARIS = re.compile(r"\s*(?:[,;]|\bdan\b)?\s*\b(?:nomor|no\.)[^:]{0,40}:\s*", re.IGNORECASE)
_TANPA_ANTARA = re.compile(r"(?:\W*\(\w+\))?\W*((?:pemerintah|kementerian|bupati|wali\s?kota|gubernur|dinas|badan|kantor|rumah\s+sakit|universitas|politeknik|sekolah|yayasan|koperasi|pt|cv)\b.*\b(?:dan|dengan)\b.*?)(?:\btentang\b|$)", re.IGNORECASE)
_KALIMAT = re.compile(r".{0,60}\bini\b.{0,60}\b(?:dibuat|ditandatangani)\b", re.IGNORECASE)
# Papers that speak of agreements in their title, and what comes after "tentang".
_LAIN = re.compile(
    r"(?:lampiran\s+)?(?:(?:peraturan|keputusan|instruksi)\s+(?:bersama\s+)?(?:bupati|wali\s?kota|gubernur|daerah|menteri|kepala|sekretaris|direktur|ketua|dewan)|surat\s+(?:edaran|perintah|kuasa|keterangan|tugas|undangan)|"
    r"berita\s+acara|notul\w+|risalah|laporan|kerangka\s+acuan|nota\s+dinas|telaahan|tanda\s+terima|daftar\s+hadir|lembar\s+disposisi|menimbang)\b(?!.*\bantara\b)|(?:tentang|perihal|hal)\s*:?\s*$",
    re.IGNORECASE,
)
_BATAS = 30
_BARIS_MAKS = 25


def judul(isi: Sequence[Paragraf]) -> Judul:
    """The title block. Without one the naskah is told by what it says later, or not at all."""
    for place, one in enumerate(isi[:_BATAS]):
        if _LAIN.match(one.rapi):
            break
        form = _form(_rapat(one))
        if form and _titled(isi, place):
            return _block(isi, place, *form)
        if PEMBUKA.match(one.rapi):
            break
    return Judul(kepastian=DIDUGA)


def _rapat(one: Paragraf) -> str:
    """A line without the spaces between its letters ("N O T A   K E S E P A K A T A N")."""
    words = re.split(r"\s{2,}", one.teks.strip())
    spaced = [bool(re.fullmatch(r"\S(?:\s\S)+", word)) for word in words]
    return " ".join(re.sub(r"\s", "", word) for word in words) if all(spaced) else one.rapi


def bentuk(text: str) -> str | None:
    """The kind that a phrase names ("Perjanjian Kerja Sama"), else None."""
    found = _form(text)
    return found[0] if found else None


def _form(text: str) -> tuple[str, str] | None:
    patterns = _POLA if " " in text else _POLA_RAPAT
    matches = ((form, pattern.match(text)) for form, pattern in patterns)
    return next(((form, match[0]) for form, match in matches if match), None)


def _titled(isi: Sequence[Paragraf], place: int) -> bool:
    """Stands like a title, or is followed by "antara": a sentence may begin with the same words."""
    one = isi[place]
    text, after = one.rapi, [other.rapi.casefold() for other in isi[place + 1: place + 6]]
    if text.endswith((".", ";", ":")) or len(text) > 400:
        return False
    follows = any(other.startswith(("antara", "tentang", "nomor")) for other in after)
    return text.isupper() or follows or bool(re.search(r"\bantara\b.*\btentang\b", text, re.IGNORECASE))


def _block(isi: Sequence[Paragraf], place: int, form: str, written: str) -> Judul:
    end = place + 1
    while end < min(len(isi), place + _BARIS_MAKS) and not _ends(isi[end]):
        end += 1
    lines = [_rapat(one) for one in isi[place:end]]
    numbers = tuple(one.strip() for match in map(_NOMOR.match, lines) if match for one in _SEBARIS.split(match["nomor"]) if one.strip())
    words = " ".join(line for line in lines if not _NOMOR.match(line))
    between = re.search(r"\bantara\b\s*:?\s*(.*?)(?:\btentang\b|$)", words, re.IGNORECASE) or _TANPA_ANTARA.match(words[len(written):])
    about = re.search(r"\btentang\b\s*:?\s*(?:/\s*(?:concerning|regarding|on)\b\s*)?(.*)", words, re.IGNORECASE)
    return Judul(
        form, written.strip(" /"), DIDUGA, between[1].strip() if between else "", about[1].strip() if about else "", numbers, place, end,
    )


def _ends(one: Paragraf) -> bool:
    text = one.rapi
    return bool(PEMBUKA.search(text[:60]) or _KALIMAT.match(text)) or re.match(r"pasal\b|yang\s+bertanda|kami\b|perjanjian ini|para pihak", text, re.IGNORECASE) is not None or len(text) > 400
