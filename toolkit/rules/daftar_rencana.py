"""Daftar rencana: kerja sama berangkat dari pemetaan urusan yang sudah ditetapkan.

Mengapa: Kerja Sama Wajib dituangkan lebih dahulu dalam Berita Acara pemetaan; KSDPK atas prakarsa daerah
berasal dari daftar rencana tahunan yang ditetapkan dengan Keputusan Kepala Daerah. Yang belum dicatat hanya
belum terbukti; kerja sama sukarela dan prakarsa mitra tidak dinilai.
Dasar: Permendagri 22/2020 Pasal 5 ayat (6) dan Pasal 25 ayat (2)
Contoh sesuai: Keputusan Bupati tentang daftar rencana 12 Januari, KB ditandatangani 28 April
Contoh tidak sesuai: KB ditandatangani 28 April, Keputusan tentang daftar rencana 4 Mei
Perbaikan: tetapkan daftar rencana sebelum kerja sama diproses, lalu catat dalam perencanaan.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.conditions import facts
from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.rules.instansi import Instansi
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, kata, temuan
from toolkit.rules.tim import pertama

ID = "daftar-rencana"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM


def check(perkara: Perkara) -> Iterator[Finding]:
    case, naskah = perkara.kerja_sama, pertama(perkara)
    if naskah is None or case.jenis is None or case.prakarsa is None:
        return
    obliged = case.data.get("perencanaan", {}).get("wajib") is True
    for rule in perkara.hukum.ketentuan(ID, pada=naskah.tanggal, jenis=case.jenis, prakarsa=case.prakarsa):
        if obliged or not rule.isi["wajib"]:
            yield from _judged(perkara, rule, naskah)


def _judged(perkara: Perkara, rule: Ketentuan, naskah: Instansi) -> Iterator[Finding]:
    for element in rule.isi["unsur"]:
        fact = facts(perkara.kerja_sama.data, element["fakta"][0])[0]
        saran = f"Catat {element['judul']} dalam perencanaan."
        if not fact.value:
            yield belum_terbukti(ID, f"Belum terbukti {naskah.nama} didahului {element['judul']}: suratnya belum dicatat.", rule.dasar, fact.pointer, saran)
        elif naskah.tanggal and fact.value.get("tanggal", "") > naskah.tanggal:
            yield temuan(
                ID, SEVERITY, f"{element['judul']} harus mendahului {naskah.nama} tanggal {kata(naskah.tanggal)}, tetapi bertanggal {kata(fact.value['tanggal'])}.",
                rule.dasar, f"{fact.pointer}/tanggal", saran="Betulkan tanggalnya bila salah tulis; bila benar, mintakan pendapat Bagian Hukum.", langkah=naskah.langkah,
            )
