"""What a case lacks, by stage: due now, next, later, never, not known yet."""

from __future__ import annotations

import json
import shutil
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from tests.sop_buatan import jejak, langkah, sop
from toolkit.cases import BERKAS, Case, open_case
from toolkit.completeness import HasilValidasi, Tahap, validate
from toolkit.conditions import facts
from toolkit.conformance import align
from toolkit.findings import Finding, Layer, Severity, Verdict, counts, report
from toolkit.library import Library
from toolkit.model import KerjaSama, Sop
from toolkit.placeholders import placeholder, stand_ins
from toolkit.plan import Keadaan, plan
from toolkit.resources import Resources, packaged
from toolkit.source import parse

LIBRARY = Library()
MAGETAN = packaged() / "samples" / "magetan-penawaran"
SYARAT = {
    "hanya-sinergi": {"jika": {"properties": {"jenis": {"const": "sinergi"}}}, "karena": "hanya untuk Sinergi", "dasar": "SOP Buatan"},
    "mitra-memulai": {"jika": {"properties": {"prakarsa": {"const": "mitra"}}}, "karena": "hanya prakarsa mitra", "dasar": "SOP Buatan"},
}


def _case(one: Sop, folder: Path, **facts: Any) -> Case:
    data = {"versi": 1, "id": "uji", "sop": one.id, **facts}
    source = parse(json.dumps(data, indent=1), BERKAS)
    return Case(KerjaSama("uji", one.id, data), one, source, folder / BERKAS, BERKAS, LIBRARY)


def _judge(one: Sop, folder: Path, **facts: Any) -> HasilValidasi:
    case = _case(one, folder, **facts)
    rencana = plan(case.kerja_sama, one)
    return validate(case, rencana, align(rencana, case.kerja_sama))


def _told(result: HasilValidasi) -> list[tuple[str, str, str | None]]:
    return [(one.rule, one.severity.value, one.location.pointer) for one in result.findings]


def _tahap(result: HasilValidasi) -> dict[str, Tahap]:
    return {one.penunjuk: one.tahap for one in result.butir}


EMPAT = [langkah("l1", perlu=["/judul"]), langkah("l2", perlu=["/objek"]), langkah("l3", perlu=["/maksud"]), langkah("l4", perlu=["/lokasi"])]


@pytest.mark.parametrize(
    ("trail", "now", "following"),
    [
        ([], "/judul", "/objek"),
        (["l1"], "/objek", "/maksud"),
        (["l1", "l2"], "/maksud", "/lokasi"),
    ],
)
def test_facts_of_the_step_that_is_due_are_errors_and_those_of_the_next_are_notes(tmp_path: Path, trail: list[str], now: str, following: str) -> None:
    known = dict(list({"judul": "A", "objek": "B", "maksud": "C"}.items())[: len(trail)])
    told = _told(_judge(sop(EMPAT), tmp_path, jejak=jejak(*trail), **known))
    assert told == [("kelengkapan-wajib", "error", now), ("kelengkapan-wajib", "info", following)]


def test_facts_of_steps_done_and_of_steps_passed_by_are_due(tmp_path: Path) -> None:
    result = _judge(sop(EMPAT), tmp_path, jejak=jejak("l1", "l3"), lokasi="X")
    assert [pointer for _, severity, pointer in _told(result) if severity == "error"] == ["/judul", "/maksud", "/objek"]


def test_later_facts_are_listed_but_are_no_findings(tmp_path: Path) -> None:
    result = _judge(sop(EMPAT), tmp_path, judul="A")
    assert _tahap(result) == {"/objek": Tahap.BERIKUT, "/maksud": Tahap.NANTI, "/lokasi": Tahap.NANTI}
    assert result.terisi == 1 and [pointer for _, _, pointer in _told(result)] == ["/objek"]


def test_a_fact_that_two_steps_need_is_asked_at_the_earlier_one(tmp_path: Path) -> None:
    steps = [langkah("l1", perlu=["/judul"]), langkah("l2", perlu=["/judul", "/objek"])]
    result = _judge(sop(steps), tmp_path)
    assert [(one.penunjuk, one.langkah.id) for one in result.butir] == [("/judul", "l1"), ("/objek", "l2")]


