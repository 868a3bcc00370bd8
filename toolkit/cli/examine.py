"""What `validate` and `check` share: every input judged, unreadable ones told, one report out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.cases import Case, open_case
from toolkit.cli.bar import Bilah
from toolkit.cli.options import Setelan
from toolkit.cli.output import emit, note
from toolkit.cli.rulebook import aturan
from toolkit.errors import ToolkitError
from toolkit.evidence import adalah_naskah
from toolkit.findings import Finding, worst
from toolkit.reports import Laporan, render
from toolkit.workbook import is_workbook

DITOLAK = "susunan berkas belum sesuai; perbaiki dulu temuan struktur-berkas"


@dataclass(frozen=True)
class Penilaian:
    """What one input came to. `lanjutan` is for the text report alone."""

    findings: Sequence[Finding]
    lanjutan: str = ""


@dataclass
class Kumpulan:
    """The outcome of all inputs so far."""

    findings: list[Finding] = field(default_factory=list)
    gagal: dict[str, str] = field(default_factory=dict)
    tidak_dinilai: dict[str, str] = field(default_factory=dict)
    lanjutan: dict[str, str] = field(default_factory=dict)
    folder: dict[str, str] = field(default_factory=dict)


def examine(
    verba: str,
    berkas: Sequence[str],
    setelan: Setelan,
    judge: Callable[[Case], Penilaian],
    judge_naskah: Callable[[str], Penilaian] | None = None,
    finish: Callable[[], Mapping[str, str]] | None = None,
) -> int:
    """Judges each input, prints the report, and returns the exit code. With `judge_naskah` an
    input may also be a naskah without a case. `finish` does what all inputs share once they are
    judged, and gives what failed."""
    found, names = Kumpulan(), list(dict.fromkeys(berkas))
    with Bilah("berkas", lambda: len(names)) as bar:
        for name in names:
            _judge(name, setelan, judge, judge_naskah, found)
            bar.step()
    for name, why in (finish() if finish else {}).items():
        found.gagal[name] = why
        note(why)
    emit(render(_laporan(verba, berkas, setelan, found), setelan.form), setelan.keluaran)
    return exit_code(found.findings, setelan, bool(found.gagal))


def _judge(
    name: str, setelan: Setelan, judge: Callable[[Case], Penilaian], judge_naskah: Callable[[str], Penilaian] | None, found: Kumpulan
) -> None:
    if Path(name).is_dir():
        found.folder[name] = name
    try:
        if judge_naskah is not None and not is_workbook(Path(name)) and adalah_naskah(name):
            found.findings += judge_naskah(name).findings
            return
        case = open_case(name, setelan.library)
        outcome = judge(case)
    except ToolkitError as error:
        found.gagal[name] = str(error)
        note(str(error))
        return
    found.findings += outcome.findings
    if case.refused:
        found.tidak_dinilai[name] = DITOLAK
    if outcome.lanjutan:
        found.lanjutan[name] = outcome.lanjutan


def _laporan(verba: str, berkas: Sequence[str], setelan: Setelan, found: Kumpulan) -> Laporan:
    return Laporan(
        verba,
        tuple(found.findings),
        tuple(dict.fromkeys(berkas)),
        found.gagal,
        found.tidak_dinilai,
        aturan(verba) if setelan.form in {"sarif", "junit"} else {},
        found.lanjutan,
        found.folder,
        setelan.ambang,
        setelan.hari if verba == "check" else None,
    )


def exit_code(findings: Sequence[Finding], setelan: Setelan, failed: bool = False) -> int:
    """2 if an input could not be used, 1 if a finding reaches `--fail-on`, else 0."""
    if failed:
        return 2
    heaviest = worst(findings)
    return int(heaviest is not None and heaviest.rank >= setelan.ambang.rank)
