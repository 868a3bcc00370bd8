"""Whole numbers and rupiah as people write them: 1.500.000, Rp1.500.000,00, Rp 1.500.000,-."""

from __future__ import annotations

import re
from typing import Any

from toolkit.cells.refusal import Tolak

_RUPIAH = re.compile(r"^(?:rp\.?|idr)\s*", re.IGNORECASE)
_CENTS = re.compile(r"[.,](?:0{2}|-+|=)$")
_GROUPED = re.compile(r"-?\d{1,3}(?:([.,\s'])\d{3})(?:\1\d{3})*")
_PLAIN = re.compile(r"-?\d+")


def read_integer(value: Any) -> int:
    """A whole number. Raises `Tolak` for fractions and for what may be read in two ways."""
    if isinstance(value, bool):
        raise _refused()
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        if not value.is_integer():
            raise _refused("ada pecahannya")
        return int(value)
    if isinstance(value, str):
        return _written(value)
    raise _refused("selnya berisi tanggal atau jam")


def _written(text: str) -> int:
    rest = _RUPIAH.sub("", text.strip())
    whole = _CENTS.sub("", rest)
    # One comma before three digits: thousands in English, thousandths in Indonesian.
    if re.fullmatch(r"-?\d{1,3},\d{3}", whole):
        raise _refused(f"dapat berarti {whole.replace(',', '')} atau pecahan")
    found = _GROUPED.fullmatch(whole)
    if found:
        return int(whole.replace(found[1], ""))
    if _PLAIN.fullmatch(whole):
        return int(whole)
    if re.fullmatch(r"-?[\d.,]+", whole):
        raise _refused("ada pecahannya, atau titik pemisahnya tidak pada tiga angka")
    raise _refused()


def _refused(why: str = "") -> Tolak:
    return Tolak("berupa bilangan bulat", "Tulis bilangan bulat tanpa keterangan lain, misalnya 1.500.000 atau Rp1.500.000,00.", why)
