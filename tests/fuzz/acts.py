"""The acts of the fuzzing run on one spoilt file: commands and calls that need more than the
file."""

from __future__ import annotations

import contextlib
import datetime
import functools
import io
import random
import re
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import jcq_formats as jcq
from jcq_formats.cli import main
from jcq_formats.core.sources import Source

from tests.fuzz.spoiling import MESSAGES, RECORDS, SAMPLES, TABLES

SETS = jcq.read_basedata(SAMPLES / "basedata")
BASEDATA = [path.name for path in (SAMPLES / "basedata").iterdir()]
SENT = jcq.read(RECORDS["E9999998.X01"])
RAW = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
EXIT_CODES = (0, 1, 3)
"""No errors, errors, unreadable; the commands are called correctly."""
WRONG = 2
TO = "OUTPUT"
OF_ENTRIES = {name: data for name, data in RECORDS.items() if name[0] in "EA"}
OF_RESULTS = {name: data for name, data in RECORDS.items() if name[0] == "R"}
(RESULTS,) = OF_RESULTS.values()
BUILD = ("--type", "E", "--awarding-body", "98", "--series", "6G", "--year", "26")


def refusing(act: Callable[[], object]) -> None:
    try:
        act()
    except jcq.JcqError as error:
        assert str(error)


def ran(arguments: list[str], codes: Iterable[int]) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(arguments)
    assert code in codes, (code, out.getvalue())
    assert RAW.search(out.getvalue()) is None, ascii(RAW.search(out.getvalue()))


def file_of(data: bytes, name: str) -> jcq.File:
    return jcq.read(data, name=name)


def basedata_beside(folder: Path, name: str, data: bytes) -> None:
    for known in BASEDATA:
        (folder / known).write_bytes(RECORDS[known])
    (folder / name).write_bytes(data)
    refusing(lambda: jcq.read_basedata(folder))


def beside_basedata(folder: Path, name: str, data: bytes) -> None:
    """Checks the entries against spoilt basedata, named or in a folder."""
    (folder / "E9999998.X01").write_bytes(RECORDS["E9999998.X01"])
    (folder / "beside").mkdir()
    (folder / "beside" / name).write_bytes(data)
    for beside in (folder / "beside", folder / "beside" / name):
        ran(["check", str(folder / "E9999998.X01"), "--basedata", str(beside)], EXIT_CODES)


def settings_given(folder: Path, name: str, data: bytes) -> None:
    (folder / "E9999998.X01").write_bytes(RECORDS["E9999998.X01"])
    (folder / name).write_bytes(data)
    given = ["check", str(folder / "E9999998.X01"), "--config", str(folder / name)]
    ran(given, (*EXIT_CODES, WRONG))


def amended(folder: Path, name: str, data: bytes, *more: str) -> None:
    """Amends spoilt entries, or amendments, in every way."""
    (folder / "E9999998.X01").write_bytes(RECORDS["E9999998.X01"])
    (folder / name).write_bytes(data)
    given = ["amend", "--sent", str(folder / "E9999998.X01"), str(folder / name)]
    given += ["--withdraw", "0003:1MAH", "--change", "0001:1HI01=1HIS", "--add", "0003:1HIS", *more]
    ran([*given, "--to", str(folder / TO), "--yes"], (*EXIT_CODES, WRONG))


def wanted_rows(folder: Path, name: str, data: bytes) -> None:
    """Reads the wanted entries from spoilt rows."""
    (folder / "E9999998.X01").write_bytes(RECORDS["E9999998.X01"])
    (folder / name).write_bytes(data)
    given = ["amend", "--sent", str(folder / "E9999998.X01"), "--wanted", str(folder / name)]
    ran([*given, "--to", str(folder / TO), "--yes"], (*EXIT_CODES, WRONG))


