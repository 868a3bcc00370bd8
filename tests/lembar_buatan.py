"""Sheets as clerks leave them, made for the tests of batch."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.contoh import SAMPLES

KASUS = SAMPLES / "magetan-penawaran" / "lengkap-ksdpk"
JUDUL = ("No.", "Penerima", "Jabatan", "Alamat", "NIP", "Telepon", "Nomor", "Tgl. surat", "Tanggal rapat", "Pukul rapat", "Nilai pendanaan", "Beban pendanaan", "RKPD", "Keterangan")
DESA = ("Sukomoro", "Panekan", "Parang", "Lembeyan", "Poncol", "Plaosan", "Maospati", "Karas", "Barat", "Kartoharjo")


def good_row(number: int) -> list[Any]:
    """A row without a fault, in the ways in which people write the same thing."""
    day = (dt.datetime(2026, 2, 16), "16/2/2026", "16 Februari 2026", "Senin, 16 Februari 2026", "16-02-2026")[number % 5]
    return [
        number, f"Kepala Desa {DESA[number % 10]} {number}", None, f"Jl. Raya {DESA[number % 10]} No. {number}, Magetan",
        f"19800101200501{number % 10000:04d}", f"0351-{400000 + number}", f"005/{number}/403.012/2026", day,
        "20/4/2026", (dt.time(9, 30), "09.30", "9:30 WIB")[number % 3], (1_500_000, "1.500.000", "Rp1.500.000,00")[number % 3],
        "mitra", "ya", "ikut rombongan",
    ]


# Row of the sheet → column by its heading → what a clerk wrote, and a word of the reason told.
KELIRU: dict[int, tuple[str, Any, str]] = {
    7: ("Penerima", None, "selnya kosong"),
    19: ("NIP", 198001012005011019, "15 angka"),
    33: ("NIP", "1980010120050110", "ada 16 angka"),
    48: ("Telepon", 351400047, "nol di depannya hilang"),
    62: ("Tgl. surat", "31/2/2026", "31 Februari 2026 tidak ada"),
    77: ("Tgl. surat", "Selasa, 16 Februari 2026", "jatuh pada hari Senin"),
    91: ("Tgl. surat", "16/2/26", "tahun empat angka"),
    105: ("Tgl. surat", "2/16/2026", "bulan 16 tidak ada"),
    120: ("Pukul rapat", 9.3, "berupa jam"),
    134: ("Nilai pendanaan", "1,500", "dapat berarti 1500"),
    149: ("Beban pendanaan", "mitranya", "Tulis mitra"),
    163: ("RKPD", "mungkin", "ya atau tidak"),
    178: ("Alamat", "menyusul", "terjawab"),
    192: ("Nomor", "=B2&C2", "belum dihitung"),
    207: ("Penerima", "#N/A", "tidak dapat menghitungnya"),
    221: ("Jabatan", "Camat\x01 Barat", "U+0001"),
}
KEMBAR = (250, 249)


def invitations(path: Path, rows: int = 300) -> Path:
    """Three hundred invitees under a title and a heading in row 3, sixteen of them with a fault and
    one of them twice."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Undangan"
    sheet.append(["DAFTAR UNDANGAN RAPAT TKKSD"])
    sheet.append([])
    sheet.append(list(JUDUL))
    for number in range(1, rows + 1):
        sheet.append(good_row(number))
    for row, (heading, value, _) in KELIRU.items():
        _write(sheet.cell(row, JUDUL.index(heading) + 1), value)
    for column in range(2, len(JUDUL) + 1):
        sheet.cell(KEMBAR[0], column).value = sheet.cell(KEMBAR[1], column).value
    book.create_sheet("Sheet2")
    book.save(path)
    return _with_control_character(path)


def _write(cell: Any, value: Any) -> None:
    # openpyxl refuses control characters; Excel writes them escaped.
    cell.value = value.replace("\x01", "KENDALI") if isinstance(value, str) else value
    cell.number_format = "General"


def _with_control_character(path: Path) -> Path:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data.replace(b"KENDALI", b"_x0001_"))
    return path


def workbook(path: Path, *rows: list[Any] | tuple[Any, ...], sheet: str = "Data") -> Path:
    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def delimited(path: Path, rows: list[list[str]], encoding: str = "utf-8", delimiter: str = ",", first: str = "") -> Path:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    path.write_bytes((first + stream.getvalue()).encode(encoding))
    return path
