"""An agency's own emblems in place of the boxes; a document that still carries a box says so."""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.contoh import SAMPLES
from toolkit.drafting.emblem import kotak
from toolkit.findings import Severity
from toolkit.library import Library
from toolkit.resources import Resources
from toolkit.verification import gambar_lambang
from toolkit.verification.data import Data

CASE = SAMPLES / "paser-kb" / "lengkap-mitra"
PROFIL = "kabupaten-paser"


def png(wide: int = 120, high: int = 160) -> bytes:
    """A plain picture of one colour."""
    rows = zlib.compress(b"".join(b"\0" + b"\x20\x60\xa0" * wide for _ in range(high)))
    parts = ((b"IHDR", struct.pack(">2L5B", wide, high, 8, 2, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data)) for kind, data in parts)


@pytest.fixture
def data_kami(tmp_path: Path) -> Path:
    """A data folder whose profile gives both emblems."""
    folder = tmp_path / "data"
    (folder / "templates" / "profil").mkdir(parents=True)
    (folder / "templates" / "gambar").mkdir()
    profil = json.loads(Path(f"templates/profil/{PROFIL}.json").read_text(encoding="utf-8"))
    profil["gambar_lambang"] = {"Lambang Daerah": "templates/gambar/daerah.png", "Lambang Negara": "templates/gambar/negara.png"}
    (folder / "templates" / "profil" / f"{PROFIL}.json").write_text(json.dumps(profil), encoding="utf-8")
    for name, size in (("daerah", (120, 160)), ("negara", (200, 100))):
        (folder / "templates" / "gambar" / f"{name}.png").write_bytes(png(*size))
    return folder


def test_the_pictures_stand_where_the_boxes_were(call: Any, tmp_path: Path, data_kami: Path) -> None:
    args = ["generate", CASE, "--data", data_kami, "--naskah", "kesepakatan-bersama", "--naskah", "undangan-permohonan", "--format", "json"]
    for place in ("a", "b"):
        told = call(*args, "-o", tmp_path / place)
        assert told.code == 0, told.err
    for path in sorted((tmp_path / "a" / CASE.name).glob("*.docx")):
        made = docx.Document(str(path))
        assert [one.get("descr").lower() for one in made.element.iter("{*}docPr")] == ["lambang daerah"]
        assert made.inline_shapes[0].height > made.inline_shapes[0].width
        with zipfile.ZipFile(path) as archive:
            (media,) = [archive.read(one) for one in archive.namelist() if one.startswith("word/media/")]
        assert media == png() and not [one for one in kotak(path.read_bytes()) if "daerah" in one.lower()]
        assert path.read_bytes() == (tmp_path / "b" / CASE.name / path.name).read_bytes()


def test_a_box_that_is_left_is_told_once_per_case_with_what_to_do(call: Any, tmp_path: Path) -> None:
    told = call("generate", CASE, "-o", tmp_path, "--format", "json")
    (note,) = [one for one in json.loads(told.out)["findings"] if one["rule"] == "lambang-kotak"]
    assert told.code == 0 and note["severity"] == "info"
    assert "LAMBANG DAERAH" in note["message"] and "gambar_lambang" in note["suggestion"]


@pytest.mark.parametrize(("content", "why"), [(None, "tidak ada"), (b"GIF89a", "bukan gambar"), (png(10, 10), "10 × 10"), (b"", "kosong"), (b"x" * 2_000_001, "2 MB")])
def test_a_picture_that_cannot_be_used_is_told_by_verify_and_generate(call: Any, tmp_path: Path, data_kami: Path, content: bytes | None, why: str) -> None:
    picture = data_kami / "templates" / "gambar" / "daerah.png"
    picture.unlink()
    if content is not None:
        picture.write_bytes(content)
    told = call("generate", CASE, "-o", tmp_path / "hasil", "--data", data_kami, "--naskah", "kesepakatan-bersama")
    assert told.code == 2 and why in told.err and "daerah.png" in told.err
    assert not (tmp_path / "hasil").exists()
    found = list(gambar_lambang.check(Data.read(Library(Resources(data_kami)))))
    assert [why in one.message for one in found] == [True]
    assert [one.severity for one in found] == [Severity.ERROR]
