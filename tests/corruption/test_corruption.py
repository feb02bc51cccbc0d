"""Replaces every byte of the invented files by others, and records what `check` notices, by field.

`table.md` is the result. `python -m tests.corruption.test_corruption` writes it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.testing import World

from tests.corruption.oracle import Oracle

TABLE = Path(__file__).parent / "table.md"
OTHERS = [chr(c) for c in range(32, 127)] + list("\0\t\n\r\x1a\x85\xa0²É\xff")
"""The replacements of a byte: all printable characters, and those that programs mishandle."""

HEADERS_OF = "SE"
"""Data types whose headers and trailers are tested: one broadcast, one of a centre."""

EVERY_NTH_OF_PADDING = 8
"""Padding is long and uniform."""

BEYOND_THE_ORACLE = ("record.may-have-slipped", "file.code-small-letters")
"""The rules that are left out because the layout does not state what they judge: text that runs on
in a line, and small letters, which the character set of codes permits."""

SURE = {"integer", "date", "code", "digits", "literal", "identifier", "count", "agreement"}


@dataclass
class Row:
    """The results of the corruptions of one field."""

    record: str
    name: str
    kind: str
    tried: int = 0
    wrong: int = 0
    noticed: int = 0
    noticed_wrong: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of the table."""
        share = f"{100 * self.noticed_wrong / self.wrong:.1f} %" if self.wrong else "-"
        return (
            self.record,
            f"`{self.name}`",
            self.kind,
            f"{self.tried:,}",
            f"{self.wrong:,}",
            share,
            f"{100 * self.noticed / self.tried:.1f} %",
        )


def samples() -> Iterator[tuple[str, list[str], int]]:
    """A name, the lines of a small clean file, and the line to corrupt, from 0."""
    world = World(candidates=40, version="14")
    for planned in world.files():
        lines = [record.line for record in planned.records]
        letter = planned.name[0]
        if letter in HEADERS_OF:
            small = _small(lines, lines[2:3])
            yield from ((planned.name, small, at) for at in (0, 1, 3, 4))
        for data in _different(lines[2:-2]):
            yield planned.name, _small(lines, [data]), 2


def _different(lines: list[str]) -> Iterator[str]:
    """Records with different layouts: one of each result type, the fullest of the others."""
    if lines[0][0] == "R":
        by_type = {line[46]: line for line in lines if "X" not in line[47:52]}
        yield from (by_type[result_type] for result_type in sorted(by_type))
    else:
        yield max(lines, key=lambda line: (len(line) - line.count(" "), line))


def _small(lines: list[str], data: list[str]) -> list[str]:
    """A clean file of these data records; the counts are in positions 8-14 and 15-21."""
    length = len(lines[0])
    seven, nine = lines[-2], lines[-1]
    seven = seven[:7] + f"{len(data) + 2:07}" + seven[14:]
    nine = nine[:7] + f"{len(data) + 4:07}" + nine[14:]
    return [line.ljust(length) for line in (*lines[:2], *data, seven, nine)]


def rows_of(oracle: Oracle, name: str, lines: list[str], at: int, nth: int) -> list[Row]:
    """Replaces every position of a line by every nth other byte."""
    clean = lines[at]
    key = clean[:2]
    assert jcq.check(_bytes(lines), name=name) == []
    rows = []
    padding = set(range(len(clean)))
    for field_name, columns, words in oracle.fields(clean):
        padding -= set(columns)
        row = Row(key, field_name, _kind(words))
        rows.append(_row(oracle, name, lines, at, row, columns, nth))
    if padding:
        row = Row(key, "padding", "padding")
        columns = sorted(padding)[::EVERY_NTH_OF_PADDING]
        rows.append(_row(oracle, name, lines, at, row, columns, nth))
    return rows


def _row(
    oracle: Oracle, name: str, lines: list[str], at: int, row: Row, columns: list[int], nth: int
) -> Row:
    clean = lines[at]
    for column in columns:
        # Columns side by side try different bytes, so that all are tried somewhere.
        for other in OTHERS[column % nth :: nth]:
            if other == clean[column]:
                continue
            line = clean[:column] + other + clean[column + 1 :]
            changed = [*lines[:at], line, *lines[at + 1 :]]
            noticed = _is_noticed(_bytes(changed), name)
            wrong = oracle.is_wrong(clean[:2], line, clean)
            row.tried += 1
            row.wrong += wrong
            row.noticed += noticed
            row.noticed_wrong += wrong and noticed
            if wrong and not noticed:
                row.missed.append(f"column {column + 1}: {clean[column]!r} -> {other!r}")
    return row


