"""Arsip nomor: naskah dalam arsip bernomor sama dengan yang dicatat.

Mengapa: naskah ditemukan kembali menurut nomornya. Nomor yang tercetak lain daripada yang dicatat berarti
salah satu keliru; baris nomor yang masih kosong pada berkasnya mungkin diisi tangan pada naskah aslinya,
maka hanya belum terbukti. Satu atau dua baris nomor sama-sama sesuai. Hanya diperiksa dengan --arsip.
Dasar: kewajiban arsip dalam SOP yang bersangkutan; Permendagri 22/2020 Lampiran ("NOMOR : …")
Contoh sesuai: dicatat 100.3.7.1/1/2026, dalam arsip "NOMOR : 100.3.7.1/1/2026"
Contoh tidak sesuai: dicatat 100.3.7.1/1/2026, dalam arsip "NOMOR : 100.3.7.1/7/2026"
Perbaikan: betulkan nomor yang dicatat menurut register, atau simpan naskah yang benar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.berkas_tercatat import Tercatat, tercatat
from toolkit.rules.instansi import Instansi, nomor, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.simpanan import dasar_simpan
from toolkit.rules.temuan import belum_terbukti, temuan

ID = "arsip-nomor"
SEVERITY = Severity.WARNING
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    noted = tercatat(perkara) if perkara.arsip else []
    for naskah in perjanjian(perkara):
        given = [one for one in nomor(naskah) if re.search(r"\d", one)]
        if naskah.ditandatangani and given:
            own = [one for one in noted if one.naskah == naskah.nomor]
            yield from _kept(perkara, naskah, given, own)


def _kept(perkara: Perkara, naskah: Instansi, given: list[str], noted: list[Tercatat]) -> Iterator[Finding]:
    for kept in perkara.arsip or ():
        place = next((one.pointer for one in noted if one.cocok(kept)), None)
        if place is not None and kept.naskah is not None and kept.naskah.bacaan.berteks and kept.naskah.judul.bentuk:
            yield from _compared(perkara, naskah, given, kept.nama, list(kept.naskah.judul.nomor), place)


def _compared(perkara: Perkara, naskah: Instansi, given: list[str], name: str, printed: list[str], place: str) -> Iterator[Finding]:
    filled = [one for one in printed if re.search(r"\d", one)]
    basis, layer = dasar_simpan(perkara, naskah)
    if filled and not {_plain(one) for one in filled} & {_plain(one) for one in given}:
        yield temuan(
            ID, SEVERITY, f"{naskah.nama} dicatat bernomor {' dan '.join(given)}, tetapi {name} dalam arsip bernomor {' dan '.join(filled)}.",
            basis, place, layer=layer, saran="Betulkan nomor yang dicatat menurut register, atau simpan naskah yang benar.",
        )
    elif not filled:
        yield belum_terbukti(
            ID, f"Belum terbukti {name} dalam arsip bernomor {' dan '.join(given)}: baris nomornya kosong, mungkin diisi tangan pada naskah asli.",
            basis[0], place, "Periksa naskah aslinya; simpan juga berkas yang sudah bernomor.", layer,
        )


def _plain(number: str) -> str:
    return re.sub(r"[\s.,:]+$|\s", "", number.casefold())