def test_conditions_set_facts_apart_and_say_why(tmp_path: Path) -> None:
    steps = [langkah("l1", perlu=["/judul", "/objek"]), langkah("l2", perlu=["/maksud"], syarat="hanya-sinergi"), langkah("l3", perlu=["/lokasi"])]
    fakta = {"/objek": {"syarat": "mitra-memulai", "nama": "objek yang ditawarkan"}}
    one = sop(steps, syarat=SYARAT, fakta=fakta)
    unknown = _judge(one, tmp_path, judul="A")
    assert _tahap(unknown) == {"/objek": Tahap.BELUM_DIKETAHUI, "/maksud": Tahap.BELUM_DIKETAHUI, "/lokasi": Tahap.BERIKUT}
    assert {item.alasan for item in unknown.butir} == {"bergantung pada pihak yang memprakarsai", "bergantung pada jenis kerja sama", ""}
    settled = _judge(one, tmp_path, judul="A", jenis="ksdd", prakarsa="daerah")
    assert _tahap(settled) == {"/objek": Tahap.TIDAK_BERLAKU, "/maksud": Tahap.TIDAK_BERLAKU, "/lokasi": Tahap.BERIKUT}
    assert "hanya untuk Sinergi" in {item.alasan for item in settled.butir}
    due = _judge(one, tmp_path, judul="A", jenis="sinergi", prakarsa="mitra")
    assert _told(due) == [("kelengkapan-wajib", "error", "/objek"), ("kelengkapan-wajib", "info", "/maksud")]


def test_a_step_that_may_be_left_out_asks_for_nothing_before_it_is_done(tmp_path: Path) -> None:
    steps = [langkah("l1", perlu=["/judul"]), langkah("l2", perlu=["/objek"], opsional=True), langkah("l3", perlu=["/maksud"])]
    result = _judge(sop(steps), tmp_path, judul="A", jejak=jejak("l1"))
    assert _tahap(result) == {"/maksud": Tahap.SEKARANG, "/objek": Tahap.BERIKUT}
    passed = _judge(sop(steps), tmp_path, judul="A", maksud="C", jejak=jejak("l1", "l3"))
    assert not [one for one in passed.findings if one.severity is Severity.ERROR]
    done = _judge(sop(steps), tmp_path, judul="A", maksud="C", jejak=jejak("l1", "l2"))
    assert _told(done) == [("kelengkapan-wajib", "error", "/objek")]


def test_an_end_asks_for_nothing_more(tmp_path: Path) -> None:
    steps = [langkah("l1", perlu=["/judul"], putusan={"setuju": "l2", "tidak_setuju": {"berakhir": True}}), langkah("l2", perlu=["/objek"])]
    refused = _judge(sop(steps), tmp_path, jejak=jejak(("l1", "tidak_setuju")), judul="A")
    stopped = _judge(sop(steps), tmp_path, jejak=jejak(("l1", "setuju")), judul="A", dihentikan={"tanggal": "2026-03-03", "alasan": "x"})
    for result in (refused, stopped):
        assert result.findings == () and _tahap(result) == {"/objek": Tahap.TIDAK_BERLAKU}
        assert result.butir[0].alasan == "proses sudah berakhir"


def test_a_scope_that_has_not_begun_asks_for_nothing_before_its_things_exist(tmp_path: Path) -> None:
    steps = [
        langkah("l1", perlu=["/judul"], lingkup="siklus", menghasilkan=[{"artefak": "surat"}]),
        langkah("l2", perlu=["/objek"], lingkup="mitra", memakai=[{"artefak": "surat"}]),
    ]
    one = sop(steps, artefak={"surat": {"nama": "surat", "asal": "dalam"}}, lingkup={"siklus": {"nama": "a"}, "mitra": {"nama": "b", "untuk": "mitra"}})
    assert _told(_judge(one, tmp_path)) == [("kelengkapan-wajib", "error", "/judul"), ("kelengkapan-wajib", "info", "/objek")]
    begun = _judge(one, tmp_path, judul="A", jejak=jejak("l1"))
    assert _told(begun) == [("kelengkapan-wajib", "error", "/objek")]


