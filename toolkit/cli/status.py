"""`kerjasama status`: where each case is, who holds it, and what is due next."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from toolkit.cases import Case, open_case
from toolkit.cli import options
from toolkit.cli.output import emit, note
from toolkit.conformance import align, ringkas
from toolkit.errors import ToolkitError
from toolkit.plan import plan
from toolkit.progress import Berikutnya, Kemajuan, kemajuan
from toolkit.reports.laporan import visible


@dataclass(frozen=True)
class Kedudukan:
    """One case and how far it has come; None where its schema refuses it."""

    case: Case
    maju: Kemajuan | None


@options.verb("status")
@options.files
@options.form("text", "json")
@options.keluaran
@options.per_tanggal
@options.data
def command(berkas: tuple[str, ...], **pilihan: Any) -> int:
    """Menunjukkan sampai di mana kerja sama itu, pada siapa, dan apa berikutnya.

    BERKAS adalah berkas kerja sama (.json, .xlsx) atau foldernya; boleh lebih dari satu. Tenggat dihitung
    dari peristiwa terakhir menurut waktu SOP, dalam hari dan jam kerja.
    """
    setelan = options.setelan(**pilihan)
    told, failed = [], False
    for name in dict.fromkeys(berkas):
        try:
            told.append(_look(name, setelan))
        except ToolkitError as error:
            failed = True
            note(str(error))
    emit(_json(told, setelan.hari) if setelan.form == "json" else _text(told, setelan.hari), setelan.keluaran)
    return 2 if failed else int(any(one.maju is None for one in told))


def _look(name: str, setelan: options.Setelan) -> Kedudukan:
    case = open_case(name, setelan.library)
    if case.refused:
        note(f"{name}: susunan berkas belum sesuai; lihat kerjasama validate {name}.")
        return Kedudukan(case, None)
    rencana = plan(case.kerja_sama, case.sop)
    return Kedudukan(case, kemajuan(case.kerja_sama, rencana, align(rencana, case.kerja_sama), case.profil))


def _text(told: list[Kedudukan], hari: date) -> str:
    blocks = ["".join(f"{line}\n" for line in _lines(one, hari)) for one in told]
    return visible("\n".join(blocks))


def _lines(one: Kedudukan, hari: date) -> Iterator[str]:
    yield f"{one.case.given}: {one.case.kerja_sama.judul or one.case.kerja_sama.id}"
    if one.maju is None:
        yield "  susunan berkas belum sesuai"
        return
    yield f"  {one.case.sop.sebutan_sop}, {one.maju.selesai} dari {one.maju.jumlah} langkah selesai"
    yield f"  terakhir   {_last(one.case, one.maju)}"
    if one.maju.berakhir:
        yield "  berikutnya tidak ada; prosesnya sudah berakhir"
    for due in one.maju.berikutnya:
        yield f"  berikutnya {_next(due, hari)}"
    if one.maju.bergantung:
        yield f"  bergantung pada {', '.join(one.maju.bergantung)} yang belum diisi"
    yield from _naskah(one.maju)


def _last(case: Case, maju: Kemajuan) -> str:
    if maju.terakhir is None:
        return "belum ada peristiwa"
    event, step = maju.terakhir, case.sop.langkah_menurut_id.get(maju.terakhir.langkah)
    what = f"langkah {step.nomor} ({ringkas(step.kegiatan)})" if step else f"langkah {event.langkah}"
    return f"{what}, {event.nama or event.pelaksana or 'pelaksana tidak dicatat'}, {event.waktu}"


def _next(due: Berikutnya, hari: date) -> str:
    text = f"langkah {due.langkah.nomor} ({ringkas(due.langkah.kegiatan)}), pada {due.oleh}"
    if due.untuk:
        text += f", untuk {due.untuk}"
    if due.langkah.menunggu_pihak_luar:
        text += ", menunggu pihak luar"
    if due.tenggat is not None:
        text += f", paling lambat {_day(due)}" + (" (sudah lewat)" if due.terlambat(hari) else "")
    return text


def _day(due: Berikutnya) -> str:
    if isinstance(due.tenggat, datetime):
        return due.tenggat.isoformat("T", "minutes")
    return due.tenggat.isoformat() if due.tenggat else ""


def _naskah(maju: Kemajuan) -> Iterator[str]:
    for asal, word in (("diterima", "diterima"), ("dibuat", "dibuat  ")):
        names = [one.id for one in maju.naskah if one.asal == asal]
        if names:
            yield f"  naskah {word} {', '.join(names)}"


def _json(told: list[Kedudukan], hari: date) -> str:
    return json.dumps({"status": [_object(one, hari) for one in told]}, ensure_ascii=True, indent=1) + "\n"


def _object(one: Kedudukan, hari: date) -> Mapping[str, Any]:
    head = {"case": one.case.given, "id": one.case.kerja_sama.id, "sop": one.case.sop.id, "sesuai_skema": one.maju is not None}
    if one.maju is None:
        return head
    last = one.maju.terakhir
    return {
        **head,
        "selesai": one.maju.selesai,
        "jumlah": one.maju.jumlah,
        "berakhir": one.maju.berakhir,
        "terakhir": {"langkah": last.langkah, "pelaksana": last.pelaksana, "nama": last.nama, "waktu": last.waktu} if last else None,
        "berikutnya": [
            {"langkah": due.langkah.id, "pelaksana": list(due.langkah.pelaksana), "untuk": due.untuk, "tenggat": _day(due) or None, "terlambat": due.terlambat(hari)}
            for due in one.maju.berikutnya
        ],
        "bergantung": list(one.maju.bergantung),
        "naskah": [naskah.id for naskah in one.maju.naskah],
    }
