# Generated from spec/a2c/elements.yaml by `make generate`; edit that, not this.
"""Component results: the elements of a message, as objects over its bytes."""

from __future__ import annotations

from collections.abc import Sequence
import datetime
from typing import Self
from ..core.messages.elements import Element, KnownValue, element_table
from ..core.messages.kinds import (
    AsDate,
    AsInteger,
    AsItems,
    AsPresence,
    AsText,
    AsTimestamp,
    AsZonedTimestamp,
)
from ..core.messages.views import View
from ..identifiers import uci


class Header(View):
    """Header (MsgHeader).

    The sender, the recipient and the time of the message.

    Grade C (component-results-writer).

        message_id        text             MsgInfo/MessageID
        time_stamp        zoned_timestamp  MsgInfo/TimeStamp
        sequence          integer          MsgInfo/Sequence
        awarding_body     text             MsgInfo/Initiator_Data/Initiator_Party_Id
        centre_number     text             MsgInfo/Receiver_Data/Receiver_Party_Id
        schema_version    text             MsgInfo/SchemaVersion
        exchange_name     text             MsgInfo/Exchange_Name
        exchange_version  text             MsgInfo/ExchangeSpec_Version
        transaction       text             TransactionInfo/TransactionName
    """

    __slots__ = ()

    ELEMENT = "MsgHeader"
    ROLE = "header"
    TITLE = "Header"
    GRADE = "C"
    # fmt: off
    FIELDS = element_table(
        Element("message_id", "MsgInfo/MessageID", AsText(), role="header.message_id"),
        Element("time_stamp", "MsgInfo/TimeStamp", AsZonedTimestamp(), role="header.time_stamp"),
        Element("sequence", "MsgInfo/Sequence", AsInteger(), role="header.sequence"),
        Element("awarding_body", "MsgInfo/Initiator_Data/Initiator_Party_Id", AsText(), role="header.awarding_body"),
        Element("centre_number", "MsgInfo/Receiver_Data/Receiver_Party_Id", AsText(), role="header.centre_number"),
        Element("schema_version", "MsgInfo/SchemaVersion", AsText(), role="header.schema_version", default="10.7"),
        Element("exchange_name", "MsgInfo/Exchange_Name", AsText(), role="header.exchange_name", default="JCQ-A2C"),
        Element("exchange_version", "MsgInfo/ExchangeSpec_Version", AsText(), role="header.exchange_version", default="2020"),
        Element("transaction", "TransactionInfo/TransactionName", AsText(), role="header.transaction", default="ProcessResults"),
    )
    # fmt: on

    @property
    def message_id(self) -> str:
        """An identifier of the message, 36 characters."""
        value: str = self.decode("message_id")
        return value

    @property
    def time_stamp(self) -> datetime.datetime | None:
        """When the message was made, with its time zone."""
        value: datetime.datetime | None = self.decode("time_stamp")
        return value

    @property
    def sequence(self) -> int | None:
        """A number of the message."""
        value: int | None = self.decode("sequence")
        return value

    @property
    def awarding_body(self) -> str:
        """The awarding body that sends the message."""
        value: str = self.decode("awarding_body")
        return value

    @property
    def centre_number(self) -> str:
        """The centre that receives the message."""
        value: str = self.decode("centre_number")
        return value

    @property
    def schema_version(self) -> str:
        """The version of JCQ's schema stated in the message."""
        value: str = self.decode("schema_version")
        return value

    @property
    def exchange_name(self) -> str:
        """The name of the exchange."""
        value: str = self.decode("exchange_name")
        return value

    @property
    def exchange_version(self) -> str:
        """The version of the exchange."""
        value: str = self.decode("exchange_version")
        return value

    @property
    def transaction(self) -> str:
        """The purpose of the message."""
        value: str = self.decode("transaction")
        return value

    @classmethod
    def build(
        cls,
        *,
        message_id: str,
        time_stamp: datetime.datetime,
        sequence: int,
        awarding_body: str,
        centre_number: str,
        schema_version: str = "10.7",
        exchange_name: str = "JCQ-A2C",
        exchange_version: str = "2020",
        transaction: str = "ProcessResults",
    ) -> Self:
        """A new element for `new_message`. Raises BuildError if a value does not fit."""
        return cls._build(
            {
                "message_id": message_id,
                "time_stamp": time_stamp,
                "sequence": sequence,
                "awarding_body": awarding_body,
                "centre_number": centre_number,
                "schema_version": schema_version,
                "exchange_name": exchange_name,
                "exchange_version": exchange_version,
                "transaction": transaction,
            }
        )


