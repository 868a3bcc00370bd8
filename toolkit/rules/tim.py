"""What the two rules on TKKSD share: the agreement to be judged, and whether TKKSD met before it.

An SOP that gives TKKSD no part is the SOP's matter, and a meeting of TKKSD that was logged may well
have studied or recommended: in both cases a missing paper is a missing proof, not a breach.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Severity, Verdict
from toolkit.rules.instansi import Instansi, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, kata, temuan

TKKSD = frozenset({"tkksd", "sekretariat-tkksd"})


def pertama(perkara: Perkara, *bentuk: str) -> Instansi | None:
    """The earliest signed agreement with a day, of some forms or of all."""
    signed = [one for one in perjanjian(perkara, *bentuk) if one.ditandatangani and one.tanggal]
    return min(signed, key=lambda one: str(one.tanggal), default=None)


def langkah_tkksd(perkara: Perkara) -> frozenset[str]:
    """Steps of this branch in which TKKSD has a part."""
    return frozenset(
        step.id for step in perkara.rencana.dalam_cabang if any(perkara.sop.peran(one) in TKKSD for one in step.boleh)
    )


def surat_tkksd(
    perkara: Perkara, rule: str, kunci: str, nama: str, dasar: str, naskah: Instansi, saran: str
) -> Iterator[Finding]:
    """A paper of TKKSD under `kunci` must be there and not be younger than the agreement."""
    paper, day = perkara.kerja_sama.data.get(kunci), naskah.tanggal
    if paper is None:
        yield _absent(perkara, rule, kunci, nama, dasar, naskah, saran)
    elif day and paper.get("tanggal", "") > day:
        yield temuan(
            rule, Severity.WARNING,
            f"{nama} harus mendahului penandatanganan {naskah.nama} tanggal {kata(day)}, tetapi bertanggal {kata(paper['tanggal'])}.",
            dasar, f"/{kunci}/tanggal", saran=saran, langkah=naskah.langkah,
        )
    elif "tanggal" not in paper:
        yield belum_terbukti(rule, f"Belum terbukti {_kecil(nama)} mendahului {naskah.nama}: tanggalnya belum dicatat.", dasar, f"/{kunci}", saran)


def _kecil(nama: str) -> str:
    return nama[:1].lower() + nama[1:]


def _absent(
    perkara: Perkara, rule: str, kunci: str, nama: str, dasar: str, naskah: Instansi, saran: str
) -> Finding:
    steps = langkah_tkksd(perkara)
    met = steps & perkara.keselarasan.pernah
    if met or not steps:
        why = "rapat TKKSD dicatat, tetapi hasilnya belum" if met else "SOP ini tidak menyebut TKKSD"
        return belum_terbukti(rule, f"Belum terbukti ada {_kecil(nama)} sebelum {naskah.nama}: {why}.", dasar, naskah.pointer, saran)
    return temuan(
        rule, Severity.WARNING, f"{nama} harus ada sebelum {naskah.nama} ditandatangani, tetapi tidak ada dalam berkas.",
        dasar, naskah.pointer, saran=saran, verdict=Verdict.BELUM_TERBUKTI, langkah=naskah.langkah, bergantung=steps,
    )
