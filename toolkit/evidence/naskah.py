"""A reading turned into the facts of a naskah. Pure: no file, no law, no judgement."""

from __future__ import annotations

import re
from dataclasses import replace

from toolkit.evidence import (
    bilangan,
    jangka,
    judul,
    komparisi,
    rujukan,
    susunan,
    tandatangan,
    tanggal,
)
from toolkit.evidence.bacaan import Bacaan, Paragraf
from toolkit.evidence.terbaca import (
    DIDUGA,
    PASTI,
    Judul,
    NaskahTerbaca,
    Pihak,
    Rangkap,
    Tanggal,
    Ttd,
)

_PREMIS = re.compile(r"terlebih\s+dahulu\s+(?:menerangkan|menjelaskan)|menerangkan\s+hal|dengan\s+ini\s+(?:para pihak\s+)?(?:menerangkan|sepakat)", re.IGNORECASE)
_DISEBUT = re.compile(r"demikian(?:lah)?\s+(?:naskah\s+|surat\s+)?(?P<bentuk>[A-Z][\w/]*(?:\s+[A-Z][\w/]*){0,4})")


def naskah(bacaan: Bacaan) -> NaskahTerbaca:
    """The facts of one naskah, as far as they can be read."""
    isi = bacaan.isi
    heads = susunan.pasal(isi, bacaan.jenis == "pdf")
    after = heads[-1][0] if heads else 0
    closing = susunan.penutup(isi, after)
    attached = susunan.lampiran(isi, (closing if closing is not None else after) + 1)
    if closing is not None:
        heads = [one for one in heads if one[0] < closing]
    signs = tandatangan.tanda_tangan(isi, closing if closing is not None else (heads[-1][1] if heads else 0), _end(attached, isi))
    signing = signs[0].paragraf if signs and closing is None else None
    end = min((one for one in (closing, attached, signing) if one is not None), default=len(isi))
    articles = susunan.susun(isi, heads, end)
    first = articles[0].awal if articles else end
    opening = _opening(isi, first)
    parties = komparisi.pihak(isi, opening.paragraf if opening else 0, _until(isi, opening, first))
    signed = tuple(replace(one, nama=_known(one, parties) or one.nama) for one in signs)
    head = _certain(judul.judul(isi), isi, closing, bool(opening) or len(parties) > 1 or len(articles) > 2)
    held = {place: one for one in articles for place in range(one.awal, one.akhir)}
    return NaskahTerbaca(
        bacaan, head, articles, parties,
        tuple(_dates(isi, opening)),
        tuple(one for place in held if place >= held[place].isi for one in rujukan.rujukan(isi[place].rapi, place, held[place])),
        tuple(one for place, line in enumerate(isi) for one in bilangan.berpasangan(line.rapi, place)),
        tuple(one for place, line in enumerate(isi[:end]) for one in jangka.jangka(line.rapi, place)),
        _copies(isi, closing, articles[-1].awal if articles else 0, attached),
        tuple(one for place, line in enumerate(isi) for one in rujukan.peraturan(line.rapi, place)),
        signed, closing, attached,
    )


def _opening(isi: tuple[Paragraf, ...], first: int) -> Tanggal | None:
    for place in range(first):
        found = tanggal.pembuka(isi[place].rapi, place)
        if found is not None and (found.hari or found.nilai or found.kosong):
            return found
    return None


def _until(isi: tuple[Paragraf, ...], opening: Tanggal | None, first: int) -> int:
    """The parties stand between the opening and the premises."""
    start = opening.paragraf if opening else 0
    return next((place for place in range(start + 1, first) if _PREMIS.search(isi[place].rapi)), first)


def _dates(isi: tuple[Paragraf, ...], opening: Tanggal | None) -> list[Tanggal]:
    others = [one for place, line in enumerate(isi) for one in tanggal.berhari(line.rapi, place)]
    if opening is None:
        return others
    return [opening, *(one for one in others if one.paragraf != opening.paragraf)]


def _end(attached: int | None, isi: tuple[Paragraf, ...]) -> int:
    return attached if attached is not None else len(isi)


def _known(place: Ttd, parties: tuple[Pihak, ...]) -> str:
    """A line that is a name from the komparisi, titles and capitals aside."""
    names = {_bare(one.nama) for one in parties if len(one.nama.split()) > 1}
    return next((line for line in place.baris if _bare(line) in names), "")


def _bare(text: str) -> str:
    return re.sub(r"[^a-z ]", "", text.split(",")[0].casefold()).strip()


def _copies(isi: tuple[Paragraf, ...], closing: int | None, last: int, attached: int | None) -> Rangkap | None:
    """The closing states them; where there is none, the last article."""
    places = [closing] if closing is not None else []
    places += list(range(last, _end(attached, isi)))
    found = (jangka.rangkap(isi[place].rapi, place) for place in places)
    return next((one for one in found if one is not None), None)


def _certain(head: Judul, isi: tuple[Paragraf, ...], closing: int | None, agreed: bool) -> Judul:
    """A title with an opening, parties or articles under it is sure; without a title the closing
    may name the kind."""
    if head.bentuk is not None:
        return replace(head, kepastian=PASTI if agreed else DIDUGA)
    match = _DISEBUT.match(isi[closing].rapi) if closing is not None else None
    form = judul.bentuk(match["bentuk"]) if match and agreed else None
    return replace(head, bentuk=form, tulisan=match["bentuk"] if match and form else "")
