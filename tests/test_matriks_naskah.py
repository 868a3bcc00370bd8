"""Texts by other offices that nobody spoilt raise nothing, with and without their kind given."""

from __future__ import annotations

from functools import cache

import pytest

from tests.naskah_buatan import FOLDER as NASKAH
from tests.rules.contoh import naskah_findings
from toolkit.findings import Severity

JENIS = {
    "pks-pt": "ksdpk", "kb-ksdd": "ksdd", "nk-bps": "sinergi", "pks-pertama": "ksdpk", "mou-kota": "ksdpk", "kb-2012": "ksdd",
    "pks-bank": "ksdpk", "adendum": "ksdpk", "surat-penawaran": None, "pks-tiga-pihak": "ksdd", "kb-tanpa-pasal": "ksdd",
}
# What an unspoilt text is known to lack or to do; everything else would be a false alarm.
DIKETAHUI = {"kb-tanpa-pasal": {"lambang"}}


@cache
def _asli(teks: str, jenis: str | None) -> frozenset[str]:
    return frozenset(one.rule for one in naskah_findings({"teks": teks, "jenis": jenis}) if one.severity is not Severity.INFO)


def test_every_text_of_the_collection_has_its_kind() -> None:
    assert {path.stem for path in NASKAH.glob("*.txt")} == set(JENIS)


@pytest.mark.parametrize("teks", sorted(JENIS))
@pytest.mark.parametrize("disebut", [True, False], ids=["dengan-jenis", "tanpa-jenis"])
def test_an_unspoilt_text_raises_no_false_alarm(teks: str, disebut: bool) -> None:
    assert _asli(teks, JENIS[teks] if disebut else None) <= DIKETAHUI.get(teks, set())
