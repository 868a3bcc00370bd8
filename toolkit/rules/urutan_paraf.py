"""Urutan paraf: paraf diberikan tidak menurut jenjang yang ditetapkan SOP.

Mengapa: pejabat yang lebih tinggi memaraf atas pemeriksaan pejabat di bawahnya. Seorang yang merangkap dua
jabatan boleh memaraf dua kali; itu hanya dicatat.
Dasar: langkah paraf dalam SOP yang bersangkutan
Contoh sesuai: Kabag, lalu Asisten, lalu Sekda
Contoh tidak sesuai: Sekda memaraf sebelum Asisten
Perbaikan: ulangi paraf menurut jenjang, atau betulkan jejak bila hanya salah catat.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.model import RantaiParaf
from toolkit.rules.orang import sama
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import penyimpangan, semua_bertindakan

ID = "urutan-paraf"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from _reversed(perkara)
    yield from (one for naskah in perkara.sop.naskah for chain in naskah.rantai_paraf for one in _alone(perkara, chain))


def _alone(perkara: Perkara, chain: RantaiParaf) -> Iterator[Finding]:
    """Two parafs of one chain by the same person: lawful for who holds both posts, and worth a note."""
    jejak, steps = perkara.kerja_sama.jejak, perkara.sop.langkah_menurut_id
    given = [(steps[step], jejak[place]) for place, step in perkara.keselarasan.cocok.items() if step in chain.langkah and jejak[place].nama]
    for (first, one), (second, two) in pairwise(given):
        if first is not second and sama({"nama": one.nama}, {"nama": two.nama}):
            yield Finding(
                ID, Severity.INFO,
                f"Paraf {perkara.sop.jabatan(*first.pelaksana)} dan {perkara.sop.jabatan(*second.pelaksana)} diberikan {two.nama}; sah bila ia merangkap kedua jabatan itu (misalnya Plh.).",
                (perkara.sop.dasar(first.id, second.id),), LAYER,
                suggestion="Catat surat penunjukannya dalam pejabat.", langkah=(first.id, second.id), location=Location(two.pointer),
            )


def _reversed(perkara: Perkara) -> Iterator[Finding]:
    place = perkara.sop.urutan
    for one, steps in penyimpangan(perkara, "tertukar"):
        if not semua_bertindakan(steps, "paraf"):
            continue
        first, second = sorted(steps[:2], key=lambda step: place[step.id])
        yield Finding(
            ID,
            SEVERITY,
            f"Paraf {perkara.sop.jabatan(*first.pelaksana)} (langkah {first.nomor}) harus mendahului paraf "
            f"{perkara.sop.jabatan(*second.pelaksana)} (langkah {second.nomor}), tetapi dicatat sesudahnya.",
            (perkara.sop.dasar(*one.langkah),),
            LAYER,
            suggestion="Ulangi paraf menurut jenjang, atau betulkan jejak bila hanya salah catat.",
            langkah=(first.id, second.id),
            location=Location(perkara.kerja_sama.jejak[one.peristiwa[0]].pointer),
        )
