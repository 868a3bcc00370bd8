"""Isian belum diganti: titik-titik, petunjuk pengisian dan sisa templat masih ada dalam naskah.

Mengapa: naskah yang diajukan untuk ditandatangani dengan "…………" atau "(nama tanpa gelar)" belum selesai.
Nomor dan tanggal boleh kosong sampai diisi, kolom tanda tangan dan paraf memang kosong, dan konsep yang
belum bernomor dan bertanggal diperingatkan saja. Nomor dan tanggal yang kosong pada berkas naskah yang sudah
ditandatangani tidak disebut bila tercatat dalam berkas kerja sama: keduanya diisi tangan. Teks tersembunyi
dan perubahan yang belum diterima dicatat.
Dasar: Permendagri 22/2020 Pasal 40, Pasal 41, Pasal 42 dan Lampiran
Contoh sesuai: "NOMOR : ……" pada naskah yang belum ditandatangani
Contoh tidak sesuai: "berkedudukan di ……………, Jalan ……………" pada naskah yang sudah bernomor dan bertanggal
Perbaikan: isi atau hapus bagian yang disebut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.evidence.tanggal import PEMBUKA
from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import Teks, atas

ID = "isian-belum-diganti"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
DASAR = "Permendagri 22/2020 Pasal 40, Pasal 41, Pasal 42 dan Lampiran"
SARAN = "Isi atau hapus bagian itu sebelum naskah ditandatangani."
_TITIK = re.compile(r"(?:[.…_‥]\s?){4,}|…|_{3,}|(?<![\w.])\.{3}(?![\w.])")
_SISA = re.compile(
    r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|<<.{0,200}?>>|«.{0,200}?»|\[(?:\s*(?:isi|nama|nomor|tanggal|alamat|jabatan|sebutkan|tulis|diisi|pihak|judul|tempat)[^\]]{0,60})\]|"
    r"\(\s*(?:nama\s+tanpa\s+gelar|diisi[^)]{0,60}|sebutkan[^)]{0,60}|tuliskan[^)]{0,60})\)|\bx{3,}\b|\blorem ipsum\b|"
    r"\b(?:hh|dd)[-/]bb?[-/]tt+|\bdd[-/]mm[-/]yyyy\b|gubernur\s*/\s*bupati\s*/\s*wali\s?kota|klik (?:atau ketuk )?di sini untuk|click or tap here|coret yang tidak perlu|\bdst\.?\s*$",
    re.IGNORECASE,
)
_DAFTAR_ISI = re.compile(r"[.…]{3,}\s*\d{1,3}\s*$")
BATAS = 12
_NOMOR = re.compile(r"^(?:nomor|no\.)\b", re.IGNORECASE)


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from atas(perkara, periksa)


def periksa(teks: Teks) -> Iterator[Finding]:
    found = [(place, text, match, severity) for place, text in _spots(teks) if (match := _blank(teks, text)) and (severity := _severity(teks, place, text))]
    for one in found[:BATAS]:
        yield _finding(teks, *one)
    if len(found) > BATAS:
        place, _, _, severity = found[BATAS]
        yield teks.temuan(ID, teks.berat_bentuk(severity), f"{teks.tempat(place)}: masih ada {len(found) - BATAS} isian lain yang harus sudah diganti.", DASAR, SARAN)
    yield from _notes(teks)


def _blank(teks: Teks, text: str) -> re.Match[str] | None:
    """A left-over; dotted lines only in agreements, since forms and letters are made with them."""
    left = _SISA.search(text)
    if left is not None or not teks.perjanjian or _DAFTAR_ISI.search(text):
        return left
    return _TITIK.search(text)


def _severity(teks: Teks, place: int, text: str) -> Severity | None:
    if _later(teks, place, text):
        if teks.status != "ditandatangani":
            return None
        # What the case records was written in by hand on the signed paper; the file shows it no more.
        by_hand = "nomor" if _NOMOR.match(text) else "tanggal"
        return None if by_hand in teks.diisi_tangan else Severity.WARNING
    return SEVERITY if teks.selesai else Severity.WARNING


def _spots(teks: Teks) -> Iterator[tuple[int, str]]:
    """Everything but the places for signatures, which hands fill."""
    read = teks.naskah
    first = min((one.paragraf for one in read.ttd), default=len(read.isi))
    blank = range(first, read.lampiran if read.lampiran is not None else len(read.isi))
    for place, one in enumerate(read.isi):
        if place not in blank or re.search(r"\{\{|nama\s+tanpa\s+gelar", one.rapi, re.IGNORECASE):
            yield place, one.rapi


def _later(teks: Teks, place: int, text: str) -> bool:
    """Number and date may be written in by hand until the signing; a tag of a template may not."""
    if re.search(r"\{\{|\{%|<<", text):
        return False
    return bool(_NOMOR.match(text)) or (place < (teks.naskah.pasal[0].awal if teks.naskah.pasal else len(teks.naskah.isi)) and bool(PEMBUKA.search(text[:40])))


def _finding(teks: Teks, place: int, text: str, match: re.Match[str], severity: Severity) -> Finding:
    around = " ".join(text[max(0, match.start() - 40): match.end() + 30].split())
    weight = teks.berat_bentuk(severity)
    return teks.temuan(ID, weight, f"{teks.tempat(place)}: isian harus sudah diganti, tetapi tertulis “{around}”.", DASAR, SARAN)


def _notes(teks: Teks) -> Iterator[Finding]:
    read = teks.naskah.bacaan
    if read.tersembunyi:
        yield teks.catatan(ID, f"Naskah memuat teks tersembunyi yang tidak tercetak (“{read.tersembunyi[0][:60]}”).", DASAR, "Hapus teks tersembunyi itu.", Verdict.TIDAK_SESUAI)
    if read.sisipan or read.hapusan:
        yield teks.catatan(
            ID, f"Naskah memuat perubahan terlacak yang belum diterima ({read.sisipan} sisipan, {read.hapusan} penghapusan); yang dinilai ialah teks sesudah perubahan.",
            DASAR, "Terima atau tolak setiap perubahan sebelum naskah dicetak.", Verdict.TIDAK_SESUAI,
        )
