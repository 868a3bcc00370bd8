"""Findings as one self-contained page that prints: no script, no outside file."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from toolkit.findings import Finding
from toolkit.reports.laporan import SEBUTAN_LAPIS, Laporan, counted, visible, weight_of

GAYA = """
:root { color-scheme: light; }
body { font: 11pt/1.45 "Liberation Sans", Arial, Helvetica, sans-serif; color: #1b1b1b; background: #fff; margin: 2rem auto; max-width: 52rem; padding: 0 1rem; }
h1 { font-size: 1.35rem; margin: 0 0 .3rem; }
h2 { font-size: 1.05rem; margin: 1.8rem 0 .6rem; padding-bottom: .25rem; border-bottom: 1px solid #999; overflow-wrap: anywhere; }
p { margin: .25rem 0; }
.ringkas { color: #444; }
.temuan { border: 1px solid #ccc; border-left-width: .4rem; padding: .5rem .8rem; margin: .6rem 0; break-inside: avoid; }
.error { border-left-color: #a3211d; } .warning { border-left-color: #b36b00; } .info { border-left-color: #2b5d8a; }
.kepala { display: flex; flex-wrap: wrap; gap: .2rem .9rem; font-size: .88em; color: #444; }
.berat { font-weight: bold; color: #1b1b1b; }
.tempat { font-family: "Liberation Mono", "Courier New", monospace; overflow-wrap: anywhere; }
.pesan { margin: .35rem 0; overflow-wrap: anywhere; }
dl { margin: .2rem 0 0; display: grid; grid-template-columns: 4.2rem 1fr; font-size: .93em; }
dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; font: inherit; font-size: .93em; overflow-wrap: anywhere; }
footer { margin-top: 2rem; font-size: .85em; color: #555; border-top: 1px solid #ccc; padding-top: .5rem; }
@page { size: A4; margin: 2cm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; } h2 { break-after: avoid; } }
"""
JUDUL = {
    "validate": "Hasil pemeriksaan kelengkapan",
    "check": "Hasil pemeriksaan kerja sama",
    "verify": "Hasil pemeriksaan data perkakas",
    "generate": "Hasil penyusunan naskah",
}


def render(laporan: Laporan) -> str:
    title = JUDUL.get(laporan.verba, "Hasil pemeriksaan")
    body = "\n".join(
        line for name, found in laporan.kelompok() for line in _group(laporan, name, found)
    )
    return f"""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{GAYA}</style>
</head>
<body>
<h1>{title}</h1>
<p class="ringkas">{_summary(laporan)}</p>
{body}
<footer>Dibuat dengan kerjasama. Temuan menyebut lapisnya: SOP (prosedur instansi sendiri) atau hukum (peraturan).</footer>
</body>
</html>
"""


def _summary(laporan: Laporan) -> str:
    parts = [f"{len(laporan.berkas)} berkas", counted(laporan.findings)]
    if laporan.gagal:
        parts.append(f"{len(laporan.gagal)} berkas {laporan.sebutan_gagal}")
    if laporan.per_tanggal:
        parts.append(f"per tanggal {laporan.per_tanggal.isoformat()}")
    return _text("; ".join(parts) + ".")


def _group(laporan: Laporan, name: str, found: tuple[Finding, ...]) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(name or 'Umum')}</h2>"
    excepted = [one for one in found if one.dikecualikan]
    yield from (_finding(laporan, one) for one in found if not one.dikecualikan)
    if excepted:
        yield f"<h3>Dikecualikan ({len(excepted)})</h3>"
    yield from (_finding(laporan, one) for one in excepted)
    if name in laporan.gagal:
        yield f'<p class="temuan error">Tidak dapat dibaca: {_text(laporan.gagal[name])}</p>'
    elif name in laporan.tidak_dinilai:
        yield f"<p>Aturan tidak dijalankan: {_text(laporan.tidak_dinilai[name])}</p>"
    elif not found:
        yield "<p>Tidak ada temuan.</p>"
    if name in laporan.lanjutan:
        yield f"<pre>{_text(laporan.lanjutan[name])}</pre>"
    yield "</section>"


def _finding(laporan: Laporan, finding: Finding) -> str:
    rows = [("Dasar", "; ".join(finding.basis)), ("Saran", finding.suggestion)]
    rows += [("Akibat", one.message) for one in finding.akibat]
    listed = "".join(f"<dt>{name}</dt><dd>{_text(value)}</dd>" for name, value in rows if value)
    return f"""<article class="temuan {finding.severity.value}">
<div class="kepala"><span class="berat">{_text(weight_of(finding))}</span><span>{_text(finding.rule)}</span><span>lapis {SEBUTAN_LAPIS[finding.layer]}</span><span class="tempat">{_text(laporan.place(finding))}</span></div>
<p class="pesan">{_text(finding.message)}</p>
<dl>{listed}</dl>
</article>"""


def _text(value: str) -> str:
    return escape(visible(value))
