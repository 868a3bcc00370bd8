"""The nouns of the field as frozen values: an SOP, its steps and naskah, a case and its trail.

Both sides keep the JSON they were read from (`data`), since templates, conditions and pointers
speak of facts by their path; the attributes are what rules and the plan reason with.
Shapes: `schemas/checklist.schema.json` and `schemas/kerja-sama.schema.json`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

Json = Any
JsonObject = Mapping[str, Any]

# The form (`bentuk`) of a naskah that changes another one.
ADENDUM = "addendum"


@dataclass(frozen=True, slots=True)
class Pelaksana:
    """An actor of an SOP. Rules ask for `peran`, never for the id or the post's name."""

    id: str
    jabatan: str
    peran: str
    sebutan: tuple[str, ...] = ()
    kolektif: bool = False
    pimpinan: bool = False


@dataclass(frozen=True, slots=True)
class Benda:
    """An artefact in a state, as a step takes it in or puts it out."""

    artefak: str
    keadaan: str | None = None
    syarat: str | None = None

    def dipenuhi(self, out: Benda) -> bool:
        """Whether what a step puts out is what is asked for here; no state asks for any state."""
        return out.artefak == self.artefak and self.keadaan in (None, out.keadaan)


@dataclass(frozen=True, slots=True)
class Waktu:
    """A step's time as the SOP states it: a number with its unit, or words alone."""

    nilai: float | None = None
    satuan: str | None = None
    teks: str | None = None


@dataclass(frozen=True, slots=True)
class Putusan:
    """The two ways out of a decision. On refusal either `kembali_ke` a step or `berakhir`."""

    setuju: str
    kembali_ke: str | None = None
    berakhir: bool = False
    tersirat: bool = False
    dasar: str | None = None


@dataclass(frozen=True, slots=True)
class Langkah:
    """One printed row of an SOP, in printed order."""

    id: str
    nomor: str
    kegiatan: str
    pelaksana: tuple[str, ...]
    tersirat: bool
    tindakan: str
    bobot: str
    tindakan_lain: tuple[str, ...] = ()
    pengganti: tuple[str, ...] = ()
    waktu: Waktu | None = None
    waktu_relatif: bool = False
    menunggu_pihak_luar: bool = False
    syarat: str | None = None
    opsional: bool = False
    berulang: bool = False
    paralel: frozenset[str] = frozenset()
    lingkup: str | None = None
    putusan: Putusan | None = None
    memakai: tuple[Benda, ...] = ()
    menghasilkan: tuple[Benda, ...] = ()
    perlu: tuple[str, ...] = ()
    kelengkapan: tuple[str, ...] = ()
    keluaran: tuple[str, ...] = ()
    keterangan: str | None = None

    @property
    def semua_tindakan(self) -> frozenset[str]:
        return frozenset((self.tindakan, *self.tindakan_lain))

    @property
    def boleh(self) -> frozenset[str]:
        """Actors any one of whom satisfies the step."""
        return frozenset((*self.pelaksana, *self.pengganti))


@dataclass(frozen=True, slots=True)
class RantaiParaf:
    tahap: str
    langkah: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PenandaTangan:
    """Who signs a naskah: a side, or named actors; `kuasa` where a power of attorney may do."""

    pihak: str = "kita"
    pelaksana: tuple[str, ...] = ()
    kuasa: bool = False
    tersirat: bool = False


@dataclass(frozen=True, slots=True)
class IsianTangan:
    """A cell that a hand fills: dotted until the step `sampai` has been reached."""

    sel: str
    sampai: str | None = None


@dataclass(frozen=True, slots=True)
class Naskah:
    """A document that an SOP, or the law in its stead (`lapis`), puts out (`dibuat`) or takes in
    (`diterima`) at a step. `ketentuan`: the topic of the law that says what stands in it.
    `usai`: it tells of its step and is drafted once that is done."""

    id: str
    nama: str
    bentuk: str
    langkah: str
    asal: str
    templat: str | None = None
    format: str = "docx"
    sebutan: str | None = None
    syarat: str | None = None
    lapis: str = "sop"
    dasar: str | None = None
    rantai_paraf: tuple[RantaiParaf, ...] = ()
    penanda_tangan: tuple[PenandaTangan, ...] = ()
    ditandatangani_pada: str | None = None
    isian_tangan: tuple[IsianTangan, ...] = ()
    ketentuan: str | None = None
    usai: bool = False
    eksemplar: JsonObject = field(default_factory=dict)
    data: JsonObject = field(default_factory=dict)