class Party(View):
    """Party (Party).

    A candidate, or an organisation.

    Grade C (component-results-writer).

        party_id        text      Party_ID/Party_Id
        party_type      text      Party_Type
        date_of_birth   date      Person/Date_Of_Birth
        legal_sex_type  text      Person/Legal_Sex_Type
        organisation    presence  Organisation
    """

    __slots__ = ()

    ELEMENT = "Party"
    ROLE = "party"
    TITLE = "Party"
    GRADE = "C"
    # fmt: off
    FIELDS = element_table(
        Element("party_id", "Party_ID/Party_Id", AsText(), role="party.id", key=True, personal_unless={"party_type": ("organisation",)}),
        Element("party_type", "Party_Type", AsText(), role="party.type", values=(KnownValue("Person", "A candidate.", role="person"), KnownValue("Organisation", "JCQ, a centre or an awarding body.", role="organisation"))),
        Element("date_of_birth", "Person/Date_Of_Birth", AsDate(), role="party.date_of_birth", optional=True, personal=True),
        Element("legal_sex_type", "Person/Legal_Sex_Type", AsText(), role="party.legal_sex_type", optional=True, personal=True),
        Element("organisation", "Organisation", AsPresence(), role="party.organisation", optional=True),
    )
    # fmt: on

    @property
    def party_id(self) -> str:
        """The identifier of the party: the unique candidate identifier of a candidate, JCQ, the
        number of the centre, or the code of the awarding body. Personal data.
        """
        value: str = self.decode("party_id")
        return value

    @property
    def party_type(self) -> str:
        """Whether it is a person or an organisation. Known values: Person, Organisation."""
        value: str = self.decode("party_type")
        return value

    @property
    def date_of_birth(self) -> datetime.date | None:
        """The date of birth of a person. Personal data."""
        value: datetime.date | None = self.decode("date_of_birth")
        return value

    @property
    def legal_sex_type(self) -> str:
        """The legal sex of a person. Personal data."""
        value: str = self.decode("legal_sex_type")
        return value

    @property
    def organisation(self) -> bool:
        """An empty element, present for an organisation."""
        value: bool = self.decode("organisation")
        return value

    @classmethod
    def build(
        cls,
        *,
        party_id: str,
        party_type: str,
        date_of_birth: datetime.date | None = None,
        legal_sex_type: str = "",
        organisation: bool = False,
    ) -> Self:
        """A new element for `new_message`. Raises BuildError if a value does not fit."""
        return cls._build(
            {
                "party_id": party_id,
                "party_type": party_type,
                "date_of_birth": date_of_birth,
                "legal_sex_type": legal_sex_type,
                "organisation": organisation,
            }
        )


