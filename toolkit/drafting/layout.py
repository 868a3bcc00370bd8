"""An agency's paper and type laid over a template: page size, margins, base font."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit.drafting.xml import SECT, Element, w

_SIDES = {"atas": "top", "kanan": "right", "bawah": "bottom", "kiri": "left"}


def twips(mm: float) -> str:
    return str(round(mm * 1440 / 25.4))


def apply_page(root: Element, halaman: Mapping[str, Any]) -> None:
    """Set size and margins of every section; a landscape section stays landscape."""
    for section in root.iter(SECT):
        size = _child(section, "pgSz")
        wide, high = twips(halaman["lebar_mm"]), twips(halaman["tinggi_mm"])
        if size.get(w("orient")) == "landscape":
            wide, high = high, wide
        size.set(w("w"), wide)
        size.set(w("h"), high)
        margin = _child(section, "pgMar")
        for side, name in _SIDES.items():
            margin.set(w(name), twips(halaman["margin_mm"][side]))
        for name, default in (("header", "709"), ("footer", "709"), ("gutter", "0")):
            margin.set(w(name), margin.get(w(name), default))


def _child(section: Element, name: str) -> Element:
    found = section.find(w(name))
    if found is None:
        found = section.makeelement(w(name), {})
        section.append(found)
    return found


def apply_font(styles: Element, huruf: Mapping[str, Any]) -> None:
    """Set the base font and size, in the defaults and in the default paragraph style."""
    defaults = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    if defaults is not None:
        _set_font(defaults, huruf)
    for style in styles.iter(w("style")):
        props = style.find(w("rPr"))
        if style.get(w("type")) == "paragraph" and style.get(w("default")) == "1" and props is not None:
            _set_font(props, huruf)


def _set_font(props: Element, huruf: Mapping[str, Any]) -> None:
    for name in ("rFonts", "sz", "szCs"):
        for old in props.findall(w(name)):
            props.remove(old)
    half_points = str(round(huruf["ukuran_pt"] * 2))
    fonts = {w(key): huruf["nama"] for key in ("ascii", "hAnsi", "cs", "eastAsia")}
    props.insert(0, props.makeelement(w("rFonts"), fonts))
    after = [place for place, one in enumerate(props) if one.tag in _BEFORE_SIZE]
    at = max(after) + 1
    props.insert(at, props.makeelement(w("sz"), {w("val"): half_points}))
    props.insert(at + 1, props.makeelement(w("szCs"), {w("val"): half_points}))


_BEFORE_SIZE = frozenset(
    w(one) for one in (
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
        "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
        "spacing", "w", "kern", "position",
    )
)
