"""The house's order: imports go one way, rules open no file, only the command line prints."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "toolkit"

# Each may import what stands above it; modules in one line do not know each other.
ORDER = (
    ("findings", "errors", "files", "times", "jsonfaults", "jsontext", "conditions"),
    ("source", "placeholders"),
    ("datafiles",),
    ("model",),
    ("resources", "signers"),
    ("hukum",),
    ("statutory",),
    ("library",),
    ("worktime",),
    ("plan",),
    ("alignment",),
    ("conformance",),
    ("stages", "turns"),
    ("naming",),
    ("cells",),
    ("references", "keywords"),
    ("structure",),
    ("workbook",),
    ("cases",),
    ("attachments", "exemptions", "gaps", "hollow"),
    ("lacking",),
    ("completeness",),
    ("evidence",),
    ("comparison",),
    ("rules",),
    ("checking",),
    ("drafting",),
    ("batch", "form"),
    ("logbook",),
    ("progress",),
    ("starter",),
    ("verification",),
    ("reports",),
    ("cli",),
)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__main__.py")
IDS = [str(path.relative_to(PACKAGE)) for path in MODULES]


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def part(path: Path) -> str:
    """The module or subpackage of `toolkit` that a file belongs to."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module == "toolkit":
            yield from (alias.name for alias in node.names if alias.name in RANK)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("toolkit."):
            yield (node.module or "").split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("toolkit."))


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_every_module_has_its_place_in_the_order(path: Path) -> None:
    assert part(path) in {*RANK, "__init__"}


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_imports_go_one_way(path: Path) -> None:
    own = part(path)
    assert own in {*RANK, "__init__"}, f"{own} has no place in the order"
    for other in imported(path):
        assert other in RANK, f"{other} has no place in the order"
        assert other == own or RANK[other] < RANK[own], f"{path.name} imports {other}"


def calls(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize("path", [one for one in MODULES if part(one) == "rules"], ids=lambda p: p.name)
def test_rules_open_no_file(path: Path) -> None:
    assert {"open", "Path", "read_text", "read_bytes"}.isdisjoint(name.split(".")[-1] for name in calls(path))


@pytest.mark.parametrize("path", [one for one in MODULES if part(one) != "cli"], ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    outside = [node for node in tree(path).body if not _is_script_guard(node)]
    names = {ast.unparse(call.func) for node in outside for call in ast.walk(node) if isinstance(call, ast.Call)}
    assert names.isdisjoint({"print", "click.echo", "sys.exit", "exit", "input"})


def _is_script_guard(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_no_handler_catches_everything_but_the_outermost(path: Path) -> None:
    handlers = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler)]
    wide = [one for one in handlers if one.type is None or ast.unparse(one.type) in {"Exception", "BaseException"}]
    edge = path.relative_to(ROOT).as_posix() == "toolkit/cli/__init__.py"
    assert len(wide) == (1 if edge else 0), "only the program's own edge turns any fault into a sentence"


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_the_engine_names_no_sop(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [one.stem for one in (ROOT / "checklists").glob("*.json") if one.stem in text] == []


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_functions_are_annotated_and_short_and_files_too(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 350
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.returns is not None, node.name
            assert (node.end_lineno or 0) - node.lineno < 50, node.name
