"""Arsip lengkap: naskah yang sudah diarsipkan tercatat eksemplarnya.

Mengapa: arsip yang hanya dicatat "sudah" tidak dapat ditemukan kembali.
Siapa yang memegang aslinya dinilai aturan arsip-asli; penerima salinan oleh salinan-penerima.
Dasar: kewajiban arsip dalam SOP yang bersangkutan
Contoh sesuai: KB diarsipkan, eksemplar: asli di Sekretariat TKKSD, fotokopi di Bagian Hukum
Contoh tidak sesuai: langkah arsip sudah dicatat, KB tanpa eksemplar
Perbaikan: catat setiap eksemplar: pemegang, asli atau fotokopi, dan lokasinya.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.model import JsonObject
from toolkit.plan import Keadaan
from toolkit.rules.instansi import perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.simpanan import kewajiban, naskah_wajib
from toolkit.rules.temuan import temuan

ID = "arsip-lengkap"
SEVERITY = Severity.WARNING
LAYER = Layer.SOP
SARAN = "Catat setiap eksemplar pada naskahnya: pemegang, asli atau fotokopi, dan lokasinya."


def check(perkara: Perkara) -> Iterator[Finding]:
    told: set[str] = set()
    for duty in kewajiban(perkara, "asli", "salinan", "tanda-terima"):
        for naskah in naskah_wajib(perkara, duty):
            if not naskah.data.get("eksemplar") and naskah.pointer not in told:
                told.add(naskah.pointer)
                yield _finding(duty, f"{naskah.nama} sudah diarsipkan, tetapi tidak satu pun eksemplarnya dicatat.", naskah.pointer)
        for name in _absent(perkara, duty):
            if name not in told:
                told.add(name)
                yield _finding(duty, f"{name} harus diarsipkan, tetapi naskahnya tidak ada dalam berkas.", "/naskah")


def _absent(perkara: Perkara, duty: JsonObject) -> Iterator[str]:
    """Kinds of naskah that the duty names and the plan holds, of which the case has none at all; one in
    another form stands in its place (`bentuk-naskah` speaks of that)."""
    present = {one["jenis"] for one in perkara.kerja_sama.naskah}
    planned = [one.naskah for one in perkara.rencana.naskah if one.keadaan is Keadaan.BERLAKU]
    if any(one.data["jenis"] not in {kind.id for kind in planned} for one in perjanjian(perkara)):
        return
    named = [one for one in planned if one.id in duty.get("naskah", ()) and one.ditandatangani_pada]
    if not any(one.id in present for one in named):
        yield from (one.nama for one in named)


def _finding(duty: JsonObject, message: str, pointer: str) -> Finding:
    step = duty.get("langkah")
    return temuan(
        ID, SEVERITY, message, duty["dasar"], pointer, saran=SARAN, layer=Layer(duty.get("lapis", "sop")),
        verdict=Verdict.BELUM_TERBUKTI, langkah=(step,) if step else (),
    )
