"""Contoh usang: hasil pemeriksaan contoh tidak lagi sama dengan yang tercatat di expected.json.

Mengapa: contoh adalah janji tentang apa yang ditemukan; bila daftar periksa, skema, hukum atau aturan berubah tanpa contohnya, orang belajar dari yang keliru. Yang dibandingkan kesalahan dan peringatan beserta tempatnya; catatan bergantung pada hari dan tidak dibandingkan.
Dasar: samples/<sop>/<nama>/expected.json
Contoh sesuai: expected.json menyebut langkah-terlewat pada /jejak/3, dan check menemukannya di situ
Contoh tidak sesuai: check menemukan urutan-paraf yang tidak disebut expected.json
Perbaikan: bila hasil baru benar, perbarui expected.json; bila tidak, betulkan data atau contohnya.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from toolkit.cases import BERKAS, Case, open_case
from toolkit.checking import check as check_case
from toolkit.completeness import validate
from toolkit.conformance import align
from toolkit.datafiles import read_json
from toolkit.errors import ToolkitError
from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.library import Library
from toolkit.plan import plan
from toolkit.verification.data import Data

ID = "contoh-usang"
SEVERITY = Severity.ERROR
LAYER = Layer.DATA
HARAPAN = "expected.json"

Butir = tuple[str, str, str | None]


def check(data: Data) -> Iterator[Finding]:
    for root in data.library.resources.roots:
        for case in sorted((root / "samples").glob(f"*/*/{BERKAS}")):
            for message in stale(case.parent, data.library):
                yield _finding(case.with_name(HARAPAN).relative_to(root).as_posix(), message)


def _finding(nama: str, message: str) -> Finding:
    return Finding(
        ID, SEVERITY, message, (), LAYER,
        suggestion="Bila hasil baru benar, perbarui expected.json; bila tidak, betulkan data atau contohnya.",
        location=Location(None, HARAPAN, nama),
    )


def stale(folder: Path, library: Library) -> Iterator[str]:
    """In which ways a sample's outcome differs from what it promises."""
    try:
        expected = read_json(folder / HARAPAN)
        case = open_case(folder, library)
    except ToolkitError as error:
        yield f"Contoh tidak dapat dipakai: {error}"
        return
    for verb, judge in VERBA.items():
        if verb in expected:
            yield from _differences(verb, expected[verb], judge(case, library, _day(case, expected)))


def _day(case: Case, expected: Mapping[str, Any]) -> date:
    """The day the sample is judged on: as it says, else the day of its last event."""
    if "per_tanggal" in expected:
        return date.fromisoformat(expected["per_tanggal"])
    trail = case.kerja_sama.jejak
    return date.fromisoformat(trail[-1].tanggal) if trail else date.today()


def _differences(verb: str, expected: Mapping[str, Any], found: Iterable[Finding]) -> Iterator[str]:
    listed = sorted(butir(found), key=str)
    wanted = sorted(((rule, severity, pointer) for rule, severity, pointer in expected["findings"]), key=str)
    for one in _without(wanted, listed):
        yield f"{verb} seharusnya menemukan {_words(one)}, tetapi tidak."
    for one in _without(listed, wanted):
        yield f"{verb} menemukan {_words(one)} yang tidak disebut."
    code = int(any(severity == Severity.ERROR for _, severity, _ in listed))
    if code != expected.get("exit", code):
        yield f"{verb} berakhir dengan {code}, seharusnya {expected['exit']}."


def butir(found: Iterable[Finding]) -> list[Butir]:
    """Errors and warnings as expected.json writes them: rule, severity, place."""
    return [(one.rule, one.severity.value, one.location.pointer) for one in found if one.severity is not Severity.INFO]


def _without(some: Sequence[Butir], others: Sequence[Butir]) -> list[Butir]:
    rest = list(others)
    left = []
    for one in some:
        if one in rest:
            rest.remove(one)
        else:
            left.append(one)
    return left


def _words(one: Butir) -> str:
    return f"{one[0]} ({one[1]}) pada {one[2] or 'berkas'}"


def _validate(case: Case, library: Library, day: date) -> Sequence[Finding]:
    rencana = plan(case.kerja_sama, case.sop)
    return validate(case, rencana, align(rencana, case.kerja_sama)).findings


def _check(case: Case, library: Library, day: date) -> Sequence[Finding]:
    return case.struktur if case.refused else check_case(case, library, day)


VERBA: Mapping[str, Callable[[Case, Library, date], Sequence[Finding]]] = {"validate": _validate, "check": _check}
