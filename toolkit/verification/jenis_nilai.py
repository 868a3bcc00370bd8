"""Types of values: what a fact of the schema, a name of the context or a text of data may be.

Keys and elements are found on demand, for schemas refer to each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from toolkit.conditions import unescape
from toolkit.drafting.contract import (
    APA_SAJA,
    BILANGAN,
    LARIK,
    OBJEK,
    TANGGAL,
    TEKS,
    YA,
)
from toolkit.naming import alternatives, child, resolved

_DARI_JSON = {"string": TEKS, "integer": BILANGAN, "number": BILANGAN, "boolean": YA, "array": LARIK, "object": OBJEK}
_SEBUTAN = {TEKS: "teks", TANGGAL: "tanggal", BILANGAN: "bilangan", YA: "ya atau tidak", LARIK: "larik", OBJEK: "kelompok fakta"}
Kunci = Callable[[str], "Jenis | None"]


@dataclass(frozen=True)
class Jenis:
    """What a value may be. `unsur`: of a list its elements; `kunci`: of an object the type of a key,
    None where it has no such key; `nama`: its keys, so far as they are known."""

    macam: frozenset[str]
    unsur: Callable[[], Jenis] = field(default=lambda: SEBARANG)
    kunci: Kunci = field(default=lambda key: None)
    nama: Callable[[], Iterable[str]] = field(default=tuple)

    @property
    def bebas(self) -> bool:
        """Nothing is known of it."""
        return APA_SAJA in self.macam

    def __str__(self) -> str:
        return " atau ".join(_SEBUTAN[one] for one in _SEBUTAN if one in self.macam)


SEBARANG: Jenis = Jenis(frozenset({APA_SAJA}), kunci=lambda key: SEBARANG)


def satu(macam: str) -> Jenis:
    return SEBARANG if macam == APA_SAJA else Jenis(frozenset({macam}))


def larik(unsur: Jenis) -> Jenis:
    return Jenis(frozenset({LARIK}), unsur=lambda: unsur)


def objek(kunci: Mapping[str, Jenis]) -> Jenis:
    return Jenis(frozenset({OBJEK}), kunci=kunci.get, nama=lambda: kunci)


def gabung(*jenis: Jenis) -> Jenis:
    """What is one of several; a key of any is a key of the whole."""
    known = [one for one in jenis if one.macam]
    if len(known) == 1:
        return known[0]
    if any(one.bebas for one in known):
        return SEBARANG
    return Jenis(
        frozenset().union(*(one.macam for one in known)),
        unsur=lambda: gabung(*(one.unsur() for one in known if LARIK in one.macam)),
        kunci=lambda key: _kunci(known, key),
        nama=lambda: [name for one in known for name in one.nama()],
    )


def _kunci(jenis: Iterable[Jenis], key: str) -> Jenis | None:
    found = [one.kunci(key) for one in jenis if OBJEK in one.macam]
    inside = [one for one in found if one is not None]
    return gabung(*inside) if inside else None


def dari_skema(root: Mapping[str, Any], schema: Mapping[str, Any]) -> Jenis:
    """The type that a schema demands. What every person has besides is `nama_gelar`."""
    options = [one for one in alternatives(root, schema) if "type" in one or "enum" in one or "const" in one]
    kinds = frozenset(kind for one in options for kind in _macam(one))
    if not kinds:
        return SEBARANG

    def unsur() -> Jenis:
        found = child(root, schema, "*")
        return dari_skema(root, found) if found is not None else SEBARANG

    def kunci(key: str) -> Jenis | None:
        if key.startswith("x_"):
            return SEBARANG
        found = child(root, schema, key) if not key.isdecimal() else None
        if found is None and key == "nama_gelar" and child(root, schema, "nama") is not None:
            return satu(TEKS)
        return dari_skema(root, found) if found is not None else None

    names = [name for one in options for name in one.get("properties", ())]
    return Jenis(kinds, unsur, kunci, lambda: names)


def _macam(schema: Mapping[str, Any]) -> Iterable[str]:
    if "type" not in schema:
        return {_nilai(one) for one in schema.get("enum", [schema.get("const")])}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    dated = schema.get("format") in {"date", "waktu"}
    return {TANGGAL if dated and kind == "string" else _DARI_JSON[kind] for kind in kinds if kind in _DARI_JSON}


def _nilai(value: Any) -> str:
    return {bool: YA, int: BILANGAN, float: BILANGAN, list: LARIK, dict: OBJEK}.get(type(value), TEKS)


def dari_penunjuk(root: Mapping[str, Any], pointer: str) -> Jenis:
    """The type of a fact by its pointer. Raises `KeyError` for one that the schema lacks."""
    here: Mapping[str, Any] | None = resolved(root, root)
    for part in (unescape(one) for one in pointer.split("/")[1:] if one):
        here = child(root, here, part) if here is not None else None
    if here is None:
        raise KeyError(pointer)
    return dari_skema(root, here)


def dari_nilai(value: Any) -> Jenis:
    """The type of a value as it stands in a data file."""
    if isinstance(value, Mapping):
        return objek({key: dari_nilai(one) for key, one in value.items()})
    if isinstance(value, list):
        return larik(gabung(*map(dari_nilai, value)))
    return satu(_nilai(value)) if value is not None else Jenis(frozenset())


def tertulis(root: Mapping[str, Any], told: Any) -> Jenis:
    """A type as the contract writes it."""
    if isinstance(told, str):
        return dari_penunjuk(root, told) if told.startswith("/") else satu(told)
    if isinstance(told, list):
        return larik(tertulis(root, told[0]))
    own = {key: tertulis(root, one) for key, one in told.items() if key != "+"}
    bases = told.get("+", [])
    under = gabung(*(tertulis(root, one) for one in ([bases] if isinstance(bases, str) else bases))) if bases else objek({})
    return Jenis(frozenset({OBJEK}), kunci=lambda key: own[key] if key in own else under.kunci(key), nama=lambda: [*own, *under.nama()])
