"""The package finds its data however it is installed: wheel, editable, plain checkout."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.resources import FOLDERS, packaged

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("toolkit", *FOLDERS)
FILES = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE")


def run(*command: object, cwd: Path) -> str:
    done = subprocess.run([str(one) for one in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the package is made of, so that building leaves nothing in the house."""
    copy = tmp_path_factory.mktemp("rumah")
    for part in PARTS:
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("roda")
    run(sys.executable, "-m", "pip", "wheel", checkout, "--no-deps", "--no-build-isolation", "--no-index", "-q", "-w", out, cwd=out)
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A venv that borrows the dependencies of this one and nothing else of it."""
    folder = tmp_path / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=tmp_path)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "pinjam.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def expected(root: Path) -> Iterator[str]:
    """Every file that belongs into a wheel, as it is named there."""
    for part in PARTS:
        for path in sorted((root / part).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                inside = path.relative_to(root)
                yield str(inside if part == "toolkit" else Path("toolkit") / inside)


def test_a_wheel_holds_every_module_and_every_data_file_and_nothing_else(checkout: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == set(expected(checkout))


def test_every_subpackage_is_named_in_setup_cfg() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg")
    named = set(config["options"]["packages"].split())
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "toolkit").rglob("*.py")}
    assert named == found | {f"toolkit.{folder}" for folder in FOLDERS}


@pytest.mark.parametrize("how", ["roda", "disunting"])
def test_an_install_finds_its_data(how: str, wheel: Path, checkout: Path, fresh: Path, tmp_path: Path) -> None:
    what = [wheel] if how == "roda" else ["--no-build-isolation", "--editable", checkout]
    run(sys.executable, "-m", "pip", "--python", fresh / "bin" / "python", "install", "-q", "--no-deps", "--no-index", *what, cwd=tmp_path)
    listed = run(fresh / "bin" / "kerjasama", "sop", cwd=tmp_path)
    for path in (ROOT / "checklists").glob("*.json"):
        assert path.stem in listed


def test_a_plain_checkout_finds_its_data(checkout: Path) -> None:
    listed = run(sys.executable, "-m", "toolkit", "sop", cwd=checkout)
    assert all(path.stem in listed for path in (checkout / "checklists").glob("*.json"))


def test_the_data_folders_are_where_the_package_looks() -> None:
    assert [folder for folder in FOLDERS if not (packaged() / folder).is_dir()] == []


@pytest.mark.panjang
@pytest.mark.perlu("make", "git")
def test_a_fresh_clone_runs_the_demo_and_stays_clean(tmp_path: Path) -> None:
    clone = tmp_path / "klona"
    run("git", "clone", "-q", ROOT, clone, cwd=tmp_path)
    shown = run("make", "demo", f"PYTHON={sys.executable}", cwd=clone)
    assert "kerjasama generate" in shown and list((clone / "build" / "demo").rglob("manifest.json"))
    assert run("git", "status", "--porcelain", cwd=clone) == ""
