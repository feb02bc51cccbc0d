"""What the rules of a file are told: a record and where it stands, and what they answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from ..fields import Field
from ..formats import Format, Place
from ..records import Record


class Seen(NamedTuple):
    """A record, its line number from 1, and the place that it has, or would have in capitals."""

    record: Record
    number: int
    place: Place


class Finding(NamedTuple):
    """A rule, what to say, and the record and field it is about; a file as a whole has neither.

    ``grade`` is that of a further fact that the finding rests on.
    """

    rule: str
    message: str
    seen: Seen | None = None
    field: Field | None = None
    start: int = 0
    end: int = 0
    grade: str = ""


@dataclass(slots=True)
class Progress:
    """How far a file has been read: shared by the rules, kept by `checker`."""

    format: Format
    name: str
    records: int = 0
    records_of_centre: int = 0
    centres: int = 0
    header: Seen | None = None
    centre_header: Seen | None = None
    trailer: Seen | None = None
    keys: dict[str, int] = field(default_factory=dict)
    keys_of_centre: dict[str, int] = field(default_factory=dict)

    def count(self, key: str, number: int) -> None:
        """So many more records that begin so."""
        if number:
            self.records += number
            self.records_of_centre += number
            self.keys[key] = self.keys.get(key, 0) + number
            self.keys_of_centre[key] = self.keys_of_centre.get(key, 0) + number

    def begin_centre(self, header: Seen) -> None:
        """Another centre's block begins."""
        self.centre_header = header
        self.centres += 1
        self.records_of_centre = 0
        self.keys_of_centre = {}

    @property
    def direction(self) -> str:
        """The direction of the file's data type, as its header says, or the first known record
        where there is none; empty where no record says."""
        first = [self.header.record.line] if self.header is not None else []
        for line in (*first, *self.keys):
            data_type = self.format.data_types.get(line[:1].upper())
            if data_type is not None:
                return data_type.direction
        return ""


class FileRules:
    """Rules that need more than one record. Each is told of every record but blank lines."""

    RULES: ClassVar[tuple[str, ...]] = ()

    def __init__(self, progress: Progress) -> None:
        self.progress = progress

    def see(self, seen: Seen) -> Iterator[Finding]:
        """What is wrong, seen this far; called for every record that is not data."""
        return iter(())

    def all_well(self) -> Callable[[str], bool] | None:
        """What says of a data line, fast, that `see_data` has nothing to say; None where it never
        has. Asked anew behind every record that is not data."""
        return None

    def see_data(self, seen: Seen) -> Iterator[Finding]:
        """What is wrong with a data record; called for those that are not `all_well`."""
        return iter(())

    def finish(self) -> Iterator[Finding]:
        """What is wrong, now that the file has ended."""
        return iter(())
