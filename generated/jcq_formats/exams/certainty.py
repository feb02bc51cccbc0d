"""Whether a file can be read reliably: every line is a sound record, in the block of its centre."""  # Copied from generator/runtime/exams/certainty.py by `make generate`; edit that, not this.

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..core.accepting import acceptor, run_acceptor
from ..core.character_encodings import LATIN_1, is_utf_8
from ..core.displaced import has_moved, may_move
from ..core.errors import FieldError, JcqError
from ..core.files import File
from ..core.formats import Format
from ..core.lines import is_end_of_file_mark
from ..core.masking import is_sound
from ..core.other_versions import format_of, misread
from ..core.places import Place
from ..core.records import Record, UnknownRecord
from ..core.roles import fields_by_role, text_of
from ..core.substituted import as_meant
from .completeness import Completeness, ends_of, incomplete
from .doubts import (
    AFTER_END,
    FOREIGN,
    JOINED,
    NO_BLOCK,
    NO_COUNT,
    NO_HEADER,
    NOBODYS,
    NOT_ESTABLISHED,
    NUL,
    OTHER_CENTRE,
    OTHER_SERIES,
    SECOND_HEADER,
    SLIPPED,
    SMALL_LETTER,
    SUBSTITUTED,
    TABS,
    UNKNOWN,
    UTF_8,
    Doubt,
    DoubtfulLines,
    doubtful,
    of_version,
)
from .entries import CANDIDATE_NUMBER
from .envelope import CENTRE_NUMBER
from .exam_series import SERIES_ROLES
from .parts import ADDRESS

RUN = 500
"""The most lines that are looked at together."""


class _Columns(NamedTuple):
    """The position of centre and candidate number in a data record, and its minimum length.

    ``accepts`` accepts lines without fault, if the record has neither of the two.
    """

    centre: slice
    candidate: slice
    forbidden: tuple[str, ...]
    least: int
    length: int
    accepts: Callable[[str], bool] | None = None


