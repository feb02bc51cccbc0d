"""Results: the contents of a results record, in an exams officer's terms."""  # Copied from generator/runtime/exams/results.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.errors import FieldError, JcqError
from ..core.files import File
from ..core.formats import Format, load
from ..core.kinds.code import Code
from ..core.kinds.integer import Integer
from ..core.kinds.variant import Variant
from ..core.masking import is_sound
from ..core.needs import needs
from ..core.other_versions import refuse_misread, with_own_layout
from ..core.places import Place
from ..core.records import Record
from ..core.roles import all_by_role, by_role, text_of, text_or_blank, value_of
from ..core.several import records_given, refusal
from .certainty import certain, refuse_uncertain
from .holding import letters_of, refuse_others
from .in_force import version_wanted

if TYPE_CHECKING:
    from ..by_role import Option, Result

RESULT = "result"
OPTION = "option"
GRADES = {
    "result.first_grade": "option.first_grade_gradeset",
    "result.second_grade": "option.second_grade_gradeset",
    "result.third_grade": "option.third_grade_gradeset",
}
ENDORSEMENTS = {
    "result.first_endorsement": "option.first_endorsement_gradeset",
    "result.second_endorsement": "option.second_endorsement_gradeset",
}
"""The roles of grades in a result, with those of their gradesets in an option. The third is in no
version so far; a grade may also be in the items of a group."""

PENDING, NO_RESULT = "pending", "no_result"
"""The meanings of special grades in the spec."""

KNOWN_GRADES = ("result.first_grade", "result.second_grade")

MISPLACED = frozenset(("field.integer", "field.justified"))
"""The rules that a score or grade breaks if it does not begin in its place."""

ELSEWHERE = frozenset(("field.filler", "field.open-code", "field.unestablished"))
"""The rules that it breaks if its own place is blank and it is elsewhere."""

KNOWN_ITEMS = ("result.score", "result.first_grade")

OPTION_CODES = ("result.option_result_code", "result.option_entry_code")
"""The option of a result: the first of these fields that is filled."""

PARTIAL_ABSENCE = "_partial_absence"

needs(
    "results",
    (RESULT,),
    {
        "centre.number": (),
        "candidate.number": (),
        "candidate.uci": (),
        "candidate.uln": (),
        "result.type": (),
        "result.outcome": (Variant,),
        "result.score": (Integer,),
        **dict.fromkeys((*OPTION_CODES, *KNOWN_GRADES, *ENDORSEMENTS), ()),
        **{role + PARTIAL_ABSENCE: () for role in KNOWN_GRADES},
    },
)

needs(
    "titles and maximum marks of results",
    (OPTION,),
    {"option.title": (), "option.maximum_mark": (Integer,)},
)


class Grade(NamedTuple):
    """A grade as in the file, its meaning if established, and whether it is marked as based on part
    of the work only.

    ``meaning`` is that of a special grade (no result issued, pending), or the grade spelled out if
    the option tells how; otherwise empty.
    """

    text: str
    meaning: str = ""
    partial_absence: bool = False

    def __str__(self) -> str:
        text = f"{self.text} #" if self.partial_absence else self.text
        return f"{text} ({self.meaning})" if self.meaning else text


