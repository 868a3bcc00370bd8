"""Facts of the forms that go round with another naskah: which it is, its parafs, its register.

A form names that naskah by `data.naskah`, the id of its kind. Without it a form is about all
agreements of the case.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.drafting import officials, parties, records
from toolkit.drafting.filters import TIDAK_ADA
from toolkit.drafting.material import Bahan, nomor_sebaris
from toolkit.drafting.named import sebutan_bentuk
from toolkit.drafting.nodes import Kosong, Node, ada
from toolkit.model import Naskah, Peristiwa, RantaiParaf


def dokumen(bahan: Bahan) -> list[Node]:
    """The naskah that a form is about: the one its own facts name, else all of the kind."""
    held = records.dimaksud(bahan, [one for one in bahan.butir("naskah") if _counts(bahan, one)])
    kind = bahan.sop.naskah_menurut_id.get(str(bahan.naskah.data.get("naskah")))
    if not held and kind is not None:
        return [_dokumen(bahan, Node({}, "/naskah/0"), kind)]
    return [_dokumen(bahan, one, bahan.sop.naskah_menurut_id[one["jenis"]]) for one in held]


def _counts(bahan: Bahan, naskah: Node) -> bool:
    return naskah.get("jenis") in _kinds(bahan) and naskah.get("status") != "batal"


def _kinds(bahan: Bahan) -> set[str]:
    """The kind that the form names, else all kinds that parties sign."""
    asked = bahan.naskah.data.get("naskah")
    return {str(asked)} if asked else {one.id for one in bahan.sop.naskah if one.ditandatangani_pada or len(one.penanda_tangan) > 1}


def _dokumen(bahan: Bahan, own: Node, kind: Naskah) -> Node:
    title = own["judul"] if ada(own.get("judul")) else bahan.kasus.ambil("judul")
    return own.dengan(sebutan=kind.sebutan or sebutan_bentuk(kind.bentuk), nama=kind.nama, judul=title, nomor_naskah=nomor_sebaris(own))


def rantai_paraf(bahan: Bahan) -> list[Node]:
    """One row for each paraf of the chain of `data.naskah` (else of this naskah) at stage
    `data.tahap` (else at all), in the order of the SOP. None is invented where it has no chain."""
    kind = bahan.sop.naskah_menurut_id.get(str(bahan.naskah.data.get("naskah")), bahan.naskah)
    stage = bahan.naskah.data.get("tahap")
    rows = [row for chain in kind.rantai_paraf if stage in (None, chain.tahap) for row in _rantai(bahan, chain)]
    return [row.dengan(nomor=number) for number, row in enumerate(rows, 1)]


def _rantai(bahan: Bahan, chain: RantaiParaf) -> Iterator[Node]:
    for step_id in chain.langkah:
        step = bahan.sop.langkah_menurut_id[step_id]
        event = next((one for one in reversed(bahan.kerja_sama.jejak) if one.langkah == step_id), None)
        actor = event.pelaksana if event is not None and event.pelaksana in bahan.sop.pelaksana else step.pelaksana[0]
        values = {
            "tahap": chain.tahap,
            "langkah": step.nomor,
            "jabatan": officials.jabatan(bahan, str(actor)),
            "nama": _nama(officials.pejabat(bahan, str(actor)), event),
            "tanggal": event.tanggal if event is not None else Kosong(jalur="/jejak"),
        }
        yield Node(values, "rantai_paraf")


def _nama(holder: Node | Kosong, event: Peristiwa | None) -> Any:
    """Whoever gave the paraf, else who holds the post; with titles where they are known."""
    known = isinstance(holder, Node)
    if event is not None and event.nama and not (known and holder.get("nama") == event.nama):
        return event.nama
    return holder["nama_gelar"] if known and ada(holder.get("nama_gelar")) else Kosong(jalur="/pejabat")


def register(bahan: Bahan) -> list[Node]:
    """A register entry for each agreement: the recapitulation's row, who signed, who holds what."""
    pairs = zip(records.rekapitulasi(bahan), records.perjanjian(bahan), strict=True)
    return [row.dengan(penanda_tangan=_penanda_tangan(bahan, own), eksemplar=_eksemplar(bahan, own)) for row, own in pairs]


def _eksemplar(bahan: Bahan, naskah: Node) -> list[Node]:
    return list(records.salinan(bahan, naskah)) if ada(naskah.get("eksemplar")) else []


def _penanda_tangan(bahan: Bahan, naskah: Node) -> list[Node]:
    signed = naskah.get("ttd")
    bodies = {one.get("sebutan"): one.get("nama") for one in parties.menurut(bahan, naskah, bahan.konteks["pihak"])}
    return [
        one.dengan(
            badan=bodies.get(one.get("pihak")) or TIDAK_ADA,
            jabatan=one["jabatan"] if ada(one.get("jabatan")) else TIDAK_ADA,
            tanggal=one["tanggal"] if ada(one.get("tanggal")) else TIDAK_ADA,
        )
        for one in (signed if isinstance(signed, list) else [])
    ]
