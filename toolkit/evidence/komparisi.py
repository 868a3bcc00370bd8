"""The parties as the opening presents them, however it lays them out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.evidence.bacaan import Paragraf
from toolkit.evidence.tanggal import PEMBUKA
from toolkit.evidence.terbaca import Pihak

URUTAN = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN", "KESEPULUH", "KESEBELAS", "KEDUA BELAS")
_LAIN = {"PERTAMA": "KESATU", "I": "KESATU", "II": "KEDUA", "III": "KETIGA", "IV": "KEEMPAT", "V": "KELIMA", "1": "KESATU", "2": "KEDUA", "3": "KETIGA", "4": "KEEMPAT", "5": "KELIMA"}
SEBUTAN = rf"PIHAK\s+(?P<sebutan>{'|'.join((*reversed(URUTAN), 'PERTAMA', 'III', 'II', 'IV', 'I', 'V', '[1-5]'))})\b"
_SEBUT = re.compile(rf"di\s?sebut\s+(?:juga\s+|sebagai\s+|dengan\s+|:\s*)*[\"“”'‘’«(]*\s*{SEBUTAN}", re.IGNORECASE)
_BADAN = re.compile(
    r"(?:atas\s+nama(?:\s+serta\s+(?:sah\s+)?mewakili)?|mewakili(?:\s+untuk\s+dan\s+atas\s+nama)?)\s+(?P<badan>[A-Z].{0,200}?)"
    r"(?=\s*(?:,|;|\.\s|\.$|\(|$)|\s+(?:selanjutnya|yang|berdasarkan|berkedudukan|beralamat|dalam\s+hal|untuk\s+selanjutnya|sesuai|di\s?sebut)\b)",
)
_NAMA = re.compile(r"\bNama\b(?:\s+Lengkap)?\s*:\s*(?P<nama>.{1,120}?)\s*(?=[,;]?\s*(?:(?:[IVX]{1,4}|\d{1,2}|[a-z])[.)]\s*)?\b(?:NIP|NIK|Jabatan|Pangkat|Alamat|Tempat|Pekerjaan|Kedudukan|Berkedudukan|Nomor|No|Selaku)\b[^:]{0,30}:|$)", re.IGNORECASE)
_JABATAN = re.compile(r"\bJabatan\b[^:]{0,20}:\s*(?P<jabatan>.{1,160}?)\s*(?=[,;]|(?:\b(?:[IVX]{1,4}|\d{1,2}|[a-z])[.)]\s*)?\b(?:Alamat|NIP|Pangkat|Berkedudukan|berkedudukan|dalam hal|(?:untuk\s+|yang\s+)?selanjutnya|bertindak)\b|$)", re.IGNORECASE)
_WAKIL = re.compile(r"diwakili\s+oleh\s+(?P<nama>[^,;]{1,120}?)(?=\s*(?:,|;|selaku|sebagai|dalam\s+(?:jabatan|kedudukan|hal))\b|\s*,)(?:.{0,300}?(?:selaku|sebagai|jabatannya\s+selaku)\s+(?P<jabatan>[^,;]+))?", re.IGNORECASE)
_LABEL = re.compile(r"^[\s.;,:]*(?:dan\s+)?(?:(?:[IVX]{1,4}|\d{1,2}|[a-zA-Z])[.)]|(?:I{1,3}|IV|V)(?=\s))\s*")
_JEDA = re.compile(r",|\b(?:yang\s+)?ber(?:kedudukan|alamat|dasarkan)\b|\bdalam hal\b", re.IGNORECASE)
_BUKA = re.compile(r"di\s?bawah\s+ini(?:\s*,?\s*masing-masing)?\s*:?|oleh\s+dan\s+antara\s*:?", re.IGNORECASE)
MAKS = 4_000  # of what is said of one party
_ORGANISASI = re.compile(r"(?:PT|CV|UD|Pemerintah|Perum\w*|Dinas|Badan|Kantor|Kementerian|Universitas|Yayasan|Koperasi|Rumah|Bank|Perusahaan|Lembaga)\b", re.IGNORECASE)


def baku(sebutan: str) -> str:
    """"PERTAMA" and "I" as KESATU, the regulation's word."""
    plain = " ".join(sebutan.upper().split())
    return _LAIN.get(plain, plain)


