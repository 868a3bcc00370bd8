"""Small Word files made for tests, as a drafter's Word would save them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
from docx.document import Document

from toolkit.drafting.nodes import CATATAN, Catatan, simpul
from toolkit.drafting.template import Inti, Templat, compile_template

INTI = Inti("Judul", "Pemerintah Kabupaten Contoh", "2026-02-16")
PROFIL = {
    "halaman": {"lebar_mm": 210, "tinggi_mm": 297, "margin_mm": {"atas": 20, "kanan": 20, "bawah": 25, "kiri": 30}},
    "huruf": {"surat": {"nama": "Arial", "ukuran_pt": 12}, "perjanjian": {"nama": "Bookman Old Style", "ukuran_pt": 12}},
}


def dokumen(*paragraphs: str) -> Document:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    return made


def simpan(made: Document, folder: Path, nama: str = "uji") -> Path:
    path = folder / f"{nama}.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(path))
    return path


def susun(path: Path, profil: Mapping[str, Any] | None = None) -> Templat:
    return compile_template(path, lambda nama: path.parent / "bagian" / f"{nama}.docx", profil)


def isi(path: Path, /, **facts: Any) -> tuple[bytes, dict[str, str]]:
    """The rendered bytes and, per missing fact, the place that asked for it."""
    notes = Catatan()
    token = CATATAN.set(notes)
    try:
        data = susun(path).render({key: simpul(value, f"/{key}") for key, value in facts.items()}, INTI, nilai=facts)
    finally:
        CATATAN.reset(token)
    return data, {pointer: str(place) for pointer, place in notes.kurang.items()}


def teks(data: bytes, folder: Path) -> list[str]:
    """The paragraphs of a rendered document, read by python-docx."""
    path = folder / "hasil.docx"
    path.write_bytes(data)
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def ganti_bagian(path: Path, nama: str, lama: str, baru: str) -> Path:
    """Change the raw XML of a part, as no editor would."""
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    text = parts[nama].decode()
    assert lama in text
    parts[nama] = text.replace(lama, baru).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for one, data in parts.items():
            archive.writestr(one, data)
    return path
