"""Records that are missing, out of order, or of another data type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ..drawing import Draw
from ..drawn_files import DrawnFile, FileConstraints
from ..files import data_lines, data_record, is_broadcast
from ..records import draw_record, line_of
from ..spec import DATA, HEADER, HEADERS, REPEATED, REQUIRED, TRAILER, TRAILERS, Spec, SpecItem
from ..texts import text_in
from .mutation import (
    FileMutation,
    Mutate,
    WrongFile,
    first_data,
    line_at,
    lines_of,
    with_line,
    with_lines,
)

WITH_DATA = FileConstraints(records=1)
MISCOUNTED = ("file.centre-record-count", "file.record-count")

Edit = Callable[[DrawnFile, list[str]], object]
"""Changes the lines of a file."""


def mutations(spec: Spec, letter: str) -> Iterator[FileMutation]:
    """Every header and trailer missing or swapped, and data records out of place."""
    file_header, centre_header = (_place(spec, letter, place) for place in HEADERS)
    centre_trailer, file_trailer = (_place(spec, letter, place) for place in TRAILERS)
    yield from _missing(spec, letter)
    yield FileMutation("headers", "swapped", _swapped(file_header, centre_header, "headers"))
    yield FileMutation("trailers", "swapped", _swapped(centre_trailer, file_trailer, "trailers"))

    def behind(draw: Draw, file: DrawnFile) -> WrongFile:
        at, end = data_lines(spec, letter, file.lines)[-1], centre_trailer(file)
        lines = [*file.lines]
        lines.insert(end, lines.pop(at))
        return with_lines(file, lines, "file.order", "file.centre-record-count")

    def behind_all(draw: Draw, file: DrawnFile) -> WrongFile:
        data = file.lines[data_lines(spec, letter, file.lines)[-1]]
        return with_lines(file, [*file.lines, data], "file.after-trailer")

    yield FileMutation("data", "behind the centre trailer", behind, WITH_DATA)
    yield FileMutation("data", "behind the file trailer", behind_all, WITH_DATA)
    yield from _of_parts(spec, letter)
    yield from _unexpected(spec, letter, centre_trailer)
    yield FileMutation("any record", "in lower case", _in_lower_case)

    def with_nul(draw: Draw, file: DrawnFile) -> WrongFile:
        at = first_data(spec, file)
        return with_line(file, at, file.lines[at][:-1] + "\0", "record.nul")

    yield FileMutation("data", "with a NUL", with_nul, WITH_DATA)


def _place(spec: Spec, letter: str, place: str) -> Callable[[DrawnFile], int]:
    """The index of the header of the first block, or of the trailer of the last."""
    (row,) = (row for row in spec.structure(letter) if row["place"] == place)
    return lambda file: line_at(file, row)


def _missing(spec: Spec, letter: str) -> Iterator[FileMutation]:
    (trailer,) = spec.records_of(letter, TRAILERS[1])
    (centres,) = (f for f in trailer["fields"] if f.get("counts", {}).get("what") == "centres")
    one_centre = FileConstraints(one_centre=True)
    rules = {
        HEADERS[0]: ("file.first-header", "file.record-count"),
        HEADERS[1]: ("file.order", "file.record-count", "file.centre-count"),
        TRAILERS[0]: ("file.centre-trailer-missing", "file.record-count"),
        TRAILERS[1]: ("file.trailer-missing",),
    }
    for row in spec.structure(letter):
        place = row["place"]
        if place in rules:
            constraints = one_centre if place == HEADERS[1] else FileConstraints()
            without = _without(_place(spec, letter, place), rules[place], centres)
            yield FileMutation(place.replace("_", " "), "missing", without, constraints)


def _without(at: Callable[[DrawnFile], int], rules: tuple[str, ...], centres: SpecItem) -> Mutate:
    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        lines = [*file.lines]
        is_zero = not text_in(lines[-1], centres).strip("0")
        del lines[at(file)]
        broken = [rule for rule in rules if rule != "file.centre-count" or not is_zero]
        return with_lines(file, lines, *broken)

    return mutate


SWAPPED = {
    "headers": ("file.first-header", "file.second-header", "file.centre-record-count"),
    "trailers": (
        "file.centre-trailer-missing",
        "file.record-count",
        "file.after-trailer",
        "file.centre-record-count",
    ),
}
"""The rules that swapped headers and trailers break."""


def _swapped(
    one: Callable[[DrawnFile], int], other: Callable[[DrawnFile], int], what: str
) -> Mutate:
    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        lines = [*file.lines]
        first, second = one(file), other(file)
        lines[first], lines[second] = lines[second], lines[first]
        return with_lines(file, lines, *SWAPPED[what])

    return mutate


def _of_parts(spec: Spec, letter: str) -> Iterator[FileMutation]:
    """Records of parts other than file and centre, and data records that continue others: missing,
    repeated, or not under the record that they belong to."""
    rows = {row["record"]: row for row in spec.structure(letter)}
    for row in rows.values():
        record = spec.record_in(letter, row)
        is_data = row["place"] == DATA
        if record is None or row["place"] not in (DATA, HEADER, TRAILER):
            continue
        above = rows.get(row.get("under", ""))
        counts = MISCOUNTED if above is not None else MISCOUNTED[1:]
        rules = ("file.order", *counts)
        constraints = FileConstraints(records=1)
        nested = [one for one in rows.values() if one.get("under") == row["record"]]
        if row["occurs"] not in REPEATED and not nested and not is_data:
            twice = _edited(spec, row, lambda at, lines: lines.insert(at, lines[at]), rules)
            yield FileMutation(record["title"], "a second time", twice, constraints)
        if not is_data and (row["occurs"] in REQUIRED or any(x["place"] == DATA for x in nested)):
            gone = _edited(spec, row, lambda at, lines: lines.pop(at), rules, first=True)
            yield FileMutation(record["title"], "missing", gone, constraints)
        if above is not None and above["place"] in (DATA, HEADER):
            early = _before(spec, letter, row, above)
            of_one = replace(constraints, one_centre=True)
            yield FileMutation(record["title"], "before what it is under", early, of_one)


def _edited(
    spec: Spec,
    row: SpecItem,
    edit: Callable[[int, list[str]], object],
    rules: tuple[str, ...],
    *,
    first: bool = False,
) -> Mutate:
    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        lines = [*file.lines]
        found = lines_of(file, row)
        edit(found[0] if first else found[-1], lines)
        return with_lines(file, lines, *rules)

    return mutate


def _before(spec: Spec, letter: str, row: SpecItem, above: SpecItem) -> Mutate:
    """A record before the first of those that it could belong to: data is moved, other records are
    copied; a new record if there is none."""

    counting = _counting(spec, letter)

    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        own = lines_of(file, row)
        record = spec.record_in(letter, row)
        assert record is not None
        line = file.lines[own[0]] if own else line_of(record, draw_record(draw, spec, record))
        is_moved = bool(own) and row["place"] == DATA
        at = lines_of(file, above)[0]
        lines = [*file.lines]
        if not is_moved:
            lines.insert(at, line)
            return with_lines(file, lines, "file.order", *MISCOUNTED)
        lines.insert(at, lines.pop(own[0]))
        is_counted = any(passed.startswith(counting) for passed in file.lines[at : own[0]])
        return with_lines(file, lines, "file.order", *MISCOUNTED[:is_counted])

    return mutate


def _counting(spec: Spec, letter: str) -> tuple[str, ...]:
    """The keys of the records that count those of their centre so far."""
    rows = ((row, spec.record_in(letter, row)) for row in spec.structure(letter))
    return tuple(
        letter + row["record"]
        for row, record in rows
        if record is not None
        and any(field.get("counts", {}).get("in") == "centre" for field in record["fields"])
    )


def _unexpected(spec: Spec, letter: str, end: Callable[[DrawnFile], int]) -> Iterator[FileMutation]:
    """Records of an unknown type, and of another data type."""
    types = {row["record"] for row in spec.structure(letter)}
    unknown_type = next(digit for digit in "8642" if digit not in types)

    def inserted(file: DrawnFile, line: str) -> list[str]:
        at = end(file)
        return [*file.lines[:at], line, *file.lines[at:]]

    def unknown(draw: Draw, file: DrawnFile) -> WrongFile:
        line = draw.one_of((f"{letter}{unknown_type}", "99", "~", f"{letter} HELLO", "\x1aX"))
        return with_lines(file, inserted(file, line), "record.unknown", *MISCOUNTED)

    def of_another_data_type(draw: Draw, file: DrawnFile) -> WrongFile:
        others = [x for x in spec.letters if x != letter and is_broadcast(spec, x)]
        record = data_record(spec, draw.one_of(others))
        line = line_of(record, draw_record(draw, spec, record))
        return with_lines(file, inserted(file, line), "file.data-type", *MISCOUNTED)

    yield FileMutation("data", "of no known record", unknown)
    yield FileMutation("data", "of another data type", of_another_data_type)


def _in_lower_case(draw: Draw, file: DrawnFile) -> WrongFile:
    at = draw.number(0, len(file.lines) - 1)
    line = file.lines[at]
    return with_line(file, at, line[0].lower() + line[1:], "record.lower-case")
