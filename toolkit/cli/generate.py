"""`kerjasama generate`: the naskah that are due, with a manifest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from toolkit.cases import Case
from toolkit.cli import options
from toolkit.cli.examine import Penilaian, examine
from toolkit.cli.output import note
from toolkit.conformance import align
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.generate import (
    HasilGenerate,
    Rancangan,
    kotak_lambang,
    rancang,
    tulis,
)
from toolkit.drafting.pdf import nama_pdf, pengubah, ubah
from toolkit.errors import ToolkitError
from toolkit.plan import plan
from toolkit.reports import FORMATS


@options.verb("generate")
@options.files
@click.option("-o", "--ke", type=options.PATH, required=True, metavar="FOLDER", help="Folder hasil; tiap berkas kerja sama mendapat folder sendiri di dalamnya.")
@click.option("--naskah", multiple=True, metavar="ID", help="Hanya naskah ini, juga bila langkahnya belum sampai; boleh diulang.")
@click.option("--pdf", is_flag=True, help="Juga PDF di sebelah tiap naskah (memerlukan LibreOffice).")
@click.option("--pdf-a", "pdf_a", is_flag=True, help="PDF itu diminta sebagai PDF/A-2b untuk arsip; kesesuaiannya tidak diuji, periksa dengan pemeriksa PDF/A.")
@options.form(*FORMATS)
@options.fail_on
@options.data
def command(berkas: tuple[str, ...], ke: Path, naskah: tuple[str, ...], pdf: bool, pdf_a: bool, **pilihan: Any) -> int:
    """Menyusun naskah yang sudah waktunya menurut SOP, beserta manifest.json.

    BERKAS adalah berkas kerja sama (.json, .xlsx) atau foldernya; boleh lebih dari satu. Naskah yang
    faktanya belum lengkap tidak ditulis dan faktanya disebut; naskah lain tetap ditulis.
    """
    setelan = options.setelan(**pilihan)
    waiting: list[Rancangan] = []
    writer = Penyusun(setelan.library)
    if pdf or pdf_a:
        pengubah()

    def judge(case: Case) -> Penilaian:
        rencana = plan(case.kerja_sama, case.sop)
        drafted = rancang(case, rencana, align(rencana, case.kerja_sama), ke, naskah, writer)
        if pdf or pdf_a:
            waiting.append(drafted)
        else:
            _tell(tulis(drafted, {}))
        return Penilaian((*drafted.temuan, *kotak_lambang(drafted)))

    return examine("generate", berkas, setelan, judge, finish=_printing(waiting, pdf_a))


def _printing(waiting: list[Rancangan], pdf_a: bool) -> Callable[[], Mapping[str, str]]:
    """LibreOffice is called once, when the naskah of all cases are drafted; a case of which one
    did not come out is not written."""

    def finish() -> Mapping[str, str]:
        files = {str(one.folder / file): data for one in waiting for file, data in one.files.items()}
        try:
            pages, failed = ubah(files, arsip=pdf_a)
        except ToolkitError as error:
            return {one.case.given: str(error) for one in waiting[:1]}
        for one in waiting:
            wrong = [str(one.folder / file) for file in one.files if str(one.folder / file) in failed]
            if not wrong:
                failed |= _written(one, {nama_pdf(file): pages[str(one.folder / file)] for file in one.files})
        return failed

    return finish


def _written(drafted: Rancangan, pdf: Mapping[str, bytes]) -> dict[str, str]:
    try:
        _tell(tulis(drafted, pdf))
    except ToolkitError as error:
        return {drafted.case.given: str(error)}
    return {}


def _tell(result: HasilGenerate) -> None:
    for one in result.entri:
        note(f"{result.folder / one.file}")
    copies = sum(one.file.endswith(".pdf") for one in result.entri)
    told = f" dan {copies} PDF" if copies else ""
    note(f"{len(result.entri) - copies} naskah{told} ditulis ke {result.folder}.")
