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
from ..file_rules import ABOUT_FILES, FileRules
from ..progress import NumberedRecord, Progress, fault_at


@rule("file.identifier-repeat", "cross.identifier-differs", about=ABOUT_FILES)
class Identities(FileRules):
    """Two candidates do not share an identifier, and a result has that of the entries."""

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self.owners: dict[tuple[str, str], str] = {}

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.place is Place.CENTRE_HEADER:
            self.owners = {}
        return iter(())

    def fast_check(self, record: type[Record]) -> Callable[[str], bool] | None:
        known = fields_by_role(record)
        columns = [(r, known[r].start - 1, known[r].end) for r in IDENTIFIERS if r in known]
        if CANDIDATE_NUMBER not in known or not columns:
            return None
        a, b = known[CANDIDATE_NUMBER].start - 1, known[CANDIDATE_NUMBER].end
        start, end = min(a, *(s for _, s, _ in columns)), max(b, *(e for _, _, e in columns))
        owners, is_alone = self.owners, self.context.sent_by is None
        before = ""

        def is_own(line: str) -> bool:
            nonlocal before
            if line[start:end] == before:
                return True
            before, candidate = line[start:end], line[a:b].rstrip(" ")
            return is_alone and all(
                owners.setdefault((role, text), candidate) == candidate
                for role, s, e in columns
                if (text := line[s:e].rstrip(" "))
            )

        return is_own

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
                message = f"the same as candidate {owner}'s"
                fault = fault_at(record.record, role, "file.identifier-repeat", message)
                yield record.located(fault)
            yield from map(record.located, differing)

    def _differs(self, record: Record, candidate: str) -> list[Fault]:
        """A result with another unique candidate identifier than the candidate's entries."""
        identifier = text_or_blank(record, UCI)
        if not identifier or self.context.sent_by is None:
            return []
        sent = self.context.sent_by(text_or_blank(record, CENTRE_NUMBER))
        entered = sent.identifiers if sent is not None else {}
        expected = entered.get(candidate, "")
        if not expected or expected == identifier:
            return []
        others = [other for other, known in entered.items() if known == identifier]
        whose = f": it is candidate {others[0]}'s" if others else ""
        message = f"does not match this candidate's entries{whose}"
        return [fault_at(record, UCI, "cross.identifier-differs", message)]
