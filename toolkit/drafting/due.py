"""Which naskah of a plan are to be written now."""

from __future__ import annotations

from difflib import get_close_matches

from toolkit.conformance import Keselarasan
from toolkit.errors import UsageError
from toolkit.model import KerjaSama, Naskah, Sop
from toolkit.plan import Keadaan, NaskahRencana, Rencana


def jatuh_tempo(kerja_sama: KerjaSama, rencana: Rencana, keselarasan: Keselarasan) -> list[Naskah]:
    """Naskah that we draft, that apply, and whose step has been reached, or is done where they tell
    of it (`usai`); all that apply once the process has run its course."""
    done = selesai(kerja_sama, rencana.sop, keselarasan)
    past = keselarasan.langkah_selesai
    reached = past | set(keselarasan.berikut)
    return [
        one.naskah for one in rencana.naskah
        if one.naskah.asal == "dibuat" and one.keadaan == Keadaan.BERLAKU
        and (done or one.naskah.langkah in (past if one.naskah.usai else reached))
    ]


def selesai(kerja_sama: KerjaSama, sop: Sop, keselarasan: Keselarasan) -> bool:
    """Whether the trail reached a regular end, not a stop or a refusal."""
    return keselarasan.berakhir and kerja_sama.dihentikan is None and not any(
        event.putusan == "tidak_setuju" and _ends(sop, event.langkah) for event in kerja_sama.jejak
    )


def _ends(sop: Sop, langkah: str) -> bool:
    step = sop.langkah_menurut_id.get(langkah)
    return bool(step and step.putusan and step.putusan.berakhir)


def diminta(naskah_id: str, rencana: Rencana) -> Naskah:
    """The naskah asked for by id. Raises `UsageError` if there is none that we may draft."""
    known = {one.naskah.id: one for one in rencana.naskah}
    if naskah_id not in known:
        ours = [one.naskah.id for one in rencana.naskah if one.naskah.asal == "dibuat"]
        close = get_close_matches(naskah_id, ours, 1)
        hint = f"mungkin maksudnya {close[0]}; " if close else ""
        raise UsageError(f"Naskah {naskah_id!r} tidak ada dalam {rencana.sop.sebutan_sop}; {hint}yang dapat dibuat: {', '.join(ours)}.")
    return _permitted(known[naskah_id], rencana.sop)


def _permitted(one: NaskahRencana, sop: Sop) -> Naskah:
    if one.naskah.asal != "dibuat":
        raise UsageError(f"{one.naskah.nama} diterima dari pihak lain menurut {sop.sebutan_sop}; perkakas ini tidak membuatnya.")
    if one.keadaan == Keadaan.TIDAK_BERLAKU:
        raise UsageError(f"{one.naskah.nama} tidak berlaku bagi kerja sama ini: {one.ketetapan.karena} ({one.ketetapan.dasar}).")
    return one.naskah
