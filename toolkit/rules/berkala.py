"""What the rules on reports share: which reports an agreement has, and when the next was due."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model import ADENDUM, JsonObject
from toolkit.rules.instansi import Instansi, perjanjian
from toolkit.rules.jangka_waktu import berlaku_sampai
from toolkit.rules.perkara import Perkara
from toolkit.rules.temuan import tambah

BUKAN_PELAKSANAAN = frozenset({"kesepakatan-bersama", "nota-kesepakatan", ADENDUM})


def pelaksanaan(perkara: Perkara) -> Iterator[Instansi]:
    """Signed agreements by which a cooperation is carried out: not its framework, and an addendum is
    reported on with what it changes."""
    yield from (one for one in perjanjian(perkara) if one.ditandatangani and one.tanggal and one.bentuk not in BUKAN_PELAKSANAAN)


def laporan(perkara: Perkara, naskah: Instansi, *jenis: str) -> list[tuple[int, JsonObject]]:
    """Reports of some kinds on an agreement: by its id, or on the whole cooperation."""
    name = naskah.data.get("id")
    listed = enumerate(perkara.kerja_sama.data.get("monev", ()))
    return [(place, one) for place, one in listed if one["jenis"] in jenis and (one.get("naskah") or one.get("untuk")) in (None, name, naskah.data.get("untuk"))]


def kepada(laporan: JsonObject, penerima: str) -> bool:
    """Whether a report went to somebody, by the first word of his post; a yearly one that names nobody
    is the one that goes on to him."""
    if "kepada" not in laporan:
        return bool(laporan["jenis"] == "tahunan")
    return penerima.split()[0].casefold() in laporan["kepada"].casefold()


def terlewat(perkara: Perkara, naskah: Instansi, bulan: int, *jenis: str, penerima: str | None = None) -> tuple[str, str] | None:
    """Since when, and by when, a report is not recorded: that many months after the latest one, or
    after the signing, while the agreement was in force; None if none is missing. With `penerima` only
    reports to him count."""
    given = [one for _, one in laporan(perkara, naskah, *jenis) if penerima is None or kepada(one, penerima)]
    days = [one["tanggal"] for one in given if one.get("tanggal")]
    since = max([*days, naskah.tanggal or ""])
    due, end = tambah(since, 0, bulan), berlaku_sampai(perkara, naskah)
    today = perkara.per_tanggal.isoformat()
    stopped = perkara.kerja_sama.dihentikan is not None
    return None if stopped or due >= today or (end is not None and due > end) else (since, due)