def pihak(isi: Sequence[Paragraf], awal: int, akhir: int) -> tuple[Pihak, ...]:
    """Parties defined in paragraphs `awal` to before `akhir`; a designation counts once."""
    text, starts = "", []
    for place in range(awal, akhir):
        starts.append((len(text), place))
        text += f"{isi[place].rapi}{_after(isi, place)}"
    found: dict[str, Pihak] = {}
    opened = _BUKA.search(text)
    begin = opened.end() if opened else (starts[1][0] if len(starts) > 1 and PEMBUKA.search(isi[awal].rapi) else 0)
    for match in _SEBUT.finditer(text):
        name = baku(match["sebutan"])
        if name not in found and match.start() >= begin:
            place = max((where for offset, where in starts if offset <= match.start()), default=awal)
            found[name] = _party(name, match, text[begin: match.start()], place)
        begin = match.end()
    return tuple(found.values())


def _after(isi: Sequence[Paragraf], place: int) -> str:
    """What stands between a paragraph and the next: cells of one row tell a name from a post."""
    one, two = isi[place], isi[place + 1] if place + 1 < len(isi) else None
    if one.sel is None or two is None or two.sel is None or (one.sel.tabel, one.sel.baris) != (two.sel.tabel, two.sel.baris) or one.sel.kolom == two.sel.kolom:
        return " "
    if re.fullmatch(r"[IVX]{1,4}|\d{1,2}|[a-zA-Z]", one.rapi):
        return ". "
    return " " if two.rapi.startswith(":") or one.rapi.endswith((":", ".", ")")) else " : "


def _party(name: str, match: re.Match[str], text: str, place: int) -> Pihak:
    block = " ".join(_LABEL.sub("", text.strip(" \"”’.,;")[:MAKS]).split())
    person, post = _person(block)
    bodies = _BADAN.findall(block)
    body = _plain(bodies[-1]) if bodies else (_plain(block.split(",")[0]) if _ORGANISASI.match(block) else "")
    return Pihak(name, " ".join(f"PIHAK {match['sebutan']}".upper().split()), person, post, body, block, place)


def _person(block: str) -> tuple[str, str]:
    """Name and post, by the three ways in which openings present a person; empty if none fits."""
    named, post = _NAMA.search(block[:400]), _JABATAN.search(block)
    if named:
        return _plain(named["nama"]), _plain(post["jabatan"]) if post else ""
    represented = _WAKIL.search(block)
    if represented and _ORGANISASI.match(block):
        return _plain(represented["nama"]), _plain(represented["jabatan"] or "")
    head, colon, rest = block.partition(":")
    if colon and len(head) <= 80:
        return _plain(head), _plain(_JEDA.split(rest)[0])
    head, _, rest = block.partition(",")
    if 0 < len(head.split()) <= 6 and not _ORGANISASI.match(head):
        return _plain(head), _plain(re.sub(r"^\s*(?:selaku|sebagai|jabatan)\s+", "", _JEDA.split(_skip_titles(rest))[0]))
    return "", ""


def _skip_titles(text: str) -> str:
    """ " S.H., M.Si., Bupati …" → "Bupati …"."""
    return re.sub(r"^(?:\s*(?:[A-Z][A-Za-z]{0,3}\.)+[A-Za-z]*\.?\s*,)+", "", text)


def _plain(text: str) -> str:
    """A name or post without its punctuation; a place still to be filled says nothing."""
    if re.search(r"nama\s+tanpa\s+gelar|[.…_]{3,}|…|\{\{", text, re.IGNORECASE):
        return ""
    return " ".join(text.split()).strip(" .,;:“”\"'*")
