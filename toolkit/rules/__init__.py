"""The rules: one module each, discovered from this package, so that no list can be forgotten."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Protocol, cast

from toolkit.findings import Finding, Layer, Severity
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import Teks


class Rule(Protocol):
    """What a rule module offers; its docstring is what `explain` prints."""

    __doc__: str | None
    ID: str
    SEVERITY: Severity
    LAYER: Layer

    def check(self, perkara: Perkara) -> Iterator[Finding]: ...


class TextRule(Rule, Protocol):
    """A rule that judges a naskah's own words, of a case or of a loose file alike."""

    def periksa(self, teks: Teks) -> Iterator[Finding]: ...


@cache
def registry() -> dict[str, Rule]:
    """Every rule by its id, in alphabetical order."""
    modules = (importlib.import_module(f"{__name__}.{name}") for name in _names())
    return {module.ID: cast(Rule, module) for module in modules if _is_rule(module)}


def text_rules() -> list[TextRule]:
    """The rules that need no case."""
    return [cast(TextRule, rule) for rule in registry().values() if hasattr(rule, "periksa")]


def _names() -> list[str]:
    return sorted(info.name for info in pkgutil.iter_modules(__path__))


def _is_rule(module: ModuleType) -> bool:
    return hasattr(module, "ID")