def test_an_absent_part_is_one_finding_and_a_single_fact_is_told_at_its_own_place(tmp_path: Path) -> None:
    one = sop([langkah("l1", perlu=["/penawaran/nomor", "/penawaran/tanggal", "/penawaran/penanda_tangan/nama"])])
    whole = _judge(one, tmp_path).findings
    assert len(whole) == 1 and whole[0].location.pointer == "/penawaran"
    assert whole[0].message == (
        "Surat penawaran harus memuat nomor surat pada surat penawaran, tanggal surat pada surat penawaran dan "
        "nama pada penanda tangan surat pada langkah 1 (Kegiatan l1), tetapi belum diisi sama sekali."
    )
    part = _judge(one, tmp_path, penawaran={"nomor": "1", "tanggal": "2026-03-02"}).findings
    assert [finding.location.pointer for finding in part] == ["/penawaran/penanda_tangan/nama"]
    assert part[0].location.line is not None


def test_facts_of_an_item_that_is_not_there_are_one_finding_at_the_array(tmp_path: Path) -> None:
    wanted = [f"/rapat/naskah={naskah}/{key}" for naskah in ("kesepakatan-bersama", "perjanjian-kerja-sama") for key in ("tanggal", "tempat")]
    one = sop([langkah("l1", perlu=wanted)])
    none = _judge(one, tmp_path).findings
    assert [finding.location.pointer for finding in none] == ["/rapat", "/rapat"]
    assert "Rapat kesepakatan bersama harus memuat" in none[0].message
    some = _judge(one, tmp_path, rapat=[{"langkah": "l1", "naskah": "kesepakatan-bersama", "tempat": "Aula"}]).findings
    assert sorted(str(finding.location.pointer) for finding in some) == ["/rapat", "/rapat/0/tanggal"]


def test_every_party_is_asked_by_name(tmp_path: Path) -> None:
    one = sop([langkah("l1", perlu=["/pihak/*/alamat"])])
    found = _judge(one, tmp_path, pihak=[{"nama": "PT Lawu"}, {"nama": "Pemerintah Kabupaten Contoh", "alamat": "Jalan A"}]).findings
    assert [finding.location.pointer for finding in found] == ["/pihak/0/alamat"]
    assert "(PT Lawu)" in found[0].message


def test_blanks_are_no_answers(tmp_path: Path) -> None:
    one = sop([langkah("l1", perlu=["/judul", "/objek", "/ruang_lingkup"])])
    told = _told(_judge(one, tmp_path, judul="  ", objek="", ruang_lingkup=[]))
    assert told == [("kelengkapan-wajib", "error", pointer) for pointer in ("/judul", "/objek", "/ruang_lingkup")]


@pytest.mark.parametrize("texts", [["a", ""], ["a", " \n"], [""]])
def test_a_blank_text_in_a_list_that_is_due_is_lacking(tmp_path: Path, texts: list[str]) -> None:
    one = sop([langkah("l1", perlu=["/ruang_lingkup"])])
    assert _told(_judge(one, tmp_path, ruang_lingkup=texts)) == [("kelengkapan-wajib", "error", f"/ruang_lingkup/{len(texts) - 1}")]


@pytest.mark.parametrize(
    "pointer",
    ["/naskah/0/isi/ruang_lingkup/5", "/rapat/0/pokok_bahasan/0", "/rapat/0/peserta/6/nama", "/rapat/0/diundang/1", "/ruang_lingkup/0"],
)
def test_an_empty_item_beside_filled_ones_is_told_for_no_naskah_can_be_made_of_it(tmp_path: Path, pointer: str) -> None:
    data = json.loads((MAGETAN / "lengkap-ksdpk" / BERKAS).read_text(encoding="utf-8"))
    *above, last = [int(one) if one.isdecimal() else one for one in pointer.split("/")[1:]]
    reduce(lambda part, key: part[key], above, data)[last] = "  "
    (tmp_path / BERKAS).write_text(json.dumps(data), encoding="utf-8")
    case = open_case(tmp_path, LIBRARY)
    rencana = plan(case.kerja_sama, case.sop)
    told = _told(validate(case, rencana, align(rencana, case.kerja_sama)))
    assert ("kelengkapan-wajib", "error", pointer) in told and len([one for one in told if one[1] == "error"]) == 1


def test_a_list_that_nobody_has_begun_is_no_slip(tmp_path: Path) -> None:
    people = [{"nama": ""}, {"nama": ""}]
    assert _told(_judge(sop([langkah("l1")]), tmp_path, ruang_lingkup=["", ""], perangkat_daerah=people)) == []


