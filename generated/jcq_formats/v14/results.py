# Generated from spec/v14/results.yaml by `make generate`; edit that, not this.
"""Result: the records of version 14."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self

from ..core.fields import Field, field_table
from ..core.formats import Place
from ..core.kinds.code import Code
from ..core.kinds.digits import Digits
from ..core.kinds.filler import Filler
from ..core.kinds.integer import Integer, read_integer
from ..core.kinds.kind import are_texts
from ..core.kinds.literal import Literal
from ..core.kinds.text import Text
from ..core.kinds.unestablished import Unestablished
from ..core.kinds.variant import Variant, variant_columns
from ..core.layouts import UNCHANGED, Part, Unchanged
from ..core.records import Record
from ..identifiers import uci, uln
from .codes import (
    GRADES_CHARACTERS,
    PARTIAL_ABSENCE,
    PUBLISHED_CHARACTERS,
    RESULT_TYPE,
    SPECIAL_GRADE,
)
from .rules import RULES


class GradesOutcome(Part):
    """Grades, levels or points.

    One or two grades, with endorsements and partial absences.

    Positions 48-61 of its record. Grade C (school-information-system).

        start  end width  kind    field
           48   49     2  text    first_grade
           50   51     2  text    second_grade
           52   53     2  text    first_endorsement
           54   55     2  text    second_endorsement
           56   56     1  code    first_grade_partial_absence
           57   57     1  code    second_grade_partial_absence
           58   58     1  code    first_endorsement_partial_absence
           59   59     1  code    second_endorsement_partial_absence
           60   61     2  filler  filler
    """

    __slots__ = ()

    START = 48
    END = 61
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field(
            "first_grade",
            48,
            2,
            Text(GRADES_CHARACTERS),
            meaning="The grade.",
            role="result.first_grade",
            special=SPECIAL_GRADE,
        ),
        Field(
            "second_grade",
            50,
            2,
            Text(GRADES_CHARACTERS),
            meaning="The second grade, of an option that has two.",
            role="result.second_grade",
            blank=True,
            special=SPECIAL_GRADE,
        ),
        Field(
            "first_endorsement",
            52,
            2,
            Text(GRADES_CHARACTERS),
            meaning="The endorsement to the first grade.",
            role="result.first_endorsement",
            blank=True,
            special=SPECIAL_GRADE,
        ),
        Field(
            "second_endorsement",
            54,
            2,
            Text(GRADES_CHARACTERS),
            meaning="The endorsement to the second grade.",
            role="result.second_endorsement",
            blank=True,
            special=SPECIAL_GRADE,
        ),
        Field(
            "first_grade_partial_absence",
            56,
            1,
            Code(PARTIAL_ABSENCE),
            meaning="Whether work is missing for some components of the first grade.",
            role="result.first_grade_partial_absence",
            blank=True,
        ),
        Field(
            "second_grade_partial_absence",
            57,
            1,
            Code(PARTIAL_ABSENCE),
            meaning="Whether work is missing for some components of the second grade.",
            role="result.second_grade_partial_absence",
            blank=True,
        ),
        Field(
            "first_endorsement_partial_absence",
            58,
            1,
            Code(PARTIAL_ABSENCE),
            meaning="Whether work is missing for some components of the first endorsement.",
            role="result.first_endorsement_partial_absence",
            blank=True,
        ),
        Field(
            "second_endorsement_partial_absence",
            59,
            1,
            Code(PARTIAL_ABSENCE),
            meaning="Whether work is missing for some components of the second endorsement.",
            role="result.second_endorsement_partial_absence",
            blank=True,
        ),
        Field("filler", 60, 2, Filler(), meaning="Not used.", blank=True),
    )

    @property
    def first_grade(self) -> str:
        """The grade. Positions 48-49, text; or a code of special_grade."""
        return self.line[47:49].rstrip(" ")

    @property
    def second_grade(self) -> str:
        """The second grade, of an option that has two. Positions 50-51, text; may be blank; or a
        code of special_grade.
        """
        return self.line[49:51].rstrip(" ")

    @property
    def first_endorsement(self) -> str:
        """The endorsement to the first grade. Positions 52-53, text; may be blank; or a code of
        special_grade.
        """
        return self.line[51:53].rstrip(" ")

    @property
    def second_endorsement(self) -> str:
        """The endorsement to the second grade. Positions 54-55, text; may be blank; or a code of
        special_grade.
        """
        return self.line[53:55].rstrip(" ")

    @property
    def first_grade_partial_absence(self) -> str:
        """Whether work is missing for some components of the first grade. Position 56, code, code
        list partial_absence; may be blank.
        """
        return self.line[55:56].rstrip(" ")

    @property
    def second_grade_partial_absence(self) -> str:
        """Whether work is missing for some components of the second grade. Position 57, code, code
        list partial_absence; may be blank.
        """
        return self.line[56:57].rstrip(" ")

    @property
    def first_endorsement_partial_absence(self) -> str:
        """Whether work is missing for some components of the first endorsement. Position 58, code,
        code list partial_absence; may be blank.
        """
        return self.line[57:58].rstrip(" ")

    @property
    def second_endorsement_partial_absence(self) -> str:
        """Whether work is missing for some components of the second endorsement. Position 59,
        code, code list partial_absence; may be blank.
        """
        return self.line[58:59].rstrip(" ")

    def values(self) -> tuple[str, str, str, str, str, str, str, str]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (
            line[47:49].rstrip(" "),
            line[49:51].rstrip(" "),
            line[51:53].rstrip(" "),
            line[53:55].rstrip(" "),
            line[55:56].rstrip(" "),
            line[56:57].rstrip(" "),
            line[57:58].rstrip(" "),
            line[58:59].rstrip(" "),
        )

    def texts(self) -> tuple[str, str, str, str, str, str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[47:49].rstrip(" "),
            line[49:51].rstrip(" "),
            line[51:53].rstrip(" "),
            line[53:55].rstrip(" "),
            line[55:56].rstrip(" "),
            line[56:57].rstrip(" "),
            line[57:58].rstrip(" "),
            line[58:59].rstrip(" "),
        )

    @classmethod
    def build(
        cls,
        *,
        first_grade: str,
        second_grade: str = "",
        first_endorsement: str = "",
        second_endorsement: str = "",
        first_grade_partial_absence: str = "",
        second_grade_partial_absence: str = "",
        first_endorsement_partial_absence: str = "",
        second_endorsement_partial_absence: str = "",
    ) -> Self:
        """A new GradesOutcome, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        return cls._built(
            {
                "first_grade": first_grade,
                "second_grade": second_grade,
                "first_endorsement": first_endorsement,
                "second_endorsement": second_endorsement,
                "first_grade_partial_absence": first_grade_partial_absence,
                "second_grade_partial_absence": second_grade_partial_absence,
                "first_endorsement_partial_absence": first_endorsement_partial_absence,
                "second_endorsement_partial_absence": second_endorsement_partial_absence,
            }
        )

    def replace(
        self,
        *,
        first_grade: Unchanged | str = UNCHANGED,
        second_grade: Unchanged | str = UNCHANGED,
        first_endorsement: Unchanged | str = UNCHANGED,
        second_endorsement: Unchanged | str = UNCHANGED,
        first_grade_partial_absence: Unchanged | str = UNCHANGED,
        second_grade_partial_absence: Unchanged | str = UNCHANGED,
        first_endorsement_partial_absence: Unchanged | str = UNCHANGED,
        second_endorsement_partial_absence: Unchanged | str = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "first_grade": first_grade,
                "second_grade": second_grade,
                "first_endorsement": first_endorsement,
                "second_endorsement": second_endorsement,
                "first_grade_partial_absence": first_grade_partial_absence,
                "second_grade_partial_absence": second_grade_partial_absence,
                "first_endorsement_partial_absence": first_endorsement_partial_absence,
                "second_endorsement_partial_absence": second_endorsement_partial_absence,
            }
        )


