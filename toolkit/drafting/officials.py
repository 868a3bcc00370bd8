"""The block of who signs for our side, and how the lines above the name read.

The person is the one who held the post on the day of the document.
"""

from __future__ import annotations

from typing import Any

from toolkit.drafting.material import Bahan, sambung
from toolkit.drafting.nodes import Kosong, Node, Tunda, ada
from toolkit.signers import KEPALA, TANPA_NIP, penanda_tangan

_AWALAN = {"plt": "Plt. ", "plh": "Plh. ", "pj": "Pj. "}


def pejabat(bahan: Bahan, pelaksana: str) -> Node | Kosong:
    """Who held the post of an actor on the document's day."""
    peran = bahan.sop.peran(pelaksana)
    posts = [one for one in bahan.butir("pejabat") if _holds(one, pelaksana, peran) and _in_office(one, bahan.hari)]
    exact = [one for one in posts if one.get("pelaksana") == pelaksana]
    if exact or posts:
        return (exact or posts)[-1]
    kita = bahan.konteks.get("kita")
    if peran == "kepala-daerah" and isinstance(kita, Node) and isinstance(kita.get("wakil_tetap"), Node):
        return kita["wakil_tetap"]  # type: ignore[no-any-return]
    return Kosong(jalur=f"/pejabat/pelaksana={pelaksana}")


def _holds(post: Node, pelaksana: str, peran: str | None) -> bool:
    named = post.get("pelaksana")
    return named == pelaksana if ada(named) else ada(post.get("peran")) and post.get("peran") == peran


def _in_office(post: Node, day: str | None) -> bool:
    start, end = post.get("mulai"), post.get("sampai")
    return day is None or ((not ada(start) or str(start) <= day) and (not ada(end) or day <= str(end)))


def jabatan(bahan: Bahan, pelaksana: str) -> str:
    """The post of an actor with Plt., Plh. or Pj.: the case's own words, else the SOP's."""
    holder = pejabat(bahan, pelaksana)
    acting = _AWALAN.get(str(holder.get("sebagai")), "") if isinstance(holder, Node) else ""
    known = holder.get("jabatan") if isinstance(holder, Node) else None
    return f"{acting}{known if ada(known) else _jabatan_sop(bahan, pelaksana)}"


def _jabatan_sop(bahan: Bahan, pelaksana: str) -> str:
    head = bahan.profil.get("kepala_daerah")
    if bahan.sop.peran(pelaksana) == "kepala-daerah" and head:
        return str(head)
    return bahan.sop.pelaksana[pelaksana].jabatan


def menurut_peran(bahan: Bahan) -> Node:
    """`jabatan.<peran>`: the post that fills each role, underscores for hyphens; where several do,
    the one that leads them (`pimpinan`), else the first."""
    roles: dict[str, Any] = {}
    for actor in sorted(bahan.sop.pelaksana.values(), key=lambda one: not one.pimpinan):
        roles.setdefault(actor.peran.replace("-", "_"), Tunda(lambda one=actor.id: jabatan(bahan, one)))  # type: ignore[misc]
    for post in bahan.butir("pejabat"):
        role = str(post.get("peran") or "").replace("-", "_")
        if role and role not in roles and ada(post.get("jabatan")):
            roles[role] = post["jabatan"]
    return Node(roles, "jabatan")


def blok(bahan: Bahan) -> Node | Kosong:
    """The signature block of a letter."""
    signer, behalf, through = penanda_tangan(bahan.naskah)
    if signer is None:
        return Kosong(jalur="penandatangan")
    person = pejabat(bahan, signer)
    peran = bahan.sop.peran(signer)
    values: dict[str, Any] = {
        "baris": Tunda(lambda: _lines(bahan, signer, behalf, through)),
        "jabatan": jabatan(bahan, signer),
        "pns": peran not in TANPA_NIP,
    }
    for key in ("nama", "nama_gelar", "pangkat", "nip"):
        values[key] = person.ambil(key) if isinstance(person, Node) else person
    return Node(values, "penandatangan")


def _lines(bahan: Bahan, signer: str, behalf: str | None, through: str | None) -> list[Any]:
    lines = [f"a.n. {jabatan(bahan, behalf)}"] if behalf else []
    if through:
        lines += [jabatan(bahan, through), "u.b."]
    return [*lines, sambung(jabatan(bahan, signer), ",")]


def kop(bahan: Bahan) -> Node | Kosong:
    """The letterhead that the signer demands: of the post for a head of government who signs
    himself, of the unit for all others."""
    signer, behalf, _ = penanda_tangan(bahan.naskah)
    peran = bahan.sop.peran(signer)
    heads = bahan.profil.ambil("kop")
    if isinstance(heads, Kosong):
        return heads
    if peran in KEPALA and behalf is None:
        found, kind = heads.ambil("jabatan"), "jabatan"
    else:
        found, kind = heads.get("menurut_peran", {}).get(peran) or _kop_unit(bahan, heads, peran), "unit"
    return found.dengan(jenis=kind) if isinstance(found, Node) else found


def _kop_unit(bahan: Bahan, heads: Node, peran: str | None) -> Any:
    """The unit's letterhead; that of the initiating agency bears its own name, without an address
    that nobody stated."""
    unit = heads.ambil("unit")
    agencies = bahan.butir("perangkat_daerah")
    mine = next((one for one in agencies if one.get("pemrakarsa")), agencies[0] if agencies else None)
    if peran != "pemrakarsa" or mine is None or not isinstance(unit, Node):
        return unit
    lines = unit.ambil("baris")
    return unit.dengan(baris=[*lines[:1], _tanpa_daerah(mine.ambil("nama"), lines)], alamat=[]) if isinstance(lines, list) else unit


def _tanpa_daerah(name: Any, lines: list[Any]) -> Any:
    """An agency's name without the region that the line above it names already."""
    region = str(lines[0]).partition(" ")[2] if lines else ""
    ends = isinstance(name, str) and region and name.casefold().endswith(f" {region.casefold()}")
    return name[: -len(region)].rstrip() if ends else name
