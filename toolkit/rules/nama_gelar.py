"""Nama dan gelar: nama dalam perjanjian ditulis tanpa gelar.

Mengapa: format resmi menulis "nama tanpa gelar" pada komparisi dan tanda tangan, bagi semua pihak.
Gelar ditulis pada gelar_depan dan gelar_belakang, yang dipakai surat dan nota dinas.
Dasar: Permendagri 22/2020 Lampiran huruf A, huruf B dan huruf C
Contoh sesuai: nama "Sri Wahyuni", gelar_belakang "S.H., M.H."
Contoh tidak sesuai: nama "Hj. Sri Wahyuni, S.H., M.H."
Perbaikan: pindahkan gelarnya ke gelar_depan dan gelar_belakang.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.model import JsonObject
from toolkit.rules.instansi import Instansi, hari_hukum, ketentuan, perjanjian
from toolkit.rules.orang import gelar
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import menurut_hari, temuan

ID = "nama-gelar"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM


def check(perkara: Perkara) -> Iterator[Finding]:
    told: set[str] = set()
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
