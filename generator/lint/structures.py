"""The structure of files: known records, one row for each, below the record that they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.walk import at, inherited
from generator.load.nodes import Problem
from generator.load.unknown import known_words
from generator.resolve.model import FileStructureSpec, RecordSpec, VersionSpec
from generator.runtime.core.places import Place
from generator.runtime.core.printable import counted
from generator.runtime.core.structures import StructureRow

OF_FILE = (Place.FILE_HEADER, Place.CENTRE_HEADER, Place.FILE_TRAILER)
"""The places of records that belong to no other record."""

TRAILERS = (Place.CENTRE_TRAILER, Place.FILE_TRAILER, Place.TRAILER)
ONCE = (*OF_FILE, Place.CENTRE_TRAILER)
"""The places with at most one row."""

SINGLE = (Place.FILE_HEADER, Place.CENTRE_TRAILER, Place.FILE_TRAILER)
"""The places with at most one record."""

NO_RECORD = "no record of these data types has"
"""The message for a row that matches no record."""


def structure_problems(version: VersionSpec) -> Iterator[Problem]:
    """Checks each structure, and that each record of each data type is in one."""
    yield from _data_types(version)
    for structure in version.file_structures:
        yield from _rows(structure, version)
        yield from _whole(structure)
    for record in version.records:
        yield from _record(record, version)


def _data_types(version: VersionSpec) -> Iterator[Problem]:
    """Each data type with records must have one structure."""
    known = [data_type.code for data_type in version.data_types if data_type.length is not None]
    dropped = [i.name for i in (*version.left_open, *version.retired) if i.what == "data_type"]
    seen: dict[str, str] = {}
    rest: FileStructureSpec | None = None
    for structure in version.file_structures:
        if structure.words["data_types"] == "all":
            if rest is not None:
                message = f"{rest.name} already applies to all other data types"
                yield at(structure, "data_types", message, "Name the data types of one of them.")
            rest = rest or structure
            continue
        for code in structure.data_types:
            if code not in known and code not in dropped:
                message = f"there is no data type {code!r} of records"
                yield at(structure, "data_types", message, known_words(code, known))
            if code in seen:
                message = f"{code!r} already has the structure {seen[code]}"
                yield at(structure, "data_types", message, "Remove it from one of them.")
            seen[code] = structure.name
    for data_type in version.data_types:
        if rest is None and data_type.code in known and data_type.code not in seen:
            message = f"data type {data_type.code!r} has no file structure"
            advice = "Add it to the `data_types` of one, or write `data_types: all` there."
            yield at(data_type, "code", message, advice)


def _rows(structure: FileStructureSpec, version: VersionSpec) -> Iterator[Problem]:
    is_own = not inherited(structure.words, version)
    types = {key[1] for key in version.format.records if key[0] in structure.data_types}
    above: dict[str, StructureRow] = {}
    places: dict[Place, StructureRow] = {}
    for index, row in enumerate(structure.rows):
        if is_own and types and row.record not in types:
            message = f"{NO_RECORD} the record type {row.record!r}"
            yield _at(structure, index, "record", message, f"Known: {', '.join(sorted(types))}.")
        if row.record in above:
            message = (
                f"record type {row.record!r} is in an earlier row too: they cannot be distinguished"
            )
            advice = "Give one of them another record type, or keep one row."
            yield _at(structure, index, "record", message, advice)
        if row.place in places and row.place in ONCE:
            message = f"record {places[row.place].record!r} is the {row.place.in_words} already"
            yield _at(structure, index, "place", message, "A file has one.")
        yield from _under(structure, index, row, above)
        above.setdefault(row.record, row)
        places.setdefault(row.place, row)
    yield from _headless(structure, version)


def _without(version: VersionSpec) -> set[str]:
    """The keys of the records that are open or absent in this version."""
    dropped = (*version.left_open, *version.retired)
    return {item.name for item in dropped if item.what == "record"}


def _under(
    structure: FileStructureSpec, index: int, row: StructureRow, above: dict[str, StructureRow]
) -> Iterator[Problem]:
    """A row must belong to one before it that can contain it."""
    word = "continues" if row.continues else "under"
    if row.under and row.under not in above:
        later = [other.record for other in structure.rows[index:]]
        said = "comes after it" if row.under in later else "is in no row"
        message = f"record {row.record!r} is under {row.under!r}, which {said}"
        yield _at(structure, index, word, message, f"Before it: {', '.join(above) or 'none'}.")
    elif row.under:
        parent = above[row.under]
        if row.continues and parent.place is not Place.DATA:
            message = (
                f"record {row.under!r} is a {parent.place.in_words}: only data can be continued"
            )
            yield _at(structure, index, word, message, "Write `under` instead.")
        elif parent.place in TRAILERS:
            message = f"record {row.under!r} is a {parent.place.in_words}: nothing can be under it"
            yield _at(structure, index, word, message, "Name a header, or data.")
        elif row.place is Place.CENTRE_TRAILER and parent.place is not Place.CENTRE_HEADER:
            message = f"record {row.under!r} is not a centre header"
            yield _at(
                structure, index, word, message, "A centre trailer must be under its centre header."
            )
    if row.place in OF_FILE and row.under:
        message = f"a {row.place.in_words} cannot be under another record"
        yield _at(structure, index, word, message, "Remove `under`.")
    if row.place is Place.CENTRE_TRAILER and not row.under:
        headers = [r.record for r in structure.rows if r.place is Place.CENTRE_HEADER]
        advice = f'Write `under: "{headers[0]}"`.' if headers else "Add the centre header."
        yield _at(
            structure, index, "under", "a centre trailer must be under its centre header", advice
        )
    after = [other.place for other in structure.rows[index:] if other.under == row.under]
    if row.place in TRAILERS and not set(after) <= set(TRAILERS):
        message = f"a {row.place.in_words} must be last, but other records follow"
        yield _at(structure, index, "record", message, "Move the row to its place.")
    if row.place is Place.CENTRE_TRAILER and len(after) > 1:
        message = "nothing can follow a centre trailer before the next centre"
        yield _at(structure, index, "record", message, "Move the row to the end of its centre.")
    if row.place in SINGLE and row.occurs.is_repeated:
        message = f"at most one {row.place.in_words} is allowed here"
        yield _at(structure, index, "occurs", message, "Write `one` or `optional`.")


def _headless(structure: FileStructureSpec, version: VersionSpec) -> Iterator[Problem]:
    """Every record of a data type must belong to records that the data type has too."""
    rows = {row.record: row for row in structure.rows}
    for code in structure.data_types:
        for index, row in enumerate(structure.rows):
            parent = rows.get(row.under)
            has = version.record_of(code, row)
            if has is None or parent is None or version.record_of(code, parent) is not None:
                continue
            is_there = any(key[1] == parent.record for key in version.format.records)
            if not is_there or {parent.record, code + parent.record} & _without(version):
                continue
            message = (
                f"record {row.record!r} of data type {code!r} is under {parent.record!r},"
                " which that data type does not have"
            )
            advice = f"Give {code!r} a file structure of its own, or the record."
            yield _at(structure, index, "under", message, advice)


def _whole(structure: FileStructureSpec) -> Iterator[Problem]:
    """A file must begin with one file header, end with its trailer, and have data."""
    first, *rest = structure.rows
    if first.place is not Place.FILE_HEADER or first.occurs.value != "one":
        message = "the first record of a file is its file header, and there is one"
        advice = 'Begin with {record: "1", occurs: one, place: file_header}.'
        yield _at(structure, 0, "record", message, advice)
    of_file = [row for row in structure.rows if not row.under]
    trailers = [row for row in of_file if row.place is Place.FILE_TRAILER]
    if trailers and trailers[0] is not of_file[-1] and of_file[-1].place in TRAILERS:
        index = structure.rows.index(trailers[0])
        yield _at(structure, index, "record", "nothing can follow a file trailer", "Move it.")
    if not any(row.place is Place.DATA for row in rest):
        message = "no row is for data"
        yield at(structure, "records", message, "Add one, without `place`.")


def _record(record: RecordSpec, version: VersionSpec) -> Iterator[Problem]:
    """A record must be in the structure of each of its data types, in the same place."""
    rows: dict[Place | bool, str] = {}
    without = []
    for code in record.lengths:
        of_code = [s for s in version.file_structures if code in s.data_types]
        found = [r for s in of_code for r in s.rows if r.record == record.key[-1]]
        if of_code and not found:
            without.append(code)
        for row in found:
            rows.setdefault(row.place, of_code[0].name)
    if without and (len(record.key) == 2 or len(without) == len(record.lengths)):
        names = {s.name for s in version.file_structures if set(without) & set(s.data_types)}
        message = f"record type {record.key[-1]!r} is in no row of the file structure"
        yield at(record, "key", message, f"Add a row to {', '.join(sorted(names))}.")
    if len(rows) > 1:
        what = " and ".join(f"{place} in {name}" for place, name in rows.items())
        message = f"{counted(len(rows), 'place')}: {what}"
        yield at(record, "key", message, "A record has one: give it another record type.")


def _at(structure: FileStructureSpec, index: int, word: str, message: str, advice: str) -> Problem:
    words = structure.words["records"][index]
    path = words.path_of(word) if word in words else words.path
    return Problem(words.mark_of(word), path, message, advice)
