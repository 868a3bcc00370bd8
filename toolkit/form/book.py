"""Writing a form: the same bytes for the same case."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from toolkit.cells.letters import lettered
from toolkit.drafting.spreadsheet import settled, tinggikan
from toolkit.drafting.template import Inti
from toolkit.errors import UsageError
from toolkit.files import reason, write_whole
from toolkit.form.demands import Tuntutan, demands
from toolkit.form.layout import Isian, Lembar, choices, items, present, sheets
from toolkit.library import Library
from toolkit.model import KerjaSama, Sop
from toolkit.naming import alternatives, listed
from toolkit.workbook import BARIS_ISI, BARIS_PENUNJUK, ISI, PENUNJUK, is_workbook

JUDUL = ("Isian", ISI, "Yang diminta", "Kapan", PENUNJUK)
LEBAR = (34, 48, 56, 18, 26)
WARNA = {0: "FFF2CC", 1: "E2EFDA"}
PILIHAN = "Pilihan"
BARIS_MAKS = 500
TANGGAL = "[$-421]d mmmm yyyy"
LEBAR_KOLOM, LEBAR_PETUNJUK = 24, 110
KEPALA = "EDEDED"
CONTOH = {"date": "Tanggal, misalnya 16 Februari 2026.", "waktu": "Tanggal, misalnya 16 Februari 2026; atau dengan jamnya: 16 Februari 2026 09.30."}
A4 = 9
HURUF = "Arial"


def new_form(sop: Sop, file: Path, case_id: str, library: Library, jenis: str | None) -> Path:
    """Makes the workbook of a new case. Raises `UsageError` if there is one, or if it cannot be written."""
    if not is_workbook(file):
        raise UsageError(f"{file} harus berakhiran .xlsx.")
    if file.exists() or file.is_symlink():
        raise UsageError(f"{file} sudah ada; pilih nama lain.")
    ours = {"nama": f"Pemerintah {sop.pemerintah_daerah}", "bentuk": "pemda", "kita": True}
    data: dict[str, Any] = {"versi": 1, "id": case_id, "sop": sop.id, **({"jenis": jenis} if jenis else {}), "pihak": [ours, {"nama": "", "kita": False}]}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, written(data, sop, library))
    except OSError as error:
        raise UsageError(f"{file} tidak dapat dibuat: {reason(error)}.") from error
    return file


def written(data: Mapping[str, Any], sop: Sop, library: Library) -> bytes:
    """The workbook of a case, with what it holds in its cells."""
    root = library.schema("kerja-sama")
    own = library.schema(sop.id) if library.resources.find("schemas", f"{sop.id}.schema.json") else None
    asked = demands(KerjaSama(str(data["id"]), sop.id, data), sop, library)
    pages = sheets(root, own, asked, present(data))
    writer = _Penulis(root, sop, data)
    writer.guide([one.judul for one in pages if one.urutan == 0])
    for page in pages:
        writer.table(page) if page.tabel else writer.facts(page)
    stream = io.BytesIO()
    writer.finish().save(stream)
    return settled(stream.getvalue(), Inti(f"Formulir {sop.sebutan_sop}", sop.pemerintah_daerah))


class _Penulis:
    """One workbook being written."""

    def __init__(self, root: Mapping[str, Any], sop: Sop, data: Mapping[str, Any]) -> None:
        from openpyxl import Workbook

        self.root, self.sop, self.data = root, sop, data
        self.book = Workbook()
        self.book.remove(self.book.active)
        self._lists: dict[tuple[str, ...], str] = {}

    def guide(self, due: Sequence[str]) -> None:
        sheet = self._sheet("Petunjuk", f"Formulir kerja sama: {self.sop.judul}")
        lines = (
            f"Diisi menurut {self.sop.sebutan_sop}. Setiap lembar adalah satu bagian berkas kerja sama.",
            "Isi kolom Isi (atau baris di bawah judul kolom pada lembar berbentuk tabel); biarkan kosong yang belum ada.",
            f"Kuning: harus ada sekarang, pada lembar {listed(due)}. Hijau: harus ada pada langkah berikutnya. Lainnya menyusul pada langkahnya.",
            "Tanggal ditulis seperti 16 Februari 2026. Daftar ditulis satu baris tiap butir dalam sel (Alt+Enter).",
            "Pada lembar tabel, satu baris adalah satu butir; kolom \"… ke-\" menyebut nomor urut butir yang memuatnya.",
            "Kolom yang jarang diisi terlipat di ujung kanan lembar tabel; buka dengan tanda + di atas kolom.",
            "Jangan mengubah tulisan abu-abu (penunjuk): dari sanalah isian dikenali. Baris dan kolom boleh dipindahkan bersama penunjuknya.",
            "Periksa dengan: kerjasama validate BERKAS.xlsx; susun naskah dengan: kerjasama generate BERKAS.xlsx -o FOLDER.",
        )
        for number, line in enumerate(lines, 3):
            self._text(sheet, number, 1, line, wrap=True)
            tinggikan(sheet, number, [(line, LEBAR_PETUNJUK)])
        sheet.column_dimensions["A"].width = LEBAR_PETUNJUK
        _fit(sheet)

    def facts(self, page: Lembar) -> None:
        """Facts one below another: label, value, demand, how soon, pointer."""
        sheet = self._page(page, BARIS_PENUNJUK)
        for place, (title, width) in enumerate(zip(JUDUL, LEBAR, strict=True), 1):
            self._text(sheet, BARIS_PENUNJUK, place, title, bold=True, fill=KEPALA)
            sheet.column_dimensions[lettered(place)].width = width
        sheet.freeze_panes = f"C{BARIS_PENUNJUK + 1}"
        for number, fact in enumerate(page.isian, BARIS_PENUNJUK + 1):
            self._text(sheet, number, 1, fact.judul, wrap=True)
            self._cell(sheet, number, 2, fact, dict(_found(self.data, fact.penunjuk)).get(()))
            self._text(sheet, number, 3, _asked(fact), wrap=True)
            self._text(sheet, number, 4, fact.tuntutan.kapan if fact.tuntutan else "bila ada")
            self._text(sheet, number, 5, fact.penunjuk, grey=True)
            self._choose(sheet, fact, f"B{number}")
            tinggikan(sheet, number, zip((fact.judul, str(sheet.cell(number, 2).value or ""), _asked(fact)), LEBAR, strict=False))

    def table(self, page: Lembar) -> None:
        """One item a row; the numbers of the items that hold it come first."""
        sheet = self._page(page, BARIS_ISI - 1)
        above = _holders(page.pola)
        for place, pattern in enumerate(above, 1):
            self._text(sheet, BARIS_PENUNJUK, place, pattern, grey=True)
            self._text(sheet, BARIS_ISI - 1, place, f"{pattern.split('/')[-2].replace('_', ' ')} ke-", bold=True, fill=KEPALA)
        for place, fact in enumerate(page.isian, len(above) + 1):
            self._column(sheet, place, fact)
        for row, texts in ((BARIS_ISI - 2, map(_above, page.isian)), (BARIS_ISI - 1, (one.judul for one in page.isian))):
            tinggikan(sheet, row, ((one, LEBAR_KOLOM) for one in texts))
        sheet.freeze_panes = f"A{BARIS_ISI}"
        for number, (numbers, _) in enumerate(items(self.data, page.pola), BARIS_ISI):
            for place, one in enumerate(numbers[:-1], 1):
                sheet.cell(number, place, one + 1)
            for place, fact in enumerate(page.isian, len(above) + 1):
                self._cell(sheet, number, place, fact, dict(_found(self.data, fact.penunjuk)).get(numbers))
            tinggikan(sheet, number, ((str(one.value or ""), LEBAR_KOLOM) for one in sheet[number]))

    def finish(self) -> Any:
        """The book with its lists on a sheet that nobody need see."""
        sheet = self.book.create_sheet(PILIHAN)
        for place, values in enumerate(self._lists, 1):
            for number, value in enumerate(values, 1):
                self._text(sheet, number, place, value)
        sheet.sheet_state = "hidden"
        return self.book

    def _sheet(self, name: str, title: str) -> Any:
        sheet = self.book.create_sheet(name)
        self._text(sheet, 1, 1, title, bold=True)
        return sheet

    def _page(self, page: Lembar, heading: int) -> Any:
        """A sheet marked by how soon something on it is due; its headings stand on each page."""
        sheet = self._sheet(page.judul, page.judul)
        sheet.sheet_properties.tabColor = WARNA.get(page.urutan)
        sheet.sheet_properties.outlinePr.summaryRight = False
        sheet.print_title_rows, sheet.print_options.gridLines = f"1:{heading}", True
        _fit(sheet)
        return sheet

    def _column(self, sheet: Any, place: int, fact: Isian) -> None:
        letter = lettered(place)
        self._text(sheet, BARIS_PENUNJUK, place, fact.penunjuk, grey=True)
        self._text(sheet, BARIS_ISI - 2, place, _above(fact), wrap=True)
        self._text(sheet, BARIS_ISI - 1, place, fact.judul, bold=True, wrap=True, fill=_colour(fact.tuntutan) or KEPALA)
        sheet.column_dimensions[letter].width = LEBAR_KOLOM
        sheet.column_dimensions[letter].outlineLevel, sheet.column_dimensions[letter].hidden = int(fact.terlipat), fact.terlipat
        sheet.column_dimensions[letter].number_format = _format(self.root, fact.skema)
        self._choose(sheet, fact, f"{letter}{BARIS_ISI}:{letter}{BARIS_MAKS}")

    def _cell(self, sheet: Any, row: int, column: int, fact: Isian, value: Any) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        cell = sheet.cell(row, column)
        cell.font = Font(name=HURUF, size=10)
        cell.number_format = _format(self.root, fact.skema)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        colour = _colour(fact.tuntutan)
        if colour:
            cell.fill = PatternFill("solid", start_color=colour)
        shown = _shown(value, cell.number_format)
        if shown is not None:
            cell.value = shown
            cell.data_type = "s" if isinstance(shown, str) else cell.data_type

    def _text(self, sheet: Any, row: int, column: int, text: str, *, bold: bool = False, grey: bool = False, wrap: bool = False, fill: str | None = None) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        cell = sheet.cell(row, column)
        cell.value, cell.data_type = text, "s"
        cell.font = Font(name=HURUF, bold=bold, size=8 if grey else 10, color="999999" if grey else "000000")
        cell.alignment = Alignment(wrap_text=wrap, vertical="top")
        if fill:
            cell.fill = PatternFill("solid", start_color=fill)

    def _choose(self, sheet: Any, fact: Isian, where: str) -> None:
        """A drop-down; ids of the SOP are offered, others are told to be checked."""
        from openpyxl.worksheet.datavalidation import DataValidation

        own = _of_sop(fact, self.sop)
        values = tuple(choices(self.root, fact.skema) or own)
        if not values:
            return
        letter = self._lists.setdefault(values, lettered(len(self._lists) + 1))
        rule = DataValidation(type="list", formula1=f"{PILIHAN}!${letter}$1:${letter}${len(values)}", allow_blank=True)
        rule.errorStyle = "warning" if own else "stop"
        rule.error, rule.errorTitle = "Pilih salah satu dari daftar.", "Isian tidak ada dalam daftar"
        rule.add(where)
        sheet.add_data_validation(rule)


def _holders(pattern: str) -> list[str]:
    """Patterns of the items that hold an item: "/naskah/*" for "/naskah/*/ttd/*"."""
    parts = pattern.split("/")
    return ["/".join(parts[: place + 1]) for place, part in enumerate(parts[:-1]) if part == "*"]


def _found(data: Mapping[str, Any], pointer: str) -> list[tuple[tuple[int, ...], Any]]:
    return items(data, pointer)


def _of_sop(fact: Isian, sop: Sop) -> Sequence[str]:
    if fact.kunci == "langkah":
        return [one.id for one in sop.langkah]
    if fact.kunci == "pelaksana" and "type" in fact.skema and fact.skema["type"] == "string":
        return list(sop.pelaksana)
    kinds = ("/naskah/*/jenis", "/surat_keluar/*/naskah", "/rapat/*/naskah")
    return [one.id for one in sop.naskah] if fact.penunjuk in kinds else ()


def _asked(fact: Isian) -> str:
    """The demand; else how a value is written, dates as people write them."""
    if fact.tuntutan:
        return fact.tuntutan.kalimat
    return CONTOH.get(str(fact.skema.get("format", ""))) or str(fact.skema.get("description", ""))


def _above(fact: Isian) -> str:
    """What stands above a column: its demand and how soon it is due."""
    return f"{_asked(fact)} ({fact.tuntutan.kapan})" if fact.tuntutan else _asked(fact)


def _fit(sheet: Any) -> None:
    """Prints on as many pages as it needs, none of them cut off at the side."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight = True, 0


def _colour(demand: Tuntutan | None) -> str | None:
    return WARNA.get(demand.urutan) if demand else None


def _format(root: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    """Texts stay texts: an NIP keeps its digits, a step "3-4" does not become a day."""
    kinds = {(one.get("type"), one.get("format")) for one in alternatives(root, schema)}
    if ("string", "date") in kinds:
        return TANGGAL
    return "#,##0" if ("integer", None) in kinds else "@"


def _shown(value: Any, number_format: str) -> Any:
    """A value as its cell holds it; None for what no cell can hold."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, list):
        return "\n".join(value) if value and all(isinstance(one, str) for one in value) else None
    if isinstance(value, str) and number_format == TANGGAL:
        return date.fromisoformat(value)
    return None if isinstance(value, Mapping) or value == "" else value
