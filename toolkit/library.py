"""The tool's own data: checklists, schemas, law, profiles and templates, read once each.

A checklist that its schema refuses, or that refers to what it does not have, is a `DataError`:
an error of the tool's data, never a finding against somebody's cooperation.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.datafiles import read_json, schema_words
from toolkit.errors import DataError
from toolkit.model import (
    Benda,
    IsianTangan,
    Langkah,
    Naskah,
    Pelaksana,
    PenandaTangan,
    Putusan,
    RantaiParaf,
    Sop,
    Waktu,
)
from toolkit.resources import Resources
from toolkit.statutory import joined
from toolkit.times import parse

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, FormatChecker

    from toolkit.hukum import Hukum


class Library:
    """Everything that `--data DIR` can override, found through `resources`."""

    def __init__(self, resources: Resources | None = None) -> None:
        self.resources = resources or Resources()
        self._sops: dict[str, Sop] = {}
        self._schemas: dict[str, dict[str, Any]] = {}
        self._validators: dict[str, Draft202012Validator] = {}
        self._own: dict[Path, dict[str, Any]] = {}
        self._profiles: dict[str | None, dict[str, Any]] = {}

    def sop_ids(self) -> list[str]:
        return [path.stem for path in self.resources.listing("checklists", "*.json")]

    def sop(self, sop_id: str) -> Sop:
        """Raises `DataError` if there is no such checklist or it is broken."""
        if sop_id not in self._sops:
            self._sops[sop_id] = self.read(self.checklist(sop_id))
        return self._sops[sop_id]

    def read(self, checklist: Mapping[str, Any]) -> Sop:
        """A checklist that its schema admits, with the naskah that the law adds to it. Raises
        `DataError` on a dangling reference."""
        return read_sop(joined(checklist, self.hukum))

    def checklist(self, sop_id: str) -> dict[str, Any]:
        """A checklist's JSON, an agency's held against its schema."""
        path = self.resources.find("checklists", f"{sop_id}.json") if _plain(sop_id) else None
        if path is None:
            raise DataError(f"SOP {sop_id!r} tidak ada di folder checklists.")
        data = self.own("checklist", path)
        if data["id"] != sop_id:
            raise DataError(f"{path.name}: id {data['id']!r} tidak sama dengan nama berkasnya.")
        return data

    def schema(self, name: str) -> dict[str, Any]:
        if name not in self._schemas:
            path = self.resources.find("schemas", f"{name}.schema.json")
            if path is None:
                raise DataError(f"Skema {name}.schema.json tidak ditemukan.")
            self._schemas[name] = self._sound(read_json(path), path)
        return self._schemas[name]

    def _sound(self, schema: dict[str, Any], path: Path) -> dict[str, Any]:
        """A schema; an agency's is held against the standard, ours are by the tests: it is dear."""
        if self.resources.overlay is None or not path.is_relative_to(self.resources.overlay):
            return schema
        from jsonschema import Draft202012Validator, SchemaError

        try:
            Draft202012Validator.check_schema(schema)
        except SchemaError as error:
            raise DataError(f"Skema {path.name} tidak benar pada {error.json_path}.") from error
        return schema

    def validator(self, name: str) -> Draft202012Validator:
        """A validator built once; it knows the formats `date` and `waktu`."""
        if name not in self._validators:
            from jsonschema import Draft202012Validator

            self._validators[name] = Draft202012Validator(self.schema(name), format_checker=_formats())
        return self._validators[name]

    def require_valid(self, schema: str, data: Any, path: Path) -> None:
        error = next(self.validator(schema).iter_errors(data), None)
        if error is not None:
            place = "".join(f"/{part}" for part in error.absolute_path) or "/"
            raise DataError(f"Berkas {path} tidak sesuai skema {schema} pada {place}: {schema_words(error)}; periksa dengan kerjasama verify.")

    def own(self, schema: str, path: Path) -> dict[str, Any]:
        """A data file, read once; with an agency's folder it is held against its schema: ours are by the tests."""
        if path not in self._own:
            data = read_json(path)
            if self.resources.overlay is not None:
                self.require_valid(schema, data, path)
            self._own[path] = data
        return self._own[path]

    @cached_property
    def hukum(self) -> Hukum:
        from toolkit.hukum import Hukum

        return Hukum(self.resources)

    def profil(self, profil_id: str | None) -> dict[str, Any]:
        """A profile laid over the defaults of `bawaan`; missing ones raise `DataError`."""
        if profil_id not in self._profiles:
            defaults = self._profil_file("bawaan")
            self._profiles[profil_id] = merged(defaults, self._profil_file(profil_id)) if profil_id else defaults
        return self._profiles[profil_id]

    def _profil_file(self, profil_id: str) -> dict[str, Any]:
        path = self.resources.find("templates", "profil", f"{profil_id}.json") if _plain(profil_id) else None
        if path is None:
            raise DataError(f"Profil {profil_id!r} tidak ada di templates/profil.")
        return self.own("profil", path)

    def template_path(self, template_id: str, kind: str = "docx") -> Path:
        path = self.resources.find("templates", f"{template_id}.{kind}") if _plain(template_id) else None
        if path is None:
            raise DataError(f"Templat {template_id}.{kind} tidak ada di folder templates.")
        return path


