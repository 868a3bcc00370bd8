"""Headings of articles by their meaning."""

from __future__ import annotations

import re

from toolkit.evidence.terbaca import NaskahTerbaca
from toolkit.hukum import Hukum

_BUKAN = {"hak": ("kekayaan", "cipta", "milik", "atas"), "waktu": ("kerja",)}


def padat(text: str) -> str:
    """Letters and digits alone, for comparing phrases whatever their spaces and hyphens."""
    return re.sub(r"[\W_]+", "", text.casefold())


def judul_pasal(naskah: NaskahTerbaca) -> list[str]:
    """The articles' titles; of a text without articles its lines in capitals."""
    if len(naskah.pasal) >= 3:
        return [one.judul for one in naskah.pasal if one.judul]
    begin = naskah.judul.akhir
    lines = [one.rapi for one in naskah.isi[begin: naskah.penutup]]
    return [line for line in lines if line.isupper() and len(line.split()) <= 10 and "PIHAK" not in line.split()[:1]]


def sebutan_cocok(heading: str, name: str) -> bool:
    """Whether a heading means what a known title says: several words anywhere in it, a single word
    only at the beginning of one of its parts."""
    plain, wanted = _plain(heading), _plain(name)
    if " " in wanted:
        return f" {wanted} " in f" {plain} "
    for part in re.split(r"\s+(?:dan|serta|atau)\s+|[,/&]\s*", plain):
        words = part.split()
        if words[:1] == [wanted] and words[1:2] != [] and words[1] in _BUKAN.get(wanted, ()):
            continue
        if words[:1] == [wanted]:
            return True
    return False


def asing(hukum: Hukum, naskah: NaskahTerbaca) -> list[str]:
    """Articles whose titles are neither a required element's of any kind nor otherwise known."""
    known = {name for rule in hukum.semua("unsur-naskah") for unsur in rule.isi["unsur"] for name in unsur.get("sebutan", ())}
    known |= {name for rule in hukum.semua("judul-pasal") for name in rule.isi["judul_lain"]}
    return [
        f"{one.tulisan} ({one.judul})" for one in naskah.pasal
        if one.judul and not any(sebutan_cocok(one.judul, name) for name in known)
    ]


def _plain(text: str) -> str:
    plain = re.sub(r"^\s*\w{1,4}[.)]\s+", "", text.casefold())
    plain = re.sub(r"[-–—]", " ", plain).replace("kerjasama", "kerja sama").replace("tanggungjawab", "tanggung jawab")
    return " ".join(re.sub(r"[()\"“”'.:;]", " ", plain).split())
