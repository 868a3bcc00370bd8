"""`kerjasama batch`: one document per row of a sheet, or per case of a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from toolkit.batch.session import Hitungan, Permintaan, run, source_of
from toolkit.cli import options
from toolkit.cli.bar import Bilah
from toolkit.cli.examine import exit_code
from toolkit.cli.output import emit, note
from toolkit.cli.rulebook import aturan
from toolkit.reports import FORMATS, Laporan, render


@options.verb("batch")
@click.argument("sumber", metavar="DATA")
@click.option("--naskah", required=True, metavar="ID", help="Naskah yang dibuat untuk tiap baris.")
@click.option("-o", "--ke", type=options.PATH, required=True, metavar="FOLDER", help="Folder hasil.")
@click.option("--kasus", metavar="BERKAS", help="Berkas kerja sama dasar; tiap baris diletakkan di atasnya.")
@click.option("--map", "peta", type=options.PATH, metavar="BERKAS", help="JSON: judul kolom → fakta; null bagi kolom yang tidak dipakai.")
@click.option("--sheet", metavar="NAMA", help="Lembar .xlsx yang dibaca.")
@click.option("--sop", metavar="ID", help="SOP bila tanpa --kasus.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, metavar="N", help="Banyaknya proses bersamaan.")
@click.option("--resume", is_flag=True, help="Melanjutkan: baris yang tidak berubah tidak ditulis lagi.")
@click.option("--force", is_flag=True, help="Menimpa berkas yang sudah ada.")
@click.option("--zip", is_flag=True, help="Semua naskah juga dalam satu .zip.")
@click.option("--merge", is_flag=True, help="Semua naskah juga dalam satu PDF siap cetak (memerlukan LibreOffice).")
@options.form(*FORMATS)
@options.fail_on
@options.data
def command(sumber: str, form: str, ambang: str, data: Path | None, **diminta: Any) -> int:
    """Membuat satu naskah untuk tiap baris lembar data, misalnya undangan.

    DATA adalah .xlsx, .csv, atau .jsonl dengan judul kolom, atau folder berisi berkas kerja sama
    (.json atau formulir .xlsx).
    Baris yang keliru disebut dengan lembar, baris, dan kolomnya; baris lain tetap ditulis.
    """
    setelan = options.setelan(data=data, form=form, ambang=ambang)
    asked = Permintaan(sumber, **diminta)
    source = source_of(asked, setelan.library)
    note(source.about())
    with Bilah(asked.naskah, source.total) as bar:
        count = run(asked, source, bar.step)
    findings = tuple(source.findings())
    rules = aturan("batch") if form in {"sarif", "junit"} else {}
    emit(render(Laporan("batch", findings, (sumber,), aturan=rules, folder=_folders(sumber), ambang=setelan.ambang), form))
    _tell(asked, count)
    return exit_code(findings, setelan, bool(count.gagal_bundel))


def _folders(sumber: str) -> dict[str, str]:
    return {sumber: sumber} if Path(sumber).is_dir() else {}


def _tell(asked: Permintaan, count: Hitungan) -> None:
    same = f", {count.tetap} tidak berubah" if count.tetap else ""
    failed = f"; {count.gagal} baris tidak menghasilkan naskah" if count.gagal else ""
    note(f"{count.ditulis} naskah ditulis ke {asked.ke}{same}{failed}.")
    for name in count.bundel:
        note(f"{asked.ke / name}")
    if count.gagal_bundel:
        note(count.gagal_bundel)
