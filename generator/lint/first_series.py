"""The first series of each version: a known month, and versions in order."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from generator.load.nodes import Problem
from generator.resolve.model import Spec, VersionSpec
from generator.runtime.exams.in_force import months_of

ADVICE = 'Say which series is the first: applies_from: {year: 2011, month: "9"}.'


def first_series_problems(version: VersionSpec) -> Iterator[Problem]:
    """A version whose files have a series must state the first one, by a month of the list."""
    months = months_of(version.format)
    first, form = version.applies_from, version.form
    if first is None and months:
        yield Problem(form.mark, form.path, "`applies_from` is missing", ADVICE)
    elif first is not None and first.month not in months:
        message = f"no series begins with {first.month!r}"
        known = f"Known: {', '.join(months)}." if months else "Leave `applies_from` out."
        yield Problem(first.words.mark_of("month"), first.words.path_of("month"), message, known)


def order_problems(spec: Spec) -> Iterator[Problem]:
    """No version may apply from an earlier series, or take effect on an earlier day, than the
    version before it."""
    for before, after in itertools.pairwise(spec.versions):
        if after.format.effective <= before.format.effective:
            form = after.form
            message = f"version {after.version} takes effect no later than version {before.version}"
            advice = "Correct one of the two: the version that takes effect last is in force."
            mark, path = form.mark_of("effective"), form.path_of("effective")
            yield Problem(mark, path, message, advice)
    dated = [v for v in spec.versions if v.applies_from is not None]
    for before, after in itertools.pairwise(dated):
        if _place(after) <= _place(before):
            form = after.form
            message = f"version {after.version} applies no later than version {before.version}"
            advice = "Correct one of the two: the version that begins last is in force."
            mark, path = form.mark_of("applies_from"), form.path_of("applies_from")
            yield Problem(mark, path, message, advice)


def _place(version: VersionSpec) -> tuple[int, int]:
    first, months = version.applies_from, months_of(version.format)
    assert first is not None
    return first.year, months.index(first.month) if first.month in months else 0
