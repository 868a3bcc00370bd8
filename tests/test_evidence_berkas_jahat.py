"""Files that are broken, locked or made to hurt end in one sentence, and never in a traceback."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from tests import naskah_buatan
from tests.docx_mentah import NS, docx, p, zipped
from toolkit.errors import InputError
from toolkit.evidence import baca, baca_data
from toolkit.evidence.naskah import naskah

W = f"<w:document {NS}><w:body>{{}}</w:body></w:document>"


def _bomb() -> bytes:
    """Sixty megabytes of blanks in a few kilobytes."""
    return zipped({"word/document.xml": W.format(f"<w:p><w:r><w:t>{' ' * 60_000_000}</w:t></w:r></w:p>")})


def _lying() -> bytes:
    """A part that says it is small."""
    data = bytearray(_bomb())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24: at + 28] = struct.pack("<I", 100)
    return bytes(data)


def _locked() -> bytes:
    data = bytearray(docx(p("isi")))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def _many() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(5_001):
            archive.writestr(f"x{number}", b"")
    return out.getvalue()


JAHAT = {
    "bom zip": (_bomb(), "tidak wajar"),
    "bom zip yang berbohong": (_lying(), "rusak|tidak wajar"),
    "zip terpotong": (docx(p("isi"))[:-40], "utuh"),
    "zip tanpa naskah": (zipped({"xl/workbook.xml": "<a/>"}), "isi naskahnya tidak ada"),
    "terkunci": (_locked(), "terkunci"),
    "Word lama": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Word lama"),
    "bom entitas": (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]>' + W.format("<w:p><w:r><w:t>&z;</w:t></w:r></w:p>")}), "deklarasi|rusak"),
    "xml rusak": (zipped({"word/document.xml": "<w:document><w:body>"}), "rusak pada bagian"),
    "terlalu dalam": (zipped({"word/document.xml": f"<a {NS}>" + "<w:sdt>" * 9_000 + "</w:sdt>" * 9_000 + "</a>"}), "rusak"),
    "terlalu banyak bagian": (_many(), "tidak wajar"),
    "bukan naskah": (b"halo, ini teks biasa", "bukan berkas .docx atau .pdf"),
    "kosong": (b"", "kosong"),
    "pdf terpotong": (naskah_buatan.pdf("halo")[:60], "rusak"),
    "pdf dilindungi": ((Path(__file__).parent / "data" / "berkas" / "dilindungi-aes.pdf").read_bytes(), "dilindungi"),
    "pdf rusak": (b"%PDF-1.7\n" + bytes(range(256)) * 20, "rusak"),
}


@pytest.mark.parametrize("jenis", JAHAT)
def test_a_hostile_file_ends_in_one_sentence(jenis: str) -> None:
    data, why = JAHAT[jenis]
    with pytest.raises(InputError, match=why) as told:
        baca_data(data, "jahat.docx")
    assert str(told.value).count(". ") == 0
    assert "jahat.docx" in str(told.value)


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    file = tmp_path / "naskah.pdf"
    file.write_bytes(docx(p("ini sebenarnya naskah Word")))
    assert baca(file).jenis == "docx"


@pytest.mark.parametrize("nama", ["tidak-ada.docx", ".", "aneh\0.docx"])
def test_a_path_that_cannot_be_read_ends_in_one_sentence(tmp_path: Path, nama: str) -> None:
    with pytest.raises(InputError):
        baca(tmp_path / nama)


def test_a_scan_has_nothing_to_judge() -> None:
    reading = baca_data(naskah_buatan.scan(3), "pindai.pdf")
    assert not reading.berteks
    assert reading.halaman_tanpa_teks == (1, 2, 3)
    assert naskah(reading).judul.bentuk is None


def test_every_cut_of_a_sound_file_is_refused_or_read(tmp_path: Path) -> None:
    whole = naskah_buatan.docx(naskah_buatan.teks("kb-2012"))
    for length in range(0, len(whole), len(whole) // 25):
        try:
            naskah(baca_data(whole[:length], "potong.docx"))
        except InputError as error:
            assert "potong.docx" in str(error)
