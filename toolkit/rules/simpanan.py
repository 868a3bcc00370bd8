"""What the archive rules share: which duties of the SOP are due, and who a holder of a copy is."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.conditions import evaluate
from toolkit.findings import Layer
from toolkit.model import JsonObject
from toolkit.rules.instansi import Instansi, ketentuan, perjanjian
from toolkit.rules.perkara import Perkara

KEPING = frozenset({"asli", "salinan"})
UNIT = frozenset({"unit-kerja-sama", "tkksd", "sekretariat-tkksd"})


def kewajiban(perkara: Perkara, *bentuk: str) -> Iterator[JsonObject]:
    """Archive duties of the SOP, of some kinds, whose step has been done."""
    for duty in perkara.sop.arsip:
        if duty["bentuk"] in bentuk and _applies(perkara, duty) and _due(perkara, duty):
            yield duty


def _applies(perkara: Perkara, duty: JsonObject) -> bool:
    name = duty.get("syarat")
    return name is None or evaluate(perkara.sop.syarat[name]["jika"], perkara.kerja_sama.data).nilai is True


def _due(perkara: Perkara, duty: JsonObject) -> bool:
    if duty.get("langkah"):
        return duty["langkah"] in perkara.keselarasan.pernah
    return selesai(perkara)


def selesai(perkara: Perkara) -> bool:
    """Whether the process ran to an end with something to archive."""
    return perkara.keselarasan.berakhir and not perkara.keselarasan.dihentikan


def naskah_wajib(perkara: Perkara, duty: JsonObject) -> list[Instansi]:
    """Signed agreements that a duty speaks of and whose own share of the trail has come to it."""
    kinds, step = duty.get("naskah", ()), duty.get("langkah")
    signed = [one for one in perjanjian(perkara) if one.ditandatangani and one.data["jenis"] in kinds]
    return [one for one in signed if step is None or step in perkara.keselarasan.pernah_bagi(one.data)]


def dasar_simpan(perkara: Perkara, naskah: Instansi | None = None) -> tuple[tuple[str, ...], Layer]:
    """On what basis a text is kept, and whose demand that is: the SOP's own duties (of one agreement
    or of all), else the law's."""
    kinds = {naskah.data["jenis"]} if naskah else {kind for duty in perkara.sop.arsip for kind in duty.get("naskah", ())}
    duties = [one for one in perkara.sop.arsip if one["bentuk"] in KEPING and kinds & set(one.get("naskah", ())) and _applies(perkara, one)]
    if duties:
        return tuple(dict.fromkeys(one["dasar"] for one in duties)), Layer(duties[0].get("lapis", "sop"))
    rule = ketentuan(perkara, "eksemplar", naskah, "pemegang_kata") if naskah else None
    return ((rule.dasar,), Layer.HUKUM) if rule else ((perkara.sop.dasar(),), Layer.SOP)


def eksemplar(naskah: Instansi, *bentuk: str) -> list[JsonObject]:
    return [one for one in naskah.data.get("eksemplar", ()) if one["bentuk"] in bentuk]


def dipegang(perkara: Perkara, satu: JsonObject, pemegang: list[str]) -> bool:
    """Whether a copy's holder is one of those that a duty names; without names, anybody of ours."""
    if not pemegang:
        return not milik_mitra(perkara, satu)
    holder = satu["pemegang"].casefold()
    return any(name in holder or holder in name for one in pemegang for name in _names(perkara, one))


def milik_mitra(perkara: Perkara, satu: JsonObject) -> bool:
    holder = satu["pemegang"].casefold()
    names = [name for one in perkara.kerja_sama.mitra(perkara.sop) for name in (one["nama"], one.get("singkatan"))]
    return any(name and (name.casefold() in holder or holder in name.casefold()) for name in names)


def milik_tkksd(perkara: Perkara, satu: JsonObject, kata: list[str]) -> bool:
    """Whether the holder is TKKSD, or the unit that serves as its secretariat."""
    actors = [one for one in perkara.sop.pelaksana.values() if one.peran in UNIT]
    names = [*kata, perkara.sop.unit.split(" Sekretariat")[0], *(n for one in actors for n in (one.jabatan, *one.sebutan))]
    return any(name.casefold() in satu["pemegang"].casefold() for name in names)


def _names(perkara: Perkara, pemegang: str) -> list[str]:
    """All names of a holder: as the duty has it, its actor's other names, the offices of the case."""
    wanted = pemegang.casefold()
    names = [wanted]
    for actor in perkara.sop.pelaksana.values():
        own = [name.casefold() for name in (actor.jabatan, *actor.sebutan)]
        if any(name in wanted or wanted in name for name in own):
            names += own
            names += _offices(perkara) if actor.peran == "pemrakarsa" else []
    return names + (_offices(perkara) if wanted in {"perangkat daerah", "opd", "skpd"} else [])


def _offices(perkara: Perkara) -> list[str]:
    listed = perkara.kerja_sama.data.get("perangkat_daerah", ())
    return [one["nama"].casefold() for one in listed]
