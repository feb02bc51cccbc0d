"""Component results: the outcomes of each candidate in an XML message, in an exams officer's
terms."""  # Copied from generator/runtime/exams/component_results.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..core.messages.message import Message
from ..core.messages.needs import message_needs
from ..core.messages.reading import scanned
from ..core.messages.views import View
from ..core.reading import Readable

HEADER, ROLE, NAME, PART = "header", "relationship_role", "party_name", "name_component"
LEARNER_OUTCOMES, OUTCOME = "learner_outcomes", "outcome"

AWARDING_BODY, CENTRE_NUMBER = "header.awarding_body", "header.centre_number"
MESSAGE_ID, TIME_STAMP = "header.message_id", "header.time_stamp"
FIRST, SECOND = "relationship_role.first_party", "relationship_role.second_party"
ROLE_TYPE, REFERENCE = "relationship_role.role_type", "relationship_role.reference"
REFERENCE_TYPE = "relationship_role.reference_type"
LEARNER = "learner_outcomes.learner"
OUTCOME_AWARDING_BODY, COMPONENT = "outcome.awarding_body", "outcome.component_code"
VALUE, VALUE_TYPE, STATUS = "outcome.value", "outcome.value_type", "outcome.status"
OUTCOME_DATE, OUTCOME_TIME = "outcome.outcome_date", "outcome.outcome_date_time"
NAMED, PART_TYPE, PART_TEXT = "party_name.party_id", "name_component.type", "name_component.text"

IS_LEARNER, IS_CANDIDATE_NUMBER, IS_FAMILY = "learner", "candidate_number", "family"
IS_ISSUED = "issued"

WORK = "component results of candidates"
message_needs(WORK, HEADER, AWARDING_BODY, CENTRE_NUMBER)
message_needs(
    WORK,
    ROLE,
    FIRST,
    SECOND,
    ROLE_TYPE,
    REFERENCE,
    REFERENCE_TYPE,
    values={ROLE_TYPE: IS_LEARNER, REFERENCE_TYPE: IS_CANDIDATE_NUMBER},
)
message_needs(WORK, LEARNER_OUTCOMES, LEARNER)
message_needs(
    WORK,
    OUTCOME,
    OUTCOME_AWARDING_BODY,
    COMPONENT,
    VALUE,
    VALUE_TYPE,
    STATUS,
    values={STATUS: IS_ISSUED},
)
message_needs("the same message twice", HEADER, MESSAGE_ID)
message_needs("the year of results", HEADER, TIME_STAMP)
message_needs("the year of results", OUTCOME, OUTCOME_DATE, OUTCOME_TIME)
message_needs("names of candidates", NAME, NAMED)
message_needs("names of candidates", PART, PART_TYPE, PART_TEXT, values={PART_TYPE: IS_FAMILY})


@dataclass(frozen=True, slots=True, repr=False)
class ComponentResult:
    """The outcome of a candidate in one component. ``uci`` is personal data."""

    centre_number: str
    candidate_number: str
    uci: str
    outcome: View

    def __repr__(self) -> str:
        return f"ComponentResult({self.centre_number} {self.candidate_number}, {self.outcome!r})"

    @property
    def awarding_body(self) -> str:
        """The awarding body."""
        return self.outcome.text_of_role(OUTCOME_AWARDING_BODY)

    @property
    def component_code(self) -> str:
        """The code of the component."""
        return self.outcome.text_of_role(COMPONENT)

    @property
    def value_type(self) -> str:
        """The type of the value, such as a mark."""
        return self.outcome.text_of_role(VALUE_TYPE)

    @property
    def value(self) -> str:
        """The mark, or another value according to its type, as text."""
        return self.outcome.text_of_role(VALUE)

    @property
    def status(self) -> str:
        """The status as in the message, such as issued."""
        return self.outcome.text_of_role(STATUS)

    @property
    def issued(self) -> bool:
        """Whether its status is issued."""
        return has_value(self.outcome, STATUS, IS_ISSUED)


