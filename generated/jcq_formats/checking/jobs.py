"""Checks many files, in this process or divided among several; the order stays the same."""  # Copied from generator/runtime/checking/jobs.py by `make generate`; edit that, not this.

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..core.errors import JcqError
from ..core.issues import Issue
from ..core.sharing import are_few, groups_of
from ..core.sources import Source
from ..exams.exam_series import ExamSeries
from .related import Checked, Related

MOST_TOGETHER = 50
"""The most centres in a task."""


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
    together = _sent_together(related)
    if jobs < 2 or are_few(sources):
        for source in sources:
            yield from related.checked(watched(source))
        issues = (issue for key in together for issue in related.of_sent(*key))
    else:
        # A message is checked here, because what came before it matters.
        groups = [*groups_of(sources, lambda source: source.name not in related.belonging)]
        tasks = [Task(group.sources) for group in groups if not group.is_here]
        tasks += [Task(sent=tuple(keys)) for keys in _together(together)]
        from ..core.processes import Processes

        found = Processes(min(jobs, len(tasks)), _done, related).results(tasks)
        for group in groups:
            if group.is_here:
                yield from related.checked(watched(group.sources[0]))
            else:
                yield from _finished(related, next(found))
        issues = (issue for results in found for issue in results.together)
    yield Checked("", itertools.chain(related.of_sets(), issues))


def tasks_of(related: Related, sources: Sequence[Source], at_once: int, most: int) -> list[Task]:
    """All that is checked but basedata sets as wholes, in tasks that need nothing of each other, of
    so many bytes and files: messages, which may repeat each other, are one of them."""
    messages = tuple(source for source in sources if source.name not in related.belonging)
    others = [source for source in sources if source.name in related.belonging]
    tasks = [Task(messages)] if messages else []
    tasks += [Task(group.sources) for group in groups_of(others, at_once=at_once, most=most)]
    return tasks + [Task(sent=tuple(keys)) for keys in _together(_sent_together(related))]


def _sent_together(related: Related) -> list[tuple[ExamSeries, str]]:
    """The centres that have sent several files, which are checked together."""
    return sorted(key for key, files in related.sent.items() if len(files) > 1)


def _together(
    keys: Sequence[tuple[ExamSeries, str]],
) -> Iterator[Sequence[tuple[ExamSeries, str]]]:
    return (keys[at : at + MOST_TOGETHER] for at in range(0, len(keys), MOST_TOGETHER))


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
