"""Agreement: what the records of a file, or of a centre's block, must say alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..fields import Field
from ..formats import Place
from ..records import Record
from ..roles import text_of
from .seen import FileRules, Finding, Progress, Seen


class Agreement(FileRules):
    """Fields of the same role hold the same through the file or the block, as the spec says."""

    RULES = ("file.agreement", "file.data-type")

    def __init__(self, progress: Progress) -> None:
        super().__init__(progress)
        self.of_file: dict[str, str] = {}
        self.of_centre: dict[str, str] = {}
        self.ends: list[Seen] = []
        self.blocks = 0
        self.letter = ""
        self.other_letters: set[str] = set()

    def see(self, seen: Seen) -> Iterator[Finding]:
        yield from self._data_type(seen)
        if seen.place is Place.CENTRE_HEADER:
            self.of_centre = {}
            self.blocks += 1
        elif seen.place in (Place.FILE_HEADER, Place.FILE_TRAILER):
            self.ends.append(seen)
        for field in _agreeing(type(seen.record)):
            text = seen.record.text(field.name)
            if field.agrees == "file":
                yield from self._compare(seen, field, text, self.of_file)
            elif seen.place in (Place.CENTRE_HEADER, Place.CENTRE_TRAILER):
                yield from self._compare(seen, field, text, self.of_centre)

    def all_well(self) -> Callable[[str], bool]:
        expected: dict[str, list[tuple[int, int, str]]] = {}
        letter, other_letters = self.letter, self.other_letters
        header = self.progress.centre_header

        def agrees(line: str) -> bool:
            key = line[:2]
            columns = expected.get(key)
            if columns is None:
                if key[0] not in (letter, *other_letters):
                    return False
                columns = expected[key] = self._expected(key, header)
            return all(line[start:end] == text for start, end, text in columns)

        return agrees

    def _expected(self, key: str, header: Seen | None) -> list[tuple[int, int, str]]:
        """The columns of a data record that the centre header repeats, and what it says there."""
        record = self.progress.format.records[key]
        if header is None:
            return []
        said = [(f, text_of(header.record, f.role)) for f in _agreeing(record)]
        return [(f.start - 1, f.end, t.ljust(f.width)) for f, t in said if t is not None]

    def see_data(self, seen: Seen) -> Iterator[Finding]:
        if seen.record.line[:1] != self.letter:
            yield from self._data_type(seen)
        header = self.progress.centre_header
        for field in _agreeing(type(seen.record)):
            expected = text_of(header.record, field.role) if header is not None else None
            if expected is not None and seen.record.text(field.name).rstrip(" ") != expected:
                message = "not the same as in the centre header"
                yield Finding("file.agreement", message, seen, field)

    def finish(self) -> Iterator[Finding]:
        """A file of one block has its address in the file header and file trailer as well."""
        if self.blocks != 1:
            return
        for seen in self.ends:
            for field in _agreeing(type(seen.record)):
                if field.agrees == "centre":
                    text = seen.record.text(field.name)
                    yield from self._compare(seen, field, text, self.of_centre)

    def _compare(
        self, seen: Seen, field: Field, text: str, known: dict[str, str]
    ) -> Iterator[Finding]:
        expected = known.setdefault(field.role, text)
        if text != expected:
            message = f"{text!r}, but {expected!r} before"
            yield Finding("file.agreement", message, seen, field)

    def _data_type(self, seen: Seen) -> Iterator[Finding]:
        """The first letter of every record is that of the first; each other letter is said once."""
        letter = seen.record.line[:1].upper()
        self.letter = self.letter or letter
        if letter not in (self.letter, *self.other_letters):
            self.other_letters.add(letter)
            message = f"data type {letter} in a file of data type {self.letter}"
            yield Finding("file.data-type", message, seen, start=1, end=1)


def agree(record: Record, header: Record) -> bool:
    """Whether a record says what its centre header says, where both say it."""
    said = ((f, text_of(header, f.role)) for f in _agreeing(type(record)))
    return all(t is None or record.text(f.name).rstrip(" ") == t for f, t in said)


def _agreeing(record: type[Record]) -> tuple[Field, ...]:
    """The fields of a record that agree with others; found once for each class."""
    if record not in _AGREEING:
        _AGREEING[record] = tuple(f for f in record.FIELDS.values() if f.agrees)
    return _AGREEING[record]


_AGREEING: dict[type[Record], tuple[Field, ...]] = {}
