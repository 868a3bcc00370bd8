"""What a rule may look at: the case, its SOP, plan and alignment, the law, and the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from toolkit.conformance import Keselarasan
from toolkit.evidence.arsip import BerkasArsip
from toolkit.evidence.berkas import BacaanNaskah
from toolkit.evidence.terbaca import NaskahTerbaca
from toolkit.hukum import Hukum
from toolkit.model import JsonObject, KerjaSama, Naskah, Sop
from toolkit.plan import Rencana


@dataclass(frozen=True)
class Perkara:
    """Everything a rule judges by. `per_tanggal` is "today"; `lampiran` tells of each file that
    the case names whether it is there (by its name as written); `bacaan` are the texts of naskah
    whose files were there to be read, `versi` those of files that events name by their sha256;
    `profil` is the agency's, laid over the defaults; `arsip` are the files of its archive folder,
    None where none was named."""

    kerja_sama: KerjaSama
    sop: Sop
    rencana: Rencana
    keselarasan: Keselarasan
    hukum: Hukum
    per_tanggal: date
    lampiran: Mapping[str, bool] = field(default_factory=dict)
    bacaan: tuple[BacaanNaskah, ...] = ()
    versi: Mapping[str, NaskahTerbaca] = field(default_factory=dict)
    profil: JsonObject = field(default_factory=dict)
    arsip: tuple[BerkasArsip, ...] | None = None

    @cached_property
    def instansi_naskah(self) -> tuple[tuple[int, JsonObject, Naskah | None], ...]:
        """Naskah instances of the case with their place and their kind in the SOP, if it has it."""
        kinds = self.sop.naskah_menurut_id
        return tuple(
            (place, one, kinds.get(one.get("jenis", "")))
            for place, one in enumerate(self.kerja_sama.naskah)
        )
