# Generated from spec/v14/forecasts.yaml by `make generate`; edit that, not this.
"""Forecast grade: the records of version 14."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self

from ..core.fields import Field, field_table
from ..core.formats import Place
from ..core.kinds.digits import Digits
from ..core.kinds.filler import Filler
from ..core.kinds.kind import are_texts
from ..core.kinds.literal import Literal
from ..core.kinds.text import Text
from ..core.layouts import UNCHANGED, Unchanged
from ..core.records import Record
from .codes import GRADES_CHARACTERS, PUBLISHED_CHARACTERS
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
    PLACE = Place.DATA
    GRADE = "C"
    LENGTHS: ClassVar[Mapping[str, int]] = {"F": 26}
    END = 26
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field("data_type", 1, 1, Literal("F"), meaning="Forecast grades, always F."),
        Field("record_type", 2, 1, Literal("5"), meaning="Data, always 5."),
        Field(
            "centre_number",
            3,
            5,
            Digits(),
            meaning="The centre's number.",
            role="centre.number",
            key=True,
            agrees="centre",
        ),
        Field(
            "candidate_number",
            8,
            4,
            Digits(),
            meaning="The candidate's number within the centre, 0001 to 9999.",
            role="candidate.number",
            forbidden=("0000",),
            key=True,
        ),
        Field(
            "option_entry_code",
            12,
            6,
            Text(PUBLISHED_CHARACTERS),
            meaning="The option that the grade is forecast for.",
            role="forecast.option_code",
            key=True,
            refers_to=("option.code",),
        ),
        Field(
            "first_grade",
            18,
            2,
            Text(GRADES_CHARACTERS),
            meaning="The grade expected.",
            role="forecast.first_grade",
        ),
        Field(
            "second_grade",
            20,
            2,
            Text(GRADES_CHARACTERS),
            meaning="The second grade expected, of an option that has two.",
            role="forecast.second_grade",
            blank=True,
        ),
        Field("filler", 22, 5, Filler(), meaning="Not used.", blank=True),
    )

    ACCEPT = (
        r"F"  # data_type
        r"5"  # record_type
        r"[0-9]{5}"  # centre_number
        r"(?!0000)[0-9]{4}"  # candidate_number
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}"  # option_entry_code
        r"[\#%-:\?A-Z\^-z][\ \#%-:\?A-Z\^-z]{1}"  # first_grade
        r"(?:[\#%-:\?A-Z\^-z][\ \#%-:\?A-Z\^-z]{1}| {2})"  # second_grade
        r" {5}"  # filler
    )

    @property
    def data_type(self) -> str:
        """Forecast grades, always F. Position 1, literal."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5. Position 2, literal."""
        return self.line[1:2].rstrip(" ")

    @property
    def centre_number(self) -> str:
        """The centre's number. Positions 3-7, digits; agrees through the centre."""
        return self.line[2:7].rstrip(" ")

    @property
    def candidate_number(self) -> str:
        """The candidate's number within the centre, 0001 to 9999. Positions 8-11, digits; never
        0000.
        """
        return self.line[7:11].rstrip(" ")

    @property
    def option_entry_code(self) -> str:
        """The option that the grade is forecast for. Positions 12-17, text; found in option.code."""
        return self.line[11:17].rstrip(" ")

    @property
    def first_grade(self) -> str:
        """The grade expected. Positions 18-19, text."""
        return self.line[17:19].rstrip(" ")

    @property
    def second_grade(self) -> str:
        """The second grade expected, of an option that has two. Positions 20-21, text; may be
        blank.
        """
        return self.line[19:21].rstrip(" ")

    def values(self) -> tuple[str, str, str, str, str]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (
            line[2:7].rstrip(" "),
            line[7:11].rstrip(" "),
            line[11:17].rstrip(" "),
            line[17:19].rstrip(" "),
            line[19:21].rstrip(" "),
        )

    def texts(self) -> tuple[str, str, str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[2:7].rstrip(" "),
            line[7:11].rstrip(" "),
            line[11:17].rstrip(" "),
            line[17:19].rstrip(" "),
            line[19:21].rstrip(" "),
        )

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
        """A new Forecast, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            centre_number,
            candidate_number,
            option_entry_code,
            first_grade,
            second_grade,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"F"
                f"5"
                f"{centre_number.ljust(5)}"
                f"{candidate_number.ljust(4)}"
                f"{option_entry_code.ljust(6)}"
                f"{first_grade.ljust(2)}"
                f"{second_grade.ljust(2)}"
                f"     "
            )
            if built is not None:
                return built
        return cls._built(
            {
                "centre_number": centre_number,
                "candidate_number": candidate_number,
                "option_entry_code": option_entry_code,
                "first_grade": first_grade,
                "second_grade": second_grade,
            }
        )

    def replace(
        self,
        *,
        centre_number: Unchanged | str = UNCHANGED,
        candidate_number: Unchanged | str = UNCHANGED,
        option_entry_code: Unchanged | str = UNCHANGED,
        first_grade: Unchanged | str = UNCHANGED,
        second_grade: Unchanged | str = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "centre_number": centre_number,
                "candidate_number": candidate_number,
                "option_entry_code": option_entry_code,
                "first_grade": first_grade,
                "second_grade": second_grade,
            }
        )
