"""Paraf perlu diulang: isi naskah diubah sesudah diparaf, dan paraf belum diberikan lagi.

Mengapa: paraf menyatakan bahwa isi tertentu telah diperiksa; isi yang diubah sesudahnya belum diperiksa.
Perubahan yang menurut SOP memang mendahului rantai paraf berikutnya tidak disebut.
Bila berkas yang diparaf (menurut sha256-nya dalam jejak) masih ada di folder kerja sama, isinya dibandingkan
dengan naskah terakhir: nomor, tanggal, tempat, kotak paraf, dan bentuk PDF bukan perubahan isi; hasil pindai
tanpa teks tidak diperiksa.
Dasar: rantai paraf dalam SOP yang bersangkutan
Contoh sesuai: naskah diketik ulang sesudah diparaf Kabag, lalu diparaf lagi oleh Kabag, Asisten dan Sekda
Contoh tidak sesuai: naskah diketik ulang sesudah diparaf, lalu langsung ditandatangani
Perbaikan: mintakan kembali paraf yang disebut, menurut jenjangnya.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Location, Severity, Verdict
from toolkit.model import Langkah, Naskah, RantaiParaf
from toolkit.rules.paraf_teks import Diperiksa, diperiksa, kutipan, tak_terbaca
from toolkit.rules.perkara import Perkara
from toolkit.rules.urutan import sebut

ID = "paraf-perlu-diulang"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP


def check(perkara: Perkara) -> Iterator[Finding]:
    for naskah in perkara.sop.naskah:
        changing = _changing(perkara, naskah)
        begin = -1
        for chain in naskah.rantai_paraf:
            first = min(perkara.sop.urutan[step] for step in chain.langkah)
            own = [step for step in changing if begin < perkara.sop.urutan[step.id] < first]
            compared = diperiksa(perkara, naskah, chain)
            yield from _changed(perkara, compared)
            yield from _unread(perkara, tak_terbaca(perkara, chain))
            yield from _stale(perkara, chain, own, {one.langkah for one in compared})
            begin = max(perkara.sop.urutan[step] for step in chain.langkah)


def _changing(perkara: Perkara, naskah: Naskah) -> list[Langkah]:
    """Steps that put the naskah out in a state in which its text has changed."""
    def changes(step: Langkah) -> bool:
        return any(
            naskah.id in perkara.sop.artefak[thing.artefak].get("naskah", ())
            and perkara.sop.artefak[thing.artefak].get("keadaan", {}).get(thing.keadaan, {}).get("teks_berubah")
            for thing in step.menghasilkan
        )

    return [step for step in perkara.sop.langkah if changes(step)]


def _changed(perkara: Perkara, compared: list[Diperiksa]) -> Iterator[Finding]:
    """Parafs on a text that is not the one that counts: one finding, with the Pasal."""
    stale = [one for one in compared if one.perubahan]
    if not stale:
        return
    steps = tuple(one.langkah for one in stale)
    who = _who(perkara, steps)
    yield Finding(
        ID,
        SEVERITY,
        f"Paraf {who} diberikan atas isi yang kemudian diubah pada {kutipan(stale[0].perubahan)}.",
        (perkara.sop.dasar(*steps),),
        LAYER,
        suggestion=f"Mintakan kembali paraf {who} atas isi yang terakhir.",
        langkah=steps,
        location=Location(f"/jejak/{stale[-1].peristiwa}"),
    )


def _unread(perkara: Perkara, scanned: dict[str, int]) -> Iterator[Finding]:
    """Parafs on scans: whether the text is still the same nobody looked at."""
    steps = tuple(scanned)
    if steps:
        yield Finding(
            ID, Severity.INFO, f"Isi yang diberi paraf {_who(perkara, steps)} tidak dibandingkan dengan naskah terakhir: berkasnya hasil pindai tanpa teks.",
            (perkara.sop.dasar(*steps),), LAYER, Verdict.TIDAK_DIPERIKSA, "Bandingkan sendiri, atau simpan juga berkas yang berlapis teks.", steps,
            Location(f"/jejak/{max(scanned.values())}/sha256"),
        )


def _who(perkara: Perkara, steps: tuple[str, ...]) -> str:
    return ", ".join(perkara.sop.jabatan(*perkara.sop.langkah_menurut_id[step].pelaksana) for step in steps)


def _stale(perkara: Perkara, chain: RantaiParaf, changing: list[Langkah], compared: set[str]) -> Iterator[Finding]:
    """The parafs of a chain that stand before the last change of the text they belong to; what the
    texts themselves have told is not said again."""
    last = {step: place for place, step in perkara.keselarasan.cocok.items()}
    changes = [(last[step.id], step) for step in changing if step.id in last]
    if not changes:
        return
    place, change = max(changes, key=lambda one: one[0])
    stale = tuple(step for step in chain.langkah if last.get(step, place) < place and step not in compared)
    if stale:
        yield _finding(perkara, change, place, stale)


def _finding(perkara: Perkara, change: Langkah, place: int, stale: tuple[str, ...]) -> Finding:
    who = _who(perkara, stale)
    return Finding(
        ID,
        SEVERITY,
        f"Paraf {who} harus diberikan sesudah {sebut((change,))}, tetapi isi naskah diubah lagi sesudah diparaf.",
        (perkara.sop.dasar(*stale),),
        LAYER,
        suggestion=f"Mintakan kembali paraf {who} atas isi yang terakhir.",
        langkah=stale,
        location=Location(f"/jejak/{place}"),
        bergantung=frozenset({change.id, *stale}),
    )
