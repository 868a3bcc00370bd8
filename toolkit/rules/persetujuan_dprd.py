"""Persetujuan DPRD: ada sebelum penandatanganan bila kerja sama membebani atau belum dianggarkan.

Mengapa: PKS (atau NK Sinergi) yang membebani masyarakat dan daerah, atau dananya belum ada dalam APBD,
tidak dapat ditandatangani tanpa persetujuan. Urutannya: KB ditandatangani, permohonan dengan rancangan
PKS, persetujuan, lalu PKS. DPRD yang diam 45 hari sejak menerima permohonan dianggap setuju. Kerja sama
yang tidak memakai dana daerah bukan "belum dianggarkan".
Dasar: Permendagri 22/2020 Pasal 11, Pasal 12, Pasal 34 dan Pasal 56; PP 28/2018 Pasal 6 ayat (2)
Contoh sesuai: permohonan diterima 2 Maret, disetujui 30 Maret, PKS ditandatangani 6 April
Contoh tidak sesuai: dana belum dianggarkan, PKS ditandatangani tanpa permohonan kepada DPRD
Perbaikan: mintakan persetujuan DPRD sebelum penandatanganan, atau catat dalam dprd bila sudah ada.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.model import JsonObject
from toolkit.rules.instansi import Instansi, induk, ketentuan, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, kata, sesudah, temuan

ID = "persetujuan-dprd"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
SARAN = "Mintakan persetujuan DPRD sebelum penandatanganan; bila sudah ada, catat dalam dprd."


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
    for naskah, rule in bound:
        yield from _approved(perkara, naskah, rule)
    yield from _requested(perkara, *bound[0])


def _unknown(rule: Ketentuan, need: Keperluan) -> Finding:
    return belum_terbukti(
        ID, f"Belum terbukti apakah persetujuan DPRD diperlukan: {' dan '.join(need.penentu)} belum diisi.",
        rule.dasar, "/pendanaan", "Isi pendanaan: siapa yang menanggung, sudah dianggarkan atau belum, dan membebani masyarakat atau tidak.",
    )


def _approved(perkara: Perkara, naskah: Instansi, rule: Ketentuan) -> Iterator[Finding]:
    dprd, day = perkara.kerja_sama.data.get("dprd", {}), naskah.tanggal
    if day is None:
        yield belum_terbukti(
            ID, f"Belum terbukti {naskah.nama} ditandatangani sesudah persetujuan DPRD: tanggalnya belum dicatat.",
            rule.dasar, naskah.pointer, "Isi tanggal naskah.",
        )
    elif dprd.get("sikap") == "menolak":
        yield _breach(naskah, rule, "DPRD menolak permohonannya", "/dprd/sikap")
    elif "persetujuan" in dprd:
        yield from _in_time(naskah, rule, day, dprd["persetujuan"].get("tanggal"))
    elif "permohonan" not in dprd:
        yield _breach(naskah, rule, "permohonan dan persetujuannya tidak ada dalam berkas", naskah.pointer)
    else:
        yield from _silent(naskah, rule, day, dprd["permohonan"])


def _breach(naskah: Instansi, rule: Ketentuan, found: str, pointer: str) -> Finding:
    return temuan(
        ID, SEVERITY, f"{naskah.nama} harus ditandatangani sesudah persetujuan DPRD, tetapi {found}.",
        rule.dasar, pointer, saran=SARAN, langkah=naskah.langkah,
    )


def _in_time(naskah: Instansi, rule: Ketentuan, day: str, approved: str | None) -> Iterator[Finding]:
    if approved is None:
        yield belum_terbukti(
            ID, "Belum terbukti persetujuan DPRD mendahului penandatanganan: tanggalnya belum dicatat.",
            rule.dasar, "/dprd/persetujuan", "Isi tanggal persetujuan DPRD.",
        )
    elif approved > day:
        yield _breach(naskah, rule, f"ditandatangani {kata(day)} dan disetujui {kata(approved)}", "/dprd/persetujuan/tanggal")


def _silent(naskah: Instansi, rule: Ketentuan, day: str, request: JsonObject) -> Iterator[Finding]:
    """Silence counts from receipt; where that is not recorded, the letter's own day only rules out."""
    received, sent, days = request.get("diterima"), request.get("tanggal"), rule.isi["hari"]
    start = received or sent
    if start and sesudah(start, days) > day:
        waited = f"{days} hari sejak permohonan {kata(start)} belum lewat pada {kata(day)}"
        yield _breach(naskah, rule, f"{waited} dan persetujuannya tidak ada", naskah.pointer)
    elif not received:
        yield belum_terbukti(
            ID, f"Belum terbukti permohonan {rule.isi['akibat']}: tanggal DPRD menerimanya belum dicatat.",
            rule.dasar, "/dprd/permohonan", "Isi dprd.permohonan.diterima.",
        )


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
