"""Acuan pasal: pasal dan ayat yang dirujuk ada dalam naskah ini.

Mengapa: rujukan yang tertinggal sesudah pasal dinomori ulang menunjuk ketentuan yang tidak ada.
"Pasal … Undang-Undang …", KUH Perdata, anggaran dasar dan perjanjian lain bukan rujukan kepada naskah
ini; rujukan yang tidak jelas miliknya tidak dinilai, dan adendum merujuk naskah yang diubahnya. Pasal yang
menurut berkas diubah dengan adendum dicari dalam teks naskah yang diubah, bila teks itu terbaca.
Dasar: Permendagri 22/2020 Lampiran ("Pasal 1 … Pasal … dan seterusnya")
Contoh sesuai: "sebagaimana dimaksud dalam Pasal 4 ayat (2)", dan Pasal 4 berayat dua
Contoh tidak sesuai: "sebagaimana dimaksud dalam Pasal 19", padahal naskah berakhir pada Pasal 12
Perbaikan: betulkan nomor pasal atau ayat yang dirujuk.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.evidence.terbaca import Pasal, Rujukan
from toolkit.findings import Finding, Layer, Severity, Verdict
from toolkit.model import ADENDUM
from toolkit.rules.instansi import Instansi, diubah, perjanjian
from toolkit.rules.perkara import Perkara
from toolkit.rules.teks import LAMPIRAN, Teks, atas, dibaca
from toolkit.rules.temuan import temuan

ID = "acuan-pasal"
SEVERITY = Severity.ERROR
LAYER = Layer.HUKUM
DASAR = f'{LAMPIRAN} ("Pasal 1 … Pasal … dan seterusnya")'
SARAN = "Betulkan nomor pasal atau ayat yang dirujuk."


def check(perkara: Perkara) -> Iterator[Finding]:
    yield from atas(perkara, periksa)
    texts = {teks.nomor: teks for teks in dibaca(perkara)}
    for naskah in perjanjian(perkara, ADENDUM):
        changed = diubah(perkara, naskah)
        if changed is not None and changed.nomor in texts:
            yield from _changes(naskah, changed, texts[changed.nomor])


def _changes(naskah: Instansi, changed: Instansi, teks: Teks) -> Iterator[Finding]:
    """Articles that an addendum changes must be there; one with a letter came with another addendum."""
    numbers = {one.nomor for one in teks.naskah.pasal if one.nomor is not None}
    if len(numbers) < 2 or not teks.utuh:
        return
    for place, one in enumerate(naskah.data.get("isi", {}).get("perubahan", ())):
        article = one["pasal"].casefold().removeprefix("pasal").strip()
        if one["cara"] != "disisipkan" and article.isdecimal() and int(article) not in numbers:
            yield temuan(
                ID, SEVERITY, f"{naskah.nama} mengubah Pasal {article}, tetapi pasal itu tidak ada dalam {changed.nama}; pasal terakhir ialah Pasal {max(numbers)}.",
                DASAR, f"{naskah.pointer}/isi/perubahan/{place}/pasal", saran="Betulkan nomor pasal yang diubah.", langkah=naskah.langkah,
            )


def periksa(teks: Teks) -> Iterator[Finding]:
    articles = {one.nomor: one for one in teks.naskah.pasal if one.nomor is not None}
    if not teks.perjanjian or teks.bentuk == ADENDUM or len(articles) < 2:
        return
    for one in teks.naskah.rujukan:
        if one.milik == "sendiri":
            yield from _judge(teks, articles, one)


def _judge(teks: Teks, articles: dict[int, Pasal], one: Rujukan) -> Iterator[Finding]:
    held = teks.naskah.pasal_pada(one.paragraf)
    target = articles.get(one.pasal) if one.pasal is not None else held
    place = teks.tempat(one.paragraf)
    if target is None and one.pasal is not None:
        last = max(articles)
        yield _finding(teks, f"{place}: dirujuk “{one.teks.strip()}”, tetapi pasal itu tidak ada; pasal terakhir ialah Pasal {last}")
    elif target is not None and one.ayat is not None and one.ayat not in target.ayat:
        if target.ayat:
            yield _finding(teks, f"{place}: dirujuk “{one.teks.strip()}”, tetapi {target.tulisan} hanya sampai ayat ({max(target.ayat)})")
        else:
            yield teks.catatan(ID, f"{place}: dirujuk “{one.teks.strip()}”, tetapi nomor ayat pada {target.tulisan} tidak terbaca.", DASAR, SARAN)


def _finding(teks: Teks, what: str) -> Finding:
    weight = teks.berat(SEVERITY) if teks.utuh else (Severity.INFO, Verdict.BELUM_TERBUKTI)
    return teks.temuan(ID, weight, f"{what}.", DASAR, SARAN)
