"""Laporan semester: pelaksanaan KSDD dan KSDPK dilaporkan setiap semester, dengan sembilan unsurnya.

Mengapa: laporan itu bahan evaluasi Gubernur dan Menteri. Peraturan tidak menyebut kapan semester
dimulai: dihitung enam bulan sejak laporan terakhir atau penandatanganan, selama perjanjian berlaku.
Laporan yang belum tercatat hanya menjadi catatan. Sinergi tidak bersyarat unsur (laporan-sinergi).
Dasar: Permendagri 22/2020 Pasal 17 dan Pasal 39
Contoh sesuai: PKS Juli 2024, laporan Januari 2025 dengan permasalahan dan upaya penyelesaiannya
Contoh tidak sesuai: laporan Januari 2025 tanpa permasalahan
Perbaikan: lengkapi laporannya; tulis "tidak ada" bila memang tidak ada permasalahan.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.hukum import Ketentuan
from toolkit.model import JsonObject
from toolkit.rules.berkala import laporan, pelaksanaan, terlewat
from toolkit.rules.instansi import Instansi
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, kata, temuan

ID = "laporan-semester"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM
JENIS = "semester"
# Where a report may take an item from; the last two only from the report itself.
ISIAN = {
    "judul": ("judul",), "para-pihak": ("pihak",), "maksud-tujuan": ("maksud", "tujuan"), "objek": ("objek",),
    "jangka-waktu": ("jangka_waktu",), "permasalahan": ("permasalahan",), "upaya": ("upaya",),
}
SENDIRI = frozenset({"permasalahan", "upaya"})


def check(perkara: Perkara) -> Iterator[Finding]:
    told: set[int] = set()
    for naskah in pelaksanaan(perkara):
        rule = _ketentuan(perkara, naskah.tanggal)
        if rule is None or perkara.kerja_sama.jenis is None:
            continue
        for place, report in laporan(perkara, naskah, JENIS):
            if place not in told:
                told.add(place)
                yield from _incomplete(perkara, naskah, rule, place, report)
        yield from _missing(perkara, naskah, rule)


def _ketentuan(perkara: Perkara, hari: str | None) -> Ketentuan | None:
    return perkara.hukum.satu("pelaporan", pada=hari, kunci="unsur", jenis=perkara.kerja_sama.jenis, bentuk=ID)


def _incomplete(perkara: Perkara, naskah: Instansi, rule: Ketentuan, place: int, report: JsonObject) -> Iterator[Finding]:
    lacking = [one["judul"] for one in rule.isi["unsur"] if not _has(perkara, naskah, one["id"], report)]
    if lacking:
        yield temuan(
            ID, SEVERITY, f"Laporan {report['periode']} harus memuat {', '.join(lacking)}, tetapi tidak tercatat.",
            rule.dasar, f"/monev/{place}", verdict=Verdict.BELUM_TERBUKTI,
            saran='Lengkapi laporannya; tulis "tidak ada" bila memang tidak ada.',
        )


def _has(perkara: Perkara, naskah: Instansi, unsur: str, report: JsonObject) -> bool:
    """Whether the item can be told; what the sources hold for every naskah, or only where agreed, can."""
    keys = ISIAN.get(unsur, ())
    places = (report,) if unsur in SENDIRI else (report, naskah.data, naskah.data.get("isi", {}), perkara.kerja_sama.data)
    return not keys or any(one.get(key) for one in places for key in keys)


def _missing(perkara: Perkara, naskah: Instansi, rule: Ketentuan) -> Iterator[Finding]:
    late = terlewat(perkara, naskah, rule.isi["setiap_bulan"], JENIS)
    if late:
        yield belum_terbukti(
            ID, f"Laporan semester atas {naskah.nama} sesudah {kata(late[0])} belum tercatat; waktunya {kata(late[1])}.",
            rule.dasar, naskah.pointer, f"Sampaikan laporan {rule.isi['oleh']} kepada {rule.isi['kepada']}, lalu catat dalam monev.",
        )
