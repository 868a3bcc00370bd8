"""Passing and failing examples of a rule: files that a jurist can read.

`tests/rules/<aturan>/sesuai*.json` and `tidak-sesuai*.json`: a finished sample (`dari`) and what is
changed in it (`ubah`: `{"di": pointer, "jadi": value}`, `{"di": …, "hapus": true}`, `{"di": …, "sisip":
value}`), or a whole case (`kasus`), with the findings expected of this one rule (`temuan`:
[severity, pointer] pairs). `sop` may hold an invented SOP as in `tests/sop_buatan.py`.

Or a naskah without a case: `teks` is a text of `tests/data/naskah`, made into a .docx and read again,
`ganti` what is written in it instead ([old, new] pairs), `jenis` what `--jenis` would say.

An example of a rule of `validate` is written down as a file and judged there; `berkas` are files that
lie beside it, by name, each with its words.
"""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
import textwrap
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tests import naskah_buatan, sop_buatan
from toolkit.cases import BERKAS, open_case
from toolkit.checking import judge, perkara
from toolkit.completeness import validate
from toolkit.conformance import align
from toolkit.evidence import baca_data
from toolkit.evidence.arsip import berkas_arsip
from toolkit.evidence.berkas import BacaanNaskah
from toolkit.evidence.naskah import naskah
from toolkit.findings import Finding
from toolkit.gaps import registry as gaps
from toolkit.library import Library
from toolkit.model import KerjaSama, Sop
from toolkit.plan import plan
from toolkit.resources import packaged
from toolkit.rules import text_rules
from toolkit.rules.teks import lepas

LIBRARY = Library()
FOLDER = Path(__file__).parent


def files(kind: str) -> list[Path]:
    return sorted(FOLDER.glob(f"*/{kind}*.json"))


def findings(path: Path) -> tuple[dict[str, Any], list[Finding]]:
    """The example and all findings of its case, consequences folded."""
    example = json.loads(path.read_text(encoding="utf-8"))
    if "teks" in example:
        return example, naskah_findings(example)
    case = changed(_base(example), example.get("ubah", []))
    if path.parent.name in gaps():
        return example, _gaps(case, example)
    sop = _sop(example, case)
    day = date.fromisoformat(example.get("per_tanggal", "2026-11-30"))
    return example, judge(replace(perkara(KerjaSama(case["id"], sop.id, case), sop, LIBRARY, day), **_files(example)))


def _gaps(data: dict[str, Any], example: dict[str, Any]) -> list[Finding]:
    """What `validate` says of the case as a file of its own, the sample's files beside it."""
    with tempfile.TemporaryDirectory() as outer:
        folder = Path(outer, "kasus")
        shutil.copytree(packaged() / "samples" / example["dari"], folder)
        for name, words in {**example.get("berkas", {}), BERKAS: json.dumps(data, ensure_ascii=False, indent=1)}.items():
            (folder / name).write_text(words, encoding="utf-8")
        case = open_case(folder, LIBRARY)
        rencana = plan(case.kerja_sama, case.sop)
        return list(validate(case, rencana, align(rencana, case.kerja_sama)).findings)


def _files(example: dict[str, Any]) -> dict[str, Any]:
    """The files of an example: `bacaan` by the naskah's place, `arsip` by name, each a text of
    `tests/data/naskah` made into a .docx ([name, [old, new]…]), the same as {"pdf": […]}, a scan as
    {"pindai": pages}, or the file's own words."""
    files: dict[str, Any] = {}
    if "arsip" in example:
        files["arsip"] = tuple(berkas_arsip(name, _bytes(one)) for name, one in example["arsip"].items())
    if "bacaan" in example:
        read = {int(place): naskah(baca_data(_bytes(one), "naskah.docx")) for place, one in example["bacaan"].items()}
        files["bacaan"] = tuple(BacaanNaskah(place, "naskah.docx", one) for place, one in read.items())
    return files


def _bytes(one: Any) -> bytes:
    if isinstance(one, dict):
        return naskah_buatan.scan(one["pindai"]) if "pindai" in one else naskah_buatan.pdf(_printed(naskah_buatan.teks(*one["pdf"])))
    return one.encode() if isinstance(one, str) else naskah_buatan.docx(naskah_buatan.teks(*one))


def _printed(text: str) -> str:
    """A text as a page prints it: centred headings, wrapped lines, two columns for signatures."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("|"):
            lines.append("".join(f"{cell.strip():<48}" for cell in line.strip("|").split("|")).rstrip())
        elif line.startswith("= "):
            lines.append(line[2:].center(90).rstrip())
        elif line.strip() and not line.startswith(("%", "!")):
            lines += textwrap.wrap(line, 90)
    return "\n".join(lines)


def naskah_findings(example: dict[str, Any]) -> list[Finding]:
    """What the rules on texts say of a loose naskah."""
    text = naskah_buatan.teks(example["teks"], *example.get("ganti", ()))
    read = naskah(baca_data(naskah_buatan.docx(text), f"{example['teks']}.docx"))
    day = date.fromisoformat(example.get("per_tanggal", "2026-11-30"))
    subject = lepas(read, f"{example['teks']}.docx", LIBRARY.hukum, day, example.get("jenis"))
    return [one for rule in text_rules() for one in rule.periksa(subject)]


def _base(example: dict[str, Any]) -> dict[str, Any]:
    if "dari" in example:
        path = packaged() / "samples" / example["dari"] / "kerja-sama.json"
        return dict(json.loads(path.read_text(encoding="utf-8")))
    if "jejak" in example:
        events = [tuple(one) if isinstance(one, list) else one for one in example["jejak"]]
        return {"versi": 1, "id": "uji", "sop": "buatan", "jejak": sop_buatan.jejak(*events)}
    return dict(example["kasus"])


def _sop(example: dict[str, Any], case: dict[str, Any]) -> Sop:
    if "sop" in example:
        steps = [sop_buatan.langkah(step["id"], **{key: value for key, value in step.items() if key != "id"}) for step in example["sop"]]
        return sop_buatan.sop(steps, artefak=example.get("artefak", {}), naskah=example.get("naskah", []))
    return LIBRARY.sop(case["sop"])


def changed(case: dict[str, Any], changes: list[dict[str, Any]]) -> dict[str, Any]:
    result = copy.deepcopy(case)
    for change in changes:
        *way, last = change["di"].split("/")[1:]
        holder: Any = result
        for part in way:
            holder = holder[int(part)] if isinstance(holder, list) else holder.setdefault(part, {})
        key: Any = int(last) if isinstance(holder, list) else last
        if "sisip" in change:
            holder.insert(key, change["sisip"])
        elif change.get("hapus"):
            del holder[key]
        else:
            holder[key] = change["jadi"]
    return result
