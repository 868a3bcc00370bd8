"""Naskah berbeda: bunyi naskah dalam arsip sama dengan naskah yang ditandatangani.

Mengapa: yang diarsipkan harus naskah yang disepakati. Yang dibandingkan bunyinya, bukan berkasnya:
nomor, tanggal, tempat dan paraf yang ditulis kemudian, serta DOCX yang dicetak menjadi PDF, bukan
perubahan. Hasil pindai tanpa teks tidak dapat dibandingkan dan disebut tidak diperiksa. Hanya diperiksa
dengan --arsip.
Dasar: kewajiban arsip dalam SOP yang bersangkutan; bila SOP tidak mengaturnya, Permendagri 22/2020 Pasal 16 ayat (2), Pasal 38 ayat (2) dan Pasal 59 ayat (2)
Contoh sesuai: PKS yang ditandatangani disimpan sebagai PDF bernomor
Contoh tidak sesuai: PKS dalam arsip menyebut jangka waktu lain
Perbaikan: simpan naskah yang ditandatangani; perubahan dibuat dengan adendum.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.comparison import ABAIKAN, Perubahan, banding
from toolkit.evidence.arsip import BerkasArsip
from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.rules.berkas_tercatat import Tercatat
from toolkit.rules.instansi import Instansi, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.simpanan import dasar_simpan
from toolkit.rules.temuan import temuan

ID = "naskah-berbeda"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    signed = {one.nomor: one.naskah for one in perkara.bacaan if one.naskah is not None and one.naskah.bacaan.berteks}
    for naskah in perjanjian(perkara):
        text = signed.get(naskah.nomor)
        if text is None or not naskah.ditandatangani or not text.bacaan.lengkap:
            continue
        for noted, kept in _kept(perkara, naskah):
            if kept.naskah is None:
                continue  # `arsip-terbaca` tells why it could not be opened
            if not (kept.naskah.bacaan.berteks and kept.naskah.bacaan.lengkap):
                yield _unread(perkara, naskah, noted, kept)
            elif changes := banding(text, kept.naskah, ABAIKAN):
                yield _finding(perkara, naskah, noted, kept, changes)


def _kept(perkara: Perkara, naskah: Instansi) -> Iterator[tuple[Tercatat, BerkasArsip]]:
    """The archived files of an agreement: under its own file's name, and its copies."""
    copies = enumerate(naskah.data.get("eksemplar", ()))
    holders = [(f"{naskah.pointer}/berkas", naskah.data), *((f"{naskah.pointer}/eksemplar/{place}/berkas", one) for place, one in copies)]
    told: set[str] = set()
    for pointer, one in holders:
        noted = Tercatat(pointer, one["berkas"], one.get("sha256")) if one.get("berkas") else None
        for kept in perkara.arsip or ():
            if noted and noted.cocok(kept) and kept.nama not in told:
                told.add(kept.nama)
                yield noted, kept


def _unread(perkara: Perkara, naskah: Instansi, noted: Tercatat, kept: BerkasArsip) -> Finding:
    basis, layer = dasar_simpan(perkara, naskah)
    return temuan(
        ID, Severity.INFO, f"Bunyi {kept.nama} dalam arsip tidak dibandingkan dengan {naskah.nama} yang ditandatangani, karena tidak seluruh halamannya memuat teks (hasil pindai).",
        basis, noted.pointer, layer=layer, verdict=Verdict.TIDAK_DIPERIKSA, langkah=naskah.langkah,
        saran="Bandingkan hasil pindai itu sendiri dengan naskahnya, atau simpan juga berkas yang berlapis teks.",
    )


def _finding(perkara: Perkara, naskah: Instansi, noted: Tercatat, kept: BerkasArsip, changes: list[Perubahan]) -> Finding:
    first, (basis, layer) = changes[0], dasar_simpan(perkara, naskah)
    more = f" dan {len(changes) - 1} perubahan lain" if len(changes) > 1 else ""
    return temuan(
        ID, SEVERITY,
        f"Bunyi {kept.nama} dalam arsip berbeda dengan {naskah.nama} yang ditandatangani: {first.bagian} {first.jenis}, semula “{first.lama[:120]}”, dalam arsip “{first.baru[:120]}”{more}.",
        basis, noted.pointer, layer=layer, langkah=naskah.langkah,
        saran="Simpan naskah yang ditandatangani; perubahan dibuat dengan adendum.",
    )
