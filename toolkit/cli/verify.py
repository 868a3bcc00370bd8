"""`kerjasama verify`: the tool's data held against itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from toolkit.cli import options
from toolkit.cli.examine import exit_code
from toolkit.cli.output import emit
from toolkit.cli.rulebook import aturan
from toolkit.reports import Laporan, render
from toolkit.verification import verify


@options.verb("verify")
@options.findings
@click.option("--comment", "komentar", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER", help="Menulis salinan setiap templat yang keliru ke FOLDER, dengan tiap masalah sebagai komentar Word di tempatnya.")
def command(komentar: Path | None = None, **pilihan: Any) -> int:
    """Memeriksa apakah daftar periksa, skema, hukum, profil, templat, dan contoh saling cocok.

    Dengan --data FOLDER data instansi sendiri ikut diperiksa. Kejanggalan SOP disebut sebagai catatan.
    """
    setelan = options.setelan(**pilihan)
    files, found = verify(setelan.library)
    if komentar is not None:
        _comment(setelan, komentar)
    laporan = Laporan(
        "verify", tuple(found), tuple(files), aturan=aturan("verify"), ambang=setelan.ambang, per_tanggal=setelan.per_tanggal
    )
    emit(render(laporan, setelan.form), setelan.keluaran)
    return exit_code(found, setelan)


def _comment(setelan: options.Setelan, folder: Path) -> None:
    """Say on standard error what was written, so that the report stays whole."""
    from toolkit.verification.komentar import tulis

    for path in tulis(setelan.library, folder):
        click.echo(f"{path} ditulis dengan komentar.", err=True)
