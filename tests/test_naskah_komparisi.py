"""Who a party is and by what authority it signs: the komparisi of every kind of body."""

from __future__ import annotations

from typing import Any

import pytest

from tests.perjanjian_contoh import (
    KB,
    KLAUSUL,
    PKS,
    baris,
    baris_tanda_tangan,
    berkas,
    dokumen,
    pihak_tambahan,
    susun,
    teks,
)
from toolkit.drafting.compose import Penyusun
from toolkit.library import Library, read_json

AKTA = {
    "nomor": "7", "tanggal": "2015-03-02", "notaris": "Endang Purwaningsih, S.H.", "pengesahan": "AHU-123.AH.01.04",
    "disahkan_oleh": "Menteri Hukum dan Hak Asasi Manusia",
}


def test_every_kind_of_body_has_its_komparisi() -> None:
    texts = read_json(KLAUSUL / "komparisi.json")
    kinds = Library().schema("kerja-sama")["$defs"]["pihak"]["properties"]["bentuk"]["enum"]
    assert set(kinds) <= set(texts)
    assert {text[2:] for text in texts.values() if text.startswith("= ")} <= set(texts)


def test_the_attorney_is_named_with_the_letter_he_signs_by(penyusun: Penyusun) -> None:
    words = teks(dokumen(penyusun, berkas("ksdpk"), PKS))
    assert "Kepala Dinas Lingkungan Hidup Kabupaten Magetan, berkedudukan di Magetan" in words
    assert "berdasarkan Surat Kuasa Khusus Bupati Magetan Nomor 100.3.7.1/3/SK/403.011/2026 tanggal 11 Mei 2026, dalam hal ini bertindak untuk dan atas nama Pemerintah Kabupaten Magetan" in words
    assert baris_tanda_tangan(dokumen(penyusun, berkas("ksdpk"), PKS))[0][1].endswith("Saiful Anwarudin")


def test_a_pt_stands_with_deed_notary_and_approval(penyusun: Penyusun) -> None:
    words = teks(dokumen(penyusun, berkas("ksdpk"), KB))
    assert "berdasarkan Anggaran Dasar PT Lawu Tirta & Energi sebagaimana termuat dalam Akta Nomor 23 tanggal 17 Juni 2014" in words
    assert "disahkan oleh Menteri Hukum dan Hak Asasi Manusia berdasarkan Keputusan Nomor AHU-14725.40.10.2014" in words


@pytest.mark.parametrize(("bentuk", "tambahan", "frasa"), [
    ("koperasi", {"akta": AKTA}, "berdasarkan Anggaran Dasar"),
    ("yayasan", {"akta": AKTA}, "dibuat di hadapan Notaris Endang Purwaningsih, S.H."),
    ("perkumpulan", {"akta": AKTA}, "Keputusan Nomor AHU-123.AH.01.04"),
    ("cv", {"akta": AKTA}, "berdasarkan Akta Pendirian Nomor 7 tanggal 2 Maret 2015"),
    ("perumda", {"dasar": "Keputusan Bupati Magetan Nomor 188/45 Tahun 2024"}, "berdasarkan Keputusan Bupati Magetan Nomor 188/45 Tahun 2024,"),
    ("perguruan-tinggi", {"dasar": "berdasarkan Keputusan Menteri Nomor 9 Tahun 2024"}, "Madiun, Jalan Pahlawan Nomor 37, berdasarkan Keputusan Menteri Nomor 9 Tahun 2024,"),
    ("ormas", {"dasar": "Anggaran Dasar yang disahkan Muktamar VIII"}, "berdasarkan Anggaran Dasar yang disahkan Muktamar VIII, dalam hal ini bertindak untuk dan atas nama Badan"),
    ("blu", {"dasar": "Keputusan Bupati Nomor 2 Tahun 2025"}, "berdasarkan Keputusan Bupati Nomor 2 Tahun 2025, dalam hal ini"),
    ("perseorangan", {"identitas": {"pekerjaan": "Petani", "nik": "3520010101800001"}}, "Petani, pemegang Kartu Tanda Penduduk dengan Nomor Induk Kependudukan 3520010101800001, bertempat tinggal di Jalan Pahlawan Nomor 37"),
    ("instansi-vertikal", {"dasar": "Surat Kuasa Nomor 8 tanggal 1 Januari 2026"}, "berdasarkan Surat Kuasa Nomor 8 tanggal 1 Januari 2026,"),
])
def test_each_body_stands_with_the_authority_it_signs_by(penyusun: Penyusun, bentuk: str, tambahan: dict[str, Any], frasa: str) -> None:
    data = berkas("ksdpk")
    extra = dict(tambahan)
    party = pihak_tambahan(2, bentuk)
    if "dasar" in extra:
        party["wakil"]["dasar_wewenang"] = extra.pop("dasar")
    data["pihak"][1] = {**party, **extra}
    found = next(one for one in baris(dokumen(penyusun, data, KB)) if "selanjutnya disebut PIHAK KEDUA." in one)
    assert frasa in found and "  " not in found and found.count("berdasarkan berdasarkan") == 0


@pytest.mark.parametrize("sop", ["babel-pks", "magetan-penawaran", "paser-kb", "probolinggo-ksb", "yogyakarta-monev"])
@pytest.mark.parametrize("bentuk", ["perumda", "perguruan-tinggi", "ormas", "bumdes", "blu", "asing", "lainnya", "kementerian", "lembaga", "instansi-vertikal"])
def test_every_sop_asks_by_what_authority_a_body_without_a_deed_signs(penyusun: Penyusun, sop: str, bentuk: str) -> None:
    asked = [pointer for step in penyusun.library.sop(sop).langkah for pointer in step.perlu if pointer.endswith("/wakil/dasar_wewenang")]
    assert sum(bentuk in pointer.split("=")[1].split("/")[0].split("|") for pointer in asked) == 1


@pytest.mark.parametrize("bentuk", ["perumda", "perguruan-tinggi", "ormas", "blu", "instansi-vertikal"])
def test_a_body_without_deed_and_authority_is_not_written(penyusun: Penyusun, bentuk: str) -> None:
    data = berkas("ksdpk")
    data["pihak"][1] = pihak_tambahan(2, bentuk)
    assert list(susun(penyusun, data, KB).kurang) == ["/pihak/1/wakil/dasar_wewenang"]
