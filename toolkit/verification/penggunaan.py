"""Which names a template uses, and which of them neither the context nor the case's schema has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from toolkit.conditions import escape
from toolkit.drafting.environment import lingkungan_teks
from toolkit.errors import DataError
from toolkit.verification.penunjuk import ada_di

# Names that the engine computes under the same name as a key of the case.
DIHITUNG = frozenset({"naskah", "pihak", "rapat", "jejak", "arsip", "profil", "sop"})
# What the engine adds to facts of the case.
TAMBAHAN = frozenset({"nama_gelar"})
# Names that texts of data have besides the document's own.
TEKS = frozenset({"butir", "baris", "pihak", "loop"})
Lingkup = Mapping[str, str | None]


def salah_teks(text: str, schema: Any, known: frozenset[str]) -> Iterator[str]:
    """What is to be said of the unknown names of one text. Raises `DataError` if it is no template."""
    try:
        tree = lingkungan_teks().parse(text)
    except TemplateSyntaxError as error:
        raise DataError(f"Teks {text[:60]!r} tidak dapat dibaca: {error.message}.") from error
    yield from Nama(schema, known).salah(tree, {})


class Nama:
    """The names that a template may use: those of the context, and the schema's facts under them."""

    def __init__(self, schema: Any, known: frozenset[str]) -> None:
        self.schema, self.known = schema, known | TEKS
        self.facts = frozenset(schema["properties"]) - DIHITUNG

    def salah(self, node: nodes.Node, scope: Lingkup) -> Iterator[str]:
        """A sentence's end for each unknown name, with what was probably meant."""
        yield from dict.fromkeys(self.wrong(node, scope))

    def wrong(self, node: nodes.Node, scope: Lingkup) -> Iterator[str]:
        """`scope`: names of loops, with the pointer of what they run over where that is a fact."""
        if isinstance(node, nodes.For):
            yield from self.wrong(node.iter, scope)
            inner = {**scope, **self.looped(node, scope)}
            for child in (*node.body, *node.else_):
                yield from self.wrong(child, inner)
        elif isinstance(node, (nodes.Getattr, nodes.Name)):
            yield from self._chain(node, scope)
        else:
            for child in node.iter_child_nodes():
                yield from self.wrong(child, scope)

    def looped(self, node: nodes.For, scope: Lingkup) -> dict[str, str | None]:
        """The names that a loop binds, with the pointer of what they run over."""
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
            yield _unknown(root, get_close_matches(root, {*scope, *self.known}, n=1))
        else:
            pointer = self._pointer(node, scope)
            if pointer is not None and parts and parts[-1] not in TAMBAHAN and not ada_di(self.schema, pointer):
                yield _unknown(".".join((root, *parts)), self._meant(root, parts, scope))

    def _meant(self, root: str, parts: list[str], scope: Lingkup) -> list[str]:
        """The nearest name that the schema has, where the first key goes astray."""
        base = self._base(root, scope) or ""
        for place, part in enumerate(parts):
            if not ada_di(self.schema, f"{base}/{escape(part)}"):
                near = [one for one in get_close_matches(part, _keys(self.schema), n=5) if ada_di(self.schema, f"{base}/{escape(one)}")]
                return [".".join((root, *parts[:place], one, *parts[place + 1 :])) for one in near[:1]]
            base += f"/{escape(part)}"
        return []

    def _base(self, root: str, scope: Lingkup) -> str | None:
        """The place in a case that a name stands for; None for what is no fact."""
        if root in scope:
            return scope[root]
        return "" if root == "kasus" else f"/{root}" if root in self.facts else None

    def _pointer(self, node: nodes.Node, scope: Lingkup) -> str | None:
        """The place in a case that a chain of names reads, or None where it reads none surely."""
        root, parts = _unfolded(node)
        if root is None:
            return None
        base = self._base(root, scope)
        return None if base is None else base + "".join(f"/{escape(part)}" for part in parts)


def _unfolded(node: nodes.Node) -> tuple[str | None, list[str]]:
    """`a.b.c` as its root and parts; None for what is no chain of names."""
    parts: list[str] = []
    while isinstance(node, nodes.Getattr):
        parts.insert(0, node.attr)
        node = node.node
    return (node.name, parts) if isinstance(node, nodes.Name) else (None, parts)


def _unknown(name: str, near: list[str]) -> str:
    return f"nama {name!r} tidak dikenal" + (f", mungkin maksudnya {near[0]!r}" if near else "")


def _keys(schema: Any) -> set[str]:
    """Every key that some object of a schema may have."""
    if isinstance(schema, list):
        return set().union(*map(_keys, schema))
    if not isinstance(schema, dict):
        return set()
    own = schema.get("properties", {})
    return set().union(own if isinstance(own, dict) else (), *map(_keys, schema.values()))
