"""Opening a case: its facts, its SOP, and what is wrong with the file itself.

A file that is no case at all, or that names no known SOP, cannot be used (`InputError`). A case that
its schema refuses is still opened, with everything that is wrong with it told as findings; it is
marked `refused`, and nothing may be planned, judged or drafted from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from toolkit.conditions import escape
from toolkit.errors import InputError
from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.library import Library
from toolkit.model import KerjaSama, Sop
from toolkit.references import references
from toolkit.source import Source, load
from toolkit.structure import Masalah, problems, strict_validator
from toolkit.titles import Titles
from toolkit.words import dan, tampil

NAMA_BERKAS = "kerja-sama.json"
ATURAN = "struktur-berkas"
SKEMA = "kerja-sama"


@dataclass(frozen=True)
class Case:
    """One case. `given` is the path as on the command line, `struktur` the findings about the file
    itself; `refused` if its schema does not admit it or no document could hold one of its values."""

    kerja_sama: KerjaSama
    sop: Sop
    source: Source
    path: Path
    given: str
    titles: Titles
    struktur: tuple[Finding, ...] = ()
    refused: bool = False

    @property
    def folder(self) -> Path:
        return self.path.parent

    @property
    def name(self) -> str:
        return self.path.name

    def position(self, pointer: str) -> tuple[int, int]:
        return self.source.position(pointer)

    def location(self, pointer: str, file: str | None = None) -> Location:
        """The whole place of a fact, or of its nearest parent that is there."""
        return Location(pointer, file or self.name, self.given, *self.position(pointer))


def open_case(given: str | Path, library: Library) -> Case:
    """Reads a case from its file or its folder. Raises `InputError` in one sentence."""
    path = _path(Path(given))
    source = load(path)
    data = _object(source)
    sop = library.sop(_sop_id(data, source, library))
    titles = _titles(sop, library)
    refusals = [*_refusals(data, sop, titles, library), *_unprintable(data, titles)]
    faults = _unique([*refusals, *references(data)])
    bare = Case(_kerja_sama(data, sop), sop, source, path, str(given), titles)
    findings = sorted((_finding(bare, fault) for fault in faults), key=_place)
    return Case(bare.kerja_sama, sop, source, path, str(given), titles, tuple(findings), bool(refusals))


def _path(path: Path) -> Path:
    try:
        inside = path / NAMA_BERKAS if path.is_dir() else path
        if inside is not path and not inside.exists():
            raise InputError(f"Folder {path} tidak berisi {NAMA_BERKAS}; sebutkan berkas kerja samanya, atau buat dengan kerjasama new.")
    except (OSError, ValueError):
        return path  # reading it tells why
    return inside


def _object(source: Source) -> dict[str, Any]:
    if isinstance(source.value, dict):
        return source.value
    _refuse(source, "", f"berkas kerja sama harus berupa kelompok fakta {{ … }}, tetapi tertulis {tampil(source.value, jenis=True)}; periksa apakah berkasnya benar")


def _sop_id(data: Mapping[str, Any], source: Source, library: Library) -> str:
    known, written = library.sop_ids(), data.get("sop")
    if isinstance(written, str) and written in known:
        return written
    listed = f"tulis salah satu dari {dan(known)}"
    if written is None:
        _refuse(source, "", f'kunci "sop" belum diisi; {listed}')
    near = get_close_matches(written, known, n=1) if isinstance(written, str) else []
    hint = f" (mungkin maksudnya {tampil(near[0])})" if near else ""
    _refuse(source, "/sop", f"SOP {tampil(written)} tidak dikenal{hint}; {listed}")


def _refuse(source: Source, pointer: str, why: str) -> NoReturn:
    line, column = source.position(pointer)
    raise InputError(f"Berkas {source.name} baris {line} kolom {column}: {why}.", line=line, column=column)


def _kerja_sama(data: dict[str, Any], sop: Sop) -> KerjaSama:
    case_id = data.get("id")
    return KerjaSama(case_id if isinstance(case_id, str) else "", sop.id, data)


def _titles(sop: Sop, library: Library) -> Titles:
    return Titles(library.schema(SKEMA), library.schema(sop.id) if _has_own_schema(sop, library) else None)


def _has_own_schema(sop: Sop, library: Library) -> bool:
    return library.resources.find("schemas", f"{sop.id}.schema.json") is not None


def _refusals(data: Mapping[str, Any], sop: Sop, titles: Titles, library: Library) -> Iterator[Masalah]:
    yield from problems(strict_validator(library, SKEMA), data, titles)
    if "khusus" in data and _has_own_schema(sop, library):
        yield from problems(strict_validator(library, sop.id), data["khusus"], titles, "/khusus")


def _unprintable(data: Any, titles: Titles) -> Iterator[Masalah]:
    """Texts with a character that no document can hold."""
    for pointer, text in _strings(data, ""):
        bad = next((char for char in text if char < " " and char not in "\t\n\r" or char in "\ufffe\uffff"), None)
        if bad is not None:
            name = titles.name(pointer)
            yield Masalah(pointer, f"{name[:1].upper()}{name[1:]} berisi karakter U+{ord(bad):04X} yang tidak dapat dimuat dalam naskah.", "Hapus karakter itu; biasanya terbawa saat menyalin dari aplikasi lain.")


def _strings(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, f"{pointer}/{escape(key)}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _strings(inner, f"{pointer}/{place}")


def _unique(faults: Iterable[Masalah]) -> list[Masalah]:
    """One fault at each place: the schema's comes first and would explain the others."""
    return list({one.pointer: one for one in reversed(list(faults))}.values())


def _finding(case: Case, fault: Masalah) -> Finding:
    return Finding(
        ATURAN, Severity.ERROR, fault.pesan, ("skema berkas kerja sama",), Layer.DATA,
        suggestion=fault.saran, location=case.location(fault.pointer),
    )


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.location.line or 0, finding.location.column or 0, finding.message
