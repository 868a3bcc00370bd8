"""NK tanpa rencana kerja: Nota Kesepakatan Sinergi disertai Rencana Kerja.

Mengapa: Rencana Kerja ialah pengganti PKS bagi Sinergi dan yang paling sering tidak ada.
Berkas naskah yang dapat dibaca dilihat pula: rencana kerja biasanya menjadi lampirannya. Berkas yang tidak
memuatnya memberi peringatan, karena rencana kerja dapat berdiri sendiri.
Dasar: Permendagri 22/2020 Pasal 52 ayat (2) huruf c dan huruf e
Contoh sesuai: Nota Kesepakatan dengan isi.rencana_kerja berisi dua program
Contoh tidak sesuai: Nota Kesepakatan ditandatangani tanpa Rencana Kerja
Perbaikan: susun Rencana Kerja bersama mitra dan tandatangani bersama Nota Kesepakatannya.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.rules.instansi import Instansi, hari_hukum, ketentuan, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import Teks, dibaca
from toolkit.rules.temuan import belum_terbukti, menurut_hari, temuan

ID = "nk-tanpa-rencana-kerja"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
SARAN = "Susun Rencana Kerja bersama mitra dan isi isi.rencana_kerja pada Nota Kesepakatan."
_RENCANA = re.compile(r"\brencana\s+kerja\b(?!\s+(?:pemerintah|tahunan|perangkat|pembangunan|dan\s+anggaran))", re.IGNORECASE)
_JUDUL = re.compile(r"(?:lampiran\s*[IVX\d]*\W*)?rencana\s+kerja\b(?=[^.;]{0,160}$)", re.IGNORECASE)


def check(perkara: Perkara) -> Iterator[Finding]:
    for naskah in perjanjian(perkara):
        rule = ketentuan(perkara, "bentuk-naskah", naskah, "wajib_bersama")
        if rule is None or perkara.kerja_sama.jenis is None or _accompanied(perkara, naskah, rule):
            continue
        if naskah.ditandatangani or naskah.data.get("status") == "final":
            yield _finding(perkara, naskah, rule)


def periksa(teks: Teks) -> Iterator[Finding]:
    rule = teks.ketentuan("bentuk-naskah", "wajib_bersama", "sinergi") if teks.perjanjian and teks.bentuk == "nota-kesepakatan" else None
    if rule is None or not rule.berlaku.get("bentuk") or termuat(teks):
        return
    spoken = any(_RENCANA.search(one.rapi) for one in teks.naskah.isi)
    if spoken or teks.jenis != "sinergi" or not teks.utuh:
        why = "disebut dalam naskah" if spoken else "jenis kerja samanya tidak disebut (--jenis)" if teks.jenis is None else "tidak seluruh halaman terbaca"
        yield teks.catatan(ID, f"{teks.sebutan} Sinergi harus disertai Rencana Kerja; rencana kerjanya tidak ada dalam berkas ini, tetapi {why}.", rule.dasar, SARAN)
    else:
        severity = Severity.WARNING
        yield teks.temuan(ID, teks.berat(severity), f"{teks.sebutan} Sinergi harus disertai Rencana Kerja, tetapi berkas ini tidak memuat dan tidak menyebutnya.", rule.dasar, SARAN)


def termuat(teks: Teks) -> bool:
    """Whether the file holds the Rencana Kerja itself: a heading of its own outside the articles."""
    begin, end = teks.naskah.batang
    outside = [*range(begin), *range(end, len(teks.naskah.isi))]
    return any(_JUDUL.match(teks.naskah.isi[place].rapi) for place in outside if place >= teks.naskah.judul.akhir)


def _accompanied(perkara: Perkara, naskah: Instansi, rule: Ketentuan) -> bool:
    if any(teks.nomor == naskah.nomor and termuat(teks) for teks in dibaca(perkara)):
        return True
    if naskah.data.get("isi", {}).get("rencana_kerja"):
        return True
    if any(True for _ in perjanjian(perkara, *rule.isi["wajib_bersama"])):
        return True
    attached = (f"{one.get('nama', '')} {one.get('untuk', '')}" for one in perkara.kerja_sama.data.get("lampiran", ()))
    words = [form.replace("-", " ") for form in rule.isi["wajib_bersama"]]
    return any(word in text.casefold().replace("_", " ") for text in attached for word in words)


def _finding(perkara: Perkara, naskah: Instansi, rule: Ketentuan) -> Finding:
    if "isi" not in naskah.data:
        return belum_terbukti(
            ID, f"Belum terbukti {naskah.nama} disertai Rencana Kerja: isinya belum dicatat dalam berkas.",
            rule.dasar, naskah.pointer, SARAN,
        )
    signed = naskah.ditandatangani
    severity, verdict = menurut_hari(hari_hukum(perkara, naskah), SEVERITY if signed else Severity.WARNING)
    return temuan(
        ID, severity, f"{naskah.nama} harus disertai Rencana Kerja, tetapi rencana kerjanya tidak ada.",
        rule.dasar, naskah.pointer, saran=SARAN, verdict=verdict, langkah=naskah.langkah,
    )
