# Generated from spec/v13/ by `make generate`; edit that, not this.
"""File header, Centre header, Centre trailer, File trailer: the records of version 13."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar, Self

from ..core.fields import Counts, Field, field_table
from ..core.formats import Place
from ..core.kinds.code import Code
from ..core.kinds.date import Date, date_columns, read_date
from ..core.kinds.digits import Digits
from ..core.kinds.integer import Integer, integer_columns, read_integer
from ..core.kinds.kind import are_texts
from ..core.kinds.literal import Literal
from ..core.kinds.text import Text
from ..core.kinds.variant import Variant, variant_columns
from ..core.layouts import UNCHANGED, Part, Unchanged
from ..core.records import Record
from .codes import AWARDING_BODY, DATA_TYPE, DISTRIBUTION, LANGUAGE, MONTH, PUBLISHED_CHARACTERS
from .rules import RULES


class BroadcastAddress(Part):
    """Address of a broadcast file.

    The season that a file is for, and its language.

    Positions 3-7 of its record. Grade D (published-basedata, inference).

        start  end width  kind    field
            3    4     2  text    series
            5    6     2  digits  year
            7    7     1  code    language
    """

    __slots__ = ()

    START = 3
    END = 7
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field(
            "series",
            3,
            2,
            Text(PUBLISHED_CHARACTERS, MONTH),
            meaning="The series; its first character is the month, its second the awarding body's own.",
            role="address.series",
        ),
        Field(
            "year", 5, 2, Digits(), meaning="The last two digits of the year.", role="address.year"
        ),
        Field(
            "language",
            7,
            1,
            Code(LANGUAGE),
            meaning="The language of the file.",
            role="address.language",
        ),
    )

    @property
    def series(self) -> str:
        """The series; its first character is the month, its second the awarding body's own.
        Positions 3-4, text.
        """
        return self.line[2:4].rstrip(" ")

    @property
    def year(self) -> str:
        """The last two digits of the year. Positions 5-6, digits."""
        return self.line[4:6].rstrip(" ")

    @property
    def language(self) -> str:
        """The language of the file. Position 7, code, code list language."""
        return self.line[6:7].rstrip(" ")

    def values(self) -> tuple[str, str, str]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (line[2:4].rstrip(" "), line[4:6].rstrip(" "), line[6:7].rstrip(" "))

    def texts(self) -> tuple[str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (line[2:4].rstrip(" "), line[4:6].rstrip(" "), line[6:7].rstrip(" "))

    @classmethod
    def build(cls, *, series: str, year: str, language: str) -> Self:
        """A new BroadcastAddress, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        return cls._built(
            {
                "series": series,
                "year": year,
                "language": language,
            }
        )

    def replace(
        self,
        *,
        series: Unchanged | str = UNCHANGED,
        year: Unchanged | str = UNCHANGED,
        language: Unchanged | str = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "series": series,
                "year": year,
                "language": language,
            }
        )


