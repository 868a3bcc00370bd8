"""Places for signatures: whose, on which side of the page, and the name below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from toolkit.evidence.bacaan import Paragraf, Sel
from toolkit.evidence.komparisi import SEBUTAN, baku
from toolkit.evidence.terbaca import Ttd

_SEBUTAN = re.compile(rf"(?:untuk\s+|atas\s+nama\s+)?{SEBUTAN}\s*[,.:;]?", re.IGNORECASE)
_PISAH = re.compile(r"\t+|\s{4,}")
_BUKAN_NAMA = re.compile(
    r"(?:bupati|wali\s?kota|gubernur|wakil|kepala|direktur|ketua|rektor|dekan|sekretaris|menteri|camat|lurah|pimpinan|manajer|manager|general|plt|plh|pj|pjs|penjabat|"
    r"a\.?n\.?\s|u\.?b\.?\s|selaku|atas nama|pembina|penata|pengatur|juru|nip|nik|nrp|nidn|nuptk|npwp|pangkat|gol|jabatan|nama|meterai|materai|ttd|tanda\s?tangan|stempel|cap|rp|10\.?000|6\.?000|"
    r"pemerintah|pt\b|cv\b|dinas|badan|kantor|universitas|rumah sakit|yayasan|koperasi|perum|kementerian|kabupaten|kota|provinsi|pihak|saksi|mengetahui|bank|cabang|divisi|asisten|inspektur|"
    r"president|presiden|chief|vice|branch|regional)\b",
    re.IGNORECASE,
)


def tanda_tangan(isi: Sequence[Paragraf], awal: int, akhir: int) -> tuple[Ttd, ...]:
    """Signature places in paragraphs `awal` to before `akhir`."""
    labels: list[tuple[int, int, int, re.Match[str]]] = []
    for place in range(awal, akhir):
        pieces = _pieces(isi[place])
        matches = [_SEBUTAN.fullmatch(piece) for piece in pieces]
        labels += [(place, column, len(pieces), match) for column, match in enumerate(matches) if match]
    return _beside(isi, [_place(isi, labels, number, akhir) for number in range(len(labels))])


def _beside(isi: Sequence[Paragraf], places: list[Ttd]) -> tuple[Ttd, ...]:
    """Two in one row of a table are left and right, however wide their cells are."""
    rows = [(one.sel.tabel, one.sel.baris) if (one := isi[place.paragraf]).sel else None for place in places]
    if len(places) == 2 and rows[0] is not None and rows[0] == rows[1] and places[0].paragraf != places[1].paragraf:
        return replace(places[0], sisi="kiri"), replace(places[1], sisi="kanan")
    return tuple(places)


def _pieces(one: Paragraf) -> list[str]:
    return [piece.strip() for piece in _PISAH.split(one.teks.strip()) if piece.strip()]


def _place(isi: Sequence[Paragraf], labels: Sequence[tuple[int, int, int, re.Match[str]]], number: int, end: int) -> Ttd:
    place, column, count, match = labels[number]
    one = isi[place]
    later = [other[0] for other in labels[number + 1:] if other[0] > place]
    stop = min(later, default=end)
    if one.sel is not None:
        lines = _in_cell(isi, place, one.sel, end)
    elif count > 1:
        lines = [line for other in isi[place + 1: stop] if (line := _tabbed(other, column, count))]
    else:
        lines = [other.rapi for other in isi[place + 1: stop]]
    written = " ".join(match[0].strip(" ,.:;").upper().split())
    return Ttd(baku(match["sebutan"]), written, _side(one, column, count), tuple(lines), place, nama(lines))


def _tabbed(one: Paragraf, column: int, count: int) -> str:
    """What stands in a column set with tabs; a line of fewer pieces begins at the left unless tabs
    lead it."""
    pieces = _pieces(one)
    if len(pieces) == count:
        return pieces[column]
    own = count - 1 if one.teks[:1] in {"\t", " "} else 0
    return pieces[0] if len(pieces) == 1 and column == own else ""


def _in_cell(isi: Sequence[Paragraf], place: int, sel: Sel, end: int) -> list[str]:
    """Lines of the same cell, and of cells below it in the same table."""
    lines: list[str] = []
    for other in isi[place + 1: end]:
        where = other.sel
        if where is None or where.tabel != sel.tabel:
            if sel.tabel >= 0:
                break
            continue
        if abs(where.tengah - sel.tengah) < 0.2 and where.baris >= sel.baris:
            if _SEBUTAN.fullmatch(other.rapi):
                break
            lines.append(other.rapi)
    return lines


def _side(one: Paragraf, column: int, count: int) -> str:
    if one.sel is not None and one.sel.kanan - one.sel.kiri < 0.8:
        return "kiri" if one.sel.tengah < 0.45 else "kanan" if one.sel.tengah > 0.55 else "tengah"
    if count == 2:
        return ("kiri", "kanan")[column]
    return {"right": "kanan", "end": "kanan"}.get(one.rata, "")


def nama(lines: Sequence[str]) -> str:
    """The line that is a person's name: the last that is no post, rank, number, stamp or blank."""
    kept = [line for line in lines if re.search(r"[^\W\d_]{2}", line) and not _BUKAN_NAMA.match(line.strip("( ")) and not re.search(r"nama\s+tanpa\s+gelar", line, re.IGNORECASE)]
    return kept[-1].strip("()_. ") if kept else ""
