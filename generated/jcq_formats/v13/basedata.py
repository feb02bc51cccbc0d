# Generated from spec/v13/ by `make generate`; edit that, not this.
"""Syllabus definition, Option definition, Link of an option and a component, Component definition,
Disallowed combination: the records of version 13."""

from __future__ import annotations

from collections.abc import Mapping
import datetime
from typing import ClassVar, Self, TypedDict, Unpack
from ..core.fields import Counts, Field, field_table
from ..core.kinds.code import Code
from ..core.kinds.date import Date, read_date
from ..core.kinds.filler import Filler
from ..core.kinds.integer import Integer, read_integer
from ..core.kinds.literal import Literal
from ..core.kinds.text import Text
from ..core.records import Record
from .codes import (
    GRADESET,
    GRADESET_PATTERN_4,
    ITEM,
    ITEM_PATTERN_1,
    LEVEL,
    LEVEL_PATTERN_3,
    PROCESS,
    PROCESS_PATTERN_1,
    PUBLISHED_CHARACTERS,
    PUBLISHED_FIRST,
    PUBLISHED_FURTHER,
    QUALIFICATION,
    QUALIFICATION_PATTERN_4,
    RESULT_TYPE,
    RESULT_TYPE_PATTERN_1,
    SESSION,
    SESSION_PATTERN_1,
    TEACHER_MARKS,
    TEACHER_MARKS_PATTERN_1,
    TIMETABLED,
    TIMETABLED_PATTERN_1,
    YES_NO,
    YES_NO_PATTERN_1,
)
from .rules import RULES


