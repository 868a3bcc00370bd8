"""Arsip asli: satu eksemplar asli disimpan oleh pemegang yang ditunjuk.

Mengapa: bila terjadi perselisihan, yang dibuktikan ialah naskah asli. Di antara pemegang yang disebut
SOP salah satu cukup; peraturan menyebut TKKSD, maka asli di pemegang lain hanya menjadi catatan. Bila
SOP tidak mengaturnya, peraturan yang dipakai.
Dasar: kewajiban arsip dalam SOP; Permendagri 22/2020 Pasal 16 ayat (2), Pasal 38 ayat (2) dan Pasal 59 ayat (2)
Contoh sesuai: asli di Sekretariat TKKSD, fotokopi di perangkat daerah
Contoh tidak sesuai: asli hanya di mitra, Sekretariat TKKSD memegang fotokopi
Perbaikan: mintakan eksemplar asli kepada pemegangnya, simpan di Sekretariat TKKSD, lalu catat.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.model import JsonObject
from toolkit.rules.instansi import Instansi, ketentuan, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.simpanan import (
    dipegang,
    eksemplar,
    kewajiban,
    milik_mitra,
    milik_tkksd,
    naskah_wajib,
    selesai,
)
from toolkit.rules.temuan import belum_terbukti, temuan

ID = "arsip-asli"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP
SARAN = "Simpan satu eksemplar asli pada pemegang itu, lalu catat dalam eksemplar."


def check(perkara: Perkara) -> Iterator[Finding]:
    spoken: set[str] = set()
    for duty in kewajiban(perkara, "asli"):
        for naskah in naskah_wajib(perkara, duty):
            spoken.add(naskah.pointer)
            if naskah.data.get("eksemplar"):
                yield from _by_sop(perkara, naskah, duty)
    for naskah in perjanjian(perkara):
        if naskah.pointer not in spoken and naskah.ditandatangani and selesai(perkara) and naskah.data.get("eksemplar"):
            yield from _by_law(perkara, naskah)


def _by_sop(perkara: Perkara, naskah: Instansi, duty: JsonObject) -> Iterator[Finding]:
    originals = eksemplar(naskah, "asli")
    kept = sum(one.get("jumlah", 1) for one in originals if dipegang(perkara, one, duty.get("pemegang", [])))
    wanted = duty.get("jumlah", 1)
    if kept < wanted:
        by_law = duty.get("lapis") == "hukum"
        yield _missing(naskah, duty, wanted, _severity(perkara) if by_law else SEVERITY)
        return
    rule = ketentuan(perkara, "eksemplar", naskah, "pemegang_kata")
    if rule and not any(milik_tkksd(perkara, one, rule.isi["pemegang_kata"]) for one in originals):
        yield _elsewhere(naskah, rule)


def _severity(perkara: Perkara) -> Severity:
    """What the law alone asks is sure for KSDD; for the others its words are a slip or less plain."""
    return SEVERITY if perkara.kerja_sama.jenis == "ksdd" else Severity.WARNING


def _missing(naskah: Instansi, duty: JsonObject, wanted: int, severity: Severity) -> Finding:
    holders = " atau ".join(duty.get("pemegang", [])) or "pemerintah daerah"
    held = ", ".join(f"{one['bentuk']} di {one['pemegang']}" for one in naskah.data["eksemplar"])
    step = duty.get("langkah")
    return temuan(
        ID, severity, f"{wanted} eksemplar asli {naskah.nama} harus disimpan {holders}, tetapi yang tercatat {held}.",
        duty["dasar"], f"{naskah.pointer}/eksemplar", saran=SARAN, layer=Layer(duty.get("lapis", "sop")),
        langkah=(step,) if step else (),
    )


def _elsewhere(naskah: Instansi, rule: Ketentuan) -> Finding:
    return belum_terbukti(
        ID, f"Belum terbukti {rule.isi['pemegang']} menyimpan {rule.isi['jumlah']} eksemplar asli {naskah.nama}; SOP ini mengizinkan pemegang lain.",
        rule.dasar, f"{naskah.pointer}/eksemplar", "Catat bila pemegang itu bertindak selaku Sekretariat TKKSD.",
    )


def _by_law(perkara: Perkara, naskah: Instansi) -> Iterator[Finding]:
    rule = ketentuan(perkara, "eksemplar", naskah, "pemegang_kata")
    if rule is None or perkara.kerja_sama.jenis is None:
        return
    originals = [one for one in eksemplar(naskah, "asli") if not milik_mitra(perkara, one)]
    if not originals:
        yield temuan(
            ID, _severity(perkara),
            f"{rule.isi['pemegang']} harus menyimpan {rule.isi['jumlah']} eksemplar asli {naskah.nama}, tetapi tidak ada asli yang tercatat di pihak kita.",
            rule.dasar, f"{naskah.pointer}/eksemplar", saran=SARAN,
        )
    elif not any(milik_tkksd(perkara, one, rule.isi["pemegang_kata"]) for one in originals):
        yield _elsewhere(naskah, rule)
