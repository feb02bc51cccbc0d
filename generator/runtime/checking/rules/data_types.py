"""The data type of a file: that of its first record, and of all others."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.issues import Fault
from ...core.places import Place
from ...core.records import Record
from ...core.registry import rule
from ..context import Context
from ..file_rules import ABOUT_FILES, FileRules, Suspects, check_every_line
from ..progress import NumberedRecord, Progress


@rule("file.data-type", about=ABOUT_FILES)
class DataTypes(FileRules):
    """Every record must begin with the letter of the first; another letter is reported once."""

    ON_SPOILT_LINES = True

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self.letters: list[str] = []

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        yield from self.on_data(record)
        if record.place is Place.FILE_HEADER and self.progress.has_ended:
            self.letters = [record.record.line[:1].upper()]

    def fast_check(self, record: type[Record]) -> Suspects | None:
        return None if record.KEY[0] in self.letters else check_every_line

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        letter = record.record.line[:1].upper()
        if letter in self.letters:
            return
        self.letters.append(letter)
        if len(self.letters) > 1:
            own, first = self._named(letter), self._named(self.letters[0])
            message = f"this record is of data type {own}, but the file is of data type {first}"
            yield record.fault("file.data-type", message, start=1, end=1)

    def _named(self, letter: str) -> str:
        """The name of a data type in messages."""
        data_type = self.progress.format.data_types.get(letter)
        return f"{letter} ({data_type.title.lower()})" if data_type is not None else letter
