"""Letters that went out, found by the form of their kind, whatever the SOP calls them."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model import JsonObject
from toolkit.rules.perkara import Perkara


def surat_keluar(perkara: Perkara, bentuk: str, langkah: str | None = None) -> Iterator[tuple[str, JsonObject]]:
    """Letters of one form with their pointers; of one step only, if it is named."""
    kinds = perkara.sop.naskah_menurut_id
    for place, one in enumerate(perkara.kerja_sama.data.get("surat_keluar", ())):
        kind = kinds.get(one["naskah"])
        if bentuk in (one["naskah"], kind.bentuk if kind else None) and (langkah is None or (kind and kind.langkah == langkah)):
            yield f"/surat_keluar/{place}", one
