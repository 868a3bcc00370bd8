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
    wadah: Element
    paragraf: Element


def prepare(root: Element, name: str) -> None:
    """Clean a part, refuse what no template may hold, and join its tags."""
    _strip(root)
    for element in root.iter():
        if element.tag in _FORBIDDEN:
            raise DataError(f"Templat {name} memuat {_FORBIDDEN[str(element.tag)]}{_near(element)}.")
        if any(mark in value for value in element.attrib.values() for mark in ("{{", "{%")):
            raise DataError(f"Templat {name} memuat tanda dalam atribut{_near(element)}.")
    for field in root.iter(w("instrText"), w("fldSimple")):
        if not _FIELDS.match(field.get(w("instr")) or field.text or ""):
            raise DataError(f"Templat {name} memuat bidang Word selain nomor halaman{_near(field)}.")
    for paragraph in root.iter(P):
        _join(paragraph, name)


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


def _join(paragraph: Element, name: str) -> None:
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
            raise DataError(f"Templat {name}: tanda {tag.group()!r} terputus tab atau ganti baris.")
        for n, letter in zip(span, _clean(tag.group(), name), strict=True):
            letters[n], owners[n] = letter, owners[tag.start()]
    if any(mark in TAG.sub("", whole) for mark in _MARKS):
        raise DataError(f"Templat {name} memuat tanda yang tidak berpasangan{_near(paragraph)}.")
    for place, piece in enumerate(pieces):
        if piece.tag == T:
            piece.text = "".join(letter for letter, owner in zip(letters, owners, strict=True) if owner == place)
            piece.set(f"{{{XML}}}space", "preserve")


def _clean(tag: str, name: str) -> str:
    """A tag with Word's typographic quotes made plain. Refuses what the eye cannot see."""
    clean = tag.translate(_QUOTES)
    if not clean.isprintable() or any(ord(one) in _UNSEEN for one in clean):
        raise DataError(f"Templat {name}: tanda {clean!r} memuat karakter tak terlihat; ketik ulang.")
    return clean


def _near(element: Element) -> str:
    paragraph = element if element.tag == P else next(element.iterancestors(P), None)
    text = text_of(paragraph).strip() if paragraph is not None else ""
    return f" dekat “{text[:60]}”" if text else ""


def prove(root: Element, name: str) -> None:
    """Every block opens and closes in one container; cells and tables stay whole."""
    open_blocks: list[Blok] = []
    for paragraph, tag in _tags(root):
        _step(open_blocks, paragraph, tag, name)
    if open_blocks:
        last = open_blocks[-1]
        raise DataError(f"Templat {name}: {last.kata} tidak ditutup{_near(last.paragraf)}.")
    for cell in root.iter(TC, w("hdr"), w("ftr"), w("txbxContent")):
        last_child = cell[-1] if len(cell) else None
        if last_child is None or last_child.tag != P or _alone(last_child, "p"):
            raise DataError(f"Templat {name}: sel, kepala atau kaki halaman harus berakhir dengan paragraf tak bersyarat{_near(cell)}.")
    for table in root.iter(TBL):
        if not _has_fixed_row(table):
            raise DataError(f"Templat {name}: tabel hanya berisi baris bersyarat; beri baris judul{_near(table)}.")


def _tags(root: Element) -> Iterator[tuple[Element, str]]:
    for paragraph in root.iter(P):
        for piece in own_texts(paragraph):
            for tag in TAG.finditer(piece.text or "" if piece.tag == T else ""):
                yield piece, tag.group()


def _step(open_blocks: list[Blok], piece: Element, tag: str, name: str) -> None:
    paragraph = next(piece.iterancestors(P))
    if tag.startswith("{{"):
        if re.match(r"\{\{(p|tr|tc|r|-)\b|\{\{-", tag):
            raise DataError(f"Templat {name}: tanda {tag} tidak boleh dipakai{_near(paragraph)}.")
        return
    match = _KEYWORD.match(tag)
    if match is None or "-%}" in tag:
        raise DataError(f"Templat {name}: tanda {tag} tidak boleh dipakai{_near(paragraph)}.")
    kind, word = match.groups()
    block = Blok(word, kind, _container(piece, paragraph, kind, name), paragraph)
    if word in {"if", "for"}:
        open_blocks.append(block)
        return
    opener = open_blocks[-1] if open_blocks else None
    wanted = {"endfor": "for"}.get(word, "if")
    if opener is None or (opener.kata, opener.jenis) != (wanted, kind) or opener.wadah is not block.wadah:
        raise DataError(f"Templat {name}: {tag} tidak sebaris atau tidak sewadah dengan {wanted} pembukanya{_near(paragraph)}.")
    if word.startswith("end"):
        open_blocks.pop()


def _container(piece: Element, paragraph: Element, kind: str, name: str) -> Element:
    run = piece.getparent()
    holder: Element = run.getparent()
    if not kind:
        return holder
    target = paragraph if kind == "p" else next(paragraph.iterancestors(TR), None)
    if target is None or not _alone(target, kind):
        where = "paragraf" if kind == "p" else "baris tabel"
        raise DataError(f"Templat {name}: tanda {{%{kind} … %}} harus sendiri dalam satu {where}{_near(paragraph)}.")
    return target.getparent()


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
