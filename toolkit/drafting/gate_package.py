"""The package around the parts: members, content types, relationships, core properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from toolkit.drafting.package import CONTENT_TYPES, resolve
from toolkit.drafting.xml import Element, parse

_INTI_MAKS = 255
_ISI_INTI = re.compile(r"<((?:dc|cp):\w+)[^>]*>([^<]*)(?=<)")


def kembar(names: Iterable[str]) -> str | None:
    """A member that stands in the archive twice; Word takes names that differ in case for one."""
    seen: set[str] = set()
    for name in names:
        if name.lower() in seen:
            return name
        seen.add(name.lower())
    return None


def relasi(parts: Mapping[str, bytes], names: frozenset[str]) -> tuple[dict[str, frozenset[str]], list[tuple[str, str]]]:
    """The relationship ids that each part declares, and what is wrong with them."""
    known: dict[str, frozenset[str]] = {}
    wrong: list[tuple[str, str]] = []
    for rels in [name for name in parts if name.endswith(".rels")]:
        part = _owner(rels)
        listed = list(parse(parts[rels], rels))
        ids = [str(one.get("Id")) for one in listed]
        known[part] = frozenset(ids)
        if part and part not in names:
            wrong.append((rels, f"relasi milik {part}, yang tidak ada"))
        if len(ids) != len(known[part]):
            wrong.append((rels, "ada nomor relasi kembar"))
        wrong += [(rels, f"relasi {one.get('Id')} menuju {one.get('Target')}, yang tidak ada") for one in listed if _lost(one, part, names)]
    return known, wrong


def jenis(types: bytes, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Parts without a content type, and types of parts that do not exist."""
    listed = list(parse(types, CONTENT_TYPES))
    endings = {str(one.get("Extension")).lower() for one in listed if one.get("Extension")}
    named = [str(one.get("PartName")).lstrip("/") for one in listed if one.get("PartName")]
    for name in sorted(names - {CONTENT_TYPES}):
        if name not in named and name.rpartition(".")[2].lower() not in endings:
            yield name, "tidak punya jenis isi dalam [Content_Types].xml"
    for name in named:
        if name not in names:
            yield CONTENT_TYPES, f"menyebut bagian {name}, yang tidak ada"


def inti(data: bytes) -> str | None:
    """What Word would not keep of the core properties."""
    for name, text in _ISI_INTI.findall(data.decode()):
        if len(unescape(text)) > _INTI_MAKS:
            return f"{name} lebih panjang daripada {_INTI_MAKS} huruf"
    return None


def _lost(one: Element, part: str, names: frozenset[str]) -> bool:
    return one.get("TargetMode") != "External" and resolve(part, str(one.get("Target")).partition("#")[0]) not in names


def _owner(rels: str) -> str:
    folder, _, name = rels.rpartition("_rels/")
    return folder + name.removesuffix(".rels")
