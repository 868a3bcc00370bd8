"""Lambang: lambang pada halaman pertama sesuai dengan jenis naskah dan sisi pihaknya.

Mengapa: KB antardaerah memakai lambang negara di atas; PKS antardaerah dan naskah dengan pihak ketiga
memakai lambang daerah di kanan dan lambang atau logo mitra di kiri. Gambar tidak dikenali isinya: yang
terbukti hanya gambar yang tidak ada, atau yang keterangannya menyebut gambar lain.
Dasar: Permendagri 22/2020 Pasal 43, Pasal 44 dan Lampiran
Contoh sesuai: KB dengan PT: logo mitra di kiri dan lambang daerah di kanan
Contoh tidak sesuai: KB dengan PT tanpa lambang dan logo
Perbaikan: pasang lambang menurut jenis naskah dan sisinya.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.evidence.bacaan import KEPALA
from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import Teks, atas

ID = "lambang"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM
SARAN = "Pasang lambang menurut jenis naskah dan sisi pihaknya."
_NEGARA = re.compile(r"garuda|lambang\s+negara", re.IGNORECASE)
_DAERAH = re.compile(r"lambang\s+(?:daerah|kabupaten|kota|provinsi|pemerintah)", re.IGNORECASE)
_MITRA = re.compile(r"\blogo\b", re.IGNORECASE)


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from atas(perkara, periksa)


def periksa(teks: Teks) -> Iterator[Finding]:
    rule = teks.ketentuan("lambang-sisi", "lambang") if teks.perjanjian and teks.jenis_diduga else None
    wanted = rule.isi["lambang"] if rule else []
    if rule is None or not wanted:
        return
    marks = _marks(teks)
    if not marks:
        yield _missing(teks, rule)
    elif len(wanted) > len(marks):
        yield teks.catatan(ID, f"Halaman pertama {teks.sebutan} harus memuat {_words(rule)}; yang terbaca hanya satu gambar, sehingga belum terbukti keduanya ada.", rule.dasar, SARAN)
    else:
        yield from _misplaced(teks, rule, marks)


def _missing(teks: Teks, rule: Ketentuan) -> Finding:
    what = f"Halaman pertama {teks.sebutan} harus memuat {_words(rule)}, tetapi tidak ada gambar di atas judulnya"
    if teks.naskah.bacaan.jenis == "pdf" or teks.jenis is None:
        return teks.catatan(ID, f"{what}; gambar yang digambar sebagai garis, atau jenis kerja sama yang lain, tidak dapat dibedakan.", rule.dasar, SARAN)
    return teks.temuan(ID, teks.berat(SEVERITY), f"{what}.", rule.dasar, SARAN)


def _misplaced(teks: Teks, rule: Ketentuan, marks: list[tuple[str, str]]) -> Iterator[Finding]:
    """Only what a picture is called can prove that it is the wrong one or on the wrong side."""
    wanted = {one["letak"]: one["gambar"] for one in rule.isi["lambang"]}
    national = any("garuda" in one.casefold() for one in wanted.values())
    for side, words in marks:
        wrong = None
        if _NEGARA.search(words) and not national:
            wrong = "tetapi yang dipasang lambang negara"
        elif not national and side == "kiri" and _DAERAH.search(words) and "logo" in wanted.get("kiri", "").casefold():
            wrong = "tetapi lambang daerah ada di kiri"
        elif national and _DAERAH.search(words) and not any(_NEGARA.search(other) for _, other in marks):
            wrong = "tetapi yang dipasang lambang daerah"
        if wrong and teks.jenis is not None:
            yield teks.temuan(ID, teks.berat(SEVERITY), f"Halaman pertama {teks.sebutan} harus memuat {_words(rule)}, {wrong}.", rule.dasar, SARAN)
            return


def _marks(teks: Teks) -> list[tuple[str, str]]:
    """Side and words of what stands above the title: pictures, and boxes that name an emblem."""
    reading = teks.naskah.bacaan
    head = teks.naskah.judul
    before, until = (reading.paragraf.index(teks.naskah.isi[place]) for place in (head.awal, max(head.akhir - 1, head.awal)))
    pictures = [(one.sisi, one.uraian) for one in reading.gambar if one.sebelum <= until]
    boxes: dict[object, list[str]] = {}
    for one in reading.paragraf[:before]:
        if one.bagian != KEPALA and (one.sel is not None or _named(one.rapi)):
            key = (one.sel.tabel, one.sel.kolom) if one.sel else one.nomor
            boxes.setdefault((key, _side(one.sel.tengah if one.sel else 0.5)), []).append(one.rapi)
    named = [(str(key[1]), " ".join(lines)) for key, lines in boxes.items() if isinstance(key, tuple) and _named(" ".join(lines))]
    return pictures + named


def _named(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_NEGARA, _DAERAH, _MITRA))


def _side(middle: float) -> str:
    return "kiri" if middle < 0.45 else "kanan" if middle > 0.55 else "tengah"


def _words(rule: Ketentuan) -> str:
    return " dan ".join(f"{one['gambar']} di {one['letak']}" for one in rule.isi["lambang"])
