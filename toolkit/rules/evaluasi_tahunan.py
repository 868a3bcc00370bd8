"""Evaluasi tahunan: kerja sama dievaluasi pada akhir tahun bila SOP memintanya.

Mengapa: sebagian SOP meminta evaluasi akhir tahun oleh unit kerja sama. Hanya SOP yang menyebutnya
dinilai; laporan TKKSD menurut peraturan adalah kewajiban lain. Yang dihitung hanya tahun yang sudah
habis selama perjanjian berlaku; yang belum tercatat hanya menjadi catatan.
Dasar: kewajiban monev dalam SOP yang bersangkutan
Contoh sesuai: PKS Juli 2024 sampai Juli 2026, evaluasi Desember 2024 dan Desember 2025
Contoh tidak sesuai: PKS yang sama tanpa evaluasi tahun 2025
Perbaikan: susun laporan evaluasi tahun itu, lalu catat dalam monev.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toolkit.findings import Finding, Layer, Severity
from toolkit.model import JsonObject
from toolkit.rules.berkala import laporan
from toolkit.rules.instansi import Instansi, perjanjian
from toolkit.rules.jangka_waktu import berakhir
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti

ID = "evaluasi-tahunan"
SEVERITY = Severity.INFO
LAYER = Layer.SOP
JENIS = "tahunan"


def check(perkara: Perkara) -> Iterator[Finding]:
    if perkara.kerja_sama.dihentikan:
        return
    for duty in perkara.sop.data.get("monev", ()):
        if duty["jenis"] == JENIS:
            for naskah in perjanjian(perkara):
                if naskah.data["jenis"] in duty["naskah"] and naskah.ditandatangani and naskah.tanggal:
                    yield from _missing(perkara, naskah, naskah.tanggal, duty)


def _missing(perkara: Perkara, naskah: Instansi, signed: str, duty: JsonObject) -> Iterator[Finding]:
    done = [one for _, one in laporan(perkara, naskah, JENIS)]
    lacking = [str(year) for year in _years(perkara, naskah, signed) if not any(_covers(one, year) for one in done)]
    if lacking:
        yield belum_terbukti(
            ID, f"Evaluasi {naskah.nama} untuk tahun {', '.join(lacking)} belum tercatat.", duty["dasar"], naskah.pointer,
            "Susun laporan evaluasi tahun itu, lalu catat dalam monev.", LAYER,
        )


def _years(perkara: Perkara, naskah: Instansi, signed: str) -> list[int]:
    """Years that ran out while the agreement was in force."""
    end = berakhir(perkara, naskah) or perkara.per_tanggal.isoformat()
    last = min(perkara.per_tanggal, date.fromisoformat(end))
    return [year for year in range(int(signed[:4]), last.year + 1) if date(year, 12, 31) < last]


def _covers(report: JsonObject, year: int) -> bool:
    return str(year) in report["periode"] or report.get("tanggal", "").startswith(str(year))
