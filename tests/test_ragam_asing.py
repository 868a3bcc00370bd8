"""Agreements and letters that this toolkit never saw: each text says by hand what is there and what is
missing, and in whatever manner its file was made, exactly that is found and nothing invented."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests import asing_buatan, naskah_buatan
from tests.asing_buatan import NAMA, kebenaran, teks
from tests.rules.contoh import LIBRARY
from toolkit.evidence import baca_data
from toolkit.evidence.naskah import naskah
from toolkit.evidence.terbaca import NaskahTerbaca
from toolkit.findings import Severity, Verdict
from toolkit.rules import text_rules
from toolkit.rules.teks import lepas

HARI = date(2026, 11, 30)
CARA = {
    "python-docx": naskah_buatan.docx,
    "word": asing_buatan.word,
    "perubahan terlacak": lambda text: asing_buatan.word(text, True),
    "nomor otomatis": lambda text: asing_buatan.word(text, False, True),
}


def fakta(read: NaskahTerbaca) -> dict[str, Any]:
    """What a text says, as its ground truth writes it down."""
    opening = read.pembuka
    return {
        "bentuk": read.judul.bentuk,
        "antara": read.judul.antara,
        "tentang": read.judul.tentang,
        "nomor": list(read.judul.nomor),
        "pihak": [[one.sebutan, one.nama, one.jabatan, one.badan] for one in read.pihak],
        "tanggal": [opening.hari, str(opening.nilai)] if opening else None,
        "pasal": [[one.nomor, one.judul, len(one.ayat)] for one in read.pasal],
        "rujukan": [" ".join(one.teks.split()) for one in read.rujukan if one.milik == "sendiri"],
        "rujukan_luar": [" ".join(one.teks.split()) for one in read.rujukan if one.milik != "sendiri"],
        "bilangan": [one.teks for one in read.bilangan if one.sama],
        "bilangan_beda": [one.teks for one in read.bilangan if not one.sama],
        "jangka": [[one.bulan, one.mulai and str(one.mulai), one.sampai and str(one.sampai)] for one in read.jangka],
        "rangkap": read.rangkap.jumlah if read.rangkap else None,
        "peraturan": [one.teks for one in read.peraturan],
        "ttd": [[one.sebutan, one.sisi, one.nama] for one in read.ttd],
        "lampiran": read.lampiran is not None,
    }


def temuan(read: NaskahTerbaca, jenis: str | None) -> list[str]:
    """What is wrong, missing or not looked at, with its weight; notes on manners of writing aside."""
    subject = lepas(read, "asing.docx", LIBRARY.hukum, HARI, jenis)
    found = [one for rule in text_rules() for one in rule.periksa(subject)]
    return sorted(
        f"{one.rule} {one.severity.value} {one.verdict.value}" + (f": {one.message}" if one.rule == "unsur-naskah" else "") for one in found
        if one.severity is not Severity.INFO or one.verdict is Verdict.TIDAK_DIPERIKSA
    )


@pytest.mark.parametrize("nama", NAMA)
@pytest.mark.parametrize("cara", CARA)
def test_a_text_says_what_is_there_and_what_is_missing(nama: str, cara: str) -> None:
    truth = kebenaran(nama)
    jenis = truth.pop("jenis")
    wanted = truth.pop("temuan")
    read = naskah(baca_data(CARA[cara](teks(nama)), f"{nama}.docx"))
    assert fakta(read) == truth
    assert temuan(read, jenis) == wanted


@pytest.mark.parametrize("nama", NAMA)
def test_nothing_is_proved_that_the_kind_of_cooperation_alone_would_prove(nama: str) -> None:
    read = naskah(baca_data(naskah_buatan.docx(teks(nama)), f"{nama}.docx"))
    assert set(temuan(read, None)) <= set(kebenaran(nama)["temuan"])
