"""Comparing: both sides are read twice, so that what is the same is never kept.

The first reading keeps two numbers for a key, as long as the sides differ in it: that of the key,
and the sum of those of its lines. The second keeps the lines of keys in which they do, a portion
at a time.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from ...core.lines import texts_of
from ...core.places import Place
from ...core.reading import opened_bytes
from ...core.records import Record, UnknownRecord
from ..basedata import Basedata
from ..certainty import Certainty
from ..component_results import Learners
from ..embargo import refuse_restricted
from ..exam_series import ExamSeries
from ..given_files import Given, looked_at, sources_given
from ..results import is_unread
from .bytewise import ByteDifference, first_difference
from .differences import Difference, DifferenceKind, DiffSummary, FieldChange
from .message_rows import MessageRows, message_rows
from .record_rows import RecordRows, Row, key_reader
from .sides import Pair, paired

AT_ONCE = 100_000
"""How many keys in which the sides differ are looked at together; for each portion both are read
anew."""

Rows = Callable[[bool], Iterable[Row]]
"""Begins a reading of rows; what it is given says whether it is the first."""


class Comparing(Protocol):
    """What says how old and new rows of one key differ."""

    def differences(self, old: list[Row], new: list[Row]) -> Iterator[Difference]:
        """Every difference between them."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Files to compare. ``basedata`` gives the order of grades, and titles of options."""

    pairs: list[Pair]
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None
    incomplete: bool = False
    titles: dict[str, str] = field(default_factory=dict)
    """The titles of options, by their codes."""

    def differences(self) -> Iterator[Difference]:
        """Every difference, kind by kind, in the order of the keys; of very many, in portions.

        Raises JcqError, FormatError and OSError where a file cannot be read, or not for certain;
        before the first difference of its kind.
        """
        for pair in self.pairs:
            yield from _series_difference(pair)
            if pair.example.message_format is not None:
                yield from self._of_messages(pair)
            else:
                yield from self._of_records(pair)

    def _of_records(self, pair: Pair) -> Iterator[Difference]:
        found = self._basedata_of(pair.example.kind.series)
        options: Mapping[str, Any] = found.options if found is not None else {}
        how = RecordRows(options, self.titles, pair.example.kind.holds)
        checks = not self.incomplete

        def rows(files: list[Given], is_first: bool) -> Iterator[Row]:
            return _superseding([_record_rows(g, check=checks and is_first) for g in files])

        yield from _differences(how, partial(rows, pair.old), partial(rows, pair.new))

    def _of_messages(self, pair: Pair) -> Iterator[Difference]:
        learners = Learners(), Learners()

        def rows(files: list[Given], known: Learners, is_first: bool) -> Iterator[Row]:
            return _superseding([message_rows(given, known) for given in files])

        sides = zip((pair.old, pair.new), learners, strict=True)
        old, new = (partial(rows, files, known) for files, known in sides)
        yield from _differences(MessageRows(learners), old, new)

    def _basedata_of(self, series: ExamSeries) -> Basedata | None:
        if isinstance(self.basedata, Mapping):
            return self.basedata.get(series)
        return self.basedata

    def byte_differences(self) -> Iterator[ByteDifference]:
        """Where the files first differ in their bytes, each with that of its place among its kind.

        Raises OSError.
        """
        for pair in self.pairs:
            for one, other in itertools.zip_longest(reversed(pair.old), reversed(pair.new)):
                if one is None or other is None:
                    yield ByteDifference(one.name if one else "", other.name if other else "")
                    continue
                found = first_difference(one.source, other.source)
                if found is not None:
                    yield found


@dataclass(frozen=True, slots=True)
class Differences:
    """All that is different, as `diff` gives it: false where nothing is.

    ``byte_differences`` are looked for only where they were asked for. ``superseded`` names earlier
    issues of basedata, which were not compared.
    """

    found: list[Difference]
    summary: DiffSummary
    byte_differences: list[ByteDifference]
    superseded: list[str]

    def __bool__(self) -> bool:
        return bool(self.found or self.byte_differences)

    def __iter__(self) -> Iterator[Difference]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def comparison(
    old: Iterable[tuple[Any, str | None]],
    new: Iterable[tuple[Any, str | None]],
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    *,
    incomplete: bool = False,
) -> Comparison:
    """The files of both sides, each with the version that it must be read by, ready to be compared.

    Raises FormatError and OSError where one cannot be read, and JcqError where no two are of one
    kind.
    """
    sides = [[looked_at(source, version) for source, version in side] for side in (old, new)]
    return Comparison(paired(*sides), basedata, incomplete)


