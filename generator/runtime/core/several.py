"""Checks arguments: accepts one thing in place of several, and refuses other types."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from .errors import JcqError
from .files import File
from .records import Record

T = TypeVar("T")

FILES = "files are needed, as jcq.read gives them"
PATHS = "paths are needed"
SEPARATE = "paths are needed, one after the other and not in a list"


def file_given(given: object, what: str) -> File:
    """The argument, if it is a file. Raises JcqError for anything else."""
    if isinstance(given, File):
        return given
    raise refusal(what, "a file is needed, as jcq.read gives it", given)


def files_given(given: File | Iterable[File], what: str) -> list[File]:
    """The files given; a single one becomes a list. Raises JcqError for anything else."""
    return several(given, (File,), what, FILES)


def paths_given(
    given: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], what: str, needed: str = PATHS
) -> list[str]:
    """The paths given; a single one becomes a list. Raises JcqError for anything else."""
    kinds: tuple[Any, ...] = (str, os.PathLike)
    return [path_given(path, what) for path in several(given, kinds, what, needed)]


def path_given(given: str | os.PathLike[str], what: str) -> str:
    """A path as text. Raises JcqError if it contains a character that no path can have."""
    path = os.fspath(given)
    if "\0" in path:
        raise JcqError(f"{what}: a path holds no NUL character; contents are given as bytes")
    return path


def number_given(given: object, what: str) -> int:
    """The number that was given, from 1. Raises JcqError for anything else."""
    if isinstance(given, int) and not isinstance(given, bool) and given >= 1:
        return given
    raise JcqError(f"{what}: a whole number from 1 is needed")


def text_given(given: object, what: str, needed: str = "a text is needed") -> str:
    """The text that was given. Raises JcqError for anything else."""
    if isinstance(given, str):
        return given
    raise refusal(what, needed, given)


def name_given(given: object) -> str:
    """The name of a file that was given. Raises JcqError for anything else than text or a path."""
    given = os.fspath(given) if isinstance(given, os.PathLike) else given
    return text_given(given, "name", "a text is needed, such as 'E9999998.X01'")


def several(given: T | Iterable[T], kinds: tuple[type[T], ...], what: str, needed: str) -> list[T]:
    """The things given, if they have one of these types; a single one becomes a list.

    Raises JcqError for anything else; texts, bytes and mappings do not count as lists.
    """
    if isinstance(given, kinds):
        return [given]
    if isinstance(given, (str, bytes, Mapping)) or not isinstance(given, Iterable):
        raise refusal(what, needed, given)
    found = list(given)
    for one in found:
        if not isinstance(one, kinds):
            raise refusal(what, needed, one)
    return found


def records_given(given: Iterable[Record], what: str) -> Iterator[Record]:
    """Yields the records given; a file yields its own. Raises JcqError for anything else."""
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
    """The error for an argument of a wrong type; it never contains the argument's value."""
    return JcqError(f"{what}: {needed}, not {type(given).__name__}")
