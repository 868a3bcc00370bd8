"""Small invented SOPs and cases for tests that need no real one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from toolkit.conformance import Keselarasan, align
from toolkit.library import read_sop
from toolkit.model import KerjaSama, Sop
from toolkit.plan import plan


def langkah(nama: str, **lain: Any) -> dict[str, Any]:
    return {
        "id": nama, "nomor": nama.removeprefix("l"), "kegiatan": f"Kegiatan {nama}", "pelaksana": ["si-a"],
        "tersirat": False, "tindakan": "susun", "bobot": "pokok", "kelengkapan": [], "keluaran": [],
        "memakai": [], "menghasilkan": [], "perlu": [], **lain,
    }


def sop(steps: Sequence[dict[str, Any]], **lain: Any) -> Sop:
    return read_sop({
        "id": "buatan", "judul": "SOP Buatan", "sebutan_sop": "SOP Buatan", "pemerintah_daerah": "Kabupaten Contoh",
        "unit": "Bagian Contoh", "sumber": {"berkas": "-", "catatan": []}, "identitas": {},
        "pelaksana": {"si-a": {"jabatan": "A", "peran": "unit-kerja-sama"}, "si-b": {"jabatan": "B", "peran": "kepala-daerah"}},
        "artefak": {}, "syarat": {}, "fakta": {}, "langkah": list(steps), "naskah": [], "arsip": [], **lain,
    })


def lurus(jumlah: int, **khusus: dict[str, Any]) -> Sop:
    """An SOP of `jumlah` steps l1, l2, …, some of them with special keys."""
    return sop([langkah(f"l{n}", **khusus.get(f"l{n}", {})) for n in range(1, jumlah + 1)])


def jejak(*events: str | tuple[str, str] | dict[str, Any]) -> list[dict[str, Any]]:
    """Events from step ids, (step, putusan) pairs, or whole events."""
    made = []
    for place, event in enumerate(events):
        base = {"pelaksana": "si-a", "nama": f"Orang {place}", "waktu": f"2026-03-02T08:{place:02d}:00+07:00"}
        if isinstance(event, str):
            event = {"langkah": event}
        elif isinstance(event, tuple):
            event = {"langkah": event[0], "putusan": event[1]}
        made.append({**base, **event})
    return made


def kasus(trail: Sequence[dict[str, Any]], **lain: Any) -> KerjaSama:
    return KerjaSama("uji", "buatan", {"versi": 1, "id": "uji", "sop": "buatan", "jejak": list(trail), **lain})


def selaraskan(one: Sop, *events: str | tuple[str, str] | dict[str, Any], **lain: Any) -> Keselarasan:
    case = kasus(jejak(*events), **lain)
    return align(plan(case, one), case)


def ringkasan(told: Keselarasan) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.jenis, one.langkah) for one in told.penyimpangan if not one.wajar]
