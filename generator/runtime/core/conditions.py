"""Conditions on a field that depend on other fields or on the file header."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from .listing import listed

CONDITION_RULE = "field.condition"
"""The id of the rule for conditions without a rule of their own."""

BLANK, FILLED = "blank", "filled"


class Comparison(NamedTuple):
    """A comparison operator, and its wording in messages, for numbers and for dates and times."""

    holds: Callable[[Any, Any], bool]
    in_words: str
    in_words_of_time: str


COMPARISONS: Mapping[str, Comparison] = {
    "at_least": Comparison(operator.ge, "at least", "not before"),
    "at_most": Comparison(operator.le, "at most", "not after"),
    "less_than": Comparison(operator.lt, "less than", "before"),
    "more_than": Comparison(operator.gt, "more than", "after"),
}
"""The operators by their key in the spec. An earlier date or time is less than a later one."""


class Texts(Protocol):
    """A record, a nested layout or a file header, as conditions read it."""

    @property
    def FIELDS(self) -> Mapping[str, Any]:  # noqa: N802
        """The fields by name."""

    def text(self, name: str) -> str:
        """The text of a field."""


@dataclass(frozen=True, slots=True)
class When:
    """Holds if each of these fields has one of its values: ``beside`` fields of the same layout, by
    name, and ``header`` fields of the file header, by role or name."""

    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    header: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def every(self) -> dict[str, tuple[str, ...]]:
        """The values by field, for fields of both kinds."""
        return {**self.when, **self.header}

    def holds_beside(self, layout: Texts) -> bool:
        """Whether the fields of the same layout have such values."""
        return all(layout.text(name).rstrip(" ") in codes for name, codes in self.when.items())

    def holds_in(self, header: Texts | None) -> bool:
        """Whether it holds for files with this file header, or without one."""
        return not self.header or (header is not None and header_has(self.header, header))

    @property
    def case_in_words(self) -> str:
        """The condition in words: `item is C or B and awarding_body of the file header is 72`."""
        beside = [f"{name} is {listed(codes, 'or')}" for name, codes in self.when.items()]
        of_header = [
            f"{key.rpartition('.')[2]} of the file header is {listed(codes, 'or')}"
            for key, codes in self.header.items()
        ]
        return " and ".join([*beside, *of_header])


@dataclass(frozen=True, slots=True)
class Condition(When):
    """What a field must be in that case: ``blank``, ``filled``, or compared with the field
    ``other`` by an operator of `COMPARISONS`."""

    must: str = FILLED
    other: str = ""
    rule_id: str = CONDITION_RULE

    @property
    def compares(self) -> bool:
        """Whether it compares the field with another."""
        return self.must in COMPARISONS

    def requirement_in_case(self, needed: str = FILLED, *, of_time: bool = False) -> str:
        """The requirement with its condition: `at most maximum_mark when item is C`. ``needed`` is
        the wording for filled, and ``of_time`` says whether dates or times are compared."""
        requirement = needed if self.must == FILLED else self.must
        if self.compares:
            requirement = f"{comparison_in_words(self.must, of_time=of_time)} {self.other}"
        return f"{requirement} when {self.case_in_words}" if self.every else requirement

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields in the same layout that decide."""
        return (*self.when, *[self.other] * self.compares)


def header_has(wanted: Mapping[str, tuple[str, ...]], header: Texts) -> bool:
    """Whether a file header has one of these values in each of these fields, by role or name."""
    return all(
        any(
            key in (field.role, field.name) and header.text(field.name).rstrip(" ") in values
            for field in header.FIELDS.values()
        )
        for key, values in wanted.items()
    )


def comparison_in_words(word: str, *, of_time: bool) -> str:
    """The comparison in words: `at most`, or `not after` for dates and times."""
    return COMPARISONS[word].in_words_of_time if of_time else COMPARISONS[word].in_words


def must_be(requirement: str) -> str:
    """The sentence about a requirement that is not met: `must be blank`, `must not be after`."""
    rest = requirement.removeprefix("not ")
    return f"must be {requirement}" if rest == requirement else f"must not be {rest}"


def comparison_holds(word: str, value: Any, other: Any) -> bool:
    """Whether the comparison holds for two values; it always does if one of them is None."""
    return value is None or other is None or COMPARISONS[word].holds(value, other)
