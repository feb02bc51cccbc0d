"""`make fuzz`, second half: every command and call of the package on spoilt files, a given number
of times each.

Nothing may come out but a clear refusal: no traceback, no exit code that is not documented, no raw
control character. A find is printed with its seed; `python -m tests.fuzz.calls 1 SEED CALL` repeats
it.
"""

from __future__ import annotations

import contextlib
import datetime
import io
import os
import random
import re
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import jcq_formats as jcq
from jcq_formats.cli import main
from jcq_formats.identifiers import candidate_number, centre_number, uci, uln, upn

from tests.fuzz.law import check_any
from tests.fuzz.spoiling import (
    MESSAGES,
    RECORDS,
    SAMPLES,
    SETTINGS,
    TABLES,
    TEXTS,
    ZIPS,
    spoilt,
    spoilt_zip,
)

SETS = jcq.read_basedata(SAMPLES / "basedata")
BASEDATA = [path.name for path in (SAMPLES / "basedata").iterdir()]
SENT = jcq.read(RECORDS["E9999998.X01"])
RAW = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
EXIT_CODES = (0, 1, 3)
"""Clean, errors, unreadable; the commands are used as they should be."""
WRONG = 2
TO = "OUTPUT"
MEMORY = Path("/dev/shm")
"""Where files are in memory alone, on systems that have it."""

Act = Callable[[Path, str, bytes], None]


class Call(NamedTuple):
    """What is done with one spoilt file, and what that is made of."""

    act: Act
    files: dict[str, bytes] = RECORDS


def _refusing(act: Callable[[], object]) -> None:
    try:
        act()
    except jcq.JcqError as error:
        assert str(error)


def _ran(arguments: list[str], codes: Iterable[int]) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(arguments)
    assert code in codes, (code, out.getvalue())
    assert RAW.search(out.getvalue()) is None, ascii(RAW.search(out.getvalue()))


def _command(
    name: str, *given: str, wrong: bool = False, files: dict[str, bytes] = RECORDS
) -> Call:
    """A command of one file; with ``wrong``, the file may make the call itself a wrong one."""
    codes = (*EXIT_CODES, WRONG) if wrong else EXIT_CODES

    def act(folder: Path, called: str, data: bytes) -> None:
        (folder / called).write_bytes(data)
        options = [str(folder / option) if option.startswith(TO) else option for option in given]
        _ran([name, str(folder / called), *options], codes)

    return Call(act, files)


def _call(act: Callable[[bytes, str], object], files: dict[str, bytes] = RECORDS) -> Call:
    return Call(lambda folder, name, data: _refusing(lambda: act(data, name)), files)


def _texts(*acts: Callable[[str], object]) -> Call:
    """Calls of a text, each by itself."""

    def act(folder: Path, name: str, data: bytes) -> None:
        for one in acts:
            text = data.decode("utf-8", "replace")
            for part in (text, *text.split(" ")):
                _refusing(lambda one=one, part=part: one(part))  # type: ignore[misc]

    return Call(act, TEXTS)


def _file(data: bytes, name: str) -> jcq.File:
    return jcq.read(data, name=name)


def _basedata(folder: Path, name: str, data: bytes) -> None:
    for known in BASEDATA:
        (folder / known).write_bytes(RECORDS[known])
    (folder / name).write_bytes(data)
    _refusing(lambda: jcq.read_basedata(folder))


def _beside_basedata(folder: Path, name: str, data: bytes) -> None:
    """The entries checked against basedata that is spoilt, named or in a folder."""
    (folder / "E9999998.X01").write_bytes(RECORDS["E9999998.X01"])
    (folder / "beside").mkdir()
    (folder / "beside" / name).write_bytes(data)
    for beside in (folder / "beside", folder / "beside" / name):
        _ran(["check", str(folder / "E9999998.X01"), "--basedata", str(beside)], EXIT_CODES)


