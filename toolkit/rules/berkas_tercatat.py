"""What the rules on archived files share: the files that a case names, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from toolkit.evidence.arsip import BerkasArsip
from toolkit.model import Json
from toolkit.rules.perkara import Perkara

NASKAH = re.compile(r"^/naskah/(\d+)/(?:berkas|eksemplar/\d+/berkas)$")
KUNCI = ("berkas", "tanda_terima", "bukti")


@dataclass(frozen=True, slots=True)
class Tercatat:
    pointer: str
    nama: str
    sha256: str | None

    def cocok(self, berkas: BerkasArsip) -> bool:
        """Whether an archived file is meant: by its name without folders, or by its digest."""
        name = PurePosixPath(self.nama.replace("\\", "/")).name
        return name.casefold() == berkas.nama_saja.casefold() or (self.sha256 is not None and self.sha256 == berkas.sha256)

    @property
    def naskah(self) -> int | None:
        """The place of the agreement of which this is a text; None for receipts and other papers."""
        found = NASKAH.match(self.pointer)
        return int(found[1]) if found else None


def tercatat(perkara: Perkara) -> list[Tercatat]:
    """Every file that the case names, in reading order."""
    return list(_walk(perkara.kerja_sama.data, ""))


def _walk(value: Json, pointer: str) -> Iterator[Tercatat]:
    if isinstance(value, dict):
        for key in KUNCI:
            if isinstance(value.get(key), str):
                digest = value.get("sha256") if key != "tanda_terima" else None
                yield Tercatat(f"{pointer}/{key}", value[key], digest)
        for key, one in value.items():
            yield from _walk(one, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _walk(one, f"{pointer}/{place}")
