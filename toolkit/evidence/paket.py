"""Opening a .docx that may have been made to hurt: bombs, broken archives, locked or foreign files.

Nothing is unpacked to disk, nothing fetched, no entity expanded. Every refusal is one sentence.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from toolkit.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

DOKUMEN = "word/document.xml"
MAKS_BERKAS = 100_000_000
MAKS_BAGIAN = 40_000_000
MAKS_SEMUA = 120_000_000
MAKS_ANGGOTA = 5_000
_OLE = b"\xd0\xcf\x11\xe0"
_RELASI = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Paket:
    """The parts of a .docx, each read when it is asked for. Raises `InputError`."""

    def __init__(self, data: bytes, nama: str) -> None:
        self.nama = nama
        self._terbaca = 0
        if data.startswith(_OLE):
            raise InputError(f"Naskah {nama} terkunci kata sandi atau berformat Word lama (.doc); buka di Word dan simpan sebagai .docx tanpa sandi.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise InputError(f"Naskah {nama} bukan berkas Word (.docx) yang utuh; buka dan simpan ulang di Word.") from error
        self._anggota = {info.filename: info for info in self._zip.infolist()}
        self._examine()

    def _examine(self) -> None:
        infos = self._anggota.values()
        if len(infos) > MAKS_ANGGOTA or any(one.file_size > MAKS_BAGIAN for one in infos):
            raise InputError(f"Naskah {self.nama} memuat bagian yang tidak wajar besarnya dan tidak dibaca.")
        if any(one.flag_bits & 1 for one in infos):
            raise InputError(f"Naskah {self.nama} terkunci kata sandi; simpan tanpa sandi.")
        if self.dokumen not in self._anggota:
            raise InputError(f"Naskah {self.nama} bukan berkas Word (.docx): isi naskahnya tidak ada di dalamnya.")

    @property
    def dokumen(self) -> str:
        """The main part; files not saved by Word may name it otherwise."""
        if DOKUMEN in self._anggota or "_rels/.rels" not in self._anggota:
            return DOKUMEN
        targets = (target for kind, target in self.relasi("").values() if kind == "officeDocument")
        return next(targets, DOKUMEN)

    def ada(self, part: str) -> bool:
        return part in self._anggota

    def xml(self, part: str) -> Any:
        """The root element of a part."""
        from lxml import etree

        data = self._read(part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise InputError(f"Naskah {self.nama} rusak pada bagian {part}; buka dan simpan ulang di Word.") from error
        if root.getroottree().docinfo.doctype:
            raise InputError(f"Naskah {self.nama} memuat deklarasi yang tidak dipakai Word pada bagian {part} dan tidak dibaca.")
        return root

    def relasi(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship id → kind ("header", "footer" …) and the part it leads to."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.ada(rels):
            return {}
        return dict(_relations(self.xml(rels), folder))

    def _read(self, part: str) -> bytes:
        try:
            with self._zip.open(self._anggota[part]) as stream:
                data = stream.read(MAKS_BAGIAN + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
            raise InputError(f"Naskah {self.nama} rusak pada bagian {part}; buka dan simpan ulang di Word.") from error
        self._terbaca += len(data)
        if len(data) > MAKS_BAGIAN or self._terbaca > MAKS_SEMUA:
            raise InputError(f"Naskah {self.nama} memuat bagian yang tidak wajar besarnya dan tidak dibaca.")
        return data


def _relations(root: Any, folder: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for one in root.iter(_RELASI):
        target = one.get("Target", "")
        if one.get("TargetMode") != "External":
            where = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield one.get("Id", ""), (one.get("Type", "").rpartition("/")[2], where)
