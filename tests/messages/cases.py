"""One defect of a message for each rule: a text of it and its replacement."""

from __future__ import annotations

from typing import NamedTuple

from tests.made_up.message import NAMESPACE, learners, message, outcome, roles, uci

TEXT = message()
DUPLICATE = outcome("98", "1001/01", "7")


class Case(NamedTuple):
    """A defect: a text of the message and its replacement, once; and the expected report."""

    old: str
    new: str
    rule: str
    said: str
    severity: str = "warning"
    about: str = ""


LEARNER_1 = f"<Learner_Party_Id>{uci(1)}<"
ROLES_1 = "".join(f"  {role}\n" for role in roles("99999", learners(1)[0]))

HEADER = TEXT[TEXT.index(" <MsgHeader>") : TEXT.index(" <DataBlock>")]
BLOCKS = TEXT[TEXT.index(" <DataBlock>") : TEXT.index("</A2CMessage>")]
TIME_STAMP = "<TimeStamp>2026-08-13T00:01:00+01:00</TimeStamp>"
VALUE_1 = "<QE_Outcome_Value>1</QE_Outcome_Value>"
COMPONENT_1 = "<AO_Qualification_Element_Id>1001/01</AO_Qualification_Element_Id>"

CASES = {
    "cut off": Case(
        "</A2CMessage>\n",
        "",
        "message.not-well-formed",
        "the file is cut off or empty",
        "error",
    ),
    "cut off within a tag": Case(
        "</A2CMessage>\n",
        "</A2C",
        "message.not-well-formed",
        "the file is cut off or empty",
        "error",
    ),
    "a bare ampersand": Case(
        "<Party_Type>Person",
        "<Party_Type>Person & more",
        "message.not-well-formed",
        "this character is not allowed here (& is written &amp;",
        "error",
    ),
    "something after the end": Case(
        "</A2CMessage>\n",
        "</A2CMessage>\nTegan",
        "message.not-well-formed",
        "there is text after the end of the message",
        "error",
    ),
    "tags crossed": Case(
        "</Party_ID>",
        "</Other>",
        "message.not-well-formed",
        "this end tag is not that",
        "error",
    ),
    "another namespace": Case(
        NAMESPACE, f"{NAMESPACE}/2", "message.namespace", f"the namespace is not {NAMESPACE}:"
    ),
    "an unknown element": Case(
        "<Party_Type>Person",
        "<New>Tegan</New><Party_Type>Person",
        "message.unknown-element",
        "the element New is not known: it is kept as it is",
        "information",
    ),
    "an unknown block": Case(
        " </QEOutcome_DS></DataBlock>",
        " </QEOutcome_DS></DataBlock><DataBlock><DataBlockName>X_DS</DataBlockName><X_DS><Y>1</Y>"
        "</X_DS></DataBlock>",
        "message.unknown-element",
        "the element X_DS is not known",
        "information",
    ),
    "a new type of value": Case(
        "<QE_Outcome_Value_Type>Scaled/Weighted Mark<",
        "<QE_Outcome_Value_Type>UMS &amp; more<",
        "message.unknown-value",
        "value_type: 'UMS & more' is not a known value: it is read as text",
        "information",
    ),
    "a block called something else": Case(
        "<DataBlockName>Party_DS<",
        "<DataBlockName>Parties<",
        "message.block-name",
        "the block is called 'Parties', but contains Party_DS",
    ),
    "a date that does not exist": Case(
        "<QE_Outcome_Date>2026-08-13<",
        "<QE_Outcome_Date>2026-02-30<",
        "message.value",
        "outcome_date: this date does not exist",
    ),
    "a time stamp without its zone": Case(
        TIME_STAMP,
        TIME_STAMP.replace("+01:00<", "<"),
        "message.no-time-zone",
        "time_stamp: this date and time has no time zone: it is read as it is",
        "information",
    ),
    "a mark that is no number": Case(
        VALUE_1,
        VALUE_1.replace(">1<", ">5O<"),
        "message.value",
        "value: this is not a mark: write it in digits, such as 57 or 57.5",
        about="candidate 99999 0001",
    ),
    "the header after the results": Case(
        HEADER + BLOCKS,
        BLOCKS + HEADER,
        "message.order",
        "MsgHeader is after DataBlock, but should be before it",
    ),
    "a value after its date": Case(
        f"{VALUE_1}<QE_Outcome_Date>2026-08-13</QE_Outcome_Date>",
        f"<QE_Outcome_Date>2026-08-13</QE_Outcome_Date>{VALUE_1}",
        "message.order",
        "QE_Outcome_Value is after QE_Outcome_Date",
    ),
    "two headers": Case(
        HEADER,
        HEADER + HEADER.replace(">99999<", ">88888<"),
        "message.repeated",
        "MsgHeader is here a second time: only the first is read",
    ),
    "two values": Case(
        VALUE_1,
        VALUE_1 + VALUE_1.replace("1", "2"),
        "message.repeated",
        "QE_Outcome_Value is here a second time",
    ),
    "two identifiers": Case(
        f"{LEARNER_1}/Learner_Party_Id>",
        f"{LEARNER_1}/Learner_Party_Id>{LEARNER_1}/Learner_Party_Id>",
        "message.repeated",
        "Learner_Party_Id is here a second time",
    ),
    "two names of a block": Case(
        "<DataBlockName>Party_DS</DataBlockName>",
        "<DataBlockName>Party_DS</DataBlockName><DataBlockName>Party_DS</DataBlockName>",
        "message.repeated",
        "DataBlockName is here a second time",
    ),
    "no header": Case(HEADER, "", "message.missing", "the header is missing, so the centre"),
    "no centre": Case(
        "<Receiver_Party_Id>99999</Receiver_Party_Id>",
        "",
        "message.missing",
        "centre_number: is missing",
    ),
    "no results": Case(BLOCKS, "", "message.missing", "the message has no results"),
    "no candidate": Case(
        f"{LEARNER_1}/Learner_Party_Id>", "", "message.missing", "learner: is missing"
    ),
    "no value": Case(
        VALUE_1, "", "message.missing", "value: is missing", about="candidate 99999 0001"
    ),
    "an empty component": Case(
        COMPONENT_1,
        "<AO_Qualification_Element_Id/>",
        "message.missing",
        "component_code: is empty",
        about="candidate 99999 0001",
    ),
    "no awarding body of an outcome": Case(
        f"<Awarding_Organisation_Party_Id>98</Awarding_Organisation_Party_Id>{COMPONENT_1}",
        COMPONENT_1,
        "message.missing",
        "awarding_body: is missing",
        about="candidate 99999 0001",
    ),
    "another centre than the name says": Case(
        "<Receiver_Party_Id>99999<",
        "<Receiver_Party_Id>99998<",
        "message.file-name",
        "the file name says centre number '99999', but the file says '99998'",
    ),
    "another awarding body than the name says": Case(
        "<Initiator_Party_Id>98<",
        "<Initiator_Party_Id>02<",
        "message.file-name",
        "the file name says awarding body '98', but the file says '02'",
    ),
    "an outcome of another awarding body": Case(
        "<Awarding_Organisation_Party_Id>98<",
        "<Awarding_Organisation_Party_Id>70<",
        "message.other-awarding-body",
        "awarding_body: the outcome is of '70', but the message of '98'",
    ),
    "outcomes of nobody": Case(
        ROLES_1, "", "message.no-role", "outcomes for a person who is not among its candidates"
    ),
    "no candidate number": Case(
        ROLES_1.splitlines()[0],
        "",
        "message.no-candidate-number",
        "the message has no candidate number of this candidate at the centre",
    ),
    "candidate number nought": Case(
        "<Relationship_Reference>0001<",
        "<Relationship_Reference>0000<",
        "message.candidate-number",
        "the candidate number must be 0001 to 9999",
    ),
    "an outcome twice": Case(
        "</QEOutcome_CN></QEOutcome>",
        f"</QEOutcome_CN>{DUPLICATE}</QEOutcome>",
        "message.duplicate",
        "there is a second outcome for component 1001/01 of type Scaled/Weighted Mark",
        about="candidate 99999 0001",
    ),
}
