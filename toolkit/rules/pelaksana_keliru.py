"""Pelaksana keliru: langkah dilakukan oleh pelaksana yang bukan ditunjuk SOP.

Mengapa: disposisi, koreksi dan paraf hanya berarti bila diberikan oleh pejabat yang berwenang.
Dasar: pelaksana pada langkah SOP yang bersangkutan
Contoh sesuai: legal drafting oleh Bagian Hukum
Contoh tidak sesuai: legal drafting oleh Bagian Tapem
Perbaikan: mintakan langkah itu kepada pelaksana yang benar, atau betulkan jejak bila salah catat.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Location, Severity, Verdict
from toolkit.model import Langkah, Peristiwa
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import kejadian

ID = "pelaksana-keliru"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    for step, events in kejadian(perkara):
        if step.tindakan == "tanda-tangan" and all(e.pelaksana in perkara.sop.pelaksana for e in events):
            continue  # `kewenangan` speaks of who signs
        if not any(_may(perkara, step, event) for event in events):
            yield _finding(perkara, step, events[0])


def _may(perkara: Perkara, step: Langkah, event: Peristiwa) -> bool:
    if event.pelaksana in step.boleh:
        return True
    allowed = (perkara.sop.pelaksana[one] for one in step.boleh)
    names = {name for actor in allowed for name in (actor.id, actor.jabatan, *actor.sebutan)}
    return event.pelaksana in perkara.sop.pelaksana and event.atas_nama in names


def _finding(perkara: Perkara, step: Langkah, event: Peristiwa) -> Finding:
    expected = perkara.sop.jabatan(*step.pelaksana)
    logged = event.pelaksana is not None
    known = event.pelaksana in perkara.sop.pelaksana
    found = perkara.sop.jabatan(event.pelaksana) if event.pelaksana and known else repr(event.pelaksana)
    doubtful = step.tersirat and known
    return Finding(
        ID,
        Severity.INFO if not logged else Severity.WARNING if doubtful else SEVERITY,
        f"Langkah {step.nomor} harus dilakukan oleh {expected}, tetapi jejak "
        + (f"mencatat {found}{'' if known else ' yang bukan pelaksana SOP ini'}." if logged else "tidak mencatat siapa pelaksananya."),
        (perkara.sop.dasar(step.id),),
        LAYER,
        Verdict.TIDAK_SESUAI if logged else Verdict.BELUM_TERBUKTI,
        "Mintakan langkah itu kepada pelaksana yang benar, atau betulkan jejak bila salah catat.",
        (step.id,),
        Location(f"{event.pointer}/pelaksana" if logged else event.pointer),
    )
