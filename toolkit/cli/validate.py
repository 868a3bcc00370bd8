"""`kerjasama validate`: structure and completeness, stage by stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from toolkit.cases import Case
from toolkit.cli import options
from toolkit.cli.examine import Penilaian, examine
from toolkit.completeness import HasilValidasi, Kelengkapan, Tahap, validate
from toolkit.conformance import align
from toolkit.plan import plan

JUDUL = {
    Tahap.SEKARANG: "Harus ada sekarang",
    Tahap.BERIKUT: "Harus ada pada langkah berikutnya",
    Tahap.NANTI: "Diperlukan kemudian",
    Tahap.BELUM_DIKETAHUI: "Belum diketahui",
    Tahap.TIDAK_BERLAKU: "Tidak berlaku",
}
SEBUT = 1


@options.verb("validate")
@options.files
@options.findings
def command(berkas: tuple[str, ...], **pilihan: Any) -> int:
    """Memeriksa susunan dan kelengkapan berkas kerja sama, tahap demi tahap.

    BERKAS adalah berkas kerja sama (.json, .xlsx) atau foldernya; boleh lebih dari satu. Yang harus ada
    sekarang adalah temuan; tahap kemudian hanya tampil pada --format text dan html.
    """
    return examine("validate", berkas, options.setelan(**pilihan), judge)


def judge(case: Case) -> Penilaian:
    rencana = plan(case.kerja_sama, case.sop)
    result = validate(case, rencana, align(rencana, case.kerja_sama))
    return Penilaian(result.findings, "\n".join(_stages(result)))


def _stages(result: HasilValidasi) -> Iterator[str]:
    counts = {tahap: sum(one.tahap is tahap for one in result.butir) for tahap in JUDUL}
    listed = ", ".join(f"{JUDUL[tahap].lower()} {count}" for tahap, count in counts.items() if count)
    yield f"{result.terisi} fakta terisi" + (f"; {listed}" if listed else "") + "."
    for tahap in (Tahap.NANTI, Tahap.BELUM_DIKETAHUI, Tahap.TIDAK_BERLAKU):
        items = [one for one in result.butir if one.tahap is tahap]
        if items:
            yield f"{JUDUL[tahap]}:"
            yield from _items(items)


def _items(items: Iterable[Kelengkapan]) -> Iterator[str]:
    """One line per step and reason; of many facts that do not apply the number is enough."""
    for (nomor, reason), group in groupby(items, key=lambda one: (one.langkah.nomor, one.alasan)):
        found = list(group)
        names = list(dict.fromkeys(one.nama for one in found))
        counted = found[0].tahap is Tahap.TIDAK_BERLAKU and len(names) > SEBUT
        what = f"{len(names)} fakta" if counted else ", ".join(names)
        yield f"  langkah {nomor}: {what}" + (f" ({reason})" if reason else "")
