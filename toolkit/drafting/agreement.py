"""An agreement's own facts and its articles, numbered by computation so that references follow.

Standard clauses are data (`templates/klausul/<templat>.json`); the case's own words replace an
article's ayat, and its own clauses stand after, instead of or between the standard ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from toolkit.drafting import amendment, words
from toolkit.drafting.filters import TIDAK_ADA
from toolkit.drafting.letters import isi as isi_data
from toolkit.drafting.letters import lingkup
from toolkit.drafting.material import Bahan, pertama
from toolkit.drafting.named import diubah, lain, sebutan_adendum, sebutan_bentuk
from toolkit.drafting.nodes import Kosong, Node, Titik, Tunda, ada
from toolkit.errors import InputError
from toolkit.model import ADENDUM

_DARI_ATAS = ("maksud", "tujuan", "objek", "lokasi", "ruang_lingkup")


def naskah(bahan: Bahan, parties: list[Node]) -> Node:
    """This document: its kind from the SOP, its facts from the case."""
    kind, own = bahan.naskah, bahan.instansi.fakta
    values: dict[str, Any] = {
        **own,
        "id": kind.id, "nama": kind.nama, "bentuk": kind.bentuk,
        "sebutan": kind.sebutan or sebutan_bentuk(kind.bentuk),
        "judul": pertama(bahan.kasus.ambil("judul"), own.ambil("judul")) if not ada(own.get("judul")) else own["judul"],
        "isi": Tunda(lambda: isi(bahan)),
        "jangka_waktu": pertama(own.ambil("jangka_waktu"), bahan.kasus.ambil("jangka_waktu")) if ada(own.get("jangka_waktu")) else bahan.kasus.ambil("jangka_waktu"),
        "rangkap": _rangkap(bahan, parties),
        "nomor_baris": Tunda(lambda: _nomor_baris(bahan, parties)),
        "induk": Tunda(lambda: lain(bahan, own, "kb_induk")),
        "premis": Tunda(lambda: _pembuka(bahan, "premis")),
        "konsideran": Tunda(lambda: _pembuka(bahan, "konsideran")),
    }
    for key in ("nomor", "tanggal", "tempat"):
        values[key] = bahan.atau_titik(key, own.ambil(key))
    return Node(values | (_adendum(bahan) if kind.bentuk == ADENDUM else {}), own.jalur)


def _adendum(bahan: Bahan) -> dict[str, Any]:
    """An addendum bears the name and the title of what it changes; a term that it states is an
    extension, and what it does not state stays as it was."""
    own, changed = bahan.instansi.fakta, diubah(bahan)
    title = changed.ambil("judul") if isinstance(changed, Node) else changed.anak("judul")
    return {
        "mengubah": changed,
        "sebutan": sebutan_adendum(changed),
        "judul": pertama(own.ambil("judul"), title),
        "jangka_waktu": own.ambil("jangka_waktu"),
        "perpanjangan": Tunda(lambda: bahan.teks(klausul_baku(bahan).get("perpanjangan", ""))),
    }


def isi(bahan: Bahan) -> Node:
    """The content of the instance, common facts of the case where it has none of its own."""
    own = bahan.instansi.fakta.get("isi")
    base = own if isinstance(own, Node) else Node({}, f"{bahan.instansi.fakta.jalur}/isi")
    values: dict[str, Any] = dict(base)
    for key in _DARI_ATAS:
        if not ada(values.get(key)):
            values[key] = bahan.kasus.ambil(key)
    kak, dana = bahan.kasus.ambil("kak"), bahan.kasus.ambil("pendanaan")
    for key, source, name in (("latar_belakang", kak, "latar_belakang"), ("nilai", dana, "nilai")):
        if not ada(values.get(key)):
            values[key] = source.ambil(name) if isinstance(source, Node) else source.anak(name)
    if isinstance(values["tujuan"], str):
        values["tujuan"] = [values["tujuan"]]
    for key in ("hak_kewajiban", "tugas_tanggung_jawab"):
        values[key] = [_sided(bahan, one) for one in values[key]] if isinstance(values.get(key), list) else base.ambil(key)
    return Node(values, base.jalur)


def _sided(bahan: Bahan, item: Node) -> Node:
    side = item.ambil("pihak")
    party = next((one for one in bahan.konteks["pihak"] if one.get("sebutan") == side), None)
    name = party.ambil("nama") if party is not None else Kosong(jalur="/pihak")
    return item.dengan(sebutan_lengkap=f"PIHAK {side}", nama_pihak=name)


def _rangkap(bahan: Bahan, parties: list[Node]) -> Any:
    own = bahan.instansi.fakta.ambil("rangkap")
    if not isinstance(own, Kosong):
        return own
    stated = bahan.naskah.eksemplar.get("asli")
    return len(parties) or own if stated == "sejumlah-pihak" else stated or own


def _nomor_baris(bahan: Bahan, parties: list[Node]) -> list[Node]:
    """One line for one number, a line for each party that numbers it too."""
    number = bahan.atau_titik("nomor", bahan.instansi.fakta.ambil("nomor"))
    if isinstance(number, list):
        return [Node({"pihak": f"PIHAK {one['pihak']}", "nomor": one.ambil("nomor")}, one.jalur) for one in number]
    if isinstance(number, Titik) and bahan.naskah.data.get("nomor_tiap_pihak"):
        return [Node({"pihak": one["sebutan_lengkap"], "nomor": number}, "naskah.nomor_baris") for one in parties]
    return [Node({"nomor": number}, "naskah.nomor_baris")]


def klausul_baku(bahan: Bahan) -> Mapping[str, Any]:
    """The standard clauses of the naskah's template; none where it has no such file."""
    path = bahan.library.resources.find("templates", "klausul", f"{bahan.naskah.templat}.json")
    return bahan.library.own("klausul", path) if path else {}


