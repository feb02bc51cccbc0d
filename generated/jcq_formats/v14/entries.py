# Generated from spec/v14/entries.yaml by `make generate`; edit that, not this.
"""Entries of a candidate, Amended entries of a candidate: the records of version 14."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
import datetime
from typing import ClassVar, Self, TypedDict, Unpack
from ..core.fields import Field, field_table
from ..core.kinds.code import Code
from ..core.kinds.date import Date, read_date
from ..core.kinds.digits import Digits
from ..core.kinds.group import Group, read_group
from ..core.kinds.literal import Literal
from ..core.kinds.text import Text
from ..core.parts import Part
from ..core.records import Record
from ..identifiers import uci, uln, upn
from .codes import (
    CANDIDATE_STATUS,
    CANDIDATE_STATUS_PATTERN_1,
    NAMES_CHARACTERS,
    NAMES_FIRST,
    NAMES_FURTHER,
    PUBLISHED_CHARACTERS,
    PUBLISHED_FIRST,
    PUBLISHED_FURTHER,
    QUALIFIER_FLAG,
    QUALIFIER_FLAG_PATTERN_1,
    SEX,
    SEX_PATTERN_1,
)
from .rules import RULES


class EntryItem(Part):
    """Up to twelve options; places among them may be blank.

    Positions 109-115 of its record (those of the first; the table counts from 1). Grade B
    (school-information-system, school-own-systems, school-entry-files).

        start  end width  kind  field
            1    6     6  text  option_entry_code
            7    7     1  text  entry_flag
    """

    __slots__ = ()

    # fmt: off
    FIELDS = field_table(
        Field("option_entry_code", 1, 6, Text(PUBLISHED_CHARACTERS), role="entry.option_code", key=True, refers_to=("option.code",)),
        Field("entry_flag",        7, 1, Text(PUBLISHED_CHARACTERS), role="entry.flag", blank=True),
    )
    # fmt: on

    @property
    def option_entry_code(self) -> str:
        """The option that the candidate is entered for."""
        return self.line[0:6].rstrip(" ")

    @property
    def entry_flag(self) -> str:
        """A flag of the entry, blank in every file seen; its codes are not established."""
        return self.line[6:7].rstrip(" ")

    @classmethod
    def build(cls, *, option_entry_code: str, entry_flag: str = "") -> Self:
        """Build an EntryItem. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        return cls._build(
            (
                option_entry_code,
                entry_flag,
            )
        )

    def replace(self, **changes: Unpack[EntryItemChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> EntryItemValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: EntryItemValues = self._as_dict()
        return values


class EntryItemChanges(TypedDict, total=False):
    """The arguments of `EntryItem.replace`."""

    option_entry_code: str
    entry_flag: str


class EntryItemValues(TypedDict):
    """The result of `EntryItem.as_dict`."""

    option_entry_code: str
    entry_flag: str


class Entry(Record):
    """Entries of a candidate (E5).

    One candidate and up to twelve options that the candidate is entered for.

    A candidate with more than twelve entries needs a further record, with the same positions 1-108.
    A candidate withdrawn from everything is sent without codes.

    Length 192. Grade B (school-information-system, school-own-systems, school-entry-files).

        start  end width  kind     field
            1    1     1  literal  data_type
            2    2     1  literal  record_type
            3    3     1  code     candidate_status
            4    8     5  digits   centre_number
            9   12     4  digits   candidate_number
           13   52    40  text     candidate_name
           53   53     1  code     sex
           54   59     6  date     date_of_birth
           60   72    13  text     uci
           73   85    13  text     upn
           86   95    10  digits   uln
           96   96     1  code     qualifier_flag
           97  101     5  text     optional_centre_number
          102  105     4  text     optional_candidate_number
          106  108     3  text     documentation_group
          109  192    84  group    entries
    """

    __slots__ = ()

    KEY = "E5"
    ROLE = "entry"
    TITLE = "Entries of a candidate"
    GRADE = "B"
    LENGTHS: ClassVar[Mapping[str, int]] = {"E": 192}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",                   1,  1, Literal("E")),
        Field("record_type",                 2,  1, Literal("5")),
        Field("candidate_status",            3,  1, Code(CANDIDATE_STATUS), role="candidate.status", default="C"),
        Field("centre_number",               4,  5, Digits(), role="centre.number", key=True, agrees="centre"),
        Field("candidate_number",            9,  4, Digits(), role="candidate.number", forbidden=("0000",), key=True),
        Field("candidate_name",             13, 40, Text(NAMES_CHARACTERS), role="candidate.name", personal=True),
        Field("sex",                        53,  1, Code(SEX), role="candidate.sex"),
        Field("date_of_birth",              54,  6, Date((1930, 2029)), role="candidate.date_of_birth", none=("000000",), personal=True),
        Field("uci",                        60, 13, Text(PUBLISHED_CHARACTERS), role="candidate.uci", blank=True, personal=True, identifier=uci),
        Field("upn",                        73, 13, Text(PUBLISHED_CHARACTERS), role="candidate.upn", grade="B", blank=True, personal=True, identifier=upn),
        Field("uln",                        86, 10, Digits(), role="candidate.uln", blank=True, personal=True, identifier=uln),
        Field("qualifier_flag",             96,  1, Code(QUALIFIER_FLAG), formerly="previous_qualifier_flag", role="candidate.qualifier_flag", grade="C", blank=True),
        Field("optional_centre_number",     97,  5, Text(PUBLISHED_CHARACTERS), role="candidate.optional_centre_number", grade="C", blank=True),
        Field("optional_candidate_number", 102,  4, Text(PUBLISHED_CHARACTERS), role="candidate.optional_candidate_number", grade="C", blank=True),
        Field("documentation_group",       106,  3, Text(PUBLISHED_CHARACTERS), role="candidate.documentation_group", grade="C", blank=True),
        Field("entries",                   109, 84, Group(EntryItem, 12, holes="allowed"), role="entry.items", blank=True),
    )
    ACCEPT = (
        r"E"  # data_type
        r"5"  # record_type
        rf"{CANDIDATE_STATUS_PATTERN_1}"  # candidate_status
        r"[0-9]{5}"  # centre_number
        r"(?!0000)[0-9]{4}"  # candidate_number
        rf"{NAMES_FIRST}{NAMES_FURTHER}{{39}}"  # candidate_name
        rf"{SEX_PATTERN_1}"  # sex
        r"(?:(?:(?:0[1-9]|1[0-9]|2[0-8])(?:0[1-9]|1[0-2])[0-9]{2}|(?:29|30)(?:0[13-9]|1[0-2])[0-9]{2}|31(?:0[13578]|1[02])[0-9]{2}|2902(?:[02468][048]|[13579][26]))|000000)"  # date_of_birth
        r"(?:[0-9]{5}[0A-Z][0-9]{6}[ABCDEFGHKLMRTVWXY]| {13})"  # uci
        r"(?:[ABCDEFGHJKLMNPQRTUVWXYZ][0-9]{11}[0-9ABCDEFGHJKLMNPQRTUVWXYZ]| {13})"  # upn
        r"(?:[1-9][0-9]{9}| {10})"  # uln
        rf"(?:{QUALIFIER_FLAG_PATTERN_1}| )"  # qualifier_flag
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{4}}| {{5}})"  # optional_centre_number
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{3}}| {{4}})"  # optional_candidate_number
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{2}}| {{3}})"  # documentation_group
        rf"(?=(?:(?! {{7}}){PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{5}}(?:{PUBLISHED_FIRST}| )){{0,12}} *(?<=\A.{{192}})).{{84}}"  # entries
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """Entries, always E."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5."""
        return self.line[1:2].rstrip(" ")

    @property
    def candidate_status(self) -> str:
        """Whether the candidate is the centre's own or a private candidate."""
        return self.line[2:3].rstrip(" ")

    @property
    def centre_number(self) -> str:
        """The centre's number."""
        return self.line[3:8].rstrip(" ")

    @property
    def candidate_number(self) -> str:
        """The candidate's number within the centre, 0001 to 9999."""
        return self.line[8:12].rstrip(" ")

    @property
    def candidate_name(self) -> str:
        """The candidate's name, SURNAME:FORENAMES, with one colon; without forenames the colon
        ends it.
        """
        return self.line[12:52].rstrip(" ")

    @property
    def sex(self) -> str:
        """The candidate's sex."""
        return self.line[52:53].rstrip(" ")

    @property
    def date_of_birth(self) -> datetime.date | None:
        """The candidate's date of birth; null if it is not known."""
        return read_date(self, "date_of_birth", self.line[53:59], 1930, ("000000",))

    @property
    def uci(self) -> str:
        """The candidate's unique candidate identifier."""
        return self.line[59:72].rstrip(" ")

    @property
    def upn(self) -> str:
        """The candidate's unique pupil number."""
        return self.line[72:85].rstrip(" ")

    @property
    def uln(self) -> str:
        """The candidate's unique learner number."""
        return self.line[85:95].rstrip(" ")

    @property
    def qualifier_flag(self) -> str:
        """Whether the candidate's marks are carried forward from an earlier series, or the
        candidate is a guest; blank in every file seen.
        """
        return self.line[95:96].rstrip(" ")

    @property
    def previous_qualifier_flag(self) -> str:
        """The former name of `qualifier_flag`, for one more release."""
        self._warn_of("previous_qualifier_flag")
        return self.qualifier_flag

    @property
    def optional_centre_number(self) -> str:
        """With the qualifier flag P, the number of the centre in the earlier series; with G, that
        of the candidate's home centre. Blank in every file seen.
        """
        return self.line[96:101].rstrip(" ")

    @property
    def optional_candidate_number(self) -> str:
        """The candidate's number at the centre of optional_centre_number; blank in every file
        seen.
        """
        return self.line[101:105].rstrip(" ")

    @property
    def documentation_group(self) -> str:
        """The documentation group. It is blank in every file seen, and its use is not established."""
        return self.line[105:108].rstrip(" ")

    @property
    def entries(self) -> tuple[EntryItem, ...]:
        """Up to twelve options; places among them may be blank."""
        return read_group(self.line[108:192], EntryItem, holes=True)

    @classmethod
    def build(
        cls,
        *,
        candidate_status: str = "C",
        centre_number: str,
        candidate_number: str,
        candidate_name: str,
        sex: str,
        date_of_birth: datetime.date | None = None,
        uci: str = "",
        upn: str = "",
        uln: str = "",
        qualifier_flag: str = "",
        optional_centre_number: str = "",
        optional_candidate_number: str = "",
        documentation_group: str = "",
        entries: Iterable[EntryItem | None] = (),
        previous_qualifier_flag: str = "",
    ) -> Self:
        """Build an Entry. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        if cls._is_given("previous_qualifier_flag", previous_qualifier_flag, ""):
            qualifier_flag = previous_qualifier_flag
        return cls._build(
            (
                candidate_status,
                centre_number,
                candidate_number,
                candidate_name,
                sex,
                date_of_birth,
                uci,
                upn,
                uln,
                qualifier_flag,
                optional_centre_number,
                optional_candidate_number,
                documentation_group,
                entries,
            )
        )

    def replace(self, **changes: Unpack[EntryChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> EntryValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: EntryValues = self._as_dict()
        return values


class EntryChanges(TypedDict, total=False):
    """The arguments of `Entry.replace`."""

    candidate_status: str
    centre_number: str
    candidate_number: str
    candidate_name: str
    sex: str
    date_of_birth: datetime.date | None
    uci: str
    upn: str
    uln: str
    qualifier_flag: str
    previous_qualifier_flag: str
    optional_centre_number: str
    optional_candidate_number: str
    documentation_group: str
    entries: Iterable[EntryItem | None]


class EntryValues(TypedDict):
    """The result of `Entry.as_dict`."""

    candidate_status: str
    centre_number: str
    candidate_number: str
    candidate_name: str
    sex: str
    date_of_birth: datetime.date | None
    uci: str
    upn: str
    uln: str
    qualifier_flag: str
    optional_centre_number: str
    optional_candidate_number: str
    documentation_group: str
    entries: list[EntryItemValues]


class Amendment(Record):
    """Amended entries of a candidate (A5).

    One candidate and up to twelve options that replace all earlier entries of the candidate.

    A candidate with more than twelve entries needs a further record, with the same positions 1-108.
    A candidate withdrawn from everything is sent without codes.

    Length 192. Grade B (school-information-system, school-own-systems, school-entry-files).

        start  end width  kind     field
            1    1     1  literal  data_type
            2    2     1  literal  record_type
            3    3     1  code     candidate_status
            4    8     5  digits   centre_number
            9   12     4  digits   candidate_number
           13   52    40  text     candidate_name
           53   53     1  code     sex
           54   59     6  date     date_of_birth
           60   72    13  text     uci
           73   85    13  text     upn
           86   95    10  digits   uln
           96   96     1  code     qualifier_flag
           97  101     5  text     optional_centre_number
          102  105     4  text     optional_candidate_number
          106  108     3  text     documentation_group
          109  192    84  group    entries
    """

    __slots__ = ()

    KEY = "A5"
    ROLE = "amendment"
    TITLE = "Amended entries of a candidate"
    GRADE = "B"
    LENGTHS: ClassVar[Mapping[str, int]] = {"A": 192}
    RULES = RULES
    # fmt: off
    FIELDS = field_table(
        Field("data_type",                   1,  1, Literal("A")),
        Field("record_type",                 2,  1, Literal("5")),
        Field("candidate_status",            3,  1, Code(CANDIDATE_STATUS), role="candidate.status", default="C"),
        Field("centre_number",               4,  5, Digits(), role="centre.number", key=True, agrees="centre"),
        Field("candidate_number",            9,  4, Digits(), role="candidate.number", forbidden=("0000",), key=True),
        Field("candidate_name",             13, 40, Text(NAMES_CHARACTERS), role="candidate.name", personal=True),
        Field("sex",                        53,  1, Code(SEX), role="candidate.sex"),
        Field("date_of_birth",              54,  6, Date((1930, 2029)), role="candidate.date_of_birth", none=("000000",), personal=True),
        Field("uci",                        60, 13, Text(PUBLISHED_CHARACTERS), role="candidate.uci", blank=True, personal=True, identifier=uci),
        Field("upn",                        73, 13, Text(PUBLISHED_CHARACTERS), role="candidate.upn", grade="B", blank=True, personal=True, identifier=upn),
        Field("uln",                        86, 10, Digits(), role="candidate.uln", blank=True, personal=True, identifier=uln),
        Field("qualifier_flag",             96,  1, Code(QUALIFIER_FLAG), formerly="previous_qualifier_flag", role="candidate.qualifier_flag", grade="C", blank=True),
        Field("optional_centre_number",     97,  5, Text(PUBLISHED_CHARACTERS), role="candidate.optional_centre_number", grade="C", blank=True),
        Field("optional_candidate_number", 102,  4, Text(PUBLISHED_CHARACTERS), role="candidate.optional_candidate_number", grade="C", blank=True),
        Field("documentation_group",       106,  3, Text(PUBLISHED_CHARACTERS), role="candidate.documentation_group", grade="C", blank=True),
        Field("entries",                   109, 84, Group(EntryItem, 12, holes="allowed"), role="entry.items", blank=True),
    )
    ACCEPT = (
        r"A"  # data_type
        r"5"  # record_type
        rf"{CANDIDATE_STATUS_PATTERN_1}"  # candidate_status
        r"[0-9]{5}"  # centre_number
        r"(?!0000)[0-9]{4}"  # candidate_number
        rf"{NAMES_FIRST}{NAMES_FURTHER}{{39}}"  # candidate_name
        rf"{SEX_PATTERN_1}"  # sex
        r"(?:(?:(?:0[1-9]|1[0-9]|2[0-8])(?:0[1-9]|1[0-2])[0-9]{2}|(?:29|30)(?:0[13-9]|1[0-2])[0-9]{2}|31(?:0[13578]|1[02])[0-9]{2}|2902(?:[02468][048]|[13579][26]))|000000)"  # date_of_birth
        r"(?:[0-9]{5}[0A-Z][0-9]{6}[ABCDEFGHKLMRTVWXY]| {13})"  # uci
        r"(?:[ABCDEFGHJKLMNPQRTUVWXYZ][0-9]{11}[0-9ABCDEFGHJKLMNPQRTUVWXYZ]| {13})"  # upn
        r"(?:[1-9][0-9]{9}| {10})"  # uln
        rf"(?:{QUALIFIER_FLAG_PATTERN_1}| )"  # qualifier_flag
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{4}}| {{5}})"  # optional_centre_number
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{3}}| {{4}})"  # optional_candidate_number
        rf"(?:{PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{2}}| {{3}})"  # documentation_group
        rf"(?=(?:(?! {{7}}){PUBLISHED_FIRST}{PUBLISHED_FURTHER}{{5}}(?:{PUBLISHED_FIRST}| )){{0,12}} *(?<=\A.{{192}})).{{84}}"  # entries
    )
    # fmt: on

    @property
    def data_type(self) -> str:
        """Amendments, always A."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5."""
        return self.line[1:2].rstrip(" ")

    @property
    def candidate_status(self) -> str:
        """Whether the candidate is the centre's own or a private candidate."""
        return self.line[2:3].rstrip(" ")

    @property
    def centre_number(self) -> str:
        """The centre's number."""
        return self.line[3:8].rstrip(" ")

    @property
    def candidate_number(self) -> str:
        """The candidate's number within the centre, 0001 to 9999."""
        return self.line[8:12].rstrip(" ")

    @property
    def candidate_name(self) -> str:
        """The candidate's name, SURNAME:FORENAMES, with one colon; without forenames the colon
        ends it.
        """
        return self.line[12:52].rstrip(" ")

    @property
    def sex(self) -> str:
        """The candidate's sex."""
        return self.line[52:53].rstrip(" ")

    @property
    def date_of_birth(self) -> datetime.date | None:
        """The candidate's date of birth; null if it is not known."""
        return read_date(self, "date_of_birth", self.line[53:59], 1930, ("000000",))

    @property
    def uci(self) -> str:
        """The candidate's unique candidate identifier."""
        return self.line[59:72].rstrip(" ")

    @property
    def upn(self) -> str:
        """The candidate's unique pupil number."""
        return self.line[72:85].rstrip(" ")

    @property
    def uln(self) -> str:
        """The candidate's unique learner number."""
        return self.line[85:95].rstrip(" ")

    @property
    def qualifier_flag(self) -> str:
        """Whether the candidate's marks are carried forward from an earlier series, or the
        candidate is a guest; blank in every file seen.
        """
        return self.line[95:96].rstrip(" ")

    @property
    def previous_qualifier_flag(self) -> str:
        """The former name of `qualifier_flag`, for one more release."""
        self._warn_of("previous_qualifier_flag")
        return self.qualifier_flag

    @property
    def optional_centre_number(self) -> str:
        """With the qualifier flag P, the number of the centre in the earlier series; with G, that
        of the candidate's home centre. Blank in every file seen.
        """
        return self.line[96:101].rstrip(" ")

    @property
    def optional_candidate_number(self) -> str:
        """The candidate's number at the centre of optional_centre_number; blank in every file
        seen.
        """
        return self.line[101:105].rstrip(" ")

    @property
    def documentation_group(self) -> str:
        """The documentation group. It is blank in every file seen, and its use is not established."""
        return self.line[105:108].rstrip(" ")

    @property
    def entries(self) -> tuple[EntryItem, ...]:
        """Up to twelve options; places among them may be blank."""
        return read_group(self.line[108:192], EntryItem, holes=True)

    @classmethod
    def build(
        cls,
        *,
        candidate_status: str = "C",
        centre_number: str,
        candidate_number: str,
        candidate_name: str,
        sex: str,
        date_of_birth: datetime.date | None = None,
        uci: str = "",
        upn: str = "",
        uln: str = "",
        qualifier_flag: str = "",
        optional_centre_number: str = "",
        optional_candidate_number: str = "",
        documentation_group: str = "",
        entries: Iterable[EntryItem | None] = (),
        previous_qualifier_flag: str = "",
    ) -> Self:
        """Build an Amendment. Values are padded; literals are filled in.

        Raises BuildError if a value does not fit (never truncates).
        """
        if cls._is_given("previous_qualifier_flag", previous_qualifier_flag, ""):
            qualifier_flag = previous_qualifier_flag
        return cls._build(
            (
                candidate_status,
                centre_number,
                candidate_number,
                candidate_name,
                sex,
                date_of_birth,
                uci,
                upn,
                uln,
                qualifier_flag,
                optional_centre_number,
                optional_candidate_number,
                documentation_group,
                entries,
            )
        )

    def replace(self, **changes: Unpack[AmendmentChanges]) -> Self:
        """A copy with these fields set; all other characters are kept. Raises BuildError."""
        return self._replace(changes)

    def as_dict(self) -> AmendmentValues:
        """The values of the fields by name. Raises FieldError if one cannot be decoded."""
        values: AmendmentValues = self._as_dict()
        return values


class AmendmentChanges(TypedDict, total=False):
    """The arguments of `Amendment.replace`."""

    candidate_status: str
    centre_number: str
    candidate_number: str
    candidate_name: str
    sex: str
    date_of_birth: datetime.date | None
    uci: str
    upn: str
    uln: str
    qualifier_flag: str
    previous_qualifier_flag: str
    optional_centre_number: str
    optional_candidate_number: str
    documentation_group: str
    entries: Iterable[EntryItem | None]


class AmendmentValues(TypedDict):
    """The result of `Amendment.as_dict`."""

    candidate_status: str
    centre_number: str
    candidate_number: str
    candidate_name: str
    sex: str
    date_of_birth: datetime.date | None
    uci: str
    upn: str
    uln: str
    qualifier_flag: str
    optional_centre_number: str
    optional_candidate_number: str
    documentation_group: str
    entries: list[EntryItemValues]