@dataclass(slots=True)
class Certainty:
    """Collects doubts from the lines of a file, added one by one.

    ``is_tolerated`` says whether the reader can handle a data record even if it is not sound. The
    record must be in its centre's block all the same.
    """

    format: Format
    is_tolerated: Callable[[Record], bool] = lambda record: False
    completeness: Completeness = field(init=False)
    _header: Record | None = None
    _has_header: bool = False
    _has_blocks: bool = True
    _letter: str = ""
    _centre: str | None = None
    _in_centre: bool = False
    _has_ended: bool = False
    _doubts: dict[Doubt, DoubtfulLines] = field(default_factory=dict)
    _cut_off: dict[Doubt, DoubtfulLines] = field(default_factory=dict)
    _columns: dict[type[Record], _Columns | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.completeness = Completeness(self.format)

    def add(self, record: Record) -> None:
        """Adds the next line."""
        text = record.line
        if self._is_certain(record) and not self.completeness.needs_every_line:
            self.completeness.count(text[:2], 1)
            self.completeness.add_width(len(text))
            return
        self.completeness.add(record)
        if not text.strip(" "):
            return
        if is_end_of_file_mark(text):
            self._has_ended, self._in_centre = True, False
            return
        misplaced = self._of_place(record)
        is_tolerated = record.PLACE is Place.DATA and self.is_tolerated(record)
        doubt = (None if is_tolerated else self._of_text(record)) or misplaced
        doubts = self._doubts
        if doubt is None and not is_tolerated:
            doubt = self._of_columns(record)
            # A line that is cut off is reported separately.
            if doubt is not None and len(text) < record.END:
                doubts = self._cut_off
        doubt = doubt or self._of_whom(record)
        if doubt is not None:
            doubts.setdefault(doubt, DoubtfulLines(self.completeness.lines)).count += 1

    def add_texts(self, texts: Sequence[str]) -> None:
        """Adds the next lines of text; those that are certainly without doubt are only counted."""
        at, key = 0, ""
        certain: Callable[[Sequence[str]], int] | None = None
        while at < len(texts):
            text = texts[at]
            if text[:2] != key:
                key = text[:2]
                certain = self._certain_of(key)
            run = certain(texts[at : at + RUN]) if certain is not None else 0
            if run:
                self.completeness.add_width(len(text))
                self.completeness.count(key, run)
                at += run
            else:
                self.add(self.format.records.get(key, UnknownRecord)(text))
                at, key = at + 1, ""

    def _certain_of(self, key: str) -> Callable[[Sequence[str]], int] | None:
        """The fast path for the next lines of a record: how many of them are certainly without
        doubt. None if each needs a closer look."""
        record = self.format.records.get(key)
        if record is None or not self._in_centre or key[:1] != self._letter:
            return None
        columns, moves = self._columns_of(record), may_move(record)
        if columns is None or self.completeness.needs_every_line or not record.PERSONAL:
            return None
        centre, expected = columns.centre, self._centre
        accepted = run_acceptor(record, columns.length)

        def is_certain(text: str) -> bool:
            return (
                text[centre] == expected
                and (moves is None or moves(text) is None or not has_moved(record(text)))
                and text.isascii()
                and text.isprintable()
            )

        def certain(texts: Sequence[str]) -> int:
            found = accepted(texts)
            return next((n for n, text in enumerate(found) if not is_certain(text)), len(found))

        return certain

    def refusal(self, name: str = "") -> JcqError | None:
        """The error that refuses the whole file, after all lines were added; None if there is no
        doubt."""
        if self._doubts:
            return doubtful(name, self._doubts)
        lacking = self.completeness.lacking()
        if lacking:
            return incomplete(name, lacking)
        return doubtful(name, self._cut_off) if self._cut_off else None

    def refusal_so_far(self) -> JcqError | None:
        """The same before the last line, when missing parts of the file are not known yet."""
        doubts = self._doubts or self._cut_off
        return doubtful("", doubts) if doubts else None

    def _is_certain(self, record: Record) -> bool:
        """Fast path: whether the record is certainly without doubt. False calls for a closer
        look."""
        text, columns = record.line, self._columns_of(type(record))
        if columns is not None and columns.accepts is not None:
            is_of_file = self._in_centre and text[:1] == self._letter
            return is_of_file and columns.accepts(text) and text.isascii() and not has_moved(record)
        return (
            self._in_centre
            and columns is not None
            and text[:1] == self._letter
            and len(text) >= columns.least
            and (len(text) == columns.length or not misread(text, self.format))
            and text[columns.centre] == self._centre
            and text[columns.candidate].isdigit()
            and text[columns.candidate] not in columns.forbidden
            and text.isascii()
            and text.isprintable()
            and is_sound(record)
        )

    def _columns_of(self, record: type[Record]) -> _Columns | None:
        if record not in self._columns:
            known = fields_by_role(record)
            centre, candidate = known.get(CENTRE_NUMBER), known.get(CANDIDATE_NUMBER)
            length = record.LENGTHS.get(self._letter, record.END)
            found = None
            if record.PLACE is Place.DATA and centre is None and candidate is None:
                nowhere = slice(0, 0)
                accepts = acceptor(record, length)
                found = _Columns(nowhere, nowhere, (), length, length, accepts)
            elif record.PLACE is Place.DATA and centre is not None and candidate is not None:
                found = _Columns(
                    slice(centre.start - 1, centre.end),
                    slice(candidate.start - 1, candidate.end),
                    candidate.forbidden,
                    max(ends_of(record)),
                    length,
                )
            self._columns[record] = found
        return self._columns[record]

    def _of_text(self, record: Record) -> Doubt | None:
        """A doubt about the text of the line as a whole."""
        text = record.line
        if not text.isascii() and self.format.encoding == LATIN_1 and is_utf_8(text):
            return UTF_8
        if "\t" in text:
            return TABS
        if "\0" in text:
            return NUL
        if record.PLACE is not Place.UNKNOWN:
            return None
        version = misread(text, self.format)
        if version:
            return of_version(version, self.format)
        if text[:1] in self.format.open_data_types:
            return NOT_ESTABLISHED
        return SMALL_LETTER if text[:2].upper() in self.format.records else UNKNOWN

    def _of_place(self, record: Record) -> Doubt | None:
        """A doubt about whether such a record belongs here."""
        place, letter = record.PLACE, record.line[:1]
        if place is Place.UNKNOWN:
            return None
        if self._letter and letter != self._letter:
            return FOREIGN
        if place is Place.DATA and self._in_centre:
            return None
        if place is Place.FILE_HEADER and self._has_header:
            return SECOND_HEADER
        if self._has_ended:
            return None if SECOND_HEADER in self._doubts else AFTER_END
        if place is Place.FILE_HEADER:
            self._has_header, self._letter = True, letter
            rows = self.format.structure_of(letter)
            self._has_blocks = any(row.place is Place.CENTRE_HEADER for row in rows)
            return None
        if not self._has_header:
            return NO_HEADER
        if place in (Place.HEADER, Place.TRAILER):
            return None
        if not self._in_centre and place in (Place.DATA, Place.CENTRE_TRAILER):
            return NO_BLOCK if self._has_blocks else None
        self._has_ended = place is Place.FILE_TRAILER
        self._in_centre = place is Place.CENTRE_HEADER
        if self._in_centre:
            self._centre = None
        return None

    def _of_columns(self, record: Record) -> Doubt | None:
        """A doubt about the contents of its fields."""
        version = misread(record.line, self.format)
        if version:
            return of_version(version, self.format)
        if not is_sound(_without_address(record)):
            if record.line[record.length : record.length + 2] in self.format.records:
                return JOINED
            return next((d for rule, d in SUBSTITUTED.items() if rule in as_meant(record)), SLIPPED)
        if record.accepted:
            return None
        if record.PLACE is not Place.DATA:
            return NO_COUNT if _has_uncountable(record) else None
        names = (fault.field.partition(".")[0] for fault in record.faults())
        roles = (record.FIELDS[name].role for name in names if name in record.FIELDS)
        return NOBODYS if CANDIDATE_NUMBER in roles else None

    def _of_whom(self, record: Record) -> Doubt | None:
        """A doubt about whether the record belongs to the centre, awarding body and series in the
        headers, unless these are in doubt themselves."""
        if record.PLACE is Place.FILE_HEADER:
            self._header = record
            return None
        if record.PLACE is Place.CENTRE_HEADER:
            self._centre = text_of(record, CENTRE_NUMBER)
        if record.PLACE not in (Place.CENTRE_HEADER, Place.FILE_TRAILER):
            centre = text_of(record, CENTRE_NUMBER)
            return OTHER_CENTRE if self._centre and centre not in (self._centre, None) else None
        if self._header is None:
            return None
        for role in SERIES_ROLES:
            text = text_of(record, role)
            if text is not None and text != text_of(self._header, role):
                return OTHER_SERIES
        return None


def _without_address(record: Record) -> Record:
    """A file header or trailer without its address, any other record unchanged: the address in a
    file of several centres is not established."""
    known = fields_by_role(type(record)).get(ADDRESS)
    if record.PLACE not in (Place.FILE_HEADER, Place.FILE_TRAILER) or not (known and known.none):
        return record
    line = record.line[: known.start - 1] + known.none[0] + record.line[known.end :]
    return type(record)(line)


def refuse_line(record: Record, form: Format, name: str, number: int) -> None:
    """Raises JcqError if a line of a file cannot be read reliably, judging by the line alone."""
    certainty = Certainty(form)
    doubt = certainty._of_text(record) or certainty._of_columns(record)
    if doubt is not None:
        raise doubtful(name, {doubt: DoubtfulLines(number, 1)})


def refuse_uncertain(
    file: File, is_tolerated: Callable[[Record], bool] = lambda record: False
) -> None:
    """Raises JcqError if a file is incomplete or cannot be read reliably."""
    refusal = refusal_of(file, is_tolerated)
    if refusal is not None:
        raise refusal


def refusal_of(
    file: File, is_tolerated: Callable[[Record], bool] = lambda record: False
) -> JcqError | None:
    """The error that refuses a file; None if it is complete and can be read reliably."""
    certainty = Certainty(file.format, is_tolerated)
    for record in file:
        certainty.add(record)
    return certainty.refusal(file.name)


def certain(
    records: Iterable[Record], form: Format, is_tolerated: Callable[[Record], bool]
) -> Iterator[Record]:
    """Yields the records. If they begin with a file header, raises JcqError before a record that
    cannot be read reliably, and at the end if the file is incomplete."""
    certainty = Certainty(form, is_tolerated)
    refusal: JcqError | None = None
    has_header = False
    for record in records:
        if refusal is not None:
            raise refusal
        certainty.add(record)
        has_header = has_header or record.PLACE is Place.FILE_HEADER
        refusal = certainty.refusal_so_far() if has_header else None
        if refusal is None:
            yield record
    refusal = certainty.refusal() if has_header else None
    if refusal is not None:
        raise refusal


def certain_of_own(records: Iterable[Record]) -> Iterator[Record]:
    """The same of records of the version that the first of them is of, where they begin with the
    header of a file."""
    given = iter(records)
    first = next(given, None)
    if first is None:
        return
    form = format_of(first)
    whole = itertools.chain([first], given)
    begins = form is not None and first.PLACE is Place.FILE_HEADER
    yield from certain(whole, form, lambda record: False) if form and begins else whole


def _has_uncountable(record: Record) -> bool:
    """Whether a count in a header or trailer cannot be decoded."""
    for name, known in record.FIELDS.items():
        if known.counts is not None:
            try:
                record.decode(name)
            except FieldError:
                return True
    return False
