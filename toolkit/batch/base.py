"""What every row is laid over: the case named with --kasus, or the beginning of a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.batch.headings import Penafsir
from toolkit.batch.places import Kamus
from toolkit.cases import Case, open_case
from toolkit.drafting.due import diminta
from toolkit.drafting.values import tak_tertulis
from toolkit.errors import InputError, UsageError
from toolkit.library import Library
from toolkit.model import KerjaSama, Naskah, Sop
from toolkit.plan import plan


@dataclass(frozen=True)
class Dasar:
    """`data` is what rows are laid over; `berkas` the case as opened, if any;
    `mitra` the partner's place among the parties."""

    sop: Sop
    naskah: Naskah
    data: Mapping[str, Any]
    berkas: Case | None
    mitra: int


def base_of(kasus: str | None, sop_id: str | None, naskah_id: str, library: Library) -> Dasar:
    """Raises `InputError` for a case that cannot be drafted from, `UsageError` for a naskah that we
    do not draft or an SOP that is not named."""
    berkas = _of_case(kasus, sop_id, library) if kasus else None
    sop, data = (berkas.sop, berkas.kerja_sama.data) if berkas else _of_sop(sop_id, naskah_id, library)
    case = KerjaSama(str(data.get("id", "")), sop.id, data)
    naskah = diminta(naskah_id, plan(case, sop))
    return Dasar(sop, naskah, data, berkas, _partner(case, sop))


def _of_case(kasus: str, sop_id: str | None, library: Library) -> Case:
    case = open_case(kasus, library)
    if case.refused:
        raise InputError(f"{kasus} tidak sesuai skema: {case.struktur[0].message} Perbaiki dahulu (kerjasama validate), lalu ulangi.")
    for pointer, code in tak_tertulis(dict(case.kerja_sama.data)):
        raise InputError(f"{kasus}: {pointer} memuat karakter {code} yang tidak dapat ditulis dalam naskah; ketik ulang teks itu.")
    if sop_id not in (None, case.sop.id):
        raise UsageError(f"{kasus} memakai SOP {case.sop.id}, bukan {sop_id}; hapus --sop.")
    return case


def _of_sop(sop_id: str | None, naskah_id: str, library: Library) -> tuple[Sop, Mapping[str, Any]]:
    known = library.sop_ids()
    if sop_id is None:
        having = [one for one in known if naskah_id in library.sop(one).naskah_menurut_id]
        if len(having) != 1:
            raise UsageError(f"Sebutkan --kasus (berkas dasar) atau --sop; SOP yang mengenal naskah {naskah_id!r}: {', '.join(having) or 'tidak ada'}.")
        sop_id = having[0]
    if sop_id not in known:
        raise UsageError(f"SOP {sop_id!r} tidak dikenal; pilih {', '.join(known)}.")
    sop = library.sop(sop_id)
    ours = {"nama": f"Pemerintah {sop.pemerintah_daerah}", "bentuk": "pemda", "kita": True}
    return sop, {"versi": 1, "sop": sop.id, "pihak": [ours]}


def _partner(case: KerjaSama, sop: Sop) -> int:
    """The first party that is not ours; the place after the last where there is none yet."""
    ours = case.pihak_kita(sop)
    return next((place for place, one in enumerate(case.pihak) if one is not ours), len(case.pihak))


def interpreter(base: Dasar, library: Library, *, objek: bool) -> Penafsir:
    """Headings as this naskah of this case means them."""
    dictionary = Kamus(library.schema("kerja-sama"))
    if library.resources.find("schemas", f"{base.sop.id}.schema.json"):
        dictionary.add_special(library.schema(base.sop.id))
    letter = "kepada" in base.naskah.data
    signed = bool(base.naskah.ditandatangani_pada) or len(base.naskah.penanda_tangan) > 1
    own = ("surat_keluar", f"naskah={base.naskah.id}") if letter else ("naskah", f"jenis={base.naskah.id}") if signed else ()
    meeting = f"langkah={base.naskah.data.get('langkah_rapat', base.naskah.langkah)}"
    return Penafsir(dictionary, base.data, base.mitra, own, meeting, surat=letter, objek=objek)
