"""Kinds of fields: each has a complete codec, strategies and template."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from generator.load.nodes import Mark, Problem
from generator.resolve.kinds import class_name_of_kind, names_of_kinds
from generator.runtime.core.kinds.kind import Kind
from generator.runtime.core.listing import listed
from generator.runtime.core.registry import rules_of
from generator.runtime.core.values import ColumnType

MEMBERS = ("decode", "encode", "faults", "pattern")
"""The methods that every kind that decodes its own text must define."""

TEXTS = (ColumnType.TEXT, ColumnType.CODE)
TOLD = {
    "decode": "the value of a text",
    "encode": "the text of a value",
    "faults": "the faults of a text",
    "pattern": "a regular expression for valid texts",
    "schema": "a JSON Schema of the values",
    "from_text": "the value of a cell of CSV",
    "valid": "a strategy for valid texts",
    "boundaries": "the texts at the boundaries",
    "invalid": "every way in which a field can be wrong",
    "NOTHING": "the value of a blank field",
    "SETTABLE": "whether `build` takes a value",
}


def kind_problems(kinds: ModuleType, strategies: ModuleType, templates: Path) -> list[Problem]:
    """Everything that is missing from a kind of the package ``kinds``, or from the modules of the
    same name in ``strategies`` and ``templates/kinds``. If its codec is missing, only that is
    reported."""
    names = names_of_kinds(kinds)
    problems: list[Problem] = []
    for name in names:
        problems += _of_kind(name, kinds, strategies, templates)
    for found in pkgutil.iter_modules(strategies.__path__):
        if found.name not in names:
            place = _place(strategies, found.name)
            message = f"there is no kind {found.name} for these strategies"
            problems.append(_problem(place, message, f"Add {_place(kinds, found.name)}."))
    return problems


def _of_kind(
    name: str, kinds: ModuleType, strategies: ModuleType, templates: Path
) -> Iterator[Problem]:
    place = _place(kinds, name)
    module = _imported(kinds, name)
    if isinstance(module, Exception):
        yield _problem(place, *_not_imported(module))
        return
    class_name = class_name_of_kind(name)
    kind = getattr(module, class_name, None)
    if not (isinstance(kind, type) and issubclass(kind, Kind)):
        message = f"the kind {name} has no class {class_name}"
        yield _problem(place, message, f"Add `class {class_name}(Kind):`.")
        return
    line = inspect.getsourcelines(kind)[1]
    yield from _codec(kind, name, place, line)
    yield from _strategies(kind, name, strategies)
    template = templates / "kinds" / f"{name}.jinja"
    if kind.SETTABLE and not kind.IS_TEXT and not template.exists():
        message = f"the values of the kind {name} are not texts, but it has no template"
        advice = f"Add {template.parent.parent.name}/kinds/{name}.jinja with its `type` and `body`."
        yield _problem(place, message, advice, line)


def _codec(kind: type[Kind], name: str, place: str, line: int) -> Iterator[Problem]:
    if not isinstance(kind.COLUMN, ColumnType):
        message = f"the kind {name} has no type for tables in COLUMN"
        yield _problem(place, message, f"Name one of {', '.join(ColumnType)}.", line)
        return
    needed = [] if _nests(kind) else [*MEMBERS]
    if needed and kind.SETTABLE:
        needed.append("schema")
    if needed and kind.COLUMN not in TEXTS:
        needed.append("from_text")
    for member in needed:
        if getattr(kind, member) is getattr(Kind, member):
            message = f"the kind {name} has no `{member}`"
            yield _problem(place, message, f"Define it: {TOLD[member]}.", line)
    if needed and not rules_of(kind):
        message = f"the kind {name} has no rule"
        advice = 'Put `@rule("field.its-rule")` on its class, and the rule into rules.yaml.'
        yield _problem(place, message, advice, line)


def _strategies(kind: type[Kind], name: str, strategies: ModuleType) -> Iterator[Problem]:
    place = _place(strategies, name)
    module = _imported(strategies, name)
    if module is None:
        message = f"the kind {name} has no strategies, so nothing would test it"
        yield _problem(place, message, f"Add {place} with {listed(_members(kind))}.")
        return
    if isinstance(module, Exception):
        yield _problem(place, *_not_imported(module))
        return
    for member in _members(kind):
        if not hasattr(module, member):
            message = f"the strategies of the kind {name} have no `{member}`"
            yield _problem(place, message, f"Define it: {TOLD[member]}.")


def _members(kind: type[Kind]) -> list[str]:
    drawn = [] if _nests(kind) else ["valid", "boundaries"]
    return ["NOTHING", "SETTABLE", *drawn, "invalid"]


def _nests(kind: type[Kind]) -> bool:
    """Whether such a field contains layouts, which define everything else themselves."""
    return kind.nested is not Kind.nested


def _imported(package: ModuleType, name: str) -> ModuleType | Exception | None:
    """A module; None if there is none, and the exception if it cannot be imported."""
    if not Path(package.__path__[0], f"{name}.py").exists():
        return None
    try:
        return importlib.import_module(f"{package.__name__}.{name}")
    except Exception as error:
        return error


def _not_imported(error: Exception) -> tuple[str, str]:
    said = str(error) or type(error).__name__
    return f"it cannot be imported: {said}", "Correct it."


def _place(package: ModuleType, name: str) -> str:
    """The path of a module, from the folder above the generator."""
    return f"{package.__name__.replace('.', '/')}/{name}.py"


def _problem(place: str, message: str, advice: str, line: int = 1) -> Problem:
    return Problem(Mark(place, line, 1), "", message, advice)