@pytest.mark.parametrize(
    "text",
    ["-", "--", "—", "...", "…", "………", "?", "xxx", "XXX", "___", "akan dibicarakan", "Akan dibahas lebih lanjut.", "menyusul", "TBD", "tbd.",
     "diisi kemudian", "(diisi nanti)", "belum ditentukan", "isi di sini", "[nama]", "<isi judul>", "n/a", "terlampir", "Lihat lampiran.",
     "nomor ........ tahun 2026", "Kerja Sama ______", "{{ judul }}"],
)
def test_words_instead_of_an_answer_are_a_warning(tmp_path: Path, text: str) -> None:
    result = _judge(sop([langkah("l1", perlu=["/judul"])]), tmp_path, judul=text)
    assert _told(result) == [("isian-kosong", "warning", "/judul")]
    assert result.findings[0].location.line == 5


@pytest.mark.parametrize(
    "text",
    ["Pengelolaan Pasar", "PT X", "5 (lima) tahun", "tidak ada", "nihil", "Rp0", "dibebankan pada anggaran PARA PIHAK", "dst.", "A-1", "0",
     "Lampiran peta lokasi dibahas bersama Dinas Perdagangan", "sesuai peraturan ... dan seterusnya"],
)
def test_answers_are_answers(tmp_path: Path, text: str) -> None:
    assert _judge(sop([langkah("l1", perlu=["/judul"])]), tmp_path, judul=text).findings == ()
    assert not placeholder(text)


def test_terlampir_is_an_answer_where_a_file_is_attached_for_the_fact(tmp_path: Path) -> None:
    one = sop([langkah("l1", perlu=["/kak/lokasi"])])
    (tmp_path / "kak.pdf").write_bytes(b"%PDF")
    for extra in ({"lampiran": [{"nama": "KAK", "berkas": "kak.pdf", "untuk": "/kak"}]}, {"kak": {"lokasi": "terlampir", "berkas": "kak.pdf"}}):
        assert _judge(one, tmp_path, **{"kak": {"lokasi": "terlampir"}, **extra}).findings == ()
    other = {"lampiran": [{"nama": "Surat", "berkas": "kak.pdf", "untuk": "/penawaran"}]}
    assert [rule for rule, _, _ in _told(_judge(one, tmp_path, kak={"lokasi": "terlampir"}, **other))] == ["isian-kosong"]


def test_a_dash_is_right_for_lampiran_and_sifat_of_a_letter(tmp_path: Path) -> None:
    one = sop([langkah("l1", perlu=["/penawaran/lampiran", "/penawaran/sifat", "/penawaran/hal"])])
    told = _told(_judge(one, tmp_path, penawaran={"lampiran": "-", "sifat": "-", "hal": "-"}))
    assert told == [("isian-kosong", "warning", "/penawaran/hal")]


def test_texts_within_a_required_list_or_group_are_looked_at() -> None:
    assert list(stand_ins(["a", "-", "menyusul"], "/x")) == [("/x/1", "-"), ("/x/2", "menyusul")]
    assert list(stand_ins([{"pangkat": "-", "uraian": "akan dibahas"}], "/x")) == [("/x/0/uraian", "akan dibahas")]
    assert list(stand_ins({"a/b": "tbd", "n": 5, "y": None, "z": False}, "/x")) == [("/x/a~1b", "tbd")]


@pytest.mark.parametrize(
    ("prakarsa", "severity", "layer", "basis"),
    [
        ("daerah", Severity.ERROR, Layer.HUKUM, "Permendagri 22/2020 Pasal 29 ayat (2)"),
        ("mitra", Severity.WARNING, Layer.SOP, "SOP Buatan langkah 1"),
        (None, Severity.WARNING, Layer.SOP, "SOP Buatan langkah 1"),
    ],
)
def test_the_law_binds_our_own_kak_and_the_sop_alone_the_partners(
    tmp_path: Path, prakarsa: str | None, severity: Severity, layer: Layer, basis: str
) -> None:
    one = sop([langkah("l1", perlu=["/kak/lokasi", "/kak/manfaat"])])
    facts = {"jenis": "ksdpk", "kak": {"manfaat": "Pasar bersih"}, **({"prakarsa": prakarsa} if prakarsa else {})}
    found = _judge(one, tmp_path, **facts).findings
    assert [(f.rule, f.severity, f.layer, f.basis, f.location.pointer) for f in found] == [("unsur-kak", severity, layer, (basis,), "/kak/lokasi")]


