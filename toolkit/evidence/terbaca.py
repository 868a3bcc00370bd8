"""What a naskah says, as facts: its kind, parties, articles, references, numbers, dates, signers.

Places are indexes into `NaskahTerbaca.isi`. Nothing here says whether it is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from toolkit.evidence.bacaan import Bacaan, Paragraf

PASTI = "pasti"
DIDUGA = "diduga"


@dataclass(frozen=True, slots=True)
class Pasal:
    """An article: its paragraphs are `awal` (the heading) to before `akhir`. `nomor` is None where
    the number cannot be read as one."""

    nomor: int | None
    tulisan: str
    judul: str
    awal: int
    isi: int
    akhir: int
    ayat: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A mention of an article or ayat. `milik` is "sendiri" (this text), "luar" (a law or another
    paper) or "ragu"; `pasal` None means the article that it stands in."""

    pasal: int | None
    ayat: int | None
    teks: str
    paragraf: int
    milik: str


@dataclass(frozen=True, slots=True)
class Bilangan:
    """A number written twice. `nilai` is what the words say; None where they cannot be read."""

    teks: str
    angka: str
    kata: str
    sama: bool | None
    paragraf: int
    uang: bool = False


@dataclass(frozen=True, slots=True)
class Tanggal:
    """A date as written: the day's name, and the date by its words and by its digits. `kosong` if
    dots stand where it is due, `mustahil` if no calendar has it."""

    teks: str
    paragraf: int
    hari: str | None = None
    kata: date | None = None
    angka: date | None = None
    pembuka: bool = False
    kosong: bool = False
    mustahil: bool = False

    @property
    def nilai(self) -> date | None:
        return self.angka or self.kata


@dataclass(frozen=True, slots=True)
class Jangka:
    """A term: months in all, or its two days, or both."""

    teks: str
    paragraf: int
    bulan: int | None = None
    mulai: date | None = None
    sampai: date | None = None


@dataclass(frozen=True, slots=True)
class Pihak:
    """A party of the komparisi. `sebutan` is KESATU, KEDUA …, `tulisan` as printed."""

    sebutan: str
    tulisan: str
    nama: str
    jabatan: str
    badan: str
    uraian: str
    paragraf: int


@dataclass(frozen=True, slots=True)
class Ttd:
    """A place for a signature: whose, on which side ("" if untold), and the lines in it."""

    sebutan: str
    tulisan: str
    sisi: str
    baris: tuple[str, ...]
    paragraf: int
    nama: str = ""


@dataclass(frozen=True, slots=True)
class Rangkap:
    jumlah: int
    teks: str
    paragraf: int


@dataclass(frozen=True, slots=True)
class Peraturan:
    """A law as cited: "Peraturan Menteri Dalam Negeri", "22", "2009"."""

    jenis: str
    nomor: str
    tahun: str
    teks: str
    paragraf: int


@dataclass(frozen=True, slots=True)
class Judul:
    """The head of a naskah. `bentuk` by the printed word (nota-kesepahaman is kept apart), None
    where it is no agreement that we know; `akhir` is the first paragraph after it."""

    bentuk: str | None = None
    tulisan: str = ""
    kepastian: str = DIDUGA
    antara: str = ""
    tentang: str = ""
    nomor: tuple[str, ...] = ()
    awal: int = 0
    akhir: int = 0


@dataclass(frozen=True)
class NaskahTerbaca:
    bacaan: Bacaan
    judul: Judul
    pasal: tuple[Pasal, ...]
    pihak: tuple[Pihak, ...]
    tanggal: tuple[Tanggal, ...]
    rujukan: tuple[Rujukan, ...]
    bilangan: tuple[Bilangan, ...]
    jangka: tuple[Jangka, ...]
    rangkap: Rangkap | None
    peraturan: tuple[Peraturan, ...]
    ttd: tuple[Ttd, ...]
    penutup: int | None
    lampiran: int | None

    @property
    def isi(self) -> tuple[Paragraf, ...]:
        return self.bacaan.isi

    @property
    def pembuka(self) -> Tanggal | None:
        """The date in the opening."""
        return next((one for one in self.tanggal if one.pembuka), None)

    @property
    def kepala(self) -> tuple[Paragraf, ...]:
        """Everything before the first article."""
        return self.isi[: self.batang[0]]

    @cached_property
    def batang(self) -> tuple[int, int]:
        """The articles: from, to before. A text without articles is all head up to its closing."""
        signing = self.ttd[0].paragraf if self.ttd and self.penutup is None else None
        ends = [one for one in (self.penutup, self.lampiran, signing) if one is not None]
        end = min(ends, default=len(self.isi))
        first = self.pasal[0].awal if self.pasal else end
        return first, max(end, first)

    def pasal_pada(self, paragraf: int) -> Pasal | None:
        return next((one for one in self.pasal if one.awal <= paragraf < one.akhir), None)

    def tempat(self, paragraf: int) -> str:
        """Where a reader finds it: "Pasal 5 ayat (2), paragraf 41"."""
        number = self.isi[paragraf].nomor if paragraf < len(self.isi) else 0
        page = self.isi[paragraf].halaman if paragraf < len(self.isi) else None
        where = f"halaman {page}" if page else f"paragraf {number}"
        return f"{self._bagian(paragraf)}, {where}"

    def _bagian(self, paragraf: int) -> str:
        held = self.pasal_pada(paragraf)
        if held is not None:
            ayat = [one for one in range(held.awal, paragraf + 1) if self.isi[one].rapi.startswith("(")]
            mark = self.isi[ayat[-1]].rapi.partition(")")[0][1:] if ayat else ""
            return f"{held.tulisan} ayat ({mark})" if mark.isdecimal() else held.tulisan
        if self.lampiran is not None and paragraf >= self.lampiran:
            return "lampiran"
        if self.penutup is not None and paragraf >= self.penutup:
            return "penutup" if paragraf == self.penutup else "bagian tanda tangan"
        if self.ttd and paragraf >= self.ttd[0].paragraf:
            return "bagian tanda tangan"
        return "bagian judul" if paragraf < self.judul.akhir else "bagian pembuka"
