"""Writes `docs/aturan.md` from the rules' own docstrings: `python -m toolkit.rules.halaman`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from toolkit.findings import Layer, Severity
from toolkit.gaps import Told
from toolkit.gaps import registry as gaps
from toolkit.rules import registry

KELUARGA = {
    "Kelengkapan": (
        "struktur-berkas", "kelengkapan-wajib", "isian-kosong", "unsur-kak", "studi-kelayakan", "lampiran-berkas", "berkas-awal",
        "daftar-rencana", "urusan-objek", "kriteria-prakarsa", "tertib-rapat",
        "syarat-langkah", "jenis-mitra", "tata-cara-lain", "tercantum-rkpd", "lembar-data",
    ),
    "Urutan": ("langkah-", "pelaksana-", "waktu-mundur", "penolakan-", "putusan-"),
    "Paraf": ("paraf-", "urutan-paraf", "pejabat-"),
    "Tanda tangan": ("tanda-tangan-", "kewenangan", "surat-kuasa", "rekomendasi-", "kajian-", "tte-"),
    "Waktu": ("waktu-", "tenggat", "sedang-"),
    "DPRD": ("persetujuan-dprd",),
    "Arsip": ("arsip-", "salinan-", "naskah-berbeda"),
    "Monev": ("laporan-", "evaluasi-", "kedaluwarsa", "pengakhiran", "penyampaian-"),
    "Pengecualian": ("pengecualian",),
}
LAINNYA = "Naskah"
BERAT = {Severity.ERROR: "tidak sesuai", Severity.WARNING: "perlu diperhatikan", Severity.INFO: "catatan"}
LAPIS = {Layer.SOP: "SOP", Layer.HUKUM: "hukum", Layer.DATA: "data"}
PEMBUKA = """# Aturan yang diperiksa `kerjasama validate` dan `kerjasama check`

Halaman ini ditulis dari penjelasan setiap aturan dengan `python -m toolkit.rules.halaman > docs/aturan.md`. Berat ialah yang terberat; temuan yang belum terbukti dan yang timbul dari hari pemeriksaan saja lebih ringan. `kerjasama explain ATURAN` menampilkan penjelasan yang sama."""


def keluarga(id_aturan: str) -> str:
    """The family of a rule; what no other family claims judges a naskah's text."""
    return next((name for name, starts in KELUARGA.items() if id_aturan.startswith(starts)), LAINNYA)


def semua() -> dict[str, Told]:
    """The rules of both verbs, by id."""
    return dict(sorted({**gaps(), **registry()}.items()))


def halaman() -> str:
    """The whole page, families in the order of an office's work."""
    families = [*list(KELUARGA)[:4], LAINNYA, *list(KELUARGA)[4:]]
    return "\n\n".join([PEMBUKA, *(part for name in families for part in _family(name))]) + "\n"


def _family(name: str) -> Iterator[str]:
    own = [rule for rule in semua().values() if keluarga(rule.ID) == name]
    if own:
        yield f"## {name}"
        yield from (_rule(rule) for rule in own)


def _rule(rule: Told) -> str:
    title, *rest = (rule.__doc__ or rule.ID).strip().splitlines()
    body = "\n".join(_paragraphs(rest))
    return f"### {rule.ID}\n\n{title}\n\nBerat: {BERAT[rule.SEVERITY]}. Lapis: {LAPIS[rule.LAYER]}.\n\n{body}"


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """One item per section; what stands on further lines is joined to it."""
    section = ""
    for line in (one.strip() for one in lines if one.strip()):
        label, colon, text = line.partition(":")
        if colon and label in ("Mengapa", "Dasar", "Contoh sesuai", "Contoh tidak sesuai", "Perbaikan"):
            if section:
                yield section
            section = f"- **{label}:**{text}"
        else:
            section = f"{section} {line}" if section else line
    yield section


if __name__ == "__main__":
    sys.stdout.write(halaman())
