"""Whose an identifier is: that of one candidate of a centre, in entries as in results."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...core.issues import Fault
from ...core.masking import has_slipped
from ...core.places import Place
from ...core.records import Record
from ...core.registry import rule
from ...core.roles import fields_by_role, text_or_blank
from ...exams.entries import CANDIDATE_NUMBER, IDENTIFIERS, UCI
from ...exams.envelope import CENTRE_NUMBER
from ..context import Context
from ..file_rules import ABOUT_FILES, FileRules, may_have_any
from ..progress import NumberedRecord, Progress, fault_at


@rule("file.identifier-repeat", "cross.identifier-differs", about=ABOUT_FILES)
class Identities(FileRules):
    """Two candidates do not share an identifier, and a result has that of the entries."""

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self.owners: dict[tuple[str, str], str] = {}
        self.columns = {
            key: columns
            for key, record in progress.format.records.items()
            if (columns := _columns_of(record)) is not None
        }

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.place is Place.CENTRE_HEADER:
            self.owners = {}
        return iter(())

    def fast_check(self) -> Callable[[str], bool] | None:
        if not may_have_any(self.progress, self.columns):
            return None
        columns = self.columns
        before = ""

        def is_as_before(line: str) -> bool:
            nonlocal before
            found = columns.get(line[:2])
            if found is None or line[found] == before:
                return True
            before = line[found]
            return False

        return is_as_before

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        candidate = text_or_blank(record.record, CANDIDATE_NUMBER)
        repeated = [
            (role, owner)
            for role in IDENTIFIERS
            if (text := text_or_blank(record.record, role))
            and (owner := self.owners.setdefault((role, text), candidate)) != candidate
        ]
        differing = self._differs(record.record, candidate)
        if (repeated or differing) and not has_slipped(record.record):
            for role, owner in repeated:
                message = f"candidate {owner} has the same"
                fault = fault_at(record.record, role, "file.identifier-repeat", message)
                yield record.located(fault)
            yield from map(record.located, differing)

    def _differs(self, record: Record, candidate: str) -> list[Fault]:
        """A result with another unique candidate identifier than the candidate's entries."""
        identifier = text_or_blank(record, UCI)
        identified_in = self.context.identified_in
        if not identifier or identified_in is None:
            return []
        entered = identified_in(text_or_blank(record, CENTRE_NUMBER))
        expected = entered.get(candidate, "")
        if not expected or expected == identifier:
            return []
        others = [other for other, known in entered.items() if known == identifier]
        whose = f": it is that of candidate {others[0]}" if others else ""
        message = f"not that of this candidate's entries{whose}"
        return [fault_at(record, UCI, "cross.identifier-differs", message)]


def _columns_of(record: type[Record]) -> slice | None:
    """From the candidate's number to the last identifier; None where a record has not both."""
    known = fields_by_role(record)
    fields = [known[role] for role in (CANDIDATE_NUMBER, *IDENTIFIERS) if role in known]
    if CANDIDATE_NUMBER not in known or len(fields) < 2:
        return None
    return slice(min(f.start for f in fields) - 1, max(f.end for f in fields))
