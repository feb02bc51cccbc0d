"""A store in PostgreSQL says what one in SQLite says; Debian's server runs for this test alone."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import jcq_formats as jcq
import pytest

from tests.made_up.files import BASEDATA, CENTRE
from tests.made_up.message import message
from tests.store.states import loaded, state
from tests.store.test_loading import FIRST, KEY, SECOND

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
OWNER = "postgres"
"""The account that Debian makes for the server, which does not run as root."""


def run(*arguments: str | Path) -> None:
    """Runs one of the server's programs as its owner."""
    command = ["runuser", "-u", OWNER, "--", *map(str, arguments)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    if not PROGRAMS or shutil.which("runuser") is None:
        pytest.skip("Debian's PostgreSQL is not here")
    folder = Path(tempfile.mkdtemp(prefix="jcq-postgresql-"))
    shutil.chown(folder, OWNER)
    data, control = folder / "data", PROGRAMS[-1] / "pg_ctl"
    run(PROGRAMS[-1] / "initdb", "-D", data, "-A", "trust", "-U", OWNER, "--no-sync")
    options = f"-c listen_addresses= -c fsync=off -k {folder}"
    run(control, "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
    try:
        yield f"postgresql+psycopg://{OWNER}@/{{}}?host={folder}"
    finally:
        run(control, "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder)


@pytest.fixture
def database(server: str, request: pytest.FixtureRequest) -> str:
    """A database of its own."""
    name = f"d{abs(hash(request.node.name))}"
    folder = server.rpartition("=")[2]
    run(PROGRAMS[-1] / "createdb", "-h", folder, "-U", OWNER, name)
    return server.format(name)


def test_both_databases_say_the_same(tmp_path: Path, database: str) -> None:
    other = tmp_path / "season.sqlite"
    for one in (database, str(other)):
        jcq.load(BASEDATA, CENTRE, database=one)
        with jcq.Store(one) as store:
            store.override("result", KEY, {"score": "70"}, reason="50 % more")
        files = ("R9999998.X02", SECOND), ("a.xml", message().encode())
        done = loaded(one, *files, folder=tmp_path)
        assert [touch.field for touch in done.touched] == ["outcome_score", "outcome_grade"]
    found, wanted = state(database), state(other)
    for name in wanted:
        if name not in ("override", "store_layout"):
            assert found[name] == wanted[name], name


def test_a_load_is_whole_or_nothing(tmp_path: Path, database: str) -> None:
    loaded(database, ("R9999998.X01", FIRST), folder=tmp_path)
    before = state(database)
    with pytest.raises(jcq.JcqError, match="incomplete"):
        loaded(database, ("R.X02", SECOND), ("R.X03", FIRST[: len(FIRST) // 2]), folder=tmp_path)
    assert state(database) == before


def test_a_layout_of_before_is_made_anew(database: str) -> None:
    jcq.load(CENTRE, database=database)
    before = state(database)
    with jcq.Store(database) as store, store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE standing_entry CASCADE")
        connection.exec_driver_sql("UPDATE store_layout SET fingerprint = ''")
    found = state(database)
    assert {n: r for n, r in found.items() if n != "store_layout"} == {
        n: r for n, r in before.items() if n != "store_layout"
    }


def test_two_loads_at_once_wait_for_each_other(database: str) -> None:
    jcq.load(CENTRE, database=database)
    folders = [BASEDATA, CENTRE, BASEDATA]
    failures: list[Exception] = []

    def load(folder: Path) -> None:
        try:
            jcq.load(folder, database=database)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=load, args=(folder,)) for folder in folders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with jcq.Store(database) as store:
        assert len(store.rows("file")) == 9


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    url = "postgresql+psycopg://someone:hidden@/none?host=/nowhere"
    with pytest.raises(OSError, match="cannot be used") as raised:
        jcq.Store(url)
    assert "hidden" not in str(raised.value)
