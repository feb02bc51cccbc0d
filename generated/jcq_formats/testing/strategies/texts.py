"""The text of a field with its value, and the interface of the modules for kinds."""  # Copied from generator/runtime/testing/strategies/texts.py by `make generate`; edit that, not this.

from __future__ import annotations

import functools
import importlib
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeAlias, cast

from hypothesis.strategies import SearchStrategy

from ...core.character_encodings import UTF_8_BYTES, widened
from .spec import FieldSpec, Spec


class FieldText(NamedTuple):
    """The text of a field at its full width, and its value as plain data."""

    text: str
    value: Any


FieldTexts: TypeAlias = dict[str, FieldText]
"""The texts of a layout, by field."""


class InvalidTexts(NamedTuple):
    """Texts that make a field wrong in one way, and the rules they break."""

    name: str
    texts: tuple[str, ...]
    rules: tuple[str, ...]


class Kind(Protocol):
    """A module for a kind of field, named as in the spec."""

    NOTHING: Any
    """The value of a field without a value."""

    SETTABLE: bool
    """Whether `build` takes a value for it."""

    def valid(self, field: FieldSpec, spec: Spec) -> SearchStrategy[FieldText]:
        """A strategy for texts that have a value; not for kinds that nest layouts."""

    def boundaries(self, field: FieldSpec, spec: Spec) -> Iterable[FieldText]:
        """Texts at the boundaries of the kind, simplest first; not for kinds that nest layouts."""

    def invalid(self, field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
        """Every way in which the field can be wrong, as changes of this valid text."""


def kind_of(field: FieldSpec) -> Kind:
    """The module for the kind of a field."""
    return _kind(field["kind"])


@functools.cache
def _kind(name: str) -> Kind:
    return cast(Kind, importlib.import_module(f".kinds.{name}", __package__))


def nothing(field: FieldSpec) -> FieldText:
    """The text that `build` writes for null."""
    none: Iterable[str] = field.get("none", ("",))
    return FieldText(next(iter(none)).ljust(field["width"]), kind_of(field).NOTHING)


def can_be_nothing(field: FieldSpec) -> bool:
    """Whether the field may be null, conditions on other fields aside."""
    return bool(field.get("blank") or field.get("none"))


def joined(texts: Mapping[str, FieldText]) -> str:
    """The texts of all fields, in order."""
    return "".join(one.text for one in texts.values())


def values_of(fields: Iterable[FieldSpec], texts: Mapping[str, FieldText]) -> dict[str, Any]:
    """The values of a layout as plain data, without literals and fillers."""
    return {f["name"]: texts[f["name"]].value for f in fields if kind_of(f).SETTABLE}


def in_width(text: str, field: FieldSpec) -> FieldText:
    """A text, padded to the width of a field whose value it is."""
    return FieldText(text.ljust(field["width"]), text)


def in_columns(value: str, spec: Spec) -> str:
    """A text with one character for each position: if fields are counted in bytes, each further
    byte of a letter adds one."""
    return widened(value) if spec.encoding == UTF_8_BYTES else value


def fitted(value: str, width: int, spec: Spec) -> str:
    """As much of a text as fits in a width, padded."""
    while len(columns := in_columns(value, spec)) > width:
        value = value[:-1].rstrip(" ")
    return columns.ljust(width)


def overwritten(text: str, at: int, other: str) -> str:
    """The text with ``other`` written over it from index ``at`` on."""
    return text[:at] + other + text[at + len(other) :]


def text_in(line: str, field: FieldSpec) -> str:
    """The text of a field in a line."""
    return line[field["start"] - 1 : field["start"] - 1 + field["width"]]


def texts_by_role(fields: Sequence[FieldSpec], line: str) -> dict[str, str]:
    """The texts of a line by role, including those of the layout that a variant has."""
    return dict(_texts_by_role(fields, line))


def _texts_by_role(fields: Sequence[FieldSpec], line: str) -> Iterator[tuple[str, str]]:
    for field in fields:
        if field.get("role"):
            yield field["role"], text_in(line, field)
        if "chooser" in field and text_in(line, field) not in field.get("none", ()):
            chooser = next(f for f in fields if f["name"] == field["chooser"])
            chosen = (x for x in field["layouts"] if text_in(line, chooser) in x["when"])
            for layout in itertools.islice(chosen, 1):
                yield from _texts_by_role(layout["fields"], line)
