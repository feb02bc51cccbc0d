"""The entries of a centre's candidates, and results or forecasts without an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...core.issues import Fault
from ...core.records import Record
from ...core.registry import rule
from ...core.roles import by_role, text_or_blank
from ...exams.entries import CANDIDATE_NUMBER, key_and_codes
from ...exams.envelope import CENTRE_NUMBER
from ...exams.sequences import SENT_AFTER, SENT_FIRST
from ..progress import fault_at

KEY = (CENTRE_NUMBER, CANDIDATE_NUMBER)


@rule("cross.not-entered")
def not_entered(
    record: Record, named: Iterable[tuple[str, str]], entered: frozenset[str] | None
) -> Iterator[Fault]:
    """A candidate with a result or forecast must be entered for the option."""
    if entered is None or not all(by_role(record, role) for role in KEY):
        return
    role, code = next(((r, c) for r, c in named if c), ("", ""))
    if code and entry_key(record, code) not in entered:
        message = f"this candidate was not entered for {code}"
        fault = fault_at(record, role, "cross.not-entered", message)
        yield fault._replace(unquoted="this candidate was not entered for the option")


def entry_key(record: Record, code: str) -> str:
    """A candidate and an option in one text."""
    return f"{''.join(text_or_blank(record, role) for role in KEY)}{code}"


def entered_by(files: Iterable[Iterable[Record]]) -> set[str]:
    """The entries after these files, as from `entry_key`.

    The entries come first, then the amendments in sequence: each has all entries of a candidate.
    """
    current: dict[str, list[str]] = {}
    for records in files:
        latest: dict[str, list[str]] = {}
        for record in records:
            if record.ROLE in (SENT_FIRST, SENT_AFTER):
                key, codes = key_and_codes(record)
                latest.setdefault(key, []).extend([key + code for code in codes])
        current |= latest
    return {entered for codes in current.values() for entered in codes}
