"""The house's walls: which room may know which, how long a file may be, and that no import hides in a function."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "rawi"
LONGEST = 400

BASE = {"model", "arabic", "knowledge", "interchange"}
ALLOWED = {
    "model": {"model"},
    "arabic": {"model", "arabic"},
    "knowledge": {"model", "arabic", "knowledge"},
    "interchange": {"model", "interchange"},
    **{
        room: BASE | {room}
        for room in ("reading", "annotating", "comparing", "reporting", "store", "engines", "search")
    },
    "pipeline": BASE | {"reading", "annotating", "comparing", "engines"},
    "evaluation": BASE | {"pipeline", "store", "search", "reading", "reporting", "engines", "evaluation"},
    "web": BASE | {"pipeline", "store", "search", "reporting", "web"},
    "cli": BASE | {"pipeline", "store", "search", "reading", "reporting", "evaluation", "engines", "web", "cli"},
    "calling": BASE | {"pipeline", "reading"},
    "__init__": BASE | {"pipeline", "store", "reading", "reporting", "calling"},
    "__main__": {"cli"},
}


def files() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: relative import"
            yield node.module or "", node.lineno


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_run_one_way(path: Path) -> None:
    room = room_of(path)
    assert room in ALLOWED, f"{room} is no room of the house: add it to ALLOWED with the rooms it may know"
    for name, line in imports(ast.parse(path.read_text(encoding="utf-8"))):
        if name == "rawi" or name.startswith("rawi."):
            target = name.split(".")[1] if "." in name else "__init__"
            assert target in ALLOWED[room], f"{path.name}:{line}: {room} must not know {target}"


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_own_import_inside_a_function(path: Path) -> None:
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            hidden = [name for name, _ in imports(function) if name.split(".")[0] == "rawi"]
            assert not hidden, f"{path.name}: {function.name} imports {hidden}"


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_are_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, f"{path.name} has {lines} lines: it holds more than one purpose"


def test_no_cycles() -> None:
    graph = {}
    for path in files():
        name = "rawi." + ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        graph[name.removesuffix(".__init__")] = {
            target for target, _ in imports(ast.parse(path.read_text(encoding="utf-8"))) if target.startswith("rawi.")
        }
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"import cycle: {' -> '.join([*path, name])}"
        if name in done:
            return
        for target in sorted(graph.get(name, ())):
            visit(target, (*path, name))
        done.add(name)

    for name in sorted(graph):
        visit(name, ())
