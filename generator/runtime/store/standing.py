"""Standing entries: a centre's entries after all files sent for a series, with a row for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..core.errors import JcqError
from ..core.files import File
from ..exams.amending import standing_entries
from ..exams.candidates import Candidate
from .blocks import Slot


def standing_rows(slot: Slot, files: list[File]) -> tuple[list[dict[str, Any]], list[str]]:
    """The rows of a centre, and notes on missing entry files or sequence numbers."""
    try:
        standing = standing_entries(files, incomplete=True)
    except JcqError as error:
        return [], [f"{slot.in_words}: its standing entries are not known: {error}"]
    rows = [row for candidate in standing.entered for row in _rows(slot, candidate)]
    return rows, [f"{slot.in_words}: {issue.message}" for issue in standing.issues]


def _rows(slot: Slot, candidate: Candidate) -> Iterator[dict[str, Any]]:
    about = {
        **slot.origins,
        "candidate_number": candidate.candidate_number,
        "candidate_name": candidate.candidate_name,
        "sex": candidate.sex,
        "date_of_birth": candidate.date_of_birth,
        "uci": candidate.uci,
        "upn": candidate.upn,
        "uln": candidate.uln,
    }
    for place, entry in enumerate(candidate.entries, 1):
        yield {
            **about,
            "place": place,
            "option_entry_code": entry.option_entry_code,
            "entry_flag": entry.entry_flag,
        }
