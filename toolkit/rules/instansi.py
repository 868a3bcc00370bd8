"""The agreements of a case as rules judge them: their form, day, parties and signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.hukum import Ketentuan
from toolkit.model import ADENDUM, JsonObject, Naskah
from toolkit.rules.orang import sama
from toolkit.rules.perkara import Perkara

SEBUTAN = {"PERTAMA": "KESATU"}  # both are met in the field for the same party


@dataclass(frozen=True, slots=True)
class Instansi:
    """One agreement of a case. `bentuk` is the law's word for its kind, whatever the SOP calls it."""

    nomor: int
    data: JsonObject
    jenis: Naskah | None
    bentuk: str

    @property
    def pointer(self) -> str:
        return f"/naskah/{self.nomor}"

    @property
    def nama(self) -> str:
        """How a message names it: the SOP's own word for it, and its title where it has one."""
        name = (self.jenis.sebutan or self.jenis.nama) if self.jenis else self.bentuk.replace("-", " ")
        return f"{name} “{self.data['judul']}”" if self.data.get("judul") else name

    @property
    def ttd(self) -> tuple[tuple[str, JsonObject], ...]:
        """Signatures with their pointers."""
        signed = self.data.get("ttd", ())
        return tuple((f"{self.pointer}/ttd/{place}", one) for place, one in enumerate(signed))

    @property
    def ditandatangani(self) -> bool:
        status = self.data.get("status")
        return status == "ditandatangani" or (status is None and bool(self.data.get("ttd")))

    @property
    def tanggal(self) -> str | None:
        """The day it bears, else the day of its last signature."""
        days = [one["tanggal"] for _, one in self.ttd if one.get("tanggal")]
        return self.data.get("tanggal") or max(days, default=None)

    @property
    def langkah_ttd(self) -> str | None:
        """The step at which the SOP has it signed."""
        return self.jenis.ditandatangani_pada if self.jenis else None

    @property
    def langkah(self) -> tuple[str, ...]:
        return (self.langkah_ttd,) if self.langkah_ttd else ()


@dataclass(frozen=True, slots=True)
class Induk:
    """The KB that a PKS rests on: how a message names it, its day, and the step that signs it."""

    nama: str
    tanggal: str | None
    langkah: str | None = None


def bentuk_perjanjian(perkara: Perkara) -> frozenset[str]:
    """Forms of agreement that the law knows for any kind of cooperation."""
    known = perkara.hukum.ketentuan("bentuk-naskah")
    return frozenset(form for one in known for form in one.isi.get("bentuk", ()))


def perjanjian(perkara: Perkara, *bentuk: str) -> Iterator[Instansi]:
    """Agreements that were not cancelled, of some forms or of all."""
    wanted = frozenset(bentuk) or bentuk_perjanjian(perkara)
    for place, one, kind in perkara.instansi_naskah:
        form = kind.bentuk if kind else one.get("jenis", "")
        if form in wanted and one.get("status") != "batal":
            yield Instansi(place, one, kind, form)


def diubah(perkara: Perkara, naskah: Instansi) -> Instansi | None:
    """The agreement of this case that an addendum changes in the end, whichever addendum it names."""
    seen, found = {naskah.nomor}, _disebut(perkara, naskah)
    while found is not None and found.bentuk == ADENDUM and found.nomor not in seen:
        seen.add(found.nomor)
        found = _disebut(perkara, found)
    return found if found is not None and found.bentuk != ADENDUM else None


def _disebut(perkara: Perkara, naskah: Instansi) -> Instansi | None:
    named = naskah.data.get("mengubah")
    held = list(perjanjian(perkara)) if isinstance(named, str) else []
    known = [one for one in held if one.data.get("id") == named] or [one for one in held if one.data.get("jenis") == named]
    return known[-1] if known else None


