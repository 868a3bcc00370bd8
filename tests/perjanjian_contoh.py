"""Finished samples drafted as agreements, and their pages read back."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import docx

from toolkit.drafting.compose import Dokumen, Penyusun
from toolkit.drafting.words import sebutan
from toolkit.drafting.xml import P, text_of
from toolkit.model import KerjaSama
from toolkit.resources import packaged

CONTOH = packaged() / "samples" / "magetan-penawaran"
KLAUSUL = packaged() / "templates" / "klausul"
KB, PKS, NK = "kesepakatan-bersama", "perjanjian-kerja-sama", "nota-kesepakatan"


def berkas(jenis: str) -> dict[str, Any]:
    return json.loads((CONTOH / f"lengkap-{jenis}" / "kerja-sama.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def isi(data: dict[str, Any], naskah: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in data["naskah"] if one["jenis"] == naskah)
    return found


def susun(penyusun: Penyusun, data: dict[str, Any], naskah: str, *, selesai: bool = True) -> Dokumen:
    sop = penyusun.library.sop(data["sop"])
    done = frozenset(one.id for one in sop.langkah) if selesai else frozenset()
    return penyusun.susun(KerjaSama(data["id"], data["sop"], data), sop, sop.naskah_menurut_id[naskah], done)[0]


def dokumen(penyusun: Penyusun, data: dict[str, Any], naskah: str, *, selesai: bool = True) -> Any:
    draft = susun(penyusun, data, naskah, selesai=selesai)
    assert draft.isi is not None, draft.kurang
    return docx.Document(BytesIO(draft.isi))


def baris(document: Any) -> list[str]:
    """Every paragraph of the body in reading order, cells of tables included."""
    return [text_of(one) for one in document.element.body.iter(P) if text_of(one).strip()]


def teks(document: Any) -> str:
    return "\n".join(baris(document))


def pasal(document: Any) -> list[str]:
    """The titles of the articles, each as the page carries it."""
    lines = baris(document)
    return [lines[place + 1] for place, line in enumerate(lines) if line.startswith("Pasal ") and line[6:].isdigit()]


def isi_pasal(document: Any, judul: str) -> str:
    lines = baris(document)
    start = lines.index(judul) + 1
    end = next((place for place in range(start, len(lines)) if lines[place].startswith(("Pasal ", "Demikian "))), len(lines))
    return "\n".join(lines[start:end])


def baris_tanda_tangan(document: Any) -> list[list[str]]:
    """Signature rows, cell by cell from left to right."""
    rows = (row for table in document.tables for row in table.rows)
    return [[cell.text for cell in row.cells] for row in rows if row.cells[0].text.startswith("PIHAK ") and row.cells[0].text.split("\n")[0].endswith(",")]


def kaki(document: Any) -> str:
    parts = (document.sections[0].footer, document.sections[0].first_page_footer)
    return "\n".join(text_of(one) for part in parts for one in part._element.iter(P))


def pihak_tambahan(urut: int, bentuk: str = "pemda", **more: Any) -> dict[str, Any]:
    return {
        "nama": f'Badan "Tirta & Energi" {urut}', "bentuk": bentuk, "sebutan": sebutan(urut), "kita": False,
        "kedudukan": "Madiun", "alamat": "Jalan Pahlawan Nomor 37",
        "wakil": {"nama": f"Raden Haryo Kusumo {urut}", "gelar_belakang": "M.Si.", "jabatan": "Ketua"}, **more,
    }


def bertiga(jenis: str = "ksdd") -> dict[str, Any]:
    data = berkas(jenis)
    data["pihak"].append(pihak_tambahan(3))
    for one in data["naskah"]:
        one.pop("rangkap")
    return data