def _formats() -> FormatChecker:
    """Dates and times that the calendar has; the shapes alone would admit 30 February."""
    from jsonschema import FormatChecker

    checker = FormatChecker(formats=())
    for kind in ("date", "waktu"):
        checker.checks(kind, raises=ValueError)(lambda value: not isinstance(value, str) or bool(parse(value)))
    return checker


def _plain(name: str) -> bool:
    # An id comes from a case: it must never walk out of the data folder.
    return bool(name) and not set(name) & set("/\\\0") and name not in {".", ".."}


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """`over` laid upon `base`, objects merged key by key, all else replaced."""
    result = dict(base)
    for key, value in over.items():
        below = base.get(key)
        both = isinstance(below, Mapping) and isinstance(value, Mapping)
        result[key] = merged(below, value) if both else value  # type: ignore[arg-type]
    return result


def read_sop(data: Mapping[str, Any]) -> Sop:
    """A checklist that its schema admits, as values. Raises `DataError` on a dangling step."""
    sop = Sop(
        id=data["id"],
        judul=data["judul"],
        sebutan_sop=data["sebutan_sop"],
        pemerintah_daerah=data["pemerintah_daerah"],
        unit=data["unit"],
        pelaksana={key: _pelaksana(key, actor) for key, actor in data["pelaksana"].items()},
        langkah=tuple(_langkah(step) for step in data["langkah"]),
        naskah=tuple(_naskah(one) for one in data["naskah"]),
        syarat=data["syarat"],
        fakta=data["fakta"],
        artefak=data["artefak"],
        arsip=tuple(data["arsip"]),
        profil=data.get("profil"),
        data=data,
    )
    for broken in dangling(sop):
        raise DataError(f"{sop.id}.json: {broken}")
    return sop


