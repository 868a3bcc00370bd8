"""Unsur naskah: KB, PKS dan NK memuat unsur yang diwajibkan.

Mengapa: pasal yang tidak ada baru terasa saat bersengketa. Unsur dicari menurut maknanya: KORESPONDENSI
ialah surat-menyurat, FORCE MAJEURE ialah keadaan kahar, WANPRESTASI ialah sanksi, OBJEK DAN RUANG LINGKUP
boleh dalam satu pasal; komparisi, konsideran dan penutup tidak berjudul dan dicari dari kalimatnya. Sanksi
hanya untuk PKS dengan pihak ketiga. Yang tidak ditemukan menjadi kesalahan hanya bila seluruh teks terbaca,
setiap pasal berjudul dan judulnya dikenali; selain itu belum terbukti. Hasil pindai tanpa teks tidak diperiksa.
Adendum tidak dinilai: unsurnya tidak diatur. Ejaan yang lazim tetapi tidak baku hanya dicatat.
Dasar: Permendagri 22/2020 Pasal 40, Pasal 41 dan Pasal 42; PP 28/2018 Pasal 19 ayat (2) huruf d
Contoh sesuai: KB dengan Pasal 8 KORESPONDENSI
Contoh tidak sesuai: PKS tanpa pasal dan kalimat tentang keadaan kahar
Perbaikan: tambahkan pasal tentang unsur yang disebut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from toolkit.evidence.bacaan import CATATAN
from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.hukum import Ketentuan
from toolkit.rules.judul_pasal import asing, judul_pasal, padat, sebutan_cocok
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import LAMPIRAN, Teks, atas

ID = "unsur-naskah"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
DASAR = "Permendagri 22/2020 Pasal 40, Pasal 41 dan Pasal 42"
_BAKU = (
    (r"\bPIHAK\s+PERTAMA\b", "PIHAK PERTAMA", "PIHAK KESATU"),
    (r"(?<![@.\w])kerjasama\b(?!@)", "kerjasama", "kerja sama"),
    (r"\b(?:ber)?materai\b", "materai", "meterai"),
    (r"\bforce\s+majeure?\b", "force majeure", "keadaan kahar"),
    (r"^(?:pasal\s+\w+\W*)?korespondensi$", "korespondensi", "surat-menyurat"),
)


def check(perkara: Perkara) -> Iterator[Finding]:
    for one in perkara.bacaan:
        if one.naskah is None:
            pesan = f"Isi {one.berkas} tidak diperiksa: {one.sebab}"
            yield Finding(ID, Severity.INFO, pesan, (DASAR,), LAYER, Verdict.TIDAK_DIPERIKSA, "Sediakan naskah .docx atau .pdf yang dapat dibaca.")
    yield from atas(perkara, periksa)


def periksa(teks: Teks) -> Iterator[Finding]:
    if not teks.dapat_dibaca:
        yield teks.catatan(
            ID, "Isi naskah tidak diperiksa: berkasnya tidak memuat teks yang terbaca (hasil pindai, atau PDF yang hurufnya tidak tersimpan).", DASAR,
            "Sediakan naskah .docx, atau PDF yang berlapis teks.", Verdict.TIDAK_DIPERIKSA,
        )
        return
    if not teks.utuh:
        yield _partly(teks)
    if teks.naskah.bacaan.dwibahasa:
        yield teks.catatan(
            ID, "Terjemahan di samping teks bahasa Indonesia tidak diperiksa.", DASAR,
            "Cocokkan sendiri terjemahannya dengan teks bahasa Indonesia.", Verdict.TIDAK_DIPERIKSA,
        )
    if any(one.bagian == CATATAN and len(one.rapi) > 1 for one in teks.naskah.bacaan.paragraf):
        yield teks.catatan(ID, "Catatan kaki naskah tidak diperiksa.", DASAR, "Baca catatan kakinya sendiri; ketentuan ditulis dalam pasal.", Verdict.TIDAK_DIPERIKSA)
    if teks.perjanjian:
        yield from _missing(teks)
        yield from _spelling(teks)


def _partly(teks: Teks) -> Finding:
    read = teks.naskah.bacaan
    silent, recognised = (", ".join(map(str, pages)) for pages in (read.halaman_tanpa_teks, read.halaman_dikenali))
    what = [f"halaman {silent} tidak memuat teks yang terbaca"] if silent else []
    what += [f"halaman {recognised} ialah hasil pindai, dan hurufnya dikenali mesin"] if recognised else []
    return teks.catatan(ID, f"Sebagian naskah tidak diperiksa: {'; '.join(what) or 'sebagian isinya disematkan dari berkas lain'}.", DASAR, "Sediakan naskah yang seluruhnya berlapis teks.", Verdict.TIDAK_DIPERIKSA)


def _missing(teks: Teks) -> Iterator[Finding]:
    for rule in teks.hukum.ketentuan("unsur-naskah", pada=teks.hari, jenis=teks.jenis_diduga, bentuk=teks.bentuk):
        for unsur in rule.isi["unsur"]:
            if not _present(teks, unsur):
                yield _finding(teks, rule, unsur)


def _present(teks: Teks, unsur: dict[str, Any]) -> bool:
    if unsur.get("letak") == "kepala":
        return _in_head(teks, unsur)
    if unsur.get("letak") == "penutup" and (teks.naskah.penutup is not None or teks.naskah.rangkap is not None):
        return True
    headings = judul_pasal(teks.naskah)
    if any(sebutan_cocok(heading, name) for heading in headings for name in unsur.get("sebutan", ())):
        return True
    begin, end = teks.naskah.batang
    after = len(teks.naskah.isi) if unsur.get("letak") == "penutup" else end
    body = padat(" ".join(one.rapi for one in teks.naskah.isi[begin if teks.naskah.pasal else 0: after]))
    return any(padat(phrase) in body for phrase in unsur.get("frasa", ()))


def _in_head(teks: Teks, unsur: dict[str, Any]) -> bool:
    """Komparisi, parties and considerations have no headings: found by phrase or by what they are."""
    named = [one for one in teks.naskah.pihak if one.nama]
    if unsur["id"] in {"komparisi", "para-pihak"} and len(named) >= 2:
        return True
    head = padat(" ".join(one.rapi for one in teks.naskah.kepala))
    return any(padat(phrase) in head for phrase in unsur.get("frasa", ()))


def _finding(teks: Teks, rule: Ketentuan, unsur: dict[str, Any]) -> Finding:
    name = unsur["judul"][:1].lower() + unsur["judul"][1:]
    saran = f"Tambahkan {name}, atau tunjukkan pasal yang mengaturnya."
    doubt = _doubt(teks, rule, unsur)
    if doubt:
        return teks.catatan(ID, f"{teks.sebutan} harus memuat {name}; belum ditemukan, {doubt}.", rule.dasar, saran)
    return teks.temuan(
        ID, teks.berat(SEVERITY), f"{teks.sebutan} harus memuat {name}, tetapi tidak ada {_where(unsur)} yang mengaturnya.", rule.dasar, saran,
    )


def _where(unsur: dict[str, Any]) -> str:
    return "pasal atau kalimat" if unsur.get("letak") == "isi" else "kalimat"


def _doubt(teks: Teks, rule: Ketentuan, unsur: dict[str, Any]) -> str | None:
    """Why what was not found may be there all the same."""
    if not teks.utuh:
        return "tetapi tidak seluruh halaman terbaca"
    if teks.jenis is None and (len(rule.berlaku.get("jenis", ())) == 1 or teks.naskah.judul.bentuk == "nota-kesepahaman"):
        return "tetapi jenis kerja samanya tidak disebut (--jenis)"
    if not teks.naskah.pasal:
        return "tetapi naskah ini tidak berpasal"
    if unsur.get("letak") == "kepala":
        return None
    if any(not one.judul for one in teks.naskah.pasal):
        return "tetapi tidak setiap pasal berjudul"
    unknown = asing(teks.hukum, teks.naskah) if unsur.get("letak") == "isi" else []
    return f"tetapi mungkin diatur dalam {', '.join(unknown[:4])}" if unknown else None


def _spelling(teks: Teks) -> Iterator[Finding]:
    """Words that offices use and the standard does not: one note for all."""
    found = [
        f"“{used}” (baku: {standard})" for pattern, used, standard in _BAKU
        if any(re.search(pattern, one.rapi, re.IGNORECASE) for one in teks.naskah.isi)
    ]
    if found and teks.hari is not None and teks.format_berlaku:
        yield teks.catatan(ID, f"Naskah memakai {', '.join(found)}; diterima, tetapi tidak baku.", LAMPIRAN, "Tulis bentuk bakunya pada naskah berikutnya.", Verdict.TIDAK_SESUAI)
