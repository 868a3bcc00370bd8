"""Bentuk naskah: bentuk naskah sesuai dengan jenis kerja samanya.

Mengapa: instansi vertikal sering meminta "PKS" atau "Nota Kesepahaman", padahal Sinergi dituangkan
dalam Nota Kesepakatan dengan Rencana Kerja; KB dan PKS hanya untuk KSDD dan KSDPK.
Yang dilihat ialah bentuk menurut SOP, bukan kata pada judulnya ("MoU" sebuah pemda ialah KB).
Dasar: Permendagri 22/2020 Pasal 1 angka 12, angka 13 dan angka 19, Pasal 52
Contoh sesuai: Sinergi dengan Kantor Pertanahan memakai Nota Kesepakatan
Contoh tidak sesuai: Sinergi dengan Kantor Pertanahan memakai Perjanjian Kerja Sama
Perbaikan: tuangkan dalam bentuk yang sesuai; naskah yang terlanjur ditandatangani ditinjau bersama mitra.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.rules.instansi import Instansi, hari_hukum, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import menurut_hari, temuan

ID = "bentuk-naskah"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
SEBUTAN = {"ksdd": "kerja sama dengan daerah lain", "ksdpk": "kerja sama dengan pihak ketiga", "sinergi": "Sinergi"}


def check(perkara: Perkara) -> Iterator[Finding]:
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
    proper = [form for form in rule.isi["bentuk"] if form not in {"addendum", "kontrak"}]
    return temuan(
        ID, severity,
        f"Naskah {SEBUTAN[str(perkara.kerja_sama.jenis)]} harus berbentuk {_words(proper)}, tetapi ada {naskah.nama}.",
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


def _words(forms: list[str]) -> str:
    return " atau ".join(form.replace("-", " ") for form in forms)
