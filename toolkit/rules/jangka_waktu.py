"""Jangka waktu: Kesepakatan Bersama paling lama 5 tahun.

Mengapa: KB yang lebih lama melampaui peraturan; yang dibatasi hanya KB, dan KB dapat diperpanjang.
Berakhir tepat lima tahun sesudah mulai, atau sehari sebelumnya, sama-sama sesuai. Jangka waktu PKS
dan NK tidak dibatasi dan hanya dicatat. Jangka waktu adendum ialah perpanjangannya: lamanya tidak diatur,
tetapi yang diperpanjang harus masih berlaku.
Pada teksnya, jangka waktu yang pertama disebut dibandingkan; "dapat diperpanjang" tidak menambahnya.
Dasar: Permendagri 22/2020 Pasal 9 ayat (3) dan Pasal 32 ayat (3)
Contoh sesuai: 2 Maret 2026 sampai 1 Maret 2031
Contoh tidak sesuai: 2 Maret 2026 sampai 2 Maret 2033
Perbaikan: batasi KB paling lama 5 tahun; perpanjangan dibuat dengan kesepakatan para pihak.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from toolkit.evidence.terbaca import Jangka
from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.model import ADENDUM, JsonObject
from toolkit.plan import Keadaan
from toolkit.rules.instansi import (
    Instansi,
    bentuk_diubah,
    diubah,
    hari_hukum,
    ketentuan,
    perjanjian,
    terakhir,
)
from toolkit.rules.judul_pasal import sebutan_cocok
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import Teks, atas
from toolkit.rules.temuan import (
    belum_terbukti,
    kata,
    menurut_hari,
    sesudah,
    tambah,
    temuan,
)

ID = "jangka-waktu"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
BATAS_CATATAN = 5
KB = "kesepakatan-bersama"


def check(perkara: Perkara) -> Iterator[Finding]:
    found = list(_recorded(perkara))
    yield from found
    told = {naskah.nomor for naskah in perjanjian(perkara) if any((one.location.pointer or "").startswith((naskah.pointer, "/jangka_waktu")) for one in found)}
    yield from atas(perkara, periksa, told)


def periksa(teks: Teks) -> Iterator[Finding]:
    term = _stated(teks)
    if term is None or not teks.perjanjian:
        return
    place, held = teks.tempat(term.paragraf), _as_record(term)
    yield from (replace(one, message=f"{place}: {one.message}", location=replace(one.location, pointer=None, file=teks.berkas)) for one in _inconsistent("", held))
    rule = teks.ketentuan("jangka-waktu", "tahun_maks") if teks.bentuk == KB else None
    if rule is not None and lebih_dari(held, rule.isi["tahun_maks"]):
        doubtful = teks.jenis is None and teks.naskah.judul.bentuk != KB
        what = f"{place}: jangka waktu Kesepakatan Bersama harus paling lama {rule.isi['tahun_maks']} tahun, tetapi {lama(held)}"
        saran = "Batasi jangka waktunya; perpanjangan dibuat kemudian dengan kesepakatan para pihak."
        if doubtful:
            yield teks.catatan(ID, f"{what}; jenis kerja samanya tidak disebut (--jenis).", rule.dasar, saran)
        else:
            yield teks.temuan(ID, teks.berat(SEVERITY), f"{what}.", rule.dasar, saran)
    elif rule is None and teks.bentuk != KB and lebih_dari(held, BATAS_CATATAN):
        yield teks.catatan(ID, f"{place}: jangka waktu {lama(held)}; peraturan tidak membatasinya.", "Permendagri 22/2020 Pasal 41 dan Pasal 42", "Pastikan jangka waktu itu memang dikehendaki para pihak.", Verdict.TIDAK_SESUAI)


def _stated(teks: Teks) -> Jangka | None:
    """The first term in the article on it; elsewhere only a text without such an article is looked at."""
    if teks.bentuk == ADENDUM:
        return None  # it quotes the old term as well as the new one
    own = [one for one in teks.naskah.pasal if any(sebutan_cocok(one.judul, name) for name in ("Jangka waktu", "Masa berlaku"))]
    within = [one for one in teks.naskah.jangka if any(article.awal <= one.paragraf < article.akhir for article in own)]
    return next(iter(within if own else (one for one in teks.naskah.jangka if one.paragraf >= teks.naskah.batang[0])), None)


def _as_record(term: Jangka) -> JsonObject:
    """The term as a case would hold it."""
    record: dict[str, object] = {}
    if term.bulan is not None:
        record |= {"tahun": term.bulan // 12} | ({"bulan": term.bulan % 12} if term.bulan % 12 else {})
    if term.mulai and term.sampai:
        record |= {"mulai": term.mulai.isoformat(), "sampai": term.sampai.isoformat()}
    return record


def _recorded(perkara: Perkara) -> Iterator[Finding]:
    told = False
    for naskah in perjanjian(perkara):
        pointer, term = _term(perkara, naskah)
        if term:
            yield from _inconsistent(pointer, term)
            found = list(_too_long(perkara, naskah, pointer, term))
            told = told or bool(found)
            yield from found
    yield from () if told else _planned(perkara)
    yield from _outside(perkara)


def _term(perkara: Perkara, naskah: Instansi) -> tuple[str, JsonObject | None]:
    """The naskah's own term, else the cooperation's for its first agreement (KB or NK)."""
    own = naskah.data.get("jangka_waktu")
    if own is not None:
        return f"{naskah.pointer}/jangka_waktu", own
    first = ketentuan(perkara, "jangka-waktu", naskah) is not None
    return "/jangka_waktu", perkara.kerja_sama.data.get("jangka_waktu") if first else None


def lama(term: JsonObject) -> str | None:
    """A term in words if it is longer than nothing: from its dates, else from its years."""
    if term.get("mulai") and term.get("sampai"):
        return f"{kata(term['mulai'])} sampai {kata(term['sampai'])}"
    months = f" {term['bulan']} bulan" if term.get("bulan") else ""
    return f"{term['tahun']} tahun{months}" if "tahun" in term else None


def lebih_dari(term: JsonObject, tahun: int) -> bool:
    """Whether a term is surely longer; ending on the same day years later is not."""
    if term.get("mulai") and term.get("sampai"):
        return bool(term["sampai"] > tambah(term["mulai"], tahun))
    return "tahun" in term and term["tahun"] * 12 + term.get("bulan", 0) > tahun * 12


def _too_long(perkara: Perkara, naskah: Instansi, pointer: str, term: JsonObject) -> Iterator[Finding]:
    rule = ketentuan(perkara, "jangka-waktu", naskah, "tahun_maks")
    if rule is not None and perkara.kerja_sama.jenis and lebih_dari(term, rule.isi["tahun_maks"]):
        severity, verdict = menurut_hari(hari_hukum(perkara, naskah), SEVERITY)
        yield temuan(
            ID, severity,
            f"Jangka waktu {naskah.nama} harus paling lama {rule.isi['tahun_maks']} tahun, tetapi {lama(term)}.",
            rule.dasar, pointer, verdict=verdict, langkah=naskah.langkah,
            saran="Batasi jangka waktunya; perpanjangan dibuat kemudian dengan kesepakatan para pihak.",
        )
    elif rule is None and bentuk_diubah(perkara, naskah) == KB:
        yield from _extended(perkara, naskah, pointer, term)
    elif rule is None and pointer != "/jangka_waktu" and lebih_dari(term, BATAS_CATATAN):
        yield temuan(
            ID, Severity.INFO, f"Jangka waktu {naskah.nama} {lama(term)}; peraturan tidak membatasinya.",
            "Permendagri 22/2020 Pasal 41 dan Pasal 42", pointer, saran="Pastikan jangka waktu itu memang dikehendaki para pihak.",
        )


def _extended(perkara: Perkara, naskah: Instansi, pointer: str, term: JsonObject) -> Iterator[Finding]:
    """A KB may be extended, and nothing says for how long at a time; longer than a KB itself is doubtful."""
    rule = perkara.hukum.satu("jangka-waktu", pada=hari_hukum(perkara, naskah), jenis=perkara.kerja_sama.jenis, bentuk=KB)
    if rule and lebih_dari(term, rule.isi["tahun_maks"]):
        years = rule.isi["tahun_maks"]
        yield belum_terbukti(
            ID, f"Belum terbukti perpanjangan {lama(term)} dengan {naskah.nama} sesuai: Kesepakatan Bersama paling lama {years} tahun dan dapat diperpanjang, tetapi lamanya perpanjangan tidak diatur.",
            rule.dasar, pointer, f"Batasi perpanjangan paling lama {years} tahun, atau catat alasannya.",
        )


def _planned(perkara: Perkara) -> Iterator[Finding]:
    """The cooperation's term where the KB that will take it over is not yet in the case."""
    case, day = perkara.kerja_sama, terakhir(perkara)
    term = case.data.get("jangka_waktu")
    rule = perkara.hukum.satu("jangka-waktu", pada=day, jenis=case.jenis, bentuk=KB)
    if not (term and case.jenis and rule and _kb_due(perkara)):
        return
    if lebih_dari(term, rule.isi["tahun_maks"]):
        severity, verdict = menurut_hari(day, Severity.WARNING)
        yield temuan(
            ID, severity,
            f"Kesepakatan Bersama paling lama {rule.isi['tahun_maks']} tahun, tetapi jangka waktu kerja sama ini {lama(term)}.",
            rule.dasar, "/jangka_waktu", verdict=verdict,
            saran=f"Sepakati jangka waktu KB paling lama {rule.isi['tahun_maks']} tahun.",
        )


