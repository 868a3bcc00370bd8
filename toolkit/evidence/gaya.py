"""What a paragraph looks like in Word: its own properties, else its style's, else none."""

from __future__ import annotations

from typing import Any

from toolkit.evidence.penomoran import VAL, W

_PADAM = {"0", "false", "off", "none"}
_TERDALAM = 20


class Gaya:
    """Styles of a .docx by id, with what they inherit."""

    def __init__(self, root: Any | None) -> None:
        self._semua = {} if root is None else {one.get(f"{W}styleId", ""): one for one in root.iter(f"{W}style")}

    def rata(self, properties: Any | None) -> str:
        """"left", "center", "right", "both", or nothing."""
        found = self._find(properties, "pPr", "jc")
        return "" if found is None else found.get(VAL, "")

    def nyala(self, run: Any | None, properties: Any | None, tag: str) -> bool:
        """Whether a toggle such as `b` or `vanish` is on for a run of a paragraph."""
        own = None if run is None else run.find(f"{W}{tag}")
        if own is not None:
            return menyala(own)
        character = None if run is None else run.find(f"{W}rStyle")
        for style in (self._chain(character), self._chain(_style(properties))):
            for one in style:
                found = one.find(f"{W}rPr/{W}{tag}")
                if found is not None:
                    return menyala(found)
        return False

    def daftar(self, properties: Any | None) -> tuple[str | None, int | None, str]:
        """List, level and style that number a paragraph; the style is that which names the list."""
        own = None if properties is None else properties.find(f"{W}numPr")
        number, level = _num(own)
        if number is not None:
            return number, level or 0, ""
        for one in self._chain(_style(properties)):
            styled, deep = _num(one.find(f"{W}pPr/{W}numPr"))
            if styled is not None:
                return styled, level if level is not None else deep, one.get(f"{W}styleId", "")
        return None, None, ""

    def _find(self, properties: Any | None, holder: str, tag: str) -> Any | None:
        own = None if properties is None else properties.find(f"{W}{tag}")
        if own is not None:
            return own
        found = (one.find(f"{W}{holder}/{W}{tag}") for one in self._chain(_style(properties)))
        return next((one for one in found if one is not None), None)

    def _chain(self, reference: Any | None) -> list[Any]:
        chain: list[Any] = []
        key = None if reference is None else reference.get(VAL)
        while key in self._semua and len(chain) < _TERDALAM:
            chain.append(self._semua[key])
            based = self._semua[key].find(f"{W}basedOn")
            key = None if based is None else based.get(VAL)
        return chain


def menyala(toggle: Any) -> bool:
    return toggle.get(VAL, "1") not in _PADAM


def _style(properties: Any | None) -> Any | None:
    return None if properties is None else properties.find(f"{W}pStyle")


def _num(properties: Any | None) -> tuple[str | None, int | None]:
    if properties is None:
        return None, None
    number, level = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
    deep = None if level is None else level.get(VAL, "")
    return (None if number is None else number.get(VAL)), (int(deep) if deep and deep.isdecimal() else None)