@dataclass(frozen=True, slots=True)
class CandidateResult:
    """One result of one candidate. ``option`` is the option's record, if it was found."""

    record: Result
    result_type_meaning: str
    score: int | None
    grades: tuple[Grade, ...]
    endorsements: tuple[Grade, ...]
    unread: str = ""
    option: Option | None = None

    @property
    def centre_number(self) -> str:
        """The number of the centre."""
        return text_or_blank(self.record, "centre.number")

    @property
    def candidate_number(self) -> str:
        """The number of the candidate within the centre."""
        return text_or_blank(self.record, "candidate.number")

    @property
    def uci(self) -> str:
        """The unique candidate identifier. Personal data."""
        return text_or_blank(self.record, "candidate.uci")

    @property
    def uln(self) -> str:
        """The unique learner number; empty if there is none. Personal data."""
        return text_or_blank(self.record, "candidate.uln")

    @property
    def option_entry_code(self) -> str:
        """The option that the candidate was entered for; empty if the record does not give it."""
        return text_or_blank(self.record, "result.option_entry_code")

    @property
    def option_result_code(self) -> str:
        """The option that the result is for."""
        return text_or_blank(self.record, "result.option_result_code")

    @property
    def result_type(self) -> str:
        """The code for the type of result."""
        return text_or_blank(self.record, "result.type")

    @property
    def returned_against_another_option(self) -> bool:
        """Whether the result is for another option than the one entered for."""
        entered, returned = self.option_entry_code, self.option_result_code
        return bool(entered and returned) and entered != returned

    @property
    def title(self) -> str:
        """The title of the option; empty if it was not found."""
        return text_or_blank(self.option, "option.title") if self.option is not None else ""

    @property
    def maximum_mark(self) -> int | None:
        """The maximum mark of the option; None if it has none, or was not found."""
        try:
            return value_of(self.option, "option.maximum_mark") if self.option is not None else None
        except FieldError:
            return None

    @property
    def pending(self) -> bool:
        """Whether a grade is still to come."""
        return self._has_special(PENDING)

    @property
    def no_result(self) -> bool:
        """Whether no result is issued: the candidate was absent throughout, or the result is
        withheld."""
        return self._has_special(NO_RESULT)

    def _has_special(self, meaning: str) -> bool:
        """Whether a special grade with this meaning is among the grades; False for an unread
        outcome."""
        return not self.unread and any(
            field.special is not None
            and meaning in field.special.stands_for.get(layout.text(field.name).rstrip(" "), ())
            for role in GRADES
            for field, layout in all_by_role(self.record, role)
        )

    @property
    def partial_absence(self) -> bool:
        """Whether work is missing for any of its grades."""
        return any(grade.partial_absence for grade in (*self.grades, *self.endorsements))

    def __repr__(self) -> str:
        if not is_sound(self.record):
            return "CandidateResult(...)"
        grades = [str(grade) for grade in (*self.grades, *self.endorsements)]
        score = [] if self.score is None else [str(self.score)]
        where = f"{self.centre_number} {self.candidate_number} {self.option_result_code}"
        return f"CandidateResult({where}: {', '.join([*score, *grades]) or 'nothing'})"


def results(
    records: Iterable[Record],
    *,
    options: Mapping[str, Option] | None = None,
    version: str | None = None,
    incomplete: bool = False,
) -> Iterator[CandidateResult]:
    """Yields the results among these records, in constant memory.

    ``records`` may be a file, or what `scan` yields. ``options`` holds option records by code, as
    `options_by_code` returns them: with them, grades given as codes are spelled out if the option
    tells which table applies, according to the version: that of the file, or the one in force
    today, unless ``version`` is given. An outcome of an unknown layout is kept as ``unread``, and
    so is one whose score cannot be decoded or whose grade does not begin in its place: no part of
    it is taken for a grade.

    Raises JcqError if a file is incomplete, or cannot be read reliably (it has a line that does not
    belong in it, or whose text may have slipped). For a file, this is raised before the first
    result; for records that begin with a file header, before such a line and at the end.
    ``incomplete`` accepts them as they are. Raises JcqError as well if there are data records, but
    no results.
    """
    if version is None and isinstance(records, File):
        version = records.format.version
    form = load(version_wanted(version))
    known = {} if options is None else options
    if not _are_options(known):
        needed = "options by code are needed, as jcq.options_by_code(jcq.scan(path)) gives them"
        raise refusal("options", needed, known)
    given = records_given(records, "records")
    if isinstance(records, File):
        refuse_others(records, "results", RESULT)
    if isinstance(records, File) and not incomplete:
        refuse_uncertain(records, is_unread)
    elif not incomplete:
        given = certain(given, form, is_unread)
    others, is_found = "", False
    for record in given:
        if record.ROLE == RESULT:
            is_found = True
            found: Any = record
            codes = (text_of(record, role) for role in OPTION_CODES)
            yield _result(form, found, known.get(next(filter(None, codes), "")))
        elif record.PLACE in (Place.DATA, Place.UNKNOWN) and record.line.strip(" \x1a"):
            others = record.TITLE
    if others and not is_found and letters_of(form, RESULT):
        raise JcqError(f"results are needed, but these are records of another kind: {others}")


