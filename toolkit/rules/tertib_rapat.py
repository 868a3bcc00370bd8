"""Tertib rapat: undangan, rapat, daftar hadir dan berita acara menurut urutannya.

Mengapa: rapat yang diundang sesudah dilaksanakan, atau berita acara yang mendahului rapatnya, tidak dapat
dipegang sebagai bukti. Undangan sebelum disposisi, hasil rapat tanpa daftar hadir dan berita acara tanpa
pimpinan rapat hanya dicatat. Hari yang sama tidak disebut; rapat yang belum bertanggal tidak dinilai.
Dasar: langkah rapat dalam SOP yang bersangkutan
Contoh sesuai: disposisi 5 Februari, undangan 9 Februari, rapat dan berita acara 12 Februari
Contoh tidak sesuai: rapat 12 Februari, undangannya bertanggal 16 Februari
Perbaikan: betulkan tanggal yang salah catat; lengkapi daftar hadir dan pimpinan rapat.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.model import JsonObject
from toolkit.rules.perkara import Perkara
from toolkit.rules.surat import surat_keluar
from toolkit.rules.temuan import kata, temuan

ID = "tertib-rapat"
SEVERITY = Severity.WARNING
LAYER = Layer.SOP
TANGGAL = "Betulkan tanggal yang salah catat; bila benar, catat sebabnya dalam peristiwa."


def check(perkara: Perkara) -> Iterator[Finding]:
    meetings = [(f"/rapat/{place}", one) for place, one in enumerate(perkara.kerja_sama.data.get("rapat", ()))]
    for pointer, one in meetings:
        single = sum(other["langkah"] == one["langkah"] for _, other in meetings) == 1
        if one["langkah"] in perkara.sop.urutan and one.get("tanggal"):
            yield from _invited(perkara, pointer, one, single)
            yield from _minuted(perkara, pointer, one, single)


def _surat(perkara: Perkara, bentuk: str, rapat: JsonObject, single: bool) -> list[tuple[str, str]]:
    """Pointers and dates of the letters of a meeting; of two meetings at one step nobody knows whose."""
    found = surat_keluar(perkara, bentuk, rapat["langkah"]) if single else ()
    return [(f"{pointer}/tanggal", one["tanggal"]) for pointer, one in found if one.get("tanggal")]


def _invited(perkara: Perkara, pointer: str, rapat: JsonObject, single: bool) -> Iterator[Finding]:
    own = rapat.get("undangan", {}).get("tanggal")
    letters = [(f"{pointer}/undangan/tanggal", own)] if own else _surat(perkara, "undangan", rapat, single)
    held, ordered = rapat["tanggal"], _disposisi(perkara, rapat["langkah"])
    for place, sent in letters[:1]:
        if sent > held:
            yield _finding(perkara, rapat, SEVERITY, f"Undangan harus mendahului rapat {kata(held)}, tetapi bertanggal {kata(sent)}.", place)
        elif ordered and sent < ordered:
            yield _finding(perkara, rapat, Severity.INFO, f"Undangan rapat bertanggal {kata(sent)}, sebelum disposisi {kata(ordered)}.", place)


def _disposisi(perkara: Perkara, langkah: str) -> str | None:
    """The day of the last disposition that the SOP orders before the meeting."""
    steps, order = perkara.sop.langkah_menurut_id, perkara.sop.urutan
    trail = perkara.kerja_sama.jejak
    days = [
        trail[place].tanggal for place, step in perkara.keselarasan.cocok.items()
        if steps[step].tindakan == "disposisi" and order[step] < order[langkah] and steps[step].lingkup == steps[langkah].lingkup
    ]
    return max(days, default=None)


def _minuted(perkara: Perkara, pointer: str, rapat: JsonObject, single: bool) -> Iterator[Finding]:
    minutes = _surat(perkara, "berita-acara", rapat, single)
    for place, written in minutes[:1]:
        if written < rapat["tanggal"]:
            yield _finding(perkara, rapat, SEVERITY, f"Berita acara harus dibuat sesudah rapat {kata(rapat['tanggal'])}, tetapi bertanggal {kata(written)}.", place)
    lacking = [name for key, name in (("peserta", "daftar hadirnya"), ("pimpinan", "pimpinan rapat yang menandatanganinya")) if not rapat.get(key)]
    if lacking and (minutes or rapat.get("hasil")):
        yield _finding(
            perkara, rapat, Severity.INFO, f"Rapat {kata(rapat['tanggal'])} ada hasilnya, tetapi {' dan '.join(lacking)} belum dicatat.", pointer,
            "Isi peserta dan pimpinan rapat itu.", Verdict.BELUM_TERBUKTI,
        )


def _finding(
    perkara: Perkara, rapat: JsonObject, severity: Severity, pesan: str, pointer: str, saran: str = TANGGAL, verdict: Verdict = Verdict.TIDAK_SESUAI
) -> Finding:
    step = rapat["langkah"]
    return temuan(ID, severity, pesan, perkara.sop.dasar(step), pointer, layer=LAYER, saran=saran, verdict=verdict, langkah=(step,))
