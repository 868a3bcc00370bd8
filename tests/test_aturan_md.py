"""`docs/aturan.md` says what the rules' own docstrings say, every rule in its family."""

from __future__ import annotations

import re
from pathlib import Path

from toolkit.rules.halaman import KELUARGA, halaman, keluarga, semua

PAGE = Path(__file__).resolve().parent.parent / "docs" / "aturan.md"


def test_the_page_of_rules_is_written_from_their_docstrings() -> None:
    assert PAGE.read_text(encoding="utf-8") == halaman(), "python -m toolkit.rules.halaman > docs/aturan.md"


def test_every_rule_stands_on_the_page_once() -> None:
    assert sorted(re.findall(r"(?m)^### (.+)$", halaman())) == sorted(semua())


def test_every_family_has_a_rule() -> None:
    assert set(KELUARGA) <= {keluarga(one) for one in semua()}
