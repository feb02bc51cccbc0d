"""Differences as data: what is added, removed or changed, and counts of these."""  # Copied from generator/runtime/exams/diff/differences.py by `make generate`; edit that, not this.

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ...core.fields import Field

MASK = "*"
NOTHING = "(blank)"


class DifferenceKind(StrEnum):
    """What happened to the record, or to the candidate to whom the records belong."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Direction(StrEnum):
    """Whether a grade went up or down in the order of its gradeset."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field, or an item of a group, with its old and new value; None if it had or has none.

    ``item`` is the key of the item of a group that it belongs to, such as an option of an entry.
    ``direction`` says whether a grade went up or down, if the order of its gradeset is established
    (grade D). ``personal``: the values are, or may be, personal data.
    """

    field: str
    old: Any
    new: Any
    item: str = ""
    direction: Direction | None = None
    personal: bool = False
    about: Field | None = dataclasses.field(default=None, repr=False, compare=False)

    def __repr__(self) -> str:
        old, new = (MASK if self.personal and v is not None else v for v in (self.old, self.new))
        item = f"[{MASK if self.personal else self.item}]" if self.item else ""
        return f"FieldChange({self.field}{item}: {old!r} -> {new!r})"

    @property
    def is_item(self) -> bool:
        """Whether a whole item was added or removed, rather than a field of it changed."""
        return bool(self.item) and "." not in self.field

    def text(self, value: Any) -> str:
        """A value of the field as it is shown to people."""
        if value is None:
            return ""
        return str(value) if self.about is None else self.about.kind.shown(value)


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: of a record, or of all records of one candidate together.

    ``record`` is the key of the record (``R5``) or the element of a message; it is empty for a line
    of no known record. ``title`` is its name. ``key`` has the identifying texts, by field; those in
    ``personal_key`` are personal data. ``code`` is the option, or the component of a component
    result. If ``certain`` is False, the line could not be interpreted: any character may be
    personal.
    """

    kind: DifferenceKind
    record: str
    title: str
    key: Mapping[str, str]
    changes: tuple[FieldChange, ...] = ()
    code: str = ""
    personal_key: frozenset[str] = frozenset()
    certain: bool = True

    def __repr__(self) -> str:
        key = " ".join(self.shown_key().values())
        return f"Difference({self.kind} {self.record} {key}, {len(self.changes)} fields)"

    def shown_key(self, *, show_personal_data: bool = False) -> dict[str, str]:
        """The key for printing: stars for personal data, unless requested."""
        if show_personal_data:
            return {**self.key}
        if not self.certain:
            return dict.fromkeys(self.key, MASK * 3)
        return {n: MASK * len(t) if n in self.personal_key else t for n, t in self.key.items()}

    def shown_changes(self, *, show_personal_data: bool = False) -> tuple[FieldChange, ...]:
        """The changes for printing: without uncertain ones, unless requested."""
        return self.changes if show_personal_data or self.certain else ()

    def shown(self, change: FieldChange, *, show_personal_data: bool = False) -> tuple[str, str]:
        """The old and new value of a field for printing, likewise."""
        old, new = change.text(change.old), change.text(change.new)
        if show_personal_data or not change.personal:
            return old, new
        return MASK * len(old), MASK * len(new)

    def as_dict(self, *, show_personal_data: bool = False) -> dict[str, Any]:
        """The difference as plain data, dates in ISO 8601; stars for personal data, likewise."""
        changes = []
        for change in self.shown_changes(show_personal_data=show_personal_data):
            values = [_plain(change.old), _plain(change.new)]
            if change.personal and not show_personal_data:
                values = [v if v is None else MASK * len(str(v)) for v in values]
            said = {"field": change.field, "old": values[0], "new": values[1]}
            if change.item:
                said["item"] = change.item
            if change.direction is not None:
                said["direction"] = change.direction.value
            changes.append(said)
        return {
            "difference": self.kind.value,
            "record": self.record,
            "title": self.title,
            "key": self.shown_key(show_personal_data=show_personal_data),
            "code": self.code if show_personal_data or self.certain else "",
            "certain": self.certain,
            "changes": changes,
        }


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (str, int, bool)):
        return value
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value)


@dataclass(slots=True)
class DiffCount:
    """The number of differences: added, removed, changed; and of grades that went up or down."""

    title: str = ""
    added: int = 0
    removed: int = 0
    changed: int = 0
    up: int = 0
    down: int = 0

    def count(self, kind: DifferenceKind) -> None:
        """One more."""
        match kind:
            case DifferenceKind.ADDED:
                self.added += 1
            case DifferenceKind.REMOVED:
                self.removed += 1
            case DifferenceKind.CHANGED:
                self.changed += 1

    def count_grades(self, difference: Difference) -> None:
        """Counts the grades that went up or down in a difference."""
        for change in difference.changes:
            self.up += change.direction is Direction.UP
            self.down += change.direction is Direction.DOWN

    def as_dict(self) -> dict[str, Any]:
        """The counts by name."""
        return {n: getattr(self, n) for n in ("added", "removed", "changed", "up", "down")}


@dataclass(slots=True)
class DiffSummary:
    """The counts by kind of record, and by option or component."""

    titles: Mapping[str, str] = dataclasses.field(default_factory=dict)
    by_record: dict[str, DiffCount] = dataclasses.field(default_factory=dict)
    by_code: dict[str, DiffCount] = dataclasses.field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.by_record)

    def add(self, difference: Difference) -> None:
        """Counts a difference; in entries also each option that was added or withdrawn."""
        total = self.by_record.setdefault(
            difference.record or difference.title, DiffCount(difference.title)
        )
        total.count(difference.kind)
        total.count_grades(difference)
        if not difference.certain:
            return
        if difference.code:
            count = self._of(difference.code)
            count.count(difference.kind)
            count.count_grades(difference)
        changed = set[str]()
        for change in difference.changes:
            if change.is_item:
                kind = DifferenceKind.ADDED if change.old is None else DifferenceKind.REMOVED
                self._of(change.item).count(kind)
            elif change.item and change.item not in changed:
                changed.add(change.item)
                self._of(change.item).count(DifferenceKind.CHANGED)

    def _of(self, code: str) -> DiffCount:
        return self.by_code.setdefault(code, DiffCount(self.titles.get(code, "")))

    def as_dict(self) -> dict[str, Any]:
        """All counts as plain data, options in order of their codes."""
        return {
            "records": {r: {"title": c.title, **c.as_dict()} for r, c in self.by_record.items()},
            "codes": {
                code: {"title": c.title, **c.as_dict()} for code, c in sorted(self.by_code.items())
            },
        }
