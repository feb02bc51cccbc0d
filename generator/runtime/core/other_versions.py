"""Detects data lines with the layout of another version than the one by which their file is
read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .errors import GIVE_VERSION, FormatError
from .files import File
from .formats import Format, likeliest_first, newest_first
from .places import Place
from .records import Record, UnknownRecord
from .sources import Source

_LENGTHS: dict[str, tuple[Format, Mapping[str, frozenset[int]]]] = {}


def version_that_fits(text: str, form: Format) -> str:
    """Another version in which a line is a record without fault; empty if there is none. If it is
    one in several, the version in force today goes first, then the newest."""
    for other in likeliest_first():
        if other is not form and other.records.get(text[:2], UnknownRecord)(text).accepted:
            return other.version
    return ""


def _lengths_elsewhere(form: Format) -> Mapping[str, frozenset[int]]:
    """The lengths of data records in other versions that they do not have in this one, by the first
    two characters of the line."""
    known = _LENGTHS.get(form.version)
    if known is None or known[0] is not form:
        found: dict[str, set[int]] = {}
        for other in newest_first():
            for key, record in other.records.items():
                own = form.records.get(key)
                if record.PLACE is not Place.DATA or other is form:
                    continue
                length = record(key).length
                if own is None or own(key).length != length:
                    found.setdefault(key, set()).add(length)
        known = form, {key: frozenset(lengths) for key, lengths in found.items()}
        _LENGTHS[form.version] = known
    return known[1]


def misread(text: str, form: Format) -> str:
    """The version whose layout a data line has instead of the one used; empty if it has the right
    one, or if that is unclear."""
    own = form.records.get(text[:2])
    if own is not None and len(text) == own.LENGTHS.get(text[:1], own.END):
        # Other versions are loaded only if a line has the wrong length.
        return ""
    lengths = _lengths_elsewhere(form).get(text[:2])
    return version_that_fits(text, form) if lengths and len(text) in lengths else ""


def is_data_elsewhere(key: str, form: Format) -> bool:
    """Whether lines with this key are data records of another version, and unknown in this one."""
    return key not in form.records and key in _lengths_elsewhere(form)


def misread_error(name: str, number: int, version: str, form: Format) -> FormatError:
    """The error that names the line with the layout of another version."""
    at = f"{name}: " if name else ""
    return FormatError(
        f"{at}line {number:,} has the layout of version {version}, but the file is read as version"
        f" {form.version}. Ask for a corrected file, or {GIVE_VERSION}"
    )


def refuse_misread(records: Iterable[Record], form: Format, name: str) -> None:
    """Raises FormatError for the first record with the layout of another version."""
    for number, record in enumerate(records, 1):
        version = misread(record.line, form)
        if version:
            raise misread_error(name, number, version, form)


def read_with_own_layout(source: Source, version: str | None) -> File:
    """Reads a file. Raises FormatError as `refuse_misread` does, and FormatError and OSError if it
    cannot be read."""
    file = source.read(version)
    refuse_misread(file, file.format, file.name)
    return file


def format_of(record: Record) -> Format | None:
    """The version of a record's class; None for an unknown record."""
    known = (f for f in newest_first() if f.records.get(record.line[:2]) is type(record))
    return next(known, None)


def with_own_layout(records: Iterable[Record]) -> Iterator[Record]:
    """Yields records of any files; raises FormatError before a data record with the layout of
    another version than that of its class."""
    for number, record in enumerate(records, 1):
        if record.PLACE is Place.DATA and len(record.line) != record.length:
            form = format_of(record)
            version = misread(record.line, form) if form is not None else ""
            if form is not None and version:
                raise misread_error("", number, version, form)
        yield record
