# Generated from spec/v14/entries.yaml by `make generate`; edit that, not this.
"""Entries of a candidate, Amended entries of a candidate: the records of version 14."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import ClassVar, Self

from ..core.fields import Field, field_table
from ..core.formats import Place
from ..core.kinds.code import Code
from ..core.kinds.date import Date, date_columns, read_date
from ..core.kinds.digits import Digits
from ..core.kinds.group import Group, group_columns, read_group
from ..core.kinds.kind import are_texts
from ..core.kinds.literal import Literal
from ..core.kinds.text import Text
from ..core.layouts import UNCHANGED, Part, Unchanged
from ..core.records import Record
from ..identifiers import uci, uln, upn
from .codes import CANDIDATE_STATUS, NAMES_CHARACTERS, PUBLISHED_CHARACTERS, SEX
from .rules import RULES


class EntryItem(Part):
    """EntryItem.

    Up to twelve options; the first blank one ends them.

    Positions 109-115 of its record (those of the first; the table counts from 1). Grade B
    (school-information-system, school-own-systems, school-entry-files).

        start  end width  kind  field
            1    6     6  text  option_entry_code
            7    7     1  text  entry_flag
    """

    __slots__ = ()

    START = 1
    END = 7
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field(
            "option_entry_code",
            1,
            6,
            Text(PUBLISHED_CHARACTERS),
            meaning="The option that the candidate is entered for.",
            role="entry.option_code",
            refers_to=("option.code",),
        ),
        Field(
            "entry_flag",
            7,
            1,
            Text(PUBLISHED_CHARACTERS),
            meaning="A flag of the entry, blank in every file seen; its codes are not established.",
            role="entry.flag",
            blank=True,
        ),
    )

    @property
    def option_entry_code(self) -> str:
        """The option that the candidate is entered for. Positions 1-6, text; found in option.code."""
        return self.line[0:6].rstrip(" ")

    @property
    def entry_flag(self) -> str:
        """A flag of the entry, blank in every file seen; its codes are not established. Position
        7, text; may be blank.
        """
        return self.line[6:7].rstrip(" ")

    def values(self) -> tuple[str, str]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (line[0:6].rstrip(" "), line[6:7].rstrip(" "))

    def texts(self) -> tuple[str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (line[0:6].rstrip(" "), line[6:7].rstrip(" "))

    @classmethod
    def build(cls, *, option_entry_code: str, entry_flag: str = "") -> Self:
        """A new EntryItem, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        return cls._built(
            {
                "option_entry_code": option_entry_code,
                "entry_flag": entry_flag,
            }
        )

    def replace(
        self,
        *,
        option_entry_code: Unchanged | str = UNCHANGED,
        entry_flag: Unchanged | str = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "option_entry_code": option_entry_code,
                "entry_flag": entry_flag,
            }
        )


