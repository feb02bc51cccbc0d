"""The versions of a table: those of the files, or the one that the caller names."""  # Copied from generator/runtime/tables/versions.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..core.errors import GIVE_VERSION, JcqError, hint
from ..core.formats import load, newest_first, version_today
from ..core.lines import lines_of
from ..core.reading import opened_bytes
from ..core.records import Record
from ..core.sources import Source
from .columns import LISTED, record_of
from .uniting import VersionRecord


class Beginning(NamedTuple):
    """What the first line of a file states: the letter of its data type, and the version."""

    letter: str
    version: str


def beginnings(sources: Iterable[Source], version: str | None) -> frozenset[Beginning]:
    """The beginnings of files; ``version`` overrides the one they state.

    A file that cannot be read is left out: reading it raises the reason.
    """
    found = set()
    for source in sources:
        try:
            with source.look() as stream, opened_bytes(stream, version, source.name) as opened:
                first = next(text for text, _ in lines_of(opened.chunks) if text.strip(" "))
                found.add(Beginning(first[:1], opened.format.version))
        except (JcqError, OSError):
            continue
    return frozenset(found)


def records_of(
    key: str, files: Iterable[Beginning], version: str | None
) -> tuple[VersionRecord, ...]:
    """The record with a key in each version of the files that may contain it, newest first.

    With ``version`` it is that of the version; if no file may contain it, that of the version in
    force today, or of the newest version that has it. Raises JcqError if there is no such record,
    or if versions have different records with this key.
    """
    if version is not None:
        return (VersionRecord(version, record_of(load(version), key)),)
    letter = key[:1].upper() if len(key) > 1 else ""
    versions = {file.version for file in files if letter in ("", file.letter)}
    found = _having(key, sorted(versions, reverse=True)) or _of_any_version(key)
    first = found[0]
    for other in found[1:]:
        if other.record.ROLE != first.record.ROLE:
            raise JcqError(
                f"{key} is {first.record.TITLE} in version {first.version}, but"
                f" {other.record.TITLE} in version {other.version}: {GIVE_VERSION}"
            )
    return found


def version_of(record: type[Record]) -> str:
    """The newest version that has this class; empty if none has."""
    known = (form for form in newest_first() if record in form.records.values())
    return next((form.version for form in known), "")


def _having(key: str, versions: Iterable[str]) -> tuple[VersionRecord, ...]:
    """Each class of the versions once, with the first version that has it."""
    found: dict[type[Record], str] = {}
    for version in versions:
        record = load(version).record_class(key)
        if record is not None:
            found.setdefault(record, version)
    return tuple(VersionRecord(version, record) for record, version in found.items())


def _of_any_version(key: str) -> tuple[VersionRecord, ...]:
    known: dict[str, None] = {}
    for form in (load(version_today()), *newest_first()):
        record = form.record_class(key)
        if record is not None:
            return (VersionRecord(form.version, record),)
        known |= dict.fromkeys(form.records)
    raise JcqError(f"no record {key!r} in any version; {hint(key, list(known), LISTED)}")
