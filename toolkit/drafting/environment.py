"""The hardened Jinja environments: one for document XML, one for plain texts of data.

Only what a letter needs: names, facts by key, comparisons, if, for, and our own filters. What
would break a proof (set, call, macro, include, `|safe`) is refused when a template is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from toolkit.drafting.filters import filters
from toolkit.drafting.nodes import Kosong, Node, Tunda, ada, tempat_sekarang
from toolkit.errors import DataError

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr,
    nodes.Getitem, nodes.If, nodes.For, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.List, nodes.Tuple, nodes.Add, nodes.Sub,
)
NAMA = "_nama"
_LOOP = frozenset({"index", "index0", "first", "last", "length"})
SALAH_TULIS = "tanda templatnya tidak lengkap atau salah tulis; bandingkan dengan docs/templat.md bagian 2"
_SATU_NILAI = re.compile(r"\{\{((?:(?!\}\}|\{\{).)*)\}\}", re.DOTALL)
_KHUSUS = re.compile(r"""[&<>"'\r\n\t]""")
_GANTI_BARIS = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class Konteks(Context):
    """Names of a document; those computed on demand are computed here."""

    def resolve_or_missing(self, key: str) -> Any:
        value = super().resolve_or_missing(key)
        return value.nilai() if isinstance(value, Tunda) else value


class Lingkungan(ImmutableSandboxedEnvironment):
    """Facts by key only: no attribute of a Python object is reachable."""

    context_class = Konteks

    def __init__(self, *, xml: bool) -> None:
        # Jinja hands every printed value to `finalize`, which escapes here; its own autoescape
        # would make three objects of each.
        super().__init__(autoescape=False, undefined=Kosong, finalize=_tulis_xml if xml else _tulis, keep_trailing_newline=True)
        self.filters = dict(filters())
        self.tests = {"ada": ada, "defined": _defined}
        self.globals = {}
        self._xml = xml

    def getattr(self, obj: Any, attribute: str) -> Any:
        return obj.ambil(attribute) if isinstance(obj, Node) else self._fakta(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, list) and isinstance(argument, int):
            return obj[argument] if -len(obj) <= argument < len(obj) else Kosong(name=f"[{argument}]")
        return self._fakta(obj, argument)

    def _fakta(self, obj: Any, key: Any) -> Any:
        if isinstance(obj, Node):
            return obj.ambil(str(key))
        if isinstance(obj, Kosong):
            return obj.anak(key)
        if isinstance(obj, LoopContext) and key in _LOOP:
            return getattr(obj, key)
        return Kosong(name=f"{type(obj).__name__}.{key}")

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        # Jinja looks all names up before the first paragraph; a name looked up where it stands
        # lets a gap name its paragraph.
        tree = super()._parse(source, name, filename)
        for operand in tree.find_all(nodes.Operand):
            if operand.op in {"in", "notin"} and not _larik_tetap(operand.expr):
                operand.expr = nodes.Filter(operand.expr, "wadah", [], [], None, None, lineno=operand.lineno)
        if self._xml:
            _late(tree, frozenset())
        return tree

    def teks(self, source: nodes.Template) -> Callable[[Mapping[str, Any]], str]:
        """A parsed text as a callable from a context to what it says. Jinja's own `render` would copy the
        context twice, for a hundred texts of each agreement."""
        write = self.from_string(source).root_render_func
        return lambda names: "".join(write(Konteks(self, names, None, {})))  # type: ignore[arg-type]

    def nilai(self, source: nodes.Template) -> Callable[[Mapping[str, Any]], Any]:
        """A single `{{ … }}`, parsed, as a callable from a context to its value. Jinja's own
        `compile_expression` would go past `_parse`."""
        output = source.find(nodes.Output)
        found = output.nodes[0] if output else nodes.Const(None)
        body: list[nodes.Node] = [nodes.Assign(nodes.Name("result", "store"), found, lineno=1)]
        write = self.from_string(nodes.Template(body, lineno=1)).root_render_func

        def value(names: Mapping[str, Any]) -> Any:
            context = Konteks(self, names, None, {})  # type: ignore[arg-type]
            for _ in write(context):
                pass
            return context.vars["result"]

        return value

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> nodes.Template:
        """As Jinja parses, its English complaint put into an office's words."""
        try:
            return super().parse(source, name, filename)
        except TemplateSyntaxError as error:
            raise TemplateSyntaxError(SALAH_TULIS, error.lineno) from error

    def periksa(self, source: str) -> nodes.Template:
        """The parsed source. Raises `TemplateSyntaxError` for what templates may not use."""
        tree = self.parse(source)
        for node in (tree, *tree.find_all(nodes.Node)):
            if not isinstance(node, _ALLOWED):
                raise TemplateSyntaxError(f"{type(node).__name__.lower()} tidak boleh dipakai dalam templat", node.lineno)
            if isinstance(node, nodes.Filter) and node.name not in self.filters:
                raise TemplateSyntaxError(f"penyaring {node.name} tidak ada{_mirip(node.name, self.filters)}", node.lineno)
            if isinstance(node, nodes.Test) and node.name not in self.tests:
                raise TemplateSyntaxError(f"uji {node.name} tidak ada{_mirip(node.name, self.tests)}", node.lineno)
        return tree


