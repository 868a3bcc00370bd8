"""Texts of the tool's data typed where they stand: letters of a checklist, clauses, komparisi.

A text that is a single `{{ … }}` gives its value, so that the type of `data.<key>` is that of what
the checklist writes there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit.conditions import escape
from toolkit.drafting.contract import APA_SAJA, BILANGAN, KONTEKS, LARIK, TANGGAL, TEKS
from toolkit.drafting.letters import MENTAH
from toolkit.errors import DataError
from toolkit.verification.jenis_nilai import (
    SEBARANG,
    Jenis,
    dari_nilai,
    gabung,
    larik,
    objek,
    tertulis,
)
from toolkit.verification.penggunaan import Lingkup, salah_teks

Salah = tuple[str, str]
_TERCETAK = frozenset({TEKS, TANGGAL, BILANGAN, APA_SAJA})
_ULANGAN = frozenset({"bila", "setiap"})
# Read as they are written: ids and settings of the engine.
_MENTAH = MENTAH - {"lembar"} | {"naskah", "tahap", "acara_naskah"}


class Isian:
    """Types the texts of one file; `salah` holds a pointer and a sentence's end for each mistake."""

    def __init__(self, names: Lingkup) -> None:
        self.names = names
        self.salah: list[Salah] = []

    def data(self, data: Mapping[str, Any], pointer: str) -> dict[str, Jenis]:
        """The keys of a naskah's `data`."""
        types = {key: dari_nilai(one) for key, one in data.items() if key in _MENTAH}
        for key in data.keys() - _MENTAH - {"isi", "lembar"}:
            types[key] = self.of(data[key], {}, f"{pointer}/{escape(key)}")
        self._blocks(data.get("isi", []), f"{pointer}/isi")
        if "lembar" in data:
            self._sheet(data["lembar"], f"{pointer}/lembar")
        return types

    def of(self, value: Any, scope: Lingkup, pointer: str) -> Jenis:
        """The type of a value with its texts filled in."""
        if isinstance(value, str):
            return self._text(value, scope, pointer)
        if isinstance(value, list):
            return larik(gabung(*(self._item(one, scope, f"{pointer}/{place}") for place, one in enumerate(value))))
        if isinstance(value, Mapping):
            return objek({key: self.of(one, scope, f"{pointer}/{escape(key)}") for key, one in value.items()})
        return dari_nilai(value)

    def _item(self, value: Any, scope: Lingkup, pointer: str) -> Jenis:
        if not isinstance(value, Mapping) or not _ULANGAN & value.keys():
            return self.of(value, scope, pointer)
        inner = self._repeated(value, scope, pointer)
        rest = {key: one for key, one in value.items() if key not in _ULANGAN}
        found = {key: self.of(one, inner, f"{pointer}/{escape(key)}") for key, one in rest.items()}
        return found["teks"] if set(found) == {"teks"} else objek(found)

    def _repeated(self, item: Mapping[str, Any], scope: Lingkup, pointer: str) -> Lingkup:
        """The scope in which an item with `setiap` or `bila` is filled in."""
        if "setiap" in item:
            over = self._must(item["setiap"], scope, f"{pointer}/setiap", frozenset({LARIK, APA_SAJA}), "diulang")
            scope = {**scope, "butir": over.unsur() if LARIK in over.macam else SEBARANG}
        if "bila" in item:
            self._text(item["bila"], scope, f"{pointer}/bila")
        return scope

    def _text(self, text: str, scope: Lingkup, pointer: str) -> Jenis:
        if "{{" not in text and "{%" not in text:
            return dari_nilai(text)
        try:
            found, told = salah_teks(text, {**self.names, **scope})
        except DataError as error:
            self.salah.append((pointer, str(error).rstrip(".")))
            return SEBARANG
        self.salah += [(pointer, one) for one in dict.fromkeys(told)]
        return found

    def _must(self, value: Any, scope: Lingkup, pointer: str, wanted: frozenset[str], use: str) -> Jenis:
        found = self.of(value, scope, pointer)
        if not found.macam <= wanted:
            self.salah.append((pointer, f"{value} adalah {found}, tidak dapat {use}"))
        return found

    def _printed(self, value: Any, scope: Lingkup, pointer: str) -> None:
        self._must(value, scope, pointer, _TERCETAK, "dicetak")

    def _listed(self, value: Any, scope: Lingkup, pointer: str) -> None:
        """`butir`: texts one below the other."""
        found = self._must(value, scope, pointer, frozenset({LARIK, APA_SAJA}), "dicetak sebagai butir")
        if LARIK in found.macam and not found.unsur().macam <= _TERCETAK:
            self.salah.append((pointer, f"unsurnya adalah {found.unsur()}, tidak dapat dicetak"))

    def _blocks(self, items: Any, pointer: str) -> None:
        """The body of a letter."""
        for place, item in enumerate(items):
            here = f"{pointer}/{place}"
            if not isinstance(item, Mapping):
                self._printed(item, {}, here)
                continue
            scope = self._repeated(item, {}, here)
            self._part(item, scope, here)

    def _part(self, item: Mapping[str, Any], scope: Lingkup, pointer: str) -> None:
        if "teks" in item:
            self._printed(item["teks"], scope, f"{pointer}/teks")
        if "butir" in item:
            self._listed(item["butir"], scope, f"{pointer}/butir")
        for place, pair in enumerate(item.get("isian", ())):
            self._printed(pair[1], scope, f"{pointer}/isian/{place}/1")

    def _sheet(self, sheet: Mapping[str, Any], pointer: str) -> None:
        """A workbook's columns, filled in for each row."""
        rows = self._must(sheet["baris"], {}, f"{pointer}/baris", frozenset({LARIK, APA_SAJA}), "dijadikan baris")
        scope = {"baris": rows.unsur() if LARIK in rows.macam else SEBARANG}
        for place, column in enumerate(sheet["kolom"]):
            self._printed(column[1], scope, f"{pointer}/kolom/{place}/1")

    def klausul(self, isi: Mapping[str, Any]) -> None:
        """The standard clauses of an agreement."""
        for key in ("premis", "konsideran"):
            self._listed(isi.get(key, []), {}, f"/{key}")
        for place, article in enumerate(isi.get("pasal", ())):
            here = f"/pasal/{place}"
            if "bila" in article:
                self._text(article["bila"], {}, f"{here}/bila")
            self._blocks(article["ayat"], f"{here}/ayat")

    def komparisi(self, isi: Mapping[str, Any], root: Mapping[str, Any]) -> None:
        """The sentences that say who a party is."""
        party = tertulis(root, KONTEKS["kita"])
        for key, text in isi.items():
            self._printed(text, {"pihak": party}, f"/{escape(key)}")
