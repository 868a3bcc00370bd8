"""Findings in each format: what a person, a browser, a code host and a CI server read."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from toolkit.findings import Finding, Layer, Location, Severity, Verdict
from toolkit.reports import FORMATS, Aturan, Laporan, render

CASE = "berkas/rsud/kerja-sama.json"
ATURAN = {
    "paraf-kurang": Aturan("paraf-kurang", "Paraf kurang: paraf yang diminta SOP ada.\n\nMengapa: …"),
    "waktu-mundur": Aturan("waktu-mundur", "Waktu mundur: jejak tidak berjalan mundur.", Severity.WARNING),
}


def finding(rule: str = "paraf-kurang", severity: Severity = Severity.ERROR, **changes: object) -> Finding:
    values: dict[str, object] = {
        "message": "Paraf Asisten belum ada.",
        "basis": ("SOP Paser langkah 21",),
        "suggestion": "Mintakan paraf Asisten.",
        "langkah": ("paraf-asisten",),
        "location": Location("/jejak/3", "kerja-sama.json", CASE, 41, 5),
    }
    return Finding(rule, severity, **{**values, **changes})  # type: ignore[arg-type]


def laporan(*findings: Finding, **changes: object) -> Laporan:
    values: dict[str, object] = {"berkas": (CASE,), "aturan": ATURAN, "per_tanggal": date(2026, 3, 2)}
    return Laporan("check", findings, **{**values, **changes})  # type: ignore[arg-type]


HOSTILE = finding(message='a<b>&"\x1b[31m\x00\ud800 100% ::error::\nbaris kedua,:')


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_carries_hostile_text_as_plain_utf8(form: str) -> None:
    text = render(laporan(HOSTILE), form)
    text.encode("utf-8")
    assert "\x1b" not in text and "\x00" not in text


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_findings_give_the_same_bytes(form: str) -> None:
    made = laporan(finding(), finding("waktu-mundur", Severity.WARNING))
    assert render(made, form) == render(made, form)


def test_text_groups_by_case_with_place_weight_basis_and_remedy() -> None:
    consequence = finding("waktu-mundur", message="Waktu terbawa.")
    text = render(laporan(finding(akibat=(consequence,))), "text")
    assert text == (
        "berkas/rsud/kerja-sama.json\n"
        "  berkas/rsud/kerja-sama.json:41:5  tidak sesuai  [paraf-kurang, lapis SOP]\n"
        "      Paraf Asisten belum ada.\n"
        "      dasar: SOP Paser langkah 21\n"
        "      saran: Mintakan paraf Asisten.\n"
        "      akibat: Waktu terbawa. (baris 41) [waktu-mundur]\n"
        "              dasar: SOP Paser langkah 21\n"
        "              saran: Mintakan paraf Asisten.\n"
        "\n"
        "Jumlah: 1 tidak sesuai, 0 perlu diperhatikan, 0 catatan. Per tanggal 2026-03-02.\n"
    )


def test_text_names_an_input_without_findings_and_one_that_could_not_be_read() -> None:
    text = render(laporan(berkas=("a.json", "b.json"), gagal={"b.json": "bukan JSON."}), "text")
    assert "a.json\n  tidak ada temuan" in text
    assert "bukan JSON" not in text and "1 berkas tidak dapat dibaca: b.json." in text


@pytest.mark.parametrize("form", ["text", "html"])
def test_drafting_calls_unread_only_what_it_could_not_read(form: str) -> None:
    told = render(replace(laporan(berkas=("a.json",), gagal={"a.json": "Folder hasil memuat naskah lain."}), verba="generate"), form)
    assert "1 berkas tidak dapat diolah" in told and "tidak dapat dibaca" not in told


def test_text_says_when_a_proof_is_missing() -> None:
    assert "perlu diperhatikan (belum terbukti)" in render(
        laporan(finding(severity=Severity.WARNING, verdict=Verdict.BELUM_TERBUKTI)), "text"
    )


def test_a_place_in_a_case_given_as_a_folder_starts_at_that_folder() -> None:
    found = finding(location=Location("/id", "kerja-sama.json", "berkas/rsud.v2", 2, 3))
    text = render(laporan(found, berkas=("berkas/rsud.v2",), folder={"berkas/rsud.v2": "berkas/rsud.v2"}), "text")
    assert "berkas/rsud.v2/kerja-sama.json:2:3" in text


def test_json_is_the_contract_object_and_counts_no_consequences() -> None:
    made = json.loads(render(laporan(finding(akibat=(finding("waktu-mundur"),))), "json"))
    assert made["counts"] == {"error": 1, "warning": 0, "info": 0}
    (one,) = made["findings"]
    assert [inner["rule"] for inner in one["akibat"]] == ["waktu-mundur"]
    assert (one["case"], one["file"], one["pointer"], one["line"], one["column"]) == (CASE, "kerja-sama.json", "/jejak/3", 41, 5)
    assert one["layer"] == "sop" and one["verdict"] == "tidak_sesuai" and one["langkah"] == ["paraf-asisten"]


def test_json_carries_a_lone_surrogate_as_the_escape_it_came_as() -> None:
    made = json.loads(render(laporan(HOSTILE), "json"))
    assert made["findings"][0]["message"] == HOSTILE.message


def sarif(*findings: Finding, **changes: object) -> dict[str, object]:
    (run,) = json.loads(render(laporan(*findings, **changes), "sarif"))["runs"]
    return run  # type: ignore[no-any-return]


def test_sarif_has_one_run_with_the_rules_own_text_as_help() -> None:
    run = sarif(finding())
    rules = run["tool"]["driver"]["rules"]  # type: ignore[index]
    assert [one["id"] for one in rules] == ["paraf-kurang", "waktu-mundur"]
    assert rules[0]["help"]["text"] == ATURAN["paraf-kurang"].dok
    assert rules[1]["defaultConfiguration"]["level"] == "warning"
    (result,) = run["results"]  # type: ignore[misc]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "paraf-kurang"


def test_sarif_regions_start_at_line_one_or_are_absent() -> None:
    somewhere = finding(location=Location("/a", "kerja-sama.json", CASE, 0, 0))
    nowhere = finding(location=Location(None, None, None))
    first, second = sarif(somewhere, nowhere)["results"]  # type: ignore[misc]
    assert first["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}
    assert "locations" not in second


def test_sarif_fingerprints_survive_moved_lines_and_tell_equal_findings_apart() -> None:
    moved = finding(location=Location("/jejak/3", "kerja-sama.json", CASE, 99, 5))
    (before,) = sarif(finding())["results"]  # type: ignore[misc]
    first, second = sarif(moved, moved)["results"]  # type: ignore[misc]
    assert first["partialFingerprints"] == before["partialFingerprints"]
    assert second["partialFingerprints"] != first["partialFingerprints"]


def test_sarif_places_are_uris() -> None:
    case = "berkas/RSUD dr. Sayidiman/kerja-sama.json"
    (result,) = sarif(finding(location=Location("/id", "kerja-sama.json", case, 1, 1)))["results"]  # type: ignore[misc]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "berkas/RSUD%20dr.%20Sayidiman/kerja-sama.json"


def test_sarif_reports_an_unreadable_input_as_a_failed_run() -> None:
    (invocation,) = sarif(berkas=("b.json",), gagal={"b.json": "bukan JSON."})["invocations"]  # type: ignore[misc]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "bukan JSON."


def suite(*findings: Finding, **changes: object) -> ET.Element:
    found = ET.fromstring(render(laporan(*findings, **changes), "junit")).find("testsuite")
    assert found is not None
    return found


def test_junit_names_are_unique_and_findings_fail() -> None:
    cases = suite(finding(), finding()).findall("testcase")
    names = [case.get("name") for case in cases]
    assert len(set(names)) == len(names) == 3
    assert [case.find("failure") is not None for case in cases] == [True, True, False]


def test_junit_passes_findings_below_the_threshold_and_fails_them_at_it() -> None:
    mild = finding(severity=Severity.WARNING)
    assert suite(mild).get("failures") == "0"
    assert suite(mild, ambang=Severity.WARNING).get("failures") == "1"


def test_junit_skips_what_was_not_looked_at() -> None:
    unseen = finding(severity=Severity.INFO, verdict=Verdict.TIDAK_DIPERIKSA)
    assert suite(unseen).get("skipped") == "1"
    refused = suite(berkas=(CASE,), tidak_dinilai={CASE: "susunan berkas belum sesuai."})
    assert {case.get("name") for case in refused if case.find("skipped") is not None} == set(ATURAN)


def test_junit_calls_an_unreadable_input_an_error() -> None:
    assert suite(gagal={CASE: "bukan JSON."}).get("errors") == "1"


def annotations(*findings: Finding, **changes: object) -> list[str]:
    return render(laporan(*findings, **changes), "github").splitlines()


def test_github_annotations_stand_at_the_place_and_stay_on_one_line() -> None:
    (line,) = annotations(HOSTILE)
    assert line.startswith("::error file=berkas/rsud/kerja-sama.json,line=41,col=5,title=paraf-kurang%3A tidak sesuai::")
    assert "100%25 ::error::%0Abaris kedua,:" in line


@pytest.mark.parametrize(("many", "last"), [(10, "Paraf"), (11, "2 lagi"), (40, "31 lagi")])
def test_github_shows_at_most_ten_of_a_kind_and_counts_the_rest(many: int, last: str) -> None:
    lines = annotations(*[finding()] * many, finding(severity=Severity.INFO))
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == 10 and last in errors[-1]
    assert sum(line.startswith("::notice") for line in lines) == 1


class Page(HTMLParser):
    """Collects what a page loads, its words, and whether its tags close in order."""

    VOID = frozenset({"meta", "br", "hr", "img", "link"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loads: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loads += [value or "" for key, value in attrs if key in {"src", "href"}]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(*findings: Finding, **changes: object) -> Page:
    parsed = Page()
    parsed.feed(render(laporan(*findings, **changes), "html"))
    parsed.close()
    return parsed


def test_the_page_is_whole_and_loads_nothing() -> None:
    parsed = page(HOSTILE, finding(location=Location()))
    assert parsed.open == [] and parsed.loads == []


def test_the_page_says_weight_layer_place_basis_and_remedy() -> None:
    words = " ".join(page(finding(layer=Layer.HUKUM), lanjutan={CASE: "Tahap nanti: …"}).words)
    for wanted in ("tidak sesuai", "lapis hukum", "kerja-sama.json:41:5", "SOP Paser langkah 21", "Mintakan paraf Asisten.", "Tahap nanti"):
        assert wanted in words


def test_the_page_shows_markup_in_a_value_as_text() -> None:
    assert 'a<b>&"' in "".join(page(HOSTILE).words)
    assert not re.search(r"<b>", render(laporan(HOSTILE), "html"))