@dataclass(slots=True, repr=False)
class Learners:
    """Collects from the elements of a message, added one by one, who is a candidate. Identifiers
    and names are personal data."""

    centre_number: str = ""
    awarding_body: str = ""
    numbers_at: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """Candidate numbers by centre, and by the identifier of the candidate."""

    with_role: set[str] = field(default_factory=set)
    """The identifiers of everybody with the role of a candidate."""

    names: dict[str, str] = field(default_factory=dict)
    """Surname and forenames, by the identifier of the candidate."""

    has_header: bool = False
    """Whether there was a header; the first one counts."""

    @property
    def numbers(self) -> dict[str, list[str]]:
        """The candidate numbers at the centre, by the identifier of the candidate."""
        return self.numbers_at.get(self.centre_number, {}) if self.has_header else {}

    def __repr__(self) -> str:
        return f"Learners({self.centre_number}, {len(self.with_role):,} candidates)"

    def add(self, view: View) -> None:
        """Adds the content of an element."""
        if view.ROLE == HEADER and not self.has_header:
            self.has_header = True
            self.centre_number = view.text_of_role(CENTRE_NUMBER)
            self.awarding_body = view.text_of_role(AWARDING_BODY)
        elif view.ROLE == ROLE:
            self._add_role(view)
        elif view.ROLE == NAME:
            self.names[view.text_of_role(NAMED)] = _full_name(view)

    def _add_role(self, view: View) -> None:
        if not has_value(view, ROLE_TYPE, IS_LEARNER):
            return
        learner = view.text_of_role(SECOND)
        self.with_role.add(learner)
        if has_value(view, REFERENCE_TYPE, IS_CANDIDATE_NUMBER):
            there = self.numbers_at.setdefault(view.text_of_role(FIRST), {})
            numbers = there.setdefault(learner, [])
            number = view.text_of_role(REFERENCE)
            if number and number not in numbers:
                numbers.append(number)

    def number_of(self, learner: str) -> str:
        """The number of a candidate; empty if there is none."""
        return next(iter(self.numbers.get(learner, ())), "")


def component_results(source: Message | Readable) -> Iterator[ComponentResult]:
    """Yields all outcomes of a message with their candidates, in constant memory.

    ``source`` is a message, or what `read_message` takes. An outcome before the header, or before
    the element with the candidate number, is yielded last. Raises what `scan_message` does.
    """
    yield from results_among(Learners(), views_of(source))


def views_of(source: Message | Readable) -> Iterator[View]:
    """The header and all repeated elements of a message, read already or not."""
    if not isinstance(source, Message):
        yield from scanned(source)
        return
    if source.header is not None:
        yield source.header
    yield from source.items()


def results_among(learners: Learners, views: Iterable[View]) -> Iterator[ComponentResult]:
    """The outcomes among elements; ``learners`` collects who is a candidate."""
    waiting: list[View] = []
    for view in views:
        learners.add(view)
        if view.ROLE == LEARNER_OUTCOMES:
            if learners.number_of(view.text_of_role(LEARNER)):
                yield from _results(learners, view)
            else:
                waiting.append(view)
    for view in waiting:
        yield from _results(learners, view)


def _results(learners: Learners, view: View) -> Iterator[ComponentResult]:
    learner = view.text_of_role(LEARNER)
    for outcome in view.nested():
        if outcome.ROLE == OUTCOME:
            number = learners.number_of(learner)
            yield ComponentResult(learners.centre_number, number, learner, outcome)


def has_value(view: View, role: str, value: str) -> bool:
    """Whether the field with this role has the value with the role ``value``."""
    found = view.field_of_role(role)
    return found is not None and found.role_of_value(view.text(found.name)) == value


def _full_name(view: View) -> str:
    """The surname, a comma, and the other parts of the name."""
    family: list[str] = []
    others: list[str] = []
    for part in view.nested():
        parts = family if has_value(part, PART_TYPE, IS_FAMILY) else others
        parts.append(part.text_of_role(PART_TEXT))
    return ", ".join(filter(None, (" ".join(family), " ".join(others))))
