"""Persetujuan DPRD: ada sebelum penandatanganan bila kerja sama membebani atau belum dianggarkan.

Mengapa: PKS (atau NK Sinergi) yang membebani masyarakat dan daerah, atau dananya belum ada dalam APBD,
tidak dapat ditandatangani tanpa persetujuan. Urutannya: KB ditandatangani, permohonan dengan rancangan
PKS, persetujuan, lalu PKS. DPRD yang diam 45 hari sejak menerima permohonan dianggap setuju. Kerja sama
yang tidak memakai dana daerah bukan "belum dianggarkan". Adendum yang menambah pembebanan memerlukan
persetujuannya sendiri; persetujuan atas naskah yang diubahnya tidak berlaku bagi tambahan itu.
Dasar: Permendagri 22/2020 Pasal 11, Pasal 12, Pasal 15 ayat (6), Pasal 34, Pasal 37 ayat (5), Pasal 56 dan Pasal 58; PP 28/2018 Pasal 6 ayat (2)
Contoh sesuai: permohonan diterima 2 Maret, disetujui 30 Maret, PKS ditandatangani 6 April
Contoh tidak sesuai: dana belum dianggarkan, PKS ditandatangani tanpa permohonan kepada DPRD
Perbaikan: mintakan persetujuan DPRD sebelum penandatanganan, atau catat dalam dprd bila sudah ada.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.model import ADENDUM, JsonObject
from toolkit.rules.instansi import (
    Instansi,
    diubah,
    induk,
    ketentuan,
    perjanjian,
)
from toolkit.rules.perkara import Perkara
from toolkit.rules.persetujuan import Persetujuan
from toolkit.rules.temuan import belum_terbukti, kata, temuan

ID = "persetujuan-dprd"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM


@dataclass(frozen=True, slots=True)
class Keperluan:
    """Whether approval is needed; None with the facts that would decide."""

    perlu: bool | None
    penentu: tuple[str, ...] = ()


def keperluan(pendanaan: JsonObject) -> Keperluan:
    """Needed if it burdens the public, or if the region pays what its budget does not hold yet."""
    public, beban = pendanaan.get("membebani_masyarakat"), pendanaan.get("beban")
    costs = None if beban is None else beban in {"kita", "bersama"}
    unbudgeted = False if costs is False else _and(costs, _not(pendanaan.get("dianggarkan")))
    if public or unbudgeted:
        return Keperluan(True)
    if public is False and unbudgeted is False:
        return Keperluan(False)
    unknown = [("pendanaan.membebani_masyarakat", public is None), ("pendanaan.beban", beban is None)]
    unknown.append(("pendanaan.dianggarkan", costs is True and unbudgeted is None))
    return Keperluan(None, tuple(name for name, absent in unknown if absent))


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


def _and(one: bool | None, two: bool | None) -> bool | None:
    if one is False or two is False:
        return False
    return None if one is None or two is None else True


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from _agreements(perkara)
    yield from _addenda(perkara)


def _agreements(perkara: Perkara) -> Iterator[Finding]:
    need = keperluan(perkara.kerja_sama.data.get("pendanaan", {}))
    bound = [
        (one, rule) for one in perjanjian(perkara) if one.ditandatangani
        and (rule := ketentuan(perkara, "dprd", one, "hari")) and one.bentuk in rule.isi["sebelum"]
    ]
    if need.perlu is False or not bound or perkara.kerja_sama.jenis is None:
        return
    if need.perlu is None:
        yield _unknown(bound[0][1], need)
        return
    shared = perkara.kerja_sama.data.get("dprd", {})
    for naskah, rule in bound:
        yield from Persetujuan(naskah, shared, "/dprd", rule.dasar, rule.isi["hari"], rule.isi["akibat"]).periksa()
    yield from _requested(perkara, *bound[0])


def _unknown(rule: Ketentuan, need: Keperluan) -> Finding:
    return belum_terbukti(
        ID, f"Belum terbukti apakah persetujuan DPRD diperlukan: {' dan '.join(need.penentu)} belum diisi.",
        rule.dasar, "/pendanaan", "Isi pendanaan: siapa yang menanggung, sudah dianggarkan atau belum, dan membebani masyarakat atau tidak.",
    )


def _addenda(perkara: Perkara) -> Iterator[Finding]:
    """An addendum that adds to the burden waits for an approval of its own."""
    for naskah in perjanjian(perkara, ADENDUM):
        law, rule = ketentuan(perkara, "dprd", naskah, "wajib"), ketentuan(perkara, "dprd", naskah, "hari")
        burden = naskah.data.get("menambah_beban")
        if law is None or rule is None or not naskah.ditandatangani or perkara.kerja_sama.jenis is None or burden is False:
            continue
        if burden is None:
            yield belum_terbukti(
                ID, f"Belum terbukti apakah persetujuan DPRD diperlukan untuk {naskah.nama}: menambah_beban belum diisi.",
                law.dasar, naskah.pointer, "Isi menambah_beban: perubahan ini menambah pembebanan (true) atau tidak (false).",
            )
        else:
            own, at = _dprd(perkara, naskah)
            yield from Persetujuan(naskah, own, at, law.dasar, rule.isi["hari"], rule.isi["akibat"]).periksa()


def _dprd(perkara: Perkara, naskah: Instansi) -> tuple[JsonObject, str]:
    """The request for an addendum: its own, else the case's where it is younger than what is changed."""
    if "dprd" in naskah.data:
        return naskah.data["dprd"], f"{naskah.pointer}/dprd"
    shared, changed = perkara.kerja_sama.data.get("dprd", {}), diubah(perkara, naskah)
    asked = shared.get("permohonan", shared.get("persetujuan", {})).get("tanggal", "")
    since = changed.tanggal if changed is not None else str((naskah.data.get("mengubah") or {}).get("tanggal", ""))
    return (shared, "/dprd") if asked > (since or "") else ({}, naskah.pointer)


