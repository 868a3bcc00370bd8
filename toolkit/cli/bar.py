"""How far a long run has come: a bar with rate and time left, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Bilah:
    """A progress bar on standard error; nothing at all where that is no terminal, or for one thing."""

    def __init__(self, what: str, total: Callable[[], int]) -> None:
        self._what, self._total = what, total
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty() and (total := self._total()) > 1:
            self._bar = _bar()
            self._task = self._bar.add_task(self._what, total=total)
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self) -> None:
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Laju(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.0f}/detik" if task.speed else "")

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Laju(), TextColumn("sisa"), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True))
