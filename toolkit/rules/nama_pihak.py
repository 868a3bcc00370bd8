"""Nama pihak: nama dalam judul, komparisi dan tanda tangan menunjuk pihak yang sama.

Mengapa: teks yang disalin dari perjanjian lain meninggalkan nama pemerintah daerah, badan atau orang dari
perjanjian itu. Badan lain boleh disebut (pengadilan, bank, perangkat daerah, kementerian); di luar judul,
komparisi, tanda tangan dan definisi PIHAK yang disebut hanya badan asing yang diberi kewajiban atau anggaran.
Singkatan dianggap sama dengan kepanjangannya; PIHAK PERTAMA diterima.
Dasar: Permendagri 22/2020 Pasal 40 ayat (1) huruf b, Pasal 41 ayat (1) huruf b, Pasal 42 ayat (1) huruf b dan Lampiran
Contoh sesuai: judul, komparisi dan tanda tangan menyebut Pemerintah Kabupaten Magetan
Contoh tidak sesuai: judul menyebut Pemerintah Kabupaten Magetan, komparisi "atas nama Pemerintah Kabupaten Ngawi"
Perbaikan: tulis nama pihak yang sebenarnya di setiap tempat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.evidence.terbaca import Pihak
from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.nama_badan import KEPALA, PEMDA, khas, mungkin_sama, salah_satu
from toolkit.rules.orang import nama_polos
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import Teks, atas

ID = "nama-pihak"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
DASAR = "Permendagri 22/2020 Pasal 40 ayat (1) huruf b, Pasal 41 ayat (1) huruf b, Pasal 42 ayat (1) huruf b dan Lampiran"
SARAN = "Tulis nama pihak yang sebenarnya; periksa seluruh naskah untuk sisa dari perjanjian lain."
_ANGGARAN = re.compile(
    r"\banggaran\s+(?:pendapatan\s+dan\s+belanja\s+(?:daerah\s+)?)?(?P<nama>(?:Pemerintah|Balai|Badan|Kantor|Kementerian|Dinas|Universitas|PT|CV|Yayasan|Kepolisian|Kejaksaan|Lembaga)\b(?:\s+(?:[A-Z][\w&'’-]*|dan|di|&)){1,7})"
)
_IALAH = re.compile(r"\bPIHAK\s+(?P<sebutan>KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT)\s+(?:adalah|ialah)\s+", re.IGNORECASE)
_DISEBUT = re.compile(r"\bselanjutnya\s+di\s?sebut\b", re.IGNORECASE)


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from atas(perkara, periksa)


def periksa(teks: Teks) -> Iterator[Finding]:
    if not teks.perjanjian:
        return
    for party in teks.naskah.pihak:
        yield from list(_head(teks, party)) or _title(teks, party)
    yield from _signers(teks)
    yield from _body(teks)


def _finding(teks: Teks, place: int, what: str, severity: Severity = SEVERITY) -> Finding:
    return teks.temuan(ID, teks.berat(severity), f"{teks.tempat(place)}: {what}.", DASAR, SARAN)


def _head(teks: Teks, party: Pihak) -> Iterator[Finding]:
    """A head of region acts for his own region."""
    post, body = KEPALA.search(party.jabatan), PEMDA.search(party.badan)
    if post and body and not party.jabatan.casefold().startswith("kepala") and not mungkin_sama(post["nama"], body["nama"]):
        yield _finding(teks, party.paragraf, f"{party.tulisan} ialah {post[0]}, tetapi bertindak untuk dan atas nama {body[0]}")


def _title(teks: Teks, party: Pihak) -> Iterator[Finding]:
    """The body that a party acts for stands in the title. Only names of governments prove a
    difference; firms and offices have several names."""
    between = teks.naskah.judul.antara
    if not party.badan or not between or mungkin_sama(party.badan, between):
        return
    if salah_satu(party.badan, teks.pihak):
        return
    government = PEMDA.search(party.badan)
    shown = " ".join(between.split())
    if government and not mungkin_sama(government["nama"], between):
        yield _finding(teks, party.paragraf, f"{party.tulisan} bertindak atas nama {government[0]}, tetapi judul menyebut “{shown}”")
    else:
        yield _finding(teks, party.paragraf, f"{party.tulisan} bertindak atas nama {party.badan}, yang tidak dikenali dalam judul “{shown}”", Severity.WARNING)


def _signers(teks: Teks) -> Iterator[Finding]:
    """Whoever signs below a party is whom the komparisi presents for it. Only a table tells for sure
    which name belongs to which party, and a name that shares a word may be a misspelling."""
    parties = {one.sebutan: one for one in teks.naskah.pihak}
    signing = {nama_polos(line) for place in teks.naskah.ttd for line in place.baris}
    for place in teks.naskah.ttd:
        party = parties.get(place.sebutan)
        if party is None or not _person(party.nama) or not _person(place.nama):
            continue
        wanted, table = nama_polos(party.nama), teks.naskah.isi[place.paragraf].sel is not None
        if set(nama_polos(place.nama).split()) < set(wanted.split()) and teks.naskah.bacaan.jenis == "pdf":
            continue  # a name that a narrow column broke in two
        if wanted in {nama_polos(line) for line in place.baris} or (wanted in signing and not table):
            continue
        if set(khas(place.nama)) <= set(khas(f"{party.badan} {party.jabatan}")):
            continue
        shared = any(set(wanted.split()) & set(nama_polos(line).split()) for line in place.baris)
        proved = table and not shared and wanted not in signing and teks.naskah.bacaan.jenis == "docx"
        what = f"yang menandatangani untuk {place.tulisan} harus {party.nama} seperti dalam komparisi, tetapi tertulis {place.nama}"
        yield _finding(teks, place.paragraf, what, SEVERITY if proved else Severity.WARNING)


def _person(name: str) -> bool:
    return 2 <= len(nama_polos(name).split()) <= 6


def _body(teks: Teks) -> Iterator[Finding]:
    """Bodies that are no party and are given a budget, or a definition, in the articles."""
    known = (*teks.pihak, teks.naskah.judul.antara, *(name for one in teks.naskah.pihak for name in (one.badan, one.jabatan)))
    if not any(known):
        return
    defined = list(_definitions(teks))
    yield from (one for one, _ in defined)
    told = {name for _, name in defined}
    levels = {_tingkat(one) for name in known for one in PEMDA.finditer(name)}
    for place in range(*teks.naskah.batang):
        text = teks.naskah.isi[place].rapi
        for match in _ANGGARAN.finditer(text):
            if match["nama"] not in told and not salah_satu(match["nama"], known):
                told.add(match["nama"])
                yield _finding(teks, place, f"anggaran dibebankan kepada {match['nama']}, yang bukan pihak dalam naskah ini", Severity.WARNING)
        for match in PEMDA.finditer(text):
            if _tingkat(match) in levels and match[0] not in told and not mungkin_sama(match["nama"], " ".join(known)):
                told.add(match[0])
                yield _other(teks, place, match)


def _definitions(teks: Teks) -> Iterator[tuple[Finding, str]]:
    """An article that says who a party is must say whom the komparisi says; with the body it says."""
    parties = {one.sebutan: one for one in teks.naskah.pihak}
    for place in range(*teks.naskah.batang):
        text = teks.naskah.isi[place].rapi
        for match in _IALAH.finditer(text):
            named = match["sebutan"].upper()
            party, body = parties.get("KESATU" if named == "PERTAMA" else named), PEMDA.match(text[match.end():])
            known = PEMDA.search(party.badan) if party else None
            if party and body and known and not mungkin_sama(body["nama"], known["nama"]):
                yield _finding(teks, place, f"{match[0].strip()} {body[0]}, tetapi komparisi menyebut {known[0]}"), body[0]


def _tingkat(match: re.Match[str]) -> str:
    return match["tingkat"].casefold()[:4]


def _other(teks: Teks, place: int, match: re.Match[str]) -> Finding:
    text = teks.naskah.isi[place].rapi
    bound = re.match(r"\s+(?:wajib|berhak|berkewajiban|bertanggung|menyediakan|menanggung|melaksanakan|menugaskan|mempunyai)", text[match.end():])
    what = f"{match[0]} disebut, padahal bukan pihak dalam naskah ini"
    if bound or _DISEBUT.search(text[match.end(): match.end() + 40]):
        return _finding(teks, place, what, Severity.WARNING)
    return teks.catatan(ID, f"{teks.tempat(place)}: {what}; pastikan bukan sisa dari perjanjian lain.", DASAR, SARAN)
