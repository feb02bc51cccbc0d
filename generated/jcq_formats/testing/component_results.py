"""Invented component results: an XML message for the candidates of a centre."""  # Copied from generator/runtime/testing/component_results.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, NamedTuple

from ..core.errors import FieldError
from ..core.messages.formats import MessageFormat, message_formats
from ..core.messages.making import new_message
from ..core.messages.message import Message
from ..core.messages.needs import message_needs
from ..core.messages.roles import built, class_of_role, value_of_role
from ..core.messages.views import View
from ..core.roles import value_of
from ..exams.basedata import Basedata
from ..exams.component_results import OUTCOME
from ..exams.names import BETWEEN, NAME
from .candidates import UCI, Person

WORK = "invented component results"
PARTY, PARTY_NAME, PART = "party", "party_name", "name_component"
RELATIONSHIP, ROLE, LEARNER_OUTCOMES = "relationship", "relationship_role", "learner_outcomes"

message_needs(WORK, "header", "header.message_id", "header.time_stamp", "header.sequence")
message_needs(
    WORK,
    PARTY,
    "party.id",
    "party.date_of_birth",
    "party.organisation",
    values={"party.type": "person"},
)
message_needs(WORK, PARTY, values={"party.type": "organisation"})
message_needs(WORK, PARTY_NAME, "party_name.effective_date", "party_name.components")
message_needs(WORK, PART, "name_component.order", values={"name_component.type": "given"})
message_needs(
    WORK,
    RELATIONSHIP,
    "relationship.first_party",
    "relationship.second_party",
    "relationship.effective_date",
)
message_needs(WORK, ROLE, "relationship_role.effective_date")
message_needs(WORK, LEARNER_OUTCOMES, "learner_outcomes.awarding_body", "learner_outcomes.outcomes")
message_needs(
    WORK, OUTCOME, "outcome.effective_start", "outcome.outcome_date_time", "outcome.outcome_date"
)

USUAL_MAXIMUM = 80
"""The maximum mark of a component if the basedata has none."""


class Sat(NamedTuple):
    """A candidate, and the components of the options taken."""

    who: Person
    components: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Issued:
    """The sender, the recipient and the time of a message."""

    awarding_body: str
    centre_number: str
    when: datetime.datetime

    @property
    def day(self) -> datetime.date:
        """The day of the results."""
        return self.when.date()


def made_up_message(
    issued: Issued, candidates: Iterable[Sat], basedata: Basedata, random: Random
) -> Message | None:
    """A message with a mark for each component; None if no message format contains components."""
    form = next((f for f in message_formats() if f.class_of_role(OUTCOME) is not None), None)
    if form is None:
        return None
    guid = str(uuid.UUID(int=random.getrandbits(128), version=4))
    header = _of(
        form,
        "header",
        message_id=guid,
        time_stamp=issued.when,
        sequence=1,
        awarding_body=issued.awarding_body,
        centre_number=issued.centre_number,
    )
    views = [_organisation(form, id_) for id_ in (issued.centre_number, issued.awarding_body)]
    for sat in candidates:
        views += _candidate(form, issued, sat, basedata, random)
    free = {part.part: guid for part in form.name_parts if part.part and not part.agrees_with}
    return new_message(header, views, form.name_of(header, **free))


def _of(form: MessageFormat, role: str, **values: Any) -> View:
    """An element of the class with a role, from values by the rest of their fields' roles."""
    return built(class_of_role(form, role), {f"{role}.{name}": v for name, v in values.items()})


def _value(form: MessageFormat, role: str, field: str, value: str) -> str:
    return value_of_role(class_of_role(form, role), f"{role}.{field}", value)


def _organisation(form: MessageFormat, party_id: str) -> View:
    kind = _value(form, PARTY, "type", "organisation")
    return _of(form, PARTY, id=party_id, type=kind, organisation=True)


def _candidate(
    form: MessageFormat, issued: Issued, sat: Sat, basedata: Basedata, random: Random
) -> Iterator[View]:
    """All elements of a message about one candidate."""
    values = sat.who.values
    learner, centre, day = values.get(UCI, ""), issued.centre_number, issued.day
    outcomes = [_outcome(form, issued, code, basedata, sat.who, random) for code in sat.components]
    if not learner or not outcomes:
        return
    kind = _value(form, PARTY, "type", "person")
    born = values.get("candidate.date_of_birth")
    yield _of(form, PARTY, id=learner, type=kind, date_of_birth=born)
    parts = list(_parts(form, values.get(NAME, "")))
    yield _of(form, PARTY_NAME, party_id=learner, effective_date=day, components=parts)
    yield _of(form, RELATIONSHIP, first_party=centre, second_party=learner, effective_date=day)
    yield _of(
        form,
        ROLE,
        first_party=centre,
        second_party=learner,
        role_type=_value(form, ROLE, "role_type", "learner"),
        effective_date=day,
        reference=sat.who.candidate_number,
        reference_type=_value(form, ROLE, "reference_type", "candidate_number"),
    )
    sender = issued.awarding_body
    yield _of(form, LEARNER_OUTCOMES, awarding_body=sender, learner=learner, outcomes=outcomes)


def _parts(form: MessageFormat, name: str) -> Iterator[View]:
    """The parts of a name: forenames, then the surname, with capitals and small letters."""
    family, _, given = name.partition(BETWEEN)
    for order, (kind, text) in enumerate((("given", given), ("family", family)), 1):
        if text:
            said = _value(form, PART, "type", kind)
            yield _of(form, PART, order=order, type=said, text=text.title())


def _outcome(
    form: MessageFormat,
    issued: Issued,
    code: str,
    basedata: Basedata,
    who: Person,
    random: Random,
) -> View:
    maximum = _maximum(code, basedata)
    mark = round(maximum * min(1, max(0, who.ability + (random.random() - 0.5) / 4)))
    begun = issued.when.replace(month=1, day=1, hour=0, minute=0)
    return _of(
        form,
        OUTCOME,
        awarding_body=issued.awarding_body,
        component_code=code,
        effective_start=begun,
        outcome_date_time=issued.when,
        value=str(mark),
        outcome_date=issued.day,
    )


def _maximum(code: str, basedata: Basedata) -> int:
    record: Any = basedata.components.get(code)
    try:
        mark = value_of(record, "component.maximum_mark") if record is not None else None
    except FieldError:
        mark = None
    return int(mark or USUAL_MAXIMUM)
