"""Builds the amendments that turn the current entries into the wanted ones."""  # Copied from generator/runtime/exams/amending.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from ..core.errors import BuildError, JcqError
from ..core.files import File
from ..core.places import Place
from ..core.records import Record
from ..core.roles import text_or_blank
from ..core.several import files_given, several
from .amendments import (
    MORE_THAN_ADDED,
    AmendedEntries,
    Change,
    ChangeKind,
    apply_amendments,
    change_between,
    may_only_add,
    refuse_elsewhere,
)
from .candidates import Candidate, candidates
from .certainty import refuse_uncertain
from .entries import CandidateKey
from .envelope import POSTCODE
from .exam_series import exam_series_of
from .holding import letters_of, refuse_others
from .new_files import new_file
from .sequences import GAP, SENT_AFTER, SENT_FIRST, sequence_number_of

NEEDED = "a file, candidates or records of entries are needed"


def standing_entries(files: File | Iterable[File], *, incomplete: bool = False) -> AmendedEntries:
    """The current entries of a centre after all files sent for a series, in any order.

    ``files`` are one file of entries and its amendments; a file that is given twice counts once.
    Raises JcqError unless there is exactly one file of entries, and as `apply_amendments` does.
    """
    entries, amendments = _sent(files, incomplete=incomplete)
    return apply_amendments(entries, amendments, incomplete=incomplete)


def amendment(
    sent: File | Iterable[File],
    wanted: File | Iterable[Candidate | Record],
    *,
    date_produced: datetime.date | None = None,
    software_package: str = "",
    software_version: str = "",
    incomplete: bool = False,
) -> File | None:
    """The amendments to send next, so that the entries become the wanted ones; None if they are
    already.

    ``sent`` are all files sent for the series, as for `standing_entries`. ``wanted`` are all
    candidates in the end: one that is left out, or has no entries, is withdrawn from everything.
    The file has the full entries of each candidate with a change, the next sequence number, and the
    version and postcode of the files sent. Applying it is tested to give the wanted entries.

    Raises JcqError if the files sent cannot be applied, or if files are missing from the sequence,
    since their changes are unknown; ``incomplete`` accepts such files as they are. Raises JcqError
    if ``wanted`` is a file of another centre, awarding body or series. Raises
    BuildError if a candidate is given twice or a record does not fit, and if the awarding body
    accepts only additions and something else would change.
    """
    entries, amendments = _sent(sent, incomplete=incomplete)
    standing = apply_amendments(entries, amendments, incomplete=incomplete)
    for issue in standing.issues:
        if issue.rule == GAP and not incomplete:
            raise JcqError(f"{issue.message}; give these files as well")
    end = _wanted(wanted, entries, incomplete=incomplete)
    records = [
        record for candidate in _to_send(standing.candidates, end) for record in candidate.records
    ]
    if not records:
        return None
    header = next(r for r in entries if r.PLACE is Place.CENTRE_HEADER)
    series = exam_series_of(entries)
    made = new_file(
        records,
        awarding_body=series.awarding_body,
        series=series.series,
        year=series.year,
        after=[entries, *amendments],
        centre_postcode=text_or_blank(header, POSTCODE),
        software_package=software_package,
        software_version=software_version,
        date_produced=date_produced,
        version=entries.format.version,
        incomplete=incomplete,
    )
    number = sequence_number_of(made)
    applied = apply_amendments(entries, [*amendments, made], incomplete=incomplete)
    _refuse_more_than_added(made, [c for c in applied.changes if c.sequence_number == number])
    return made


def _sent(files: File | Iterable[File], *, incomplete: bool) -> tuple[File, list[File]]:
    """The file of entries, and the other files."""
    first: list[File] = []
    later: list[File] = []
    for file in files_given(files, "sent"):
        letters, data_type = letters_of(file.format, SENT_FIRST), file.data_type
        if data_type is None and not incomplete:
            refuse_uncertain(file)
        if data_type is None or data_type.code not in letters:
            later.append(file)
        elif file.to_bytes() not in [other.to_bytes() for other in first]:
            first.append(file)
    if len(first) != 1:
        names = " and ".join(file.name for file in first if file.name)
        if not first:
            raise JcqError("the file of entries is missing: give it together with its amendments")
        raise JcqError(
            f"there are {len(first)} different files of entries ({names}): give one of them, with"
            " its amendments"
        )
    return first[0], later


def _wanted(
    given: File | Iterable[Candidate | Record], entries: File, *, incomplete: bool
) -> dict[CandidateKey, Candidate]:
    """The wanted candidates by key. Raises BuildError if one occurs twice, and JcqError for a file
    of another centre, awarding body or series than the entries."""
    if isinstance(given, File):
        refuse_others(given, "entries or amendments", SENT_FIRST, SENT_AFTER)
        if not incomplete:
            refuse_uncertain(given)
        refuse_elsewhere(given, entries)
        return {candidate.key: candidate for candidate in candidates(given, incomplete=True)}
    items = several(given, (Candidate, Record), "wanted", NEEDED)
    wanted = {one.key: one for one in candidates(r for r in items if isinstance(r, Record))}
    for candidate in (one for one in items if isinstance(one, Candidate)):
        if candidate.key in wanted:
            raise BuildError(f"candidate {candidate.candidate_number} is wanted twice")
        wanted[candidate.key] = candidate
    return wanted


def _to_send(
    standing: list[Candidate], wanted: dict[CandidateKey, Candidate]
) -> Iterator[Candidate]:
    """The candidates to send: changed and withdrawn ones in their order, then new ones."""
    for before in standing:
        after = wanted.get(before.key)
        if after is None and before.entries:
            yield before.replace(entries=())
        elif after is not None and change_between(before, after) is not None:
            yield after
    known = {candidate.key for candidate in standing}
    yield from (one for key, one in wanted.items() if key not in known and one.entries)


def _refuse_more_than_added(made: File, changes: list[Change]) -> None:
    """Raises BuildError if the awarding body accepts only additions and there are other changes."""
    if not may_only_add(made):
        return
    refused = [change for change in changes if not change.only_adds]
    if refused:
        listed = "; ".join(f"{change.candidate_number} {_said_of(change)}" for change in refused)
        files = made.format.rules[MORE_THAN_ADDED].files
        raise BuildError(f"{files}, an amendment may only add entries, but {listed}")


def _said_of(change: Change) -> str:
    if change.kind is ChangeKind.WITHDRAWN:
        return "is withdrawn"
    lost = f"loses {', '.join(change.removed)}" if change.removed else ""
    changed = f"has another {', '.join(change.fields)}" if change.fields else ""
    return " and ".join(filter(None, (lost, changed)))
