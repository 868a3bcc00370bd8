"""A finding that an agency excepts is a note that says by whom and why; nothing is hidden."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.rules.contoh import FOLDER, findings
from toolkit.findings import Severity, counts
from toolkit.reports import render
from toolkit.reports.laporan import Laporan
from toolkit.reports.text import render as text_report


def test_an_excepted_finding_keeps_its_text_its_basis_and_its_remedy() -> None:
    _, before = findings(FOLDER / "tenggat" / "tidak-sesuai.json")
    _, after = findings(FOLDER / "tenggat" / "tidak-sesuai-dikecualikan.json")
    told, noted = (next(one for one in found if one.rule == "tenggat") for found in (before, after))
    assert noted.message == (
        "Dikecualikan (semula perlu diperhatikan, oleh Kepala Bagian Hukum karena tanggapan sudah disampaikan lisan "
        f"dalam rapat koordinasi): {told.message}"
    )
    assert (noted.basis, noted.suggestion, noted.location) == (told.basis, told.suggestion, told.location)


def test_an_excepted_finding_is_counted_as_a_note_only() -> None:
    _, before = findings(FOLDER / "tenggat" / "tidak-sesuai.json")
    _, after = findings(FOLDER / "tenggat" / "tidak-sesuai-dikecualikan.json")
    assert counts(after)["warning"] == counts(before)["warning"] - 1
    assert sum(one.severity is Severity.INFO for one in after) == sum(one.severity is Severity.INFO for one in before) + 1


def test_an_exception_for_another_place_changes_nothing() -> None:
    _, found = findings(FOLDER / "pengecualian" / "tidak-sesuai-tempat-lain.json")
    assert [one.severity for one in found if one.rule == "tenggat"] == [Severity.WARNING]


def test_validate_makes_an_excepted_gap_a_note_and_never_hides_it() -> None:
    _, found = findings(FOLDER / "isian-kosong" / "sesuai-dikecualikan.json")
    noted = [one for one in found if one.rule == "isian-kosong"]
    assert [one.severity for one in noted] == [Severity.INFO]
    assert noted[0].message.startswith("Dikecualikan (semula perlu diperhatikan, oleh Kepala Bagian Hukum karena ")
    assert counts(found)["warning"] == 0


def test_an_exception_in_vain_is_told_by_the_verb_that_judges_its_rule() -> None:
    _, checked = findings(FOLDER / "pengecualian" / "sesuai-kelengkapan.json")
    _, validated = findings(FOLDER / "isian-kosong" / "tidak-sesuai-dikecualikan-keliru.json")
    assert not [one for one in checked if one.rule == "pengecualian"]
    assert [one.location.pointer for one in validated if one.rule == "pengecualian"] == ["/pengecualian/0"]


def test_a_report_sets_excepted_findings_apart_and_counts_them_apart() -> None:
    _, found = findings(FOLDER / "tenggat" / "tidak-sesuai-dikecualikan.json")
    shown = [replace(one, location=replace(one.location, case="berkas.json")) for one in found]
    text = text_report(Laporan("check", tuple(shown), ("berkas.json",)))
    assert "  dikecualikan (1):" in text and text.index("dikecualikan (1):") < text.index("Dikecualikan (semula")
    assert text.rstrip().endswith(", 1 dikecualikan.")


def test_sarif_marks_an_excepted_finding_as_suppressed_with_its_reason() -> None:
    _, found = findings(FOLDER / "tenggat" / "tidak-sesuai-dikecualikan.json")
    run = json.loads(render(Laporan("check", tuple(found)), "sarif"))["runs"][0]
    suppressed = [one for one in run["results"] if "suppressions" in one]
    assert [one["ruleId"] for one in suppressed] == ["tenggat"]
    assert "tanggapan sudah disampaikan lisan" in suppressed[0]["suppressions"][0]["justification"]
