"""The kinds of fields, identifiers and checksums: a module each, found and not listed."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from generator.runtime import checksums, identifiers
from generator.runtime.core.fields import Checksum, Identifier
from generator.runtime.core.kinds.kind import Kind

IMPORTS = re.compile(r"macro imports\(field\) -%}(.*?){%- endmacro", re.DOTALL)
STATEMENT = re.compile(r"{%.*?%}", re.DOTALL)


def find_kinds(package: ModuleType) -> dict[str, type[Kind]]:
    """Every kind of field by the name that the spec uses."""
    base: type[Kind] = importlib.import_module(f"{package.__name__}.kind").Kind
    found: dict[str, type[Kind]] = {}
    for name in names_of_kinds(package):
        module = importlib.import_module(f"{package.__name__}.{name}")
        kind = getattr(module, class_name_of_kind(name), None)
        if isinstance(kind, type) and issubclass(kind, base):
            found[name] = kind
    return found


def names_of_kinds(package: ModuleType) -> list[str]:
    """The names of the kinds: a module each, beside that of the class `Kind`."""
    return [m.name for m in pkgutil.iter_modules(package.__path__) if m.name != "kind"]


def imported_by_templates(folder: Path) -> frozenset[str]:
    """The names that the templates of kinds in a folder write values and their types with."""
    texts = (path.read_text("utf-8") for path in folder.glob("*.jinja"))
    said = (STATEMENT.sub(" ", names) for text in texts for names in IMPORTS.findall(text))
    return frozenset(name.rpartition(".")[2] for names in said for name in names.split())


def words_of_kinds(kinds: Mapping[str, type[Kind]]) -> frozenset[str]:
    """The words of a field that belong to its kind."""
    return frozenset().union(*(kind.NEEDS | kind.TAKES for kind in kinds.values()))


@functools.cache
def identifiers_known() -> dict[str, Identifier]:
    """Every identifier by the name that the spec uses."""
    return {
        found.name: importlib.import_module(f"{identifiers.__name__}.{found.name}")
        for found in pkgutil.iter_modules(identifiers.__path__)
    }


@functools.cache
def checksums_known() -> dict[str, Checksum]:
    """Every rule of checksums by the name that the spec uses."""
    return {
        found.name: importlib.import_module(f"{checksums.__name__}.{found.name}")
        for found in pkgutil.iter_modules(checksums.__path__)
    }


def class_name_of_kind(name: str) -> str:
    """The class that the module of a kind holds: `due_date` holds DueDate."""
    return "".join(word.capitalize() for word in name.split("_"))
