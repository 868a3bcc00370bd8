"""The command line: a table of verbs, each imported only when it is called.

This package is the only place that prints and exits. Exit codes: 0 nothing at or above
`--fail-on`, 1 findings, 2 misuse or unreadable input (one sentence on standard error).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from toolkit import __version__
from toolkit.cli.localised import Localised, closest, sentence
from toolkit.errors import ToolkitError, UsageError

DIHENTIKAN = 130

VERBA = {
    "new": "Membuat folder berisi berkas kerja sama yang harus diisi.",
    "catat": "Mencatat satu peristiwa ke jejak.",
    "validate": "Memeriksa susunan dan kelengkapan, tahap demi tahap.",
    "generate": "Menyusun naskah yang diminta SOP.",
    "batch": "Membuat satu naskah untuk tiap baris lembar data.",
    "check": "Memeriksa urutan, paraf, tanda tangan, naskah, waktu, dan arsip.",
    "compare": "Menunjukkan perbedaan dua naskah, pasal demi pasal.",
    "status": "Menunjukkan sampai di mana, pada siapa, dan apa berikutnya.",
    "verify": "Memeriksa data perkakas: daftar periksa, skema, templat, contoh.",
    "sop": "Menampilkan SOP yang tersedia, atau satu SOP langkah demi langkah.",
    "explain": "Menjelaskan satu aturan atau satu SOP.",
}


class Program(Localised, click.Group):
    """The group of verbs. Their modules are named like the verbs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBA)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBA:
            return None
        command: click.Command = import_module(f"toolkit.cli.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in VERBA:
            raise UsageError(
                f"Perintah {args[0]!r} tidak dikenal{closest(args[0], VERBA)}; "
                "lihat daftarnya dengan kerjasama --help."
            )
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args:
            raise UsageError("Perintah belum disebut; lihat daftarnya dengan kerjasama --help.")
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Perintah"):
            formatter.write_dl(list(VERBA.items()))


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"kerjasama {__version__}")
        ctx.exit()


@click.group(cls=Program, options_metavar="[OPSI]", subcommand_metavar="PERINTAH …")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Menampilkan versi.")
def program() -> None:
    """Menyusun dan memeriksa naskah kerja sama daerah menurut SOP dan peraturan.

    Opsi ditulis setelah perintah; kerjasama PERINTAH --help menjelaskan masing-masing.
    """


def run(args: Sequence[str]) -> int:
    """Runs one command line and returns its exit code."""
    _steady_streams()
    code = _invoke(args)
    _flush()
    return code


def main() -> NoReturn:
    sys.exit(run(sys.argv[1:]))


def _invoke(args: Sequence[str]) -> int:
    try:
        result = program.main(list(args), prog_name="kerjasama", standalone_mode=False)
    except ToolkitError as error:
        return _refuse(str(error))
    except click.ClickException as error:
        return _refuse(sentence(error))
    except (KeyboardInterrupt, click.Abort):
        return _refuse("Dihentikan.", DIHENTIKAN)
    except OSError as error:
        from toolkit.files import reason

        return _refuse(f"{error.filename or 'Sistem'}: {reason(error)}.")
    except Exception as error:  # the outermost edge: a fault of the tool is one sentence too
        if os.environ.get("KERJASAMA_TELUSUR"):
            raise
        return _refuse(
            f"Perkakas sendiri bermasalah ({type(error).__name__}: {error}); ini bukan kesalahan berkas Anda. "
            "Laporkan bersama perintahnya; KERJASAMA_TELUSUR=1 menampilkan jejak lengkapnya."
        )
    return result if isinstance(result, int) else 0


def _refuse(why: str, code: int = 2) -> int:
    click.echo(why, err=True)
    return code


def _flush() -> None:
    # At exit a reader that has gone (`| head`) would cost a message and exit code 120.
    try:
        sys.stdout.flush()
    except OSError:
        from toolkit.cli.output import silence_stdout

        silence_stdout()


def _steady_streams() -> None:
    # A case may quote any character; no terminal setting turns that into a traceback.
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115 (closed by the caller's shell)
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
