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
    steps, trail = perkara.sop.langkah_menurut_id, perkara.kerja_sama.jejak
    seen: list[Peristiwa] = []
    told: set[tuple[str, str | None, Benda]] = set()
    for place, step_id in perkara.keselarasan.cocok.items():
        step, event = steps[step_id], trail[place]
        for thing in step.memakai:
            makers = perkara.rencana.pembuat(step, thing)
            key = (step_id, event.untuk, thing)
            if makers and key not in told and _due(perkara, thing) and not _made(perkara, makers, seen, event):
                told.add(key)
                yield _finding(perkara, step, event, thing, makers)
        seen.append(event)


def _due(perkara: Perkara, thing: Benda) -> bool:
    if thing.syarat is None:
        return True
    return bool(evaluate(perkara.sop.syarat[thing.syarat]["jika"], perkara.kerja_sama.data).nilai)


def _made(perkara: Perkara, makers: frozenset[str], seen: list[Peristiwa], event: Peristiwa) -> bool:
    """Whether one of the makers came before; what was made for another partner is of no use."""
    partner = _partner(perkara, event)
    return any(
        one.langkah in makers and (partner is None or _partner(perkara, one) in (None, partner)) for one in seen
    )


def _partner(perkara: Perkara, event: Peristiwa) -> str | None:
    """Whom an event concerns, where its scope runs per partner or per naskah."""
    scope = perkara.sop.langkah_menurut_id[event.langkah].lingkup
    per = perkara.sop.data.get("lingkup", {}).get(scope, {}).get("untuk")
    if per == "naskah":
        return next((one.get("untuk") for one in perkara.kerja_sama.naskah if one.get("id") == event.untuk), None)
    return event.untuk if per == "mitra" else None


def _finding(perkara: Perkara, step: Langkah, event: Peristiwa, thing: Benda, makers: frozenset[str]) -> Finding:
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
