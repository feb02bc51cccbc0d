"""A store: loads files into a database, reads its rows, and makes manual changes."""

from __future__ import annotations

import contextlib
import datetime
import itertools
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa

from ..core.errors import JcqError, hint
from ..core.several import SEPARATE, number_given, paths_given
from ..core.sharing import ALONE, Sharing
from ..core.sources import Source, sources_at
from ..exams.embargo import refuse_restricted
from .kept import unpacked
from .kinds import known_kinds
from .laying_out import NEW, OTHER, drop_derived, looked_over, make_all, make_derived
from .loading import LoadedFile, Loading
from .opening import SUFFIX, engine_at, failures_named, shown
from .overriding import Override, Overriding, Touch
from .reading import Reading
from .schema import schema_of
from .views import views_of


@dataclass(frozen=True, slots=True)
class Loaded:
    """The outcome of a load.

    ``files`` has the outcome for each file, and ``touched`` the manual changes that the files
    affect. ``notes`` are sentences for the user. ``database`` is shown without a password.
    """

    files: list[LoadedFile]
    touched: list[Touch]
    notes: list[str]
    database: str


class Store:
    """A database of a season's files. The documentation describes its tables.

    ``database`` is the path of an SQLite file, or a URL as in SQLAlchemy. If another version of the
    package made the store, its tables are rebuilt from the files and manual changes it keeps. Use
    a store in a ``with`` statement, or close it.

    With ``create``, a missing database is created. Raises FileNotFoundError if it is missing
    without ``create``, JcqError if it is not a store or a later version made it, OSError if it
    cannot be used, and ImportError without SQLAlchemy.
    """

    def __init__(self, database: str | os.PathLike[str], *, create: bool = False) -> None:
        self.kinds = known_kinds()
        self.schema = schema_of(self.kinds)
        self.views = views_of(self.kinds, self.schema)
        self.engine = engine_at(database, create=create)
        self.notes: list[str] = []
        with self._transaction() as connection:
            self._lay_out(connection, create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({self.name!r})"

    @property
    def name(self) -> str:
        """The database in printable form, without a password."""
        return shown(self.engine)

    def close(self) -> None:
        """Closes all connections."""
        self.engine.dispose()

    def load(
        self,
        sources: Iterable[tuple[Source, str | None]],
        *,
        incomplete: bool = False,
        sharing: Sharing = ALONE,
    ) -> Loaded:
        """Loads all of these files or none. Each comes with the version to read it by, or None.

        A file with the same bytes as a file already in the store changes nothing. Raises JcqError
        if a file is incomplete or cannot be read for certain, unless ``incomplete`` is set. Raises
        FormatError and OSError as `read` does. ``sharing`` says how many processes read the files;
        one writes.
        """
        with self._transaction() as connection:
            self._lock(connection)
            loading = Loading(connection, self.schema, self.kinds)
            known = loading.known()
            for version, given in itertools.groupby(sources, lambda one: one[1]):
                reading = Reading(version, incomplete, known)
                found = [source for source, _ in given]
                steps = sharing.parts(Reading.steps, reading, found)
                loading.add(steps, incomplete=incomplete)
            files = loading.finish()
            touched = self._overriding(connection).touched(loading.issue_ids)
        return Loaded(files, touched, [*self.notes, *loading.notes], self.name)

    def contents(self, name: str) -> bytes:
        """The bytes of a loaded file, by its name or its SHA-256 hash. If several files have the
        name, it is the one loaded last. Raises JcqError if there is no such file."""
        file = self.schema.file
        with self._transaction() as connection:
            found = connection.execute(
                sa.select(file.c.contents)
                .where(sa.or_(file.c.name == name, file.c.sha256 == name))
                .order_by(file.c.file_id.desc())
                .limit(1)
            ).scalar_one_or_none()
            if found is None:
                names = connection.execute(sa.select(file.c.name)).scalars().all()
                raise JcqError(f"no file {name!r} was loaded; {hint(name, names)}")
        return unpacked(found)

    def rows(self, name: str, **where: Any) -> list[dict[str, Any]]:
        """The rows of a table or view, such as ``current_result``, whose columns have these values.
        Raises JcqError if there is no such table, view or column."""
        known: dict[str, Any] = {**self.schema.metadata.tables, **self.views}
        if name not in known:
            raise JcqError(f"no table or view {name!r}; {hint(name, known)}")
        of = known[name]
        columns = of.c if isinstance(of, sa.Table) else of.selected_columns
        table = sa.table(name, *(sa.column(c.name, c.type) for c in columns))
        for column in where:
            if column not in table.c:
                raise JcqError(f"{name}: no column {column!r}; {hint(column, table.c.keys())}")
        query = sa.select(table).where(*(table.c[n] == value for n, value in where.items()))
        with self._transaction() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def override(
        self, record: str, key: Mapping[str, str], values: Mapping[str, str], *, reason: str = ""
    ) -> Override:
        """Replaces values of the files by these values, now and after every later load.

        ``record`` is the name of its table, such as ``result``. ``key`` is enough of the natural
        key to identify one record. ``values`` are texts by column; an empty text makes a field
        blank. Columns have their names in the table, or in the version of the file. Raises
        JcqError if there is no such record, or several, and BuildError if a value does not fit.
        """
        with self._transaction() as connection:
            self._lock(connection)
            return self._overriding(connection).make(record, key, values, reason)

    def withdraw(self, record: str, key: Mapping[str, str], *, reason: str = "") -> Override:
        """Restores the values of the files. Raises JcqError if none was changed."""
        with self._transaction() as connection:
            self._lock(connection)
            return self._overriding(connection).withdraw(record, key, reason)

    def overrides(self) -> list[Override]:
        """The manual changes in force: one for each record, with all its changed values."""
        with self._transaction() as connection:
            return self._overriding(connection).standing()

    def _overriding(self, connection: sa.Connection) -> Overriding:
        return Overriding(connection, self.schema, self.kinds)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        with failures_named(self.engine), self.engine.begin() as connection:
            yield connection

    def _lock(self, connection: sa.Connection) -> None:
        """Makes other writers wait until this transaction has ended."""
        layout = self.schema.layout
        connection.execute(sa.update(layout).values(number=layout.c.number))

    def _lay_out(self, connection: sa.Connection, create: bool) -> None:
        found = looked_over(connection, self.schema, self.views)
        if found == NEW and not create:
            raise JcqError(f"{self.name}: nothing was loaded into this database yet")
        if found == NEW:
            make_all(connection, self.schema, self.views)
        if found == OTHER:
            self._lock(connection)
            self._rebuild(connection)

    def _rebuild(self, connection: sa.Connection) -> None:
        """Rebuilds the tables in the present layout from the kept files and manual changes."""
        drop_derived(connection, self.schema)
        make_derived(connection, self.schema, self.views)
        loading = Loading(connection, self.schema, self.kinds)
        number = loading.add_kept()
        loading.finish()
        self._overriding(connection).remake()
        self.notes.append(
            f"another version of jcq-formats made this database: its tables were made anew out of"
            f" the {number:,} files in it"
        )


def load(
    *paths: str | os.PathLike[str],
    database: str | os.PathLike[str] | None = None,
    version: str | None = None,
    incomplete: bool = False,
    embargo_until: datetime.datetime | None = None,
    jobs: int = 1,
) -> Loaded:
    """Loads files, folders and zips into a store, all or none. A missing store is created.

    ``database`` is the path of an SQLite file, or a URL. By default it is the file beside the first
    folder or zip in ``paths``, with the same name and ``.sqlite``. Files of results are refused
    before the local time ``embargo_until``; this prevents accidents and is not a security measure.
    ``jobs`` is the number of processes that read the files; one writes.

    Raises JcqError for refused files, and if no database is named and there is no folder or zip.
    Raises the same errors as `Store` and `Store.load`.
    """
    given = list(paths_given(paths, "paths", SEPARATE))
    target = database if database is not None else beside(given)
    found = [s for path in given for s in sources_at(path, renamed=True, messages=True).found]
    sources = [(source, version) for source in found]
    refuse_restricted(sources, embargo_until)
    sharing = Sharing(number_given(jobs, "jobs"))
    with Store(target, create=True) as store:
        return store.load(sources, incomplete=incomplete, sharing=sharing)


def beside(paths: Iterable[str]) -> Path:
    """The database beside the first folder or zip among paths. Raises JcqError if there is none."""
    for path in map(Path, paths):
        if path.is_dir() or path.suffix.casefold() == ".zip":
            named = path if path.name not in ("", "..") else path.resolve()
            return named.with_name((named.name if path.is_dir() else named.stem) + SUFFIX)
    raise JcqError(
        "give the database, such as season.sqlite: without it, a database is made beside the first"
        " folder or zip, and only files are given"
    )
