"""The layout of a store: another layout is rebuilt, or refused with advice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import jcq_formats as jcq
import pytest

from tests.made_up.files import BASEDATA, CENTRE

from .states import state
from .test_loading import KEY


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "season.sqlite"
    jcq.load(CENTRE, BASEDATA, database=path)
    with jcq.Store(path) as store:
        store.override("result", KEY, {"score": "70"})
    return path


def run(database: Path, *statements: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_an_earlier_layout_is_made_anew_out_of_the_files(database: Path) -> None:
    before = state(database)
    run(
        database,
        "DROP VIEW results_with_titles",
        "CREATE VIEW results_with_titles AS SELECT 1",
        "DROP TABLE standing_entry",
        "DELETE FROM result",
        "UPDATE store_layout SET fingerprint = 'of before'",
    )
    with jcq.Store(database) as store:
        assert "made anew out of the 9 files" in store.notes[0]
    assert state(database) == before


def test_a_later_layout_is_refused(database: Path) -> None:
    run(database, "UPDATE store_layout SET number = 99")
    with pytest.raises(jcq.JcqError, match="update the package"):
        jcq.Store(database)


def test_a_layout_that_cannot_be_upgraded_is_refused(database: Path) -> None:
    run(database, "UPDATE store_layout SET number = 0")
    with pytest.raises(jcq.JcqError, match="load the files into a new one"):
        jcq.Store(database)


def test_tables_of_another_program_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    run(path, "CREATE TABLE result (grade TEXT)")
    with pytest.raises(jcq.JcqError, match="that are no store"):
        jcq.load(CENTRE, database=path)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "R9999998.X01"
    data = (CENTRE / "R9999998.X01").read_bytes()
    path.write_bytes(data)
    with pytest.raises(OSError, match=r"cannot be used .*not a database"):
        jcq.load(CENTRE, database=path)
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("database", "said"),
    [
        ("nosuch://host/name", "no kind of database that SQLAlchemy knows: give a path"),
        (":memory:", "a store needs a file"),
        ("sqlite://", "a store needs a file"),
        ("://x", "this is no database"),
    ],
)
def test_a_url_that_is_none_is_named(database: str, said: str) -> None:
    with pytest.raises(jcq.JcqError, match=said):
        jcq.load(CENTRE, database=database)


def test_a_store_that_is_missing_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        jcq.Store(tmp_path / "none.sqlite")
    (tmp_path / "empty.sqlite").touch()
    with pytest.raises(jcq.JcqError, match="nothing was loaded"):
        jcq.Store(tmp_path / "empty.sqlite")


def test_a_table_or_column_that_is_not_there_is_named(database: Path) -> None:
    with jcq.Store(database) as store:
        with pytest.raises(jcq.JcqError, match="did you mean current_result"):
            store.rows("current_reslt")
        with pytest.raises(jcq.JcqError, match="no column 'grad'"):
            store.rows("results_with_titles", grad="A")
