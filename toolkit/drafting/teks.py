"""The text of a template, for review: `python -m toolkit.drafting.teks templates/<id>.docx …`.

A changed .docx shows nothing in a diff; the .txt beside it does, and a test holds them equal.
"""

from __future__ import annotations

import sys
from pathlib import Path

from toolkit.drafting.package import Paket
from toolkit.drafting.template import CHANGING, part_name
from toolkit.drafting.xml import P, parse, text_of


def extract_text(path: Path) -> str:
    """The text of a template, one line per paragraph, parts of the page after the body."""
    paket = Paket(path)
    names = sorted((name for name in paket.parts if CHANGING.match(name)), key=lambda one: (one != "word/document.xml", one))
    lines: list[str] = []
    for name in names:
        root = parse(paket.parts[name], name)
        if name != "word/document.xml":
            lines.append(f"--- {part_name(name)} ---")
        lines += [text_of(paragraph).rstrip() for paragraph in root.iter(P)]
    return "\n".join(lines) + "\n"


def write_text(path: Path) -> Path:
    """Write the text of a template beside it."""
    target = path.with_suffix(".txt")
    target.write_text(extract_text(path), encoding="utf-8")
    return target


if __name__ == "__main__":
    for name in sys.argv[1:]:
        sys.stdout.write(f"{write_text(Path(name))}\n")
