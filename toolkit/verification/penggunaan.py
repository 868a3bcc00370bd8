"""Which names a template uses, and which of them neither the context nor the case's schema has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from toolkit.conditions import escape
from toolkit.drafting.environment import lingkungan_teks
from toolkit.drafting.teks import extract_text
from toolkit.errors import DataError
from toolkit.verification.penunjuk import ada_di

# Names that the engine computes under the same name as a key of the case.
DIHITUNG = frozenset({"naskah", "pihak", "rapat", "jejak", "arsip", "profil", "sop"})
# What the engine adds to facts of the case.
TAMBAHAN = frozenset({"nama_gelar"})
# Names that texts of data have besides the document's own.
TEKS = frozenset({"butir", "baris", "pihak", "loop"})
_PREFIX = re.compile(r"\{([{%])(?:p|tr)\s")
_PART = re.compile(r"\{\{p\s+bagian\.[^}]*\}\}")
_QUOTES = str.maketrans("“”‘’\xa0", "\"\"'' ")

Lingkup = Mapping[str, str | None]


def salah_docx(path: Path, schema: Any, known: frozenset[str]) -> Iterator[str]:
    """Unknown names of a template; none for one that cannot be read (templat-rusak says so)."""
    try:
        text = extract_text(path).translate(_QUOTES)
        yield from salah_teks(_PREFIX.sub(r"{\1 ", _PART.sub("", text)), schema, known | {"loop"})
    except DataError:
        return


def salah_teks(text: str, schema: Any, known: frozenset[str]) -> Iterator[str]:
    """Unknown names of one text. Raises `DataError` if it is no template."""
    try:
        tree = lingkungan_teks().parse(text)
    except TemplateSyntaxError as error:
        raise DataError(f"Teks {text[:60]!r} tidak dapat dibaca: {error.message}.") from error
    yield from dict.fromkeys(_Pemakaian(schema, known | TEKS).wrong(tree, {}))


class _Pemakaian:
    def __init__(self, schema: Any, known: frozenset[str]) -> None:
        self.schema, self.known = schema, known
        self.facts = frozenset(schema["properties"]) - DIHITUNG

    def wrong(self, node: nodes.Node, scope: Lingkup) -> Iterator[str]:
        """`scope`: names of loops, with the pointer of what they run over where that is a fact."""
        if isinstance(node, nodes.For):
            yield from self.wrong(node.iter, scope)
            inner = {**scope, **self._looped(node, scope)}
            for child in (*node.body, *node.else_):
                yield from self.wrong(child, inner)
        elif isinstance(node, (nodes.Getattr, nodes.Name)):
            yield from self._chain(node, scope)
        else:
            for child in node.iter_child_nodes():
                yield from self.wrong(child, scope)

    def _looped(self, node: nodes.For, scope: Lingkup) -> dict[str, str | None]:
        pointer = self._pointer(node.iter, scope)
        names = [one.name for one in node.target.find_all(nodes.Name)]
        if isinstance(node.target, nodes.Name):
            names = [node.target.name]
        return dict.fromkeys(names, f"{pointer}/*" if pointer else None)

    def _chain(self, node: nodes.Node, scope: Lingkup) -> Iterator[str]:
        root, parts = _unfolded(node)
        if root is None:
            for child in node.iter_child_nodes():
                yield from self.wrong(child, scope)
        elif root not in scope and root not in self.known:
            yield root
        else:
            pointer = self._pointer(node, scope)
            if pointer is not None and parts and parts[-1] not in TAMBAHAN and not ada_di(self.schema, pointer):
                yield ".".join((root, *parts))

    def _pointer(self, node: nodes.Node, scope: Lingkup) -> str | None:
        """The place in a case that a chain of names reads, or None where it reads none surely."""
        root, parts = _unfolded(node)
        if root is None:
            return None
        if root in scope:
            base = scope[root]
        elif root == "kasus":
            base = ""
        else:
            base = f"/{root}" if root in self.facts else None
        return None if base is None else base + "".join(f"/{escape(part)}" for part in parts)


def _unfolded(node: nodes.Node) -> tuple[str | None, list[str]]:
    """`a.b.c` as its root and parts; None for what is no chain of names."""
    parts: list[str] = []
    while isinstance(node, nodes.Getattr):
        parts.insert(0, node.attr)
        node = node.node
    return (node.name, parts) if isinstance(node, nodes.Name) else (None, parts)