class NameComponent(View):
    """Part of a name (PartyNameComponent).

    One part of a candidate's name.

    Grade C (component-results-writer).

        order           integer  PartyNameComponent_ID/Party_Name_Component_Order
        component_type  text     Party_Name_Component_Type
        component       text     Party_Name_Component
    """

    __slots__ = ()

    ELEMENT = "PartyNameComponent"
    ROLE = "name_component"
    TITLE = "Part of a name"
    GRADE = "C"
    # fmt: off
    FIELDS = element_table(
        Element("order", "PartyNameComponent_ID/Party_Name_Component_Order", AsInteger(), role="name_component.order", key=True),
        Element("component_type", "Party_Name_Component_Type", AsText(), role="name_component.type", values=(KnownValue("Given", "A forename.", role="given"), KnownValue("Family", "A surname.", role="family"))),
        Element("component", "Party_Name_Component", AsText(), role="name_component.text", personal=True),
    )
    # fmt: on

    @property
    def order(self) -> int | None:
        """The place of this part among the parts of the name."""
        value: int | None = self.decode("order")
        return value

    @property
    def component_type(self) -> str:
        """Which part of the name it is. Known values: Given, Family."""
        value: str = self.decode("component_type")
        return value

    @property
    def component(self) -> str:
        """The part of the name. Personal data."""
        value: str = self.decode("component")
        return value

    @classmethod
    def build(cls, *, order: int, component_type: str, component: str) -> Self:
        """A new element for `new_message`. Raises BuildError if a value does not fit."""
        return cls._build(
            {
                "order": order,
                "component_type": component_type,
                "component": component,
            }
        )


class PartyName(View):
    """Name (PartyName).

    The name of a candidate.

    Grade C (component-results-writer).

        party_id        text   Party_ID/Party_Id
        name_type       text   PartyName_CN/PartyName_ID/Party_Name_Type
        effective_date  date   PartyName_CN/PartyName_ID/Party_Name_Effective_Date
        components      items  PartyName_CN/PartyNameComponent
    """

    __slots__ = ()

    ELEMENT = "PartyName"
    ROLE = "party_name"
    TITLE = "Name"
    GRADE = "C"
    # fmt: off
    FIELDS = element_table(
        Element("party_id", "Party_ID/Party_Id", AsText(), role="party_name.party_id", key=True, personal=True, refers_to="party.id"),
        Element("name_type", "PartyName_CN/PartyName_ID/Party_Name_Type", AsText(), role="party_name.name_type", default="Full", key=True, values=(KnownValue("Full", "The full name."),)),
        Element("effective_date", "PartyName_CN/PartyName_ID/Party_Name_Effective_Date", AsDate(), role="party_name.effective_date"),
        Element("components", "PartyName_CN/PartyNameComponent", AsItems(NameComponent), role="party_name.components"),
    )
    # fmt: on

    @property
    def party_id(self) -> str:
        """Whose name it is. Personal data."""
        value: str = self.decode("party_id")
        return value

    @property
    def name_type(self) -> str:
        """Which of the party's names it is. Known values: Full."""
        value: str = self.decode("name_type")
        return value

    @property
    def effective_date(self) -> datetime.date | None:
        """The first day on which the name is used."""
        value: datetime.date | None = self.decode("effective_date")
        return value

    @property
    def components(self) -> tuple[NameComponent, ...]:
        """The parts of the name."""
        value: tuple[NameComponent, ...] = self.decode("components")
        return value

    @classmethod
    def build(
        cls,
        *,
        party_id: str,
        effective_date: datetime.date,
        components: Sequence[NameComponent],
        name_type: str = "Full",
    ) -> Self:
        """A new element for `new_message`. Raises BuildError if a value does not fit."""
        return cls._build(
            {
                "party_id": party_id,
                "name_type": name_type,
                "effective_date": effective_date,
                "components": components,
            }
        )


