"""Pasal urut: nomor pasal berurutan dari Pasal 1, tidak ada yang terlewat atau berulang.

Mengapa: pasal yang disisipkan atau dihapus tanpa menata ulang nomornya membuat rujukan keliru.
Adendum tidak dinilai karena memuat nomor pasal naskah yang diubahnya; pasal undang-undang yang
disebut dalam kalimat bukan pasal naskah. Ayat yang terlewat atau berulang diperingatkan.
Dasar: Permendagri 22/2020 Lampiran ("Pasal 1 … Pasal … dan seterusnya")
Contoh sesuai: Pasal 1, Pasal 2, Pasal 3
Contoh tidak sesuai: Pasal 1, Pasal 2, Pasal 4
Perbaikan: nomori ulang pasal dan ayat, lalu periksa setiap rujukannya.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from toolkit.evidence.terbaca import Pasal
from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.model import ADENDUM
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import LAMPIRAN, Teks, atas

ID = "pasal-urut"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
DASAR = f'{LAMPIRAN} ("Pasal 1 … Pasal … dan seterusnya")'
SARAN = "Nomori ulang pasal dan ayatnya, lalu periksa setiap rujukan kepadanya."


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from atas(perkara, periksa)


def periksa(teks: Teks) -> Iterator[Finding]:
    if not teks.perjanjian or teks.bentuk == ADENDUM:
        return
    for place, what in _articles(teks.naskah.pasal):
        yield _finding(teks, place, what, SEVERITY)
    for article in teks.naskah.pasal:
        for what in _paragraphs(article.ayat):
            yield _finding(teks, article.awal, f"{article.tulisan} {what}", Severity.WARNING)


def _finding(teks: Teks, place: int, what: str, severity: Severity) -> Finding:
    weight = teks.berat(severity) if teks.utuh else (Severity.INFO, Verdict.BELUM_TERBUKTI)
    return teks.temuan(ID, weight, f"{teks.tempat(place)}: {what}.", DASAR, SARAN)


def _articles(articles: tuple[Pasal, ...]) -> Iterator[tuple[int, str]]:
    """Each break of the sequence once; articles that merely changed places are one break."""
    numbered = [(one.nomor, one) for one in articles if one.nomor is not None]
    numbers = [number for number, _ in numbered]
    if len(numbers) > 1 and sorted(numbers) == list(range(1, len(numbers) + 1)) and numbers != sorted(numbers):
        wrong = next(one for place, (number, one) in enumerate(numbered, 1) if number != place)
        yield wrong.awal, f"pasal harus berurutan, tetapi tertulis {', '.join(f'Pasal {number}' for number in numbers)}"
        return
    expected, seen = 1, {}
    for number, one in numbered:
        if number in seen:
            yield one.awal, f"{one.tulisan} tertulis lebih dari sekali; nomor berikutnya seharusnya Pasal {expected}"
        elif number != expected:
            yield one.awal, f"nomor berikutnya harus Pasal {expected}, tetapi tertulis {one.tulisan}"
        expected = max(expected, number + 1)
        seen[number] = one


def _paragraphs(ayat: tuple[int, ...]) -> Iterator[str]:
    """Gaps and repeats; a list that begins again at (1) is another list."""
    for before, after in itertools.pairwise(ayat):
        if after == before:
            yield f"ayat ({after}) tertulis dua kali"
        elif after > before + 1:
            yield f"sesudah ayat ({before}) tertulis ayat ({after})"
