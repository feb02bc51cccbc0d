# Generated from spec/v12/ by `make generate`; edit that, not this.
"""File header, Centre header, Centre trailer, File trailer: the records of version 12."""

from __future__ import annotations

from collections.abc import Mapping
import datetime
from typing import ClassVar, Self, TypedDict, Unpack
from ..core.fields import Counts, Field, field_table
from ..core.kinds.code import Code
from ..core.kinds.date import Date, read_date
from ..core.kinds.digits import Digits
from ..core.kinds.integer import Integer, read_integer
from ..core.kinds.literal import Literal
from ..core.kinds.text import Text
from ..core.kinds.variant import Variant
from ..core.parts import Part
from ..core.places import Place
from ..core.records import Record
from .codes import (
    AWARDING_BODY,
    AWARDING_BODY_PATTERN_2,
    DATA_TYPE,
    DATA_TYPE_PATTERN_1,
    DISTRIBUTION,
    DISTRIBUTION_PATTERN_1,
    LANGUAGE,
    LANGUAGE_PATTERN_1,
    MONTH,
    MONTH_PATTERN,
    PUBLISHED_CHARACTERS,
    PUBLISHED_FIRST,
    PUBLISHED_FURTHER,
)
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

    # fmt: off
    FIELDS = field_table(
        Field("series",   3, 2, Text(PUBLISHED_CHARACTERS, starts_with=MONTH), role="address.series"),
        Field("year",     5, 2, Digits(window=(2000, 2099)), role="address.year"),
        Field("language", 7, 1, Code(LANGUAGE), role="address.language", default="_"),
    )
    # fmt: on

    @property
    def series(self) -> str:
        """The series; its first character is the month, its second the awarding body's own."""
        return self.line[2:4].rstrip(" ")

    @property
    def year(self) -> str:
        """The last two digits of the year."""
        return self.line[4:6].rstrip(" ")

    @property
    def language(self) -> str:
        """The language of the file."""
        return self.line[6:7].rstrip(" ")

    @classmethod
    def build(cls, *, series: str, year: str, language: str = "_") -> Self:
        """Build a BroadcastAddress. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                series,
                year,
                language,
            )
        )

    def replace(self, **changes: Unpack[BroadcastAddressChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> BroadcastAddressValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: BroadcastAddressValues = self._as_dict()
        return values


class BroadcastAddressChanges(TypedDict, total=False):
    """The arguments of `BroadcastAddress.replace`."""

    series: str
    year: str
    language: str


class BroadcastAddressValues(TypedDict):
    """The result of `BroadcastAddress.as_dict`."""

    series: str
    year: str
    language: str


class FileHeader(Record):
    """File header (C1/D1/L1/O1/S1).

    Who made the file, for which series, and in which version of the formats.

    Board 15 writes headers and trailers that end after their last field. Files that a school wrote
    itself have been seen with headers of another length.

    26 characters, padded to the length of the data type: C 75, D 26, L 26, O 114, S 45. Grade D,
    but by data type A D, E D, F D, R D (published-basedata, school-information-system,
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
    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 75, "D": 26, "L": 26, "O": 114, "S": 45}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",         1, 1, Code(DATA_TYPE), role="file.data_type"),
        Field("record_type",       2, 1, Literal("1")),
        Field("address",           3, 5, Variant("data_type", {"C": BroadcastAddress, "D": BroadcastAddress, "L": BroadcastAddress, "O": BroadcastAddress, "S": BroadcastAddress}), role="file.address", none=("00000",), agrees="centre"),
        Field("awarding_body",     8, 2, Code(AWARDING_BODY), role="file.awarding_body", agrees="file"),
        Field("series",           10, 2, Text(PUBLISHED_CHARACTERS, starts_with=MONTH), role="file.series", agrees="file"),
        Field("year",             12, 2, Digits(window=(2000, 2099)), role="file.year", agrees="file"),
        Field("distribution",     14, 1, Code(DISTRIBUTION), role="file.distribution"),
        Field("software_package", 15, 7, Text(PUBLISHED_CHARACTERS), role="file.software_package", blank=True),
        Field("software_version", 22, 3, Text(PUBLISHED_CHARACTERS), role="file.software_version", blank=True),
        Field("formats_version",  25, 2, Digits(), role="file.formats_version", default="12"),
    )
    ACCEPT = (
        rf"(?:(?=.{{2}}00000)|(?=[CDLOS])(?=.{{2}}(?={MONTH_PATTERN}){PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{1}}[0-9]{{2}}{LANGUAGE_PATTERN_1}))"  # address
        rf"{DATA_TYPE_PATTERN_1}"  # data_type
        r"1"  # record_type
        r"(?! {5}).{5}"  # address
        rf"{AWARDING_BODY_PATTERN_2}"  # awarding_body
        rf"(?={MONTH_PATTERN}){PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{1}}"  # series
        r"[0-9]{2}"  # year
        rf"{DISTRIBUTION_PATTERN_1}"  # distribution
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{6}}| {{7}})"  # software_package
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{2}}| {{3}})"  # software_version
        r"[0-9]{2}"  # formats_version
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """What the file holds."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """File header, always 1."""
        return self.line[1:2].rstrip(" ")

    @property
    def address(self) -> BroadcastAddress | None:
        """The series, year and language of a broadcast file, or the centre that a file comes from
        or goes to.
        """
        value: BroadcastAddress | None = self.decode("address")
        return value

    @property
    def awarding_body(self) -> str:
        """The awarding body that the file comes from or goes to."""
        return self.line[7:9].rstrip(" ")

    @property
    def series(self) -> str:
        """The series; its first character is the month, its second the awarding body's own."""
        return self.line[9:11].rstrip(" ")

    @property
    def year(self) -> str:
        """The last two digits of the year of the series."""
        return self.line[11:13].rstrip(" ")

    @property
    def distribution(self) -> str:
        """Whether the file is broadcast, sent to or from a centre, or for several centres."""
        return self.line[13:14].rstrip(" ")

    @property
    def software_package(self) -> str:
        """The program that made the file."""
        return self.line[14:21].rstrip(" ")

    @property
    def software_version(self) -> str:
        """The version of that program."""
        return self.line[21:24].rstrip(" ")

    @property
    def formats_version(self) -> str:
        """The version of the formats that the file is written in."""
        return self.line[24:26].rstrip(" ")

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
        formats_version: str = "12",
    ) -> Self:
        """Build a FileHeader. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                data_type,
                address,
                awarding_body,
                series,
                year,
                distribution,
                software_package,
                software_version,
                formats_version,
            )
        )

    def replace(self, **changes: Unpack[FileHeaderChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> FileHeaderValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: FileHeaderValues = self._as_dict()
        return values


class FileHeaderChanges(TypedDict, total=False):
    """The arguments of `FileHeader.replace`."""

    data_type: str
    address: BroadcastAddress | None
    awarding_body: str
    series: str
    year: str
    distribution: str
    software_package: str
    software_version: str
    formats_version: str


class FileHeaderValues(TypedDict):
    """The result of `FileHeader.as_dict`."""

    data_type: str
    address: BroadcastAddressValues | None
    awarding_body: str
    series: str
    year: str
    distribution: str
    software_package: str
    software_version: str
    formats_version: str


class CentreHeader(Record):
    """Centre header (C3/D3/L3/O3/S3).

    The start of one centre's records; a broadcast file has one such block.

    24 characters, padded to the length of the data type: C 75, D 26, L 26, O 114, S 45. Grade D,
    but by data type A D, E D, F D, R D (published-basedata, school-information-system,
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
    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 75, "D": 26, "L": 26, "O": 114, "S": 45}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",        1, 1, Code(DATA_TYPE), role="file.data_type"),
        Field("record_type",      2, 1, Literal("3")),
        Field("address",          3, 5, Variant("data_type", {"C": BroadcastAddress, "D": BroadcastAddress, "L": BroadcastAddress, "O": BroadcastAddress, "S": BroadcastAddress}), role="file.address", none=("00000",), agrees="centre"),
        Field("awarding_body",    8, 2, Code(AWARDING_BODY), role="file.awarding_body", agrees="file"),
        Field("series",          10, 2, Text(PUBLISHED_CHARACTERS, starts_with=MONTH), role="file.series", agrees="file"),
        Field("year",            12, 2, Digits(window=(2000, 2099)), role="file.year", agrees="file"),
        Field("sequence_number", 14, 3, Digits(), role="file.sequence_number"),
        Field("centre_postcode", 17, 8, Text(PUBLISHED_CHARACTERS), role="centre.postcode", blank=True),
    )
    ACCEPT = (
        rf"(?:(?=.{{2}}00000)|(?=[CDLOS])(?=.{{2}}(?={MONTH_PATTERN}){PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{1}}[0-9]{{2}}{LANGUAGE_PATTERN_1}))"  # address
        rf"{DATA_TYPE_PATTERN_1}"  # data_type
        r"3"  # record_type
        r"(?! {5}).{5}"  # address
        rf"{AWARDING_BODY_PATTERN_2}"  # awarding_body
        rf"(?={MONTH_PATTERN}){PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{1}}"  # series
        r"[0-9]{2}"  # year
        r"[0-9]{3}"  # sequence_number
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{7}}| {{8}})"  # centre_postcode
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """What the file holds."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Centre header, always 3."""
        return self.line[1:2].rstrip(" ")

    @property
    def address(self) -> BroadcastAddress | None:
        """The season of a broadcast file, or the centre that a file comes from or goes to."""
        value: BroadcastAddress | None = self.decode("address")
        return value

    @property
    def awarding_body(self) -> str:
        """The awarding body that the file comes from or goes to."""
        return self.line[7:9].rstrip(" ")

    @property
    def series(self) -> str:
        """The series; its first character is the month, its second the awarding body's own."""
        return self.line[9:11].rstrip(" ")

    @property
    def year(self) -> str:
        """The last two digits of the year of the series."""
        return self.line[11:13].rstrip(" ")

    @property
    def sequence_number(self) -> str:
        """The number of the file among those of its kind for the awarding body and series; it
        rises by one.
        """
        return self.line[13:16].rstrip(" ")

    @property
    def centre_postcode(self) -> str:
        """The postcode of the centre; blank in basedata."""
        return self.line[16:24].rstrip(" ")

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
        """Build a CentreHeader. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                data_type,
                address,
                awarding_body,
                series,
                year,
                sequence_number,
                centre_postcode,
            )
        )

    def replace(self, **changes: Unpack[CentreHeaderChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> CentreHeaderValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: CentreHeaderValues = self._as_dict()
        return values


class CentreHeaderChanges(TypedDict, total=False):
    """The arguments of `CentreHeader.replace`."""

    data_type: str
    address: BroadcastAddress | None
    awarding_body: str
    series: str
    year: str
    sequence_number: str
    centre_postcode: str


class CentreHeaderValues(TypedDict):
    """The result of `CentreHeader.as_dict`."""

    data_type: str
    address: BroadcastAddressValues | None
    awarding_body: str
    series: str
    year: str
    sequence_number: str
    centre_postcode: str


class CentreTrailer(Record):
    """Centre trailer (C7/D7/L7/O7/S7).

    The end of one centre's records, with their number and the date.

    20 characters, padded to the length of the data type: C 75, D 26, L 26, O 114, S 45. Grade D,
    but by data type A D, E D, F D, R D (published-basedata, school-information-system,
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
    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 75, "D": 26, "L": 26, "O": 114, "S": 45}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",      1, 1, Code(DATA_TYPE), role="file.data_type"),
        Field("record_type",    2, 1, Literal("7")),
        Field("address",        3, 5, Variant("data_type", {"C": BroadcastAddress, "D": BroadcastAddress, "L": BroadcastAddress, "O": BroadcastAddress, "S": BroadcastAddress}), role="file.address", none=("00000",), agrees="centre"),
        Field("record_count",   8, 7, Integer(), role="centre.record_count", counts=Counts("records", "centre")),
        Field("date_produced", 15, 6, Date((2000, 2099)), role="file.date_produced", none=("000000",)),
    )
    ACCEPT = (
        rf"(?:(?=.{{2}}00000)|(?=[CDLOS])(?=.{{2}}(?={MONTH_PATTERN}){PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{1}}[0-9]{{2}}{LANGUAGE_PATTERN_1}))"  # address
        rf"{DATA_TYPE_PATTERN_1}"  # data_type
        r"7"  # record_type
        r"(?! {5}).{5}"  # address
        r"[0-9]{7}"  # record_count
        r"(?:(?:(?:0[1-9]|1[0-9]|2[0-8])(?:0[1-9]|1[0-2])[0-9]{2}|(?:29|30)(?:0[13-9]|1[0-2])[0-9]{2}|31(?:0[13578]|1[02])[0-9]{2}|2902(?:[02468][048]|[13579][26]))|000000)"  # date_produced
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """What the file holds."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Centre trailer, always 7."""
        return self.line[1:2].rstrip(" ")

    @property
    def address(self) -> BroadcastAddress | None:
        """The season of a broadcast file, or the centre that a file comes from or goes to."""
        value: BroadcastAddress | None = self.decode("address")
        return value

    @property
    def record_count(self) -> int | None:
        """The number of records in the block, including the centre header and this trailer."""
        return read_integer(self, "record_count", self.line[7:14], 7)

    @property
    def date_produced(self) -> datetime.date | None:
        """The day on which the file was made."""
        return read_date(self, "date_produced", self.line[14:20], 2000, ("000000",))

    @classmethod
    def build(
        cls,
        *,
        data_type: str,
        address: BroadcastAddress | None = None,
        record_count: int,
        date_produced: datetime.date | None = None,
    ) -> Self:
        """Build a CentreTrailer. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                data_type,
                address,
                record_count,
                date_produced,
            )
        )

    def replace(self, **changes: Unpack[CentreTrailerChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> CentreTrailerValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: CentreTrailerValues = self._as_dict()
        return values


class CentreTrailerChanges(TypedDict, total=False):
    """The arguments of `CentreTrailer.replace`."""

    data_type: str
    address: BroadcastAddress | None
    record_count: int
    date_produced: datetime.date | None


class CentreTrailerValues(TypedDict):
    """The result of `CentreTrailer.as_dict`."""

    data_type: str
    address: BroadcastAddressValues | None
    record_count: int | None
    date_produced: datetime.date | None


class FileTrailer(Record):
    """File trailer (C9/D9/L9/O9/S9).

    The end of the file, with the number of its records and centres.

    21 characters, padded to the length of the data type: C 75, D 26, L 26, O 114, S 45. Grade D,
    but by data type A D, E D, F D, R D (published-basedata, school-information-system,
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
    LENGTHS: ClassVar[Mapping[str, int]] = {"C": 75, "D": 26, "L": 26, "O": 114, "S": 45}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",     1, 1, Code(DATA_TYPE), role="file.data_type"),
        Field("record_type",   2, 1, Literal("9")),
        Field("address",       3, 5, Variant("data_type", {"C": BroadcastAddress, "D": BroadcastAddress, "L": BroadcastAddress, "O": BroadcastAddress, "S": BroadcastAddress}), role="file.address", none=("00000",), agrees="centre"),
        Field("record_count",  8, 7, Integer(), role="file.record_count", counts=Counts("records", "file")),
        Field("centre_count", 15, 7, Integer(), role="file.centre_count", counts=Counts("centres", "file", zero_allowed=("broadcast",))),
    )
    ACCEPT = (
        rf"(?:(?=.{{2}}00000)|(?=[CDLOS])(?=.{{2}}(?={MONTH_PATTERN}){PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{1}}[0-9]{{2}}{LANGUAGE_PATTERN_1}))"  # address
        rf"{DATA_TYPE_PATTERN_1}"  # data_type
        r"9"  # record_type
        r"(?! {5}).{5}"  # address
        r"[0-9]{7}"  # record_count
        r"[0-9]{7}"  # centre_count
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """What the file holds."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """File trailer, always 9."""
        return self.line[1:2].rstrip(" ")

    @property
    def address(self) -> BroadcastAddress | None:
        """The series, year and language of a broadcast file, or the centre that a file comes from
        or goes to.
        """
        value: BroadcastAddress | None = self.decode("address")
        return value

    @property
    def record_count(self) -> int | None:
        """The number of records in the file, including this one."""
        return read_integer(self, "record_count", self.line[7:14], 7)

    @property
    def centre_count(self) -> int | None:
        """The number of centres in the file; 0 or 1 in basedata."""
        return read_integer(self, "centre_count", self.line[14:21], 7)

    @classmethod
    def build(
        cls,
        *,
        data_type: str,
        address: BroadcastAddress | None = None,
        record_count: int,
        centre_count: int,
    ) -> Self:
        """Build a FileTrailer. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                data_type,
                address,
                record_count,
                centre_count,
            )
        )

    def replace(self, **changes: Unpack[FileTrailerChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> FileTrailerValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: FileTrailerValues = self._as_dict()
        return values


class FileTrailerChanges(TypedDict, total=False):
    """The arguments of `FileTrailer.replace`."""

    data_type: str
    address: BroadcastAddress | None
    record_count: int
    centre_count: int


class FileTrailerValues(TypedDict):
    """The result of `FileTrailer.as_dict`."""

    data_type: str
    address: BroadcastAddressValues | None
    record_count: int | None
    centre_count: int | None