def _pembuka(bahan: Bahan, key: str) -> Any:
    own = bahan.instansi.fakta.get("isi")
    given = own.get(key) if isinstance(own, Node) else None
    return given if ada(given) else isi_data(bahan, klausul_baku(bahan).get(key, []), f"klausul.{key}")


@dataclass(slots=True)
class Ayat:
    """An ayat before its text is filled in; `baku` tells template text from the case's words."""

    teks: str
    butir: Any = None
    id: str | None = None
    baku: bool = True
    lingkup: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Pasal:
    id: str
    judul: str
    ayat: list[Ayat]
    perubahan: bool = False


def pasal(bahan: Bahan) -> list[Node]:
    """The numbered articles. A first pass fixes the numbers, a second fills in the texts."""
    articles = _with_own(bahan, [_baku(bahan, one) for one in klausul_baku(bahan).get("pasal", ()) if _applies(bahan, one)])
    articles = [one for one in articles if one.ayat]
    references = dict(_references(articles))
    return [_filled(bahan, one, number, references) for number, one in enumerate(articles, 1)]


def _applies(bahan: Bahan, article: Mapping[str, Any]) -> bool:
    return "bila" not in article or bool(bahan.teks(article["bila"]))


def _baku(bahan: Bahan, article: Mapping[str, Any]) -> Pasal:
    key = article.get("isi")
    content = bahan.instansi.fakta.get("isi")
    own = content.get(key) if key and isinstance(content, Node) else None
    if own is not None and ada(own):
        texts = own if isinstance(own, list) else [own]
        return Pasal(article["id"], article["judul"], [Ayat(one, baku=False) for one in texts])
    return Pasal(article["id"], article["judul"], list(_ayat_baku(bahan, article["ayat"])), article.get("perubahan", False))


def _ayat_baku(bahan: Bahan, items: list[Any]) -> Iterator[Ayat]:
    for item in items:
        if isinstance(item, str):
            yield Ayat(item)
            continue
        for scope in lingkup(bahan, item, {}):
            yield Ayat(item["teks"], item.get("butir"), item.get("id"), lingkup=scope)


