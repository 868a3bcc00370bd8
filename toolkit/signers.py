"""Who signs a letter of our side, and which facts about him its form prints.

A head of government signs by name only; civil servants with pangkat and NIP.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from toolkit.model import KerjaSama, Naskah, Sop

KEPALA = frozenset({"kepala-daerah", "wakil-kepala-daerah"})
TANPA_NIP = KEPALA | {"mitra", "dprd"}


def penanda_tangan(naskah: Naskah) -> tuple[str | None, str | None, str | None]:
    """Actor ids: who signs, in whose name, for whose use (u.b.)."""
    said = naskah.data.get("penandatangan")
    if isinstance(said, dict):
        return said.get("pelaksana"), said.get("atas_nama"), said.get("untuk_beliau")
    ours = [one.pelaksana[0] for one in naskah.penanda_tangan if one.pihak == "kita" and one.pelaksana]
    return (ours[0] if ours else None), None, None


def fakta(kerja_sama: KerjaSama, sop: Sop, naskah: Naskah) -> Iterator[str]:
    """Pointers of the facts about the signer that the form of a letter prints."""
    actor = penanda_tangan(naskah)[0]
    role = sop.peran(actor)
    if actor is None or (role == "kepala-daerah" and _wakil(kerja_sama, sop)):
        return
    where = f"/pejabat/{_kunci(kerja_sama, actor, role)}"
    yield from (f"{where}/{key}" for key in (("nama",) if role in TANPA_NIP else ("nama", "pangkat", "nip")))


def _kunci(kerja_sama: KerjaSama, actor: str, role: str | None) -> str:
    """How a case tells the post: by the actor, else by the role where it names no actor."""
    posts: Any = kerja_sama.data.get("pejabat", ())
    by_role = [one for one in posts if not one.get("pelaksana") and one.get("peran") == role]
    by_actor = [one for one in posts if one.get("pelaksana") == actor]
    return f"peran={role}" if by_role and not by_actor else f"pelaksana={actor}"


def _wakil(kerja_sama: KerjaSama, sop: Sop) -> bool:
    """Whether the case names our representative, who is the head of government."""
    ours: Mapping[str, Any] = kerja_sama.pihak_kita(sop) or {}
    return bool((ours.get("wakil") or {}).get("nama"))
