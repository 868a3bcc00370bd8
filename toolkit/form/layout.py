"""Which sheets a form has and what stands on each: facts one below another, arrays as tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from toolkit.cells.leaves import places, writable
from toolkit.conditions import unescape
from toolkit.form.demands import Tuntutan
from toolkit.naming import alternatives, capital, child

TERSENDIRI = frozenset({"$schema", "versi"})
NAMA_MAKS = 31


@dataclass(frozen=True, slots=True)
class Isian:
    """One fact: a row of a sheet of facts, or a column of a table, folded away if `terlipat`."""

    penunjuk: str
    judul: str
    skema: Mapping[str, Any]
    tuntutan: Tuntutan | None = None
    terlipat: bool = False

    @property
    def kunci(self) -> str:
        return self.penunjuk.rpartition("/")[2]


@dataclass
class Lembar:
    """A sheet: `pola` is "" for the facts of the case itself, a part's pointer, or an array's
    pattern, which ends in `*`."""

    pola: str
    judul: str
    isian: list[Isian] = field(default_factory=list)

    @property
    def tabel(self) -> bool:
        return self.pola.endswith("/*")

    @property
    def dituntut(self) -> bool:
        return any(one.tuntutan for one in self.isian)

    @property
    def urutan(self) -> int:
        return min((one.tuntutan.urutan for one in self.isian if one.tuntutan), default=9)


def sheets(root: Mapping[str, Any], own: Mapping[str, Any] | None, asked: Mapping[str, Tuntutan], held: Iterable[str]) -> list[Lembar]:
    """The sheets in the order in which they are asked for. `held` are general pointers of facts that
    the case holds already."""
    made: dict[str, Lembar] = {"": Lembar("", "Umum")}
    for pointer, called, found in _all(root, own):
        pattern = _sheet_of(pointer, root)
        sheet = made[pattern] if pattern in made else made.setdefault(pattern, Lembar(pattern, _title(pattern, called, made)))
        label = called[-1] if sheet.pola == "" else _label(called, sheet.pola)
        sheet.isian.append(Isian(pointer, capital(label), found, _demand(pointer, asked)))
    known = set(held)
    kept = [one for one in made.values() if _wanted(one, known)]
    rest = [one for one in made.values() if one not in kept and not one.tabel]
    kept.append(Lembar("/", "Lainnya", [replace(fact, judul=f"{one.judul}: {fact.judul}") for one in rest for fact in one.isian]))
    for one in kept:
        one.isian = [replace(fact, terlipat=_folded(one, fact, known)) for fact in one.isian]
        first = _identifying(root, one)
        one.isian.sort(key=lambda fact: (fact.terlipat, fact.penunjuk not in first, fact.tuntutan.urutan if fact.tuntutan else 9))
    return [kept[0], *sorted(kept[1:], key=lambda one: (one.pola.count("*") > 1, one.urutan))]


def _folded(sheet: Lembar, fact: Isian, held: set[str]) -> bool:
    """Of a table, what stands in a part of its item, is not there and nobody asks for: a naskah has
    a hundred such columns, of which an office fills in twenty."""
    inside = fact.penunjuk.count("/") - sheet.pola.count("/")
    return sheet.tabel and inside > 1 and fact.tuntutan is None and fact.penunjuk not in held


def _identifying(root: Mapping[str, Any], sheet: Lembar) -> set[str]:
    """Of a table, what no item is without: which naskah it is, who a party is."""
    schema: Mapping[str, Any] = root
    for part in sheet.pola.split("/")[1:] if sheet.tabel else ():
        schema = child(root, schema, unescape(part)) or {}
    return {f"{sheet.pola}/{key}" for key in schema.get("required", ())} if sheet.tabel else set()


def _all(root: Mapping[str, Any], own: Mapping[str, Any] | None) -> Iterator[tuple[str, list[str], Mapping[str, Any]]]:
    """Every fact that one cell can hold: its pointer, the titles on the way to it, its schema."""
    for schema, under, above in ((root, "", []), (own or {}, "/khusus", ["fakta khusus SOP ini"])):
        for trail, found in places(schema, schema):
            if trail[0].key not in TERSENDIRI and trail[-1].key != "*" and writable(schema, found):
                yield under + "".join(f"/{one.key}" for one in trail), [*above, *(one.title for one in trail)], found


def _sheet_of(pointer: str, root: Mapping[str, Any]) -> str:
    """The array whose items hold the fact, else the part of the case that it stands in."""
    parts = pointer.split("/")[1:]
    if "*" in parts:
        return pointer[: pointer.rindex("/*") + 2]
    if len(parts) == 1 or _small(root, parts[0]):
        return ""
    return f"/{parts[0]}"


def _small(root: Mapping[str, Any], key: str) -> bool:
    """Whether a part is so small that it stands among the facts of the case itself."""
    found = root["properties"].get(key, {})
    return bool(found.get("$ref", "").endswith("/lama"))


def _title(pattern: str, called: list[str], made: Mapping[str, Lembar]) -> str:
    """A name that Excel admits and no other sheet has: "Pihak", "KAK", "Naskah - tanda tangan"."""
    key = pattern.split("/")[1]
    word = key.upper() if key.upper() in called[0].split("(")[-1] else capital(key.replace("_", " "))
    inner = called[pattern.count("/") - 2] if pattern.count("*") > 1 else ""
    plain = re.sub(r"[\[\]:*?/\\']", " ", f"{word} - {inner}" if inner else word)[:NAMA_MAKS].strip()
    taken = {one.judul for one in made.values()}
    return plain if plain not in taken else next(f"{plain[: NAMA_MAKS - 3]} {n}" for n in range(2, 99) if f"{plain[: NAMA_MAKS - 3]} {n}" not in taken)


def _label(called: list[str], pattern: str) -> str:
    """The fact's title with the parts between it and its sheet: "nama penanda tangan"."""
    inner = called[pattern.count("/") :]
    return inner[0] if len(inner) == 1 else f"{inner[-1]} ({', '.join(inner[:-1])})"


