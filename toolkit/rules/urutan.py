"""What the sequence rules share: which rule speaks of a deviation, and how severe it is.

Where every step concerned is a paraf or a signature the specific rule speaks and the general one
is silent; a mixed run is the general rule's.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.conformance import Penyimpangan, ringkas
from toolkit.findings import Severity, Verdict
from toolkit.model import Langkah, Peristiwa
from toolkit.naming import capital
from toolkit.rules.perkara import Perkara


def penyimpangan(perkara: Perkara, *jenis: str) -> Iterator[tuple[Penyimpangan, tuple[Langkah, ...]]]:
    """Deviations of some kinds with their steps as values."""
    steps = perkara.sop.langkah_menurut_id
    for one in perkara.keselarasan.penyimpangan:
        if one.jenis in jenis:
            yield one, tuple(steps[step] for step in one.langkah)


def semua_bertindakan(langkah: tuple[Langkah, ...], tindakan: str) -> bool:
    return bool(langkah) and all(step.tindakan == tindakan for step in langkah)


def tindakan_pokok(langkah: tuple[Langkah, ...]) -> set[str]:
    return {step.tindakan for step in langkah}


def berat(langkah: tuple[Langkah, ...]) -> Severity:
    """A `pokok` step is an error, an `administratif` one a warning."""
    return Severity.ERROR if any(step.bobot == "pokok" for step in langkah) else Severity.WARNING


def keyakinan(langkah: tuple[Langkah, ...]) -> Verdict:
    """An administrative act that was not logged may still have been done."""
    proved = berat(langkah) is Severity.ERROR
    return Verdict.TIDAK_SESUAI if proved else Verdict.BELUM_TERBUKTI


def sebut(langkah: tuple[Langkah, ...]) -> str:
    """"langkah 4 (Meminta …)" or "langkah 4 sampai 6 (Meminta … sampai Menyusun …)"."""
    first, last = langkah[0], langkah[-1]
    if first is last:
        return f"langkah {first.nomor} ({ringkas(first.kegiatan)})"
    return f"langkah {first.nomor} ({ringkas(first.kegiatan, 40)}) sampai langkah {last.nomor} ({ringkas(last.kegiatan, 40)})"


def awal(langkah: tuple[Langkah, ...]) -> str:
    """The same at the beginning of a sentence; capitals inside (TKKSD, PKS) stay."""
    return capital(sebut(langkah))


def kejadian(perkara: Perkara) -> Iterator[tuple[Langkah, list[Peristiwa]]]:
    """Each occurrence of a step with its events: consecutive events of one step are one."""
    jejak, steps = perkara.kerja_sama.jejak, perkara.sop.langkah_menurut_id
    group: list[Peristiwa] = []
    for place, step in perkara.keselarasan.cocok.items():
        if group and group[-1].langkah != step:
            yield steps[group[0].langkah], group
            group = []
        group.append(jejak[place])
    if group:
        yield steps[group[0].langkah], group
