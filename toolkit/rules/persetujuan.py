"""Whether an agreement waited for the DPRD: approved before it was signed, or silent long enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.findings import Finding, Severity
from toolkit.model import JsonObject
from toolkit.rules.instansi import Instansi
from toolkit.rules.temuan import belum_terbukti, kata, sesudah, temuan

ID = "persetujuan-dprd"
SARAN = "Mintakan persetujuan DPRD sebelum penandatanganan; bila sudah ada, catat dalam dprd."


@dataclass(frozen=True, slots=True)
class Persetujuan:
    """What a naskah waits for: the facts of its own request (`dprd`, at the pointer `tempat`), how
    many days of silence count as consent, and the basis."""

    naskah: Instansi
    dprd: JsonObject
    tempat: str
    dasar: str
    hari: int
    akibat: str

    def periksa(self) -> Iterator[Finding]:
        dprd, day = self.dprd, self.naskah.tanggal
        if day is None:
            yield self._open(f"{self.naskah.nama} ditandatangani sesudah persetujuan DPRD: tanggalnya belum dicatat", self.naskah.pointer, "Isi tanggal naskah.")
        elif dprd.get("sikap") == "menolak":
            yield self._breach("DPRD menolak permohonannya", f"{self.tempat}/sikap")
        elif "persetujuan" in dprd:
            yield from self._in_time(day, dprd["persetujuan"].get("tanggal"))
        elif "permohonan" not in dprd:
            yield self._breach("permohonan dan persetujuannya tidak ada dalam berkas", self.naskah.pointer)
        else:
            yield from self._silent(day, dprd["permohonan"])

    def _breach(self, found: str, pointer: str) -> Finding:
        what = f"{self.naskah.nama} harus ditandatangani sesudah persetujuan DPRD, tetapi {found}."
        return temuan(ID, Severity.ERROR, what, self.dasar, pointer, saran=SARAN, langkah=self.naskah.langkah)

    def _open(self, what: str, pointer: str, saran: str) -> Finding:
        return belum_terbukti(ID, f"Belum terbukti {what}.", self.dasar, pointer, saran)

    def _in_time(self, day: str, approved: str | None) -> Iterator[Finding]:
        if approved is None:
            yield self._open("persetujuan DPRD mendahului penandatanganan: tanggalnya belum dicatat", f"{self.tempat}/persetujuan", "Isi tanggal persetujuan DPRD.")
        elif approved > day:
            yield self._breach(f"ditandatangani {kata(day)} dan disetujui {kata(approved)}", f"{self.tempat}/persetujuan/tanggal")

    def _silent(self, day: str, request: JsonObject) -> Iterator[Finding]:
        """Silence counts from receipt; where that is not recorded, the letter's own day only rules out."""
        received, sent = request.get("diterima"), request.get("tanggal")
        start = received or sent
        if start and sesudah(start, self.hari) > day:
            waited = f"{self.hari} hari sejak permohonan {kata(start)} belum lewat pada {kata(day)}"
            yield self._breach(f"{waited} dan persetujuannya tidak ada", self.naskah.pointer)
        elif not received:
            key = f"{self.tempat}/permohonan"
            yield self._open(f"permohonan {self.akibat}: tanggal DPRD menerimanya belum dicatat", key, f"Isi {key[1:].replace('/', '.')}.diterima.")