def _kb_due(perkara: Perkara) -> bool:
    planned = (one for one in perkara.rencana.naskah if one.keadaan is Keadaan.BERLAKU)
    return any(one.naskah.bentuk == KB for one in planned) and not any(True for _ in perjanjian(perkara, KB))


def _inconsistent(pointer: str, term: JsonObject) -> Iterator[Finding]:
    if not ("tahun" in term and term.get("mulai") and term.get("sampai")):
        return
    end = tambah(term["mulai"], term["tahun"], term.get("bulan", 0))
    if term["sampai"] not in (end, sesudah(end, -1)):
        yield temuan(
            ID, Severity.WARNING,
            f"Jangka waktu {term['tahun']} tahun sejak {kata(term['mulai'])} berakhir {kata(sesudah(end, -1))} atau {kata(end)}, tetapi tertulis {kata(term['sampai'])}.",
            "Permendagri 22/2020 Pasal 40, Pasal 41 dan Pasal 42", f"{pointer}/sampai",
            saran="Samakan jumlah tahun dengan tanggal mulai dan berakhirnya.",
        )


def _outside(perkara: Perkara) -> Iterator[Finding]:
    """A PKS signed after the KB that it rests on had lapsed; an addendum before what it changes was
    signed, or after that had ended."""
    for naskah in perjanjian(perkara, ADENDUM):
        changed = diubah(perkara, naskah)
        if changed is not None and naskah.ditandatangani and naskah.tanggal:
            yield from _changed_in_time(perkara, naskah, changed, naskah.tanggal)
    parents = {one.data.get("id"): one for one in perjanjian(perkara, KB)}
    for naskah in perjanjian(perkara):
        parent = parents.get(naskah.data.get("kb_induk")) if isinstance(naskah.data.get("kb_induk"), str) else None
        end = berakhir(perkara, parent) if parent else None
        if parent and end and naskah.ditandatangani and naskah.tanggal and naskah.tanggal > end:
            yield temuan(
                ID, Severity.WARNING,
                f"{naskah.nama} ditandatangani {kata(naskah.tanggal)}, tetapi {parent.nama} sudah berakhir {kata(end)}.",
                "Permendagri 22/2020 Pasal 9 ayat (3) dan Pasal 32 ayat (3)", f"{naskah.pointer}/tanggal",
                saran="Perpanjang atau perbarui kesepakatan bersamanya lebih dahulu.", langkah=naskah.langkah,
            )
        elif parent and end and (later := berakhir(perkara, naskah)) and later > end:
            yield temuan(
                ID, Severity.INFO, f"{naskah.nama} berakhir {kata(later)}, sesudah {parent.nama} berakhir {kata(end)}; peraturan tidak melarangnya.",
                "Permendagri 22/2020 Pasal 9 ayat (3) dan Pasal 32 ayat (3)", f"{naskah.pointer}/jangka_waktu", saran="Siapkan perpanjangan kesepakatan bersamanya.",
            )