class Relationship(View):
    """Relationship (PartyRelationship).

    A relationship between two parties.

    Grade C (component-results-writer).

        first_party     text  PartyRelationship_ID/Party_Id_1st
        second_party    text  PartyRelationship_ID/Party_Id_2nd
        effective_date  date  Party_Relationship_Eff_Date
    """

    __slots__ = ()

    ELEMENT = "PartyRelationship"
    ROLE = "relationship"
    TITLE = "Relationship"
    GRADE = "C"
    # fmt: off
    FIELDS = element_table(
        Element("first_party", "PartyRelationship_ID/Party_Id_1st", AsText(), role="relationship.first_party", key=True, personal=True, refers_to="party.id"),
        Element("second_party", "PartyRelationship_ID/Party_Id_2nd", AsText(), role="relationship.second_party", key=True, personal=True, refers_to="party.id"),
        Element("effective_date", "Party_Relationship_Eff_Date", AsDate(), role="relationship.effective_date"),
    )
    # fmt: on

    @property
    def first_party(self) -> str:
        """One party. Personal data."""
        value: str = self.decode("first_party")
        return value

    @property
    def second_party(self) -> str:
        """The other party. Personal data."""
        value: str = self.decode("second_party")
        return value

    @property
    def effective_date(self) -> datetime.date | None:
        """The first day of the relationship."""
        value: datetime.date | None = self.decode("effective_date")
        return value

    @classmethod
    def build(cls, *, first_party: str, second_party: str, effective_date: datetime.date) -> Self:
        """A new element for `new_message`. Raises BuildError if a value does not fit."""
        return cls._build(
            {
                "first_party": first_party,
                "second_party": second_party,
                "effective_date": effective_date,
            }
        )


class RelationshipRole(View):
    """Role (PartyRelationshipRole).

    The role of one party for another, and its reference there.

    Grade C (component-results-writer).

        first_party     text  PartyRelationshipRole_ID/Party_Id_1st
        second_party    text  PartyRelationshipRole_ID/Party_Id_2nd
        role_type       text  PartyRelationshipRole_ID/Party_Role_Type
        effective_date  date  PartyRelationshipRole_ID/Party_Role_Effective_Date
        reference       text  Relationship_Reference
        reference_type  text  Party_RR_Reference_Type
    """

    __slots__ = ()

    ELEMENT = "PartyRelationshipRole"
    ROLE = "relationship_role"
    TITLE = "Role"
    GRADE = "C"
    # fmt: off
    FIELDS = element_table(
        Element("first_party", "PartyRelationshipRole_ID/Party_Id_1st", AsText(), role="relationship_role.first_party", key=True, personal=True, refers_to="party.id"),
        Element("second_party", "PartyRelationshipRole_ID/Party_Id_2nd", AsText(), role="relationship_role.second_party", key=True, personal=True, refers_to="party.id"),
        Element("role_type", "PartyRelationshipRole_ID/Party_Role_Type", AsText(), role="relationship_role.role_type", key=True, values=(KnownValue("Learner", "A candidate.", role="learner"), KnownValue("Centre", "A centre.", role="centre"), KnownValue("Awarding Organisation", "An awarding body.", role="awarding_body"))),
        Element("effective_date", "PartyRelationshipRole_ID/Party_Role_Effective_Date", AsDate(), role="relationship_role.effective_date"),
        Element("reference", "Relationship_Reference", AsText(), role="relationship_role.reference", personal_unless={"reference_type": ("candidate_number", "centre_number", "awarding_body")}),
        Element("reference_type", "Party_RR_Reference_Type", AsText(), role="relationship_role.reference_type", key=True, values=(KnownValue("Candidate Number", "The number within the centre.", role="candidate_number"), KnownValue("UCI", "The unique candidate identifier.", role="uci"), KnownValue("AO Assigned Learner Identifier", "The awarding body's own identifier of a candidate."), KnownValue("NCN", "The number of a centre.", role="centre_number"), KnownValue("JCQ Awarding Organisation ID", "The code of an awarding body.", role="awarding_body"))),
    )
    # fmt: on

    @property
    def first_party(self) -> str:
        """The party for which the other has the role; the centre, for a candidate number. Personal
        data.
        """
        value: str = self.decode("first_party")
        return value

    @property
    def second_party(self) -> str:
        """The party that has the role. Personal data."""
        value: str = self.decode("second_party")
        return value

    @property
    def role_type(self) -> str:
        """The role of the party. Known values: Learner, Centre, Awarding Organisation."""
        value: str = self.decode("role_type")
        return value

    @property
    def effective_date(self) -> datetime.date | None:
        """The first day of the role."""
        value: datetime.date | None = self.decode("effective_date")
        return value

    @property
    def reference(self) -> str:
        """The name or number of the party there; a candidate number if the first party is the
        centre. Personal data.
        """
        value: str = self.decode("reference")
        return value

    @property
    def reference_type(self) -> str:
        """The type of the reference. Known values: Candidate Number, UCI, AO Assigned Learner
        Identifier, NCN, JCQ Awarding Organisation ID.
        """
        value: str = self.decode("reference_type")
        return value

    @classmethod
    def build(
        cls,
        *,
        first_party: str,
        second_party: str,
        role_type: str,
        effective_date: datetime.date,
        reference: str,
        reference_type: str,
    ) -> Self:
        """A new element for `new_message`. Raises BuildError if a value does not fit."""
        return cls._build(
            {
                "first_party": first_party,
                "second_party": second_party,
                "role_type": role_type,
                "effective_date": effective_date,
                "reference": reference,
                "reference_type": reference_type,
            }
        )


