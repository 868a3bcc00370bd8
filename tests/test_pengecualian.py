"""A finding that an agency excepts is a note that says by whom and why; nothing is hidden."""

from __future__ import annotations

from tests.rules.contoh import FOLDER, findings
from toolkit.findings import Severity, counts


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
