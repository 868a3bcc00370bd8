"""A DOCX as parts, and parts as a DOCX whose bytes depend on nothing but the parts.

The zip is written by hand: fixed dates, fixed order, and members that never change are
compressed once per template.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from toolkit.drafting.xml import RELS, TYPES, Element, parse, serialise
from toolkit.errors import DataError
from toolkit.files import reason

CONTENT_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_CONTENT = "application/vnd.openxmlformats-package.core-properties+xml"
CORE = "docProps/core.xml"
_DATE = 0x0021  # 1980-01-01, the zip format's zero
_MAX_PART = 40_000_000
# Measured on our naskah: level 3 takes half of level 6's time for a tenth more bytes of the filled
# parts (3% of a file, whose fixed parts are squeezed once, at level 9); level 1 is hardly faster.
_TINGKAT = 3
_SAMA, _TEMPAT, _AKHIR = (struct.Struct(one).pack for one in ("<5H3L2H", "<3H2L", "<4H2LH"))


@dataclass(frozen=True, slots=True)
class Anggota:
    """One compressed member of a zip: the fields that its two headers share, its name, its bytes."""

    nama: str
    sama: bytes
    isi: bytes


def anggota(nama: str, data: bytes, level: int = _TINGKAT) -> Anggota:
    squeezer = zlib.compressobj(level, zlib.DEFLATED, -15)
    isi, name = squeezer.compress(data) + squeezer.flush(), nama.encode()
    return Anggota(nama, _SAMA(20, 0x800, 8, 0, _DATE, zlib.crc32(data), len(isi), len(data), len(name), 0) + name, isi)


def zip_bytes(members: Iterable[Anggota]) -> bytes:
    """The members as a zip archive, in their order."""
    body: list[bytes] = []
    directory: list[bytes] = []
    start = 0
    for one in members:
        fields, name = one.sama[:26], one.sama[26:]
        directory += (b"PK\x01\x02\x14\x00", fields, _TEMPAT(0, 0, 0, 0, start), name)
        body += (b"PK\x03\x04", one.sama, one.isi)
        start += 4 + len(one.sama) + len(one.isi)
    entries = b"".join(directory)
    count = len(body) // 3
    return b"".join((*body, entries, b"PK\x05\x06", _AKHIR(0, 0, count, count, len(entries), start, 0)))


class Paket:
    """The parts of a template by name. Raises `DataError` for what is no sound DOCX."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with zipfile.ZipFile(path) as archive:
                self.parts = {info.filename: _read(archive, info, path) for info in archive.infolist() if not info.is_dir()}
        except (OSError, zipfile.BadZipFile, zlib.error) as error:
            why = reason(error) if isinstance(error, OSError) else "berkasnya tidak utuh; simpan ulang dari Word"
            raise DataError(f"Templat {path.name} tidak dapat dibaca sebagai .docx: {why}.") from error
        if CONTENT_TYPES not in self.parts or "word/document.xml" not in self.parts:
            raise DataError(f"Templat {path.name} bukan berkas Word (.docx).")
        if any(name.endswith("vbaProject.bin") for name in self.parts):
            raise DataError(f"Templat {path.name} memuat makro; simpan sebagai .docx tanpa makro.")
        self._tidy()

    def rels(self, part: str) -> Element | None:
        """The relationships of a part ("" for the package)."""
        name = rels_name(part)
        return parse(self.parts[name], name) if name in self.parts else None

    def put(self, name: str, root: Element) -> None:
        self.parts[name] = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + serialise(root)).encode()

    def targets(self, part: str) -> dict[str, str]:
        """Relationship id → name of the internal part it leads to."""
        root = self.rels(part)
        inside = [one for one in root if one.get("TargetMode") != "External"] if root is not None else []
        return {str(one.get("Id")): resolve(part, str(one.get("Target"))) for one in inside}

    def content_type(self, extension: str) -> str | None:
        types = parse(self.parts[CONTENT_TYPES], CONTENT_TYPES)
        return next((one.get("ContentType") for one in types if one.get("Extension", "").lower() == extension.lower()), None)

    def _tidy(self) -> None:
        """Keep what the document reaches; core properties once, by the standard relationship
        (LibreOffice uses another), and no way to a foreign attached template."""
        root = self.rels("")
        if root is None:
            raise DataError(f"Templat {self.path.name} tidak punya relasi paket.")
        for one in list(root):
            if one.get("Type") != f"{_OFFICE}/officeDocument":
                root.remove(one)
        root.append(root.makeelement(f"{{{RELS}}}Relationship", {"Id": "inti", "Type": _CORE_TYPE, "Target": CORE}))
        self.put("_rels/.rels", root)
        self._drop_attached_template()
        kept = self._reachable() | {CONTENT_TYPES, "_rels/.rels"}
        self.parts = {name: data for name, data in self.parts.items() if name in kept}
        self._mend_types()

    def _drop_attached_template(self) -> None:
        for part in [name for name in self.parts if name.endswith("settings.xml")]:
            rels = self.rels(part)
            if rels is not None:
                for one in [one for one in rels if str(one.get("Type")).endswith("/attachedTemplate")]:
                    rels.remove(one)
                self.put(rels_name(part), rels)
            settings = parse(self.parts[part], part)
            for one in list(settings.iter("{*}attachedTemplate", "{*}rsids", "{*}documentProtection")):
                one.getparent().remove(one)
            self.put(part, settings)

    def _reachable(self) -> set[str]:
        seen, waiting = set(), [resolve("", "word/document.xml")]
        while waiting:
            part = waiting.pop()
            if part in seen or part not in self.parts:
                continue
            seen |= {part, rels_name(part)}
            waiting += self.targets(part).values()
        return seen

    def _mend_types(self) -> None:
        types = parse(self.parts[CONTENT_TYPES], CONTENT_TYPES)
        for one in list(types):
            name = one.get("PartName")
            if name and name.lstrip("/") not in self.parts:
                types.remove(one)
        types.append(types.makeelement(f"{{{TYPES}}}Override", {"PartName": f"/{CORE}", "ContentType": _CORE_CONTENT}))
        self.put(CONTENT_TYPES, types)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> bytes:
    if info.file_size > _MAX_PART:
        raise DataError(f"Templat {path.name}: bagian {info.filename} terlalu besar.")
    return archive.read(info)


def rels_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolve(part: str, target: str) -> str:
    """The part that a relationship's target names, seen from `part`."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
