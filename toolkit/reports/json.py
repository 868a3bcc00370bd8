"""Findings as the one JSON object that scripts rely on (`schemas/findings.schema.json`)."""

from __future__ import annotations

import json

from toolkit.findings import report
from toolkit.reports.laporan import Laporan


def render(laporan: Laporan) -> str:
    # ASCII only: a lone surrogate stays an escape, and any terminal or pipe can carry the text.
    return json.dumps(report(laporan.findings), ensure_ascii=True, indent=1, allow_nan=False) + "\n"
