"""Writes the files of an invented world, in this process or divided among several."""  # Copied from generator/runtime/testing/writing.py by `make generate`; edit that, not this.

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from ..core.formats import Format
from ..core.messages.message import Message
from ..core.processes import Processes
from ..core.records import Record
from ..core.writing import write, write_records


@dataclass(slots=True)
class Planned:
    """A file: its name, and its records, which are built as they are needed."""

    name: str
    records: Iterator[Record]


class Invented(Protocol):
    """An invented world, as this module needs it."""

    form: Format
    sizes: list[int]

    def files_of_set(self) -> Iterator[Planned]:
        """The files of the invented basedata set."""

    def files_of(self, centre: int) -> Iterator[Planned]:
        """The files of a centre."""

    def files_together(self) -> Iterator[Planned]:
        """The file of all centres, if there is one."""

    def component_results(self, centre: int) -> Message | None:
        """The component results of a centre."""


def write_world(
    world: Invented,
    folder: Path,
    progress: Callable[[str], None] | None,
    component_results: bool,
    jobs: int,
) -> dict[str, int]:
    """Writes all files as `World.write` says; returns the number of lines of each."""
    folder.mkdir(parents=True, exist_ok=True)
    target, centres = _Target(world, folder, component_results), range(len(world.sizes))
    number = min(jobs, len(centres))
    if number > 1:
        of_centres = Processes(number, _Target.written, target).results(centres)
    else:
        of_centres = map(target.written, centres)
    of_set, together = (map(target.put, f) for f in (world.files_of_set(), world.files_together()))
    counts: dict[str, int] = {}
    for written in itertools.chain(of_set, of_centres, together):
        for name, lines in written.items():
            if progress is not None:
                progress(name)
            counts[name] = lines
    return counts


class _Target(NamedTuple):
    """Where a world is written, and whether component results are among it."""

    world: Invented
    folder: Path
    component_results: bool

    def written(self, centre: int) -> dict[str, int]:
        """Writes the files of a centre; the number of lines of each."""
        counts: dict[str, int] = {}
        for planned in self.world.files_of(centre):
            counts.update(self.put(planned))
        message = self.world.component_results(centre) if self.component_results else None
        if message is not None:
            write(message, self.folder / message.name)
            counts[message.name] = message.data.count(b"\n")
        return counts

    def put(self, planned: Planned) -> dict[str, int]:
        """Writes a file; its number of lines, by its name."""
        path, form = self.folder / planned.name, self.world.form
        return {planned.name: write_records(planned.records, path, form.line_end, form.encoding)}
