# Generated from spec/v11/ by `make generate`; edit that, not this.
"""Option definition, Component definition: the records of version 11."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar, Self

from ..core.fields import Counts, Field, field_table
from ..core.formats import Place
from ..core.kinds.code import Code
from ..core.kinds.date import Date, date_columns, read_date
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


class Option(Record):
    """Option definition (O5).

    One option that candidates can be entered for, a certification, a unit or both.

    Length 89. Grade C (awarding-body-writer).

        start  end width  kind     field
            1    1     1  literal  data_type
            2    2     1  literal  record_type
            3    8     6  text     option_entry_code
            9   14     6  text     syllabus_code
           15   18     4  code     certification_qualification
           19   21     3  code     certification_level
           22   22     1  code     item
           23   23     1  code     process
           24   27     4  text     classification_code
           28   35     8  text     accreditation_number
           36   71    36  text     option_title
           72   72     1  code     fee_defined
           73   77     5  integer  fee
           78   78     1  code     first_forecast_gradeset
           79   79     1  code     second_forecast_gradeset
           80   80     1  code     result_type
           81   81     1  code     first_grade_gradeset
           82   82     1  code     second_grade_gradeset
           83   83     1  code     first_endorsement_gradeset
           84   84     1  code     second_endorsement_gradeset
           85   87     3  integer  maximum_mark
           88   89     2  integer  component_count
    """

    __slots__ = ()

    KEY = "O5"
    ROLE = "option"
    TITLE = "Option definition"
    PLACE = Place.DATA
    GRADE = "C"
    LENGTHS: ClassVar[Mapping[str, int]] = {"O": 89}
    END = 89
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
            meaning="The qualification that is certificated, or that a unit belongs to.",
            role="option.certification_qualification",
        ),
        Field(
            "certification_level",
            19,
            3,
            Code(LEVEL),
            meaning="The level at which the option is certificated, or that of a unit.",
            role="option.certification_level",
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
            "process",
            23,
            1,
            Code(PROCESS),
            meaning="Whether candidates are entered or registered.",
            role="option.process",
            default="E",
        ),
        Field(
            "classification_code",
            24,
            4,
            Text(PUBLISHED_CHARACTERS),
            meaning="The QCA classification (discount) code.",
            role="option.classification_code",
            blank=True,
        ),
        Field(
            "accreditation_number",
            28,
            8,
            Text(PUBLISHED_CHARACTERS),
            meaning="The QCA accreditation number.",
            role="option.accreditation_number",
            blank=True,
        ),
        Field(
            "option_title",
            36,
            36,
            Text(PUBLISHED_CHARACTERS),
            meaning="What the option is called.",
            role="option.title",
        ),
        Field(
            "fee_defined",
            72,
            1,
            Code(YES_NO),
            meaning="Whether a fee is given.",
            role="option.fee_defined",
        ),
        Field(
            "fee",
            73,
            5,
            Integer(),
            meaning="The fee in pence; none where it is not defined.",
            role="option.fee",
            blank_when={"fee_defined": ("N",)},
            none=("00000",),
        ),
        Field(
            "first_forecast_gradeset",
            78,
            1,
            Code(GRADESET),
            meaning="The grades that can be forecast.",
            role="option.first_forecast_gradeset",
            blank=True,
        ),
        Field(
            "second_forecast_gradeset",
            79,
            1,
            Code(GRADESET),
            meaning="The second grades that can be forecast.",
            role="option.second_forecast_gradeset",
            blank=True,
        ),
        Field(
            "result_type",
            80,
            1,
            Code(RESULT_TYPE),
            meaning="What a result consists of.",
            role="option.result_type",
        ),
        Field(
            "first_grade_gradeset",
            81,
            1,
            Code(GRADESET),
            meaning="The grades that can be awarded.",
            role="option.first_grade_gradeset",
        ),
        Field(
            "second_grade_gradeset",
            82,
            1,
            Code(GRADESET),
            meaning="The second grades that can be awarded.",
            role="option.second_grade_gradeset",
            blank=True,
        ),
        Field(
            "first_endorsement_gradeset",
            83,
            1,
            Code(GRADESET),
            meaning="The grades of the first endorsement.",
            role="option.first_endorsement_gradeset",
            blank=True,
        ),
        Field(
            "second_endorsement_gradeset",
            84,
            1,
            Code(GRADESET),
            meaning="The grades of the second endorsement.",
            role="option.second_endorsement_gradeset",
            blank=True,
        ),
        Field(
            "maximum_mark",
            85,
            3,
            Integer(),
            meaning="The highest uniform mark, or mark; none where there is none.",
            role="option.maximum_mark",
            blank=True,
            none=("000",),
        ),
        Field(
            "component_count",
            88,
            2,
            Integer(),
            meaning="How many components the option links to.",
            role="option.component_count",
            counts=Counts("L5", "set", "option_entry_code", ()),
        ),
    )

    ACCEPT = (
        r"(?!(?=.{71}N)(?!(?=.{72}(?:00000| {5}))))"  # fee
        r"O"  # data_type
        r"5"  # record_type
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}"  # option_entry_code
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}"  # syllabus_code
        r"(?:A(?:BQ\ |DIP|EA\ )|BTEC|CNAT|E(?:L\ \ |XPJ)|F(?:CSE|S(?:KL|MQ))|G(?:C(?:E\ |SE)|PR\ )|ICE\ |L(?:1(?:L2|PJ)|2PJ|3\ \ )|OCRQ|P(?:L\ \ |REU))"  # certification_qualification
        r"(?:1\&2|A(?:\ \ |AS|S[BD]|W3)|[BHIO]\ \ |CE\ |D[AI]\ |EL[123]|F[\ C]\ |L[123]\ |SC\ )"  # certification_level
        r"[BCU]"  # item
        r"[ER]"  # process
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{3}| {4})"  # classification_code
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{7}| {8})"  # accreditation_number
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{35}"  # option_title
        r"[NY]"  # fee_defined
        r"(?:[0-9]{5}|00000)"  # fee
        r"(?:[3-9A-HLMNQR]| )"  # first_forecast_gradeset
        r"(?:[3-9A-HLMNQR]| )"  # second_forecast_gradeset
        r"[123BCMU]"  # result_type
        r"[3-9A-HLMNQR]"  # first_grade_gradeset
        r"(?:[3-9A-HLMNQR]| )"  # second_grade_gradeset
        r"(?:[3-9A-HLMNQR]| )"  # first_endorsement_gradeset
        r"(?:[3-9A-HLMNQR]| )"  # second_endorsement_gradeset
        r"(?:[0-9]{3}|(?:000| {3}))"  # maximum_mark
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
        """The qualification that is certificated, or that a unit belongs to. Positions 15-18,
        code, code list qualification.
        """
        return self.line[14:18].rstrip(" ")

    @property
    def certification_level(self) -> str:
        """The level at which the option is certificated, or that of a unit. Positions 19-21, code,
        code list level.
        """
        return self.line[18:21].rstrip(" ")

    @property
    def item(self) -> str:
        """Whether the option is a certification, a unit or both. Position 22, code, code list
        item.
        """
        return self.line[21:22].rstrip(" ")

    @property
    def process(self) -> str:
        """Whether candidates are entered or registered. Position 23, code, code list process."""
        return self.line[22:23].rstrip(" ")

    @property
    def classification_code(self) -> str:
        """The QCA classification (discount) code. Positions 24-27, text; may be blank."""
        return self.line[23:27].rstrip(" ")

    @property
    def accreditation_number(self) -> str:
        """The QCA accreditation number. Positions 28-35, text; may be blank."""
        return self.line[27:35].rstrip(" ")

    @property
    def option_title(self) -> str:
        """What the option is called. Positions 36-71, text."""
        return self.line[35:71].rstrip(" ")

    @property
    def fee_defined(self) -> str:
        """Whether a fee is given. Position 72, code, code list yes_no."""
        return self.line[71:72].rstrip(" ")

    @property
    def fee(self) -> int | None:
        """The fee in pence; none where it is not defined. Positions 73-77, integer; 00000 means
        none; blank when fee_defined is N.
        """
        return read_integer(self, "fee", self.line[72:77], 5, ("00000",))

    @property
    def first_forecast_gradeset(self) -> str:
        """The grades that can be forecast. Position 78, code, code list gradeset; may be blank."""
        return self.line[77:78].rstrip(" ")

    @property
    def second_forecast_gradeset(self) -> str:
        """The second grades that can be forecast. Position 79, code, code list gradeset; may be
        blank.
        """
        return self.line[78:79].rstrip(" ")

    @property
    def result_type(self) -> str:
        """What a result consists of. Position 80, code, code list result_type."""
        return self.line[79:80].rstrip(" ")

    @property
    def first_grade_gradeset(self) -> str:
        """The grades that can be awarded. Position 81, code, code list gradeset."""
        return self.line[80:81].rstrip(" ")

    @property
    def second_grade_gradeset(self) -> str:
        """The second grades that can be awarded. Position 82, code, code list gradeset; may be
        blank.
        """
        return self.line[81:82].rstrip(" ")

    @property
    def first_endorsement_gradeset(self) -> str:
        """The grades of the first endorsement. Position 83, code, code list gradeset; may be
        blank.
        """
        return self.line[82:83].rstrip(" ")

    @property
    def second_endorsement_gradeset(self) -> str:
        """The grades of the second endorsement. Position 84, code, code list gradeset; may be
        blank.
        """
        return self.line[83:84].rstrip(" ")

    @property
    def maximum_mark(self) -> int | None:
        """The highest uniform mark, or mark; none where there is none. Positions 85-87, integer;
        may be blank; 000 means none.
        """
        return read_integer(self, "maximum_mark", self.line[84:87], 3, ("000",))

    @property
    def component_count(self) -> int | None:
        """How many components the option links to. Positions 88-89, integer; counts the L5 of the
        same option_entry_code in the set.
        """
        return read_integer(self, "component_count", self.line[87:89], 2)

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
            line[22:23].rstrip(" "),
            line[23:27].rstrip(" "),
            line[27:35].rstrip(" "),
            line[35:71].rstrip(" "),
            line[71:72].rstrip(" "),
            read_integer(self, "fee", line[72:77], 5, ("00000",)),
            line[77:78].rstrip(" "),
            line[78:79].rstrip(" "),
            line[79:80].rstrip(" "),
            line[80:81].rstrip(" "),
            line[81:82].rstrip(" "),
            line[82:83].rstrip(" "),
            line[83:84].rstrip(" "),
            read_integer(self, "maximum_mark", line[84:87], 3, ("000",)),
            read_integer(self, "component_count", line[87:89], 2),
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
    ]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[2:8].rstrip(" "),
            line[8:14].rstrip(" "),
            line[14:18].rstrip(" "),
            line[18:21].rstrip(" "),
            line[21:22].rstrip(" "),
            line[22:23].rstrip(" "),
            line[23:27].rstrip(" "),
            line[27:35].rstrip(" "),
            line[35:71].rstrip(" "),
            line[71:72].rstrip(" "),
            line[72:77].rstrip(" "),
            line[77:78].rstrip(" "),
            line[78:79].rstrip(" "),
            line[79:80].rstrip(" "),
            line[80:81].rstrip(" "),
            line[81:82].rstrip(" "),
            line[82:83].rstrip(" "),
            line[83:84].rstrip(" "),
            line[84:87].rstrip(" "),
            line[87:89].rstrip(" "),
        )

    @classmethod
    def build(
        cls,
        *,
        option_entry_code: str,
        syllabus_code: str,
        certification_qualification: str,
        certification_level: str,
        item: str,
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
                f"{process.ljust(1)}"
                f"{classification_code.ljust(4)}"
                f"{accreditation_number.ljust(8)}"
                f"{option_title.ljust(36)}"
                f"{fee_defined.ljust(1)}"
                f"{integer_columns(fee, 5, ('00000',))}"
                f"{first_forecast_gradeset.ljust(1)}"
                f"{second_forecast_gradeset.ljust(1)}"
                f"{result_type.ljust(1)}"
                f"{first_grade_gradeset.ljust(1)}"
                f"{second_grade_gradeset.ljust(1)}"
                f"{first_endorsement_gradeset.ljust(1)}"
                f"{second_endorsement_gradeset.ljust(1)}"
                f"{integer_columns(maximum_mark, 3, ('000',))}"
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


class Component(Record):
    """Component definition (C5).

    One paper or other component of options.

    Length 72. Grade B (awarding-body-writer).

        start  end width  kind     field
            1    1     1  literal  data_type
            2    2     1  literal  record_type
            3   14    12  text     component_code
           15   50    36  text     component_title
           51   51     1  code     teacher_marks
           52   54     3  integer  maximum_mark
           55   55     1  code     component_gradeset
           56   61     6  date     due_date
           62   62     1  code     timetabled
           63   68     6  date     timetable_date
           69   69     1  code     session
           70   72     3  integer  time_allowed
    """

    __slots__ = ()

    KEY = "C5"
    ROLE = "component"
    TITLE = "Component definition"
    PLACE = Place.DATA
    GRADE = "B"
    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 72}
    END = 72
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
            1,
            Code(GRADESET),
            meaning="The grades that the centre can give.",
            role="component.gradeset",
            blank=True,
            filled_when={"teacher_marks": ("G",)},
        ),
        Field(
            "due_date",
            56,
            6,
            Date((2000, 2099)),
            meaning="The day by which marks or grades are due.",
            role="component.due_date",
            blank_when={"teacher_marks": ("N",)},
            none=("000000",),
        ),
        Field(
            "timetabled",
            62,
            1,
            Code(TIMETABLED),
            meaning="Whether the component is sat at a set time.",
            role="component.timetabled",
        ),
        Field(
            "timetable_date",
            63,
            6,
            Date((2000, 2099)),
            meaning="The day on which the component is sat; none unless it is timetabled.",
            role="component.timetable_date",
            blank_when={"timetabled": ("N", "C")},
            none=("000000",),
        ),
        Field(
            "session",
            69,
            1,
            Code(SESSION),
            meaning="Whether the component is sat in the morning or the afternoon.",
            role="component.session",
            blank=True,
        ),
        Field(
            "time_allowed",
            70,
            3,
            Integer(),
            meaning="The minutes allowed.",
            role="component.time_allowed",
            none=("000",),
        ),
    )

    ACCEPT = (
        r"(?!(?=.{50}[EGN])(?!(?=.{51}(?:000| {3}))))"  # maximum_mark
        r"(?!(?=.{50}G)(?=.{54} ))"  # component_gradeset
        r"(?!(?=.{50}N)(?!(?=.{55}(?:000000| {6}))))"  # due_date
        r"(?!(?=.{61}[CN])(?!(?=.{62}(?:000000| {6}))))"  # timetable_date
        r"C"  # data_type
        r"5"  # record_type
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{11}"  # component_code
        r"[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{35}"  # component_title
        r"[EGNY]"  # teacher_marks
        r"(?:[0-9]{3}|(?:000| {3}))"  # maximum_mark
        r"(?:[3-9A-HLMNQR]| )"  # component_gradeset
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
        """The grades that the centre can give. Position 55, code, code list gradeset; may be
        blank; needed when teacher_marks is G.
        """
        return self.line[54:55].rstrip(" ")

    @property
    def due_date(self) -> datetime.date | None:
        """The day by which marks or grades are due. Positions 56-61, date; 000000 means none;
        blank when teacher_marks is N.
        """
        return read_date(self, "due_date", self.line[55:61], 2000, ("000000",))

    @property
    def timetabled(self) -> str:
        """Whether the component is sat at a set time. Position 62, code, code list timetabled."""
        return self.line[61:62].rstrip(" ")

    @property
    def timetable_date(self) -> datetime.date | None:
        """The day on which the component is sat; none unless it is timetabled. Positions 63-68,
        date; 000000 means none; blank when timetabled is N or C.
        """
        return read_date(self, "timetable_date", self.line[62:68], 2000, ("000000",))

    @property
    def session(self) -> str:
        """Whether the component is sat in the morning or the afternoon. Position 69, code, code
        list session; may be blank.
        """
        return self.line[68:69].rstrip(" ")

    @property
    def time_allowed(self) -> int | None:
        """The minutes allowed. Positions 70-72, integer; 000 means none."""
        return read_integer(self, "time_allowed", self.line[69:72], 3, ("000",))

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
            line[54:55].rstrip(" "),
            read_date(self, "due_date", line[55:61], 2000, ("000000",)),
            line[61:62].rstrip(" "),
            read_date(self, "timetable_date", line[62:68], 2000, ("000000",)),
            line[68:69].rstrip(" "),
            read_integer(self, "time_allowed", line[69:72], 3, ("000",)),
        )

    def texts(self) -> tuple[str, str, str, str, str, str, str, str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[2:14].rstrip(" "),
            line[14:50].rstrip(" "),
            line[50:51].rstrip(" "),
            line[51:54].rstrip(" "),
            line[54:55].rstrip(" "),
            line[55:61].rstrip(" "),
            line[61:62].rstrip(" "),
            line[62:68].rstrip(" "),
            line[68:69].rstrip(" "),
            line[69:72].rstrip(" "),
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
                f"{component_gradeset.ljust(1)}"
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
