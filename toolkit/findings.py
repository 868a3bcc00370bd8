"""Findings: what is wrong, how bad, how sure, where, on what basis, and what to do.

A location is symbolic first (the JSON Pointer of a fact, or a file beside the case); line and
column are filled in by whoever still holds the source text. Layers: `sop` (the agency's own
procedure asks it), `hukum` (a regulation asks it), `data` (the file itself or the tool's data).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How bad, were it true. The order of `rank` is what `--fail-on` compares."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        return {"info": 0, "warning": 1, "error": 2}[self.value]


class Verdict(StrEnum):
    """How sure. A missing proof is not a breach, and what was not looked at is never green."""

    TIDAK_SESUAI = "tidak_sesuai"
    BELUM_TERBUKTI = "belum_terbukti"
    TIDAK_DIPERIKSA = "tidak_diperiksa"


class Layer(StrEnum):
    SOP = "sop"
    HUKUM = "hukum"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a finding is. `case` is the path as given on the command line; `file` is relative
    to the case's folder; the rest is None where there is no such thing."""

    pointer: str | None = None
    file: str | None = None
    case: str | None = None
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One deviation. `bergantung` names the steps whose deviation would explain this finding:
    `checking` then moves it into that finding's `akibat`, where it is shown but not counted.
    `dikecualikan` if the agency has excepted it: a note, shown and counted apart."""

    rule: str
    severity: Severity
    message: str
    basis: tuple[str, ...]
    layer: Layer = Layer.SOP
    verdict: Verdict = Verdict.TIDAK_SESUAI
    suggestion: str | None = None
    langkah: tuple[str, ...] = ()
    location: Location = Location()
    akibat: tuple[Finding, ...] = ()
    bergantung: frozenset[str] = field(default=frozenset(), compare=False)
    dikecualikan: bool = field(default=False, compare=False)

    def as_dict(self) -> dict[str, Any]:
        """The shape of `schemas/findings.schema.json`."""
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "verdict": self.verdict.value,
            "layer": self.layer.value,
            "case": self.location.case,
            "file": self.location.file,
            "pointer": self.location.pointer,
            "line": self.location.line,
            "column": self.location.column,
            "langkah": list(self.langkah),
            "message": self.message,
            "basis": list(self.basis),
            "suggestion": self.suggestion,
            "akibat": [consequence.as_dict() for consequence in self.akibat],
        }


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Findings per severity; consequences are not counted."""
    totals = {severity.value: 0 for severity in Severity}
    for finding in findings:
        totals[finding.severity.value] += 1
    return totals


def report(findings: Iterable[Finding]) -> dict[str, Any]:
    """The one valid object that `--format json` prints."""
    listed = list(findings)
    return {"findings": [finding.as_dict() for finding in listed], "counts": counts(listed)}


def worst(findings: Iterable[Finding]) -> Severity | None:
    return max((f.severity for f in findings), key=lambda s: s.rank, default=None)
