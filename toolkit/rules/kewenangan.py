"""Kewenangan: surat penawaran, permintaan tanggapan kedua, kesepakatan dan permohonan DPRD ditandatangani pejabat yang berwenang.

Mengapa: yang mewakili daerah ialah kepala daerah; tanda tangan pejabat lain tidak mengikat daerah.
Untuk PKS, yang ditandatangani pejabat lain tanpa kuasa disebut oleh aturan surat-kuasa.
Dasar: Permendagri 22/2020 Pasal 8 ayat (2) dan ayat (4), Pasal 10 ayat (2), Pasal 12 ayat (1) huruf a, Pasal 30, Pasal 33, Pasal 54 ayat (2) dan ayat (4) dan Pasal 57 ayat (2)
Contoh sesuai: Kesepakatan Bersama ditandatangani Bupati
Contoh tidak sesuai: Kesepakatan Bersama ditandatangani Kepala Dinas, juga dengan surat kuasa
Perbaikan: mintakan tanda tangan kepala daerah; kuasa hanya dapat diberikan untuk PKS.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.model import JsonObject, Langkah, Peristiwa
from toolkit.rules.instansi import (
    Instansi,
    hari_hukum,
    ketentuan,
    perjanjian,
    ttd_kita,
    ttd_pihak,
)
from toolkit.rules.orang import peran_orang
from toolkit.rules.perkara import Perkara
from toolkit.rules.surat import surat_keluar
from toolkit.rules.temuan import menurut_hari, temuan
from toolkit.rules.urutan import kejadian

ID = "kewenangan"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
SARAN = "Mintakan tanda tangan kepala daerah; bila hanya salah tulis, betulkan jabatan dalam berkas."
SARAN_MITRA = "Mintakan surat penawaran yang ditandatangani kepala daerah calon mitra."


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from _letters(perkara)
    found = list(_agreements(perkara))
    yield from found
    told = {step for one in found for step in one.langkah}
    yield from (one for one in _trail(perkara) if told.isdisjoint(one.langkah))


def _letters(perkara: Perkara) -> Iterator[Finding]:
    data = perkara.kerja_sama.data
    requested = data.get("dprd", {}).get("permohonan")
    letters = (
        ("surat-penawaran", "/penawaran", data.get("penawaran"), "Surat penawaran"),
        ("permohonan-persetujuan-dprd", "/dprd/permohonan", requested, "Surat permohonan persetujuan DPRD"),
    )
    second = (
        ("permintaan-tanggapan-kedua", pointer, letter, "Permintaan tanggapan kedua")
        for pointer, letter in surat_keluar(perkara, "permintaan-tanggapan-kedua")
    )
    for form, pointer, letter, name in (*letters, *second):
        signer = (letter or {}).get("penanda_tangan")
        if letter and signer:
            yield from _letter(perkara, form, f"{pointer}/penanda_tangan", letter, name)


def _letter(perkara: Perkara, form: str, pointer: str, letter: JsonObject, name: str) -> Iterator[Finding]:
    case, day = perkara.kerja_sama, letter.get("tanggal")
    rule = perkara.hukum.satu("penanda-tangan", pada=day, bentuk=form, jenis=case.jenis, prakarsa=case.prakarsa)
    if rule is None or case.jenis is None or case.prakarsa is None:
        return
    theirs = form == "surat-penawaran" and case.prakarsa != "daerah"
    signer = letter["penanda_tangan"]
    if theirs and "jabatan" not in signer:
        return  # a partner's signatory is known by the post on the letter only
    if _unauthorised(perkara, rule, signer):
        severity, verdict = menurut_hari(day, SEVERITY)
        yield temuan(
            ID, severity, f"{name} harus ditandatangani kepala daerah, tetapi ditandatangani {_who(perkara, signer)}.",
            rule.dasar, pointer, saran=SARAN_MITRA if theirs else SARAN, verdict=verdict,
        )


def _unauthorised(perkara: Perkara, rule: Ketentuan, signer: JsonObject) -> bool:
    role = peran_orang(perkara, signer, rule.isi["sebutan_jabatan"])
    return role is not None and role not in rule.isi["penanda_tangan"]


def _agreements(perkara: Perkara) -> Iterator[Finding]:
    for naskah in perjanjian(perkara):
        rule = ketentuan(perkara, "penanda-tangan", naskah)
        if rule is None or rule.isi["kuasa_kepada"] or perkara.kerja_sama.jenis is None:
            continue
        for pointer, signer in _bound(perkara, naskah):
            if _unauthorised(perkara, rule, signer):
                yield _agreement(perkara, naskah, rule, pointer, signer)
                break


def _bound(perkara: Perkara, naskah: Instansi) -> list[tuple[str, JsonObject]]:
    """Signatures that must be a head of region's: ours, and those of other regions."""
    regions = [one for one in perkara.kerja_sama.mitra(perkara.sop) if one.get("bentuk") == "pemda"]
    others = [
        (pointer, one) for party in regions for pointer, one in ttd_pihak(perkara, naskah, party)
        if "jabatan" in one and perkara.sop.peran(one.get("pelaksana")) in (None, "mitra")
    ]
    return ttd_kita(perkara, naskah) + others


def _agreement(
    perkara: Perkara, naskah: Instansi, rule: Ketentuan, pointer: str, signer: JsonObject
) -> Finding:
    severity, verdict = menurut_hari(hari_hukum(perkara, naskah), SEVERITY)
    power = " dengan surat kuasa" if signer.get("kuasa") else ""
    return temuan(
        ID, severity,
        f"{naskah.nama} harus ditandatangani sendiri oleh kepala daerah, tetapi ditandatangani {_who(perkara, signer)}{power}.",
        rule.dasar, pointer, saran=SARAN, verdict=verdict, langkah=naskah.langkah,
    )


def _who(perkara: Perkara, signer: JsonObject) -> str:
    acting = signer.get("pelaksana", "")
    post = signer.get("jabatan") or (perkara.sop.jabatan(acting) if acting in perkara.sop.pelaksana else None)
    return f"{signer['nama']} ({post})" if post else str(signer["nama"])


def _trail(perkara: Perkara) -> Iterator[Finding]:
    """Signing steps whose logged signatory is another actor than the SOP names. Signing for
    somebody else makes nobody the SOP's signatory: who may do so stands among its actors."""
    for step, events in kejadian(perkara):
        actors = {event.pelaksana for event in events}
        known = actors <= perkara.sop.pelaksana.keys()
        if step.tindakan == "tanda-tangan" and known and actors.isdisjoint(step.boleh):
            yield _logged(perkara, step, events[0])


def _logged(perkara: Perkara, step: Langkah, event: Peristiwa) -> Finding:
    found = perkara.sop.jabatan(event.pelaksana or "")
    return temuan(
        ID, Severity.WARNING if step.tersirat else SEVERITY,
        f"Langkah {step.nomor} harus ditandatangani {perkara.sop.jabatan(*step.pelaksana)}, tetapi jejak mencatat {found}.",
        perkara.sop.dasar(step.id), f"{event.pointer}/pelaksana",
        saran="Mintakan tanda tangan pejabat yang berwenang, atau betulkan jejak bila salah catat.",
        layer=Layer.SOP, langkah=(step.id,),
    )
