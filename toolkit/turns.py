"""Whose turn it is: since when a step is due, and until when by the SOP's own time."""

from __future__ import annotations

from datetime import date, datetime

from toolkit.conformance import Bagian
from toolkit.model import KerjaSama, Langkah
from toolkit.plan import Rencana
from toolkit.worktime import JamKerja, tenggat


def sejak(kerja_sama: KerjaSama, rencana: Rencana, part: Bagian) -> str | None:
    """When the last event of the same share of the trail was."""
    own = [
        event for event in kerja_sama.jejak
        if event.langkah in rencana.menurut_id
        and rencana.menurut_id[event.langkah].langkah.lingkup == part.lingkup
        and (part.lingkup is None or event.untuk == part.untuk)
    ]
    return own[-1].waktu if own else None


def batas(langkah: Langkah, sejak: str | None, kerja: JamKerja) -> date | datetime | None:
    """When the time of a step that is due since then is up; None where nothing tells."""
    return tenggat(sejak, langkah.waktu, kerja) if sejak and langkah.waktu else None
