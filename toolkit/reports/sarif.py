"""Findings as SARIF 2.1.0, one run, with the rules' own text as help."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from toolkit import __version__
from toolkit.findings import Finding, Severity
from toolkit.reports.laporan import Aturan, Laporan

TINGKAT = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(laporan: Laporan) -> str:
    named = {one.rule: Aturan(one.rule, one.rule, one.severity) for one in laporan.findings}
    rules = list({**named, **laporan.aturan}.values())
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [_run(laporan, rules)],
    }
    return json.dumps(log, ensure_ascii=True, indent=1) + "\n"


def _run(laporan: Laporan, rules: list[Aturan]) -> dict[str, Any]:
    driver = {"name": "kerjasama", "semanticVersion": __version__, "language": "id", "rules": [_rule(one) for one in rules]}
    index = {one.id: place for place, one in enumerate(rules)}
    seen: Counter[str] = Counter()
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(laporan)],
        "results": [_result(laporan, one, index[one.rule], seen) for one in laporan.findings],
    }


def _rule(rule: Aturan) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.judul},
        "fullDescription": {"text": rule.dok.strip()},
        "help": {"text": rule.dok.strip()},
        "defaultConfiguration": {"level": TINGKAT[rule.severity]},
    }


def _invocation(laporan: Laporan) -> dict[str, Any]:
    notes = [
        {"level": "error", "message": {"text": why}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(name)}}}]}
        for name, why in laporan.gagal.items()
    ]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def _result(laporan: Laporan, finding: Finding, index: int, seen: Counter[str]) -> dict[str, Any]:
    print_ = fingerprint(finding)
    seen[print_] += 1
    result = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": TINGKAT[finding.severity],
        "message": {"text": _message(finding)},
        "partialFingerprints": {"kerjasama/v1": f"{print_}:{seen[print_]}"},
        "properties": _properties(finding),
    }
    if finding.dikecualikan:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.message}]
    location = _location(laporan, finding)
    return {**result, "locations": [location]} if location else result


def fingerprint(finding: Finding) -> str:
    """The same finding keeps it when lines move: it reads pointer and steps, not lines."""
    place = finding.location
    parts = (finding.rule, place.case, place.file, place.pointer, *finding.langkah)
    return hashlib.sha256("\0".join(part or "" for part in parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _message(finding: Finding) -> str:
    parts = [finding.message, f"Dasar: {'; '.join(finding.basis)}." if finding.basis else None]
    parts.append(f"Saran: {finding.suggestion}" if finding.suggestion else None)
    return "\n".join(part for part in parts if part)


def _properties(finding: Finding) -> dict[str, Any]:
    full = finding.as_dict()
    return {key: full[key] for key in ("verdict", "layer", "langkah", "basis", "suggestion", "akibat")}


def _location(laporan: Laporan, finding: Finding) -> dict[str, Any] | None:
    path, place = laporan.path(finding), finding.location
    location: dict[str, Any] = {}
    if path is not None:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(path)}}
    if path is not None and place.line is not None:
        region = {"startLine": max(place.line, 1)}
        location["physicalLocation"]["region"] = region
        if place.column is not None:
            region["startColumn"] = max(place.column, 1)
    if place.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": place.pointer, "kind": "property"}]
    return location or None


def _uri(path: str) -> str:
    pure = PurePath(path)
    encoded = quote(pure.as_posix().encode("utf-8", "surrogateescape"))
    return f"file://{encoded}" if pure.is_absolute() else encoded
