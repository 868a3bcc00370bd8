"""Oddities in what flows through an SOP: artefacts, their states, and who brings them about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.model import Benda, Langkah, Naskah, Sop


@dataclass(frozen=True, slots=True)
class Janggal:
    """One oddity with its place in the checklist; `dasar` where a law is its basis."""

    pointer: str
    pesan: str
    langkah: tuple[str, ...] = ()
    dasar: str | None = None


def janggal(sop: Sop) -> Iterator[Janggal]:
    yield from _before_their_act(sop)
    yield from _made_by_nobody(sop)
    yield from _unseen_changes(sop)
    yield from _never_reviewed(sop)
    yield from _unsigned(sop)


def _things(sop: Sop, side: str) -> Iterator[tuple[str, Langkah, Benda]]:
    for place, step in enumerate(sop.langkah):
        for number, benda in enumerate(getattr(step, side)):
            yield f"/langkah/{place}/{side}/{number}", step, benda


def _state(sop: Sop, benda: Benda) -> Mapping[str, Any]:
    states: Mapping[str, Mapping[str, Any]] = sop.artefak[benda.artefak].get("keadaan", {})
    return states.get(benda.keadaan or "", {})


def sebut(sop: Sop, benda: Benda) -> str:
    state = _state(sop, benda).get("nama")
    name: str = sop.artefak[benda.artefak]["nama"]
    return name + (f" ({state})" if state else "")


def _before_their_act(sop: Sop) -> Iterator[Janggal]:
    """A state put out by a step that does not bring it about, while another step does."""
    for pointer, step, benda in _things(sop, "menghasilkan"):
        doers = _doers(sop, benda)
        if any(sop.urutan[one.id] <= sop.urutan[step.id] for one in doers):
            continue  # done here, or done before and passed on
        doer = next(iter(doers), None)
        if doer is None:
            yield Janggal(pointer, f"{sebut(sop, benda)} menjadi keluaran langkah {step.nomor}, tetapi tidak ada langkah yang melakukannya.", (step.id,))
        else:
            yield Janggal(
                pointer,
                f"{sebut(sop, benda)} sudah menjadi keluaran langkah {step.nomor}, padahal dilakukan pada langkah {doer.nomor}.",
                (step.id, doer.id),
            )


def _doers(sop: Sop, benda: Benda) -> list[Langkah]:
    """Steps that bring the state about: those that put it out, else those that have the thing in hand.
    The second paraf of the same post on a later text is another state."""
    able = [one for one in sop.langkah if _brings_about(sop, one, benda)]
    return [one for one in able if _puts_out(one, benda)] or [one for one in able if _touches(one, benda)]


def _brings_about(sop: Sop, step: Langkah, benda: Benda) -> bool:
    state = _state(sop, benda)
    act, actors = state.get("tindakan"), state.get("oleh")
    return (act is None or act in step.semua_tindakan) and (actors is None or not step.boleh.isdisjoint(actors))


def _touches(step: Langkah, benda: Benda) -> bool:
    return any(one.artefak == benda.artefak for one in (*step.memakai, *step.menghasilkan))


def _made_by_nobody(sop: Sop) -> Iterator[Janggal]:
    for pointer, step, benda in _things(sop, "memakai"):
        if sop.artefak[benda.artefak]["asal"] == "luar":
            continue
        makers = [one for one in sop.langkah if _puts_out(one, benda)]
        if not makers:
            yield Janggal(pointer, f"Langkah {step.nomor} memakai {sebut(sop, benda)} yang tidak dibuat langkah mana pun.", (step.id,))
        elif all(sop.urutan[one.id] > sop.urutan[step.id] for one in makers):
            yield Janggal(
                pointer,
                f"Langkah {step.nomor} memakai {sebut(sop, benda)} yang baru dibuat pada langkah {makers[0].nomor}.",
                (step.id, makers[0].id),
            )


def _puts_out(step: Langkah, benda: Benda) -> bool:
    return any(
        one.artefak == benda.artefak and benda.keadaan in (None, one.keadaan) for one in step.menghasilkan
    )


def _unseen_changes(sop: Sop) -> Iterator[Janggal]:
    """Text that changes after the legal unit saw it for the last time."""
    for artefak in sop.artefak:
        seen = [step for step in sop.langkah if _reviewed(sop, step, artefak)]
        if not seen:
            continue
        last = seen[-1]
        changed = list(_changes_after(sop, artefak, last))
        if changed:
            numbers = ", ".join(step.nomor for _, step in changed)
            yield Janggal(
                changed[0][0],
                f"Isi {sop.artefak[artefak]['nama']} masih berubah pada langkah {numbers}, sesudah terakhir dikoreksi unit hukum pada langkah {last.nomor}.",
                (last.id, *(step.id for _, step in changed)),
            )


def _never_reviewed(sop: Sop) -> Iterator[Janggal]:
    """Agreements that the SOP writes and that its legal unit never corrects. An agreement is what
    each party gets an original of."""
    for place, naskah in enumerate(sop.naskah):
        if naskah.asal != "dibuat" or naskah.eksemplar.get("asli") != "sejumlah-pihak":
            continue
        texts = [key for key, one in sop.artefak.items() if naskah.id in one.get("naskah", ())]
        if texts and not any(_reviewed(sop, step, text) for step in sop.langkah for text in texts):
            yield Janggal(f"/naskah/{place}", f"{naskah.nama} tidak pernah dikoreksi unit hukum menurut SOP ini.", (naskah.langkah,))


def _changes_after(sop: Sop, artefak: str, review: Langkah) -> Iterator[tuple[str, Langkah]]:
    """Later changes of the text; a step that only carries the review's own state out is none."""
    approved = {one.keadaan for one in review.menghasilkan if one.artefak == artefak}
    for pointer, step, benda in _things(sop, "menghasilkan"):
        later = benda.artefak == artefak and sop.urutan[step.id] > sop.urutan[review.id]
        if later and benda.keadaan not in approved and _state(sop, benda).get("teks_berubah"):
            yield pointer, step


def _reviewed(sop: Sop, step: Langkah, artefak: str) -> bool:
    legal = any(sop.peran(one) == "unit-hukum" for one in step.pelaksana)
    return legal and "koreksi" in step.semua_tindakan and any(one.artefak == artefak for one in step.menghasilkan)


def _unsigned(sop: Sop) -> Iterator[Janggal]:
    """Naskah that the head of the region signs, while no step of his lets him."""
    signing = any("tanda-tangan" in step.semua_tindakan for step in sop.langkah)
    if not signing:
        if sop.naskah:
            yield Janggal("/langkah", f"{sop.sebutan_sop} tidak memuat langkah penandatanganan.")
        return
    for place, naskah in enumerate(sop.naskah):
        heads = _heads(sop, naskah)
        if not heads or naskah.ditandatangani_pada or heads & sop.langkah_menurut_id[naskah.langkah].boleh:
            continue
        yield Janggal(
            f"/naskah/{place}",
            f"{naskah.nama} ditandatangani {sop.jabatan(*sorted(heads))}, tetapi tidak ada langkah penandatanganannya.",
            (naskah.langkah,),
        )


def _heads(sop: Sop, naskah: Naskah) -> frozenset[str]:
    """Heads of the region who sign a naskah that the SOP itself puts out."""
    if naskah.asal != "dibuat" or naskah.lapis != "sop":
        return frozenset()
    signers = (one for signer in naskah.penanda_tangan for one in signer.pelaksana)
    return frozenset(one for one in signers if sop.peran(one) == "kepala-daerah")
