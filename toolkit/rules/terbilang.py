"""Terbilang: bilangan yang ditulis dengan angka dan huruf harus sama.

Mengapa: bila angka dan hurufnya berbeda, tidak ada yang tahu mana yang disepakati; kesalahan ini lazim
pada naskah yang disalin dari naskah lain. Yang dilihat hanya teksnya.
Dasar: Permendagri 22/2020 Lampiran ("dalam rangkap … (…)")
Contoh sesuai: "30 (tiga puluh) hari", "lima (5) tahun", "Rp1.500.000,00 (satu juta lima ratus ribu rupiah)"
Contoh tidak sesuai: "30 (tiga belas) hari"
Perbaikan: samakan huruf dengan angka yang disepakati.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from toolkit.evidence.bilangan import kata
from toolkit.evidence.terbaca import Bilangan
from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import LAMPIRAN, Teks, atas

ID = "terbilang"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
DASAR = f'{LAMPIRAN} ("dalam rangkap … (…)")'
SARAN = "Tulis angka dan huruf yang sama, menurut jumlah yang disepakati."
_TERBESAR = Decimal(10) ** 15


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from atas(perkara, periksa)


def periksa(teks: Teks) -> Iterator[Finding]:
    for one in teks.naskah.bilangan:
        place = teks.tempat(one.paragraf)
        if one.sama is None:
            yield teks.catatan(
                ID, f"{place}: huruf pada “{one.teks}” tidak dapat dibaca sebagai bilangan, sehingga belum terbukti sama dengan angkanya.", DASAR, SARAN,
            )
        elif not one.sama:
            yield teks.temuan(ID, teks.berat_bentuk(SEVERITY), _pesan(place, one), DASAR, SARAN)


def _pesan(place: str, one: Bilangan) -> str:
    number = Decimal(one.angka)
    whole = number == number.to_integral_value() and number < _TERBESAR
    digits = f"{int(number):,}".replace(",", ".")
    expected = f"; {digits} ialah {kata(int(number))}" if whole else ""
    return f"{place}: angka dan huruf harus sama, tetapi tertulis “{one.teks}”{expected}."
