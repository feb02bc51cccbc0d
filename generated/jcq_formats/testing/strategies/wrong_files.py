"""Files with one thing wrong, and the rules that this breaks: what a single line cannot tell."""  # Copied from generator/runtime/testing/strategies/wrong_files.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .book import HEADERS, TRAILERS, Book, Words
from .columns import kind_of, put
from .drawing import Chooser, Hypothetical
from .files import (
    BORN,
    CANDIDATE,
    NAME,
    YEAR,
    Asked,
    DrawnFile,
    book_of,
    data_record,
    file_drawn,
    is_broadcast,
    parts_of,
    said_in,
    text_in,
)
from .records import line_of, record_drawn

MARK, END_MARK = b"\xef\xbb\xbf", b"\x1a"


class WrongFile(NamedTuple):
    """A file with one thing wrong, and the rules that are to be named."""

    name: str
    data: bytes
    rules: frozenset[str]


Spoil = Callable[[Chooser, DrawnFile], WrongFile]
"""Makes a valid file wrong."""


@dataclass(frozen=True, slots=True)
class FileAim:
    """One way in which a file can be wrong, and what of it is."""

    where: str
    way: str
    spoil: Spoil = field(repr=False)
    asked: Asked = field(default=Asked(), repr=False)

    def __str__(self) -> str:
        return f"{self.where}: {self.way}"


def file_aims(letter: str, *, version: str = "") -> list[FileAim]:
    """Every way in which a file of this data type can be wrong, its single lines apart."""
    return list(file_aims_of(book_of(version), letter))


def wrong_files(
    letter: str, aim: FileAim | None = None, *, version: str = ""
) -> SearchStrategy[WrongFile]:
    """Files with one thing wrong: the one that is aimed at, or any."""
    book = book_of(version)
    wanted = st.sampled_from(file_aims(letter, version=version)) if aim is None else st.just(aim)

    @st.composite
    def drawn(draw: st.DrawFn) -> WrongFile:
        choose, aimed = Hypothetical(draw), draw(wanted)
        wrong = aimed.spoil(choose, file_drawn(choose, book, letter, aimed.asked))
        return wrong._replace(rules=wrong.rules & book.rules)

    return drawn()


PLACES = {HEADERS[0]: 0, HEADERS[1]: 1, TRAILERS[0]: -2, TRAILERS[1]: -1}
"""Lines that every file has: the header of its first block, the trailer of its last."""

COUNTS = {
    ("records", "centre"): "file.centre-record-count",
    ("records", "file"): "file.record-count",
    ("centres", "file"): "file.centre-count",
}

TO_BE_TRIED = "23456789ABCDEFGHJKMNPQRTUVXYZ_"


def file_aims_of(book: Book, letter: str) -> Iterator[FileAim]:
    """Every way in which a file can be wrong."""
    yield from _of_counts(book, letter)
    yield from _of_agreement(book, letter)
    yield from _of_names(book, letter)
    yield from _of_order(book, letter)
    yield from _of_bytes()
    yield from _of_candidates(book, letter)


def _wrong(file: DrawnFile, lines: Sequence[str], *rules: str) -> WrongFile:
    return WrongFile(file.name, file.with_lines(lines).data, frozenset(rules))


def _with(file: DrawnFile, at: int, line: str, *rules: str) -> WrongFile:
    lines = list(file.lines)
    lines[at] = line
    return _wrong(file, lines, *rules)


def _of_counts(book: Book, letter: str) -> Iterator[FileAim]:
    for place in TRAILERS:
        (record,) = book.records_of(letter, place)
        for words in record["fields"]:
            if "counts" in words:
                where = f"{record['title']}, {words['name']}"
                yield FileAim(where, "another number", _miscounted(place, words))
                yield FileAim(where, "no number", _uncounted(place, words))


def _miscounted(place: str, words: Words) -> Spoil:
    counts = words["counts"]
    rule = COUNTS[counts["what"], counts["in"]]

    def spoil(choose: Chooser, file: DrawnFile) -> WrongFile:
        line = file.lines[PLACES[place]]
        number = file.blocks if counts["what"] == "centres" else int(text_in(line, words))
        number += choose.number(1, 9) if number < 2 or choose.is_filled(words) else -1
        text = f"{number:0{words['width']}}"
        return _with(file, PLACES[place], put(line, words["start"] - 1, text), rule)

    return spoil


def _uncounted(place: str, words: Words) -> Spoil:
    """A count that is no number says nothing that could be held against the file."""

    def spoil(choose: Chooser, file: DrawnFile) -> WrongFile:
        at = words["start"] - 1 + choose.number(0, words["width"] - 1)
        line = put(file.lines[PLACES[place]], at, choose.one_of(("A", " ", "²")))
        return _with(file, PLACES[place], line, "field.integer")

    return spoil


