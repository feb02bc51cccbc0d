"""Loads files into the tables of a store, and updates the derived rows, in one transaction."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from ..core.issues import Issue
from ..exams.sequences import SENT_AFTER, SENT_FIRST
from ..tables.schema import RecordTable
from .blocks import PORTION, BlockBegun, RowsRead, Slot, contents_of, rows_by_block
from .changing import changes_between, numbered
from .kept import Kept, KeptIssues, unpacked
from .kinds import Kinds
from .reading import FileBegun, Step
from .schema import Schema
from .standing import standing_rows


class LoadStatus(StrEnum):
    """The outcome for a file."""

    LOADED = "loaded"
    ALREADY = "already loaded"


@dataclass(frozen=True, slots=True)
class LoadedIssue:
    """The contents of a file for one centre or, for basedata, for all.

    ``records`` is the number of records. ``changed`` is the number of records that the issue
    changed, added or removed, or None for the first issue of its slot. ``later`` has the sequence
    numbers of later issues, which take precedence.
    """

    slot: Slot
    title: str
    number: int | None
    records: int
    changed: int | None = None
    later: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file and its outcome. ``same_as`` is the name of a loaded file with the same bytes.

    ``undecodable`` has an issue for each value that could not be decoded.
    """

    name: str
    status: LoadStatus
    issues: tuple[LoadedIssue, ...] = ()
    undecodable: tuple[Issue, ...] = field(default=(), repr=False)
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class _Added:
    """An issue added in this load. Its outcome is known only at the end."""

    kept: Kept
    title: str
    records: int

    def outcome(self, changed: int | None, later: tuple[int | None, ...]) -> LoadedIssue:
        """The issue with its outcome."""
        kept = self.kept
        return LoadedIssue(kept.slot, self.title, kept.number, self.records, changed, later)


@dataclass(slots=True)
class _File:
    """A file of this load, with the issues it added and the values that could not be decoded."""

    name: str
    same_as: str = ""
    added: list[_Added] = field(default_factory=list)
    undecodable: list[Issue] = field(default_factory=list)


