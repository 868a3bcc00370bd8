"""What the rules on time share: an agency's office hours, and lengths of time in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from toolkit.model import Waktu
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import kata
from toolkit.worktime import JamKerja

SATUAN = {"menit": "menit kerja", "jam": "jam kerja", "hari": "hari kerja"}


def jam_kerja(perkara: Perkara) -> JamKerja | None:
    """None where nothing tells when the office is open."""
    known = "jam_kerja" in perkara.profil and "hari_kerja" in perkara.profil
    return JamKerja.dari(perkara.profil) if known else None


def lama_waktu(waktu: Waktu) -> str:
    """"3 hari kerja", "90 menit kerja", "3 minggu"."""
    number = f"{waktu.nilai:g}".replace(".", ",")
    return f"{number} {SATUAN.get(waktu.satuan or '', waktu.satuan)}"


def saat(batas: date | datetime) -> str:
    """A due day or moment as an office writes it."""
    clock = f" pukul {batas:%H.%M}" if isinstance(batas, datetime) else ""
    return f"{kata(batas.isoformat())}{clock}"


def tercatat(waktu: str) -> str:
    """The same for a moment as a trail writes it."""
    clock = f" pukul {waktu[11:16].replace(':', '.')}" if len(waktu) > 10 else ""
    return f"{kata(waktu)}{clock}"


def menit(lama: timedelta) -> int:
    return round(lama.total_seconds() / 60)
