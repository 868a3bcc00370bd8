"""What one document is made from: the case, its SOP, the naskah and the instance of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from toolkit.drafting.nodes import Kosong, Node, Titik, ada
from toolkit.library import Library
from toolkit.model import KerjaSama, Naskah, Sop

KUASA = "surat-kuasa"


@dataclass(frozen=True)
class Instansi:
    """One naskah to be drafted: its kind and, if the case holds it, its facts."""

    naskah: Naskah
    fakta: Node
    urut: int = 1

    @property
    def id(self) -> str | None:
        return self.fakta.get("id")


@dataclass(frozen=True)
class Bahan:
    """Ingredients of one document. `selesai`: ids of the steps already done."""

    kerja_sama: KerjaSama
    sop: Sop
    library: Library
    profil: Node
    kasus: Node
    instansi: Instansi
    selesai: frozenset[str]
    konteks: dict[str, Any] = field(default_factory=dict)

    @property
    def naskah(self) -> Naskah:
        return self.instansi.naskah

    @cached_property
    def sel_terbuka(self) -> frozenset[str]:
        """Hand cells that may still be dots. A place is not given before its date is."""
        cells = {one.sel for one in self.naskah.isian_tangan if one.sampai is None or not self._sampai(one.sampai)}
        return frozenset(cells | ({"tempat"} if "tanggal" in cells else set()))

    def _sampai(self, langkah: str) -> bool:
        """Whether a step is done. Where events say for whom, it is done for those only."""
        mine = {self.instansi.fakta.get(key) for key in ("id", "untuk", "naskah")} - {None}
        whom = {event.untuk for event in self.kerja_sama.jejak if event.langkah == langkah} - {None}
        return langkah in self.selesai and not (mine and whom and mine.isdisjoint(whom))

    def atau_titik(self, sel: str, value: Any) -> Any:
        """The value, or dots where it lacks and a hand may still fill it."""
        return Titik() if isinstance(value, Kosong) and sel in self.sel_terbuka else value

    def teks(self, text: Any, **more: Any) -> Any:
        """A text of the tool's data filled in with this document's context."""
        from toolkit.drafting.environment import isi_teks

        return isi_teks(text, {**self.konteks, **more} if more else self.konteks) if isinstance(text, str) else text

    @cached_property
    def hari(self) -> str | None:
        """The day by which office-holders are looked up: the document's own, else its step's
        last event, else the trail's."""
        own = (self.instansi.fakta.ambil("tanggal"), self._surat_keluar("tanggal"))
        events = [event.tanggal for event in self.kerja_sama.jejak if event.langkah == self.naskah.langkah]
        known = [one for one in own if ada(one)] + events[-1:] + [event.tanggal for event in self.kerja_sama.jejak[-1:]]
        return str(known[0]) if known else None

    @cached_property
    def surat_keluar(self) -> Node | None:
        """The numbered letter of the case that is this document."""
        letters = self.kasus.get("surat_keluar")
        mine = [one for one in letters if one.get("naskah") == self.naskah.id] if isinstance(letters, list) else []
        return mine[min(self.instansi.urut, len(mine)) - 1] if mine else None

    def _surat_keluar(self, key: str) -> Any:
        return self.surat_keluar.ambil(key) if self.surat_keluar is not None else Kosong(jalur=f"/surat_keluar/{key}")

    def butir(self, key: str) -> list[Node]:
        """The elements of an array of the case; none if it lacks."""
        found = self.kasus.get(key)
        return [one for one in found if isinstance(one, Node)] if isinstance(found, list) else []


def pertama(*values: Any) -> Any:
    """The first value that there is, else the first gap."""
    return next((one for one in values if ada(one)), values[0])


def nomor_sebaris(naskah: Node) -> Any:
    """The number, or the parties' numbers in one line."""
    number = naskah.ambil("nomor")
    return sambung(*_dipisah([one.ambil("nomor") for one in number])) if isinstance(number, list) else number


def _dipisah(numbers: list[Any]) -> list[Any]:
    return [part for number in numbers for part in ("; ", number)][1:]


def sambung(*parts: Any) -> Any:
    """Texts put together; a gap among them is the gap of the whole."""
    gap = next((one for one in parts if isinstance(one, Kosong)), None)
    return "".join(str(one) for one in parts) if gap is None else gap


def instansi(kerja_sama: KerjaSama, naskah: Naskah, kasus: Node, kita: str | None) -> list[Instansi]:
    """The instances of a kind that the case holds; one without facts if it holds none. Powers of
    attorney are those of our side: nobody drafts the partner's. `data.instansi` asks for one
    document for each element of another array (`dari`) that has the values it names; `true` asks
    only that the fact is there."""
    asked = dict(naskah.data.get("instansi", {}))
    key = asked.pop("dari", "surat_kuasa" if naskah.bentuk == KUASA else "naskah")
    found = kasus.get(key)
    elements = found if isinstance(found, list) else []
    held = [_tentang(one, key) for one in elements if _has(one, asked)] if asked else [one for one in elements if _mine(one, naskah, kita)]
    if not held:
        held = [Node({}, f"/{key}/{len(elements)}")]
    return [Instansi(naskah, one, place) for place, one in enumerate(held, 1)]


def _has(one: Node, asked: Mapping[str, Any]) -> bool:
    return one.get("status") != "batal" and all(ada(one.get(key)) if value is True else one.get(key) == value for key, value in asked.items())


def _tentang(one: Node, key: str) -> Node:
    """The facts of a document about another naskah: which it is and for whom; that one's number
    and date are not its own."""
    return Node({"naskah": one.get("id"), "untuk": one.get("untuk")}, one.jalur) if key == "naskah" else one


def _mine(one: Node, naskah: Naskah, kita: str | None) -> bool:
    if naskah.bentuk == KUASA:
        return one.get("pihak") in (None, kita)
    return one.get("jenis") == naskah.id and one.get("status") != "batal"


def profil_node(profil: Mapping[str, Any]) -> Node:
    """The profile as facts; what it lacks is named `profil.…`, an error of the tool's data."""
    return Node({key: _named(one, f"profil.{key}") for key, one in profil.items()}, "profil")


def _named(value: Any, name: str) -> Any:
    if isinstance(value, Mapping):
        return Node({key: _named(one, f"{name}.{key}") for key, one in value.items()}, name)
    return [_named(one, name) for one in value] if isinstance(value, list) else value


