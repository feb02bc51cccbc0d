# Generated from spec/v14/basedata.yaml by `make generate`; edit that, not this.
"""Syllabus definition, Option definition, Link of an option and a component, Component definition, Disallowed combination: the records of version 14."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar, Self

from ..core.fields import Counts, Field, field_table
from ..core.formats import Place
from ..core.kinds.code import Code
from ..core.kinds.date import Date, date_columns, read_date
from ..core.kinds.filler import Filler
from ..core.kinds.integer import Integer, integer_columns, read_integer
from ..core.kinds.kind import are_texts
from ..core.kinds.literal import Literal
from ..core.kinds.text import Text
from ..core.layouts import UNCHANGED, Unchanged
from ..core.records import Record
from .codes import (
    GRADESET,
    ITEM,
    LEVEL,
    PROCESS,
    PUBLISHED_CHARACTERS,
    QUALIFICATION,
    RESULT_TYPE,
    SESSION,
    TEACHER_MARKS,
    TIMETABLED,
    YES_NO,
)
from .rules import RULES


class Syllabus(Record):
    """Syllabus definition (S5).

    One syllabus of the awarding body.

    Length 45. Grade A (published-basedata).

        start  end width  kind     field
            1    1     1  literal  data_type
            2    2     1  literal  record_type
            3    8     6  text     syllabus_code
            9    9     1  filler   filler
           10   45    36  text     syllabus_title
    """

    __slots__ = ()

    KEY = "S5"
    ROLE = "syllabus"
    TITLE = "Syllabus definition"
    PLACE = Place.DATA
    GRADE = "A"
    LENGTHS: ClassVar[Mapping[str, int]] = {"S": 45}
    END = 45
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field("data_type", 1, 1, Literal("S"), meaning="Syllabuses, always S."),
        Field("record_type", 2, 1, Literal("5"), meaning="Data, always 5."),
        Field(
            "syllabus_code",
            3,
            6,
            Text(PUBLISHED_CHARACTERS),
            meaning="The code of the syllabus.",
            role="syllabus.code",
            key=True,
        ),
        Field("filler", 9, 1, Filler(), meaning="Not used: always one blank.", blank=True),
        Field(
            "syllabus_title",
            10,
            36,
            Text(PUBLISHED_CHARACTERS),
            meaning="What the syllabus is called.",
            role="syllabus.title",
        ),
    )

    ACCEPT = (
        r"S"  # data_type
        r"5"  # record_type
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}"  # syllabus_code
        r" "  # filler
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{35}"  # syllabus_title
    )

    @property
    def data_type(self) -> str:
        """Syllabuses, always S. Position 1, literal."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5. Position 2, literal."""
        return self.line[1:2].rstrip(" ")

    @property
    def syllabus_code(self) -> str:
        """The code of the syllabus. Positions 3-8, text."""
        return self.line[2:8].rstrip(" ")

    @property
    def syllabus_title(self) -> str:
        """What the syllabus is called. Positions 10-45, text."""
        return self.line[9:45].rstrip(" ")

    def values(self) -> tuple[str, str]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (line[2:8].rstrip(" "), line[9:45].rstrip(" "))

    def texts(self) -> tuple[str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (line[2:8].rstrip(" "), line[9:45].rstrip(" "))

    @classmethod
    def build(cls, *, syllabus_code: str, syllabus_title: str) -> Self:
        """A new Syllabus, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            syllabus_code,
            syllabus_title,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"S" f"5" f"{syllabus_code.ljust(6)}" f" " f"{syllabus_title.ljust(36)}"
            )
            if built is not None:
                return built
        return cls._built(
            {
                "syllabus_code": syllabus_code,
                "syllabus_title": syllabus_title,
            }
        )

    def replace(
        self,
        *,
        syllabus_code: Unchanged | str = UNCHANGED,
        syllabus_title: Unchanged | str = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "syllabus_code": syllabus_code,
                "syllabus_title": syllabus_title,
            }
        )


class Option(Record):
    """Option definition (O5).

    One option that candidates can be entered for, a certification, a unit or both.

    Length 115. Grade A (published-basedata).

        start  end width  kind     field
            1    1     1  literal  data_type
            2    2     1  literal  record_type
            3    8     6  text     option_entry_code
            9   14     6  text     syllabus_code
           15   18     4  code     certification_qualification
           19   21     3  code     certification_level
           22   22     1  code     item
           23   26     4  code     unit_qualification
           27   29     3  code     unit_level
           30   30     1  code     process
           31   34     4  text     classification_code
           35   42     8  text     accreditation_number
           43   78    36  text     option_title
           79   79     1  code     fee_defined
           80   84     5  integer  fee
           85   88     4  code     first_forecast_gradeset
           89   92     4  code     second_forecast_gradeset
           93   93     1  code     result_type
           94   97     4  code     first_grade_gradeset
           98  101     4  code     second_grade_gradeset
          102  105     4  code     first_endorsement_gradeset
          106  109     4  code     second_endorsement_gradeset
          110  113     4  integer  maximum_mark
          114  115     2  integer  component_count
    """

    __slots__ = ()

    KEY = "O5"
    ROLE = "option"
    TITLE = "Option definition"
    PLACE = Place.DATA
    GRADE = "A"
    LENGTHS: ClassVar[Mapping[str, int]] = {"O": 115}
    END = 115
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field("data_type", 1, 1, Literal("O"), meaning="Options, always O."),
        Field("record_type", 2, 1, Literal("5"), meaning="Data, always 5."),
        Field(
            "option_entry_code",
            3,
            6,
            Text(PUBLISHED_CHARACTERS),
            meaning="The code that candidates are entered with.",
            role="option.code",
            key=True,
        ),
        Field(
            "syllabus_code",
            9,
            6,
            Text(PUBLISHED_CHARACTERS),
            meaning="The syllabus that the option belongs to.",
            role="option.syllabus_code",
            refers_to=("syllabus.code",),
        ),
        Field(
            "certification_qualification",
            15,
            4,
            Code(QUALIFICATION),
            meaning="The qualification that is certificated; blank for a unit.",
            role="option.certification_qualification",
            blank=True,
            blank_when={"item": ("U",)},
            filled_when={"item": ("C", "B")},
        ),
        Field(
            "certification_level",
            19,
            3,
            Code(LEVEL),
            meaning="The level at which the option is certificated; blank for a unit.",
            role="option.certification_level",
            blank=True,
            blank_when={"item": ("U",)},
            filled_when={"item": ("C", "B")},
        ),
        Field(
            "item",
            22,
            1,
            Code(ITEM),
            meaning="Whether the option is a certification, a unit or both.",
            role="option.item",
        ),
        Field(
            "unit_qualification",
            23,
            4,
            Code(QUALIFICATION),
            meaning="The qualification that a unit belongs to; blank for a certification.",
            role="option.unit_qualification",
            blank=True,
            blank_when={"item": ("C",)},
            filled_when={"item": ("U", "B")},
        ),
        Field(
            "unit_level",
            27,
            3,
            Code(LEVEL),
            meaning="The level of a unit; blank for a certification.",
            role="option.unit_level",
            blank=True,
            blank_when={"item": ("C",)},
            filled_when={"item": ("U", "B")},
        ),
        Field(
            "process",
            30,
            1,
            Code(PROCESS),
            meaning="Whether candidates are entered or registered.",
            role="option.process",
            default="E",
        ),
        Field(
            "classification_code",
            31,
            4,
            Text(PUBLISHED_CHARACTERS),
            meaning="The QCA classification (discount) code.",
            role="option.classification_code",
            blank=True,
        ),
        Field(
            "accreditation_number",
            35,
            8,
            Text(PUBLISHED_CHARACTERS),
            meaning="The QCA accreditation number.",
            role="option.accreditation_number",
            blank=True,
        ),
        Field(
            "option_title",
            43,
            36,
            Text(PUBLISHED_CHARACTERS),
            meaning="What the option is called.",
            role="option.title",
        ),
        Field(
            "fee_defined",
            79,
            1,
            Code(YES_NO),
            meaning="Whether a fee is given.",
            role="option.fee_defined",
        ),
        Field(
            "fee",
            80,
            5,
            Integer(),
            meaning="The fee in pence; none where it is not defined.",
            role="option.fee",
            blank_when={"fee_defined": ("N",)},
            none=("00000",),
        ),
        Field(
            "first_forecast_gradeset",
            85,
            4,
            Code(GRADESET),
            meaning="The grades that can be forecast.",
            role="option.first_forecast_gradeset",
            blank=True,
        ),
        Field(
            "second_forecast_gradeset",
            89,
            4,
            Code(GRADESET),
            meaning="The second grades that can be forecast.",
            role="option.second_forecast_gradeset",
            blank=True,
        ),
        Field(
            "result_type",
            93,
            1,
            Code(RESULT_TYPE),
            meaning="What a result consists of.",
            role="option.result_type",
        ),
        Field(
            "first_grade_gradeset",
            94,
            4,
            Code(GRADESET),
            meaning="The grades that can be awarded.",
            role="option.first_grade_gradeset",
        ),
        Field(
            "second_grade_gradeset",
            98,
            4,
            Code(GRADESET),
            meaning="The second grades that can be awarded.",
            role="option.second_grade_gradeset",
            blank=True,
        ),
        Field(
            "first_endorsement_gradeset",
            102,
            4,
            Code(GRADESET),
            meaning="The grades of the first endorsement.",
            role="option.first_endorsement_gradeset",
            blank=True,
        ),
        Field(
            "second_endorsement_gradeset",
            106,
            4,
            Code(GRADESET),
            meaning="The grades of the second endorsement.",
            role="option.second_endorsement_gradeset",
            blank=True,
        ),
        Field(
            "maximum_mark",
            110,
            4,
            Integer(),
            meaning="The highest uniform mark, or mark; none where there is none.",
            role="option.maximum_mark",
            blank=True,
            none=("0000",),
        ),
        Field(
            "component_count",
            114,
            2,
            Integer(),
            meaning="How many components the option links to.",
            role="option.component_count",
            counts=Counts("L5", "set", "option_entry_code", ()),
        ),
    )

    ACCEPT = (
        r"(?!(?=.{21}U)(?!(?=.{14} {4})))"  # certification_qualification
        r"(?!(?=.{21}[BC])(?=.{14} {4}))"  # certification_qualification
        r"(?!(?=.{21}U)(?!(?=.{18} {3})))"  # certification_level
        r"(?!(?=.{21}[BC])(?=.{18} {3}))"  # certification_level
        r"(?!(?=.{21}C)(?!(?=.{22} {4})))"  # unit_qualification
        r"(?!(?=.{21}[BU])(?=.{22} {4}))"  # unit_qualification
        r"(?!(?=.{21}C)(?!(?=.{26} {3})))"  # unit_level
        r"(?!(?=.{21}[BU])(?=.{26} {3}))"  # unit_level
        r"(?!(?=.{78}N)(?!(?=.{79}(?:00000| {5}))))"  # fee
        r"O"  # data_type
        r"5"  # record_type
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}"  # option_entry_code
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}"  # syllabus_code
        r"(?:(?:A(?:BQ\ |DIP|EA\ )|BTEC|CNAT|E(?:L\ \ |XPJ)|F(?:CSE|S(?:KL|MQ))|G(?:C(?:E\ |SE)|PR\ )|ICE\ |L(?:1(?:L2|PJ)|2PJ|3\ \ )|OCRQ|P(?:L\ \ |REU))| {4})"  # certification_qualification
        r"(?:(?:1\&2|A(?:\ \ |AS|S[BD]|W3)|[BHIO]\ \ |CE\ |D[AI]\ |EL[123]|F[\ C]\ |L[123]\ |SC\ )| {3})"  # certification_level
        r"[BCU]"  # item
        r"(?:(?:A(?:BQ\ |DIP|EA\ )|BTEC|CNAT|E(?:L\ \ |XPJ)|F(?:CSE|S(?:KL|MQ))|G(?:C(?:E\ |SE)|PR\ )|ICE\ |L(?:1(?:L2|PJ)|2PJ|3\ \ )|OCRQ|P(?:L\ \ |REU))| {4})"  # unit_qualification
        r"(?:(?:1\&2|A(?:\ \ |AS|S[BD]|W3)|[BHIO]\ \ |CE\ |D[AI]\ |EL[123]|F[\ C]\ |L[123]\ |SC\ )| {3})"  # unit_level
        r"[ER]"  # process
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{3}| {4})"  # classification_code
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{7}| {8})"  # accreditation_number
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{35}"  # option_title
        r"[NY]"  # fee_defined
        r"(?:[0-9]{5}|00000)"  # fee
        r"(?:(?:1[0124-7]\ \ |2[012]\ \ |3[\ 01]\ \ |4[\ 023]\ \ |[5-9A-HLMNQR]\ \ \ )| {4})"  # first_forecast_gradeset
        r"(?:(?:1[0124-7]\ \ |2[012]\ \ |3[\ 01]\ \ |4[\ 023]\ \ |[5-9A-HLMNQR]\ \ \ )| {4})"  # second_forecast_gradeset
        r"[123BCMU]"  # result_type
        r"(?:1[0124-7]\ \ |2[012]\ \ |3[\ 01]\ \ |4[\ 023]\ \ |[5-9A-HLMNQR]\ \ \ )"  # first_grade_gradeset
        r"(?:(?:1[0124-7]\ \ |2[012]\ \ |3[\ 01]\ \ |4[\ 023]\ \ |[5-9A-HLMNQR]\ \ \ )| {4})"  # second_grade_gradeset
        r"(?:(?:1[0124-7]\ \ |2[012]\ \ |3[\ 01]\ \ |4[\ 023]\ \ |[5-9A-HLMNQR]\ \ \ )| {4})"  # first_endorsement_gradeset
        r"(?:(?:1[0124-7]\ \ |2[012]\ \ |3[\ 01]\ \ |4[\ 023]\ \ |[5-9A-HLMNQR]\ \ \ )| {4})"  # second_endorsement_gradeset
        r"(?:[0-9]{4}|(?:0000| {4}))"  # maximum_mark
        r"[0-9]{2}"  # component_count
    )

    @property
    def data_type(self) -> str:
        """Options, always O. Position 1, literal."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5. Position 2, literal."""
        return self.line[1:2].rstrip(" ")

    @property
    def option_entry_code(self) -> str:
        """The code that candidates are entered with. Positions 3-8, text."""
        return self.line[2:8].rstrip(" ")

    @property
    def syllabus_code(self) -> str:
        """The syllabus that the option belongs to. Positions 9-14, text; found in syllabus.code."""
        return self.line[8:14].rstrip(" ")

    @property
    def certification_qualification(self) -> str:
        """The qualification that is certificated; blank for a unit. Positions 15-18, code, code
        list qualification; may be blank; blank when item is U; needed when item is C or B.
        """
        return self.line[14:18].rstrip(" ")

    @property
    def certification_level(self) -> str:
        """The level at which the option is certificated; blank for a unit. Positions 19-21, code,
        code list level; may be blank; blank when item is U; needed when item is C or B.
        """
        return self.line[18:21].rstrip(" ")

    @property
    def item(self) -> str:
        """Whether the option is a certification, a unit or both. Position 22, code, code list
        item.
        """
        return self.line[21:22].rstrip(" ")

    @property
    def unit_qualification(self) -> str:
        """The qualification that a unit belongs to; blank for a certification. Positions 23-26,
        code, code list qualification; may be blank; blank when item is C; needed when item is U
        or B.
        """
        return self.line[22:26].rstrip(" ")

    @property
    def unit_level(self) -> str:
        """The level of a unit; blank for a certification. Positions 27-29, code, code list level;
        may be blank; blank when item is C; needed when item is U or B.
        """
        return self.line[26:29].rstrip(" ")

    @property
    def process(self) -> str:
        """Whether candidates are entered or registered. Position 30, code, code list process."""
        return self.line[29:30].rstrip(" ")

    @property
    def classification_code(self) -> str:
        """The QCA classification (discount) code. Positions 31-34, text; may be blank."""
        return self.line[30:34].rstrip(" ")

    @property
    def accreditation_number(self) -> str:
        """The QCA accreditation number. Positions 35-42, text; may be blank."""
        return self.line[34:42].rstrip(" ")

    @property
    def option_title(self) -> str:
        """What the option is called. Positions 43-78, text."""
        return self.line[42:78].rstrip(" ")

    @property
    def fee_defined(self) -> str:
        """Whether a fee is given. Position 79, code, code list yes_no."""
        return self.line[78:79].rstrip(" ")

    @property
    def fee(self) -> int | None:
        """The fee in pence; none where it is not defined. Positions 80-84, integer; 00000 means
        none; blank when fee_defined is N.
        """
        return read_integer(self, "fee", self.line[79:84], 5, ("00000",))

    @property
    def first_forecast_gradeset(self) -> str:
        """The grades that can be forecast. Positions 85-88, code, code list gradeset; may be
        blank.
        """
        return self.line[84:88].rstrip(" ")

    @property
    def second_forecast_gradeset(self) -> str:
        """The second grades that can be forecast. Positions 89-92, code, code list gradeset; may
        be blank.
        """
        return self.line[88:92].rstrip(" ")

    @property
    def result_type(self) -> str:
        """What a result consists of. Position 93, code, code list result_type."""
        return self.line[92:93].rstrip(" ")

    @property
    def first_grade_gradeset(self) -> str:
        """The grades that can be awarded. Positions 94-97, code, code list gradeset."""
        return self.line[93:97].rstrip(" ")

    @property
    def second_grade_gradeset(self) -> str:
        """The second grades that can be awarded. Positions 98-101, code, code list gradeset; may
        be blank.
        """
        return self.line[97:101].rstrip(" ")

    @property
    def first_endorsement_gradeset(self) -> str:
        """The grades of the first endorsement. Positions 102-105, code, code list gradeset; may be
        blank.
        """
        return self.line[101:105].rstrip(" ")

    @property
    def second_endorsement_gradeset(self) -> str:
        """The grades of the second endorsement. Positions 106-109, code, code list gradeset; may
        be blank.
        """
        return self.line[105:109].rstrip(" ")

    @property
    def maximum_mark(self) -> int | None:
        """The highest uniform mark, or mark; none where there is none. Positions 110-113, integer;
        may be blank; 0000 means none.
        """
        return read_integer(self, "maximum_mark", self.line[109:113], 4, ("0000",))

    @property
    def component_count(self) -> int | None:
        """How many components the option links to. Positions 114-115, integer; counts the L5 of
        the same option_entry_code in the set.
        """
        return read_integer(self, "component_count", self.line[113:115], 2)

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
        str,
        str,
        str,
        str,
        str,
        int | None,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        int | None,
        int | None,
    ]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (
            line[2:8].rstrip(" "),
            line[8:14].rstrip(" "),
            line[14:18].rstrip(" "),
            line[18:21].rstrip(" "),
            line[21:22].rstrip(" "),
            line[22:26].rstrip(" "),
            line[26:29].rstrip(" "),
            line[29:30].rstrip(" "),
            line[30:34].rstrip(" "),
            line[34:42].rstrip(" "),
            line[42:78].rstrip(" "),
            line[78:79].rstrip(" "),
            read_integer(self, "fee", line[79:84], 5, ("00000",)),
            line[84:88].rstrip(" "),
            line[88:92].rstrip(" "),
            line[92:93].rstrip(" "),
            line[93:97].rstrip(" "),
            line[97:101].rstrip(" "),
            line[101:105].rstrip(" "),
            line[105:109].rstrip(" "),
            read_integer(self, "maximum_mark", line[109:113], 4, ("0000",)),
            read_integer(self, "component_count", line[113:115], 2),
        )

    def texts(
        self,
    ) -> tuple[
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
    ]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[2:8].rstrip(" "),
            line[8:14].rstrip(" "),
            line[14:18].rstrip(" "),
            line[18:21].rstrip(" "),
            line[21:22].rstrip(" "),
            line[22:26].rstrip(" "),
            line[26:29].rstrip(" "),
            line[29:30].rstrip(" "),
            line[30:34].rstrip(" "),
            line[34:42].rstrip(" "),
            line[42:78].rstrip(" "),
            line[78:79].rstrip(" "),
            line[79:84].rstrip(" "),
            line[84:88].rstrip(" "),
            line[88:92].rstrip(" "),
            line[92:93].rstrip(" "),
            line[93:97].rstrip(" "),
            line[97:101].rstrip(" "),
            line[101:105].rstrip(" "),
            line[105:109].rstrip(" "),
            line[109:113].rstrip(" "),
            line[113:115].rstrip(" "),
        )

    @classmethod
    def build(
        cls,
        *,
        option_entry_code: str,
        syllabus_code: str,
        certification_qualification: str = "",
        certification_level: str = "",
        item: str,
        unit_qualification: str = "",
        unit_level: str = "",
        process: str = "E",
        classification_code: str = "",
        accreditation_number: str = "",
        option_title: str,
        fee_defined: str,
        fee: int | None = None,
        first_forecast_gradeset: str = "",
        second_forecast_gradeset: str = "",
        result_type: str,
        first_grade_gradeset: str,
        second_grade_gradeset: str = "",
        first_endorsement_gradeset: str = "",
        second_endorsement_gradeset: str = "",
        maximum_mark: int | None = None,
        component_count: int,
    ) -> Self:
        """A new Option, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            option_entry_code,
            syllabus_code,
            certification_qualification,
            certification_level,
            item,
            unit_qualification,
            unit_level,
            process,
            classification_code,
            accreditation_number,
            option_title,
            fee_defined,
            first_forecast_gradeset,
            second_forecast_gradeset,
            result_type,
            first_grade_gradeset,
            second_grade_gradeset,
            first_endorsement_gradeset,
            second_endorsement_gradeset,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"O"
                f"5"
                f"{option_entry_code.ljust(6)}"
                f"{syllabus_code.ljust(6)}"
                f"{certification_qualification.ljust(4)}"
                f"{certification_level.ljust(3)}"
                f"{item.ljust(1)}"
                f"{unit_qualification.ljust(4)}"
                f"{unit_level.ljust(3)}"
                f"{process.ljust(1)}"
                f"{classification_code.ljust(4)}"
                f"{accreditation_number.ljust(8)}"
                f"{option_title.ljust(36)}"
                f"{fee_defined.ljust(1)}"
                f"{integer_columns(fee, 5, ('00000',))}"
                f"{first_forecast_gradeset.ljust(4)}"
                f"{second_forecast_gradeset.ljust(4)}"
                f"{result_type.ljust(1)}"
                f"{first_grade_gradeset.ljust(4)}"
                f"{second_grade_gradeset.ljust(4)}"
                f"{first_endorsement_gradeset.ljust(4)}"
                f"{second_endorsement_gradeset.ljust(4)}"
                f"{integer_columns(maximum_mark, 4, ('0000',))}"
                f"{integer_columns(component_count, 2)}"
            )
            if built is not None:
                return built
        return cls._built(
            {
                "option_entry_code": option_entry_code,
                "syllabus_code": syllabus_code,
                "certification_qualification": certification_qualification,
                "certification_level": certification_level,
                "item": item,
                "unit_qualification": unit_qualification,
                "unit_level": unit_level,
                "process": process,
                "classification_code": classification_code,
                "accreditation_number": accreditation_number,
                "option_title": option_title,
                "fee_defined": fee_defined,
                "fee": fee,
                "first_forecast_gradeset": first_forecast_gradeset,
                "second_forecast_gradeset": second_forecast_gradeset,
                "result_type": result_type,
                "first_grade_gradeset": first_grade_gradeset,
                "second_grade_gradeset": second_grade_gradeset,
                "first_endorsement_gradeset": first_endorsement_gradeset,
                "second_endorsement_gradeset": second_endorsement_gradeset,
                "maximum_mark": maximum_mark,
                "component_count": component_count,
            }
        )

    def replace(
        self,
        *,
        option_entry_code: Unchanged | str = UNCHANGED,
        syllabus_code: Unchanged | str = UNCHANGED,
        certification_qualification: Unchanged | str = UNCHANGED,
        certification_level: Unchanged | str = UNCHANGED,
        item: Unchanged | str = UNCHANGED,
        unit_qualification: Unchanged | str = UNCHANGED,
        unit_level: Unchanged | str = UNCHANGED,
        process: Unchanged | str = UNCHANGED,
        classification_code: Unchanged | str = UNCHANGED,
        accreditation_number: Unchanged | str = UNCHANGED,
        option_title: Unchanged | str = UNCHANGED,
        fee_defined: Unchanged | str = UNCHANGED,
        fee: Unchanged | int | None = UNCHANGED,
        first_forecast_gradeset: Unchanged | str = UNCHANGED,
        second_forecast_gradeset: Unchanged | str = UNCHANGED,
        result_type: Unchanged | str = UNCHANGED,
        first_grade_gradeset: Unchanged | str = UNCHANGED,
        second_grade_gradeset: Unchanged | str = UNCHANGED,
        first_endorsement_gradeset: Unchanged | str = UNCHANGED,
        second_endorsement_gradeset: Unchanged | str = UNCHANGED,
        maximum_mark: Unchanged | int | None = UNCHANGED,
        component_count: Unchanged | int = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "option_entry_code": option_entry_code,
                "syllabus_code": syllabus_code,
                "certification_qualification": certification_qualification,
                "certification_level": certification_level,
                "item": item,
                "unit_qualification": unit_qualification,
                "unit_level": unit_level,
                "process": process,
                "classification_code": classification_code,
                "accreditation_number": accreditation_number,
                "option_title": option_title,
                "fee_defined": fee_defined,
                "fee": fee,
                "first_forecast_gradeset": first_forecast_gradeset,
                "second_forecast_gradeset": second_forecast_gradeset,
                "result_type": result_type,
                "first_grade_gradeset": first_grade_gradeset,
                "second_grade_gradeset": second_grade_gradeset,
                "first_endorsement_gradeset": first_endorsement_gradeset,
                "second_endorsement_gradeset": second_endorsement_gradeset,
                "maximum_mark": maximum_mark,
                "component_count": component_count,
            }
        )


class Link(Record):
    """Link of an option and a component (L5).

    One component of one option.

    Length 26. Grade A (published-basedata).

        start  end width  kind     field
            1    1     1  literal  data_type
            2    2     1  literal  record_type
            3    8     6  text     option_entry_code
            9   20    12  text     component_code
           21   26     6  filler   filler
    """

    __slots__ = ()

    KEY = "L5"
    ROLE = "link"
    TITLE = "Link of an option and a component"
    PLACE = Place.DATA
    GRADE = "A"
    LENGTHS: ClassVar[Mapping[str, int]] = {"L": 26}
    END = 26
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field("data_type", 1, 1, Literal("L"), meaning="Links, always L."),
        Field("record_type", 2, 1, Literal("5"), meaning="Data, always 5."),
        Field(
            "option_entry_code",
            3,
            6,
            Text(PUBLISHED_CHARACTERS),
            meaning="The option that the component belongs to.",
            role="link.option_code",
            key=True,
            refers_to=("option.code",),
        ),
        Field(
            "component_code",
            9,
            12,
            Text(PUBLISHED_CHARACTERS),
            meaning="The component that the option is made of.",
            role="link.component_code",
            key=True,
            refers_to=("component.code",),
        ),
        Field("filler", 21, 6, Filler(), meaning="Not used.", blank=True),
    )

    ACCEPT = (
        r"L"  # data_type
        r"5"  # record_type
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}"  # option_entry_code
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{11}"  # component_code
        r" {6}"  # filler
    )

    @property
    def data_type(self) -> str:
        """Links, always L. Position 1, literal."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5. Position 2, literal."""
        return self.line[1:2].rstrip(" ")

    @property
    def option_entry_code(self) -> str:
        """The option that the component belongs to. Positions 3-8, text; found in option.code."""
        return self.line[2:8].rstrip(" ")

    @property
    def component_code(self) -> str:
        """The component that the option is made of. Positions 9-20, text; found in component.code."""
        return self.line[8:20].rstrip(" ")

    def values(self) -> tuple[str, str]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (line[2:8].rstrip(" "), line[8:20].rstrip(" "))

    def texts(self) -> tuple[str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (line[2:8].rstrip(" "), line[8:20].rstrip(" "))

    @classmethod
    def build(cls, *, option_entry_code: str, component_code: str) -> Self:
        """A new Link, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            option_entry_code,
            component_code,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"L" f"5" f"{option_entry_code.ljust(6)}" f"{component_code.ljust(12)}" f"      "
            )
            if built is not None:
                return built
        return cls._built(
            {
                "option_entry_code": option_entry_code,
                "component_code": component_code,
            }
        )

    def replace(
        self,
        *,
        option_entry_code: Unchanged | str = UNCHANGED,
        component_code: Unchanged | str = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "option_entry_code": option_entry_code,
                "component_code": component_code,
            }
        )


class Component(Record):
    """Component definition (C5).

    One paper or other component of options.

    Length 75. Grade A (published-basedata).

        start  end width  kind     field
            1    1     1  literal  data_type
            2    2     1  literal  record_type
            3   14    12  text     component_code
           15   50    36  text     component_title
           51   51     1  code     teacher_marks
           52   54     3  integer  maximum_mark
           55   58     4  code     component_gradeset
           59   64     6  date     due_date
           65   65     1  code     timetabled
           66   71     6  date     timetable_date
           72   72     1  code     session
           73   75     3  integer  time_allowed
    """

    __slots__ = ()

    KEY = "C5"
    ROLE = "component"
    TITLE = "Component definition"
    PLACE = Place.DATA
    GRADE = "A"
    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 75}
    END = 75
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field("data_type", 1, 1, Literal("C"), meaning="Components, always C."),
        Field("record_type", 2, 1, Literal("5"), meaning="Data, always 5."),
        Field(
            "component_code",
            3,
            12,
            Text(PUBLISHED_CHARACTERS),
            meaning="The code of the component.",
            role="component.code",
            key=True,
        ),
        Field(
            "component_title",
            15,
            36,
            Text(PUBLISHED_CHARACTERS),
            meaning="What the component is called.",
            role="component.title",
        ),
        Field(
            "teacher_marks",
            51,
            1,
            Code(TEACHER_MARKS),
            meaning="What the centre sends for the component.",
            role="component.teacher_marks",
        ),
        Field(
            "maximum_mark",
            52,
            3,
            Integer(),
            meaning="The highest mark that the centre can give; none unless the centre sends marks.",
            role="component.maximum_mark",
            blank=True,
            blank_when={"teacher_marks": ("N", "G", "E")},
            none=("000",),
        ),
        Field(
            "component_gradeset",
            55,
            4,
            Code(GRADESET),
            meaning="The grades that the centre can give.",
            role="component.gradeset",
            blank=True,
            filled_when={"teacher_marks": ("G",)},
        ),
        Field(
            "due_date",
            59,
            6,
            Date((2000, 2099)),
            meaning="The day by which marks or grades are due.",
            role="component.due_date",
            blank_when={"teacher_marks": ("N",)},
            none=("000000",),
        ),
        Field(
            "timetabled",
            65,
            1,
            Code(TIMETABLED),
            meaning="Whether the component is sat at a set time.",
            role="component.timetabled",
        ),
        Field(
            "timetable_date",
            66,
            6,
            Date((2000, 2099)),
            meaning="The day on which the component is sat; none unless it is timetabled.",
            role="component.timetable_date",
            blank_when={"timetabled": ("N", "C")},
            none=("000000",),
        ),
        Field(
            "session",
            72,
            1,
            Code(SESSION),
            meaning="Whether the component is sat in the morning or the afternoon.",
            role="component.session",
            blank=True,
        ),
        Field(
            "time_allowed",
            73,
            3,
            Integer(),
            meaning="The minutes allowed.",
            role="component.time_allowed",
            none=("000",),
        ),
    )

    ACCEPT = (
        r"(?!(?=.{50}[EGN])(?!(?=.{51}(?:000| {3}))))"  # maximum_mark
        r"(?!(?=.{50}G)(?=.{54} {4}))"  # component_gradeset
        r"(?!(?=.{50}N)(?!(?=.{58}(?:000000| {6}))))"  # due_date
        r"(?!(?=.{64}[CN])(?!(?=.{65}(?:000000| {6}))))"  # timetable_date
        r"C"  # data_type
        r"5"  # record_type
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{11}"  # component_code
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{35}"  # component_title
        r"[EGNY]"  # teacher_marks
        r"(?:[0-9]{3}|(?:000| {3}))"  # maximum_mark
        r"(?:(?:1[0124-7]\ \ |2[012]\ \ |3[\ 01]\ \ |4[\ 023]\ \ |[5-9A-HLMNQR]\ \ \ )| {4})"  # component_gradeset
        r"(?:(?:(?:0[1-9]|1[0-9]|2[0-8])(?:0[1-9]|1[0-2])[0-9]{2}|(?:29|30)(?:0[13-9]|1[0-2])[0-9]{2}|31(?:0[13578]|1[02])[0-9]{2}|2902(?:[02468][048]|[13579][26]))|000000)"  # due_date
        r"[CNT]"  # timetabled
        r"(?:(?:(?:0[1-9]|1[0-9]|2[0-8])(?:0[1-9]|1[0-2])[0-9]{2}|(?:29|30)(?:0[13-9]|1[0-2])[0-9]{2}|31(?:0[13578]|1[02])[0-9]{2}|2902(?:[02468][048]|[13579][26]))|000000)"  # timetable_date
        r"(?:[ADPX]| )"  # session
        r"(?:[0-9]{3}|000)"  # time_allowed
    )

    @property
    def data_type(self) -> str:
        """Components, always C. Position 1, literal."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5. Position 2, literal."""
        return self.line[1:2].rstrip(" ")

    @property
    def component_code(self) -> str:
        """The code of the component. Positions 3-14, text."""
        return self.line[2:14].rstrip(" ")

    @property
    def component_title(self) -> str:
        """What the component is called. Positions 15-50, text."""
        return self.line[14:50].rstrip(" ")

    @property
    def teacher_marks(self) -> str:
        """What the centre sends for the component. Position 51, code, code list teacher_marks."""
        return self.line[50:51].rstrip(" ")

    @property
    def maximum_mark(self) -> int | None:
        """The highest mark that the centre can give; none unless the centre sends marks. Positions
        52-54, integer; may be blank; 000 means none; blank when teacher_marks is N or G or E.
        """
        return read_integer(self, "maximum_mark", self.line[51:54], 3, ("000",))

    @property
    def component_gradeset(self) -> str:
        """The grades that the centre can give. Positions 55-58, code, code list gradeset; may be
        blank; needed when teacher_marks is G.
        """
        return self.line[54:58].rstrip(" ")

    @property
    def due_date(self) -> datetime.date | None:
        """The day by which marks or grades are due. Positions 59-64, date; 000000 means none;
        blank when teacher_marks is N.
        """
        return read_date(self, "due_date", self.line[58:64], 2000, ("000000",))

    @property
    def timetabled(self) -> str:
        """Whether the component is sat at a set time. Position 65, code, code list timetabled."""
        return self.line[64:65].rstrip(" ")

    @property
    def timetable_date(self) -> datetime.date | None:
        """The day on which the component is sat; none unless it is timetabled. Positions 66-71,
        date; 000000 means none; blank when timetabled is N or C.
        """
        return read_date(self, "timetable_date", self.line[65:71], 2000, ("000000",))

    @property
    def session(self) -> str:
        """Whether the component is sat in the morning or the afternoon. Position 72, code, code
        list session; may be blank.
        """
        return self.line[71:72].rstrip(" ")

    @property
    def time_allowed(self) -> int | None:
        """The minutes allowed. Positions 73-75, integer; 000 means none."""
        return read_integer(self, "time_allowed", self.line[72:75], 3, ("000",))

    def values(
        self,
    ) -> tuple[
        str,
        str,
        str,
        int | None,
        str,
        datetime.date | None,
        str,
        datetime.date | None,
        str,
        int | None,
    ]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (
            line[2:14].rstrip(" "),
            line[14:50].rstrip(" "),
            line[50:51].rstrip(" "),
            read_integer(self, "maximum_mark", line[51:54], 3, ("000",)),
            line[54:58].rstrip(" "),
            read_date(self, "due_date", line[58:64], 2000, ("000000",)),
            line[64:65].rstrip(" "),
            read_date(self, "timetable_date", line[65:71], 2000, ("000000",)),
            line[71:72].rstrip(" "),
            read_integer(self, "time_allowed", line[72:75], 3, ("000",)),
        )

    def texts(self) -> tuple[str, str, str, str, str, str, str, str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[2:14].rstrip(" "),
            line[14:50].rstrip(" "),
            line[50:51].rstrip(" "),
            line[51:54].rstrip(" "),
            line[54:58].rstrip(" "),
            line[58:64].rstrip(" "),
            line[64:65].rstrip(" "),
            line[65:71].rstrip(" "),
            line[71:72].rstrip(" "),
            line[72:75].rstrip(" "),
        )

    @classmethod
    def build(
        cls,
        *,
        component_code: str,
        component_title: str,
        teacher_marks: str,
        maximum_mark: int | None = None,
        component_gradeset: str = "",
        due_date: datetime.date | None = None,
        timetabled: str,
        timetable_date: datetime.date | None = None,
        session: str = "",
        time_allowed: int | None = None,
    ) -> Self:
        """A new Component, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            component_code,
            component_title,
            teacher_marks,
            component_gradeset,
            timetabled,
            session,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"C"
                f"5"
                f"{component_code.ljust(12)}"
                f"{component_title.ljust(36)}"
                f"{teacher_marks.ljust(1)}"
                f"{integer_columns(maximum_mark, 3, ('000',))}"
                f"{component_gradeset.ljust(4)}"
                f"{date_columns(due_date, 2000, ('000000',))}"
                f"{timetabled.ljust(1)}"
                f"{date_columns(timetable_date, 2000, ('000000',))}"
                f"{session.ljust(1)}"
                f"{integer_columns(time_allowed, 3, ('000',))}"
            )
            if built is not None:
                return built
        return cls._built(
            {
                "component_code": component_code,
                "component_title": component_title,
                "teacher_marks": teacher_marks,
                "maximum_mark": maximum_mark,
                "component_gradeset": component_gradeset,
                "due_date": due_date,
                "timetabled": timetabled,
                "timetable_date": timetable_date,
                "session": session,
                "time_allowed": time_allowed,
            }
        )

    def replace(
        self,
        *,
        component_code: Unchanged | str = UNCHANGED,
        component_title: Unchanged | str = UNCHANGED,
        teacher_marks: Unchanged | str = UNCHANGED,
        maximum_mark: Unchanged | int | None = UNCHANGED,
        component_gradeset: Unchanged | str = UNCHANGED,
        due_date: Unchanged | datetime.date | None = UNCHANGED,
        timetabled: Unchanged | str = UNCHANGED,
        timetable_date: Unchanged | datetime.date | None = UNCHANGED,
        session: Unchanged | str = UNCHANGED,
        time_allowed: Unchanged | int | None = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "component_code": component_code,
                "component_title": component_title,
                "teacher_marks": teacher_marks,
                "maximum_mark": maximum_mark,
                "component_gradeset": component_gradeset,
                "due_date": due_date,
                "timetabled": timetabled,
                "timetable_date": timetable_date,
                "session": session,
                "time_allowed": time_allowed,
            }
        )


class DisallowedCombination(Record):
    """Disallowed combination (D5).

    Options or syllabuses that one candidate may not hold together.

    Length 26. Grade A (published-basedata).

        start  end width  kind     field
            1    1     1  literal  data_type
            2    2     1  literal  record_type
            3    8     6  text     first_code
            9   14     6  text     second_code
           15   20     6  text     third_code
           21   26     6  filler   filler
    """

    __slots__ = ()

    KEY = "D5"
    ROLE = "disallowed"
    TITLE = "Disallowed combination"
    PLACE = Place.DATA
    GRADE = "A"
    LENGTHS: ClassVar[Mapping[str, int]] = {"D": 26}
    END = 26
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field("data_type", 1, 1, Literal("D"), meaning="Disallowed combinations, always D."),
        Field("record_type", 2, 1, Literal("5"), meaning="Data, always 5."),
        Field(
            "first_code",
            3,
            6,
            Text(PUBLISHED_CHARACTERS),
            meaning="An option or a syllabus, or the beginning of several.",
            role="disallowed.first_code",
            key=True,
            refers_to=("option.code", "syllabus.code"),
            wildcard="*",
        ),
        Field(
            "second_code",
            9,
            6,
            Text(PUBLISHED_CHARACTERS),
            meaning="What cannot be held together with the first.",
            role="disallowed.second_code",
            key=True,
            refers_to=("option.code", "syllabus.code"),
            wildcard="*",
        ),
        Field(
            "third_code",
            15,
            6,
            Text(PUBLISHED_CHARACTERS),
            meaning="What cannot be held together with the first and the second.",
            role="disallowed.third_code",
            blank=True,
            key=True,
            refers_to=("option.code", "syllabus.code"),
            wildcard="*",
        ),
        Field("filler", 21, 6, Filler(), meaning="Not used.", blank=True),
    )

    ACCEPT = (
        r"D"  # data_type
        r"5"  # record_type
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}"  # first_code
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}"  # second_code
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}| {6})"  # third_code
        r" {6}"  # filler
    )

    @property
    def data_type(self) -> str:
        """Disallowed combinations, always D. Position 1, literal."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5. Position 2, literal."""
        return self.line[1:2].rstrip(" ")

    @property
    def first_code(self) -> str:
        """An option or a syllabus, or the beginning of several. Positions 3-8, text; found in
        option.code or syllabus.code; a final * stands for any ending.
        """
        return self.line[2:8].rstrip(" ")

    @property
    def second_code(self) -> str:
        """What cannot be held together with the first. Positions 9-14, text; found in option.code
        or syllabus.code; a final * stands for any ending.
        """
        return self.line[8:14].rstrip(" ")

    @property
    def third_code(self) -> str:
        """What cannot be held together with the first and the second. Positions 15-20, text; may
        be blank; found in option.code or syllabus.code; a final * stands for any ending.
        """
        return self.line[14:20].rstrip(" ")

    def values(self) -> tuple[str, str, str]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (line[2:8].rstrip(" "), line[8:14].rstrip(" "), line[14:20].rstrip(" "))

    def texts(self) -> tuple[str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (line[2:8].rstrip(" "), line[8:14].rstrip(" "), line[14:20].rstrip(" "))

    @classmethod
    def build(cls, *, first_code: str, second_code: str, third_code: str = "") -> Self:
        """A new DisallowedCombination, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            first_code,
            second_code,
            third_code,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"D"
                f"5"
                f"{first_code.ljust(6)}"
                f"{second_code.ljust(6)}"
                f"{third_code.ljust(6)}"
                f"      "
            )
            if built is not None:
                return built
        return cls._built(
            {
                "first_code": first_code,
                "second_code": second_code,
                "third_code": third_code,
            }
        )

    def replace(
        self,
        *,
        first_code: Unchanged | str = UNCHANGED,
        second_code: Unchanged | str = UNCHANGED,
        third_code: Unchanged | str = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "first_code": first_code,
                "second_code": second_code,
                "third_code": third_code,
            }
        )
