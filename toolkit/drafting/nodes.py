"""Facts as templates see them: every value knows its place, and a missing one keeps count.

A `Node` is an object whose keys are facts and computed values; a `Kosong` stands where a value
is due and lacks. It may be passed on and asked `is ada`; using it (printing, looping, comparing,
deciding) notes it with the `Catatan` of the running render and goes on, so that one run names
every gap.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Self

from jinja2 import Undefined

from toolkit.errors import DataError

# A computed value that lacks is the lack of the fact that it is made from.
_FAKTA = {"nama_gelar": "nama"}
TITIK = "…" * 15


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where in a template: its id, the part, the paragraph's number there and its text."""

    templat: str
    bagian: str = ""
    paragraf: int = 0
    teks: str = ""

    def __str__(self) -> str:
        if not self.paragraf:
            return f"templat {self.templat}"
        part = f", {self.bagian}" if self.bagian else ""
        return f"templat {self.templat}{part} paragraf {self.paragraf} (“{self.teks}”)"


@dataclass(slots=True)
class Catatan:
    """What one render lacked: the place of each fact with the first place that asked for it.
    `ditanya` holds facts that a text of the checklist named and a template only asked about."""

    kurang: dict[str, Tempat | None] = field(default_factory=dict)
    ditanya: dict[str, Tempat | None] = field(default_factory=dict)

    def catat(self, jalur: str) -> None:
        """Note a gap with its first place; one that names a paragraph is better than none."""
        known = self.kurang.get(jalur)
        if known is None or not known.paragraf:
            self.kurang[jalur] = tempat_sekarang() or known


CATATAN: ContextVar[Catatan] = ContextVar("catatan")


def tempat_sekarang() -> Tempat | None:
    """The paragraph of the innermost document part being rendered, by the interpreter's frames:
    Jinja's own errors carry no place in a document."""
    frame = sys._getframe(1)
    while frame is not None:
        template: Any = frame.f_globals.get("__jinja_template__")
        places: tuple[Tempat, ...] | None = getattr(template, "tempat", None)
        if places is not None and frame.f_code.co_filename == "<template>":
            line = int(template.get_corresponding_lineno(frame.f_lineno))
            return places[min(line, len(places)) - 1]
        frame = frame.f_back  # type: ignore[assignment]
    return None


class Kosong(Undefined):
    """A value that lacks. `jalur` is the JSON Pointer of the fact, or a dotted name where the
    tool's own data (checklist, profile, template) should have given it."""

    __slots__ = ("jalur",)

    def __init__(self, hint: Any = None, obj: Any = None, name: Any = None, exc: Any = None, *, jalur: str | None = None) -> None:
        super().__init__(hint, None, name)
        self.jalur = jalur or str(name or hint)

    def anak(self, key: object) -> Kosong:
        mark = "/" if self.jalur.startswith("/") else "."
        return Kosong(jalur=f"{self.jalur}{mark}{_FAKTA.get(str(key), key)}")

    def _note(self) -> None:
        CATATAN.get().catat(self.jalur)

    def __str__(self) -> str:
        self._note()
        return ""

    def __bool__(self) -> bool:
        self._note()
        return False

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def __len__(self) -> int:
        self._note()
        return 0

    def __eq__(self, other: object) -> bool:
        self._note()
        return False

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __contains__(self, item: object) -> bool:
        self._note()
        return False

    def _compared(self, other: object) -> bool:
        self._note()
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _compared  # type: ignore[assignment]

    def _reckoned(self, *others: object) -> Kosong:
        self._note()
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __neg__ = _reckoned  # type: ignore[assignment]

    def __hash__(self) -> int:
        return hash(self.jalur)


class Titik(str):
    """Dots that a hand writes over; filters keep them dots, in the shape of their own result."""

    __slots__ = ()

    def __new__(cls, text: str = TITIK) -> Self:
        return super().__new__(cls, text)


class Tunda:
    """A value computed when a template first asks for it, so that gaps name that place."""

    __slots__ = ("_hitung", "_nilai", "_sedang")

    def __init__(self, hitung: Callable[[], Any]) -> None:
        self._hitung: Callable[[], Any] | None = hitung
        self._nilai: Any = None
        self._sedang = False

    def nilai(self) -> Any:
        """Raises `DataError` where a text of the tool's data asks for itself."""
        if self._hitung is not None:
            if self._sedang:
                raise DataError("Teks data checklist atau klausul merujuk dirinya sendiri.")
            self._sedang = True
            try:
                self._nilai = self._hitung()
            finally:
                self._sedang = False
            self._hitung = None
        return self._nilai


class Node(dict[str, Any]):
    """Facts under one place. `jalur`: a JSON Pointer ("" for the case) or a dotted name."""

    __slots__ = ("jalur",)

    def __init__(self, values: Mapping[str, Any], jalur: str) -> None:
        super().__init__(values)
        self.jalur = jalur

    def ambil(self, key: str) -> Any:
        """The value, computed if need be; `Kosong` if it is absent, null or blank."""
        value = self.get(key)
        if isinstance(value, Tunda):
            value = self[key] = value.nilai()
        if isinstance(value, str):
            return self.kosong(key) if not value or value.isspace() else value
        return self.kosong(key) if value is None or isinstance(value, dict) and not value else value

    def kosong(self, key: str) -> Kosong:
        mark = "/" if self.jalur.startswith("/") or not self.jalur else "."
        return Kosong(jalur=f"{self.jalur}{mark}{_FAKTA.get(key, key)}")

    def dengan(self, **values: Any) -> Node:
        """The same facts with more laid over them."""
        return Node({**self, **values}, self.jalur)


def ada(value: Any) -> bool:
    """Whether there is a value: not missing, null, blank or empty. Never notes a gap."""
    if isinstance(value, str):
        return bool(value) and not value.isspace()
    if value is None or isinstance(value, Undefined):
        return False
    return not isinstance(value, (list, dict)) or len(value) > 0


def simpul(value: Any, jalur: str = "") -> Any:
    """JSON as facts; blanks, nulls and empty arrays become `Kosong` at their pointer."""
    from toolkit.drafting.words import nama_gelar

    if isinstance(value, Mapping):
        node = Node({key: simpul(one, f"{jalur}/{_escaped(key)}") for key, one in value.items()}, jalur)
        if ada(node.get("nama")):
            node.setdefault("nama_gelar", nama_gelar({key: one for key, one in node.items() if ada(one)}))
        return node
    if isinstance(value, list) and value:
        return [simpul(one, f"{jalur}/{place}") for place, one in enumerate(value)]
    return value if ada(value) else Kosong(jalur=jalur)


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