def _is_noticed(data: bytes, name: str) -> bool:
    """Whether there is a warning or error, or a hole among entries, or the file is refused for an
    unknown version."""
    try:
        issues = jcq.check(data, name=name, disable=BEYOND_THE_ORACLE)
    except jcq.FormatError:
        return True
    return any(
        issue.severity is not jcq.Severity.INFORMATION or issue.rule == "field.group-hole"
        for issue in issues
    )


def _kind(words: dict[str, object]) -> str:
    """The kind of a field, or the other rule that decides whether it is valid."""
    if "identifier" in words:
        return "identifier"
    counts = words.get("counts")
    if isinstance(counts, dict) and counts["in"] != "set":
        return "count"
    return "agreement" if "agrees" in words else str(words["kind"])


def _bytes(lines: list[str]) -> bytes:
    return "".join(line + "\r\n" for line in lines).encode("latin-1")


def all_rows(nth: int = 1) -> list[Row]:
    """The whole table, or that of every nth other byte."""
    oracle = Oracle("14", series_year=2026)
    merged: dict[tuple[str, str], Row] = {}
    for name, lines, at in samples():
        for row in rows_of(oracle, name, lines, at, nth):
            known = merged.setdefault((row.record, row.name), Row(row.record, row.name, row.kind))
            known.tried += row.tried
            known.wrong += row.wrong
            known.noticed += row.noticed
            known.noticed_wrong += row.noticed_wrong
            known.missed += row.missed
    return list(merged.values())


HEAD = """# What `check` notices of a byte that was changed

Each byte of a clean invented record (of its padding, every eighth), replaced by {others} others in
turn. *Wrong* is what an oracle that was written apart from the checker, out of `spec.json` alone,
calls wrong by the rules of a file by itself; the first share is how much of that `check` notices,
the second how much of all. Headers and trailers are those of an S and of an E file: the other data
types have the same.

What remains, and why no rule of a single file can notice it:

- a digit for another digit in a number or a date, where no count and no check digit covers it;
- a code for another code of its list, and a permitted character for another in a text; held against
  basedata, an option code that does not exist is noticed;
- the last character of a UPN, where a letter counts as a digit does (0 as A, 1 as B ...);
- the first digit of a sequence number, which the name of the file does not repeat.

| record | field | kind | tried | wrong | noticed of wrong | noticed of all |
| --- | --- | --- | ---: | ---: | ---: | ---: |
"""


def table(rows: list[Row]) -> str:
    """The page, by field and then by kind."""
    lines = [f"| {' | '.join(row.cells)} |" for row in rows]
    by_kind: dict[str, Row] = {}
    for row in rows:
        total = by_kind.setdefault(row.kind, Row("all", row.kind, row.kind))
        total.tried += row.tried
        total.wrong += row.wrong
        total.noticed += row.noticed
        total.noticed_wrong += row.noticed_wrong
    kinds = [f"| {' | '.join(by_kind[kind].cells)} |" for kind in sorted(by_kind)]
    return HEAD.format(others=len(OTHERS) - 1) + "\n".join([*lines, *kinds]) + "\n"


EVERY_NTH = 8
"""The share of bytes that `make test` tests; `make test-all` tests all."""


@pytest.fixture(scope="module")
def every_row() -> list[Row]:
    return all_rows()


@pytest.fixture(scope="module")
def some_rows() -> list[Row]:
    return all_rows(EVERY_NTH)


def assert_as_the_oracle_says(rows: list[Row]) -> None:
    assert {row.name: row.missed[:3] for row in rows if row.missed} == {}
    assert {row.kind for row in rows if row.wrong} >= SURE
    assert [(r.record, r.name) for r in rows if r.noticed > r.noticed_wrong] == []


def test_exactly_what_an_oracle_calls_wrong_is_noticed(some_rows: list[Row]) -> None:
    assert_as_the_oracle_says(some_rows)


@pytest.mark.slow
def test_exactly_what_an_oracle_calls_wrong_is_noticed_of_every_byte(every_row: list[Row]) -> None:
    assert_as_the_oracle_says(every_row)


@pytest.mark.slow
def test_the_table_is_what_was_found(every_row: list[Row]) -> None:
    assert table(every_row) == TABLE.read_text("utf-8")


if __name__ == "__main__":
    TABLE.write_text(table(all_rows()), encoding="utf-8", newline="\n")
