"""`make figures`: the size and complexity of the project, compared with targets (issue 14).

Everything is measured on the files as they are. Exits with 1 if a target is missed.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator.runtime.testing.spec import expanded_versions

ROOT = Path(__file__).resolve().parents[1]
GENERATOR, RUNTIME = ROOT / "generator", ROOT / "generator" / "runtime"
RECORD = ROOT / "generated" / "jcq_formats" / "v14" / "basedata.py"
SPEC_JSON = ROOT / "generated" / "jcq_formats" / "spec.json"

TWINS = (
    *("CharacterSet", "CodeList", "DataType", "Field", "Layout", "Move"),
    *("NameForm", "NamePart", "Record", "Rule", "Version"),
)
"""Facts of the formats that generator and runtime once declared both."""

TOP = {
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "Makefile"),
    *("spec", "generator", "generated", "templates", "tests"),
}
"""The contents of the top folder, except names that begin with a dot."""

BYTES_BEFORE = 4_709_678
"""The bytes that git tracked when the figures were first taken."""

Found = Sequence[str]


class Figure(NamedTuple):
    """One row: what is measured, the result, and the target."""

    what: str
    measured: float
    most: float
    names: Found = ()

    @property
    def is_met(self) -> bool:
        return self.measured <= self.most


def figures() -> Iterator[Figure]:
    """All rows of the table, in the order of the issue."""
    lines = _source_of_class(RECORD, "Option")
    fields = _fields_of(RECORD, "Option")
    yield Figure("emitted lines a field (v14.Option)", len(lines) / len(fields), 15)
    places = {name: _places(lines, *position) for name, position in fields.items()}
    most = max(places, key=lambda name: places[name])
    yield Figure("places of a field's positions (v14.Option)", places[most], 3, [most])
    yield _counted("classes of both generator and runtime", 0, _twins())
    yield _counted("types for something wrong, but Issue", 1, _types_of_wrong())
    yield _counted("ways to register a rule", 1, _ways_to_register())
    yield _counted("places where checking lives", 1, _places_of_checking())
    yield _counted("import circles", 0, _circles())
    yield _counted("other things at the top", 0, _strays_at_the_top())
    yield _counted("modules over 400 lines", 0, _long_modules())
    tracked = [ROOT / name for name in _tracked()]
    contents = [path.read_bytes() for path in tracked if path.is_file()]
    yield Figure("lines in the repository", sum(data.count(b"\n") for data in contents), 75_000)
    yield Figure("bytes in the repository", sum(map(len, contents)), BYTES_BEFORE // 2)


def _counted(what: str, most: int, names: Found) -> Figure:
    return Figure(what, len(names), most, names)


def _modules(folder: Path, but: Path | None = None) -> dict[Path, ast.Module]:
    """The syntax trees of all modules below a folder."""
    paths = [p for p in sorted(folder.rglob("*.py")) if but is None or but not in p.parents]
    return {path: ast.parse(path.read_text("utf-8")) for path in paths}


def _class(path: Path, name: str) -> ast.ClassDef:
    tree = ast.parse(path.read_text("utf-8"))
    return next(n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == name)


def _source_of_class(path: Path, name: str) -> list[str]:
    """The lines of a class, and of those whose names begin with its name: the types of its
    values."""
    tree, lines = ast.parse(path.read_text("utf-8")), path.read_text("utf-8").splitlines()
    classes = [n for n in tree.body if isinstance(n, ast.ClassDef) and n.name.startswith(name)]
    return [line for found in classes for line in lines[found.lineno - 1 : found.end_lineno]]


def _fields_of(path: Path, name: str) -> dict[str, tuple[int, int]]:
    """The fields of a record of version 14: name, start and width, read from `spec.json`."""
    key = next(
        statement.value.value
        for statement in _class(path, name).body
        if isinstance(statement, ast.Assign)
        and isinstance(statement.value, ast.Constant)
        and ast.unparse(statement.targets[0]) == "KEY"
    )
    (record,) = (record for record in _versions()["14"]["records"] if record["key"] == key)
    return {field["name"]: (field["start"], field["width"]) for field in record["fields"]}


def _versions() -> dict[str, Any]:
    return expanded_versions(json.loads(SPEC_JSON.read_text("utf-8"))["versions"])


def _places(lines: list[str], start: int, width: int) -> int:
    """How often the positions of a field occur in a class: as start and end or width, or as a
    slice."""
    end = start + width - 1
    said = rf"\b{start}\b(?:[\s,]+|-)({end}|{width})\b|\[{start - 1}:{end}\]"
    return len(re.findall(said, "\n".join(lines)))


def _twins() -> Found:
    ours = _class_names(_modules(GENERATOR, but=RUNTIME))
    theirs = _class_names(_modules(RUNTIME))
    return [name for name in TWINS if name in ours and name in theirs]


def _class_names(modules: dict[Path, ast.Module]) -> set[str]:
    nodes = (node for tree in modules.values() for node in ast.walk(tree))
    return {node.name for node in nodes if isinstance(node, ast.ClassDef)}


def _types_of_wrong() -> Found:
    """Classes with a field for a message or a rule."""
    found = []
    for path, tree in _modules(RUNTIME, but=RUNTIME / "testing").items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and node.name != "Issue":
                fields = [s.target for s in node.body if isinstance(s, ast.AnnAssign)]
                names = {target.id for target in fields if isinstance(target, ast.Name)}
                if names & {"message", "rule"}:
                    found.append(f"{node.name} ({path.stem})")
    return found


def _ways_to_register() -> Found:
    """The ways in which rule ids are tied to code in the runtime: decorators, collections."""
    ids = {rule["id"] for version in _versions().values() for rule in version["rules"]}
    found = set[str]()
    for tree in _modules(RUNTIME, but=RUNTIME / "testing").values():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                calls = [d for d in node.decorator_list if isinstance(d, ast.Call)]
                found |= {f"@{ast.unparse(d.func)}" for d in calls if _holds(d, ids)}
            if isinstance(node, ast.Module | ast.ClassDef):
                found |= {name for s in node.body for name in _collections(s, ids)}
    return sorted(found)


def _collections(statement: ast.stmt, ids: set[str]) -> Iterator[str]:
    if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
        target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
        constants = {n.value for n in ast.walk(statement.value) if isinstance(n, ast.Constant)}
        names = {n for n in ast.walk(statement.value) if isinstance(n, ast.Name)}
        # Ids without code are a set of rules that is looked up.
        is_asked = len(names) <= 1 and "RULES" not in ast.unparse(target)
        if not isinstance(statement.value, ast.Constant) and constants & ids and not is_asked:
            yield ast.unparse(target)


def _holds(node: ast.AST, ids: set[str]) -> bool:
    return any(isinstance(n, ast.Constant) and n.value in ids for n in ast.walk(node))


def _places_of_checking() -> Found:
    """The outermost folders and modules whose name suggests checks or rules."""
    named = [p for p in sorted(RUNTIME.rglob("*")) if re.fullmatch(r"checking|rules", p.stem)]
    folders = {p for p in named if p.is_dir() and any(p.glob("*.py"))}
    modules = {p for p in named if p.suffix == ".py"}
    outer = [p for p in sorted(folders | modules) if not folders & {*p.parents}]
    return [p.relative_to(RUNTIME).as_posix() for p in outer]


def _circles() -> Found:
    """Cycles of imports, including those within functions or for types; each cycle once."""
    trees = _modules(GENERATOR)
    names = {_module_name(path): path for path in trees}
    imports = {name: set(_imports(path, trees[path], names)) for name, path in names.items()}
    reached = {name: _reachable(name, imports) for name in imports}
    circles = {
        frozenset(other for other in reached[name] if name in reached[other]) for name in imports
    }
    return [" <-> ".join(sorted(circle)) for circle in circles if circle]


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _imports(path: Path, tree: ast.Module, names: dict[str, Path]) -> Iterator[str]:
    """All modules that a module imports anywhere."""
    package = list(path.relative_to(ROOT).parent.parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            within = [f"{base}.{alias.name}" for alias in node.names]
            yield from (name for name in within if name in names)
            if base in names and not all(name in names for name in within):
                yield base


def _reachable(name: str, imports: dict[str, set[str]]) -> set[str]:
    reached, waiting = set[str](), list(imports[name])
    while waiting:
        other = waiting.pop()
        if other not in reached:
            reached.add(other)
            waiting += imports[other]
    return reached


def _strays_at_the_top() -> Found:
    top = {name.split("/")[0] for name in _tracked()}
    return sorted(name for name in top - TOP if not name.startswith("."))


def _long_modules() -> Found:
    sizes = {
        path.relative_to(ROOT).as_posix(): path.read_bytes().count(b"\n")
        for folder in (GENERATOR, ROOT / "templates", ROOT / "tests")
        for path in folder.rglob("*")
        if path.suffix in (".py", ".jinja") and "node_modules" not in path.parts
    }
    return [f"{name}: {size}" for name, size in sorted(sizes.items()) if size > 400]


def _tracked() -> list[str]:
    command = ("git", "ls-files", "-z")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.rstrip("\0").split("\0")


def table(rows: Sequence[Figure]) -> str:
    """The rows in 80 characters; below a missed one, its details."""
    lines = [f"{'what':44} {'measured':>10} {'wanted':>12}"]
    for row in rows:
        verdict = "ok" if row.is_met else "missed"
        wanted = "none" if row.most == 0 else f"<= {_digits(row.most)}"
        lines.append(f"{row.what:44} {_digits(row.measured):>10} {wanted:>12}  {verdict}")
        if not row.is_met:
            lines += [f"    {name}"[:80] for name in row.names]
    return "\n".join([*lines, "Not measured: files touched by a new attribute of a field."])


def _digits(number: float) -> str:
    return f"{number:,.1f}".removesuffix(".0")


def main() -> int:
    rows = list(figures())
    print(table(rows))
    return 0 if all(row.is_met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