def dangling(sop: Sop) -> list[str]:
    """References that lead nowhere, each as a sentence; empty for a sound checklist."""
    steps, actors, conditions = set(sop.langkah_menurut_id), set(sop.pelaksana), set(sop.syarat)
    wrong = ["ada id langkah yang dipakai dua kali"] if len(steps) != len(sop.langkah) else []
    for step in sop.langkah:
        jumps = [step.putusan.setuju, step.putusan.kembali_ke] if step.putusan else []
        wrong += [f"langkah {step.id} menyebut pelaksana {one} yang tidak ada" for one in step.boleh - actors]
        wrong += [f"langkah {step.id} menyebut langkah {one} yang tidak ada" for one in (*step.paralel, *jumps) if one and one not in steps]
        wrong += [f"langkah {step.id} memakai syarat {step.syarat} yang tidak ada"] if step.syarat and step.syarat not in conditions else []
        wrong += [f"langkah {step.id} menyebut artefak {one.artefak} yang tidak ada" for one in (*step.memakai, *step.menghasilkan) if one.artefak not in sop.artefak]
    for naskah in sop.naskah:
        chained = [one for chain in naskah.rantai_paraf for one in chain.langkah]
        hands = [cell.sampai for cell in naskah.isian_tangan]
        wrong += [f"naskah {naskah.id} menyebut langkah {one} yang tidak ada" for one in (naskah.langkah, naskah.ditandatangani_pada, *chained, *hands) if one and one not in steps]
        wrong += [f"naskah {naskah.id} memakai syarat {naskah.syarat} yang tidak ada"] if naskah.syarat and naskah.syarat not in conditions else []
        wrong += [f"naskah {naskah.id} menyebut pelaksana {one} yang tidak ada" for signer in naskah.penanda_tangan for one in signer.pelaksana if one not in actors]
    return wrong


def _pelaksana(key: str, data: Mapping[str, Any]) -> Pelaksana:
    return Pelaksana(key, data["jabatan"], data["peran"], tuple(data.get("sebutan", ())), data.get("kolektif", False), data.get("pimpinan", False))


def _langkah(data: Mapping[str, Any]) -> Langkah:
    return Langkah(
        id=data["id"],
        nomor=data["nomor"],
        kegiatan=data["kegiatan"],
        pelaksana=tuple(data["pelaksana"]),
        tersirat=data["tersirat"],
        tindakan=data["tindakan"],
        bobot=data["bobot"],
        tindakan_lain=tuple(data.get("tindakan_lain", ())),
        pengganti=tuple(data.get("pengganti", ())),
        waktu=Waktu(**data["waktu"]) if "waktu" in data else None,
        waktu_relatif=data.get("waktu_relatif", False),
        menunggu_pihak_luar=data.get("menunggu_pihak_luar", False),
        syarat=data.get("syarat"),
        opsional=data.get("opsional", False),
        berulang=data.get("berulang", False),
        paralel=frozenset(data.get("paralel", ())),
        lingkup=data.get("lingkup"),
        putusan=_putusan(data["putusan"]) if "putusan" in data else None,
        memakai=tuple(Benda(**one) for one in data["memakai"]),
        menghasilkan=tuple(Benda(**one) for one in data["menghasilkan"]),
        perlu=tuple(data["perlu"]),
        kelengkapan=tuple(data["kelengkapan"]),
        keluaran=tuple(data["keluaran"]),
        keterangan=data.get("keterangan"),
    )


def _putusan(data: Mapping[str, Any]) -> Putusan:
    refusal = data["tidak_setuju"]
    return Putusan(
        setuju=data["setuju"],
        kembali_ke=refusal.get("kembali_ke"),
        berakhir=refusal.get("berakhir", False),
        tersirat=data.get("tersirat", False),
        dasar=refusal.get("dasar"),
    )


def _naskah(data: Mapping[str, Any]) -> Naskah:
    plain = ("id", "nama", "bentuk", "langkah", "asal", "templat", "format", "sebutan", "syarat", "lapis", "dasar", "ditandatangani_pada", "ketentuan", "usai", "eksemplar", "data")
    return Naskah(
        **{key: data[key] for key in plain if key in data},
        rantai_paraf=tuple(RantaiParaf(one["tahap"], tuple(one["langkah"])) for one in data.get("rantai_paraf", ())),
        penanda_tangan=tuple(_penanda_tangan(one) for one in data.get("penanda_tangan", ())),
        isian_tangan=tuple(IsianTangan(one["sel"], one.get("sampai")) for one in data.get("isian_tangan", ())),
    )


def _penanda_tangan(data: Mapping[str, Any]) -> PenandaTangan:
    return PenandaTangan(data.get("pihak", "kita"), tuple(data.get("pelaksana", ())), data.get("kuasa", False), data.get("tersirat", False))
