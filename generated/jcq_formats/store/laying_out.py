"""The layout of a store: created once, inspected at each opening, and rebuilt if it differs."""  # Copied from generator/runtime/store/laying_out.py by `make generate`; edit that, not this.

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

import sqlalchemy as sa

from ..core.errors import JcqError
from .schema import Schema
from .views import Query

LAYOUT = 1
"""The layout number of the tables that hold files and manual changes. A store with another number
is left unchanged."""

NEW, SAME, OTHER = "new", "same", "other"


def looked_over(connection: sa.Connection, schema: Schema, views: Mapping[str, Query]) -> str:
    """The state of the database.

    NEW if it has no store, SAME if its store has this layout, and OTHER if another version of the
    package made the derived tables or views. Raises JcqError if it has tables with the names of a
    store but is not one, and if the layout has a later or an earlier number.
    """
    there = set(sa.inspect(connection).get_table_names())
    if schema.layout.name not in there:
        names = sorted(there & set(schema.metadata.tables))
        if names:
            raise JcqError(
                f"the database has tables of these names that are no store ({', '.join(names)}):"
                " use another database, or another schema of it"
            )
        return NEW
    number, fingerprint = connection.execute(
        sa.select(schema.layout.c.number, schema.layout.c.fingerprint)
    ).one()
    if number > LAYOUT:
        raise JcqError("a later version of jcq-formats made this database: update the package")
    if number < LAYOUT:
        raise JcqError(
            "an earlier version of jcq-formats made this database, which cannot be upgraded: load"
            " the files into a new one"
        )
    return SAME if fingerprint == _fingerprint(connection, schema, views) else OTHER


def make_all(connection: sa.Connection, schema: Schema, views: Mapping[str, Query]) -> None:
    """Creates the tables and views of a new store."""
    for table in (schema.layout, schema.file, schema.override):
        table.create(connection)
    connection.execute(
        sa.insert(schema.layout).values(number=LAYOUT, fingerprint="", made=json.dumps([]))
    )
    make_derived(connection, schema, views)


def drop_derived(connection: sa.Connection, schema: Schema) -> None:
    """Drops the tables and views that can be rebuilt, under the names recorded at creation."""
    (made,) = connection.execute(sa.select(schema.layout.c.made)).one()
    quote = connection.dialect.identifier_preparer.quote
    for what, name in reversed(json.loads(made)):
        connection.exec_driver_sql(f"DROP {what} IF EXISTS {quote(name)}")


def make_derived(connection: sa.Connection, schema: Schema, views: Mapping[str, Query]) -> None:
    """Creates these tables and views, empty, and records their names and fingerprint."""
    made = []
    for table in schema.derived:
        table.create(connection)
        made.append(("TABLE", table.name))
    for name, query in views.items():
        connection.exec_driver_sql(_view_made(connection, name, query))
        made.append(("VIEW", name))
    connection.execute(
        sa.update(schema.layout).values(
            fingerprint=_fingerprint(connection, schema, views), made=json.dumps(made)
        )
    )


def _view_made(connection: sa.Connection, name: str, query: Query) -> str:
    compiled = query.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
    # With parameters, the driver would mistake a per cent sign for one of them.
    return f"CREATE VIEW {connection.dialect.identifier_preparer.quote(name)} AS {compiled}"


def _fingerprint(connection: sa.Connection, schema: Schema, views: Mapping[str, Query]) -> str:
    """A hash of the definitions of the derived tables and views. It differs if any of them does."""
    said = [str(sa.schema.CreateTable(table).compile(connection)) for table in schema.derived]
    said += [_view_made(connection, name, query) for name, query in views.items()]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
