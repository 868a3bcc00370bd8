"""Arsip checksum: berkas yang dicatat ada dalam folder arsip, dan berkasnya sama.

Mengapa: sidik berkas (sha256) membuktikan bahwa arsipnya berkas yang sama. Sidik yang berbeda berarti
berkasnya lain; apakah bunyinya juga lain dinilai naskah-berbeda. Naskah yang sudah diarsipkan tetapi tidak
satu pun berkasnya ada dalam folder arsip diperingatkan; di luar itu berkas yang tidak ada hanya tidak dapat
diperiksa. Hanya diperiksa dengan --arsip.
Dasar: kewajiban arsip dalam SOP yang bersangkutan
Contoh sesuai: pks.pdf dalam arsip bersidik sama dengan yang dicatat, walaupun namanya diganti
Contoh tidak sesuai: pks.pdf dalam arsip bersidik lain, atau tidak ada sama sekali
Perbaikan: simpan berkas yang dicatat, atau betulkan catatannya.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.evidence.arsip import BerkasArsip
from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.rules.berkas_tercatat import Tercatat, tercatat
from toolkit.rules.instansi import Instansi, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.simpanan import dasar_simpan, selesai
from toolkit.rules.temuan import temuan

ID = "arsip-checksum"
SEVERITY = Severity.WARNING
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    if perkara.arsip is None:
        return
    noted, told = tercatat(perkara), set()
    for naskah in perjanjian(perkara) if selesai(perkara) else ():
        own = [one for one in noted if one.naskah == naskah.nomor]
        if naskah.ditandatangani and own and not any(one.cocok(kept) for one in own for kept in perkara.arsip):
            told.update(own)
            yield _absent(perkara, naskah, own)
    for one in noted:
        if one.sha256 and one not in told:
            yield from _compared(perkara, one, perkara.arsip)


def _absent(perkara: Perkara, naskah: Instansi, own: list[Tercatat]) -> Finding:
    basis, layer = dasar_simpan(perkara, naskah)
    names = ", ".join(dict.fromkeys(one.nama for one in own))
    return temuan(
        ID, SEVERITY, f"{naskah.nama} harus ada dalam arsip, tetapi dari berkas yang dicatat ({names}) tidak satu pun ada di sana.",
        basis, own[0].pointer, layer=layer, langkah=naskah.langkah,
        saran="Simpan berkas itu dalam folder arsip, atau catat berkas arsipnya pada eksemplar.",
    )


def _compared(perkara: Perkara, noted: Tercatat, kept: tuple[BerkasArsip, ...]) -> Iterator[Finding]:
    basis, layer = dasar_simpan(perkara)
    same = [one for one in kept if noted.cocok(one)]
    if not same:
        yield temuan(
            ID, Severity.INFO, f"Sidik {noted.nama} tidak diperiksa, karena berkasnya tidak ada dalam arsip.",
            basis, noted.pointer, layer=layer, verdict=Verdict.TIDAK_DIPERIKSA, saran="Simpan berkas itu dalam folder arsip bila termasuk yang harus diarsipkan.",
        )
    elif noted.sha256 not in {one.sha256 for one in kept}:
        yield temuan(
            ID, SEVERITY, f"Berkas {same[0].nama} dalam arsip harus berkas yang dicatat (sidik {str(noted.sha256)[:12]}…), tetapi sidiknya {same[0].sha256[:12]}….",
            basis, noted.pointer, layer=layer, saran="Simpan berkas yang dicatat, atau betulkan sha256-nya bila memang diganti.",
        )
