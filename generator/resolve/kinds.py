"""The kinds of fields, identifiers and checksums: each is a module, which is found by its name."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

from generator.load.nodes import Problem, SpecMapping
from generator.runtime import checksums, identifiers
from generator.runtime.core.fields import Checksum, Identifier
from generator.runtime.core.kinds.kind import Kind
from generator.runtime.core.listing import listed

IMPORTS = re.compile(r"macro imports\(field\) -%}(.*?){%- endmacro", re.DOTALL)
STATEMENT = re.compile(r"{%.*?%}", re.DOTALL)


def find_kinds(package: ModuleType) -> dict[str, type[Kind]]:
    """All kinds of field by their names in the spec."""
    base: type[Kind] = importlib.import_module(f"{package.__name__}.kind").Kind
    found: dict[str, type[Kind]] = {}
    for name in names_of_kinds(package):
        module = importlib.import_module(f"{package.__name__}.{name}")
        kind = getattr(module, class_name_of_kind(name), None)
        if isinstance(kind, type) and issubclass(kind, base):
            found[name] = kind
    return found


def names_of_kinds(package: ModuleType) -> list[str]:
    """The names of the kinds: one module each, besides that of the class `Kind`."""
    return [m.name for m in pkgutil.iter_modules(package.__path__) if m.name != "kind"]


def imported_by_templates(folder: Path) -> frozenset[str]:
    """The names that the templates of kinds in a folder use for values and their types."""
    texts = (path.read_text("utf-8") for path in folder.glob("*.jinja"))
    said = (STATEMENT.sub(" ", names) for text in texts for names in IMPORTS.findall(text))
    return frozenset(name.rpartition(".")[2] for names in said for name in names.split())


def words_of_kinds(kinds: Mapping[str, type[Kind]]) -> frozenset[str]:
    """The keys of a field that belong to its kind."""
    return frozenset().union(*(kind.NEEDS | kind.TAKES for kind in kinds.values()))


def surplus_words(words: SpecMapping, surplus: Iterable[str]) -> Iterator[Problem]:
    """The problems of keys that the kind of a field does not have. Those without a position of
    their own were taken over from the field that this one replaces."""
    taken_over = [word for word in surplus if words.key_mark(word) == words.mark]
    not_allowed = f"not allowed in a field of kind {words['kind']}"
    if taken_over:
        names = listed(f"`{word}`" for word in taken_over)
        message = f"{names} {'is' if len(taken_over) == 1 else 'are'} {not_allowed}"
        without = f"without: [{', '.join(taken_over)}]"
        advice = f"Write `{without}` after `with`, or leave the kind as it was."
        yield Problem(words.mark, words.path, message, advice)
    for word in surplus:
        if word not in taken_over:
            advice = "Remove it, or change the kind."
            place = words.key_mark(word), words.path_of(word)
            yield Problem(*place, f"`{word}` is {not_allowed}", advice)


@functools.cache
def identifiers_known() -> dict[str, Identifier]:
    """All identifiers by their names in the spec."""
    return {
        found.name: importlib.import_module(f"{identifiers.__name__}.{found.name}")
        for found in pkgutil.iter_modules(identifiers.__path__)
    }


@functools.cache
def checksums_known() -> dict[str, Checksum]:
    """All checksums by their names in the spec."""
    return {
        found.name: importlib.import_module(f"{checksums.__name__}.{found.name}")
        for found in pkgutil.iter_modules(checksums.__path__)
    }


def class_name_of_kind(name: str) -> str:
    """The class in the module of a kind: `due_date` has DueDate."""
    return "".join(word.capitalize() for word in name.split("_"))
