"""DOCX to PDF through LibreOffice: one call for all files, judged by what lies there afterwards.

Its exit code is 0 for calls that did nothing, and two on one profile disturb each other; so each
call has a profile of its own, and a document counts as converted when its PDF is there.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from toolkit.errors import InputError, UsageError

_PER_BERKAS = 20
_AWAL = 120


def ke_pdf(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """PDF bytes by name ("07-kb.docx" → "07-kb.pdf"). Raises `UsageError` where LibreOffice is
    not installed, `InputError` for a document that it did not convert."""
    if not files:
        return {}
    program = pengubah()
    with tempfile.TemporaryDirectory(prefix="kerjasama-pdf-") as folder:
        return _convert(program, files, Path(folder))


def pengubah() -> str:
    """Where LibreOffice is. Raises `UsageError` where it is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UsageError("PDF memerlukan LibreOffice, tetapi perintah soffice tidak ditemukan; pasang paket libreoffice-writer.")
    return program


def _convert(program: str, files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    (folder / "masuk").mkdir()
    for name, data in files.items():
        (folder / "masuk" / name).write_bytes(data)
    command = [
        program, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--norestore", "--convert-to", "pdf",
        "--outdir", str(folder / "keluar"), *(str(folder / "masuk" / name) for name in files),
    ]
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=_AWAL + _PER_BERKAS * len(files))
    except subprocess.TimeoutExpired as error:
        raise InputError(f"LibreOffice tidak selesai mengubah {len(files)} naskah menjadi PDF; ulangi, atau jalankan tanpa --pdf.") from error
    return {_renamed(name): _checked(folder / "keluar" / _renamed(name), name) for name in files}


def _renamed(name: str) -> str:
    return f"{name.rpartition('.')[0]}.pdf"


def _checked(path: Path, name: str) -> bytes:
    data = path.read_bytes() if path.exists() else b""
    if not data.startswith(b"%PDF-"):
        raise InputError(f"LibreOffice tidak dapat mengubah {name} menjadi PDF; buka berkas itu di Word untuk melihat sebabnya.")
    return data
