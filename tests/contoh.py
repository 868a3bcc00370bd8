"""The samples by kind, as the tests walk them."""

from __future__ import annotations

import json

from toolkit.library import Library
from toolkit.resources import packaged

ROOT = packaged()
SAMPLES = ROOT / "samples"
LIBRARY = Library()
FINISHED = sorted(path.parent for path in SAMPLES.glob("*/lengkap*/kerja-sama.json"))
RUNNING = sorted(path.parent for path in SAMPLES.glob("*/berjalan*/kerja-sama.json"))
BROKEN = sorted(
    path.parent for path in SAMPLES.glob("*/*/expected.json") if json.loads(path.read_text())["check"]["exit"] == 1
)


def _drawable(sop_id: str) -> bool:
    forms = (one.templat for one in LIBRARY.sop(sop_id).naskah if one.templat and one.format == "docx")
    return all((ROOT / "templates" / f"{form}.docx").exists() for form in forms)


# Of an SOP without all its templates `verify` tells; what is here can be drafted whole.
DRAWABLE = [path for path in FINISHED if _drawable(path.parent.name)]
