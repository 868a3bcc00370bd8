"""Syarat langkah: suatu langkah dilakukan sebelum bahan yang diperlukannya dihasilkan.

Mengapa: PKS yang disusun sebelum kesepakatan bersama ditandatangani tidak punya pegangan.
Dasar: kelengkapan langkah dalam SOP yang bersangkutan
Contoh sesuai: rancangan PKS disusun sesudah kesepakatan bersama ditandatangani
Contoh tidak sesuai: perjanjian seorang mitra disusun sebelum kesepakatannya ditandatangani
Perbaikan: selesaikan dahulu langkah yang menghasilkan bahan itu, atau catat bila sudah.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.conditions import evaluate
from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.model import Benda, Langkah, Peristiwa
from toolkit.rules.perkara import Perkara

ID = "syarat-langkah"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    steps = perkara.sop.langkah_menurut_id
    done: set[str] = set()
    told: set[tuple[str, Benda]] = set()
    for place, step_id in perkara.keselarasan.cocok.items():
        step = steps[step_id]
        for thing in step.memakai:
            makers = _makers(perkara, step, thing)
            if makers and not makers & done and (step_id, thing) not in told and _due(perkara, thing):
                told.add((step_id, thing))
                yield _finding(perkara, step, perkara.kerja_sama.jejak[place], thing, makers)
        done.add(step_id)


def _due(perkara: Perkara, thing: Benda) -> bool:
    if thing.syarat is None:
        return True
    return bool(evaluate(perkara.sop.syarat[thing.syarat]["jika"], perkara.kerja_sama.data).nilai)


def _makers(perkara: Perkara, step: Langkah, thing: Benda) -> set[str]:
    """Other steps of this branch that put the thing out. None: it comes from elsewhere, or it is
    an oddity of the SOP that `verify` reports; a step's own draft may be both in and out."""
    own = any(_same(out, thing) for out in step.menghasilkan)
    return set() if own else {
        other.id for other in perkara.rencana.dalam_cabang
        if other.id != step.id and any(_same(out, thing) for out in other.menghasilkan)
    }


def _same(out: Benda, wanted: Benda) -> bool:
    return out.artefak == wanted.artefak and wanted.keadaan in (None, out.keadaan)


def _finding(perkara: Perkara, step: Langkah, event: Peristiwa, thing: Benda, makers: set[str]) -> Finding:
    name = perkara.sop.artefak[thing.artefak]["nama"]
    states = perkara.sop.artefak[thing.artefak].get("keadaan", {})
    state = f" ({states[thing.keadaan]['nama']})" if thing.keadaan in states else ""
    return Finding(
        ID,
        SEVERITY,
        f"Langkah {step.nomor} memerlukan {name}{state}, tetapi langkah yang menghasilkannya belum ada dalam jejak.",
        (perkara.sop.dasar(step.id),),
        LAYER,
        suggestion="Selesaikan dahulu langkah yang menghasilkan bahan itu, atau catat bila sudah dilakukan.",
        langkah=(step.id,),
        location=Location(event.pointer),
        bergantung=frozenset({*makers, step.id}),
    )
