"""Writing one event into a case's trail: who, when and which file, filled in as far as known."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from toolkit.errors import InputError, UsageError
from toolkit.files import reason, write_whole
from toolkit.form.trail import with_event
from toolkit.jsontext import append_item
from toolkit.model import JsonObject, KerjaSama, Langkah, Pelaksana, Sop
from toolkit.times import parse
from toolkit.workbook import is_workbook

ZONA = {"WIB": 7, "WITA": 8, "WIT": 9}


def find_langkah(sop: Sop, word: str) -> Langkah:
    """A step by its id, or by its printed number where only one bears it. Raises `UsageError`."""
    if word in sop.langkah_menurut_id:
        return sop.langkah_menurut_id[word]
    numbered = [step for step in sop.langkah if step.nomor == word]
    if len(numbered) == 1:
        return numbered[0]
    raise UsageError(
        f"Langkah {word!r} tidak ada dalam {sop.sebutan_sop}{_near(word, sop.langkah_menurut_id)}; "
        f"lihat daftarnya dengan kerjasama sop {sop.id}."
    )


def find_pelaksana(sop: Sop, word: str) -> Pelaksana:
    """An actor by id, post or another name of the post. Raises `UsageError`."""
    names = {name: actor for actor in sop.pelaksana.values() for name in _names(actor)}
    found = names.get(_plain(word))
    if found is None:
        raise UsageError(
            f"Pelaksana {word!r} tidak ada dalam {sop.sebutan_sop}{_near(_plain(word), names)}; "
            f"yang ada: {', '.join(actor.jabatan for actor in sop.pelaksana.values())}."
        )
    return found


def _names(actor: Pelaksana) -> Iterator[str]:
    yield from (_plain(name) for name in (actor.id, actor.jabatan, *actor.sebutan))


def _plain(word: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", word.casefold()).strip()


def _near(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), n=1)
    return f" (mungkin maksudnya {near[0]!r})" if near else ""


def holder(kerja_sama: KerjaSama, sop: Sop, actor: Pelaksana, day: date) -> str | None:
    """The one person who held the post that day by `pejabat`; a partner's signer for a partner.

    None if nobody or several are named. Raises nothing: who it was may always be said by hand."""
    valid = [one for one in kerja_sama.pejabat if _in_office(one, day)]
    for same in (_by_id, _by_post, _by_role):
        names = {one["nama"] for one in valid if same(one, actor)}
        if names:
            return names.pop() if len(names) == 1 else None
    if actor.peran == "mitra":
        signers = {party.get("wakil", {}).get("nama") for party in kerja_sama.mitra(sop)}
        return signers.pop() if len(signers) == 1 else None
    return None


def _by_id(one: JsonObject, actor: Pelaksana) -> bool:
    return bool(one.get("pelaksana") == actor.id)


def _by_post(one: JsonObject, actor: Pelaksana) -> bool:
    return "pelaksana" not in one and _plain(one["jabatan"]) in set(_names(actor))


def _by_role(one: JsonObject, actor: Pelaksana) -> bool:
    return "pelaksana" not in one and one.get("peran") == actor.peran


def _in_office(one: JsonObject, day: date) -> bool:
    text = day.isoformat()
    return bool(one.get("mulai", text) <= text <= one.get("sampai", text))


def now(profil: Mapping[str, Any]) -> str:
    """The moment as a trail writes it, in the zone of the agency's profile."""
    hours = ZONA.get(str(profil.get("zona_waktu")))
    zone = timezone(timedelta(hours=hours)) if hours is not None else None
    return datetime.now(zone).astimezone(zone).isoformat(timespec="seconds")


def moment(text: str) -> date:
    """The day of a time as a trail writes it. Raises `UsageError`."""
    try:
        return parse(text)[0]
    except ValueError:
        raise UsageError(
            f"Waktu {text!r} tidak dapat dibaca; tulis misalnya 2026-03-02 atau 2026-03-02T09:15:00+07:00."
        ) from None


def digest(path: Path) -> str:
    """sha256 of a file's bytes. Raises `UsageError`."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UsageError(f"Berkas {path} tidak dapat dibaca: {reason(error)}.") from error


def append(path: Path, event: Mapping[str, Any]) -> None:
    """Adds one event at the end of the trail; the file's other bytes stay as they are.

    Raises `InputError` if the file cannot be read or written."""
    try:
        with _alone(path.resolve().parent):
            if is_workbook(path):
                write_whole(path, with_event(path, event))
                return
            text = path.read_bytes().decode("utf-8")
            written = append_item(text, "jejak", dict(event))
            _require_only_appended(text, written, event)
            write_whole(path, written.encode("utf-8"))
    except OSError as error:
        raise InputError(f"Berkas {path} tidak dapat ditulis: {reason(error)}.") from error


def _require_only_appended(before: str, after: str, event: Mapping[str, Any]) -> None:
    old, new = (json.loads(text.lstrip("\ufeff")) for text in (before, after))
    expected = {**old, "jejak": [*old.get("jejak", []), dict(event)]}
    if new != expected:
        raise InputError("Peristiwa tidak dapat disisipkan tanpa mengubah isi lain; berkas dibiarkan.")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two writers wait for each other, where the system can lock a folder."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def relative(path: Path, folder: Path) -> str:
    """A file as a case names it: relative to the case's folder, with forward slashes."""
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
