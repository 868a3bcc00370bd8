"""What the law asks whatever an SOP says: joined to each SOP by acts and roles, drafted, told of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import sop_buatan as buatan
from tests.test_ganti_nama import _names, renamed
from toolkit.cases import open_case
from toolkit.conformance import align
from toolkit.drafting.due import jatuh_tempo
from toolkit.hukum import Hukum
from toolkit.library import Library, read_sop
from toolkit.model import KerjaSama, Sop
from toolkit.plan import Ketetapan, plan
from toolkit.resources import packaged
from toolkit.statutory import joined
from toolkit.verification.data import Juru

LIBRARY = Library()
PENYUSUN = Juru(LIBRARY)
SOP = pytest.mark.parametrize("sop_id", LIBRARY.sop_ids())
DPRD = "permohonan-dprd"
PERLU_DPRD = {"beban": "kita", "dianggarkan": False, "membebani_masyarakat": False}


class SatuNaskah(Hukum):
    """A law of one naskah with the given anchor."""

    def __init__(self, jangkar: list[dict[str, Any]], sampai: str | None = None, **lain: Any) -> None:
        super().__init__()
        naskah = {"id": "surat-uji", "nama": "Surat Uji", "bentuk": "surat-uji", "asal": "dibuat", "templat": "surat-dinas", "jangkar": jangkar, "karena": "uji", **lain}
        base = self.semua("naskah")[0]
        self._topik["naskah"] = (type(base)("naskah", "surat-uji", {}, base.dasar, base.peraturan, "2020-04-14", sampai, {"naskah": naskah}),)


def _hukum(sop: Sop) -> list[str]:
    own = {one["id"] for one in LIBRARY.checklist(sop.id)["naskah"]}
    return [one.id for one in sop.naskah if one.id not in own]


def _ketetapan(naskah: str, *waktu: str, sop: str = "magetan-penawaran", **fakta: Any) -> Ketetapan:
    steps = LIBRARY.sop(sop).langkah
    trail = [{"langkah": step.id, "waktu": one} for step, one in zip(steps, waktu, strict=False)]
    case = KerjaSama("uji", sop, {"versi": 1, "id": "uji", "sop": sop, "jejak": trail, **fakta})
    return next(one.ketetapan for one in plan(case, LIBRARY.sop(sop)).naskah if one.naskah.id == naskah)


@SOP
def test_every_sop_gets_what_it_lacks_at_a_step_and_with_signers_of_its_own(sop_id: str) -> None:
    sop = LIBRARY.sop(sop_id)
    added = _hukum(sop)
    for one in (sop.naskah_menurut_id[name] for name in added):
        assert one.lapis == "hukum" and "Pasal" in str(one.dasar)
        assert one.langkah in {step["id"] for step in LIBRARY.checklist(sop_id)["langkah"]}
        assert all(sop.peran(actor) for signer in one.penanda_tangan for actor in signer.pelaksana)


@SOP
def test_the_naskah_of_an_sop_keep_their_places_before_those_of_the_law(sop_id: str) -> None:
    own = [one["id"] for one in LIBRARY.checklist(sop_id)["naskah"]]
    assert [one.id for one in LIBRARY.sop(sop_id).naskah][: len(own)] == own


@SOP
def test_what_an_sop_has_itself_stays_its_own(sop_id: str) -> None:
    ids = [one.id for one in LIBRARY.sop(sop_id).naskah]
    assert len(ids) == len(set(ids))
    own = LIBRARY.checklist(sop_id)["naskah"]
    forms = {(one["bentuk"], one.get("format", "docx")) for one in own}
    sop = LIBRARY.sop(sop_id)
    assert not [one for one in _hukum(sop) if (sop.naskah_menurut_id[one].bentuk, sop.naskah_menurut_id[one].format) in forms]


@SOP
def test_a_joined_checklist_is_still_what_its_schema_wants(sop_id: str) -> None:
    LIBRARY.require_valid("checklist", joined(LIBRARY.checklist(sop_id), LIBRARY.hukum), Path(f"{sop_id}.json"))


@SOP
def test_renaming_every_step_and_actor_renames_them_in_what_the_law_adds(sop_id: str) -> None:
    checklist = LIBRARY.checklist(sop_id)
    names = _names(checklist)
    assert joined(renamed(checklist, names), LIBRARY.hukum) == renamed(joined(checklist, LIBRARY.hukum), names)


def test_an_sop_that_never_comes_to_the_point_does_not_get_the_naskah() -> None:
    assert DPRD not in LIBRARY.sop("paser-kb").naskah_menurut_id
    assert joined(buatan.lurus(2).data, SatuNaskah([{"tindakan": ["arsip"]}]))["naskah"] == []


def test_the_condition_of_the_law_has_three_outcomes() -> None:
    assert _ketetapan(DPRD, jenis="ksdd", pendanaan=PERLU_DPRD).keadaan == "berlaku"
    assert _ketetapan(DPRD, jenis="ksdd", pendanaan={**PERLU_DPRD, "dianggarkan": True}).keadaan == "tidak-berlaku"
    open_now = _ketetapan(DPRD, jenis="ksdd", pendanaan={"beban": "kita", "membebani_masyarakat": False})
    assert open_now.keadaan == "belum-diketahui" and "/pendanaan/dianggarkan" in open_now.penentu


def test_before_the_law_was_in_force_it_asks_for_nothing_and_says_why() -> None:
    told = _ketetapan(DPRD, "2020-04-13", jenis="ksdd", pendanaan=PERLU_DPRD)
    assert told.keadaan == "tidak-berlaku" and told.karena == "ketentuannya baru berlaku sejak 2020-04-14"
    assert _ketetapan(DPRD, "2020-04-13", "2020-04-14", jenis="ksdd", pendanaan=PERLU_DPRD).keadaan == "berlaku"


def test_after_the_last_day_of_the_law_it_asks_for_nothing() -> None:
    sop = read_sop(joined(buatan.lurus(2).data, SatuNaskah([{"urutan": "terakhir"}], sampai="2026-03-01")))
    late = plan(buatan.kasus(buatan.jejak("l1")), sop).naskah[0]
    assert (late.naskah.langkah, late.keadaan) == ("l2", "tidak-berlaku")
    assert "tidak berlaku lagi sesudah 2026-03-01" in str(late.ketetapan.karena)
    early = [{**buatan.jejak("l1")[0], "waktu": "2026-02-27"}]
    assert plan(buatan.kasus(early), sop).naskah[0].keadaan == "berlaku"


def test_a_signer_whose_role_the_sop_lacks_joins_by_role() -> None:
    made = joined(buatan.lurus(1).data, SatuNaskah([{"urutan": "pertama"}], penanda_tangan=[{"peran": "sekda", "jabatan": "Sekretaris Daerah"}]))
    (actor,) = made["naskah"][0]["penanda_tangan"][0]["pelaksana"]
    assert made["pelaksana"][actor] == {"jabatan": "Sekretaris Daerah", "peran": "sekda"}
    assert read_sop(made).jabatan(actor) == "Sekretaris Daerah"


def test_its_facts_are_asked_at_its_step_under_its_condition() -> None:
    sop = LIBRARY.sop("magetan-penawaran")
    letter, pointer = sop.naskah_menurut_id[DPRD], "/dprd/lampiran_permohonan"
    assert pointer in sop.langkah_menurut_id[letter.langkah].perlu
    assert (sop.fakta[pointer]["lapis"], sop.fakta[pointer]["syarat"]) == ("hukum", letter.syarat)


# Kinds that are made, of every form that an office knows and of those that the law alone asks for; each
# stands in the manifest of some sample.
DIBUAT = {
    "addendum", "berita-acara", "daftar-arsip", "daftar-hadir", "kajian-tkksd", "kerangka-acuan-kerja", "kesepakatan-bersama",
    "laporan", "laporan-sinergi", "laporan-sinergi-gubernur", "laporan-tanpa-tanggapan", "lembar-disposisi", "lembar-koreksi",
    "lembar-paraf", "nota-dinas", "nota-kesepakatan", "notula", "penyampaian-nk", "perjanjian-kerja-sama", "permintaan-tanggapan-kedua",
    "permohonan-dprd", "proposal", "register", "rekapitulasi", "rekomendasi", "studi-kelayakan", "surat-dinas", "surat-kuasa",
    "surat-pengantar", "tanda-terima", "telaahan-staf", "undangan",
}


def _tertulis(sop_id: str) -> set[str]:
    """Naskah of an SOP that some sample of it is given, whole, when all its naskah are drafted."""
    written: set[str] = set()
    for sample in sorted((packaged() / "samples" / sop_id).glob("[!c]*")):  # none of the defective ones, cacat-…
        case = open_case(sample, LIBRARY)
        rencana = plan(case.kerja_sama, case.sop)
        told = align(rencana, case.kerja_sama)
        for naskah in jatuh_tempo(case.kerja_sama, rencana, told):
            if naskah.id not in written and all(one.isi for one in PENYUSUN.susun(case.kerja_sama, case.sop, naskah, told.langkah_selesai)):
                written.add(naskah.id)
    return written


@pytest.fixture(scope="module")
def tertulis() -> dict[str, set[str]]:
    return {sop_id: _tertulis(sop_id) for sop_id in LIBRARY.sop_ids()}


def test_every_kind_that_is_made_is_written_for_some_sample(tertulis: dict[str, set[str]]) -> None:
    made = {LIBRARY.sop(sop_id).naskah_menurut_id[one].bentuk for sop_id, ids in tertulis.items() for one in ids}
    assert made >= DIBUAT


def test_every_naskah_that_the_law_adds_is_written_for_some_sample(tertulis: dict[str, set[str]]) -> None:
    added = {one.isi["naskah"]["id"] for one in LIBRARY.hukum.semua("naskah") if one.isi["naskah"]["asal"] == "dibuat"}
    assert added - set().union(*tertulis.values()) == set()


@SOP
def test_every_step_puts_out_a_naskah_or_the_page_says_why_not(sop_id: str) -> None:
    sop, artefak = LIBRARY.sop(sop_id), LIBRARY.checklist(sop_id)["artefak"]
    page = (packaged() / "docs" / "naskah.md").read_text(encoding="utf-8")
    told = page.split("## Langkah tanpa naskah\n")[1].split("\n## ")[0]
    without = [
        f"| {sop.sebutan_sop} | {step.nomor} |" for step in sop.langkah
        if not any(artefak[one.artefak].get("naskah") for one in step.menghasilkan)
    ]
    assert without == [line for line in without if line in told]
    assert told.count(f"| {sop.sebutan_sop} |") == len(without)
