"""Nama dan gelar: nama dalam perjanjian ditulis tanpa gelar.

Mengapa: format resmi menulis "nama tanpa gelar" pada komparisi dan tanda tangan, bagi semua pihak.
Gelar ditulis pada gelar_depan dan gelar_belakang, yang dipakai surat dan nota dinas.
Bila naskahnya sendiri dapat dibaca, nama dalam komparisi dan tanda tangan pada teksnya juga dilihat.
Dasar: Permendagri 22/2020 Lampiran huruf A, huruf B dan huruf C
Contoh sesuai: nama "Sri Wahyuni", gelar_belakang "S.H., M.H."
Contoh tidak sesuai: nama "Hj. Sri Wahyuni, S.H., M.H."
Perbaikan: pindahkan gelarnya ke gelar_depan dan gelar_belakang.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.model import JsonObject
from toolkit.rules.instansi import Instansi, hari_hukum, ketentuan, perjanjian
from toolkit.rules.orang import gelar, nama_polos
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import Teks, atas
from toolkit.rules.temuan import menurut_hari, temuan

ID = "nama-gelar"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM


_DI_BELAKANG = re.compile(r"(?:[A-Z][A-Za-z]{0,5}\.\s?)*[A-Z][A-Za-z]{0,5}\.?(?:\s?\([A-Za-z.]+\))?")


def check(perkara: Perkara) -> Iterator[Finding]:
    told: set[str] = set()
    yield from _recorded(perkara, told)
    yield from (one for one in atas(perkara, periksa) if not any(name in one.message for name in told))


def periksa(teks: Teks) -> Iterator[Finding]:
    rule = teks.ketentuan("komparisi", "wajib") if teks.perjanjian else None
    names = [(one.paragraf, one.nama) for one in teks.naskah.pihak] + [(one.paragraf, one.nama) for one in teks.naskah.ttd]
    seen: set[str] = set()
    for place, name in names if rule else ():
        titles = _titles(name)
        if rule and titles and nama_polos(name) not in seen:
            seen.add(nama_polos(name))
            yield teks.temuan(
                ID, teks.berat(SEVERITY), f"{teks.tempat(place)}: nama harus ditulis tanpa gelar, tetapi tertulis {name} ({' '.join(titles)}).",
                rule.dasar, "Tulis namanya tanpa gelar.",
            )


def _titles(name: str) -> list[str]:
    """Titles in a line of a text, which may hold more than the name after a comma."""
    front, _, behind = name.partition(",")
    later = [one.strip() for one in behind.split(",")]
    return gelar(front) + [one for one in later if one and _DI_BELAKANG.fullmatch(one)]


def _recorded(perkara: Perkara, told: set[str]) -> Iterator[Finding]:
    for naskah in perjanjian(perkara):
        for pointer, person in (*_representatives(perkara), *naskah.ttd):
            if gelar(person.get("nama", "")) and person["nama"] not in told:
                told.add(person["nama"])
                yield from _finding(perkara, naskah, f"{pointer}/nama", person)


def _representatives(perkara: Perkara) -> list[tuple[str, JsonObject]]:
    parties = enumerate(perkara.kerja_sama.pihak)
    return [(f"/pihak/{place}/wakil", one["wakil"]) for place, one in parties if "wakil" in one]


def _finding(perkara: Perkara, naskah: Instansi, pointer: str, person: JsonObject) -> Iterator[Finding]:
    rule = ketentuan(perkara, "komparisi", naskah)
    if rule is not None:
        severity, verdict = menurut_hari(hari_hukum(perkara, naskah), SEVERITY)
        yield temuan(
            ID, severity,
            f"Nama dalam {naskah.nama} harus ditulis tanpa gelar, tetapi tertulis {person['nama']} ({' '.join(gelar(person['nama']))}).",
            rule.dasar, pointer, verdict=verdict, saran="Pindahkan gelarnya ke gelar_depan dan gelar_belakang.",
        )
