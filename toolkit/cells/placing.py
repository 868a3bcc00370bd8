"""Values laid over a case at their pointers, the case itself left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


class Lapisan:
    """A copy of `dasar` that shares all that is not written to."""

    def __init__(self, dasar: Mapping[str, Any]) -> None:
        self.data: dict[str, Any] = dict(dasar)
        self._own: set[int] = {id(self.data)}
        self._gaps = False

    def put(self, parts: Sequence[str], value: Any, bekal: Mapping[int, Mapping[str, Any]] | None = None) -> None:
        """Sets the value at a pointer's parts. Holders that lack are made; `bekal` is what a new
        item of an array begins with, by its depth in `parts`."""
        here: Any = self.data
        for depth, part in enumerate(parts[:-1]):
            numbered = parts[depth + 1].isdecimal()
            fresh: Any = [] if numbered else dict((bekal or {}).get(depth, {}))
            here = self._inside(here, part, fresh)
        if isinstance(here, list):
            self._extend(here, int(parts[-1]), "")
            here[int(parts[-1])] = value
        else:
            here[parts[-1]] = _merged(here.get(parts[-1]), value)

    def _inside(self, holder: Any, part: str, fresh: Any) -> Any:
        if isinstance(holder, list):
            key: Any = int(part)
            self._extend(holder, key, None)
            found = holder[key]
        else:
            key, found = part, holder.get(part)
        if not isinstance(found, type(fresh)):
            found = fresh
        if id(found) not in self._own:
            found = found.copy()
            self._own.add(id(found))
        holder[key] = found
        return found

    def dense(self, keys: Iterable[str]) -> dict[str, Any]:
        """The data; in lists under these top keys places that nothing was written to are left out."""
        for key in keys if self._gaps else ():
            self.data[key] = _dense(self.data[key])
        return self.data

    def _extend(self, holder: list[Any], place: int, gap: Any) -> None:
        self._gaps |= place > len(holder)
        holder.extend([gap] * (place + 1 - len(holder)))


def _merged(below: Any, value: Any) -> Any:
    if isinstance(below, Mapping) and isinstance(value, Mapping):
        return {**below, **{key: _merged(below.get(key), one) for key, one in value.items()}}
    return value


def _dense(value: Any) -> Any:
    if isinstance(value, list):
        return [_dense(one) for one in value if one is not None and one != ""]
    if isinstance(value, dict):
        return {key: _dense(one) for key, one in value.items()}
    return value
