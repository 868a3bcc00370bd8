"""`kerjasama sop`: the SOPs, or one of them step by step."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from textwrap import fill
from typing import Any

import click

from toolkit.cli import options
from toolkit.cli.localised import closest
from toolkit.cli.output import emit
from toolkit.cli.tables import LEBAR, Tabel, plain, pretty
from toolkit.errors import UsageError
from toolkit.library import Library
from toolkit.model import Langkah, Sop, Waktu


@options.verb("sop")
@click.argument("sop_id", required=False, metavar="[SOP]")
@options.form("text", "json")
@options.keluaran
@options.data
def command(sop_id: str | None, **pilihan: Any) -> int:
    """Menampilkan SOP yang tersedia, atau satu SOP langkah demi langkah."""
    setelan = options.setelan(**pilihan)
    if sop_id is None:
        _list(setelan)
    else:
        _one(known_sop(setelan.library, sop_id), setelan)
    return 0


def known_sop(library: Library, sop_id: str) -> Sop:
    """Raises `UsageError` naming the nearest and all SOPs if there is no such one."""
    known = library.sop_ids()
    if sop_id not in known:
        raise UsageError(f"SOP {sop_id!r} tidak dikenal{closest(sop_id, known)}; yang ada: {', '.join(known)}.")
    return library.sop(sop_id)


def _list(setelan: options.Setelan) -> None:
    sops = [setelan.library.sop(one) for one in setelan.library.sop_ids()]
    if setelan.form == "json":
        emit(_json([_summary(one) for one in sops]), setelan.keluaran)
        return
    rows = [(one.id, one.judul, one.pemerintah_daerah, str(len(one.langkah))) for one in sops]
    _show("", Tabel(("SOP", "judul", "pemerintah daerah", "langkah"), rows), setelan.keluaran)


def _summary(sop: Sop) -> dict[str, Any]:
    return {
        "id": sop.id,
        "judul": sop.judul,
        "pemerintah_daerah": sop.pemerintah_daerah,
        "unit": sop.unit,
        "langkah": len(sop.langkah),
    }


def _one(sop: Sop, setelan: options.Setelan) -> None:
    if setelan.form == "json":
        emit(_json(setelan.library.checklist(sop.id)), setelan.keluaran)
        return
    marks = _marks(sop)
    table = Tabel(
        ("no.", "id langkah", "kegiatan", "pelaksana", "kelengkapan", "waktu", "keluaran"),
        [_row(sop, step, marks) for step in sop.langkah],
    )
    _show(f"{sop.judul}\n{sop.unit}, {sop.pemerintah_daerah}\n\n", table, setelan.keluaran, _notes(sop, marks))


def _marks(sop: Sop) -> dict[str, str]:
    """A letter for each condition on which steps depend."""
    names = dict.fromkeys(step.syarat for step in sop.langkah if step.syarat)
    return {name: chr(ord("a") + place) for place, name in enumerate(names)}


def _row(sop: Sop, step: Langkah, marks: Mapping[str, str]) -> tuple[str, ...]:
    actors = "; ".join(sop.pelaksana[one].jabatan for one in step.pelaksana)
    return (
        step.nomor,
        step.id,
        step.kegiatan + (f" [{marks[step.syarat]}]" if step.syarat else ""),
        actors + (" [*]" if step.tersirat else ""),
        "; ".join(step.kelengkapan),
        duration(step.waktu),
        "; ".join(step.keluaran),
    )


def duration(waktu: Waktu | None) -> str:
    """A step's time as the SOP states it."""
    if waktu is None:
        return ""
    return waktu.teks or f"{waktu.nilai:g} {waktu.satuan}"


def _notes(sop: Sop, marks: Mapping[str, str]) -> str:
    notes = ["[*] pelaksana disimpulkan, tidak disebut SOP"] if any(step.tersirat for step in sop.langkah) else []
    notes += [f"[{mark}] {sop.syarat[name]['karena']} ({sop.syarat[name]['dasar']})" for name, mark in marks.items()]
    return "".join(f"{fill(note, LEBAR, subsequent_indent='    ')}\n" for note in notes)


def _show(head: str, table: Tabel, keluaran: Path | None, notes: str = "") -> None:
    if keluaran is None and sys.stdout.isatty():
        click.echo(head, nl=False)
        pretty(table)
        click.echo(notes, nl=False)
    else:
        emit(f"{head}{plain(table)}{notes and chr(10)}{notes}", keluaran)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
