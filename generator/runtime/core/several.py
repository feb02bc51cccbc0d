"""One thing given where several are taken, and things of another kind: accepted, or refused."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from .errors import JcqError
from .files import File
from .records import Record


def file_given(given: object, what: str) -> File:
    """The file that was given. Raises JcqError for anything else."""
    if isinstance(given, File):
        return given
    raise refusal(what, "a file is needed, as jcq.read gives it", given)


def files_given(given: File | Iterable[File], what: str) -> list[File]:
    """The files that were given; one alone is a list of one. Raises JcqError for all else."""
    if isinstance(given, File):
        return [given]
    needed = "files are needed, as jcq.read gives them"
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise refusal(what, needed, given)
    files = list(given)
    for one in files:
        if not isinstance(one, File):
            raise refusal(what, needed, one)
    return files


def records_given(given: Iterable[Record], what: str) -> Iterator[Record]:
    """The records that were given, one after the other; a file is its own. Raises JcqError for all
    else."""
    if isinstance(given, (str, bytes, os.PathLike)):
        raise refusal(what, "records are needed, as jcq.scan gives them", given)
    needed = "a file is needed, or a list of records"
    if not isinstance(given, Iterable):
        raise refusal(what, needed, given)
    for record in given:
        if not isinstance(record, Record):
            raise refusal(what, needed, record)
        yield record


def refusal(what: str, needed: str, given: object) -> JcqError:
    """The error that an argument is of another type; what it holds is never said."""
    return JcqError(f"{what}: {needed}, not {type(given).__name__}")
