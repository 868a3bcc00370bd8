"""Kajian TKKSD: usulan atau penawaran dikaji TKKSD sebelum kesepakatannya ditandatangani.

Mengapa: kajian (lima pertimbangan; delapan untuk penawaran pihak ketiga) menjadi dasar menyusun naskah.
Tanpa surat kajian tetapi dengan rapat TKKSD dalam jejak hanya menjadi catatan. Yang ditawarkan daerah sendiri
dikaji sebelum ditawarkan; tawaran mitra dikaji sesudah diterima.
Dasar: Permendagri 22/2020 Pasal 7 ayat (4), Pasal 29 ayat (4), Pasal 31 dan Pasal 53 ayat (4)
Contoh sesuai: hasil kajian 15 April, KB ditandatangani 28 April
Contoh tidak sesuai: KB ditandatangani 28 April, hasil kajian 4 Mei
Perbaikan: mintakan kajian TKKSD dan catat dalam kajian_tkksd.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import kata, temuan
from toolkit.rules.tim import pertama, surat_tkksd

ID = "kajian-tkksd"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM


def check(perkara: Perkara) -> Iterator[Finding]:
    case = perkara.kerja_sama
    naskah = pertama(perkara, "kesepakatan-bersama", "nota-kesepakatan")
    if naskah is None or case.jenis is None:
        return
    rule = perkara.hukum.satu("tkksd", pada=naskah.tanggal, bentuk=ID, jenis=case.jenis, prakarsa=case.prakarsa)
    if rule is not None:
        yield from _before_offer(perkara, rule) or surat_tkksd(
            perkara, ID, "kajian_tkksd", "Hasil kajian TKKSD", rule.dasar, naskah,
            "Mintakan kajian TKKSD dan catat dalam kajian_tkksd.",
        )


def _before_offer(perkara: Perkara, rule: Ketentuan) -> list[Finding]:
    """What we offer ourselves is studied first; what a partner offers, after it came in."""
    data = perkara.kerja_sama.data
    studied, offered = data.get("kajian_tkksd", {}).get("tanggal"), data.get("penawaran", {}).get("tanggal")
    if perkara.kerja_sama.prakarsa != "daerah" or not (studied and offered) or studied <= offered:
        return []
    return [temuan(
        ID, SEVERITY, f"Hasil kajian TKKSD harus mendahului surat penawaran {kata(offered)}, tetapi bertanggal {kata(studied)}.",
        rule.dasar, "/kajian_tkksd/tanggal", saran="Betulkan tanggalnya bila salah tulis; bila benar, mintakan TKKSD meninjau penawarannya.",
    )]
