"""`generate`: every naskah that is due, as files with a manifest; what lacks, as findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.cases import Case, located
from toolkit.conditions import until_search
from toolkit.conformance import Keselarasan
from toolkit.drafting import manifest
from toolkit.drafting.compose import Dokumen, Penyusun
from toolkit.drafting.due import diminta, jatuh_tempo
from toolkit.drafting.emblem import kotak
from toolkit.drafting.manifest import Entri
from toolkit.drafting.pdf import ke_pdf, nama_pdf
from toolkit.drafting.values import tak_tertulis
from toolkit.errors import InputError
from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.gaps import kelengkapan_wajib, lambang_kotak
from toolkit.library import Library
from toolkit.model import Naskah
from toolkit.naming import capital, fact_name
from toolkit.plan import Rencana


@dataclass(frozen=True)
class HasilGenerate:
    """What one case yielded: the folder, the files written now, and what lacks."""

    folder: Path
    entri: tuple[Entri, ...]
    temuan: tuple[Finding, ...]


@dataclass(frozen=True)
class Rancangan:
    """The drafts of one case, not yet written: bytes and kind by file name, the ids of all naskah
    that were due, and what lacks."""

    case: Case
    folder: Path
    files: dict[str, bytes]
    kinds: dict[str, Naskah]
    diminta: frozenset[str]
    temuan: tuple[Finding, ...]


def generate(
    case: Case, rencana: Rencana, keselarasan: Keselarasan, library: Library, out_dir: Path | str,
    naskah_id: str | None = None, penyusun: Penyusun | None = None, *, pdf: bool = False,
) -> HasilGenerate:
    """Draft into `out_dir/<name of the case's folder>/`. Raises `InputError` or `UsageError`
    before anything is written; `DataError` where a template or checklist is broken."""
    wanted = (naskah_id,) if naskah_id else ()
    drafted = rancang(case, rencana, keselarasan, out_dir, wanted, penyusun or Penyusun(library))
    return tulis(drafted, ke_pdf(drafted.files) if pdf else {})


def rancang(
    case: Case, rencana: Rencana, keselarasan: Keselarasan, out_dir: Path | str, naskah: Sequence[str], penyusun: Penyusun
) -> Rancangan:
    """The naskah of those ids, or all that are due. Raises as `generate` does; writes nothing."""
    _refuse(case)
    folder = _folder(case, Path(out_dir))
    manifest.baca(folder, case.kerja_sama.id)
    due = [diminta(one, rencana) for one in dict.fromkeys(naskah)] or jatuh_tempo(case.kerja_sama, rencana, keselarasan)
    drafts = [one for kind in due for one in penyusun.susun(case.kerja_sama, case.sop, kind, keselarasan.langkah_selesai)]
    named = {nama_berkas(case, one): one for one in drafts if one.isi is not None}
    return Rancangan(
        case, folder, {file: one.isi or b"" for file, one in named.items()}, {file: one.naskah for file, one in named.items()},
        frozenset(one.id for one in due), tuple(_temuan(case, drafts, penyusun.library)),
    )


def tulis(drafted: Rancangan, pdf: Mapping[str, bytes]) -> HasilGenerate:
    """The drafts and their PDFs as files with a manifest. Raises `InputError` where that folder
    is another case's or cannot be written."""
    case, folder = drafted.case, drafted.folder
    kinds = drafted.kinds | {nama_pdf(file): kind for file, kind in drafted.kinds.items() if nama_pdf(file) in pdf}
    files = drafted.files | dict(pdf)
    entries = [_entri(case, kinds[file], file, data) for file, data in files.items()]
    earlier = manifest.baca(folder, case.kerja_sama.id)
    kept, stale = manifest.gabung(folder, earlier, entries, set(drafted.diminta))
    if entries or earlier:
        manifest.tulis(folder, files, kept, stale)
    return HasilGenerate(folder, tuple(entries), drafted.temuan)


def _refuse(case: Case) -> None:
    """Raises `InputError` for a case that its schema refuses or that no document can hold."""
    if case.refused:
        first = case.struktur[0]
        line, column = case.position(first.location.pointer or "")
        raise InputError(f"{case.given} tidak sesuai skema: {first.message} Perbaiki dahulu (kerjasama validate), lalu ulangi.", line=line, column=column)
    for pointer, code in tak_tertulis(dict(case.kerja_sama.data)):
        line, column = case.position(pointer)
        raise InputError(f"{case.given}: {pointer} memuat karakter {code} yang tidak dapat ditulis dalam naskah; ketik ulang teks itu.", line=line, column=column)


def _folder(case: Case, out_dir: Path) -> Path:
    return out_dir / (case.path.resolve().parent.name or case.kerja_sama.id)


def nama_berkas(case: Case, draft: Dokumen) -> str:
    """"07-kesepakatan-bersama.docx": the kind's place in the checklist, "-2" for a second one."""
    place = [one.id for one in case.sop.naskah].index(draft.naskah.id) + 1
    suffix = f"-{draft.urut}" if draft.urut > 1 else ""
    return f"{place:02d}-{draft.naskah.id}{suffix}.{draft.naskah.format}"


def _entri(case: Case, naskah: Naskah, file: str, data: bytes) -> Entri:
    return Entri(naskah.id, naskah.templat, file, manifest.sha256(data), naskah.langkah, case.kerja_sama.id)


def _temuan(case: Case, drafts: list[Dokumen], library: Library) -> list[Finding]:
    """One finding per missing fact, naming the documents that wait for it."""
    waiting: dict[str, list[Dokumen]] = {}
    for draft in drafts:
        for pointer in draft.kurang:
            waiting.setdefault(pointer, []).append(draft)
    return [_finding(case, pointer, needing, library) for pointer, needing in waiting.items()]


def _finding(case: Case, pointer: str, needing: list[Dokumen], library: Library) -> Finding:
    steps = tuple(dict.fromkeys(one.naskah.langkah for one in needing))
    label = fact_name(library.schema("kerja-sama"), case.sop.fakta, pointer)
    places = [f"{one.naskah.nama} ({one.kurang[pointer]})" for one in needing]
    more = f" dan {len(places) - 2} naskah lain" if len(places) > 2 else ""
    return located(Finding(
        rule=kelengkapan_wajib.ID,
        severity=Severity.ERROR,
        layer=Layer.SOP,
        message=f"{capital(label)} ({pointer}) belum diisi, padahal diperlukan untuk {'; '.join(places[:2])}{more}.",
        basis=(case.sop.dasar(*steps),),
        suggestion=f"Isi {pointer} dalam {case.name}, lalu jalankan generate lagi; naskah yang menunggu fakta ini tidak ditulis.",
        langkah=steps,
        location=Location(pointer=until_search(pointer)),
    ), case)


def kotak_lambang(drafted: Rancangan) -> list[Finding]:
    """One note for all boxes that the drafts of a case still carry in place of emblems."""
    written = [data for file, data in drafted.files.items() if file.endswith(".docx")]
    words = dict.fromkeys(one.upper() for data in written for one in kotak(data))
    if not words:
        return []
    return [located(Finding(
        rule=lambang_kotak.ID,
        severity=lambang_kotak.SEVERITY,
        layer=lambang_kotak.LAYER,
        message=f"Naskah masih memuat kotak pengganti gambar: {', '.join(words)}.",
        basis=(lambang_kotak.DASAR,),
        suggestion="Sebut gambar instansi dalam gambar_lambang pada profilnya (templates/profil, folder --data); logo mitra ditempelkan di Word.",
        location=Location(pointer=""),
    ), drafted.case)]
