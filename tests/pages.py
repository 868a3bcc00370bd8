"""Every naskah of every finished sample as pages to look at: `make pages`.

Each sample is drafted three times: as it is, with very short and with very long values. A page
whose words and places are as they were last time is not listed again.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.contoh import LIBRARY, ROOT, SAMPLES
from toolkit.cases import open_case
from toolkit.conformance import align
from toolkit.drafting.generate import generate
from toolkit.drafting.pdf import pengubah
from toolkit.errors import ToolkitError
from toolkit.plan import plan

PAGES = ROOT / "build" / "pages"
HASHES = "hashes.json"
RESOLUTION = "60"
_LONG = ' serta "Pengelolaan & Pemanfaatan" Bersama <Terpadu> secara Berkelanjutan di Seluruh Wilayah Kecamatan, Kelurahan, dan Desa'
_MANY = 40


def variants(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The case as it is, with short and with long values, by the variant's name."""
    return {"asli": data, "pendek": _changed(data, lambda _: "Air", 1), "panjang": _changed(data, _lengthened, _MANY)}


def _changed(data: dict[str, Any], change: Any, items: int) -> dict[str, Any]:
    """Free text replaced wherever the same words stand, so that names still agree."""
    words = {one: change(one) for one in (data.get(key) for key in ("judul", "objek", "maksud")) if isinstance(one, str)}
    if items > 1:
        words |= {one["nama"]: change(one["nama"]) for one in data["pihak"] if not one.get("kita")}
    changed: dict[str, Any] = _with_items(_replaced(data, words), change, items)
    return changed


def _with_items(value: Any, change: Any, items: int) -> Any:
    """Every list of ruang lingkup, of the case or of one naskah, gets this many items."""
    if isinstance(value, dict):
        return {key: _items(change, items) if key == "ruang_lingkup" and isinstance(one, list) else _with_items(one, change, items) for key, one in value.items()}
    return [_with_items(one, change, items) for one in value] if isinstance(value, list) else value


def _items(change: Any, items: int) -> list[str]:
    return [f"{change('pemanfaatan sarana')} {number}" for number in range(1, items + 1)]


def _replaced(value: Any, words: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(one, words) for key, one in value.items()}
    if isinstance(value, list):
        return [_replaced(one, words) for one in value]
    return words.get(value, value) if isinstance(value, str) else value


def _lengthened(text: str) -> str:
    return text + 2 * _LONG


def draw(sample: Path, variant: str, data: dict[str, Any], into: Path) -> list[Path]:
    """The PDFs of one sample in one variant, through one call of LibreOffice."""
    folder = into / variant / sample.parent.name / sample.name
    shutil.copytree(sample, folder)
    (folder / "kerja-sama.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    case = open_case(folder, LIBRARY)
    rencana = plan(case.kerja_sama, case.sop)
    result = generate(case, rencana, align(rencana, case.kerja_sama), LIBRARY, into / variant / "hasil", pdf=True)
    return [result.folder / one.file for one in result.entri if one.file.endswith(".pdf")]


def look(pdf: Path, name: str, before: dict[str, str], pages: Path = PAGES) -> dict[str, str]:
    """A digest of the words and places of each page; pictures of a PDF with a page that changed."""
    told = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, check=True, text=True).stdout
    drawn = told.split("<page ")[1:]
    found = {f"{name}-{number:02d}.png": hashlib.sha256(one.encode()).hexdigest() for number, one in enumerate(drawn, 1)}
    if any(before.get(one) != digest or not (pages / one).exists() for one, digest in found.items()):
        _paint(pdf, pages / name, len(drawn))
    return found


def _paint(pdf: Path, stem: Path, count: int) -> None:
    stem.parent.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        wanted = ["-f", str(number), "-l", str(number), "-singlefile"]
        subprocess.run(["pdftoppm", "-png", "-r", RESOLUTION, *wanted, str(pdf), f"{stem}-{number:02d}"], check=True)


def render(samples: list[Path], pages: Path = PAGES) -> list[str]:
    """Draw the samples and give the pages that are new or changed, in order."""
    before = json.loads((pages / HASHES).read_text()) if (pages / HASHES).exists() else {}
    after: dict[str, str] = {}
    for sample in samples:
        data = json.loads((sample / "kerja-sama.json").read_text(encoding="utf-8"))
        for variant, changed in variants(data).items():
            with tempfile.TemporaryDirectory(prefix="kerjasama-halaman-") as folder:
                for pdf in draw(sample, variant, changed, Path(folder)):
                    after |= look(pdf, f"{sample.parent.name}/{sample.name}/{variant}-{pdf.stem}", before, pages)
    _keep(samples, before, after, pages)
    return sorted(one for one, digest in after.items() if before.get(one) != digest)


def _keep(samples: list[Path], before: dict[str, str], after: dict[str, str], pages: Path) -> None:
    """Digests of samples not drawn now stay; pages that are no more go."""
    drawn = tuple(f"{one.parent.name}/{one.name}/" for one in samples)
    for gone in [one for one in before if one.startswith(drawn) and one not in after]:
        (pages / gone).unlink(missing_ok=True)
    kept = {one: digest for one, digest in before.items() if not one.startswith(drawn)}
    pages.mkdir(parents=True, exist_ok=True)
    (pages / HASHES).write_text(json.dumps(kept | after, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main(wanted: list[str]) -> int:
    samples = sorted(one.parent for one in SAMPLES.glob("*/lengkap*/kerja-sama.json"))
    chosen = [one for one in samples if not wanted or any(part in f"{one.parent.name}/{one.name}" for part in wanted)]
    try:
        pengubah()
        changed = render(chosen)
    except ToolkitError as error:
        print(error, file=sys.stderr)
        return 2
    print("".join(f"{PAGES.relative_to(ROOT) / one}\n" for one in changed) + f"{len(changed)} halaman baru atau berubah.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
