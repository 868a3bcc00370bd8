"""`kerjasama compare`: what changed between two versions of a naskah."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.cli import options
from toolkit.cli.output import emit, note
from toolkit.comparison import ABAIKAN, banding
from toolkit.errors import InputError, UsageError
from toolkit.evidence import baca
from toolkit.evidence.naskah import naskah
from toolkit.evidence.terbaca import NaskahTerbaca
from toolkit.reports.perbandingan import FORMATS, render


@options.verb("compare")
@click.argument("lama", metavar="LAMA")
@click.argument("baru", metavar="BARU")
@options.form(*FORMATS)
@click.option("--abaikan", metavar=",".join(ABAIKAN), default="", help="Yang tidak dibandingkan; beberapa dipisahkan koma.")
@options.keluaran
def command(lama: str, baru: str, form: str, abaikan: str, keluaran: Path | None) -> int:
    """Membandingkan isi dua naskah (.docx, .pdf), pasal demi pasal.

    Perubahan terlacak dihitung sudah diterima. Huruf besar, spasi, dan ganti baris bukan perubahan, sehingga
    naskah Word dan PDF cetakannya sama. Berakhir dengan 0 bila sama dan 1 bila berbeda.
    """
    masked = _masked(abaikan)
    found = banding(_read(lama), _read(baru), masked)
    emit(render(lama, baru, found, masked, form), keluaran)
    return int(bool(found))


def _masked(given: str) -> list[str]:
    wanted = [one.strip() for one in given.split(",") if one.strip()]
    for one in wanted:
        if one not in ABAIKAN:
            raise UsageError(f"--abaikan {one!r} tidak dikenal; pilihannya {', '.join(ABAIKAN)}.")
    return [one for one in ABAIKAN if one in wanted]


def _read(name: str) -> NaskahTerbaca:
    reading = baca(name)
    if not reading.berteks:
        raise InputError(f"Naskah {name} tidak memuat teks (hasil pindai) dan tidak dapat dibandingkan.")
    if reading.halaman_tanpa_teks:
        note(f"Naskah {name}: halaman {', '.join(map(str, reading.halaman_tanpa_teks))} tidak memuat teks dan tidak dibandingkan.")
    if reading.sisipan or reading.hapusan:
        note(f"Naskah {name} memuat perubahan terlacak ({reading.sisipan} sisipan, {reading.hapusan} penghapusan); yang dibandingkan ialah teks sesudahnya.")
    if reading.halaman_dikenali:
        note(f"Naskah {name}: halaman {', '.join(map(str, reading.halaman_dikenali))} ialah hasil pindai, dan hurufnya dikenali mesin; bandingkan juga dengan cetakannya.")
    if reading.dwibahasa:
        note(f"Naskah {name}: terjemahan di samping teks bahasa Indonesia tidak dibandingkan.")
    return naskah(reading)
