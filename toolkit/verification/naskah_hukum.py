"""Naskah that the law asks for: the templates, topics and facts that they refer to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.library import Library
from toolkit.verification.penunjuk import SARAN, Salah, ada_di, dibaca
from toolkit.verification.rujukan import find


def salah(library: Library, isi: Any) -> Iterator[Salah]:
    for pointer, told in find(isi, ["ketentuan", "*", "isi", "naskah"]):
        yield from _files(library, pointer, told)
        asked = [(f"{pointer}/perlu", one) for one in told.get("perlu", {})]
        asked += [(f"{pointer}/jika", one) for one in sorted(set(dibaca(told.get("jika", {}), "")))]
        for place, wanted in asked:
            if not ada_di(library.schema("kerja-sama"), wanted):
                yield place, f"Penunjuk {wanted!r} tidak ada dalam skema berkas kerja sama.", SARAN


def _files(library: Library, pointer: str, told: Any) -> Iterator[Salah]:
    if told.get("asal") == "dibuat" and told.get("format", "docx") == "docx" and "templat" not in told:
        yield pointer, f"Naskah {told['id']!r} dibuat, tetapi templatnya tidak disebut.", "Tambahkan kunci templat."
    if "templat" in told and library.resources.find("templates", f"{told['templat']}.docx") is None:
        yield f"{pointer}/templat", f"Templat {told['templat']!r} tidak ada di folder templates.", "Tambahkan templat itu atau betulkan id-nya."
    if "ketentuan" in told and told["ketentuan"] not in library.hukum.topik():
        yield f"{pointer}/ketentuan", f"Pokok hukum {told['ketentuan']!r} tidak ada di checklists/hukum.", "Betulkan id pokok hukum itu."
