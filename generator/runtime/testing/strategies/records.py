"""Strategies for single records: lines with their values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...core.formats import load
from ...core.layouts import Layout
from ...core.records import Record
from .constraints import UNCONSTRAINED, Constraints
from .drawing import Draw, HypothesisDraw, draw_fields
from .spec import RecordSpec, Spec, specs
from .texts import FieldTexts, joined, values_of

R = TypeVar("R", bound=Record)


class Written(NamedTuple):
    """A line at its full length, and its values as `as_dict` returns them."""

    line: str
    values: dict[str, Any]


def written(record: type[Record]) -> SearchStrategy[Written]:
    """Valid lines with their values. Raises LookupError if no version has this class."""
    return _written(record, UNCONSTRAINED)


def lines(record: type[Record]) -> SearchStrategy[str]:
    """Valid lines at full length, without line end; null is written in every possible way."""
    return _written(record, Constraints(all_spellings=True)).map(lambda one: one.line)


def values(record: type[Record]) -> SearchStrategy[dict[str, Any]]:
    """Valid arguments of ``record.build``."""
    return written(record).map(lambda one: arguments(record, one.values))


def records(record: type[R]) -> SearchStrategy[R]:
    """Valid records."""
    return lines(record).map(record)


def _written(record: type[Record], constraints: Constraints) -> SearchStrategy[Written]:
    spec, record_spec = spec_of_record(record)

    @st.composite
    def drawn(draw: st.DrawFn) -> Written:
        texts = draw_record(HypothesisDraw(draw), spec, record_spec, constraints)
        return Written(line_of(record_spec, texts), values_of(record_spec["fields"], texts))

    key = (id(record_spec), constraints.all_spellings)
    strategy: SearchStrategy[Written] = spec.strategies.setdefault(key, drawn())
    return strategy


def arguments(layout: type[Layout], plain: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of `build` for values as plain data: nested layouts become objects."""
    return {name: _argument(layout, name, value) for name, value in plain.items()}


def _argument(layout: type[Layout], name: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_part(layout, name, item) for item in value]
    return _part(layout, name, value) if isinstance(value, dict) else value


def _part(layout: type[Layout], name: str, plain: Mapping[str, Any]) -> Any:
    """The nested layout that has exactly these fields."""
    field = layout.FIELDS[name]
    for nested in field.kind.nested(field):
        settable = {f.name for f in nested.layout.FIELDS.values() if f.kind.SETTABLE}
        if settable == plain.keys():
            generated: Any = nested.layout
            return generated.build(**arguments(generated, plain))
    raise LookupError(f"{layout.__name__}.{name} has no layout of these fields")


def spec_of_record(record: type[Record]) -> tuple[Spec, RecordSpec]:
    """The newest version that has this class, and the spec of the record.

    Raises LookupError if no version has it.
    """
    for version, spec in sorted(specs().items(), reverse=True):
        if record in load(version).records.values():
            return spec, spec.record(record.KEY)
    raise LookupError(f"{record.__name__} is not a record of any version")


def draw_record(
    draw: Draw, spec: Spec, record: RecordSpec, constraints: Constraints = UNCONSTRAINED
) -> FieldTexts:
    """The texts of a record, by field."""
    return draw_fields(draw, spec, record["fields"], constraints)


def line_of(record: RecordSpec, texts: FieldTexts) -> str:
    """The line, padded to the length of its data type."""
    text = joined(texts)
    return text.ljust(record["lengths"].get(text[0], 0))
