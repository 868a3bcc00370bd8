"""The archive folder of a case: every file with its digest, and the texts that can be read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from toolkit.errors import InputError, UsageError
from toolkit.evidence import AKHIRAN, baca_data
from toolkit.evidence.naskah import naskah
from toolkit.evidence.paket import MAKS_BERKAS
from toolkit.evidence.terbaca import NaskahTerbaca
from toolkit.files import reason

KASUS = "kerja-sama.json"


@dataclass(frozen=True, slots=True)
class BerkasArsip:
    """One archived file, by its name within the folder. `sebab` says why it could not be read."""

    nama: str
    sha256: str
    naskah: NaskahTerbaca | None = None
    sebab: str = ""

    @property
    def nama_saja(self) -> str:
        return PurePosixPath(self.nama).name


def isi_arsip(folder: Path, id_kasus: str) -> tuple[BerkasArsip, ...]:
    """All files of a case's archive: the folder's own, or those of its folder named after the case."""
    if not folder.is_dir():
        raise UsageError(f"Folder arsip {folder} tidak ada; sebutkan folder yang berisi arsip kerja sama itu.")
    own = folder / id_kasus if id_kasus and (folder / id_kasus).is_dir() else folder
    files = sorted(one for one in own.rglob("*") if one.is_file() and one.name != KASUS and not one.name.startswith((".", "~$")))
    return tuple(_read(one, one.relative_to(own).as_posix()) for one in files)


def _read(path: Path, name: str) -> BerkasArsip:
    try:
        if path.stat().st_size > MAKS_BERKAS:
            return BerkasArsip(name, "", sebab=f"lebih besar daripada {MAKS_BERKAS // 1_000_000} MB")
        return berkas_arsip(name, path.read_bytes())
    except OSError as error:
        return BerkasArsip(name, "", sebab=reason(error))


def berkas_arsip(nama: str, data: bytes) -> BerkasArsip:
    """One file from its bytes; only a .docx or .pdf is read as a text."""
    digest = hashlib.sha256(data).hexdigest()
    if not data:
        return BerkasArsip(nama, digest, sebab="berkasnya kosong")
    if not nama.lower().endswith(AKHIRAN):
        return BerkasArsip(nama, digest)
    try:
        return BerkasArsip(nama, digest, naskah(baca_data(data, nama)))
    except InputError as error:
        return BerkasArsip(nama, digest, sebab=str(error).rstrip("."))
