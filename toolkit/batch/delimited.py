"""CSV: encoding and delimiter recognised, Excel's own from an Indonesian Windows too."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from toolkit.batch.tables import Baris
from toolkit.errors import InputError
from toolkit.files import reason

PEMISAH = (";", ",", "\t", "|")
CONTOH = 60
_BLOK = 1 << 16
_PANJANG_SEL = 1_000_000


class Csv:
    """A text of separated values."""

    lembar: str | None = None
    judul: tuple[str, ...] | None = None

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.encoding = encoding(path)
            self.delimiter, self._skip = self._dialect()
        except OSError as error:
            raise InputError(f"{path} tidak dapat dibaca: {reason(error)}.") from error

    def baris(self) -> Iterator[Baris]:
        """Rows by their number as Excel counts them; an unclosed quote ends the reading."""
        csv.field_size_limit(_PANJANG_SEL)
        with self.path.open(encoding=self.encoding, newline="") as file:
            reader, number = csv.reader(file, delimiter=self.delimiter, strict=True), 0
            while True:
                number += 1
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error:
                    yield Baris(number, (), "tanda petik ganda di baris ini tidak berpasangan, sehingga baris ini dan sesudahnya tidak terbaca")
                    return
                if number > self._skip:
                    yield Baris(number, tuple(one if one.strip() else None for one in cells))

    def _dialect(self) -> tuple[str, int]:
        """The delimiter that gives the first rows the same number of columns most often; and how
        many rows say it themselves (Excel's "sep=;")."""
        with self.path.open(encoding=self.encoding, newline="") as file:
            lines = list(islice(file, CONTOH))
        if lines and lines[0].casefold().startswith("sep=") and len(lines[0].strip()) == len("sep=;"):
            return lines[0].strip()[-1], 1
        return max(PEMISAH, key=lambda one: _fitness(lines, one)), 0


def _fitness(lines: list[str], delimiter: str) -> tuple[float, int]:
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    width, often = max(widths.items(), key=lambda one: (one[0] > 1, one[1], one[0]), default=(0, 0))
    return (often / sum(widths.values()) if width > 1 else 0.0, width)


def encoding(path: Path) -> str:
    """UTF-8, UTF-16 or Windows-1252. Raises `InputError` for what is no text."""
    with path.open("rb") as file:
        head = file.read(_BLOK)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    wide = _wide(head)
    if wide:
        return wide
    if b"\0" in head:
        raise InputError(f"{path} bukan teks; simpan dari Excel sebagai CSV UTF-8 atau .xlsx.")
    for name in ("utf-8-sig", "cp1252"):
        if _decodes(path, name):
            return name
    raise InputError(f"Pengodean huruf {path} tidak dikenal; simpan dari Excel sebagai CSV UTF-8 atau .xlsx.")


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of plain text is zero."""
    sample = head[:400]
    if len(sample) < 4 or sample.count(0) < len(sample) // 3:
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"


def _decodes(path: Path, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOK):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
