"""What a schema has against a file, each as one plain sentence with its place and what to do.

Sentences are made from the schema's keywords and titles, never from a library's messages. One cause
is told once: the innermost fact of the branch that was meant, and of one value the plainest fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from toolkit import times
from toolkit.conditions import escape
from toolkit.errors import DataError
from toolkit.titles import Titles
from toolkit.words import atau, besar, jenis_nilai, tampil

if TYPE_CHECKING:
    from jsonschema import FormatChecker, ValidationError
    from jsonschema.protocols import Validator

    from toolkit.library import Library

BATAS = 300
CONTOH = {"date": "2026-03-02", "waktu": "2026-03-02T09:15:00+07:00"}
UTAMA = ("type", "const", "enum", "oneOf", "anyOf", "minLength", "pattern", "format")
KUNCI = ("required", "additionalProperties")


@dataclass(frozen=True, slots=True)
class Masalah:
    """A fault at a pointer; `pesan` says what was expected and found, `saran` what to do."""

    pointer: str
    pesan: str
    saran: str


@lru_cache(maxsize=32)
def strict_validator(library: Library, name: str) -> Validator:
    """A schema's validator with dates that must exist, whole numbers without a fraction, and
    patterns that no trailing line break passes. Raises `DataError` if the schema is broken."""
    from jsonschema import Draft202012Validator, SchemaError
    from jsonschema.validators import extend

    schema = library.schema(name)
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        raise DataError(f"Skema {name}.schema.json tidak benar pada {error.json_path}.") from error
    types = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
    made = extend(Draft202012Validator, {"pattern": _pattern}, type_checker=types)
    validator: Validator = made(schema, format_checker=_formats())
    return validator


def problems(validator: Validator, data: Any, titles: Titles, under: str = "") -> list[Masalah]:
    """All faults of a value that stands at the pointer `under`."""
    errors = list(islice(validator.iter_errors(data), BATAS))
    leaves = [leaf for error in errors for leaf in _meant(error)]
    leaves.sort(key=lambda one: [str(part) for part in one.absolute_path])
    told: list[Masalah] = []
    for pointer, same in groupby(leaves, key=lambda one: under + _pointer(one.absolute_path)):
        told += _told(pointer, list(same), titles)
    if len(told) >= BATAS or len(errors) == BATAS:
        told = [*told[:BATAS], Masalah(under, f"Kesalahan susunan lebih dari {BATAS}; sisanya tidak ditampilkan.", "Perbaiki dahulu yang sudah ditampilkan.")]
    return told


def _is_integer(_checker: Any, value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _pattern(_validator: Any, pattern: str, value: Any, _schema: Any) -> Iterator[ValidationError]:
    from jsonschema import ValidationError

    # A closing $ would let one line break pass.
    whole = pattern[:-1] + r"\Z" if pattern.endswith("$") and not pattern.endswith("\\$") else pattern
    if isinstance(value, str) and not re.search(whole, value):
        yield ValidationError("pattern")


@lru_cache(maxsize=1)
def _formats() -> FormatChecker:
    from jsonschema import FormatChecker

    checker = FormatChecker(formats=())
    for name in CONTOH:
        checker.checks(name, raises=ValueError)(_is_time)
    return checker


def _is_time(value: object) -> bool:
    if isinstance(value, str):
        times.parse(value)
    return True


def _meant(error: ValidationError) -> Iterator[ValidationError]:
    """The faults of the branch that the writer most likely meant; else the error itself."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.schema_path[0], []).append(inner)
    likely = [one for one in branches.values() if not any(_other_kind(inner) for inner in one)]
    if not likely:
        yield error
        return
    for inner in min(likely, key=len):
        yield from _meant(inner)


def _other_kind(error: ValidationError) -> bool:
    return not error.relative_path and error.validator in ("type", "const", "enum")


def _pointer(path: Iterable[Any]) -> str:
    return "".join(f"/{escape(str(part))}" for part in path)


def _told(pointer: str, errors: list[ValidationError], titles: Titles) -> Iterator[Masalah]:
    objects = {id(one.schema): one for one in errors if one.validator in KUNCI}
    for one in objects.values():
        yield from _keys(pointer, one, titles)
    others = sorted((one for one in errors if one.validator not in KUNCI), key=_weight)
    if others:
        pesan, saran = _SENTENCES.get(str(others[0].validator), _other)(titles.name(pointer), others[0])
        yield Masalah(pointer, besar(pesan), saran)


def _weight(error: ValidationError) -> int:
    return UTAMA.index(str(error.validator)) if error.validator in UTAMA else len(UTAMA)


def _keys(pointer: str, error: ValidationError, titles: Titles) -> Iterator[Masalah]:
    """Unknown and missing keys of one object; a misspelt key is not also a missing one."""
    schema, value = error.schema, error.instance
    if not isinstance(schema, Mapping) or not isinstance(value, Mapping):
        return
    holder, meant = titles.name(pointer), set()
    for key in islice(_unknown(schema, value), BATAS):
        near = _near(key, [one for one in schema.get("properties", {}) if one not in value])
        meant.add(near)
        hint = f", mungkin maksudnya {tampil(near)}" if near else ""
        saran = f"Betulkan menjadi {tampil(near)}." if near else 'Hapus kunci itu; kunci catatan sendiri diawali "x_".'
        yield Masalah(f"{pointer}/{escape(key)}", f"Kunci {tampil(key)} tidak dikenal pada {holder}{hint}.", saran)
    for key in schema.get("required", ()):
        if key not in value and key not in meant:
            place = f"{pointer}/{escape(key)}"
            yield Masalah(place, f"{besar(titles.title(place))} wajib ada pada {holder}, tetapi kunci {tampil(key)} belum ditulis.", f"Tambahkan kunci {tampil(key)}.")


