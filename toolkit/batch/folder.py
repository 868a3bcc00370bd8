"""A folder of cases: one document for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from toolkit.batch.drafting import Hasil, Seri, Tugas, save
from toolkit.batch.ledger import digest, digest_of
from toolkit.batch.naming import slug
from toolkit.batch.telling import WAJIB
from toolkit.cases import BERKAS, BUKU, Case, located, open_case
from toolkit.conditions import until_search
from toolkit.conformance import align
from toolkit.drafting import manifest
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.due import diminta
from toolkit.errors import InputError, UsageError
from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.library import Library
from toolkit.model import Naskah
from toolkit.naming import capital, fact_name
from toolkit.plan import plan
from toolkit.workbook import is_workbook


def cases(folder: Path) -> list[Path]:
    """Case files of a folder: its own .json and .xlsx files, and the case of each folder in it.
    Raises `UsageError` where there is none."""
    own = [one for one in folder.iterdir() if _is_case(one)]
    inside = {one.parent: one for name in (BUKU, BERKAS) for one in folder.glob(f"*/{name}")}
    found = sorted([*own, *inside.values()])
    if not found:
        raise UsageError(f"Folder {folder} tidak berisi berkas kerja sama (*.json, *.xlsx, */{BERKAS}, atau */{BUKU}).")
    return found


def _is_case(path: Path) -> bool:
    """Excel leaves "~$name.xlsx" beside a workbook that is open; `new` lays a schema beside a case."""
    kind = path.suffix.casefold() == ".json" or is_workbook(path)
    other = path.name == manifest.BERKAS or path.name.endswith(".schema.json") or path.name.startswith(("~$", "."))
    return kind and not other and path.is_file()


def tasks(folder: Path, shared: str) -> Iterator[Tugas]:
    """One task per case; its name is that of its folder or file."""
    taken: dict[str, int] = {}
    for number, path in enumerate(cases(folder), 1):
        word = slug(path.parent.name if path.parent != folder else path.stem) or "kerja-sama"
        taken[word] = taken.get(word, 0) + 1
        stem = word if taken[word] == 1 else f"{word}-kembar-{taken[word]}"
        own = digest_of(path) or ""
        yield Tugas(path.relative_to(folder).as_posix(), number, stem, (), digest(f"{shared}{own}".encode()), {}, path)


class PenulisBerkas:
    """Drafts the naskah of whole cases, each by its own SOP."""

    def __init__(self, seri: Seri, library: Library) -> None:
        self.seri = seri
        self.library = library
        self.penyusun = Penyusun(self.library)

    def write(self, task: Tugas) -> Hasil:
        assert task.berkas is not None
        try:
            case = open_case(task.berkas, self.library)
            return self._drafted(task, case)
        except (InputError, UsageError) as error:
            return Hasil(task, salah=((None, str(error).rstrip("."), "Betulkan berkas itu, lalu ulangi dengan --resume."),))

    def _drafted(self, task: Tugas, case: Case) -> Hasil:
        if case.refused:
            return Hasil(task, temuan=case.struktur)
        rencana = plan(case.kerja_sama, case.sop)
        naskah, done = diminta(self.seri.naskah, rencana), align(rencana, case.kerja_sama).langkah_selesai
        result = save(self.seri, task, self.penyusun.susun(case.kerja_sama, case.sop, naskah, done), case.kerja_sama.id)
        return replace(result, kurang=None, temuan=tuple(_lacking(case, naskah, result.kurang or {})))


def _lacking(case: Case, naskah: Naskah, lacking: Mapping[str, str]) -> Iterator[Finding]:
    """What the naskah lacks, at its place in the case's file."""
    for pointer, place in lacking.items():
        called = fact_name(case.library.schema("kerja-sama"), case.sop.fakta, pointer)
        yield located(Finding(
            WAJIB, Severity.ERROR, f"{capital(called)} ({pointer}) belum diisi, padahal diperlukan untuk {naskah.nama} ({place}).",
            (case.sop.dasar(naskah.langkah),), Layer.SOP, langkah=(naskah.langkah,),
            suggestion=f"Isi fakta itu dalam {case.name}, lalu ulangi dengan --resume.", location=Location(until_search(pointer)),
        ), case)
