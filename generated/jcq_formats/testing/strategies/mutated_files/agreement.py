"""Records that contradict one another, or the file name."""  # Copied from generator/runtime/testing/strategies/mutated_files/agreement.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ..conditions import header_values
from ..drawing import Draw
from ..drawn_files import DrawnFile, FileConstraints
from ..files import data_record, roles_in_name
from ..shared_texts import YEAR, ruled_values, years_in
from ..spec import HEADERS, FieldSpec, Spec
from ..texts import kind_of, overwritten, text_in
from .mutation import (
    FileMutation,
    Mutate,
    WrongFile,
    envelope,
    first_data,
    line_at,
    with_line,
)


def mutations(spec: Spec, letter: str) -> Iterator[FileMutation]:
    """Every field that records repeat, at any depth; the file name may repeat it too."""
    named = roles_in_name(spec, letter)
    deciding = header_values(spec, letter)
    (header,) = spec.records_of(letter, HEADERS[0])
    ruled = ruled_values(spec, header)
    before_the_last = years_in(header)[1]
    for row, record in envelope(spec, letter):
        place, at = row["place"], partial(line_at, row=row)
        for field in record["fields"]:
            if "agrees" not in field:
                continue
            is_outer = field["agrees"] == "centre" and not row.get("under") and place != HEADERS[1]
            constraints = FileConstraints(
                one_centre=is_outer, address=True, year_before=before_the_last
            )
            for inner in _within(field, letter):
                where = f"{record['title']}, {inner['name']}"
                is_named = place in HEADERS and inner.get("role") in named
                role = inner.get("role", "")
                decides = [*deciding.get(role, ()), *ruled.get(role, ())]
                decides = decides if place == HEADERS[0] else []
                if decides:
                    idle = [t.rstrip(" ") for t in _texts(spec, inner, decides)]
                    constraints = replace(constraints, header={inner["role"]: idle})
                mutate = _contradicting(spec, inner, at, is_named, decides)
                yield FileMutation(where, "not as before", mutate, constraints)
    for field in data_record(spec, letter)["fields"]:
        if "agrees" in field:
            mutate = _contradicting(spec, field, partial(first_data, spec), False)
            constraints = FileConstraints(records=1, address=True)
            yield FileMutation(f"data, {field['name']}", "not as before", mutate, constraints)


def _within(field: FieldSpec, letter: str) -> list[FieldSpec]:
    """The field itself, or those of the layout that the data type selects first and that hold a
    value."""
    if "layouts" not in field:
        return [field]
    layout = next(one for one in field["layouts"] if letter in one["when"])
    return [inner for inner in layout["fields"] if kind_of(inner).SETTABLE]


def _texts(spec: Spec, field: FieldSpec, decides: Sequence[str]) -> list[str]:
    """Texts at the boundaries, on which no condition depends."""
    texts = [one.text for one in kind_of(field).boundaries(field, spec)]
    return [text for text in texts if text.rstrip(" ") not in decides]


def _contradicting(
    spec: Spec,
    field: FieldSpec,
    place: Callable[[DrawnFile], int],
    is_named: bool,
    decides: Sequence[str] = (),
) -> Mutate:
    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        at = place(file)
        line = file.lines[at]
        # File names ignore case, so a text that differs only in that still agrees with the name.
        before = text_in(line, field).upper()
        texts = [t for t in _texts(spec, field, decides) if t.upper() != before and t.isalnum()]
        # The number of another centre in the file would make it come twice.
        taken = {text_in(other, field).upper() for other in file.lines if other[:2] == line[:2]}
        near = [before[:-1] + digit for digit in "123456789"] if before.isdigit() else []
        free = [[t for t in some if t.upper() not in taken] for some in (texts, near)]
        others = free[0] or free[1] or texts
        if field.get("role") == YEAR:
            # In an earlier year, candidates might not be born yet.
            others = [t for t in others if t > text_in(line, field)]
        changed = overwritten(line, field["start"] - 1, draw.one_of(others))
        rules = ["file.agreement"]
        if is_named and file.name:
            rules.append("file.name")
        return with_line(file, at, changed, *rules)

    return mutate
