"""Rows as facts: each cell by the schema of its fact, each cell that cannot be used as a finding."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from toolkit.batch.columns import Kepala
from toolkit.batch.headings import Kolom
from toolkit.batch.tables import Baris, Tabel
from toolkit.batch.twins import Kembar
from toolkit.cells import Tolak, empty, read_cell, shown_cell
from toolkit.cells.dates import Urutan
from toolkit.cells.letters import lettered
from toolkit.drafting.values import tak_tertulis
from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.gaps import lembar_data
from toolkit.naming import name

ATURAN = lembar_data.ID
JUMLAH = frozenset({"jumlah", "total", "jumlah total", "jumlah seluruhnya", "total keseluruhan"})
DASAR = ("Skema berkas kerja sama",)


@dataclass(frozen=True, slots=True)
class Isian:
    """One fact of a row, ready to be laid over the case."""

    ruas: tuple[str, ...]
    nilai: Any
    bekal: Mapping[int, Mapping[str, Any]]

    @property
    def penunjuk(self) -> str:
        return "".join(f"/{one}" for one in self.ruas)


@dataclass(frozen=True, slots=True)
class Bacaan:
    """A row as read. With a finding that is an error the row is not drafted; one that gives no fact
    (`lewat`: a sum, a remark) neither, but that is no fault."""

    nomor: int
    isi: tuple[Isian, ...]
    temuan: tuple[Finding, ...]
    lewat: bool = False

    @property
    def baik(self) -> bool:
        return not any(one.severity is Severity.ERROR for one in self.temuan)


class Pembaca:
    """Reads the rows of one table. `data` is the path as given, `berkas` the file's own name."""

    def __init__(self, table: Tabel, head: Kepala, root: Mapping[str, Any], data: str, berkas: str) -> None:
        self.table, self.head, self.root, self.data, self.berkas = table, head, root, data, berkas
        self.menurut_penunjuk = {one.penunjuk: one for one in head.kolom}
        self._seen = Kembar()

    def rows(self) -> Iterator[Baris]:
        """The rows below the headings that hold anything but their own number."""
        return (one for one in self.table.baris() if one.nomor > self.head.baris and not one.kosong and not self._numbered_only(one))

    def _numbered_only(self, row: Baris) -> bool:
        """Numbers prepared for rows that nobody filled in."""
        said = [place for place, one in enumerate(row.sel) if not empty(one)]
        return row.galat is None and all(place in self.head.urut for place in said) and bool(said)

    @cached_property
    def _orders(self) -> dict[int, Urutan]:
        """What the date columns prove about their order, from one look at all rows."""
        orders = {one.nomor: Urutan() for one in self.head.kolom if one.skema.get("format") in ("date", "waktu")}
        for row in self.rows() if orders else ():
            for number, order in orders.items():
                order.look(row.sel[number] if number < len(row.sel) else None)
        return orders

    def read(self) -> Iterator[Bacaan]:
        for row in self.rows():
            yield self._row(row)

    def _row(self, row: Baris) -> Bacaan:
        if row.galat is not None:
            return Bacaan(row.nomor, (), (self.finding(row.nomor, None, f"{self.called(row.nomor)} tidak dapat dibaca: {row.galat}.", "Betulkan baris itu."),))
        if _sums(row):
            return self._skipped(row, "adalah baris jumlah")
        found: list[Isian] = []
        wrong = list(self._surplus(row))
        for column in self.head.kolom:
            value = row.sel[column.nomor] if column.nomor < len(row.sel) else None
            if not empty(value, column.ruas[-1]):
                self._cell(row, column, value, found, wrong)
        if not found and not wrong:
            return self._skipped(row, "tidak berisi fakta yang dipakai")
        wrong += self._again(row, found) if not wrong else ()
        return Bacaan(row.nomor, tuple(found), tuple(wrong))

    def _skipped(self, row: Baris, why: str) -> Bacaan:
        told = self.finding(row.nomor, None, f"{self.called(row.nomor)} {why}, jadi dilewati.", "Bila baris itu penerima, isi selnya.", Severity.INFO)
        return Bacaan(row.nomor, (), (told,), lewat=True)

    def _cell(self, row: Baris, column: Kolom, value: Any, found: list[Isian], wrong: list[Finding]) -> None:
        whole = isinstance(value, (dict, list)) and column.judul in self.root["properties"]
        try:
            parts = (column.judul,) if whole else column.ruas
            read = read_cell(value, column.skema, self.root, column.ruas[-1], self._orders.get(column.nomor))
        except Tolak as error:
            wrong.append(self._refused(row, column, value, error))
            return
        bad = next(tak_tertulis(read), None)
        if bad:
            wrong.append(self._refused(row, column, value, Tolak("berupa teks yang dapat dicetak", "Ketik ulang isinya; karakter itu biasanya terbawa saat menyalin.", f"ada karakter {bad[1]}")))
        else:
            found.append(Isian(parts, read, {} if whole else column.bekal))

    def _refused(self, row: Baris, column: Kolom, value: Any, error: Tolak) -> Finding:
        why = f" ({error.sebab})" if error.sebab else ""
        message = f"{self.called(row.nomor, column)}: {name(self.root, column.penunjuk)} harus {error.harus}, tetapi tertulis {shown_cell(value)}{why}."
        return self.finding(row.nomor, column, message, error.saran)

    def _surplus(self, row: Baris) -> Iterator[Finding]:
        """Cells beyond the headings: an address with a comma that nobody quoted."""
        extra = [one for one in row.sel[self.head.lebar :] if not empty(one)]
        if extra:
            message = f"{self.called(row.nomor)} berisi {len(row.sel)} sel, padahal judulnya {self.head.lebar} kolom; kelebihannya mulai {shown_cell(extra[0])}."
            yield self.finding(row.nomor, None, message, "Apit isian yang memuat tanda pemisah dengan tanda petik ganda, atau beri judul pada kolom itu.")

    def _again(self, row: Baris, found: list[Isian]) -> list[Finding]:
        """A row with the same facts as one before it, its own number aside."""
        told = [(one.penunjuk, one.nilai) for one in found if not one.penunjuk.startswith(("/surat_keluar/", "/id"))]
        first = self._seen.first(json.dumps(told, sort_keys=True, ensure_ascii=False), row.nomor) if told else row.nomor
        if first == row.nomor:
            return []
        message = f"{self.called(row.nomor)} sama isinya dengan baris {first}; kedua naskahnya tetap dibuat."
        return [self.finding(row.nomor, None, message, "Hapus salah satu barisnya bila memang kembar.", Severity.WARNING)]

    def called(self, number: int, column: Kolom | None = None) -> str:
        """"Lembar Undangan baris 12 kolom C (Tanggal)"."""
        sheet = f"Lembar {self.table.lembar} baris" if self.table.lembar else "Baris"
        return f"{sheet} {number}" + (f" {column.letak} ({column.judul})" if column else "")

    def finding(self, row: int, column: Kolom | None, message: str, remedy: str, severity: Severity = Severity.ERROR) -> Finding:
        place = Location(
            pointer=column.penunjuk if column else None, file=self.berkas, case=self.data,
            line=row, column=column.nomor + 1 if column else None,
        )
        return Finding(ATURAN, severity, message, DASAR, Layer.DATA, suggestion=remedy, location=place)

    def unused(self) -> Iterator[Finding]:
        """Columns that no fact answers to; counted among nothing, but said."""
        for number, heading in self.head.tak_dipakai:
            place = "Kunci" if self.table.judul is not None else f"Kolom {lettered(number + 1)}"
            message = f"{place} {heading!r} tidak dikenal dan tidak dipakai."
            yield self.finding(max(self.head.baris, 1), None, message, "Bila perlu, beri judul nama faktanya atau sebutkan dalam --map; null bila memang tidak dipakai.", Severity.INFO)


def _sums(row: Baris) -> bool:
    """Whether a row adds up those above it."""
    first = next((one for one in row.sel if not empty(one)), None)
    return isinstance(first, str) and " ".join(first.split()).rstrip(":").strip().casefold() in JUMLAH
