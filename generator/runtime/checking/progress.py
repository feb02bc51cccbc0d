"""The state of the check of a file, shared by its rules."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from ..core.counting import Tally
from ..core.fields import Field
from ..core.formats import DataType, Format
from ..core.issues import Fault, Rule
from ..core.places import Place
from ..core.records import Record
from ..core.roles import by_role


class NumberedRecord(NamedTuple):
    """A record, its line number from 1, and its place. In lower case, the place is that of the same
    record in capitals."""

    record: Record
    number: int
    place: Place

    def fault(
        self,
        rule: str,
        message: str,
        field: Field | None = None,
        *,
        start: int = 0,
        end: int = 0,
    ) -> Fault:
        """A fault of the record in these positions or those of the field; else of the whole
        line."""
        if field is not None:
            return self.located(field.fault(rule, message))
        return self.located(Fault(rule, message, start, end))

    def located(self, fault: Fault) -> Fault:
        """The fault with the number and text of this line."""
        return fault._replace(line_number=self.number, text=self.record.line)


def fault_at(record: Record, role: str, rule: str, message: str, grade: str = "") -> Fault:
    """A fault of the field with this role, or else of the whole record.

    ``grade`` is that of a further fact on which the fault rests.
    """
    found = by_role(record, role)
    fault = found[0].fault(rule, message) if found is not None else Fault(rule, message)
    return fault._replace(grade=grade) if grade else fault


@dataclass(slots=True, kw_only=True)
class Progress(Tally):
    """Counts and headers of a file so far; updated by the engine, read by the rules.

    ``has_ended``: the records so far are a whole file, including its trailer. ``cut_off`` is the
    number of the last line if that ends within a record; else 0. ``is_uncounted``: the number of
    records in some reported lines is unknown. ``date_produced`` is that of the last centre trailer,
    if it can be decoded.
    """

    format: Format
    name: str
    header: NumberedRecord | None = None
    centre_header: NumberedRecord | None = None
    has_ended: bool = False
    cut_off: int = 0
    is_uncounted: bool = False
    date_produced: datetime.date | None = None

    @property
    def letter(self) -> str:
        """The letter of the data type in the file header; empty if there is none."""
        return self.header.record.line[:1].upper() if self.header is not None else ""

    @property
    def needs_no_trailer(self) -> bool:
        """Whether the file may end without a file trailer."""
        rows = self.format.structure_of(self.letter)
        return bool(rows) and not self.format.requires(self.letter, Place.FILE_TRAILER)

    def has(self, rule: Rule) -> bool:
        """Whether the rule applies to files with this file header."""
        return rule.holds_in(self.header.record if self.header is not None else None)

    @property
    def data_type(self) -> DataType | None:
        """The file's data type, by its header or else by the first known record; None if there is
        neither."""
        types = self.format.data_types
        letters = (self.letter, *(key[:1].upper() for key in self.keys))
        return next((types[letter] for letter in letters if letter in types), None)