@dataclass(slots=True)
class Loading:
    """Adds files within a transaction. `finish` then updates the rows derived from all files."""

    connection: sa.Connection
    schema: Schema
    kinds: Kinds
    notes: list[str] = field(default_factory=list)
    _files: list[_File] = field(default_factory=list)

    def known(self) -> frozenset[str]:
        """The hashes of the files in the store."""
        return frozenset(self.connection.execute(sa.select(self.schema.file.c.sha256)).scalars())

    def add(self, steps: Iterable[Step], *, incomplete: bool) -> None:
        """Adds files, except those that the store has, byte for byte."""
        file_id: int | None = None
        for step in steps:
            if isinstance(step, FileBegun):
                file_id = self._begun(step, incomplete)
            elif file_id is not None:
                self._place(file_id, step)

    def _begun(self, begun: FileBegun, incomplete: bool) -> int | None:
        """Adds a file without its rows, and returns its id; None if the store has it."""
        file = self.schema.file
        known = self.connection.execute(
            sa.select(file.c.name).where(file.c.sha256 == begun.digest)
        ).scalar_one_or_none()
        self._files.append(_File(begun.name, same_as=known or ""))
        if known is not None:
            return None
        result = self.connection.execute(
            sa.insert(file).values(
                sha256=begun.digest,
                name=begun.name,
                version=begun.version,
                incomplete=incomplete,
                loaded_at=datetime.datetime.now().replace(microsecond=0),
                contents=begun.data,
            )
        )
        assert result.inserted_primary_key is not None
        file_id: int = result.inserted_primary_key[0]
        return file_id

    def add_kept(self) -> int:
        """Adds all kept files again after their rows were dropped. Returns the number of files."""
        file = self.schema.file
        ids = self.connection.execute(sa.select(file.c.file_id).order_by(file.c.file_id))
        file_ids = ids.scalars().all()
        for file_id in file_ids:
            row = (
                self.connection.execute(sa.select(file).where(file.c.file_id == file_id))
                .mappings()
                .one()
            )
            data = unpacked(row["contents"])
            found = contents_of(data, row["name"], row["version"], self.kinds, incomplete=True)
            self._files.append(_File(found.name))
            for step in rows_by_block(found, row["sha256"], self.kinds):
                self._place(file_id, step)
        return len(file_ids)

    def _place(self, file_id: int, step: BlockBegun | RowsRead) -> None:
        """Writes an issue of the file that was added last, or rows of its last issue."""
        found = self._files[-1]
        if isinstance(step, BlockBegun):
            kept = Kept(self._issue(file_id, step), file_id, step.slot, step.number)
            found.added.append(_Added(kept, step.title, step.size))
            return
        issue_id = found.added[-1].kept.issue_id
        found.undecodable += step.undecodable
        by_table: dict[str, list[dict[str, Any]]] = {}
        for name, values in step.rows:
            values["issue_id"] = issue_id
            by_table.setdefault(name, []).append(values)
        for name, rows in by_table.items():
            self.connection.execute(sa.insert(self.schema.records[name]), rows)

    @property
    def issue_ids(self) -> list[int]:
        """The ids of the issues that were added."""
        return [one.kept.issue_id for file in self._files for one in file.added]

    def finish(self) -> list[LoadedFile]:
        """Rebuilds the changes and standing entries affected by the added issues, and returns the
        outcome for each file."""
        issues = KeptIssues(self.connection, self.schema, self.kinds)
        added = [one for file in self._files for one in file.added]
        outcomes: dict[int, tuple[int | None, tuple[int | None, ...]]] = {}
        for slot in dict.fromkeys(one.kept.slot for one in added):
            own = {one.kept.issue_id for one in added if one.kept.slot == slot}
            of_slot = issues.of_slot(slot)
            first = next(n for n, kept in enumerate(of_slot) if kept.issue_id in own)
            for place, kept in enumerate(of_slot[first:], first):
                later = tuple(other.number for other in of_slot[place + 1 :])
                outcomes[kept.issue_id] = self._changes(issues, of_slot[: place + 1]), later
            self.notes += _same_numbers(of_slot, own)
        self._standing(issues, [one.kept.slot for one in added])
        return [
            LoadedFile(
                file.name,
                LoadStatus.ALREADY if file.same_as else LoadStatus.LOADED,
                tuple(one.outcome(*outcomes[one.kept.issue_id]) for one in file.added),
                tuple(file.undecodable),
                file.same_as,
            )
            for file in self._files
        ]

    def _issue(self, file_id: int, block: BlockBegun) -> int:
        result = self.connection.execute(
            sa.insert(self.schema.issue).values(
                file_id=file_id,
                title=block.title,
                sequence_number=block.number,
                produced=block.produced,
                position=block.position,
                records=block.size,
                **block.slot._asdict(),
            )
        )
        assert result.inserted_primary_key is not None
        found: int = result.inserted_primary_key[0]
        return found

    def _changes(self, issues: KeptIssues, until: list[Kept]) -> int | None:
        """Rebuilds the changes of the last of these issues. Returns the number of changed records,
        or None if it is the only issue."""
        *before, kept = until
        changes = self.schema.changes
        self.connection.execute(sa.delete(changes).where(changes.c.issue_id == kept.issue_id))
        if not before:
            return None
        given = [issues.given(one) for one in reversed(before)]
        found = numbered(kept.issue_id, changes_between(given, issues.given(kept), self.kinds))
        for portion in _portions(iter(found)):
            self.connection.execute(sa.insert(changes), portion)
        return len({(row["record"], row["key"]) for row in found})

    def _standing(self, issues: KeptIssues, slots: list[Slot]) -> None:
        """Rebuilds the standing entries of these centres."""
        letters = [
            kind.table.record.KEY[:1]
            for kind in self.kinds.every
            if isinstance(kind.table, RecordTable) and kind.role in (SENT_FIRST, SENT_AFTER)
        ]
        standing = self.schema.standing
        sent = dict.fromkeys(s._replace(holds="") for s in slots if s.holds in letters)
        for slot in sent:
            kept = [one for x in letters for one in issues.of_slot(slot._replace(holds=x))]
            rows, notes = standing_rows(slot, [issues.file(one) for one in kept])
            same = [standing.c[name] == value for name, value in slot.origins.items()]
            self.connection.execute(sa.delete(standing).where(*same))
            for portion in _portions(iter(rows)):
                self.connection.execute(sa.insert(standing), portion)
            self.notes += notes


def _same_numbers(of_slot: list[Kept], own: set[int]) -> Iterator[str]:
    """A note for each added issue with the same sequence number as another issue."""
    for one, other in itertools.pairwise(of_slot):
        if one.number and one.number == other.number and own & {one.issue_id, other.issue_id}:
            yield (
                f"{one.slot.in_words}: two files have the number {one.number}, and other contents:"
                " the later date counts; find out which file is right"
            )


def _portions(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while portion := list(itertools.islice(rows, PORTION)):
        yield portion