def _settings(folder: Path, name: str, data: bytes) -> None:
    (folder / "E9999998.X01").write_bytes(RECORDS["E9999998.X01"])
    (folder / name).write_bytes(data)
    given = ["check", str(folder / "E9999998.X01"), "--config", str(folder / name)]
    _ran(given, (*EXIT_CODES, WRONG))


def _sent_before(folder: Path, name: str, data: bytes) -> None:
    """Rows that become an amendment of entries that are spoilt."""
    (folder / "rows.csv").write_bytes(TABLES["entries.csv"])
    (folder / name).write_bytes(data)
    after = ["--after", str(folder / name), "--to", str(folder / TO)]
    _ran(["build", str(folder / "rows.csv"), *BUILD, *after], (*EXIT_CODES, WRONG))


def _sample(folder: Path, name: str, data: bytes) -> None:
    """A world of a size, series, year and version by chance."""
    chance = random.Random(data)
    text = data.decode("ascii", "ignore").replace("\0", "")
    at = chance.randrange(len(text) + 1)
    given = [f"--candidates={chance.randrange(-1, 5)}", f"--centres={chance.randrange(-1, 3)}"]
    given += [f"--seed={chance.randrange(-9, 99)}", f"--series={text[at : at + 2] or '6G'}"]
    given += chance.choice(
        ([], [f"--year={text[at - 2 : at] or 26}"], ["--series=6G"], ["--year=26"])
    )
    given += chance.choice(([], ["--together"], ["--component-results"], ["--version=11"]))
    _ran(["sample", str(folder / TO), *given], (0, WRONG))


def _layout(folder: Path, name: str, data: bytes) -> None:
    """Layouts of records that there are, or not."""
    chance = random.Random(data)
    text = data.decode("latin-1")
    at = chance.randrange(len(text) + 1)
    key = chance.choice(
        (text[at : at + 2], text[:at], chance.choice("SOLCDEAFR") + chance.choice("13579"))
    )
    version = chance.choice(jcq.known_versions())
    _ran(["layout", f"--format-version={version}", "--", key], (0, WRONG))


def _to_folder(write: Callable[[jcq.File, Path], object]) -> Call:
    return Call(
        lambda folder, name, data: _refusing(lambda: write(_file(data, name), folder / "out.X01"))
    )


def _written(file: jcq.File, path: Path) -> None:
    """Every record built and replaced out of its own values, and written."""
    for index, record in enumerate(file):
        with contextlib.suppress(jcq.JcqError):
            fields = record.FIELDS.items()
            values = {name: record.decode(name) for name, field in fields if field.kind.SETTABLE}
            built: Any = record
            file.put(index, built.replace(**values) if values else record)
    jcq.write(file, path)
    jcq.write(jcq.read(path), path)


def _candidates(data: bytes, name: str) -> None:
    """Candidates gathered, and made anew."""
    for one in jcq.candidates(_file(data, name)):
        assert repr(one)
        jcq.new_candidate(
            centre_number=one.centre_number,
            candidate_number=one.candidate_number,
            candidate_name=data.decode("latin-1")[:40],
            sex=one.records[0].text("sex"),
            date_of_birth=datetime.date(2009, 1, 1),
            entries=one.entries,
            version="14",
        )


def _message(data: bytes, name: str) -> None:
    """A message read, masked, changed and made anew."""
    found = jcq.read_message(data, name=name)
    assert found.to_bytes() == data
    assert repr(found) and repr(found.header)
    jcq.read_message(found.masked().to_bytes())
    items = list(found.items())
    for item in items:
        assert repr(item)
        _refusing(item.as_dict)
    if found.header is not None:
        jcq.read_message(jcq.new_message(found.header, items).to_bytes())
    for item in items:
        for field in item.FIELDS:
            _refusing(lambda item=item, field=field: found.replace(item, **{field: "7"}))  # type: ignore[misc]


def _scanned(data: bytes, name: str) -> None:
    for view in jcq.scan_message(io.BytesIO(data), name=name):
        assert repr(view)


def _arrow(data: bytes, name: str) -> Iterator[object]:
    key = f"{name[0]}5"
    for whole in (True, False):
        scan = jcq.scan_arrow(data, key, issues=[], incomplete=not whole, origin=True)
        yield from scan


