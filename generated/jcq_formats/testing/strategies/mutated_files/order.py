"""Records that are missing, out of order, or not those of the data type."""  # Copied from generator/runtime/testing/strategies/mutated_files/order.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ..drawing import Draw
from ..files import DrawnFile, FileConstraints, data_record, is_broadcast
from ..records import draw_record, line_of
from ..spec import TRAILERS, Spec
from ..texts import text_in
from .mutation import FIRST_DATA, FileMutation, WrongFile, with_line, with_lines

WITH_DATA = FileConstraints(records=1)


def mutations(spec: Spec, letter: str) -> Iterator[FileMutation]:
    """Every record around the data missing or swapped, and data records out of place."""
    yield from _missing(spec, letter)
    yield FileMutation("headers", "swapped", _headers_swapped)
    yield FileMutation("trailers", "swapped", _trailers_swapped)
    yield FileMutation("data", "behind the centre trailer", _data_after_centre_trailer, WITH_DATA)
    yield FileMutation("data", "behind the file trailer", _data_after_file_trailer, WITH_DATA)
    yield from _unexpected(spec, letter)
    yield FileMutation("any record", "in lower case", _in_lower_case)
    yield FileMutation("data", "with a NUL", _with_nul, WITH_DATA)


def _missing(spec: Spec, letter: str) -> Iterator[FileMutation]:
    (trailer,) = spec.records_of(letter, TRAILERS[1])
    (centres,) = (f for f in trailer["fields"] if f.get("counts", {}).get("what") == "centres")

    def without_centre_header(draw: Draw, file: DrawnFile) -> WrongFile:
        is_zero = not text_in(file.lines[-1], centres).strip("0")
        rules = ["file.order", "file.record-count"] + ["file.centre-count"] * (not is_zero)
        return with_lines(file, file.lines[:1] + file.lines[2:], *rules)

    one_centre = FileConstraints(one_centre=True)
    yield FileMutation("file header", "missing", _without_file_header)
    yield FileMutation("centre header", "missing", without_centre_header, one_centre)
    yield FileMutation("centre trailer", "missing", _without_centre_trailer)
    yield FileMutation("file trailer", "missing", _without_file_trailer)


def _without_file_header(draw: Draw, file: DrawnFile) -> WrongFile:
    return with_lines(file, file.lines[1:], "file.first-header", "file.record-count")


def _without_centre_trailer(draw: Draw, file: DrawnFile) -> WrongFile:
    lines = file.lines[:-2] + file.lines[-1:]
    return with_lines(file, lines, "file.centre-trailer-missing", "file.record-count")


def _without_file_trailer(draw: Draw, file: DrawnFile) -> WrongFile:
    return with_lines(file, file.lines[:-1], "file.trailer-missing")


def _headers_swapped(draw: Draw, file: DrawnFile) -> WrongFile:
    rules = ("file.first-header", "file.second-header", "file.centre-record-count")
    return with_lines(file, [file.lines[1], file.lines[0], *file.lines[2:]], *rules)


def _trailers_swapped(draw: Draw, file: DrawnFile) -> WrongFile:
    rules = (
        "file.centre-trailer-missing",
        "file.record-count",
        "file.after-trailer",
        "file.centre-record-count",
    )
    return with_lines(file, [*file.lines[:-2], file.lines[-1], file.lines[-2]], *rules)


def _data_after_centre_trailer(draw: Draw, file: DrawnFile) -> WrongFile:
    *before, data, centre_trailer, file_trailer = file.lines
    lines = [*before, centre_trailer, data, file_trailer]
    return with_lines(file, lines, "file.order", "file.centre-record-count")


def _data_after_file_trailer(draw: Draw, file: DrawnFile) -> WrongFile:
    return with_lines(file, [*file.lines, file.lines[-3]], "file.after-trailer")


def _unexpected(spec: Spec, letter: str) -> Iterator[FileMutation]:
    """Records of no type, and of another data type."""
    counts = ("file.centre-record-count", "file.record-count")

    def unknown(draw: Draw, file: DrawnFile) -> WrongFile:
        line = draw.one_of((f"{letter}8", "99", "~", f"{letter} HELLO", "\x1aX"))
        lines = [*file.lines[:-2], line, *file.lines[-2:]]
        return with_lines(file, lines, "record.unknown", *counts)

    def of_another_data_type(draw: Draw, file: DrawnFile) -> WrongFile:
        others = [x for x in spec.letters if x != letter and is_broadcast(spec, x)]
        record = data_record(spec, draw.one_of(others))
        line = line_of(record, draw_record(draw, spec, record))
        lines = [*file.lines[:-2], line, *file.lines[-2:]]
        return with_lines(file, lines, "file.data-type", *counts)

    yield FileMutation("data", "of no known record", unknown)
    yield FileMutation("data", "of another data type", of_another_data_type)


def _in_lower_case(draw: Draw, file: DrawnFile) -> WrongFile:
    at = draw.number(0, len(file.lines) - 1)
    line = file.lines[at]
    return with_line(file, at, line[0].lower() + line[1:], "record.lower-case")


def _with_nul(draw: Draw, file: DrawnFile) -> WrongFile:
    line = file.lines[FIRST_DATA][:-1] + "\0"
    return with_line(file, FIRST_DATA, line, "record.nul")
