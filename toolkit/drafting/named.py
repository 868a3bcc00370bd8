"""Agreements that a document names: the KB it rests on, the agreement it changes, earlier changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.drafting import words
from toolkit.drafting.material import Bahan, pertama
from toolkit.drafting.nodes import Kosong, Node, ada
from toolkit.model import ADENDUM

_ADENDUM = "Adendum"


def sebutan_bentuk(bentuk: str) -> str:
    """"kesepakatan-bersama" → "Kesepakatan Bersama"."""
    return bentuk.replace("-", " ").title()


def lain(bahan: Bahan, fakta: Node, key: str) -> Any:
    """Another agreement that one names: by its id in the case, by its kind where it has no id, or
    by its facts."""
    named = fakta.ambil(key)
    if not isinstance(named, str):
        return named
    held = [one for one in bahan.butir("naskah") if one.get("status") != "batal"]
    known = [one for one in held if one.get("id") == named] or [one for one in held if one.get("jenis") == named]
    return known[-1] if known else fakta.kosong(key)


def diubah(bahan: Bahan) -> Any:
    """`naskah.mengubah`: the agreement that an addendum changes, what it is called, its title and
    number in one line, and the addenda before this one (`sebelumnya`)."""
    changed = asal(bahan, bahan.instansi.fakta)
    if not isinstance(changed, Node):
        return changed
    earlier = [*_tercatat(changed), *_sebelumnya(bahan, changed)]
    return changed.dengan(
        sebutan=_sebutan(bahan, changed),
        judul=pertama(changed.ambil("judul"), bahan.kasus.ambil("judul")),
        nomor_lengkap=nomor_lengkap(changed),
        sebelumnya=[one.dengan(sebutan=_ke(place), nomor_lengkap=nomor_lengkap(one)) for place, one in enumerate(earlier, 1)],
    )


def bentuk_asal(bahan: Bahan) -> str:
    """The form by which the law knows a document: of an addendum that of what it changes."""
    changed = asal(bahan, bahan.instansi.fakta) if bahan.naskah.bentuk == ADENDUM else None
    if not isinstance(changed, Node):
        return bahan.naskah.bentuk
    kind = bahan.sop.naskah_menurut_id.get(str(changed.get("jenis")))
    return kind.bentuk if kind is not None else str(changed.get("bentuk", ADENDUM))


def sebutan_adendum(changed: Any) -> Any:
    """"Adendum Kedua atas Perjanjian Kerja Sama"; the first one bears no number."""
    if not isinstance(changed, Node):
        return changed
    called = changed.ambil("sebutan")
    return called if isinstance(called, Kosong) else f"{_ke(len(changed['sebelumnya']) + 1)} atas {called}"


def nomor_lengkap(fakta: Node) -> Any:
    """"Nomor 1/KB/2026 dan Nomor 07/PT/2026"; a gap where the number lacks."""
    number = fakta.ambil("nomor")
    if isinstance(number, list):
        return words.daftar([f"Nomor {one['nomor']}" for one in number])
    return number if isinstance(number, Kosong) else f"Nomor {number}"


def _ke(urut: int) -> str:
    return _ADENDUM if urut == 1 else f"{_ADENDUM} {words.sebutan(urut).title()}"


def asal(bahan: Bahan, fakta: Node) -> Any:
    """What an addendum changes in the end, where it names an earlier addendum."""
    seen = {fakta.jalur}
    found = lain(bahan, fakta, "mengubah")
    while isinstance(found, Node) and ada(found.get("mengubah")) and found.jalur not in seen:
        seen.add(found.jalur)
        found = lain(bahan, found, "mengubah")
    return found


def _sebelumnya(bahan: Bahan, changed: Node) -> Iterator[Node]:
    """Addenda of the same agreement that stand before this one in the case."""
    for one in bahan.butir("naskah"):
        if one.jalur == bahan.instansi.fakta.jalur:
            return
        if ada(one.get("mengubah")) and one.get("status") != "batal" and _sama(asal(bahan, one), changed):
            yield one


def _sama(one: Any, other: Node) -> bool:
    if not isinstance(one, Node):
        return False
    return one.jalur == other.jalur or all(ada(one.get(key)) and one.get(key) == other.get(key) for key in ("nomor", "tanggal"))


def _tercatat(changed: Node) -> list[Node]:
    """Earlier addenda of an agreement that is not in this case."""
    told = changed.get("adendum")
    return list(told) if isinstance(told, list) else []


def _sebutan(bahan: Bahan, changed: Node) -> Any:
    kind = bahan.sop.naskah_menurut_id.get(str(changed.get("jenis")))
    if kind is not None:
        return kind.sebutan or sebutan_bentuk(kind.bentuk)
    form = changed.ambil("bentuk" if "jenis" not in changed else "jenis")
    return form if isinstance(form, Kosong) else sebutan_bentuk(str(form))
