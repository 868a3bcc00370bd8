"""Template tags in the XML tree: joined over runs, kept in their place, and proved neutral.

Word splits a tag over runs at will. Each tag is moved whole into its first run; then every block
is shown to begin and end in the same container, so that whatever a loop or branch yields, the
result is well-formed, cells end in a paragraph and tables keep a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.drafting.xml import RUN, TBL, TC, TR, XML, Element, P, T, text_of, w
from toolkit.errors import DataError

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
BAGIAN = re.compile(r"\{\{p\s+bagian\.([A-Za-z0-9_-]+)\s*\}\}")
_KEYWORD = re.compile(r"\{%(p|tr|)\s+(if|elif|else|endif|for|endfor)\b")
_MARKS = ("{{", "}}", "{%", "%}", "{#", "#}")
_UNSEEN = frozenset((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_QUOTES = str.maketrans("“”‘’\xa0", "\"\"'' ")
_FORBIDDEN = {
    w("ins"): "perubahan terlacak (terima atau tolak dahulu)", w("del"): "perubahan terlacak (terima atau tolak dahulu)",
    w("moveFrom"): "perubahan terlacak (terima atau tolak dahulu)", w("moveTo"): "perubahan terlacak (terima atau tolak dahulu)",
    w("commentReference"): "komentar Word", w("numPr"): "penomoran otomatis (nomor dihitung mesin)",
    w("altChunk"): "berkas sisipan", w("object"): "objek sisipan",
}
_NOISE = ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "permStart", "permEnd")
_FIELDS = re.compile(r"^\s*(PAGE|NUMPAGES|SECTIONPAGES)\b")


@dataclass(frozen=True, slots=True)
class Blok:
    """An open block: its keyword, kind ("p", "tr", "" inline) and the element that holds it."""

    kata: str
    jenis: str
    wadah: Element | None
    paragraf: Element


@dataclass(frozen=True, slots=True)
class Cela:
    """A mistake in a template: the element it is at and what it is, as the end of a sentence."""

    elemen: Element
    pesan: str


def prepare(root: Element, name: str) -> None:
    """Clean a part, refuse what no template may hold, and join its tags."""
    _refuse(name, siapkan(root))


def _refuse(name: str, found: Iterator[Cela]) -> None:
    """Raises `DataError` for the first mistake."""
    for one in found:
        raise DataError(f"Templat {name}: {one.pesan}{_near(one.elemen)}.")


def siapkan(root: Element) -> Iterator[Cela]:
    """Clean a part and join its tags, telling every mistake on the way. To be run to its end."""
    _strip(root)
    for element in root.iter():
        if element.tag in _FORBIDDEN:
            yield Cela(element, f"memuat {_FORBIDDEN[str(element.tag)]}")
        if any(mark in value for value in element.attrib.values() for mark in ("{{", "{%")):
            yield Cela(element, "memuat tanda dalam atribut")
    for field in root.iter(w("instrText"), w("fldSimple")):
        if not _FIELDS.match(field.get(w("instr")) or field.text or ""):
            yield Cela(field, "memuat bidang Word selain nomor halaman")
    for paragraph in root.iter(P):
        yield from _join(paragraph)


def _strip(root: Element) -> None:
    for element in list(root.iter(*(w(one) for one in _NOISE))):
        element.getparent().remove(element)
    for element in root.iter():
        for key in [key for key in element.attrib if "}rsid" in str(key) or str(key).endswith(("}paraId", "}textId"))]:
            del element.attrib[key]
        if element.tag == T:
            element.text = " ".join((element.text or "").splitlines()) if "\n" in (element.text or "") else element.text
        elif element.text and not element.text.strip() and element.tag != w("instrText"):
            element.text = None
        if element.tail and not element.tail.strip():
            element.tail = None


def own_texts(paragraph: Element) -> list[Element]:
    """The run content of a paragraph, without that of paragraphs nested in text boxes."""
    inside = paragraph.iter(T, w("tab"), w("br"), w("cr"))
    return [one for one in inside if one.getparent().tag == RUN and next(one.iterancestors(P)) is paragraph]


def _join(paragraph: Element) -> Iterator[Cela]:
    pieces = own_texts(paragraph)
    texts = [(one.text or "") if one.tag == T else "\t" for one in pieces]
    whole = "".join(texts)
    if not any(mark in whole for mark in _MARKS):
        return
    owners = [place for place, text in enumerate(texts) for _ in text]
    letters = list(whole)
    for tag in TAG.finditer(whole):
        span = range(tag.start(), tag.end())
        if any(pieces[owners[n]].tag != T for n in span):
            yield Cela(paragraph, f"tanda {tag.group()!r} terputus tab atau ganti baris")
            continue
        clean = tag.group().translate(_QUOTES)
        if not _visible(clean):
            yield Cela(paragraph, f"tanda {clean!r} memuat karakter tak terlihat; ketik ulang")
        for n, letter in zip(span, clean, strict=True):
            letters[n], owners[n] = letter, owners[tag.start()]
    if any(mark in TAG.sub("", whole) for mark in _MARKS):
        yield Cela(paragraph, "memuat tanda yang tidak berpasangan")
    _write(pieces, letters, owners)


def _write(pieces: list[Element], letters: list[str], owners: list[int]) -> None:
    for place, piece in enumerate(pieces):
        if piece.tag == T:
            piece.text = "".join(letter for letter, owner in zip(letters, owners, strict=True) if owner == place)
            piece.set(f"{{{XML}}}space", "preserve")


def _visible(tag: str) -> bool:
    return tag.isprintable() and not any(ord(one) in _UNSEEN for one in tag)


def _near(element: Element) -> str:
    paragraph = element if element.tag == P else next(element.iterancestors(P), None)
    text = text_of(paragraph).strip() if paragraph is not None else ""
    return f" dekat “{text[:60]}”" if text else ""


def prove(root: Element, name: str) -> None:
    """Every block opens and closes in one container; cells and tables stay whole."""
    _refuse(name, buktikan(root))


def buktikan(root: Element) -> Iterator[Cela]:
    """What keeps a part from being proved. Tags of shared parts are left to their expansion."""
    open_blocks: list[Blok] = []
    for piece, tag in semua_tanda(root):
        yield from _step(open_blocks, piece, tag)
    for block in open_blocks:
        yield Cela(block.paragraf, f"{block.kata} tidak ditutup")
    for cell in root.iter(TC, w("hdr"), w("ftr"), w("txbxContent")):
        last_child = cell[-1] if len(cell) else None
        if last_child is None or last_child.tag != P or _alone(last_child, "p"):
            yield Cela(cell, "sel, kepala atau kaki halaman harus berakhir dengan paragraf tak bersyarat")
    for table in root.iter(TBL):
        if not _has_fixed_row(table):
            yield Cela(table, "tabel hanya berisi baris bersyarat; beri baris judul")


def semua_tanda(root: Element) -> Iterator[tuple[Element, str]]:
    """Every joined tag with the text element that holds it."""
    for paragraph in root.iter(P):
        for piece in own_texts(paragraph):
            for tag in TAG.finditer(piece.text or "" if piece.tag == T else ""):
                yield piece, tag.group()


def _step(open_blocks: list[Blok], piece: Element, tag: str) -> Iterator[Cela]:
    paragraph = next(piece.iterancestors(P))
    match = _KEYWORD.match(tag)
    if tag.startswith("{{"):
        if re.match(r"\{\{(p|tr|tc|r|-)\b|\{\{-", tag) and not BAGIAN.fullmatch(tag):
            yield Cela(paragraph, f"tanda {tag} tidak boleh dipakai")
    elif match is None or "-%}" in tag:
        yield Cela(paragraph, f"tanda {tag} tidak boleh dipakai")
    else:
        kind, word = match.groups()
        if not _stands_alone(paragraph, kind):
            where = "paragraf" if kind == "p" else "baris tabel"
            yield Cela(paragraph, f"tanda {{%{kind} … %}} harus sendiri dalam satu {where}")
        yield from _block(open_blocks, Blok(word, kind, _container(piece, paragraph, kind), paragraph), tag)


def _block(open_blocks: list[Blok], block: Blok, tag: str) -> Iterator[Cela]:
    if block.kata in {"if", "for"}:
        open_blocks.append(block)
        return
    opener = open_blocks[-1] if open_blocks else None
    wanted = {"endfor": "for"}.get(block.kata, "if")
    if opener is None or (opener.kata, opener.jenis) != (wanted, block.jenis) or opener.wadah is not block.wadah:
        yield Cela(block.paragraf, f"{tag} tidak sebaris atau tidak sewadah dengan {wanted} pembukanya")
    if block.kata.startswith("end") and open_blocks:
        open_blocks.pop()


def _stands_alone(paragraph: Element, kind: str) -> bool:
    target = paragraph if kind == "p" else next(paragraph.iterancestors(TR), None)
    return not kind or (target is not None and _alone(target, kind))


def _container(piece: Element, paragraph: Element, kind: str) -> Element | None:
    """What holds a block; None for a row tag outside a table."""
    if not kind:
        holder: Element = piece.getparent().getparent()
        return holder
    target = paragraph if kind == "p" else next(paragraph.iterancestors(TR), None)
    return target.getparent() if target is not None else None


def _alone(element: Element, kind: str) -> bool:
    """Whether an element holds exactly one block tag of its kind and nothing else."""
    text = text_of(element).strip()
    found = TAG.fullmatch(text)
    return bool(found) and text.startswith(f"{{%{kind} ") and text.count("{%") == 1


def _has_fixed_row(table: Element) -> bool:
    depth = 0
    for row in table.findall(TR):
        if _alone(row, "tr"):
            word = _KEYWORD.match(text_of(row).strip())
            depth += {"if": 1, "for": 1, "endif": -1, "endfor": -1}.get(word.group(2), 0) if word else 0
        elif depth == 0:
            return True
    return False
