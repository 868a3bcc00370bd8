"""Every rule with its own text, as reports and `explain` show it."""

from __future__ import annotations

from toolkit.reports import Aturan


def aturan(verba: str = "") -> dict[str, Aturan]:
    """The rules of one verb by id, or of all verbs."""
    from toolkit import gaps, rules, verification

    books = {"validate": gaps, "generate": gaps, "batch": gaps, "check": rules, "verify": verification}
    chosen = [books[verba]] if verba in books else [gaps, rules, verification]
    return {
        one.ID: Aturan(one.ID, one.__doc__ or one.ID, one.SEVERITY)
        for book in chosen
        for one in book.registry().values()
    }
