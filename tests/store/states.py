"""The contents of a store, as texts that do not depend on the order in which files were loaded."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import jcq_formats as jcq

NUMBERS = ("file_id", "issue_id", "override_id", "loaded_at", "contents", "name")
"""The columns that depend on the order of loading or on the time."""


def loaded(database: object, *files: tuple[str, bytes], folder: Path) -> jcq.Loaded:
    """Loads files under these names."""
    paths = []
    for number, (name, data) in enumerate(files):
        path = folder / str(number) / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        paths.append(path)
    return jcq.load(*paths, database=str(database))


def said_by(store: jcq.Store, names: Iterable[str] | None = None) -> dict[str, list[str]]:
    """The rows of tables and views, with the hash of the file for each issue."""
    hashes = {row["file_id"]: row["sha256"] for row in store.rows("file")}
    digests = {row["issue_id"]: hashes[row["file_id"]] for row in store.rows("issue")}
    wanted = names or [*store.schema.metadata.tables, *store.views]
    found = {}
    for name in wanted:
        rows = []
        for row in store.rows(name):
            kept = {n: v for n, v in row.items() if n not in NUMBERS}
            rows.append(repr((digests.get(row.get("issue_id")), kept)))
        found[name] = sorted(rows)
    return found


def state(database: object) -> dict[str, list[str]]:
    """The rows of all tables and views of a store."""
    with jcq.Store(str(database)) as store:
        return said_by(store)
