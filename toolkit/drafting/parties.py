"""The parties as an agreement names them: order, representative, komparisi, signature blocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit.drafting import words
from toolkit.drafting.material import Bahan, sambung
from toolkit.drafting.named import bentuk_asal
from toolkit.drafting.nodes import Kosong, Node, Tunda, ada
from toolkit.errors import DataError

KOTAK = ("satu", "dua", "tiga", "empat", "lima", "enam")
# Closing and signatures of so many parties fit on one page.
_SEHALAMAN = 8


def para_pihak(bahan: Bahan) -> list[Node]:
    """The parties of this document by sebutan (KESATU, KEDUA, …), each with what is computed for it."""
    order = sorted(menurut(bahan, bahan.instansi.fakta, bahan.butir("pihak")), key=lambda one: words.urut_sebutan(str(one.get("sebutan") or "")))
    return [_pihak(bahan, party, place) for place, party in enumerate(order, 1)]


def menurut(bahan: Bahan, fakta: Node, parties: list[Node]) -> list[Node]:
    """The parties to one naskah: our side and the partner that it is for (`untuk`: a partner's
    name, or the id of a naskah with such a partner); all where it names none."""
    partner = _untuk(bahan, fakta)
    if partner not in [one.get("nama") for one in parties]:
        return parties
    raw = bahan.kerja_sama.pihak_kita(bahan.sop)
    ours = raw.get("nama") if raw is not None else None
    return [one for one in parties if one.get("nama") in (ours, partner)]


def _untuk(bahan: Bahan, fakta: Node) -> Any:
    known = {one.get("id"): one.get("untuk") for one in bahan.butir("naskah") if ada(one.get("id"))}
    named = [fakta.get(key) for key in ("untuk", "naskah") if isinstance(fakta.get(key), str)]
    return next((known.get(one, one) for one in named), None)


def _pihak(bahan: Bahan, party: Node, place: int) -> Node:
    kuasa = surat_kuasa(bahan, party)
    own = party.ambil("wakil")
    extra: dict[str, Any] = {
        "urut": place,
        "romawi": words.romawi(place),
        "sebutan_lengkap": sambung("PIHAK ", party.ambil("sebutan")),
        "wakil": kuasa.ambil("penerima") if kuasa is not None else own,
        "wakil_tetap": own,
    }
    if kuasa is not None:
        extra["kuasa"] = _titik_kuasa(bahan, kuasa)
    view = party.dengan(**extra)
    view["komparisi"] = Tunda(lambda: _komparisi(bahan, view))
    return view


def _titik_kuasa(bahan: Bahan, kuasa: Node) -> Node:
    """Its number and date stay dots as long as those of the agreement may."""
    return kuasa.dengan(**{key: bahan.atau_titik(key, kuasa.ambil(key)) for key in ("nomor", "tanggal")})


def surat_kuasa(bahan: Bahan, party: Node) -> Node | None:
    """The power of attorney by which a party signs this document."""
    listed = bahan.instansi.fakta.get("ttd")
    signed = [one for one in (listed if isinstance(listed, list) else ()) if one.get("pihak") == party.get("sebutan")]
    named = {one.get("kuasa") for one in signed if ada(one.get("kuasa"))}
    may = any(one.kuasa for one in bahan.naskah.penanda_tangan)
    for letter in bahan.butir("surat_kuasa"):
        if letter.get("id") in named or (not signed and may and _meant(bahan, letter, party)):
            return letter
    return None


def _meant(bahan: Bahan, letter: Node, party: Node) -> bool:
    own = party.get("wakil")
    side = letter.get("pihak")
    giver = letter.get("pemberi")
    same_side = side == party.get("sebutan") if ada(side) else (
        isinstance(own, Node) and isinstance(giver, Node) and giver.get("nama") == own.get("nama")
    )
    return same_side and letter.get("naskah") in (None, bahan.instansi.id, bahan.naskah.id)


def _komparisi(bahan: Bahan, party: Node) -> Any:
    texts = _texts(bahan)
    kind = party.ambil("bentuk")
    if isinstance(kind, Kosong):
        return kind
    text = texts.get(kind, texts.get("bawaan", ""))
    while text.startswith("= "):
        text = texts.get(text[2:].strip(), "")
    if not text:
        raise DataError(f"komparisi.json tidak memuat kalimat untuk bentuk {kind!r}.")
    return bahan.teks(text, pihak=party)


def _texts(bahan: Bahan) -> Mapping[str, str]:
    path = bahan.library.resources.find("templates", "klausul", "komparisi.json")
    if path is None:
        raise DataError("templates/klausul/komparisi.json tidak ditemukan.")
    return bahan.library.own("komparisi", path)


def komparisi(parties: list[Node]) -> list[Node]:
    """One paragraph for each party: number, bare name, text."""
    return [
        Node(
            {
                "nomor": party["romawi"],
                "nama": _nama_wakil(party),
                "teks": Tunda(lambda one=party: one.ambil("komparisi")),  # type: ignore[misc]
                "sebutan": party["sebutan_lengkap"],
            },
            "komparisi",
        )
        for party in parties
    ]


def _nama_wakil(party: Node) -> Any:
    signer = party.ambil("wakil")
    return signer.ambil("nama") if isinstance(signer, Node) else signer.anak("nama")


def tanda_tangan(parties: list[Node], meterai: bool) -> Node:
    """Signature blocks in rows: KEDUA left of KESATU, KEEMPAT left of KETIGA; an odd last alone."""
    blocks = [_blok(party, meterai) for party in parties]
    pairs = list(zip(blocks[::2], blocks[1::2], strict=False))
    rows = [Node({"kanan": first, "kiri": second, "putus": _putus(len(blocks), row)}, "ttd") for row, (first, second) in enumerate(pairs, 1)]
    return Node({"pasangan": rows, "tunggal": blocks[-1] if len(blocks) % 2 else None}, "ttd")


def _putus(count: int, row: int) -> bool:
    """Whether a page may end below a row: two rows at least stand on either side of the break."""
    return count > _SEHALAMAN and row >= 2 and (count + 1) // 2 - row >= 2


def _blok(party: Node, meterai: bool) -> Node:
    signer = party.ambil("wakil")
    post = signer.ambil("jabatan") if isinstance(signer, Node) else signer.anak("jabatan")
    return Node(
        {"sebutan": party["sebutan_lengkap"], "badan": party.ambil("nama"), "jabatan": post, "nama": _nama_wakil(party), "meterai": meterai},
        "ttd",
    )


def lambang(bahan: Bahan) -> Node:
    """Emblems of the first page by kind of naskah and cooperation (the law's data), the profile
    where the law is silent: left, right or centred. An addendum bears those of what it changes."""
    if bahan.kerja_sama.jenis is None:
        return Node({}, "lambang")
    form = bentuk_asal(bahan)
    rule = bahan.library.hukum.satu("lambang-sisi", bentuk=form, jenis=bahan.kerja_sama.jenis)
    places = {"atas": "tengah"}
    found: dict[str, Any] = {}
    for one in rule.isi.get("lambang", ()) if rule else ():
        found[places.get(one["letak"], one["letak"])] = one["gambar"]
    chosen = bahan.profil.get("lambang", {}).get(form)
    if not found and isinstance(chosen, str) and chosen in {"kiri", "kanan", "tengah"}:
        found[chosen] = "Lambang Negara"
    return Node(found | _berbaris(bahan, found), "lambang")


def _berbaris(bahan: Bahan, found: Mapping[str, Any]) -> dict[str, Any]:
    """One box for each partner where there are several, in rows as wide as the page."""
    parties = bahan.konteks.get("pihak")
    partners = parties[1:] if isinstance(parties, list) else []
    if len(partners) < 2 or not {"kiri", "kanan"} <= found.keys():
        return {}
    mark = str(found["kiri"]).split()[0]
    boxes = [sambung(f"{mark} ", _pendek(one.ambil("nama"))) for one in partners]
    rows = [Node(dict(zip(KOTAK, boxes[start:], strict=False)), "lambang.baris") for start in range(0, len(boxes), len(KOTAK))]
    return {"baris": rows[0], "lanjutan": rows[1:]}


def _pendek(name: Any) -> Any:
    return name.removeprefix("Pemerintah ") if isinstance(name, str) else name
