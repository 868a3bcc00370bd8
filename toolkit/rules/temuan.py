"""What the rules on law share when they speak: a finding's usual shape, and dates in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from toolkit.findings import Finding, Layer, Location, Severity, Verdict

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)


def temuan(
    rule: str,
    severity: Severity,
    pesan: str,
    dasar: str | tuple[str, ...],
    pointer: str | None,
    *,
    saran: str | None = None,
    layer: Layer = Layer.HUKUM,
    verdict: Verdict = Verdict.TIDAK_SESUAI,
    langkah: tuple[str, ...] = (),
    bergantung: Iterable[str | None] = (),
) -> Finding:
    """A finding of the law unless `layer` says otherwise; absent steps in `bergantung` are dropped."""
    basis = (dasar,) if isinstance(dasar, str) else dasar
    depends = frozenset(one for one in bergantung if one)
    return Finding(rule, severity, pesan, basis, layer, verdict, saran, langkah, Location(pointer), bergantung=depends)


def belum_terbukti(
    rule: str, pesan: str, dasar: str, pointer: str | None, saran: str, layer: Layer = Layer.HUKUM
) -> Finding:
    """The proof is not there: never more than a note."""
    return temuan(rule, Severity.INFO, pesan, dasar, pointer, saran=saran, layer=layer, verdict=Verdict.BELUM_TERBUKTI)


def menurut_hari(hari: str | None, severity: Severity) -> tuple[Severity, Verdict]:
    """A document without a date cannot be judged by the law of its day."""
    return (severity, Verdict.TIDAK_SESUAI) if hari else (Severity.INFO, Verdict.BELUM_TERBUKTI)


def kata(hari: str) -> str:
    """"2026-03-02" as an office writes it: "2 Maret 2026"."""
    day = date.fromisoformat(hari[:10])
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def sesudah(hari: str, jumlah: int) -> str:
    """The day `jumlah` calendar days later."""
    return (date.fromisoformat(hari[:10]) + timedelta(days=jumlah)).isoformat()


def tambah(hari: str, tahun: int, bulan: int = 0) -> str:
    """The same day years and months later; the last day of a month that is too short."""
    start = date.fromisoformat(hari[:10])
    months = start.month - 1 + bulan
    year, month = start.year + tahun + months // 12, months % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(start.day, last)).isoformat()
