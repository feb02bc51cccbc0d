"""Changes of the spec that a person could make by mistake, and that lint cannot see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple


class Mutant(NamedTuple):
    """A file below the folder, what was changed in it, and how it reads then."""

    file: str
    what: str
    text: str


SUBSTITUTIONS = (
    ("closed", r"closed: true", "closed: false"),
    ("closed", r"closed: false", "closed: true"),
    ("blank", r"\n +blank: allowed", ""),
    ("blank", r"\n( +)kind: (text|code|integer)\n", r"\n\1kind: \2\n\1blank: allowed\n"),
    ("none", r"\n +none: \[.*\]", ""),
    ("none", r'none: \["0', 'none: ["9'),
    ("forbidden", r"\n +forbidden: .*", ""),
    ("window", r"window: \[2000, 2099\]", "window: [1999, 2098]"),
    ("window", r"window: \[1930, 2029\]", "window: [1929, 2028]"),
    ("condition", r"\n +blank_when: .*", ""),
    ("condition", r"\n +filled_when: .*", ""),
    ("condition", r'(_when: \{\w+: \["\w")(, "\w")+\]', r"\1]"),
    ("agrees", r"\n +agrees: \w+", ""),
    ("counts", r"what: records, in: centre", "what: records, in: file"),
    ("counts", r"what: records, in: file", "what: records, in: centre"),
    ("counts", r", zero_allowed: \[broadcast\]", ""),
    ("counts", r"\n +counts: .*", ""),
    ("key", r"\n +key: true", ""),
    ("wildcard", r"\n +wildcard: .*", ""),
    ("identifier", r"\n +identifier: .*", ""),
    ("personal", r"\n +personal: true", ""),
    ("special", r"\n +special: .*", ""),
    ("starts_with", r"\n +starts_with: month", ""),
    ("kind", r"kind: digits\n", "kind: text\n"),
    (
        "kind",
        r"kind: integer\n( +)role: (option.fee|component.maximum)",
        r"kind: digits\n\1role: \2",
    ),
    ("characters", r"\n +characters: (names|grades)\n", "\n"),
    ("fallback", r"\n +fallback: text", ""),
    ("severity", r"severity: error", "severity: warning"),
    ("severity", r"severity: warning", "severity: error"),
    ("severity", r"severity: information", "severity: warning"),
    ("name of a file", r", last: 2\}", "}"),
    ("name of a file", r"digits: true, is", "is"),
    ("line end", r"line_end: CRLF", "line_end: LF"),
    ("grade", r"\n    grade: A\n", "\n    grade: C\n"),
    ("grade", r"\n    grade: C\n", "\n    grade: B\n"),
    ("grade", r"\n        grade: C\n", "\n        grade: B\n"),
    ("code", r'\{code: "(\w)", ', r'{code: "\1\1", '),
    ("characters", r'"A-Z"', '"A-Y"'),
    ("when", r'when: \["1", "2", "3"\]', 'when: ["1", "2"]'),
    ("default", r'default: "E"', 'default: "R"'),
    ("stands for", r'stands_for: \["(\S+?)", ', "stands_for: ["),
    ("direction", r"direction: centre", "direction: broadcast"),
)
"""What is changed, the pattern, and what takes its place: each place in turn."""


def mutants(spec: Path) -> Iterator[Mutant]:
    """Every change of a version's files, one after the other."""
    for path in sorted(spec.glob("v[0-9]*/*.yaml")):
        text = path.read_text("utf-8")
        name = path.relative_to(spec).as_posix()
        for what, changed, at in _changed(text):
            line = text.count("\n", 0, at) + 1
            yield Mutant(name, f"{what}, line {line}", changed)


def _changed(text: str) -> Iterator[tuple[str, str, int]]:
    for what, pattern, other in SUBSTITUTIONS:
        for found in re.finditer(pattern, text):
            changed = text[: found.start()] + found.expand(other) + text[found.end() :]
            yield what, changed, found.start()
    for found in re.finditer(r"\n +- \{code: .*\}(?=\n)", text):
        yield "no such code", text[: found.start()] + text[found.end() :], found.start()
    yield from _moved(text)


COLUMNS = re.compile(r"start: (\d+)(,|\n) +width: (\d+)")
NAME = re.compile(r"name: (\w+)(?=\n +start|, start)")


def _moved(text: str) -> Iterator[tuple[str, str, int]]:
    """A column that goes from a field to its neighbour, and neighbours that change names."""
    found = list(COLUMNS.finditer(text))
    for one, other in pairwise(found):
        (start, width), (next_start, next_width) = (
            (int(one[1]), int(one[3])),
            (int(other[1]), int(other[3])),
        )
        if start + width != next_start:
            continue
        for by in (1, -1):
            if width + by > 0 and next_width - by > 0:
                changed = (
                    text[: other.start()]
                    + _columns(other, next_start + by, next_width - by)
                    + text[other.end() :]
                )
                changed = (
                    changed[: one.start()] + _columns(one, start, width + by) + changed[one.end() :]
                )
                yield f"a column moved by {by:+}", changed, one.start()
    names = list(NAME.finditer(text))
    for name, following in pairwise(names):
        between = text[name.end() : following.start()]
        if between.count("\n") < 12 and "- key:" not in between:
            changed = (
                f"{text[: name.start(1)]}{following[1]}{text[name.end(1) : following.start(1)]}"
            )
            yield "names changed", f"{changed}{name[1]}{text[following.end(1) :]}", name.start()


def _columns(found: re.Match[str], start: int, width: int) -> str:
    text = found[0].replace(f"start: {found[1]}", f"start: {start}")
    return text.replace(f"width: {found[3]}", f"width: {width}")