def _frames(data: bytes, name: str, make: Callable[..., object]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        make(data, f"{name[0]}5", incomplete=True)
        make(data, f"{name[0]}5", as_text=True)


def _archive(*given: str, wrong: bool = False) -> Call:
    return _command(*given, wrong=wrong, files=ZIPS)


BUILD = ("--type", "E", "--awarding-body", "98", "--series", "6G", "--year", "26")

CALLS: dict[str, Call] = {
    "check": _command("check"),
    "check --basedata": _command("check", "--basedata", str(SAMPLES / "basedata")),
    "check --format json": _command("check", "--format", "json"),
    "check --format html": _command("check", "--format", "html"),
    "check --output": _command("check", "--output", TO, "--quiet"),
    "check against spoilt basedata": Call(_beside_basedata),
    "check --config": Call(_settings, SETTINGS),
    "check of messages": _command("check", files=MESSAGES),
    "check of messages as json": _command("check", "--format", "json", files=MESSAGES),
    "check of zips": _archive("check"),
    "diff": _command("diff", str(SAMPLES / "centre" / "R9999998.X01"), wrong=True),
    "diff --incomplete": _command(
        "diff", str(SAMPLES / "centre" / "E9999998.X01"), "--incomplete", "--bytes", wrong=True
    ),
    "results": _command("results", str(SAMPLES / "centre" / "R9999998.X01")),
    "results --to html": _command(
        "results", str(SAMPLES / "centre" / "R9999998.X01"), "--incomplete", "--to", "html"
    ),
    "show": _command("show", "--show-personal-data"),
    "show --long": _command("show", "--long"),
    "show --fields": _command("show", "--fields", "candidate_name,entries,fee,option_entry_code"),
    "show of messages": _command("show", "--show-personal-data", files=MESSAGES),
    "show --long of messages": _command("show", "--long", files=MESSAGES),
    "show of zips": _archive("show"),
    "layout": Call(_layout),
    "upgrade": _command("upgrade", "--to", "12", "--drop", "--output", TO),
    "upgrade, certain": _command("upgrade", "--to", "13", "--output", TO),
    "split": _command("split", "--to", TO, wrong=True),
    "split --incomplete": _command("split", "--to", TO, "--incomplete", wrong=True),
    "split of zips": _archive("split", "--to", TO, wrong=True),
    "sample": Call(_sample),
    "build": _command("build", *BUILD, "--to", TO, wrong=True, files=TABLES),
    "build --after": Call(_sent_before),
    **{
        f"export {to}": _command("export", "--to", to, "--output", f"{TO}{end}", "--incomplete")
        for to, end in (
            ("csv", ""),
            ("jsonl", ""),
            ("parquet", ""),
            ("sqlite", ".sqlite"),
            ("duckdb", ".duckdb"),
            ("xlsx", ".xlsx"),
        )
    },
    "export of whole files": _command("export", "--to", "csv", "--output", TO, "--origin"),
    "export of messages": _command("export", "--to", "csv", "--output", TO, files=MESSAGES),
    "export of messages to sqlite": _command(
        "export", "--to", "sqlite", "--output", f"{TO}.sqlite", files=MESSAGES
    ),
    "export of zips": _archive("export", "--to", "csv", "--output", TO, "--incomplete", wrong=True),
    "law": Call(lambda folder, name, data: _refusing(lambda: check_any(data))),
    "jcq.check": _call(lambda data, name: jcq.check(data, name=name, basedata=SETS)),
    "jcq.check of messages": _call(lambda data, name: jcq.check(data, name=name), MESSAGES),
    "jcq.check_files": Call(
        lambda folder, name, data: _refusing(
            lambda: list(jcq.check_files((folder / name).write_bytes(data) and folder / name))
        )
    ),
    "jcq.candidates": _call(_candidates),
    "jcq.apply_amendments": _call(
        lambda data, name: jcq.apply_amendments(SENT, [_file(data, name)], incomplete=True)
    ),
    "jcq.apply_amendments, certain": _call(
        lambda data, name: jcq.apply_amendments(SENT, _file(data, name))
    ),
    "jcq.results": _call(lambda data, name: list(jcq.results(_file(data, name), incomplete=True))),
    "jcq.results, certain": _call(lambda data, name: list(jcq.results(jcq.scan(data)))),
    "jcq.options_by_code": _call(lambda data, name: jcq.options_by_code(_file(data, name))),
    "jcq.diff": _call(
        lambda data, name: jcq.diff(
            RECORDS[name], _file(data, name), basedata=SETS, incomplete=True
        )
    ),
    "jcq.read_results": _call(
        lambda data, name: jcq.read_results(
            RECORDS["R9999998.X01"], data, basedata=SETS
        ).statistics()
    ),
    "jcq.split_centres": _call(lambda data, name: jcq.split_centres(_file(data, name))),
    "jcq.join_centres": _call(
        lambda data, name: jcq.join_centres(_file(data, name), incomplete=True)
    ),
    "jcq.join_centres, several": _call(
        lambda data, name: jcq.join_centres([jcq.read(RECORDS[name]), _file(data, name)])
    ),
    "jcq.new_file": _call(
        lambda data, name: jcq.new_file(
            _file(data, name).records, awarding_body="98", series="6G", year="26", version="14"
        )
    ),
    "jcq.write": _to_folder(_written),
    "jcq.upgrade": _call(lambda data, name: jcq.upgrade(_file(data, name), "13", drop=True)),
    "jcq.read_basedata": Call(_basedata),
    "jcq.read_message": _call(_message, MESSAGES),
    "jcq.scan_message": _call(_scanned, MESSAGES),
    "jcq.component_results": _call(lambda data, name: list(jcq.component_results(data)), MESSAGES),
    "jcq.to_arrow": _call(
        lambda data, name: jcq.to_arrow(data, f"{name[0]}5", issues=[], incomplete=True)
    ),
    "jcq.to_arrow of whole files": _call(
        lambda data, name: jcq.to_arrow(data, f"{name[0]}5", issues=[])
    ),
    "jcq.to_arrow of messages": _call(
        lambda data, name: jcq.to_arrow(data, "component_results", issues=[]), MESSAGES
    ),
    "jcq.scan_arrow": _call(lambda data, name: list(_arrow(data, name))),
    "jcq.to_polars": _call(lambda data, name: _frames(data, name, jcq.to_polars)),
    "jcq.to_pandas": _call(lambda data, name: _frames(data, name, jcq.to_pandas)),
    "names": _texts(
        lambda text: jcq.candidate_name(text, text[::-1]), jcq.split_name, jcq.FileName.parse
    ),
    "series": _texts(lambda text: jcq.version_in_force(text[:2], text[2:4]), jcq.load_version),
    "identifiers": _texts(
        *(
            act
            for module in (candidate_number, centre_number, uci, uln, upn)
            for act in (module.compact, module.validate, module.is_valid, module.fault)
        )
    ),
}


def run(call: str, seed: int) -> None:
    """One call on one spoilt file; raises where something comes out that should not."""
    act, files = CALLS[call]
    name, data = spoilt_zip(seed) if files is ZIPS else spoilt(seed, files)
    memory = os.fspath(MEMORY) if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        act(Path(folder), name, data)


def fuzz(times: int, first: int, calls: list[str]) -> int:
    """Runs each call so many times; the number of finds, which are printed."""
    found = 0
    for call in calls:
        began = time.monotonic()
        for seed in range(first, first + times):
            try:
                run(call, seed)
            except (Exception, SystemExit) as error:
                found += 1
                print(f"{call}, seed {seed}: {type(error).__name__}: {error}"[:300])
        print(f"{call}: {times:,} files in {time.monotonic() - began:,.0f} s", flush=True)
    return found


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(fuzz(int(given[0]), int(given[1]) if given[1:] else 0, given[2:] or list(CALLS)) > 0)
