"""The rules of `validate`, each told in its module's docstring.

`structure`, `attachments` and `completeness` apply them in one walk over the case; what an office
reads about each (`explain`, reports) stands here.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from toolkit.findings import Layer, Severity


class Told(Protocol):
    """What a module of this package offers."""

    __doc__: str | None
    ID: str
    SEVERITY: Severity
    LAYER: Layer


@cache
def registry() -> dict[str, Told]:
    """Every rule of `validate` by its id, in alphabetical order."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return {module.ID: cast(Told, module) for module in modules}
