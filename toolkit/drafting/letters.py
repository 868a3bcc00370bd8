"""The texts of a naskah's `data`, filled in when asked for, and the letter made from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from toolkit.drafting import words
from toolkit.drafting.material import Bahan, nomor_sebaris, pertama
from toolkit.drafting.nodes import CATATAN, Kosong, Node, Titik, Tunda, tempat_sekarang

MENTAH = frozenset({"lembar", "penandatangan", "langkah_rapat", "baris_tangan", "instansi"})
_TEKS = ("lampiran", "hal", "dari", "di", "pembuka", "penutup", "acuan", "kepada", "tembusan")
_PENOMORAN: dict[str, Callable[[int], str]] = {"angka": lambda n: f"{n}.", "huruf": lambda n: f"{words.huruf(n)}.", "strip": lambda n: "-"}


def data(bahan: Bahan) -> Node:
    """`data` of the checklist's naskah; every text is filled in on first use."""
    filled = {
        key: value if key in MENTAH else Tunda(partial(_asked, bahan, value, f"data.{key}"))
        for key, value in bahan.naskah.data.items()
    }
    return Node(filled, "data")


def _asked(bahan: Bahan, value: Any, name: str) -> Any:
    """A filled-in value; a fact that it lacks is remembered, since `is ada` notes nothing and a
    template may then turn to what the checklist never gave."""
    found = isi(bahan, value, name)
    if isinstance(found, Kosong) and found.jalur.startswith("/"):
        CATATAN.get().ditanya.setdefault(found.jalur, tempat_sekarang())
    return found


def isi(bahan: Bahan, value: Any, name: str, **more: Any) -> Any:
    """A value of the checklist with its texts filled in."""
    if isinstance(value, str):
        return bahan.teks(value, **more)
    if isinstance(value, list):
        return list(_butir(bahan, value, name, more))
    if isinstance(value, Mapping):
        return Node({key: Tunda(lambda one=one, at=f"{name}.{key}": isi(bahan, one, at, **more)) for key, one in value.items()}, name)  # type: ignore[misc]
    return value


def _butir(bahan: Bahan, values: list[Any], name: str, more: Mapping[str, Any]) -> Iterator[Any]:
    for value in values:
        if not isinstance(value, Mapping):
            yield isi(bahan, value, name, **more)
            continue
        for scope in lingkup(bahan, value, more):
            rest = {key: one for key, one in value.items() if key not in {"bila", "setiap"}}
            if ("bila" in value or "setiap" in value) and set(rest) == {"teks"}:
                yield isi(bahan, rest["teks"], name, **scope)
            else:
                yield isi(bahan, rest, name, **scope)


def lingkup(bahan: Bahan, item: Mapping[str, Any], more: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The scopes in which an item counts: once, or per element of `setiap`; none where `bila`
    is false."""
    elements = bahan.teks(item["setiap"], **more) if "setiap" in item else None
    scopes = [dict(more)] if "setiap" not in item else [{**more, "butir": one} for one in elements or ()]
    for scope in scopes:
        if "bila" not in item or bahan.teks(item["bila"], **scope):
            yield scope


def surat(bahan: Bahan, own: Node) -> Node:
    """The letter: its number and date from the case, its texts from the checklist."""
    values: dict[str, Any] = {
        key: Tunda(lambda one=key: _own(bahan, own, one)) for key in ("nomor", "tanggal", "sifat")  # type: ignore[misc]
    }
    values |= {key: Tunda(lambda one=key: _text(bahan, own, one)) for key in _TEKS if key in own}  # type: ignore[misc]
    values["isi"] = Tunda(lambda: list(_blocks(bahan)))
    return Node(values, "surat")


def _text(bahan: Bahan, own: Node, key: str) -> Any:
    return bahan.atau_titik(key, own.ambil(key))


def _own(bahan: Bahan, own: Node, key: str) -> Any:
    letter = bahan.surat_keluar
    facts = [letter.ambil(key)] if letter is not None else []
    if bahan.instansi.fakta:
        facts.append(nomor_sebaris(bahan.instansi.fakta) if key == "nomor" else bahan.instansi.fakta.ambil(key))
    if key in own:
        facts.append(own.ambil(key))
    default = Kosong(jalur=f"surat.{key}" if key == "sifat" else f"/surat_keluar/naskah={bahan.naskah.id}/{key}")
    return bahan.atau_titik(key, pertama(*facts, default))


def _blocks(bahan: Bahan) -> Iterator[Node]:
    for item in bahan.naskah.data.get("isi", ()):
        if not isinstance(item, Mapping):
            yield _alinea(Tunda(partial(bahan.teks, item)))
            continue
        for scope in lingkup(bahan, item, {}):
            yield from _block(bahan, item, scope)


def _alinea(text: Any) -> Node:
    return Node({"jenis": "alinea", "teks": text}, "surat.isi")


def _block(bahan: Bahan, item: Mapping[str, Any], scope: dict[str, Any]) -> Iterator[Node]:
    if "teks" in item:
        yield _alinea(Tunda(partial(bahan.teks, item["teks"], **scope)))
    if "butir" in item:
        mark = _PENOMORAN[item.get("nomor", "angka")]
        listed = isi(bahan, item["butir"], "surat.isi", **scope)
        for number, text in enumerate(listed, 1):
            yield Node({"jenis": "butir", "nomor": mark(number), "teks": text}, "surat.isi")
    for label, value in item.get("isian", ()):
        yield Node({"jenis": "isian", "label": label, "nilai": Tunda(partial(bahan.teks, value, **scope))}, "surat.isi")


def rapat(bahan: Bahan) -> Node | Kosong:
    """The last meeting of the naskah's step."""
    step = bahan.naskah.data.get("langkah_rapat", bahan.naskah.langkah)
    held = [one for one in bahan.butir("rapat") if one.get("langkah") == step]
    return held[-1] if held else Kosong(jalur="/rapat")


class Tangan(Node):
    """`tangan.<sel>`: dots for a declared hand cell; `tangan.baris`: numbers of empty rows."""

    __slots__ = ("sel",)

    def __init__(self, bahan: Bahan) -> None:
        super().__init__({"baris": list(range(1, int(bahan.naskah.data.get("baris_tangan", 10)) + 1))}, "tangan")
        self.sel = frozenset(one.sel for one in bahan.naskah.isian_tangan)

    def ambil(self, key: str) -> Any:
        return Titik() if key in self.sel else super().ambil(key)


def tempat_tanggal(bahan: Bahan, letter: Node) -> Any:
    """"Magetan, 16 Februari 2026", dots for a date that a hand still gives."""
    day = letter.ambil("tanggal")
    if isinstance(day, Kosong):
        return day
    place = bahan.profil.ambil("tempat")
    if isinstance(place, Kosong):
        return place
    return f"{place}, {'…' * 10 if isinstance(day, Titik) else words.tanggal(day)}"