def _unknown(schema: Mapping[str, Any], value: Mapping[str, Any]) -> Iterator[str]:
    if schema.get("additionalProperties") is not False:
        return
    known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    yield from (key for key in value if key not in known and not any(re.search(one, key) for one in patterns))


def _near(word: str, known: Iterable[str]) -> str | None:
    names = {one.casefold(): one for one in known}
    found = get_close_matches(word.casefold(), names, n=1, cutoff=0.7) if len(word) <= 60 else []
    return names[found[0]] if found else None


Kalimat = tuple[str, str]


def _type(name: str, error: ValidationError) -> Kalimat:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    return _wrong_kind(name, [str(one) for one in wanted], error.instance)


def _branches(name: str, error: ValidationError) -> Kalimat:
    kinds = [one.validator_value for one in error.context or () if one.validator == "type"]
    flat = [str(one) for kind in kinds for one in (kind if isinstance(kind, list) else [kind])]
    return _wrong_kind(name, list(dict.fromkeys(flat)), error.instance) if flat else _other(name, error)


def _wrong_kind(name: str, wanted: list[str], found: Any) -> Kalimat:
    pesan = f"{name} harus berupa {atau(map(jenis_nilai, wanted))}, tetapi tertulis {tampil(found, jenis=True)}."
    return pesan, _SARAN_JENIS.get(wanted[0], "Betulkan nilainya.")


_SARAN_JENIS = {
    "string": 'Tulis di antara tanda kutip ganda, misalnya "…".',
    "integer": "Tulis angkanya saja, tanpa tanda kutip, titik, koma atau Rp.",
    "number": "Tulis angkanya saja, tanpa tanda kutip.",
    "boolean": "Tulis true (ya) atau false (tidak) tanpa tanda kutip.",
    "array": "Tulis di antara kurung siku, butirnya dipisahkan koma: [ … ].",
    "object": "Tulis di antara kurung kurawal: { … }.",
}


def _choice(name: str, error: ValidationError) -> Kalimat:
    allowed = error.validator_value if error.validator == "enum" else [error.validator_value]
    words = list(dict.fromkeys(str(one) if isinstance(one, str) else tampil(one) for one in allowed))
    one_of = "salah satu dari " if len(words) > 1 else ""
    near = _near(error.instance, words) if isinstance(error.instance, str) else None
    saran = f"Tulis {tampil(near)}." if near else "Pilih salah satunya."
    return f"{name} harus {one_of}{atau(words)}, tetapi tertulis {tampil(error.instance)}.", saran


def _form(name: str, error: ValidationError) -> Kalimat:
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    wanted = schema.get("description") or f"pola {error.validator_value}"
    example = CONTOH.get(str(schema.get("format"))) or next(iter(schema.get("examples", ())), None)
    saran = f"Tulis misalnya {example}." if example else "Betulkan penulisannya."
    return f"{name} harus ditulis sebagai {wanted}, tetapi tertulis {tampil(error.instance)}.", saran


def _calendar(name: str, error: ValidationError) -> Kalimat:
    return f"{name} tertulis {tampil(error.instance)}, padahal tanggal atau jam itu tidak ada.", f"Tulis tanggal yang ada, misalnya {CONTOH.get(str(error.validator_value), CONTOH['date'])}."


def _short(name: str, error: ValidationError) -> Kalimat:
    if error.instance == "":
        return f"{name} kosong, padahal harus berisi teks.", "Isi, atau hapus kuncinya bila faktanya belum ada."
    return f"{name} harus paling sedikit {error.validator_value} huruf, tetapi tertulis {tampil(error.instance)}.", "Lengkapi isinya."


def _few(name: str, error: ValidationError) -> Kalimat:
    return f"{name} harus berisi paling sedikit {error.validator_value} butir, tetapi ada {len(error.instance)}.", "Tambahkan butirnya, atau hapus kuncinya bila faktanya belum ada."


def _limit(words: str, saran: str) -> Callable[[str, ValidationError], Kalimat]:
    """A sentence for a keyword that compares: `words` says how."""
    def sentence(name: str, error: ValidationError) -> Kalimat:
        return f"{name} {words.format(error.validator_value)}, tetapi tertulis {tampil(error.instance)}.", saran

    return sentence


def _other(name: str, error: ValidationError) -> Kalimat:
    return f"{name} tidak memenuhi syarat {error.validator} dari skemanya, tertulis {tampil(error.instance)}.", "Bandingkan dengan contoh berkas pada folder samples."


_SENTENCES: Mapping[str, Callable[[str, ValidationError], Kalimat]] = {
    "type": _type,
    "oneOf": _branches,
    "anyOf": _branches,
    "enum": _choice,
    "const": _choice,
    "pattern": _form,
    "format": _calendar,
    "minLength": _short,
    "minItems": _few,
    "maxLength": _limit("paling panjang {} huruf", "Ringkaskan."),
    "maxItems": _limit("paling banyak {} butir", "Kurangi butirnya."),
    "minimum": _limit("paling kecil {}", "Betulkan angkanya."),
    "maximum": _limit("paling besar {}", "Betulkan angkanya."),
    "exclusiveMinimum": _limit("harus lebih besar daripada {}", "Betulkan angkanya."),
    "exclusiveMaximum": _limit("harus lebih kecil daripada {}", "Betulkan angkanya."),
    "uniqueItems": _limit("tidak boleh berisi butir yang sama", "Hapus butir yang kembar."),
}
