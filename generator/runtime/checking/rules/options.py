"""Options that a centre's file names and the basedata lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...core.issues import Fault
from ...core.printable import counted
from ...core.records import Record
from ...core.registry import rule
from ...core.roles import text_of
from ...exams.basedata import Basedata
from ...exams.entries import CANDIDATE_NUMBER
from ...exams.envelope import CENTRE_NUMBER
from ..progress import Progress

OPTION_UNKNOWN = "cross.option-unknown"


@dataclass(slots=True)
class UnknownOption:
    """An option that the basedata lacks: the fault where it was found first, the number of
    candidates of the centres before, and ``having``, the candidates of this centre."""

    fault: Fault
    before: int = 0
    having: set[str] = field(default_factory=set)


@rule(OPTION_UNKNOWN)
@dataclass(slots=True)
class UnknownOptions:
    """One fault for each option that the basedata lacks, however many candidates have it."""

    basedata: Basedata
    found: dict[str, UnknownOption] = field(default_factory=dict)

    def add(self, code: str, record: Record, fault: Fault) -> None:
        """Adds a candidate with an option that is not in the basedata, and the place of the fault
        that is reported where it is the first."""
        self.found.setdefault(code, UnknownOption(fault)).having.add(candidate_of(record))

    def end_centre(self) -> None:
        """Ends a centre's block: the next candidates are others."""
        for unknown in self.found.values():
            unknown.before += len(unknown.having)
            unknown.having.clear()

    def faults(self, progress: Progress) -> Iterator[Fault]:
        """The options, with how many candidates have each, and why that may be."""
        causes = ["the code may be mistyped", "a newer issue of the basedata may be needed"]
        if self._is_outdated(progress):
            causes.reverse()
        if self.basedata.incomplete:
            causes.insert(0, "the basedata is incomplete")
        for code, unknown in self.found.items():
            having = unknown.before + len(unknown.having)
            rest = (
                f"of {counted(having, 'candidate')}, is not in the basedata ({self.basedata.issue})"
            )
            why = ", or ".join(causes)
            yield unknown.fault._replace(
                rule=OPTION_UNKNOWN,
                message=f"option {code}, {rest}: {why}",
                unquoted=f"an option, {rest}: {why}",
            )

    def _is_outdated(self, progress: Progress) -> bool:
        """Whether the basedata was made before the file, or the codes are the awarding body's own,
        which nobody types."""
        made, produced = self.basedata.date_produced, progress.date_produced
        is_older = made is not None and produced is not None and made < produced
        return is_older or progress.data_type is None or not progress.data_type.is_sent


def unknown_options(basedata: Basedata | None) -> UnknownOptions | None:
    """For the options that this basedata lacks; None where it has none that could be looked up, as
    in a version whose options have no code."""
    has_uncoded = basedata is not None and not basedata.options and basedata.files
    return UnknownOptions(basedata) if basedata is not None and not has_uncoded else None


def candidate_of(record: Record) -> str:
    """Centre and candidate number of a record."""
    return f"{text_of(record, CENTRE_NUMBER)} {text_of(record, CANDIDATE_NUMBER)}"
