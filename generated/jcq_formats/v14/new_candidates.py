# Generated from spec/v14/entries.yaml by `make generate`; edit that, not this.
"""New candidates in the records of version 14."""

from __future__ import annotations

from collections.abc import Iterable
import datetime
from ..exams.candidates import Candidate, candidate_of
from ..exams.entries import OptionEntry
from .entries import EntryItem


def new_candidate(
    *,
    candidate_status: str = "C",
    centre_number: str,
    candidate_number: str,
    candidate_name: str,
    sex: str,
    date_of_birth: datetime.date | None = None,
    uci: str = "",
    upn: str = "",
    uln: str = "",
    qualifier_flag: str = "",
    optional_centre_number: str = "",
    optional_candidate_number: str = "",
    documentation_group: str = "",
    entries: Iterable[str | OptionEntry | EntryItem] = (),
    previous_qualifier_flag: str = "",
) -> Candidate:
    """A candidate with Entry records: as many as the entries need, at least one.

    `candidate_name` makes the name from a surname and forenames. Without entries, an amendment
    withdraws the candidate from everything. Raises BuildError if a value does not fit.

    candidate_status: Whether the candidate is the centre's own or a private candidate.
    centre_number: The centre's number.
    candidate_number: The candidate's number within the centre, 0001 to 9999.
    candidate_name: The candidate's name, SURNAME:FORENAMES, with one colon; without forenames
    the colon ends it.
    sex: The candidate's sex.
    date_of_birth: The candidate's date of birth; null if it is not known.
    uci: The candidate's unique candidate identifier.
    upn: The candidate's unique pupil number.
    uln: The candidate's unique learner number.
    qualifier_flag: Whether the candidate's marks are carried forward from an earlier series, or
    the candidate is a guest; blank in every file seen.
    optional_centre_number: With the qualifier flag P, the number of the centre in the earlier
    series; with G, that of the candidate's home centre. Blank in every file seen.
    optional_candidate_number: The candidate's number at the centre of optional_centre_number;
    blank in every file seen.
    documentation_group: The documentation group. It is blank in every file seen, and its use is
    not established.
    entries: Any number of entries: codes, or items with all that an item can hold.
    """
    return candidate_of(
        "14",
        {
            "candidate_status": candidate_status,
            "centre_number": centre_number,
            "candidate_number": candidate_number,
            "candidate_name": candidate_name,
            "sex": sex,
            "date_of_birth": date_of_birth,
            "uci": uci,
            "upn": upn,
            "uln": uln,
            "qualifier_flag": qualifier_flag,
            "optional_centre_number": optional_centre_number,
            "optional_candidate_number": optional_candidate_number,
            "documentation_group": documentation_group,
            "entries": entries,
            **(
                {}
                if previous_qualifier_flag == ""
                else {"previous_qualifier_flag": previous_qualifier_flag}
            ),
        },
    )