@dataclass(frozen=True)
class Sop:
    """A checklist as values. `data` is the JSON it came from."""

    id: str
    judul: str
    sebutan_sop: str
    pemerintah_daerah: str
    unit: str
    pelaksana: Mapping[str, Pelaksana]
    langkah: tuple[Langkah, ...]
    naskah: tuple[Naskah, ...]
    syarat: Mapping[str, JsonObject]
    fakta: Mapping[str, JsonObject]
    artefak: Mapping[str, JsonObject]
    arsip: tuple[JsonObject, ...]
    profil: str | None
    data: JsonObject

    @cached_property
    def langkah_menurut_id(self) -> Mapping[str, Langkah]:
        return {langkah.id: langkah for langkah in self.langkah}

    @cached_property
    def naskah_menurut_id(self) -> Mapping[str, Naskah]:
        return {naskah.id: naskah for naskah in self.naskah}

    @cached_property
    def urutan(self) -> Mapping[str, int]:
        """Place of each step in printed order, from 0."""
        return {langkah.id: place for place, langkah in enumerate(self.langkah)}

    def dasar(self, *langkah: str) -> str:
        """The basis of a finding: "SOP Magetan langkah 4", "… langkah 4–6", "… langkah 8, 7" where
        the SOP prints its numbers out of order."""
        steps = sorted((self.langkah_menurut_id[one] for one in langkah), key=lambda s: self.urutan[s.id])
        numbers = list(dict.fromkeys(step.nomor for step in steps))
        if not numbers:
            return self.sebutan_sop
        rising = len(numbers) > 1 and all(a.isdecimal() and b.isdecimal() and int(a) < int(b) for a, b in pairwise(numbers))
        span = f"{numbers[0]}–{numbers[-1]}" if rising else ", ".join(numbers)
        return f"{self.sebutan_sop} langkah {span}"

    def peran(self, pelaksana: str | None) -> str | None:
        actor = self.pelaksana.get(pelaksana or "")
        return actor.peran if actor else None

    def jabatan(self, *pelaksana: str) -> str:
        """The posts of some actors as a phrase: "Bupati" or "Bagian Tapem atau TKKSD"."""
        return " atau ".join(self.pelaksana[one].jabatan for one in pelaksana)


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One event of a trail. `nomor` is its place in `jejak`; `hari` and `waktu` as written."""

    nomor: int
    langkah: str
    waktu: str
    pelaksana: str | None = None
    nama: str | None = None
    mulai: str | None = None
    untuk: str | None = None
    putusan: str | None = None
    naskah: str | None = None
    sha256: str | None = None
    atas_nama: str | None = None
    kuasa: str | None = None

    @property
    def pointer(self) -> str:
        return f"/jejak/{self.nomor}"

    @property
    def tanggal(self) -> str:
        return self.waktu[:10]


@dataclass(frozen=True)
class KerjaSama:
    """One case. Everything but `versi`, `id` and `sop` may be absent while the case runs."""

    id: str
    sop: str
    data: JsonObject

    @property
    def jenis(self) -> str | None:
        return self.data.get("jenis")

    @property
    def prakarsa(self) -> str | None:
        return self.data.get("prakarsa")

    @property
    def judul(self) -> str | None:
        return self.data.get("judul")

    @cached_property
    def pihak(self) -> tuple[JsonObject, ...]:
        return tuple(self.data.get("pihak", ()))

    @cached_property
    def naskah(self) -> tuple[JsonObject, ...]:
        return tuple(self.data.get("naskah", ()))

    @cached_property
    def surat_kuasa(self) -> tuple[JsonObject, ...]:
        return tuple(self.data.get("surat_kuasa", ()))

    @cached_property
    def pejabat(self) -> tuple[JsonObject, ...]:
        return tuple(self.data.get("pejabat", ()))

    @property
    def dihentikan(self) -> JsonObject | None:
        return self.data.get("dihentikan")

    @cached_property
    def jejak(self) -> tuple[Peristiwa, ...]:
        known = Peristiwa.__dataclass_fields__.keys() - {"nomor"}
        return tuple(
            Peristiwa(nomor=place, **{key: event[key] for key in known & event.keys()})
            for place, event in enumerate(self.data.get("jejak", ()))
        )

    def pihak_kita(self, sop: Sop) -> JsonObject | None:
        """The party that owns the SOP: marked `kita`, else known by its name, else the only
        pemda among the parties; None if that cannot be told."""
        marked = [party for party in self.pihak if party.get("kita")]
        governments = [party for party in self.pihak if party.get("bentuk") == "pemda"]
        named = [
            party for party in governments
            if sop.pemerintah_daerah.casefold() in party["nama"].casefold()
        ]
        for candidates in (marked, named, governments):
            if len(candidates) == 1:
                return candidates[0]
        return None

    def pihak_naskah(self, sop: Sop, naskah: JsonObject) -> tuple[JsonObject, ...]:
        """The parties of one naskah: all, or ours and the partner whom its `untuk` names."""
        untuk, ours = naskah.get("untuk"), self.pihak_kita(sop)
        named = [one for one in self.pihak if untuk and untuk in (one["nama"], one.get("singkatan"), one.get("sebutan"))]
        return tuple(one for one in self.pihak if one is ours or one in named) if named else self.pihak

    def mitra(self, sop: Sop) -> tuple[JsonObject, ...]:
        """The other parties; all of them where ours cannot be told."""
        ours = self.pihak_kita(sop)
        return tuple(party for party in self.pihak if party is not ours)
