# Generated from spec/a2c/message.yaml by `make generate`; edit that, not this.
"""Component results.

The marks of each candidate's components, which an awarding body sends in addition to the
results file. Grade C.
"""

from ..core.messages.formats import BlockForm, MessageFormat, MessageNamePart
from .elements import (
    Header,
    LearnerOutcomes,
    NameComponent,
    Outcome,
    Party,
    PartyName,
    Relationship,
    RelationshipRole,
)
from .rules import RULES

__all__ = [
    "FORMAT",
    "Header",
    "LearnerOutcomes",
    "NameComponent",
    "Outcome",
    "Party",
    "PartyName",
    "Relationship",
    "RelationshipRole",
]

FORMAT = MessageFormat(
    name="component_results",
    title="Component results",
    root="A2CMessage",
    namespace="http://jcq.org.uk/a2c",
    block="DataBlock",
    block_name="DataBlockName",
    grade="C",
    header=Header,
    blocks=(
        BlockForm("Party_DS", Party),
        BlockForm("PartyName_DS", PartyName),
        BlockForm("PartyRelationship_DS", Relationship),
        BlockForm("PartyRelationshipRole_DS", RelationshipRole),
        BlockForm("QEOutcome_DS", LearnerOutcomes),
    ),
    name_parts=(
        MessageNamePart(literal="a2c."),
        MessageNamePart(
            part="centre_number", width=5, digits=True, agrees_with="header.centre_number"
        ),
        MessageNamePart(literal="."),
        MessageNamePart(part="awarding_body", width=2, agrees_with="header.awarding_body"),
        MessageNamePart(literal=".EDIResults."),
        MessageNamePart(part="guid"),
        MessageNamePart(literal=".xml"),
    ),
    name_example="a2c.99999.98.EDIResults.01234567-89ab-cdef-0123-456789abcdef.xml",
    rules=RULES,
)
"""The message as data: its classes, blocks, file name and rules."""
