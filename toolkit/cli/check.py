"""`kerjasama check`: the rules over one or more cases, or over a naskah without one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from toolkit.cases import Case
from toolkit.checking import check, check_naskah
from toolkit.cli import options
from toolkit.cli.examine import Penilaian, examine
from toolkit.cli.localised import Pilihan

JENIS = ("ksdd", "ksdpk", "sinergi")


@options.verb("check")
@options.files
@click.option("--jenis", type=Pilihan(JENIS), metavar="|".join(JENIS), help="Jenis kerja sama sebuah naskah (.docx, .pdf) yang tidak punya berkas kerja sama.")
@click.option("--arsip", type=options.PATH, metavar="FOLDER", help="Folder arsip kerja sama itu; untuk banyak berkas, folder yang berisi satu folder per id.")
@options.findings
def command(berkas: tuple[str, ...], jenis: str | None, arsip: Path | None, **pilihan: Any) -> int:
    """Memeriksa urutan, paraf, tanda tangan, naskah, waktu, dan arsip.

    BERKAS adalah berkas kerja sama (.json) atau foldernya, atau sebuah naskah (.docx, .pdf), juga yang
    tidak dibuat dengan perkakas ini; boleh lebih dari satu.
    """
    setelan = options.setelan(**pilihan)

    def judge(case: Case) -> Penilaian:
        if case.refused:
            return Penilaian(case.struktur)
        return Penilaian(check(case, setelan.library, setelan.hari, arsip))

    def judge_naskah(name: str) -> Penilaian:
        return Penilaian(check_naskah(name, setelan.library, setelan.hari, jenis))

    return examine("check", berkas, setelan, judge, judge_naskah)
