"""Findings as workflow annotations; the host shows ten of a kind and drops the rest unseen."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Severity
from toolkit.reports.laporan import Laporan, visible, weight_of

BATAS = 10
PERINTAH = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(laporan: Laporan) -> str:
    lines = [line for severity in PERINTAH for line in _kind(laporan, severity)]
    return "".join(f"{line}\n" for line in lines)


def _kind(laporan: Laporan, severity: Severity) -> Iterator[str]:
    found = [
        _annotation(PERINTAH[severity], _properties(laporan, one), _message(one))
        for one in laporan.findings
        if one.severity is severity
    ]
    if severity is Severity.ERROR:
        found += [_annotation("error", {"file": name}, why) for name, why in laporan.gagal.items()]
    if len(found) <= BATAS:
        yield from found
        return
    shown = BATAS - 1  # the count of the rest is itself an annotation
    yield from found[:shown]
    yield _annotation(PERINTAH[severity], {}, f"{len(found) - shown} lagi; lihat laporan lengkap.")


def _properties(laporan: Laporan, finding: Finding) -> dict[str, str | int | None]:
    return {
        "file": laporan.path(finding),
        "line": finding.location.line,
        "col": finding.location.column if finding.location.line is not None else None,
        "title": f"{finding.rule}: {weight_of(finding)}",
    }


def _message(finding: Finding) -> str:
    parts = [finding.message]
    if finding.basis:
        parts.append(f"Dasar: {'; '.join(finding.basis)}")
    if finding.suggestion:
        parts.append(f"Saran: {finding.suggestion}")
    return "\n".join(parts)


def _annotation(command: str, properties: dict[str, str | int | None], message: str) -> str:
    listed = ",".join(
        f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None
    )
    return f"::{command}{' ' if listed else ''}{listed}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
