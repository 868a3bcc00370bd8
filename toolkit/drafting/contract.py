"""What a template may count on, described once as types: every name of the context, what each
filter takes and gives. `verify` holds templates against it, a test holds it against the context.

A type is written "teks", "tanggal", "bilangan", "ya" (true or false) or "apa-saja"; as the pointer
of a fact ("/pihak/*"), which has the type of its schema; as a list of one type; as an object of
types. An object's `+` names what it has besides its own keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from toolkit.drafting.parties import KOTAK
from toolkit.drafting.words import sebutan

TEKS, TANGGAL, BILANGAN, YA, APA_SAJA = "teks", "tanggal", "bilangan", "ya", "apa-saja"
LARIK, OBJEK = "larik", "objek"

_SURAT_KUASA = {"+": "/surat_kuasa/*", "naskah": {"+": "/naskah/*", "judul": TEKS, "sebutan": TEKS}}
_PIHAK = {
    "+": "/pihak/*", "urut": BILANGAN, "romawi": TEKS, "sebutan_lengkap": TEKS, "komparisi": TEKS,
    "wakil": {"+": ["/pihak/*/wakil", "/surat_kuasa/*/penerima"]}, "wakil_tetap": "/pihak/*/wakil", "kuasa": "/surat_kuasa/*",
}
_SALINAN = {
    "nomor": BILANGAN, "nama": TEKS, "judul": TEKS, "nomor_naskah": TEKS, "tanggal": TANGGAL, "bentuk": TEKS,
    "jumlah": BILANGAN, "pemegang": TEKS, "keterangan": TEKS,
}
_REKAPITULASI = {
    "nomor": BILANGAN, "jenis": TEKS, "bentuk": TEKS, "nomor_naskah": TEKS, "tanggal": TANGGAL, "judul": TEKS, "pihak": TEKS,
    "objek": TEKS, "ruang_lingkup": TEKS, "jangka_waktu": TEKS, "mulai": TANGGAL, "sampai": TANGGAL, "keterangan": TEKS,
}
_BLOK = {"sebutan": TEKS, "badan": TEKS, "jabatan": TEKS, "nama": TEKS, "meterai": YA}
_INDUK = {"+": ["/naskah/*", "/naskah/*/kb_induk"]}
_DISEBUT = {"sebutan": TEKS, "nomor_lengkap": TEKS}
_DIUBAH = {"+": ["/naskah/*", "/naskah/*/mengubah"], **_DISEBUT, "judul": TEKS, "sebelumnya": [{"+": "/naskah/*", **_DISEBUT}]}
_KOTAK = dict.fromkeys(KOTAK, TEKS)
# The content of an agreement: the instance's own, else the case's fact of the same name.
_ISI = {
    "+": "/naskah/*/isi", "tujuan": [TEKS], "latar_belakang": TEKS, "nilai": BILANGAN,
    "hak_kewajiban": [{"+": "/naskah/*/isi/hak_kewajiban/*", "sebutan_lengkap": TEKS, "nama_pihak": TEKS}],
    "tugas_tanggung_jawab": [{"+": "/naskah/*/isi/tugas_tanggung_jawab/*", "sebutan_lengkap": TEKS, "nama_pihak": TEKS}],
}
_AYAT = {"nomor": BILANGAN, "teks": TEKS, "butir": [{"huruf": TEKS, "teks": TEKS, "tanda": TEKS}]}
_BLOK_ISI = {"jenis": TEKS, "teks": TEKS, "nomor": TEKS, "label": TEKS, "nilai": TEKS}

KONTEKS: Final[Mapping[str, Any]] = {
    "kasus": {"+": "/"},
    **{sebutan(number).lower().replace(" ", "_"): _PIHAK for number in range(1, 20)},
    "kita": _PIHAK, "mitra": _PIHAK, "para_mitra": [_PIHAK], "pihak": [_PIHAK],
    "tujuan": [TEKS],
    "naskah": {
        # Whatever array `data.instansi` may draw a document from gives it its keys.
        "+": ["/naskah/*", "/surat_kuasa/*", "/monev/*"],
        "id": TEKS, "nama": TEKS, "bentuk": TEKS, "sebutan": TEKS, "judul": TEKS, "tanggal": TANGGAL, "tempat": TEKS,
        "isi": _ISI, "jangka_waktu": "/jangka_waktu", "rangkap": BILANGAN, "nomor_baris": [{"pihak": TEKS, "nomor": TEKS}],
        "induk": _INDUK, "mengubah": _DIUBAH, "perpanjangan": TEKS, "premis": [TEKS], "konsideran": [TEKS],
    },
    "surat": {"nomor": TEKS, "tanggal": TANGGAL, "sifat": TEKS, "isi": [_BLOK_ISI]},
    "penandatangan": {
        "baris": [TEKS], "jabatan": TEKS, "nama": TEKS, "nama_gelar": TEKS, "pns": YA, "pangkat": TEKS, "nip": TEKS,
    },
    "kop": {"jenis": TEKS, "lambang": TEKS, "baris": [TEKS], "alamat": [TEKS]},
    "rapat": "/rapat/*",
    "kuasa": _SURAT_KUASA,
    "ttd": {"pasangan": [{"kiri": _BLOK, "kanan": _BLOK, "putus": YA}], "tunggal": _BLOK},
    "pasal": [{"nomor": BILANGAN, "judul": TEKS, "ayat": [_AYAT], "perubahan": [{"jenis": TEKS, "nomor": TEKS, "teks": TEKS}]}],
    "komparisi": [{"nomor": TEKS, "nama": TEKS, "teks": TEKS, "sebutan": TEKS}],
    "rencana_kerja": [{
        "+": "/naskah/*/isi/rencana_kerja/*", "nomor": BILANGAN,
        "tugas": [{"+": "/naskah/*/isi/rencana_kerja/*/tugas/*", "sebutan_lengkap": TEKS}],
    }],
    "lambang": {"kiri": TEKS, "kanan": TEKS, "tengah": TEKS, "baris": _KOTAK, "lanjutan": [_KOTAK]},
    "arsip": [_SALINAN], "eksemplar": [_SALINAN],
    "rekapitulasi": [_REKAPITULASI],
    "register": [{
        **_REKAPITULASI, "eksemplar": [_SALINAN],
        "penanda_tangan": [{"+": "/naskah/*/ttd/*", "badan": TEKS, "jabatan": TEKS, "tanggal": TANGGAL}],
    }],
    "dokumen": [{"+": "/naskah/*", "sebutan": TEKS, "nama": TEKS, "judul": TEKS, "nomor_naskah": TEKS}],
    "rantai_paraf": [{
        "nomor": BILANGAN, "tahap": TEKS, "langkah": TEKS, "jabatan": TEKS, "nama": TEKS, "tanggal": TANGGAL,
    }],
    "jejak": [{"langkah": TEKS, "kegiatan": TEKS, "pelaksana": TEKS, "nama": TEKS, "waktu": TANGGAL, "putusan": TEKS}],
    "langkah": {"nomor": TEKS, "kegiatan": TEKS, "pelaksana": TEKS},
    "sop": {"judul": TEKS, "nomor": TEKS, "unit": TEKS, "pemerintah_daerah": TEKS, "sebutan": TEKS},
    "acara": "/naskah/*",
    "tempat_tanggal": TEKS,
}

_TANGGAL_KE_TEKS = ("tanggal", "tanggal_angka", "hari", "hari_tanggal", "tanggal_kata", "bulan", "tahun", "bulan_romawi")
_BILANGAN_KE_TEKS = ("terbilang", "rangkap", "angka", "rupiah", "rupiah_angka", "romawi", "huruf", "sebutan")

# What each filter takes; `unsur` is given back by `first` and `last`, `default` by any value.
PENYARING: Final[Mapping[str, tuple[frozenset[str], Any]]] = {
    **{name: (frozenset({TANGGAL}), TEKS) for name in _TANGGAL_KE_TEKS},
    **{name: (frozenset({BILANGAN}), TEKS) for name in _BILANGAN_KE_TEKS},
    "pukul": (frozenset({TEKS}), TEKS), "jenis": (frozenset({TEKS}), TEKS), "alinea": (frozenset({TEKS}), [TEKS]), "rujuk": (frozenset({TEKS}), TEKS),
    "lama": (frozenset({OBJEK}), TEKS), "nama_gelar": (frozenset({OBJEK}), TEKS),
    "daftar": (frozenset({LARIK}), TEKS), "join": (frozenset({LARIK}), TEKS), "length": (frozenset({LARIK, TEKS, TANGGAL}), BILANGAN),
}
