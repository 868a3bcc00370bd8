"""Sisi tanda tangan: PIHAK KEDUA menandatangani di kiri dan PIHAK KESATU di kanan.

Mengapa: format resmi menempatkan pihak menurut sisi; tanda tangan yang terbalik menandakan blok yang
disalin dari naskah lain. Naskah dengan tiga pihak atau lebih, dan yang sisinya tidak terbaca, tidak dinilai;
format Nota Kesepakatan hanya contoh, maka hanya dicatat.
Dasar: Permendagri 22/2020 Lampiran huruf A, huruf B dan huruf C
Contoh sesuai: "PIHAK KEDUA," di kiri, "PIHAK KESATU," di kanan
Contoh tidak sesuai: "PIHAK KESATU," di kiri, "PIHAK KEDUA," di kanan
Perbaikan: tukar letak kedua tanda tangan.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import Teks, atas

ID = "sisi-tanda-tangan"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from atas(perkara, periksa)


def periksa(teks: Teks) -> Iterator[Finding]:
    rule = teks.ketentuan("lambang-sisi", "tanda_tangan") if teks.perjanjian else None
    sides = {one.sebutan: one.sisi for one in teks.naskah.ttd}
    if rule is None or len(sides) != 2 or len(teks.naskah.pihak) > 2:
        return
    wanted = rule.isi["tanda_tangan"]
    left, right = wanted["kiri"], wanted["kanan"]
    if sides.get(left) == "kanan" and sides.get(right) == "kiri":
        printed = {one.sebutan: one for one in teks.naskah.ttd}
        severity = Severity.INFO if teks.bentuk == "nota-kesepakatan" else SEVERITY
        yield teks.temuan(
            ID, teks.berat(severity),
            f"{teks.tempat(printed[right].paragraf)}: PIHAK {left} seharusnya menandatangani di kiri dan PIHAK {right} di kanan, tetapi {printed[right].tulisan} ada di kiri dan {printed[left].tulisan} di kanan.",
            rule.dasar, "Tukar letak kedua tanda tangan.",
        )
