"""Compares the files that a centre sends for a series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core.files import File
from ...core.issues import Fault, Issue
from ...core.kinds.kind import is_number
from ...core.places import Place
from ...core.registry import rule
from ...core.roles import text_or_blank
from ...exams.envelope import SEQUENCE_NUMBER
from ...exams.sequences import SENT_AFTER, issues_of_sequence
from ..file_rules import ABOUT_FILES, FileRules, may_have
from ..progress import NumberedRecord, fault_at


@rule("file.amendment-first", about=ABOUT_FILES)
class Amendments(FileRules):
    """Amendments must come after the entries, which have the first number."""

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        is_of_amendments = self.progress.letter and may_have(self.progress, SENT_AFTER)
        if record.place is Place.CENTRE_HEADER and is_of_amendments:
            number = text_or_blank(record.record, SEQUENCE_NUMBER)
            if is_number(number) and int(number) == 1:
                message = "number 1 is for the entries: an amendment must have a later number"
                fault = fault_at(record.record, SEQUENCE_NUMBER, "file.amendment-first", message)
                yield record.located(fault)


@rule("cross.second-entries")
def second_entries(files: Sequence[File]) -> Iterator[Issue]:
    """All entry files but the first, of one centre for an awarding body and series."""
    first, *further = files
    for file in further:
        message = f"the entries are in {first.name} already: later files must be amendments"
        yield from issues_of_sequence(file, "cross.second-entries", message)
