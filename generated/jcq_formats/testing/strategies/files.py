"""Strategies for whole files, and for basedata sets: what the records of a file must say alike."""  # Copied from generator/runtime/testing/strategies/files.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .book import DATA, HEADERS, TRAILERS, Book, Words, books
from .columns import Columns, nothing, put
from .drawing import Chooser, Hypothetical, Wanted
from .records import line_of, record_drawn

VERSION, LETTER, YEAR = "file.formats_version", "file.data_type", "file.year"
BORN, CANDIDATE, CENTRE = "candidate.date_of_birth", "candidate.number", "centre.number"
NAME = "candidate.name"
"""The roles that rules of files look at, beside what the spec's own words tie together."""

BROADCAST = "broadcast"
MOST_CENTRES = 3

MOST_RECORDS = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a file, beside being valid: one centre, so many data records in each block,
    an address, a year of the series before this one."""

    one_block: bool = False
    records: int = 0
    address: bool = False
    year_before: int = 100


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """A file: its name, and its lines without their line ends; ``blocks`` counts its centres."""

    name: str
    version: str
    lines: tuple[str, ...]
    blocks: int = 1

    @property
    def data(self) -> bytes:
        """The file as the booklet has it: CR LF behind every line."""
        return self.with_ends("\r\n")

    def with_ends(self, end: str, *, last: bool = True, trimmed: bool = False) -> bytes:
        """The file with another line end, with none behind the last line, or without padding."""
        lines = [line.rstrip(" ") if trimmed else line for line in self.lines]
        return (end.join(lines) + (end if last else "")).encode("latin-1")

    def with_lines(self, lines: Sequence[str]) -> DrawnFile:
        """The same file with other lines."""
        return replace(self, lines=tuple(lines))


def letters(version: str) -> tuple[str, ...]:
    """The data types of a version of which whole files can be drawn."""
    return books()[version].letters


def files(letter: str, *, version: str = "") -> SearchStrategy[DrawnFile]:
    """Valid files of a data type, in the newest version unless given.

    Raises KeyError where there is no such version, StopIteration no such data type.
    """
    book = book_of(version)

    @st.composite
    def drawn(draw: st.DrawFn) -> DrawnFile:
        return file_drawn(Hypothetical(draw), book, letter)

    return drawn()


def sets(*, version: str = "") -> SearchStrategy[tuple[DrawnFile, ...]]:
    """Valid basedata sets: a file of each broadcast data type, which refer to one another."""
    book = book_of(version)

    @st.composite
    def drawn(draw: st.DrawFn) -> tuple[DrawnFile, ...]:
        return set_drawn(Hypothetical(draw), book)

    return drawn()


def book_of(version: str) -> Book:
    """A version; the newest where none is given. Raises KeyError where it is not known."""
    known = books()
    return known[version or max(known)]


def file_drawn(choose: Chooser, book: Book, letter: str, asked: Asked = Asked()) -> DrawnFile:
    """A file of a data type; those of centres hold a few of them."""
    single = asked.one_block or is_broadcast(book, letter)
    blocks = 1 if single else choose.number(1, MOST_CENTRES)
    season = _season_drawn(choose, book, letter, asked.year_before)
    return _Making(choose, book, letter, season, asked).file(blocks)


def set_drawn(choose: Chooser, book: Book) -> tuple[DrawnFile, ...]:
    """A file of each broadcast data type, what is referred to before what refers to it."""
    waiting = [letter for letter in book.letters if is_broadcast(book, letter)]
    season = _season_drawn(choose, book, waiting[0])
    asked = Asked(records=1)
    held = {role for letter in waiting for role in _keys(book, letter)}
    codes: dict[str, list[str]] = {}
    drawn: list[DrawnFile] = []
    while waiting:
        letter = next(x for x in waiting if _refers_to(book, x) & held <= codes.keys())
        waiting.remove(letter)
        file = _Making(choose, book, letter, season, asked, codes).file(1)
        for role, words in _keys(book, letter).items():
            codes[role] = [text_in(line, words).rstrip(" ") for line in file.lines[2:-2]]
        drawn.append(file)
    return tuple(_counted_in_set(book, file, drawn) for file in drawn)


def is_broadcast(book: Book, letter: str) -> bool:
    """Whether files of this data type go to all centres."""
    return bool(book.data_type(letter)["direction"] == BROADCAST)


def data_record(book: Book, letter: str) -> Words:
    """The data record of a data type."""
    return book.records_of(letter, DATA)[0]


def _keys(book: Book, letter: str) -> dict[str, Words]:
    """The fields that identify the records of a data type, by role."""
    fields = data_record(book, letter)["fields"]
    return {f["role"]: f for f in fields if f.get("key") and "role" in f}


def _refers_to(book: Book, letter: str) -> set[str]:
    return {r for f in data_record(book, letter)["fields"] for r in f.get("refers_to", ())}


def text_in(line: str, words: Words) -> str:
    """The columns of a field."""
    return line[words["start"] - 1 : words["start"] - 1 + words["width"]]


def said_in(record: Words, line: str) -> dict[str, str]:
    """What a line of this record says, by role, those of the layouts that it chooses too."""
    return dict(_said(record["fields"], line))


def _said(fields: Sequence[Words], line: str) -> Iterator[tuple[str, str]]:
    for words in fields:
        yield words.get("role", ""), text_in(line, words)
        if "chooser" in words and text_in(line, words) not in words.get("none", ()):
            chooser = next(f for f in fields if f["name"] == words["chooser"])
            for layout in words["layouts"]:
                if text_in(line, chooser) in layout["when"]:
                    yield from _said(layout["fields"], line)


def parts_of(book: Book, letter: str) -> Sequence[Words]:
    """The parts of the names of such files."""
    form = book.name_form(letter)
    return form["parts"] if form is not None else ()


def _season_drawn(
    choose: Chooser, book: Book, letter: str, year_before: int = 100
) -> Mapping[str, str]:
    """What the records of a file say alike, by role, so that a name can say it too."""
    (header,) = book.records_of(letter, HEADERS[0])
    agreeing = {f["role"]: f["name"] for f in header["fields"] if f.get("agrees") == "file"}
    named = [part["agrees_with"] for part in parts_of(book, letter) if "part" in part]
    wanted = Wanted(
        roles={LETTER: Columns(letter, letter)},
        allowed={
            **{role: _goes_into_a_name for roles in named for role in roles},
            YEAR: lambda year: int(year) < year_before,
        },
        filled=frozenset(agreeing.values()),
    )
    line = line_of(header, record_drawn(choose, book, header, wanted))
    said = {role: text for role, text in said_in(header, line).items() if role in agreeing}
    for roles in named:
        said |= {other: said[role] for role in roles if role in said for other in roles}
    return said


def _goes_into_a_name(value: Any) -> bool:
    return not isinstance(value, str) or all(
        c == "_" or (c < "\x80" and c.isalnum()) for c in value
    )


def _is_some_number(value: Any) -> bool:
    return bool(value.strip("0"))


@dataclass(frozen=True, slots=True)
class _Making:
    """The making of one file; with ``codes`` by role, its records refer to these."""

    choose: Chooser
    book: Book
    letter: str
    season: Mapping[str, str]
    asked: Asked
    codes: Mapping[str, Sequence[str]] | None = None

    def file(self, blocks: int) -> DrawnFile:
        """The file, with so many centres."""
        lines: list[str] = []
        around: Mapping[str, str] = {}
        for _ in range(blocks):
            block = self._block()
            (header,) = self.book.records_of(self.letter, HEADERS[1])
            around = self._agreeing(header, block[0])
            lines += block
        if blocks > 1:
            # What the file header and trailer of several centres carry is not established.
            around = self._without_address()
        first = self._line(HEADERS[0], around)
        last = self._counted(TRAILERS[1], self._line(TRAILERS[1], around), len(lines) + 2, blocks)
        name = self._name((first, lines[0])) if blocks == 1 else ""
        return DrawnFile(name, self.book.version, (first, *lines, last), blocks)

    def _block(self) -> list[str]:
        header = self._line(HEADERS[1], {})
        around = self._agreeing(self.book.records_of(self.letter, HEADERS[1])[0], header)
        number = self.choose.number(self.asked.records, MOST_RECORDS)
        data = [self._data(around, at) for at in range(1, number + 1)]
        trailer = self._counted(TRAILERS[0], self._line(TRAILERS[0], around), number + 2, 1)
        return [header, *data, trailer]

    def _line(self, place: str, around: Mapping[str, str]) -> str:
        (record,) = self.book.records_of(self.letter, place)
        said = {**self.season, LETTER: self.letter, VERSION: self.book.version, **around}
        filled = set[str]()
        if self.asked.address or not is_broadcast(self.book, self.letter):
            filled = {f["name"] for f in record["fields"] if f.get("agrees")}
        wanted = Wanted(
            roles=_as_columns(said),
            allowed={**dict.fromkeys(self._named(), _goes_into_a_name), CENTRE: _is_some_number},
            filled=frozenset(filled),
        )
        return line_of(record, record_drawn(self.choose, self.book, record, wanted))

    def _named(self) -> set[str]:
        return {r for part in parts_of(self.book, self.letter) for r in part.get("agrees_with", ())}

    def _agreeing(self, record: Words, line: str) -> dict[str, str]:
        """What a centre header says that all of its block repeats."""
        agreeing = [f for f in record["fields"] if f.get("agrees") == "centre"]
        chooser = [f for f in record["fields"] if "only" in f]
        said = dict(_said([*chooser, *agreeing], line))
        return {role: text for role, text in said.items() if role != LETTER}

    def _without_address(self) -> dict[str, str]:
        (record,) = self.book.records_of(self.letter, HEADERS[0])
        agreeing = [f for f in record["fields"] if f.get("agrees") == "centre"]
        return {f["role"]: nothing(f).text for f in agreeing}

    def _data(self, around: Mapping[str, str], at: int) -> str:
        record = data_record(self.book, self.letter)
        said = dict(around)
        for words in record["fields"]:
            if words.get("role") == CANDIDATE:
                said[CANDIDATE] = f"{at:0{words['width']}}"
            elif words.get("role") == NAME:
                said[NAME] = self._candidate_name(words)
            elif self.codes is not None and words.get("refers_to"):
                said[words["role"]] = self._reference(words)
        born = {BORN: lambda day: day.year <= 2000 + int(self.season[YEAR])}
        wanted = Wanted(roles=_as_columns(said), allowed=born)
        return line_of(record, record_drawn(self.choose, self.book, record, wanted))

    def _candidate_name(self, words: Words) -> str:
        """A surname, a colon, and forenames if the text drawn is of several words."""
        width = words["width"]
        text = self.choose.columns(words, self.book, None).text.replace(":", "")
        surname, _, forenames = (text[: width - 1].strip(" ") or "A").partition(" ")
        return f"{surname}:{forenames.strip(' ')}".ljust(width)

    def _reference(self, words: Words) -> str:
        """The code of a record that is there; where there may be a wildcard, the start of one."""
        assert self.codes is not None
        known = [code for role in words["refers_to"] for code in self.codes.get(role, ())]
        code = self.choose.one_of(known)
        if words.get("wildcard") and self.choose.is_filled(words):
            code = code[: words["width"] - 1] + str(words["wildcard"])
        return code.ljust(words["width"])

    def _counted(self, place: str, line: str, records: int, centres: int) -> str:
        """A trailer that counts what there is; 0 of it where that is allowed as well."""
        (record,) = self.book.records_of(self.letter, place)
        for words in record["fields"]:
            if "counts" in words:
                number = {"records": records, "centres": centres}[words["counts"]["what"]]
                if is_broadcast(self.book, self.letter) and "zero_allowed" in words["counts"]:
                    number = self.choose.number(0, number)
                line = put(line, words["start"] - 1, f"{number:0{words['width']}}")
        return line

    def _name(self, lines: Sequence[str]) -> str:
        """The name that says what the headers say; none where they lack a number for it."""
        said: dict[str, str] = {}
        for place, line in zip(HEADERS, lines, strict=True):
            said |= said_in(self.book.records_of(self.letter, place)[0], line)
        texts = []
        for part in parts_of(self.book, self.letter):
            known = [said[role] for role in part.get("agrees_with", ()) if role in said]
            if part.get("digits") and not known:
                return ""
            text = part.get("literal") or (known or [UNSAID * part["width"]])[0]
            texts.append(text[-part["width"] :])
        return "".join(texts)


UNSAID = "_"
"""What stands in a name for what no header says."""


def _as_columns(said: Mapping[str, str]) -> dict[str, Columns]:
    return {role: Columns(text, text.rstrip(" ")) for role, text in said.items()}


def _counted_in_set(book: Book, file: DrawnFile, files: Sequence[DrawnFile]) -> DrawnFile:
    """The file, its records counting what the set has."""
    letter = file.lines[0][0]
    lines = list(file.lines)
    for words in data_record(book, letter)["fields"]:
        counts = words.get("counts", {})
        if counts.get("in") != "set":
            continue
        fields = {f["name"]: f for f in data_record(book, letter)["fields"]}
        other = {f["name"]: f for f in data_record(book, counts["what"][0])["fields"]}
        name = counts["matching"]
        held = [
            text_in(line, other[name])
            for one in files
            for line in one.lines
            if line.startswith(counts["what"])
        ]
        for at in range(2, len(lines) - 2):
            number = held.count(text_in(lines[at], fields[name]))
            lines[at] = put(lines[at], words["start"] - 1, f"{number:0{words['width']}}")
    return file.with_lines(lines)
