"""Filters and tests of the template language: the words of `words`, made safe for gaps.

A missing value passes through a filter and is noted where it is printed; dots stay dots.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from toolkit.drafting import words
from toolkit.drafting.nodes import Kosong, Node, Titik, ada
from toolkit.errors import InputError

TIDAK_ADA = "–"
_PENDEK = "…" * 5
_BENTUK_TITIK = {
    "tanggal_kata": f"{_PENDEK}, tanggal {_PENDEK} bulan {_PENDEK} tahun {_PENDEK} (…-…-……)",
    "tanggal_angka": "…-…-……",
    "hari_tanggal": f"{_PENDEK}, {'…' * 8}",
    "rangkap": f"… ({_PENDEK})",
    "lama": f"… ({_PENDEK}) tahun",
    "hari": _PENDEK, "bulan": _PENDEK, "tahun": "……", "bulan_romawi": "…", "pukul": "……",
}
JENIS = {
    "ksdd": "Kerja Sama Daerah dengan Daerah Lain",
    "ksdpk": "Kerja Sama Daerah dengan Pihak Ketiga",
    "sinergi": "Sinergi Perencanaan dan Pelaksanaan Pembangunan",
}


def jenis(kode: str) -> str:
    return JENIS[kode]


def alinea(teks: str) -> list[str]:
    """The paragraphs of a long text."""
    return [line.strip() for line in teks.splitlines() if line.strip()]


def _guarded(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def guarded(value: Any, *arguments: Any) -> Any:
        if isinstance(value, Kosong) or (isinstance(value, str) and value == TIDAK_ADA):
            return value
        if isinstance(value, Titik):
            return Titik(_BENTUK_TITIK.get(function.__name__, value))
        try:
            return function(value, *arguments)
        except KeyError as error:
            return value.kosong(error.args[0]) if isinstance(value, Node) else _refuse(function, value)
        except (TypeError, ValueError, AttributeError, IndexError):
            return _refuse(function, value)

    return guarded


def _refuse(function: Callable[..., Any], value: Any) -> Any:
    raise InputError(f"Nilai {value!r} tidak dapat ditulis sebagai {function.__name__}; periksa isinya dalam berkas kerja sama.")


def _length(value: Any) -> int:
    return len(value)


def _first(value: list[Any]) -> Any:
    return value[0]


def _last(value: list[Any]) -> Any:
    return value[-1]


def _join(value: list[Any], separator: str = ", ") -> Any:
    gap = next((one for one in value if isinstance(one, Kosong)), None)
    return separator.join(value) if gap is None else gap


def _daftar(value: list[Any]) -> Any:
    gap = next((one for one in value if isinstance(one, Kosong)), None)
    return words.daftar(value) if gap is None else gap


class _Wadah:
    """What may hold a value, so that `x in …` notes a missing x instead of failing."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __contains__(self, item: object) -> bool:
        # A gap notes itself when it is asked for its truth, and is in nothing.
        return bool(item) if isinstance(item, Kosong) else item in self.value


def _wadah(value: Any) -> Any:
    return value if isinstance(value, Kosong) else _Wadah(value)


def _default(value: Any, instead: Any = "") -> Any:
    return value if ada(value) else instead


@pass_context
def rujuk(context: Context, key: str) -> Any:
    """'ruang-lingkup' → "Pasal 3", 'pembiayaan/biaya' → "Pasal 6 ayat (2)"."""
    table = context.get("_rujukan") or {}
    return table.get(key) or Kosong(jalur=f"rujukan pasal {key}")


def filters() -> Mapping[str, Callable[..., Any]]:
    """All filters by the name that templates use; Jinja's own are not available."""
    plain = (
        words.tanggal, words.tanggal_angka, words.hari, words.hari_tanggal, words.tanggal_kata,
        words.bulan, words.tahun, words.bulan_romawi, words.pukul, words.terbilang, words.rangkap,
        words.angka, words.rupiah, words.rupiah_angka, words.lama, words.romawi, words.huruf,
        words.sebutan, words.nama_gelar, alinea, jenis,
    )
    named = {"join": _join, "length": _length, "first": _first, "last": _last, "daftar": _daftar}
    table = {one.__name__: _guarded(one) for one in plain}
    table |= {name: _guarded(one) for name, one in named.items()}
    return table | {"default": _default, "wadah": _wadah, "rujuk": rujuk}