class MarkOutcome(Part):
    """Uniform mark, or mark.

    A uniform mark, or a mark, with its grade.

    Positions 48-61 of its record. Grade C (school-information-system).

        start  end width  kind     field
           48   50     3  integer  score
           51   52     2  text     grade
           53   61     9  filler   filler
    """

    __slots__ = ()

    START = 48
    END = 61
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field(
            "score",
            48,
            3,
            Integer(),
            meaning="The uniform mark, or the mark.",
            role="result.score",
            blank=True,
        ),
        Field(
            "grade",
            51,
            2,
            Text(GRADES_CHARACTERS),
            meaning="The grade.",
            role="result.first_grade",
            blank=True,
            special=SPECIAL_GRADE,
        ),
        Field("filler", 53, 9, Filler(), meaning="Not used.", blank=True),
    )

    @property
    def score(self) -> int | None:
        """The uniform mark, or the mark. Positions 48-50, integer; may be blank."""
        return read_integer(self, "score", self.line[47:50], 3)

    @property
    def grade(self) -> str:
        """The grade. Positions 51-52, text; may be blank; or a code of special_grade."""
        return self.line[50:52].rstrip(" ")

    def values(self) -> tuple[int | None, str]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (read_integer(self, "score", line[47:50], 3), line[50:52].rstrip(" "))

    def texts(self) -> tuple[str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (line[47:50].rstrip(" "), line[50:52].rstrip(" "))

    @classmethod
    def build(cls, *, score: int | None = None, grade: str = "") -> Self:
        """A new MarkOutcome, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        return cls._built(
            {
                "score": score,
                "grade": grade,
            }
        )

    def replace(
        self, *, score: Unchanged | int | None = UNCHANGED, grade: Unchanged | str = UNCHANGED
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "score": score,
                "grade": grade,
            }
        )


class MarkAndGradeOutcome(Part):
    """Mark and grade.

    A mark with the grade of the qualification.

    Positions 48-61 of its record. Grade C (school-information-system).

        start  end width  kind           field
           48   51     4  integer        score
           52   53     2  text           grade
           54   57     4  unestablished  columns_54_to_57
           58   58     1  code           first_grade_partial_absence
           59   61     3  unestablished  columns_59_to_61
    """

    __slots__ = ()

    START = 48
    END = 61
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field("score", 48, 4, Integer(), meaning="The mark.", role="result.score", blank=True),
        Field(
            "grade",
            52,
            2,
            Text(GRADES_CHARACTERS),
            meaning="The grade.",
            role="result.first_grade",
            blank=True,
            special=SPECIAL_GRADE,
        ),
        Field(
            "columns_54_to_57",
            54,
            4,
            Unestablished(),
            meaning="Not established; blanks are expected.",
            grade="D",
            blank=True,
        ),
        Field(
            "first_grade_partial_absence",
            58,
            1,
            Code(PARTIAL_ABSENCE),
            meaning="Whether work is missing for some components of the grade.",
            role="result.first_grade_partial_absence",
            blank=True,
        ),
        Field(
            "columns_59_to_61",
            59,
            3,
            Unestablished(),
            meaning="Not established; blanks are expected.",
            grade="D",
            blank=True,
        ),
    )

    @property
    def score(self) -> int | None:
        """The mark. Positions 48-51, integer; may be blank."""
        return read_integer(self, "score", self.line[47:51], 4)

    @property
    def grade(self) -> str:
        """The grade. Positions 52-53, text; may be blank; or a code of special_grade."""
        return self.line[51:53].rstrip(" ")

    @property
    def columns_54_to_57(self) -> str:
        """Not established; blanks are expected. Positions 54-57, unestablished, grade D; may be
        blank.
        """
        return self.line[53:57].rstrip(" ")

    @property
    def first_grade_partial_absence(self) -> str:
        """Whether work is missing for some components of the grade. Position 58, code, code list
        partial_absence; may be blank.
        """
        return self.line[57:58].rstrip(" ")

    @property
    def columns_59_to_61(self) -> str:
        """Not established; blanks are expected. Positions 59-61, unestablished, grade D; may be
        blank.
        """
        return self.line[58:61].rstrip(" ")

    def values(self) -> tuple[int | None, str, str, str, str]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (
            read_integer(self, "score", line[47:51], 4),
            line[51:53].rstrip(" "),
            line[53:57].rstrip(" "),
            line[57:58].rstrip(" "),
            line[58:61].rstrip(" "),
        )

    def texts(self) -> tuple[str, str, str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[47:51].rstrip(" "),
            line[51:53].rstrip(" "),
            line[53:57].rstrip(" "),
            line[57:58].rstrip(" "),
            line[58:61].rstrip(" "),
        )

    @classmethod
    def build(
        cls,
        *,
        score: int | None = None,
        grade: str = "",
        columns_54_to_57: str = "",
        first_grade_partial_absence: str = "",
        columns_59_to_61: str = "",
    ) -> Self:
        """A new MarkAndGradeOutcome, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        return cls._built(
            {
                "score": score,
                "grade": grade,
                "columns_54_to_57": columns_54_to_57,
                "first_grade_partial_absence": first_grade_partial_absence,
                "columns_59_to_61": columns_59_to_61,
            }
        )

    def replace(
        self,
        *,
        score: Unchanged | int | None = UNCHANGED,
        grade: Unchanged | str = UNCHANGED,
        columns_54_to_57: Unchanged | str = UNCHANGED,
        first_grade_partial_absence: Unchanged | str = UNCHANGED,
        columns_59_to_61: Unchanged | str = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "score": score,
                "grade": grade,
                "columns_54_to_57": columns_54_to_57,
                "first_grade_partial_absence": first_grade_partial_absence,
                "columns_59_to_61": columns_59_to_61,
            }
        )


