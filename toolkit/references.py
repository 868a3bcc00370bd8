"""References inside one case that lead nowhere, and keys that stand for two things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from toolkit.findings import Finding, Layer, Location, Severity

ID = "struktur-berkas"
DASAR = ("Skema berkas kerja sama",)


def loose_references(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Of a case that its schema admits: repeated sebutan and ids, unknown parties, surat kuasa and
    kesepakatan bersama. Steps and actors of the trail are the rules' business."""
    parties = data.get("pihak", [])
    powers = data.get("surat_kuasa", [])
    yield from _repeated(parties, "sebutan", "/pihak", "Sebutan pihak")
    yield from _repeated(data.get("naskah", []), "id", "/naskah", "Id naskah")
    yield from _repeated(powers, "id", "/surat_kuasa", "Id surat kuasa")
    known = {party.get("sebutan") for party in parties} if parties else set()
    powers_known = {one["id"] for one in powers}
    for place, naskah in enumerate(data.get("naskah", [])):
        yield from _signers(naskah, f"/naskah/{place}", known, powers_known)
        yield from _parents(naskah, f"/naskah/{place}", {one.get("id") for one in data["naskah"]})


def _repeated(items: Sequence[Mapping[str, Any]], key: str, base: str, what: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, item in enumerate(items):
        value = item.get(key)
        if value and value in seen:
            yield _finding(f"{base}/{place}/{key}", f"{what} {value!r} dipakai dua kali; setiap sebutan hanya untuk satu.", "Ganti salah satunya.")
        seen.add(value or "")


def _signers(naskah: Mapping[str, Any], base: str, parties: set[Any], powers: set[str]) -> Iterator[Finding]:
    for place, one in enumerate(naskah.get("ttd", [])):
        if parties and one.get("pihak") not in {None, *parties}:
            yield _finding(f"{base}/ttd/{place}/pihak", f"Pihak {one['pihak']!r} tidak ada dalam daftar para pihak.", f"Yang ada: {', '.join(sorted(filter(None, parties)))}.")
        if one.get("kuasa") and one["kuasa"] not in powers:
            yield _finding(f"{base}/ttd/{place}/kuasa", f"Surat kuasa {one['kuasa']!r} tidak ada dalam surat_kuasa.", "Tambahkan surat kuasa itu atau betulkan id-nya.")


def _parents(naskah: Mapping[str, Any], base: str, ids: set[Any]) -> Iterator[Finding]:
    for key, what in (("kb_induk", "Kesepakatan bersama induk"), ("mengubah", "Naskah yang diubah")):
        value = naskah.get(key)
        if isinstance(value, str) and value not in ids:
            yield _finding(f"{base}/{key}", f"{what} {value!r} tidak ada dalam daftar naskah.", "Betulkan id-nya, atau tulis nomor dan tanggalnya bila di luar berkas ini.")


def _finding(pointer: str, message: str, advice: str) -> Finding:
    return Finding(ID, Severity.ERROR, message, DASAR, Layer.DATA, suggestion=advice, location=Location(pointer))
