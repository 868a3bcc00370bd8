"""Pengakhiran: kerja sama yang dihentikan sesudah naskahnya ditandatangani berakhir karena sebab yang diatur.

Mengapa: perjanjian yang sudah mengikat tidak berakhir begitu saja; pergantian kepala daerah pun tidak
mengakhirinya. Putusan pengadilan dan pailitnya mitra hanya menjadi sebab bagi KSDPK. Yang dihentikan
sebelum ada naskah yang ditandatangani tidak dinilai; Sinergi tidak diatur.
Dasar: PP 28/2018 Pasal 9 dan Pasal 22
Contoh sesuai: dihentikan dengan sebab "kesepakatan" para pihak
Contoh tidak sesuai: KSDD dihentikan dengan sebab "pailit"
Perbaikan: catat sebabnya dalam dihentikan.sebab; bila tidak termasuk, mintakan pendapat Bagian Hukum.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, temuan
from toolkit.rules.tim import pertama

ID = "pengakhiran"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM
SARAN = "Isi dihentikan.sebab dan catat suratnya; bila sebabnya lain, mintakan pendapat Bagian Hukum."


def check(perkara: Perkara) -> Iterator[Finding]:
    case, naskah = perkara.kerja_sama, pertama(perkara)
    if case.dihentikan is None or naskah is None or case.jenis is None:
        return
    rule = perkara.hukum.satu("berakhir", pada=naskah.tanggal, jenis=case.jenis)
    given = case.dihentikan.get("sebab")
    known = {one["id"]: one["judul"] for one in rule.isi["sebab"]} if rule else {}
    listed = ", ".join(known.values())
    if rule and given is None:
        yield belum_terbukti(ID, f"Belum terbukti {naskah.nama} berakhir karena sebab yang diatur ({listed}): sebabnya belum dicatat.", rule.dasar, "/dihentikan", SARAN)
    elif rule and given not in known:
        yield temuan(ID, SEVERITY, f"{naskah.nama} menurut peraturan berakhir karena {listed}, tetapi dicatat berakhir karena {given}.", rule.dasar, "/dihentikan/sebab", saran=SARAN)
