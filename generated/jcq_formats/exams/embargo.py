"""Restricted time: candidates' results are not disclosed before a local date and time.

It prevents accidents and is not a security measure: whoever can read a file can read it without
this package.
"""  # Copied from generator/runtime/exams/embargo.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..core.errors import JcqError
from ..core.formats import rule_of
from ..core.issues import Issue
from ..core.sources import Source
from .results import RESULT

if TYPE_CHECKING:
    from .given_files import Given

ACROSS_FILES = "cross"
"""The scope of rules that interpret results with basedata and entries."""


def embargo_time(text: str) -> datetime.datetime:
    """A local date and time, such as 2026-08-13T00:01. Raises JcqError for any other text."""
    try:
        found = datetime.datetime.fromisoformat(text)
    except ValueError:
        raise JcqError(f"{text!r} is not a date and time: write it like 2026-08-13T00:01") from None
    if len(text) <= len("2026-08-13"):
        raise JcqError(f"{text!r} has no time: write {text}T00:01, for example")
    return local_time(found)


def local_time(given: datetime.datetime) -> datetime.datetime:
    """The time, checked. Raises JcqError for one with a time zone, which might be misread."""
    if given.tzinfo is not None:
        raise JcqError("local time is needed, without a time zone: write 2026-08-13T00:01")
    return given


def is_restricted_now(until: datetime.datetime | None) -> bool:
    """Whether that time is in the future."""
    return until is not None and datetime.datetime.now() < local_time(until)


def holds_results(given: Given) -> bool:
    """Whether a file contains candidates' results or component results."""
    if given.message_format is not None:
        return True
    records = given.format.records if given.format is not None else {}
    return any(
        record.ROLE == RESULT and key[:1] == given.kind.holds for key, record in records.items()
    )


def refuse_restricted(
    sources: Iterable[tuple[Source, str | None]], until: datetime.datetime | None
) -> None:
    """Raises JcqError if one of these files may not be disclosed yet; each comes with the version
    to read it by."""
    for source, version in sources:
        restricted = restricted_results(source, until, version)
        if restricted is not None:
            raise restricted


def restricted_results(
    source: Source, until: datetime.datetime | None, version: str | None = None
) -> JcqError | None:
    """The error for a file that may not be disclosed yet: it contains results, and ``until`` is in
    the future.

    None for any other file, and for one that cannot be read: reading it raises the reason.
    """
    if until is None or not is_restricted_now(until):
        return None
    from .given_files import looked_at

    try:
        # Its beginning is enough, and some files can be read only once.
        is_of_results = holds_results(looked_at(replace(source, open=source.look), version))
    except (JcqError, OSError):
        return None
    return restriction(source.name, until) if is_of_results else None


def restriction(name: str, until: datetime.datetime) -> JcqError:
    """The error for a file of results, before that time."""
    at = f"{name}: " if name else ""
    return JcqError(
        f"{at}{restricted_until(until)}; until then, `jcq check` can check the structure of the"
        " file"
    )


def restricted_until(until: datetime.datetime) -> str:
    """The restriction in words, with its end."""
    return f"candidates' results are restricted until {until:%d %B %Y, %H:%M} (local time)"


def structural(issues: Iterable[Issue]) -> Iterator[Issue]:
    """The issues about the form of a file, by rule and place: none of them quotes the file, or
    reveals a candidate's result."""
    for issue in issues:
        rule = rule_of(issue.rule)
        if rule.scope != ACROSS_FILES:
            yield replace(
                issue,
                message=rule.meaning,
                text="",
                value="",
                personal=(),
                centre_number="",
                candidate_number="",
            )
