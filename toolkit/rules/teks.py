"""What a rule on texts may look at, and how it speaks.

A rule that judges texts offers `periksa(teks)`: the same judgement for a naskah of a case (through
`atas(perkara)`) and for a loose file (through `lepas(…)`), whose kind of cooperation may be unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from toolkit.evidence.tanggal import bersurat
from toolkit.evidence.terbaca import PASTI, NaskahTerbaca
from toolkit.findings import Finding, Layer, Location, Severity, Verdict
from toolkit.hukum import Hukum, Ketentuan
from toolkit.model import ADENDUM
from toolkit.naming import capital
from toolkit.rules.instansi import Instansi, hari_hukum, perjanjian
from toolkit.rules.perkara import Perkara

LAMPIRAN = "Permendagri 22/2020 Lampiran"
_SEBUTAN = {
    "kesepakatan-bersama": "Kesepakatan Bersama", "perjanjian-kerja-sama": "Perjanjian Kerja Sama", "kontrak": "Kontrak",
    "nota-kesepakatan": "Nota Kesepakatan", ADENDUM: "Adendum", "rencana-kerja": "Rencana Kerja", "nota-kesepahaman": "Nota Kesepahaman",
}
_VERTIKAL = re.compile(
    r"\b(kementerian|kejaksaan|kepolisian|polres\w*|polda|komando|kodim|korem|badan pusat statistik|badan narkotika|badan pertanahan|kantor (?:wilayah|pertanahan|imigrasi|pelayanan pajak|kementerian)|"
    r"pengadilan (?:negeri|agama|tinggi)|balai besar|komisi pemilihan|badan pengawas|lembaga pemasyarakatan)\b", re.IGNORECASE,
)
_BADAN = re.compile(r"\b(?:PT|CV|UD|Firma|Koperasi|Yayasan|Perseroan Terbatas|Persero|Perhimpunan|Perkumpulan)\b\.?", re.IGNORECASE)
_PEMDA = re.compile(r"\bpemerintah(?:an)?\s+(?:daerah\s+)?(?:provinsi|propinsi|kabupaten|kota|daerah)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Teks:
    """One naskah as read, with what is known of it. `jenis` is None where nobody said it, and
    `pihak` are the names that the case gives; `hari` is the day whose law binds the text, None if
    that cannot be told; `diisi_tangan` what the case records of it, so that it was filled in by hand;
    `selesai` whether it claims to be finished, `status` the case's word."""

    naskah: NaskahTerbaca
    berkas: str
    hukum: Hukum
    per_tanggal: date
    jenis: str | None = None
    bentuk_dicatat: str | None = None
    tercatat: str | None = None
    status: str | None = None
    pihak: tuple[str, ...] = ()
    nomor: int | None = None
    diisi_tangan: frozenset[str] = frozenset()

    @property
    def dapat_dibaca(self) -> bool:
        return self.naskah.bacaan.berteks

    @property
    def utuh(self) -> bool:
        """Whether what is not found is not there: every page had its text."""
        return self.naskah.bacaan.lengkap

    @property
    def perjanjian(self) -> bool:
        """Whether this is an agreement for sure, or recorded as one."""
        known = self.naskah.judul.bentuk is not None and self.naskah.judul.kepastian == PASTI
        return self.dapat_dibaca and (known or self.bentuk_dicatat is not None) and self.bentuk != "rencana-kerja"

    @cached_property
    def jenis_diduga(self) -> str | None:
        """The kind of cooperation as given, else as the parties' names suggest it."""
        if self.jenis:
            return self.jenis
        bodies = [one.badan for one in self.naskah.pihak if one.badan] or re.split(r"\b(?:dan|dengan)\b", self.naskah.judul.antara, flags=re.IGNORECASE)
        if sum(1 for one in bodies if _PEMDA.search(one)) >= 2:
            return "ksdd"
        if any(_BADAN.search(one) for one in bodies):
            return "ksdpk"
        return "sinergi" if any(_VERTIKAL.search(one) for one in bodies) else None

    @cached_property
    def bentuk(self) -> str | None:
        """The law's word for it: the case's, else what the title is for that kind of cooperation.
        "Nota Kesepakatan" and "MoU" of a government with another or a third party are the KB."""
        printed = self.naskah.judul.bentuk
        if self.bentuk_dicatat is not None:
            return self.bentuk_dicatat
        if printed == "nota-kesepakatan":
            return printed if self.jenis_diduga in (None, "sinergi") else "kesepakatan-bersama"
        return "kesepakatan-bersama" if printed == "nota-kesepahaman" else printed

    @property
    def sebutan(self) -> str:
        """How a message names it."""
        return _SEBUTAN.get(self.naskah.judul.bentuk or self.bentuk or "", "naskah")

    @cached_property
    def hari(self) -> str | None:
        """Its own date (of a letter the one beside its place); for a draft today's, since it can only be
        signed later."""
        opening = self.naskah.pembuka
        if opening is not None and opening.nilai is not None:
            return opening.nilai.isoformat()
        if self.tercatat is not None:
            return self.tercatat
        letter = None if self.perjanjian else bersurat(one.rapi for one in self.naskah.isi)
        if letter is not None:
            return letter.isoformat()
        return self.per_tanggal.isoformat() if opening is not None and (opening.kosong or opening.mustahil) and self.status != "ditandatangani" else None

    @property
    def selesai(self) -> bool:
        """Whether it claims to be finished: recorded so, else numbered and dated."""
        if self.status is not None:
            return self.status in {"final", "ditandatangani"}
        opening = self.naskah.pembuka
        return bool(opening and opening.nilai) and any(re.search(r"\d", one) for one in self.naskah.judul.nomor)

    def ketentuan(self, topik: str, kunci: str | None = None, jenis: str | None = None) -> Ketentuan | None:
        """The provision that binds this text on its day, or the one in force now where the day is
        not known (what rests on it is then not proved)."""
        return self.hukum.satu(topik, pada=self.hari, kunci=kunci, jenis=jenis or self.jenis_diduga, bentuk=self.bentuk)

    @property
    def format_berlaku(self) -> bool:
        """Whether the official forms bound this text on its day; of an undated one that is not known."""
        return self.hari is None or self.hukum.satu("komparisi", pada=self.hari) is not None

    def berat(self, severity: Severity) -> tuple[Severity, Verdict]:
        """Severity and verdict by the official form on the text's own day: older texts live on,
        undated ones and letters recognised from a picture prove nothing."""
        if self.hari is None or self.naskah.bacaan.halaman_dikenali:
            return Severity.INFO, Verdict.BELUM_TERBUKTI
        return severity if self.format_berlaku else Severity.INFO, Verdict.TIDAK_SESUAI

    def berat_bentuk(self, severity: Severity) -> tuple[Severity, Verdict]:
        """As `berat` for an agreement; for a letter or an unknown paper a warning at most."""
        if self.perjanjian or self.naskah.bacaan.halaman_dikenali:
            return self.berat(severity)
        return min(severity, Severity.WARNING, key=lambda one: one.rank), Verdict.TIDAK_SESUAI

    def tempat(self, paragraf: int) -> str:
        """The place at the beginning of a sentence."""
        return capital(self.naskah.tempat(paragraf))

    def temuan(self, rule: str, berat: tuple[Severity, Verdict], pesan: str, dasar: str, saran: str, *, layer: Layer = Layer.HUKUM) -> Finding:
        severity, verdict = berat
        return Finding(rule, severity, pesan, (dasar,), layer, verdict, saran, location=Location(file=self.berkas))

    def catatan(self, rule: str, pesan: str, dasar: str, saran: str, verdict: Verdict = Verdict.BELUM_TERBUKTI) -> Finding:
        """A note: not proved, or not looked at."""
        return self.temuan(rule, (Severity.INFO, verdict), pesan, dasar, saran)