def _of_agreement(book: Book, letter: str) -> Iterator[FileAim]:
    """Fields that records say alike, at any depth; those of a name are held against that too."""
    for place, at in PLACES.items():
        (record,) = book.records_of(letter, place)
        for words in record["fields"]:
            if "agrees" not in words:
                continue
            for inner in _within(words, letter):
                where = f"{record['title']}, {inner['name']}"
                named = place in HEADERS and inner.get("role") in _named(book, letter)
                whole = words["agrees"] == "centre" and place in (HEADERS[0], TRAILERS[1])
                spoil = _disagreeing(book, inner, at, named)
                asked = Asked(one_block=whole, address=True, year_before=99)
                yield FileAim(where, "not as before", spoil, asked)
    for words in data_record(book, letter)["fields"]:
        if "agrees" in words:
            spoil = _disagreeing(book, words, 2, False)
            asked = Asked(records=1, address=True)
            yield FileAim(f"data, {words['name']}", "not as before", spoil, asked)


def _within(words: Words, letter: str) -> list[Words]:
    """The field itself, or those of the layout that the data type chooses."""
    if "layouts" not in words:
        return [words]
    (layout,) = (one for one in words["layouts"] if letter in one["when"])
    return list(layout["fields"])


def _named(book: Book, letter: str) -> set[str]:
    return {role for part in parts_of(book, letter) for role in part.get("agrees_with", ())}


def _disagreeing(book: Book, words: Words, at: int, named: bool) -> Spoil:
    def spoil(choose: Chooser, file: DrawnFile) -> WrongFile:
        line = file.lines[at]
        edges = [edge.text for edge in kind_of(words).edges(words, book)]
        # Names are not case sensitive: what differs in that alone agrees with the name.
        before = text_in(line, words).upper()
        others = [t for t in edges if t.upper() != before and t.isalnum()]
        if words.get("role") == YEAR:
            # An earlier year would be before the birth of candidates.
            others = [t for t in others if t > text_in(line, words)]
        changed = put(line, words["start"] - 1, choose.one_of(others))
        rules = ["file.agreement"]
        if named and file.name:
            rules.append("file.name")
        return _with(file, at, changed, *rules)

    return spoil


def _of_names(book: Book, letter: str) -> Iterator[FileAim]:
    start = 0
    for part in parts_of(book, letter):
        if "part" in part:
            spoil = _misnamed(book, letter, part, start)
            asked = Asked(one_block=True, address=True)
            yield FileAim("name", f"another {part['part']}", spoil, asked)
        start += part["width"]
    yield FileAim(
        "name",
        "of no known form",
        lambda choose, file: WrongFile(
            choose.one_of(("ENTRIES.TXT", f"{file.name}.BAK", "9", f"{letter}.X01")),
            file.data,
            frozenset({"file.name-unknown"}),
        ),
    )


def _misnamed(book: Book, letter: str, part: Words, start: int) -> Spoil:
    form = book.name_form(letter)
    alike = form["data_types"] if form is not None else ()

    def spoil(choose: Chooser, file: DrawnFile) -> WrongFile:
        known = file.name[start]
        tried = TO_BE_TRIED[: 8 if part.get("digits") else None]
        if start == 0:
            tried = "".join(alike)
        other = choose.one_of([c for c in tried if c.upper() != known.upper()])
        name = put(file.name, start, other)
        return WrongFile(name, file.data, frozenset({"file.name"}))

    return spoil


