"""The contract of the context is true: what templates are typed against is what drafting gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.contoh import FINISHED, LIBRARY
from toolkit.cases import open_case
from toolkit.conformance import align
from toolkit.drafting.compose import Penyusun
from toolkit.drafting.context import konteks
from toolkit.drafting.contract import (
    BILANGAN,
    LARIK,
    OBJEK,
    PENYARING,
    TANGGAL,
    TEKS,
    YA,
)
from toolkit.drafting.environment import lingkungan_teks
from toolkit.drafting.filters import TIDAK_ADA
from toolkit.drafting.material import Bahan, instansi
from toolkit.drafting.nodes import CATATAN, Catatan, Kosong, Node, Titik, Tunda, simpul
from toolkit.plan import plan
from toolkit.verification.data import Data
from toolkit.verification.jenis_nilai import Jenis
from toolkit.verification.nama_templat import NamaTemplat

NAMES = NamaTemplat(Data.read(LIBRARY))
WRITER = Penyusun(LIBRARY)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NEVER_PRINTED = frozenset({"kasus", "ketentuan"})


def strangers(value: Any, jenis: Jenis, place: str) -> Iterator[str]:
    """Places where a value is not of its type."""
    if isinstance(value, Tunda):
        value = value.nilai()
    if jenis.bebas or value is None or isinstance(value, (Kosong, Titik)):
        return
    kind = kind_of(value, jenis)
    if kind not in jenis.macam:
        yield f"{place}: {kind}, not {jenis}"
    elif isinstance(value, list):
        yield from (told for one in value for told in strangers(one, jenis.unsur(), f"{place}[]"))
    elif isinstance(value, Node):
        for key, one in value.items():
            below = jenis.kunci(key)
            yield from strangers(one, below, f"{place}.{key}") if below is not None else [f"{place}.{key}: not in the contract"]


def kind_of(value: Any, jenis: Jenis) -> str:
    if isinstance(value, str):
        dated = TANGGAL in jenis.macam and (value == TIDAK_ADA or DAY.match(value))
        return TANGGAL if dated else TEKS
    return {bool: YA, int: BILANGAN, float: BILANGAN, list: LARIK}.get(type(value), OBJEK)


@pytest.mark.parametrize("folder", FINISHED, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_name_that_drafting_gives_is_of_the_type_that_the_contract_says(folder: Path) -> None:
    case = open_case(folder, LIBRARY)
    done = align(plan(case.kerja_sama, case.sop), case.kerja_sama).langkah_selesai
    ours = case.kerja_sama.pihak_kita(case.sop)
    side = ours.get("sebutan") if ours else None
    wrong: dict[str, str] = {}
    for naskah in (one for one in case.sop.naskah if one.asal == "dibuat" and one.templat):
        known = NAMES.untuk(LIBRARY.template_path(str(naskah.templat)))
        facts = simpul(dict(case.kerja_sama.data))
        for one in instansi(case.kerja_sama, naskah, facts, side):
            wrong |= dict.fromkeys(context_strangers(Bahan(case.kerja_sama, case.sop, LIBRARY, WRITER.profil(case.sop.profil), facts, one, done), known), naskah.id)
    assert wrong == {}


def context_strangers(bahan: Bahan, known: dict[str, Jenis]) -> list[str]:
    token = CATATAN.set(Catatan())
    try:
        names = konteks(bahan)
        return [told for name in names.keys() - _NEVER_PRINTED for told in strangers(names[name], known[name], name)]
    finally:
        CATATAN.reset(token)


def test_every_filter_has_a_type_or_gives_back_what_it_was_given() -> None:
    assert set(lingkungan_teks().filters) - set(PENYARING) == {"first", "last", "default", "wadah"}
    assert set(PENYARING) <= set(lingkungan_teks().filters)
