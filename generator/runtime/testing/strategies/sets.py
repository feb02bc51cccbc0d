"""Strategies for basedata sets: files whose records refer to one another."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .drawing import Draw, HypothesisDraw
from .drawn_files import DrawnFile, FileConstraints
from .files import FileBuilder, data_lines, data_record, is_broadcast
from .shared_texts import draw_shared_texts
from .spec import FieldSpec, Spec, spec_of
from .texts import overwritten, text_in
from .totals import with_totals


def sets(*, version: str = "") -> SearchStrategy[tuple[DrawnFile, ...]]:
    """Valid basedata sets: a file of each broadcast data type, with references between them."""
    spec = spec_of(version)

    @st.composite
    def drawn(draw: st.DrawFn) -> tuple[DrawnFile, ...]:
        return draw_set(HypothesisDraw(draw), spec)

    return drawn()


def draw_set(draw: Draw, spec: Spec) -> tuple[DrawnFile, ...]:
    """A file of each broadcast data type; those referred to come before those that refer."""
    waiting = [letter for letter in spec.letters if is_broadcast(spec, letter)]
    shared = draw_shared_texts(draw, spec, waiting[0])
    constraints = FileConstraints(records=1)
    keys = {role for letter in waiting for role in _keys(spec, letter)}
    codes: dict[str, list[str]] = {}
    drawn: list[DrawnFile] = []
    while waiting:
        letter = next(x for x in waiting if _refers_to(spec, x) & keys <= codes.keys())
        waiting.remove(letter)
        file = FileBuilder(draw, spec, letter, shared, constraints, codes).file(1)
        for role, field in _keys(spec, letter).items():
            data = (file.lines[at] for at in data_lines(spec, letter, file.lines))
            codes[role] = [text_in(line, field).rstrip(" ") for line in data]
        drawn.append(file)
    return tuple(_counted_in_set(spec, file, drawn) for file in drawn)


def _keys(spec: Spec, letter: str) -> dict[str, FieldSpec]:
    """The fields that identify the records of a data type, by role."""
    fields = data_record(spec, letter)["fields"]
    return {f["role"]: f for f in fields if f.get("key") and "role" in f}


def _refers_to(spec: Spec, letter: str) -> set[str]:
    return {r for f in data_record(spec, letter)["fields"] for r in f.get("refers_to", ())}


def _counted_in_set(spec: Spec, file: DrawnFile, files: Sequence[DrawnFile]) -> DrawnFile:
    """The file with the right counts of records in the set."""
    letter = file.lines[0][0]
    lines = list(file.lines)
    for field in data_record(spec, letter)["fields"]:
        counts = field.get("counts", {})
        if counts.get("in") != "set":
            continue
        fields = {f["name"]: f for f in data_record(spec, letter)["fields"]}
        other = {f["name"]: f for f in data_record(spec, counts["what"][0])["fields"]}
        name = counts["matching"]
        held = [
            text_in(line, other[name])
            for one in files
            for line in one.lines
            if line.startswith(counts["what"])
        ]
        for at in data_lines(spec, letter, lines):
            number = held.count(text_in(lines[at], fields[name]))
            lines[at] = overwritten(lines[at], field["start"] - 1, f"{number:0{field['width']}}")
    return file.with_lines(with_totals(spec, lines))
