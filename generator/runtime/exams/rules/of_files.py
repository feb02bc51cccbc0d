"""The rules of a centre's file, applied as its records go by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ...core.checking.seen import FileRules, Finding, Progress, Seen
from ...core.fields import Field
from ...core.formats import Place
from ...core.masking import has_slipped
from ...core.records import Record
from ...core.roles import by_role, fields_by_role, records_of_role, text_of, text_or_blank
from ..basedata import Basedata
from ..entries import CANDIDATE_NUMBER, ITEMS, candidates, key_and_codes
from ..envelope import CENTRE_NUMBER
from ..new_files import SENT_AFTER, SENT_FIRST
from .of_entries import BORN, born_after_series, candidate_differs, candidate_name, disallowed
from .of_forecasts import RULES_OF_FORECASTS
from .of_results import RULES_OF_RESULTS, Awarded
from .registry import Remark, id_of, rule

BLANK = " "

MOST_VERDICTS = 100_000
"""How many different outcomes are remembered, so that each is judged once."""

NO_BASEDATA = "cross.no-basedata"
OPTION_UNKNOWN = "cross.option-unknown"


@dataclass(slots=True)
class Verdicts:
    """What was found of outcomes, by their columns; ``well`` holds those with nothing to say."""

    well: set[str] = field(default_factory=set)
    remarks: dict[str, list[tuple[str, Remark]]] = field(default_factory=dict)


@dataclass(slots=True)
class Known:
    """What else is known when a centre's file is checked; None where nothing is.

    ``entered_in`` gives the entries of a centre, as `entry_key` has them; None where they are not
    here. ``verdicts`` by role of the record hold for this basedata, and serve one file after
    the other.
    """

    basedata: Basedata | None = None
    entered_in: Callable[[str], frozenset[str] | None] | None = None
    no_basedata_for: str = ""
    verdicts: dict[str, Verdicts] = field(default_factory=dict)


@dataclass(slots=True)
class Unknown:
    """An option that the basedata lacks: where it stood first, and how many have it: those of the
    centres before, and ``having``, the candidates of this centre."""

    seen: Seen
    known: Field
    before: int = 0
    having: set[str] = field(default_factory=set)


@dataclass(slots=True)
class UnknownOptions:
    """One issue for each option that the basedata lacks, however many candidates have it."""

    basedata: Basedata
    found: dict[str, Unknown] = field(default_factory=dict)

    def add(self, code: str, seen: Seen, role: str) -> None:
        """Another candidate with an option that is not there."""
        found = by_role(seen.record, role)
        if found is not None:
            unknown = self.found.setdefault(code, Unknown(seen, found[0]))
            unknown.having.add(candidate_of(seen.record))

    def end_centre(self) -> None:
        """Another centre begins; a candidate is of one centre alone."""
        for unknown in self.found.values():
            unknown.before += len(unknown.having)
            unknown.having.clear()

    @rule(OPTION_UNKNOWN)
    def findings(self) -> Iterator[Finding]:
        """The basedata has every option that a file names; if not, it is out of date."""
        for code, unknown in self.found.items():
            having = unknown.before + len(unknown.having)
            number = f"{having:,} candidate{'s' if having > 1 else ''}"
            message = (
                f"option {code}, of {number}, is not in the basedata ({self.basedata.issue}):"
                " a newer issue is needed"
            )
            yield Finding(OPTION_UNKNOWN, message, unknown.seen, unknown.known)


class OfEntries(FileRules):
    """Candidates, gathered until their centre's block ends."""

    RULES = (id_of(candidate_differs), id_of(candidate_name), id_of(born_after_series))

    def __init__(self, progress: Progress, known: Known) -> None:
        super().__init__(progress)
        self.basedata = known.basedata
        self.unknown = UnknownOptions(known.basedata) if known.basedata is not None else None
        self.seen: list[Seen] = []

    def all_well(self) -> Callable[[str], bool] | None:
        return _never if _is_file_of(self.progress, SENT_FIRST, SENT_AFTER) else None

    def see_data(self, seen: Seen) -> Iterator[Finding]:
        if seen.record.ROLE in (SENT_FIRST, SENT_AFTER) and not has_slipped(seen.record):
            self.seen.append(seen)
        return iter(())

    def see(self, seen: Seen) -> Iterator[Finding]:
        if seen.place in (Place.CENTRE_TRAILER, Place.CENTRE_HEADER):
            yield from self._of_centre()

    def finish(self) -> Iterator[Finding]:
        yield from self._of_centre()
        if self.unknown is not None:
            yield from self.unknown.findings()

    def _of_centre(self) -> Iterator[Finding]:
        first = {id(seen.record): seen for seen in self.seen}
        header = self.progress.centre_header
        year = text_or_blank(header.record, "file.year") if header is not None else ""
        well_born: set[str] = set()
        for candidate in candidates(seen.record for seen in self.seen):
            seen = first[id(candidate.records[0])]
            if not candidate.alike:
                yield from findings(candidate_differs, candidate_differs(candidate), seen)
            yield from findings(candidate_name, candidate_name(candidate), seen)
            born = text_or_blank(seen.record, BORN)
            if born not in well_born:
                late = list(findings(born_after_series, born_after_series(candidate, year), seen))
                yield from late
                well_born.update([born] * (not late))
            if self.basedata is not None and self.unknown is not None:
                yield from findings(disallowed, disallowed(candidate, self.basedata), seen)
                for code, _ in candidate.entries:
                    if code not in self.basedata.options:
                        self.unknown.add(code, seen, ITEMS)
        if self.unknown is not None:
            self.unknown.end_centre()
        self.seen = []


