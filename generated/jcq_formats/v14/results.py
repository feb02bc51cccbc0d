# Generated from spec/v14/results.yaml by `make generate`; edit that, not this.
"""Result: the records of version 14."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self, TypedDict, Unpack
from ..core.fields import Field, field_table
from ..core.kinds.code import Code
from ..core.kinds.digits import Digits
from ..core.kinds.filler import Filler
from ..core.kinds.integer import Integer, read_integer
from ..core.kinds.literal import Literal
from ..core.kinds.text import Text
from ..core.kinds.unestablished import Unestablished
from ..core.kinds.variant import Variant
from ..core.parts import Part
from ..core.records import Record
from ..identifiers import uci, uln
from .codes import (
    GRADES_CHARACTERS,
    GRADES_FIRST,
    GRADES_FURTHER,
    PARTIAL_ABSENCE,
    PARTIAL_ABSENCE_PATTERN_1,
    PUBLISHED_CHARACTERS,
    PUBLISHED_FIRST,
    PUBLISHED_FURTHER,
    RESULT_TYPE,
    RESULT_TYPE_PATTERN_1,
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

    # fmt: off
    FIELDS = field_table(
        Field("first_grade",                        48, 2, Text(GRADES_CHARACTERS), role="result.first_grade", special=SPECIAL_GRADE),
        Field("second_grade",                       50, 2, Text(GRADES_CHARACTERS), role="result.second_grade", grade="C", blank=True, special=SPECIAL_GRADE),
        Field("first_endorsement",                  52, 2, Text(GRADES_CHARACTERS), role="result.first_endorsement", grade="C", blank=True, special=SPECIAL_GRADE),
        Field("second_endorsement",                 54, 2, Text(GRADES_CHARACTERS), role="result.second_endorsement", grade="C", blank=True, special=SPECIAL_GRADE),
        Field("first_grade_partial_absence",        56, 1, Code(PARTIAL_ABSENCE), role="result.first_grade_partial_absence", grade="C", blank=True),
        Field("second_grade_partial_absence",       57, 1, Code(PARTIAL_ABSENCE), role="result.second_grade_partial_absence", grade="C", blank=True),
        Field("first_endorsement_partial_absence",  58, 1, Code(PARTIAL_ABSENCE), role="result.first_endorsement_partial_absence", grade="C", blank=True),
        Field("second_endorsement_partial_absence", 59, 1, Code(PARTIAL_ABSENCE), role="result.second_endorsement_partial_absence", grade="C", blank=True),
        Field("filler",                             60, 2, Filler(), meaning="Not used.", grade="C", blank=True),
    )
    # fmt: on

    @property
    def first_grade(self) -> str:
        """The grade."""
        return self.line[47:49].rstrip(" ")

    @property
    def second_grade(self) -> str:
        """The second grade, if the option has two."""
        return self.line[49:51].rstrip(" ")

    @property
    def first_endorsement(self) -> str:
        """The endorsement to the first grade."""
        return self.line[51:53].rstrip(" ")

    @property
    def second_endorsement(self) -> str:
        """The endorsement to the second grade."""
        return self.line[53:55].rstrip(" ")

    @property
    def first_grade_partial_absence(self) -> str:
        """Whether work is missing for some components of the first grade."""
        return self.line[55:56].rstrip(" ")

    @property
    def second_grade_partial_absence(self) -> str:
        """Whether work is missing for some components of the second grade."""
        return self.line[56:57].rstrip(" ")

    @property
    def first_endorsement_partial_absence(self) -> str:
        """Whether work is missing for some components of the first endorsement."""
        return self.line[57:58].rstrip(" ")

    @property
    def second_endorsement_partial_absence(self) -> str:
        """Whether work is missing for some components of the second endorsement."""
        return self.line[58:59].rstrip(" ")

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
        """Build a GradesOutcome. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                first_grade,
                second_grade,
                first_endorsement,
                second_endorsement,
                first_grade_partial_absence,
                second_grade_partial_absence,
                first_endorsement_partial_absence,
                second_endorsement_partial_absence,
            )
        )

    def replace(self, **changes: Unpack[GradesOutcomeChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> GradesOutcomeValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: GradesOutcomeValues = self._as_dict()
        return values


class GradesOutcomeChanges(TypedDict, total=False):
    """The arguments of `GradesOutcome.replace`."""

    first_grade: str
    second_grade: str
    first_endorsement: str
    second_endorsement: str
    first_grade_partial_absence: str
    second_grade_partial_absence: str
    first_endorsement_partial_absence: str
    second_endorsement_partial_absence: str


class GradesOutcomeValues(TypedDict):
    """The result of `GradesOutcome.as_dict`."""

    first_grade: str
    second_grade: str
    first_endorsement: str
    second_endorsement: str
    first_grade_partial_absence: str
    second_grade_partial_absence: str
    first_endorsement_partial_absence: str
    second_endorsement_partial_absence: str


class MarkOutcome(Part):
    """Uniform mark, or mark.

    A uniform mark, or a mark, with its grade.

    Positions 48-61 of its record. Grade B (school-information-system, results-tracker).

        start  end width  kind     field
           48   50     3  integer  score
           51   52     2  text     grade
           53   61     9  filler   filler
    """

    __slots__ = ()

    # fmt: off
    FIELDS = field_table(
        Field("score",  48, 3, Integer(), role="result.score", blank=True),
        Field("grade",  51, 2, Text(GRADES_CHARACTERS), role="result.first_grade", blank=True, special=SPECIAL_GRADE),
        Field("filler", 53, 9, Filler(), meaning="Not used.", grade="C", blank=True),
    )
    # fmt: on

    @property
    def score(self) -> int | None:
        """The uniform mark, or the mark."""
        return read_integer(self, "score", self.line[47:50], 3)

    @property
    def grade(self) -> str:
        """The grade."""
        return self.line[50:52].rstrip(" ")

    @classmethod
    def build(cls, *, score: int | None = None, grade: str = "") -> Self:
        """Build a MarkOutcome. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                score,
                grade,
            )
        )

    def replace(self, **changes: Unpack[MarkOutcomeChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> MarkOutcomeValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: MarkOutcomeValues = self._as_dict()
        return values


class MarkOutcomeChanges(TypedDict, total=False):
    """The arguments of `MarkOutcome.replace`."""

    score: int | None
    grade: str


class MarkOutcomeValues(TypedDict):
    """The result of `MarkOutcome.as_dict`."""

    score: int | None
    grade: str


class MarkAndGradeOutcome(Part):
    """Mark and grade.

    A mark with the grade of the qualification.

    Positions 48-61 of its record. Grade B (school-information-system, results-tracker).

        start  end width  kind           field
           48   51     4  integer        score
           52   53     2  text           grade
           54   57     4  unestablished  positions_54_to_57
           58   58     1  code           first_grade_partial_absence
           59   61     3  unestablished  positions_59_to_61
    """

    __slots__ = ()

    # fmt: off
    FIELDS = field_table(
        Field("score",                       48, 4, Integer(), role="result.score", blank=True),
        Field("grade",                       52, 2, Text(GRADES_CHARACTERS), role="result.first_grade", blank=True, special=SPECIAL_GRADE),
        Field("positions_54_to_57",          54, 4, Unestablished(), grade="D", blank=True),
        Field("first_grade_partial_absence", 58, 1, Code(PARTIAL_ABSENCE), role="result.first_grade_partial_absence", grade="C", blank=True),
        Field("positions_59_to_61",          59, 3, Unestablished(), grade="D", blank=True),
    )
    # fmt: on

    @property
    def score(self) -> int | None:
        """The mark."""
        return read_integer(self, "score", self.line[47:51], 4)

    @property
    def grade(self) -> str:
        """The grade."""
        return self.line[51:53].rstrip(" ")

    @property
    def positions_54_to_57(self) -> str:
        """Not established; blanks are expected."""
        return self.line[53:57].rstrip(" ")

    @property
    def first_grade_partial_absence(self) -> str:
        """Whether work is missing for some components of the grade."""
        return self.line[57:58].rstrip(" ")

    @property
    def positions_59_to_61(self) -> str:
        """Not established; blanks are expected."""
        return self.line[58:61].rstrip(" ")

    @classmethod
    def build(
        cls,
        *,
        score: int | None = None,
        grade: str = "",
        positions_54_to_57: str = "",
        first_grade_partial_absence: str = "",
        positions_59_to_61: str = "",
    ) -> Self:
        """Build a MarkAndGradeOutcome. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                score,
                grade,
                positions_54_to_57,
                first_grade_partial_absence,
                positions_59_to_61,
            )
        )

    def replace(self, **changes: Unpack[MarkAndGradeOutcomeChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> MarkAndGradeOutcomeValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: MarkAndGradeOutcomeValues = self._as_dict()
        return values


class MarkAndGradeOutcomeChanges(TypedDict, total=False):
    """The arguments of `MarkAndGradeOutcome.replace`."""

    score: int | None
    grade: str
    positions_54_to_57: str
    first_grade_partial_absence: str
    positions_59_to_61: str


class MarkAndGradeOutcomeValues(TypedDict):
    """The result of `MarkAndGradeOutcome.as_dict`."""

    score: int | None
    grade: str
    positions_54_to_57: str
    first_grade_partial_absence: str
    positions_59_to_61: str


class Result(Record):
    """Result (R5).

    The result of one candidate in one option.

    Two independent programs read these positions; a third stores the same items for each result,
    with at most one endorsement and one absence flag for each grade, and with X and Q as reasons
    for a missing result. Awarding bodies tell centres (grade B) that results files come at 00:01 on
    restricted release days, and that the latest basedata is needed to read them; that updated files
    follow every week until the post-results period ends, and loading one overwrites all changes
    made by hand since the last; that qualification marks are left out if a qualification has
    endorsements; and that Cambridge Advanced Nationals have two files, one with the qualification
    grade and the total mark, one with the moderated and examined unit results.

    Length 61. Grade B (school-information-system, results-tracker).

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
    GRADE = "B"
    LENGTHS: ClassVar[Mapping[str, int]] = {"R": 61}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",           1,  1, Literal("R")),
        Field("record_type",         2,  1, Literal("5")),
        Field("centre_number",       3,  5, Digits(), role="centre.number", key=True, agrees="centre"),
        Field("candidate_number",    8,  4, Digits(), role="candidate.number", forbidden=("0000",), key=True),
        Field("uci",                12, 13, Text(PUBLISHED_CHARACTERS), role="candidate.uci", blank=True, personal=True, identifier=uci),
        Field("uln",                25, 10, Digits(), role="candidate.uln", blank=True, personal=True, identifier=uln),
        Field("option_entry_code",  35,  6, Text(PUBLISHED_CHARACTERS), role="result.option_entry_code", blank=True, refers_to=("option.code",)),
        Field("option_result_code", 41,  6, Text(PUBLISHED_CHARACTERS), role="result.option_result_code", key=True, refers_to=("option.code",)),
        Field("result_type",        47,  1, Code(RESULT_TYPE), role="result.type"),
        Field("outcome",            48, 14, Variant("result_type", {"1": GradesOutcome, "2": GradesOutcome, "3": GradesOutcome, "U": MarkOutcome, "M": MarkOutcome, "B": MarkAndGradeOutcome, "C": MarkAndGradeOutcome}, fallback=True), role="result.outcome"),
    )
    ACCEPT = (
        rf"(?:(?=.{{46}}[123])(?=.{{47}}{GRADES_FIRST}{GRADES_FURTHER}{{1}}(?:{GRADES_FIRST}{GRADES_FURTHER}{{1}}| {{2}})(?:{GRADES_FIRST}{GRADES_FURTHER}{{1}}| {{2}})(?:{GRADES_FIRST}{GRADES_FURTHER}{{1}}| {{2}})(?:{PARTIAL_ABSENCE_PATTERN_1}| )(?:{PARTIAL_ABSENCE_PATTERN_1}| )(?:{PARTIAL_ABSENCE_PATTERN_1}| )(?:{PARTIAL_ABSENCE_PATTERN_1}| ) {{2}})|(?=.{{46}}[MU])(?=.{{47}}(?:[0-9]{{3}}| {{3}})(?:{GRADES_FIRST}{GRADES_FURTHER}{{1}}| {{2}}) {{9}})|(?=.{{46}}[BC])(?=.{{47}}(?:[0-9]{{4}}| {{4}})(?:{GRADES_FIRST}{GRADES_FURTHER}{{1}}| {{2}}) {{4}}(?:{PARTIAL_ABSENCE_PATTERN_1}| ) {{3}})|(?!(?=.{{46}}[123BCMU])))"  # outcome
        r"R"  # data_type
        r"5"  # record_type
        r"[0-9]{5}"  # centre_number
        r"(?!0000)[0-9]{4}"  # candidate_number
        r"(?:[0-9]{5}[0A-Z][0-9]{6}[ABCDEFGHKLMRTVWXY]| {13})"  # uci
        r"(?:[1-9][0-9]{9}| {10})"  # uln
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{5}}| {{6}})"  # option_entry_code
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{5}}"  # option_result_code
        rf"{RESULT_TYPE_PATTERN_1}"  # result_type
        r"(?! {14}).{14}"  # outcome
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """Results, always R."""
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
    def uci(self) -> str:
        """The candidate's unique candidate identifier."""
        return self.line[11:24].rstrip(" ")

    @property
    def uln(self) -> str:
        """The candidate's unique learner number."""
        return self.line[24:34].rstrip(" ")

    @property
    def option_entry_code(self) -> str:
        """The option that the candidate was entered for. It is often blank, which is normal:
        option_result_code is the key of the result.
        """
        return self.line[34:40].rstrip(" ")

    @property
    def option_result_code(self) -> str:
        """The option that the result is for, and the key of the result. It differs from
        option_entry_code if the result was returned against another option.
        """
        return self.line[40:46].rstrip(" ")

    @property
    def result_type(self) -> str:
        """The type of result, which decides the layout of the outcome."""
        return self.line[46:47].rstrip(" ")

    @property
    def outcome(self) -> GradesOutcome | MarkOutcome | MarkAndGradeOutcome | str | None:
        """The marks and grades awarded."""
        value: GradesOutcome | MarkOutcome | MarkAndGradeOutcome | str | None = self.decode(
            "outcome"
        )
        return value

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
        """Build a Result. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                centre_number,
                candidate_number,
                uci,
                uln,
                option_entry_code,
                option_result_code,
                result_type,
                outcome,
            )
        )

    def replace(self, **changes: Unpack[ResultChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> ResultValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: ResultValues = self._as_dict()
        return values


class ResultChanges(TypedDict, total=False):
    """The arguments of `Result.replace`."""

    centre_number: str
    candidate_number: str
    uci: str
    uln: str
    option_entry_code: str
    option_result_code: str
    result_type: str
    outcome: GradesOutcome | MarkOutcome | MarkAndGradeOutcome | str


class ResultValues(TypedDict):
    """The result of `Result.as_dict`."""

    centre_number: str
    candidate_number: str
    uci: str
    uln: str
    option_entry_code: str
    option_result_code: str
    result_type: str
    outcome: GradesOutcomeValues | MarkOutcomeValues | MarkAndGradeOutcomeValues | str | None
