"""Pictures and text boxes inside a run: which side of the page, and what their author called them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
_LEBAR = 7_560_000  # A4 in EMU


def kotak(drawing: Any) -> list[Any]:
    """The contents of text boxes; a box in a box comes with its holder."""
    return [one for one in drawing.iter(f"{W}txbxContent") if not any(up.tag == f"{W}txbxContent" for up in _above(one, drawing))]


def gambar(drawing: Any) -> list[tuple[str, str]]:
    """Pictures as (side, words); a shape without a picture in it is none."""
    return [(_side(one), _words(one)) for one in _holders(drawing)]


def _holders(drawing: Any) -> Iterator[Any]:
    found = False
    for one in drawing.iter(f"{WP}inline", f"{WP}anchor"):
        if next(one.iter(f"{A}blip"), None) is not None:
            found = True
            yield one
    if not found:
        yield from (one for one in drawing.iter(f"{V}shape", f"{V}rect") if one.find(f"{V}imagedata") is not None)


def _above(element: Any, top: Any) -> Iterator[Any]:
    parent = element.getparent()
    while parent is not None and parent is not top:
        yield parent
        parent = parent.getparent()


def _words(holder: Any) -> str:
    named = holder.find(f"{WP}docPr")
    source, keys = (holder, ("alt", "title")) if named is None else (named, ("descr", "title", "name"))
    return " ".join(source.get(key) for key in keys if source.get(key))


def _side(holder: Any) -> str:
    """Only a floating picture says where it stands by itself."""
    place = holder.find(f"{WP}positionH")
    if place is None:
        return ""
    align, offset = place.find(f"{WP}align"), place.find(f"{WP}posOffset")
    if align is not None:
        return {"left": "kiri", "right": "kanan", "center": "tengah"}.get((align.text or "").strip(), "")
    return _from_offset(holder, offset)


def _from_offset(holder: Any, offset: Any | None) -> str:
    extent = holder.find(f"{WP}extent")
    try:
        middle = int(offset.text) + int(extent.get("cx", 0)) / 2 if offset is not None and extent is not None else None
    except (TypeError, ValueError):
        return ""
    if middle is None:
        return ""
    return "kiri" if middle < _LEBAR * 0.35 else "kanan" if middle > _LEBAR * 0.6 else "tengah"
