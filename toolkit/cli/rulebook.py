"""Every rule with its own text, as reports and `explain` show it."""

from __future__ import annotations

from toolkit.reports import Aturan


def aturan() -> dict[str, Aturan]:
    """The rules of `check` and `validate`, by id."""
    from toolkit.rules import registry

    return {one.ID: Aturan(one.ID, one.__doc__ or one.ID, one.SEVERITY) for one in registry().values()}


def aturan_data() -> dict[str, Aturan]:
    """The rules of `verify`, by id."""
    from toolkit.verification import registry

    return {one.ID: Aturan(one.ID, one.__doc__ or one.ID, one.SEVERITY) for one in registry().values()}
