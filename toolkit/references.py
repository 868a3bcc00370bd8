"""References within one case: whom and what its parts name must be in the case, and once only.

Ids of steps in the trail are left alone: whether a step belongs there is for the rules to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from toolkit.conditions import Fakta, facts
from toolkit.structure import Masalah
from toolkit.words import dan, tampil

SEBUTAN = (
    "/naskah/*/ttd/*/pihak",
    "/naskah/*/nomor/*/pihak",
    "/naskah/*/isi/hak_kewajiban/*/pihak",
    "/naskah/*/isi/tugas_tanggung_jawab/*/pihak",
    "/naskah/*/isi/rencana_kerja/*/tugas/*/pihak",
    "/surat_kuasa/*/pihak",
)


def references(data: Mapping[str, Any]) -> Iterator[Masalah]:
    """Names that stand twice or lead nowhere; safe on a case that its schema refuses."""
    yield from _twice(_texts(data, "/pihak/*/sebutan"), "Sebutan pihak", "Beri setiap pihak sebutan sendiri.")
    yield from _twice(_texts(data, "/naskah/*/id"), "Id naskah", "Beri setiap naskah id sendiri.")
    yield from _twice(_texts(data, "/surat_kuasa/*/id"), "Id surat kuasa", "Beri setiap surat kuasa id sendiri.")
    parties = _values(data, "/pihak/*/sebutan")
    yield from _lost(_all(data, SEBUTAN), parties, "pihak", "sebutan para pihak")
    documents = _values(data, "/naskah/*/id") | _values(data, "/naskah/*/jenis")
    yield from _lost(_all(data, ("/naskah/*/kb_induk", "/naskah/*/mengubah")), documents, "naskah", "id naskah")
    powers = _values(data, "/surat_kuasa/*/id")
    yield from _lost(_all(data, ("/naskah/*/ttd/*/kuasa",)), powers, "surat kuasa", "id surat kuasa")


def _texts(data: Any, pattern: str) -> list[Fakta]:
    return [one for one in facts(data, pattern) if one.ada and isinstance(one.value, str)]


def _all(data: Any, patterns: Iterable[str]) -> list[Fakta]:
    return [one for pattern in patterns for one in _texts(data, pattern)]


def _values(data: Any, pattern: str) -> set[str]:
    return {one.value for one in _texts(data, pattern)}


def _twice(found: list[Fakta], what: str, saran: str) -> Iterator[Masalah]:
    seen: dict[str, str] = {}
    for one in found:
        if one.value in seen:
            yield Masalah(one.pointer, f"{what} {tampil(one.value)} sudah dipakai di {seen[one.value]}, padahal harus berbeda.", saran)
        seen.setdefault(one.value, one.pointer)


def _lost(found: list[Fakta], known: set[str], what: str, where: str) -> Iterator[Masalah]:
    """One finding for each name that leads nowhere, at its first place."""
    places: dict[str, list[str]] = {}
    for one in found:
        if one.value not in known:
            places.setdefault(one.value, []).append(one.pointer)
    for name, pointers in places.items():
        near = get_close_matches(name, sorted(known), n=1)
        hint = f"Betulkan menjadi {tampil(near[0])}." if near else f"Betulkan, atau tambahkan {what} itu."
        there = f"yang ada {dan(map(tampil, sorted(known)))}" if known else "belum ada satu pun"
        more = f" (juga di {len(pointers) - 1} tempat lain)" if len(pointers) > 1 else ""
        yield Masalah(pointers[0], f"{tampil(name)}{more} tidak terdapat dalam {where}; {there}.", hint)
