"""The manifest of a case's folder, and the folder written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from toolkit.errors import InputError
from toolkit.files import reason

BERKAS = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entri:
    """One drafted file. `file` is relative to the manifest; `kerja_sama` is the case's id."""

    naskah: str
    templat: str | None
    file: str
    sha256: str
    langkah: str
    kerja_sama: str


def baca(folder: Path, kerja_sama: str) -> list[Entri]:
    """The entries of an earlier run. Raises `InputError` if the folder is another case's."""
    path = folder / BERKAS
    if not path.exists():
        return []
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(listed, list):
            raise TypeError("bukan larik")
        entries = [Entri(**{key: one.get(key) for key in Entri.__slots__}) for one in listed]
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise InputError(f"{path} bukan manifest yang dapat dibaca; pindahkan isi folder itu atau pilih folder lain dengan -o.") from error
    for one in entries:
        if one.kerja_sama != kerja_sama:
            raise InputError(f"Folder {folder} memuat naskah kerja sama {one.kerja_sama!r}, bukan {kerja_sama!r}; pilih folder lain dengan -o.")
    return entries


def tulis(folder: Path, files: Mapping[str, bytes], entries: Iterable[Entri], usang: Iterable[str]) -> None:
    """Write files and manifest: all is staged beside the folder first, then moved into place.
    Raises `InputError` where the system refuses; the folder is then as it was."""
    content = json.dumps([asdict(one) for one in sorted(entries, key=lambda one: one.file)], ensure_ascii=False, indent=1) + "\n"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name[:40]}.", suffix=".baru"))
        try:
            staged = {**files, BERKAS: content.encode()}
            for name, data in staged.items():
                (stage / name).write_bytes(data)
            folder.mkdir(exist_ok=True)
            for name in staged:
                os.replace(stage / name, folder / name)
            for name in usang:
                (folder / name).unlink(missing_ok=True)
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        raise InputError(f"Naskah tidak dapat ditulis ke {folder}: {reason(error)}.") from error


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def gabung(folder: Path, old: list[Entri], new: list[Entri], touched: set[str]) -> tuple[list[Entri], list[str]]:
    """Entries of the folder after a run, and files to remove: what an earlier run wrote for a
    naskah of this run and this run did not write again is stale, unless a hand changed it."""
    written = {one.file for one in new}
    kept: list[Entri] = []
    stale: list[str] = []
    for one in old:
        found = _digest(folder / Path(one.file).name)
        if one.file in written or found is None:
            continue
        if one.naskah in touched and found == one.sha256:
            stale.append(Path(one.file).name)
        else:
            kept.append(Entri(**{**asdict(one), "sha256": found}))
    return [*kept, *new], stale


def _digest(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes())
    except OSError:
        return None