def _changed_in_time(perkara: Perkara, naskah: Instansi, changed: Instansi, day: str) -> Iterator[Finding]:
    basis = "Permendagri 22/2020 Pasal 15 ayat (3) dan Pasal 37 ayat (2)"
    end = berlaku_sampai(perkara, changed, day)
    if changed.tanggal and day < changed.tanggal:
        yield temuan(
            ID, Severity.WARNING, f"{naskah.nama} harus sesudah {changed.nama} yang diubahnya ({kata(changed.tanggal)}), tetapi bertanggal {kata(day)}.",
            basis, f"{naskah.pointer}/tanggal", saran="Betulkan tanggalnya, atau naskah yang disebut pada mengubah.", langkah=naskah.langkah,
        )
    elif end and end < day:
        yield belum_terbukti(
            ID, f"Belum terbukti {naskah.nama} masih dapat mengubah {changed.nama}: naskah itu berakhir {kata(end)}, sedangkan adendumnya ditandatangani {kata(day)}.",
            basis, f"{naskah.pointer}/tanggal", "Buat naskah baru bila yang lama sudah berakhir, atau betulkan tanggalnya.",
        )


def berlaku_sampai(perkara: Perkara, naskah: Instansi, sebelum: str | None = None) -> str | None:
    """The last day of an agreement, as the signed addenda (of an earlier day) extend it."""
    longer = [
        berakhir(perkara, one) for one in perjanjian(perkara, ADENDUM)
        if one.ditandatangani and (found := diubah(perkara, one)) and found.nomor == naskah.nomor and (sebelum is None or (one.tanggal or "") < sebelum)
    ]
    return max((end for end in (berakhir(perkara, naskah), *longer) if end), default=None)


def berakhir(perkara: Perkara, naskah: Instansi) -> str | None:
    """The last day of an agreement, from its end or from its start and years."""
    term = _term(perkara, naskah)[1] or {}
    start = term.get("mulai") or naskah.tanggal
    if term.get("sampai") or not start or "tahun" not in term:
        return term.get("sampai")
    return tambah(start, term["tahun"], term.get("bulan", 0))
