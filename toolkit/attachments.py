"""Files that a case names: whether they are there and can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from toolkit.cases import Case
from toolkit.conditions import escape
from toolkit.files import reason
from toolkit.findings import Finding, Layer, Location, Severity, Verdict
from toolkit.naming import shown

ID = "lampiran-berkas"
DASAR = ("Skema berkas kerja sama",)
KUNCI = frozenset({"berkas", "bukti", "logo", "tanda_terima"})


def unreadable(case: Case) -> Iterator[Finding]:
    """A finding for each named file that is missing, empty or cannot be read, or is elsewhere."""
    for pointer, named in named_files(case.kerja_sama.data, ""):
        if "://" in named:
            yield _elsewhere(pointer, named)
        elif why := _why(case.folder / named):
            yield Finding(
                ID,
                Severity.WARNING,
                f"Berkas {shown(named)} harus ada dan dapat dibaca di folder berkas kerja sama, tetapi {why}.",
                DASAR,
                Layer.DATA,
                suggestion="Letakkan berkas itu di sana, atau betulkan namanya.",
                location=Location(pointer),
            )


def _elsewhere(pointer: str, named: str) -> Finding:
    return Finding(
        ID, Severity.INFO, f"Berkas {shown(named)} berada di luar folder berkas kerja sama dan tidak diperiksa.", DASAR,
        Layer.DATA, Verdict.TIDAK_DIPERIKSA, "Simpan salinannya di folder berkas kerja sama agar dapat diperiksa.",
        location=Location(pointer),
    )


def named_files(data: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """Pointers of all facts that name a file, with the name."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            here = f"{pointer}/{escape(key)}"
            if key in KUNCI and isinstance(value, str) and value.strip():
                yield here, value
            else:
                yield from named_files(value, here)
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from named_files(value, f"{pointer}/{place}")


def _why(path: Path) -> str | None:
    try:
        if path.exists() and not path.is_file():
            return "itu bukan berkas biasa"
        with path.open("rb") as file:
            return None if file.read(1) else "isinya kosong"
    except OSError as error:
        return reason(error)
    except ValueError:
        return "namanya tidak dapat dipakai"
