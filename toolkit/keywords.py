"""A schema keyword that fails, as the rest of a sentence about the fact, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from toolkit.naming import listed, shown

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

Kalimat = tuple[str, str]

JENIS = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan",
    "boolean": "true atau false",
    "array": "daftar",
    "object": "kelompok fakta",
    "null": "null",
}
SARAN = {
    "string": 'Tulis di antara tanda kutip ganda, misalnya "…".',
    "integer": "Tulis angkanya saja, tanpa tanda kutip, titik, koma atau Rp.",
    "number": "Tulis angkanya saja, tanpa tanda kutip.",
    "boolean": "Tulis true (ya) atau false (tidak) tanpa tanda kutip.",
    "array": "Tulis di antara kurung siku, butirnya dipisahkan koma: [ … ].",
    "object": "Tulis di antara kurung kurawal: { … }.",
}
CONTOH = {"date": "2026-03-02", "waktu": "2026-03-02T09:15:00+07:00"}
BATAS = {
    "minLength": "paling sedikit {} huruf",
    "maxLength": "paling banyak {} huruf",
    "minItems": "paling sedikit {} butir",
    "maxItems": "paling banyak {} butir",
    "minProperties": "paling sedikit {} kunci",
    "minimum": "paling kecil {}",
    "maximum": "paling besar {}",
    "exclusiveMinimum": "lebih besar daripada {}",
    "exclusiveMaximum": "lebih kecil daripada {}",
}


def sentence(error: ValidationError) -> Kalimat:
    """ "harus …, tetapi tertulis …." with expected and found, and the suggestion."""
    expected, suggestion = _EXPECTED.get(str(error.validator), _limit)(error)
    return f"harus {expected}, tetapi tertulis {shown(error.instance, kind=True)}.", suggestion


def _type(error: ValidationError) -> Kalimat:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    return _kinds([str(one) for one in wanted])


def _branches(error: ValidationError) -> Kalimat:
    kinds = [one.validator_value for one in error.context or () if one.validator == "type"]
    flat = [str(one) for kind in kinds for one in (kind if isinstance(kind, list) else [kind])]
    return _kinds(list(dict.fromkeys(flat))) if flat else _limit(error)


def _kinds(wanted: list[str]) -> Kalimat:
    return f"berupa {listed((JENIS.get(one, one) for one in wanted), 'atau')}", SARAN.get(wanted[0], "Betulkan nilainya.")


def _choice(error: ValidationError) -> Kalimat:
    allowed = error.validator_value if error.validator == "enum" else [error.validator_value]
    words = list(dict.fromkeys(one if isinstance(one, str) else shown(one) for one in allowed))
    found = error.instance.casefold() if isinstance(error.instance, str) else ""
    near = get_close_matches(found[:60], words, n=1)
    one_of = "salah satu dari " if len(words) > 1 else ""
    return f"{one_of}{listed(words, 'atau')}", f"Mungkin maksudnya {near[0]}." if near else "Pilih yang tersedia."


def _form(error: ValidationError) -> Kalimat:
    schema: Mapping[str, Any] = error.schema if isinstance(error.schema, Mapping) else {}
    wanted = schema.get("description") or f"pola {error.validator_value}"
    example = CONTOH.get(str(schema.get("format"))) or next(iter(schema.get("examples", ())), None)
    return f"ditulis sebagai {wanted}", f"Tulis misalnya {example}." if example else "Betulkan penulisannya."


def _calendar(error: ValidationError) -> Kalimat:
    example = CONTOH.get(str(error.validator_value), CONTOH["date"])
    return "berupa tanggal dan jam yang ada dalam kalender", f"Tulis misalnya {example}."


def _limit(error: ValidationError) -> Kalimat:
    words = BATAS.get(str(error.validator))
    if words is None:
        return f"memenuhi syarat {error.validator} dalam skemanya", "Bandingkan dengan contoh pada folder samples."
    return words.format(error.validator_value), "Sesuaikan isinya, atau hapus kuncinya bila faktanya belum ada."


_EXPECTED: Mapping[str, Callable[[ValidationError], Kalimat]] = {
    "type": _type,
    "oneOf": _branches,
    "anyOf": _branches,
    "enum": _choice,
    "const": _choice,
    "pattern": _form,
    "format": _calendar,
    "uniqueItems": lambda error: ("berisi butir yang berbeda-beda", "Hapus butir yang kembar."),
}
