"""Tercantum dalam RKPD: objek kerja sama ada dalam perencanaan pembangunan daerah.

Mengapa: objek Sinergi wajib tercantum dalam RKPD; objek KSDD dan KSDPK boleh di luar perencanaan hanya
untuk kondisi darurat, program strategis nasional, atau tugas pembantuan.
Dasar: Permendagri 22/2020 Pasal 53 ayat (2); PP 28/2018 Pasal 4 ayat (3) dan Pasal 16 ayat (3)
Contoh sesuai: perencanaan.rkpd true dengan kutipan programnya
Contoh tidak sesuai: Sinergi dengan perencanaan.rkpd false
Perbaikan: usulkan objek itu masuk RKPD (perubahan) sebelum naskah ditandatangani.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.rules.instansi import perjanjian, terakhir
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, menurut_hari, temuan

ID = "tercantum-rkpd"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
SARAN = "Usulkan objek itu masuk RKPD sebelum naskah ditandatangani; bila sudah, catat dalam perencanaan."


def check(perkara: Perkara) -> Iterator[Finding]:
    case = perkara.kerja_sama
    signed = [one for one in perjanjian(perkara) if one.ditandatangani]
    day = min((one.tanggal for one in signed if one.tanggal), default=None) or (None if signed else terakhir(perkara))
    rule = perkara.hukum.satu("rkpd", pada=day, jenis=case.jenis)
    if rule is None or case.jenis is None:
        return
    stated = case.data.get("perencanaan", {}).get("rkpd")
    if stated is False and not _excused(perkara, rule):
        yield _absent(rule, day)
    elif stated is None and signed and rule.isi["wajib"]:
        yield belum_terbukti(
            ID, "Belum terbukti objek Sinergi tercantum dalam RKPD: perencanaan.rkpd belum diisi.",
            rule.dasar, "/perencanaan", SARAN,
        )


def _excused(perkara: Perkara, rule: Ketentuan) -> bool:
    """Only KSDD and KSDPK may rest on another planning document or on an exception."""
    planning = perkara.kerja_sama.data["perencanaan"]
    excepted = planning.get("pengecualian") in rule.isi.get("pengecualian", ())
    return not rule.isi["wajib"] and (excepted or bool(planning.get("dokumen")))


def _absent(rule: Ketentuan, day: str | None) -> Finding:
    severity, verdict = menurut_hari(day, SEVERITY if rule.isi["wajib"] else Severity.WARNING)
    allowed = "" if rule.isi["wajib"] else " atau dikecualikan (darurat, program strategis nasional, tugas pembantuan)"
    return temuan(
        ID, severity, f"Objek kerja sama harus tercantum dalam RKPD{allowed}, tetapi dinyatakan tidak tercantum.",
        rule.dasar, "/perencanaan/rkpd", saran=SARAN, verdict=verdict,
    )
