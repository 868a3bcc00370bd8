"""`kerjasama new`: a folder with a case that lists what must be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from toolkit.cli import options
from toolkit.cli.localised import closest
from toolkit.cli.output import note
from toolkit.cli.sop import known_sop
from toolkit.errors import UsageError
from toolkit.library import Library
from toolkit.starter import start


@options.verb("new")
@click.argument("sop_id", metavar="SOP")
@click.argument("folder", type=options.PATH, metavar="FOLDER")
@click.option("--jenis", metavar="JENIS", help="ksdd, ksdpk, atau sinergi; menentukan cabang SOP.")
@options.data
def command(sop_id: str, folder: Path, jenis: str | None, **pilihan: Any) -> int:
    """Membuat FOLDER berisi kerja-sama.json yang memuat semua yang harus diisi menurut SOP.

    Isi teks yang kosong; pada kunci berawalan x_, hapus x_ lalu tulis isinya.
    """
    library = options.setelan(**pilihan).library
    _require_known(jenis, library)
    made = start(known_sop(library, sop_id), folder, library, jenis)
    note(f"{made} dibuat; lihat yang harus diisi dengan kerjasama validate {folder}.")
    return 0


def _require_known(jenis: str | None, library: Library) -> None:
    known = library.schema("kerja-sama")["properties"]["jenis"]["enum"]
    if jenis is not None and jenis not in known:
        raise UsageError(f"Jenis {jenis!r} tidak dikenal{closest(jenis, known)}; pilih {', '.join(known)}.")
