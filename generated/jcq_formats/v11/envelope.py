# Generated from spec/v11/ by `make generate`; edit that, not this.
"""File header, Centre header, Centre trailer, File trailer: the records of version 11."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self

from ..core.fields import Field, field_table
from ..core.formats import Place
from ..core.kinds.code import Code
from ..core.kinds.digits import Digits
from ..core.kinds.kind import are_texts
from ..core.kinds.literal import Literal
from ..core.kinds.text import Text
from ..core.kinds.variant import Variant, variant_columns
from ..core.layouts import UNCHANGED, Unchanged
from ..core.records import Record
from ..v13.envelope import BroadcastAddress
from .codes import AWARDING_BODY, DATA_TYPE, DISTRIBUTION, MONTH, PUBLISHED_CHARACTERS
from .rules import RULES
from ..v13 import envelope as v13_envelope


class CentreHeader(v13_envelope.CentreHeader):
    """Centre header (C3/D3/L3/O3/S3).

    The start of one centre's records; a broadcast file has one such block.

    The layout is that of version 13. 24 columns, padded to the length of the data type: C 72, D 26,
    L 26, O 89, S 45. Grade D, but by data type A D, E D, F D, R D (published-basedata,
    school-information-system, school-own-systems, inference).
    """

    __slots__ = ()

    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 72, "D": 26, "L": 26, "O": 89, "S": 45}
    RULES = RULES


class CentreTrailer(v13_envelope.CentreTrailer):
    """Centre trailer (C7/D7/L7/O7/S7).

    The end of one centre's records, with their number and the date.

    The layout is that of version 13. 20 columns, padded to the length of the data type: C 72, D 26,
    L 26, O 89, S 45. Grade D, but by data type A D, E D, F D, R D (published-basedata,
    school-information-system, school-own-systems, inference).
    """

    __slots__ = ()

    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 72, "D": 26, "L": 26, "O": 89, "S": 45}
    RULES = RULES


class FileTrailer(v13_envelope.FileTrailer):
    """File trailer (C9/D9/L9/O9/S9).

    The end of the file, with the number of its records and centres.

    The layout is that of version 13. 21 columns, padded to the length of the data type: C 72, D 26,
    L 26, O 89, S 45. Grade D, but by data type A D, E D, F D, R D (published-basedata,
    school-information-system, school-own-systems, inference).
    """

    __slots__ = ()

    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 72, "D": 26, "L": 26, "O": 89, "S": 45}
    RULES = RULES


class FileHeader(Record):
    """File header (C1/D1/L1/O1/S1).

    Who made the file, for which series, and in which version of the formats.

    26 columns, padded to the length of the data type: C 72, D 26, L 26, O 89, S 45. Grade D, but by
    data type A D, E D, F D, R D (published-basedata, school-information-system, school-own-systems,
    inference).

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
    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 72, "D": 26, "L": 26, "O": 89, "S": 45}
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
            default="11",
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
        formats_version: str = "11",
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