def _demand(pointer: str, asked: Mapping[str, Tuntutan]) -> Tuntutan | None:
    """The fact's own demand, or that of the part or array that it belongs to."""
    if pointer in asked:
        return asked[pointer]
    last = pointer.rpartition("/")[0].removesuffix("/*")
    return asked.get(last) if pointer.endswith("/nama") or last.count("/") == 1 and "*" not in pointer else None


def _wanted(sheet: Lembar, held: set[str]) -> bool:
    """The case's own facts, every array of the case, what is asked for or there; of arrays within
    items those that stand right in the item."""
    parts = sheet.pola.split("/")[1:]
    near = sheet.tabel and (len(parts) == 2 or (len(parts) == 4 and parts[1] == "*"))
    return sheet.pola == "" or near or sheet.dituntut or any(one.penunjuk in held for one in sheet.isian)


def present(value: Any, pointer: str = "") -> Iterator[str]:
    """General pointers of all that a case holds."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from present(inner, f"{pointer}/{key}")
    elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        for inner in value:
            yield from present(inner, f"{pointer}/*")
    else:
        yield pointer


def items(data: Any, pattern: str) -> list[tuple[tuple[int, ...], Any]]:
    """Items of an array by the numbers of all that hold them and their own."""
    found: list[tuple[tuple[int, ...], Any]] = [((), data)]
    for part in pattern.split("/")[1:]:
        found = [step for numbers, value in found for step in _step(numbers, value, unescape(part))]
    return found


def _step(numbers: tuple[int, ...], value: Any, part: str) -> Iterator[tuple[tuple[int, ...], Any]]:
    if part == "*":
        yield from (((*numbers, place), one) for place, one in enumerate(value if isinstance(value, list) else ()))
    elif isinstance(value, Mapping) and part in value:
        yield numbers, value[part]


def choices(root: Mapping[str, Any], schema: Mapping[str, Any]) -> list[str]:
    """What may be picked: the values of an enum, yes or no."""
    for one in alternatives(root, schema):
        if "enum" in one:
            return [str(value) for value in one["enum"]]
        if one.get("type") == "boolean":
            return ["ya", "tidak"]
    return []