class Entry(Record):
    """Entries of a candidate (E5).

    One candidate and up to twelve options that the candidate is entered for.

    A candidate with more than twelve entries takes a further record, alike in positions 1-108. A
    candidate withdrawn from all is sent with no codes.

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
           96   96     1  text     previous_qualifier_flag
           97  101     5  text     optional_centre_number
          102  105     4  text     optional_candidate_number
          106  108     3  text     documentation_group
          109  192    84  group    entries
    """

    __slots__ = ()

    KEY = "E5"
    ROLE = "entry"
    TITLE = "Entries of a candidate"
    PLACE = Place.DATA
    GRADE = "B"
    LENGTHS: ClassVar[Mapping[str, int]] = {"E": 192}
    END = 192
    PERSONAL = ((13, 52), (54, 59), (60, 72), (73, 85), (86, 95))
    IDENTIFIED = (
        (60, 72, uci),
        (73, 85, upn),
        (86, 95, uln),
    )
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field("data_type", 1, 1, Literal("E"), meaning="Entries, always E."),
        Field("record_type", 2, 1, Literal("5"), meaning="Data, always 5."),
        Field(
            "candidate_status",
            3,
            1,
            Code(CANDIDATE_STATUS),
            meaning="Whether the candidate is the centre's own or a private candidate.",
            role="candidate.status",
        ),
        Field(
            "centre_number",
            4,
            5,
            Digits(),
            meaning="The centre's number.",
            role="centre.number",
            agrees="centre",
        ),
        Field(
            "candidate_number",
            9,
            4,
            Digits(),
            meaning="The candidate's number within the centre, 0001 to 9999.",
            role="candidate.number",
            forbidden=("0000",),
        ),
        Field(
            "candidate_name",
            13,
            40,
            Text(NAMES_CHARACTERS),
            meaning="The candidate's name, SURNAME:FORENAMES, with one colon; without forenames the colon ends it.",
            role="candidate.name",
            personal=True,
        ),
        Field("sex", 53, 1, Code(SEX), meaning="The candidate's sex.", role="candidate.sex"),
        Field(
            "date_of_birth",
            54,
            6,
            Date((1930, 2029)),
            meaning="The candidate's date of birth; none where it is not known.",
            role="candidate.date_of_birth",
            none=("000000",),
            personal=True,
        ),
        Field(
            "uci",
            60,
            13,
            Text(PUBLISHED_CHARACTERS),
            meaning="The candidate's unique candidate identifier.",
            role="candidate.uci",
            blank=True,
            personal=True,
            identifier=uci,
        ),
        Field(
            "upn",
            73,
            13,
            Text(PUBLISHED_CHARACTERS),
            meaning="The candidate's unique pupil number.",
            role="candidate.upn",
            grade="B",
            blank=True,
            personal=True,
            identifier=upn,
        ),
        Field(
            "uln",
            86,
            10,
            Digits(),
            meaning="The candidate's unique learner number.",
            role="candidate.uln",
            blank=True,
            personal=True,
            identifier=uln,
        ),
        Field(
            "previous_qualifier_flag",
            96,
            1,
            Text(PUBLISHED_CHARACTERS),
            meaning="Set when marks are carried forward from an earlier series; blank in every file seen.",
            role="candidate.previous_qualifier_flag",
            grade="C",
            blank=True,
        ),
        Field(
            "optional_centre_number",
            97,
            5,
            Text(PUBLISHED_CHARACTERS),
            meaning="An optional centre number, blank in every file seen; its use is not established.",
            role="candidate.optional_centre_number",
            grade="C",
            blank=True,
        ),
        Field(
            "optional_candidate_number",
            102,
            4,
            Text(PUBLISHED_CHARACTERS),
            meaning="An optional candidate number, blank in every file seen; its use is not established.",
            role="candidate.optional_candidate_number",
            grade="C",
            blank=True,
        ),
        Field(
            "documentation_group",
            106,
            3,
            Text(PUBLISHED_CHARACTERS),
            meaning="The documentation group, blank in every file seen; its use is not established.",
            role="candidate.documentation_group",
            grade="C",
            blank=True,
        ),
        Field(
            "entries",
            109,
            84,
            Group(EntryItem, 12),
            meaning="Up to twelve options; the first blank one ends them.",
            role="entry.items",
            blank=True,
        ),
    )

    ACCEPT = (
        r"E"  # data_type
        r"5"  # record_type
        r"[CP]"  # candidate_status
        r"[0-9]{5}"  # centre_number
        r"(?!0000)[0-9]{4}"  # candidate_number
        r"['\(\)\-\.:A-Za-z][\ '\(\)\-\.:A-Za-z]{39}"  # candidate_name
        r"[FM]"  # sex
        r"(?:(?:(?:0[1-9]|1[0-9]|2[0-8])(?:0[1-9]|1[0-2])[0-9]{2}|(?:29|30)(?:0[13-9]|1[0-2])[0-9]{2}|31(?:0[13578]|1[02])[0-9]{2}|2902(?:[02468][048]|[13579][26]))|000000)"  # date_of_birth
        r"(?:[0-9]{5}[0A-Z][0-9]{6}[ABCDEFGHKLMRTVWXY]| {13})"  # uci
        r"(?:[ABCDEFGHJKLMNPQRTUVWXYZ][0-9]{11}[0-9ABCDEFGHJKLMNPQRTUVWXYZ]| {13})"  # upn
        r"(?:[1-9][0-9]{9}| {10})"  # uln
        r"(?:[\#%-:\?A-Z_-z]| )"  # previous_qualifier_flag
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{4}| {5})"  # optional_centre_number
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{3}| {4})"  # optional_candidate_number
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{2}| {3})"  # documentation_group
        r"(?=(?:(?! {7})[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}(?:[\#%-:\?A-Z_-z]| )){0,12} *(?<=\A.{192})).{84}"  # entries
    )

    @property
    def data_type(self) -> str:
        """Entries, always E. Position 1, literal."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5. Position 2, literal."""
        return self.line[1:2].rstrip(" ")

    @property
    def candidate_status(self) -> str:
        """Whether the candidate is the centre's own or a private candidate. Position 3, code, code
        list candidate_status.
        """
        return self.line[2:3].rstrip(" ")

    @property
    def centre_number(self) -> str:
        """The centre's number. Positions 4-8, digits; agrees through the centre."""
        return self.line[3:8].rstrip(" ")

    @property
    def candidate_number(self) -> str:
        """The candidate's number within the centre, 0001 to 9999. Positions 9-12, digits; never
        0000.
        """
        return self.line[8:12].rstrip(" ")

    @property
    def candidate_name(self) -> str:
        """The candidate's name, SURNAME:FORENAMES, with one colon; without forenames the colon
        ends it. Positions 13-52, text; personal data.
        """
        return self.line[12:52].rstrip(" ")

    @property
    def sex(self) -> str:
        """The candidate's sex. Position 53, code, code list sex."""
        return self.line[52:53].rstrip(" ")

    @property
    def date_of_birth(self) -> datetime.date | None:
        """The candidate's date of birth; none where it is not known. Positions 54-59, date; 000000
        means none; personal data.
        """
        return read_date(self, "date_of_birth", self.line[53:59], 1930, ("000000",))

    @property
    def uci(self) -> str:
        """The candidate's unique candidate identifier. Positions 60-72, text; may be blank;
        checked as a UCI; personal data.
        """
        return self.line[59:72].rstrip(" ")

    @property
    def upn(self) -> str:
        """The candidate's unique pupil number. Positions 73-85, text, grade B; may be blank;
        checked as a UPN; personal data.
        """
        return self.line[72:85].rstrip(" ")

    @property
    def uln(self) -> str:
        """The candidate's unique learner number. Positions 86-95, digits; may be blank; checked as
        a ULN; personal data.
        """
        return self.line[85:95].rstrip(" ")

    @property
    def previous_qualifier_flag(self) -> str:
        """Set when marks are carried forward from an earlier series; blank in every file seen.
        Position 96, text, grade C; may be blank.
        """
        return self.line[95:96].rstrip(" ")

    @property
    def optional_centre_number(self) -> str:
        """An optional centre number, blank in every file seen; its use is not established.
        Positions 97-101, text, grade C; may be blank.
        """
        return self.line[96:101].rstrip(" ")

    @property
    def optional_candidate_number(self) -> str:
        """An optional candidate number, blank in every file seen; its use is not established.
        Positions 102-105, text, grade C; may be blank.
        """
        return self.line[101:105].rstrip(" ")

    @property
    def documentation_group(self) -> str:
        """The documentation group, blank in every file seen; its use is not established. Positions
        106-108, text, grade C; may be blank.
        """
        return self.line[105:108].rstrip(" ")

    @property
    def entries(self) -> tuple[EntryItem, ...]:
        """Up to twelve options; the first blank one ends them. Positions 109-192, group; may be
        blank.
        """
        return read_group(self.line[108:192], EntryItem)

    def values(
        self,
    ) -> tuple[
        str,
        str,
        str,
        str,
        str,
        datetime.date | None,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        tuple[EntryItem, ...],
    ]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (
            line[2:3].rstrip(" "),
            line[3:8].rstrip(" "),
            line[8:12].rstrip(" "),
            line[12:52].rstrip(" "),
            line[52:53].rstrip(" "),
            read_date(self, "date_of_birth", line[53:59], 1930, ("000000",)),
            line[59:72].rstrip(" "),
            line[72:85].rstrip(" "),
            line[85:95].rstrip(" "),
            line[95:96].rstrip(" "),
            line[96:101].rstrip(" "),
            line[101:105].rstrip(" "),
            line[105:108].rstrip(" "),
            read_group(line[108:192], EntryItem),
        )

    def texts(self) -> tuple[str, str, str, str, str, str, str, str, str, str, str, str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[2:3].rstrip(" "),
            line[3:8].rstrip(" "),
            line[8:12].rstrip(" "),
            line[12:52].rstrip(" "),
            line[52:53].rstrip(" "),
            line[53:59].rstrip(" "),
            line[59:72].rstrip(" "),
            line[72:85].rstrip(" "),
            line[85:95].rstrip(" "),
            line[95:96].rstrip(" "),
            line[96:101].rstrip(" "),
            line[101:105].rstrip(" "),
            line[105:108].rstrip(" "),
            line[108:192].rstrip(" "),
        )

    @classmethod
    def build(
        cls,
        *,
        candidate_status: str,
        centre_number: str,
        candidate_number: str,
        candidate_name: str,
        sex: str,
        date_of_birth: datetime.date | None = None,
        uci: str = "",
        upn: str = "",
        uln: str = "",
        previous_qualifier_flag: str = "",
        optional_centre_number: str = "",
        optional_candidate_number: str = "",
        documentation_group: str = "",
        entries: Iterable[EntryItem] = (),
    ) -> Self:
        """A new Entry, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            candidate_status,
            centre_number,
            candidate_number,
            candidate_name,
            sex,
            uci,
            upn,
            uln,
            previous_qualifier_flag,
            optional_centre_number,
            optional_candidate_number,
            documentation_group,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"E"
                f"5"
                f"{candidate_status.ljust(1)}"
                f"{centre_number.ljust(5)}"
                f"{candidate_number.ljust(4)}"
                f"{candidate_name.ljust(40)}"
                f"{sex.ljust(1)}"
                f"{date_columns(date_of_birth, 1930, ('000000',))}"
                f"{uci.ljust(13)}"
                f"{upn.ljust(13)}"
                f"{uln.ljust(10)}"
                f"{previous_qualifier_flag.ljust(1)}"
                f"{optional_centre_number.ljust(5)}"
                f"{optional_candidate_number.ljust(4)}"
                f"{documentation_group.ljust(3)}"
                f"{group_columns(entries, EntryItem, 12)}"
            )
            if built is not None:
                return built
        return cls._built(
            {
                "candidate_status": candidate_status,
                "centre_number": centre_number,
                "candidate_number": candidate_number,
                "candidate_name": candidate_name,
                "sex": sex,
                "date_of_birth": date_of_birth,
                "uci": uci,
                "upn": upn,
                "uln": uln,
                "previous_qualifier_flag": previous_qualifier_flag,
                "optional_centre_number": optional_centre_number,
                "optional_candidate_number": optional_candidate_number,
                "documentation_group": documentation_group,
                "entries": entries,
            }
        )

    def replace(
        self,
        *,
        candidate_status: Unchanged | str = UNCHANGED,
        centre_number: Unchanged | str = UNCHANGED,
        candidate_number: Unchanged | str = UNCHANGED,
        candidate_name: Unchanged | str = UNCHANGED,
        sex: Unchanged | str = UNCHANGED,
        date_of_birth: Unchanged | datetime.date | None = UNCHANGED,
        uci: Unchanged | str = UNCHANGED,
        upn: Unchanged | str = UNCHANGED,
        uln: Unchanged | str = UNCHANGED,
        previous_qualifier_flag: Unchanged | str = UNCHANGED,
        optional_centre_number: Unchanged | str = UNCHANGED,
        optional_candidate_number: Unchanged | str = UNCHANGED,
        documentation_group: Unchanged | str = UNCHANGED,
        entries: Unchanged | Iterable[EntryItem] = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "candidate_status": candidate_status,
                "centre_number": centre_number,
                "candidate_number": candidate_number,
                "candidate_name": candidate_name,
                "sex": sex,
                "date_of_birth": date_of_birth,
                "uci": uci,
                "upn": upn,
                "uln": uln,
                "previous_qualifier_flag": previous_qualifier_flag,
                "optional_centre_number": optional_centre_number,
                "optional_candidate_number": optional_candidate_number,
                "documentation_group": documentation_group,
                "entries": entries,
            }
        )


class Amendment(Record):
    """Amended entries of a candidate (A5).

    One candidate and up to twelve options that the candidate is now entered for, in place of all
    before.

    A candidate with more than twelve entries takes a further record, alike in positions 1-108. A
    candidate withdrawn from all is sent with no codes.

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
           96   96     1  text     previous_qualifier_flag
           97  101     5  text     optional_centre_number
          102  105     4  text     optional_candidate_number
          106  108     3  text     documentation_group
          109  192    84  group    entries
    """

    __slots__ = ()

    KEY = "A5"
    ROLE = "amendment"
    TITLE = "Amended entries of a candidate"
    PLACE = Place.DATA
    GRADE = "B"
    LENGTHS: ClassVar[Mapping[str, int]] = {"A": 192}
    END = 192
    PERSONAL = ((13, 52), (54, 59), (60, 72), (73, 85), (86, 95))
    IDENTIFIED = (
        (60, 72, uci),
        (73, 85, upn),
        (86, 95, uln),
    )
    RULES = RULES
    FIELDS: ClassVar[Mapping[str, Field]] = field_table(
        Field("data_type", 1, 1, Literal("A"), meaning="Amendments, always A."),
        Field("record_type", 2, 1, Literal("5"), meaning="Data, always 5."),
        Field(
            "candidate_status",
            3,
            1,
            Code(CANDIDATE_STATUS),
            meaning="Whether the candidate is the centre's own or a private candidate.",
            role="candidate.status",
        ),
        Field(
            "centre_number",
            4,
            5,
            Digits(),
            meaning="The centre's number.",
            role="centre.number",
            agrees="centre",
        ),
        Field(
            "candidate_number",
            9,
            4,
            Digits(),
            meaning="The candidate's number within the centre, 0001 to 9999.",
            role="candidate.number",
            forbidden=("0000",),
        ),
        Field(
            "candidate_name",
            13,
            40,
            Text(NAMES_CHARACTERS),
            meaning="The candidate's name, SURNAME:FORENAMES, with one colon; without forenames the colon ends it.",
            role="candidate.name",
            personal=True,
        ),
        Field("sex", 53, 1, Code(SEX), meaning="The candidate's sex.", role="candidate.sex"),
        Field(
            "date_of_birth",
            54,
            6,
            Date((1930, 2029)),
            meaning="The candidate's date of birth; none where it is not known.",
            role="candidate.date_of_birth",
            none=("000000",),
            personal=True,
        ),
        Field(
            "uci",
            60,
            13,
            Text(PUBLISHED_CHARACTERS),
            meaning="The candidate's unique candidate identifier.",
            role="candidate.uci",
            blank=True,
            personal=True,
            identifier=uci,
        ),
        Field(
            "upn",
            73,
            13,
            Text(PUBLISHED_CHARACTERS),
            meaning="The candidate's unique pupil number.",
            role="candidate.upn",
            grade="B",
            blank=True,
            personal=True,
            identifier=upn,
        ),
        Field(
            "uln",
            86,
            10,
            Digits(),
            meaning="The candidate's unique learner number.",
            role="candidate.uln",
            blank=True,
            personal=True,
            identifier=uln,
        ),
        Field(
            "previous_qualifier_flag",
            96,
            1,
            Text(PUBLISHED_CHARACTERS),
            meaning="Set when marks are carried forward from an earlier series; blank in every file seen.",
            role="candidate.previous_qualifier_flag",
            grade="C",
            blank=True,
        ),
        Field(
            "optional_centre_number",
            97,
            5,
            Text(PUBLISHED_CHARACTERS),
            meaning="An optional centre number, blank in every file seen; its use is not established.",
            role="candidate.optional_centre_number",
            grade="C",
            blank=True,
        ),
        Field(
            "optional_candidate_number",
            102,
            4,
            Text(PUBLISHED_CHARACTERS),
            meaning="An optional candidate number, blank in every file seen; its use is not established.",
            role="candidate.optional_candidate_number",
            grade="C",
            blank=True,
        ),
        Field(
            "documentation_group",
            106,
            3,
            Text(PUBLISHED_CHARACTERS),
            meaning="The documentation group, blank in every file seen; its use is not established.",
            role="candidate.documentation_group",
            grade="C",
            blank=True,
        ),
        Field(
            "entries",
            109,
            84,
            Group(EntryItem, 12),
            meaning="Up to twelve options; the first blank one ends them.",
            role="entry.items",
            blank=True,
        ),
    )

    ACCEPT = (
        r"A"  # data_type
        r"5"  # record_type
        r"[CP]"  # candidate_status
        r"[0-9]{5}"  # centre_number
        r"(?!0000)[0-9]{4}"  # candidate_number
        r"['\(\)\-\.:A-Za-z][\ '\(\)\-\.:A-Za-z]{39}"  # candidate_name
        r"[FM]"  # sex
        r"(?:(?:(?:0[1-9]|1[0-9]|2[0-8])(?:0[1-9]|1[0-2])[0-9]{2}|(?:29|30)(?:0[13-9]|1[0-2])[0-9]{2}|31(?:0[13578]|1[02])[0-9]{2}|2902(?:[02468][048]|[13579][26]))|000000)"  # date_of_birth
        r"(?:[0-9]{5}[0A-Z][0-9]{6}[ABCDEFGHKLMRTVWXY]| {13})"  # uci
        r"(?:[ABCDEFGHJKLMNPQRTUVWXYZ][0-9]{11}[0-9ABCDEFGHJKLMNPQRTUVWXYZ]| {13})"  # upn
        r"(?:[1-9][0-9]{9}| {10})"  # uln
        r"(?:[\#%-:\?A-Z_-z]| )"  # previous_qualifier_flag
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{4}| {5})"  # optional_centre_number
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{3}| {4})"  # optional_candidate_number
        r"(?:[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{2}| {3})"  # documentation_group
        r"(?=(?:(?! {7})[\#%-:\?A-Z_-z][\ \#%-:\?A-Z_-z]{5}(?:[\#%-:\?A-Z_-z]| )){0,12} *(?<=\A.{192})).{84}"  # entries
    )

    @property
    def data_type(self) -> str:
        """Amendments, always A. Position 1, literal."""
        return self.line[0:1].rstrip(" ")

    @property
    def record_type(self) -> str:
        """Data, always 5. Position 2, literal."""
        return self.line[1:2].rstrip(" ")

    @property
    def candidate_status(self) -> str:
        """Whether the candidate is the centre's own or a private candidate. Position 3, code, code
        list candidate_status.
        """
        return self.line[2:3].rstrip(" ")

    @property
    def centre_number(self) -> str:
        """The centre's number. Positions 4-8, digits; agrees through the centre."""
        return self.line[3:8].rstrip(" ")

    @property
    def candidate_number(self) -> str:
        """The candidate's number within the centre, 0001 to 9999. Positions 9-12, digits; never
        0000.
        """
        return self.line[8:12].rstrip(" ")

    @property
    def candidate_name(self) -> str:
        """The candidate's name, SURNAME:FORENAMES, with one colon; without forenames the colon
        ends it. Positions 13-52, text; personal data.
        """
        return self.line[12:52].rstrip(" ")

    @property
    def sex(self) -> str:
        """The candidate's sex. Position 53, code, code list sex."""
        return self.line[52:53].rstrip(" ")

    @property
    def date_of_birth(self) -> datetime.date | None:
        """The candidate's date of birth; none where it is not known. Positions 54-59, date; 000000
        means none; personal data.
        """
        return read_date(self, "date_of_birth", self.line[53:59], 1930, ("000000",))

    @property
    def uci(self) -> str:
        """The candidate's unique candidate identifier. Positions 60-72, text; may be blank;
        checked as a UCI; personal data.
        """
        return self.line[59:72].rstrip(" ")

    @property
    def upn(self) -> str:
        """The candidate's unique pupil number. Positions 73-85, text, grade B; may be blank;
        checked as a UPN; personal data.
        """
        return self.line[72:85].rstrip(" ")

    @property
    def uln(self) -> str:
        """The candidate's unique learner number. Positions 86-95, digits; may be blank; checked as
        a ULN; personal data.
        """
        return self.line[85:95].rstrip(" ")

    @property
    def previous_qualifier_flag(self) -> str:
        """Set when marks are carried forward from an earlier series; blank in every file seen.
        Position 96, text, grade C; may be blank.
        """
        return self.line[95:96].rstrip(" ")

    @property
    def optional_centre_number(self) -> str:
        """An optional centre number, blank in every file seen; its use is not established.
        Positions 97-101, text, grade C; may be blank.
        """
        return self.line[96:101].rstrip(" ")

    @property
    def optional_candidate_number(self) -> str:
        """An optional candidate number, blank in every file seen; its use is not established.
        Positions 102-105, text, grade C; may be blank.
        """
        return self.line[101:105].rstrip(" ")

    @property
    def documentation_group(self) -> str:
        """The documentation group, blank in every file seen; its use is not established. Positions
        106-108, text, grade C; may be blank.
        """
        return self.line[105:108].rstrip(" ")

    @property
    def entries(self) -> tuple[EntryItem, ...]:
        """Up to twelve options; the first blank one ends them. Positions 109-192, group; may be
        blank.
        """
        return read_group(self.line[108:192], EntryItem)

    def values(
        self,
    ) -> tuple[
        str,
        str,
        str,
        str,
        str,
        datetime.date | None,
        str,
        str,
        str,
        str,
        str,
        str,
        str,
        tuple[EntryItem, ...],
    ]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        line = self.line
        return (
            line[2:3].rstrip(" "),
            line[3:8].rstrip(" "),
            line[8:12].rstrip(" "),
            line[12:52].rstrip(" "),
            line[52:53].rstrip(" "),
            read_date(self, "date_of_birth", line[53:59], 1930, ("000000",)),
            line[59:72].rstrip(" "),
            line[72:85].rstrip(" "),
            line[85:95].rstrip(" "),
            line[95:96].rstrip(" "),
            line[96:101].rstrip(" "),
            line[101:105].rstrip(" "),
            line[105:108].rstrip(" "),
            read_group(line[108:192], EntryItem),
        )

    def texts(self) -> tuple[str, str, str, str, str, str, str, str, str, str, str, str, str, str]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        line = self.line
        return (
            line[2:3].rstrip(" "),
            line[3:8].rstrip(" "),
            line[8:12].rstrip(" "),
            line[12:52].rstrip(" "),
            line[52:53].rstrip(" "),
            line[53:59].rstrip(" "),
            line[59:72].rstrip(" "),
            line[72:85].rstrip(" "),
            line[85:95].rstrip(" "),
            line[95:96].rstrip(" "),
            line[96:101].rstrip(" "),
            line[101:105].rstrip(" "),
            line[105:108].rstrip(" "),
            line[108:192].rstrip(" "),
        )

    @classmethod
    def build(
        cls,
        *,
        candidate_status: str,
        centre_number: str,
        candidate_number: str,
        candidate_name: str,
        sex: str,
        date_of_birth: datetime.date | None = None,
        uci: str = "",
        upn: str = "",
        uln: str = "",
        previous_qualifier_flag: str = "",
        optional_centre_number: str = "",
        optional_candidate_number: str = "",
        documentation_group: str = "",
        entries: Iterable[EntryItem] = (),
    ) -> Self:
        """A new Amendment, padded and justified; literals come by themselves.

        Raises BuildError where a value does not fit: nothing is ever cut.
        """
        if are_texts(
            candidate_status,
            centre_number,
            candidate_number,
            candidate_name,
            sex,
            uci,
            upn,
            uln,
            previous_qualifier_flag,
            optional_centre_number,
            optional_candidate_number,
            documentation_group,
        ):
            # The usual case: a line without any fault. All others are looked at field by field.
            built = cls._accepted(
                f"A"
                f"5"
                f"{candidate_status.ljust(1)}"
                f"{centre_number.ljust(5)}"
                f"{candidate_number.ljust(4)}"
                f"{candidate_name.ljust(40)}"
                f"{sex.ljust(1)}"
                f"{date_columns(date_of_birth, 1930, ('000000',))}"
                f"{uci.ljust(13)}"
                f"{upn.ljust(13)}"
                f"{uln.ljust(10)}"
                f"{previous_qualifier_flag.ljust(1)}"
                f"{optional_centre_number.ljust(5)}"
                f"{optional_candidate_number.ljust(4)}"
                f"{documentation_group.ljust(3)}"
                f"{group_columns(entries, EntryItem, 12)}"
            )
            if built is not None:
                return built
        return cls._built(
            {
                "candidate_status": candidate_status,
                "centre_number": centre_number,
                "candidate_number": candidate_number,
                "candidate_name": candidate_name,
                "sex": sex,
                "date_of_birth": date_of_birth,
                "uci": uci,
                "upn": upn,
                "uln": uln,
                "previous_qualifier_flag": previous_qualifier_flag,
                "optional_centre_number": optional_centre_number,
                "optional_candidate_number": optional_candidate_number,
                "documentation_group": documentation_group,
                "entries": entries,
            }
        )

    def replace(
        self,
        *,
        candidate_status: Unchanged | str = UNCHANGED,
        centre_number: Unchanged | str = UNCHANGED,
        candidate_number: Unchanged | str = UNCHANGED,
        candidate_name: Unchanged | str = UNCHANGED,
        sex: Unchanged | str = UNCHANGED,
        date_of_birth: Unchanged | datetime.date | None = UNCHANGED,
        uci: Unchanged | str = UNCHANGED,
        upn: Unchanged | str = UNCHANGED,
        uln: Unchanged | str = UNCHANGED,
        previous_qualifier_flag: Unchanged | str = UNCHANGED,
        optional_centre_number: Unchanged | str = UNCHANGED,
        optional_candidate_number: Unchanged | str = UNCHANGED,
        documentation_group: Unchanged | str = UNCHANGED,
        entries: Unchanged | Iterable[EntryItem] = UNCHANGED,
    ) -> Self:
        """A copy with these fields set; every other column keeps its byte.

        Raises BuildError where a value does not fit.
        """
        return self._replaced(
            {
                "candidate_status": candidate_status,
                "centre_number": centre_number,
                "candidate_number": candidate_number,
                "candidate_name": candidate_name,
                "sex": sex,
                "date_of_birth": date_of_birth,
                "uci": uci,
                "upn": upn,
                "uln": uln,
                "previous_qualifier_flag": previous_qualifier_flag,
                "optional_centre_number": optional_centre_number,
                "optional_candidate_number": optional_candidate_number,
                "documentation_group": documentation_group,
                "entries": entries,
            }
        )
