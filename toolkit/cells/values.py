"""One cell by the schema of its fact: text, date, clock, number, choice, yes or no, list."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any

from toolkit.cells.dates import Urutan, read_clock, read_date, read_moment, words
from toolkit.cells.numbers import read_integer
from toolkit.cells.refusal import Tolak
from toolkit.naming import alternatives
from toolkit.placeholders import TANPA_ISI, placeholder

_DIGITS = re.compile(r"\^\[0-9\]\{(\d+)\}\$")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_MARKS = re.compile(r"[\W_]*")
_SPLIT = re.compile(r"\s*(?:\n|;)\s*")
_LINES = re.compile(r"\s*\n\s*")
_LEAD = re.compile(r"^(?:[-–•*]|\d{1,2}[.)]|[a-z][.)])\s+")
BENAR, SALAH = ("ya", "y", "benar", "true", "1", "v", "✓", "sudah", "ada"), ("tidak", "t", "salah", "false", "0", "belum", "bukan")
ANGKA_EXCEL = 15
# Free texts of digits: their leading zero is part of them.
BERNOL = frozenset({"telepon"})
# A number in a column of names is a sum or another column's value.
NAMA = "nama"


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell that holds no value: `sebab` tells why (an error of Excel, a formula never computed)."""

    teks: str
    sebab: str
    saran: str


def empty(value: Any, key: str = "") -> bool:
    """Whether nothing is written; a dash alone says as much, save where it is the usual answer."""
    if isinstance(value, str):
        plain = _clean(value)
        return not plain or (key not in TANPA_ISI and bool(_MARKS.fullmatch(plain)))
    return value is None


def read_cell(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], key: str = "", order: Urutan | None = None, *, form: bool = False) -> Any:
    """The value that `schema` (resolved, of the fact named `key`) asks for. In a `form`, where a whole
    case is judged afterwards, "menyusul" is a text like others and only lines part a list. Raises
    `Tolak`."""
    if isinstance(value, Sel):
        raise Tolak("berisi nilai", value.saran, value.sebab)
    if isinstance(value, (dict, list)):
        return value
    if isinstance(value, str):
        value = _clean(value)
        if not form and placeholder(value) and not _MARKS.fullmatch(value):
            raise Tolak("terjawab", "Isi dengan yang sebenarnya, atau kosongkan selnya.")
    if key in BERNOL:
        return _phone(value)
    options = [one for one in alternatives(root, schema) if "type" in one or "enum" in one]
    if not options:
        raise Tolak("ditulis dalam beberapa kolom", "Beri setiap isiannya kolom sendiri.")
    if key == NAMA and (isinstance(value, bool) or not any(one.isalpha() for one in str(value))):
        raise Tolak("berupa nama", "Periksa apakah kolom atau barisnya tertukar.", "tidak ada huruf di dalamnya")
    return _by_kind(value, _chosen(value, options), root, order, _LINES if form else _SPLIT)


