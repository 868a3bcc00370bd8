"""An agency's own pictures in place of the boxes that stand for emblems.

A box is a paragraph of the styles `Lambang` and `KotakLambang`; its words say whose emblem belongs
there, and the profile's `gambar_lambang` gives the picture by those words.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from toolkit.drafting.gate import Gerbang
from toolkit.drafting.package import (
    CONTENT_TYPES,
    CORE,
    Anggota,
    anggota,
    rels_name,
    zip_bytes,
)
from toolkit.drafting.template import CHANGING
from toolkit.drafting.xml import (
    RELS,
    TC,
    TYPES,
    WP,
    Element,
    P,
    parse,
    serialise,
    text_of,
    w,
)
from toolkit.errors import DataError
from toolkit.resources import Resources

GAYA = frozenset({"Lambang", "KotakLambang"})
KUNCI = "gambar_lambang"
_MAKS = 2_000_000
_SISI = range(32, 6001)
_EMU = 36_000
_KOTAK_MM = (20, 23)
_JENIS = {"png": "image/png", "jpeg": "image/jpeg"}
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SOF = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})


@dataclass(frozen=True, slots=True)
class Gambar:
    """A picture as it lies in the data folder."""

    isi: bytes
    jenis: str
    lebar: int
    tinggi: int

    @property
    def bagian(self) -> str:
        return f"word/media/lambang-{hashlib.sha256(self.isi).hexdigest()[:12]}.{self.jenis}"

    @property
    def ukuran(self) -> tuple[int, int]:
        """Width and height in EMU, as large as the box admits."""
        scale = min(_KOTAK_MM[0] / self.lebar, _KOTAK_MM[1] / self.tinggi) * _EMU
        return round(self.lebar * scale), round(self.tinggi * scale)


def gambar(resources: Resources, profil: Mapping[str, Any]) -> dict[str, Gambar]:
    """The profile's pictures by the words of their boxes, in small letters. Raises `DataError`."""
    return {words.lower(): baca(resources, words, path) for words, path in profil.get(KUNCI, {}).items()}


def baca(resources: Resources, words: str, path: str) -> Gambar:
    """One picture. Raises `DataError` for what is not there or no picture that Word prints."""
    parts = Path(path).parts
    found = resources.find(*parts) if parts and not Path(path).is_absolute() and ".." not in parts else None
    if found is None or not found.is_file():
        raise _salah(words, path, "tidak ada dalam folder data; simpan gambarnya di situ, atau hapus kuncinya")
    data = found.read_bytes() if found.stat().st_size <= _MAKS else b""
    if not data:
        raise _salah(words, path, f"kosong atau lebih besar daripada {_MAKS // 1_000_000} MB; perkecil gambarnya")
    size = _png(data) or _jpeg(data)
    if size is None:
        raise _salah(words, path, "bukan gambar PNG atau JPEG yang utuh; simpan ulang sebagai PNG")
    kind, wide, high = size
    if wide not in _SISI or high not in _SISI:
        raise _salah(words, path, f"berukuran {wide} × {high} titik; seharusnya {_SISI[0]} sampai {_SISI[-1]} titik tiap sisi")
    return Gambar(data, kind, wide, high)


def _salah(words: str, path: str, why: str) -> DataError:
    return DataError(f"Gambar {path} untuk {words} (profil, {KUNCI}) {why}.")


