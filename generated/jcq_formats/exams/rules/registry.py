# Copied from generator/runtime/exams/rules/registry.py by `make generate`; edit that, not this.
"""Which function holds which rule, and what such a function answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

FUNCTIONS: dict[str, Callable[..., Any]] = {}
"""Every rule that is found here, by its id."""


class Remark(NamedTuple):
    """What a rule has to say: of the field with this role, and the grade of a further fact that it
    rests on. ``message`` never holds personal data."""

    role: str
    message: str
    grade: str = ""


def rule(rule_id: str) -> Callable[[F], F]:
    """Makes a function known as the one that holds this rule."""

    def known(function: F) -> F:
        FUNCTIONS[rule_id] = function
        return function

    return known


def id_of(function: Callable[..., Any]) -> str:
    """The id of the rule that a function holds."""
    return next(rule_id for rule_id, known in FUNCTIONS.items() if known is function)
