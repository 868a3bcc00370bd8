"""Every naskah of the finished samples drafted in memory from a case pared down to what its SOP had
asked for by then: what the tool's data does not give, and what nobody asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from toolkit.cases import BERKAS, Case, open_case
from toolkit.conformance import align
from toolkit.drafting.compose import Dokumen, Penyusun
from toolkit.drafting.due import jatuh_tempo
from toolkit.drafting.template import Inti, Templat
from toolkit.errors import DataError, ToolkitError
from toolkit.library import Library
from toolkit.model import Langkah, Naskah, Sop
from toolkit.naming import listed
from toolkit.plan import plan
from toolkit.verification.data import Berkas, Data
from toolkit.verification.terkecil import Terkecil

Gagal = tuple[Berkas, str, str]


class Percobaan(Templat):
    """Filled in for what it lacks; nobody reads the document."""

    def render(self, context: Any, inti: Inti, *rest: Any, **more: Any) -> bytes:
        self.isian(context)
        return b""


class Pencoba(Penyusun):
    """Drafts with templates of another, without an agency's paper, and writes nothing."""

    def __init__(self, juru: Penyusun) -> None:
        super().__init__(juru.library)
        self.juru = juru

    def templat(self, template_id: str, profil_id: str | None) -> Templat:
        made = self.juru.templat(template_id, None)
        return Percobaan(*(getattr(made, one.name) for one in fields(made)))


def gagal(data: Data, rusak: frozenset[str]) -> Iterator[Gagal]:
    """What keeps naskah from being drafted, each said once with the SOPs that it concerns.
    `rusak`: templates of which another rule has told."""
    files = {berkas.isi["id"]: berkas for berkas in data.checklists}
    told: dict[str, tuple[Berkas, str, dict[str, None]]] = {}
    writer = Pencoba(data.juru)
    for case in _lengkap(data):
        signed = frozenset(data.library.profil(case.sop.profil).get("templat_berpejabat", ()))
        least = Terkecil(case.kerja_sama, case.sop, data.library.schema("kerja-sama"), signed)
        for naskah in _due(case):
            if case.sop.id in files and naskah.templat not in rusak:
                place = f"/naskah/{[one.id for one in case.sop.naskah].index(naskah.id)}"
                for message in _wrong(writer, least, naskah):
                    told.setdefault(message, (files[case.sop.id], place, {}))[2][case.sop.sebutan_sop] = None
    for message, (berkas, place, sops) in told.items():
        yield berkas, place, f"{message} ({listed(sops)})."


def _due(case: Case) -> list[Naskah]:
    rencana = plan(case.kerja_sama, case.sop)
    return jatuh_tempo(case.kerja_sama, rencana, align(rencana, case.kerja_sama))


def _wrong(writer: Penyusun, least: Terkecil, naskah: Naskah) -> Iterator[str]:
    """Sentences without their end, for one naskah when its step has come and when all is done."""
    if naskah.templat is None or writer.library.resources.find("templates", f"{naskah.templat}.docx") is None:
        return  # alur-acuan says so
    try:
        for done, at in _saat(least.sop, naskah):
            for draft in writer.susun(least.sampai(at), least.sop, naskah, done):
                yield from (_lacking(least.sop, draft, pointer) for pointer in draft.kurang)
    except DataError as error:
        yield str(error).rstrip(".")


def _saat(sop: Sop, naskah: Naskah) -> Iterator[tuple[frozenset[str], Langkah]]:
    """Steps done, and the last one whose facts are there; twice for a naskah with cells that a
    hand may fill in for a while only."""
    order, last = sop.urutan, sop.langkah[-1]
    at = sop.langkah_menurut_id[naskah.langkah]
    until = min(order[at.id] + naskah.usai, len(sop.langkah) - 1)
    yield frozenset(one.id for one in sop.langkah if order[one.id] < until), sop.langkah[until]
    if any(one.sampai for one in naskah.isian_tangan):
        yield frozenset(order), last


def _lacking(sop: Sop, draft: Dokumen, pointer: str) -> str:
    naskah = draft.naskah
    step = sop.langkah_menurut_id[naskah.langkah]
    return (
        f"{naskah.nama} memerlukan {pointer} ({draft.kurang[pointer]}), padahal tidak ada langkah yang memintanya sampai langkah "
        f"{step.nomor}; tambahkan ke perlu langkah itu atau uji dengan is ada"
    )


def _lengkap(data: Data) -> Iterator[Case]:
    """Finished samples that can be opened; contoh-usang tells of the others."""
    folders = (path.parent for root in data.library.resources.roots for path in sorted((root / "samples").glob(f"*/lengkap*/{BERKAS}")))
    for folder in folders:
        case = _open(folder, data.library)
        if case is not None and not case.refused:
            yield case


@cache
def _open(folder: Path, library: Library) -> Case | None:
    try:
        return open_case(folder, library)
    except ToolkitError:
        return None
