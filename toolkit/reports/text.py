"""Findings for a person at a terminal: by input, each with place, weight, reason and remedy."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from toolkit.findings import Finding
from toolkit.reports.laporan import SEBUTAN_LAPIS, Laporan, counted, visible, weight_of

_SEBUT = 5


def render(laporan: Laporan) -> str:
    # Why a file could not be read is told on standard error; here only its name, in the closing line.
    groups = ["\n".join(_group(laporan, name, found)) for name, found in laporan.kelompok() if found or name not in laporan.gagal]
    return visible("\n\n".join([*groups, _closing(laporan)])) + "\n"


def _group(laporan: Laporan, name: str, found: tuple[Finding, ...]) -> Iterator[str]:
    yield name or "Umum"
    for finding in (one for one in found if not one.dikecualikan):
        yield from _finding(laporan, finding)
    yield from _excepted(laporan, [one for one in found if one.dikecualikan])
    if name in laporan.tidak_dinilai:
        yield f"  aturan tidak dijalankan: {laporan.tidak_dinilai[name]}"
    elif not found:
        yield "  tidak ada temuan"
    if name in laporan.lanjutan:
        yield ""
        yield from (f"  {line}".rstrip() for line in laporan.lanjutan[name].splitlines())


def _excepted(laporan: Laporan, found: list[Finding]) -> Iterator[str]:
    """What the agency has excepted stands apart, with who and why; it is never left out."""
    if found:
        yield f"  dikecualikan ({len(found)}):"
        yield from (f"  {line}" for one in found for line in _finding(laporan, one))


def _finding(laporan: Laporan, finding: Finding) -> Iterator[str]:
    layer = SEBUTAN_LAPIS[finding.layer]
    yield f"  {laporan.place(finding)}  {weight_of(finding)}  [{finding.rule}, lapis {layer}]"
    yield from (f"      {line}" for line in _body(finding))
    for consequence in finding.akibat:
        yield f"      akibat: {_consequence(laporan, consequence)}"
        yield from (f"              {line}" for line in _body(consequence)[1:])


def _body(finding: Finding) -> list[str]:
    lines = [" ".join(finding.message.split("\n"))]
    if finding.basis:
        lines.append(f"dasar: {'; '.join(finding.basis)}")
    if finding.suggestion:
        lines.append(f"saran: {finding.suggestion}")
    return lines


def _consequence(laporan: Laporan, finding: Finding) -> str:
    place = finding.location.line
    at = f" (baris {place})" if place is not None else ""
    return f"{' '.join(finding.message.split(chr(10)))}{at} [{finding.rule}]"


def _few(names: Collection[str]) -> str:
    listed = list(names)
    more = f" dan {len(listed) - _SEBUT} lagi" if len(listed) > _SEBUT else ""
    return f"{', '.join(listed[:_SEBUT])}{more}"


def _closing(laporan: Laporan) -> str:
    parts = [f"Jumlah: {counted(laporan.findings)}."]
    if laporan.gagal:
        parts.append(f"{len(laporan.gagal)} berkas {laporan.sebutan_gagal}: {_few(laporan.gagal)}.")
    if laporan.per_tanggal:
        parts.append(f"Per tanggal {laporan.per_tanggal.isoformat()}.")
    return " ".join(parts)
