"""Pengecualian: temuan yang dikecualikan instansi ditampilkan tersendiri, tidak disembunyikan.

Mengapa: ada keadaan yang sudah dipertimbangkan instansi; alasannya dan siapa yang menetapkannya harus
tetap terbaca. Temuan yang dikecualikan menjadi catatan dan tidak dihitung sebagai ketidaksesuaian.
Pengecualian yang tidak mengenai temuan apa pun disebut, supaya tidak tertinggal dalam berkas.
Dasar: isian pengecualian dalam berkas kerja sama (aturan, alasan, oleh; tempat bila hanya satu tempat)
Contoh sesuai: aturan rangkap di /naskah/1, alasan dan yang menetapkan disebut, temuannya memang ada
Contoh tidak sesuai: aturan rangkap dikecualikan, tetapi tidak ada temuan rangkap
Perbaikan: betulkan aturan atau tempatnya; hapus pengecualian yang tidak diperlukan lagi.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.exemptions import exempt
from toolkit.findings import Finding, Layer, Severity
from toolkit.gaps import registry as gaps
from toolkit.rules.perkara import Perkara

ID = "pengecualian"
SEVERITY = Severity.INFO
LAYER = Layer.DATA


def check(perkara: Perkara) -> Iterator[Finding]:
    """Nothing by itself: an exception is judged by the findings of all rules (`terapkan`)."""
    yield from ()


def terapkan(perkara: Perkara, findings: list[Finding]) -> list[Finding]:
    """The findings with those that are excepted made notes, and a note on each exception in vain;
    those of completeness are told by `validate`."""
    return exempt(perkara.kerja_sama.data.get("pengecualian", ()), findings, lambda rule: rule not in gaps())
