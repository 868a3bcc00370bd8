"""What an addendum changes, article by article, as paragraphs: the old words, then the new ones.

A whole article is quoted under its own number and title; an ayat as a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from toolkit.cells.letters import lettered, numbered
from toolkit.drafting.material import Bahan
from toolkit.drafting.nodes import Node, ada

_NOMOR = re.compile(r"(?P<angka>\d+) ?(?P<huruf>[A-Z]*)$")
_AYAT = re.compile(r"\((?P<nomor>\d{1,2}[a-z]?)\)\s*(?P<teks>.*)", re.DOTALL)
_HURUF = re.compile(r"(?P<nomor>[a-z]{1,2}\.)\s+(?P<teks>.*)", re.DOTALL)


def perubahan(bahan: Bahan) -> Any:
    """Blocks for the article that carries the changes; a gap where the case names none."""
    content = bahan.instansi.fakta.ambil("isi")
    listed = content.ambil("perubahan") if isinstance(content, Node) else content.anak("perubahan")
    if not isinstance(listed, list):
        return listed
    return [block for place, one in enumerate(listed, 1) for block in _blok(bahan, place, one)]


def _blok(bahan: Bahan, place: int, one: Node) -> Iterator[Node]:
    told, manner = one.ambil("menjadi"), one.get("cara")
    new = bahan.konteks["naskah"].ambil("perpanjangan") if manner == "diperpanjang" and not ada(told) else told
    yield Node({"jenis": "butir", "nomor": f"{place}.", "teks": _kalimat(one, manner)}, one.jalur)
    if ada(one.get("semula")):
        yield Node({"jenis": "pengantar", "teks": "Semula berbunyi:"}, one.jalur)
        yield from _bunyi(one, one.get("semula"))
    if manner == "dihapus":
        return
    if manner != "disisipkan":
        yield Node({"jenis": "pengantar", "teks": "Diubah sehingga berbunyi:"}, one.jalur)
    yield from _bunyi(one, new)


def _kalimat(one: Node, manner: Any) -> str:
    where = _tempat(one)
    if manner == "dihapus":
        return f"{where} dihapus."
    return f"{_sela(one)} yang berbunyi sebagai berikut:" if manner == "disisipkan" else f"{where} diubah sebagai berikut:"


def _tempat(one: Node) -> str:
    """"Pasal 7 ayat (2)", the title of a whole article after it."""
    named = f"Pasal {_nomor(one)}"
    if ada(one.get("ayat")):
        return f"{named} ayat ({one['ayat']})"
    return f"{named} tentang {one['judul']}" if ada(one.get("judul")) else named


def _sela(one: Node) -> str:
    """Where an article or an ayat is put in: "Di antara Pasal 5 dan Pasal 6 disisipkan 1 (satu)
    pasal, yaitu Pasal 5A,"; one without a letter stands at the end."""
    article = _nomor(one)
    if ada(one.get("ayat")):
        return f"Pada Pasal {article} ditambahkan 1 (satu) ayat, yaitu ayat ({one['ayat']}),"
    match = _NOMOR.match(article)
    if match is None or not match["huruf"]:
        return f"Ditambahkan 1 (satu) pasal, yaitu Pasal {article},"
    whole = int(match["angka"])
    # 5B follows 5A, and 5A follows 5.
    before = f"{whole}{lettered(numbered(match['huruf']) - 1)}"
    return f"Di antara Pasal {before} dan Pasal {whole + 1} disisipkan 1 (satu) pasal, yaitu Pasal {article},"


def _nomor(one: Node) -> str:
    return str(one["pasal"]).casefold().removeprefix("pasal").strip().upper().replace(" ", "")


def _bunyi(one: Node, told: Any) -> Iterator[Node]:
    """The words of an article or of an ayat; "(1) …" at the head of a line is its number."""
    lines = told if isinstance(told, list) else [told]
    if not ada(one.get("ayat")):
        yield Node({"jenis": "pasal", "teks": f"Pasal {_nomor(one)}"}, one.jalur)
        if ada(one.get("judul")):
            yield Node({"jenis": "judul", "teks": one["judul"]}, one.jalur)
    yield from (Node({"jenis": kind, "nomor": number, "teks": text}, one.jalur) for kind, number, text in _bernomor(one, lines))


def _bernomor(one: Node, lines: list[Any]) -> Iterator[tuple[str, str | None, Any]]:
    """Lines with what each begins: an ayat as written, else counted where a whole article has
    several; an item ("a. …") of the ayat above it; or none, a paragraph."""
    letters = [_HURUF.match(line) if isinstance(line, str) else None for line in lines]
    numbers = [_AYAT.match(line) if isinstance(line, str) else None for line in lines]
    counted = iter(_hitungan(one, sum(1 for letter in letters if letter is None)))
    for line, letter, number in zip(lines, letters, numbers, strict=True):
        if letter:
            yield "huruf", letter["nomor"], letter["teks"]
        elif any(numbers):
            yield ("ayat", number["nomor"], number["teks"]) if number else ("alinea", None, line)
        else:
            at = next(counted)
            yield "ayat" if at else "alinea", at, line


def _hitungan(one: Node, lines: int) -> list[str | None]:
    """Numbers for lines that bring none: of one ayat its own for the first, of an article 1, 2, …"""
    if ada(one.get("ayat")):
        return [one["ayat"], *[None] * lines]
    return [str(place) if lines > 1 else None for place in range(1, lines + 1)]
