"""Salinan penerima: yang harus menerima salinan tercatat menerimanya, dengan tanda terima bila diminta.

Mengapa: perangkat daerah pelaksana tidak dapat melaksanakan naskah yang tidak pernah diterimanya.
Tanda terima yang disebut sebagai keluaran langkah wajib ada; di luar itu hanya diperingatkan.
Dasar: kewajiban arsip dan keluaran langkah dalam SOP yang bersangkutan
Contoh sesuai: fotokopi untuk Dinas Kesehatan dengan tanda_terima
Contoh tidak sesuai: naskah dibagikan tanpa tanda terima
Perbaikan: sampaikan salinannya, simpan tanda terimanya, lalu catat pada eksemplar.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.model import JsonObject
from toolkit.rules.instansi import Instansi
from toolkit.rules.perkara import Perkara
from toolkit.rules.simpanan import dipegang, kewajiban, milik_tkksd, naskah_wajib
from toolkit.rules.temuan import temuan

ID = "salinan-penerima"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP
SARAN = "Sampaikan salinannya, simpan tanda terimanya, lalu catat pada eksemplar."


def check(perkara: Perkara) -> Iterator[Finding]:
    for duty in kewajiban(perkara, "salinan", "tanda-terima"):
        for naskah in naskah_wajib(perkara, duty):
            copies = naskah.data.get("eksemplar")
            if copies and duty["bentuk"] == "salinan":
                yield from _copied(perkara, naskah, duty)
            elif copies:
                yield from _receipted(perkara, naskah, duty)


def _copied(perkara: Perkara, naskah: Instansi, duty: JsonObject) -> Iterator[Finding]:
    holders = duty.get("pemegang", [])
    if holders and not any(dipegang(perkara, one, holders) for one in naskah.data["eksemplar"]):
        yield _finding(
            naskah, duty, Severity.WARNING,
            f"Salinan {naskah.nama} harus diberikan kepada {' atau '.join(holders)}, tetapi tidak tercatat.",
        )


def _receipted(perkara: Perkara, naskah: Instansi, duty: JsonObject) -> Iterator[Finding]:
    """Everybody who got a copy gave a receipt; what the keeping unit holds itself needs none."""
    holders = duty.get("pemegang", [])
    given = [
        one for one in naskah.data["eksemplar"]
        if (dipegang(perkara, one, holders) if holders else not milik_tkksd(perkara, one, ["TKKSD"]))
    ]
    lacking = [one["pemegang"] for one in given if not one.get("tanda_terima")]
    if not given and holders:
        lacking = [" atau ".join(holders)]
    if lacking:
        yield _finding(
            naskah, duty, SEVERITY if _is_output(perkara, duty) else Severity.WARNING,
            f"Tanda terima {naskah.nama} harus ada dari setiap penerima, tetapi dari {', '.join(lacking)} tidak tercatat.",
        )


def _is_output(perkara: Perkara, duty: JsonObject) -> bool:
    """Whether the SOP itself lists the receipt among what the step puts out."""
    step = perkara.sop.langkah_menurut_id.get(duty.get("langkah", ""))
    return step is not None and any("tanda terima" in one.casefold() for one in step.keluaran)


def _finding(naskah: Instansi, duty: JsonObject, severity: Severity, message: str) -> Finding:
    step = duty.get("langkah")
    return temuan(
        ID, severity, message, duty["dasar"], f"{naskah.pointer}/eksemplar", saran=SARAN,
        layer=Layer(duty.get("lapis", "sop")), verdict=Verdict.TIDAK_SESUAI, langkah=(step,) if step else (),
    )
