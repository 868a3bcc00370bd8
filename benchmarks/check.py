"""What `check` costs per case and per rule, and how a thousand cases compare with one.

Ratios in one run: a rule's share of all rules, the alignment of a clean and of a broken trail
against reading the case's JSON, and a thousand finished cases against a thousand times one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from start import ROOT, merge

from toolkit.checking import judge, perkara
from toolkit.conformance import align
from toolkit.library import Library
from toolkit.model import KerjaSama
from toolkit.plan import plan
from toolkit.rules import registry

CASE = ROOT / "samples" / "paser-kb" / "lengkap-daerah" / "kerja-sama.json"
LIBRARY = Library()
DAY = date(2030, 1, 2)
ROUNDS = 15


def spent(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """Median seconds of one call, the first left out (topics of the law are read then)."""
    work()
    runs = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        runs.append(perf_counter() - start)
    return median(runs)


def subject(data: dict[str, Any]) -> Any:
    return perkara(KerjaSama(data["id"], data["sop"], data), LIBRARY.sop(data["sop"]), LIBRARY, DAY)


def aligned(data: dict[str, Any]) -> Any:
    case = KerjaSama(data["id"], data["sop"], data)
    return align(plan(case, LIBRARY.sop(data["sop"])), case)


def main() -> None:
    text = Path(CASE).read_text(encoding="utf-8")
    clean = json.loads(text)
    broken = {**clean, "jejak": clean["jejak"][:5] + clean["jejak"][7:20] + clean["jejak"][21:19:-1] + clean["jejak"][22:]}
    ready = subject(clean)
    rules = {name: spent(lambda rule=rule: list(rule.check(ready))) for name, rule in registry().items()}  # type: ignore[misc]
    reading = spent(lambda: json.loads(text))
    whole = spent(lambda: judge(subject(clean)))
    start = perf_counter()
    for _ in range(1000):
        judge(subject(json.loads(text)))
    thousand = perf_counter() - start
    merge("check", {
        "selaras_bersih_kali_json": round(spent(lambda: aligned(clean)) / reading, 1),
        "selaras_rusak_kali_json": round(spent(lambda: aligned(broken)) / reading, 1),
        "kasus_kali_json": round(whole / reading, 1),
        "seribu_per_seribu_kali_satu": round(thousand / (1000 * (whole + reading)), 2),
        "bagian_aturan_persen": {name: round(100 * part / sum(rules.values()), 1) for name, part in sorted(rules.items(), key=lambda one: -one[1])[:8]},
    })
    print(f"satu kasus {1000 * whole:.1f} ms, seribu kasus {thousand:.1f} s, {len(rules)} aturan")


if __name__ == "__main__":
    main()
