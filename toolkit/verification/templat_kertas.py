"""Kertas dan huruf templat: ukuran kertas dan huruf templat sama dengan profil yang memakainya.

Mengapa: kertas dan huruf dasar diganti menurut profil ketika naskah disusun; templat yang ditata pada kertas lain bergeser, dan huruf yang ditetapkan sendiri pada sebagian teks tidak ikut berganti.
Dasar: docs/templat.md bagian 8
Contoh sesuai: templat surat pada A4 tanpa huruf yang ditetapkan pada teksnya
Contoh tidak sesuai: templat surat pada Letter; satu kata ditempel dengan huruf Comic Sans MS
Perbaikan: ubah ukuran kertas di Word, atau hapus huruf yang ditetapkan pada teks itu (Ctrl+Spasi).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from toolkit.drafting.layout import twips
from toolkit.drafting.xml import RUN, SECT, Element, P, text_of, w
from toolkit.errors import DataError
from toolkit.findings import Finding, Layer, Severity
from toolkit.verification.data import Data, temuan_templat
from toolkit.verification.lembar import UTAMA, Bagian, Masalah, bagian, gaya

ID = "templat-kertas"
SEVERITY = Severity.ERROR
LAYER = Layer.DATA
SARAN = "Samakan dengan profil di Word, lalu simpan ulang."
# Word rounds a paper's size its own way.
_TOLERANCE = 60


def check(data: Data) -> Iterator[Finding]:
    for path in (*data.templat, *data.bagian):
        for one in masalah(data, path):
            yield temuan_templat(ID, path, str(one), SARAN)


def masalah(data: Data, path: Path) -> list[Masalah]:
    """Paper and type that no profile in use has; none for a template that cannot be read."""
    profiles = _profiles(data, path.stem)
    fonts = {one["nama"] for profil in profiles for one in _fonts(profil, path, data)}
    try:
        parts = list(bagian(path))
        styles = _styled(gaya(path))
    except DataError:
        return []  # templat-rusak says why
    found = [one for part in parts for one in _wrong_fonts(part, styles, fonts)]
    if path in data.templat:
        found += [one for part in parts if part.nama == UTAMA for one in _wrong_paper(part, profiles, path.stem)]
    return found


def _profiles(data: Data, template_id: str) -> list[Mapping[str, Any]]:
    """The default profile, and those of the SOPs that use the template."""
    users = {sop.profil for _, sop in data.sop if any(one.templat == template_id for one in sop.naskah)}
    known = [one for one in users if one and data.library.resources.find("templates", "profil", f"{one}.json")]
    return [data.library.profil(one) for one in (None, *sorted(known))]


def _fonts(profil: Mapping[str, Any], path: Path, data: Data) -> list[Mapping[str, Any]]:
    """A part may serve letters and agreements; a template is one or the other."""
    huruf = profil["huruf"]
    if path in data.bagian:
        return list(huruf.values())
    return [huruf["perjanjian" if path.stem in profil["templat_perjanjian"] else "surat"]]


def _wrong_paper(part: Bagian, profiles: list[Mapping[str, Any]], template_id: str) -> Iterator[Masalah]:
    papers = [profil.get("halaman_templat", {}).get(template_id, profil["halaman"]) for profil in profiles]
    for section in part.root.iter(SECT):
        size = section.find(w("pgSz"))
        if size is None or any(_same(size, one) for one in papers):
            continue
        wide, high = (round(int(size.get(w(key), "0")) * 25.4 / 1440) for key in ("w", "h"))
        wanted = ", ".join(dict.fromkeys(f"{one.get('kertas', 'kertas')} ({one['lebar_mm']} × {one['tinggi_mm']} mm)" for one in papers))
        yield part.masalah(section, f"kertas {wide} × {high} mm tidak sesuai profil, seharusnya {wanted}")


def _same(size: Element, paper: Mapping[str, Any]) -> bool:
    """Whether a section is on that paper, upright or lying."""
    found = sorted(int(size.get(w(key), "0")) for key in ("w", "h"))
    wanted = sorted(int(twips(paper[key])) for key in ("lebar_mm", "tinggi_mm"))
    return all(abs(one - other) <= _TOLERANCE for one, other in zip(found, wanted, strict=True))


def _wrong_fonts(part: Bagian, styles: Mapping[str, str], fonts: set[str]) -> Iterator[Masalah]:
    wanted = " atau ".join(sorted(fonts))
    told = set()
    for element, font in _used(part, styles):
        problem = part.masalah(element, f"huruf {font} tidak sesuai profil, seharusnya {wanted}")
        if font not in fonts and problem not in told:
            told.add(problem)
            yield problem


def _used(part: Bagian, styles: Mapping[str, str]) -> Iterator[tuple[Element, str]]:
    """Fonts that a paragraph's style or a run's own setting gives to text."""
    for paragraph in part.root.iter(P):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        font = styles.get(str(style.get(w("val")))) if style is not None else None
        if font and text_of(paragraph).strip():
            yield paragraph, font
    for run in part.root.iter(RUN):
        own = _font(run)
        if own and text_of(run).strip() and run.find(w("t")) is not None:
            yield run, own


def _styled(styles: Element | None) -> dict[str, str]:
    """Style id → font; the default style's gives way to the profile's."""
    found = styles.iter(w("style")) if styles is not None else ()
    fonts = ((str(one.get(w("styleId"))), _font(one)) for one in found if one.get(w("default")) != "1")
    return {style_id: font for style_id, font in fonts if font}


def _font(holder: Element) -> str | None:
    fonts = holder.find(f"{w('rPr')}/{w('rFonts')}")
    return fonts.get(w("ascii")) if fonts is not None else None
