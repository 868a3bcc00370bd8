"""Laporan Sinergi: TKKSD melaporkan Sinergi setiap enam bulan, dan kepala daerah setahun sekali.

Mengapa: laporan TKKSD diteruskan Bupati atau Wali Kota kepada Gubernur, dan Gubernur kepada Menteri, paling
sedikit setahun sekali; itulah bahan evaluasi Sinergi. Peraturan tidak menyebut isinya. Laporan yang belum
tercatat hanya menjadi catatan, karena baru timbul dari hari pemeriksaan.
Dasar: Permendagri 22/2020 Pasal 60 ayat (1), ayat (2) dan ayat (3)
Contoh sesuai: Nota Kesepakatan Mei 2025, laporan TKKSD November 2025, laporan kepada Gubernur Maret 2026
Contoh tidak sesuai: Nota Kesepakatan Mei 2025, sampai Juni 2026 tidak ada laporan kepada Gubernur
Perbaikan: susun dan sampaikan laporannya, lalu catat dalam monev; isi kepada bagi laporan tahunan.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.rules.berkala import terlewat
from toolkit.rules.instansi import Instansi, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, kata

ID = "laporan-sinergi"
SEVERITY = Severity.INFO
LAYER = Layer.HUKUM
# Who heads a region, by the word for it in its government's name.
KEPALA = {"provinsi": "Gubernur", "kabupaten": "Bupati", "kota": "Wali Kota"}
TAHUNAN = ("laporan-sinergi-gubernur", "laporan-sinergi-menteri")


def check(perkara: Perkara) -> Iterator[Finding]:
    jenis = perkara.kerja_sama.jenis
    for naskah in perjanjian(perkara, "nota-kesepakatan") if jenis else ():
        if naskah.ditandatangani and naskah.tanggal:
            half_yearly = perkara.hukum.satu("pelaporan", pada=naskah.tanggal, jenis=jenis, bentuk=ID)
            if half_yearly:
                yield from _missing(perkara, naskah, half_yearly, None)
            for bentuk in TAHUNAN:
                yearly = perkara.hukum.satu("pelaporan", pada=naskah.tanggal, jenis=jenis, bentuk=bentuk)
                if yearly and _ours(perkara, yearly):
                    yield from _missing(perkara, naskah, yearly, yearly.isi["kepada"])


def _ours(perkara: Perkara, rule: Ketentuan) -> bool:
    """Whether the duty is our own head's: of a regency or city, or of a province."""
    ours = perkara.kerja_sama.pihak_kita(perkara.sop)
    words = ours["nama"].casefold().split() if ours else []
    return any(head in rule.isi["oleh"] for word, head in KEPALA.items() if word in words)


def _missing(perkara: Perkara, naskah: Instansi, rule: Ketentuan, penerima: str | None) -> Iterator[Finding]:
    kinds = ("sinergi", "tahunan") if penerima else ("sinergi", "semester")
    late = terlewat(perkara, naskah, rule.isi["setiap_bulan"], *kinds, penerima=penerima)
    if late:
        whom = f" kepada {penerima}" if penerima else ""
        yield belum_terbukti(
            ID, f"Laporan pelaksanaan {naskah.nama}{whom} sesudah {kata(late[0])} belum tercatat; waktunya {kata(late[1])}.",
            rule.dasar, naskah.pointer, f"Susun laporan {rule.isi['oleh']} kepada {rule.isi['kepada']}, lalu catat dalam monev.",
        )
