"""The content shared by all forms of a report on differences: counts, names, notes."""  # Copied from generator/runtime/report/diff/content.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ...core.printable import counted
from ...core.sources import note_of_left_out
from ...exams.diff.bytewise import ByteDifference
from ...exams.diff.differences import NOTHING, DiffCount, Difference, DiffSummary, FieldChange
from ..summary import KEPT_IN_ALL

COUNTS = ("added", "removed", "changed", "up", "down")


@dataclass(slots=True)
class DiffReport:
    """What was compared, and what was found: as many differences as are shown, and all counts."""

    old: str
    new: str
    summary: DiffSummary
    show_personal_data: bool = False
    kept: list[Difference] = field(default_factory=list)
    found: int = 0
    bytes_differ: list[ByteDifference] = field(default_factory=list)
    superseded: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def add(self, difference: Difference) -> None:
        """Counts a difference, and keeps it up to the limit."""
        self.summary.add(difference)
        self.found += 1
        if len(self.kept) < KEPT_IN_ALL:
            self.kept.append(difference)

    @property
    def totals(self) -> list[str]:
        """The numbers of different records, by type, in words."""
        return [count_in_words(count) for count in self.summary.by_record.values()] or [
            "No differences."
        ]

    @property
    def has_grades(self) -> bool:
        """Whether any grade certainly went up or down."""
        return any(count.up or count.down for count in self.summary.by_record.values())

    @property
    def notes(self) -> list[str]:
        """Notes, in sentences."""
        notes = [f"{one}." for one in self.bytes_differ]
        if self.superseded:
            notes.append(f"Not compared, as there is a later issue: {', '.join(self.superseded)}.")
        if self.left_out:
            notes.append(f"{note_of_left_out(self.left_out)}.")
        if self.found > len(self.kept):
            more = counted(self.found - len(self.kept), "difference")
            notes.append(f"{more} not shown: --format json gives all.")
        if self.hides:
            notes.append("Personal data is masked with *.")
        return notes

    @property
    def hides(self) -> bool:
        """Whether anything that is shown is masked."""
        return not self.show_personal_data and any(
            not one.certain or one.personal_key or any(change.personal for change in one.changes)
            for one in self.kept
        )

    def heading(self, difference: Difference) -> str:
        """The heading of a difference, from its key."""
        key = difference.shown_key(show_personal_data=self.show_personal_data)
        doubt = "" if difference.certain else "(cannot be read reliably)"
        return " ".join(filter(None, (*key.values(), doubt)))

    def changes(self, difference: Difference) -> tuple[FieldChange, ...]:
        """The changes that are shown."""
        return difference.shown_changes(show_personal_data=self.show_personal_data)

    def values(self, difference: Difference, change: FieldChange) -> tuple[str, str]:
        """The old and the new value of a field as shown."""
        old, new = difference.shown(change, show_personal_data=self.show_personal_data)
        return old or NOTHING, new or NOTHING

    def field(self, change: FieldChange) -> str:
        """The name of a field, with the item that it belongs to."""
        is_part = change.item and not change.is_item
        return f"{change.field} of {change.item}" if is_part else change.field


def count_in_words(count: DiffCount) -> str:
    """The counts for a record in one sentence."""
    parts = [f"{getattr(count, name):,} {name}" for name in ("added", "removed", "changed")]
    grades = f"; grades: {count.up:,} up, {count.down:,} down" if count.up or count.down else ""
    return f"{count.title}: {', '.join(parts)}{grades}."


def code_rows(summary: DiffSummary, *, grades: bool) -> Iterable[tuple[str, str, list[str]]]:
    """A row for each option or component: its code, its title and its counts."""
    names = COUNTS if grades else COUNTS[:3]
    for code, count in sorted(summary.by_code.items()):
        yield code, count.title, [f"{getattr(count, name):,}" for name in names]
