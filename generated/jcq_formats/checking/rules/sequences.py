"""The files that a centre sends for a series, against each other."""  # Copied from generator/runtime/checking/rules/sequences.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core.files import File
from ...core.issues import Issue
from ...core.registry import rule
from ...exams.sequences import issues_of_sequence


@rule("cross.second-entries")
def second_entries(files: Sequence[File]) -> Iterator[Issue]:
    """Of one centre's entry files for an awarding body and series, all but the first."""
    first, *further = files
    for file in further:
        message = f"entries again, after {first.name}; only amendments follow entries"
        yield from issues_of_sequence(file, "cross.second-entries", message)
