"""What the rules on time share: an agency's office hours, and lengths of time in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from toolkit.model import Peristiwa, Waktu
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import kata
from toolkit.times import before
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


def sehari(kerja: JamKerja) -> timedelta:
    """The length of an office day."""
    return datetime.combine(date.min, kerja.selesai) - datetime.combine(date.min, kerja.mulai)


def lama_jam(waktu: Waktu, kerja: JamKerja) -> timedelta | None:
    """A time of minutes, hours or days as time in the office; None for weeks, months and words."""
    units = {"menit": timedelta(minutes=1), "jam": timedelta(hours=1), "hari": sehari(kerja)}
    return None if waktu.nilai is None or waktu.satuan not in units else units[waktu.satuan] * waktu.nilai


def lama_kerja(lama: timedelta, kerja: JamKerja, satuan: str) -> str:
    """"510 menit kerja", or "27 hari kerja"."""
    day = sehari(kerja)
    if satuan != "hari":
        return f"{round(lama.total_seconds() / 60):,} menit kerja".replace(",", ".")
    return f"{round(lama / day, 1):g} hari kerja".replace(".", ",")


def berurutan(perkara: Perkara, event: Peristiwa) -> bool:
    """Whether the events beside it agree with its time; a clock that runs backwards proves nothing
    but that (`waktu-mundur`)."""
    trail, place = perkara.kerja_sama.jejak, event.nomor
    earlier_is_later = place > 0 and before(event.waktu, trail[place - 1].waktu)
    return not earlier_is_later and not (place + 1 < len(trail) and before(trail[place + 1].waktu, event.waktu))
