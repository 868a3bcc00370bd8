"""The tags of a template one by one: what each may not say, and the names that it uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from toolkit.drafting import tags
from toolkit.drafting.environment import lingkungan_teks
from toolkit.errors import DataError
from toolkit.verification.lembar import Bagian, Masalah, bagian
from toolkit.verification.penggunaan import Lingkup, Penilai, parsed

_BLOCK = re.compile(r"\{%(?:p|tr|)\s+(if|elif|else|endif|for|endfor)\b(.*)%\}", re.DOTALL)


def bentuk(path: Path) -> Iterator[Masalah]:
    """Everything in a template that keeps it from being proved, apart from its shared parts."""
    for part in bagian(path):
        seen = {}
        for one in (*part.cela, *tags.buktikan(part.root), *_refused(part)):
            problem = part.masalah(one.elemen, one.pesan)
            seen[(problem.paragraf, problem.pesan)] = problem
        yield from seen.values()


def _refused(part: Bagian) -> Iterator[tags.Cela]:
    for piece, tag in tags.semua_tanda(part.root):
        source = _whole(tag)
        message = _syntax(source) if source else None
        if message:
            yield tags.Cela(piece, f"tanda {tag}: {message}")


def _syntax(source: str) -> str | None:
    env = lingkungan_teks()
    try:
        env.parse(source)
    except TemplateSyntaxError:
        return "isinya tidak dapat dibaca; tulis nama, titik, dan penyaring menurut docs/templat.md bagian 2"
    try:
        env.periksa(source)
    except TemplateSyntaxError as error:
        return str(error.message)
    return None


def _whole(tag: str) -> str | None:
    """A tag as a text that can be read alone; None for what has nothing to read."""
    if tag.startswith("{{"):
        return None if tags.BAGIAN.fullmatch(tag) or re.match(r"\{\{(p|tr|tc|r|-)\b", tag) else tag
    found = _BLOCK.fullmatch(tag)
    if found is None or found.group(1) in {"else", "endif", "endfor"}:
        return None
    word = "for" if found.group(1) == "for" else "if"
    return f"{{% {word} {found.group(2).strip()} %}}{{% end{word} %}}"


def nama_salah(path: Path, names: Lingkup) -> Iterator[Masalah]:
    """Names that the context lacks and values used as what they are not, each at its first place."""
    work = Penilai(names)
    for part in bagian(path):
        told: set[str] = set()
        for piece, message in _names(part, work):
            if message not in told:
                told.add(message)
                yield part.masalah(piece, message)


def _names(part: Bagian, work: Penilai) -> Iterator[tuple[Any, str]]:
    for piece, tag, scope in bertanda(part, work):
        tree = _parsed(_whole(tag))
        if tree is not None:
            yield from ((piece, message) for message in work.salah(tree, scope))


def bertanda(part: Bagian, work: Penilai) -> Iterator[tuple[Any, str, Lingkup]]:
    """Each tag with the names that the loops around it bind."""
    scopes: list[Lingkup] = [{}]
    for piece, tag in tags.semua_tanda(part.root):
        if re.match(r"\{%(p|tr|)\s+endfor\b", tag) and len(scopes) > 1:
            scopes.pop()
        yield piece, tag, scopes[-1]
        tree = _parsed(_whole(tag))
        loop = tree.find(nodes.For) if tree is not None else None
        if loop is not None:
            scopes.append({**scopes[-1], **work.looped(loop, scopes[-1])})


def _parsed(source: str | None) -> nodes.Template | None:
    try:
        return parsed(source) if source else None
    except DataError:
        return None  # `bentuk` says so
