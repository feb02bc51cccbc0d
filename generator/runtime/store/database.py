"""A store: files loaded into it, what stands in it, and manual changes."""

from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa

from ..core.errors import JcqError, hint
from ..core.several import SEPARATE, paths_given
from ..core.sources import Source, sources_at
from ..exams.embargo import refuse_restricted
from .kept import unpacked
from .kinds import known_kinds
from .laying_out import NEW, OTHER, drop_derived, looked_over, make_all, make_derived
from .loading import LoadedFile, Loading
from .opening import SUFFIX, engine_at, failures_named, shown
from .overriding import Override, Overriding, Touch
from .schema import schema_of
from .views import views_of


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: what became of each file, which manual changes it touches, what there is to
    say, and the database without a password."""

    files: list[LoadedFile]
    touched: list[Touch]
    notes: list[str]
    database: str


class Store:
    """A database of a season's files; the tables are described in the documentation.

    ``database`` is the path of an SQLite file or a URL as SQLAlchemy has them. A store that an
    earlier version of the package made is made anew out of the files that it keeps. Use it in a
    ``with`` statement, or close it.

    Raises FileNotFoundError where there is none, unless ``create`` makes it, JcqError where the
    database is no store, or of a later version, OSError where it cannot be used, and ImportError
    without SQLAlchemy.
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
        """The database as it is printed, without a password."""
        return shown(self.engine)

    def close(self) -> None:
        """Ends all connections."""
        self.engine.dispose()

    def load(
        self, sources: Iterable[tuple[Source, str | None]], *, incomplete: bool = False
    ) -> Loaded:
        """Loads files, each with the version that it must be read by: all of them, or none.

        A file with the same bytes as one that is there changes nothing. Raises JcqError where a
        file is incomplete or cannot be read for certain, unless ``incomplete`` takes it as it is;
        FormatError and OSError as `read` does.
        """
        with self._transaction() as connection:
            self._lock(connection)
            loading = Loading(connection, self.schema, self.kinds)
            for source, version in sources:
                with source.open() as stream:
                    data = stream.read()
                loading.add(data, source.name, version, incomplete=incomplete)
            files = loading.finish()
            touched = self._overriding(connection).touched(loading.issue_ids)
        return Loaded(files, touched, [*self.notes, *loading.notes], self.name)

    def contents(self, name: str) -> bytes:
        """The bytes of a file that was loaded, by its name or hash; of several files of one name,
        of the one loaded last. Raises JcqError where there is none."""
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
        """The rows of a table or view, such as ``current_result``, where these columns have these
        values. Raises JcqError for one that there is not."""
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
        """Makes values count in place of those of the files, now and after every later load.

        ``record`` is the name of its table, such as ``result``, ``key`` as much of its natural key
        as tells it from all others, ``values`` are texts by column. Raises JcqError where there is
        no such record, or several, and BuildError where a value does not fit.
        """
        with self._transaction() as connection:
            self._lock(connection)
            return self._overriding(connection).make(record, key, values, reason)

    def withdraw(self, record: str, key: Mapping[str, str], *, reason: str = "") -> Override:
        """Makes the values of the files count again. Raises JcqError where none was changed."""
        with self._transaction() as connection:
            self._lock(connection)
            return self._overriding(connection).withdraw(record, key, reason)

    def overrides(self) -> list[Override]:
        """The manual changes that count, those of a record together."""
        with self._transaction() as connection:
            return self._overriding(connection).standing()

    def _overriding(self, connection: sa.Connection) -> Overriding:
        return Overriding(connection, self.schema, self.kinds)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        with failures_named(self.engine), self.engine.begin() as connection:
            yield connection

    def _lock(self, connection: sa.Connection) -> None:
        """Lets others that write wait until this transaction has ended."""
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
            self._make_anew(connection)

    def _make_anew(self, connection: sa.Connection) -> None:
        """Fills the tables of the present layout out of the files and manual changes kept."""
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
) -> Loaded:
    """Loads files, folders and zips into a store, which is made where there is none.

    ``database`` is the path of an SQLite file, or a URL; by default the file beside the folder that
    is given first, with its name and ``.sqlite``. Before the local time ``embargo_until``, files of
    results are refused; that prevents slips, and is no security.

    Raises JcqError for those, where there is no folder and no database is named, and as
    `Store.load` does, which loads all files or none.
    """
    given = list(paths_given(paths, "paths", SEPARATE))
    target = database if database is not None else beside(given)
    found = [s for path in given for s in sources_at(path, renamed=True, messages=True).found]
    sources = [(source, version) for source in found]
    refuse_restricted(sources, embargo_until)
    with Store(target, create=True) as store:
        return store.load(sources, incomplete=incomplete)


def beside(paths: Iterable[str]) -> Path:
    """The database beside the first folder, or zip, among paths. Raises JcqError where none is."""
    for path in map(Path, paths):
        if path.is_dir() or path.suffix.casefold() == ".zip":
            named = path if path.name not in ("", "..") else path.resolve()
            return named.with_name((named.name if path.is_dir() else named.stem) + SUFFIX)
    raise JcqError("name a database, such as season.sqlite: no folder is given to put one beside")