def _with_own(bahan: Bahan, articles: list[Pasal]) -> list[Pasal]:
    """The case's own clauses put in their places."""
    content = bahan.instansi.fakta.get("isi")
    clauses = content.get("klausul") if isinstance(content, Node) else None
    for clause in clauses if isinstance(clauses, list) else ():
        own = Pasal(_slug(clause["judul"]), clause["judul"], [Ayat(one, baku=False) for one in clause["ayat"]])
        replaced, after = clause.get("mengganti"), clause.get("setelah")
        if ada(replaced):
            place = _place(articles, replaced, clause)
            articles[place] = replace(articles[place], judul=own.judul, ayat=own.ayat)
        else:
            articles.insert(_place(articles, after, clause) + 1 if ada(after) else max(len(articles) - 1, 0), own)
    return articles


def _place(articles: list[Pasal], name: str, clause: Node) -> int:
    for place, one in enumerate(articles):
        if _slug(name) in (_slug(one.id), _slug(one.judul)):
            return place
    raise InputError(f"Klausul {clause['judul']!r} ({clause.jalur}) menyebut pasal {name!r} yang tidak ada dalam naskah ini; sebut judul pasal yang ada.")


def _slug(text: str) -> str:
    return "-".join("".join(one if one.isalnum() else " " for one in text.casefold()).split())


def _references(articles: list[Pasal]) -> Iterator[tuple[str, str]]:
    for number, article in enumerate(articles, 1):
        yield article.id, f"Pasal {number}"
        for place, ayat in enumerate(article.ayat, 1):
            if ayat.id:
                yield f"{article.id}/{ayat.id}", f"Pasal {number} ayat ({place})" if len(article.ayat) > 1 else f"Pasal {number}"


def _filled(bahan: Bahan, article: Pasal, number: int, references: Mapping[str, str]) -> Node:
    many = len(article.ayat) > 1
    return Node(
        {
            "nomor": number,
            "judul": article.judul,
            "perubahan": Tunda(lambda: amendment.perubahan(bahan)) if article.perubahan else [],
            "ayat": Tunda(lambda: [_ayat(bahan, one, place if many else None, references) for place, one in enumerate(article.ayat, 1)]),
        },
        "pasal",
    )


def _ayat(bahan: Bahan, ayat: Ayat, number: int | None, references: Mapping[str, str]) -> Node:
    scope = {**ayat.lingkup, "_rujukan": references}
    listed = [] if ayat.butir is None else isi_data(bahan, ayat.butir, "pasal.ayat.butir", **scope)
    return Node(
        {
            "nomor": number,
            "teks": Tunda(lambda: bahan.teks(ayat.teks, **scope)) if ayat.baku else ayat.teks,
            "butir": [
                Node({"huruf": words.huruf(place), "teks": one, "tanda": _tanda(one, len(listed) - place)}, "pasal.ayat.butir")
                for place, one in enumerate(listed, 1)
            ],
        },
        "pasal.ayat",
    )


def _tanda(text: Any, after: int) -> str:
    """The mark that closes an item of a list, none where the text brings its own."""
    if not isinstance(text, str) or text.rstrip().endswith((".", ";", ",", ":", "; dan", "; atau", "dan/atau")):
        return ""
    return {0: ".", 1: "; dan"}.get(after, ";")


def rencana_kerja(bahan: Bahan) -> Any:
    """Rows of the work plan; what a row leaves out is a dash, not a gap."""
    content = bahan.instansi.fakta.get("isi")
    rows = content.get("rencana_kerja") if isinstance(content, Node) else None
    if not isinstance(rows, list):
        return Kosong(jalur=f"{bahan.instansi.fakta.jalur}/isi/rencana_kerja")
    optional = ("uraian", "lokasi", "waktu", "target", "biaya", "sumber_biaya", "pelaksana")
    return [
        one.dengan(nomor=number, **{key: TIDAK_ADA for key in optional if not ada(one.get(key))}, tugas=_tugas(one))
        for number, one in enumerate(rows, 1)
    ]


def _tugas(row: Node) -> list[Node]:
    tasks = row.get("tugas")
    listed = tasks if isinstance(tasks, list) else []
    return [one.dengan(sebutan_lengkap=f"PIHAK {one.get('pihak')}") for one in listed]
