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
from toolkit.model import Sop
from toolkit.starter import case_id, start


@options.verb("new")
@click.argument("sop_id", metavar="SOP")
@click.argument("folder", type=options.PATH, required=False, metavar="FOLDER")
@click.option("--jenis", metavar="JENIS", help="ksdd, ksdpk, atau sinergi; menentukan cabang SOP.")
@click.option("--xlsx", type=options.PATH, metavar="BERKAS", help="Membuat formulir Excel sebagai ganti folder; dibaca semua perintah.")
@options.data
def command(sop_id: str, folder: Path | None, jenis: str | None, xlsx: Path | None, **pilihan: Any) -> int:
    """Membuat FOLDER berisi kerja-sama.json yang memuat semua yang harus diisi menurut SOP.

    Isi teks yang kosong; pada kunci berawalan x_, hapus x_ lalu tulis isinya. Dengan --xlsx yang
    dibuat formulir Excel: satu lembar tiap bagian, dengan apa yang diminta dan kapan.
    """
    library = options.setelan(**pilihan).library
    _require_known(jenis, library)
    made = _made(known_sop(library, sop_id), folder, xlsx, library, jenis)
    note(f"{made} dibuat; lihat yang harus diisi dengan kerjasama validate {xlsx or folder}.")
    return 0


def _made(sop: Sop, folder: Path | None, xlsx: Path | None, library: Library, jenis: str | None) -> Path:
    if folder is not None and xlsx is None:
        return start(sop, folder, library, jenis)
    if folder is None and xlsx is not None:
        from toolkit.form.book import new_form

        return new_form(sop, xlsx, case_id(xlsx.with_suffix("")), library, jenis)
    raise UsageError("Sebutkan FOLDER, atau --xlsx BERKAS, salah satu saja; lihat kerjasama new --help.")


def _require_known(jenis: str | None, library: Library) -> None:
    known = library.schema("kerja-sama")["properties"]["jenis"]["enum"]
    if jenis is not None and jenis not in known:
        raise UsageError(f"Jenis {jenis!r} tidak dikenal{closest(jenis, known)}; pilih {', '.join(known)}.")
