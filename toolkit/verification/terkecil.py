"""A case pared down to what its SOP has asked for by one step: what `validate` would let pass.

A finished sample tells how a fact looks; what no step up to that one asks for, no condition reads
and the schema does not demand is left out. What a naskah of that step then lacks, nobody asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jsonschema import Draft202012Validator

from toolkit.conditions import escape, facts
from toolkit.model import KerjaSama, Langkah, Sop
from toolkit.naming import alternatives, child, resolved
from toolkit.plan import Keadaan, plan
from toolkit.signers import fakta
from toolkit.verification.penunjuk import dibaca

# What tells which case it is, where it stands, and what its parts are about.
_TETAP = frozenset({"$schema", "versi", "id", "sop", "profil", "jejak", "khusus"})
_PENGENAL = frozenset({"id", "untuk", "status", "jenis", "naskah", "langkah", "pelaksana", "peran", "pihak"})


class Terkecil:
    """Pares one case. `berpejabat`: templates that print who signs."""

    def __init__(self, kerja_sama: KerjaSama, sop: Sop, root: Mapping[str, Any], berpejabat: frozenset[str]) -> None:
        self.kerja_sama, self.sop, self.root, self.berpejabat = kerja_sama, sop, root, berpejabat
        self.rencana = plan(kerja_sama, sop)

    def sampai(self, step: Langkah) -> KerjaSama:
        """The case as far as it had to be filled in for a step."""
        kept = frozenset((*self._asked(self.sop.urutan[step.id]), *self._read))
        pared = _Pangkas(self.root, kept).objek(self.kerja_sama.data, "", self.root, _TETAP)
        return KerjaSama(self.kerja_sama.id, self.kerja_sama.sop, pared)

    def _asked(self, last: int) -> Iterator[str]:
        """Pointers of what the steps up to one ask for."""
        wanted = [one["perlu"] for one in self.sop.data.get("gerbang", ())]
        for one in self.rencana.langkah:
            if one.keadaan is Keadaan.BERLAKU and self.sop.urutan[one.langkah.id] <= last:
                wanted += [*one.langkah.perlu, *self._signers(one.langkah)]
        for pattern in dict.fromkeys(wanted):
            if self.rencana.fakta(pattern).keadaan is Keadaan.BERLAKU:
                yield from self._found(pattern)

    @cached_property
    def _read(self) -> tuple[str, ...]:
        """Pointers of what conditions read."""
        patterns = dict.fromkeys(pointer for one in self.sop.syarat.values() for pointer in dibaca(one["jika"]))
        return tuple(pointer for pattern in patterns for pointer in self._found(pattern))

    def _signers(self, step: Langkah) -> Iterator[str]:
        # Who represents us may not be known yet, so that a head of government is asked for too.
        early = KerjaSama(self.kerja_sama.id, self.sop.id, {**self.kerja_sama.data, "pihak": []})
        for one in self.sop.naskah:
            if one.langkah == step.id and one.templat in self.berpejabat:
                yield from fakta(early, self.sop, one)

    def _found(self, pattern: str) -> Iterator[str]:
        return (one.pointer for one in facts(self.kerja_sama.data, pattern) if one.ada)


@dataclass(frozen=True)
class _Pangkas:
    """Leaves out of a value what is not kept and its schema does not demand."""

    root: Mapping[str, Any]
    kept: frozenset[str]
    leading: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        above = {"/".join(one.split("/")[:length]) for one in self.kept for length in range(1, one.count("/") + 1)}
        object.__setattr__(self, "leading", frozenset(above))

    def objek(self, value: Mapping[str, Any], pointer: str, schema: Mapping[str, Any], always: frozenset[str]) -> dict[str, Any]:
        whole = always | set(self._then(schema, value))
        needed = whole | {key for one in alternatives(self.root, schema) for key in one.get("required", ())}
        own = {key: f"{pointer}/{escape(key)}" for key in value}
        chosen = [key for key, at in own.items() if key in needed or at in self.kept or at in self.leading]
        if not chosen and pointer in self.kept:
            chosen = list(value)[:1]
        return {key: value[key] if key in whole else self.nilai(value[key], own[key], child(self.root, schema, key) or {}) for key in chosen}

    def _then(self, schema: Mapping[str, Any], value: Mapping[str, Any]) -> Iterator[str]:
        """Keys that the schema demands of this very value."""
        for rule in (schema, *schema.get("allOf", ())):
            if "if" in rule and Draft202012Validator(rule["if"]).is_valid(value):
                yield from rule["then"].get("required", ())
                yield from rule["then"].get("properties", ())

    def nilai(self, value: Any, pointer: str, schema: Mapping[str, Any]) -> Any:
        schema = resolved(self.root, schema)
        if isinstance(value, Mapping):
            return self.objek(value, pointer, schema, _PENGENAL)
        if isinstance(value, list):
            inner = child(self.root, schema, "*") or {}
            return [self.nilai(one, f"{pointer}/{place}", inner) for place, one in enumerate(value)]
        return value
