"""A folder of cases: one document for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.batch.drafting import Hasil, Seri, Tugas, save
from toolkit.batch.ledger import digest, digest_of
from toolkit.batch.naming import slug
from toolkit.cases import BERKAS, Case, open_case
from toolkit.conformance import align
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.due import diminta
from toolkit.drafting.values import tak_tertulis
from toolkit.errors import InputError, UsageError
from toolkit.library import Library
from toolkit.plan import plan


def cases(folder: Path) -> list[Path]:
    """Case files of a folder: its own .json files, and the case of each folder in it. Raises
    `UsageError` where there is none."""
    own = [one for one in folder.glob("*.json") if one.name != "manifest.json"]
    found = sorted([*own, *folder.glob(f"*/{BERKAS}")])
    if not found:
        raise UsageError(f"Folder {folder} tidak berisi berkas kerja sama (*.json atau */{BERKAS}).")
    return found


def tasks(folder: Path, shared: str) -> Iterator[Tugas]:
    """One task per case; its name is that of its folder or file."""
    taken: dict[str, int] = {}
    for number, path in enumerate(cases(folder), 1):
        word = slug(path.parent.name if path.name == BERKAS and path.parent != folder else path.stem) or "kerja-sama"
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
        bad = next(tak_tertulis(dict(case.kerja_sama.data)), None)
        if bad:
            return Hasil(task, salah=((bad[0], f"{bad[0]} memuat karakter {bad[1]} yang tidak dapat ditulis dalam naskah", "Ketik ulang teks itu."),))
        rencana = plan(case.kerja_sama, case.sop)
        done = align(rencana, case.kerja_sama).langkah_selesai
        documents = self.penyusun.susun(case.kerja_sama, case.sop, diminta(self.seri.naskah, rencana), done)
        return save(self.seri, task, documents, case.kerja_sama.id)
