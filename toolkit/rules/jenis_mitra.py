"""Jenis mitra: badan calon mitra dapat menjadi pihak dalam jenis kerja sama ini.

Mengapa: jenis kerja sama menentukan bentuk naskah dan tahapnya; CV, firma dan usaha dagang bukan badan
hukum, dua perangkat daerah dari satu pemerintah bukan dua pihak, mitra asing diatur tersendiri.
Badan yang diperdebatkan (BI, OJK, BPJS, PTN, BLU, BLUD, UPTD) hanya diperingatkan.
Dasar: Permendagri 22/2020 Pasal 1 angka 1, angka 2, angka 12, angka 13, angka 17 dan angka 18; PP 28/2018 Pasal 2, Pasal 13, Pasal 14 dan Pasal 23
Contoh sesuai: KSDPK dengan PT; Sinergi dengan Kantor Pertanahan; KSDD dengan kabupaten lain
Contoh tidak sesuai: KSDPK dengan Kantor Pertanahan; KSDPK dengan dinas dari kabupaten yang sama
Perbaikan: betulkan jenis atau bentuk badan; untuk badan tak berbadan hukum minta pendapat Bagian Hukum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.findings import Finding, Layer, Severity
from toolkit.hukum import Ketentuan
from toolkit.model import JsonObject
from toolkit.rules.instansi import perjanjian, terakhir
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import menurut_hari, temuan

ID = "jenis-mitra"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
SEBUTAN = {"ksdd": "kerja sama dengan daerah lain", "ksdpk": "kerja sama dengan pihak ketiga", "sinergi": "Sinergi"}
BENTUK = {"cv": "CV", "usaha-dagang": "usaha dagang"}
NAMA_DAERAH = re.compile(r"\b(?:provinsi|kabupaten|kota)\s+(.+)$")


def check(perkara: Perkara) -> Iterator[Finding]:
    case = perkara.kerja_sama
    partners = case.mitra(perkara.sop)
    for place, party in enumerate(case.pihak):
        if any(party is one for one in partners):
            found = next(_judged(perkara, f"/pihak/{place}", party), None)
            if found:
                yield found


def hari(perkara: Perkara) -> str | None:
    """The day of the first agreement; before there is one, of the latest event."""
    days = [one.tanggal for one in perjanjian(perkara) if one.tanggal]
    return min(days, default=None) or terakhir(perkara)


def _judged(perkara: Perkara, pointer: str, party: JsonObject) -> Iterator[Finding]:
    """What is wrong with a partner, the gravest first."""
    yield from _foreign(perkara, pointer, party)
    yield from _same_government(perkara, pointer, party)
    yield from _other_kind(perkara, pointer, party)
    yield from _no_legal_body(perkara, pointer, party)


def _foreign(perkara: Perkara, pointer: str, party: JsonObject) -> Iterator[Finding]:
    abroad = party.get("bentuk") == "asing" or party.get("negara", "indonesia").casefold() not in {"indonesia", "id", "ri"}
    known = perkara.hukum.ketentuan("jenis-mitra", pada=hari(perkara), badan="asing")
    foreign = next((one for one in known if "asing" in one.isi.get("badan", ())), None)
    if abroad and foreign:
        severity, verdict = menurut_hari(hari(perkara), SEVERITY)
        yield temuan(
            ID, severity, f"Kerja sama dengan mitra luar negeri diatur tersendiri, tetapi {party['nama']} dicatat sebagai mitra.",
            foreign.dasar, f"{pointer}/bentuk", verdict=verdict,
            saran="Tempuh tata cara kerja sama dengan pemerintah daerah atau lembaga di luar negeri.",
        )


def _same_government(perkara: Perkara, pointer: str, party: JsonObject) -> Iterator[Finding]:
    ours = perkara.kerja_sama.pihak_kita(perkara.sop)
    rule = perkara.hukum.satu("jenis-mitra", pada=hari(perkara), kunci="kata_satuan_kerja")
    if ours is None or rule is None or not _within(ours, party):
        return
    doubtful = any(_has(word, party["nama"]) for word in rule.isi["kata_diragukan"])
    unit = party.get("bentuk") == "pemda" or any(party["nama"].startswith(word) for word in rule.isi["kata_satuan_kerja"])
    if doubtful or unit:
        severity, verdict = menurut_hari(hari(perkara), SEVERITY if party["bentuk"] == "pemda" and not doubtful else Severity.WARNING)
        yield temuan(
            ID, severity,
            f"Para pihak harus badan yang berbeda, tetapi {party['nama']} bagian dari {ours['nama']}.",
            rule.dasar, f"{pointer}/nama", verdict=verdict,
            saran="Satuan kerja dari satu pemerintah daerah tidak memerlukan perjanjian; atur dengan keputusan atau nota dinas.",
        )


def _within(ours: JsonObject, party: JsonObject) -> bool:
    """Whether a partner's name says that it belongs to our own government."""
    region = NAMA_DAERAH.search(ours["nama"].casefold())
    inside = region is not None and party["nama"].casefold().endswith(region[0])
    return inside and party.get("bentuk") in {"pemda", "blu", "lainnya"}