def test_a_kak_made_before_the_regulation_is_not_judged_by_it(tmp_path: Path) -> None:
    one = sop([langkah("l1", perlu=["/kak/lokasi"])])
    old = _judge(one, tmp_path, jenis="ksdd", prakarsa="daerah", kak={"tanggal": "2019-05-06"}).findings
    assert [(f.severity, f.layer) for f in old] == [(Severity.WARNING, Layer.SOP)]


def test_a_study_is_an_error_where_the_partner_began_and_open_where_that_is_unknown(tmp_path: Path) -> None:
    dasar = "Permendagri 22/2020 Pasal 26 ayat (2) dan Pasal 27"
    fakta = {f"/studi_kelayakan/{key}": {"syarat": "mitra-memulai", "lapis": "hukum", "dasar": dasar} for key in ("objek", "dasar_hukum")}
    one = sop([langkah("l1", perlu=list(fakta))], syarat=SYARAT, fakta=fakta)
    known = _judge(one, tmp_path, jenis="ksdpk", prakarsa="mitra").findings
    assert [(f.rule, f.severity, f.verdict, f.basis, f.location.pointer) for f in known] == [
        ("studi-kelayakan", Severity.ERROR, Verdict.TIDAK_SESUAI, (dasar,), "/studi_kelayakan")
    ]
    unknown = _judge(one, tmp_path, jenis="ksdpk").findings
    assert [(f.rule, f.severity, f.verdict) for f in unknown] == [("studi-kelayakan", Severity.INFO, Verdict.BELUM_TERBUKTI)]
    assert _judge(one, tmp_path, jenis="ksdpk", prakarsa="daerah").findings == ()


def test_the_gate_is_asked_once_and_weighs_what_the_sop_gives_it(tmp_path: Path) -> None:
    gerbang = [{"perlu": "/proposal/berkas", "bobot": "pokok", "dasar": "SOP Buatan, Catatan"}, {"perlu": "/judul", "bobot": "administratif", "dasar": "profil"}]
    one = sop([langkah("l1", perlu=["/judul", "/proposal/berkas"])], gerbang=gerbang)
    found = _judge(one, tmp_path).findings
    assert [(f.rule, f.severity, f.location.pointer, f.basis) for f in found] == [
        ("berkas-awal", Severity.ERROR, "/proposal/berkas", ("SOP Buatan, Catatan",)),
        ("berkas-awal", Severity.WARNING, "/judul", ("profil",)),
    ]
    assert "sebelum langkah 1" in found[0].message
    (tmp_path / "p.pdf").write_bytes(b"x")
    assert _judge(one, tmp_path, judul="A", proposal={"berkas": "p.pdf"}).findings == ()


def test_files_that_the_case_names_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "ada.pdf").write_bytes(b"x")
    (tmp_path / "kosong.pdf").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    names = ["ada.pdf", "kosong.pdf", "tiada.pdf", "folder", "x" * 300, "a\u0000b", "https://contoh.go.id/kak.pdf"]
    lampiran = [{"nama": "L", "berkas": name} for name in names]
    found = _judge(sop([langkah("l1")]), tmp_path, lampiran=lampiran).findings
    told = {f.location.pointer: (f.severity, f.verdict) for f in found}
    wrong = (Severity.WARNING, Verdict.TIDAK_SESUAI)
    assert told == {
        **{f"/lampiran/{n}/berkas": wrong for n in (1, 2, 3, 4, 5)},
        "/lampiran/6/berkas": (Severity.INFO, Verdict.TIDAK_DIPERIKSA),
    }


def test_findings_carry_layer_basis_step_and_remedy(tmp_path: Path) -> None:
    fakta = {"/objek": {"nama": "objek kerja sama", "lapis": "hukum", "dasar": "Permendagri 22/2020 Pasal 4", "saran": "Pilih urusannya."}}
    one = sop([langkah("l1", perlu=["/objek"]), langkah("l2", perlu=["/judul"])], fakta=fakta)
    finding = _judge(one, tmp_path, jejak=jejak("l1"), judul="A").findings[0]
    assert (finding.layer, finding.basis, finding.langkah, finding.suggestion) == (Layer.HUKUM, ("Permendagri 22/2020 Pasal 4",), ("l1",), "Pilih urusannya.")
    assert finding.message == "Objek kerja sama harus ada pada langkah 1 (Kegiatan l1), tetapi belum diisi."


