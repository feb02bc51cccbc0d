"""A message against the results file (R) of the same centre and awarding body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...core.issues import Fault
from ...core.printable import visible
from ...core.registry import rule
from ...identifiers.candidate_number import is_valid
from .context import ABOUT_MESSAGES, Found, MessageContext

NAMED = 10
"""How many candidate numbers an issue names."""


@rule("message.same-results", about=ABOUT_MESSAGES)
def same_results(context: MessageContext) -> Iterator[Found]:
    """Who loads both files has every result twice."""
    for file in context.beside.results:
        said = (
            f"these are the same results as in {visible(file.name)}: load that file first, this one"
            " only adds the marks of components"
        )
        yield Found(Fault("message.same-results", said))


@rule("message.other-candidates", about=ABOUT_MESSAGES)
def other_candidates(context: MessageContext) -> Iterator[Found]:
    """Both files have the same candidates."""
    if not context.beside.results:
        return
    names = " and ".join(visible(file.name) for file in context.beside.results)
    there = {number for file in context.beside.results for number in file.candidate_numbers}
    here = {result.candidate_number for result in context.results}
    here, there = set(filter(is_valid, here)), set(filter(is_valid, there))
    for missing, said in (
        (here - there, f"with component results and no result in {names}"),
        (there - here, f"with a result in {names} and no component results"),
    ):
        if missing:
            fault = Fault("message.other-candidates", f"{_counted(missing)} {said}")
            yield Found(fault)


def _counted(numbers: Iterable[str]) -> str:
    listed = sorted(numbers)
    more = ", ..." if len(listed) > NAMED else ""
    noun = "candidate" if len(listed) == 1 else "candidates"
    return f"{len(listed):,} {noun} ({', '.join(listed[:NAMED])}{more})"
