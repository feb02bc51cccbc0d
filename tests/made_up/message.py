"""An invented message of component results, written by hand and not by the package."""

from __future__ import annotations

from typing import NamedTuple
from xml.sax.saxutils import escape

CENTRE, BOARD = "99999", "98"
NAMESPACE = "http://jcq.org.uk/a2c"
NAME = f"a2c.{CENTRE}.{BOARD}.EDIResults.01234567-89ab-cdef-0123-456789abcdef.xml"

NAMES = (
    ("Ada", "Badger"),
    ("D'Arcy", "O'Otter"),
    ("Łucja", "Żbik"),
    ("Tom & Jerry", "<Vole>"),
    ("Ἀλέξανδρος", "Γλαῦξ"),
    ("Siôn", "Ap Môn"),
)
"""Animals: with an apostrophe, with XML markup, and beyond Latin-1."""


class Learner(NamedTuple):
    """A candidate: the identifier, the candidate number, and marks by component."""

    uci: str
    number: str
    marks: dict[str, str]
    given: str = "Ada"
    family: str = "Badger"


def uci(number: int) -> str:
    """A UCI with its check letter, computed independently of the package."""
    body = f"999990{26:02}{number:04}"
    total = sum(w * int(c) for w, c in zip(range(16, 4, -1), body, strict=True))
    return body + "ABCDEFGHKLMRTVWXY"[total % 17]


def learners(count: int) -> list[Learner]:
    """Candidates with two or three components each."""
    made = []
    for number in range(1, count + 1):
        marks = {f"{1000 + number % 7:04}/{part:02}": str((number * part) % 80) for part in (1, 2)}
        if number % 3 == 0:
            marks["2000/01"] = "0"
        made.append(Learner(uci(number), f"{number:04}", marks, *NAMES[number % len(NAMES)]))
    return made


def message(
    candidates: list[Learner] | None = None,
    *,
    encoding: str = "utf-8",
    centre: str = CENTRE,
    board: str = BOARD,
    value_type: str = "Scaled/Weighted Mark",
) -> str:
    """The text of a message."""
    who = learners(3) if candidates is None else candidates
    lines = [
        f'<?xml version="1.0" encoding="{encoding}"?>',
        f'<A2CMessage xmlns="{NAMESPACE}">',
        " <MsgHeader><MsgInfo><MessageID>01234567-89ab-cdef-0123-456789abcdef</MessageID>"
        "<TimeStamp>2026-08-13T00:01:00+01:00</TimeStamp><Sequence>1</Sequence>"
        f"<Initiator_Data><Initiator_Party_Id>{board}</Initiator_Party_Id></Initiator_Data>"
        f"<Receiver_Data><Receiver_Party_Id>{centre}</Receiver_Party_Id></Receiver_Data>"
        "<SchemaVersion>10.7</SchemaVersion><Exchange_Name>JCQ-A2C</Exchange_Name>"
        "<ExchangeSpec_Version>2020</ExchangeSpec_Version></MsgInfo><TransactionInfo>"
        "<TransactionName>ProcessResults</TransactionName></TransactionInfo></MsgHeader>",
        *block("Party_DS", [organisation(p) for p in ("JCQ", centre, board)] + [*map(party, who)]),
        *block("PartyName_DS", map(name, who)),
        *block("PartyRelationship_DS", [relationship(centre, one.uci) for one in who]),
        *block(
            "PartyRelationshipRole_DS",
            [
                role("JCQ", centre, "Centre", centre, "NCN"),
                role("JCQ", board, "Awarding Organisation", board, "JCQ Awarding Organisation ID"),
                *(r for one in who for r in roles(centre, one)),
            ],
        ),
        *block("QEOutcome_DS", [outcomes(board, one, value_type) for one in who]),
        "</A2CMessage>",
        "",
    ]
    return "\n".join(lines)


def block(element: str, items: object) -> list[str]:
    assert hasattr(items, "__iter__")
    return [
        f" <DataBlock><DataBlockName>{element}</DataBlockName><{element}>",
        *(f"  {item}" for item in items),
        f" </{element}></DataBlock>",
    ]


def organisation(party_id: str) -> str:
    return (
        f"<Party><Party_ID><Party_Id>{party_id}</Party_Id></Party_ID>"
        "<Party_Type>Organisation</Party_Type><Organisation/></Party>"
    )