class _Judged(FileRules):
    """Records that name one option each: every different outcome is judged once."""

    ROLE = ""
    CODES: tuple[str, ...] = ()
    FUNCTIONS: tuple[Callable[[Awarded], Iterator[Remark]], ...] = ()

    def __init__(self, progress: Progress, known: Known) -> None:
        super().__init__(progress)
        self.known = known
        self.options = known.basedata.options if known.basedata is not None else {}
        self.unknown = UnknownOptions(known.basedata) if known.basedata is not None else None
        self.verdicts = known.verdicts.setdefault(self.ROLE, Verdicts())
        self.entered: frozenset[str] | None = None

    def all_well(self) -> Callable[[str], bool] | None:
        record = next((r for _, r in records_of_role(self.progress.format, self.ROLE)), None)
        if record is None or not _is_file_of(self.progress, self.ROLE):
            return None
        self.entered = self._entered()
        fields = fields_by_role(record)
        start = min(fields[role].start for role in self.CODES) - 1
        well, entered = self.verdicts.well, self.entered
        if entered is None:
            return lambda line: line[start:] in well
        code = fields[self.CODES[0]]
        parts = [fields[CENTRE_NUMBER], fields[CANDIDATE_NUMBER], code]
        (a, b), (c, d), (e, f) = ((p.start - 1, p.end) for p in parts)
        return (
            lambda line: line[start:] in well
            and f"{line[a:b]}{line[c:d]}{line[e:f].rstrip(BLANK)}" in entered
        )

    def see_data(self, seen: Seen) -> Iterator[Finding]:
        record = seen.record
        if record.ROLE != self.ROLE or has_slipped(record):
            return
        start = min(fields_by_role(type(record))[role].start for role in self.CODES) - 1
        outcome = record.line[start:]
        if outcome not in self.verdicts.remarks:
            self._judge(outcome, record)
        for rule_id, remark in self.verdicts.remarks[outcome]:
            yield finding(rule_id, remark, seen)
        named = [(role, text_or_blank(record, role)) for role in self.CODES]
        if self.unknown is not None:
            for role, code in named:
                if code and code not in self.options:
                    self.unknown.add(code, seen, role)
        yield from findings(not_entered, not_entered(record, named, self.entered), seen)

    def see(self, seen: Seen) -> Iterator[Finding]:
        if seen.place is Place.CENTRE_HEADER and self.unknown is not None:
            self.unknown.end_centre()
        return iter(())

    def finish(self) -> Iterator[Finding]:
        if self.unknown is not None:
            yield from self.unknown.findings()

    def _entered(self) -> frozenset[str] | None:
        """What the candidates of this centre are entered for."""
        header = self.progress.centre_header
        centre = text_of(header.record, CENTRE_NUMBER) if header is not None else None
        return self.known.entered_in(centre) if self.known.entered_in and centre else None

    def _judge(self, outcome: str, record: Record) -> None:
        known = self.verdicts
        if len(known.remarks) >= MOST_VERDICTS:
            known.remarks.clear()
            known.well.clear()
        codes = [text_or_blank(record, role) for role in self.CODES]
        option = self.options.get(next((code for code in reversed(codes) if code), ""))
        awarded = Awarded(record, option)
        remarks = [(id_of(f), remark) for f in self.FUNCTIONS for remark in f(awarded)]
        known.remarks[outcome] = remarks
        is_known = self.unknown is None or all(c in self.options for c in codes if c)
        if not remarks and is_known:
            known.well.add(outcome)


