"""An agency's data folder made for tests: a small SOP, its templates, clauses and profile."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.sop_buatan import langkah
from tests.templat_buatan import dokumen, simpan
from toolkit.cases import Case, open_case
from toolkit.conformance import align
from toolkit.drafting.generate import HasilGenerate, generate
from toolkit.library import Library
from toolkit.plan import plan
from toolkit.resources import Resources

KITA, MITRA = {"pihak": "kita", "pelaksana": ["si-b"]}, {"pihak": "mitra", "pelaksana": ["si-c"]}
IDENTITAS = {
    "nomor": "065/1/2026", "tanggal_pembuatan": None, "tanggal_revisi": None, "tanggal_efektif": None, "disahkan_oleh": None,
    "dasar_hukum": [], "keterkaitan": [], "kualifikasi_pelaksana": [], "peralatan": [], "peringatan": [], "pencatatan": [],
}
NASKAH: list[dict[str, Any]] = [
    {"id": "penawaran", "nama": "Surat Penawaran", "bentuk": "surat-dinas", "langkah": "l1", "asal": "diterima"},
    {
        "id": "undangan", "nama": "Undangan Rapat", "bentuk": "undangan", "langkah": "l1", "asal": "dibuat", "templat": "surat",
        "penanda_tangan": [{"pihak": "kita", "pelaksana": ["si-a"]}],
        "isian_tangan": [{"sel": "nomor", "sampai": "l2"}, {"sel": "tanggal", "sampai": "l2"}],
        "data": {
            "hal": "Undangan pembahasan {{ judul }}", "kepada": ["{{ mitra.nama }}"],
            "isi": ["Bersama ini kami mengundang Saudara.", {"isian": [["acara", "{{ objek }}"]]}, {"butir": "{{ ruang_lingkup }}"},
                    {"bila": "{{ penawaran is ada }}", "teks": "Menjawab surat {{ penawaran.nomor }}."}],
        },
    },
    {
        "id": "kb", "nama": "Kesepakatan Bersama", "bentuk": "kesepakatan-bersama", "langkah": "l2", "asal": "dibuat", "templat": "perjanjian",
        "penanda_tangan": [KITA, MITRA], "ditandatangani_pada": "l3",
        "isian_tangan": [{"sel": "nomor", "sampai": "l3"}, {"sel": "tanggal", "sampai": "l3"}], "eksemplar": {"asli": "sejumlah-pihak"},
    },
    {"id": "khusus-sinergi", "nama": "Nota", "bentuk": "nota-kesepakatan", "langkah": "l2", "asal": "dibuat", "templat": "perjanjian", "syarat": "sinergi"},
    {
        "id": "rekap", "nama": "Rekapitulasi", "bentuk": "rekapitulasi", "langkah": "l3", "asal": "dibuat", "format": "xlsx",
        "data": {"lembar": {"judul": "Rekap: KSDPK", "kolom": [["No", "{{ baris.nomor }}"], ["Judul", "{{ baris.judul }}"], ["Sampai", "{{ baris.sampai }}"]], "baris": "{{ rekapitulasi }}"}},
    },
]
KLAUSUL: dict[str, Any] = {
    "id": "perjanjian", "judul": "Klausul contoh", "dasar": "Permendagri 22/2020 Pasal 41",
    "premis": ["bahwa {{ kesatu.nama }} dan {{ kedua.nama }} sepakat;"],
    "pasal": [
        {"id": "maksud", "judul": "MAKSUD DAN TUJUAN", "ayat": ["Maksudnya {{ naskah.isi.maksud }}", {"id": "tujuan", "teks": "Tujuannya:", "butir": "{{ naskah.isi.tujuan }}"}]},
        {"id": "lingkup", "judul": "RUANG LINGKUP", "ayat": [{"teks": "Ruang lingkup menurut {{ 'maksud/tujuan'|rujuk }}:", "butir": "{{ naskah.isi.ruang_lingkup }}"}]},
        {"id": "pelaksanaan", "judul": "PELAKSANAAN", "isi": "pelaksanaan", "ayat": ["Pelaksanaan diatur kemudian."]},
        {"id": "hanya-sinergi", "judul": "SINERGI", "bila": "{{ jenis == 'sinergi' }}", "ayat": ["Tidak tampak."]},
        {"id": "waktu", "judul": "JANGKA WAKTU", "ayat": ["Berlaku {{ naskah.jangka_waktu|lama }} (lihat {{ 'lingkup'|rujuk }})."]},
        {"id": "lain", "judul": "LAIN-LAIN", "ayat": ["Hal lain diatur bersama."]},
    ],
}
for _pasal in KLAUSUL["pasal"]:
    _pasal["dasar"] = KLAUSUL["dasar"]
KASUS: dict[str, Any] = {
    "versi": 1, "id": "contoh-1", "sop": "contoh", "jenis": "ksdpk", "prakarsa": "mitra", "judul": "Pengelolaan Sampah \"Bersih\" & Hijau",
    "pihak": [
        {"nama": "PT Hijau & Bersih", "bentuk": "pt", "sebutan": "KEDUA", "kedudukan": "Contoh", "wakil": {"nama": "Sari Dewi", "gelar_belakang": "S.E.", "jabatan": "Direktur"}},
        {"nama": "Pemerintah Kabupaten Contoh", "bentuk": "pemda", "kita": True, "sebutan": "KESATU", "kedudukan": "Contoh", "wakil": {"nama": "Agus Salim", "gelar_depan": "Dr.", "jabatan": "Bupati Contoh"}},
    ],
    "objek": "Pengelolaan sampah", "maksud": "mengurangi sampah.", "tujuan": "kota bersih", "ruang_lingkup": ["pemilahan", "pengangkutan"],
    "jangka_waktu": {"tahun": 5},
    "pejabat": [{"pelaksana": "si-a", "jabatan": "Kepala Bagian", "nama": "Rina Wati", "gelar_belakang": "M.Si.", "pangkat": "Pembina", "nip": "198001012005012001", "sebagai": "plt"}],
    "jejak": [{"langkah": "l1", "pelaksana": "si-a", "nama": "Rina Wati", "waktu": "2026-02-16"}],
}


def folder_data(root: Path, naskah: list[dict[str, Any]] | None = None) -> Library:
    """Write the data folder and open it as a library."""
    data = root / "data"
    checklist = {
        "id": "contoh", "judul": "SOP Contoh", "sebutan_sop": "SOP Contoh", "pemerintah_daerah": "Kabupaten Contoh", "unit": "Bagian Contoh", "profil": "contoh",
        "sumber": {"berkas": "-", "catatan": []}, "identitas": IDENTITAS,
        "pelaksana": {"si-a": {"jabatan": "Bagian A", "peran": "unit-kerja-sama"}, "si-b": {"jabatan": "Bupati", "peran": "kepala-daerah"}, "si-c": {"jabatan": "Mitra", "peran": "mitra"}},
        "artefak": {}, "syarat": {"sinergi": {"jika": {"properties": {"jenis": {"const": "sinergi"}}}, "karena": "hanya untuk sinergi", "dasar": "SOP Contoh"}},
        "fakta": {}, "langkah": [langkah("l1"), langkah("l2"), langkah("l3")], "naskah": naskah or NASKAH, "arsip": [],
    }
    tulis(data / "checklists" / "contoh.json", checklist)
    # What the law would add is not what these tests count.
    tulis(data / "checklists" / "hukum" / "naskah.json", {"id": "naskah", "judul": "Tanpa naskah", "ketentuan": []})
    tulis(data / "templates" / "klausul" / "perjanjian.json", KLAUSUL)
    tulis(data / "templates" / "klausul" / "komparisi.json", {"pemda": "{{ pihak.wakil.jabatan }}, bertindak untuk {{ pihak.nama }}, disebut {{ pihak.sebutan_lengkap }}.", "pt": "= pemda", "bawaan": "= pemda"})
    tulis(data / "templates" / "profil" / "contoh.json", {"id": "contoh", "judul": "Contoh", "tempat": "Contoh", "catatan": {}, "kop": {"jabatan": {"lambang": "LAMBANG NEGARA", "baris": ["BUPATI CONTOH"]}, "unit": {"lambang": "LAMBANG DAERAH", "baris": ["SEKRETARIAT DAERAH"]}}})
    _templates(data / "templates")
    return Library(Resources.at(data))


def _templates(folder: Path) -> None:
    simpan(dokumen(
        "{{ kop.jenis }}: {{ kop.baris|first }}", "{{ tempat_tanggal }}", "Nomor: {{ surat.nomor }}", "Hal: {{ surat.hal }}",
        "{%p for k in surat.kepada %}", "Yth. {{ k }}", "{%p endfor %}",
        "{%p for b in surat.isi %}", "{% if b.jenis == 'alinea' %}{{ b.teks }}{% elif b.jenis == 'butir' %}{{ b.nomor }} {{ b.teks }}{% else %}{{ b.label }}: {{ b.nilai }}{% endif %}", "{%p endfor %}",
        "{%p for b in penandatangan.baris %}", "{{ b }}", "{%p endfor %}", "{{ penandatangan.nama_gelar }}",
        "{%p if penandatangan.pns %}", "NIP {{ penandatangan.nip }}", "{%p endif %}",
    ), folder, "surat")
    made = dokumen(
        "{{ naskah.sebutan }} tentang {{ naskah.judul }}", "{%p for n in naskah.nomor_baris %}", "NOMOR: {{ n.nomor }}", "{%p endfor %}",
        "Pada hari ini, {{ naskah.tanggal|tanggal_kata }}", "{%p for k in komparisi %}", "{{ k.nomor }}. {{ k.nama }}: {{ k.teks }}", "{%p endfor %}",
        "{%p for p in naskah.premis %}", "{{ p }}", "{%p endfor %}",
        "{%p for p in pasal %}", "Pasal {{ p.nomor }} {{ p.judul }}", "{%p for a in p.ayat %}", "{% if a.nomor is ada %}({{ a.nomor }}) {% endif %}{{ a.teks }}",
        "{%p for b in a.butir %}", "{{ b.huruf }}. {{ b.teks }}", "{%p endfor %}", "{%p endfor %}", "{%p endfor %}", "rangkap {{ naskah.rangkap|rangkap }} di {{ naskah.tempat }}",
    )
    table = made.add_table(1, 2)
    table.cell(0, 0).text = "kiri"
    for texts in (("{%tr for t in ttd.pasangan %}", ""), ("{{ t.kiri.sebutan }} {{ t.kiri.nama }}", "{{ t.kanan.sebutan }} {{ t.kanan.nama }}"), ("{%tr endfor %}", "")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    simpan(made, folder, "perjanjian")


def tulis(path: Path, value: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def kasus(**lain: Any) -> dict[str, Any]:
    """The case with keys laid over it; a key of None is left out."""
    return {key: value for key, value in {**KASUS, **lain}.items() if value is not None}


def buka(root: Path, library: Library, nama: str = "berkas", **lain: Any) -> Case:
    return open_case(tulis(root / nama / "kerja-sama.json", kasus(**lain)), library)


def jalankan(case: Case, library: Library, keluaran: Path, naskah: str | None = None) -> HasilGenerate:
    rencana = plan(case.kerja_sama, case.sop)
    return generate(case, rencana, align(rencana, case.kerja_sama), library, keluaran, naskah)