def merged(folder: Path, name: str, data: bytes, *more: str) -> None:
    """Merges results of which one of the three sides is spoilt."""
    (folder / "sound").write_bytes(RESULTS)
    (folder / name).write_bytes(data)
    for side in ("--base", "--theirs", "--ours"):
        sides = dict.fromkeys(("--base", "--theirs", "--ours"), "sound") | {side: name}
        given = [word for what, path in sides.items() for word in (what, str(folder / path))]
        given += ["--prefer", "ours", "--output", str(folder / TO), "--force"]
        ran(["merge", *given, *more], (*EXIT_CODES, WRONG))


def merged_rows(folder: Path, name: str, data: bytes) -> None:
    """Merges results with spoilt rows, and with a spoilt list of decisions."""
    (folder / "sound").write_bytes(RESULTS)
    (folder / "new").write_bytes(RESULTS.replace(b"7AR1  U078b", b"7AR1  U080b"))
    (folder / name).write_bytes(data)
    given = ["merge", "--base", str(folder / "sound"), "--theirs", str(folder / "new")]
    ran([*given, "--ours", str(folder / name), "--prefer", "ours"], (*EXIT_CODES, WRONG))
    given += ["--ours", str(folder / "sound"), "--decisions", str(folder / name)]
    ran(given, (*EXIT_CODES, WRONG))


def seasons(folder: Path, name: str, data: bytes) -> None:
    """Lists a folder with one spoilt file among others."""
    (folder / "E9999998.X01").write_bytes(RECORDS["E9999998.X01"])
    (folder / name).write_bytes(data)
    ran(["season", str(folder)], EXIT_CODES)
    refusing(lambda: list(jcq.season(folder).notes))


