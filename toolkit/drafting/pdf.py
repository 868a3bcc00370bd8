"""DOCX and XLSX to PDF through LibreOffice: one call for all files, judged by what lies there afterwards.

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

PAKET = {"docx": "libreoffice-writer-nogui", "xlsx": "libreoffice-calc-nogui"}
_PER_BERKAS = 20
_AWAL = 120
# The exporters of texts and of sheets take their defaults from here: one call serves both.
_PDF_A = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export"><prop oor:name="SelectPdfVersion" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


def ke_pdf(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """PDF bytes by name ("07-kb.docx" → "07-kb.pdf"). Raises `UsageError` where LibreOffice is
    not installed, `InputError` for a document that it did not convert."""
    done, failed = ubah(files)
    if failed:
        raise InputError(next(iter(failed.values())))
    return {nama_pdf(name): data for name, data in done.items()}


def ubah(files: Mapping[str, bytes], *, arsip: bool = False) -> tuple[dict[str, bytes], dict[str, str]]:
    """PDF bytes by the document's name, and why for each that did not come out. `arsip`: PDF/A-2b
    is asked for. Raises `UsageError` where LibreOffice is not installed."""
    if not files:
        return {}, {}
    program = pengubah()
    with tempfile.TemporaryDirectory(prefix="kerjasama-pdf-") as folder:
        return _convert(program, files, Path(folder), arsip)


def pengubah(untuk: str = "PDF") -> str:
    """Where LibreOffice is. Raises `UsageError` where it is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UsageError(f"{untuk} memerlukan LibreOffice, tetapi perintah soffice tidak ditemukan; pasang paket {' dan '.join(PAKET.values())}.")
    return program


def nama_pdf(name: str) -> str:
    """"07-kb.docx" → "07-kb.pdf"."""
    return f"{name.rpartition('.')[0]}.pdf"


def _convert(program: str, files: Mapping[str, bytes], folder: Path, arsip: bool) -> tuple[dict[str, bytes], dict[str, str]]:
    (folder / "masuk").mkdir()
    (folder / "profil" / "user").mkdir(parents=True)
    if arsip:
        (folder / "profil" / "user" / "registrymodifications.xcu").write_text(_PDF_A, encoding="utf-8")
    # Plain numbers: names of several folders may be alike, and the command line stays short.
    numbered = {name: f"{place}.{_kind(name)}" for place, name in enumerate(files)}
    for name, data in files.items():
        (folder / "masuk" / numbered[name]).write_bytes(data)
    _run(program, list(numbered.values()), folder)
    found = {name: _read(folder / "keluar" / nama_pdf(plain)) for name, plain in numbered.items()}
    return {name: data for name, data in found.items() if data}, {name: _why(name) for name, data in found.items() if not data}


def _run(program: str, names: list[str], folder: Path) -> None:
    command = [
        program, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--norestore",
        "--convert-to", "pdf", "--outdir", str(folder / "keluar"), *names,
    ]
    limit = _AWAL + _PER_BERKAS * len(names)
    try:
        subprocess.run(command, cwd=folder / "masuk", capture_output=True, check=False, timeout=limit)
    except subprocess.TimeoutExpired as error:
        raise InputError(f"LibreOffice belum selesai mengubah {len(names)} naskah menjadi PDF setelah {limit} detik; ulangi, atau jalankan tanpa PDF.") from error


def _read(path: Path) -> bytes:
    data = path.read_bytes() if path.exists() else b""
    return data if data.startswith(b"%PDF-") else b""


def _kind(name: str) -> str:
    return name.rpartition(".")[2]


def _why(name: str) -> str:
    return (
        f"LibreOffice tidak dapat mengubah {name} menjadi PDF; pastikan paket {PAKET[_kind(name)]} terpasang, "
        "lalu buka berkas itu sendiri untuk melihat sebabnya."
    )
