"""`kerjasama explain`: a rule's own text, or an SOP in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import click

from toolkit.cli import options
from toolkit.cli.localised import closest
from toolkit.cli.output import emit
from toolkit.cli.rulebook import aturan
from toolkit.cli.sop import duration
from toolkit.errors import UsageError
from toolkit.library import Library
from toolkit.model import Langkah, Sop
from toolkit.reports import Aturan


@options.verb("explain")
@click.argument("nama", required=False, metavar="[ATURAN|SOP]")
@options.keluaran
@options.data
def command(nama: str | None, **pilihan: Any) -> int:
    """Menjelaskan satu aturan (apa, mengapa, dasar, contoh, perbaikan) atau satu SOP.

    Tanpa nama: daftar semua aturan dan SOP.
    """
    setelan = options.setelan(**pilihan)
    emit(_text(nama, setelan.library), setelan.keluaran)
    return 0


def _text(nama: str | None, library: Library) -> str:
    rules, sops = aturan(), library.sop_ids()
    if nama is None:
        return _index(rules.values(), library)
    if nama in rules:
        return f"{nama}\n\n{rules[nama].dok.strip()}\n"
    if nama in sops:
        return "\n".join(_sop(library.sop(nama))) + "\n"
    raise UsageError(
        f"Tidak ada aturan atau SOP bernama {nama!r}{closest(nama, [*rules, *sops])}; "
        "daftar semuanya: kerjasama explain."
    )


def _index(rules: Iterable[Aturan], library: Library) -> str:
    listed = sorted(rules, key=lambda one: one.id)
    width = max(len(one.id) for one in listed)
    lines = ["Aturan", *(f"  {one.id.ljust(width)}  {one.judul}" for one in listed), "", "SOP"]
    lines += [f"  {one}  {library.sop(one).judul}" for one in library.sop_ids()]
    return "".join(f"{line}\n" for line in lines)


def _sop(sop: Sop) -> Iterator[str]:
    yield f"{sop.judul} ({sop.id})"
    yield f"{sop.unit}, {sop.pemerintah_daerah}"
    yield ""
    for step in sop.langkah:
        yield from _step(sop, step)
    yield ""
    yield "Cara teks sumber dibaca:"
    yield from (f"  - {note}" for note in sop.data["sumber"]["catatan"])


def _step(sop: Sop, step: Langkah) -> Iterator[str]:
    inferred = " (disimpulkan)" if step.tersirat else ""
    yield f"{step.nomor}. {step.kegiatan}"
    yield f"   oleh {sop.jabatan(*step.pelaksana)}{inferred}" + (f", {duration(step.waktu)}" if step.waktu else "")
    if step.syarat:
        yield f"   bersyarat: {sop.syarat[step.syarat]['karena']} ({sop.syarat[step.syarat]['dasar']})"
    for naskah in sop.naskah:
        if naskah.langkah == step.id:
            yield f"   naskah {naskah.asal}: {naskah.nama} ({naskah.id})"
