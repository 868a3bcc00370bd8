"""Penyampaian NK: Nota Kesepakatan dan Rencana Kerja yang ditandatangani disampaikan kepada Menteri.

Mengapa: penyampaian itu laporan wajib yang sering terlupa karena tidak ada tenggatnya; karena itu pula
yang belum tercatat hanya menjadi catatan.
Dasar: Permendagri 22/2020 Pasal 57 ayat (3)
Contoh sesuai: surat keluar penyampaian Nota Kesepakatan kepada Menteri tercatat
Contoh tidak sesuai: Nota Kesepakatan ditandatangani, penyampaiannya tidak tercatat
Perbaikan: sampaikan Nota Kesepakatan dan Rencana Kerja kepada Menteri Dalam Negeri, lalu catat.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.instansi import ketentuan, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, kata, temuan

ID = "penyampaian-nk"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM
SARAN = "Sampaikan Nota Kesepakatan dan Rencana Kerja kepada Menteri Dalam Negeri, lalu catat dalam surat_keluar."


def check(perkara: Perkara) -> Iterator[Finding]:
    for naskah in perjanjian(perkara, "nota-kesepakatan"):
        rule = ketentuan(perkara, "pelaporan", naskah, "wajib")
        if rule is None or perkara.kerja_sama.jenis is None or not naskah.ditandatangani:
            continue
        sent = _sent(perkara)
        if sent is None:
            yield belum_terbukti(
                ID, f"Belum terbukti {naskah.nama} disampaikan kepada {rule.isi['kepada']}.", rule.dasar, naskah.pointer, SARAN,
            )
        elif sent[1] and naskah.tanggal and sent[1] < naskah.tanggal:
            yield temuan(
                ID, SEVERITY, f"{naskah.nama} harus disampaikan sesudah ditandatangani {kata(naskah.tanggal)}, tetapi surat penyampaiannya bertanggal {kata(sent[1])}.",
                rule.dasar, f"/surat_keluar/{sent[0]}/tanggal", saran="Betulkan tanggalnya, atau sampaikan naskah yang sudah ditandatangani.",
            )


def _sent(perkara: Perkara) -> tuple[int, str | None] | None:
    """The outgoing letter that hands the naskah over, by the form or the name of its kind."""
    kinds = perkara.sop.naskah_menurut_id
    for place, one in enumerate(perkara.kerja_sama.data.get("surat_keluar", ())):
        kind = kinds.get(one["naskah"])
        words = f"{one['naskah']} {kind.bentuk} {kind.nama}" if kind else one["naskah"]
        if "penyampaian-nk" in words or ("penyampaian" in words.casefold() and "menteri" in words.casefold()):
            return place, one.get("tanggal")
    return None
