"""How far a file has been read: what its rules share."""  # Copied from generator/runtime/checking/progress.py by `make generate`; edit that, not this.

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
    """A record, its line number from 1, and its place; in lower case, the place that the record
    would have in capitals."""

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
        """A fault of the record, in these columns or those of the field; else of the whole line."""
        if field is not None:
            return self.located(field.fault(rule, message))
        return self.located(Fault(rule, message, start, end))

    def located(self, fault: Fault) -> Fault:
        """The fault as one of this line."""
        return fault._replace(line_number=self.number, text=self.record.line)


def fault_at(record: Record, role: str, rule: str, message: str, grade: str = "") -> Fault:
    """A fault of the field with this role; of the whole record where there is none.

    ``grade`` is that of a further fact that the fault rests on.
    """
    found = by_role(record, role)
    fault = found[0].fault(rule, message) if found is not None else Fault(rule, message)
    return fault._replace(grade=grade) if grade else fault


@dataclass(slots=True, kw_only=True)
class Progress(Tally):
    """Counts and headers of a file so far; kept by the engine, read by the rules.

    ``has_ended`` says that the records before were a whole file, its trailer included;
    ``cut_off`` is the number of the last line where that ends within a record; else 0.
    ``is_uncounted`` says that nobody can tell how many records lines held that are reported.
    ``date_produced`` is that of the last centre trailer, where it can be read.
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
        """The letter of the data type in the file header; empty where there is none."""
        return self.header.record.line[:1].upper() if self.header is not None else ""

    @property
    def needs_no_trailer(self) -> bool:
        """Whether it is a file that may end without a file trailer."""
        rows = self.format.structure_of(self.letter)
        return bool(rows) and not self.format.requires(self.letter, Place.FILE_TRAILER)

    def has(self, rule: Rule) -> bool:
        """Whether it is a rule for files with this file header."""
        return rule.holds_in(self.header.record if self.header is not None else None)

    @property
    def data_type(self) -> DataType | None:
        """The file's data type, by its header, or by the first known record where there is no
        header; None where there is neither."""
        types = self.format.data_types
        letters = (self.letter, *(key[:1].upper() for key in self.keys))
        return next((types[letter] for letter in letters if letter in types), None)
