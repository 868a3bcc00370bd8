"""Kriteria prakarsa: KSDPK atas prakarsa pihak ketiga memenuhi tiga kriterianya.

Mengapa: usulan pihak ketiga hanya dapat diterima bila sesuai dengan rencana induk sektornya, layak, dan
pengusulnya mampu membiayai. Apakah terpenuhi dinilai TKKSD; yang dilihat di sini hanya apakah buktinya
dicatat, maka selalu hanya catatan.
Dasar: Permendagri 22/2020 Pasal 26 ayat (1)
Contoh sesuai: rencana induk disebut, studi kelayakan memuat analisis manfaat dan biaya, kemampuan keuangan diisi
Contoh tidak sesuai: kemampuan keuangan pihak ketiga tidak dicatat
Perbaikan: mintakan buktinya kepada pihak ketiga dan catat sebelum dikaji TKKSD.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.conditions import facts
from toolkit.findings import Finding, Layer, Severity
from toolkit.model import JsonObject
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti
from toolkit.rules.tim import pertama

ID = "kriteria-prakarsa"
SEVERITY = Severity.INFO
LAYER = Layer.HUKUM


def check(perkara: Perkara) -> Iterator[Finding]:
    case, naskah = perkara.kerja_sama, pertama(perkara)
    if naskah is None or case.jenis is None or case.prakarsa is None:
        return
    rule = perkara.hukum.satu("studi-kelayakan", pada=naskah.tanggal, kunci="pertimbangan", jenis=case.jenis, prakarsa=case.prakarsa)
    lacking = [one for one in rule.isi["pertimbangan"] if not _told(case.data, one)] if rule else []
    if rule and lacking:
        names = ", ".join(one["judul"] for one in lacking)
        yield belum_terbukti(
            ID, f"Belum terbukti prakarsa pihak ketiga memenuhi kriteria: {names}.",
            rule.dasar, lacking[0]["fakta"][0], "Catat buktinya: rencana induk dalam perencanaan, studi kelayakan, kemampuan keuangan dalam profil_mitra.",
        )


def _told(data: JsonObject, criterion: JsonObject) -> bool:
    return any(fact.value for pointer in criterion["fakta"] for fact in facts(data, pointer))
