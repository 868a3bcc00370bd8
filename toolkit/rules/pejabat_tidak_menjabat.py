"""Pejabat tidak menjabat: yang bertindak atau menandatangani memang menjabat pada hari itu.

Mengapa: paraf atau tanda tangan bekas pejabat tidak berarti; pergantian sesudahnya tidak mengapa.
Yang dinilai hanya hari perbuatannya dan hanya pejabat pihak kita. Daftar pejabat yang tidak memuat
pemegang jabatan pada hari itu tidak membuktikan apa-apa; begitu pula Plt., Plh. atau Pj. tanpa suratnya;
pelaksana yang keliru disebut aturan lain.
Dasar: PP 28/2018 Pasal 9 ayat (2) dan penjelasannya
Contoh sesuai: menjabat 2021 sampai 2026, menandatangani 2024, kini sudah diganti
Contoh tidak sesuai: menjabat sampai 31 Desember 2025, memberi paraf 5 Januari 2026
Perbaikan: mintakan kepada pejabat yang menjabat pada hari itu, atau lengkapi daftar pejabat (Plt., Plh., Pj.).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.findings import Finding, Layer, Severity
from toolkit.model import JsonObject, Pelaksana
from toolkit.rules.instansi import perjanjian, ttd_kita
from toolkit.rules.orang import nama_polos, peran_pejabat, sama
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, kata, temuan

ID = "pejabat-tidak-menjabat"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
DASAR = "PP 28/2018 Pasal 9 ayat (2) dan penjelasannya"
TUNGGAL = frozenset({"kepala-daerah", "wakil-kepala-daerah", "sekda"})
SEMENTARA = {"plt": "Plt.", "plh": "Plh.", "pj": "Pj."}
LUAR = frozenset({"mitra", "dprd"})


@dataclass(frozen=True, slots=True)
class Perbuatan:
    """Somebody acting in a post on a day, and where the case says so."""

    orang: JsonObject
    pelaksana: Pelaksana
    hari: str
    pointer: str
    langkah: tuple[str, ...]


def check(perkara: Perkara) -> Iterator[Finding]:
    told: set[tuple[str, str, str]] = set()
    acts = [*_signatures(perkara), *_events(perkara)]
    yield from _without_letter(perkara, acts)
    for act in acts:
        key = (nama_polos(act.orang["nama"]), act.pelaksana.id, act.hari)
        if key not in told and not act.pelaksana.kolektif and act.pelaksana.peran not in LUAR:
            told.add(key)
            yield from _judged(perkara, act)


def _events(perkara: Perkara) -> Iterator[Perbuatan]:
    """Matched events of the step's own actors, where the day is not itself in doubt."""
    jejak, steps = perkara.kerja_sama.jejak, perkara.sop.langkah_menurut_id
    latest = ""
    for place, step in perkara.keselarasan.cocok.items():
        event = jejak[place]
        in_order, latest = event.tanggal >= latest, max(latest, event.tanggal)
        if in_order and event.nama and event.pelaksana in steps[step].boleh and not event.kuasa and not event.atas_nama:
            actor = perkara.sop.pelaksana[event.pelaksana]
            yield Perbuatan({"nama": event.nama}, actor, event.tanggal, event.pointer, (step,))


def _signatures(perkara: Perkara) -> Iterator[Perbuatan]:
    for naskah in perjanjian(perkara):
        for pointer, one in ttd_kita(perkara, naskah):
            day, actor = one.get("tanggal") or naskah.tanggal, perkara.sop.pelaksana.get(one.get("pelaksana", ""))
            if day and actor:
                yield Perbuatan(one, actor, day, pointer, naskah.langkah)


def _judged(perkara: Perkara, act: Perbuatan) -> Iterator[Finding]:
    holders = [one for one in perkara.kerja_sama.pejabat if _holds(perkara, one, act.pelaksana)]
    if not holders:
        return
    own = [one for one in holders if sama(one, act.orang)]
    if any(_on(one, act.hari) for one in own):
        return
    others = [one for one in holders if one not in own and _surely_on(one, act.hari)]
    if own:
        yield _wrong(act, f"menurut daftar pejabat ia menjabat {_span(own[0])}")
    elif others and act.pelaksana.peran in TUNGGAL:
        yield _wrong(act, f"menurut daftar pejabat yang menjabat hari itu {others[0]['nama']}")
    else:
        yield belum_terbukti(
            ID,
            f"Belum terbukti {act.orang['nama']} menjabat {act.pelaksana.jabatan} pada {kata(act.hari)}: daftar pejabat tidak memuatnya.",
            DASAR, act.pointer, "Lengkapi daftar pejabat dengan masa jabatan atau surat penunjukannya.",
        )


def _without_letter(perkara: Perkara, acts: list[Perbuatan]) -> Iterator[Finding]:
    """Who acts in another's post does so by a letter; told once for each entry without one."""
    for place, one in enumerate(perkara.kerja_sama.pejabat):
        title = SEMENTARA.get(one.get("sebagai", ""))
        act = next((act for act in acts if _holds(perkara, one, act.pelaksana) and sama(one, act.orang) and _on(one, act.hari)), None)
        if title and act and not one.get("surat"):
            yield belum_terbukti(
                ID, f"Belum terbukti {one['nama']} menjabat {title} {act.pelaksana.jabatan} pada {kata(act.hari)}: surat penunjukannya belum dicatat.",
                DASAR, f"/pejabat/{place}", "Catat nomor dan tanggal surat penunjukannya dalam daftar pejabat.",
            )


def _holds(perkara: Perkara, official: JsonObject, actor: Pelaksana) -> bool:
    """Whether an entry is of this very post; a role alone says so only where one actor has it."""
    if official.get("pelaksana"):
        return bool(official["pelaksana"] == actor.id)
    same_role = [one for one in perkara.sop.pelaksana.values() if one.peran == actor.peran]
    return peran_pejabat(perkara.sop, official) == actor.peran and len(same_role) == 1


def _on(official: JsonObject, day: str) -> bool:
    return bool(official.get("mulai", "") <= day <= official.get("sampai", "9999"))


def _surely_on(official: JsonObject, day: str) -> bool:
    """Two persons do not hold one post: a definite holder whose term is written down rules out others."""
    definite = official.get("sebagai", "definitif") == "definitif"
    return definite and "mulai" in official and _on(official, day)


def _span(official: JsonObject) -> str:
    start = f"sejak {kata(official['mulai'])}" if official.get("mulai") else ""
    end = f"sampai {kata(official['sampai'])}" if official.get("sampai") else ""
    return " ".join(part for part in (start, end) if part)


def _wrong(act: Perbuatan, found: str) -> Finding:
    return temuan(
        ID, SEVERITY,
        f"{act.orang['nama']} bertindak sebagai {act.pelaksana.jabatan} pada {kata(act.hari)}, tetapi {found}.",
        DASAR, act.pointer, langkah=act.langkah,
        saran="Mintakan kepada pejabat yang menjabat pada hari itu; bila ia Plt., Plh. atau Pj., catat surat penunjukannya dalam daftar pejabat.",
    )
