"""Errors that reach the user as one plain sentence and exit code 2."""

from __future__ import annotations


class ToolkitError(Exception):
    """Something the user or the tool's data must mend; `str()` is the sentence to show."""


class InputError(ToolkitError):
    """A file given by the user cannot be used: unreadable, not JSON, refused by its schema."""

    def __init__(
        self, message: str, *, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class UsageError(ToolkitError):
    """The command was called with an argument that cannot be used."""


class DataError(ToolkitError):
    """The tool's own data (a checklist, schema, template or profile) is broken."""
