"""The issues that a store has, and their files, taken out of it again."""

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
"""How many files are kept in memory during a load, after they were read."""


def packed(data: bytes) -> bytes:
    """The contents of a file as they are kept."""
    return zlib.compress(data)


def unpacked(kept: bytes) -> bytes:
    """The contents of a file, byte for byte."""
    return zlib.decompress(kept)


@dataclass(frozen=True, slots=True)
class Kept:
    """An issue that the store has."""

    issue_id: int
    file_id: int
    slot: Slot
    number: int | None


@dataclass(slots=True)
class KeptIssues:
    """Reads issues in a transaction; a file with several of them is read once."""

    connection: sa.Connection
    schema: Schema
    kinds: Kinds
    _files: dict[int, tuple[bytes, Contents]] = field(default_factory=dict)

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
        """An issue as a file of its own, to be compared."""
        data, contents = self._contents(kept.file_id)
        if contents.file is None:
            ((source, version),) = sources_given(data, "file")
        else:
            ((source, version),) = sources_given(self.file(kept), "file")
        return looked_at(source, version)

    def file(self, kept: Kept) -> File:
        """The file of an issue of records: that of its centre alone."""
        _, contents = self._contents(kept.file_id)
        assert contents.file is not None
        if len(contents.blocks) < 2:
            return contents.file
        centres = [block.slot.centre_number for block in contents.blocks]
        split = split_centres(contents.file, incomplete=True)
        return split[centres.index(kept.slot.centre_number)]

    def record(self, file_id: int, line_number: int) -> Record:
        """A record of a file."""
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
                self._files.pop(next(iter(self._files)))
            read = contents_of(data, row.name, row.version, self.kinds, incomplete=True)
            self._files[file_id] = data, read
        return self._files[file_id]
