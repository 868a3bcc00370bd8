"""One case opened: its text, its values, its SOP, and what its schema says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from toolkit.errors import InputError
from toolkit.findings import Finding, Location
from toolkit.library import Library
from toolkit.model import KerjaSama, Sop
from toolkit.source import Source, load

BERKAS = "kerja-sama.json"


@dataclass(frozen=True)
class Case:
    """A case as opened. `given` is the path as the user wrote it, `name` the file's own name,
    `struktur` what its schema refuses; such a case (`refused`) never counts as good."""

    kerja_sama: KerjaSama
    sop: Sop
    source: Source
    path: Path
    given: str
    library: Library
    struktur: tuple[Finding, ...] = field(default=())

    @property
    def folder(self) -> Path:
        return self.path.parent

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def refused(self) -> bool:
        return bool(self.struktur)

    def position(self, pointer: str) -> tuple[int, int]:
        return self.source.position(pointer)


def open_case(path: Path | str, library: Library) -> Case:
    """Opens a case or the `kerja-sama.json` of a folder. Raises `InputError` if it is no JSON
    object or names no known SOP; what its schema refuses is told in `struktur`."""
    from toolkit.structure import examine

    given = str(path)
    file = Path(path) / BERKAS if Path(path).is_dir() else Path(path)
    source = load(file)
    data = _object(source.value, given)
    sop = library.sop(_known_sop(data, given, library))
    found = examine(data, sop, library)
    kerja_sama = KerjaSama(str(data.get("id", "")), sop.id, _usable(data, found))
    case = Case(kerja_sama, sop, source, file, given, library)
    return replace(case, struktur=tuple(located(one, case) for one in found))


def _usable(data: Mapping[str, Any], found: Sequence[Finding]) -> Mapping[str, Any]:
    """What can still be judged of a refused case: the parts in which nothing was refused."""
    refused = {(one.location.pointer or "").split("/")[1] for one in found}
    return {key: value for key, value in data.items() if key not in refused}


def _object(value: Any, given: str) -> Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    raise InputError(f"{given}: isinya harus satu objek JSON ({{…}}), yang ada {_kind(value)}.")


def _kind(value: Any) -> str:
    names = {list: "larik", str: "teks", bool: "benar/salah", int: "angka", float: "angka"}
    return names.get(type(value), "null")


def _known_sop(data: Mapping[str, Any], given: str, library: Library) -> str:
    known = library.sop_ids()
    named = data.get("sop")
    if isinstance(named, str) and named in known:
        return named
    if named is None:
        raise InputError(f'{given}: kunci "sop" tidak ada; isi dengan salah satu dari {", ".join(known)}.')
    close = get_close_matches(str(named), known, 1)
    hint = f"mungkin maksudnya {close[0]}; " if close else ""
    raise InputError(f"{given}: SOP {named!r} tidak dikenal; {hint}yang ada {', '.join(known)}.")


def located(finding: Finding, case: Case) -> Finding:
    """The finding with its place in the file: line and column of its pointer, case as given."""
    place = finding.location
    line, column = (place.line, place.column)
    if place.pointer is not None and line is None:
        line, column = case.position(place.pointer)
    return replace(
        finding,
        location=Location(place.pointer, place.file or case.name, case.given, line, column),
        akibat=tuple(located(one, case) for one in finding.akibat),
    )