@functools.cache
def store() -> bytes:
    """A database with the samples, and a result that was changed by hand."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "season.sqlite"
        jcq.load(SAMPLES / "basedata", SAMPLES / "centre", database=path)
        with jcq.Store(path) as made:
            key = {"candidate_number": "0002", "option_result_code": "1HIS"}
            made.override("result", key, {"score": "70"})
        return path.read_bytes()


def stored(folder: Path, name: str, data: bytes) -> None:
    """A file that is spoilt, loaded into a database that holds the sound ones; then all of it."""
    database = folder / "season.sqlite"
    database.write_bytes(store())
    (folder / name).write_bytes(data)
    for more in ([], ["--incomplete"]):
        given = ["load", str(folder / name), "--database", str(database), *more]
        ran(given, EXIT_CODES)
    with jcq.Store(database) as made:
        for view in made.views:
            made.rows(view)


def loaded(folder: Path, name: str, data: bytes) -> None:
    """Loads a spoilt file into a database with the sound ones."""
    (folder / "season.sqlite").write_bytes(store())
    with jcq.Store(folder / "season.sqlite") as made:
        source = Source(name, lambda: io.BytesIO(data))
        refusing(lambda: made.load([(source, None)]))
        refusing(lambda: made.load([(source, None)], incomplete=True))
        assert made.rows("file")


def compared(folder: Path, name: str, data: bytes) -> None:
    """Compares a spoilt message with the sound one."""
    (folder / "sound.xml").write_bytes(MESSAGES[name])
    (folder / name).write_bytes(data)
    given = ["diff", str(folder / "sound.xml"), str(folder / name), "--incomplete", "--bytes"]
    ran(given, (*EXIT_CODES, WRONG))


def overridden(folder: Path, name: str, data: bytes) -> None:
    """A change by hand of a record, column and value by chance."""
    database = folder / "season.sqlite"
    database.write_bytes(store())
    chance = random.Random(data)
    text = data.decode("latin-1").replace("\0", "")
    at = chance.randrange(len(text) + 1)
    column = chance.choice(("score", "grade", "uci", "result_type", text[at : at + 5] or "score"))
    value = text[at : at + chance.randrange(1, 9)] or "1"
    record = chance.choice(("result", "R5", "option", "entry", text[:6] or "result"))
    given = ["override", "--database", str(database), "--set", f"{column}={value}", "--", record]
    given += [
        "candidate_number=0002",
        f"option_result_code={chance.choice(('1HIS', '1MAH', value))}",
    ]
    ran(given, (*EXIT_CODES, WRONG))


def sent_before(folder: Path, name: str, data: bytes) -> None:
    """Builds an amendment to spoilt entries from rows."""
    rows = TABLES["entries.csv"].splitlines(keepends=True)
    (folder / "rows.csv").write_bytes(b"".join(rows[:3]))
    (folder / name).write_bytes(data)
    after = ["--after", str(folder / name), "--to", str(folder / TO)]
    ran(["build", str(folder / "rows.csv"), *BUILD, *after], (*EXIT_CODES, WRONG))


def sample(folder: Path, name: str, data: bytes) -> None:
    """Writes a world with random size, series, year and version."""
    chance = random.Random(data)
    text = data.decode("ascii", "ignore").replace("\0", "")
    at = chance.randrange(len(text) + 1)
    given = [f"--candidates={chance.randrange(-1, 5)}", f"--centres={chance.randrange(-1, 3)}"]
    given += [f"--seed={chance.randrange(-9, 99)}", f"--series={text[at : at + 2] or '6G'}"]
    given += chance.choice(
        ([], [f"--year={text[at - 2 : at] or 26}"], ["--series=6G"], ["--year=26"])
    )
    given += chance.choice(
        ([], ["--together"], ["--component-results"], ["--updates"], ["--version=11"])
    )
    ran(["sample", str(folder / TO), *given], (0, WRONG))


def layout(folder: Path, name: str, data: bytes) -> None:
    """Prints layouts of records that exist or not."""
    chance = random.Random(data)
    text = data.decode("latin-1")
    at = chance.randrange(len(text) + 1)
    key = chance.choice(
        (text[at : at + 2], text[:at], chance.choice("SOLCDEAFR") + chance.choice("13579"))
    )
    version = chance.choice(jcq.known_versions())
    ran(["layout", f"--format-version={version}", "--", key], (0, WRONG))


def written(file: jcq.File, path: Path) -> None:
    """Builds and replaces every record with its own values, and writes it."""
    for index, record in enumerate(file):
        with contextlib.suppress(jcq.JcqError):
            fields = record.FIELDS.items()
            values = {name: record.decode(name) for name, field in fields if field.kind.SETTABLE}
            built: Any = record
            file.put(index, built.replace(**values) if values else record)
    jcq.write(file, path)
    jcq.write(jcq.read(path), path)


def candidates(data: bytes, name: str) -> None:
    """Collects candidates, and builds them again."""
    refusing(lambda: jcq.candidates(jcq.scan(data)))
    for one in jcq.candidates(file_of(data, name), incomplete=True):
        assert repr(one)
        jcq.new_candidate(
            centre_number=one.centre_number,
            candidate_number=one.candidate_number,
            candidate_name=data.decode("latin-1")[:20],
            sex=one.records[0].text("sex"),
            date_of_birth=datetime.date(2009, 1, 1),
            entries=one.entries,
            version="14",
        )


def message(data: bytes, name: str) -> None:
    """Reads, masks, changes and rebuilds a message."""
    found = jcq.read_message(data, name=name)
    assert found.to_bytes() == data
    assert repr(found) and repr(found.header)
    jcq.read_message(found.masked().to_bytes())
    items = list(found.items())
    for item in items:
        assert repr(item)
        refusing(item.as_dict)
    if found.header is not None:
        jcq.read_message(jcq.new_message(found.header, items).to_bytes())
    for item in items:
        for field in item.FIELDS:
            refusing(lambda item=item, field=field: found.replace(item, **{field: "7"}))  # type: ignore[misc]


def scanned_views(data: bytes, name: str) -> None:
    for view in jcq.scan_message(io.BytesIO(data), name=name):
        assert repr(view)


def arrow_batches(data: bytes, name: str) -> Iterator[object]:
    key = f"{name[0]}5"
    for whole in (True, False):
        scan = jcq.scan_arrow(data, key, issues=[], incomplete=not whole, origin=True)
        yield from scan


def frames(data: bytes, name: str, make: Callable[..., object]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        make(data, f"{name[0]}5", incomplete=True)
        make(data, f"{name[0]}5", as_text=True)
