"""Rows of lists: archive, copies, recapitulation, trail. What does not apply is a dash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from toolkit.drafting import parties, words
from toolkit.drafting.filters import TIDAK_ADA
from toolkit.drafting.material import Bahan, nomor_sebaris
from toolkit.drafting.named import asal, sebutan_bentuk
from toolkit.drafting.nodes import Node, ada


def perjanjian(bahan: Bahan) -> list[Node]:
    """Agreements of the case: instances that parties sign, in the SOP's order of kinds. A form
    about one kind (`data.naskah`) lists that one only."""
    only = bahan.naskah.data.get("naskah")
    kinds = {one.id: place for place, one in enumerate(bahan.sop.naskah) if one.ditandatangani_pada or len(one.penanda_tangan) > 1}
    held = [one for one in bahan.butir("naskah") if one.get("jenis") in kinds and only in (None, one["jenis"]) and one.get("status") != "batal"]
    signed = [one for one in held if ada(one.get("ttd")) or ada(one.get("nomor"))]
    return sorted(dimaksud(bahan, signed), key=lambda one: kinds[one["jenis"]])


def dimaksud(bahan: Bahan, held: list[Node]) -> list[Node]:
    """Those of some naskah that this document's own facts name, by id or by partner; all where
    its facts name no naskah and no partner of the case."""
    facts, known = bahan.instansi.fakta, bahan.butir("naskah")
    named = [facts.get(key) for key in ("naskah", "untuk") if ada(facts.get(key))]
    for key in ("id", "untuk"):
        if any(one.get(key) in named for one in known):
            return [one for one in held if one.get(key) in named]
    return held


def arsip(bahan: Bahan) -> list[Node]:
    """The archive list: every copy of every agreement, with who holds it."""
    rows = [row for one in perjanjian(bahan) for row in salinan(bahan, one)]
    return [row.dengan(nomor=number) for number, row in enumerate(rows, 1)]


def eksemplar(bahan: Bahan) -> list[Node]:
    """The copies of this naskah; of all agreements where it is none of them."""
    own = bahan.instansi.fakta
    rows = list(salinan(bahan, own)) if ada(own.get("eksemplar")) else [dict(row) for row in arsip(bahan)]
    return [Node({**row, "nomor": number}, "eksemplar") for number, row in enumerate(rows, 1)]


def salinan(bahan: Bahan, naskah: Node) -> Iterator[Node]:
    """A row for each copy of one agreement."""
    kind = bahan.sop.naskah_menurut_id.get(str(naskah.get("jenis")))
    name = (kind.sebutan or sebutan_bentuk(kind.bentuk)) if kind else TIDAK_ADA
    copies = naskah.ambil("eksemplar")
    for copy in copies:
        yield Node(
            {
                "nama": name,
                "judul": naskah.ambil("judul") if ada(naskah.get("judul")) else bahan.kasus.ambil("judul"),
                "nomor_naskah": nomor_sebaris(naskah),
                "tanggal": naskah.ambil("tanggal"),
                "bentuk": copy.ambil("bentuk"),
                "jumlah": copy.get("jumlah", 1),
                "pemegang": copy.ambil("pemegang"),
                "keterangan": copy["lokasi"] if ada(copy.get("lokasi")) else TIDAK_ADA,
            },
            copy.jalur,
        )


def rekapitulasi(bahan: Bahan) -> list[Node]:
    return [_rekap(bahan, one, number) for number, one in enumerate(perjanjian(bahan), 1)]


def _rekap(bahan: Bahan, naskah: Node, number: int) -> Node:
    kind = bahan.sop.naskah_menurut_id[naskah["jenis"]]
    changed = asal(bahan, naskah) if ada(naskah.get("mengubah")) else naskah
    content = changed.get("isi") if isinstance(changed, Node) else None
    inside: Any = content if isinstance(content, Node) else {}
    scope = inside.get("ruang_lingkup") if ada(inside.get("ruang_lingkup")) else bahan.kasus.ambil("ruang_lingkup")
    term, bearer = _berjangka(bahan, naskah, changed)
    start, end = masa(bearer, term)
    return Node(
        {
            "nomor": number,
            "jenis": bahan.kasus.ambil("jenis"),
            "bentuk": kind.sebutan or sebutan_bentuk(kind.bentuk),
            "nomor_naskah": nomor_sebaris(naskah),
            "tanggal": naskah.ambil("tanggal"),
            "judul": naskah["judul"] if ada(naskah.get("judul")) else bahan.kasus.ambil("judul"),
            "pihak": "; ".join(str(one.get("nama")) for one in parties.menurut(bahan, naskah, bahan.konteks["pihak"])),
            "objek": inside["objek"] if ada(inside.get("objek")) else bahan.kasus.ambil("objek"),
            "ruang_lingkup": "; ".join(map(str, scope)) if isinstance(scope, list) else scope,
            "jangka_waktu": words.lama(term) if isinstance(term, Node) and term else term,
            "mulai": start,
            "sampai": end,
            "keterangan": TIDAK_ADA,
        },
        "rekapitulasi",
    )


def _berjangka(bahan: Bahan, naskah: Node, changed: Any) -> tuple[Any, Node]:
    """The term that holds, and the agreement from which it runs: an addendum without a term of its
    own leaves the one of what it changes."""
    bearer = next((one for one in (naskah, changed) if isinstance(one, Node) and ada(one.get("jangka_waktu"))), None)
    if bearer is not None:
        return bearer["jangka_waktu"], bearer
    return bahan.kasus.ambil("jangka_waktu"), changed if isinstance(changed, Node) else naskah


def masa(naskah: Node, term: Any) -> tuple[str, str]:
    """First and last day: as stated, else counted from the signing; a term of a year ends the day
    before its anniversary."""
    stated = term if isinstance(term, Node) else {}
    start = next((str(one) for one in (stated.get("mulai"), naskah.get("tanggal")) if ada(one)), "")
    if ada(stated.get("sampai")):
        return start or TIDAK_ADA, str(stated["sampai"])
    months = 12 * int(stated.get("tahun") or 0) + int(stated.get("bulan") or 0)
    if not start or not months:
        return start or TIDAK_ADA, TIDAK_ADA
    return start, (_add_months(words.hari_ini(start), months) - timedelta(days=1)).isoformat()


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def jejak(bahan: Bahan) -> list[Node]:
    """The trail in the SOP's words."""
    rows = []
    for event in bahan.kerja_sama.jejak:
        step = bahan.sop.langkah_menurut_id.get(event.langkah)
        values = {
            "langkah": step.nomor if step else event.langkah,
            "kegiatan": step.kegiatan if step else TIDAK_ADA,
            "pelaksana": bahan.sop.jabatan(event.pelaksana) if event.pelaksana and event.pelaksana in bahan.sop.pelaksana else TIDAK_ADA,
            "nama": event.nama or TIDAK_ADA,
            "waktu": event.waktu,
            "putusan": (event.putusan or TIDAK_ADA).replace("_", " "),
        }
        rows.append(Node(values, event.pointer))
    return rows
