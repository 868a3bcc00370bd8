"""`kerjasama catat`: one event into a case's trail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from toolkit import logbook
from toolkit.cases import Case, open_case
from toolkit.checking import check
from toolkit.cli import options
from toolkit.cli.examine import exit_code
from toolkit.cli.localised import Pilihan
from toolkit.cli.output import emit, note
from toolkit.errors import InputError, UsageError
from toolkit.findings import Finding
from toolkit.model import Langkah, Pelaksana
from toolkit.reports import Laporan, render
from toolkit.structure import examine


@options.verb("catat")
@click.argument("berkas", metavar="BERKAS")
@click.argument("langkah", metavar="LANGKAH")
@click.option("--oleh", required=True, metavar="PELAKSANA", help="Id atau nama jabatan pelaksana.")
@click.option("--nama", metavar="NAMA", help="Nama orangnya; tanpa ini diambil dari pejabat yang menjabat hari itu.")
@click.option("--waktu", metavar="WAKTU", help="Waktu peristiwa; tanpa ini saat ini.")
@click.option("--mulai", metavar="WAKTU", help="Waktu masuk ke pelaksana.")
@click.option("--putusan", type=Pilihan(["setuju", "tidak_setuju"]), metavar="setuju|tidak_setuju", help="Putusan pada langkah yang memutuskan.")
@click.option("--berkas", "bukti", type=options.PATH, metavar="BERKAS", help="Berkas hasil; sha256-nya ikut dicatat.")
@click.option("--naskah", metavar="ID", help="Id naskah yang bersangkutan.")
@click.option("--untuk", metavar="TEKS", help="Mitra atau naskah yang dimaksud, bila langkah berulang untuk masing-masing.")
@options.fail_on
@options.data
@options.per_tanggal
def command(berkas: str, langkah: str, oleh: str, **pilihan: Any) -> int:
    """Mencatat satu peristiwa ke jejak dan memberi tahu bila urutannya tidak sesuai.

    BERKAS adalah berkas kerja sama, LANGKAH id langkah (atau nomornya dalam SOP).
    """
    shared = {key: pilihan.pop(key) for key in ("ambang", "data", "per_tanggal")}
    setelan = options.setelan(**shared)
    case = _sound(open_case(berkas, setelan.library))
    step = logbook.find_langkah(case.sop, langkah)
    actor = logbook.find_pelaksana(case.sop, oleh)
    event = _fitting(_event(case, step, actor, **pilihan), case)
    before = check(case, setelan.library, setelan.hari)
    logbook.append(case.path, event)
    after = check(open_case(berkas, setelan.library), setelan.library, setelan.hari)
    return _tell(case, step, event, _caused(before, after), setelan)


def _sound(case: Case) -> Case:
    if case.refused:
        raise InputError(f"Berkas {case.given} belum sesuai susunannya; perbaiki dulu menurut kerjasama validate.")
    return case


def _event(
    case: Case, step: Langkah, actor: Pelaksana, *, nama: str | None, waktu: str | None,
    mulai: str | None, bukti: Path | None, **given: str | None,
) -> dict[str, str]:
    """The event's keys in the order that a trail writes them, those unknown left out."""
    at = waktu or logbook.now(case.profil)
    day: date = logbook.moment(at)
    if mulai is not None:
        logbook.moment(mulai)
    event = {
        "langkah": step.id,
        "pelaksana": actor.id,
        "nama": nama or logbook.holder(case.kerja_sama, case.sop, actor, day),
        "mulai": mulai,
        "waktu": at,
        **given,
        "bukti": logbook.relative(bukti, case.path.parent) if bukti else None,
        "sha256": logbook.digest(bukti) if bukti else None,
    }
    return {key: value for key, value in event.items() if value}


def _fitting(event: dict[str, str], case: Case) -> dict[str, str]:
    """The event, unless the case would no longer fit its schema with it: then `UsageError`."""
    trail = [*case.source.value.get("jejak", []), event]
    wrong = examine({**case.source.value, "jejak": trail}, case.sop, case.library)
    if wrong:
        raise UsageError(f"Peristiwa itu tidak dicatat: {wrong[0].message}")
    return event


def _caused(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """Findings about the trail that were not there before the event."""
    known = {_identity(one) for one in before}
    return [
        one for one in after
        if _identity(one) not in known and (one.location.pointer or "").startswith("/jejak")
    ]


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.location.pointer, finding.langkah, finding.message


def _tell(case: Case, step: Langkah, event: dict[str, str], found: list[Finding], setelan: options.Setelan) -> int:
    who = event.get("nama") or "nama belum diketahui, isi dengan --nama"
    note(f"Tercatat: langkah {step.nomor} ({step.id}) oleh {event['pelaksana']} ({who}), {event['waktu']}.")
    if found:
        folder = {case.given: case.given} if Path(case.given).is_dir() else {}
        emit(render(Laporan("catat", tuple(found), (case.given,), folder=folder), "text"))
    return exit_code(found, setelan)
