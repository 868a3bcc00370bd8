"""One document from its ingredients: bytes, or the facts that lack."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.drafting.context import konteks
from toolkit.drafting.emblem import Gambar, gambar, pasang
from toolkit.drafting.material import Bahan, instansi, profil_node
from toolkit.drafting.nodes import CATATAN, Catatan, Node, Tempat, ada, simpul
from toolkit.drafting.spreadsheet import lembar_kerja
from toolkit.drafting.template import Inti, Templat, compile_template
from toolkit.errors import DataError
from toolkit.library import Library
from toolkit.model import KerjaSama, Naskah, Sop


@dataclass(frozen=True, slots=True)
class Dokumen:
    """A drafted document, or None for its bytes and what it lacked: pointer → where it was due."""

    naskah: Naskah
    urut: int
    isi: bytes | None
    kurang: dict[str, Tempat]


class Penyusun:
    """Drafts documents from one library; templates are compiled once per profile."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._templates: dict[tuple[str, str], Templat] = {}
        self._profiles: dict[str, Node] = {}
        self._gambar: dict[str, dict[str, Gambar]] = {}

    def templat(self, template_id: str, profil_id: str | None) -> Templat:
        """A compiled template. Raises `DataError` for one that cannot be proved safe."""
        key = (template_id, profil_id or "")
        if key not in self._templates:
            path = self.library.template_path(template_id)
            self._templates[key] = compile_template(path, self.bagian, self.library.profil(profil_id))
        return self._templates[key]

    def bagian(self, nama: str) -> Path:
        path = self.library.resources.find("templates", "bagian", f"{nama}.docx")
        if path is None:
            raise DataError(f"Bagian {nama}.docx tidak ada di folder templates/bagian.")
        return path

    def profil(self, profil_id: str | None) -> Node:
        """A profile as facts, read once."""
        key = profil_id or ""
        if key not in self._profiles:
            self._profiles[key] = profil_node(self.library.profil(profil_id))
        return self._profiles[key]

    def gambar(self, profil_id: str | None) -> dict[str, Gambar]:
        """The emblems of a profile, read once. Raises `DataError` for one that cannot be used."""
        key = profil_id or ""
        if key not in self._gambar:
            self._gambar[key] = gambar(self.library.resources, self.library.profil(profil_id))
        return self._gambar[key]

    def susun(self, kerja_sama: KerjaSama, sop: Sop, naskah: Naskah, selesai: frozenset[str], kasus: Node | None = None) -> list[Dokumen]:
        """Every instance of a naskah that the case holds. `kasus` is the case as facts, where many
        cases share most of them."""
        kasus = simpul(dict(kerja_sama.data)) if kasus is None else kasus
        ours = kerja_sama.pihak_kita(sop)
        side = ours.get("sebutan") if ours else None
        profil_id = kerja_sama.data.get("profil") or sop.profil
        profil = self.profil(profil_id)
        return [
            self._document(Bahan(kerja_sama, sop, self.library, profil, kasus, one, selesai), profil_id)
            for one in instansi(kerja_sama, naskah, kasus, side)
        ]

    def _document(self, bahan: Bahan, profil_id: str | None) -> Dokumen:
        notes = Catatan()
        token = CATATAN.set(notes)
        try:
            names = konteks(bahan)
            inti = self._inti(bahan, names)
            if bahan.naskah.format == "xlsx":
                content = lembar_kerja(bahan, inti)
            elif bahan.naskah.templat is None:
                raise DataError(f"Naskah {bahan.naskah.id} tidak menyebut templat dalam checklist {bahan.sop.id}.")
            else:
                content = self.templat(bahan.naskah.templat, profil_id).render(names, inti, bahan.naskah.nama, bahan.kerja_sama.data)
        finally:
            CATATAN.reset(token)
        pictures = self.gambar(profil_id) if bahan.naskah.templat and bahan.naskah.format == "docx" else {}
        if pictures and not notes.kurang:
            content = pasang(content, str(bahan.naskah.templat), bahan.naskah.nama, pictures)
        return self._judged(bahan, content, notes)

    def _judged(self, bahan: Bahan, content: bytes, notes: Catatan) -> Dokumen:
        where = Tempat(bahan.naskah.templat or bahan.naskah.id)
        lacking = notes.kurang
        if lacking and not any(path.startswith("/") for path in lacking):
            lacking = notes.ditanya or lacking
        gaps = {path: place or where for path, place in lacking.items()}
        own = [path for path in gaps if not path.startswith("/")]
        if own and len(own) == len(gaps):
            path, place = next(iter(gaps.items()))
            raise DataError(f"{str(place).capitalize()} memakai {path}, yang tidak diberikan checklist {bahan.sop.id} atau profil untuk naskah {bahan.naskah.id}.")
        facts = {path: place for path, place in gaps.items() if path not in own}
        return Dokumen(bahan.naskah, bahan.instansi.urut, None if facts else content, facts)

    def _inti(self, bahan: Bahan, names: dict[str, Any]) -> Inti:
        title = bahan.kasus.get("judul")
        name = f"{bahan.naskah.nama}: {title}" if ada(title) else bahan.naskah.nama
        author = bahan.profil.get("pemerintah_daerah") or bahan.sop.pemerintah_daerah
        days = [event.tanggal for event in bahan.kerja_sama.jejak]
        return Inti(name, str(author), max(days) if days else None)
