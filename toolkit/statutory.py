"""Naskah that the law asks for whatever an SOP says, joined to a checklist before it is read.

The law names no step and no actor: an anchor (`jangkar`) finds the step by what is done there or by the
naskah that is drafted or signed there, and a signer is found by `peran`. What the SOP puts out or takes
in itself is the SOP's; what finds no step has no place in that SOP. See `docs/keputusan/0006`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from toolkit.hukum import Hukum, Ketentuan

TOPIK = "naskah"
_LANGSUNG = ("id", "nama", "bentuk", "sebutan", "templat", "format", "asal", "ketentuan", "eksemplar", "data")
# Of any case: it is an object.
_ALWAYS = {"not": {"const": None}}

Json = dict[str, Any]


def joined(checklist: Mapping[str, Any], hukum: Hukum) -> Json:
    """The checklist with the naskah that the law adds to it, their conditions and their facts."""
    made = dict(checklist)
    made |= {key: dict(made[key]) for key in ("pelaksana", "syarat", "fakta")}
    made |= {"langkah": [dict(step) for step in made["langkah"]], "naskah": list(made["naskah"])}
    for one in hukum.semua(TOPIK):
        if not _has(checklist, one.isi["naskah"]):
            _join(made, checklist, one)
    return made


def _has(checklist: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Whether the SOP has such a naskah itself: the same id, or the same form in the same format."""
    form = (wanted["bentuk"], wanted.get("format", "docx"))
    return any(one["id"] == wanted["id"] or (one["bentuk"], one.get("format", "docx")) == form for one in checklist["naskah"])


def _join(made: Json, checklist: Mapping[str, Any], law: Ketentuan) -> None:
    told = law.isi["naskah"]
    step = _anchored(checklist, told["jangkar"])
    about = told.get("tentang")
    if step is None or (about and not {one["bentuk"] for one in checklist["naskah"]} & set(about)):
        return
    signers = [_signer(made, one) for one in told.get("penanda_tangan", ())]
    naskah = {key: told[key] for key in _LANGSUNG if key in told}
    naskah |= {"langkah": step, "syarat": _condition(made, law), "lapis": "hukum", "dasar": law.dasar, "penanda_tangan": signers}
    naskah["isian_tangan"] = [_hand(checklist, one) for one in told.get("isian_tangan", ())]
    signed = _anchored(checklist, told.get("ditandatangani", ()))
    made["naskah"].append({**naskah, **({"ditandatangani_pada": signed} if signed else {})})
    _ask(made, step, law, naskah["syarat"])


def _condition(made: Json, law: Ketentuan) -> str:
    """Names the condition under which the law asks for it, and the days on which it does."""
    told, name = law.isi["naskah"], f"hukum-{law.isi['naskah']['id']}"
    traits = [{"properties": {key: {"enum": list(admitted)}}} for key, admitted in law.berlaku.items()]
    parts = [*traits, *([told["jika"]] if "jika" in told else [])]
    made["syarat"][name] = {
        "jika": {"allOf": parts or [_ALWAYS]}, "karena": told["karena"], "dasar": law.dasar, "mulai": law.mulai, "sampai": law.sampai,
    }
    return name


def _ask(made: Json, step_id: str, law: Ketentuan, condition: str) -> None:
    """Asks for the facts of a naskah at its step; what the SOP asks for already stays the SOP's."""
    asked = {pointer for step in made["langkah"] for pointer in step["perlu"]}
    step = next(one for one in made["langkah"] if one["id"] == step_id)
    for pointer, entry in law.isi["naskah"].get("perlu", {}).items():
        if pointer not in asked:
            step["perlu"] = [*step["perlu"], pointer]
            made["fakta"].setdefault(pointer, {**entry, "lapis": "hukum", "dasar": law.dasar, "syarat": condition})


def _hand(checklist: Mapping[str, Any], told: Mapping[str, Any]) -> Json:
    until = _anchored(checklist, told.get("sampai", ()))
    return {"sel": told["sel"], **({"sampai": until} if until else {})}


def _signer(made: Json, told: Mapping[str, Any]) -> Json:
    """The actor who fills the role; one that the SOP does not have joins under the law's own name."""
    actor = next((key for key, one in made["pelaksana"].items() if one["peran"] == told["peran"]), None)
    if actor is None:
        actor = f"hukum-{told['peran']}"
        made["pelaksana"][actor] = {"jabatan": told["jabatan"], "peran": told["peran"]}
    side = {key: told[key] for key in ("pihak", "kuasa") if key in told}
    return {"pihak": "kita", **side, "pelaksana": [actor], "tersirat": True}


def _anchored(checklist: Mapping[str, Any], anchors: Sequence[Mapping[str, Any]]) -> str | None:
    """The step that the first fitting anchor finds."""
    for anchor in anchors:
        found = list(_steps(checklist, anchor))
        if found:
            return found[-1 if anchor.get("urutan") == "terakhir" else 0]
    return None


def _steps(checklist: Mapping[str, Any], anchor: Mapping[str, Any]) -> Iterator[str]:
    """Steps that an anchor fits, in printed order."""
    if "bentuk" in anchor:
        at = "ditandatangani_pada" if anchor["saat"] == "ditandatangani" else "langkah"
        wanted = {one.get(at) for one in checklist["naskah"] if one["bentuk"] in anchor["bentuk"]}
        yield from (step["id"] for step in checklist["langkah"] if step["id"] in wanted)
        return
    for step in checklist["langkah"]:
        acts = {step["tindakan"], *step.get("tindakan_lain", ())}
        roles = {checklist["pelaksana"][one]["peran"] for one in step["pelaksana"]}
        waits = anchor.get("menunggu_pihak_luar") in (None, step.get("menunggu_pihak_luar", False))
        if waits and all(not anchor.get(key) or found & set(anchor[key]) for key, found in (("tindakan", acts), ("peran", roles))):
            yield step["id"]