class Outcome(View):
    """Outcome (QEOutcome_CN).

    The mark of a candidate in one component.

    Grade C (component-results-writer).

        awarding_body      text       QualificationElementOutcome_ID/Awarding_Organisation_Party_Id
        component_code     text       QualificationElementOutcome_ID/AO_Qualification_Element_Id
        element_type       text       QualificationElementOutcome_ID/Qualification_Element_Type
        effective_start    timestamp  QualificationElementOutcome_ID/QEA_Effective_Start_Date_Time
        outcome_type       text       QualificationElementOutcome_ID/QE_Outcome_Type
        value_type         text       QualificationElementOutcome_ID/QE_Outcome_Value_Type
        outcome_date_time  timestamp  QualificationElementOutcome_ID/QE_Outcome_Date_Time
        value              text       QE_Outcome_Value
        outcome_date       date       QE_Outcome_Date
        status             text       QE_Outcome_Status_Type
    """

    __slots__ = ()

    ELEMENT = "QEOutcome_CN"
    ROLE = "outcome"
    TITLE = "Outcome"
    GRADE = "C"
    # fmt: off
    FIELDS = element_table(
        Element("awarding_body", "QualificationElementOutcome_ID/Awarding_Organisation_Party_Id", AsText(), role="outcome.awarding_body", key=True),
        Element("component_code", "QualificationElementOutcome_ID/AO_Qualification_Element_Id", AsText(), role="outcome.component_code", key=True),
        Element("element_type", "QualificationElementOutcome_ID/Qualification_Element_Type", AsText(), role="outcome.element_type", default="Assessable", key=True, values=(KnownValue("Assessable", "Something that is assessed, such as a component."),)),
        Element("effective_start", "QualificationElementOutcome_ID/QEA_Effective_Start_Date_Time", AsTimestamp(), role="outcome.effective_start"),
        Element("outcome_type", "QualificationElementOutcome_ID/QE_Outcome_Type", AsText(), role="outcome.outcome_type", default="Result", key=True, values=(KnownValue("Result", "A result."),)),
        Element("value_type", "QualificationElementOutcome_ID/QE_Outcome_Value_Type", AsText(), role="outcome.value_type", default="Scaled/Weighted Mark", key=True, values=(KnownValue("Scaled/Weighted Mark", "A mark after scaling or weighting.", role="scaled_mark"),)),
        Element("outcome_date_time", "QualificationElementOutcome_ID/QE_Outcome_Date_Time", AsTimestamp(), role="outcome.outcome_date_time"),
        Element("value", "QE_Outcome_Value", AsText(), role="outcome.value"),
        Element("outcome_date", "QE_Outcome_Date", AsDate(), role="outcome.outcome_date"),
        Element("status", "QE_Outcome_Status_Type", AsText(), role="outcome.status", default="Issued", values=(KnownValue("Issued", "The outcome is issued.", role="issued"),)),
    )
    # fmt: on

    @property
    def awarding_body(self) -> str:
        """The awarding body of the outcome."""
        value: str = self.decode("awarding_body")
        return value

    @property
    def component_code(self) -> str:
        """The component that it is for, such as 0001/01."""
        value: str = self.decode("component_code")
        return value

    @property
    def element_type(self) -> str:
        """The type of the qualification element. Known values: Assessable."""
        value: str = self.decode("element_type")
        return value

    @property
    def effective_start(self) -> datetime.datetime | None:
        """The time from which the component is used."""
        value: datetime.datetime | None = self.decode("effective_start")
        return value

    @property
    def outcome_type(self) -> str:
        """The type of the outcome. Known values: Result."""
        value: str = self.decode("outcome_type")
        return value

    @property
    def value_type(self) -> str:
        """The type of the value, such as a mark. Known values: Scaled/Weighted Mark."""
        value: str = self.decode("value_type")
        return value

    @property
    def outcome_date_time(self) -> datetime.datetime | None:
        """The date and time of the award."""
        value: datetime.datetime | None = self.decode("outcome_date_time")
        return value

    @property
    def value(self) -> str:
        """The mark, or another value according to its type."""
        value: str = self.decode("value")
        return value

    @property
    def outcome_date(self) -> datetime.date | None:
        """The date of the award."""
        value: datetime.date | None = self.decode("outcome_date")
        return value

    @property
    def status(self) -> str:
        """The status of the outcome, such as issued. Known values: Issued."""
        value: str = self.decode("status")
        return value

    @classmethod
    def build(
        cls,
        *,
        awarding_body: str,
        component_code: str,
        effective_start: datetime.datetime,
        outcome_date_time: datetime.datetime,
        value: str,
        outcome_date: datetime.date,
        element_type: str = "Assessable",
        outcome_type: str = "Result",
        value_type: str = "Scaled/Weighted Mark",
        status: str = "Issued",
    ) -> Self:
        """A new element for `new_message`. Raises BuildError if a value does not fit."""
        return cls._build(
            {
                "awarding_body": awarding_body,
                "component_code": component_code,
                "element_type": element_type,
                "effective_start": effective_start,
                "outcome_type": outcome_type,
                "value_type": value_type,
                "outcome_date_time": outcome_date_time,
                "value": value,
                "outcome_date": outcome_date,
                "status": status,
            }
        )


