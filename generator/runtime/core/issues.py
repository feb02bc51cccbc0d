"""The findings of `check`, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple

from .conditions import Texts, header_has
from .listing import listed


class Severity(StrEnum):
    """How serious an issue is; an error is more than a warning. Only facts of grade A or B can be
    errors."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"

    @property
    def gravity(self) -> int:
        """The rank, from 0 for information upwards."""
        return ("information", "warning", "error").index(self.value)

    def __lt__(self, other: object) -> bool:
        return self.gravity < other.gravity if type(other) is Severity else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.gravity <= other.gravity if type(other) is Severity else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.gravity > other.gravity if type(other) is Severity else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.gravity >= other.gravity if type(other) is Severity else NotImplemented


INFERRED = "D"
"""The grade of a fact that is inferred, not observed. Issues that rest on it say so."""

NOT_CONFIRMED = " (not confirmed: this is inferred, and may be wrong)"
"""Follows an issue that rests on an inferred fact. A letter would be mistaken for an exam grade."""

WEAK_GRADES = frozenset(("C", INFERRED))


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that `check` looks for: its severity, evidence grade, reason and remedy.

    With ``own_evidence`` it is a fact about the formats in general, whatever the evidence for the
    record. ``received`` is the severity in files that a centre receives, if that differs.
    ``header`` restricts the rule to files whose header has one of these values in each of these
    fields.
    """

    id: str
    scope: str
    severity: Severity
    grade: str
    meaning: str
    why: str
    do: str
    own_evidence: bool = False
    received: Severity | None = None
    header: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def holds_in(self, header: Texts | None) -> bool:
        """Whether the rule applies to files with this file header, or without one."""
        return not self.header or (header is not None and header_has(self.header, header))

    @property
    def files(self) -> str:
        """The files to which it applies, in words: "where awarding_body is 72"; empty for all
        files."""
        said = (f"{name} is {listed(values, 'or')}" for name, values in self.header.items())
        return f"where {listed(said)}" if self.header else ""

    def grade_on(self, *grades: str) -> str:
        """The weakest grade among the rule and these facts."""
        return self.grade if self.own_evidence else max(self.grade, *grades)

    def severity_on(self, *grades: str) -> Severity:
        """The severity for facts of these grades: facts of grade C or D only give warnings."""
        is_weak = self.grade_on(*grades) in WEAK_GRADES
        return Severity.WARNING if is_weak and self.severity is Severity.ERROR else self.severity


class Fault(NamedTuple):
    """What is wrong: the rule, the message and the place. It becomes an `Issue` when reported.

    ``start`` and ``end`` are positions from 1, inclusive. ``line_number`` and ``text`` give the
    line, if the fault was found among others; they are empty for a whole file. ``grade`` is that of
    the fact, if it differs from that of the record. ``message`` never contains personal data. If it
    quotes the file, ``unquoted`` is the same message without the quotation, for lines whose text
    may have moved.
    """

    rule: str
    message: str
    start: int = 0
    end: int = 0
    field: str = ""
    grade: str = ""
    line_number: int = 0
    text: str = ""
    unquoted: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding: rule, severity, message and place.

    ``line_number`` counts from 1 (0: the whole file); ``start`` and ``end`` are positions from 1,
    inclusive (0: the whole line). ``text`` is the line as read; ``personal`` lists the positions of
    personal data, which printing masks unless told not to. ``grade`` is the weakest grade of the
    facts behind the issue. ``centre_number`` and ``candidate_number`` say whom the line is about;
    ``value`` is the text of the field without surrounding blanks. These are empty if they do not
    apply, or if the text may be personal data. ``advice`` says what to do.
    """

    rule: str
    severity: Severity
    message: str
    file: str = ""
    line_number: int = 0
    record: str = ""
    field: str = ""
    start: int = 0
    end: int = 0
    text: str = ""
    personal: tuple[tuple[int, int], ...] = ()
    grade: str = ""
    centre_number: str = ""
    candidate_number: str = ""
    value: str = ""
    advice: str = ""

    @property
    def about(self) -> str:
        """The candidate that the line is about, in words; empty if not known."""
        known = self.centre_number and self.candidate_number
        return f"candidate {self.centre_number} {self.candidate_number}" if known else ""

    def as_dict(self, *, show_personal_data: bool = False) -> dict[str, Any]:
        """The issue as plain data, ready for JSON or a table: the severity as text, the line number
        as ``line``. Personal data in ``text`` is masked unless asked for."""
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "grade": self.grade,
            "message": self.message,
            "file": self.file,
            "line": self.line_number,
            "centre_number": self.centre_number,
            "candidate_number": self.candidate_number,
            "record": self.record,
            "field": self.field,
            "start": self.start,
            "end": self.end,
            "value": self.value,
            "text": self.text if show_personal_data else self.masked_text(),
            "advice": self.advice,
        }

    def __str__(self) -> str:
        place = ":".join(
            str(part) for part in (self.file, self.line_number or "", self.start or "") if part
        )
        said = f"{place + ': ' if place else ''}{self.severity} {self.rule}: {self.message}"
        if self.about:
            said += f" ({self.about})"
        return f"{said}{NOT_CONFIRMED}" if self.grade == INFERRED else said

    def __repr__(self) -> str:
        return f"<Issue {self}>"

    def masked_text(self, mask: str = "*") -> str:
        """The line with every personal character except blanks replaced, all positions kept."""
        text = self.text
        for start, end in self.personal:
            hidden = "".join(c if c == " " else mask for c in text[start - 1 : end])
            text = text[: start - 1] + hidden + text[start - 1 + len(hidden) :]
        return text

    def masked(self) -> Issue:
        """The same issue with its text masked: safe to log or to send."""
        return replace(self, text=self.masked_text(), personal=())