class OfResults(_Judged):
    """Results; entered for under the first code, standing against the second."""

    ROLE = "result"
    CODES = ("result.option_entry_code", "result.option_result_code")
    FUNCTIONS = RULES_OF_RESULTS


class OfForecasts(_Judged):
    """Forecast grades."""

    ROLE = "forecast"
    CODES = ("forecast.option_code",)
    FUNCTIONS = RULES_OF_FORECASTS


class OfBasedata(FileRules):
    """Whether there is basedata for the file at all."""

    def __init__(self, progress: Progress, known: Known) -> None:
        super().__init__(progress)
        self.known = known

    @rule(NO_BASEDATA)
    def finish(self) -> Iterator[Finding]:
        """A file that is checked against basedata has some of its own series."""
        if self.known.no_basedata_for:
            message = f"there is no basedata for {self.known.no_basedata_for}"
            yield Finding(NO_BASEDATA, message, self.progress.header)


FURTHER = (
    OfEntries,
    OfResults,
    OfForecasts,
    OfBasedata,
)


@rule("cross.not-entered")
def not_entered(
    record: Record, named: Iterable[tuple[str, str]], entered: frozenset[str] | None
) -> Iterator[Remark]:
    """A candidate with a result or forecast was entered for the option."""
    if entered is None:
        return
    role, code = next(((r, c) for r, c in named if c), ("", ""))
    if code and entry_key(record, code) not in entered:
        yield Remark(role, f"this candidate was not entered for {code}")


def entry_key(record: Record, code: str) -> str:
    """A candidate and an option, as one text: what `Known.entered_in` gives."""
    return f"{text_of(record, CENTRE_NUMBER)}{text_of(record, CANDIDATE_NUMBER)}{code}"


def entered_by(files: Iterable[Iterable[Record]]) -> set[str]:
    """What candidates are entered for after these files, as `Known.entered_in` gives it.

    The entries come first, then the amendments in sequence: each has all of a candidate's entries.
    """
    standing: dict[str, list[str]] = {}
    for records in files:
        latest: dict[str, list[str]] = {}
        for record in records:
            if record.ROLE in (SENT_FIRST, SENT_AFTER):
                key, codes = key_and_codes(record)
                latest.setdefault(key, []).extend([key + code for code in codes])
        standing |= latest
    return {entered for codes in standing.values() for entered in codes}


def candidate_of(record: Record) -> str:
    """Centre and candidate number of a record."""
    return f"{text_of(record, CENTRE_NUMBER)} {text_of(record, CANDIDATE_NUMBER)}"


def findings(
    function: Callable[..., Iterator[Remark]], remarks: Iterable[Remark], seen: Seen
) -> Iterator[Finding]:
    """What a rule has to say of a record, as findings."""
    for remark in remarks:
        yield finding(id_of(function), remark, seen)


def finding(rule_id: str, remark: Remark, seen: Seen) -> Finding:
    """A remark at the columns of its field."""
    found = by_role(seen.record, remark.role)
    known = found[0] if found is not None else None
    return Finding(rule_id, remark.message, seen, known, grade=remark.grade)


def _is_file_of(progress: Progress, *roles: str) -> bool:
    """Whether the file's data records may have one of these roles."""
    letter = progress.header.record.line[:1] if progress.header is not None else ""
    letters = {key for role in roles for key, _ in records_of_role(progress.format, role)}
    return not letter or letter in letters


def _never(line: str) -> bool:
    return False
