"""The digest of all that makes a document besides its row: what `--resume` compares."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from toolkit import __version__
from toolkit.batch.ledger import digest
from toolkit.batch.rows import Isian
from toolkit.library import Library
from toolkit.model import Naskah, Sop


def shared(library: Library, sop: Sop | None, naskah_id: str, base: Mapping[str, Any]) -> str:
    """Version, checklist, base case, template with its parts and clauses, profiles."""
    hasher = hashlib.sha256(f"{__version__}\0{naskah_id}\0".encode())
    for value in (dict(sop.data) if sop else None, dict(base)):
        hasher.update(json.dumps(value, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\0")
    for path in _files(library, sop.naskah_menurut_id.get(naskah_id) if sop else None):
        hasher.update(path.name.encode() + b"\0" + path.read_bytes())
    return hasher.hexdigest()


def _files(library: Library, naskah: Naskah | None) -> Iterator[Path]:
    """The naskah's own template, or all of them where cases of several SOPs are drafted."""
    own = library.resources.find("templates", f"{naskah.templat}.docx") if naskah and naskah.templat else None
    yield from [own] if own else library.resources.listing("templates", "*.docx")
    for folder, pattern in (("templates/bagian", "*.docx"), ("templates/klausul", "*.json"), ("templates/profil", "*.json")):
        yield from library.resources.listing(folder, pattern)
    if naskah is None:
        yield from library.resources.listing("checklists", "*.json")


def of_row(shared_digest: str, stem: str, facts: tuple[Isian, ...]) -> str:
    told = [[one.penunjuk, one.nilai, {str(key): dict(value) for key, value in one.bekal.items()}] for one in facts]
    return digest((shared_digest + stem + json.dumps(told, sort_keys=True, ensure_ascii=False)).encode("utf-8", "surrogatepass"))
