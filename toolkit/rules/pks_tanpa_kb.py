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

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.rules.instansi import (
    Induk,
    Instansi,
    hari_hukum,
    induk,
    ketentuan,
    perjanjian,
)
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, kata, menurut_hari, temuan

ID = "pks-tanpa-kb"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
SARAN = "Sebut kesepakatan bersama induknya pada kb_induk: id-nya dalam berkas ini, atau nomor dan tanggalnya."


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
