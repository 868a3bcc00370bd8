"""Waktu langkah: suatu langkah selesai dalam waktu yang disebut SOP.

Mengapa: waktu dalam SOP ialah mutu baku; langkah yang lebih lama menahan langkah sesudahnya. Dihitung
menurut jam dan hari kerja instansi, tanpa hari libur nasional, cuti bersama dan hari libur instansi
sendiri, dari waktu masuk sampai selesai. Langkah yang menunggu pihak luar tidak dihitung; waktu yang
direlatifkan SOP sendiri hanya dicatat; tanpa waktu masuk tidak ada yang dihitung.
Dasar: kolom waktu dalam SOP yang bersangkutan
Contoh sesuai: waktu 3 hari; masuk Kamis 2 April, selesai Rabu 8 April (3 April hari libur)
Contoh tidak sesuai: waktu 3 hari; masuk Senin 6 April, selesai Senin 13 April
Perbaikan: catat sebab keterlambatannya; betulkan waktunya bila salah catat.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.model import Langkah, Peristiwa, Waktu
from toolkit.rules.jam import berurutan, jam_kerja, lama_waktu, saat, tercatat
from toolkit.rules.perkara import Perkara
from toolkit.rules.simpanan import selesai
from toolkit.rules.temuan import temuan
from toolkit.rules.urutan import awal
from toolkit.times import parse
from toolkit.worktime import JamKerja, lewat, tenggat

ID = "waktu-langkah"
SEVERITY = Severity.WARNING
LAYER = Layer.SOP
KALENDER = {"menit": timedelta(minutes=1), "jam": timedelta(hours=1), "hari": timedelta(days=1), "minggu": timedelta(weeks=1), "bulan": timedelta(days=28)}


def check(perkara: Perkara) -> Iterator[Finding]:
    kerja, steps = jam_kerja(perkara), perkara.sop.langkah_menurut_id
    if kerja is None:
        return
    timed = [(steps[one.langkah], one) for one in perkara.kerja_sama.jejak if one.langkah in steps and _has_time(steps[one.langkah])]
    for step, event in timed:
        if event.mulai and step.waktu and berurutan(perkara, event):
            yield from _judge(perkara, step, event, event.mulai, step.waktu, kerja)
    if selesai(perkara):
        yield from _unjudged(perkara, [step for step, event in timed if not event.mulai])


def _has_time(step: Langkah) -> bool:
    return step.waktu is not None and step.waktu.nilai is not None and not step.menunggu_pihak_luar


def _judge(perkara: Perkara, step: Langkah, event: Peristiwa, began: str, waktu: Waktu, kerja: JamKerja) -> Iterator[Finding]:
    if _within(began, event.waktu, waktu):
        return
    until = tenggat(_latest(began, waktu, kerja), waktu, kerja)
    if until is None or not lewat(until, event.waktu):
        return
    relative = " (SOP tidak memastikan waktu itu)" if step.waktu_relatif else ""
    yield temuan(
        ID, Severity.INFO if step.waktu_relatif else SEVERITY,
        f"{awal((step,))} seharusnya selesai dalam {lama_waktu(waktu)}{relative} sejak {tercatat(began)}, paling lambat {saat(until)}, tetapi selesai {tercatat(event.waktu)}.",
        perkara.sop.dasar(step.id), f"{event.pointer}/waktu", layer=LAYER, langkah=(step.id,), bergantung=(step.id,),
        saran="Catat sebab keterlambatannya pada peristiwa itu; betulkan waktunya bila salah catat.",
    )


def _within(began: str, ended: str, waktu: Waktu) -> bool:
    """Whether a step was in time by any calendar, so that no day off need be looked up."""
    (day_a, at_a), (day_b, at_b) = parse(began), parse(ended)
    limit = KALENDER[waktu.satuan or "hari"] * (waktu.nilai or 0)
    if at_a is None or at_b is None:
        return day_b - day_a <= limit
    return at_b.replace(tzinfo=None) - at_a.replace(tzinfo=None) <= limit


def _latest(began: str, waktu: Waktu, kerja: JamKerja) -> str:
    """The latest moment that a beginning may mean: a day without a clock, for a time in hours, leaves
    the whole day open."""
    if len(began) == len("2026-03-02") and waktu.satuan in ("menit", "jam"):
        return f"{began}T{kerja.selesai:%H:%M}"
    return began


def _unjudged(perkara: Perkara, steps: list[Langkah]) -> Iterator[Finding]:
    """What could not be looked at is said once, and only when nobody is still writing it down."""
    told = list(dict.fromkeys(step.id for step in steps))
    if told:
        yield temuan(
            ID, Severity.INFO, f"Waktu {len(told)} langkah tidak dapat diperiksa karena waktu masuknya tidak dicatat.",
            perkara.sop.dasar(*told), "/jejak", layer=LAYER, verdict=Verdict.TIDAK_DIPERIKSA, bergantung=(),
            saran='Catat waktu masuk ("mulai") pada setiap peristiwa.',
        )
