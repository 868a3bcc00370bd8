"""Tenggat: jawaban atas penawaran dan sikap DPRD, dalam hari kalender.

Mengapa: penawaran dari daerah lain dijawab paling lama 30 hari. Mitra yang diam bukan kesalahan kita:
yang disebut ialah langkah berikutnya (permintaan tanggapan kedua, laporan, persetujuan yang dianggap
diberikan). KSDPK tidak bertenggat, 15 hari kedua dan tiga kali 15 hari di DPRD hanya untuk KSDD; setiap
temuan menyebut siapa yang wajib. Yang timbul dari hari ini saja
hanya menjadi catatan.
Dasar: Permendagri 22/2020 Pasal 8, Pasal 12 ayat (1) dan ayat (4), Pasal 34 ayat (6), Pasal 54 dan Pasal 56 ayat (6)
Contoh sesuai: penawaran diterima 2 Maret, dijawab 30 Maret
Contoh tidak sesuai: penawaran diterima 2 Maret, dijawab 15 April
Perbaikan: jawab penawaran dalam 30 hari; kirim permintaan tanggapan kedua bila mitra belum menjawab.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.model import JsonObject
from toolkit.rules.instansi import perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.surat import surat_keluar
from toolkit.rules.temuan import belum_terbukti, kata, sesudah, temuan

ID = "tenggat"
SEVERITY = Severity.WARNING
LAYER = Layer.HUKUM
# Form of the deadline, since which letter it runs, which letter answers it, and its name.
TAHAP_DPRD = (
    ("jawaban-dprd", "permohonan", "jawaban", "Jawaban pimpinan DPRD atas permohonan persetujuan"),
    ("tindak-lanjut-dprd", "jawaban", "tindak_lanjut", "Tindak lanjut atas hasil kajian DPRD"),
    ("persetujuan-dprd", "tindak_lanjut", "persetujuan", "Persetujuan DPRD sesudah tindak lanjut"),
)


def check(perkara: Perkara) -> Iterator[Finding]:
    if perkara.kerja_sama.jenis is None:
        return
    if perkara.kerja_sama.prakarsa == "mitra":
        yield from _our_answer(perkara)
    elif perkara.kerja_sama.prakarsa == "daerah":
        yield from _their_answer(perkara)
    yield from _dprd(perkara)


def _aturan(perkara: Perkara, bentuk: str, hari: str) -> Ketentuan | None:
    return perkara.hukum.satu("tenggat", pada=hari, jenis=perkara.kerja_sama.jenis, bentuk=bentuk)


def _our_answer(perkara: Perkara) -> Iterator[Finding]:
    """An offer from another region binds the region that received it; nobody else is bound."""
    data = perkara.kerja_sama.data
    received = data.get("penawaran", {}).get("diterima")
    rule = _aturan(perkara, "surat-penawaran", received) if received else None
    if rule is None or perkara.kerja_sama.jenis != "ksdd":
        return
    limit, answered = sesudah(received, rule.isi["hari"]), data.get("tanggapan", {}).get("tanggal")
    if answered and answered > limit:
        yield temuan(
            ID, SEVERITY, f"Penawaran yang diterima {kata(received)} harus ditanggapi paling lambat {kata(limit)}, tetapi ditanggapi {kata(answered)}.",
            rule.dasar, "/tanggapan/tanggal", saran=f"Tanggapi penawaran berikutnya dalam {rule.isi['hari']} hari; betulkan tanggalnya bila salah tulis.",
        )
    elif not answered and _open(perkara) and _passed(perkara, limit):
        yield belum_terbukti(
            ID, f"Tanggapan atas penawaran yang diterima {kata(received)} ditunggu paling lambat {kata(limit)} dan belum dicatat.",
            rule.dasar, "/penawaran/diterima", "Kirim surat tanggapan; bila sudah dikirim, catat dalam tanggapan.",
        )


def _their_answer(perkara: Perkara) -> Iterator[Finding]:
    data = perkara.kerja_sama.data
    received = data.get("penawaran", {}).get("diterima")
    rule = _aturan(perkara, "surat-penawaran", received) if received else None
    if rule is None or "jawaban" in data or not _open(perkara):
        return
    second = next(surat_keluar(perkara, "permintaan-tanggapan-kedua"), None)
    if second is not None:
        yield from _still_silent(perkara, second[1])
    elif _passed(perkara, sesudah(received, rule.isi["hari"])):
        yield belum_terbukti(
            ID, f"Mitra belum menjawab penawaran yang diterimanya {kata(received)} dalam {rule.isi['hari']} hari; {rule.isi['akibat']} sudah harus dikirim.",
            rule.dasar, "/penawaran/diterima", "Kirim permintaan tanggapan kedua yang ditandatangani kepala daerah.",
        )


def _still_silent(perkara: Perkara, letter: JsonObject) -> Iterator[Finding]:
    sent = letter.get("diterima") or letter.get("dikirim") or letter.get("tanggal")
    rule = _aturan(perkara, "permintaan-tanggapan-kedua", sent) if sent else None
    if rule and sent and _passed(perkara, sesudah(sent, rule.isi["hari"])):
        yield belum_terbukti(
            ID, f"Mitra belum menjawab permintaan tanggapan kedua {kata(sent)} dalam {rule.isi['hari']} hari; {rule.isi['akibat']} sudah harus dikirim.",
            rule.dasar, "/penawaran", "Kirim laporan tanpa tanggapan secara berjenjang.",
        )


def _dprd(perkara: Perkara) -> Iterator[Finding]:
    """The request as a whole, and the stages that the law gives fifteen days each."""
    dprd = perkara.kerja_sama.data.get("dprd", {})
    received = dprd.get("permohonan", {}).get("diterima")
    rule = _aturan(perkara, "permohonan-persetujuan-dprd", received) if received else None
    waiting = _open(perkara, "perjanjian-kerja-sama", "kontrak", "nota-kesepakatan") and not any(key in dprd for key in ("persetujuan", "sikap"))
    if rule and waiting and _passed(perkara, sesudah(received, rule.isi["hari"])):
        yield belum_terbukti(
            ID, f"DPRD belum bersikap {rule.isi['hari']} hari sejak menerima permohonan {kata(received)}; permohonan {rule.isi['akibat']}.",
            rule.dasar, "/dprd/permohonan", "Catat sikap tidak-ada-sikap, lalu lanjutkan ke penandatanganan.",
        )
        return
    for bentuk, since, key, name in TAHAP_DPRD:
        yield from _stage(perkara, dprd, bentuk, (since, key, name), waiting)


def _stage(perkara: Perkara, dprd: JsonObject, bentuk: str, tahap: tuple[str, str, str], waiting: bool) -> Iterator[Finding]:
    since, key, name = tahap
    start = dprd.get(since, {}).get("diterima") or (dprd.get(since, {}).get("tanggal") if since != "permohonan" else None)
    rule = _aturan(perkara, bentuk, start) if start else None
    if rule is None or start is None:
        return
    limit, answered = sesudah(start, rule.isi["hari"]), dprd.get(key, {}).get("tanggal")
    ours = rule.isi["oleh"] == "Kepala Daerah"
    if answered and answered > limit:
        yield temuan(
            ID, SEVERITY if ours else Severity.INFO,
            f"{name} harus ada paling lambat {kata(limit)} (kewajiban {rule.isi['oleh']}), tetapi bertanggal {kata(answered)}.",
            rule.dasar, f"/dprd/{key}/tanggal", saran="Catat sebab keterlambatannya; betulkan tanggalnya bila salah tulis.",
        )
    elif not answered and waiting and _passed(perkara, limit):
        yield belum_terbukti(
            ID, f"{name} ditunggu dari {rule.isi['oleh']} paling lambat {kata(limit)} dan belum dicatat.",
            rule.dasar, f"/dprd/{since}", "Tanyakan atau kirim suratnya; bila sudah ada, catat dalam dprd.",
        )


def _open(perkara: Perkara, *bentuk: str) -> bool:
    """Whether anybody is still waiting: not stopped, not ended, nothing (of those forms) signed."""
    told = perkara.keselarasan
    return not told.berakhir and not any(one.ditandatangani for one in perjanjian(perkara, *bentuk))


def _passed(perkara: Perkara, limit: str) -> bool:
    return perkara.per_tanggal.isoformat() > limit
