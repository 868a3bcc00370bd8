"""Rangkap: jumlah naskah asli sama dengan jumlah pihak.

Mengapa: setiap pihak memegang satu asli bermeterai; "rangkap 2 (dua)" pada naskah tiga pihak salah salin.
Jumlah itu diatur untuk KSDD; untuk KSDPK dan Sinergi diperingatkan.
Pada teksnya, jumlah yang tertulis dalam penutup dibandingkan dengan jumlah pihak dalam komparisi.
Dasar: Permendagri 22/2020 Pasal 10 ayat (3), Pasal 14 ayat (4) dan Lampiran
Contoh sesuai: dua pihak, rangkap 2
Contoh tidak sesuai: tiga pihak, rangkap 2
Perbaikan: betulkan rangkap pada naskah, atau catat alasan rangkap tambahan.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.instansi import (
    Instansi,
    hari_hukum,
    ketentuan,
    perjanjian,
    pihak_naskah,
)
from toolkit.rules.perkara import Perkara
from toolkit.rules.simpanan import eksemplar
from toolkit.rules.teks import Teks, atas
from toolkit.rules.temuan import menurut_hari, temuan

ID = "rangkap"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
SARAN = "Betulkan jumlah rangkapnya; setiap pihak memegang satu asli."
LAMPIRAN = 'Permendagri 22/2020 Lampiran ("dalam rangkap … (…)")'


def check(perkara: Perkara) -> Iterator[Finding]:
    found = list(_recorded(perkara))
    yield from found
    told = {naskah.nomor for naskah in perjanjian(perkara) if any((one.location.pointer or "").startswith(f"{naskah.pointer}/rangkap") for one in found)}
    yield from atas(perkara, periksa, told)


def periksa(teks: Teks) -> Iterator[Finding]:
    stated, parties = teks.naskah.rangkap, len(teks.naskah.pihak)
    if not teks.perjanjian or not teks.format_berlaku or stated is None or parties < 2 or stated.jumlah == parties:
        return
    rule = teks.ketentuan("eksemplar", "asli") if teks.jenis else None
    what = f"{teks.tempat(stated.paragraf)}: naskah harus dibuat rangkap sejumlah pihaknya, yaitu {parties}, tetapi tertulis “{stated.teks}”"
    basis = rule.dasar if rule else LAMPIRAN
    if {one.sebutan for one in teks.naskah.ttd} - {one.sebutan for one in teks.naskah.pihak}:
        yield teks.catatan(ID, f"{what}; jumlah pihak dalam komparisi belum terbukti karena tanda tangannya lebih banyak.", basis, SARAN)
    else:
        yield teks.temuan(ID, teks.berat(SEVERITY if rule and stated.jumlah < parties else Severity.WARNING), f"{what}.", basis, SARAN)


def _recorded(perkara: Perkara) -> Iterator[Finding]:
    for naskah in perjanjian(perkara):
        parties = len(pihak_naskah(perkara, naskah))
        stated = naskah.data.get("rangkap")
        held = sum(one.get("jumlah", 1) for one in eksemplar(naskah, "asli"))
        if parties < 2:
            continue
        if stated is not None and stated != parties:
            yield _finding(perkara, naskah, f"{parties} pihak, tetapi rangkapnya {stated}", "rangkap", SEVERITY)
        elif held > parties:
            yield _finding(perkara, naskah, f"{parties} pihak, tetapi eksemplar asli yang tercatat {held}", "eksemplar", Severity.WARNING)


def _finding(perkara: Perkara, naskah: Instansi, found: str, key: str, severity: Severity) -> Finding:
    rule = ketentuan(perkara, "eksemplar", naskah, "asli")
    bound = severity if rule and perkara.kerja_sama.jenis else Severity.WARNING
    worst, verdict = menurut_hari(hari_hukum(perkara, naskah), bound)
    return temuan(
        ID, worst, f"{naskah.nama} harus dibuat rangkap sejumlah pihaknya: {found}.",
        rule.dasar if rule else LAMPIRAN, f"{naskah.pointer}/{key}", verdict=verdict, langkah=naskah.langkah,
        saran=SARAN,
    )
