"""Tanda tangan kurang: naskah yang dinyatakan ditandatangani belum ditandatangani semua pihak.

Mengapa: kerja sama mengikat sesudah semua pihak menandatangani; arsip sering hanya memuat satu tanda tangan.
Langkah penandatanganan yang terlewat dalam jejak juga disebut di sini, sekali untuk satu sebab.
Dasar: Permendagri 22/2020 Pasal 10, Pasal 14, Pasal 33, Pasal 36 dan Pasal 57; langkah penandatanganan dalam SOP
Contoh sesuai: ditandatangani PIHAK KESATU dan PIHAK KEDUA
Contoh tidak sesuai: berstatus ditandatangani, tetapi hanya PIHAK KESATU yang menandatangani
Perbaikan: mintakan tanda tangan yang kurang, atau catat bila sudah ada.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.hukum import Ketentuan
from toolkit.model import JsonObject
from toolkit.rules.instansi import (
    Instansi,
    ketentuan,
    perjanjian,
    pihak_naskah,
    ttd_pihak,
)
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import temuan
from toolkit.rules.urutan import penyimpangan, sebut, semua_bertindakan

ID = "tanda-tangan-kurang"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM


def check(perkara: Perkara) -> Iterator[Finding]:
    missed = list(_missed(perkara))
    yield from missed
    told = {step for one in missed for step in one.langkah}
    for naskah in perjanjian(perkara):
        if naskah.data.get("status") == "ditandatangani" and naskah.langkah_ttd not in told:
            yield from _unsigned(perkara, naskah)


def _missed(perkara: Perkara) -> Iterator[Finding]:
    for one, steps in penyimpangan(perkara, "terlewat"):
        if not semua_bertindakan(steps, "tanda-tangan"):
            continue
        event = perkara.kerja_sama.jejak[one.peristiwa[0]]
        later = perkara.sop.langkah_menurut_id[event.langkah]
        yield temuan(
            ID, SEVERITY,
            f"Penandatanganan pada {sebut(steps)} harus ada sebelum langkah {later.nomor}, tetapi tidak ada dalam jejak.",
            perkara.sop.dasar(*one.langkah), event.pointer,
            saran="Mintakan tanda tangan itu; bila sudah ditandatangani, catat dengan waktu yang sebenarnya.",
            layer=Layer.SOP, langkah=one.langkah,
        )


def _unsigned(perkara: Perkara, naskah: Instansi) -> Iterator[Finding]:
    parties = pihak_naskah(perkara, naskah)
    lacking = [one for one in parties if not ttd_pihak(perkara, naskah, one)]
    if not lacking or len(naskah.ttd) >= len(parties) > 0 and not _designated(naskah, parties):
        return
    rule = ketentuan(perkara, "penanda-tangan", naskah)
    if rule is None and perkara.kerja_sama.jenis is not None:
        return
    who = " dan ".join(f"PIHAK {one['sebutan']} ({one['nama']})" if one.get("sebutan") else one["nama"] for one in lacking)
    nothing = not naskah.ttd
    yield temuan(
        ID, SEVERITY,
        f"{naskah.nama} dinyatakan ditandatangani, tetapi tanda tangan {who} tidak ada dalam berkas.",
        _basis(perkara, naskah, rule), f"{naskah.pointer}/status" if nothing else f"{naskah.pointer}/ttd",
        saran="Mintakan tanda tangan yang kurang, atau catat siapa yang menandatangani dan kapan.",
        verdict=Verdict.BELUM_TERBUKTI if nothing else Verdict.TIDAK_SESUAI, langkah=naskah.langkah,
    )


def _designated(naskah: Instansi, parties: tuple[JsonObject, ...]) -> bool:
    """Whether it can be told who signed for whom; else only their number counts."""
    return all("pihak" in one for _, one in naskah.ttd) and all(one.get("sebutan") for one in parties)


def _basis(perkara: Perkara, naskah: Instansi, rule: Ketentuan | None) -> str:
    if rule is not None:
        return rule.dasar
    return perkara.sop.dasar(*naskah.langkah)
