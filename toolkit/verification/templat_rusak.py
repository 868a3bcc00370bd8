"""Templat rusak: templat tidak dapat dibaca, atau memuat tanda yang tidak dapat dibuktikan aman.

Mengapa: tanda yang tidak berpasangan, perubahan terlacak, atau blok yang menutup di tempat lain dapat menghilangkan sebagian naskah tanpa pesan apa pun.
Dasar: docs/templat.md bagian 2
Contoh sesuai: {{ surat.hal }} dalam satu paragraf, {%p if … %} dan {%p endif %} masing-masing sendiri
Contoh tidak sesuai: {{ surat.hal tanpa penutup; {% include %}
Perbaikan: betulkan templat di Word pada paragraf yang disebut, lalu simpan ulang.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.drafting.template import compile_template
from toolkit.errors import DataError
from toolkit.findings import Finding, Layer, Severity
from toolkit.verification.data import Data, temuan_templat

ID = "templat-rusak"
SEVERITY = Severity.ERROR
LAYER = Layer.DATA


def check(data: Data) -> Iterator[Finding]:
    for path in (*data.templat, *data.bagian):
        try:
            if path in data.templat:
                data.juru.templat(path.stem, None)
            else:
                compile_template(path, data.juru.bagian)
        except DataError as error:
            yield temuan_templat(ID, path, str(error), "Betulkan templat di Word, lalu simpan ulang.")
