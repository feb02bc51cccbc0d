"""Checks many files, in this process or divided among several; the order stays the same."""  # Copied from generator/runtime/checking/jobs.py by `make generate`; edit that, not this.

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from ..core.errors import JcqError
from ..core.issues import Issue
from ..core.processes import Processes
from ..core.sources import Source
from ..exams.exam_series import ExamSeries
from .related import Checked, Related

SMALL = 2_000_000
"""The bytes up to which files are checked sooner than another process begins."""

LARGE = 50_000_000
"""The bytes from which a file is checked here, so that its issues need not be kept."""

AT_ONCE = 1_000_000
"""The bytes that make a task for another process."""

MOST_AT_ONCE = 50
"""The most files in a task."""


class Task(NamedTuple):
    """Files to check, and centres whose entries and amendments are checked together."""

    sources: tuple[Source, ...] = ()
    sent: tuple[tuple[ExamSeries, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """The number of lines of a file checked elsewhere, and whether it belongs to a centre."""

    lines: int
    is_of_centre: bool


class Finished(NamedTuple):
    """The check of a file in another process. ``stopped`` is what ended it before its end."""

    name: str
    issues: list[Issue]
    counts: Counts | None
    error: Exception | None = None
    stopped: Exception | None = None


class Results(NamedTuple):
    """What another process found, and the issue of the basedata that it used for each series."""

    files: list[Finished]
    together: list[Issue]
    basedata_used: dict[ExamSeries, str]


def all_checked(
    related: Related,
    sources: Sequence[Source],
    jobs: int,
    watched: Callable[[Source], Source],
) -> Iterator[Checked]:
    """The checks of one file after the other, then those of all files together. ``watched`` tells
    of what is read in this process.

    Raises JcqError if a process ends before its work is done.
    """
    together = sorted(key for key, files in related.sent.items() if len(files) > 1)
    if jobs < 2 or len(sources) < 2 or sum(source.size for source in sources) <= SMALL:
        for source in sources:
            yield from related.checked(watched(source))
        issues = (issue for key in together for issue in related.of_sent(*key))
    else:
        steps = [*_tasks(related, sources)]
        tasks = [step for step in steps if isinstance(step, Task)]
        tasks += [Task(sent=tuple(keys)) for keys in _groups(together)]
        found = Processes(min(jobs, len(tasks)), _done, related).results(tasks)
        for step in steps:
            if isinstance(step, Task):
                yield from _finished(related, next(found))
            else:
                yield from related.checked(watched(step))
        issues = (issue for results in found for issue in results.together)
    yield Checked("", itertools.chain(related.of_sets(), issues))


Step: TypeAlias = Task | Source


def _tasks(related: Related, sources: Iterable[Source]) -> Iterator[Step]:
    """The files in order: those for other processes in groups, and each that is checked here.

    That is a message, because what came before it matters; a large file; and what cannot be opened
    twice.
    """
    group, size = list[Source](), 0
    for source in sources:
        own = source.size
        is_here = source.name not in related.belonging or not 0 <= own < LARGE
        if group and (is_here or size + own > AT_ONCE or len(group) == MOST_AT_ONCE):
            yield Task(tuple(group))
            group, size = [], 0
        if is_here:
            yield source
        else:
            group.append(source)
            size += own
    if group:
        yield Task(tuple(group))


def _groups(keys: Sequence[tuple[ExamSeries, str]]) -> Iterator[Sequence[tuple[ExamSeries, str]]]:
    return (keys[at : at + MOST_AT_ONCE] for at in range(0, len(keys), MOST_AT_ONCE))


def _done(related: Related, task: Task) -> Results:
    """Does a task, in another process."""
    related.basedata_used.clear()
    files = [finished for source in task.sources for finished in _checked(related, source)]
    together = [issue for key in task.sent for issue in related.of_sent(*key)]
    return Results(files, together, dict(related.basedata_used))


def _checked(related: Related, source: Source) -> Iterator[Finished]:
    for checked in related.checked(source):
        issues, stopped = list[Issue](), None
        try:
            issues.extend(checked.issues)
        except (JcqError, OSError) as error:
            stopped = error
        check = checked.check
        counts = Counts(check.lines, check.is_of_centre) if check is not None else None
        yield Finished(checked.name, issues, counts, checked.error, stopped)


def _finished(related: Related, results: Results) -> Iterator[Checked]:
    """The files of a task as if they had been checked here."""
    related.basedata_used.update(results.basedata_used)
    for one in results.files:
        yield Checked(one.name, _issues_of(one), one.counts, one.error)


def _issues_of(finished: Finished) -> Iterator[Issue]:
    yield from finished.issues
    if finished.stopped is not None:
        raise finished.stopped
