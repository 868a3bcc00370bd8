"""What rows came to, as findings: at their cells, and once for what the base case lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from toolkit.batch.drafting import Hasil
from toolkit.batch.headings import Kolom
from toolkit.batch.rows import ATURAN, DASAR, Pembaca
from toolkit.cases import Case, located
from toolkit.conditions import until_search
from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.gaps import kelengkapan_wajib
from toolkit.library import Library
from toolkit.model import Sop
from toolkit.naming import capital, fact_name

WAJIB = kelengkapan_wajib.ID


@dataclass
class _Kekurangan:
    """A fact that no column gives and the base case lacks, and the rows that wait for it."""

    tempat: str
    dari: int
    sampai: int
    banyak: int = 1


@dataclass
class Pencerita:
    """Collects findings of a table's rows. `dasar` is the base case, if any."""

    reader: Pembaca
    sop: Sop
    naskah_id: str
    library: Library
    dasar: Case | None
    temuan: list[Finding] = field(default_factory=list)
    kurang: dict[str, _Kekurangan] = field(default_factory=dict)

    def take(self, result: Hasil) -> None:
        row = result.tugas.nomor
        for pointer, message, remedy in result.salah:
            column = self._column(pointer)
            text = f"{self.reader.called(row, column)}: {message}."
            self.temuan.append(self.reader.finding(row, column, text, remedy))
        for pointer, place in (result.kurang or {}).items():
            column = self._column(pointer)
            if column is not None:
                self.temuan.append(self._blank(row, column, pointer))
            elif pointer in self.kurang:
                self.kurang[pointer].sampai, self.kurang[pointer].banyak = row, self.kurang[pointer].banyak + 1
            else:
                self.kurang[pointer] = _Kekurangan(place, row, row)

    def findings(self) -> list[Finding]:
        """Worst first, then by row."""
        found = [*self.reader.unused(), *self.temuan, *self._lacking()]
        return sorted(found, key=lambda one: (-one.severity.rank, one.location.line or 0, one.location.column or 0))

    def _column(self, pointer: str | None) -> Kolom | None:
        """The column that fills the fact, or one inside it or around it."""
        if pointer is None:
            return None
        known = self.reader.menurut_penunjuk
        near = (one for key, one in known.items() if pointer.startswith(f"{key}/") or key.startswith(f"{pointer}/"))
        return known.get(pointer) or next(near, None)

    def _blank(self, row: int, column: Kolom, pointer: str) -> Finding:
        message = f"{self.reader.called(row, column)}: {self._called(pointer)} harus ada untuk {self._naskah}, tetapi selnya kosong."
        return self.reader.finding(row, column, message, "Isi selnya, lalu ulangi dengan --resume.")

    def _lacking(self) -> Iterator[Finding]:
        for pointer, one in self.kurang.items():
            where = f"dalam {self.dasar.given} dan tidak ada kolomnya" if self.dasar else "dan tidak ada kolomnya"
            rows = f"baris {one.dari}" if one.banyak == 1 else f"{one.banyak} baris ({one.dari} sampai {one.sampai})"
            message = f"{capital(self._called(pointer))} ({pointer}) belum diisi {where}, padahal diperlukan untuk {self._naskah} ({one.tempat}); {rows} tidak ditulis."
            yield self._at_base(Finding(
                WAJIB, Severity.ERROR, message, (self.sop.dasar(self._langkah),), Layer.SOP, langkah=(self._langkah,),
                suggestion="Isi fakta itu dalam berkas dasar atau beri kolom sendiri, lalu ulangi dengan --resume.",
                location=Location(until_search(pointer)),
            ))

    def _at_base(self, finding: Finding) -> Finding:
        """With its place in the base case (of a workbook its cell), else in the sheet as a whole."""
        if self.dasar is not None:
            return located(finding, self.dasar)
        return replace(finding, location=replace(finding.location, file=self.reader.berkas, case=self.reader.data))

    @property
    def _naskah(self) -> str:
        return self.sop.naskah_menurut_id[self.naskah_id].nama

    @property
    def _langkah(self) -> str:
        return self.sop.naskah_menurut_id[self.naskah_id].langkah

    def _called(self, pointer: str) -> str:
        return fact_name(self.library.schema("kerja-sama"), self.sop.fakta, pointer)


def of_case(result: Hasil, folder: Path) -> list[Finding]:
    """Findings of one case of a folder."""
    path = str(folder / result.tugas.baris)
    wrong = (
        Finding(ATURAN, Severity.ERROR, f"{capital(message)}.", DASAR, Layer.DATA, suggestion=remedy, location=Location(pointer, Path(path).name, path))
        for pointer, message, remedy in result.salah
    )
    return [*result.temuan, *wrong]
