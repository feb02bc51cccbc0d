"""Fields that must have the same value in all records of a file, or of a centre's block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...core.fields import Field
from ...core.issues import Fault
from ...core.kinds.kind import Columns
from ...core.kinds.variant import Variant
from ...core.masking import is_sound
from ...core.places import Place
from ...core.records import Record
from ...core.registry import rule
from ...core.roles import by_role, text_of
from ...core.slips import fields_at_fault
from ..context import Context
from ..file_rules import ABOUT_FILES, FileRules, Suspects
from ..progress import NumberedRecord, Progress

SEASON = {"address.series": "file.series", "address.year": "file.year"}
"""Fields of a broadcast file's address that must equal fields of the file header, by role."""


class ExpectedText(NamedTuple):
    """The text of a field with which others must agree, and the class of its record."""

    text: str
    field: Field
    record: Record


@rule("file.agreement", about=ABOUT_FILES)
class Agreement(FileRules):
    """Fields of the same role must agree throughout the file or the block, as the spec says."""

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self.of_centre: dict[str, ExpectedText] = {}
        self._begin("")

    def _begin(self, letter: str) -> None:
        """Begins a file of a data type: the first, or one that is appended to it."""
        self.of_file: dict[str, ExpectedText] = {}
        self.ends: list[NumberedRecord] = []
        self.blocks = 0
        self.letter = letter

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        letter = record.record.line[:1].upper()
        if record.place is Place.FILE_HEADER and self.progress.has_ended:
            self._begin(letter)
        self.letter = self.letter or letter
        if letter != self.letter:
            return
        if record.place is Place.CENTRE_HEADER:
            self.of_centre = {}
            self.blocks += 1
        elif record.place in (Place.FILE_HEADER, Place.FILE_TRAILER):
            self.ends.append(record)
        for field in _agreeing(type(record.record)):
            text = record.record.text(field.name)
            if field.agrees == "file":
                yield from self._compare(record, field, text, self.of_file)
            elif record.place in (Place.CENTRE_HEADER, Place.CENTRE_TRAILER):
                yield from self._compare(record, field, text, self.of_centre)
            elif record.place in (Place.HEADER, Place.TRAILER):
                yield from self._with_centre_header(record, (field,))

    def fast_check(self, record: type[Record]) -> Suspects | None:
        header = self.progress.centre_header
        if header is None:
            return None
        pairs = [(f, text_of(header.record, f.role)) for f in _agreeing(record)]
        columns = [(f.start - 1, f.end, t.ljust(f.width)) for f, t in pairs if t is not None]
        if len(columns) == 1:
            ((a, b, expected),) = columns
            return lambda lines: [n for n, line in enumerate(lines) if line[a:b] != expected]
        return lambda lines: [
            number
            for number, line in enumerate(lines)
            if any(line[start:end] != text for start, end, text in columns)
        ]

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        return self._with_centre_header(record, _agreeing(type(record.record)))

    def _with_centre_header(
        self, record: NumberedRecord, fields: tuple[Field, ...]
    ) -> Iterator[Fault]:
        header = self.progress.centre_header
        for field in fields:
            expected = text_of(header.record, field.role) if header is not None else None
            if expected is not None and record.record.text(field.name).rstrip(" ") != expected:
                message = "does not match the centre header"
                yield record.fault("file.agreement", message, field)

    def finish(self) -> Iterator[Fault]:
        """A file of one block must have its address in the file header and file trailer as well;
        that of a file for several centres must have the series and year of the file."""
        for record in self.ends:
            yield from self._other_season(record)
        if self.blocks != 1:
            return
        for record in self.ends:
            for field in _agreeing(type(record.record)):
                if field.agrees == "centre" and not self._is_of_several(record.record, field):
                    text = record.record.text(field.name)
                    yield from self._compare(record, field, text, self.of_centre)

    def _other_season(self, record: NumberedRecord) -> Iterator[Fault]:
        """Faults for an address of several centres that contradicts the file header."""
        kinds = [field.kind for field in record.record.FIELDS.values()]
        if not any(isinstance(k, Variant) and k.alternatives.get(self.letter) for k in kinds):
            return
        for role, own in SEASON.items():
            found, expected = by_role(record.record, role), self.of_file.get(own)
            if found is not None and expected is not None:
                field, part = found
                if part.text(field.name) != expected.text:
                    message = f"does not match the {Place.FILE_HEADER.in_words}"
                    yield record.fault("file.agreement", message, field)

    def _is_of_several(self, record: Record, field: Field) -> bool:
        """Whether an address has another layout than that of a centre, and so does not identify the
        centre."""
        reading, expected = _reading(record, field), self.of_centre.get(field.role)
        other = _reading(expected.record, expected.field) if expected is not None else None
        readings = {reading, other}
        return None not in readings and len(readings) > 1

    def _compare(
        self, record: NumberedRecord, field: Field, text: str, first_texts: dict[str, ExpectedText]
    ) -> Iterator[Fault]:
        first = first_texts.setdefault(field.role, ExpectedText(text, field, record.record))
        if text == first.text:
            return
        if field in fields_at_fault(record.record) or first.field in fields_at_fault(first.record):
            # The fault of the field itself is reported already.
            return
        where = f"the {first.record.PLACE.in_words}"
        unquoted = f"does not match {where}"
        quoted = f"{text!r} does not match {first.text!r} in {where}"
        message = quoted if is_sound(first.record) else unquoted
        fault = record.fault("file.agreement", message, field)
        yield fault._replace(unquoted=unquoted)


def _reading(record: Record, field: Field) -> type[Columns] | None:
    """The layout of the field's text, or None."""
    part = field.kind.part(record, field)
    return None if part is None else type(part)


def _agreeing(record: type[Record]) -> tuple[Field, ...]:
    """The fields of a record that must agree with others; cached for each class."""
    if record not in _AGREEING:
        _AGREEING[record] = tuple(f for f in record.FIELDS.values() if f.agrees)
    return _AGREEING[record]


_AGREEING: dict[type[Record], tuple[Field, ...]] = {}
