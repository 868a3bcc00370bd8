"""Tata templat: teks tinjauan di sebelah templat sama dengan templatnya.

Mengapa: perubahan pada .docx tidak tampak dalam tinjauan; berkas .txt di sebelahnya menampakkannya, selama keduanya sama.
Dasar: docs/templat.md bagian 1
Contoh sesuai: templates/undangan.txt sama dengan isi templates/undangan.docx
Contoh tidak sesuai: templat diubah di Word, .txt-nya belum
Perbaikan: tulis ulang dengan python -m toolkit.drafting.teks templates/<id>.docx, lalu tinjau perubahannya.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.drafting.teks import extract_text
from toolkit.errors import DataError
from toolkit.findings import Finding, Layer, Severity
from toolkit.verification.data import Data, temuan_templat

ID = "templat-tata"
SEVERITY = Severity.ERROR
LAYER = Layer.DATA
SARAN = "Tulis ulang dengan python -m toolkit.drafting.teks, lalu tinjau perubahannya."


def check(data: Data) -> Iterator[Finding]:
    for path in (*data.templat, *data.bagian):
        message = _differs(path)
        if message:
            yield temuan_templat(ID, path, message, SARAN)


def _differs(path: Path) -> str | None:
    beside = path.with_suffix(".txt")
    if not beside.is_file():
        return f"Teks tinjauan {beside.name} tidak ada."
    try:
        text = extract_text(path)
    except DataError:
        return None  # templat-rusak says why
    return None if beside.read_text(encoding="utf-8") == text else f"Teks tinjauan {beside.name} tidak sama dengan templatnya."
