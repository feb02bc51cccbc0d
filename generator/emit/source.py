"""Objects of the runtime as Python expressions, and the imports that these need."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Mapping
from enum import Enum
from types import ModuleType
from typing import Any

from generator import runtime
from generator.resolve.fields import CharacterSetSpec, CodeListSpec

RUNTIME = runtime.__name__
CODES = ".codes"
"""The module of a version that contains code lists and character sets."""


class Imports:
    """The imports of a generated module, collected while it is written.

    ``depth`` is the number of packages that contain the module: one dot for each.
    """

    def __init__(self, depth: int = 2) -> None:
        self.dots = "." * depth
        self.names: dict[str, set[str]] = {}

    def add(self, module: str, *names: str) -> None:
        """Adds names of a module, as the generated module refers to it (``..core.fields``,
        ``typing``)."""
        self.names.setdefault(module, set()).update(names)

    def runtime(self, module: str, *names: str) -> None:
        """Adds names of a module of the runtime (``core.fields``)."""
        self.add(f"{self.dots}{module}", *names)

    @property
    def lines(self) -> list[str]:
        """The import statements, standard library first, as isort sorts them."""
        modules = sorted(self.names, key=lambda name: (name.startswith("."), _far_first(name)))
        return [_statement(module, self.names[module]) for module in modules]

    @property
    def standard(self) -> list[str]:
        """The import statements for the standard library."""
        return [line for line in self.lines if " ." not in line]

    @property
    def own(self) -> list[str]:
        """The import statements for the package."""
        return [line for line in self.lines if " ." in line]


def _far_first(module: str) -> tuple[int, str]:
    bare = module.lstrip(".")
    return len(bare) - len(module), bare


def _statement(module: str, names: set[str]) -> str:
    if not names:
        return f"import {module}"
    return f"from {module} import {', '.join(sorted(names, key=_import_order))}"


def _import_order(name: str) -> tuple[int, str]:
    """Constants, classes, functions: as isort sorts them."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name


def python(value: Any, imports: Imports) -> str:
    """The expression that constructs an equal object; the names that it needs are added to the
    imports."""
    if isinstance(value, CodeListSpec | CharacterSetSpec):
        imports.add(CODES, value.constant)
        return value.constant
    if type(value) is str:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, type):
        return value.__name__
    if isinstance(value, ModuleType):
        package, _, name = value.__name__.removeprefix(f"{RUNTIME}.").rpartition(".")
        imports.runtime(package, name)
        return name
    if isinstance(value, Enum):
        imports.runtime(_home(type(value)), type(value).__name__)
        return f"{type(value).__name__}.{value.name}"
    if dataclasses.is_dataclass(value):
        return call(value, imports)
    if isinstance(value, Mapping):
        pairs = (f"{python(k, imports)}: {python(v, imports)}" for k, v in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, tuple):
        items = [python(item, imports) for item in value]
        return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
    return repr(value)


def call(value: Any, imports: Imports, without: Collection[str] = ()) -> str:
    """The call that constructs a dataclass object of the runtime, without default arguments.

    Evidence that the generator adds is left out.
    """
    made = runtime_class(type(value))
    imports.runtime(_home(made), made.__name__)
    needed = {f.name for f in dataclasses.fields(made) if _is_needed(f)}
    given = [
        said if name in needed else f"{name}={said}"
        for name, said in arguments(value, imports, without)
    ]
    return f"{made.__name__}({', '.join(given)})"


def arguments(value: Any, imports: Imports, without: Collection[str] = ()) -> list[tuple[str, str]]:
    """The arguments of that call by name, as Python."""
    return [
        (field.name, python(given, imports))
        for field in dataclasses.fields(runtime_class(type(value)))
        if field.name not in without and not _is_default(field, given := getattr(value, field.name))
    ]


def runtime_class(found: type) -> type:
    """The runtime class to which a class of the generator adds evidence."""
    return next(base for base in found.__mro__ if base.__module__.startswith(f"{RUNTIME}."))


def _home(found: type) -> str:
    return found.__module__.removeprefix(f"{RUNTIME}.")


def _is_needed(field: dataclasses.Field[Any]) -> bool:
    """Whether it has no default and is a positional argument."""
    return (
        not field.kw_only
        and field.default is dataclasses.MISSING
        and field.default_factory is dataclasses.MISSING
    )


def _is_default(field: dataclasses.Field[Any], given: Any) -> bool:
    if field.default_factory is not dataclasses.MISSING:
        return bool(given == field.default_factory())
    return field.default is not dataclasses.MISSING and bool(given == field.default)
