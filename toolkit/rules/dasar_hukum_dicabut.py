"""Dasar hukum dicabut: naskah tidak lagi merujuk peraturan kerja sama yang sudah dicabut.

Mengapa: dasar yang dicabut menandakan templat lama, biasanya beserta susunan dan kewenangan lama.
Dinilai menurut tanggal naskah, juga tanggal surat; yang dibuat sebelum pencabutan tidak dipersoalkan.
Dasar: Permendagri 22/2020 Pasal 63 dan PP 28/2018 Pasal 51
Contoh sesuai: perjanjian tahun 2019 yang merujuk Permendagri Nomor 22 Tahun 2009
Contoh tidak sesuai: perjanjian tahun 2026 yang merujuk Permendagri Nomor 22 Tahun 2009
Perbaikan: ganti dengan peraturan yang berlaku pada tanggal naskah.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.evidence.terbaca import Peraturan
from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.hukum import Ketentuan
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import Teks, atas
from toolkit.rules.temuan import kata

ID = "dasar-hukum-dicabut"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from atas(perkara, periksa)


def periksa(teks: Teks) -> Iterator[Finding]:
    known = {one.id: one for one in teks.hukum.semua("peraturan")}
    told: set[str] = set()
    for cited in teks.naskah.peraturan:
        law = next((one for one in known.values() if one.sampai and _same(one, cited)), None)
        if law is None or law.id in told or not _binds(teks, law):
            continue
        told.add(law.id)
        if teks.hari is None:
            yield teks.catatan(
                ID, f"{teks.tempat(cited.paragraf)}: {cited.teks} sudah dicabut; tanggal naskah tidak terbaca, sehingga belum terbukti dicabut sebelum naskah dibuat.", law.dasar, _saran(law, known),
            )
        elif teks.hari > str(law.sampai):
            yield teks.temuan(
                ID, (Severity.INFO, Verdict.BELUM_TERBUKTI) if teks.naskah.bacaan.halaman_dikenali else (SEVERITY, Verdict.TIDAK_SESUAI), f"{teks.tempat(cited.paragraf)}: naskah tertanggal {kata(teks.hari)} masih merujuk {cited.teks}, yang berlaku sampai {kata(str(law.sampai))}{_limits(law)}.",
                law.dasar, _saran(law, known),
            )


def _binds(teks: Teks, law: Ketentuan) -> bool:
    """Some laws were revoked only as to agreements: of a letter they say nothing."""
    return not law.berlaku.get("bentuk") or (teks.perjanjian and teks.bentuk in law.berlaku["bentuk"])


def _same(law: Ketentuan, cited: Peraturan) -> bool:
    names = (law.isi["nama"], *law.isi.get("sebutan", ()))
    return any(_key(name) == (_kind(cited.jenis), cited.nomor, cited.tahun) for name in names)


def _key(name: str) -> tuple[str, str, str] | None:
    match = re.fullmatch(r"(.+?)\s+(?:Nomor\s+)?(\d+)(?:\s+Tahun\s+|/)(\d{4})", name)
    return (_kind(match[1]), match[2], match[3]) if match else None


def _kind(text: str) -> str:
    return re.sub(r"\s+republik indonesia$|\s+r\.?i\.?$", "", " ".join(text.casefold().split()))


def _limits(law: Ketentuan) -> str:
    return f" sepanjang {law.isi['sepanjang']}" if law.isi.get("sepanjang") else ""


def _saran(law: Ketentuan, known: dict[str, Ketentuan]) -> str:
    after = known.get(law.isi.get("dicabut_oleh", ""))
    return f"Ganti dengan {after.isi['nama']}." if after else "Ganti dengan peraturan yang berlaku."