def bentuk_diubah(perkara: Perkara, naskah: Instansi) -> str | None:
    """The form of what an addendum changes, "?" where that cannot be told; None for other naskah."""
    if naskah.bentuk != ADENDUM:
        return None
    changed, named = diubah(perkara, naskah), naskah.data.get("mengubah")
    if changed is not None:
        return changed.bentuk
    return str(named.get("bentuk", "?")) if isinstance(named, dict) else "?"


def terakhir(perkara: Perkara) -> str | None:
    """The day of the latest event."""
    return max((event.tanggal for event in perkara.kerja_sama.jejak), default=None)


def hari_hukum(perkara: Perkara, naskah: Instansi) -> str | None:
    """The day whose law binds an agreement: its own; for one not signed yet the latest event's,
    since it can only be signed later; None if that cannot be told."""
    if naskah.tanggal or naskah.ditandatangani:
        return naskah.tanggal
    return terakhir(perkara)


def nomor(naskah: Instansi) -> list[str]:
    """Its numbers: one for all, or one of each party."""
    given = naskah.data.get("nomor")
    if isinstance(given, str):
        return [given]
    return [one["nomor"] for one in given or ()]


def ketentuan(perkara: Perkara, topik: str, naskah: Instansi, kunci: str | None = None) -> Ketentuan | None:
    """The provision that binds an agreement on its day."""
    case = perkara.kerja_sama
    day, changed = hari_hukum(perkara, naskah), bentuk_diubah(perkara, naskah)
    return perkara.hukum.satu(topik, pada=day, kunci=kunci, jenis=case.jenis, prakarsa=case.prakarsa, bentuk=naskah.bentuk, mengubah=changed)


def pihak_naskah(perkara: Perkara, naskah: Instansi) -> tuple[JsonObject, ...]:
    """The parties of one agreement: all, or ours and the partner whom `untuk` names."""
    return perkara.kerja_sama.pihak_naskah(perkara.sop, naskah.data)


def ttd_pihak(perkara: Perkara, naskah: Instansi, pihak: JsonObject) -> list[tuple[str, JsonObject]]:
    """Signatures given for a party: by its designation, else by its representative's name."""
    return [(pointer, one) for pointer, one in naskah.ttd if untuk_pihak(perkara, one, pihak)]


def untuk_pihak(perkara: Perkara, ttd: JsonObject, pihak: JsonObject) -> bool:
    if ttd.get("pihak"):
        return SEBUTAN.get(ttd["pihak"], ttd["pihak"]) == SEBUTAN.get(pihak.get("sebutan", ""), pihak.get("sebutan"))
    if sama(ttd, pihak.get("wakil", {})):
        return True
    role = perkara.sop.peran(ttd.get("pelaksana"))
    partners = perkara.kerja_sama.mitra(perkara.sop)
    if role == "mitra":
        return len(partners) == 1 and pihak is partners[0]
    return role is not None and pihak is perkara.kerja_sama.pihak_kita(perkara.sop)


def ttd_kita(perkara: Perkara, naskah: Instansi) -> list[tuple[str, JsonObject]]:
    """Signatures given for our government."""
    ours = perkara.kerja_sama.pihak_kita(perkara.sop)
    return ttd_pihak(perkara, naskah, ours) if ours else []


def induk(perkara: Perkara, naskah: Instansi) -> Induk | None:
    """The KB named by `kb_induk`, else the only one in the case for the same partner."""
    named = naskah.data.get("kb_induk")
    if isinstance(named, dict):
        return Induk(f"Kesepakatan Bersama nomor {named['nomor']}", named["tanggal"])
    known = [one for one in perjanjian(perkara, "kesepakatan-bersama")]
    if named is not None:
        known = [one for one in known if one.data.get("id") == named]
    elif naskah.data.get("untuk"):
        known = [one for one in known if one.data.get("untuk") in (None, naskah.data["untuk"])]
    return Induk(known[0].nama, known[0].tanggal, known[0].langkah_ttd) if known else None
