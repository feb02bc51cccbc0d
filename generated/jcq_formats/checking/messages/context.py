"""The input and output of rules about a message."""  # Copied from generator/runtime/checking/messages/context.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from ...core.issues import Fault
from ...core.messages.formats import MessageFormat
from ...core.messages.message import Message
from ...core.messages.views import MASK, View
from ...exams.basedata import Basedata
from ...exams.component_results import (
    LEARNER,
    ComponentResult,
    Learners,
    results_among,
    views_of,
)
from ...exams.exam_series import ExamSeries
from ...identifiers.candidate_number import is_valid

ABOUT_MESSAGES = "messages"
"""The subject under which rules about a message are registered."""


class Found(NamedTuple):
    """A fault, its element, and its candidate, by centre and candidate number."""

    fault: Fault
    view: View | None = None
    candidate: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, repr=False)
class ResultsFile:
    """A results file of the same centre and awarding body: its name, its exam series, and the
    unique candidate identifiers by candidate number; blank if a result has none."""

    name: str
    series: ExamSeries
    identifiers: Mapping[str, frozenset[str]]

    def __repr__(self) -> str:
        return f"ResultsFile({self.name!r}, {len(self.identifiers):,} candidates)"


@dataclass(frozen=True, slots=True)
class Beside:
    """What a message is checked against: basedata of its awarding body, and results files.

    ``no_basedata`` gives the reason if only other basedata was given; ``same_message`` names an
    earlier file with a message of the same identifier.
    """

    basedata: tuple[Basedata, ...] = ()
    results: tuple[ResultsFile, ...] = ()
    no_basedata: str = ""
    same_message: str = ""


@dataclass(slots=True)
class MessageContext:
    """A whole message, and what it is checked against.

    ``views`` are its header and the repeated elements of its blocks; ``identifiers`` are the unique
    candidate identifiers by candidate number, without blank and masked ones.
    """

    whole: Message
    beside: Beside
    learners: Learners = field(default_factory=Learners)
    views: list[View] = field(default_factory=list)
    results: list[ComponentResult] = field(default_factory=list)
    identifiers: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.views = list(views_of(self.whole))
        self.results = list(results_among(self.learners, self.views))
        for result in self.results:
            known = self.identifiers.setdefault(result.candidate_number, set())
            if result.uci.strip(MASK):
                known.add(result.uci)

    @property
    def format(self) -> MessageFormat:
        """The message format."""
        return self.whole.format

    @property
    def is_of_file(self) -> bool:
        """Whether it has a file name, unlike standard input."""
        return self.whole.name not in ("", "-")

    def every_view(self) -> Iterator[View]:
        """All elements that have a class, including nested ones."""
        waiting = list(reversed(self.views))
        while waiting:
            view = waiting.pop()
            yield view
            waiting += reversed(list(view.nested()))

    def learners_with_outcomes(self) -> Iterator[tuple[str, View]]:
        """Everybody with outcomes, each once, with their first element."""
        seen: set[str] = set()
        for view in self.views:
            if view.field_of_role(LEARNER) is not None:
                learner = view.text_of_role(LEARNER)
                if learner and learner not in seen:
                    seen.add(learner)
                    yield learner, view

    def candidate(self, learner: str) -> tuple[str, str]:
        """Centre and candidate number, by which the exams office finds a candidate; each is empty
        if missing."""
        number = self.learners.number_of(learner)
        centre = self.learners.centre_number
        return (centre, number) if is_valid(number) and centre.isdigit() else ("", "")


MessageRule: TypeAlias = Callable[[MessageContext], Iterable[Found]]
"""The type of functions registered as rules about a message."""


@dataclass(slots=True)
class Repeated:
    """Faults that occur many times: each is reported once, at its first place, with their
    number."""

    first: dict[tuple[str, ...], View] = field(default_factory=dict)
    numbers: dict[tuple[str, ...], int] = field(default_factory=dict)

    def add(self, key: tuple[str, ...], view: View) -> None:
        """One more of a key."""
        self.first.setdefault(key, view)
        self.numbers[key] = self.numbers.get(key, 0) + 1

    def items(self) -> Mapping[tuple[str, ...], tuple[View, str]]:
        """The first place of each key, and the number of places in words; empty for one."""
        return {
            key: (view, "" if self.numbers[key] == 1 else f" ({self.numbers[key]:,} times)")
            for key, view in self.first.items()
        }