class LearnerOutcomes(View):
    """Outcomes of a candidate (QEOutcome).

    All outcomes of one candidate.

    Grade C (component-results-writer).

        awarding_body  text   PartyRelationship_ID/Party_Id_Originator
        learner        text   PartyRelationship_ID/Learner_Party_Id
        outcomes       items  QEOutcome_CN
    """

    __slots__ = ()

    ELEMENT = "QEOutcome"
    ROLE = "learner_outcomes"
    TITLE = "Outcomes of a candidate"
    GRADE = "C"
    # fmt: off
    FIELDS = element_table(
        Element("awarding_body", "PartyRelationship_ID/Party_Id_Originator", AsText(), role="learner_outcomes.awarding_body", key=True),
        Element("learner", "PartyRelationship_ID/Learner_Party_Id", AsText(), role="learner_outcomes.learner", key=True, personal=True, refers_to="party.id", identifier=uci),
        Element("outcomes", "QEOutcome_CN", AsItems(Outcome), role="learner_outcomes.outcomes"),
    )
    # fmt: on

    @property
    def awarding_body(self) -> str:
        """The awarding body of the outcomes."""
        value: str = self.decode("awarding_body")
        return value

    @property
    def learner(self) -> str:
        """The candidate's unique candidate identifier. Personal data."""
        value: str = self.decode("learner")
        return value

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes, one for each component."""
        value: tuple[Outcome, ...] = self.decode("outcomes")
        return value

    @classmethod
    def build(cls, *, awarding_body: str, learner: str, outcomes: Sequence[Outcome]) -> Self:
        """A new element for `new_message`. Raises BuildError if a value does not fit."""
        return cls._build(
            {
                "awarding_body": awarding_body,
                "learner": learner,
                "outcomes": outcomes,
            }
        )