def _chosen(value: Any, options: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Of a text or a list of texts: the list where several lines are written."""
    kinds: dict[str, Mapping[str, Any]] = {str(one.get("type")): one for one in reversed(options)}
    several = isinstance(value, str) and "\n" in value
    if "string" in kinds and "array" in kinds:
        return kinds["array"] if several else kinds["string"]
    return options[0]


def _by_kind(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], order: Urutan | None, between: re.Pattern[str]) -> Any:
    if "enum" in schema:
        return _choice(value, schema["enum"])
    kind = schema.get("type")
    if kind == "boolean":
        return _yes_or_no(value)
    if kind == "integer":
        return read_integer(value)
    if kind == "array":
        return _texts(value, schema, root, between)
    if kind != "string":
        raise Tolak("ditulis dalam beberapa kolom", "Beri setiap isiannya kolom sendiri.")
    pattern = str(schema.get("pattern", ""))
    if isinstance(value, str) and "format" in schema and re.search(pattern, value):
        return value  # as a case writes it; whether the calendar has it is for the schema to say
    if schema.get("format") == "date":
        return read_date(value, order)
    if schema.get("format") == "waktu":
        return read_moment(value, order)
    return _string(value, pattern)


def _string(value: Any, pattern: str) -> str:
    digits = _DIGITS.fullmatch(pattern)
    if digits:
        return _digits(value, int(digits[1]))
    if pattern and re.search(pattern, "09.30") and not re.search(pattern, "teks"):
        return read_clock(value)
    text = _text(value)
    # Designations and the like are printed in capitals; the sheet's own spelling is no fault.
    return text.upper() if pattern and not re.search(pattern, text) and re.search(pattern, text.upper()) else text


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return str(int(value))
    shown = "tanggal" if isinstance(value, (date, datetime)) else "jam" if isinstance(value, time) else "pecahan"
    raise Tolak("berupa teks", "Ubah format sel menjadi Teks, lalu ketik ulang isinya.", f"Excel menyimpannya sebagai {shown}")


def _digits(value: Any, length: int) -> str:
    """A number that is a name: NIP, NIK. Excel keeps fifteen digits and no leading zero."""
    again = f"Ubah format sel menjadi Teks, lalu ketik ulang ke-{length} angkanya."
    if not isinstance(value, str):
        cut = isinstance(value, (int, float)) and abs(value) >= 10**ANGKA_EXCEL
        lost = f"Excel hanya menyimpan {ANGKA_EXCEL} angka, jadi angka terakhirnya hilang" if cut else "Excel menyimpannya sebagai angka, jadi nol di depannya hilang"
        raise Tolak(f"terdiri atas {length} angka", again, lost)
    if re.fullmatch(r"\d[.,]\d+E\+\d+", value, re.IGNORECASE):
        raise Tolak(f"terdiri atas {length} angka", again, "Excel menyimpannya sebagai angka berpangkat, jadi angka terakhirnya hilang")
    plain = re.sub(r"[\s.\-']", "", value)
    if not plain.isascii() or not plain.isdigit():
        raise Tolak(f"terdiri atas {length} angka", "Tulis angkanya saja.")
    if len(plain) != length:
        raise Tolak(f"terdiri atas {length} angka", "Periksa angka yang kurang atau lebih.", f"ada {len(plain)} angka")
    return plain


def _phone(value: Any) -> str:
    """A telephone number keeps its zero; a number cell has lost it, unless it is kept by 62."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and str(int(value)).startswith("62"):
        return f"+{int(value)}"
    raise Tolak("berupa teks", "Ubah format sel menjadi Teks, lalu ketik ulang nomornya beserta nol di depannya.", "Excel menyimpannya sebagai angka, jadi nol di depannya hilang")


def _choice(value: Any, known: Sequence[Any]) -> Any:
    if value in known:
        return value
    names = {_squeezed(str(one)): one for one in known}
    found = names.get(_squeezed(str(value)))
    if found is not None:
        return found
    near = get_close_matches(_squeezed(str(value)), names, 1)
    listed = ", ".join(str(one) for one in known)
    raise Tolak(f"berupa salah satu dari {listed}", f"Tulis {names[near[0]]}." if near else "Pilih salah satunya.")


def _squeezed(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


def _yes_or_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    plain = str(value).strip().casefold()
    if plain in BENAR or plain in SALAH:
        return plain in BENAR
    raise Tolak("berupa ya atau tidak", "Tulis ya atau tidak.")


def _texts(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], between: re.Pattern[str]) -> list[str]:
    items = [one for option in alternatives(root, schema.get("items", {})) for one in [option.get("type")] if one]
    if items and "string" not in items:
        raise Tolak("ditulis dalam beberapa kolom", "Beri setiap isiannya kolom sendiri.")
    parts = [one for one in between.split(_text(value)) if one.strip()]
    # A sign before some lines only is part of a text that has items of its own.
    return [_LEAD.sub("", one) for one in parts] if all(map(_LEAD.match, parts)) else parts


def _clean(text: str) -> str:
    """Without what copying leaves behind and no eye sees; a formula of Excel's CSV (="0123") and
    its apostrophe mean the text itself."""
    plain = _UNSEEN.sub("", text).replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n").strip()
    wrapped = re.fullmatch(r'="(.*)"', plain)
    plain = wrapped[1] if wrapped else plain
    return unicodedata.normalize("NFC", plain[1:] if re.fullmatch(r"'\d[\d\s]*", plain) else plain)


def shown_cell(value: Any) -> str:
    """What stands in a cell, short enough for a sentence."""
    if isinstance(value, Sel):
        return value.teks
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"tanggal {words(value)}"
    if isinstance(value, (datetime, time)):
        return str(value)
    if isinstance(value, float):
        return f"angka {value:.0f}" if value.is_integer() else f"angka {str(value).replace('.', ',')}"
    if isinstance(value, int) and not isinstance(value, bool):
        return f"angka {value}"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 62 else f"{text[:60]}…\""
