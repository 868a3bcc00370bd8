"""Every expression of a template typed: names that are unknown, and values used as what they are not.

A loop binds its elements' type; what is printed must be a text or a number. Of a value that may be
of several kinds each must fit, since no template can tell them apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes

from toolkit.drafting.contract import (
    APA_SAJA,
    BILANGAN,
    LARIK,
    OBJEK,
    PENYARING,
    TANGGAL,
    TEKS,
    YA,
)
from toolkit.drafting.environment import lingkungan_teks
from toolkit.errors import DataError
from toolkit.verification.jenis_nilai import (
    SEBARANG,
    Jenis,
    gabung,
    larik,
    objek,
    satu,
    tertulis,
)

LOOP = objek({"index": satu(BILANGAN), "index0": satu(BILANGAN), "first": satu(YA), "last": satu(YA), "length": satu(BILANGAN)})
_TERCETAK = frozenset({TEKS, TANGGAL, BILANGAN})
_WADAH = frozenset({TEKS, TANGGAL, LARIK, OBJEK})
Lingkup = Mapping[str, Jenis]


def salah_teks(text: str, names: Lingkup) -> tuple[Jenis, list[str]]:
    """The type of one text of data, and what is to be said against it. Raises `DataError` if it is
    no template. One that is a single `{{ … }}` has the value's own type."""
    tree = parsed(text)
    work = Penilai(names)
    alone = _alone(tree)
    if alone is not None:
        return work.of(alone, {}), work.told
    work.run(tree, {})
    return satu(TEKS), work.told


@lru_cache(maxsize=4096)
def parsed(text: str) -> nodes.Template:
    """Raises `DataError` for what is no template."""
    try:
        return lingkungan_teks().parse(text)
    except TemplateSyntaxError as error:
        raise DataError(f"Teks {text[:60]!r} tidak dapat dibaca: {error.message}.") from error


def _alone(tree: nodes.Template) -> nodes.Expr | None:
    """The expression of a text that is a single `{{ … }}`."""
    outputs = [one for one in tree.body if isinstance(one, nodes.Output)]
    if len(tree.body) != 1 or len(outputs) != 1:
        return None
    shown = [one for one in outputs[0].nodes if not (isinstance(one, nodes.TemplateData) and not one.data.strip())]
    return shown[0] if len(shown) == 1 and not isinstance(shown[0], nodes.TemplateData) else None


