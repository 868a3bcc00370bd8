"""What the SOP asks of a case at its beginning: which fact, at which step, and how soon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.conformance import align
from toolkit.library import Library
from toolkit.model import KerjaSama, Langkah, Sop
from toolkit.naming import capital, fact_name
from toolkit.plan import Keadaan, plan
from toolkit.stages import Tahap, stages
from toolkit.workbook import general

KAPAN = {Tahap.SEKARANG: "sekarang", Tahap.BERIKUT: "langkah berikutnya", Tahap.NANTI: "kemudian", Tahap.BELUM_DIKETAHUI: "mungkin"}


@dataclass(frozen=True, slots=True)
class Tuntutan:
    """A fact that is asked for: how soon, and as a sentence."""

    tahap: Tahap
    kalimat: str

    @property
    def urutan(self) -> int:
        return list(KAPAN).index(self.tahap)

    @property
    def kapan(self) -> str:
        return KAPAN[self.tahap]


def demands(case: KerjaSama, sop: Sop, library: Library) -> dict[str, Tuntutan]:
    """By general pointer, the earliest demand of each fact that applies or may yet apply."""
    rencana = plan(case, sop)
    when = stages(rencana, align(rencana, case), case)
    found: dict[str, Tuntutan] = {}
    gates = [(sop.langkah[0], one["perlu"]) for one in sop.data.get("gerbang", ())]
    asked = [(one.langkah, pointer) for one in rencana.langkah if one.keadaan is not Keadaan.TIDAK_BERLAKU for pointer in one.langkah.perlu]
    for step, pointer in (*gates, *asked):
        state = rencana.fakta(pointer).keadaan
        stage = Tahap.BELUM_DIKETAHUI if state is Keadaan.BELUM_DIKETAHUI else when[step.id]
        if state is not Keadaan.TIDAK_BERLAKU and stage in KAPAN:
            found.setdefault(general(pointer), Tuntutan(stage, " ".join(_sentence(sop, library, step, pointer))))
    return found


def _sentence(sop: Sop, library: Library, step: Langkah, pointer: str) -> Iterator[str]:
    known = sop.fakta.get(pointer, {})
    called = fact_name(library.schema("kerja-sama"), sop.fakta, pointer)
    yield f"{capital(called)} harus ada pada langkah {step.nomor}."
    if known.get("saran"):
        yield known["saran"]
