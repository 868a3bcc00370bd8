"""What a folder holds and what each file was made from: `manifest.json`, and a journal of the run.

The journal takes a line as soon as a row is done, so that a run cut off anywhere can be resumed;
the manifest is made from it when the run ends, and the journal goes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Self, TextIO

from toolkit.drafting import manifest
from toolkit.errors import InputError, UsageError
from toolkit.files import reason

BERKAS = manifest.BERKAS
JURNAL = "manifest.json.sebagian"
GABUNGAN = "semua"


@dataclass(frozen=True, slots=True)
class Entri(manifest.Entri):
    """One file. `baris` is the row or case it came from, `sidik` the digest of all that made it."""

    baris: str
    sidik: str


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str | None:
    """The digest of a file; None where there is none."""
    hasher = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                hasher.update(block)
    except OSError:
        return None
    return hasher.hexdigest()


class Buku:
    """The manifest of one folder while a run is on. Raises `UsageError` where the folder holds an
    earlier run's files and nobody said what to do with them, `InputError` where it is another's."""

    def __init__(self, folder: Path, naskah_id: str, *, resume: bool, force: bool) -> None:
        self.folder = folder
        self.lama: dict[str, list[Entri]] = {}
        for one in _known(folder):
            if one.naskah != naskah_id:
                raise UsageError(f"Folder {folder} berisi naskah {one.naskah}, bukan {naskah_id}; pilih folder lain dengan -o.")
            self.lama.setdefault(one.baris, []).append(one)
        if self.lama and not (resume or force):
            raise UsageError(f"Folder {folder} sudah berisi hasil; lanjutkan dengan --resume, tulis ulang dengan --force, atau pilih folder lain dengan -o.")
        self.resume = resume
        self._written: set[str] = set()
        self._journal: TextIO | None = None

    def __enter__(self) -> Self:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for rest in self.folder.glob(".*.baru"):
                rest.unlink()
            self._journal = (self.folder / JURNAL).open("w", encoding="utf-8")
            self._journal.writelines(_line(one) for entries in self.lama.values() for one in entries)
            self._journal.flush()
        except OSError as error:
            raise InputError(f"Folder {self.folder} tidak dapat ditulis: {reason(error)}.") from error
        # Entries of the earlier run stand first; what this run writes again replaces them.
        self._start = self._journal.tell()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        assert self._journal is not None
        self._journal.close()
        self._settle(self._left() if kind is not None else [])

    def add(self, entries: Iterable[Entri]) -> None:
        """Notes files that are there now."""
        assert self._journal is not None
        for one in entries:
            self._journal.write(_line(one))
            if self.lama:
                self._written.add(one.file)
        self._journal.flush()

    def fresh(self, row: str, fingerprint: str) -> list[Entri] | None:
        """The files of a row that need not be written again; None if any must be. A file that a hand
        has changed since counts as there; one cut short does not."""
        known = self.lama.get(row, []) if self.resume else []
        good = all(one.sidik == fingerprint and _whole(self.folder / one.file) for one in known)
        return known if known and good else None

    def entries(self) -> Iterator[Entri]:
        """What this run has noted so far, in its order."""
        with (self.folder / JURNAL).open(encoding="utf-8") as file:
            file.seek(self._start)
            yield from _read(file)

    def _left(self) -> list[Entri]:
        """Of a run cut off: files of earlier ones that it had not come to."""
        return [one for entries in self.lama.values() for one in entries if one.file not in self._written]

    def _settle(self, kept: list[Entri]) -> None:
        """The manifest; files of earlier runs that no row asks for any more go, unless changed."""
        if not kept:
            kept = [one for one in self._left() if not self._removed(one)]
        temporary = self.folder / f".{BERKAS}.baru"
        with temporary.open("w", encoding="utf-8") as file:
            mark = "[\n"
            for one in chain(self.entries(), kept):
                file.write(f"{mark} {json.dumps(asdict(one), ensure_ascii=False)}")
                mark = ",\n"
            file.write("\n]\n" if mark != "[\n" else "[]\n")
        os.replace(temporary, self.folder / BERKAS)
        (self.folder / JURNAL).unlink()

    def _removed(self, one: Entri) -> bool:
        """Whether a file that no row asks for is gone."""
        path = self.folder / one.file
        if digest_of(path) not in (None, one.sha256):
            return False
        path.unlink(missing_ok=True)
        return True


def _whole(path: Path) -> bool:
    import zipfile

    return zipfile.is_zipfile(path)


def _line(entry: Entri) -> str:
    return json.dumps(asdict(entry), ensure_ascii=False) + "\n"


def _known(folder: Path) -> list[Entri]:
    """Entries of the manifest, then of a journal that a cut-off run left; the later one counts."""
    found: dict[str, Entri] = {}
    path = folder / BERKAS
    try:
        if path.exists():
            found |= {one.file: one for one in map(_entry, json.loads(path.read_text(encoding="utf-8")))}
        if (folder / JURNAL).exists():
            with (folder / JURNAL).open(encoding="utf-8") as file:
                found |= {one.file: one for one in _read(file)}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise InputError(f"{path} bukan manifest hasil batch; pindahkan isi folder itu atau pilih folder lain dengan -o.") from error
    return list(found.values())


def _read(lines: Iterable[str]) -> Iterator[Entri]:
    for line in lines:
        if not line.endswith("\n"):
            return  # the run was cut off within this line
        yield _entry(json.loads(line))


def _entry(data: dict[str, Any]) -> Entri:
    return Entri(**data)
