"""Letters that count, as columns of a sheet and items of a list do: A, B, … Z, AA."""

from __future__ import annotations


def lettered(place: int) -> str:
    """1 → A, 27 → AA; nothing for 0."""
    found = ""
    while place > 0:
        place, rest = divmod(place - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def numbered(text: str) -> int:
    """A → 1, AA → 27; 0 for none."""
    found = 0
    for letter in text:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found
