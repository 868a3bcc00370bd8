"""All documents of a run in one file: a zip, or one PDF to be printed, in the order of the rows."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from toolkit.batch.ledger import GABUNGAN, Entri, digest_of
from toolkit.drafting.pdf import ke_pdf, pengubah

SEKALI = 400
_WAKTU = (1980, 1, 1, 0, 0, 0)


def require_office() -> None:
    """Raises `UsageError` where LibreOffice is not installed, before hours are spent."""
    pengubah("Opsi --merge")


def zipped(folder: Path, entries: Sequence[Entri], shared: str) -> Entri:
    """The documents as they are (they are compressed already), the same bytes for the same documents."""
    name = f"{entries[0].naskah}.zip"
    temporary = folder / f".{name}.baru"
    try:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as archive:
            for one in entries:
                archive.writestr(zipfile.ZipInfo(one.file, _WAKTU), (folder / one.file).read_bytes())
        os.replace(temporary, folder / name)
    finally:
        temporary.unlink(missing_ok=True)
    return _entry(folder, name, entries[0], shared)


def merged(folder: Path, entries: Sequence[Entri], shared: str) -> Entri:
    """One PDF with a bookmark for each document. Raises `UsageError` without LibreOffice,
    `InputError` for a document that it does not convert."""
    from pypdf import PdfWriter

    name = f"{entries[0].naskah}.pdf"
    temporary = folder / f".{name}.baru"
    writer = PdfWriter()
    for file, content in _pages(folder, [one.file for one in entries]):
        writer.append(io.BytesIO(content), outline_item=file.rpartition(".")[0])
    try:
        with temporary.open("wb") as file_out:
            writer.write(file_out)
        os.replace(temporary, folder / name)
    finally:
        temporary.unlink(missing_ok=True)
    return _entry(folder, name, entries[0], shared)


def _pages(folder: Path, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Each document's PDF; LibreOffice is called once for as many as a command line holds."""
    rest = iter(names)
    while chunk := list(islice(rest, SEKALI)):
        yield from ke_pdf({name: (folder / name).read_bytes() for name in chunk}).items()


def _entry(folder: Path, name: str, first: Entri, shared: str) -> Entri:
    return Entri(first.naskah, first.templat, name, digest_of(folder / name) or "", first.langkah, first.kerja_sama, GABUNGAN, shared)
