"""Options in a centre's file that are missing from the basedata."""  # Copied from generator/runtime/checking/rules/options.py by `make generate`; edit that, not this.

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
    """An option that is missing from the basedata: the fault at its first place, the number of
    candidates in earlier centres, and ``having``, the candidates of this centre."""

    fault: Fault
    before: int = 0
    having: set[str] = field(default_factory=set)


@rule(OPTION_UNKNOWN)
@dataclass(slots=True)
class UnknownOptions:
    """One fault for each option that is missing from the basedata, whatever the number of
    candidates."""

    basedata: Basedata
    found: dict[str, UnknownOption] = field(default_factory=dict)

    def add(self, code: str, record: Record, fault: Fault) -> None:
        """Adds a candidate with an option that is not in the basedata, and the fault to report if
        it is the first."""
        self.found.setdefault(code, UnknownOption(fault)).having.add(candidate_of(record))

    def end_centre(self) -> None:
        """Ends a centre's block: the next candidates are others."""
        for unknown in self.found.values():
            unknown.before += len(unknown.having)
            unknown.having.clear()

    def faults(self, progress: Progress) -> Iterator[Fault]:
        """The options, with the number of candidates for each, and the possible reason."""
        causes = ["the code may be mistyped", "you may need a newer issue"]
        if self._is_outdated(progress):
            causes.reverse()
        if self.basedata.incomplete:
            causes.insert(0, "the basedata is incomplete")
        for code, unknown in self.found.items():
            having = unknown.before + len(unknown.having)
            rest = (
                f"({counted(having, 'candidate')}) is not in the basedata ({self.basedata.issue})"
            )
            why = ", or ".join(causes)
            if code.upper() != code and code.upper() in self.basedata.options:
                why = "write the code in capital letters"
            yield unknown.fault._replace(
                rule=OPTION_UNKNOWN,
                message=f"option {code} {rest}: {why}",
                unquoted=f"an option {rest}: {why}",
            )

    def _is_outdated(self, progress: Progress) -> bool:
        """Whether the basedata is older than the file, or the codes come from the awarding body, so
        that they are not typing errors."""
        made, produced = self.basedata.date_produced, progress.date_produced
        is_older = made is not None and produced is not None and made < produced
        return is_older or progress.data_type is None or not progress.data_type.is_sent


def unknown_options(basedata: Basedata | None) -> UnknownOptions | None:
    """Collects the options that are missing from this basedata; None if it has none to look up, as
    in a version whose options have no code."""
    has_uncoded = basedata is not None and not basedata.options and basedata.files
    return UnknownOptions(basedata) if basedata is not None and not has_uncoded else None


def candidate_of(record: Record) -> str:
    """Centre and candidate number of a record."""
    return f"{text_of(record, CENTRE_NUMBER)} {text_of(record, CANDIDATE_NUMBER)}"
