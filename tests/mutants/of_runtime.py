"""Small changes to the runtime: a comparison, a bound, a side of padding, a condition."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.mutants.of_spec import Mutant

FOLDERS = ("core", "exams", "checking", "identifiers")

COMPARISONS = {
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.In: (" in ", " not in "),
    ast.NotIn: (" not in ", " in "),
    ast.Is: (" is ", " is not "),
    ast.IsNot: (" is not ", " is "),
}
METHODS = {
    "rstrip": "lstrip",
    "ljust": "rjust",
    "startswith": "endswith",
    "upper": "lower",
    "zfill": "ljust",
}


def mutants(runtime: Path) -> Iterator[Mutant]:
    """Every change, file by file."""
    for folder in FOLDERS:
        for path in sorted((runtime / folder).rglob("*.py")):
            source = path.read_text("utf-8")
            name = path.relative_to(runtime).as_posix()
            for line, what, changed in _changed(source):
                yield Mutant(name, f"{what}, line {line}", changed)


def _changed(source: str) -> Iterator[tuple[int, str, str]]:
    starts = [0]
    for text in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(text))
    tree = ast.parse(source)
    kept = {id(word.value) for word in ast.walk(tree) if _is_storage(word)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.expr) or id(node) in kept:
            continue
        first = starts[node.lineno - 1] + node.col_offset
        last = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        text = source[first:last]
        for what, other in _others(node, text):
            if other != text:
                yield node.lineno, what, source[:first] + other + source[last:]


def _is_storage(node: ast.AST) -> bool:
    """Whether it concerns only the storage of objects, not behaviour: `slots=True`."""
    return isinstance(node, ast.keyword) and node.arg == "slots"


def _others(node: ast.expr, text: str) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in COMPARISONS:
            old, new = COMPARISONS[type(operator)]
            yield f"{old.strip()} -> {new.strip()}", text.replace(old, new, 1)
        case ast.BoolOp(op=ast.And()):
            yield "and -> or", text.replace(" and ", " or ", 1)
        case ast.BoolOp(op=ast.Or()):
            yield "or -> and", text.replace(" or ", " and ", 1)
        case ast.UnaryOp(op=ast.Not()):
            yield "not left out", text.removeprefix("not ")
        case ast.Constant(value=bool(value)):
            yield f"{value} -> {not value}", str(not value)
        case ast.Constant(value=int(value)) if text.isdigit():
            yield f"{value} -> {value + 1}", str(value + 1)
        case ast.Call(func=ast.Attribute(attr=name)) if name in METHODS:
            yield f"{name} -> {METHODS[name]}", text.replace(f".{name}(", f".{METHODS[name]}(", 1)
        case ast.BinOp(op=ast.Add()):
            yield "+ -> -", text.replace(" + ", " - ", 1)
        case ast.BinOp(op=ast.Sub()):
            yield "- -> +", text.replace(" - ", " + ", 1)
