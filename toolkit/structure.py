"""What a case's schemas refuse, as findings in an office's words.

Messages come from the schema's keywords and titles, never from the validator's own texts. One
cause is told once: of several errors at one place the first by kind is kept, and of the branches
of a oneOf the one that comes nearest to what was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from toolkit.conditions import escape
from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.library import Library
from toolkit.model import Sop
from toolkit.naming import name
from toolkit.references import loose_references

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

ID = "struktur-berkas"
DASAR = ("Skema berkas kerja sama",)
JENIS = {
    "string": "teks", "integer": "bilangan bulat", "number": "angka", "boolean": "true atau false",
    "array": "larik […]", "object": "objek {…}", "null": "null",
}


def examine(data: Mapping[str, Any], sop: Sop, library: Library) -> list[Finding]:
    """Everything that the case's schema and the SOP's own schema refuse, and loose references."""
    schema = library.schema("kerja-sama")
    found = _told(library.validator("kerja-sama").iter_errors(data), schema, "")
    found += _own_schema(data, sop, library)
    return found or list(loose_references(data))


def _own_schema(data: Mapping[str, Any], sop: Sop, library: Library) -> list[Finding]:
    """`khusus` against `schemas/<sop>.schema.json`, where the SOP has facts of its own."""
    if "khusus" not in data or library.resources.find("schemas", f"{sop.id}.schema.json") is None:
        return []
    return _told(library.validator(sop.id).iter_errors(data["khusus"]), library.schema(sop.id), "/khusus")


def _told(errors: Iterable[ValidationError], schema: Mapping[str, Any], base: str) -> list[Finding]:
    kept: dict[str, Finding] = {}
    for error in sorted((one for each in errors for one in _unfolded(each)), key=_kind_order):
        for finding in _findings(error, schema, base):
            kept.setdefault(f"{finding.location.pointer}", finding)
    return list(kept.values())


_ORDER = ("additionalProperties", "required", "type", "enum", "const", "pattern", "format")


def _kind_order(error: ValidationError) -> int:
    return _ORDER.index(error.validator) if error.validator in _ORDER else len(_ORDER)


def _unfolded(error: ValidationError) -> Iterator[ValidationError]:
    """The errors of the nearest branch of a oneOf or anyOf; any other error is itself."""
    if error.validator not in {"oneOf", "anyOf"} or not error.context:
        yield error
        return
    branches: dict[Any, list[ValidationError]] = {}
    for one in error.context:
        branches.setdefault(one.schema_path[0], []).append(one)
    nearest = [each for each in branches.values() if not any(_wrong_kind(one, error) for one in each)]
    if not nearest:
        yield error
        return
    for one in min(nearest, key=len):
        yield from _unfolded(one)


def _wrong_kind(one: ValidationError, parent: ValidationError) -> bool:
    return one.validator == "type" and len(one.absolute_path) == len(parent.absolute_path)


def _findings(error: ValidationError, schema: Mapping[str, Any], base: str) -> Iterator[Finding]:
    pointer = base + "".join(f"/{escape(str(part))}" for part in error.absolute_path)
    inner = pointer.removeprefix(base)
    if error.validator == "additionalProperties":
        for key in _unknown_keys(error):
            yield _unknown(pointer, key, error, name(schema, inner))
    elif error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                wanted = name(schema, f"{inner}/{escape(key)}")
                yield _finding(
                    f"{pointer}/{escape(key)}", f"Kunci {key!r} ({wanted}) harus ada, tetapi tidak ada.", f"Tambahkan kunci {key!r}."
                )
    else:
        expected, advice = _expected(error)
        yield _finding(pointer, f"Isi {name(schema, inner)} harus {expected}, tetapi tertulis {_shown(error.instance)}.", advice)


def _unknown_keys(error: ValidationError) -> list[str]:
    known = error.schema.get("properties", {})
    return [key for key in error.instance if key not in known and not key.startswith("x_")]


def _unknown(pointer: str, key: str, error: ValidationError, holder: str) -> Finding:
    known = list(error.schema.get("properties", {}))
    close = get_close_matches(key, [one for one in known if one not in error.instance], 1, 0.6)
    advice = f"Mungkin maksudnya {close[0]!r}." if close else f"Kunci yang dikenal: {', '.join(known[:12])}{' …' if len(known) > 12 else ''}. Kunci milik sendiri diawali x_."
    return _finding(f"{pointer}/{escape(key)}", f"Kunci {key!r} tidak dikenal dalam {holder}.", advice)


def _expected(error: ValidationError) -> tuple[str, str]:
    """What the failing keyword asks, and what to do."""
    value, keyword = error.validator_value, error.validator
    if keyword == "type":
        kinds = [value] if isinstance(value, str) else value
        return " atau ".join(JENIS.get(one, one) for one in kinds), "Tulis ulang dengan bentuk itu."
    if keyword in {"enum", "const"}:
        return _choices([value] if keyword == "const" else value, error.instance)
    if keyword in {"pattern", "format", "maxLength"}:
        shape = error.schema.get("description") or (f"paling panjang {value} huruf" if keyword == "maxLength" else "dengan bentuk yang ditentukan")
        real = "; tanggal dan jamnya harus ada dalam kalender" if keyword == "format" else ""
        return f"berbentuk {shape}" if keyword != "maxLength" or "description" in error.schema else shape, f"Tulis ulang dengan bentuk itu{real}."
    if keyword in {"oneOf", "anyOf"}:
        kinds = {JENIS.get(str(one.get("type", "object")), "") for one in value}
        return " atau ".join(sorted(kinds - {""})), "Tulis ulang dengan salah satu bentuk itu."
    return _size(str(keyword), value), "Sesuaikan jumlah atau nilainya."


def _choices(values: Sequence[Any], found: Any) -> tuple[str, str]:
    words = [str(one) for one in values]
    close = get_close_matches(str(found), words, 1)
    listed = words[0] if len(words) == 1 else f"salah satu dari {', '.join(words)}"
    return listed, f"Mungkin maksudnya {close[0]!r}." if close else "Pilih salah satu dari daftar itu."


def _size(keyword: str, value: Any) -> str:
    words = {
        "minItems": "paling sedikit {} butir", "maxItems": "paling banyak {} butir", "minimum": "paling kecil {}",
        "maximum": "paling besar {}", "exclusiveMinimum": "lebih besar dari {}", "minLength": "paling sedikit {} huruf",
        "minProperties": "memuat paling sedikit {} kunci",
    }
    return words.get(keyword, "sesuai skema").format(value)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:59] + "…")
    if isinstance(value, (dict, list)):
        return f"{'objek' if isinstance(value, dict) else 'larik'} dengan {len(value)} butir"
    return "null" if value is None else str(value)[:40]


def _finding(pointer: str, message: str, advice: str) -> Finding:
    return Finding(ID, Severity.ERROR, message, DASAR, Layer.DATA, suggestion=advice, location=Location(pointer))
