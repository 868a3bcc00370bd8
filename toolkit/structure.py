"""What a case's schemas refuse, as findings in an office's words.

Sentences come from the schema's keywords and titles, never from the validator's own texts. One cause
is told once: of several faults of one value the plainest, and of the branches of a oneOf the one
that comes nearest to what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from toolkit.conditions import escape
from toolkit.findings import Finding
from toolkit.keywords import sentence
from toolkit.library import Library
from toolkit.model import Sop
from toolkit.naming import capital, name, shown, title
from toolkit.references import ID, fault, loose_references

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

__all__ = ["BATAS", "ID", "examine", "problems", "strict_validator"]

BATAS = 300
KUNCI = ("required", "additionalProperties")
TAK_TERCETAK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
UTAMA = ("type", "const", "enum", "oneOf", "anyOf", "pattern", "format")


def examine(data: Mapping[str, Any], sop: Sop, library: Library) -> list[Finding]:
    """All that is wrong with a case's file: what its schema and the SOP's own schema refuse, texts
    that no document can hold, and references that lead nowhere; one fault at each place."""
    schema = library.schema("kerja-sama")
    found = problems(strict_validator(library, "kerja-sama"), data, schema)
    if "khusus" in data and library.resources.find("schemas", f"{sop.id}.schema.json"):
        found += problems(strict_validator(library, sop.id), data["khusus"], library.schema(sop.id), "/khusus")
    found += [*_unprintable(data, schema), *loose_references(data)]
    return list({one.location.pointer: one for one in reversed(found)}.values())[::-1]


@lru_cache(maxsize=32)
def strict_validator(library: Library, schema: str) -> Validator:
    """A schema's validator with whole numbers that have no fraction and patterns that no closing
    line break passes. Raises `DataError` if the schema itself is broken."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    known = library.validator(schema)
    types = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
    made = extend(Draft202012Validator, {"pattern": _pattern}, type_checker=types)
    validator: Validator = made(known.schema, format_checker=known.format_checker)
    return validator


def problems(validator: Validator, data: Any, schema: Mapping[str, Any], under: str = "") -> list[Finding]:
    """What a schema refuses in a value that stands at the pointer `under`."""
    errors = list(islice(validator.iter_errors(data), BATAS))
    leaves = sorted((leaf for error in errors for leaf in _meant(error)), key=_path)
    told: list[Finding] = []
    for pointer, same in groupby(leaves, key=_pointer):
        told += _told(_Place(schema, under, pointer), list(same))
    if len(errors) == BATAS or len(told) > BATAS:
        told = [*told[:BATAS], fault(under, f"Susunan berkas harus sesuai skema, tetapi ada lebih dari {BATAS} kesalahan; sisanya tidak ditampilkan.", "Perbaiki dahulu yang sudah ditampilkan.")]
    return told


class _Place:
    """A place of the value: its pointer in the file, and names from the schema that it answers to."""

    def __init__(self, schema: Mapping[str, Any], under: str, inner: str) -> None:
        self.schema, self.under, self.inner = schema, under, inner
        self.pointer = under + inner

    def below(self, key: str) -> _Place:
        return _Place(self.schema, self.under, f"{self.inner}/{escape(key)}")

    @property
    def name(self) -> str:
        return name(self.schema, self.inner)


def _is_integer(_checker: Any, value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _pattern(_validator: Any, pattern: str, value: Any, _schema: Any) -> Iterator[ValidationError]:
    from jsonschema.exceptions import ValidationError

    # A closing $ would let one line break pass.
    whole = pattern[:-1] + r"\Z" if pattern.endswith("$") and not pattern.endswith("\\$") else pattern
    if isinstance(value, str) and not re.search(whole, value):
        yield ValidationError("pattern")


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


def _path(error: ValidationError) -> list[tuple[int, str]]:
    return [(part, "") if isinstance(part, int) else (-1, str(part)) for part in error.absolute_path]


def _pointer(error: ValidationError) -> str:
    return "".join(f"/{escape(str(part))}" for part in error.absolute_path)


def _told(place: _Place, errors: list[ValidationError]) -> Iterator[Finding]:
    for one in {id(one.schema): one for one in errors if one.validator in KUNCI}.values():
        yield from _keys(place, one)
    others = sorted((one for one in errors if one.validator not in KUNCI), key=_weight)
    if others:
        message, suggestion = sentence(others[0])
        yield fault(place.pointer, f"{capital(place.name)} {message}", suggestion)


def _weight(error: ValidationError) -> int:
    return UTAMA.index(str(error.validator)) if error.validator in UTAMA else len(UTAMA)


def _keys(place: _Place, error: ValidationError) -> Iterator[Finding]:
    """Unknown and missing keys of one object; a misspelt key is not also a missing one."""
    schema, value = error.schema, error.instance
    meant = set()
    for key in islice(_unknown(schema, value), BATAS):
        near = _near(key, (one for one in schema.get("properties", {}) if one not in value))
        meant.add(near)
        hint = f", mungkin maksudnya {shown(near)}" if near else ""
        yield fault(
            place.below(key).pointer,
            f"Kunci {shown(key)} tidak dikenal pada {place.name}{hint}.",
            f"Betulkan menjadi {shown(near)}." if near else 'Hapus kunci itu; kunci milik sendiri diawali "x_".',
        )
    for key in schema.get("required", ()):
        if key not in value and key not in meant:
            called = capital(title(place.schema, place.below(key).inner))
            yield fault(
                place.below(key).pointer,
                f"{called} wajib ada pada {place.name}, tetapi kunci {shown(key)} belum ditulis.",
                f"Tambahkan kunci {shown(key)}.",
            )


def _unknown(schema: Mapping[str, Any], value: Mapping[str, Any]) -> Iterator[str]:
    if schema.get("additionalProperties") is not False:
        return
    known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    yield from (key for key in value if key not in known and not any(re.search(one, key) for one in patterns))


def _near(word: str, known: Iterable[str]) -> str | None:
    names = {one.casefold(): one for one in known}
    found = get_close_matches(word.casefold(), names, n=1, cutoff=0.7) if len(word) <= 60 else []
    return names[found[0]] if found else None


def _unprintable(data: Any, schema: Mapping[str, Any]) -> Iterator[Finding]:
    """Texts with a character that no document can hold."""
    for pointer, text in _strings(data, ""):
        bad = TAK_TERCETAK.search(text)
        if bad:
            yield fault(
                pointer,
                f"{capital(name(schema, pointer))} harus berupa teks yang dapat dicetak, tetapi berisi karakter U+{ord(bad[0]):04X}.",
                "Hapus karakter itu; biasanya terbawa saat menyalin dari aplikasi lain.",
            )


def _strings(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, f"{pointer}/{escape(key)}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _strings(inner, f"{pointer}/{place}")
