"""The changes between two naskah as text or as one self-contained page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from toolkit.comparison import Perubahan, kata_berubah
from toolkit.reports.html import GAYA
from toolkit.reports.laporan import visible

FORMATS = ("text", "html")
_GAYA = GAYA + "del { background: #f6d5d3; color: #7d1713; } ins { background: #d5ecd4; color: #17521b; text-decoration: none; border-bottom: 1px solid; }\n"


def render(lama: str, baru: str, perubahan: Sequence[Perubahan], abaikan: Sequence[str], form: str) -> str:
    """`lama` and `baru` are the files as given, `abaikan` what was masked."""
    return (_html if form == "html" else _text)(lama, baru, perubahan, abaikan)


def _tally(perubahan: Sequence[Perubahan], abaikan: Sequence[str]) -> str:
    counts = ", ".join(f"{sum(one.jenis == kind for one in perubahan)} {kind}" for kind in ("diubah", "ditambah", "dihapus"))
    found = f"Perbedaan: {counts}" if perubahan else "Isi kedua naskah sama"
    return f"{found}; tidak dibandingkan: {', '.join(abaikan)}." if abaikan else f"{found}."


def _text(lama: str, baru: str, perubahan: Sequence[Perubahan], abaikan: Sequence[str]) -> str:
    lines = [f"Lama: {visible(lama)}", f"Baru: {visible(baru)}", ""]
    for name, changes in groupby(perubahan, lambda one: one.bagian):
        lines.append(visible(name))
        for one in changes:
            lines += [f"  {one.tempat}: {one.jenis}", *_sides(one), ""]
    return "\n".join([*lines, _tally(perubahan, abaikan), ""])


def _sides(one: Perubahan) -> list[str]:
    if one.jenis != "diubah":
        return [f"    {'-' if one.lama else '+'} {visible(one.lama or one.baru)}"]
    words = kata_berubah(one.lama, one.baru)
    old = " ".join(f"[{text}]" if kind == "hapus" else text for kind, text in words if kind != "tambah")
    new = " ".join(f"[{text}]" if kind == "tambah" else text for kind, text in words if kind != "hapus")
    return [f"    - {visible(old)}", f"    + {visible(new)}"]


def _html(lama: str, baru: str, perubahan: Sequence[Perubahan], abaikan: Sequence[str]) -> str:
    body = "\n".join(
        f"<h2>{_escaped(name)}</h2>\n" + "\n".join(_block(one) for one in changes) for name, changes in groupby(perubahan, lambda one: one.bagian)
    )
    return f"""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Perbandingan naskah</title>
<style>{_GAYA}</style>
</head>
<body>
<h1>Perbandingan naskah</h1>
<p class="ringkas">Lama: <span class="tempat">{_escaped(lama)}</span></p>
<p class="ringkas">Baru: <span class="tempat">{_escaped(baru)}</span></p>
<p class="ringkas">{_escaped(_tally(perubahan, abaikan))}</p>
{body}
</body>
</html>
"""


def _block(one: Perubahan) -> str:
    marks = {"hapus": "del", "tambah": "ins"}
    pieces = (f"<{marks[kind]}>{_escaped(text)}</{marks[kind]}>" if kind in marks else _escaped(text) for kind, text in kata_berubah(one.lama, one.baru))
    return f'<div class="temuan info"><div class="kepala"><span class="berat">{one.jenis}</span><span>{_escaped(one.tempat)}</span></div>\n<p class="pesan">{" ".join(pieces)}</p></div>'


def _escaped(text: str) -> str:
    return escape(visible(text))
