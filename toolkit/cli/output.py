"""Where a verb's result goes: standard output, or a file written whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from toolkit.errors import UsageError
from toolkit.files import reason, write_whole


def emit(text: str, keluaran: Path | None = None) -> None:
    """Raises `UsageError` if the file cannot be written."""
    if keluaran is not None:
        _to_file(text, keluaran)
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        silence_stdout()


def note(text: str) -> None:
    """Everything that is no result goes to standard error."""
    click.echo(text, err=True)


def silence_stdout() -> None:
    """After the reader has gone: what is still buffered goes nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _to_file(text: str, keluaran: Path) -> None:
    try:
        write_whole(keluaran, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageError(f"Hasil tidak dapat ditulis ke {keluaran}: {reason(error)}.") from error
