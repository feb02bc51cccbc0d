"""Shares files among processes; what is made of them comes in the order of the files."""  # Copied from generator/runtime/core/sharing.py by `make generate`; edit that, not this.

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from .errors import JcqError
from .sources import Source

S = TypeVar("S")
R = TypeVar("R")

SMALL = 2_000_000
"""The bytes up to which files are read sooner than another process begins."""

LARGE = 50_000_000
"""The bytes from which a file is read here, so that what is made of it need not be kept."""

AT_ONCE = 1_000_000
"""The bytes that make a task for another process."""

MOST_AT_ONCE = 50
"""The most files in a task."""


class Group(NamedTuple):
    """Files that one process reads one after another; ``is_here``: this one reads a single file."""

    sources: tuple[Source, ...]
    size: int
    is_here: bool = False


def cores() -> int:
    """The number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def groups_of(
    sources: Iterable[Source],
    must_be_here: Callable[[Source], bool] = lambda source: False,
    *,
    at_once: int = AT_ONCE,
    most: int = MOST_AT_ONCE,
) -> Iterator[Group]:
    """The files in order: those for other processes in groups of so many bytes and files, and each
    that is read here: a large file, what cannot be opened twice, and any other for which
    ``must_be_here`` holds."""
    group, size = list[Source](), 0
    for source in sources:
        own = source.size
        is_here = not 0 <= own < LARGE or must_be_here(source)
        if group and (is_here or size + own > at_once or len(group) == most):
            yield Group(tuple(group), size)
            group, size = [], 0
        if is_here:
            yield Group((source,), own, is_here=True)
        else:
            group.append(source)
            size += own
    if group:
        yield Group(tuple(group), size)


def are_few(sources: Sequence[Source]) -> bool:
    """Whether files are read sooner than another process begins."""
    return len(sources) < 2 or sum(source.size for source in sources) <= SMALL


def unwatched(source: Source) -> Source:
    """The source itself: nobody wants to know how much of it was read."""
    return source


@dataclass(frozen=True, slots=True)
class Sharing:
    """Shares files among as many processes as ``jobs``.

    ``watched`` gives the source that is read in this process, and ``tick`` is told the number of
    bytes that another one has read.
    """

    jobs: int = 1
    watched: Callable[[Source], Source] = unwatched
    tick: Callable[[int], None] = lambda size: None

    def parts(
        self,
        work: Callable[[S, Iterable[Source]], Iterator[R]],
        state: S,
        sources: Sequence[Source],
    ) -> Iterator[R]:
        """What ``work`` yields for the files, whichever process does it, in their order.

        It raises what ``work`` raises, after what that yielded before; and JcqError if a process
        ends before its work is done.
        """
        groups = [*groups_of(sources)]
        elsewhere = [group.sources for group in groups if not group.is_here]
        if self.jobs < 2 or are_few(sources) or not elsewhere:
            yield from work(state, map(self.watched, sources))
            return
        number = min(self.jobs, len(elsewhere))
        from .processes import Processes

        results = Processes(number, _done, (work, state)).results(elsewhere)
        for group in groups:
            if group.is_here:
                yield from work(state, map(self.watched, group.sources))
                continue
            done = next(results)
            self.tick(group.size)
            yield from done.parts
            if done.stopped is not None:
                raise done.stopped


ALONE = Sharing()
"""One process alone."""


class _Done(NamedTuple):
    """What another process made of its files. ``stopped`` is what ended it before their end."""

    parts: list[Any]
    stopped: Exception | None


def _done(
    state: tuple[Callable[[Any, Iterable[Source]], Iterator[Any]], Any], sources: Sequence[Source]
) -> _Done:
    work, of_work = state
    parts = list[Any]()
    try:
        parts.extend(work(of_work, sources))
    except (JcqError, OSError) as error:
        return _Done(parts, error)
    return _Done(parts, None)