def lepas(naskah: NaskahTerbaca, berkas: str, hukum: Hukum, per_tanggal: date, jenis: str | None = None) -> Teks:
    """A file without a case."""
    return Teks(naskah, berkas, hukum, per_tanggal, jenis)


def atas(perkara: Perkara, periksa: Callable[[Teks], Iterator[Finding]], kecuali: Collection[int] = ()) -> Iterator[Finding]:
    """A text rule over every agreement of a case whose file was read; `kecuali` are instances of
    which the rule has spoken already."""
    for teks in dibaca(perkara):
        if teks.nomor not in kecuali:
            yield from periksa(teks)


def dibaca(perkara: Perkara) -> Iterator[Teks]:
    """The texts of a case's agreements."""
    readings = {one.nomor: one for one in perkara.bacaan}
    for naskah in perjanjian(perkara):
        reading = readings.get(naskah.nomor)
        if reading is not None and reading.naskah is not None:
            yield _of_case(perkara, naskah, reading.berkas, reading.naskah)


def _of_case(perkara: Perkara, naskah: Instansi, berkas: str, read: NaskahTerbaca) -> Teks:
    case = perkara.kerja_sama
    names = tuple(name for one in case.pihak for name in (one.get("nama"), one.get("singkatan"), one.get("perangkat_daerah")) if name)
    recorded = frozenset(key for key in ("nomor", "tanggal") if naskah.data.get(key))
    signed = "ditandatangani" if naskah.ditandatangani else naskah.data.get("status") or "draf"
    return Teks(read, berkas, perkara.hukum, perkara.per_tanggal, case.jenis, naskah.bentuk, hari_hukum(perkara, naskah), signed, names, naskah.nomor, recorded)
