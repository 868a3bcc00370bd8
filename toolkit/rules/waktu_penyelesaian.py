"""Waktu penyelesaian: seluruh proses selesai dalam batas waktu yang disebut SOP.

Mengapa: sebagian SOP membatasi seluruh prosesnya, bukan tiap langkah. Yang tidak menyebut langkah awal
dan akhirnya dihitung menurut tanggal naskahnya, dari naskah pertama sampai yang terakhir, dan hanya
dicatat. Lama seluruh langkah dibandingkan dengan jumlah yang tercetak dalam SOP, atau bila tidak tercetak
dengan jumlah waktu langkah-langkah yang ditempuh, juga sebagai catatan.
Dasar: batas waktu dan jumlah waktu dalam SOP yang bersangkutan
Contoh sesuai: batas 3 minggu; draf diterima 1 Juni, naskah diserahkan 19 Juni
Contoh tidak sesuai: batas 3 minggu; draf diterima 1 Juni, naskah diserahkan 2 Juli
Perbaikan: catat sebab keterlambatannya; betulkan tanggalnya bila salah catat.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from toolkit.findings import Finding, Layer, Severity
from toolkit.model import JsonObject, Peristiwa, Waktu
from toolkit.rules.jam import (
    berurutan,
    jam_kerja,
    lama_jam,
    lama_kerja,
    lama_waktu,
    saat,
    tercatat,
)
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import temuan
from toolkit.worktime import JamKerja, lewat, tenggat, terpakai

ID = "waktu-penyelesaian"
SEVERITY = Severity.WARNING
LAYER = Layer.SOP
SARAN = "Catat sebab keterlambatannya; betulkan tanggalnya bila salah catat."


def check(perkara: Perkara) -> Iterator[Finding]:
    kerja = jam_kerja(perkara)
    if kerja is None:
        return
    for limit in perkara.sop.data.get("batas_waktu", ()):
        yield from (_by_steps if "mulai" in limit and "sampai" in limit else _by_texts)(perkara, limit, kerja)
    yield from _total(perkara, kerja)


def _by_steps(perkara: Perkara, limit: JsonObject, kerja: JamKerja) -> Iterator[Finding]:
    start, end = _first(perkara, limit["mulai"]), _first(perkara, limit["sampai"])
    if start is None or end is None or not (berurutan(perkara, start) and berurutan(perkara, end)):
        return
    waktu = Waktu(**limit["waktu"])
    until = tenggat(start.waktu, waktu, kerja)
    if until is not None and lewat(until, end.waktu):
        steps = (start.langkah, end.langkah)
        yield temuan(
            ID, SEVERITY,
            f"{limit['untuk']} seharusnya selesai dalam {lama_waktu(waktu)} sejak {tercatat(start.waktu)}, paling lambat {saat(until)}, tetapi selesai {tercatat(end.waktu)}.",
            limit["dasar"], f"{end.pointer}/waktu", layer=LAYER, langkah=steps, bergantung=steps, saran=SARAN,
        )


def _first(perkara: Perkara, langkah: str) -> Peristiwa | None:
    return next((one for one in perkara.kerja_sama.jejak if one.langkah == langkah), None)


def _by_texts(perkara: Perkara, limit: JsonObject, kerja: JamKerja) -> Iterator[Finding]:
    """From the first to the last dated text of the kinds that the limit names."""
    dated = sorted(
        (one["tanggal"], place) for place, one, _ in perkara.instansi_naskah
        if one.get("jenis") in limit.get("naskah", ()) and one.get("tanggal") and one.get("status") != "batal"
    )
    if len(dated) < 2:
        return
    (first, _), (last, place) = dated[0], dated[-1]
    waktu = Waktu(**limit["waktu"])
    until = tenggat(first, waktu, kerja)
    if until is not None and lewat(until, last):
        yield temuan(
            ID, Severity.INFO,
            f"{limit['untuk']} seharusnya selesai dalam {lama_waktu(waktu)}; naskah pertamanya bertanggal {tercatat(first)}, yang terakhir {tercatat(last)}.",
            limit["dasar"], f"/naskah/{place}/tanggal", layer=LAYER, saran=SARAN,
        )


def _total(perkara: Perkara, kerja: JamKerja) -> Iterator[Finding]:
    """The time taken by all steps against the sum that the SOP prints, or that its steps of this branch
    make; only where every event of a finished trail tells both its ends."""
    if not perkara.keselarasan.berakhir or perkara.keselarasan.dihentikan:
        return
    printed, allowed = "waktu_total" in perkara.sop.data, _allowed(perkara, kerja)
    taken = _taken(perkara, kerja) if allowed else None
    if allowed is not None and taken is not None and taken > allowed:
        unit = perkara.sop.data["waktu_total"]["satuan"] if printed else _unit(perkara)
        source = "jumlah waktu yang tercetak dalam SOP" if printed else "jumlah waktu langkah-langkahnya dalam SOP"
        yield temuan(
            ID, Severity.INFO,
            f"Seluruh langkah memakan {lama_kerja(taken, kerja, unit)}, sedangkan {source} {lama_kerja(allowed, kerja, unit)}.",
            perkara.sop.dasar(), "/jejak", layer=LAYER, saran="Lihat langkah mana yang lama; waktu menunggu pihak luar tidak ikut dihitung.",
        )


def _unit(perkara: Perkara) -> str:
    """Days where the SOP counts any step in days."""
    return "hari" if any(step.waktu and step.waktu.satuan == "hari" for step in perkara.sop.langkah) else "menit"


def _allowed(perkara: Perkara, kerja: JamKerja) -> timedelta | None:
    """The SOP's own total in office time; without one the sum over the steps that were done, if every
    one of ours has a time of its own and none runs several times side by side."""
    printed = perkara.sop.data.get("waktu_total")
    if printed:
        return lama_jam(Waktu(printed["nilai"], printed["satuan"]), kerja)
    done = [step for step in perkara.rencana.dalam_cabang if step.id in perkara.keselarasan.pernah and not step.menunggu_pihak_luar]
    parts = [lama_jam(step.waktu, kerja) if step.waktu and step.lingkup is None else None for step in done]
    known = [one for one in parts if one is not None]
    return sum(known, timedelta()) if known and len(known) == len(parts) else None


def _taken(perkara: Perkara, kerja: JamKerja) -> timedelta | None:
    steps, total = perkara.sop.langkah_menurut_id, timedelta()
    for event in perkara.kerja_sama.jejak:
        if event.langkah in steps and steps[event.langkah].menunggu_pihak_luar:
            continue
        part = terpakai(event.mulai, event.waktu, kerja) if event.mulai else None
        if part is None:
            return None
        total += part
    return total
