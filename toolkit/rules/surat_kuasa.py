"""Surat kuasa: yang menandatangani atas kuasa disertai surat kuasa yang cocok.

Mengapa: tanpa kuasa yang sah pejabat perangkat daerah tidak dapat mengikat daerah.
Kuasa pada hari yang sama dengan penandatanganan sah. Untuk KB dan NK, yang di pihak kita tidak dapat
dikuasakan, lihat aturan kewenangan. Pihak kementerian, lembaga atau badan menandatangani NK atas kuasa
instansi induknya: yang belum dicatat belum terbukti.
Dasar: Permendagri 22/2020 Pasal 14 ayat (2) dan ayat (3), Pasal 36 ayat (2) dan Pasal 57 ayat (2); PP 28/2018 Pasal 2 ayat (2) dan Pasal 13 ayat (2)
Contoh sesuai: surat kuasa Bupati tanggal 2 Maret, PKS ditandatangani Kepala Dinas tanggal 2 Maret
Contoh tidak sesuai: PKS ditandatangani Kepala Dinas tanggal 2 Maret, surat kuasa tanggal 5 Maret
Perbaikan: terbitkan surat kuasa sebelum penandatanganan dan catat dalam surat_kuasa.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.model import JsonObject
from toolkit.naming import capital
from toolkit.rules.instansi import Instansi, hari_hukum, ketentuan, perjanjian, ttd_kita
from toolkit.rules.kuasa_mitra import kuasa_mitra
from toolkit.rules.orang import jabatan_termasuk, peran_orang, sama
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import belum_terbukti, kata, menurut_hari, temuan

ID = "surat-kuasa"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM


@dataclass(frozen=True, slots=True)
class Kuasa:
    """A signature by power of attorney with its letter. `pointer` is the letter's place."""

    naskah: Instansi
    ttd: JsonObject
    aturan: Ketentuan
    surat: JsonObject
    pointer: str

    @property
    def hari(self) -> str | None:
        return self.ttd.get("tanggal") or self.naskah.tanggal

    @property
    def sebutan(self) -> str:
        return f"surat kuasa {self.surat.get('nomor') or self.surat['id']}"

    @property
    def nama(self) -> str:
        """The same at the beginning of a sentence."""
        return capital(self.sebutan)


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from kuasa_mitra(perkara, ID, SEVERITY)
    for naskah in perjanjian(perkara):
        rule = ketentuan(perkara, "penanda-tangan", naskah)
        if rule is None or not rule.isi["kuasa_kepada"] or perkara.kerja_sama.jenis is None:
            continue
        for pointer, signer in ttd_kita(perkara, naskah):
            role = peran_orang(perkara, signer, rule.isi["sebutan_jabatan"])
            if role is not None and role not in rule.isi["penanda_tangan"]:
                yield from _by_proxy(perkara, naskah, rule, pointer, signer)


def _by_proxy(
    perkara: Perkara, naskah: Instansi, rule: Ketentuan, pointer: str, signer: JsonObject
) -> Iterator[Finding]:
    letter = _letter(perkara, naskah, signer)
    if letter is None:
        yield _missing(perkara, naskah, rule, pointer, signer)
        return
    proxy = Kuasa(naskah, signer, rule, letter[1], f"/surat_kuasa/{letter[0]}")
    yield from _dated(proxy)
    yield from _given(perkara, proxy)
    yield from _received(proxy)
    yield from _subject(proxy)
    yield from _copied(perkara, proxy)


def _letter(perkara: Perkara, naskah: Instansi, signer: JsonObject) -> tuple[int, JsonObject] | None:
    """The letter that the signature names; without a name the one given to the signer for this naskah."""
    for place, one in enumerate(perkara.kerja_sama.surat_kuasa):
        if signer.get("kuasa"):
            if one["id"] == signer["kuasa"]:
                return place, one
        elif sama(one.get("penerima", {}), signer) and one.get("naskah") in (naskah.data.get("id"), naskah.data["jenis"]):
            return place, one
    return None


def _missing(perkara: Perkara, naskah: Instansi, rule: Ketentuan, pointer: str, signer: JsonObject) -> Finding:
    severity, verdict = menurut_hari(hari_hukum(perkara, naskah), SEVERITY)
    named = f"surat kuasa {signer['kuasa']} tidak ada dalam berkas" if signer.get("kuasa") else "tanpa surat kuasa"
    post = f" ({signer['jabatan']})" if signer.get("jabatan") else ""
    return temuan(
        ID, severity,
        f"{naskah.nama} hanya dapat ditandatangani selain kepala daerah dengan surat kuasa, tetapi ditandatangani {signer['nama']}{post} dan {named}.",
        rule.dasar, f"{pointer}/kuasa" if signer.get("kuasa") else pointer, verdict=verdict, langkah=naskah.langkah,
        saran="Mintakan surat kuasa kepala daerah; bila sudah ada, catat dalam surat_kuasa dan sebut id-nya pada ttd.",
    )


def _dated(proxy: Kuasa) -> Iterator[Finding]:
    given, signed = proxy.surat.get("tanggal"), proxy.hari
    if given and signed and given > signed:
        yield temuan(
            ID, SEVERITY,
            f"{proxy.nama} harus diterbitkan paling lambat pada hari penandatanganan {kata(signed)}, tetapi bertanggal {kata(given)}.",
            proxy.aturan.dasar, f"{proxy.pointer}/tanggal", langkah=proxy.naskah.langkah,
            saran="Terbitkan surat kuasa sebelum penandatanganan; bila salah tulis, betulkan tanggalnya.",
        )
    elif not (given and signed):
        yield belum_terbukti(
            ID, f"Belum terbukti {proxy.sebutan} terbit sebelum penandatanganan: tanggalnya belum dicatat.",
            proxy.aturan.dasar, proxy.pointer if not given else proxy.naskah.pointer, "Isi tanggal surat kuasa dan tanggal tanda tangan.",
        )


