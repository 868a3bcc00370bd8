"""PKS tanpa KB: perjanjian kerja sama bersandar pada kesepakatan bersama yang lebih dahulu.

Mengapa: tahapannya KB dahulu, lalu (bila perlu) persetujuan DPRD, lalu PKS. Tanggal yang sama sah.
KB dalam berkas yang sama dianggap induknya bila PKS tidak menyebut yang lain.
Dasar: Permendagri 22/2020 Pasal 6 dan Pasal 28
Contoh sesuai: KB tanggal 2 Maret, PKS tanggal 6 April
Contoh tidak sesuai: KB tanggal 6 April, PKS tanggal 2 Maret
Perbaikan: sebut KB induknya pada kb_induk; PKS yang mendahului KB ditinjau bersama Bagian Hukum.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.rules.instansi import Instansi, hari_hukum, ketentuan, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, kata, menurut_hari, temuan

ID = "pks-tanpa-kb"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
SARAN = "Sebut kesepakatan bersama induknya pada kb_induk: id-nya dalam berkas ini, atau nomor dan tanggalnya."


@dataclass(frozen=True, slots=True)
class Induk:
    """The KB that a PKS rests on: how a message names it, its day, and the step that signs it."""

    nama: str
    tanggal: str | None
    langkah: str | None = None


def check(perkara: Perkara) -> Iterator[Finding]:
    for naskah in perjanjian(perkara):
        rule = ketentuan(perkara, "bentuk-naskah", naskah, "mendahului")
        if rule is None or perkara.kerja_sama.jenis not in {"ksdd", "ksdpk"}:
            continue
        parent = induk(perkara, naskah)
        if parent is not None:
            yield from _dated(naskah, parent, rule)
        elif naskah.ditandatangani or naskah.data.get("status") == "final":
            yield _orphan(perkara, naskah, rule)


def induk(perkara: Perkara, naskah: Instansi) -> Induk | None:
    """The KB named by `kb_induk`, else the only one in the case for the same partner."""
    named = naskah.data.get("kb_induk")
    if isinstance(named, dict):
        return Induk(f"Kesepakatan Bersama nomor {named['nomor']}", named["tanggal"])
    known = [one for one in perjanjian(perkara, "kesepakatan-bersama")]
    if named is not None:
        known = [one for one in known if one.data.get("id") == named]
    elif naskah.data.get("untuk"):
        known = [one for one in known if one.data.get("untuk") in (None, naskah.data["untuk"])]
    return Induk(known[0].nama, known[0].tanggal, known[0].langkah_ttd) if known else None


def _dated(naskah: Instansi, parent: Induk, rule: Ketentuan) -> Iterator[Finding]:
    if not naskah.ditandatangani:
        return
    if not (naskah.tanggal and parent.tanggal):
        yield belum_terbukti(
            ID, f"Belum terbukti {naskah.nama} ditandatangani sesudah {parent.nama}: tanggal salah satunya belum dicatat.",
            rule.dasar, naskah.pointer, "Isi tanggal kedua naskah.",
        )
    elif naskah.tanggal < parent.tanggal:
        yield temuan(
            ID, SEVERITY,
            f"{naskah.nama} harus ditandatangani sesudah {parent.nama} tanggal {kata(parent.tanggal)}, tetapi bertanggal {kata(naskah.tanggal)}.",
            rule.dasar, f"{naskah.pointer}/tanggal" if naskah.data.get("tanggal") else f"{naskah.pointer}/ttd",
            saran="Betulkan tanggalnya bila salah tulis; bila benar, tinjau PKS itu bersama Bagian Hukum.",
            langkah=naskah.langkah, bergantung=(naskah.langkah_ttd, parent.langkah),
        )


def _orphan(perkara: Perkara, naskah: Instansi, rule: Ketentuan) -> Finding:
    severity, verdict = menurut_hari(hari_hukum(perkara, naskah), Severity.WARNING)
    named = naskah.data.get("kb_induk")
    found = f"kb_induk {named} tidak ada dalam berkas" if named else "tidak menyebut kesepakatan bersama mana pun"
    return temuan(
        ID, severity, f"{naskah.nama} harus bersandar pada Kesepakatan Bersama, tetapi {found}.",
        rule.dasar, f"{naskah.pointer}/kb_induk" if named else naskah.pointer,
        saran=SARAN, verdict=verdict, langkah=naskah.langkah,
    )
