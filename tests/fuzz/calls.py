"""`make fuzz`, second half: every command and call of the package on spoilt files, a given number
of times each.

Nothing may come out but a clear refusal: no traceback, no exit code that is not documented, no raw
control character. A find is printed with its seed; `python -m tests.fuzz.calls 1 SEED CALL` repeats
it.
"""

from __future__ import annotations

import contextlib
import io
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import jcq_formats as jcq
from jcq_formats.cli import main

from tests.fuzz.law import check_any

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
FILES = {path.name: path.read_bytes() for path in sorted(SAMPLES.glob("*/*"))}
SETS = jcq.read_basedata(SAMPLES / "basedata")
RAW = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
EXIT_CODES = (0, 1, 3)
"""Clean, errors, unreadable; the commands are used as they should be."""
OF_COMMANDS = {"split": (*EXIT_CODES, 2), "diff": (*EXIT_CODES, 2)}
"""Where two blocks are of one centre, one file would overwrite the other; files of two kinds are
not compared."""
TO = "OUTPUT"


def spoilt(seed: int) -> tuple[str, bytes]:
    """The name of a file and bytes made out of the samples; the same seed gives the same."""
    chance = random.Random(seed)
    name = chance.choice(list(FILES))
    data = bytearray(FILES[name])
    for _ in range(chance.randrange(5)):
        at = chance.randrange(len(data) + 1)
        count = chance.choice((1, 1, 2, 7, 60, 300))
        match chance.randrange(6):
            case 0:
                data[at : at + 1] = chance.randbytes(1)
            case 1:
                data[at:at] = chance.randbytes(min(count, 9))
            case 2:
                del data[at : at + count]
            case 3:
                data[at:at] = data[at : at + count]
            case 4:
                data[at:at] = chance.choice(list(FILES.values()))[:count]
            case 5:
                data[at:at] = chance.choice((b"\x1b[31m", b"\xc3\x81", b"\0", b"\t", b"\x1a", b" "))
    return name, bytes(data)


def _refusing(act: Callable[[], object]) -> None:
    try:
        act()
    except jcq.JcqError as error:
        assert str(error)


def _printed(folder: Path, name: str, data: bytes, *command: str) -> None:
    (folder / name).write_bytes(data)
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        target = str(folder / TO)
        options = [target if option == TO else option for option in command[1:]]
        code = main([command[0], str(folder / name), *options])
    assert code in OF_COMMANDS.get(command[0], EXIT_CODES), (code, out.getvalue())
    assert RAW.search(out.getvalue()) is None, ascii(RAW.search(out.getvalue()))


def _command(*command: str) -> Callable[[Path, str, bytes], None]:
    return lambda folder, name, data: _printed(folder, name, data, *command)


def _call(act: Callable[[bytes, str], object]) -> Callable[[Path, str, bytes], None]:
    return lambda folder, name, data: _refusing(lambda: act(data, name))


def _file(data: bytes, name: str) -> jcq.File:
    return jcq.read(data, name=name)


def _basedata(folder: Path, name: str, data: bytes) -> None:
    for path in (SAMPLES / "basedata").iterdir():
        (folder / path.name).write_bytes(FILES[path.name])
    (folder / name).write_bytes(data)
    _refusing(lambda: jcq.read_basedata(folder))


CALLS: dict[str, Callable[[Path, str, bytes], None]] = {
    "check": _command("check"),
    "check --basedata": _command("check", "--basedata", str(SAMPLES / "basedata")),
    "check --format json": _command("check", "--format", "json"),
    "check --format html": _command("check", "--format", "html"),
    "diff": _command("diff", str(SAMPLES / "centre" / "R9999998.X01")),
    "diff --incomplete": _command(
        "diff", str(SAMPLES / "centre" / "E9999998.X01"), "--incomplete", "--bytes"
    ),
    "show": _command("show", "--show-personal-data"),
    "show --long": _command("show", "--long"),
    "upgrade": _command("upgrade", "--to", "12", "--drop", "--output", TO),
    "split": _command("split", "--to", TO),
    "export csv": _command("export", "--to", "csv", "--output", TO, "--incomplete"),
    "export jsonl": _command("export", "--to", "jsonl", "--output", TO, "--incomplete"),
    "law": lambda folder, name, data: _refusing(lambda: check_any(data)),
    "jcq.check": _call(lambda data, name: jcq.check(data, name=name, basedata=SETS)),
    "jcq.check_files": lambda folder, name, data: _refusing(
        lambda: list(jcq.check_files((folder / name).write_bytes(data) and folder / name))
    ),
    "jcq.apply_amendments": _call(
        lambda data, name: jcq.apply_amendments(
            jcq.read(FILES["E9999998.X01"]), [_file(data, name)], incomplete=True
        )
    ),
    "jcq.apply_amendments, certain": _call(
        lambda data, name: jcq.apply_amendments(jcq.read(FILES["E9999998.X01"]), _file(data, name))
    ),
    "jcq.results": _call(lambda data, name: list(jcq.results(_file(data, name), incomplete=True))),
    "jcq.results, certain": _call(lambda data, name: list(jcq.results(jcq.scan(data)))),
    "jcq.diff": _call(
        lambda data, name: jcq.diff(FILES[name], _file(data, name), basedata=SETS, incomplete=True)
    ),
    "jcq.split_centres": _call(lambda data, name: jcq.split_centres(_file(data, name))),
    "jcq.join_centres": _call(
        lambda data, name: jcq.join_centres(_file(data, name), incomplete=True)
    ),
    "jcq.join_centres, several": _call(
        lambda data, name: jcq.join_centres([jcq.read(FILES[name]), _file(data, name)])
    ),
    "jcq.new_file": _call(
        lambda data, name: jcq.new_file(
            _file(data, name).records, awarding_body="98", series="6G", year="26", version="14"
        )
    ),
    "jcq.upgrade": _call(lambda data, name: jcq.upgrade(_file(data, name), "13", drop=True)),
    "jcq.read_basedata": _basedata,
    "jcq.to_arrow": _call(
        lambda data, name: jcq.to_arrow(data, f"{name[0]}5", issues=[], incomplete=True)
    ),
    "jcq.to_arrow of whole files": _call(
        lambda data, name: jcq.to_arrow(data, f"{name[0]}5", issues=[])
    ),
}


def run(call: str, seed: int) -> None:
    """One call on one spoilt file; raises where something comes out that should not."""
    name, data = spoilt(seed)
    with tempfile.TemporaryDirectory() as folder:
        CALLS[call](Path(folder), name, data)


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
