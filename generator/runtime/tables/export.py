"""Exports files: rows to one file for each type of record, or to one file for all."""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from ..core.errors import BuildError, JcqError
from ..core.issues import Issue
from ..core.listing import listed
from ..core.messages.formats import MessageFormat, message_format
from ..core.sharing import ALONE, Sharing
from ..core.sources import Source
from ..core.values import Value
from ..core.writing import folder_made, refuse_target, whole
from ..exams.usable_files import refusals_among
from .messages import MessageTable, SeenMessages, message_origins, message_rows
from .origin import ORIGINS
from .portions import Portion, Portions, portions_of
from .schema import RecordTable, Table
from .titles import Titles, lookup_of, titled_rows
from .versions import Beginning, beginnings, records_of

if TYPE_CHECKING:
    from .scans import Scan

FORMATS = ("csv", "jsonl", "parquet", "sqlite", "duckdb", "xlsx")


@dataclass(slots=True)
class Exported:
    """What was written: rows by table, values that could not be decoded, lines left out by file.

    ``refused`` has the error for each file that is incomplete or cannot be read reliably; then
    nothing was written.
    """

    rows: Counter[str] = field(default_factory=Counter)
    paths: dict[str, Path] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    refused: list[JcqError] = field(default_factory=list)


def export(
    sources: Sequence[Source],
    to: str,
    target: Path,
    *,
    records: Sequence[str] = (),
    origin: bool = False,
    version: str | None = None,
    force: bool = False,
    incomplete: bool = False,
    titles: Titles | None = None,
    sharing: Sharing = ALONE,
) -> Exported:
    """Writes the data records of files, and messages, in one of `FORMATS`, completely or not at
    all.

    With a format that holds one table, ``target`` is a file if its name has the suffix of the
    format (then there must be one type of record), and otherwise a folder for one file each, such
    as R5.csv. ``records`` names the requested types, and messages (``component_results``);
    ``origin`` adds the source of each row, which databases always have. A file that is named twice
    is written once. If files are incomplete or cannot be read reliably, nothing is written, unless
    ``incomplete`` accepts them. ``titles`` adds the titles of options and components that are in
    the basedata. ``sharing`` says how many processes read the files, in which what is written does
    not differ. Raises FileExistsError for a file that exists, without ``force``, or is an input;
    BuildError if one file cannot hold all types, no record has a requested name, a library does
    not accept the path, or a message is repeated;
    JcqError and FormatError as reading does; OSError; and ImportError if a library is missing.

    A table has the columns of the versions that the files have, null if a version lacks a column;
    with ``version``, files are read as that version, and the table has its columns. Raises
    JcqError, naming them, if fields of two versions cannot be one column.
    """
    messages = [form for key in records if (form := message_format(key)) is not None]
    keys = [key.upper() for key in records if message_format(key) is None]
    for key in keys:
        _refuse_unknown(key, version)
    sources = list({source.name: source for source in sources}.values())
    inputs = [source.on_disk for source in sources]
    sources, of_messages = _sorted_out(sources, messages, keys, sharing.watched)
    module = importlib.import_module(f".exports.{to}", __package__)
    origins = ORIGINS if origin or (module.ONE_FILE and to != "xlsx") else ()
    done = Exported(refused=[] if incomplete else [*refusals_among(sources, version, sharing)])
    if done.refused:
        return done
    single = module.ONE_FILE or target.suffix.lower() == module.SUFFIX
    with (
        failures_named(module, target),
        Files(module, target, single, force, done, inputs) as files,
    ):
        if module.TAKES == "rows":
            files_begin = beginnings(sources, version)
            portions = Portions(keys, origins, version, files_begin, titles, module.prepared)
            _add_portions(sharing.parts(Portions.of, portions, sources), files, done)
            rows: Iterable[Row] = _message_rows(of_messages, origins, done.issues)
            if titles is not None:
                rows = titled_rows(rows, titles, origins)
            _add_portions(portions_of(rows, module.prepared, [], Counter()), files, done)
        else:
            _add_batches(sources, keys, origins, version, files, done, titles, sharing)
            _add_message_batches(of_messages, origins, files, done, titles)
        if not done.rows:
            wanted = listed([*keys, *(form.name for form in messages)], "or")
            raise JcqError(f"no {wanted or 'data'} records in these files")
    return done


def _refuse_unknown(key: str, version: str | None) -> None:
    """Raises BuildError if no record has this key."""
    try:
        records_of(key, (), version)
    except JcqError as error:
        raise BuildError(str(error)) from None


Row: TypeAlias = tuple[Table, list[Value]]
"""A row, and the table that it belongs to."""

Messages: TypeAlias = Mapping[MessageFormat, Sequence[Source]]
"""The files of each message format."""


