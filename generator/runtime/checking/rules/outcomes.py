"""Results and forecasts, which name one option each: every different outcome is checked once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...core.issues import Fault
from ...core.masking import has_slipped
from ...core.places import Place
from ...core.records import Record
from ...core.registry import implementations_about
from ...core.roles import fields_by_role, text_of, text_or_blank, texts_by_role
from ...exams.entries import CANDIDATE_NUMBER
from ...exams.envelope import CENTRE_NUMBER
from ..context import Context, Verdicts
from ..file_rules import FileRules, Suspects, check_every_line
from ..progress import NumberedRecord, Progress, fault_at
from .entered import not_entered
from .options import unknown_options

BLANK = " "

MOST_VERDICTS = 100_000
"""The most outcomes that are cached."""


@dataclass(frozen=True, slots=True)
class Awarded:
    """A result or forecast, its texts by role, and the record of its option; None if that is not
    known."""

    record: Record
    texts: Mapping[str, str]
    option: Record | None


class Outcomes(FileRules):
    """Applies the registered rules about records of ``ROLE`` to every outcome.

    ``CODES`` are the roles of the fields that name the option.
    """

    ROLE = ""
    CODES: tuple[str, ...] = ()

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        basedata = context.basedata
        self.options = basedata.options if basedata is not None else {}
        self.unknown = unknown_options(basedata)
        key = progress.format.version, self.ROLE
        self.verdicts = context.verdicts.setdefault(key, Verdicts())
        self.entered: frozenset[str] | None = None
        self.rules = implementations_about(self.ROLE)

    def fast_check(self, record: type[Record]) -> Suspects | None:
        if record.ROLE != self.ROLE:
            return None
        self.entered = self._entered()
        fields = fields_by_role(record)
        start = self._start(record)
        clean, entered = self.verdicts.clean, self.entered
        named = (CENTRE_NUMBER, CANDIDATE_NUMBER, self.CODES[0])
        parts = [fields[role] for role in named if role in fields]
        if entered is None:
            return lambda lines: [n for n, line in enumerate(lines) if line[start:] not in clean]
        if len(parts) < len(named):
            return check_every_line
        (a, b), (c, d), (e, f) = ((p.start - 1, p.end) for p in parts)
        return lambda lines: [
            number
            for number, line in enumerate(lines)
            if line[start:] not in clean
            or f"{line[a:b]}{line[c:d]}{line[e:f].rstrip(BLANK)}" not in entered
        ]

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        outcome = record.record
        if has_slipped(outcome):
            return
        columns = outcome.line[self._start(type(outcome)) :]
        if columns not in self.verdicts.faults:
            self._judge(columns, outcome)
        yield from map(record.located, self.verdicts.faults[columns])
        if self.unknown is None and self.entered is None:
            return
        named = [(role, text_or_blank(outcome, role)) for role in self.CODES]
        if self.unknown is not None:
            for role, code in named:
                if code and code not in self.options:
                    fault = record.located(fault_at(outcome, role, "", ""))
                    self.unknown.add(code, outcome, fault)
        yield from map(record.located, not_entered(outcome, named, self.entered))

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.place is Place.CENTRE_HEADER and self.unknown is not None:
            self.unknown.end_centre()
        return iter(())

    def finish(self) -> Iterator[Fault]:
        if self.unknown is not None:
            yield from self.unknown.faults(self.progress)

    def _start(self, record: type[Record]) -> int:
        """The position from which the outcome is checked; the first one in a version that names no
        option."""
        fields = fields_by_role(record)
        return min((fields[role].start for role in self.CODES if role in fields), default=1) - 1

    def _entered(self) -> frozenset[str] | None:
        """The entries of this centre's candidates."""
        header = self.progress.centre_header
        centre = text_of(header.record, CENTRE_NUMBER) if header is not None else None
        sent = self.context.sent_by(centre) if self.context.sent_by and centre else None
        return sent.entered if sent is not None else None

    def _judge(self, columns: str, record: Record) -> None:
        verdicts = self.verdicts
        if len(verdicts.faults) >= MOST_VERDICTS:
            verdicts.faults.clear()
            verdicts.clean.clear()
        texts = texts_by_role(record)
        codes = [texts.get(role, "") for role in self.CODES]
        option = self.options.get(next((code for code in reversed(codes) if code), ""))
        awarded = Awarded(record, texts, option)
        faults = [f for check in self.rules for f in check(awarded)]
        verdicts.faults[columns] = faults
        is_known = self.unknown is None or all(c in self.options for c in codes if c)
        if not faults and is_known:
            verdicts.clean.add(columns)
