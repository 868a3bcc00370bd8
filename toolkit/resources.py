"""Where the data folders are: in a wheel, an editable install, a checkout, and `--data DIR`.

A wheel carries them inside the package, a checkout beside it; `files("toolkit.schemas")` would
fail in an editable install, so one test on the package's own folder decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from toolkit.errors import UsageError

FOLDERS = ("schemas", "checklists", "templates", "samples")


def packaged() -> Path:
    """The folder that holds `schemas/`, `checklists/`, `templates/` and `samples/`."""
    package = Path(__file__).resolve().parent
    return package if (package / "schemas").is_dir() else package.parent


@dataclass(frozen=True)
class Resources:
    """Data folders in order of precedence: the agency's own first, then the package's."""

    overlay: Path | None = None

    @classmethod
    def at(cls, overlay: Path | str | None) -> Resources:
        """Raises `UsageError` if the overlay is no folder."""
        if overlay is None:
            return cls()
        folder = Path(overlay)
        if not folder.is_dir():
            raise UsageError(f"Folder data {folder} tidak ditemukan; periksa --data.")
        return cls(folder)

    @cached_property
    def roots(self) -> tuple[Path, ...]:
        return (self.overlay, packaged()) if self.overlay else (packaged(),)

    def find(self, *parts: str) -> Path | None:
        """The first existing path `parts` under the roots."""
        return next((path for root in self.roots if (path := root.joinpath(*parts)).exists()), None)

    def listing(self, folder: str, pattern: str) -> Iterator[Path]:
        """Files of `folder` matching `pattern` by name, an overlay's hiding the package's."""
        seen: set[str] = set()
        for root in self.roots:
            for path in sorted((root / folder).glob(pattern)):
                if path.name not in seen:
                    seen.add(path.name)
                    yield path
