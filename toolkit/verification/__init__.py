"""The tool's own data held against itself: schemas, references, samples, templates, oddities.

A broken checklist or template is an error of the data, never a finding against a cooperation.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from toolkit.findings import Finding, Layer, Severity
from toolkit.library import Library
from toolkit.verification.data import Data


class DataRule(Protocol):
    """What a module of this package offers; its docstring is what `explain` prints."""

    __doc__: str | None
    ID: str
    SEVERITY: Severity
    LAYER: Layer

    def check(self, data: Data) -> Iterator[Finding]: ...


@cache
def registry() -> dict[str, DataRule]:
    """Every data rule by its id, in alphabetical order."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return {module.ID: cast(DataRule, module) for module in modules if hasattr(module, "ID")}


def verify(library: Library) -> tuple[list[str], list[Finding]]:
    """The data files looked at, and all findings, worst first within each file."""
    data = Data.read(library)
    found = [finding for rule in registry().values() for finding in rule.check(data)]
    files = dict.fromkeys(one.nama for one in data.semua)
    return list(files), sorted(found, key=_order)


def _order(finding: Finding) -> tuple[str, int, int, list[str | int]]:
    place = finding.location
    counted = [int(one) if one.isdigit() else one for one in re.split(r"([0-9]+)", finding.message)]
    return (place.case or "", -finding.severity.rank, place.line or 0, counted)
