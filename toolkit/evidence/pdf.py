"""A PDF through its text layer. A page without one (a scan) is told, never guessed at."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
import zlib
from typing import Any

from toolkit.errors import InputError
from toolkit.evidence.bacaan import Bacaan, Gambar
from toolkit.evidence.halaman import Halaman, paragraf
from toolkit.evidence.terjemahan import tandai

MAKS_HALAMAN = 1_000
_LIGATUR = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\u200b": "", "\u00a0": " "}
_LUNAK = re.compile("\u00ad(?!\\s*$)")
_TAK_TAMPAK = re.compile(rb"\b3\s+Tr\b")  # letters laid invisibly over a scan
_LUAS = 500_000
_SEDIKIT = 80
_CUKUP = 40
_BERISI = 1_000
_LIGATUR_POLA = re.compile("|".join(_LIGATUR))


def baca_pdf(data: bytes, nama: str) -> Bacaan:
    """Raises `InputError` for what is no sound PDF or is locked."""
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    rusak = InputError(f"Naskah {nama} rusak sebagai PDF; buka dan cetak ulang ke PDF.")
    try:
        return _baca(data, nama)
    except DependencyError as error:
        # AES needs a library of its own, also where no password is asked for.
        raise InputError(f"Naskah {nama} dilindungi (sandi atau pembatasan cetak dan salin) dan tidak dapat dibaca; simpan ulang tanpa perlindungan.") from error
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
    silent = tuple(one.nomor for one in pages if one.bisu)
    pictures = (Gambar(0),) * (pages[0].jumlah_gambar if pages else 0)
    recognised = tuple(one.nomor for one in pages if one.dikenali and not one.bisu)
    return Bacaan(
        nama, "pdf", tandai(paragraf(pages)), pictures, lengkap=not silent and not recognised,
        halaman_tanpa_teks=silent, halaman_dikenali=recognised,
    )


def _halaman(page: Any, number: int) -> Halaman:
    text = page.extract_text(extraction_mode="layout") or ""
    if not text.strip():
        text = page.extract_text() or ""
    clean = _LIGATUR_POLA.sub(lambda match: _LIGATUR[match[0]], text).replace("\x00", "")
    lines = tuple(_LUNAK.sub("", line) for line in clean.splitlines())
    pictures = _pictures(page)
    drawn = _drawn(page)
    large = any(area >= _LUAS for area in pictures)
    letters = sum(map(str.isalpha, clean))
    # A picture of a page, or letters drawn as outlines.
    silent = bool(pictures or len(drawn) > _BERISI) if not letters else large and letters < _SEDIKIT
    if _garbled(clean):
        return Halaman(number, (), len(pictures), True)
    return Halaman(number, lines, len(pictures), silent, large and _TAK_TAMPAK.search(drawn) is not None)


def _garbled(text: str) -> bool:
    """Whether the file does not name its letters: signs without meaning, or hardly a vowel."""
    letters = [one for one in text.casefold() if one.isalpha()]
    strange = sum(one == "\ufffd" or unicodedata.category(one) in {"Cc", "Co", "Cn"} for one in text if one not in "\t\n\r")
    vowels = sum(one in "aeiou" for one in letters)
    return strange * 10 > max(len(text), 1) or len(letters) >= _CUKUP and not 0.22 < vowels / len(letters) < 0.65


def _drawn(page: Any) -> bytes:
    contents = page.get_contents()
    return b"" if contents is None else bytes(contents.get_data())


def _pictures(page: Any) -> list[int]:
    """The pixels of each picture of a page."""
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    found = (one.get_object() for one in objects.get_object().values()) if objects is not None else ()
    return [int(one.get("/Width", 0)) * int(one.get("/Height", 0)) for one in found if one.get("/Subtype") == "/Image"]