def _given(perkara: Perkara, proxy: Kuasa) -> Iterator[Finding]:
    giver = proxy.surat.get("pemberi", {})
    role = peran_orang(perkara, giver, proxy.aturan.isi["sebutan_jabatan"])
    if role is not None and role not in proxy.aturan.isi["penanda_tangan"]:
        yield temuan(
            ID, SEVERITY,
            f"{proxy.nama} harus diberikan oleh kepala daerah, tetapi pemberinya {giver['nama']} ({giver.get('jabatan', 'jabatan lain')}).",
            proxy.aturan.dasar, f"{proxy.pointer}/pemberi", langkah=proxy.naskah.langkah,
            saran="Mintakan surat kuasa dari kepala daerah sendiri.",
        )
    elif role is None:
        yield belum_terbukti(
            ID, f"Belum terbukti {proxy.sebutan} diberikan kepala daerah: pemberi kuasa atau jabatannya belum dicatat.",
            proxy.aturan.dasar, proxy.pointer, "Isi pemberi kuasa dengan nama dan jabatannya.",
        )


def _received(proxy: Kuasa) -> Iterator[Finding]:
    receiver, signer = proxy.surat.get("penerima"), proxy.ttd
    if receiver is None:
        yield belum_terbukti(
            ID, f"Belum terbukti {proxy.sebutan} diberikan kepada penanda tangan: penerimanya belum dicatat.",
            proxy.aturan.dasar, proxy.pointer, "Isi penerima kuasa dengan nama dan jabatannya.",
        )
    elif not sama(receiver, signer):
        yield temuan(
            ID, SEVERITY,
            f"{proxy.nama} diberikan kepada {receiver['nama']}, tetapi {proxy.naskah.nama} ditandatangani {signer['nama']}.",
            proxy.aturan.dasar, f"{proxy.pointer}/penerima", langkah=proxy.naskah.langkah,
            saran="Penanda tangan harus penerima kuasa; betulkan surat kuasa atau mintakan tanda tangan penerimanya.",
        )
    else:
        yield from _receiver_post(proxy, receiver)


def _receiver_post(proxy: Kuasa, receiver: JsonObject) -> Iterator[Finding]:
    wanted, post = proxy.aturan.isi.get("kuasa_sebutan"), receiver.get("jabatan")
    if wanted and post and not jabatan_termasuk(post, wanted):
        yield temuan(
            ID, Severity.WARNING,
            f"{proxy.nama} untuk kerja sama antardaerah seharusnya diberikan kepada kepala perangkat daerah, tetapi diberikan kepada {post}.",
            proxy.aturan.dasar, f"{proxy.pointer}/penerima/jabatan", langkah=proxy.naskah.langkah,
            saran="Pastikan penerima kuasa memimpin perangkat daerah yang melaksanakan kerja sama.",
        )


def _subject(proxy: Kuasa) -> Iterator[Finding]:
    letter, naskah = proxy.surat, proxy.naskah.data
    same = letter.get("naskah") in (naskah.get("id"), naskah["jenis"])
    about = " ".join(letter.get("perihal", "").casefold().split())
    title = " ".join(naskah.get("judul", "").casefold().split())
    if not (letter.get("naskah") and same) and not (title and title in about):
        yield belum_terbukti(
            ID, f"Belum terbukti {proxy.sebutan} memberi kuasa untuk {proxy.naskah.nama}: naskah atau perihalnya tidak menyebut judul yang sama.",
            proxy.aturan.dasar, proxy.pointer, "Sebut id naskahnya pada surat kuasa, atau tulis judulnya dalam perihal.",
        )


def _copied(perkara: Perkara, proxy: Kuasa) -> Iterator[Finding]:
    rule = ketentuan(perkara, "surat-kuasa", proxy.naskah, "tembusan")
    if rule is None:
        return
    copies = proxy.surat.get("tembusan")
    if copies is None:
        yield belum_terbukti(
            ID, f"Belum terbukti {proxy.sebutan} ditembuskan kepada perangkat daerah yang membidangi kerja sama.",
            rule.dasar, proxy.pointer, "Isi tembusan surat kuasa.",
        )
    elif not any(word in one.casefold() for one in copies for word in _unit_words(perkara, rule)):
        yield temuan(
            ID, Severity.WARNING,
            f"{proxy.nama} harus ditembuskan kepada {perkara.sop.unit} yang membidangi kerja sama, tetapi tembusannya tidak menyebutnya.",
            rule.dasar, f"{proxy.pointer}/tembusan", langkah=proxy.naskah.langkah,
            saran="Sampaikan tembusan surat kuasa kepada unit kerja sama, lalu catat.",
        )


def _unit_words(perkara: Perkara, rule: Ketentuan) -> list[str]:
    """Words by which the cooperation unit is known: the law's, the SOP's unit, its actors' names."""
    units = [one for one in perkara.sop.pelaksana.values() if one.peran in rule.isi["tembusan"]]
    names = [name for one in units for name in (one.jabatan, *one.sebutan)]
    unit = perkara.sop.unit.split(" Sekretariat")[0]
    return [word.casefold() for word in (*rule.isi["tembusan_kata"], unit, *names)]
