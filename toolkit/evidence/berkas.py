"""The naskah files that a case names: read where they are there, and why not where they cannot be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.errors import InputError
from toolkit.evidence import AKHIRAN, baca
from toolkit.evidence.naskah import naskah
from toolkit.evidence.terbaca import NaskahTerbaca

MAKS_VERSI = 300


@dataclass(frozen=True, slots=True)
class BacaanNaskah:
    """One naskah instance's file. `nomor` is the instance's place in the case; without `naskah`,
    `sebab` says why there is no text to judge."""

    nomor: int
    berkas: str
    naskah: NaskahTerbaca | None
    sebab: str = ""


def bacaan_naskah(instances: Iterable[Mapping[str, Any]], folder: Path) -> tuple[BacaanNaskah, ...]:
    """Readings of the files that exist; a missing one is told by what looks after files."""
    return tuple(
        _read(place, one["berkas"], folder)
        for place, one in enumerate(instances)
        if isinstance(one.get("berkas"), str) and _exists(folder, one["berkas"])
    )


def versi(folder: Path, dicari: frozenset[str]) -> dict[str, NaskahTerbaca]:
    """The texts of files in a case's folder whose sha256 the trail names, by that sha256."""
    found: dict[str, NaskahTerbaca] = {}
    for path in _files(folder) if dicari else ():
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            if digest in dicari and digest not in found:
                found[digest] = naskah(baca(path))
        except (OSError, InputError):
            continue  # what cannot be read proves nothing
    return found


def _files(folder: Path) -> Iterator[Path]:
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in AKHIRAN and path.is_file())
    return (path for _, path in zip(range(MAKS_VERSI), paths, strict=False))


def _exists(folder: Path, name: str) -> bool:
    try:
        return (folder / name).is_file()
    except (OSError, ValueError):
        return False


def _read(place: int, name: str, folder: Path) -> BacaanNaskah:
    try:
        return BacaanNaskah(place, name, naskah(baca(folder / name)))
    except InputError as error:
        return BacaanNaskah(place, name, None, str(error).replace(str(folder / name), name))
