"""Urusan objek: objek KSDD termasuk urusan pemerintahan yang menjadi kewenangan daerah.

Mengapa: daerah hanya dapat mengerjasamakan urusannya sendiri; yang diatur ialah tiga puluh dua urusan wajib
dan pilihan. Ejaan, huruf besar dan kata "urusan" di depannya tidak dibedakan. Yang belum diisi tidak dinilai;
untuk KSDPK dan Sinergi daftar itu tidak mengikat.
Dasar: Permendagri 22/2020 Pasal 4 ayat (1)
Contoh sesuai: urusan "perhubungan"
Contoh tidak sesuai: urusan "pertahanan"
Perbaikan: tulis urusannya seperti dalam peraturan; bila memang di luar itu, mintakan pendapat Bagian Hukum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.instansi import perjanjian, terakhir
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import menurut_hari, temuan

ID = "urusan-objek"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM
PECAHAN = re.compile(r"\s*;\s*|\s+serta\s+")


def check(perkara: Perkara) -> Iterator[Finding]:
    case = perkara.kerja_sama
    stated = case.data.get("urusan")
    day = min((one.tanggal for one in perjanjian(perkara) if one.tanggal), default=None) or terakhir(perkara)
    rules = perkara.hukum.ketentuan("urusan", pada=day, jenis=case.jenis) if case.jenis else []
    if not stated or not rules:
        return
    known = {_plain(one): one for rule in rules for one in rule.isi["urusan"]}
    foreign = [one for one in PECAHAN.split(stated) if _plain(one) not in known]
    if _plain(stated) not in known and foreign:
        severity, verdict = menurut_hari(day, SEVERITY)
        close = get_close_matches(_plain(foreign[0]), known, 1)
        meant = f" Mungkin maksudnya {known[close[0]]}." if close else ""
        yield temuan(
            ID, severity, f"Objek KSDD harus termasuk urusan wajib atau pilihan daerah, tetapi urusan {' dan '.join(foreign)} tidak ada dalam daftarnya.",
            "Permendagri 22/2020 Pasal 4 ayat (1)", "/urusan", verdict=verdict, saran=f"Tulis urusannya seperti dalam peraturan, atau mintakan pendapat Bagian Hukum.{meant}",
        )


def _plain(name: str) -> str:
    """An affair's name without what offices write differently."""
    words = re.sub(r"[^a-z ]", " ", name.casefold()).split()
    return "".join(one for one in words if one not in {"urusan", "bidang", "pemerintahan", "dan", "di"}).replace("perlindungan", "pelindungan")
