"""The same agreement in other manners of writing: what is right stays right, what is wrong is still found."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from tests import naskah_buatan
from tests.rules.contoh import LIBRARY
from tests.test_matriks_naskah import JENIS
from toolkit.evidence import baca_data
from toolkit.evidence.naskah import naskah
from toolkit.findings import Finding, Severity
from toolkit.rules import text_rules
from toolkit.rules.teks import lepas

HARI = date(2026, 11, 30)
DASAR = ("pks-pt", "kb-ksdd", "nk-bps", "pks-tiga-pihak", "pks-bank")


def _satu_baris(text: str) -> str:
    return re.sub(r"= (pasal \d+)\n= (.+)", r"\1 - \2", text, flags=re.IGNORECASE)


def _judul_kecil(text: str) -> str:
    return re.sub(r"(= pasal \d+)\n= (.+)", lambda match: f"{match[1]}\n= {match[2].title()}", text, flags=re.IGNORECASE)


def _romawi(text: str) -> str:
    letters = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
    return re.sub(r"= pasal (\d+)\n", lambda match: f"= Pasal {letters[int(match[1])]}\n", text, flags=re.IGNORECASE)


def _judul_sekalimat(text: str) -> str:
    """The whole title in one paragraph."""
    head, rest = text.split("= NOMOR", 1)
    lines = [line.removeprefix("= ") for line in head.splitlines() if line.startswith("= ")]
    return "\n".join([*(line for line in head.splitlines() if line[:1] in "!|"), "= " + " ".join(lines), f"= NOMOR{rest}"])


def _tanpa_tabel(text: str) -> str:
    """The komparisi as plain paragraphs, the signatures with tabs."""
    def row(match: re.Match[str]) -> str:
        cells = match[0].strip("|").split("|")
        if cells[0].startswith("!"):
            return match[0]
        if cells[0].startswith("PIHAK"):
            lines = [cell.split("//") for cell in cells]
            return "\n".join(r"\t\t\t".join(column[place] if place < len(column) else "" for column in lines) for place in range(max(map(len, lines))))
        return " ".join(cells) if re.match(r"[IVX]+\.", cells[0]) else match[0]

    return re.sub(r"^\|.*$", row, text, flags=re.MULTILINE)


RAGAM: dict[str, Callable[[str], str]] = {
    "pihak pertama": lambda text: text.replace("PIHAK KESATU", "PIHAK PERTAMA"),
    "pasal dengan huruf besar": lambda text: text.replace("= Pasal", "= PASAL"),
    "pasal dan judul sebaris": _satu_baris,
    "judul pasal dengan huruf kecil": _judul_kecil,
    "pasal dengan angka romawi": _romawi,
    "judul dalam satu alinea": _judul_sekalimat,
    "tanpa tabel": _tanpa_tabel,
    "spasi keras dan ganda": lambda text: text.replace(" tahun ", "\u00a0tahun  ").replace("PARA PIHAK", "PARA\u00a0PIHAK"),
    "tanda kutip miring": lambda text: text.replace("PIHAK KEDUA.", "“PIHAK KEDUA”."),
    "ejaan lama": lambda text: text.replace("bertanda tangan", "bertandatangan").replace("kerja sama", "kerjasama").replace("meterai", "materai"),
    "dengan sebagai ganti dan": lambda text: text.replace("\n= DAN\n", "\n= DENGAN\n"),
    "tanggal bergaris miring": lambda text: re.sub(r"\((\d\d)-(\d\d)-(\d{4})\)", r"(\1/\2/\3)", text),
    "huruf besar pada bilangan": lambda text: re.sub(r"\(([a-z ]+)\)", lambda match: f"({match[1].title()})", text),
}


def temuan(text: str, jenis: str | None) -> list[Finding]:
    subject = lepas(naskah(baca_data(naskah_buatan.docx(text), "ragam.docx")), "ragam.docx", LIBRARY.hukum, HARI, jenis)
    return [one for rule in text_rules() for one in rule.periksa(subject) if one.severity is not Severity.INFO]


@pytest.mark.parametrize("teks", DASAR)
@pytest.mark.parametrize("ragam", RAGAM)
def test_another_manner_raises_no_false_alarm(teks: str, ragam: str) -> None:
    assert temuan(RAGAM[ragam](naskah_buatan.teks(teks)), JENIS[teks]) == []


CACAT = {
    "terbilang": ("3 (tiga) bank", "3 (empat) bank"),
    "hari-tanggal": ("Senin, tanggal delapan", "Kamis, tanggal delapan"),
    "acuan-pasal": ("dalam Pasal 4 ayat (2)", "dalam Pasal 44"),
    "unsur-naskah": ("Keadaan kahar adalah kejadian di luar kemampuan PARA PIHAK.", "Sudah jelas."),
    "nama-pihak": ("atas nama Pemerintah Kabupaten Bantul", "atas nama Pemerintah Kabupaten Sragen"),
    "rangkap": ("dalam rangkap 2 (dua)", "dalam rangkap 1 (satu)"),
    "dasar-hukum-dicabut": ("Peraturan Pemerintah Nomor 28 Tahun 2018", "Peraturan Pemerintah Nomor 50 Tahun 2007"),
}


@pytest.mark.parametrize("cacat", CACAT)
@pytest.mark.parametrize("ragam", RAGAM)
def test_a_defect_is_found_in_every_manner(cacat: str, ragam: str) -> None:
    changes = [CACAT[cacat]] + ([("= KEADAAN KAHAR", "= DEFINISI")] if cacat == "unsur-naskah" else [])
    text = RAGAM[ragam](naskah_buatan.teks("pks-pt", *changes))
    assert {one.rule for one in temuan(text, "ksdpk")} == {cacat}
