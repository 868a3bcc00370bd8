"""Oddities in what an SOP prints: numbers, totals, title, columns; and what the law asks beyond it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from toolkit.model import Langkah, Sop
from toolkit.verification.aliran import Janggal

# In minutes; an SOP counts in the hours of a working day only where it says so itself.
MENIT = {"menit": 1, "jam": 60}
HARI = {"hari": 1, "minggu": 7}


def janggal(sop: Sop) -> Iterator[Janggal]:
    yield from _numbers(sop)
    yield from _total(sop)
    yield from _title(sop)
    yield from _columns(sop)


def _numbers(sop: Sop) -> Iterator[Janggal]:
    """Printed numbers that repeat, go back or leave a gap."""
    before: Langkah | None = None
    for place, step in enumerate(sop.langkah):
        if before is not None and before.nomor.isdecimal() and step.nomor.isdecimal():
            words = _jump(int(before.nomor), int(step.nomor))
            if words:
                yield Janggal(f"/langkah/{place}/nomor", f"Nomor {step.nomor} tercetak sesudah nomor {before.nomor}: {words}.", (before.id, step.id))
        before = step


def _jump(before: int, now: int) -> str | None:
    if now <= before:
        return "nomor itu mundur atau berulang"
    missing = range(before + 1, now)
    return f"nomor {', '.join(map(str, missing))} tidak ada" if missing else None


def _total(sop: Sop) -> Iterator[Janggal]:
    """The printed total against the sum of the steps, where all can be added."""
    printed = sop.data.get("waktu_total")
    if printed is None:
        return
    units = MENIT if printed["satuan"] in MENIT else HARI
    times = [step.waktu for step in sop.langkah if step.waktu and step.waktu.nilai is not None]
    if any(one.satuan not in units for one in times) or printed["satuan"] not in units:
        return
    total = sum((Fraction(str(one.nilai)) * units[one.satuan or ""] for one in times), Fraction())
    if total != printed["nilai"] * units[printed["satuan"]]:
        counted = float(total / units[printed["satuan"]])
        yield Janggal("/waktu_total", f"Jumlah waktu tercetak {printed['nilai']} {printed['satuan']}, sedangkan jumlah langkah-langkahnya {counted:g} {printed['satuan']}.")


def _title(sop: Sop) -> Iterator[Janggal]:
    words = sop.judul.casefold()
    named = "perjanjian kerja sama" in words or "pks" in words.split()
    forms = {one.bentuk for one in sop.naskah}
    if named and forms and "perjanjian-kerja-sama" not in forms:
        yield Janggal("/judul", "Judul menyebut Perjanjian Kerja Sama, tetapi tidak ada langkah yang menghasilkannya.")


def _columns(sop: Sop) -> Iterator[Janggal]:
    """Actors who act without a column of their own."""
    for actor, told in sop.data["pelaksana"].items():
        steps = [step for step in sop.langkah if actor in step.pelaksana]
        if told.get("kolom", True) is False and steps:
            numbers = ", ".join(step.nomor for step in steps)
            yield Janggal(f"/pelaksana/{actor}", f"{told['jabatan']} bertindak pada langkah {numbers}, tetapi tidak punya kolom dalam SOP.", tuple(step.id for step in steps))


def kurang_menurut_hukum(sop: Sop) -> Iterator[Janggal]:
    """What the law asks and the SOP does not provide: naskah, archive duties and facts of that layer."""
    for place, naskah in enumerate(sop.naskah):
        if naskah.lapis == "hukum":
            yield Janggal(f"/naskah/{place}", f"{naskah.nama} diminta hukum, tetapi tidak disebut SOP.", (naskah.langkah,), naskah.dasar)
    for place, duty in enumerate(sop.arsip):
        if duty.get("lapis") == "hukum":
            yield Janggal(f"/arsip/{place}", f"{duty['nama']} diminta hukum, tetapi tidak disebut SOP.", (), duty["dasar"])
    asked: dict[str, list[str]] = {}
    for pointer, fact in sop.fakta.items():
        if fact.get("lapis") == "hukum":
            asked.setdefault(fact.get("dasar", ""), []).append(fact.get("nama", pointer))
    for dasar, names in asked.items():
        listed = ", ".join(dict.fromkeys(names))
        yield Janggal("/fakta", f"Hukum meminta {listed}; SOP tidak menyebutnya.", (), dasar or None)