def _sorted_out(
    sources: Sequence[Source],
    messages: Sequence[MessageFormat],
    keys: Sequence[str],
    watched: Callable[[Source], Source],
) -> tuple[list[Source], Messages]:
    """The requested files of records, and of messages; all if nothing is named."""
    of_records: list[Source] = []
    of_messages: dict[MessageFormat, list[Source]] = {}
    for source in sources:
        form = source.message_format()
        if form is None:
            of_records.append(source)
        elif form in messages or not (messages or keys):
            of_messages.setdefault(form, []).append(watched(source))
    return of_records if keys or not messages else [], of_messages


def _message_rows(messages: Messages, origins: Sequence[str], issues: list[Issue]) -> Iterator[Row]:
    for form, sources in messages.items():
        table, seen = MessageTable(form, message_origins(origins)), SeenMessages()
        for source in sources:
            of = table.columns, table.origins
            for row in message_rows(source, form, *of, issues, seen):
                yield table, row


def _add_message_batches(
    messages: Messages,
    origins: Sequence[str],
    written: Files,
    done: Exported,
    titles: Titles | None,
) -> None:
    from .message_scan import message_scan_of
    from .titled_scan import with_titles

    for form, sources in messages.items():
        table = MessageTable(form, message_origins(origins))
        lookup = None if titles is None else lookup_of(table, titles)
        scan: Scan = message_scan_of(tuple(sources), form, origin=table.origins, issues=done.issues)
        if lookup is not None:
            scan = with_titles(scan, lookup, table.origins)
        done.rows[table.name] = written.writer(table).add(table, scan)


@contextlib.contextmanager
def failures_named(module: Any, target: Path) -> Iterator[None]:
    """Turns a library's exception for a file that cannot be written into an OSError."""
    try:
        yield
    except module.FAILURES as error:
        raise OSError(errno.EIO, f"it could not be written ({error})", os.fspath(target)) from error


def _add_portions(portions: Iterable[Portion], files: Files, done: Exported) -> None:
    tables: dict[str, Table] = {}
    for portion in portions:
        done.issues += portion.issues
        done.left_out.update(portion.left_out)
        for made in portion.of_tables:
            if made.table.name not in tables:
                tables[made.table.name] = made.table
                files.writer(made.table).begin(made.table)
            table = tables[made.table.name]
            files.writer(table).add(table, made.rows)
            done.rows[table.name] += made.number


def _add_batches(
    sources: Sequence[Source],
    keys: Sequence[str],
    origins: tuple[str, ...],
    version: str | None,
    written: Files,
    done: Exported,
    titles: Titles | None,
    sharing: Sharing,
) -> None:
    """Adds each type of record, in a separate run over the files."""
    from .batches import OfRecord, SharedScan, Wanted

    by_name = {source.name: source for source in sources}
    found: dict[str, dict[str, Source]] = {}
    files: dict[str, set[Beginning]] = {}
    for held in sharing.parts(Wanted.held, Wanted(keys, version), sources):
        if held.left_out:
            done.left_out[held.name] += held.left_out
        for key, beginnings_of_key in held.records.items():
            found.setdefault(key, {})[held.name] = by_name[held.name]
            files.setdefault(key, set()).update(beginnings_of_key)
    for key, having in found.items():
        records = records_of(key, files[key], version)
        table = RecordTable(records, origins)
        lookup = None if titles is None else lookup_of(table, titles)
        of_record = OfRecord(key, records, origins, version, lookup)
        scan = SharedScan.of(of_record, [*having.values()], sharing, done.issues)
        done.rows[table.name] = written.writer(table).add(table, scan)


class Files(contextlib.ExitStack):
    """The files that are written: they all take their places at the end, or none does."""

    def __init__(
        self,
        module: Any,
        target: Path,
        single: bool,
        force: bool,
        done: Exported,
        inputs: Sequence[str | int],
    ) -> None:
        super().__init__()
        self.module = module
        self.target = target
        self.single = single
        self.force = force
        self.done = done
        self.inputs = inputs
        self.writers: dict[Path, Any] = {}

    def writer(self, table: Table) -> Any:
        """The writer of the file for a table."""
        path = self.target if self.single else self.target / f"{table.name}{self.module.SUFFIX}"
        if self.done.paths and self.single and not self.module.ONE_FILE:
            (other,) = self.done.paths
            if other != table.name:
                raise BuildError(
                    f"{path}: the files have {other} and {table.name} records, and one file takes"
                    " one type: say which, or give a folder"
                )
        if path not in self.writers:
            refuse_target(path, overwrite=self.force, inputs=self.inputs)
            self.enter_context(folder_made(path.parent))
            private = self.module.ONE_FILE or not table.is_public
            place = whole(path, overwrite=self.force, private=private)
            self.writers[path] = self.module.Writer(self.enter_context(place))
            self.push(self._finisher(self.writers[path]))
        self.done.paths[table.name] = path
        return self.writers[path]

    @staticmethod
    def _finisher(writer: Any) -> Callable[..., None]:
        """Finishes a file before it takes its place; an earlier error takes precedence."""

        def finish(kind: object, error: object, trace: object) -> None:
            with contextlib.suppress(Exception) if error else contextlib.nullcontext():
                writer.finish()

        return finish
