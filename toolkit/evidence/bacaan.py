"""What was read of a file, before anybody says what it means: paragraphs, pictures, what is hidden.

`isi` paragraphs are the page's own text, in reading order; text boxes stand where they are anchored.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

ISI = "isi"
KOTAK = "kotak teks"
KEPALA = "kepala halaman"
KAKI = "kaki halaman"
CATATAN = "catatan kaki"
TERJEMAHAN = "terjemahan"


@dataclass(frozen=True, slots=True)
class Sel:
    """A table cell. `kiri` and `kanan` are its edges as parts of the table's width, 0 to 1."""

    tabel: int
    baris: int
    kolom: int
    kiri: float
    kanan: float

    @property
    def tengah(self) -> float:
        return (self.kiri + self.kanan) / 2


@dataclass(frozen=True, slots=True)
class Paragraf:
    """One visible line of thought. `nomor` counts within its part from 1; a manual line break gives
    two of the same number. `label` is Word's own number, which `teks` begins with."""

    bagian: str
    nomor: int
    teks: str
    label: str = ""
    sel: Sel | None = None
    halaman: int | None = None
    rata: str = ""
    tebal: bool = False
    indent: int = 0

    @property
    def rapi(self) -> str:
        """The text with single spaces."""
        return " ".join(self.teks.split())


@dataclass(frozen=True, slots=True)
class Gambar:
    """A picture: before which paragraph it stands (its place in `Bacaan.paragraf`), on which side
    of the page as far as that is told, and what its alternative text or name says."""

    sebelum: int
    sisi: str = ""
    uraian: str = ""


@dataclass(frozen=True)
class Bacaan:
    """A file as read. `lengkap` is False where a part holds no text (a scanned page) or only letters
    recognised from a picture: what is not found then is not proved to be absent. `jenis` is "docx" or "pdf"."""

    nama: str
    jenis: str
    paragraf: tuple[Paragraf, ...]
    gambar: tuple[Gambar, ...] = ()
    tersembunyi: tuple[str, ...] = ()
    sisipan: int = 0
    hapusan: int = 0
    lengkap: bool = True
    halaman_tanpa_teks: tuple[int, ...] = ()
    halaman_dikenali: tuple[int, ...] = ()

    @cached_property
    def isi(self) -> tuple[Paragraf, ...]:
        """Paragraphs of the page itself that say something."""
        return tuple(one for one in self.paragraf if one.bagian in (ISI, KOTAK) and one.teks.strip())

    @cached_property
    def dwibahasa(self) -> bool:
        """Whether a translation stands beside the Indonesian text, which alone is `isi`."""
        return any(one.bagian == TERJEMAHAN for one in self.paragraf)

    @cached_property
    def berteks(self) -> bool:
        """Whether there is anything to judge: a scan has no text layer."""
        return sum(len(one.rapi) for one in self.isi) >= 40