def diff(
    old: Any,
    new: Any,
    *,
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    version: str | None = None,
    incomplete: bool = False,
    exactly: bool = False,
    embargo_until: datetime.datetime | None = None,
) -> Differences:
    """What is different between two files, folders or zips of one kind, by key and not by line.

    ``old`` and ``new`` are paths, bytes, binary streams, or what `read` and `read_message` give.
    Results are compared by centre, candidate and result code, entries and amendments by candidate,
    forecasts by candidate and option, basedata and component results by their keys. Order, padding,
    headers, trailers and line ends do not count; with ``exactly`` the bytes are compared as well.
    In a folder, files of one data type, awarding body and series belong together: the latest file
    that has a key counts, and of basedata the latest issue. ``basedata``, as `read_basedata` gives
    it, says whether a grade went up or down, where the order of its gradeset is established. Before
    the local time ``embargo_until``, files of results are refused; that prevents slips, and is no
    security.

    Raises JcqError for those, where no two files are of one kind, or a file is incomplete or cannot
    be read for certain, unless ``incomplete`` takes it as it is; FormatError and OSError as `read`
    does.
    """
    sides = [
        [(source, version or its_own) for source, its_own in sources_given(given, what)]
        for given, what in ((old, "old"), (new, "new"))
    ]
    refuse_restricted([*sides[0], *sides[1]], embargo_until)
    compared = comparison(sides[0], sides[1], basedata, incomplete=incomplete)
    found = list(compared.differences())
    summary = DiffSummary(compared.titles)
    for difference in found:
        summary.add(difference)
    superseded = [name for pair in compared.pairs for name in pair.superseded]
    exact = list(compared.byte_differences()) if exactly else []
    return Differences(found, summary, exact, superseded)


def _series_difference(pair: Pair) -> Iterator[Difference]:
    """That two files, compared all the same, are of different awarding bodies or series."""
    if not pair.old or not pair.new or pair.old[0].kind.series == pair.new[0].kind.series:
        return
    before, after = pair.old[0].kind.series._asdict(), pair.new[0].kind.series._asdict()
    changes = tuple(
        FieldChange(name, before[name], after[name])
        for name in before
        if before[name] != after[name]
    )
    yield Difference(DifferenceKind.CHANGED, "", "Exam series", {}, changes)


def _differences(how: Comparing, old: Rows, new: Rows) -> Iterator[Difference]:
    """The differences between old and new rows."""
    left: dict[int, int] = {}
    for sign, rows in ((1, old), (-1, new)):
        for key, text, _ in rows(True):
            number = hash(key)
            total = left.get(number, 0) + sign * hash(text.rstrip(" "))
            if total:
                left[number] = total
            else:
                left.pop(number, None)
    remaining = list(left)
    left.clear()
    for start in range(0, len(remaining), AT_ONCE):
        wanted = frozenset(remaining[start : start + AT_ONCE])
        before, after = (_gathered(rows, wanted) for rows in (old, new))
        uncertain = []
        for key in sorted({**before, **after}):
            for difference in how.differences(before.get(key, []), after.get(key, [])):
                if difference.certain:
                    yield difference
                else:
                    uncertain.append(difference)
        # Last: where they stand among the others would say what they hold.
        yield from uncertain


def _gathered(rows: Rows, wanted: frozenset[int]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows(False):
        if hash(row.key) in wanted:
            found.setdefault(row.key, []).append(row)
    return found


def _superseding(files: list[Iterator[Row]]) -> Iterator[Row]:
    """The rows of files, the latest of which comes first: what an earlier file has of the same key
    does not count."""
    seen = set[int]()
    for place, rows in enumerate(files, 1):
        if len(files) == 1:
            yield from rows
            return
        here = set[int]()
        for row in rows:
            number = hash(row.key)
            if number not in seen:
                if place < len(files):
                    here.add(number)
                yield row
        seen |= here


def _record_rows(given: Given, *, check: bool) -> Iterator[Row]:
    """The data records of a file, and lines of no known record. With ``check``, raises JcqError at
    the end of a file that is incomplete or cannot be read for certain."""
    with (
        given.source.open() as stream,
        opened_bytes(stream, given.version, given.name) as found,
    ):
        certainty = Certainty(found.format, is_unread) if check else None
        records = found.format.records
        keys: dict[type[Record], Callable[[str], str]] = {}
        for lines in texts_of(found.chunks, found.format.encoding):
            for line in lines:
                record = records.get(line[:2], UnknownRecord)
                if certainty is not None:
                    certainty.add(record(line))
                if record.PLACE is Place.DATA:
                    if record not in keys:
                        keys[record] = key_reader(record)
                    yield Row(keys[record](line), line, record)
                elif record.PLACE is Place.UNKNOWN and line.strip(" \x1a\0"):
                    yield Row(line, line, record)
        refusal = certainty.refusal(given.name) if certainty is not None else None
        if refusal is not None:
            raise refusal