class Syllabus(Record):
    """Syllabus definition (S5).

    One syllabus of the awarding body.

    Length 45. Grade C (published-basedata, awarding-body-writer).

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
    GRADE = "C"
    LENGTHS: ClassVar[Mapping[str, int]] = {"S": 45}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",       1,  1, Literal("S")),
        Field("record_type",     2,  1, Literal("5")),
        Field("syllabus_code",   3,  6, Text(PUBLISHED_CHARACTERS), role="syllabus.code", key=True),
        Field("filler",          9,  1, Filler(), meaning="Not used: always one blank.", blank=True),
        Field("syllabus_title", 10, 36, Text(PUBLISHED_CHARACTERS), role="syllabus.title"),
    )
    ACCEPT = (
        r"S"  # data_type
        r"5"  # record_type
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{5}}"  # syllabus_code
        r" "  # filler
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{35}}"  # syllabus_title
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """Syllabuses, always S."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5."""
        return self.line[1:2].rstrip(" ")

    @property
    def syllabus_code(self) -> str:
        """The code of the syllabus."""
        return self.line[2:8].rstrip(" ")

    @property
    def syllabus_title(self) -> str:
        """The title of the syllabus."""
        return self.line[9:45].rstrip(" ")

    @classmethod
    def build(cls, *, syllabus_code: str, syllabus_title: str) -> Self:
        """Build a Syllabus. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                syllabus_code,
                syllabus_title,
            )
        )

    def replace(self, **changes: Unpack[SyllabusChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> SyllabusValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: SyllabusValues = self._as_dict()
        return values


class SyllabusChanges(TypedDict, total=False):
    """The arguments of `Syllabus.replace`."""

    syllabus_code: str
    syllabus_title: str


class SyllabusValues(TypedDict):
    """The result of `Syllabus.as_dict`."""

    syllabus_code: str
    syllabus_title: str


class Option(Record):
    """Option definition (O5).

    One option that candidates can be entered for, a certification, a unit or both.

    Length 115. Grade B (published-basedata, awarding-body-writer).

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
    GRADE = "B"
    LENGTHS: ClassVar[Mapping[str, int]] = {"O": 115}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",                     1,  1, Literal("O")),
        Field("record_type",                   2,  1, Literal("5")),
        Field("option_entry_code",             3,  6, Text(PUBLISHED_CHARACTERS), role="option.code", key=True),
        Field("syllabus_code",                 9,  6, Text(PUBLISHED_CHARACTERS), role="option.syllabus_code", refers_to=("syllabus.code",)),
        Field("certification_qualification",  15,  4, Code(QUALIFICATION), role="option.certification_qualification", blank=True, blank_when={"item": ("U",)}, filled_when={"item": ("C", "B")}),
        Field("certification_level",          19,  3, Code(LEVEL), role="option.certification_level", blank=True, blank_when={"item": ("U",)}, filled_when={"item": ("C", "B")}),
        Field("item",                         22,  1, Code(ITEM), role="option.item"),
        Field("unit_qualification",           23,  4, Code(QUALIFICATION), role="option.unit_qualification", blank=True, blank_when={"item": ("C",)}, filled_when={"item": ("U", "B")}),
        Field("unit_level",                   27,  3, Code(LEVEL), role="option.unit_level", blank=True, blank_when={"item": ("C",)}, filled_when={"item": ("U", "B")}),
        Field("process",                      30,  1, Code(PROCESS), role="option.process", default="E"),
        Field("classification_code",          31,  4, Text(PUBLISHED_CHARACTERS), role="option.classification_code", blank=True),
        Field("accreditation_number",         35,  8, Text(PUBLISHED_CHARACTERS), role="option.accreditation_number", blank=True),
        Field("option_title",                 43, 36, Text(PUBLISHED_CHARACTERS), role="option.title"),
        Field("fee_defined",                  79,  1, Code(YES_NO), role="option.fee_defined"),
        Field("fee",                          80,  5, Integer(unit="pence"), role="option.fee", blank_when={"fee_defined": ("N",)}, none=("00000",)),
        Field("first_forecast_gradeset",      85,  4, Code(GRADESET), role="option.first_forecast_gradeset", blank=True),
        Field("second_forecast_gradeset",     89,  4, Code(GRADESET), role="option.second_forecast_gradeset", blank=True),
        Field("result_type",                  93,  1, Code(RESULT_TYPE), role="option.result_type"),
        Field("first_grade_gradeset",         94,  4, Code(GRADESET), role="option.first_grade_gradeset"),
        Field("second_grade_gradeset",        98,  4, Code(GRADESET), role="option.second_grade_gradeset", blank=True),
        Field("first_endorsement_gradeset",  102,  4, Code(GRADESET), role="option.first_endorsement_gradeset", blank=True),
        Field("second_endorsement_gradeset", 106,  4, Code(GRADESET), role="option.second_endorsement_gradeset", blank=True),
        Field("maximum_mark",                110,  4, Integer(), role="option.maximum_mark", blank=True, none=("0000",)),
        Field("component_count",             114,  2, Integer(), role="option.component_count", counts=Counts("L5", "set", matching="option_entry_code")),
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
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{5}}"  # option_entry_code
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{5}}"  # syllabus_code
        rf"(?:{QUALIFICATION_PATTERN_4}| {{4}})"  # certification_qualification
        rf"(?:{LEVEL_PATTERN_3}| {{3}})"  # certification_level
        rf"{ITEM_PATTERN_1}"  # item
        rf"(?:{QUALIFICATION_PATTERN_4}| {{4}})"  # unit_qualification
        rf"(?:{LEVEL_PATTERN_3}| {{3}})"  # unit_level
        rf"{PROCESS_PATTERN_1}"  # process
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{3}}| {{4}})"  # classification_code
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{7}}| {{8}})"  # accreditation_number
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{35}}"  # option_title
        rf"{YES_NO_PATTERN_1}"  # fee_defined
        r"(?:[0-9]{5}|00000)"  # fee
        rf"(?:{GRADESET_PATTERN_4}| {{4}})"  # first_forecast_gradeset
        rf"(?:{GRADESET_PATTERN_4}| {{4}})"  # second_forecast_gradeset
        rf"{RESULT_TYPE_PATTERN_1}"  # result_type
        rf"{GRADESET_PATTERN_4}"  # first_grade_gradeset
        rf"(?:{GRADESET_PATTERN_4}| {{4}})"  # second_grade_gradeset
        rf"(?:{GRADESET_PATTERN_4}| {{4}})"  # first_endorsement_gradeset
        rf"(?:{GRADESET_PATTERN_4}| {{4}})"  # second_endorsement_gradeset
        r"(?:[0-9]{4}|(?:0000| {4}))"  # maximum_mark
        r"[0-9]{2}"  # component_count
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """Options, always O."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5."""
        return self.line[1:2].rstrip(" ")

    @property
    def option_entry_code(self) -> str:
        """The code that candidates are entered with."""
        return self.line[2:8].rstrip(" ")

    @property
    def syllabus_code(self) -> str:
        """The syllabus that the option belongs to."""
        return self.line[8:14].rstrip(" ")

    @property
    def certification_qualification(self) -> str:
        """The qualification that is certificated; blank for a unit."""
        return self.line[14:18].rstrip(" ")

    @property
    def certification_level(self) -> str:
        """The level at which the option is certificated; blank for a unit."""
        return self.line[18:21].rstrip(" ")

    @property
    def item(self) -> str:
        """Whether the option is a certification, a unit or both."""
        return self.line[21:22].rstrip(" ")

    @property
    def unit_qualification(self) -> str:
        """The qualification that a unit belongs to; blank for a certification."""
        return self.line[22:26].rstrip(" ")

    @property
    def unit_level(self) -> str:
        """The level of a unit; blank for a certification."""
        return self.line[26:29].rstrip(" ")

    @property
    def process(self) -> str:
        """Whether candidates are entered or registered."""
        return self.line[29:30].rstrip(" ")

    @property
    def classification_code(self) -> str:
        """The QCA classification (discount) code."""
        return self.line[30:34].rstrip(" ")

    @property
    def accreditation_number(self) -> str:
        """The QCA accreditation number."""
        return self.line[34:42].rstrip(" ")

    @property
    def option_title(self) -> str:
        """The title of the option."""
        return self.line[42:78].rstrip(" ")

    @property
    def fee_defined(self) -> str:
        """Whether a fee is given."""
        return self.line[78:79].rstrip(" ")

    @property
    def fee(self) -> int | None:
        """The fee in pence; null if it is not defined."""
        return read_integer(self, "fee", self.line[79:84], 5, ("00000",))

    @property
    def first_forecast_gradeset(self) -> str:
        """The grades that can be forecast."""
        return self.line[84:88].rstrip(" ")

    @property
    def second_forecast_gradeset(self) -> str:
        """The second grades that can be forecast."""
        return self.line[88:92].rstrip(" ")

    @property
    def result_type(self) -> str:
        """The type of result, which decides its layout."""
        return self.line[92:93].rstrip(" ")

    @property
    def first_grade_gradeset(self) -> str:
        """The grades that can be awarded."""
        return self.line[93:97].rstrip(" ")

    @property
    def second_grade_gradeset(self) -> str:
        """The second grades that can be awarded."""
        return self.line[97:101].rstrip(" ")

    @property
    def first_endorsement_gradeset(self) -> str:
        """The grades of the first endorsement."""
        return self.line[101:105].rstrip(" ")

    @property
    def second_endorsement_gradeset(self) -> str:
        """The grades of the second endorsement."""
        return self.line[105:109].rstrip(" ")

    @property
    def maximum_mark(self) -> int | None:
        """The maximum uniform mark, or mark; null if there is none."""
        return read_integer(self, "maximum_mark", self.line[109:113], 4, ("0000",))

    @property
    def component_count(self) -> int | None:
        """The number of components linked to the option."""
        return read_integer(self, "component_count", self.line[113:115], 2)

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
        """Build an Option. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
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
                fee,
                first_forecast_gradeset,
                second_forecast_gradeset,
                result_type,
                first_grade_gradeset,
                second_grade_gradeset,
                first_endorsement_gradeset,
                second_endorsement_gradeset,
                maximum_mark,
                component_count,
            )
        )

    def replace(self, **changes: Unpack[OptionChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> OptionValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: OptionValues = self._as_dict()
        return values


class OptionChanges(TypedDict, total=False):
    """The arguments of `Option.replace`."""

    option_entry_code: str
    syllabus_code: str
    certification_qualification: str
    certification_level: str
    item: str
    unit_qualification: str
    unit_level: str
    process: str
    classification_code: str
    accreditation_number: str
    option_title: str
    fee_defined: str
    fee: int | None
    first_forecast_gradeset: str
    second_forecast_gradeset: str
    result_type: str
    first_grade_gradeset: str
    second_grade_gradeset: str
    first_endorsement_gradeset: str
    second_endorsement_gradeset: str
    maximum_mark: int | None
    component_count: int


class OptionValues(TypedDict):
    """The result of `Option.as_dict`."""

    option_entry_code: str
    syllabus_code: str
    certification_qualification: str
    certification_level: str
    item: str
    unit_qualification: str
    unit_level: str
    process: str
    classification_code: str
    accreditation_number: str
    option_title: str
    fee_defined: str
    fee: int | None
    first_forecast_gradeset: str
    second_forecast_gradeset: str
    result_type: str
    first_grade_gradeset: str
    second_grade_gradeset: str
    first_endorsement_gradeset: str
    second_endorsement_gradeset: str
    maximum_mark: int | None
    component_count: int | None


class Link(Record):
    """Link of an option and a component (L5).

    One component of one option.

    Length 26. Grade C (published-basedata, awarding-body-writer).

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
    GRADE = "C"
    LENGTHS: ClassVar[Mapping[str, int]] = {"L": 26}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",          1,  1, Literal("L")),
        Field("record_type",        2,  1, Literal("5")),
        Field("option_entry_code",  3,  6, Text(PUBLISHED_CHARACTERS), role="link.option_code", key=True, refers_to=("option.code",)),
        Field("component_code",     9, 12, Text(PUBLISHED_CHARACTERS), role="link.component_code", key=True, refers_to=("component.code",)),
        Field("filler",            21,  6, Filler(), meaning="Not used.", blank=True),
    )
    ACCEPT = (
        r"L"  # data_type
        r"5"  # record_type
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{5}}"  # option_entry_code
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{11}}"  # component_code
        r" {6}"  # filler
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """Links, always L."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5."""
        return self.line[1:2].rstrip(" ")

    @property
    def option_entry_code(self) -> str:
        """The option that the component belongs to."""
        return self.line[2:8].rstrip(" ")

    @property
    def component_code(self) -> str:
        """A component of the option."""
        return self.line[8:20].rstrip(" ")

    @classmethod
    def build(cls, *, option_entry_code: str, component_code: str) -> Self:
        """Build a Link. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                option_entry_code,
                component_code,
            )
        )

    def replace(self, **changes: Unpack[LinkChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> LinkValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: LinkValues = self._as_dict()
        return values


class LinkChanges(TypedDict, total=False):
    """The arguments of `Link.replace`."""

    option_entry_code: str
    component_code: str


class LinkValues(TypedDict):
    """The result of `Link.as_dict`."""

    option_entry_code: str
    component_code: str


class Component(Record):
    """Component definition (C5).

    One paper or other component of options.

    Length 75. Grade B (published-basedata, awarding-body-writer).

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
    GRADE = "B"
    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 75}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",           1,  1, Literal("C")),
        Field("record_type",         2,  1, Literal("5")),
        Field("component_code",      3, 12, Text(PUBLISHED_CHARACTERS), role="component.code", key=True),
        Field("component_title",    15, 36, Text(PUBLISHED_CHARACTERS), role="component.title"),
        Field("teacher_marks",      51,  1, Code(TEACHER_MARKS), role="component.teacher_marks"),
        Field("maximum_mark",       52,  3, Integer(), role="component.maximum_mark", blank=True, blank_when={"teacher_marks": ("N", "G", "E")}, none=("000",)),
        Field("component_gradeset", 55,  4, Code(GRADESET), role="component.gradeset", blank=True, filled_when={"teacher_marks": ("G",)}),
        Field("due_date",           59,  6, Date((2000, 2099)), role="component.due_date", none=("000000",)),
        Field("timetabled",         65,  1, Code(TIMETABLED), role="component.timetabled"),
        Field("timetable_date",     66,  6, Date((2000, 2099)), role="component.timetable_date", blank_when={"timetabled": ("N", "C")}, none=("000000",)),
        Field("session",            72,  1, Code(SESSION), role="component.session", blank=True),
        Field("time_allowed",       73,  3, Integer(), role="component.time_allowed", none=("000",)),
    )
    ACCEPT = (
        r"(?!(?=.{50}[EGN])(?!(?=.{51}(?:000| {3}))))"  # maximum_mark
        r"(?!(?=.{50}G)(?=.{54} {4}))"  # component_gradeset
        r"(?!(?=.{64}[CN])(?!(?=.{65}(?:000000| {6}))))"  # timetable_date
        r"C"  # data_type
        r"5"  # record_type
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{11}}"  # component_code
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{35}}"  # component_title
        rf"{TEACHER_MARKS_PATTERN_1}"  # teacher_marks
        r"(?:[0-9]{3}|(?:000| {3}))"  # maximum_mark
        rf"(?:{GRADESET_PATTERN_4}| {{4}})"  # component_gradeset
        r"(?:(?:(?:0[1-9]|1[0-9]|2[0-8])(?:0[1-9]|1[0-2])[0-9]{2}|(?:29|30)(?:0[13-9]|1[0-2])[0-9]{2}|31(?:0[13578]|1[02])[0-9]{2}|2902(?:[02468][048]|[13579][26]))|000000)"  # due_date
        rf"{TIMETABLED_PATTERN_1}"  # timetabled
        r"(?:(?:(?:0[1-9]|1[0-9]|2[0-8])(?:0[1-9]|1[0-2])[0-9]{2}|(?:29|30)(?:0[13-9]|1[0-2])[0-9]{2}|31(?:0[13578]|1[02])[0-9]{2}|2902(?:[02468][048]|[13579][26]))|000000)"  # timetable_date
        rf"(?:{SESSION_PATTERN_1}| )"  # session
        r"(?:[0-9]{3}|000)"  # time_allowed
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """Components, always C."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5."""
        return self.line[1:2].rstrip(" ")

    @property
    def component_code(self) -> str:
        """The code of the component."""
        return self.line[2:14].rstrip(" ")

    @property
    def component_title(self) -> str:
        """The title of the component."""
        return self.line[14:50].rstrip(" ")

    @property
    def teacher_marks(self) -> str:
        """Whether the centre sends marks or grades for the component."""
        return self.line[50:51].rstrip(" ")

    @property
    def maximum_mark(self) -> int | None:
        """The maximum mark that the centre can give; null unless the centre sends marks."""
        return read_integer(self, "maximum_mark", self.line[51:54], 3, ("000",))

    @property
    def component_gradeset(self) -> str:
        """The grades that the centre can give."""
        return self.line[54:58].rstrip(" ")

    @property
    def due_date(self) -> datetime.date | None:
        """The day by which marks or grades are due."""
        return read_date(self, "due_date", self.line[58:64], 2000, ("000000",))

    @property
    def timetabled(self) -> str:
        """Whether the component is sat at a set time."""
        return self.line[64:65].rstrip(" ")

    @property
    def timetable_date(self) -> datetime.date | None:
        """The day on which the component is sat; null unless it is timetabled."""
        return read_date(self, "timetable_date", self.line[65:71], 2000, ("000000",))

    @property
    def session(self) -> str:
        """Whether the component is sat in the morning or the afternoon."""
        return self.line[71:72].rstrip(" ")

    @property
    def time_allowed(self) -> int | None:
        """The time allowed, in minutes."""
        return read_integer(self, "time_allowed", self.line[72:75], 3, ("000",))

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
        """Build a Component. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                component_code,
                component_title,
                teacher_marks,
                maximum_mark,
                component_gradeset,
                due_date,
                timetabled,
                timetable_date,
                session,
                time_allowed,
            )
        )

    def replace(self, **changes: Unpack[ComponentChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> ComponentValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: ComponentValues = self._as_dict()
        return values


class ComponentChanges(TypedDict, total=False):
    """The arguments of `Component.replace`."""

    component_code: str
    component_title: str
    teacher_marks: str
    maximum_mark: int | None
    component_gradeset: str
    due_date: datetime.date | None
    timetabled: str
    timetable_date: datetime.date | None
    session: str
    time_allowed: int | None


class ComponentValues(TypedDict):
    """The result of `Component.as_dict`."""

    component_code: str
    component_title: str
    teacher_marks: str
    maximum_mark: int | None
    component_gradeset: str
    due_date: datetime.date | None
    timetabled: str
    timetable_date: datetime.date | None
    session: str
    time_allowed: int | None


class DisallowedCombination(Record):
    """Disallowed combination (D5).

    Options or syllabuses that one candidate may not take together.

    Length 26. Grade C (published-basedata, awarding-body-writer).

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
    GRADE = "C"
    LENGTHS: ClassVar[Mapping[str, int]] = {"D": 26}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",    1, 1, Literal("D")),
        Field("record_type",  2, 1, Literal("5")),
        Field("first_code",   3, 6, Text(PUBLISHED_CHARACTERS), role="disallowed.first_code", key=True, refers_to=("option.code", "syllabus.code"), wildcard="*"),
        Field("second_code",  9, 6, Text(PUBLISHED_CHARACTERS), role="disallowed.second_code", key=True, refers_to=("option.code", "syllabus.code"), wildcard="*"),
        Field("third_code",  15, 6, Text(PUBLISHED_CHARACTERS), role="disallowed.third_code", blank=True, key=True, refers_to=("option.code", "syllabus.code"), wildcard="*"),
        Field("filler",      21, 6, Filler(), meaning="Not used.", blank=True),
    )
    ACCEPT = (
        r"D"  # data_type
        r"5"  # record_type
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{5}}"  # first_code
        rf"{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{5}}"  # second_code
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{5}}| {{6}})"  # third_code
        r" {6}"  # filler
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """Disallowed combinations, always D."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5."""
        return self.line[1:2].rstrip(" ")

    @property
    def first_code(self) -> str:
        """An option or a syllabus, or the beginning of several."""
        return self.line[2:8].rstrip(" ")

    @property
    def second_code(self) -> str:
        """An option or syllabus, or several, that cannot be combined with the first."""
        return self.line[8:14].rstrip(" ")

    @property
    def third_code(self) -> str:
        """An option or syllabus, or several, that cannot be combined with the first and the
        second.
        """
        return self.line[14:20].rstrip(" ")

    @classmethod
    def build(cls, *, first_code: str, second_code: str, third_code: str = "") -> Self:
        """Build a DisallowedCombination. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                first_code,
                second_code,
                third_code,
            )
        )

    def replace(self, **changes: Unpack[DisallowedCombinationChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> DisallowedCombinationValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: DisallowedCombinationValues = self._as_dict()
        return values


class DisallowedCombinationChanges(TypedDict, total=False):
    """The arguments of `DisallowedCombination.replace`."""

    first_code: str
    second_code: str
    third_code: str


class DisallowedCombinationValues(TypedDict):
    """The result of `DisallowedCombination.as_dict`."""

    first_code: str
    second_code: str
    third_code: str
