"""Files read into plain facts. Judges nothing; opens what others only name."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import InputError
from toolkit.evidence.bacaan import Bacaan
from toolkit.evidence.paket import MAKS_BERKAS
from toolkit.files import reason

__all__ = ["AKHIRAN", "Bacaan", "adalah_naskah", "baca", "baca_data"]

AKHIRAN = (".docx", ".pdf")
_AWAL = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0")


def adalah_naskah(path: Path | str) -> bool:
    """Whether a file is meant as a naskah: by its name, else by how it begins."""
    if Path(path).suffix.lower() in AKHIRAN:
        return True
    try:
        with Path(path).open("rb") as file:
            return file.read(5).startswith(_AWAL)
    except (OSError, ValueError):
        return False


def baca(path: Path | str) -> Bacaan:
    """Reads a .docx or .pdf by what it is, whatever its name says. Raises `InputError`."""
    file = Path(path)
    try:
        if file.is_dir():
            raise InputError(f"{path} adalah folder, bukan naskah.")
        if file.stat().st_size > MAKS_BERKAS:
            raise InputError(f"Naskah {path} lebih besar daripada {MAKS_BERKAS // 1_000_000} MB dan tidak dibaca.")
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"Naskah {path} tidak dapat dibaca: {reason(error)}.") from error
    except ValueError as error:
        raise InputError(f"Naskah {str(path)!r} tidak dapat dibaca: namanya tidak dapat dipakai.") from error
    return baca_data(data, str(path))


def baca_data(data: bytes, nama: str) -> Bacaan:
    """Reads the bytes of a file. Raises `InputError`."""
    if not data:
        raise InputError(f"Naskah {nama} kosong.")
    if b"%PDF-" in data[:1024]:
        from toolkit.evidence.pdf import baca_pdf

        return baca_pdf(data, nama)
    if data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0":
        from toolkit.evidence.docx import baca_docx

        return baca_docx(data, nama)
    raise InputError(f"Naskah {nama} bukan berkas .docx atau .pdf; simpan dalam salah satu bentuk itu.")
