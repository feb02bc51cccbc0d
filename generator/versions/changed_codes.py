"""Applies `add` and `remove` of `changed` to the codes of a list."""

from __future__ import annotations

from generator.load.nodes import Problem, SpecMapping, SpecSequence


def changed_codes(
    codes: SpecSequence, change: SpecMapping, problems: list[Problem]
) -> SpecSequence:
    """The codes of a list without the removed ones, and with the added ones."""
    removed = list(change.get("remove", ()))
    for position, code in enumerate(removed):
        if code not in [c["code"] for c in codes]:
            mark = change["remove"].mark_of(position)
            problems.append(
                Problem(
                    mark, f"{change.path}.remove", f"unknown code {code!r}", "Remove this line."
                )
            )
    left = [*(c for c in codes if c["code"] not in removed), *change.get("add", ())]
    if not left:
        message = "this list has no code left"
        advice = "Name the list under `retired` instead."
        problems.append(Problem(change.mark, f"{change.path}.remove", message, advice))
        return codes
    return codes.replaced(left)