def party(one: Learner) -> str:
    return (
        f"<Party><Party_ID><Party_Id>{one.uci}</Party_Id></Party_ID><Party_Type>Person</Party_Type>"
        "<Person><Date_Of_Birth>2008-02-29</Date_Of_Birth></Person></Party>"
    )


def name(one: Learner) -> str:
    parts = "".join(
        "<PartyNameComponent><PartyNameComponent_ID><Party_Name_Component_Order>"
        f"{order}</Party_Name_Component_Order></PartyNameComponent_ID>"
        f"<Party_Name_Component_Type>{kind}</Party_Name_Component_Type>"
        f"<Party_Name_Component>{escape(text)}</Party_Name_Component></PartyNameComponent>"
        for order, (kind, text) in enumerate((("Given", one.given), ("Family", one.family)), 1)
    )
    return (
        f"<PartyName><Party_ID><Party_Id>{one.uci}</Party_Id></Party_ID><PartyName_CN><PartyName_ID>"
        "<Party_Name_Type>Full</Party_Name_Type><Party_Name_Effective_Date>2026-08-13"
        f"</Party_Name_Effective_Date></PartyName_ID>{parts}</PartyName_CN></PartyName>"
    )


def relationship(first: str, second: str) -> str:
    return (
        f"<PartyRelationship><PartyRelationship_ID><Party_Id_1st>{first}</Party_Id_1st>"
        f"<Party_Id_2nd>{second}</Party_Id_2nd></PartyRelationship_ID>"
        "<Party_Relationship_Eff_Date>2026-08-13</Party_Relationship_Eff_Date></PartyRelationship>"
    )


def role(first: str, second: str, kind: str, reference: str, reference_type: str) -> str:
    return (
        f"<PartyRelationshipRole><PartyRelationshipRole_ID><Party_Id_1st>{first}</Party_Id_1st>"
        f"<Party_Id_2nd>{second}</Party_Id_2nd><Party_Role_Type>{kind}</Party_Role_Type>"
        "<Party_Role_Effective_Date>2026-08-13</Party_Role_Effective_Date>"
        f"</PartyRelationshipRole_ID><Relationship_Reference>{reference}</Relationship_Reference>"
        f"<Party_RR_Reference_Type>{reference_type}</Party_RR_Reference_Type>"
        "</PartyRelationshipRole>"
    )


def roles(centre: str, one: Learner) -> list[str]:
    return [
        role(centre, one.uci, "Learner", one.number, "Candidate Number"),
        role("JCQ", one.uci, "Learner", one.uci, "UCI"),
    ]


def outcomes(board: str, one: Learner, value_type: str) -> str:
    return (
        f"<QEOutcome><PartyRelationship_ID><Party_Id_Originator>{board}</Party_Id_Originator>"
        f"<Learner_Party_Id>{one.uci}</Learner_Party_Id></PartyRelationship_ID>"
        + "".join(outcome(board, code, mark, value_type) for code, mark in one.marks.items())
        + "</QEOutcome>"
    )


def outcome(
    board: str, component: str, value: str, value_type: str = "Scaled/Weighted Mark"
) -> str:
    return (
        "<QEOutcome_CN><QualificationElementOutcome_ID><Awarding_Organisation_Party_Id>"
        f"{board}</Awarding_Organisation_Party_Id><AO_Qualification_Element_Id>{component}"
        "</AO_Qualification_Element_Id><Qualification_Element_Type>Assessable"
        "</Qualification_Element_Type><QEA_Effective_Start_Date_Time>2025-09-01T00:00:00+01:00"
        "</QEA_Effective_Start_Date_Time><QE_Outcome_Type>Result</QE_Outcome_Type>"
        f"<QE_Outcome_Value_Type>{escape(value_type)}</QE_Outcome_Value_Type>"
        "<QE_Outcome_Date_Time>2026-08-13T00:01:00+01:00</QE_Outcome_Date_Time>"
        f"</QualificationElementOutcome_ID><QE_Outcome_Value>{value}</QE_Outcome_Value>"
        "<QE_Outcome_Date>2026-08-13</QE_Outcome_Date>"
        "<QE_Outcome_Status_Type>Issued</QE_Outcome_Status_Type></QEOutcome_CN>"
    )
