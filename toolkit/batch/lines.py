"""JSON lines: one object a line; its keys are the headings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.batch.tables import Baris
from toolkit.errors import InputError
from toolkit.files import reason
from toolkit.source import parse


class JsonLines:
    """A file of JSON objects; every key that occurs is a column."""

    lembar: str | None = None

    def __init__(self, path: Path) -> None:
        self.path = path
        keys: dict[str, None] = {}
        for _, found in self._objects():
            keys.update(dict.fromkeys(found) if isinstance(found, dict) else {})
        self.judul: tuple[str, ...] = tuple(keys)

    def baris(self) -> Iterator[Baris]:
        for number, found in self._objects():
            if isinstance(found, dict):
                yield Baris(number, tuple(found.get(key) for key in self.judul))
            else:
                yield Baris(number, (), found)

    def _objects(self) -> Iterator[tuple[int, dict[str, object] | str]]:
        """Each line's number with its object, or with the reason why it has none."""
        try:
            with self.path.open(encoding="utf-8-sig", newline="\n") as file:
                for number, line in enumerate(file, 1):
                    if line.strip():
                        yield number, self._object(line)
        except OSError as error:
            raise InputError(f"{self.path} tidak dapat dibaca: {reason(error)}.") from error
        except UnicodeDecodeError as error:
            raise InputError(f"{self.path} tidak tersimpan sebagai UTF-8; simpan ulang sebagai UTF-8.") from error

    def _object(self, line: str) -> dict[str, object] | str:
        try:
            value = parse(line, self.path.name).value
        except InputError as error:
            problem = str(error).partition(": ")[2] or str(error)
            return f"bukan JSON yang benar (kolom {error.column}: {problem.rstrip('.')})"
        return value if isinstance(value, dict) else "bukan satu objek JSON { … }"
