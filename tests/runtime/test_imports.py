"""Imports of the library run one way: no cycle, and no layer imports a later one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

RUNTIME = Path(__file__).parents[2] / "generator" / "runtime"

LAYERS = (
    ("core",),
    ("identifiers", "checksums"),
    ("exams",),
    ("checking",),
    ("fixing",),
    ("report", "tables", "testing"),
    ("store",),
    ("cli",),
    ("__main__",),
)
"""Each imports its own folder and those of earlier lines; folders of one line do not import each
other."""

EMITTED = frozenset({"by_role"})
"""Emitted modules of the library, which only type checkers import."""

Imports = dict[str, set[str]]


def modules(folder: Path) -> dict[str, Path]:
    """The modules below a folder, by their names within it."""
    paths = {path.relative_to(folder): path for path in folder.rglob("*.py")}
    names = {".".join(p.with_suffix("").parts).removesuffix("__init__"): p for p in paths}
    return {name.removesuffix("."): paths[path] for name, path in names.items()}


def imports_of(folder: Path) -> Imports:
    """All imports of each module: also in functions and for type checkers."""
    known = modules(folder)
    return {name: set(imported(name, path, known)) for name, path in known.items()}


def imported(name: str, path: Path, known: dict[str, Path]) -> Iterator[str]:
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) + 1 - node.level]
            module = ".".join([*base, *filter(None, [node.module])])
            for alias in node.names:
                full = f"{module}.{alias.name}".removeprefix(".")
                yield full if full in known else module


def circle(imports: Imports) -> list[str]:
    """Modules that import each other in a cycle; empty if there are none."""
    clear: set[str] = set()

    def search(path: list[str]) -> list[str]:
        for other in sorted(imports.get(path[-1], set()) - clear):
            if other in path:
                return [*path[path.index(other) :], other]
            if found := search([*path, other]):
                return found
        clear.add(path[-1])
        return []

    return next(filter(None, (search([name]) for name in sorted(imports))), [])


def against_the_layers(imports: Imports) -> list[str]:
    """Imports of a later layer, or of another one on the same line."""
    place = {folder: number for number, line in enumerate(LAYERS) for folder in line}
    found = []
    for name, others in sorted(imports.items()):
        layer = name.split(".")[0]
        for other in sorted(others):
            target = other.split(".")[0]
            if target not in EMITTED and target != layer and place[target] >= place[layer]:
                found.append(f"{name} imports {other}")
    return found


def test_emitted_modules_are_imported_by_type_checkers_alone() -> None:
    for path in RUNTIME.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        guarded = {
            node
            for block in ast.walk(tree)
            if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
            for node in ast.walk(block)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module in EMITTED:
                assert node in guarded, path


def test_no_modules_import_one_another() -> None:
    assert circle(imports_of(RUNTIME)) == []


def test_no_layer_imports_one_after_it() -> None:
    assert against_the_layers(imports_of(RUNTIME)) == []


def test_every_folder_is_in_a_layer() -> None:
    folders = {name.split(".")[0] for name in modules(RUNTIME) if name}
    assert folders == {folder for line in LAYERS for folder in line}


@pytest.mark.parametrize(
    "back",
    [
        "from ..core import a",
        "def later() -> None:\n    from .a import A",
        "if TYPE_CHECKING:\n    from ..core.a import A",
        "from . import a",
    ],
)
def test_a_circle_is_found_wherever_the_import_stands(tmp_path: Path, back: str) -> None:
    core = tmp_path / "core"
    core.mkdir()
    (core / "__init__.py").write_text("")
    (core / "a.py").write_text("from .b import B\n")
    (core / "b.py").write_text("from .c import C\n")
    (core / "c.py").write_text(back)
    assert circle(imports_of(tmp_path)) == ["core.a", "core.b", "core.c", "core.a"]
    (core / "c.py").write_text("import ast\n")
    assert circle(imports_of(tmp_path)) == []


def test_an_import_against_the_layers_is_found() -> None:
    imports = {
        "core.a": {"exams.b", "core.c"},
        "checking.d": {"exams.b", "core.a"},
        "report.e": {"tables.f"},
    }
    assert against_the_layers(imports) == [
        "core.a imports exams.b",
        "report.e imports tables.f",
    ]