def _mirip(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f", mungkin maksudnya {near[0]}" if near else ""


def _larik_tetap(node: nodes.Node) -> bool:
    """Whether a list holds written words only: asking for one there notes a gap by itself."""
    return isinstance(node, (nodes.List, nodes.Tuple)) and bool(node.items) and all(isinstance(one, nodes.Const) for one in node.items)


def _late(node: nodes.Node, bound: frozenset[str]) -> None:
    """Turn names that no loop binds into keys of `NAMA`."""
    inside = bound
    if isinstance(node, nodes.For):
        inside = bound | {"loop"} | {one.name for one in (node.target, *node.target.find_all(nodes.Name)) if isinstance(one, nodes.Name)}
    for key, value in node.iter_fields():
        scope = bound if key == "iter" else inside
        if isinstance(value, list):
            setattr(node, key, [_looked_up(one, scope) for one in value])
        elif isinstance(value, nodes.Node):
            setattr(node, key, _looked_up(value, scope))


def _looked_up(node: Any, bound: frozenset[str]) -> Any:
    if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in bound and node.name != NAMA:
        return nodes.Getattr(nodes.Name(NAMA, "load", lineno=node.lineno), node.name, "load", lineno=node.lineno)
    if isinstance(node, nodes.Node):
        _late(node, bound)
    return node


class Nama(Node):
    """All names of a document; one that nobody gave is a mistake of the tool's data."""

    __slots__ = ()

    def kosong(self, key: str) -> Kosong:
        return Kosong(name=key)


def nama(context: Mapping[str, Any]) -> dict[str, Any]:
    """What a compiled template is rendered with."""
    return {**context, NAMA: Nama(context, "")}


def _defined(value: Any) -> bool:
    return not isinstance(value, Kosong)


def _tulis(value: Any) -> str:
    """A value as text: words and whole numbers; anything else is a mistake of the template."""
    if isinstance(value, (str, Kosong)):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    kind = "nilai kosong" if value is None else {list: "larik", Node: "objek", bool: "ya/tidak"}.get(type(value), type(value).__name__)
    raise DataError(f"Templat mencetak {kind} sebagai teks: {tempat_sekarang() or 'dalam data checklist'}.")


def _tulis_xml(value: Any) -> str:
    text = value if type(value) is str else str(_tulis(value))
    if not _KHUSUS.search(text):
        return text
    plain = str(escape(text)).replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("\n", _GANTI_BARIS).replace("\t", _TAB)


@lru_cache(maxsize=1)
def lingkungan_xml() -> Lingkungan:
    return Lingkungan(xml=True)


@lru_cache(maxsize=1)
def lingkungan_teks() -> Lingkungan:
    return Lingkungan(xml=False)


@lru_cache(maxsize=4096)
def _kalimat(text: str) -> Any:
    """A text of the tool's data, compiled: a callable from a context to its value."""
    env = lingkungan_teks()
    try:
        single = _SATU_NILAI.fullmatch(text.strip())
        return env.nilai(env.periksa(text.strip())) if single else env.teks(env.periksa(text))
    except TemplateSyntaxError as error:
        raise DataError(f"Teks data {text!r} tidak dapat dibaca: {error.message}.") from error


def isi_teks(text: str, context: Mapping[str, Any]) -> Any:
    """A text of the tool's data filled in; one that is a single `{{ … }}` gives the value itself."""
    return _kalimat(text)(context) if "{{" in text or "{%" in text else text
