"""Our render against docxtpl's, on the same templates with the same facts, in one run.

`surat` is a letter, `perjanjian` an agreement, `kaya` a Nota Kesepakatan whose annex is a table of
sixty rows with lists and conditions in their cells. Each round drafts documents of different words
and both engines must print the same ones. Prints ratios and lays them into
`benchmarks/results.json`: `kali_docxtpl` (docxtpl's time over ours), `kali_docxtpl_bentuk_baru` (the
same where our gate has never seen markup of that shape, as for a single document) and
`kali_lantai` (our time over rendering, compressing and assembling alone). Rounds are interleaved and
a ratio is the median of the rounds' own ratios, so a busy machine shifts both.
Run: `python -m benchmarks.render`.
"""

from __future__ import annotations

import io
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docxtpl import DocxTemplate

from toolkit.cases import open_case
from toolkit.conformance import align
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.context import konteks
from toolkit.drafting.environment import lingkungan_xml, nama
from toolkit.drafting.gate_markup import Ingatan
from toolkit.drafting.material import Bahan, instansi, profil_node
from toolkit.drafting.nodes import CATATAN, Catatan, simpul
from toolkit.drafting.package import anggota, zip_bytes
from toolkit.drafting.template import Inti, Templat, expanded
from toolkit.drafting.xml import T
from toolkit.library import Library
from toolkit.plan import plan

CASE = Path("samples/magetan-penawaran/lengkap-ksdpk")
SINERGI = Path("samples/magetan-penawaran/lengkap-sinergi")
KINDS = {"surat": "undangan-rapat", "perjanjian": "perjanjian-kerja-sama"}
KAYA, BARIS = "nota-kesepakatan", 60
RESULTS = Path(__file__).with_name("results.json")
ROUNDS, TIMES = 15, 5
Pekerjaan = Callable[[dict[str, Any]], bytes]


def facts(library: Library, naskah_id: str, folder: Path = CASE, number: int = 0) -> dict[str, Any]:
    """The context of one naskah of a sample, under a title of its own."""
    case = open_case(folder, library)
    data = {**case.kerja_sama.data, "judul": f"{case.kerja_sama.data['judul']} {number}"}
    kerja_sama, sop = replace(case.kerja_sama, data=data), case.sop
    done = align(plan(kerja_sama, sop), kerja_sama).langkah_selesai
    kasus = simpul(many_rows(data))
    kind = instansi(kerja_sama, sop.naskah_menurut_id[naskah_id], kasus, "KESATU")[0]
    profil = profil_node(library.profil(sop.profil))
    return konteks(Bahan(kerja_sama, sop, library, profil, kasus, kind, done))


def many_rows(data: dict[str, Any]) -> dict[str, Any]:
    """The case with its work plan repeated up to `BARIS` rows."""
    def longer(one: dict[str, Any]) -> dict[str, Any]:
        rows = one.get("isi", {}).get("rencana_kerja")
        return {**one, "isi": {**one["isi"], "rencana_kerja": [rows[place % len(rows)] for place in range(BARIS)]}} if rows else one

    return {**data, "naskah": [longer(one) for one in data["naskah"]]}


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


def words(document: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(document)).element.body.iter(T)]


def seconds(work: Pekerjaan, contexts: list[dict[str, Any]]) -> float:
    start = time.perf_counter()
    for one in contexts:
        work(one)
    return (time.perf_counter() - start) / len(contexts)


def measure(library: Library, naskah_id: str, folder: Path = CASE) -> dict[str, float]:
    """Median ratios for one naskah."""
    CATATAN.set(Catatan())
    contexts = [facts(library, naskah_id, folder, number) for number in range(TIMES)]
    sop = library.sop(folder.parent.name)
    naskah = sop.naskah_menurut_id[naskah_id]
    writer = Penyusun(library)
    template = writer.templat(str(naskah.templat), sop.profil)
    source = expanded(library.template_path(str(naskah.templat)), writer.bagian)
    inti = Inti(naskah.nama, "-", "2026-01-01")

    def ours(context: dict[str, Any]) -> bytes:
        return template.render(context, inti)

    def unseen(context: dict[str, Any]) -> bytes:
        return replace(template, gerbang=replace(template.gerbang, ingatan=Ingatan())).render(context, inti)

    if any(words(ours(one)) != words(with_docxtpl(source, one)) for one in contexts):
        raise SystemExit(f"{naskah_id}: docxtpl prints other words")
    works: tuple[Pekerjaan, ...] = (lambda one: with_docxtpl(source, one), ours, unseen, lambda one: at_the_floor(template, one))
    rounds = [[seconds(one, contexts) for one in works] for _ in range(ROUNDS)]
    return {
        "kali_docxtpl": round(statistics.median(theirs / known for theirs, known, _, _ in rounds), 1),
        "kali_docxtpl_bentuk_baru": round(statistics.median(theirs / new for theirs, _, new, _ in rounds), 1),
        "kali_lantai": round(statistics.median(known / floor for _, known, _, floor in rounds), 2),
    }


def main() -> None:
    library = Library()
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    measured = {name: measure(library, naskah) for name, naskah in KINDS.items()}
    results["render"] = {**measured, "kaya": measure(library, KAYA, SINERGI)}
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(results["render"], indent=1))


if __name__ == "__main__":
    main()
