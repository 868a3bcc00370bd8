"""Shared parts (`{{p bagian.kop }}`) put into a template when it is compiled.

A part is a .docx of its own; its paragraphs and tables take the tag's place, styles that the
host lacks and pictures come along. Nothing else may cross: a part has no links of its own.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import TypeAlias

from toolkit.drafting.package import CONTENT_TYPES, Paket, rels_name
from toolkit.drafting.tags import BAGIAN, own_texts
from toolkit.drafting.xml import RELS, SECT, TYPES, Element, P, R, parse, w
from toolkit.errors import DataError

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_DEPTH = 3
_STYLE_USES = (w("pStyle"), w("rStyle"), w("tblStyle"))
Cari: TypeAlias = Callable[[str], Path]


class Perluasan:
    """Expands the parts of one template. `cari` finds `templates/bagian/<nama>.docx`."""

    def __init__(self, host: Paket, cari: Cari, siapkan: Callable[[Element, str], None]) -> None:
        self.host, self.cari, self.siapkan = host, cari, siapkan

    def expand(self, root: Element, part: str, depth: int = 0) -> None:
        """Replace every part tag under `root`, the content of `part`. Raises `DataError`."""
        for paragraph in list(root.iter(P)):
            text = "".join(piece.text or "" for piece in own_texts(paragraph)).strip()
            found = BAGIAN.search(text)
            if found is None:
                continue
            if found.group() != text:
                raise DataError(f"Templat {self.host.path.name}: {found.group()} harus sendiri dalam satu paragraf.")
            if depth == _DEPTH:
                raise DataError(f"Templat {self.host.path.name}: bagian {found.group(1)} bersarang terlalu dalam.")
            self._insert(paragraph, found.group(1), part, depth)

    def _insert(self, paragraph: Element, nama: str, part: str, depth: int) -> None:
        source = Paket(self.cari(nama))
        body = parse(source.parts["word/document.xml"], f"bagian {nama}")[0]
        self.siapkan(body, f"bagian/{nama}")
        self.expand(body, part, depth + 1)
        self._carry_styles(body, source)
        self._carry_images(body, source, nama, part)
        for element in body:
            if element.tag != SECT:
                paragraph.addprevious(deepcopy(element))
        paragraph.getparent().remove(paragraph)

    def _carry_styles(self, body: Element, source: Paket) -> None:
        if "word/styles.xml" not in self.host.parts or "word/styles.xml" not in source.parts:
            return
        wanted = [use.get(w("val")) for use in body.iter(*_STYLE_USES)]
        if all(f'w:styleId="{one}"'.encode() in self.host.parts["word/styles.xml"] for one in wanted):
            return
        ours = parse(self.host.parts["word/styles.xml"], "styles.xml")
        theirs = {one.get(w("styleId")): one for one in parse(source.parts["word/styles.xml"], "styles.xml").iter(w("style"))}
        known = {one.get(w("styleId")) for one in ours.iter(w("style"))}
        while wanted:
            style_id = wanted.pop()
            if style_id in known or style_id not in theirs:
                continue
            known.add(style_id)
            ours.append(deepcopy(theirs[style_id]))
            wanted += [one.get(w("val")) for one in theirs[style_id].iter(w("basedOn"), w("link"), w("next"))]
        self.host.put("word/styles.xml", ours)

    def _carry_images(self, body: Element, source: Paket, nama: str, part: str) -> None:
        targets = source.targets("word/document.xml")
        for element in body.iter():
            for key in [key for key in element.attrib if str(key).startswith(f"{{{R}}}")]:
                target = targets.get(str(element.get(key)), "")
                if not target.startswith("word/media/"):
                    raise DataError(f"Bagian {nama} memuat tautan; hanya gambar yang boleh.")
                element.set(key, self._carry_image(source, target, nama, part))

    def _carry_image(self, source: Paket, target: str, nama: str, part: str) -> str:
        """The relationship id, in the host's part, of a picture copied over."""
        name = f"word/media/{nama}-{posixpath.basename(target)}"
        self.host.parts[name] = source.parts[target]
        self._carry_type(source, name.rpartition(".")[2])
        rels = self.host.rels(part)
        if rels is None:
            rels = parse(f'<Relationships xmlns="{RELS}"/>'.encode(), rels_name(part))
        rel_id = f"bagian{len(rels) + 1}"
        target_name = posixpath.relpath(name, posixpath.dirname(part))
        rels.append(rels.makeelement(f"{{{RELS}}}Relationship", {"Id": rel_id, "Type": _IMAGE, "Target": target_name}))
        self.host.put(rels_name(part), rels)
        return rel_id

    def _carry_type(self, source: Paket, extension: str) -> None:
        kind = source.content_type(extension)
        if kind is None or self.host.content_type(extension) is not None:
            return
        types = parse(self.host.parts[CONTENT_TYPES], CONTENT_TYPES)
        types.insert(0, types.makeelement(f"{{{TYPES}}}Default", {"Extension": extension, "ContentType": kind}))
        self.host.put(CONTENT_TYPES, types)
