"""The texts that all records of a drawn file repeat."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping
from typing import Any

from .conditions import header_values
from .constraints import Constraints
from .drawing import Draw
from .drawn_files import ANY_FILE, FileConstraints
from .records import draw_record, line_of
from .spec import (
    HEADERS,
    RecordSpec,
    Spec,
)
from .texts import FieldText, in_width, texts_by_role

VERSION, LETTER, YEAR = "file.formats_version", "file.data_type", "file.year"
BORN, CANDIDATE, CENTRE = "candidate.date_of_birth", "candidate.number", "centre.number"
NAME = "candidate.name"
"""The roles that rules about files need, in addition to what the spec says of their fields."""

LAST_YEAR = 9999


def draw_shared_texts(
    draw: Draw, spec: Spec, letter: str, asked: FileConstraints = ANY_FILE
) -> Mapping[str, str]:
    """The texts that all records of a file repeat, by role, which are valid in a file name; and
    those of the file header on which other records depend."""
    (header,) = spec.records_of(letter, HEADERS[0])
    agreeing = {f["role"]: f["name"] for f in header["fields"] if f.get("agrees") == "file"}
    deciding = header_values(spec, letter)
    agreeing |= {f["role"]: f["name"] for f in header["fields"] if f.get("role") in deciding}
    given = {
        f["role"]: in_width(draw.one_of(asked.header[f["role"]]), f)
        for f in header["fields"]
        if f.get("role") in asked.header
    }
    named = [part["agrees_with"] for part in spec.name_parts(letter) if "agrees_with" in part]
    constraints = Constraints(
        texts={LETTER: FieldText(letter, letter), **given},
        allowed={
            **{role: can_be_in_a_name for roles in named for role in roles},
            **{
                role: functools.partial(_is_free, values)
                for role, values in ruled_values(spec, header).items()
            },
            YEAR: lambda year: 0 < year_in(header, year) < asked.year_before,
        },
        filled=frozenset(agreeing.values()),
    )
    line = line_of(header, draw_record(draw, spec, header, constraints))
    by_role = texts_by_role(header["fields"], line)
    shared = {role: text for role, text in by_role.items() if role in agreeing}
    for roles in named:
        shared |= {other: shared[role] for role in roles if role in shared for other in roles}
    return shared


def ruled_values(spec: Spec, header: RecordSpec) -> dict[str, set[str]]:
    """By role, the header values for which a rule makes a demand on the whole file."""
    ruled: dict[str, set[str]] = {}
    for rule in spec.content["rules"]:
        if rule["scope"] == "file" and "record" not in rule:
            for name, values in rule.get("header", {}).items():
                ruled.setdefault(name, set()).update(values)
    return {f["role"]: ruled[f["name"]] for f in header["fields"] if f["name"] in ruled}


def _is_free(ruled: Collection[str], value: Any) -> bool:
    return value not in ruled and can_be_in_a_name(value)


def series_year(spec: Spec, letter: str, texts: Mapping[str, str]) -> int:
    """The year of the series among the texts that a file repeats; the last of all where it is not
    among them."""
    (header,) = spec.records_of(letter, HEADERS[0])
    return year_in(header, texts[YEAR]) if YEAR in texts else LAST_YEAR


def year_in(header: RecordSpec, text: str) -> int:
    """The year that the digits in a header mean: whole, or the last two of one of its window."""
    first, last = years_in(header)
    if last - first >= 100:
        return int(text)
    return next(year for year in range(first, last + 1) if year % 100 == int(text))


def years_in(header: RecordSpec) -> tuple[int, int]:
    """The first and the last year that a header can hold."""
    field = next((f for f in header["fields"] if f.get("role") == YEAR), None)
    first, last = (0, LAST_YEAR) if field is None else field.get("window", (0, LAST_YEAR))
    return int(first), int(last)


def can_be_in_a_name(value: Any) -> bool:
    return not isinstance(value, str) or all(
        c == "_" or (c < "\x80" and c.isalnum()) for c in value
    )
