"""Times as a trail writes them: a date alone, or a date with a clock and perhaps a zone."""

from __future__ import annotations

from datetime import date, datetime


def parse(text: str) -> tuple[date, datetime | None]:
    """The day, and the moment where a clock is given. Raises `ValueError` on what is no time."""
    if len(text) == 10:
        return date.fromisoformat(text), None
    moment = datetime.fromisoformat(text)
    return moment.date(), moment


def before(first: str, second: str) -> bool:
    """Whether `first` is surely earlier than `second`: a date alone leaves its day open, and a
    clock without a zone is compared as written."""
    (day_a, at_a), (day_b, at_b) = parse(first), parse(second)
    if at_a is None or at_b is None:
        return day_a < day_b
    if (at_a.tzinfo is None) != (at_b.tzinfo is None):
        at_a, at_b = at_a.replace(tzinfo=None), at_b.replace(tzinfo=None)
    return at_a < at_b
