"""A paraf binds a text: the file that was paraf'd against the file that was signed."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests import naskah_buatan
from toolkit.cases import open_case
from toolkit.checking import check
from toolkit.findings import Finding, Severity
from toolkit.library import Library
from toolkit.resources import packaged

LIBRARY = Library()
Susun = Callable[..., list[Finding]]
DIISI = (
    ("NOMOR : 120/11/GSB/2026", "NOMOR : ………………"),
    ("Rabu, tanggal lima belas bulan Juli tahun dua ribu dua puluh enam (15-07-2026)", "………, tanggal ……… bulan ……… tahun ……… (..-..-....)"),
)


@pytest.fixture
def susun(tmp_path: Path) -> Susun:
    """Findings of this rule on a finished case whose parafs were given on some texts, and whose
    signed file says another."""
    def make(paraf: dict[str, bytes], naskah: bytes, nama: str = "kb.docx") -> list[Finding]:
        folder = tmp_path / "kasus"
        shutil.copytree(packaged() / "samples" / "paser-kb" / "lengkap-daerah", folder)
        case = json.loads((folder / "kerja-sama.json").read_text(encoding="utf-8"))
        for event in case["jejak"]:
            if event["langkah"] in paraf:
                data = paraf[event["langkah"]]
                event["sha256"] = hashlib.sha256(data).hexdigest()
                (folder / f"{event['langkah']}.docx").write_bytes(data)
        (folder / nama).write_bytes(naskah)
        case["naskah"][0]["berkas"] = nama
        (folder / "kerja-sama.json").write_text(json.dumps(case), encoding="utf-8")
        return [one for one in check(open_case(folder, LIBRARY), LIBRARY, date(2026, 11, 30)) if one.rule == "paraf-perlu-diulang"]

    return make


def _kb(*ganti: tuple[str, str]) -> bytes:
    return naskah_buatan.docx(naskah_buatan.teks("kb-ksdd", *ganti))


def _tiga(data: bytes) -> dict[str, bytes]:
    return dict.fromkeys(("paraf-kabag-naskah", "paraf-asisten-naskah", "paraf-sekda-naskah"), data)


def test_the_same_text_needs_no_new_paraf(susun: Susun) -> None:
    assert susun(_tiga(_kb()), _kb()) == []


def test_what_was_written_in_at_the_signing_is_no_change(susun: Susun) -> None:
    assert susun(_tiga(_kb(*DIISI)), _kb()) == []


def test_a_change_names_the_article_before_and_after_and_who_must_give_it_again(susun: Susun) -> None:
    (finding,) = susun(_tiga(_kb()), _kb(("5 (lima) tahun", "4 (empat) tahun")))
    assert finding.severity is Severity.ERROR
    assert "Pasal 5 JANGKA WAKTU" in finding.message
    assert "semula “Kesepakatan Bersama ini berlaku selama 5 (lima) tahun" in finding.message
    assert "menjadi “Kesepakatan Bersama ini berlaku selama 4 (empat) tahun" in finding.message
    assert finding.langkah == ("paraf-kabag-naskah", "paraf-asisten-naskah", "paraf-sekda-naskah")
    assert "Kabag" in (finding.suggestion or "")


def test_only_the_parafs_before_the_change_must_be_given_again(susun: Susun) -> None:
    changed = _kb(("5 (lima) tahun", "4 (empat) tahun"))
    paraf = _tiga(changed) | {"paraf-kabag-naskah": _kb()}
    (finding,) = susun(paraf, changed)
    assert finding.langkah == ("paraf-kabag-naskah",)


def test_a_draft_s_parafs_bind_the_draft_alone(susun: Susun) -> None:
    draft = dict.fromkeys(("paraf-kabag-draf", "paraf-asisten-draf", "paraf-sekda-draf"), _kb(("Pencegahan, pemadaman", "Pemadaman")))
    assert susun(draft | _tiga(_kb()), _kb()) == []


def test_a_scan_of_the_signed_naskah_proves_nothing(susun: Susun) -> None:
    assert susun(_tiga(_kb()), naskah_buatan.scan(), "kb.pdf") == []


@pytest.mark.perlu("soffice")
def test_the_pdf_of_the_same_text_is_no_change(susun: Susun) -> None:
    from toolkit.drafting.pdf import ke_pdf

    assert susun(_tiga(_kb()), ke_pdf({"kb.docx": _kb()})["kb.pdf"], "kb.pdf") == []


def test_a_paraf_on_a_scan_is_not_looked_at_and_no_change(susun: Susun) -> None:
    scanned = {**_tiga(_kb()), "paraf-kabag-naskah": naskah_buatan.scan()}
    found = susun(scanned, _kb())
    assert [(one.severity, one.verdict.value) for one in found] == [(Severity.INFO, "tidak_diperiksa")]
    assert "hasil pindai" in found[0].message and found[0].langkah == ("paraf-kabag-naskah",)
