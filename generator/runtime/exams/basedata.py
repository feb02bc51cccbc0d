"""A basedata set: options, syllabuses, links and components of one series, looked up by code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from ..core.kinds.code import Code
from ..core.records import Record
from ..core.roles import by_role, text_of

OPTION_CODE = "option.code"
SYLLABUS_OF_OPTION = "option.syllabus_code"
DISALLOWED_CODES = ("disallowed.first_code", "disallowed.second_code", "disallowed.third_code")


class Pattern(NamedTuple):
    """A code of a disallowed combination: an option, a syllabus, or all that begin so.

    In some files a blank stands before the wildcard; what it means is not established, and the
    prefix is matched without it (grade D).
    """

    text: str
    prefix: bool

    def matches(self, code: str) -> bool:
        """Whether the code of an option or syllabus is meant."""
        return code.startswith(self.text) if self.prefix else code == self.text


@dataclass(slots=True)
class Basedata:
    """The records of a set by their codes; ``combinations`` holds what may not be held together."""

    options: dict[str, Record] = field(default_factory=dict)
    syllabuses: dict[str, Record] = field(default_factory=dict)
    components: dict[str, Record] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    combinations: list[tuple[Pattern, ...]] = field(default_factory=list)

    @classmethod
    def of(cls, records: Iterable[Record]) -> Basedata:
        """The set that these records make, of whatever data types; others are passed over."""
        found = cls()
        for record in records:
            found.add(record)
        return found

    def add(self, record: Record) -> None:
        """One more record of the set."""
        match record.ROLE:
            case "option":
                self.options[text_of(record, OPTION_CODE) or ""] = record
            case "syllabus":
                self.syllabuses[text_of(record, "syllabus.code") or ""] = record
            case "component":
                self.components[text_of(record, "component.code") or ""] = record
            case "link":
                option = text_of(record, "link.option_code") or ""
                self.links.setdefault(option, []).append(
                    text_of(record, "link.component_code") or ""
                )
            case "disallowed":
                self.combinations.append(disallowed_patterns(record))

    def are_disallowed(self, first: str, second: str) -> bool:
        """Whether one candidate may not hold these two different options."""
        if first == second:
            return False
        one, other = self.names_of(first), self.names_of(second)
        return any(
            _any(a, one) and _any(b, other)
            for patterns in self.combinations
            for i, a in enumerate(patterns)
            for j, b in enumerate(patterns)
            if i != j
        )

    def names_of(self, option: str) -> tuple[str, ...]:
        """The codes by which a combination can mean an option: its own, and its syllabus'."""
        record = self.options.get(option)
        syllabus = text_of(record, SYLLABUS_OF_OPTION) if record is not None else None
        return (option, syllabus) if syllabus else (option,)


def disallowed_patterns(record: Record) -> tuple[Pattern, ...]:
    """What the codes of a disallowed combination stand for; blank ones for nothing."""
    patterns = []
    for role in DISALLOWED_CODES:
        found = by_role(record, role)
        text = found[1].text(found[0].name).rstrip(" ") if found is not None else ""
        if found is not None and text:
            patterns.append(_pattern(text, found[0].wildcard))
    return tuple(patterns)


def _pattern(text: str, wildcard: str) -> Pattern:
    if wildcard and text.endswith(wildcard):
        return Pattern(text.removesuffix(wildcard).rstrip(" "), True)
    return Pattern(text, False)


def _any(pattern: Pattern, names: tuple[str, ...]) -> bool:
    return any(map(pattern.matches, names))


def established_grades(option: Record, gradeset_role: str) -> tuple[str, ...]:
    """The grades, highest first, that the option's gradeset stands for; none where it is not known.

    Which grades a gradeset stands for is of grade D.
    """
    found = by_role(option, gradeset_role)
    if found is None or not isinstance(found[0].kind, Code):
        return ()
    return found[0].kind.codes.stands_for.get(found[1].text(found[0].name).rstrip(" "), ())
