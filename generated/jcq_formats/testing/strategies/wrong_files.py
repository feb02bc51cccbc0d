"""Strategies for files with one fault, and the rules that this breaks."""  # Copied from generator/runtime/testing/strategies/wrong_files.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .drawing import HypothesisDraw
from .files import draw_file
from .mutated_files import (
    agreement,
    candidates,
    counts,
    header_conditions,
    names,
    order,
    physical,
    totals,
)
from .mutated_files.mutation import FileMutation, WrongFile
from .spec import Spec, spec_of


def file_mutations(letter: str, *, version: str = "") -> list[FileMutation]:
    """Every way in which a file of this data type can be wrong although each line is right."""
    spec = spec_of(version)
    spec.refuse_unknown(letter)
    return list(file_mutations_of(spec, letter))


def wrong_files(
    letter: str, mutation: FileMutation | None = None, *, version: str = ""
) -> SearchStrategy[WrongFile]:
    """Files with one fault: by this mutation, or by any."""
    spec = spec_of(version)
    every = file_mutations(letter, version=version)
    chosen = st.sampled_from(every) if mutation is None else st.just(mutation)

    @st.composite
    def drawn(draw: st.DrawFn) -> WrongFile:
        one = draw(chosen)
        draw_with = HypothesisDraw(draw)
        constraints = replace(one.constraints, whole=True)
        wrong = one.mutate(draw_with, draw_file(draw_with, spec, letter, constraints))
        return wrong._replace(rules=wrong.rules & spec.rules)

    return drawn()


def file_mutations_of(spec: Spec, letter: str) -> Iterator[FileMutation]:
    """All file mutations, by subject."""
    yield from counts.mutations(spec, letter)
    yield from totals.mutations(spec, letter)
    yield from agreement.mutations(spec, letter)
    yield from names.mutations(spec, letter)
    yield from order.mutations(spec, letter)
    yield from physical.mutations()
    yield from candidates.mutations(spec, letter)
    yield from header_conditions.mutations(spec, letter)
