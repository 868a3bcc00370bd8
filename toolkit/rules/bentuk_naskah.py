"""Bentuk naskah: bentuk naskah sesuai dengan jenis kerja samanya.

Mengapa: instansi vertikal sering meminta "PKS" atau "Nota Kesepahaman", padahal Sinergi dituangkan
dalam Nota Kesepakatan dengan Rencana Kerja; KB dan PKS hanya untuk KSDD dan KSDPK.
Yang dilihat ialah bentuk menurut SOP, bukan kata pada judulnya ("MoU" sebuah pemda ialah KB).
Bila naskahnya dapat dibaca, judulnya dibandingkan dengan jenis kerja sama dan dengan catatan berkas;
"Nota Kesepakatan" atau "MoU" sebuah pemda dengan pihak ketiga dibaca sebagai KB dan hanya dicatat.
Dasar: Permendagri 22/2020 Pasal 1 angka 12, angka 13 dan angka 19, Pasal 52
Contoh sesuai: Sinergi dengan Kantor Pertanahan memakai Nota Kesepakatan
Contoh tidak sesuai: Sinergi dengan Kantor Pertanahan memakai Perjanjian Kerja Sama
Perbaikan: tuangkan dalam bentuk yang sesuai; naskah yang terlanjur ditandatangani ditinjau bersama mitra.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.evidence.terbaca import PASTI
from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.hukum import Ketentuan
from toolkit.model import ADENDUM
from toolkit.rules.instansi import Instansi, hari_hukum, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import Teks, dibaca
from toolkit.rules.temuan import menurut_hari, temuan

ID = "bentuk-naskah"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
DASAR = "Permendagri 22/2020 Pasal 1 angka 12, angka 13 dan angka 19, Pasal 52"
DIPERDEBATKAN = ("universitas", "institut", "politeknik", "rumah sakit", "badan layanan umum")
SEBUTAN = {"ksdd": "kerja sama dengan daerah lain", "ksdpk": "kerja sama dengan pihak ketiga", "sinergi": "Sinergi"}


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from _recorded(perkara)
    yield from (one for teks in dibaca(perkara) for one in _unlike_record(teks))


def periksa(teks: Teks) -> Iterator[Finding]:
    """A loose file: its title against the kind of cooperation that was given."""
    if teks.dapat_dibaca and not teks.perjanjian:
        yield teks.catatan(
            ID, "Naskah ini tidak dikenali sebagai KB, PKS, NK atau adendum; aturan tentang isi perjanjian tidak diperiksa.", DASAR,
            "Bila ini perjanjian, pastikan judul, pembuka dan pasalnya terbaca.", Verdict.TIDAK_DIPERIKSA,
        )
    elif teks.perjanjian and teks.jenis is not None:
        yield from _unlike_kind(teks)


def _unlike_kind(teks: Teks) -> Iterator[Finding]:
    rule = teks.ketentuan("bentuk-naskah", "bentuk")
    printed = teks.naskah.judul.bentuk
    if rule is None or printed is None:
        return
    if teks.bentuk in rule.isi["bentuk"] and not (teks.jenis == "sinergi" and printed == "nota-kesepahaman"):
        if printed in {"nota-kesepakatan", "nota-kesepahaman"} and teks.bentuk != printed:
            yield teks.catatan(ID, f"Naskah berjudul “{teks.naskah.judul.tulisan}” dibaca sebagai Kesepakatan Bersama.", rule.dasar, "Pakai judul Kesepakatan Bersama pada naskah berikutnya.", Verdict.TIDAK_SESUAI)
        return
    yield teks.temuan(
        ID, teks.berat(_text_severity(teks)), f"Naskah {SEBUTAN[str(teks.jenis)]} harus berbentuk {_proper(rule)}, tetapi naskah ini berjudul “{teks.naskah.judul.tulisan}”.",
        rule.dasar, "Tuangkan dalam bentuk yang sesuai; bila jenis kerja samanya yang keliru, betulkan --jenis.",
    )


def _text_severity(teks: Teks) -> Severity:
    """Proved only for a finished Sinergi agreement with a body whose kind nobody disputes."""
    rule = teks.hukum.satu("jenis-mitra", kunci="kata_diragukan", jenis=teks.jenis)
    words = rule.isi["kata_diragukan"] if rule else []
    bodies = f"{teks.naskah.judul.antara} {' '.join(one.badan for one in teks.naskah.pihak)}".casefold()
    disputed = any(word.casefold() in bodies for word in (*words, *DIPERDEBATKAN))
    wrong = teks.naskah.judul.bentuk in {"perjanjian-kerja-sama", "kontrak", "kesepakatan-bersama"}
    return SEVERITY if teks.jenis == "sinergi" and wrong and teks.selesai and not disputed else Severity.WARNING


def _unlike_record(teks: Teks) -> Iterator[Finding]:
    """The file of an instance is another kind of naskah than was recorded."""
    printed = teks.naskah.judul
    alike = {teks.bentuk_dicatat, "nota-kesepahaman", "nota-kesepakatan"} if teks.bentuk_dicatat == "kesepakatan-bersama" else {teks.bentuk_dicatat}
    if printed.bentuk is not None and printed.kepastian == PASTI and printed.bentuk not in alike and {printed.bentuk, teks.bentuk_dicatat} != {"kontrak", "perjanjian-kerja-sama"}:
        yield teks.temuan(
            ID, (Severity.WARNING, Verdict.TIDAK_SESUAI), f"Naskah ini dicatat sebagai {str(teks.bentuk_dicatat).replace('-', ' ')}, tetapi berkasnya berjudul “{printed.tulisan}”.",
            DASAR, "Betulkan catatan naskahnya atau berkas yang disebut.",
        )


def _recorded(perkara: Perkara) -> Iterator[Finding]:
    jenis = perkara.kerja_sama.jenis
    rule = perkara.hukum.satu("bentuk-naskah", kunci="bentuk", jenis=jenis) if jenis else None
    if rule is None:
        return
    for naskah in perjanjian(perkara):
        if naskah.bentuk not in rule.isi["bentuk"]:
            yield _finding(perkara, naskah, rule)


def _finding(perkara: Perkara, naskah: Instansi, rule: Ketentuan) -> Finding:
    day = hari_hukum(perkara, naskah)
    severity, verdict = menurut_hari(day, _severity(perkara, naskah, rule))
    return temuan(
        ID, severity,
        f"Naskah {SEBUTAN[str(perkara.kerja_sama.jenis)]} harus berbentuk {_proper(rule)}, tetapi ada {naskah.nama}.",
        rule.dasar, f"{naskah.pointer}/jenis", verdict=verdict, langkah=naskah.langkah,
        saran="Tuangkan dalam bentuk yang sesuai; bila jenis kerja samanya yang keliru, betulkan jenis.",
        bergantung=(naskah.langkah_ttd, naskah.jenis.langkah if naskah.jenis else None),
    )


def _severity(perkara: Perkara, naskah: Instansi, rule: Ketentuan) -> Severity:
    """Old agreements live on; a body whose kind is disputed, a draft, and the word Nota
    Kesepakatan for a KB are no proved breach."""
    day = hari_hukum(perkara, naskah)
    if day and not rule.pada(day):
        return Severity.INFO
    proved = perkara.kerja_sama.jenis == "sinergi" and naskah.ditandatangani and not _disputed(perkara)
    return SEVERITY if proved else Severity.WARNING


def _disputed(perkara: Perkara) -> bool:
    rule = perkara.hukum.satu("jenis-mitra", kunci="diragukan", jenis=perkara.kerja_sama.jenis)
    partners = perkara.kerja_sama.mitra(perkara.sop)
    doubtful = rule.isi["diragukan"] if rule else []
    words = [word.casefold() for word in (rule.isi.get("kata_diragukan", []) if rule else [])]
    return any(
        one.get("bentuk") in doubtful or any(word in one["nama"].casefold() for word in words) for one in partners
    )


def _proper(rule: Ketentuan) -> str:
    """The forms that a kind of cooperation begins with, in words."""
    return " atau ".join(form.replace("-", " ") for form in rule.isi["bentuk"] if form not in {ADENDUM, "kontrak"})
