"""`kerjasama generate`: the naskah that are due, with a manifest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from toolkit.cases import Case
from toolkit.cli import options
from toolkit.cli.examine import Penilaian, examine
from toolkit.cli.output import note
from toolkit.conformance import align
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.generate import HasilGenerate, generate
from toolkit.drafting.pdf import pengubah
from toolkit.plan import plan
from toolkit.reports import FORMATS


@options.verb("generate")
@options.files
@click.option("-o", "--ke", type=options.PATH, required=True, metavar="FOLDER", help="Folder hasil; tiap berkas kerja sama mendapat folder sendiri di dalamnya.")
@click.option("--naskah", metavar="ID", help="Hanya naskah ini, juga bila langkahnya belum sampai.")
@click.option("--pdf", is_flag=True, help="Juga PDF di sebelah tiap naskah Word (memerlukan LibreOffice).")
@options.form(*FORMATS)
@options.fail_on
@options.data
def command(berkas: tuple[str, ...], ke: Path, naskah: str | None, pdf: bool, **pilihan: Any) -> int:
    """Menyusun naskah yang sudah waktunya menurut SOP, beserta manifest.json.

    BERKAS adalah berkas kerja sama (.json, .xlsx) atau foldernya; boleh lebih dari satu. Naskah yang
    faktanya belum lengkap tidak ditulis dan faktanya disebut; naskah lain tetap ditulis.
    """
    setelan = options.setelan(**pilihan)
    if pdf:
        pengubah()
    writer = Penyusun(setelan.library)

    def judge(case: Case) -> Penilaian:
        rencana = plan(case.kerja_sama, case.sop)
        result = generate(case, rencana, align(rencana, case.kerja_sama), setelan.library, ke, naskah, writer, pdf=pdf)
        _tell(result)
        return Penilaian(result.temuan)

    return examine("generate", berkas, setelan, judge)


def _tell(result: HasilGenerate) -> None:
    for one in result.entri:
        note(f"{result.folder / one.file}")
    copies = sum(one.file.endswith(".pdf") for one in result.entri)
    told = f" dan {copies} PDF" if copies else ""
    note(f"{len(result.entri) - copies} naskah{told} ditulis ke {result.folder}.")
