"""Nomor naskah: naskah yang sudah lewat langkah penomorannya bernomor, dan nomornya tidak kembar.

Mengapa: register memuat nomor kosong, "0" dan nomor kembar. Satu nomor bersama atau satu nomor tiap
pihak sama-sama sesuai; sebelum langkah penomorannya lewat, nomor belum diminta.
Dasar: langkah penomoran dalam SOP yang bersangkutan; Permendagri 22/2020 Lampiran ("NOMOR : …")
Contoh sesuai: nomor tiap pihak diisi pada hari penandatanganan
Contoh tidak sesuai: naskah sudah diarsipkan dengan nomor "-"
Perbaikan: mintakan nomor kepada unit yang memegang register, lalu isi nomor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.rules.instansi import Instansi, nomor, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import temuan

ID = "nomor-naskah"
SEVERITY = Severity.WARNING
LAYER = Layer.SOP
KOSONG = re.compile(r"^[\s.\-–—_/…0]*$")


def check(perkara: Perkara) -> Iterator[Finding]:
    seen: dict[str, Instansi] = {}
    for naskah in perjanjian(perkara):
        numbers = nomor(naskah)
        due = naskah.ditandatangani and _numbered(perkara, naskah)
        if due and (not numbers or any(KOSONG.match(one) for one in numbers)):
            yield _missing(perkara, naskah, due)
        for number in numbers:
            if not KOSONG.match(number) and number in seen and seen[number] != naskah:
                yield _twin(perkara, naskah, seen[number], number)
            seen.setdefault(number, naskah)


def _numbered(perkara: Perkara, naskah: Instansi) -> str | None:
    """The step at which the number is given, once a later step has been logged."""
    cells = naskah.jenis.isian_tangan if naskah.jenis else ()
    until = next((one.sampai for one in cells if one.sel == "nomor"), None)
    trail = [(place, step) for place, step in perkara.keselarasan.cocok.items() if _same_scope(perkara, place, naskah)]
    given = [place for place, step in trail if step == until]
    return until if given and any(place > given[-1] for place, _ in trail) else None


def _same_scope(perkara: Perkara, place: int, naskah: Instansi) -> bool:
    untuk = perkara.kerja_sama.jejak[place].untuk
    return untuk is None or naskah.data.get("untuk") in (None, untuk)


def _missing(perkara: Perkara, naskah: Instansi, step: str) -> Finding:
    number = perkara.sop.langkah_menurut_id[step].nomor
    return temuan(
        ID, SEVERITY, f"{naskah.nama} harus bernomor sejak langkah {number}, tetapi nomornya belum diisi.",
        perkara.sop.dasar(step), f"{naskah.pointer}/nomor", layer=LAYER, verdict=Verdict.BELUM_TERBUKTI, langkah=(step,),
        saran="Mintakan nomor kepada unit yang memegang register, lalu isi nomor.", bergantung=(step,),
    )


def _twin(perkara: Perkara, naskah: Instansi, other: Instansi, number: str) -> Finding:
    return temuan(
        ID, SEVERITY, f"Nomor {number} dipakai {other.nama} dan {naskah.nama}; setiap naskah harus bernomor sendiri.",
        perkara.sop.sebutan_sop, f"{naskah.pointer}/nomor", layer=LAYER, saran="Betulkan nomor yang salah menurut register.",
    )
