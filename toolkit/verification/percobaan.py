"""Every naskah of the finished samples drafted in memory: what the tool's data does not give."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from toolkit.cases import BERKAS, Case, open_case
from toolkit.conformance import align
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.context import konteks
from toolkit.drafting.due import jatuh_tempo
from toolkit.drafting.material import Bahan, instansi, profil_node
from toolkit.drafting.nodes import CATATAN, Catatan, simpul
from toolkit.errors import DataError, ToolkitError
from toolkit.library import Library
from toolkit.model import Naskah
from toolkit.plan import plan
from toolkit.verification.data import Berkas, Data
from toolkit.verification.penunjuk import ada_di

Gagal = tuple[Berkas, str, str]


def nama(data: Data) -> frozenset[str]:
    """The names that a document's context has, as a finished sample gives them."""
    for case in _lengkap(data):
        naskah = next((one for one in case.sop.naskah if one.asal == "dibuat"), None)
        try:
            if naskah is not None:
                return frozenset(_context(case, naskah, data.library))
        except DataError:
            continue  # another sample's data may be whole
    return frozenset(data.library.schema("kerja-sama")["properties"])


def _context(case: Case, naskah: Naskah, library: Library) -> dict[str, object]:
    kasus = simpul(dict(case.kerja_sama.data))
    profil = profil_node(library.profil(case.sop.profil))
    first = instansi(case.kerja_sama, naskah, kasus, None)[0]
    token = CATATAN.set(Catatan())
    try:
        return konteks(Bahan(case.kerja_sama, case.sop, library, profil, kasus, first, frozenset()))
    finally:
        CATATAN.reset(token)


def gagal(data: Data) -> Iterator[Gagal]:
    """Naskah that a finished sample cannot yield for want of something that is no fact of it."""
    files = {berkas.isi["id"]: berkas for berkas in data.checklists}
    told: set[tuple[str, str]] = set()
    for case in _lengkap(data):
        for naskah in _due(case):
            for message in _wrong(data.juru, case, naskah):
                if (case.sop.id, message) not in told and case.sop.id in files:
                    told.add((case.sop.id, message))
                    place = [one.id for one in case.sop.naskah].index(naskah.id)
                    yield files[case.sop.id], f"/naskah/{place}", message


def _due(case: Case) -> list[Naskah]:
    rencana = plan(case.kerja_sama, case.sop)
    return jatuh_tempo(case.kerja_sama, rencana, align(rencana, case.kerja_sama))


def _wrong(writer: Penyusun, case: Case, naskah: Naskah) -> Iterator[str]:
    if naskah.templat and writer.library.resources.find("templates", f"{naskah.templat}.docx") is None:
        return  # alur-acuan says so
    try:
        drafts = writer.susun(case.kerja_sama, case.sop, naskah, frozenset(one.id for one in case.sop.langkah))
    except DataError as error:
        yield str(error)
        return
    schema = writer.library.schema("kerja-sama")
    for draft in drafts:
        for pointer, place in draft.kurang.items():
            if not ada_di(schema, pointer):
                yield f"{str(place).capitalize()} memakai {pointer} yang tidak ada dalam skema berkas kerja sama."


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
