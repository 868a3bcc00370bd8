"""Findings as JUnit XML: one suite per input, one test case per rule and finding.

A rule without findings passes; a finding below the threshold passes with its text in `system-out`;
what could not be looked at is skipped, never green; an unreadable input is an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from toolkit.findings import Finding, Verdict
from toolkit.reports.laporan import Laporan, visible, weight_of


def render(laporan: Laporan) -> str:
    root = ET.Element("testsuites", name=f"kerjasama {laporan.verba}")
    for name, found in laporan.kelompok():
        root.append(_suite(laporan, name, found))
    _total(root)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(laporan: Laporan, name: str, found: tuple[Finding, ...]) -> ET.Element:
    suite = ET.Element("testsuite", name=visible(name) or "umum")
    used: Counter[str] = Counter()
    for case in _cases(laporan, name, found):
        title = case.get("name", "")
        used[title] += 1
        case.set("name", title if used[title] == 1 else f"{title} ({used[title]})")
        case.set("classname", visible(name).replace("\n", " ") or "umum")
        suite.append(case)
    _total(suite)
    return suite


def _cases(laporan: Laporan, name: str, found: tuple[Finding, ...]) -> Iterator[ET.Element]:
    yield from (_finding(laporan, one) for one in found)
    if name in laporan.gagal:
        yield _case("baca-berkas", "error", laporan.gagal[name])
    if not name:
        return
    skipped = laporan.gagal.get(name) or laporan.tidak_dinilai.get(name)
    spoken = {one.rule for one in found}
    for rule in (one for one in laporan.aturan if one not in spoken):
        yield _case(rule, "skipped", skipped) if skipped else _case(rule)


def _finding(laporan: Laporan, finding: Finding) -> ET.Element:
    title = " ".join(part for part in (finding.rule, finding.location.pointer) if part)
    text = _text(laporan, finding)
    if finding.severity.rank >= laporan.ambang.rank:
        return _case(title, "failure", finding.message, text, weight_of(finding))
    if finding.verdict is Verdict.TIDAK_DIPERIKSA:
        return _case(title, "skipped", finding.message)
    return _case(title, "system-out", None, text)


def _text(laporan: Laporan, finding: Finding) -> str:
    lines = [f"{laporan.place(finding)}: {finding.message}", f"dasar: {'; '.join(finding.basis)}"]
    if finding.suggestion:
        lines.append(f"saran: {finding.suggestion}")
    lines += [f"akibat: {one.message} [{one.rule}]" for one in finding.akibat]
    return "\n".join(lines)


def _case(
    name: str, outcome: str | None = None, message: str | None = None, text: str | None = None, kind: str | None = None
) -> ET.Element:
    case = ET.Element("testcase", name=visible(name), time="0")
    if outcome:
        child = ET.SubElement(case, outcome)
        if message is not None:
            child.set("message", visible(message))
        if kind:
            child.set("type", kind)
        child.text = visible(text) if text else None
    return case


def _total(element: ET.Element) -> None:
    cases = list(element.iter("testcase"))
    element.set("tests", str(len(cases)))
    for key, outcome in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(key, str(sum(case.find(outcome) is not None for case in cases)))
