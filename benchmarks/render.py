"""Our render against docxtpl's, on the same templates with the same facts, in one run.

Prints ratios and lays them into `benchmarks/results.json`: `kali_docxtpl` (docxtpl's time over
ours) and `kali_lantai` (our time over rendering, compressing and assembling alone). Rounds are
interleaved and the ratio is the median of the rounds' own ratios, so a busy machine shifts both.
Run: `python -m benchmarks.render`.
"""

from __future__ import annotations

import io
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from toolkit.cases import open_case
from toolkit.conformance import align
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.context import konteks
from toolkit.drafting.environment import lingkungan_xml, nama
from toolkit.drafting.material import Bahan, instansi, profil_node
from toolkit.drafting.nodes import CATATAN, Catatan, simpul
from toolkit.drafting.package import anggota, zip_bytes
from toolkit.drafting.template import Inti, Templat, expanded
from toolkit.library import Library
from toolkit.plan import plan

CASE = Path("samples/magetan-penawaran/lengkap-ksdpk")
KINDS = {"surat": "undangan-rapat", "perjanjian": "perjanjian-kerja-sama"}
RESULTS = Path(__file__).with_name("results.json")
ROUNDS, TIMES = 15, 5


def facts(library: Library, naskah_id: str) -> dict[str, Any]:
    """The context of one naskah of the sample."""
    case = open_case(CASE, library)
    kerja_sama, sop = case.kerja_sama, case.sop
    done = align(plan(kerja_sama, sop), kerja_sama).langkah_selesai
    kasus = simpul(dict(kerja_sama.data))
    kind = instansi(kerja_sama, sop.naskah_menurut_id[naskah_id], kasus, "KESATU")[0]
    profil = profil_node(library.profil(sop.profil))
    return konteks(Bahan(kerja_sama, sop, library, profil, kasus, kind, done))


def with_docxtpl(source: bytes, context: dict[str, Any]) -> bytes:
    template = DocxTemplate(io.BytesIO(source))
    template.render(nama(context), lingkungan_xml())
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def at_the_floor(template: Templat, context: dict[str, Any]) -> bytes:
    names = nama(context)
    members = [anggota(name, part.render(names).encode()) for name, part in template.berubah.items()]
    return zip_bytes([*template.tetap, *members])


def seconds(work: Callable[[], bytes]) -> float:
    start = time.perf_counter()
    for _ in range(TIMES):
        work()
    return (time.perf_counter() - start) / TIMES


def measure(library: Library, naskah_id: str) -> dict[str, float]:
    """Median ratios for one naskah."""
    CATATAN.set(Catatan())
    context = facts(library, naskah_id)
    naskah = library.sop("magetan-penawaran").naskah_menurut_id[naskah_id]
    writer = Penyusun(library)
    template = writer.templat(str(naskah.templat), library.sop("magetan-penawaran").profil)
    source = expanded(library.template_path(str(naskah.templat)), writer.bagian)
    inti = Inti(naskah.nama, "-", "2026-01-01")
    rounds = [
        (seconds(lambda: template.render(context, inti)), seconds(lambda: with_docxtpl(source, context)), seconds(lambda: at_the_floor(template, context)))
        for _ in range(ROUNDS)
    ]
    return {
        "kali_docxtpl": round(statistics.median(theirs / ours for ours, theirs, _ in rounds), 1),
        "kali_lantai": round(statistics.median(ours / floor for ours, _, floor in rounds), 2),
    }


def main() -> None:
    library = Library()
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    results.setdefault("render", {}).update({name: measure(library, naskah) for name, naskah in KINDS.items()})
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(results["render"], indent=1))


if __name__ == "__main__":
    main()
