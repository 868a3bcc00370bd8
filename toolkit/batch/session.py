"""One run from beginning to end: of a table's rows, or of a folder's cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from toolkit.batch import fingerprint, folder
from toolkit.batch.base import base_of, interpreter
from toolkit.batch.bundle import merged, require_office, zipped
from toolkit.batch.columns import read_head, read_map
from toolkit.batch.drafting import Hasil, Seri, Tugas
from toolkit.batch.ledger import Buku
from toolkit.batch.naming import stem
from toolkit.batch.rows import Pembaca
from toolkit.batch.run import results
from toolkit.batch.tables import open_table
from toolkit.batch.telling import Pencerita, of_case
from toolkit.errors import InputError, UsageError
from toolkit.findings import Finding
from toolkit.library import Library


@dataclass(frozen=True)
class Permintaan:
    """What the command line asks for."""

    data: str
    naskah: str
    ke: Path
    kasus: str | None = None
    peta: Path | None = None
    sheet: str | None = None
    sop: str | None = None
    jobs: int = 1
    resume: bool = False
    force: bool = False
    zip: bool = False
    merge: bool = False


@dataclass
class Hitungan:
    """Documents written now, those that were there already, rows that gave none; and why a zip or
    PDF of them all could not be made."""

    ditulis: int = 0
    tetap: int = 0
    gagal: int = 0
    bundel: list[str] = field(default_factory=list)
    gagal_bundel: str = ""


class Sumber(Protocol):
    """Where tasks come from, and who tells of what became of them."""

    library: Library
    seri: Seri
    bersama: str
    utuh: bool

    def about(self) -> str: ...
    def total(self) -> int: ...
    def tasks(self, count: Hitungan) -> Iterator[Tugas]: ...
    def take(self, result: Hasil) -> None: ...
    def findings(self) -> list[Finding]: ...


def source_of(asked: Permintaan, library: Library) -> Sumber:
    """Raises `InputError` or `UsageError` before anything is written."""
    if asked.merge:
        require_office()
    return Berkas(asked, library) if Path(asked.data).is_dir() else Baris(asked, library)


class Baris:
    """The rows of a table over a base case."""

    utuh = False

    def __init__(self, asked: Permintaan, library: Library) -> None:
        self.library, path = library, Path(asked.data)
        table = open_table(path, asked.sheet)
        base = base_of(asked.kasus, asked.sop, asked.naskah, library)
        head = read_head(table, interpreter(base, library, objek=table.judul is not None), read_map(asked.peta))
        self.seri = Seri(library.resources.overlay, base.sop.id, asked.naskah, base.data, asked.ke, asked.force)
        self.reader = Pembaca(table, head, library.schema("kerja-sama"), asked.data, path.name)
        self.teller = Pencerita(self.reader, base.sop, asked.naskah, library, base.berkas)
        self.bersama = fingerprint.shared(library, base.sop, asked.naskah, base.data)
        self._early: list[Finding] = []

    def about(self) -> str:
        """How the headings were understood: a wrong guess must be seen before it is printed."""
        told = "; ".join(f"{one.letak} {one.judul!r} = {one.penunjuk}" for one in self.reader.head.kolom)
        sheet = f"Lembar {self.reader.table.lembar}: " if self.reader.table.lembar else ""
        return f"{sheet}{told}."

    def total(self) -> int:
        return sum(1 for _ in self.reader.rows())

    def tasks(self, count: Hitungan) -> Iterator[Tugas]:
        for row in self.reader.read():
            self._early += row.temuan
            if not row.baik or row.lewat:
                count.gagal += not row.lewat
                continue
            name = stem(row.nomor, row.isi, self.seri.naskah)
            key = f"{self.reader.table.lembar}!{row.nomor}" if self.reader.table.lembar else str(row.nomor)
            yield Tugas(key, row.nomor, name, row.isi, fingerprint.of_row(self.bersama, name, row.isi), {})

    def take(self, result: Hasil) -> None:
        self.teller.take(result)

    def findings(self) -> list[Finding]:
        self.teller.temuan += self._early
        return self.teller.findings()


class Berkas:
    """The cases of a folder."""

    utuh = True

    def __init__(self, asked: Permintaan, library: Library) -> None:
        unfit = {"--kasus": asked.kasus, "--map": asked.peta, "--sheet": asked.sheet, "--sop": asked.sop}
        for option, value in unfit.items():
            if value is not None:
                raise UsageError(f"Opsi {option} hanya untuk lembar data; {asked.data} adalah folder berkas kerja sama.")
        self.library, self.folder = library, Path(asked.data)
        self._paths = folder.cases(self.folder)
        if not any(asked.naskah in library.sop(one).naskah_menurut_id for one in library.sop_ids()):
            raise UsageError(f"Naskah {asked.naskah!r} tidak ada dalam SOP mana pun; lihat kerjasama sop ID.")
        self.seri = Seri(library.resources.overlay, "", asked.naskah, {}, asked.ke, asked.force)
        self.bersama = fingerprint.shared(library, None, asked.naskah, {})
        self._found: list[Finding] = []

    def about(self) -> str:
        return f"{len(self._paths)} berkas kerja sama dalam {self.folder}."

    def total(self) -> int:
        return len(self._paths)

    def tasks(self, count: Hitungan) -> Iterator[Tugas]:
        return folder.tasks(self.folder, self.bersama)

    def take(self, result: Hasil) -> None:
        self._found += of_case(result, self.folder)

    def findings(self) -> list[Finding]:
        return self._found


def run(asked: Permintaan, source: Sumber, step: Callable[[], None]) -> Hitungan:
    """Drafts all that can be; `step` is called after each task. Raises `DataError` where the tool's
    own data is broken, `InputError` where the folder cannot be written."""
    count = Hitungan()
    with Buku(asked.ke, asked.naskah, resume=asked.resume, force=asked.force) as book:
        for one in results(source.seri, source.tasks(count), book, asked.jobs, source.library, cases=source.utuh):
            source.take(one)
            count.tetap += len(one.entri) if one.tetap else 0
            count.ditulis += 0 if one.tetap else len(one.entri)
            count.gagal += not one.entri
            step()
        _bundle(asked, book, source.bersama, count)
    return count


def _bundle(asked: Permintaan, book: Buku, shared: str, count: Hitungan) -> None:
    entries = list(book.entries()) if asked.zip or asked.merge else []
    for wanted, make in ((asked.zip, zipped), (asked.merge, merged)):
        if not wanted or not entries:
            continue
        try:
            made = make(asked.ke, entries, shared)
        except InputError as error:
            count.gagal_bundel = str(error)
            continue
        book.add([made])
        count.bundel.append(made.file)
