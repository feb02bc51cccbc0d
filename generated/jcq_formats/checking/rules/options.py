"""Options that a centre's file names and the basedata lacks."""  # Copied from generator/runtime/checking/rules/options.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...core.fields import Field
from ...core.issues import Fault
from ...core.records import Record
from ...core.registry import rule
from ...core.roles import by_role, text_of
from ...exams.basedata import Basedata
from ...exams.entries import CANDIDATE_NUMBER
from ...exams.envelope import CENTRE_NUMBER
from ..progress import NumberedRecord

OPTION_UNKNOWN = "cross.option-unknown"


@dataclass(slots=True)
class UnknownOption:
    """An option that the basedata lacks: its first record and field, the number of candidates of
    the centres before, and ``having``, the candidates of this centre."""

    record: NumberedRecord
    option_field: Field
    before: int = 0
    having: set[str] = field(default_factory=set)


@rule(OPTION_UNKNOWN)
@dataclass(slots=True)
class UnknownOptions:
    """One fault for each option that the basedata lacks, however many candidates have it."""

    basedata: Basedata
    found: dict[str, UnknownOption] = field(default_factory=dict)

    def add(self, code: str, record: NumberedRecord, role: str) -> None:
        """Adds a candidate with an option that is not in the basedata."""
        found = by_role(record.record, role)
        if found is not None:
            unknown = self.found.setdefault(code, UnknownOption(record, found[0]))
            unknown.having.add(candidate_of(record.record))

    def end_centre(self) -> None:
        """Ends a centre's block: the next candidates are others."""
        for unknown in self.found.values():
            unknown.before += len(unknown.having)
            unknown.having.clear()

    def faults(self) -> Iterator[Fault]:
        """The options, with how many candidates have each."""
        for code, unknown in self.found.items():
            having = unknown.before + len(unknown.having)
            number = f"{having:,} candidate{'s' if having > 1 else ''}"
            message = (
                f"option {code}, of {number}, is not in the basedata ({self.basedata.issue}):"
                " a newer issue is needed"
            )
            yield unknown.record.fault(OPTION_UNKNOWN, message, unknown.option_field)


def unknown_options(basedata: Basedata | None) -> UnknownOptions | None:
    """For the options that this basedata lacks; None where it has none that could be looked up, as
    in a version whose options have no code."""
    has_uncoded = basedata is not None and not basedata.options and basedata.files
    return UnknownOptions(basedata) if basedata is not None and not has_uncoded else None


def candidate_of(record: Record) -> str:
    """Centre and candidate number of a record."""
    return f"{text_of(record, CENTRE_NUMBER)} {text_of(record, CANDIDATE_NUMBER)}"