class FileHeader(Record):
    """File header (C1/D1/L1/O1/S1).

    Who made the file, for which series, and in which version of the formats.

    26 columns, padded to the length of the data type: C 75, D 26, L 26, O 115, S 45. Grade D, but
    by data type A D, E D, F D, R D (published-basedata, school-information-system,
    school-own-systems, inference).

        start  end width  kind     field
            1    1     1  code     data_type
            2    2     1  literal  record_type
            3    7     5  variant  address
            8    9     2  code     awarding_body
           10   11     2  text     series
           12   13     2  digits   year
           14   14     1  code     distribution
           15   21     7  text     software_package
           22   24     3  text     software_version
           25   26     2  digits   formats_version
    """

    __slots__ = ()

    KEY = "1"
    ROLE = "file_header"
    TITLE = "File header"
    PLACE = Place.FILE_HEADER
    GRADE = "D"
    GRADE_BY_DATA_TYPE: ClassVar[Mapping[str, str]] = {"A": "D", "E": "D", "F": "D", "R": "D"}
    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 75, "D": 26, "L": 26, "O": 115, "S": 45}
    END = 26
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field(
            "data_type",
            1,
            1,
            Code(DATA_TYPE),
            meaning="What the file holds.",
            role="file.data_type",
        ),
        Field("record_type", 2, 1, Literal("1"), meaning="File header, always 1."),
        Field(
            "address",
            3,
            5,
            Variant(
                "data_type",
                {
                    "C": BroadcastAddress,
                    "D": BroadcastAddress,
                    "L": BroadcastAddress,
                    "O": BroadcastAddress,
                    "S": BroadcastAddress,
                },
            ),
            meaning="The season of a broadcast file, or the centre that a file comes from or goes to.",
            role="file.address",
            none=("00000",),
            agrees="centre",
        ),
        Field(
            "awarding_body",
            8,
            2,
            Code(AWARDING_BODY),
            meaning="The awarding body that the file comes from or goes to.",
            role="file.awarding_body",
            agrees="file",
        ),
        Field(
            "series",
            10,
            2,
            Text(PUBLISHED_CHARACTERS, MONTH),
            meaning="The series; its first character is the month, its second the awarding body's own.",
            role="file.series",
            agrees="file",
        ),
        Field(
            "year",
            12,
            2,
            Digits(),
            meaning="The last two digits of the year of the series.",
            role="file.year",
            agrees="file",
        ),
        Field(
            "distribution",
            14,
            1,
            Code(DISTRIBUTION),
            meaning="Whether the file is broadcast to all centres, or passes between one centre and an awarding body.",
            role="file.distribution",
        ),
        Field(
            "software_package",
            15,
            7,
            Text(PUBLISHED_CHARACTERS),
            meaning="The program that made the file.",
            role="file.software_package",
            blank=True,
        ),
        Field(
            "software_version",
            22,
            3,
            Text(PUBLISHED_CHARACTERS),
            meaning="The version of that program.",
            role="file.software_version",
            blank=True,
        ),
        Field(
            "formats_version",
            25,
            2,
            Digits(),
            meaning="The version of the formats that the file is written in.",
            role="file.formats_version",
            default="13",
        ),
    )

    ACCEPT = (
        r"(?:(?=.{2}00000)|(?=[CDLOS])(?=.{2}(?=[1-9ABC])[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{1}[0-9]{2}[BC_]))"  # address
        r"[CDLOS]"  # data_type
        r"1"  # record_type
        r"(?! {5}).{5}"  # address
        r"(?:0[12]|1[01345]|4[01]|61|70|9[89])"  # awarding_body
        r"(?=[1-9ABC])[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{1}"  # series
        r"[0-9]{2}"  # year
        r"[BS]"  # distribution
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{6}| {7})"  # software_package
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{2}| {3})"  # software_version
        r"[0-9]{2}"  # formats_version
    )

    @property
    def data_type(self) -> str:
        """What the file holds. Position 1, code, code list data_type."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """File header, always 1. Position 2, literal."""
        return self.line[1:2].rstrip(" ")

    @property
    def address(self) -> BroadcastAddress | None:
        """The season of a broadcast file, or the centre that a file comes from or goes to.
        Positions 3-7, variant; 00000 means none; agrees through the centre.
        """
        value: BroadcastAddress | None = self.decode("address")
        return value

    @property
    def awarding_body(self) -> str:
        """The awarding body that the file comes from or goes to. Positions 8-9, code, code list
        awarding_body; agrees through the file.
        """
        return self.line[7:9].rstrip(" ")

    @property
    def series(self) -> str:
        """The series; its first character is the month, its second the awarding body's own.
        Positions 10-11, text; agrees through the file.
        """
        return self.line[9:11].rstrip(" ")

    @property
    def year(self) -> str:
        """The last two digits of the year of the series. Positions 12-13, digits; agrees through
        the file.
        """
        return self.line[11:13].rstrip(" ")

    @property
    def distribution(self) -> str:
        """Whether the file is broadcast to all centres, or passes between one centre and an
        awarding body. Position 14, code, code list distribution.
        """
        return self.line[13:14].rstrip(" ")

    @property
    def software_package(self) -> str:
        """The program that made the file. Positions 15-21, text; may be blank."""
        return self.line[14:21].rstrip(" ")

    @property
    def software_version(self) -> str:
        """The version of that program. Positions 22-24, text; may be blank."""
        return self.line[21:24].rstrip(" ")

    @property
    def formats_version(self) -> str:
        """The version of the formats that the file is written in. Positions 25-26, digits."""
        return self.line[24:26].rstrip(" ")

    def values(self) -> tuple[str, BroadcastAddress | None, str, str, str, str, str, str, str]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (
            line[0:1].rstrip(" "),
            self.address,
            line[7:9].rstrip(" "),
            line[9:11].rstrip(" "),
            line[11:13].rstrip(" "),
            line[13:14].rstrip(" "),
            line[14:21].rstrip(" "),
            line[21:24].rstrip(" "),
            line[24:26].rstrip(" "),
        )

    def texts(self) -> tuple[str, str, str, str, str, str, str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[0:1].rstrip(" "),
            line[2:7].rstrip(" "),
            line[7:9].rstrip(" "),
            line[9:11].rstrip(" "),
            line[11:13].rstrip(" "),
            line[13:14].rstrip(" "),
            line[14:21].rstrip(" "),
            line[21:24].rstrip(" "),
            line[24:26].rstrip(" "),
        )

    @classmethod
    def build(
        cls,
        *,
        data_type: str,
        address: BroadcastAddress | None = None,
        awarding_body: str,
        series: str,
        year: str,
        distribution: str,
        software_package: str = "",
        software_version: str = "",
        formats_version: str = "13",
    ) -> Self:
        """A new FileHeader, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            data_type,
            awarding_body,
            series,
            year,
            distribution,
            software_package,
            software_version,
            formats_version,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"{data_type.ljust(1)}"
                f"1"
                f"{variant_columns(address, cls.FIELDS['address'], data_type)}"
                f"{awarding_body.ljust(2)}"
                f"{series.ljust(2)}"
                f"{year.ljust(2)}"
                f"{distribution.ljust(1)}"
                f"{software_package.ljust(7)}"
                f"{software_version.ljust(3)}"
                f"{formats_version.ljust(2)}"
            )
            if built is not None:
                return built
        return cls._built(
            {
                "data_type": data_type,
                "address": address,
                "awarding_body": awarding_body,
                "series": series,
                "year": year,
                "distribution": distribution,
                "software_package": software_package,
                "software_version": software_version,
                "formats_version": formats_version,
            }
        )

    def replace(
        self,
        *,
        data_type: Unchanged | str = UNCHANGED,
        address: Unchanged | BroadcastAddress | None = UNCHANGED,
        awarding_body: Unchanged | str = UNCHANGED,
        series: Unchanged | str = UNCHANGED,
        year: Unchanged | str = UNCHANGED,
        distribution: Unchanged | str = UNCHANGED,
        software_package: Unchanged | str = UNCHANGED,
        software_version: Unchanged | str = UNCHANGED,
        formats_version: Unchanged | str = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "data_type": data_type,
                "address": address,
                "awarding_body": awarding_body,
                "series": series,
                "year": year,
                "distribution": distribution,
                "software_package": software_package,
                "software_version": software_version,
                "formats_version": formats_version,
            }
        )


