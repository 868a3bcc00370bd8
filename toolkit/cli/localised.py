"""click in Indonesian: its help headings and the sentences of its errors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from toolkit.errors import UsageError


class Localised(click.Command):
    """Help headings in Indonesian; surplus arguments refused in a sentence."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not isinstance(self, click.Group):
            self.allow_extra_args = True  # refused below, in our own words

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            raise UsageError(f"Argumen {' '.join(rest)!r} tidak diperlukan oleh {ctx.command_path}.")
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Pemakaian: ")

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Arguments are told in each verb's own text."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        listed = [
            record
            for param in self.get_params(ctx)
            if isinstance(param, click.Option) and (record := param.get_help_record(ctx))
        ]
        with formatter.section("Opsi"):
            formatter.write_dl(listed)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Menampilkan bantuan ini."
        return option


class Pilihan(click.Choice):  # type: ignore[type-arg]
    """One word of a list; another is refused in a sentence."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value not in self.choices:
            listed = ", ".join(str(choice) for choice in self.choices)
            raise UsageError(f"Nilai {value!r} untuk {_name(param)} tidak dikenal; pilih {listed}.")
        return value


def sentence(error: click.ClickException) -> str:
    """One plain sentence for an error that click found."""
    if isinstance(error, click.NoSuchOption):
        near = closest(error.option_name, error.possibilities or ())
        place = "" if error.ctx is None or error.ctx.parent else "; opsi ditulis setelah perintah"
        return f"Opsi {error.option_name} tidak dikenal{near}{place}."
    if isinstance(error, click.MissingParameter):
        return f"{_name(error.param)} belum diberikan; lihat {_path(error)} --help."
    if isinstance(error, click.BadOptionUsage):
        return f"Opsi {error.option_name} memerlukan satu nilai; lihat {_path(error)} --help."
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param)} tidak dapat dipakai: {error.message}"
    return f"Perintah tidak dapat dijalankan: {error.format_message()}"


def closest(word: str, known: Iterable[str]) -> str:
    """ ", mungkin maksudnya …" if a known word is near, else nothing."""
    from difflib import get_close_matches

    names = list(known)
    near = [name for name in names if word and word in name] or get_close_matches(word, names, n=1)
    return f", mungkin maksudnya {near[0]!r}" if near else ""


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "Nilai"
    if isinstance(param, click.Option):
        return f"Opsi {max(param.opts, key=len)}"
    return param.human_readable_name


def _path(error: click.UsageError) -> str:
    return error.ctx.command_path if error.ctx else "kerjasama"
