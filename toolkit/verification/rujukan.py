"""References inside a checklist: each place that holds an id, and what the id must be of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.conditions import escape
from toolkit.library import Library

Salah = tuple[str, str, str]

# Paths whose strings are ids; `*` stands for every item of an array or every key of an object.
ACUAN = (
    ("langkah/*/pelaksana/*", "pelaksana"),
    ("langkah/*/pengganti/*", "pelaksana"),
    ("langkah/*/syarat", "syarat"),
    ("langkah/*/paralel/*", "langkah"),
    ("langkah/*/lingkup", "lingkup"),
    ("langkah/*/putusan/setuju", "langkah"),
    ("langkah/*/putusan/tidak_setuju/kembali_ke", "langkah"),
    ("langkah/*/memakai/*/artefak", "artefak"),
    ("langkah/*/memakai/*/syarat", "syarat"),
    ("langkah/*/menghasilkan/*/artefak", "artefak"),
    ("langkah/*/menghasilkan/*/syarat", "syarat"),
    ("artefak/*/naskah/*", "naskah"),
    ("artefak/*/keadaan/*/oleh/*", "pelaksana"),
    ("fakta/*/syarat", "syarat"),
    ("batas_waktu/*/mulai", "langkah"),
    ("batas_waktu/*/sampai", "langkah"),
    ("batas_waktu/*/naskah/*", "naskah"),
    ("naskah/*/langkah", "langkah"),
    ("naskah/*/syarat", "syarat"),
    ("naskah/*/ditandatangani_pada", "langkah"),
    ("naskah/*/isian_tangan/*/sampai", "langkah"),
    ("naskah/*/rantai_paraf/*/langkah/*", "langkah"),
    ("naskah/*/penanda_tangan/*/pelaksana/*", "pelaksana"),
    ("naskah/*/data/langkah_rapat", "langkah"),
    ("naskah/*/data/penandatangan/pelaksana", "pelaksana"),
    ("naskah/*/data/penandatangan/atas_nama", "pelaksana"),
    ("naskah/*/data/penandatangan/untuk_beliau", "pelaksana"),
    ("arsip/*/langkah", "langkah"),
    ("arsip/*/naskah/*", "naskah"),
    ("arsip/*/syarat", "syarat"),
)


def salah(library: Library, isi: Any) -> Iterator[Salah]:
    known = _known(isi)
    for path, what in ACUAN:
        for pointer, name in find(isi, path.split("/")):
            if isinstance(name, str) and name not in known[what]:
                yield pointer, f"Menyebut {what} {name!r} yang tidak ada.", f"Betulkan id {what} itu, atau tambahkan {what}-nya."
    yield from _states(isi)
    yield from _paraf(isi)
    yield from _files(library, isi)


def find(value: Any, parts: list[str], pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Values at a path, each with its pointer; absent ones are left out."""
    if not parts:
        yield pointer, value
        return
    head, rest = parts[0], parts[1:]
    if isinstance(value, dict):
        for key in value if head == "*" else [head] if head in value else []:
            yield from find(value[key], rest, f"{pointer}/{escape(key)}")
    elif isinstance(value, list) and head == "*":
        for place, inner in enumerate(value):
            yield from find(inner, rest, f"{pointer}/{place}")


def _known(isi: Any) -> dict[str, set[str]]:
    return {
        "langkah": {step["id"] for step in isi["langkah"]},
        "naskah": {one["id"] for one in isi["naskah"]},
        **{what: set(isi.get(what, {})) for what in ("pelaksana", "artefak", "syarat", "lingkup")},
    }


def _states(isi: Any) -> Iterator[Salah]:
    for side in ("memakai", "menghasilkan"):
        for pointer, benda in find(isi, ["langkah", "*", side, "*"]):
            states = isi["artefak"].get(benda["artefak"], {}).get("keadaan", {})
            if "keadaan" in benda and benda["keadaan"] not in states:
                yield (
                    f"{pointer}/keadaan",
                    f"Artefak {benda['artefak']!r} tidak punya keadaan {benda['keadaan']!r}.",
                    "Betulkan keadaan itu, atau tambahkan pada artefaknya.",
                )


def _paraf(isi: Any) -> Iterator[Salah]:
    acts = {step["id"]: {step["tindakan"], *step.get("tindakan_lain", ())} for step in isi["langkah"]}
    for path, act in (("naskah/*/rantai_paraf/*/langkah/*", "paraf"), ("naskah/*/ditandatangani_pada", "tanda-tangan")):
        for pointer, step in find(isi, path.split("/")):
            if step in acts and act not in acts[step]:
                yield pointer, f"Langkah {step!r} bukan langkah {act}.", f"Sebut langkah yang tindakannya {act}."


def _files(library: Library, isi: Any) -> Iterator[Salah]:
    for place, one in enumerate(isi["naskah"]):
        if one["asal"] == "dibuat" and one.get("format", "docx") == "docx" and "templat" not in one:
            yield f"/naskah/{place}", f"Naskah {one['id']!r} dibuat, tetapi templatnya tidak disebut.", "Tambahkan kunci templat."
        if one.get("format", "docx") == "docx" and "templat" in one and library.resources.find("templates", f"{one['templat']}.docx") is None:
            yield f"/naskah/{place}/templat", f"Templat {one['templat']!r} tidak ada di folder templates.", "Tambahkan templat itu atau betulkan id-nya."
    if "profil" in isi and library.resources.find("templates", "profil", f"{isi['profil']}.json") is None:
        yield "/profil", f"Profil {isi['profil']!r} tidak ada di templates/profil.", "Tambahkan profil itu atau betulkan id-nya."
