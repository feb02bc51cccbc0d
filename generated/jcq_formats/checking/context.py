"""What a centre's file is checked against, besides its own lines."""  # Copied from generator/runtime/checking/context.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from ..core.errors import BuildError
from ..core.issues import Fault
from ..core.listing import listed
from ..exams.basedata import Basedata
from ..exams.exam_series import ExamSeries
from ..exams.in_force import full_year


@dataclass(slots=True)
class Verdicts:
    """The faults of different outcomes, by text; ``clean`` holds outcomes without faults."""

    clean: set[str] = field(default_factory=set)
    faults: dict[str, list[Fault]] = field(default_factory=dict)


VerdictsByRole: TypeAlias = dict[tuple[str, str], Verdicts]
"""Verdicts by version and role of the records."""


IdentifiersByRole: TypeAlias = Mapping[str, Mapping[str, str]]
"""The identifiers of candidates by role, then by candidate number."""


class Sent(NamedTuple):
    """What a centre has sent. ``entered`` are its entries, as from `entry_key`, or None if they are
    not known; ``identifiers`` are those of the candidates. ``unusable`` names files that are
    incomplete or cannot be read reliably: then nothing else is known."""

    entered: frozenset[str] | None
    identifiers: IdentifiersByRole
    unusable: tuple[str, ...] = ()


@dataclass(slots=True)
class Context:
    """What a file is checked against: basedata of its series, and the files sent by its centres;
    None if there is none.

    ``no_basedata`` gives the reason if basedata was given but none applies. ``verdicts`` hold for
    this basedata and are shared by all files.
    """

    basedata: Basedata | None = None
    no_basedata: Fault | None = None
    sent_by: Callable[[str], Sent | None] | None = None
    verdicts: VerdictsByRole = field(default_factory=dict)


def context_of(series: ExamSeries, sets: Mapping[ExamSeries, Basedata]) -> Context:
    """The context of a centre's file: the basedata set of its series, if that has options;
    otherwise the reason, given the sets that there are."""
    usable = {known: basedata for known, basedata in sets.items() if basedata.options}
    found = usable.get(series) or _of_unnamed_series(series, usable)
    if found is not None or not sets:
        return Context(found)
    others = sorted(known for known in usable if known.awarding_body == series.awarding_body)
    if not others:
        unquoted = "there is no basedata for this series"
        fault = Fault("cross.no-basedata", f"there is no basedata for {series}", unquoted=unquoted)
        return Context(no_basedata=fault)
    years = {known.year for known in others}
    if series.year not in years:
        this, these = _year(series.year), [_year(year) for year in sorted(years)]
    else:
        this = f"the series {series.series}{series.year}"
        these = [f"{known.series}{known.year}" for known in others]
    unquoted = f"the basedata is for {listed(these)}"
    message = f"this is a file for {this}; {unquoted}"
    return Context(no_basedata=Fault("cross.other-series", message, unquoted=unquoted))


def _of_unnamed_series(series: ExamSeries, sets: Mapping[ExamSeries, Basedata]) -> Basedata | None:
    """The only set of the awarding body and year, for a file whose headers do not give the series:
    results with ?? have been observed, and their meaning is not established."""
    fitting = [s for s in sets if (s.awarding_body, s.year) == (series.awarding_body, series.year)]
    return sets[fitting[0]] if len(fitting) == 1 and not series.series.isalnum() else None


def _year(year: str) -> str:
    """A year with four digits, if it can be resolved."""
    try:
        return str(full_year(year))
    except BuildError:
        return "an unknown year"
