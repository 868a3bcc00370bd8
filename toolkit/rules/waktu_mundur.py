"""Waktu mundur: suatu peristiwa bertanggal lebih awal daripada peristiwa yang mendahuluinya.

Mengapa: jejak disusun menurut urutan kejadian; waktu yang mundur berarti salah catat atau tanggal yang dimundurkan.
Tanda tangan para pihak pada satu penandatanganan tidak berurutan (naskah dapat diedarkan).
Dasar: urutan kegiatan dalam SOP yang bersangkutan
Contoh sesuai: waktu yang sama atau sesudahnya; tanggal tanpa jam pada hari yang sama
Contoh tidak sesuai: langkah 4 tanggal 10 Maret, langkah 5 tanggal 9 Maret
Perbaikan: betulkan waktu peristiwa yang salah.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.model import Peristiwa
from toolkit.rules.jam import tercatat
from toolkit.rules.perkara import Perkara
from toolkit.times import before

ID = "waktu-mundur"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    late = {after.nomor: earlier for earlier, after in _pairs(perkara) if before(after.waktu, earlier.waktu)}
    for event in perkara.kerja_sama.jejak:
        if event.nomor in late:
            yield _finding(perkara, event, late[event.nomor])
        elif event.mulai and before(event.waktu, event.mulai):
            yield _began_late(perkara, event)


def _pairs(perkara: Perkara) -> Iterator[tuple[Peristiwa, Peristiwa]]:
    """Each event with the one that it must not precede. The signatures of one signing have no order
    (desk to desk): what follows comes after the latest of them."""
    steps, earlier = perkara.sop.langkah_menurut_id, None
    group: list[Peristiwa] = []
    for event in perkara.kerja_sama.jejak:
        signing = event.langkah in steps and steps[event.langkah].tindakan == "tanda-tangan"
        if group and not (signing and event.langkah == group[-1].langkah):
            earlier, group = reduce(lambda a, b: a if before(b.waktu, a.waktu) else b, group), []
        if earlier is not None:
            yield earlier, event
        group.append(event)


def _finding(perkara: Perkara, event: Peristiwa, earlier: Peristiwa) -> Finding:
    steps = {one.langkah for one in (event, earlier) if one.langkah in perkara.sop.urutan}
    return Finding(
        ID,
        SEVERITY,
        f"Peristiwa ini harus sama waktunya dengan peristiwa sebelumnya ({tercatat(earlier.waktu)}) atau sesudahnya, tetapi tertulis {tercatat(event.waktu)}.",
        (perkara.sop.dasar(*steps),),
        LAYER,
        suggestion="Betulkan waktu peristiwa yang salah catat.",
        langkah=tuple(sorted(steps, key=perkara.sop.urutan.__getitem__)),
        location=Location(f"{event.pointer}/waktu"),
        bergantung=frozenset(steps),
    )


def _began_late(perkara: Perkara, event: Peristiwa) -> Finding:
    steps = tuple(one for one in (event.langkah,) if one in perkara.sop.urutan)
    return Finding(
        ID,
        SEVERITY,
        f"Waktu selesai harus sama dengan waktu masuk ({tercatat(event.mulai or event.waktu)}) atau sesudahnya, tetapi tertulis {tercatat(event.waktu)}.",
        (perkara.sop.dasar(*steps),),
        LAYER,
        suggestion="Betulkan waktu masuk atau waktu selesai peristiwa itu.",
        langkah=steps,
        location=Location(f"{event.pointer}/mulai"),
        bergantung=frozenset(steps),
    )