class Penilai:
    """Types expressions against the names of a context; `told` collects ends of sentences."""

    def __init__(self, names: Lingkup) -> None:
        self.names, self.told = names, list[str]()

    def salah(self, node: nodes.Node, scope: Lingkup) -> list[str]:
        """What is to be said of one tag, each once."""
        self.told = []
        self.run(node, scope)
        return list(dict.fromkeys(self.told))

    def run(self, node: nodes.Node, scope: Lingkup) -> None:
        """Follow a tree of tags."""
        if isinstance(node, nodes.For):
            inner = {**scope, **self.looped(node, scope)}
            for child in (*node.body, *node.else_):
                self.run(child, inner)
        elif isinstance(node, nodes.If):
            self.of(node.test, scope)
            within, beyond = self._narrowed(node.test, scope)
            for child in node.body:
                self.run(child, within)
            for child in (*node.elif_, *node.else_):
                self.run(child, beyond)
        elif isinstance(node, nodes.Output):
            for child in node.nodes:
                self._printed(child, scope)
        else:
            for child in node.iter_child_nodes():
                self.run(child, scope)

    def looped(self, node: nodes.For, scope: Lingkup) -> dict[str, Jenis]:
        """The names that a loop binds, each with its type."""
        over = self._want(node.iter, scope, frozenset({LARIK}), "diulang")
        names = [node.target] if isinstance(node.target, nodes.Name) else list(node.target.find_all(nodes.Name))
        element = over.unsur() if LARIK in over.macam and len(names) == 1 else SEBARANG
        return {"loop": LOOP, **{one.name: element for one in names}}

    def of(self, node: nodes.Node, scope: Lingkup) -> Jenis:
        """The type of an expression; what is wrong within it is told."""
        method = getattr(self, f"_{type(node).__name__.lower()}", None)
        if method is not None:
            found: Jenis = method(node, scope)
            return found
        for child in node.iter_child_nodes():
            self.of(child, scope)
        return SEBARANG

    def _narrowed(self, test: nodes.Node, scope: Lingkup) -> tuple[Lingkup, Lingkup]:
        """The scope where `x[0] is ada` holds, and where it does not: a list tells itself from a
        single text by its first element."""
        if not (isinstance(test, nodes.Test) and test.name == "ada" and isinstance(test.node, nodes.Getitem)):
            return scope, scope
        whole = Penilai(self.names).of(test.node.node, scope)
        if LARIK not in whole.macam or len(whole.macam) == 1:
            return scope, scope
        rest = replace(whole, macam=whole.macam - {LARIK})
        path = _shown(test.node.node)
        return {**scope, path: larik(whole.unsur())}, {**scope, path: rest}

    def _printed(self, node: nodes.Node, scope: Lingkup) -> None:
        if not isinstance(node, nodes.TemplateData):
            self._want(node, scope, _TERCETAK, "dicetak")

    def _want(self, node: nodes.Node, scope: Lingkup, wanted: frozenset[str], use: str) -> Jenis:
        found = self.of(node, scope)
        if not found.macam <= wanted | {APA_SAJA}:
            self.told.append(f"{_shown(node)} adalah {found}, tidak dapat {use}")
            return SEBARANG
        return found

    def _name(self, node: nodes.Name, scope: Lingkup) -> Jenis:
        known = {**self.names, **scope}
        if node.name not in known:
            self.told.append(_unknown(node.name, get_close_matches(node.name, list(known), n=1)))
        return known.get(node.name, SEBARANG)

    def _const(self, node: nodes.Const, scope: Lingkup) -> Jenis:
        return satu({str: TEKS, bool: YA, int: BILANGAN}.get(type(node.value), APA_SAJA))

    def _list(self, node: nodes.List, scope: Lingkup) -> Jenis:
        return larik(gabung(*(self.of(one, scope) for one in node.items)))

    def _getattr(self, node: nodes.Getattr, scope: Lingkup) -> Jenis:
        return self._key(node, node.node, node.attr, scope)

    def _getitem(self, node: nodes.Getitem, scope: Lingkup) -> Jenis:
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if isinstance(key, str):
            return self._key(node, node.node, key, scope)
        self.of(node.arg, scope)
        # Of what is no list the engine gives nothing, so that a template may ask.
        holder = self.of(node.node, scope)
        if LARIK not in holder.macam:
            holder = self._want(node.node, scope, frozenset({LARIK}), "dibaca menurut urutan")
        return holder.unsur() if LARIK in holder.macam else SEBARANG

    def _key(self, node: nodes.Node, holder_node: nodes.Node, key: str, scope: Lingkup) -> Jenis:
        narrowed = scope.get(_shown(node))
        if narrowed is not None:
            return narrowed
        holder = self._want(holder_node, scope, frozenset({OBJEK}), f"dibaca {key}-nya")
        found = holder.kunci(key) if holder.macam else SEBARANG
        if found is None:
            near = get_close_matches(key, list(holder.nama()), n=1)
            before = _shown(holder_node)
            self.told.append(_unknown(f"{before}.{key}", [f"{before}.{one}" for one in near]))
        return found or SEBARANG

    def _filter(self, node: nodes.Filter, scope: Lingkup) -> Jenis:
        given = [self.of(one, scope) for one in node.args]
        if node.node is None or node.name not in PENYARING:
            return self._passed(node, given, scope)
        takes, gives = PENYARING[node.name]
        found = self._want(node.node, scope, takes, f"diberi penyaring {node.name}")
        if node.name in {"join", "daftar"} and LARIK in found.macam and not found.unsur().macam <= {TEKS, TANGGAL, APA_SAJA}:
            self.told.append(f"{_shown(node.node)} berisi {found.unsur()}, tidak dapat diberi penyaring {node.name}")
        return tertulis({}, gives)

    def _passed(self, node: nodes.Filter, given: list[Jenis], scope: Lingkup) -> Jenis:
        """Filters that give back what they were given, or a part of it."""
        if node.node is None:
            return SEBARANG
        if node.name in {"first", "last"}:
            found = self._want(node.node, scope, frozenset({LARIK, TEKS}), f"diberi penyaring {node.name}")
            return found.unsur() if LARIK in found.macam else found
        if node.name == "wadah":
            return self._want(node.node, scope, _WADAH, "menjadi sisi kanan in")
        return gabung(self.of(node.node, scope), *(given or ([satu(TEKS)] if node.name == "default" else [])))

    def _compare(self, node: nodes.Compare, scope: Lingkup) -> Jenis:
        self.of(node.expr, scope)
        for one in node.ops:
            self.of(one.expr, scope)
        return satu(YA)

    def _test(self, node: nodes.Test, scope: Lingkup) -> Jenis:
        self.of(node.node, scope)
        return satu(YA)

    _not = _test

    def _and(self, node: nodes.BinExpr, scope: Lingkup) -> Jenis:
        self.of(node.left, scope)
        self.of(node.right, scope)
        return satu(YA)

    _or = _and

    def _condexpr(self, node: nodes.CondExpr, scope: Lingkup) -> Jenis:
        self.of(node.test, scope)
        return gabung(*(self.of(one, scope) for one in (node.expr1, node.expr2) if one is not None))

    def _sub(self, node: nodes.BinExpr, scope: Lingkup) -> Jenis:
        for one in (node.left, node.right):
            self._want(one, scope, frozenset({BILANGAN}), "dihitung")
        return satu(BILANGAN)

    _add = _sub


def _shown(node: nodes.Node) -> str:
    """An expression as its author wrote it, so far as a sentence needs it."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_shown(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_shown(node.node)}[{node.arg.value}]"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return _shown(node.node) if node.name == "wadah" else f"{_shown(node.node)}|{node.name}"
    return "ungkapan ini" if not isinstance(node, nodes.Const) else repr(node.value)


def _unknown(name: str, near: list[str]) -> str:
    return f"nama {name!r} tidak dikenal" + (f", mungkin maksudnya {near[0]!r}" if near else "")