def _of_order(book: Book, letter: str) -> Iterator[FileAim]:
    """Records that are not there, that stand elsewhere, or that are not known."""
    (trailer,) = book.records_of(letter, TRAILERS[1])
    (centres,) = (f for f in trailer["fields"] if f.get("counts", {}).get("what") == "centres")

    def order(where: str, way: str, spoil: Spoil, asked: Asked = Asked()) -> FileAim:  # noqa: B008
        return FileAim(where, way, spoil, asked)

    def without_centre_header(choose: Chooser, file: DrawnFile) -> WrongFile:
        zero = not text_in(file.lines[-1], centres).strip("0")
        rules = ["file.order", "file.record-count"] + ["file.centre-count"] * (not zero)
        return _wrong(file, file.lines[:1] + file.lines[2:], *rules)

    def behind_its_trailer(choose: Chooser, file: DrawnFile) -> WrongFile:
        *before, data, end, last = file.lines
        rules = ("file.order", "file.centre-record-count")
        return _wrong(file, [*before, end, data, last], *rules)

    def behind_the_file(choose: Chooser, file: DrawnFile) -> WrongFile:
        return _wrong(file, [*file.lines, file.lines[-3]], "file.after-trailer")

    def unknown(choose: Chooser, file: DrawnFile) -> WrongFile:
        line = choose.one_of((f"{letter}8", "99", "~", f"{letter} HELLO", "\x1aX"))
        rules = ("record.unknown", "file.centre-record-count", "file.record-count")
        return _wrong(file, [*file.lines[:-2], line, *file.lines[-2:]], *rules)

    def of_another_data_type(choose: Chooser, file: DrawnFile) -> WrongFile:
        others = [x for x in book.letters if x != letter and is_broadcast(book, x)]
        record = data_record(book, choose.one_of(others))
        line = line_of(record, record_drawn(choose, book, record))
        rules = ("file.data-type", "file.centre-record-count", "file.record-count")
        return _wrong(file, [*file.lines[:-2], line, *file.lines[-2:]], *rules)

    def in_lower_case(choose: Chooser, file: DrawnFile) -> WrongFile:
        at = choose.number(0, len(file.lines) - 1)
        line = file.lines[at]
        return _with(file, at, line[0].lower() + line[1:], "record.lower-case")

    def with_a_nul(choose: Chooser, file: DrawnFile) -> WrongFile:
        return _with(file, 2, file.lines[2][:-1] + "\0", "record.nul")

    yield order(
        "file header",
        "missing",
        lambda choose, file: _wrong(file, file.lines[1:], "file.first-header", "file.record-count"),
    )
    yield order("centre header", "missing", without_centre_header, Asked(one_block=True))
    yield order(
        "centre trailer",
        "missing",
        lambda choose, file: _wrong(
            file,
            file.lines[:-2] + file.lines[-1:],
            "file.centre-trailer-missing",
            "file.record-count",
        ),
    )
    yield order(
        "file trailer",
        "missing",
        lambda choose, file: _wrong(file, file.lines[:-1], "file.trailer-missing"),
    )
    yield order(
        "headers",
        "swapped",
        lambda choose, file: _wrong(
            file,
            [file.lines[1], file.lines[0], *file.lines[2:]],
            "file.first-header",
            "file.second-header",
            "file.centre-record-count",
        ),
    )
    yield order(
        "trailers",
        "swapped",
        lambda choose, file: _wrong(
            file,
            [*file.lines[:-2], file.lines[-1], file.lines[-2]],
            "file.centre-trailer-missing",
            "file.record-count",
            "file.after-trailer",
            "file.centre-record-count",
        ),
    )
    yield order("data", "behind the centre trailer", behind_its_trailer, Asked(records=1))
    yield order("data", "behind the file trailer", behind_the_file, Asked(records=1))
    yield order("data", "of no known record", unknown)
    yield order("data", "of another data type", of_another_data_type)
    yield order("any record", "in lower case", in_lower_case)
    yield order("data", "with a NUL", with_a_nul, Asked(records=1))


def _of_bytes() -> Iterator[FileAim]:
    """Line ends, padding, marks and blank lines."""

    def wrong(way: str, rule: str, made: Callable[[DrawnFile], bytes]) -> FileAim:
        return FileAim(
            "file", way, lambda choose, file: WrongFile(file.name, made(file), frozenset({rule}))
        )

    yield wrong("lines that end in LF", "file.line-end", lambda file: file.with_ends("\n"))
    yield wrong("lines that end in CR", "file.line-end", lambda file: file.with_ends("\r"))
    yield wrong(
        "a last line without an end",
        "file.last-line-end",
        lambda file: file.with_ends("\r\n", last=False),
    )
    yield wrong("a byte order mark", "file.byte-order-mark", lambda file: MARK + file.data)
    yield wrong("Ctrl-Z at the end", "file.end-of-file-mark", lambda file: file.data + END_MARK)
    yield wrong("a blank line", "record.blank-line", lambda file: file.data + b"\r\n")


def _of_candidates(book: Book, letter: str) -> Iterator[FileAim]:
    """Births behind the series, and candidates whose records differ."""
    record = data_record(book, letter)
    by_role = {f["role"]: f for f in record["fields"] if "role" in f}
    if BORN not in by_role:
        return
    born, number = by_role[BORN], by_role[CANDIDATE]

    def late(choose: Chooser, file: DrawnFile) -> WrongFile:
        (header,) = book.records_of(letter, HEADERS[1])
        year = int(said_in(header, file.lines[1])[YEAR])
        line = put(file.lines[2], born["start"] - 1, f"0101{year + 1:02}")
        return _with(file, 2, line, "file.born-after-series")

    def different(choose: Chooser, file: DrawnFile) -> WrongFile:
        one, other = file.lines[2:4]
        other = put(other, number["start"] - 1, text_in(one, number))
        none = born["none"][0]
        day = none if text_in(one, born) != none else "010100"
        other = put(other, born["start"] - 1, day)
        return _with(file, 3, other, "file.candidate-differs")

    def unnamed(choose: Chooser, file: DrawnFile) -> WrongFile:
        name = by_role[NAME]
        text = choose.one_of(("BADGER", ":ZOE", "BADGER:ZOE:ANN")).ljust(name["width"])
        return _with(file, 2, put(file.lines[2], name["start"] - 1, text), "file.candidate-name")

    yield FileAim(by_role[NAME]["name"], "not with one colon", unnamed, Asked(records=1))
    before_the_last = Asked(records=1, year_before=born["window"][1] % 100)
    yield FileAim(born["name"], "later than the series", late, before_the_last)
    yield FileAim("records of a candidate", "that differ", different, Asked(records=2))