def _other_kind(perkara: Perkara, pointer: str, party: JsonObject) -> Iterator[Finding]:
    jenis, body = perkara.kerja_sama.jenis, party.get("bentuk")
    rule = perkara.hukum.satu("jenis-mitra", pada=hari(perkara), jenis=jenis, kunci="diragukan")
    if jenis is None or body is None or rule is None:
        return
    if body in rule.isi["badan"] and not _disputed(rule, party):
        return
    sure = body not in rule.isi["diragukan"] and not _disputed(rule, party)
    severity, verdict = menurut_hari(hari(perkara), SEVERITY if sure else _doubt(party))
    yield temuan(
        ID, severity, _message(jenis, body, party, sure), rule.dasar, f"{pointer}/bentuk", verdict=verdict,
        saran="Betulkan jenis kerja sama atau bentuk badannya." if sure else "Mintakan pendapat Bagian Hukum tentang kedudukan badan ini.",
    )


def _disputed(rule: Ketentuan, party: JsonObject) -> bool:
    return any(_has(word, party["nama"]) for word in rule.isi.get("kata_diragukan", ()))


def _doubt(party: JsonObject) -> Severity:
    """A state university that is its own legal body is disputed either way."""
    own_body = any(_has(word, party["nama"]) for word in ("PTN-BH", "PTNBH", "PTN Badan Hukum"))
    return Severity.INFO if own_body else Severity.WARNING


def _message(jenis: str, body: str, party: JsonObject, sure: bool) -> str:
    if sure:
        return f"{party['nama']} ({body.replace('-', ' ')}) tidak dapat menjadi mitra dalam {SEBUTAN[jenis]}."
    if body in {"cv", "firma", "usaha-dagang"}:
        return f"Badan usaha mitra harus berbadan hukum, tetapi {party['nama']} berbentuk {BENTUK.get(body, body)}; apakah dapat dinilai sebagai perseorangan?"
    return f"Kedudukan {party['nama']} sebagai mitra {SEBUTAN[jenis]} diperdebatkan."


def _no_legal_body(perkara: Perkara, pointer: str, party: JsonObject) -> Iterator[Finding]:
    case = perkara.kerja_sama
    rule = perkara.hukum.satu("jenis-mitra", pada=hari(perkara), jenis=case.jenis, badan=party.get("bentuk"), kunci="wajib")
    if rule and case.jenis and party.get("bentuk") and party.get("badan_hukum") is False:
        severity, verdict = menurut_hari(hari(perkara), Severity.WARNING)
        yield temuan(
            ID, severity, f"Badan usaha mitra harus berbadan hukum, tetapi {party['nama']} dicatat tidak berbadan hukum.",
            rule.dasar, f"{pointer}/badan_hukum", verdict=verdict, saran="Mintakan akta dan pengesahan badan hukumnya.",
        )


def _has(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None
