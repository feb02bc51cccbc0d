"""XML messages: elements and values have their own types."""

import datetime
from collections.abc import Iterator

import jcq_formats as jcq
from jcq_formats import a2c

message = jcq.read_message("a2c.99999.98.EDIResults.0.xml")
for outcome in message.of(a2c.Outcome):
    code: str = outcome.component_code
    day: datetime.date | None = outcome.outcome_date
    wrong_day: str = outcome.outcome_date  # wrong: assignment, reportAssignmentType
    outcome.mark  # wrong: attr-defined, reportAttributeAccessIssue
changed: jcq.Message = message.replace(next(message.of(a2c.Outcome)), value="57")

parties: Iterator[a2c.Party] = jcq.scan_message("a2c.99999.98.EDIResults.0.xml", a2c.Party)
learner = next(message.of(a2c.LearnerOutcomes))
outcomes: tuple[a2c.Outcome, ...] = learner.outcomes

party = a2c.Party.build(party_id="98", party_type="Organisation", organisation=True)
a2c.Party.build(party_id="98")  # wrong: call-arg, reportCallIssue
a2c.Party.build(party_id=98, party_type="Person")  # wrong: arg-type, reportArgumentType

for result in jcq.component_results(message):
    number: str = result.candidate_number
jcq.write(changed, "copy.xml")
issues: list[jcq.Issue] = jcq.check(message)
