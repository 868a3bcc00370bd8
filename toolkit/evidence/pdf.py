"""A PDF through its text layer. A page without one (a scan) is told, never guessed at."""

from __future__ import annotations

import io
import logging
import re
import zlib
from typing import Any

from toolkit.errors import InputError
from toolkit.evidence.bacaan import Bacaan, Gambar
from toolkit.evidence.halaman import Halaman, paragraf
from toolkit.evidence.terjemahan import tandai

MAKS_HALAMAN = 1_000
_LIGATUR = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\u00ad": "", "\u200b": "", "\u00a0": " "}
_LIGATUR_POLA = re.compile("|".join(_LIGATUR))


def baca_pdf(data: bytes, nama: str) -> Bacaan:
    """Raises `InputError` for what is no sound PDF or is locked."""
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    rusak = InputError(f"Naskah {nama} rusak sebagai PDF; buka dan cetak ulang ke PDF.")
    try:
        return _baca(data, nama)
    except (PyPdfError, zlib.error, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OverflowError, ZeroDivisionError) as error:
        # pypdf meets broken files with whatever its parser stumbled over.
        raise rusak from error
    except RecursionError as error:
        raise rusak from error
    except MemoryError as error:
        raise InputError(f"Naskah {nama} memuat bagian yang tidak wajar besarnya dan tidak dibaca.") from error


def _baca(data: bytes, nama: str) -> Bacaan:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(f"Naskah {nama} terkunci kata sandi; simpan tanpa sandi.")
    count = len(reader.pages)
    if count > MAKS_HALAMAN:
        raise InputError(f"Naskah {nama} berisi {count} halaman dan tidak dibaca; yang dibaca paling banyak {MAKS_HALAMAN} halaman.")
    pages = [_halaman(page, number) for number, page in enumerate(reader.pages, 1)]
    silent = tuple(one.nomor for one in pages if one.kosong and one.bergambar)
    pictures = (Gambar(0),) * (pages[0].jumlah_gambar if pages else 0)
    return Bacaan(nama, "pdf", tandai(paragraf(pages)), pictures, lengkap=not silent, halaman_tanpa_teks=silent)


def _halaman(page: Any, number: int) -> Halaman:
    text = page.extract_text(extraction_mode="layout") or ""
    if not text.strip():
        text = page.extract_text() or ""
    clean = _LIGATUR_POLA.sub(lambda match: _LIGATUR[match[0]], text).replace("\x00", "")
    return Halaman(number, tuple(clean.splitlines()), _pictures(page))


def _pictures(page: Any) -> int:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    found = objects.get_object().values() if objects is not None else ()
    return sum(1 for one in found if one.get_object().get("/Subtype") == "/Image")