def _requested(perkara: Perkara, naskah: Instansi, rule: Ketentuan) -> Iterator[Finding]:
    dprd = perkara.kerja_sama.data.get("dprd", {})
    sent = dprd.get("permohonan", {}).get("tanggal")
    parent = induk(perkara, naskah) if naskah.bentuk != "nota-kesepakatan" else None
    if sent and parent and parent.tanggal and sent < parent.tanggal:
        yield temuan(
            ID, SEVERITY,
            f"Permohonan persetujuan DPRD harus disertai {parent.nama} yang sudah ditandatangani, tetapi permohonannya {kata(sent)} dan kesepakatannya {kata(parent.tanggal)}.",
            rule.dasar, "/dprd/permohonan/tanggal", saran="Ajukan permohonan sesudah kesepakatan bersama ditandatangani.",
        )
    if "permohonan" in dprd:
        yield from _attached(rule, dprd.get("lampiran_permohonan"))


def _attached(rule: Ketentuan, listed: list[str] | None) -> Iterator[Finding]:
    wanted = rule.isi["lampiran"]
    names = ", ".join(one["nama"] for one in wanted)
    if listed is None:
        yield belum_terbukti(ID, f"Belum terbukti permohonan DPRD dilampiri {names}.", rule.dasar, "/dprd", "Isi dprd.lampiran_permohonan.")
        return
    text = " / ".join(listed).casefold()
    lacking = [one["nama"] for one in wanted if not any(word in text for word in one["kata"])]
    if lacking:
        yield temuan(
            ID, SEVERITY, f"Permohonan persetujuan DPRD harus dilampiri {names}, tetapi {' dan '.join(lacking)} tidak disebut.",
            rule.dasar, "/dprd/lampiran_permohonan", saran="Lengkapi lampiran permohonan.",
        )
