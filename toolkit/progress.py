"""Where a case is: what was done last, who holds it now, what is due next and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from toolkit.conformance import Bagian, Keselarasan
from toolkit.drafting.due import jatuh_tempo
from toolkit.model import KerjaSama, Langkah, Naskah, Peristiwa
from toolkit.plan import Keadaan, Rencana
from toolkit.turns import batas, sejak
from toolkit.worktime import JamKerja, lewat


@dataclass(frozen=True, slots=True)
class Berikutnya:
    """A step that is due, the posts that may do it, and when its time is up; a step that waits on
    outsiders has no time of ours."""

    langkah: Langkah
    oleh: str
    untuk: str | None
    tenggat: date | datetime | None

    def terlambat(self, hari: date) -> bool:
        return self.tenggat is not None and lewat(self.tenggat, hari.isoformat())


@dataclass(frozen=True, slots=True)
class Kemajuan:
    """`selesai` of `jumlah` steps of the branch; `bergantung` are pointers of facts not known yet
    that decide what else belongs to it."""

    selesai: int
    jumlah: int
    terakhir: Peristiwa | None
    berikutnya: tuple[Berikutnya, ...]
    berakhir: bool
    bergantung: tuple[str, ...]
    naskah: tuple[Naskah, ...]


def kemajuan(kerja_sama: KerjaSama, rencana: Rencana, keselarasan: Keselarasan, profil: Mapping[str, Any]) -> Kemajuan:
    """How far a case has come by its trail."""
    return Kemajuan(
        len(keselarasan.langkah_selesai),
        len(rencana.dalam_cabang),
        kerja_sama.jejak[-1] if kerja_sama.jejak else None,
        tuple(one for part in keselarasan.bagian for one in _due(kerja_sama, rencana, part, profil)) if not keselarasan.dihentikan else (),
        keselarasan.berakhir,
        tuple(dict.fromkeys(p for one in rencana.langkah if one.keadaan is Keadaan.BELUM_DIKETAHUI for p in one.ketetapan.penentu)),
        tuple(_reached(kerja_sama, rencana, keselarasan)),
    )


def _due(kerja_sama: KerjaSama, rencana: Rencana, part: Bagian, profil: Mapping[str, Any]) -> list[Berikutnya]:
    since = sejak(kerja_sama, rencana, part)
    kerja = JamKerja.dari(profil)
    steps = [rencana.menurut_id[one].langkah for one in part.berikut]
    return [
        Berikutnya(
            step,
            rencana.sop.jabatan(*step.pelaksana),
            part.untuk,
            None if step.menunggu_pihak_luar else batas(step, since, kerja),
        )
        for step in steps
    ]


def _reached(kerja_sama: KerjaSama, rencana: Rencana, keselarasan: Keselarasan) -> list[Naskah]:
    """Naskah that came in or should be there by now, then those that are to be drafted."""
    steps = keselarasan.pernah | set(keselarasan.berikut)
    received = [
        one.naskah for one in rencana.naskah
        if one.naskah.asal == "diterima" and one.keadaan is Keadaan.BERLAKU and one.naskah.langkah in steps
    ]
    return received + jatuh_tempo(kerja_sama, rencana, keselarasan)
