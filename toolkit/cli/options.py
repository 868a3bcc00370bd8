"""Options that several verbs share, and the values they come to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from toolkit.cli.localised import Localised, Pilihan
from toolkit.errors import UsageError
from toolkit.findings import Severity
from toolkit.library import Library
from toolkit.reports import FORMATS
from toolkit.resources import Resources

Function = TypeVar("Function", bound=Callable[..., Any])
PATH = click.Path(path_type=Path)


class Tanggal(click.ParamType):  # type: ignore[type-arg]
    """A date as YYYY-MM-DD."""

    name = "tanggal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else _iso(value)
        except ValueError:
            raise UsageError(f"Tanggal {value!r} tidak dapat dibaca; tulis sebagai TTTT-BB-HH, misalnya 2026-03-02.") from None


def _iso(value: str) -> date:
    if len(value) != len("2026-03-02"):
        raise ValueError(value)
    return date.fromisoformat(value)


@dataclass(frozen=True)
class Setelan:
    """What the shared options say."""

    library: Library
    per_tanggal: date | None = None
    form: str = "text"
    keluaran: Path | None = None
    ambang: Severity = Severity.ERROR

    @property
    def hari(self) -> date:
        return self.per_tanggal or date.today()


def verb(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A verb's command, with help in Indonesian."""
    return click.command(name, cls=Localised, options_metavar="[OPSI]")


def files(function: Function) -> Function:
    return click.argument("berkas", nargs=-1, required=True, metavar="BERKAS…")(function)


def data(function: Function) -> Function:
    return click.option("--data", type=PATH, metavar="FOLDER", help="Data instansi sendiri: checklists/, schemas/, templates/, samples/.")(function)


def per_tanggal(function: Function) -> Function:
    return click.option("--per-tanggal", type=Tanggal(), metavar="TANGGAL", help="Menilai seolah-olah hari ini tanggal itu (TTTT-BB-HH).")(function)


def keluaran(function: Function) -> Function:
    return click.option("-o", "--keluaran", type=PATH, metavar="BERKAS", help="Menulis hasil ke berkas, bukan ke layar.")(function)


def form(*choices: str) -> Callable[[Function], Function]:
    return click.option("--format", "form", type=Pilihan(choices), default=choices[0], metavar="|".join(choices), help="Bentuk hasil.")


def fail_on(function: Function) -> Function:
    choices = Pilihan([one.value for one in Severity])
    return click.option("--fail-on", "ambang", type=choices, default="error", metavar="error|warning|info", help="Temuan mulai tingkat ini membuat perintah berakhir dengan 1.")(function)


def findings(function: Function) -> Function:
    """All options of a verb that reports findings."""
    for option in (fail_on, data, per_tanggal, keluaran, form(*FORMATS)):
        function = option(function)
    return function


def setelan(**values: Any) -> Setelan:
    """Raises `UsageError` if --data names no folder, before any input is looked at."""
    library = Library(Resources.at(values.pop("data", None)))
    return Setelan(library, **{**values, "ambang": Severity(values.get("ambang", Severity.ERROR))})
