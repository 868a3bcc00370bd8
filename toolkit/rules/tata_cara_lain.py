"""Tata cara lain: KSDPK yang pelaksanaannya mengikuti peraturan lain.

Mengapa: pemanfaatan barang milik daerah, KPBU, investasi dan pengadaan tetap KSDPK, tetapi tata caranya
diatur peraturan lain; naskah menurut SOP ini saja belum cukup.
Dasar: PP 28/2018 Pasal 15 ayat (3) dan ayat (4)
Contoh sesuai: tata_cara_lain "tidak-ada"
Contoh tidak sesuai: sewa gedung milik daerah (tata_cara_lain "barang-milik-daerah") hanya dengan KB dan PKS
Perbaikan: tempuh tata cara peraturan itu bersama perangkat daerah yang membidangi.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.instansi import perjanjian, terakhir
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import menurut_hari, temuan

ID = "tata-cara-lain"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM


def check(perkara: Perkara) -> Iterator[Finding]:
    case = perkara.kerja_sama
    chosen = case.data.get("tata_cara_lain")
    day = min((one.tanggal for one in perjanjian(perkara) if one.tanggal), default=None) or terakhir(perkara)
    if chosen is None or case.jenis is None:
        return
    for rule in perkara.hukum.ketentuan("tata-cara-lain", pada=day, jenis=case.jenis):
        for regime in rule.isi["tata_cara"]:
            if regime["id"] == chosen:
                severity, verdict = menurut_hari(day, SEVERITY)
                yield temuan(
                    ID, severity,
                    f"Kerja sama ini KSDPK, tetapi tata caranya mengikuti peraturan lain: {regime['nama']}.",
                    rule.dasar, "/tata_cara_lain", verdict=verdict,
                    saran="Tempuh tata cara peraturan itu bersama perangkat daerah yang membidangi; SOP ini saja belum cukup.",
                )
