"""`kerjasama verify`: the tool's data held against itself."""

from __future__ import annotations

from typing import Any

from toolkit.cli import options
from toolkit.cli.examine import exit_code
from toolkit.cli.output import emit
from toolkit.cli.rulebook import aturan
from toolkit.reports import Laporan, render
from toolkit.verification import verify


@options.verb("verify")
@options.findings
def command(**pilihan: Any) -> int:
    """Memeriksa apakah daftar periksa, skema, hukum, profil, templat, dan contoh saling cocok.

    Dengan --data FOLDER data instansi sendiri ikut diperiksa. Kejanggalan SOP disebut sebagai catatan.
    """
    setelan = options.setelan(**pilihan)
    files, found = verify(setelan.library)
    laporan = Laporan(
        "verify", tuple(found), tuple(files), aturan=aturan("verify"), ambang=setelan.ambang, per_tanggal=setelan.per_tanggal
    )
    emit(render(laporan, setelan.form), setelan.keluaran)
    return exit_code(found, setelan)
