"""What the law says must stand in a naskah, each part with the fact of the case that answers it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit.conditions import facts
from toolkit.drafting.material import Bahan
from toolkit.drafting.nodes import Kosong, Node, ada
from toolkit.naming import capital

_BERFAKTA = ("unsur", "pertimbangan")


def ketentuan(bahan: Bahan) -> Node | Kosong:
    """`ketentuan`: the provision of the naskah's topic that binds this kind of cooperation on the
    document's day. `unsur` and `pertimbangan` carry their `judul` and the `teks` of their fact,
    `peraturan` the regulation's full name."""
    topic, case = bahan.naskah.ketentuan, bahan.kerja_sama
    if topic is None:
        return Kosong(jalur="ketentuan")
    traits = {"jenis": case.jenis, "prakarsa": case.prakarsa, "bentuk": bahan.naskah.bentuk}
    law = bahan.library.hukum.satu(topic, pada=bahan.hari, **traits)
    if law is None:
        return Kosong(jalur="ketentuan")
    parts = {key: [_bagian(bahan, one) for one in law.isi.get(key, ())] for key in _BERFAKTA}
    named = next((one.isi["nama"] for one in bahan.library.hukum.semua("peraturan") if one.id == law.peraturan), law.dasar)
    return Node({**law.isi, **parts, "dasar": law.dasar, "peraturan": named}, "ketentuan")


def _bagian(bahan: Bahan, told: Mapping[str, Any]) -> Node:
    return Node({**told, "judul": capital(str(told["judul"])), "teks": _teks(bahan, told.get("fakta", ()))}, "ketentuan.unsur")


def _teks(bahan: Bahan, pointers: Any) -> Any:
    """The first of some facts that there is, several texts in one line; else the first gap."""
    known = [one.value for pointer in pointers for one in facts(bahan.kerja_sama.data, pointer) if ada(one.value)]
    if not known:
        return Kosong(jalur=next(iter(pointers), "ketentuan"))
    return "; ".join(map(str, known[0])) if isinstance(known[0], list) else known[0]