def _sample(path: Path, library: Library = LIBRARY) -> HasilValidasi:
    case = open_case(path, library)
    rencana = plan(case.kerja_sama, case.sop)
    return validate(case, rencana, align(rencana, case.kerja_sama))


SELESAI = sorted((packaged() / "samples").glob(f"*/lengkap*/{BERKAS}"))


@pytest.mark.parametrize("path", SELESAI, ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}")
def test_a_finished_sample_lacks_nothing(path: Path) -> None:
    result = _sample(path)
    assert counts(result.findings) == {"error": 0, "warning": 0, "info": 0}, result.findings
    assert {item.tahap for item in result.butir} <= {Tahap.TIDAK_BERLAKU, Tahap.BELUM_DIKETAHUI}


def _without(data: Any, pointer: str) -> Any:
    head, _, rest = pointer[1:].partition("/")
    if isinstance(data, list):
        return [_without(item, f"/{rest}") if str(place) == head else item for place, item in enumerate(data)]
    if not rest:
        return {key: value for key, value in data.items() if key != head}
    return {**data, head: _without(data[head], f"/{rest}")}


@pytest.mark.parametrize("name", ["lengkap-ksdd", "lengkap-ksdpk", "lengkap-sinergi"])
def test_each_top_level_fact_that_a_finished_sample_loses_is_missed_at_its_place(name: str, tmp_path: Path) -> None:
    data = json.loads((MAGETAN / name / BERKAS).read_text(encoding="utf-8"))
    one = LIBRARY.sop(data["sop"])
    missed = 0
    for wanted in dict.fromkeys(pointer for step in one.langkah for pointer in step.perlu):
        if set(wanted) & set("*="):
            continue
        broken = KerjaSama("uji", one.id, _without(data, wanted)) if all(f.ada for f in facts(data, wanted)) else None
        if broken is None or plan(broken, one).fakta(wanted).keadaan is not Keadaan.BERLAKU:
            continue
        (tmp_path / BERKAS).write_text(json.dumps(broken.data), encoding="utf-8")
        found: list[Finding] = [f for f in _sample(tmp_path).findings if f.rule != "lampiran-berkas" and f.severity is not Severity.INFO]
        assert [f.location.pointer for f in found] == [wanted], (wanted, found)
        missed += 1
    assert missed > 10


def test_a_refused_trail_leaves_the_stages_open(tmp_path: Path) -> None:
    data = json.loads((MAGETAN / "lengkap-ksdd" / BERKAS).read_text(encoding="utf-8"))
    (tmp_path / BERKAS).write_text(json.dumps({**data, "jejak": [5], "objek": ""}), encoding="utf-8")
    result = _sample(tmp_path)
    assert [f.rule for f in result.findings if f.rule != "lampiran-berkas"] == ["struktur-berkas"] and result.butir == ()


@pytest.mark.parametrize("path", sorted(MAGETAN.glob(f"*/{BERKAS}"))[::4], ids=lambda path: path.parent.name)
def test_findings_have_the_shape_that_their_schema_promises(path: Path, tmp_path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    (tmp_path / BERKAS).write_text(json.dumps({**data, "judl": 1, "kak": {"lokasi": "-"}}), encoding="utf-8")
    made = report(_sample(tmp_path).findings)
    assert made["counts"]["error"] and list(LIBRARY.validator("findings").iter_errors(made)) == []


def test_what_an_agency_asks_for_beyond_its_sop_before_the_first_step_is_a_warning(tmp_path: Path) -> None:
    own = tmp_path / "data" / "templates" / "profil" / "ketat.json"
    own.parent.mkdir(parents=True)
    wish = {"perlu": "/proposal/berkas", "dasar": "kebijakan Biro Pemerintahan"}
    own.write_text(json.dumps({"id": "ketat", "judul": "Ketat", "catatan": {}, "gerbang": [wish]}), encoding="utf-8")
    folder = tmp_path / "kasus"
    shutil.copytree(packaged() / "samples" / "babel-pks" / "lengkap", folder)
    data = json.loads((folder / BERKAS).read_text(encoding="utf-8"))
    (folder / BERKAS).write_text(json.dumps({**data, "profil": "ketat"}), encoding="utf-8")
    found = _sample(folder, Library(Resources.at(tmp_path / "data"))).findings
    assert [(one.severity, one.basis) for one in found if one.rule == "berkas-awal"] == [(Severity.WARNING, ("kebijakan Biro Pemerintahan",))]
