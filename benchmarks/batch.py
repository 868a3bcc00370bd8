"""A batch against plain docxtpl, and its memory when the rows grow tenfold.

`kali_docxtpl`: the time of plain docxtpl (a new DocxTemplate per row, rendered with contexts that
are ready beforehand, saved to a file) over ours, where ours is the whole command in a process of its
own, after one that compiled its modules: start, reading the sheet, typing cells, checking, planning, rendering, writing, manifest. Both run
in turn and the ratio is the median of the rounds' own ratios. `memori_100k_per_1k`: peak memory of a
run of 100,000 JSON lines over one of 1,000; with `--besar` alone, for it takes minutes, and else
`memori_10k_per_1k`. Run: `python -m benchmarks.batch [--besar]`.
"""

from __future__ import annotations

import csv
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from benchmarks.render import CASE, KINDS, RESULTS, facts
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.environment import lingkungan_xml, nama
from toolkit.drafting.nodes import CATATAN, Catatan
from toolkit.drafting.template import expanded
from toolkit.library import Library

ROWS, ROUNDS = 200, 3
HEADINGS = {"surat": ["Penerima", "Alamat", "Nomor"], "perjanjian": ["Nama mitra", "Alamat mitra", "Objek"]}


def sheet(path: Path, kind: str, rows: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS[kind])
        writer.writerows([f"PT Contoh Jaya {one}", f"Jalan Merdeka Nomor {one}", f"005/{one}/2026"] for one in range(rows))
    return path


def lines(path: Path, rows: int) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for one in range(rows):
            row = {"penerima": f"PT Contoh Jaya {one}", "alamat": f"Jalan Merdeka Nomor {one}", "nomor": f"005/{one}/2026"}
            file.write(json.dumps(row) + "\n")
    return path


def command(folder: Path, kind: str, rows: int, data: Path | None = None) -> list[str]:
    data = data or sheet(folder / f"{kind}-{rows}.csv", kind, rows)
    return [sys.executable, "-m", "toolkit", "batch", str(data), "--naskah", KINDS[kind], "--kasus", str(CASE), "-o", str(folder / f"{kind}-{rows}"), "--force"]


def environment(folder: Path) -> dict[str, str]:
    """Ours as installed: with its modules compiled, wherever this checkout may write them."""
    known = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**known, "PYTHONPYCACHEPREFIX": str(folder / "pyc")}


def seconds(args: list[str], env: dict[str, str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(args, capture_output=True, text=True, check=False, env=env)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return time.perf_counter() - start


def with_docxtpl(source: bytes, contexts: list[dict[str, Any]], folder: Path) -> float:
    start = time.perf_counter()
    for number, context in enumerate(contexts):
        template = DocxTemplate(io.BytesIO(source))
        template.render(nama(context), lingkungan_xml())
        template.save(folder / f"{number}.docx")
    return time.perf_counter() - start


def ratio(library: Library, kind: str, folder: Path) -> float:
    CATATAN.set(Catatan())
    sop = library.sop(CASE.parent.name)
    template = str(sop.naskah_menurut_id[KINDS[kind]].templat)
    source = expanded(library.template_path(template), Penyusun(library).bagian)
    contexts = [facts(library, KINDS[kind]) for _ in range(ROWS // 10)] * 10
    plain = folder / "docxtpl"
    plain.mkdir(exist_ok=True)
    env = environment(folder)
    seconds(command(folder, kind, 1), env)
    rounds = [(seconds(command(folder, kind, ROWS), env), with_docxtpl(source, contexts, plain)) for _ in range(ROUNDS)]
    return round(statistics.median(theirs / ours for ours, theirs in rounds), 1)


def peak(args: list[str]) -> int:
    """Peak memory in KiB of a command and its children."""
    code = "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], capture_output=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(done.returncode)"
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=True)
    return int(done.stdout)


def memory(folder: Path, rows: int) -> float:
    """Peak memory with so many letters over that with a thousand."""
    many, few = (peak(command(folder, "surat", count, lines(folder / f"{count}.jsonl", count))) for count in (rows, 1_000))
    return round(many / few, 2)


def main() -> None:
    library = Library()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measured: dict[str, Any] = {kind: {"kali_docxtpl": ratio(library, kind, folder)} for kind in KINDS}
        rows = 100_000 if "--besar" in sys.argv else 10_000
        measured[f"memori_{rows // 1000}k_per_1k"] = memory(folder, rows)
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    results["batch"] = {**results.get("batch", {}), **measured}
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(results["batch"], indent=1))


if __name__ == "__main__":
    main()
