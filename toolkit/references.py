"""References inside one case that lead nowhere, and names that stand for two things.

Steps and actors of the trail are left alone: whether they belong there is for the rules to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from toolkit.conditions import Fakta, facts
from toolkit.findings import Finding, Layer, Location, Severity
from toolkit.naming import listed, shown

ID = "struktur-berkas"
DASAR = ("Skema berkas kerja sama",)
SEBUTAN = (
    "/naskah/*/ttd/*/pihak",
    "/naskah/*/nomor/*/pihak",
    "/naskah/*/isi/hak_kewajiban/*/pihak",
    "/naskah/*/isi/tugas_tanggung_jawab/*/pihak",
    "/naskah/*/isi/rencana_kerja/*/tugas/*/pihak",
    "/surat_kuasa/*/pihak",
)
# Where these stand twice, whoever refers to them cannot say which is meant.
TUNGGAL = (("/naskah/*/id", "Id naskah"), ("/surat_kuasa/*/id", "Id surat kuasa"))


def loose_references(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Names that stand twice or lead nowhere; safe on a case that its schema refuses."""
    for pattern, what in TUNGGAL:
        yield from _repeated(_texts(data, pattern), what)
    yield from _repeated(_designations(data), "Sebutan pihak")
    parties, powers = _values(data, "/pihak/*/sebutan"), _values(data, "/surat_kuasa/*/id")
    documents = _values(data, "/naskah/*/id") | _values(data, "/naskah/*/jenis")
    yield from _lost(_all(data, SEBUTAN), parties, "pihak", "sebutan para pihak")
    yield from _lost(_all(data, ("/naskah/*/kb_induk", "/naskah/*/mengubah")), documents, "naskah", "id naskah dalam berkas ini")
    yield from _lost(_all(data, ("/naskah/*/ttd/*/kuasa",)), powers, "surat kuasa", "id surat kuasa")


def _designations(data: Mapping[str, Any]) -> list[Fakta]:
    """Designations that must differ: partners who each have their own naskah (`untuk`) may share one."""
    apart = _values(data, "/naskah/*/untuk")
    alone = {f"{one.pointer.rpartition('/')[0]}/sebutan" for key in ("nama", "singkatan") for one in _texts(data, f"/pihak/*/{key}") if one.value in apart}
    return [one for one in _texts(data, "/pihak/*/sebutan") if one.pointer not in alone]


def fault(pointer: str, message: str, suggestion: str) -> Finding:
    """A finding about the file itself."""
    return Finding(ID, Severity.ERROR, message, DASAR, Layer.DATA, suggestion=suggestion, location=Location(pointer))


def _texts(data: Any, pattern: str) -> list[Fakta]:
    return [one for one in facts(data, pattern) if isinstance(one.value, str)]


def _all(data: Any, patterns: Iterable[str]) -> list[Fakta]:
    return [one for pattern in patterns for one in _texts(data, pattern)]


def _values(data: Any, pattern: str) -> set[str]:
    return {one.value for one in _texts(data, pattern)}


def _repeated(found: list[Fakta], what: str) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for one in found:
        if one.value in seen:
            yield fault(
                one.pointer,
                f"{what} harus berbeda-beda, tetapi {shown(one.value)} sudah dipakai pada {seen[one.value]}.",
                "Ganti salah satunya.",
            )
        seen.setdefault(one.value, one.pointer)


def _lost(found: list[Fakta], known: set[str], what: str, where: str) -> Iterator[Finding]:
    """One finding for each name that leads nowhere, at its first place."""
    places: dict[str, list[str]] = {}
    for one in found:
        if one.value not in known:
            places.setdefault(one.value, []).append(one.pointer)
    for name, pointers in places.items():
        near = get_close_matches(name, sorted(known), n=1)
        more = f" (juga pada {len(pointers) - 1} tempat lain)" if len(pointers) > 1 else ""
        there = f"yang ada {listed(map(shown, sorted(known)))}" if known else "di sana belum ada satu pun"
        yield fault(
            pointers[0],
            f"{shown(name)}{more} harus terdapat dalam {where}, tetapi {there}.",
            f"Betulkan menjadi {shown(near[0])}." if near else f"Betulkan, atau tambahkan {what} itu.",
        )
