# Generated from spec/ by `make generate`; edit that, not this.
"""New candidates in any version: the fields of all versions."""

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
    """The arguments of `new_candidate`: the fields of the record in all versions."""

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
    (such as ``6G`` and ``26``), else of the one in force today. The
    fields are those of the version: `new_candidate` of its module lists them, with types.
    `candidate_name` makes the name from a surname and forenames. Without entries, an amendment
    withdraws the candidate from everything. Raises BuildError if a value does not fit, a required
    field is missing, or the version lacks a field.
    """
    return candidate_of(version_wanted(version, series, year), fields)
