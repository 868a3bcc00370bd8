"""Start-up: `kerjasama --help` against the smallest click program, and `validate` of one case.

Both programs of a pair run in turn in one process each, so that a busy machine slows both; the
ratio of their medians goes into results.json under "start".
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).with_name("results.json")
CASE = ROOT / "samples" / "magetan-penawaran" / "lengkap-ksdpk" / "kerja-sama.json"
ROUNDS = 21
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}

SMALLEST = "import click\n@click.command()\n@click.argument('name')\ndef program(name): pass\nprogram()"
OURS = "from toolkit.cli import main; main()"


def seconds(code: str, *args: str) -> float:
    """One run of a program in an interpreter of its own, from a folder that holds nothing."""
    with tempfile.TemporaryDirectory() as empty:
        start = perf_counter()
        done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, cwd=empty, env=ENVIRONMENT, check=False)
        spent = perf_counter() - start
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    return spent


def pairs(first: Sequence[str], second: Sequence[str], rounds: int = ROUNDS) -> tuple[float, float]:
    """Medians of two programs run in turn, the first round left out (cold caches)."""
    runs = [(seconds(*first), seconds(*second)) for _ in range(rounds + 1)][1:]
    return median(one for one, _ in runs), median(two for _, two in runs)


def merge(key: str, values: dict[str, float]) -> None:
    """Writes one key of results.json and leaves the others."""
    known = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    RESULTS.write_text(json.dumps({**known, key: values}, indent=1, sort_keys=True) + "\n")


def main() -> None:
    smallest, ours = pairs([SMALLEST, "--help"], [OURS, "--help"])
    floor, validate = pairs([SMALLEST, "--help"], [OURS, "validate", str(CASE)])
    values = {
        "bantuan_kali_click": round(ours / smallest, 2),
        "validate_kali_click": round(validate / floor, 2),
        "validate_detik": round(validate, 3),
    }
    merge("start", values)
    print(json.dumps(values, indent=1))


if __name__ == "__main__":
    main()
