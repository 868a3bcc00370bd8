"""The tool's own data files: what is wrong with one, in an office's words."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Any

from toolkit.errors import DataError, InputError
from toolkit.source import load


def read_json(path: Path) -> dict[str, Any]:
    """A data file that holds one object. Raises `DataError`, with the place, if it does not."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        value = _told(path)
    if not isinstance(value, dict):
        raise DataError(f"Berkas {path} harus berisi satu kelompok {{ … }}; bandingkan dengan berkas sejenis.")
    return value


def _told(path: Path) -> Any:
    """Reads again with the slower reader, which knows where the fault stands."""
    try:
        return load(path).value
    except InputError as error:
        raise DataError(str(error)) from error


def schema_words(error: object) -> str:
    """A schema keyword in words; never the validator's own English sentence."""
    keyword, wanted = getattr(error, "validator", ""), getattr(error, "validator_value", "")
    known = {
        "required": f"kunci {_keys(wanted, getattr(error, 'instance', ()))} wajib ada",
        "additionalProperties": f"kunci {_keys(getattr(error, 'instance', ()), getattr(error, 'schema', {}).get('properties', ()))} tidak dikenal",
        "enum": f"harus salah satu dari {wanted}",
        "const": f"harus {wanted!r}",
        "type": f"harus berjenis {wanted}",
        "pattern": f"harus mengikuti pola {wanted}",
        "minItems": f"sedikitnya {wanted} butir",
        "minLength": "tidak boleh kosong",
        "uniqueItems": "ada butir yang berulang",
        "oneOf": "tidak mengikuti tepat satu bentuk yang diizinkan",
        "anyOf": "tidak mengikuti satu pun bentuk yang diizinkan",
    }
    return known.get(keyword, f"ketentuan {keyword} {wanted} tidak terpenuhi")


def _keys(wanted: object, known: object) -> str:
    """What is in one and not in the other; a validator's values may be of any kind."""
    return ", ".join(str(one) for one in wanted if one not in known) if isinstance(wanted, Iterable) and isinstance(known, Container) else ""