def _png(data: bytes) -> tuple[str, int, int] | None:
    if not data.startswith(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") or b"IEND" not in data[-12:]:
        return None
    return ("png", *struct.unpack(">2L", data[16:24]))


def _jpeg(data: bytes) -> tuple[str, int, int] | None:
    """The size stands in the first frame header; other segments are passed by."""
    at = 2 if data.startswith(b"\xff\xd8") and data.rstrip(b"\0").endswith(b"\xff\xd9") else len(data)
    while at + 9 < len(data) and data[at] == 0xFF:
        if data[at + 1] in _SOF:
            high, wide = struct.unpack(">2H", data[at + 5 : at + 9])
            return "jpeg", wide, high
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def kotak(data: bytes) -> tuple[str, ...]:
    """The words of the boxes that a document still carries in place of emblems."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if CHANGING.match(name)]
    boxes = (one for part in parts if b"Lambang" in part for one in _boxes(parse(part, "naskah")))
    return tuple(dict.fromkeys(text for one in boxes if (text := text_of(one).strip())))


def pasang(data: bytes, templat: str, naskah: str, pictures: Mapping[str, Gambar]) -> bytes:
    """The document with pictures in place of the boxes that have one. Raises `DataError` if the
    gate refuses the result."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    used: dict[str, Gambar] = {}
    for name in [name for name in parts if CHANGING.match(name) and b"Lambang" in parts[name]]:
        used |= _put(parts, name, pictures)
    if not used:
        return data
    parts |= {one.bagian: one.isi for one in used.values()}
    parts[CONTENT_TYPES] = _typed(parts[CONTENT_TYPES], {one.jenis for one in used.values()})
    filled = {name: one for name, one in parts.items() if CHANGING.match(name) or name == CORE}
    gate, members = _kerangka(templat, tuple((name, one) for name, one in parts.items() if name not in filled), tuple(filled))
    gate.periksa(filled, naskah, lengkap=False)
    return zip_bytes(members.get(name) or anggota(name, one) for name, one in parts.items())


@lru_cache(maxsize=64)
def _kerangka(templat: str, fixed: tuple[tuple[str, bytes], ...], filled: tuple[str, ...]) -> tuple[Gerbang, Mapping[str, Anggota]]:
    """The gate for what documents with the same pictures share, and those members squeezed: a series
    of letters looks at them once."""
    return Gerbang.baca(templat, fixed, filled), {name: anggota(name, one, 9) for name, one in fixed}


def _put(parts: dict[str, bytes], part: str, pictures: Mapping[str, Gambar]) -> dict[str, Gambar]:
    root = parse(parts[part], part)
    rels = rels_name(part)
    listed = parse(parts.get(rels, f'<Relationships xmlns="{RELS}"/>'.encode()), rels)
    known = [int(one.get("id", "0")) for one in root.iter(f"{{{WP}}}docPr")]
    number = max(known, default=0) + 1000 * (1 + sorted(parts).index(part))
    used: dict[str, Gambar] = {}
    for box in _boxes(root):
        words = text_of(box).strip()
        picture = pictures.get(words.lower())
        if picture is None:
            continue
        used[words], number = picture, number + 1
        target = picture.bagian.removeprefix("word/")
        rel_id = f"lambang{number}"
        listed.append(listed.makeelement(f"{{{RELS}}}Relationship", {"Id": rel_id, "Type": _IMAGE, "Target": target}))
        _replace(box, _drawing(words, picture, rel_id, number))
    parts[part], parts[rels] = _written(root), _written(listed)
    return used


def _boxes(root: Element) -> list[Element]:
    styled = ((one, one.find(f"{w('pPr')}/{w('pStyle')}")) for one in root.iter(P))
    return [one for one, style in styled if style is not None and style.get(w("val")) in GAYA]


def _replace(box: Element, drawing: Element) -> None:
    """The picture instead of the box, its empty lines and its frame."""
    holder = box.getparent()
    for other in [one for one in _boxes(holder) if one.getparent() is holder and one is not box and not text_of(one).strip()]:
        holder.remove(other)
    holder.replace(box, drawing)
    for frame in holder.findall(f"{w('tcPr')}/{w('tcBorders')}") if holder.tag == TC else ():
        frame.getparent().remove(frame)


def _drawing(words: str, picture: Gambar, rel_id: str, number: int) -> Element:
    wide, high = picture.ukuran
    root = parse(
        f'<w:p xmlns:w="{w("p")[1:-2]}" xmlns:wp="{WP}" xmlns:a="{_A}" xmlns:pic="{_PIC}"'
        f' xmlns:r="{_IMAGE.removesuffix("/image")}"><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{number}" name="Lambang {number}"/>'
        f'<a:graphic><a:graphicData uri="{_PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Lambang {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{rel_id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        f'</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'.encode(), "gambar lambang",
    )
    next(root.iter(f"{{{WP}}}docPr")).set("descr", words)
    return root


def _typed(types: bytes, kinds: set[str]) -> bytes:
    root = parse(types, CONTENT_TYPES)
    known = {one.get("Extension", "").lower() for one in root}
    for kind in sorted(kinds - known):
        root.insert(0, root.makeelement(f"{{{TYPES}}}Default", {"Extension": kind, "ContentType": _JENIS[kind]}))
    return _written(root)


def _written(root: Element) -> bytes:
    return (_HEAD + serialise(root)).encode()
