"""Templat rusak: templat tidak dapat dibaca, atau memuat tanda yang tidak dapat dibuktikan aman.

Mengapa: tanda yang tidak berpasangan, perubahan terlacak, atau blok yang menutup di tempat lain dapat menghilangkan sebagian naskah tanpa pesan apa pun.
Dasar: docs/templat.md bagian 2
Contoh sesuai: {{ surat.hal }} dalam satu paragraf, {%p if … %} dan {%p endif %} masing-masing sendiri
Contoh tidak sesuai: {{ surat.hal tanpa penutup; {% include %}
Perbaikan: betulkan templat di Word pada paragraf yang disebut, lalu simpan ulang.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.drafting.template import compile_template
from toolkit.errors import DataError
from toolkit.findings import Finding, Layer, Severity
from toolkit.verification import tanda
from toolkit.verification.data import Data, temuan_templat

ID = "templat-rusak"
SEVERITY = Severity.ERROR
LAYER = Layer.DATA
SARAN = "Betulkan templat di Word, lalu simpan ulang."


def check(data: Data) -> Iterator[Finding]:
    for path in (*data.templat, *data.bagian):
        for message in _broken(data, path):
            yield temuan_templat(ID, path, message, SARAN)


def _broken(data: Data, path: Path) -> list[str]:
    """Every mistake of the file itself; only a file without any is worth compiling with its parts."""
    try:
        found = [str(one) for one in tanda.bentuk(path)]
        if not found:
            _compile(data, path)
    except DataError as error:
        return [str(error)]
    return found


def _compile(data: Data, path: Path) -> None:
    if path in data.templat:
        data.juru.templat(path.stem, None)
    else:
        compile_template(path, data.juru.bagian)
