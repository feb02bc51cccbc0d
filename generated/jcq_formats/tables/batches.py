"""Batches of each type of record, from whichever process reads their files."""  # Copied from generator/runtime/tables/batches.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from ..core.issues import Issue
from ..core.lines import texts_of
from ..core.other_versions import is_data_elsewhere, refuse_misread
from ..core.reading import opened_bytes
from ..core.records import UnknownRecord
from ..core.sharing import Sharing
from ..core.sources import Source
from .arrow import scan_of
from .blocks import counted
from .extras import missing
from .rows import is_wanted
from .scans import Scan
from .titled_scan import with_titles
from .titles import Lookup, with_series
from .uniting import VersionRecord
from .versions import Beginning

try:
    import pyarrow as pa
except ImportError as error:
    raise missing("arrow", error) from None


class Held(NamedTuple):
    """What a file holds: the beginnings of its lines of each requested record, and the number of
    lines of no known record."""

    name: str
    records: dict[str, list[Beginning]]
    left_out: int


class Wanted(NamedTuple):
    """The requested records, and the version to read them by."""

    keys: Sequence[str]
    version: str | None

    def held(self, sources: Iterable[Source]) -> Iterator[Held]:
        """What each file holds. Raises FormatError if a line has the layout of another version than
        the one used."""
        for source in sources:
            with (
                source.open() as stream,
                opened_bytes(stream, self.version, source.name) as opened,
            ):
                form, found, left_out = opened.format, dict[str, list[Beginning]](), 0
                for key, lines in counted(opened.chunks).items():
                    record = form.records.get(key)
                    if record is None and is_data_elsewhere(key, form):
                        _refuse_misread(source, self.version)
                    if record is None and key.strip(" \x1a"):
                        left_out += lines
                    elif record is not None and is_wanted(record, key, self.keys):
                        beginning = Beginning(key[:1], form.version)
                        found.setdefault(record.KEY, []).append(beginning)
                yield Held(source.name, found, left_out)


def _refuse_misread(source: Source, version: str | None) -> None:
    with source.open() as stream, opened_bytes(stream, version, source.name) as opened:
        lines = (
            line for texts in texts_of(opened.chunks, opened.format.encoding) for line in texts
        )
        refuse_misread(map(UnknownRecord, lines), opened.format, opened.name)


class Part(NamedTuple):
    """A batch, and the values in it that could not be decoded."""

    batch: pa.RecordBatch
    issues: list[Issue]


@dataclass(frozen=True, slots=True)
class OfRecord:
    """How files become batches of one type of record, with titles if there is a ``lookup``."""

    key: str
    records: tuple[VersionRecord, ...]
    origins: tuple[str, ...]
    version: str | None
    lookup: Lookup | None

    def scan(self, sources: Iterable[Source], issues: list[Issue]) -> Scan:
        """The batches of these files; values that cannot be decoded are added to ``issues``."""
        scan = scan_of(
            tuple(sources),
            self.key,
            self.records,
            origin=self.origins if self.lookup is None else with_series(self.origins),
            version=self.version,
            issues=issues,
            incomplete=True,
        )
        return scan if self.lookup is None else with_titles(scan, self.lookup, self.origins)

    def parts(self, sources: Iterable[Source]) -> Iterator[Part]:
        """The batches one by one."""
        issues: list[Issue] = []
        for batch in self.scan(sources, issues):
            yield Part(batch, [*issues])
            issues.clear()


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedScan(Scan):
    """The batches of files that several processes read."""

    of_record: OfRecord
    sources: Sequence[Source]
    sharing: Sharing
    issues: list[Issue] = field(repr=False)

    @classmethod
    def of(
        cls, record: OfRecord, sources: Sequence[Source], sharing: Sharing, issues: list[Issue]
    ) -> Self:
        """The batches of these files; values that cannot be decoded are added to ``issues``."""
        of = record.scan((), [])
        return cls(
            columns=of.columns,
            origins=of.origins,
            of_record=record,
            sources=sources,
            sharing=sharing,
            issues=issues,
        )

    @property
    def schema(self) -> pa.Schema:
        """The columns with their types."""
        return self.of_record.scan((), []).schema

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        for part in self.sharing.parts(OfRecord.parts, self.of_record, self.sources):
            self.issues.extend(part.issues)
            yield part.batch
