"""Conditions and code lists of fields that depend on the file header."""  # Copied from generator/runtime/checking/rules/header_conditions.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ...core.conditions import CONDITION_RULE
from ...core.issues import Fault
from ...core.places import Place
from ...core.records import Record
from ...core.registry import rule
from ..file_rules import ABOUT_FILES, FileRules, Suspects
from ..progress import NumberedRecord


@rule(CONDITION_RULE, about=ABOUT_FILES)
class HeaderConditions(FileRules):
    """Fields must satisfy the spec for files with this header."""

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.place is not Place.FILE_HEADER and record.record.accepted:
            yield from self.on_data(record)

    def fast_check(self, record: type[Record]) -> Suspects | None:
        if not record.ASKS_HEADER or self.progress.header is None:
            return None
        header = self.progress.header.record
        return lambda lines: [
            number for number, line in enumerate(lines) if any(record(line).faults_in(header))
        ]

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.record.ASKS_HEADER and self.progress.header is not None:
            for fault in record.record.faults_in(self.progress.header.record):
                yield record.located(fault)
