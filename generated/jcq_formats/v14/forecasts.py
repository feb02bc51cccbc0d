# Generated from spec/v14/forecasts.yaml by `make generate`; edit that, not this.
"""Forecast grade: the records of version 14."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self, TypedDict, Unpack
from ..core.fields import Field, field_table
from ..core.kinds.digits import Digits
from ..core.kinds.filler import Filler
from ..core.kinds.literal import Literal
from ..core.kinds.text import Text
from ..core.records import Record
from .codes import (
    GRADES_CHARACTERS,
    GRADES_FIRST,
    GRADES_FURTHER,
    PUBLISHED_CHARACTERS,
    PUBLISHED_FIRST,
    PUBLISHED_FURTHER,
)
from .rules import RULES


class Forecast(Record):
    """Forecast grade (F5).

    The grade that a centre expects a candidate to achieve in one option.

    Length 26. Grade C (school-information-system).

        start  end width  kind     field
            1    1     1  literal  data_type
            2    2     1  literal  record_type
            3    7     5  digits   centre_number
            8   11     4  digits   candidate_number
           12   17     6  text     option_entry_code
           18   19     2  text     first_grade
           20   21     2  text     second_grade
           22   26     5  filler   filler
    """

    __slots__ = ()

    KEY = "F5"
    ROLE = "forecast"
    TITLE = "Forecast grade"
    GRADE = "C"
    LENGTHS: ClassVar[Mapping[str, int]] = {"F": 26}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",          1, 1, Literal("F")),
        Field("record_type",        2, 1, Literal("5")),
        Field("centre_number",      3, 5, Digits(), role="centre.number", key=True, agrees="centre"),
        Field("candidate_number",   8, 4, Digits(), role="candidate.number", forbidden=("0000",), key=True),
        Field("option_entry_code", 12, 6, Text(PUBLISHED_CHARACTERS), role="forecast.option_code", key=True, refers_to=("option.code",)),
        Field("first_grade",       18, 2, Text(GRADES_CHARACTERS), role="forecast.first_grade"),
        Field("second_grade",      20, 2, Text(GRADES_CHARACTERS), role="forecast.second_grade", blank=True),
        Field("filler",            22, 5, Filler(), meaning="Not used.", blank=True),
    )
    ACCEPT = (
        r"F"  # data_type
        r"5"  # record_type
        r"[0-9]{5}"  # centre_number
        r"(?!0000)[0-9]{4}"  # candidate_number
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{5}}"  # option_entry_code
        rf"{GRADES_FIRST}{GRADES_FURTHER}{{1}}"  # first_grade
        rf"(?:{GRADES_FIRST}{GRADES_FURTHER}{{1}}| {{2}})"  # second_grade
        r" {5}"  # filler
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """Forecast grades, always F."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5."""
        return self.line[1:2].rstrip(" ")

    @property
    def centre_number(self) -> str:
        """The centre's number."""
        return self.line[2:7].rstrip(" ")

    @property
    def candidate_number(self) -> str:
        """The candidate's number within the centre, 0001 to 9999."""
        return self.line[7:11].rstrip(" ")

    @property
    def option_entry_code(self) -> str:
        """The option that the grade is forecast for."""
        return self.line[11:17].rstrip(" ")

    @property
    def first_grade(self) -> str:
        """The grade expected."""
        return self.line[17:19].rstrip(" ")

    @property
    def second_grade(self) -> str:
        """The second grade expected, if the option has two."""
        return self.line[19:21].rstrip(" ")

    @classmethod
    def build(
        cls,
        *,
        centre_number: str,
        candidate_number: str,
        option_entry_code: str,
        first_grade: str,
        second_grade: str = "",
    ) -> Self:
        """Build a Forecast. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                centre_number,
                candidate_number,
                option_entry_code,
                first_grade,
                second_grade,
            )
        )

    def replace(self, **changes: Unpack[ForecastChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> ForecastValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: ForecastValues = self._as_dict()
        return values


class ForecastChanges(TypedDict, total=False):
    """The arguments of `Forecast.replace`."""

    centre_number: str
    candidate_number: str
    option_entry_code: str
    first_grade: str
    second_grade: str


class ForecastValues(TypedDict):
    """The result of `Forecast.as_dict`."""

    centre_number: str
    candidate_number: str
    option_entry_code: str
    first_grade: str
    second_grade: str
