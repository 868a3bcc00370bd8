"""All names that a template may use, for one document (`docs/templat.md` §3)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from toolkit.drafting import (
    agreement,
    forms,
    letters,
    officials,
    parties,
    provisions,
    records,
)
from toolkit.drafting.material import KUASA, Bahan
from toolkit.drafting.named import sebutan_bentuk
from toolkit.drafting.nodes import Kosong, Node, Tunda, ada
from toolkit.model import Sop


def konteks(bahan: Bahan) -> dict[str, Any]:
    """The context of one document; `bahan.konteks` becomes the same dictionary, since texts of
    the tool's data are filled in with it."""
    names = bahan.konteks
    names |= {key: bahan.kasus.ambil(key) for key in bahan.library.schema("kerja-sama")["properties"]}
    if isinstance(names["tujuan"], str):
        names["tujuan"] = [names["tujuan"]]
    names |= _pihak(bahan)
    own = letters.data(bahan)
    letter = letters.surat(bahan, own)
    names |= {
        "kasus": bahan.kasus,
        "profil": bahan.profil,
        "data": own,
        "surat": letter,
        "sop": _sop(bahan.sop),
        "langkah": _langkah(bahan),
        "rapat": letters.rapat(bahan),
        "tangan": letters.Tangan(bahan),
        "jabatan": officials.menurut_peran(bahan),
        "penandatangan": Tunda(partial(officials.blok, bahan)),
        "kop": Tunda(partial(officials.kop, bahan)),
        "tempat_tanggal": Tunda(partial(letters.tempat_tanggal, bahan, letter)),
        "acara": Tunda(partial(_acara, bahan, own)),
        "ketentuan": Tunda(partial(provisions.ketentuan, bahan)),
    }
    return names | _naskah(bahan)


def _acara(bahan: Bahan, own: Node) -> Node | Kosong:
    """The agreement whose signing a letter is about: the one it names, else the last of the kind
    `data.acara_naskah`."""
    kind = own.ambil("acara_naskah")
    if isinstance(kind, Kosong):
        return kind
    held = [one for one in bahan.butir("naskah") if one.get("jenis") == kind and one.get("status") != "batal"]
    named = [one for one in held if ada(one.get("id")) and one.get("id") == bahan.instansi.fakta.get("naskah")]
    return (named or held)[-1] if held else Kosong(jalur=f"/naskah/jenis={kind}")


def _pihak(bahan: Bahan) -> dict[str, Any]:
    views = parties.para_pihak(bahan)
    none = Kosong(jalur="/pihak")
    raw = bahan.kerja_sama.pihak_kita(bahan.sop)
    ours = next((one for one in views if raw is not None and one.jalur == f"/pihak/{_place(bahan, raw)}"), None)
    others = [one for one in views if one is not ours]
    names: dict[str, Any] = {one["sebutan"].lower().replace(" ", "_"): one for one in views if ada(one.get("sebutan"))}
    return {
        "kesatu": none, "kedua": none, **names,
        "pihak": views or none,
        "kita": ours if ours is not None else none,
        "mitra": others[0] if others else none,
        "para_mitra": others or none,
        "ttd": Tunda(lambda: parties.tanda_tangan(views, bool(bahan.profil.get("meterai", True))) if views else none),
        "komparisi": Tunda(lambda: parties.komparisi(views) if views else none),
    }


def _place(bahan: Bahan, raw: Mapping[str, Any]) -> int:
    return next(place for place, one in enumerate(bahan.kerja_sama.pihak) if one is raw)


def _naskah(bahan: Bahan) -> dict[str, Any]:
    names = bahan.konteks
    views = names["pihak"] if isinstance(names["pihak"], list) else []
    names |= {
        "naskah": agreement.naskah(bahan, views),
        "pasal": Tunda(partial(agreement.pasal, bahan)),
        "lambang": parties.lambang(bahan),
        "rencana_kerja": agreement.rencana_kerja(bahan),
        "arsip": Tunda(partial(records.arsip, bahan)),
        "eksemplar": Tunda(partial(records.eksemplar, bahan)),
        "rekapitulasi": Tunda(partial(records.rekapitulasi, bahan)),
        "jejak": Tunda(partial(records.jejak, bahan)),
        "dokumen": Tunda(partial(forms.dokumen, bahan)),
        "rantai_paraf": Tunda(partial(forms.rantai_paraf, bahan)),
        "register": Tunda(partial(forms.register, bahan)),
        "kuasa": _kuasa(bahan),
    }
    return names


def _kuasa(bahan: Bahan) -> Node | Kosong:
    """The power of attorney that is this document, or by which our side signs it."""
    ours = bahan.konteks["kita"]
    letter = bahan.instansi.fakta if bahan.naskah.bentuk == KUASA else (ours.get("kuasa") if isinstance(ours, Node) else None)
    if not isinstance(letter, Node):
        return Kosong(jalur="/surat_kuasa")
    open_cells = {key: bahan.atau_titik(key, letter.ambil(key)) for key in ("nomor", "tanggal", "tempat")} if bahan.naskah.bentuk == KUASA else {}
    return letter.dengan(**open_cells, naskah=_dikuasakan(bahan, letter))


def _dikuasakan(bahan: Bahan, letter: Node) -> Node | Kosong:
    """The agreement that a power of attorney is about: the one it names, else the only kind that
    the SOP lets an attorney sign."""
    meant = next((one for one in bahan.butir("naskah") if one.get("id") == letter.get("naskah")), None)
    kinds = [one for one in bahan.sop.naskah if any(signer.kuasa for signer in one.penanda_tangan)]
    kind = bahan.sop.naskah_menurut_id.get(str(meant.get("jenis"))) if meant is not None else (kinds[0] if kinds else None)
    if kind is None:
        return letter.kosong("naskah")
    own = meant if meant is not None else Node({}, f"{letter.jalur}/naskah")
    title = own["judul"] if ada(own.get("judul")) else bahan.kasus.ambil("judul")
    return own.dengan(judul=title, sebutan=kind.sebutan or sebutan_bentuk(kind.bentuk))


def _sop(sop: Sop) -> Node:
    values = {
        "judul": sop.judul, "nomor": sop.data.get("identitas", {}).get("nomor"), "unit": sop.unit,
        "pemerintah_daerah": sop.pemerintah_daerah, "sebutan": sop.sebutan_sop,
    }
    return Node(values, "sop")


def _langkah(bahan: Bahan) -> Node:
    step = bahan.sop.langkah_menurut_id[bahan.naskah.langkah]
    return Node({"nomor": step.nomor, "kegiatan": step.kegiatan, "pelaksana": bahan.sop.jabatan(*step.pelaksana)}, "langkah")
