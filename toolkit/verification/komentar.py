"""Copies of faulty templates with each mistake as a Word comment at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from toolkit.drafting.xml import P
from toolkit.errors import DataError, UsageError
from toolkit.library import Library
from toolkit.verification import tanda, templat_kertas
from toolkit.verification.data import Data
from toolkit.verification.lembar import UTAMA, Masalah
from toolkit.verification.nama_templat import NamaTemplat

PENULIS, SINGKATAN = "kerjasama verify", "KS"


def tulis(library: Library, folder: Path) -> list[Path]:
    """The copies written. Raises `UsageError` for a folder that would take the templates' place."""
    data = Data.read(library)
    names = NamaTemplat(data)
    written = []
    for path in (*data.templat, *data.bagian):
        found = list(_found(data, path, names))
        if found:
            target = folder / "bagian" / path.name if path in data.bagian else folder / path.name
            _write(path, target, found)
            written.append(target)
    return written


def _found(data: Data, path: Path, names: NamaTemplat) -> Iterator[Masalah]:
    try:
        yield from tanda.bentuk(path)
        yield from tanda.nama_salah(path, names.untuk(path))
        yield from templat_kertas.masalah(data, path)
    except DataError:
        return  # what cannot be read can hold no comment; templat-rusak names it


def _write(path: Path, target: Path, found: Iterable[Masalah]) -> None:
    if target.resolve() == path.resolve():
        raise UsageError(f"Folder {target.parent} memuat templat aslinya; sebut folder lain untuk salinan berkomentar.")
    made = docx.Document(str(path))
    paragraphs = list(made.element.iter(P))
    for one in found:
        number = one.paragraf if one.nama == UTAMA else 0
        runs = _runs(paragraphs[max(number, 1) - 1], made)
        made.add_comment(runs, text=one.pesan if number else str(one), author=PENULIS, initials=SINGKATAN)
    target.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(target))


def _runs(element: object, made: Document) -> list[Run]:
    """What a comment can hold on to: Word has none in headers, and none without a run."""
    paragraph = Paragraph(element, made._body)  # type: ignore[arg-type]
    return paragraph.runs or [paragraph.add_run()]
