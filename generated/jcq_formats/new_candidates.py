# Generated from spec/ by `make generate`; edit that, not this.
"""New candidates, whatever the version: the fields that any version has."""

from __future__ import annotations

from collections.abc import Iterable
import datetime
from typing import TYPE_CHECKING, Required, TypedDict, Unpack
from .exams.candidates import Candidate, candidate_of
from .exams.entries import OptionEntry
from .exams.in_force import version_wanted

if TYPE_CHECKING:
    from . import v14


class CandidateFields(TypedDict, total=False):
    """What `new_candidate` takes: the fields of the record, as the versions have them."""

    candidate_status: str
    centre_number: Required[str]
    candidate_number: Required[str]
    candidate_name: Required[str]
    sex: Required[str]
    date_of_birth: datetime.date | None
    uci: str
    upn: str
    uln: str
    qualifier_flag: str
    previous_qualifier_flag: str
    optional_centre_number: str
    optional_candidate_number: str
    documentation_group: str
    entries: Iterable[str | OptionEntry | v14.EntryItem]


def new_candidate(
    *,
    version: str | None = None,
    series: str = "",
    year: str = "",
    **fields: Unpack[CandidateFields],
) -> Candidate:
    """A candidate with entry records: as many as the entries need, at least one.

    The records are those of ``version``, else of the version in force for ``series`` and ``year``
    (such as ``6G`` and ``26``), else of the one in force today. What can be given is what the
    version has: `new_candidate` of its own module lists it, with types. `candidate_name` makes the
    name out of a surname and forenames. Without entries, an amendment withdraws the candidate from
    all. Raises BuildError where a value does not fit, the version needs a field that is not given,
    or has no such field.
    """
    return candidate_of(version_wanted(version, series, year), fields)
