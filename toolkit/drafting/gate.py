"""The last look at a document before it is written: whatever the values were, Word can open it
and nobody reads a tag, a piece of Python or a blank in it.

What never changes is looked at once, when the template is compiled; each document is judged by
its filled parts, and their markup only where it is new (`gate_markup`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from lxml import etree

from toolkit.drafting import gate_package, gate_structure, gate_text
from toolkit.drafting.gate_markup import Bentuk, Ingatan, pisah, sendiri
from toolkit.drafting.package import CONTENT_TYPES, CORE
from toolkit.drafting.xml import Element, tempat_salah
from toolkit.errors import DataError


@dataclass(frozen=True)
class Gerbang:
    """What is known of one template: its id, the relationships each part declares, the drawings
    of its fixed parts, and spacings that are its own."""

    templat: str
    relasi: Mapping[str, frozenset[str]]
    gambar: tuple[str, ...]
    spasi: frozenset[str]
    ingatan: Ingatan = field(default_factory=Ingatan, compare=False, repr=False)

    @classmethod
    def baca(cls, templat: str, fixed: Sequence[tuple[str, bytes]], filled: Iterable[str], sumber: Iterable[str] = ()) -> Gerbang:
        """`fixed`: members that are the same in every document; `filled`: names of the others;
        `sumber`: the template's own words. Raises `DataError` for what Word would not open."""
        members = [*(name for name, _ in fixed), *filled]
        twice = gate_package.kembar(members)
        if twice:
            raise _salah("", templat, twice, 0, "", "bagian itu ada dua kali dalam berkas")
        parts, names = dict(fixed), frozenset(members)
        known, wrong = gate_package.relasi(parts, names)
        for part, why in chain(wrong, gate_package.jenis(parts[CONTENT_TYPES], names)):
            raise _salah("", templat, part, 0, "", why)
        spaces = frozenset(chain.from_iterable(gate_text.spasi(one) for one in sumber))
        gate = cls(templat, known, (), spaces)
        drawings = [one for name, data in fixed if name.endswith((".xml", ".rels")) for one in gate._shape("", name, data)]
        return cls(templat, known, tuple(drawings), spaces)

    def periksa(self, parts: Mapping[str, bytes], naskah: str = "", nilai: Any = (), *, lengkap: bool = True) -> None:
        """Raises `DataError` naming naskah, part and paragraph. `nilai`: the case as it was given;
        a document that lacks facts is not looked at for blanks, since it is not written."""
        drawings = list(self.gambar)
        for part, data in parts.items():
            inside, text = self._look(naskah, part, data)
            drawings += inside
            found = gate_text.cela(text, self.spasi, nilai) if lengkap else None
            if found:
                raise _salah(naskah, self.templat, part, *found)
        if len(drawings) != len(set(drawings)):
            raise _salah(naskah, self.templat, "word/document.xml", 0, "", "nomor gambar kembar")

    def _look(self, naskah: str, part: str, data: bytes) -> tuple[Sequence[str], str]:
        """The drawings of a sound part and what a reader sees of it. Raises `DataError`."""
        if part == CORE and (lost := gate_package.inti(data)):
            raise _salah(naskah, self.templat, part, 0, "", lost)
        markup, words = pisah(data)
        form = self.ingatan.kenal(part, markup) or self._new(naskah, part, markup)
        text = form.terbaca(words) if form else None
        if form is None or text is None:
            return self._shape(naskah, part, data), gate_text.terbaca(data)
        return form.gambar, text

    def _new(self, naskah: str, part: str, markup: bytes) -> Bentuk | None:
        """Markup seen for the first time; None where it cannot be judged apart from its words."""
        alone = sendiri(markup)
        try:
            root = gate_structure.baca(alone) if alone else None
        except etree.XMLSyntaxError:
            return None
        return None if root is None or alone is None else self.ingatan.catat(part, markup, self._sound(naskah, part, root, alone))

    def _shape(self, naskah: str, part: str, data: bytes) -> list[str]:
        """The drawings of a part that is sound. Raises `DataError`."""
        try:
            root = gate_structure.baca(data)
        except etree.XMLSyntaxError as error:
            raise _salah(naskah, self.templat, part, 0, "", f"bukan XML yang benar{tempat_salah(error)}") from error
        return self._sound(naskah, part, root, data)

    def _sound(self, naskah: str, part: str, root: Element, data: bytes) -> list[str]:
        for number, why in gate_structure.cela(root, data, self.relasi.get(part, frozenset())):
            raise _salah(naskah, self.templat, part, number, "", why)
        return gate_structure.gambar(root)


def _salah(naskah: str, templat: str, part: str, number: int, text: str, why: str) -> DataError:
    whose = f"Naskah {naskah} (templat {templat})" if naskah else f"Templat {templat}"
    place = f" paragraf {number}" if number else ""
    shown = f" (“{text}”)" if text else ""
    return DataError(f"{whose} tidak ditulis: {part}{place}{shown}: {why}; betulkan templat atau data checklist-nya.")