class Result(Record):
    """Result (R5).

    What one candidate was awarded in one option.

    Another school system keeps these items for each result, and in a similar order: the set of
    items is grade B. Awarding bodies tell centres (grade B) that the latest basedata is needed to
    read results; that updated files follow every week until the post-results period ends, and
    loading one overwrites what was changed by hand since the last; and that for Cambridge Advanced
    Nationals there are two files, of qualifications and of units.

    Length 61. Grade C (school-information-system).

        start  end width  kind     field
            1    1     1  literal  data_type
            2    2     1  literal  record_type
            3    7     5  digits   centre_number
            8   11     4  digits   candidate_number
           12   24    13  text     uci
           25   34    10  digits   uln
           35   40     6  text     option_entry_code
           41   46     6  text     option_result_code
           47   47     1  code     result_type
           48   61    14  variant  outcome
    """

    __slots__ = ()

    KEY = "R5"
    ROLE = "result"
    TITLE = "Result"
    PLACE = Place.DATA
    GRADE = "C"
    LENGTHS: ClassVar[Mapping[str, int]] = {"R": 61}
    END = 61
    PERSONAL = ((12, 24), (25, 34))
    IDENTIFIED = (
        (12, 24, uci),
        (25, 34, uln),
    )
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field("data_type", 1, 1, Literal("R"), meaning="Results, always R."),
        Field("record_type", 2, 1, Literal("5"), meaning="Data, always 5."),
        Field(
            "centre_number",
            3,
            5,
            Digits(),
            meaning="The centre's number.",
            role="centre.number",
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
        ),
        Field(
            "uci",
            12,
            13,
            Text(PUBLISHED_CHARACTERS),
            meaning="The candidate's unique candidate identifier.",
            role="candidate.uci",
            blank=True,
            personal=True,
            identifier=uci,
        ),
        Field(
            "uln",
            25,
            10,
            Digits(),
            meaning="The candidate's unique learner number.",
            role="candidate.uln",
            blank=True,
            personal=True,
            identifier=uln,
        ),
        Field(
            "option_entry_code",
            35,
            6,
            Text(PUBLISHED_CHARACTERS),
            meaning="The option that the candidate was entered for; where it is blank the result stands against the next.",
            role="result.option_entry_code",
            blank=True,
            refers_to=("option.code",),
        ),
        Field(
            "option_result_code",
            41,
            6,
            Text(PUBLISHED_CHARACTERS),
            meaning="The option that the result is for; another one where it came back against another option.",
            role="result.option_result_code",
            refers_to=("option.code",),
        ),
        Field(
            "result_type",
            47,
            1,
            Code(RESULT_TYPE),
            meaning="What the result consists of; it decides how the outcome reads.",
            role="result.type",
        ),
        Field(
            "outcome",
            48,
            14,
            Variant(
                "result_type",
                {
                    "1": GradesOutcome,
                    "2": GradesOutcome,
                    "3": GradesOutcome,
                    "U": MarkOutcome,
                    "M": MarkOutcome,
                    "B": MarkAndGradeOutcome,
                    "C": MarkAndGradeOutcome,
                },
                fallback=True,
            ),
            meaning="What was awarded.",
            role="result.outcome",
        ),
    )

    ACCEPT = (
        r"(?:(?=.{46}[123])(?=.{47}[\#%-:\?A-Z\^-z][\ \#%-:\?A-Z\^-z]{1}(?:[\#%-:\?A-Z\^-z][\ \#%-:\?A-Z\^-z]{1}| {2})(?:[\#%-:\?A-Z\^-z][\ \#%-:\?A-Z\^-z]{1}| {2})(?:[\#%-:\?A-Z\^-z][\ \#%-:\?A-Z\^-z]{1}| {2})(?:\#| )(?:\#| )(?:\#| )(?:\#| ) {2})|(?=.{46}[MU])(?=.{47}(?:[0-9]{3}| {3})(?:[\#%-:\?A-Z\^-z][\ \#%-:\?A-Z\^-z]{1}| {2}) {9})|(?=.{46}[BC])(?=.{47}(?:[0-9]{4}| {4})(?:[\#%-:\?A-Z\^-z][\ \#%-:\?A-Z\^-z]{1}| {2}) {4}(?:\#| ) {3})|(?!(?=.{46}[123BCMU])))"  # outcome
        r"R"  # data_type
        r"5"  # record_type
        r"[0-9]{5}"  # centre_number
        r"(?!0000)[0-9]{4}"  # candidate_number
        r"(?:[0-9]{5}[0A-Z][0-9]{6}[ABCDEFGHKLMRTVWXY]| {13})"  # uci
        r"(?:[1-9][0-9]{9}| {10})"  # uln
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}| {6})"  # option_entry_code
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}"  # option_result_code
        r"[123BCMU]"  # result_type
        r"(?! {14}).{14}"  # outcome
    )

    @property
    def data_type(self) -> str:
        """Results, always R. Position 1, literal."""
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
    def uci(self) -> str:
        """The candidate's unique candidate identifier. Positions 12-24, text; may be blank;
        checked as a UCI; personal data.
        """
        return self.line[11:24].rstrip(" ")

    @property
    def uln(self) -> str:
        """The candidate's unique learner number. Positions 25-34, digits; may be blank; checked as
        a ULN; personal data.
        """
        return self.line[24:34].rstrip(" ")

    @property
    def option_entry_code(self) -> str:
        """The option that the candidate was entered for; where it is blank the result stands
        against the next. Positions 35-40, text; may be blank; found in option.code.
        """
        return self.line[34:40].rstrip(" ")

    @property
    def option_result_code(self) -> str:
        """The option that the result is for; another one where it came back against another
        option. Positions 41-46, text; found in option.code.
        """
        return self.line[40:46].rstrip(" ")

    @property
    def result_type(self) -> str:
        """What the result consists of; it decides how the outcome reads. Position 47, code, code
        list result_type.
        """
        return self.line[46:47].rstrip(" ")

    @property
    def outcome(self) -> GradesOutcome | MarkOutcome | MarkAndGradeOutcome | str | None:
        """What was awarded. Positions 48-61, variant."""
        value: GradesOutcome | MarkOutcome | MarkAndGradeOutcome | str | None = self.decode(
            "outcome"
        )
        return value

    def values(
        self,
    ) -> tuple[
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        GradesOutcome | MarkOutcome | MarkAndGradeOutcome | str | None,
    ]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (
            line[2:7].rstrip(" "),
            line[7:11].rstrip(" "),
            line[11:24].rstrip(" "),
            line[24:34].rstrip(" "),
            line[34:40].rstrip(" "),
            line[40:46].rstrip(" "),
            line[46:47].rstrip(" "),
            self.outcome,
        )

    def texts(self) -> tuple[str, str, str, str, str, str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[2:7].rstrip(" "),
            line[7:11].rstrip(" "),
            line[11:24].rstrip(" "),
            line[24:34].rstrip(" "),
            line[34:40].rstrip(" "),
            line[40:46].rstrip(" "),
            line[46:47].rstrip(" "),
            line[47:61].rstrip(" "),
        )

    @classmethod
    def build(
        cls,
        *,
        centre_number: str,
        candidate_number: str,
        uci: str = "",
        uln: str = "",
        option_entry_code: str = "",
        option_result_code: str,
        result_type: str,
        outcome: GradesOutcome | MarkOutcome | MarkAndGradeOutcome | str,
    ) -> Self:
        """A new Result, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            centre_number,
            candidate_number,
            uci,
            uln,
            option_entry_code,
            option_result_code,
            result_type,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"R"
                f"5"
                f"{centre_number.ljust(5)}"
                f"{candidate_number.ljust(4)}"
                f"{uci.ljust(13)}"
                f"{uln.ljust(10)}"
                f"{option_entry_code.ljust(6)}"
                f"{option_result_code.ljust(6)}"
                f"{result_type.ljust(1)}"
                f"{variant_columns(outcome, cls.FIELDS['outcome'], result_type)}"
            )
            if built is not None:
                return built
        return cls._built(
            {
                "centre_number": centre_number,
                "candidate_number": candidate_number,
                "uci": uci,
                "uln": uln,
                "option_entry_code": option_entry_code,
                "option_result_code": option_result_code,
                "result_type": result_type,
                "outcome": outcome,
            }
        )

    def replace(
        self,
        *,
        centre_number: Unchanged | str = UNCHANGED,
        candidate_number: Unchanged | str = UNCHANGED,
        uci: Unchanged | str = UNCHANGED,
        uln: Unchanged | str = UNCHANGED,
        option_entry_code: Unchanged | str = UNCHANGED,
        option_result_code: Unchanged | str = UNCHANGED,
        result_type: Unchanged | str = UNCHANGED,
        outcome: Unchanged | GradesOutcome | MarkOutcome | MarkAndGradeOutcome | str = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "centre_number": centre_number,
                "candidate_number": candidate_number,
                "uci": uci,
                "uln": uln,
                "option_entry_code": option_entry_code,
                "option_result_code": option_result_code,
                "result_type": result_type,
                "outcome": outcome,
            }
        )
