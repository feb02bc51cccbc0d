"""What a centre's file is checked against, beyond its own lines."""  # Copied from generator/runtime/checking/context.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ..core.issues import Fault
from ..core.kinds.kind import is_number
from ..exams.basedata import Basedata
from ..exams.exam_series import ExamSeries
from ..exams.in_force import full_year


@dataclass(slots=True)
class Verdicts:
    """The faults of different outcomes, by their columns; ``clean`` holds those without any."""

    clean: set[str] = field(default_factory=set)
    faults: dict[str, list[Fault]] = field(default_factory=dict)


VerdictsByRole: TypeAlias = dict[tuple[str, str], Verdicts]
"""By the version and the role of the records."""


@dataclass(slots=True)
class Context:
    """Basedata of the file's series and entries of its centres; None where there are none.

    ``entered_in`` gives the entries of a centre, as `entry_key` has them, or None;
    ``identified_in`` the unique candidate identifiers in them by candidate number.
    ``no_basedata_for`` names the series where basedata was given, but of other awarding bodies
    alone; ``other_series`` says which series of its awarding body there are instead.
    ``verdicts`` hold for this basedata, and serve one file after the other.
    """

    basedata: Basedata | None = None
    entered_in: Callable[[str], frozenset[str] | None] | None = None
    no_basedata_for: str = ""
    other_series: str = ""
    verdicts: VerdictsByRole = field(default_factory=dict)
    identified_in: Callable[[str], Mapping[str, str]] | None = None


def context_of(
    series: ExamSeries,
    sets: Mapping[ExamSeries, Basedata],
    entered_in: Callable[[str], frozenset[str] | None] | None = None,
) -> Context:
    """What a centre's file of a series is checked against: the set of the series, where that has
    options; else what to say about the sets that there are."""
    usable = {known: basedata for known, basedata in sets.items() if basedata.options}
    found = usable.get(series) or _of_unnamed_series(series, usable)
    if found is not None or not sets:
        return Context(found, entered_in)
    others = sorted(known for known in usable if known.awarding_body == series.awarding_body)
    if not others:
        return Context(None, entered_in, no_basedata_for=str(series))
    years = sorted({known.year for known in others})
    if series.year not in years:
        message = f"this is a file for {_year(series.year)}; the basedata is for "
        message += " and ".join(map(_year, years))
    else:
        message = (
            f"this is a file for the series {series.series}{series.year}; the basedata is for "
        )
        message += " and ".join(f"{known.series}{known.year}" for known in others)
    return Context(None, entered_in, other_series=message)


def _of_unnamed_series(series: ExamSeries, sets: Mapping[ExamSeries, Basedata]) -> Basedata | None:
    """The only set of the awarding body and year, for a file whose headers do not say the series:
    results with ?? have been seen, and what that means is not established."""
    fitting = [s for s in sets if (s.awarding_body, s.year) == (series.awarding_body, series.year)]
    return sets[fitting[0]] if len(fitting) == 1 and not series.series.isalnum() else None


def _year(year: str) -> str:
    """A year of four digits, where the two can be read."""
    return str(full_year(year)) if is_number(year) and len(year) == 2 else "an unknown year"
