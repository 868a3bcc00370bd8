"""Kedaluwarsa: perjanjian yang akan atau sudah berakhir.

Mengapa: perpanjangan disiapkan sebelum perjanjian berakhir. Berakhirnya perjanjian bukan
ketidaksesuaian, maka selalu hanya catatan; berapa hari sebelumnya diingatkan menurut profil instansi.
Perjanjian yang diperpanjang dengan adendum dinilai menurut perpanjangannya; yang diganti tidak disebut.
Dasar: Permendagri 22/2020 Pasal 15 dan Pasal 37
Contoh sesuai: PKS berakhir 12 Juli 2026, diperiksa 12 Januari 2025
Contoh tidak sesuai: PKS berakhir 12 Juli 2026, diperiksa 1 Juni 2026
Perbaikan: putuskan perpanjangan atau pengakhirannya sebelum hari itu.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toolkit.findings import Finding, Layer, Severity
from toolkit.model import ADENDUM
from toolkit.rules.instansi import Instansi, diubah, perjanjian
from toolkit.rules.jangka_waktu import berlaku_sampai
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import kata, temuan

ID = "kedaluwarsa"
SEVERITY = Severity.INFO
LAYER = Layer.HUKUM


def check(perkara: Perkara) -> Iterator[Finding]:
    if perkara.kerja_sama.dihentikan:
        return
    signed = [one for one in perjanjian(perkara) if one.ditandatangani]
    replaced = {one.data["mengubah"] for one in signed if one.bentuk != ADENDUM and isinstance(one.data.get("mengubah"), str)}
    for naskah in signed:
        end = berlaku_sampai(perkara, naskah)
        extension = naskah.bentuk == ADENDUM and diubah(perkara, naskah) is not None
        if end and not extension and naskah.data.get("id") not in replaced:
            yield from _ending(perkara, naskah, end)


def _ending(perkara: Perkara, naskah: Instansi, end: str) -> Iterator[Finding]:
    left = (date.fromisoformat(end) - perkara.per_tanggal).days
    if left > perkara.profil.get("hari_sebelum_berakhir", 0):
        return
    what = f"sudah berakhir {kata(end)}" if left < 0 else f"akan berakhir {kata(end)}, {left} hari lagi"
    yield temuan(
        ID, SEVERITY, f"{naskah.nama} {what}.", "Permendagri 22/2020 Pasal 15 dan Pasal 37", naskah.pointer,
        saran="Putuskan perpanjangan atau pengakhirannya; bila diperpanjang, catat naskah perubahannya.",
    )
