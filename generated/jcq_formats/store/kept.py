"""Reads the issues in a store, and their files, back from it."""  # Copied from generator/runtime/store/kept.py by `make generate`; edit that, not this.

from __future__ import annotations

import itertools
import zlib
from dataclasses import dataclass, field

import sqlalchemy as sa

from ..core.files import File
from ..core.records import Record
from ..exams.centres import split_centres
from ..exams.given_files import Given, looked_at, sources_given
from .blocks import Contents, Slot, contents_of
from .kinds import Kinds
from .schema import Schema

KEPT_OPEN = 8
"""The number of files kept in memory during a load after they have been read."""


def packed(data: bytes) -> bytes:
    """The contents of a file, compressed for the store."""
    return zlib.compress(data)


def unpacked(kept: bytes) -> bytes:
    """The contents of a file, byte for byte."""
    return zlib.decompress(kept)


@dataclass(frozen=True, slots=True)
class Kept:
    """An issue in the store. ``number`` is its sequence number, None for a message."""

    issue_id: int
    file_id: int
    slot: Slot
    number: int | None


@dataclass(slots=True)
class KeptIssues:
    """Reads issues in a transaction. Recently read files are kept in memory, so that a file with
    several issues is not read again for each."""

    connection: sa.Connection
    schema: Schema
    kinds: Kinds
    _files: dict[int, tuple[bytes, Contents]] = field(default_factory=dict)
    _split: dict[int, list[File]] = field(default_factory=dict)

    def of_slot(self, slot: Slot) -> list[Kept]:
        """The issues of a slot, the earliest first."""
        issue = self.schema.issue
        same = [issue.c[name] == value for name, value in slot._asdict().items()]
        found = self.connection.execute(
            sa.select(issue.c.issue_id, issue.c.file_id, issue.c.sequence_number)
            .where(*same)
            .order_by(issue.c.position)
        )
        return [Kept(row.issue_id, row.file_id, slot, row.sequence_number) for row in found]

    def given(self, kept: Kept) -> Given:
        """An issue as a separate file, for comparison."""
        data, contents = self._contents(kept.file_id)
        if contents.file is None:
            ((source, version),) = sources_given(data, "file")
        else:
            ((source, version),) = sources_given(self.file(kept), "file")
        return looked_at(source, version)

    def file(self, kept: Kept) -> File:
        """The file of an issue of records, with the records of its centre only."""
        _, contents = self._contents(kept.file_id)
        assert contents.file is not None
        if len(contents.blocks) < 2:
            return contents.file
        if kept.file_id not in self._split:
            self._split[kept.file_id] = split_centres(contents.file, incomplete=True)
        centres = [block.slot.centre_number for block in contents.blocks]
        return self._split[kept.file_id][centres.index(kept.slot.centre_number)]

    def record(self, file_id: int, line_number: int) -> Record:
        """The record on a line of a file, counted from 1."""
        _, contents = self._contents(file_id)
        assert contents.file is not None
        return next(itertools.islice(contents.file, line_number - 1, None))

    def _contents(self, file_id: int) -> tuple[bytes, Contents]:
        if file_id not in self._files:
            file = self.schema.file
            row = self.connection.execute(
                sa.select(file.c.contents, file.c.name, file.c.version).where(
                    file.c.file_id == file_id
                )
            ).one()
            data = unpacked(row.contents)
            while len(self._files) >= KEPT_OPEN:
                oldest = next(iter(self._files))
                del self._files[oldest]
                self._split.pop(oldest, None)
            read = contents_of(data, row.name, row.version, self.kinds, incomplete=True)
            self._files[file_id] = data, read
        return self._files[file_id]
