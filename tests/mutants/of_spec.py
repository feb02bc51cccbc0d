"""Changes to the spec that a person could make by mistake, and that lint cannot detect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple


class Mutant(NamedTuple):
    """A file in the folder, its change, and its new text."""

    file: str
    what: str
    text: str


VALUE = r"(?:\{[^{}]*\}|\[[^\]]*\]|\"[^\"]*\"|[\w.]+)"


def _gone(word: str, value: str = VALUE) -> Iterator[tuple[str, str, str]]:
    """A key removed: from a row or from details, or on a line of its own."""
    yield word, rf", {word}: {value}", ""
    yield word, rf"(?<=\{{){word}: {value}, ", ""
    yield word, rf"\n +\w+: \{{{word}: {value}\}}(?=\n)", ""


SUBSTITUTIONS = (
    ("closed", r"closed: true", "closed: false"),
    ("closed", r"closed: false", "closed: true"),
    *_gone("blank", "allowed"),
    (
        "blank",
        r"kind: (?:text|code|integer), +name: \w+(?=[,}])(?!.*blank: allowed)",
        r"\g<0>, blank: allowed",
    ),
    *_gone("none"),
    ("none", r'none: \["0', 'none: ["9'),
    *_gone("forbidden"),
    ("window", r"window: \[2000, 2099\]", "window: [1999, 2098]"),
    ("window", r"window: \[1930, 2029\]", "window: [1929, 2028]"),
    *_gone("blank_when"),
    *_gone("filled_when"),
    ("condition", r'(_when: \{\w+: \["\w")(, "\w")+\]', r"\1]"),
    *_gone("agrees"),
    ("counts", r"what: records, in: centre", "what: records, in: file"),
    ("counts", r"what: records, in: file", "what: records, in: centre"),
    ("counts", r", zero_allowed: \[broadcast\]", ""),
    *_gone("counts"),
    *_gone("key"),
    *_gone("wildcard"),
    *_gone("identifier"),
    *_gone("personal"),
    *_gone("special"),
    *_gone("starts_with"),
    ("kind", r"kind: digits,", "kind: text,"),
    ("kind", r"kind: integer,( +)name: (fee|maximum_mark)", r"kind: digits,\1name: \2"),
    *_gone("characters", "(?:names|grades)"),
    *_gone("fallback"),
    ("severity", r"severity: error", "severity: warning"),
    ("severity", r"severity: warning", "severity: error"),
    ("severity", r"severity: information", "severity: warning"),
    ("name of a file", r", last: 2\}", "}"),
    ("name of a file", r"digits: true, is", "is"),
    ("line end", r"line_end: CRLF", "line_end: LF"),
    ("grade", r"\n    grade: A\n", "\n    grade: C\n"),
    ("grade", r"\n    grade: C\n", "\n    grade: B\n"),
    ("grade", r"\{grade: C, ", "{grade: B, "),
    ("code", r'\{code: "(\w)", ', r'{code: "\1\1", '),
    ("characters", r'"A-Z"', '"A-Y"'),
    ("when", r'when: \["1", "2", "3"\]', 'when: ["1", "2"]'),
    ("default", r'default: "E"', 'default: "R"'),
    ("stands for", r'stands_for: \["(\S+?)", ', "stands_for: ["),
    ("direction", r"direction: centre", "direction: broadcast"),
)
"""A description, the pattern, and its replacement: each place in turn."""


def mutants(spec: Path) -> Iterator[Mutant]:
    """All changes to a version's files, one by one."""
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
            yield what, NOTHING_BELOW.sub("", changed), found.start()
    for found in re.finditer(r"\n +- \{code: .*\}(?=\n)", text):
        yield "no such code", text[: found.start()] + text[found.end() :], found.start()
    yield from _moved(text)


NOTHING_BELOW = re.compile(r"\n +details:(?=\n +(?:meanings|items|layouts|notes):)")
COLUMNS = re.compile(r"start: +(\d+), width: +(\d+)")
NAME = re.compile(r"kind: \w+, +name: (\w+)(?=[,}])")


def _moved(text: str) -> Iterator[tuple[str, str, int]]:
    """A character that moves from a field to its neighbour, and neighbours that swap names."""
    found = list(COLUMNS.finditer(text))
    for one, other in pairwise(found):
        (start, width), (next_start, next_width) = (
            (int(one[1]), int(one[2])),
            (int(other[1]), int(other[2])),
        )
        if start + width != next_start:
            continue
        for by in (1, -1):
            if width + by > 0 and next_width - by > 0:
                changed = (
                    text[: other.start()]
                    + f"start: {next_start + by}, width: {next_width - by}"
                    + text[other.end() :]
                )
                changed = (
                    changed[: one.start()]
                    + f"start: {start}, width: {width + by}"
                    + changed[one.end() :]
                )
                yield f"a column moved by {by:+}", changed, one.start()
    for name, following in pairwise(NAME.finditer(text)):
        if text.count("\n", name.end(), following.start()) == 1:
            changed = (
                f"{text[: name.start(1)]}{following[1]}{text[name.end(1) : following.start(1)]}"
            )
            yield "names changed", f"{changed}{name[1]}{text[following.end(1) :]}", name.start()