def options_by_code(records: Iterable[Record]) -> dict[str, Option]:
    """The option records among these, by entry code.

    ``records`` may be a file, or what `scan` yields. Raises JcqError for a file of another data
    type.
    """
    if isinstance(records, File):
        refuse_others(records, "options", OPTION)
        refuse_misread(records, records.format, records.name)
    found: dict[str, Any] = {}
    for record in with_own_layout(records_given(records, "records")):
        if record.ROLE == OPTION:
            found[text_or_blank(record, "option.code")] = record
    return found


def _are_options(given: object) -> bool:
    """Whether these are option records by code, judging by the first one."""
    if not isinstance(given, Mapping):
        return False
    first = next(iter(given.values()), None)
    return first is None or getattr(first, "ROLE", "") == OPTION


def _result(form: Format, record: Result, option: Option | None) -> CandidateResult:
    outcome = value_of(record, "result.outcome")
    unread = outcome if isinstance(outcome, str) else ""
    score, grades, endorsements = None, tuple[Grade, ...](), tuple[Grade, ...]()
    if _has_slipped(record):
        unread = text_or_blank(record, "result.outcome")
    else:
        score = value_of(record, "result.score")
        grades = tuple(_grades(form, record, option, GRADES))
        endorsements = tuple(_grades(form, record, option, ENDORSEMENTS))
    return CandidateResult(
        record=record,
        result_type_meaning=_code_meaning(record, "result.type"),
        score=score,
        grades=grades,
        endorsements=endorsements,
        unread=unread,
        option=option,
    )


def is_unread(record: Record) -> bool:
    """Whether only the outcome of a result is wrong, which is then kept as unread."""
    outcome = by_role(record, "result.outcome") if record.ROLE == RESULT else None
    return (
        outcome is not None
        and len(record.line) <= record.length
        and all(fault.start >= outcome[0].start for fault in record.faults())
        and _has_slipped(record)
    )


def _has_slipped(record: Record) -> bool:
    """Whether the outcome has impossible text, so that a grade next to it may be incomplete."""
    outcome = by_role(record, "result.outcome")
    if record.accepted or outcome is None:
        return False
    rules = {fault.rule for fault in record.faults() if fault.start >= outcome[0].start}
    if rules & MISPLACED:
        return True
    return bool(rules & ELSEWHERE) and not all(text_of(record, role) for role in KNOWN_ITEMS)


def _code_meaning(record: Record, role: str) -> str:
    found = by_role(record, role)
    if found is None or not isinstance(found[0].kind, Code):
        return ""
    code = text_or_blank(record, role)
    return found[0].kind.list_of(found[1], code).meaning(code) or ""


def _grades(
    form: Format, record: Record, option: Record | None, roles: Mapping[str, str]
) -> Iterator[Grade]:
    for role, gradeset in roles.items():
        for field, layout in all_by_role(record, role):
            text = layout.text(field.name).rstrip(" ")
            flag = text_of(layout, role + PARTIAL_ABSENCE)
            absent = bool(text_of(record, role + PARTIAL_ABSENCE) if flag is None else flag)
            if text or absent:
                meaning = field.special.meaning(text) if field.special is not None else None
                yield Grade(text, meaning or _spelled_out(form, text, option, gradeset), absent)


def _spelled_out(form: Format, text: str, option: Record | None, gradeset_role: str) -> str:
    """The grade spelled out by the table that the option's gradeset names; empty without one."""
    found = by_role(option, gradeset_role) if option is not None else None
    if found is None or not isinstance(found[0].kind, Code):
        return ""
    gradeset = found[1].text(found[0].name).rstrip(" ")
    table = found[0].kind.list_of(found[1], gradeset).spelled_by.get(gradeset, "")
    return form.code_lists[table].meaning(text) or "" if table else ""
