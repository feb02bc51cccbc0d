# Generated from spec/v13/ by `make generate`; edit that, not this.
"""Syllabus definition, Option definition, Link of an option and a component, Component definition, Disallowed combination: the records of version 13."""

from __future__ import annotations


from .rules import RULES
from ..v14 import basedata as v14_basedata


class Syllabus(v14_basedata.Syllabus):
    """Syllabus definition (S5).

    One syllabus of the awarding body.

    The layout is that of version 14. Length 45. Grade C (published-basedata, awarding-body-writer).
    """

    __slots__ = ()

    GRADE = "C"
    RULES = RULES


class Option(v14_basedata.Option):
    """Option definition (O5).

    One option that candidates can be entered for, a certification, a unit or both.

    The layout is that of version 14. Length 115. Grade B (published-basedata,
    awarding-body-writer).
    """

    __slots__ = ()

    GRADE = "B"
    RULES = RULES


class Link(v14_basedata.Link):
    """Link of an option and a component (L5).

    One component of one option.

    The layout is that of version 14. Length 26. Grade C (published-basedata, awarding-body-writer).
    """

    __slots__ = ()

    GRADE = "C"
    RULES = RULES


class Component(v14_basedata.Component):
    """Component definition (C5).

    One paper or other component of options.

    The layout is that of version 14. Length 75. Grade B (published-basedata, awarding-body-writer).
    """

    __slots__ = ()

    GRADE = "B"
    RULES = RULES


class DisallowedCombination(v14_basedata.DisallowedCombination):
    """Disallowed combination (D5).

    Options or syllabuses that one candidate may not hold together.

    The layout is that of version 14. Length 26. Grade C (published-basedata, awarding-body-writer).
    """

    __slots__ = ()

    GRADE = "C"
    RULES = RULES