class CentreHeader(Record):
    """Centre header (C3/D3/L3/O3/S3).

    The start of one centre's records; a broadcast file has one such block.

    24 columns, padded to the length of the data type: C 75, D 26, L 26, O 115, S 45. Grade D, but
    by data type A D, E D, F D, R D (published-basedata, school-information-system,
    school-own-systems, inference).

        start  end width  kind     field
            1    1     1  code     data_type
            2    2     1  literal  record_type
            3    7     5  variant  address
            8    9     2  code     awarding_body
           10   11     2  text     series
           12   13     2  digits   year
           14   16     3  digits   sequence_number
           17   24     8  text     centre_postcode
    """

    __slots__ = ()

    KEY = "3"
    ROLE = "centre_header"
    TITLE = "Centre header"
    PLACE = Place.CENTRE_HEADER
    GRADE = "D"
    GRADE_BY_DATA_TYPE: ClassVar[Mapping[str, str]] = {"A": "D", "E": "D", "F": "D", "R": "D"}
    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 75, "D": 26, "L": 26, "O": 115, "S": 45}
    END = 24
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field(
            "data_type",
            1,
            1,
            Code(DATA_TYPE),
            meaning="What the file holds.",
            role="file.data_type",
        ),
        Field("record_type", 2, 1, Literal("3"), meaning="Centre header, always 3."),
        Field(
            "address",
            3,
            5,
            Variant(
                "data_type",
                {
                    "C": BroadcastAddress,
                    "D": BroadcastAddress,
                    "L": BroadcastAddress,
                    "O": BroadcastAddress,
                    "S": BroadcastAddress,
                },
            ),
            meaning="The season of a broadcast file, or the centre that a file comes from or goes to.",
            role="file.address",
            none=("00000",),
            agrees="centre",
        ),
        Field(
            "awarding_body",
            8,
            2,
            Code(AWARDING_BODY),
            meaning="The awarding body that the file comes from or goes to.",
            role="file.awarding_body",
            agrees="file",
        ),
        Field(
            "series",
            10,
            2,
            Text(PUBLISHED_CHARACTERS, MONTH),
            meaning="The series; its first character is the month, its second the awarding body's own.",
            role="file.series",
            agrees="file",
        ),
        Field(
            "year",
            12,
            2,
            Digits(),
            meaning="The last two digits of the year of the series.",
            role="file.year",
            agrees="file",
        ),
        Field(
            "sequence_number",
            14,
            3,
            Digits(),
            meaning="The number of the file among those of its kind for the awarding body and series; it rises by one.",
            role="file.sequence_number",
        ),
        Field(
            "centre_postcode",
            17,
            8,
            Text(PUBLISHED_CHARACTERS),
            meaning="The postcode of the centre; blank in basedata.",
            role="centre.postcode",
            blank=True,
        ),
    )

    ACCEPT = (
        r"(?:(?=.{2}00000)|(?=[CDLOS])(?=.{2}(?=[1-9ABC])[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{1}[0-9]{2}[BC_]))"  # address
        r"[CDLOS]"  # data_type
        r"3"  # record_type
        r"(?! {5}).{5}"  # address
        r"(?:0[12]|1[01345]|4[01]|61|70|9[89])"  # awarding_body
        r"(?=[1-9ABC])[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{1}"  # series
        r"[0-9]{2}"  # year
        r"[0-9]{3}"  # sequence_number
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{7}| {8})"  # centre_postcode
    )

    @property
    def data_type(self) -> str:
        """What the file holds. Position 1, code, code list data_type."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Centre header, always 3. Position 2, literal."""
        return self.line[1:2].rstrip(" ")

    @property
    def address(self) -> BroadcastAddress | None:
        """The season of a broadcast file, or the centre that a file comes from or goes to.
        Positions 3-7, variant; 00000 means none; agrees through the centre.
        """
        value: BroadcastAddress | None = self.decode("address")
        return value

    @property
    def awarding_body(self) -> str:
        """The awarding body that the file comes from or goes to. Positions 8-9, code, code list
        awarding_body; agrees through the file.
        """
        return self.line[7:9].rstrip(" ")

    @property
    def series(self) -> str:
        """The series; its first character is the month, its second the awarding body's own.
        Positions 10-11, text; agrees through the file.
        """
        return self.line[9:11].rstrip(" ")

    @property
    def year(self) -> str:
        """The last two digits of the year of the series. Positions 12-13, digits; agrees through
        the file.
        """
        return self.line[11:13].rstrip(" ")

    @property
    def sequence_number(self) -> str:
        """The number of the file among those of its kind for the awarding body and series; it
        rises by one. Positions 14-16, digits.
        """
        return self.line[13:16].rstrip(" ")

    @property
    def centre_postcode(self) -> str:
        """The postcode of the centre; blank in basedata. Positions 17-24, text; may be blank."""
        return self.line[16:24].rstrip(" ")

    def values(self) -> tuple[str, BroadcastAddress | None, str, str, str, str, str]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (
            line[0:1].rstrip(" "),
            self.address,
            line[7:9].rstrip(" "),
            line[9:11].rstrip(" "),
            line[11:13].rstrip(" "),
            line[13:16].rstrip(" "),
            line[16:24].rstrip(" "),
        )

    def texts(self) -> tuple[str, str, str, str, str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[0:1].rstrip(" "),
            line[2:7].rstrip(" "),
            line[7:9].rstrip(" "),
            line[9:11].rstrip(" "),
            line[11:13].rstrip(" "),
            line[13:16].rstrip(" "),
            line[16:24].rstrip(" "),
        )

    @classmethod
    def build(
        cls,
        *,
        data_type: str,
        address: BroadcastAddress | None = None,
        awarding_body: str,
        series: str,
        year: str,
        sequence_number: str,
        centre_postcode: str = "",
    ) -> Self:
        """A new CentreHeader, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            data_type,
            awarding_body,
            series,
            year,
            sequence_number,
            centre_postcode,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"{data_type.ljust(1)}"
                f"3"
                f"{variant_columns(address, cls.FIELDS['address'], data_type)}"
                f"{awarding_body.ljust(2)}"
                f"{series.ljust(2)}"
                f"{year.ljust(2)}"
                f"{sequence_number.ljust(3)}"
                f"{centre_postcode.ljust(8)}"
            )
            if built is not None:
                return built
        return cls._built(
            {
                "data_type": data_type,
                "address": address,
                "awarding_body": awarding_body,
                "series": series,
                "year": year,
                "sequence_number": sequence_number,
                "centre_postcode": centre_postcode,
            }
        )

    def replace(
        self,
        *,
        data_type: Unchanged | str = UNCHANGED,
        address: Unchanged | BroadcastAddress | None = UNCHANGED,
        awarding_body: Unchanged | str = UNCHANGED,
        series: Unchanged | str = UNCHANGED,
        year: Unchanged | str = UNCHANGED,
        sequence_number: Unchanged | str = UNCHANGED,
        centre_postcode: Unchanged | str = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "data_type": data_type,
                "address": address,
                "awarding_body": awarding_body,
                "series": series,
                "year": year,
                "sequence_number": sequence_number,
                "centre_postcode": centre_postcode,
            }
        )


class CentreTrailer(Record):
    """Centre trailer (C7/D7/L7/O7/S7).

    The end of one centre's records, with their number and the date.

    20 columns, padded to the length of the data type: C 75, D 26, L 26, O 115, S 45. Grade D, but
    by data type A D, E D, F D, R D (published-basedata, school-information-system,
    school-own-systems, inference).

        start  end width  kind     field
            1    1     1  code     data_type
            2    2     1  literal  record_type
            3    7     5  variant  address
            8   14     7  integer  record_count
           15   20     6  date     date_produced
    """

    __slots__ = ()

    KEY = "7"
    ROLE = "centre_trailer"
    TITLE = "Centre trailer"
    PLACE = Place.CENTRE_TRAILER
    GRADE = "D"
    GRADE_BY_DATA_TYPE: ClassVar[Mapping[str, str]] = {"A": "D", "E": "D", "F": "D", "R": "D"}
    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 75, "D": 26, "L": 26, "O": 115, "S": 45}
    END = 20
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field(
            "data_type",
            1,
            1,
            Code(DATA_TYPE),
            meaning="What the file holds.",
            role="file.data_type",
        ),
        Field("record_type", 2, 1, Literal("7"), meaning="Centre trailer, always 7."),
        Field(
            "address",
            3,
            5,
            Variant(
                "data_type",
                {
                    "C": BroadcastAddress,
                    "D": BroadcastAddress,
                    "L": BroadcastAddress,
                    "O": BroadcastAddress,
                    "S": BroadcastAddress,
                },
            ),
            meaning="The season of a broadcast file, or the centre that a file comes from or goes to.",
            role="file.address",
            none=("00000",),
            agrees="centre",
        ),
        Field(
            "record_count",
            8,
            7,
            Integer(),
            meaning="How many records the block has, the centre header and this trailer included.",
            role="centre.record_count",
            counts=Counts("records", "centre", "", ()),
        ),
        Field(
            "date_produced",
            15,
            6,
            Date((2000, 2099)),
            meaning="The day on which the file was made.",
            role="file.date_produced",
            none=("000000",),
        ),
    )

    ACCEPT = (
        r"(?:(?=.{2}00000)|(?=[CDLOS])(?=.{2}(?=[1-9ABC])[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{1}[0-9]{2}[BC_]))"  # address
        r"[CDLOS]"  # data_type
        r"7"  # record_type
        r"(?! {5}).{5}"  # address
        r"[0-9]{7}"  # record_count
        r"(?:(?:(?:0[1-9]|1[0-9]|2[0-8])(?:0[1-9]|1[0-2])[0-9]{2}|(?:29|30)(?:0[13-9]|1[0-2])[0-9]{2}|31(?:0[13578]|1[02])[0-9]{2}|2902(?:[02468][048]|[13579][26]))|000000)"  # date_produced
    )

    @property
    def data_type(self) -> str:
        """What the file holds. Position 1, code, code list data_type."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Centre trailer, always 7. Position 2, literal."""
        return self.line[1:2].rstrip(" ")

    @property
    def address(self) -> BroadcastAddress | None:
        """The season of a broadcast file, or the centre that a file comes from or goes to.
        Positions 3-7, variant; 00000 means none; agrees through the centre.
        """
        value: BroadcastAddress | None = self.decode("address")
        return value

    @property
    def record_count(self) -> int | None:
        """How many records the block has, the centre header and this trailer included. Positions
        8-14, integer; counts the records in the centre.
        """
        return read_integer(self, "record_count", self.line[7:14], 7)

    @property
    def date_produced(self) -> datetime.date | None:
        """The day on which the file was made. Positions 15-20, date; 000000 means none."""
        return read_date(self, "date_produced", self.line[14:20], 2000, ("000000",))

    def values(self) -> tuple[str, BroadcastAddress | None, int | None, datetime.date | None]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (
            line[0:1].rstrip(" "),
            self.address,
            read_integer(self, "record_count", line[7:14], 7),
            read_date(self, "date_produced", line[14:20], 2000, ("000000",)),
        )

    def texts(self) -> tuple[str, str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[0:1].rstrip(" "),
            line[2:7].rstrip(" "),
            line[7:14].rstrip(" "),
            line[14:20].rstrip(" "),
        )

    @classmethod
    def build(
        cls,
        *,
        data_type: str,
        address: BroadcastAddress | None = None,
        record_count: int,
        date_produced: datetime.date | None = None,
    ) -> Self:
        """A new CentreTrailer, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            data_type,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"{data_type.ljust(1)}"
                f"7"
                f"{variant_columns(address, cls.FIELDS['address'], data_type)}"
                f"{integer_columns(record_count, 7)}"
                f"{date_columns(date_produced, 2000, ('000000',))}"
            )
            if built is not None:
                return built
        return cls._built(
            {
                "data_type": data_type,
                "address": address,
                "record_count": record_count,
                "date_produced": date_produced,
            }
        )

    def replace(
        self,
        *,
        data_type: Unchanged | str = UNCHANGED,
        address: Unchanged | BroadcastAddress | None = UNCHANGED,
        record_count: Unchanged | int = UNCHANGED,
        date_produced: Unchanged | datetime.date | None = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "data_type": data_type,
                "address": address,
                "record_count": record_count,
                "date_produced": date_produced,
            }
        )


class FileTrailer(Record):
    """File trailer (C9/D9/L9/O9/S9).

    The end of the file, with the number of its records and centres.

    21 columns, padded to the length of the data type: C 75, D 26, L 26, O 115, S 45. Grade D, but
    by data type A D, E D, F D, R D (published-basedata, school-information-system,
    school-own-systems, inference).

        start  end width  kind     field
            1    1     1  code     data_type
            2    2     1  literal  record_type
            3    7     5  variant  address
            8   14     7  integer  record_count
           15   21     7  integer  centre_count
    """

    __slots__ = ()

    KEY = "9"
    ROLE = "file_trailer"
    TITLE = "File trailer"
    PLACE = Place.FILE_TRAILER
    GRADE = "D"
    GRADE_BY_DATA_TYPE: ClassVar[Mapping[str, str]] = {"A": "D", "E": "D", "F": "D", "R": "D"}
    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 75, "D": 26, "L": 26, "O": 115, "S": 45}
    END = 21
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field(
            "data_type",
            1,
            1,
            Code(DATA_TYPE),
            meaning="What the file holds.",
            role="file.data_type",
        ),
        Field("record_type", 2, 1, Literal("9"), meaning="File trailer, always 9."),
        Field(
            "address",
            3,
            5,
            Variant(
                "data_type",
                {
                    "C": BroadcastAddress,
                    "D": BroadcastAddress,
                    "L": BroadcastAddress,
                    "O": BroadcastAddress,
                    "S": BroadcastAddress,
                },
            ),
            meaning="The season of a broadcast file, or the centre that a file comes from or goes to.",
            role="file.address",
            none=("00000",),
            agrees="centre",
        ),
        Field(
            "record_count",
            8,
            7,
            Integer(),
            meaning="How many records the file has, this one included.",
            role="file.record_count",
            counts=Counts("records", "file", "", ()),
        ),
        Field(
            "centre_count",
            15,
            7,
            Integer(),
            meaning="How many centres the file has; basedata carries 0 or 1.",
            role="file.centre_count",
            counts=Counts("centres", "file", "", ("broadcast",)),
        ),
    )

    ACCEPT = (
        r"(?:(?=.{2}00000)|(?=[CDLOS])(?=.{2}(?=[1-9ABC])[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{1}[0-9]{2}[BC_]))"  # address
        r"[CDLOS]"  # data_type
        r"9"  # record_type
        r"(?! {5}).{5}"  # address
        r"[0-9]{7}"  # record_count
        r"[0-9]{7}"  # centre_count
    )

    @property
    def data_type(self) -> str:
        """What the file holds. Position 1, code, code list data_type."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """File trailer, always 9. Position 2, literal."""
        return self.line[1:2].rstrip(" ")

    @property
    def address(self) -> BroadcastAddress | None:
        """The season of a broadcast file, or the centre that a file comes from or goes to.
        Positions 3-7, variant; 00000 means none; agrees through the centre.
        """
        value: BroadcastAddress | None = self.decode("address")
        return value

    @property
    def record_count(self) -> int | None:
        """How many records the file has, this one included. Positions 8-14, integer; counts the
        records in the file.
        """
        return read_integer(self, "record_count", self.line[7:14], 7)

    @property
    def centre_count(self) -> int | None:
        """How many centres the file has; basedata carries 0 or 1. Positions 15-21, integer; counts
        the centres in the file.
        """
        return read_integer(self, "centre_count", self.line[14:21], 7)

    def values(self) -> tuple[str, BroadcastAddress | None, int | None, int | None]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (
            line[0:1].rstrip(" "),
            self.address,
            read_integer(self, "record_count", line[7:14], 7),
            read_integer(self, "centre_count", line[14:21], 7),
        )

    def texts(self) -> tuple[str, str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[0:1].rstrip(" "),
            line[2:7].rstrip(" "),
            line[7:14].rstrip(" "),
            line[14:21].rstrip(" "),
        )

    @classmethod
    def build(
        cls,
        *,
        data_type: str,
        address: BroadcastAddress | None = None,
        record_count: int,
        centre_count: int,
    ) -> Self:
        """A new FileTrailer, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            data_type,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"{data_type.ljust(1)}"
                f"9"
                f"{variant_columns(address, cls.FIELDS['address'], data_type)}"
                f"{integer_columns(record_count, 7)}"
                f"{integer_columns(centre_count, 7)}"
            )
            if built is not None:
                return built
        return cls._built(
            {
                "data_type": data_type,
                "address": address,
                "record_count": record_count,
                "centre_count": centre_count,
            }
        )

    def replace(
        self,
        *,
        data_type: Unchanged | str = UNCHANGED,
        address: Unchanged | BroadcastAddress | None = UNCHANGED,
        record_count: Unchanged | int = UNCHANGED,
        centre_count: Unchanged | int = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "data_type": data_type,
                "address": address,
                "record_count": record_count,
                "centre_count": centre_count,
            }
        )
