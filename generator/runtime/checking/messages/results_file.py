"""A message against the results file (R) of the same centre and awarding body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...core.issues import Fault
from ...core.printable import visible
from ...core.registry import rule
from ...identifiers.candidate_number import is_valid
from .context import ABOUT_MESSAGES, Found, MessageContext, ResultsFile

NAMED = 10
"""How many candidate numbers an issue names."""


@rule("message.same-results", about=ABOUT_MESSAGES)
def same_results(context: MessageContext) -> Iterator[Found]:
    """Who loads both files has every result twice. A message names no series: of several results
    files of the centre, any can be the one."""
    files = context.beside.results
    if not files:
        return
    which = ", whichever is of the same exam series" if len(files) > 1 else ""
    said = (
        f"these are the same results as in {_named(files)}{which}: load that file first, this"
        " one only adds the marks of components"
    )
    yield Found(Fault("message.same-results", said))


@rule("message.other-candidates", about=ABOUT_MESSAGES)
def other_candidates(context: MessageContext) -> Iterator[Found]:
    """Both files have the same candidates."""
    files = context.beside.results
    if not files:
        return
    names = _named(files)
    there = {number for file in files for number in file.candidate_numbers}
    here = {result.candidate_number for result in context.results}
    here, there = set(filter(is_valid, here)), set(filter(is_valid, there))
    differences = [(here - there, f"with component results and no result in {names}")]
    if len(files) == 1:
        said = f"with a result in {names} and no component results"
        differences.append((there - here, said))
    for missing, said in differences:
        if missing:
            yield Found(Fault("message.other-candidates", f"{_counted(missing)} {said}"))


def _named(files: Iterable[ResultsFile]) -> str:
    *most, last = [visible(file.name) for file in files]
    return f"{', '.join(most)} or {last}" if most else last


def _counted(numbers: Iterable[str]) -> str:
    listed = sorted(numbers)
    more = ", ..." if len(listed) > NAMED else ""
    noun = "candidate" if len(listed) == 1 else "candidates"
    return f"{len(listed):,} {noun} ({', '.join(listed[:NAMED])}{more})"
