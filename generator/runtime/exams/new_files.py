"""Builds files from data records alone: headers, trailers, counts, padding and name are added."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable

from ..core.errors import GIVE_VERSION, BuildError
from ..core.files import File, Line
from ..core.formats import DataType, Format, load
from ..core.names import name_of
from ..core.places import Place
from ..core.records import Record
from ..core.roles import record_of_role, records_of_role, text_of
from ..core.several import files_given, text_given
from .candidates import Candidate
from .certainty import refuse_uncertain
from .envelope import CENTRE_NUMBER, Block, Envelope, broadcast_address
from .in_force import series_as_written, version_in_force, year_as_written
from .sequences import SENT_AFTER, SENT_FIRST, header_values, sequence_number_of


def new_file(
    records: Record | Candidate | Iterable[Record | Candidate],
    *,
    awarding_body: str,
    series: str,
    year: str,
    after: File | Iterable[File] | None = None,
    sequence_number: int | None = None,
    data_type: str = "",
    centre_number: str = "",
    centre_postcode: str = "",
    language: str = "",
    software_package: str = "",
    software_version: str = "",
    date_produced: datetime.date | None = None,
    version: str | None = None,
    incomplete: bool = False,
) -> File:
    """A file of these data records, ready to be written under its own name.

    A candidate stands for all of its records. ``records`` may be a single record or candidate, and
    ``after`` a single file. If a version has headers and trailers of parts other than file and
    centre, give them among the data; required ones are added if the data gives their values.

    ``series`` has as many characters as headers of the version have (``6G``); ``year`` has two
    digits (``26``) or four, and is written as headers have it. ``after`` lists the files sent
    before for the same series to the same awarding body: the new file takes the next sequence
    number, and entries that follow entries become amendments. Entries and amendments share one
    sequence; files of other data types that are sent to the same side are ignored. Without
    ``after``, the number is ``sequence_number``, or 1. ``data_type`` and ``centre_number`` come
    from the records; give them if there are none. A broadcast file is in ``language``, or in the
    version's default language.
    The file is written in the version in force for its series and year, unless ``version`` is
    given.

    Raises BuildError if the records are not data of one data type, one centre and the version, no
    version is known to be in force, amendments would be the first file, or something does not fit;
    and JcqError if a version or record is not known.
    """
    for name, said in (
        ("data_type", data_type),
        ("centre_number", centre_number),
        ("language", language),
    ):
        text_given(said, name)
    data = [_padded(record) for given in _several_of(records) for record in _records_of(given)]
    form = _format_of(data, version, series, year)
    series, year = series_as_written(form, series), year_as_written(form, year)
    before = [] if after is None else files_given(after, "after")
    sent = _of_one_sequence(form, before, {r.line[:1] for r in data} or {data_type})
    for file in sent if not incomplete else ():
        refuse_uncertain(file)
    if after is not None:
        data = _as_sent(form, data, bool(sent))
    letter = _only({r.line[:1] for r in data} or {data_type}, "data type")
    if letter not in form.data_types:
        raise BuildError(f"no data type {letter!r}: without records, give data_type=")
    if sequence_number is None and not sent and any(r.ROLE == SENT_AFTER for r in data):
        raise BuildError("amendments are never the first file: give after= or sequence_number=")
    for file in before:
        _refuse_received(file, form.data_types[letter])
    number = _next_number(sent) if sequence_number is None else sequence_number
    if not isinstance(number, int) or number < 1:
        raise BuildError("sequence_number: 1 or more is needed")
    envelope = Envelope(
        data_type=letter,
        awarding_body=awarding_body,
        series=series,
        year=year,
        software_package=software_package,
        software_version=software_version,
        date_produced=date_produced,
    )
    if form.data_types[letter].direction == "broadcast":
        address = broadcast_address(series, year, language)
    else:
        numbers = {text_of(record, CENTRE_NUMBER) for record in data}
        centres = {number for number in numbers if number is not None} or {centre_number}
        address = {CENTRE_NUMBER: _only(centres, "centre")}
    block = Block(address, data, number, centre_postcode)
    made = assembled(form, envelope.around(form, [block]))
    for file in before:
        _refuse_another(file, made)
    return made


def _format_of(records: list[Record], version: str | None, series: str, year: str) -> Format:
    """The requested version, or the one in force; all records must belong to it."""
    form = load(version or version_in_force(series, year))
    if all(form.records.get(r.line[:2], type(r)) is type(r) for r in records):
        return form
    why = "" if version else f", which is in force for the series {series}{year}"
    advice = "upgrade their file first" + ("" if version else f", or {GIVE_VERSION}")
    raise BuildError(f"the records are not those of version {form.version}{why}: {advice}")


def assembled(form: Format, records: Iterable[Record], end: str = "") -> File:
    """A file of all these records, with the line ends of the format and the name that follows from
    them."""
    lines = [Line(record, end or form.line_end) for record in records]
    around = naming_headers(line.record for line in lines)
    return File(name_of(form.file_names, around), form, lines)


def naming_headers(records: Iterable[Record]) -> tuple[Record, ...]:
    """The headers before the first data record, from which the name follows: of the file and the
    centre."""
    headers = (Place.FILE_HEADER, Place.CENTRE_HEADER)
    before = itertools.takewhile(lambda record: record.PLACE in (*headers, Place.HEADER), records)
    return tuple(record for record in before if record.PLACE in headers)


def as_role(form: Format, record: Record, role: str) -> Record:
    """A record of the same layout as another data type, such as entries as amendments."""
    if role == record.ROLE:
        return record
    letter, other = record_of_role(form, role)
    return other(letter + record.line[1:])


def _several_of(
    given: Record | Candidate | Iterable[Record | Candidate],
) -> Iterable[Record | Candidate]:
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        _records_of(given)
        return [given]
    return given


def _records_of(given: Record | Candidate) -> tuple[Record, ...]:
    if not isinstance(given, (Record, Candidate)):
        what = type(given).__name__
        raise BuildError(f"records or candidates are needed, not {what}: read a line with jcq.read")
    return given.records if isinstance(given, Candidate) else (given,)


def _padded(record: Record) -> Record:
    """A data record, or a header or trailer of a part, with its padding restored. Raises BuildError
    for any other."""
    if record.PLACE not in (Place.DATA, Place.HEADER, Place.TRAILER):
        raise BuildError(
            "headers and trailers are added automatically: give the data records alone"
            " (file.records)"
        )
    return type(record)(record.line.ljust(record.length))


def _of_one_sequence(form: Format, files: list[File], letters: set[str]) -> list[File]:
    """The files whose sequence continues in a file of these data types."""
    shared = {key for role in (SENT_FIRST, SENT_AFTER) for key, _ in records_of_role(form, role)}
    together = letters | shared if letters & shared else letters
    return [f for f in files if f.data_type is not None and f.data_type.code in together]


def _as_sent(form: Format, records: list[Record], later: bool) -> list[Record]:
    """Entries and amendments as a first or a later file contains them; other records unchanged."""
    wanted = SENT_AFTER if later else SENT_FIRST
    shared = (SENT_FIRST, SENT_AFTER)
    if len(list(records_of_role(form, wanted))) == 0:
        return records
    return [as_role(form, r, wanted) if r.ROLE in shared else r for r in records]


def _next_number(sent: Iterable[File]) -> int:
    return max(map(sequence_number_of, sent), default=0) + 1


def _refuse_another(file: File, made: File) -> None:
    before, now = header_values(file), header_values(made)
    for role, text in now.items():
        if before[role] != text:
            raise BuildError(
                f"{file.name or 'a file sent before'} has the {role.replace('.', ' ')}"
                f" {before[role]!r}, but the new one {text!r}"
            )


def _refuse_received(file: File, made: DataType) -> None:
    """Raises BuildError for a file of another sender than the new one, such as results before
    entries."""
    held = file.data_type
    if held is None or (held.direction, held.is_sent) != (made.direction, made.is_sent):
        title = "no known data type" if held is None else held.title.lower()
        raise BuildError(
            f"{file.name or 'a file sent before'} holds {title}, which cannot have been sent"
            f" before {made.title.lower()}: give the files that were sent"
        )


def is_counted_with(file: File, record: Record) -> bool:
    """Whether the sequence numbers of a file continue in a file of such records."""
    return bool(_of_one_sequence(file.format, [file], {record.line[:1]}))


def _only(values: set[str], what: str) -> str:
    if len(values) != 1:
        # A record that has slipped may hold part of a name there.
        is_sound = all(value.isdigit() or len(value) == 1 for value in values)
        listed = f" ({', '.join(sorted(values))})" if is_sound else ""
        raise BuildError(f"the records are of more than one {what}{listed}: make a file of each")
    return next(iter(values))
