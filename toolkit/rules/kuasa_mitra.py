"""The power of attorney by which a ministry's or agency's branch signs a Nota Kesepakatan."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Severity
from toolkit.model import JsonObject
from toolkit.rules.instansi import Instansi, ketentuan, perjanjian, ttd_pihak
from toolkit.rules.orang import jabatan_termasuk
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, kata, temuan

SARAN = "Catat surat kuasanya dalam surat_kuasa, atau isi dasar_wewenang pada wakil pihak itu."


def kuasa_mitra(perkara: Perkara, rule: str, severity: Severity) -> Iterator[Finding]:
    """Partners of a Nota Kesepakatan sign for their ministry or agency: by its letter, unless its head
    signs himself."""
    for naskah in perjanjian(perkara, "nota-kesepakatan"):
        law = ketentuan(perkara, "penanda-tangan", naskah, "mitra_berkuasa")
        if law is None or perkara.kerja_sama.jenis is None:
            continue
        for party in perkara.kerja_sama.mitra(perkara.sop):
            for pointer, signer in ttd_pihak(perkara, naskah, party)[:1]:
                if not jabatan_termasuk(signer.get("jabatan", ""), law.isi["mitra_berkuasa"]):
                    yield from _by_letter(perkara, rule, severity, naskah, party, (pointer, signer), law.dasar)


def _by_letter(
    perkara: Perkara, rule: str, severity: Severity, naskah: Instansi, party: JsonObject, signed: tuple[str, JsonObject], dasar: str
) -> Iterator[Finding]:
    pointer, signer = signed
    letters = {one["id"]: (place, one) for place, one in enumerate(perkara.kerja_sama.surat_kuasa)}
    named = letters.get(signer.get("kuasa", ""))
    day = signer.get("tanggal") or naskah.tanggal
    if named is None and not party.get("wakil", {}).get("dasar_wewenang"):
        yield belum_terbukti(
            rule, f"Belum terbukti {signer['nama']} diberi kuasa oleh instansi induk {party['nama']} untuk menandatangani {naskah.nama}.", dasar, pointer, SARAN,
        )
    elif named and day and named[1].get("tanggal", "") > day:
        yield temuan(
            rule, severity, f"Surat kuasa {party['nama']} harus terbit paling lambat pada hari penandatanganan {kata(day)}, tetapi bertanggal {kata(named[1]['tanggal'])}.",
            dasar, f"/surat_kuasa/{named[0]}/tanggal", saran="Mintakan surat kuasa yang terbit sebelum penandatanganan; bila salah tulis, betulkan tanggalnya.", langkah=naskah.langkah,
        )
