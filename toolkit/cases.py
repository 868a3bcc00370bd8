"""Opening a case: its facts, its SOP, and what is wrong with the file itself.

A file that is no case at all, or that names no known SOP, cannot be used (`InputError`). One that its
schema refuses is still opened, so that everything that is wrong with it is told in one run; it is
marked `refused`, and no verb counts it as good.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from toolkit.errors import InputError
from toolkit.findings import Finding, Location
from toolkit.library import Library
from toolkit.model import KerjaSama, Sop
from toolkit.naming import listed, shown
from toolkit.source import Source, load
from toolkit.workbook import Buku, is_workbook, load_workbook

BERKAS = "kerja-sama.json"
BUKU = "kerja-sama.xlsx"


@dataclass(frozen=True)
class Case:
    """A case as opened. `given` is the path as the user wrote it, `name` the file's own name,
    `struktur` what is wrong with the file itself; such a case is `refused`."""

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
    def profil(self) -> Mapping[str, Any]:
        """The profile of the agency that the case names, else of its SOP's."""
        return self.library.profil(self.kerja_sama.data.get("profil") or self.sop.profil)

    @property
    def refused(self) -> bool:
        return bool(self.struktur)

    def position(self, pointer: str) -> tuple[int, int]:
        return self.source.position(pointer)

    def cell(self, pointer: str | None) -> str | None:
        """The cell of a fact as a person finds it ("Pihak!C5"); None for a case that is no workbook."""
        found = self.source.cell(pointer) if isinstance(self.source, Buku) and pointer is not None else None
        return str(found) if found else None


def open_case(path: Path | str, library: Library) -> Case:
    """Opens a case or the `kerja-sama.json` of a folder. Raises `InputError` in one sentence if it
    is no JSON object or names no known SOP; whatever else is wrong is told in `struktur`."""
    from toolkit.structure import examine

    given = str(path)
    file = _file(Path(path))
    source = load_workbook(file, library) if is_workbook(file) else load(file)
    data = _object(source)
    sop = library.sop(_known_sop(data, source, library))
    found = [*(source.salah if isinstance(source, Buku) else ()), *examine(data, sop, library)]
    kerja_sama = KerjaSama(_text(data.get("id")), sop.id, _usable(data, found))
    case = Case(kerja_sama, sop, source, file, given, library)
    placed = sorted((located(one, case) for one in found), key=_place)
    return replace(case, struktur=tuple(placed))


def located(finding: Finding, case: Case) -> Finding:
    """The finding with its place in the file: line and column of its pointer, case as given; of a
    workbook its message says the sheet and cell, for a row alone does not tell."""
    place = finding.location
    cell = None if place.line is not None or place.file not in (None, case.name) else case.cell(place.pointer)
    line, column = (place.line, place.column)
    if place.pointer is not None and line is None:
        line, column = case.position(place.pointer)
    return replace(
        finding,
        message=f"{cell}: {finding.message}" if cell else finding.message,
        location=Location(place.pointer, place.file or case.name, case.given, line, column),
        akibat=tuple(located(one, case) for one in finding.akibat),
    )


def _file(path: Path) -> Path:
    try:
        if not path.is_dir():
            return path
        for inside in (path / BERKAS, path / BUKU):
            if inside.exists() or inside.is_symlink():
                return inside
    except (OSError, ValueError):
        return path  # reading it tells why
    raise InputError(f"Folder {path} tidak berisi {BERKAS}; sebutkan berkasnya, atau buat dengan kerjasama new.")


def _object(source: Source) -> dict[str, Any]:
    if isinstance(source.value, dict):
        return source.value
    found = shown(source.value, kind=True)
    _refuse(source, "", f"isinya harus satu kelompok fakta {{ … }}, tetapi tertulis {found}; periksa apakah berkasnya benar")


def _known_sop(data: Mapping[str, Any], source: Source, library: Library) -> str:
    known, named = library.sop_ids(), data.get("sop")
    if isinstance(named, str) and named in known:
        return named
    choices = f"tulis salah satu dari {listed(known, 'atau')}"
    if named is None:
        _refuse(source, "", f'kunci "sop" belum diisi; {choices}')
    close = get_close_matches(named[:80], known, 1) if isinstance(named, str) else []
    hint = f", mungkin maksudnya {close[0]}" if close else ""
    _refuse(source, "/sop", f"SOP {shown(named)} tidak dikenal{hint}; {choices}")


def _refuse(source: Source, pointer: str, why: str) -> NoReturn:
    line, column = source.position(pointer)
    raise InputError(f"Berkas {source.name} baris {line} kolom {column}: {why}.", line=line, column=column)


def _usable(data: Mapping[str, Any], found: Sequence[Finding]) -> Mapping[str, Any]:
    """What can still be judged of a refused case: the parts in which nothing was refused."""
    pointers = [one.location.pointer or "" for one in found]
    if "" in pointers:
        return {}
    refused = {one.split("/")[1].replace("~1", "/").replace("~0", "~") for one in pointers}
    return {key: value for key, value in data.items() if key not in refused}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.location.line or 0, finding.location.column or 0, finding.message
