"""Opens the database at a URL or path, and raises errors that never quote its contents."""  # Copied from generator/runtime/store/opening.py by `make generate`; edit that, not this.

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlalchemy.exc

from ..core.errors import JcqError
from ..core.printable import name_of_path, visible

SUFFIX = ".sqlite"
OWNER_ONLY = 0o600

BUSY_SECONDS = 30
"""The number of seconds that a load waits for another load."""


def engine_at(database: str | os.PathLike[str], *, create: bool) -> sa.Engine:
    """The engine for a URL, or for the path of an SQLite file.

    With ``create``, a missing file is created, readable by its owner only, and its folder. Raises
    JcqError if the URL is invalid, its driver is missing or SQLite has no file, and
    FileNotFoundError.
    """
    url = _url(database)
    is_sqlite = url.get_backend_name() == "sqlite"
    if is_sqlite:
        path = url.database or ""
        if not path or path == ":memory:":
            raise JcqError("a store needs a file: give a path, such as season.sqlite")
        _prepare(Path(path), create=create)
    try:
        arguments = {"timeout": BUSY_SECONDS} if is_sqlite else {}
        engine = sa.create_engine(
            url, hide_parameters=True, connect_args=arguments, poolclass=sa.pool.NullPool
        )
    except ImportError as error:
        named = error.name or url.drivername
        raise JcqError(
            f"{url.drivername}: {named} is needed, which is not installed: install the driver"
        ) from None
    except sa.exc.ArgumentError:
        raise JcqError(
            f"{url.drivername}: this is no kind of database that SQLAlchemy knows: give a path,"
            " such as season.sqlite, or a URL, such as postgresql+psycopg://user@host/name"
        ) from None
    if is_sqlite:
        _take_transactions_over(engine)
    return engine


def shown(engine: sa.Engine) -> str:
    """The database in printable form, without a password."""
    if engine.url.get_backend_name() == "sqlite":
        return name_of_path(engine.url.database or "")
    return engine.url.render_as_string(hide_password=True)


@contextlib.contextmanager
def failures_named(engine: sa.Engine) -> Iterator[None]:
    """Turns errors of the database into OSError, whose text quotes no contents of the database."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        first = str(error.orig).strip().split("\n")[0]
        is_quotable = isinstance(error, (sa.exc.OperationalError, sa.exc.InterfaceError))
        if isinstance(error.orig, sqlite3.DatabaseError):
            is_quotable = True
        said = visible(first) if is_quotable else type(error.orig).__name__
        why = f"the database cannot be used ({said})"
        raise OSError(errno.EIO, why, shown(engine)) from None
    except sa.exc.SQLAlchemyError as error:
        why = f"the database cannot be used ({type(error).__name__})"
        raise OSError(errno.EIO, why, shown(engine)) from None


def _url(database: str | os.PathLike[str]) -> sa.URL:
    given = os.fspath(database)
    if "://" not in given:
        return sa.URL.create("sqlite", database=given)
    try:
        return sa.make_url(given)
    except sa.exc.ArgumentError:
        raise JcqError(
            "this is no database: give a path, such as season.sqlite, or a URL, such as"
            " postgresql+psycopg://user@host/name"
        ) from None


def _prepare(path: Path, *, create: bool) -> None:
    """Creates a file readable by its owner only, because SQLite would let everybody read it."""
    if path.exists():
        return
    if not create:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY))


def _take_transactions_over(engine: sa.Engine) -> None:
    """Makes a transaction in SQLite cover everything, including the creation of tables and views.
    A second load waits for the first."""

    @sa.event.listens_for(engine, "connect")
    def connected(connection: Any, _: object) -> None:
        connection.isolation_level = None

    @sa.event.listens_for(engine, "begin")
    def begun(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
