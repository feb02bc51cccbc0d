"""`make fuzz`, second half: every command and call of the package on spoilt files, each a given
number of times.

The only permitted failure is a clear refusal: no traceback, no undocumented exit code, no raw
control character. A failure is printed with its seed; `python -m tests.fuzz.calls 1 SEED CALL`
repeats it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import jcq_formats as jcq
from jcq_formats.identifiers import candidate_number, centre_number, uci, uln, upn

from tests.fuzz.acts import (
    BUILD,
    EXIT_CODES,
    OF_ENTRIES,
    OF_RESULTS,
    RESULTS,
    SENT,
    SETS,
    TO,
    WRONG,
    amended,
    arrow_batches,
    basedata_beside,
    beside_basedata,
    candidates,
    compared,
    file_of,
    frames,
    layout,
    loaded,
    merged,
    merged_rows,
    message,
    overridden,
    ran,
    refusing,
    sample,
    scanned_views,
    seasons,
    sent_before,
    settings_given,
    stored,
    wanted_rows,
    written,
)
from tests.fuzz.law import check_any
from tests.fuzz.spoiling import (
    CHANGES,
    MESSAGES,
    RECORDS,
    SAMPLES,
    SETTINGS,
    TABLES,
    TEXTS,
    WANTED,
    ZIPS,
    spoilt,
    spoilt_zip,
)

MEMORY = Path("/dev/shm")
"""A folder in memory, on systems that have one."""

Act = Callable[[Path, str, bytes], None]


class Call(NamedTuple):
    """A call with one spoilt file, and the files that this is made from."""

    act: Act
    files: dict[str, bytes] = RECORDS


def _command(
    name: str, *given: str, wrong: bool = False, files: dict[str, bytes] = RECORDS
) -> Call:
    """A command with one file; with ``wrong``, the file may make the usage wrong."""
    codes = (*EXIT_CODES, WRONG) if wrong else EXIT_CODES

    def act(folder: Path, called: str, data: bytes) -> None:
        (folder / called).write_bytes(data)
        options = [str(folder / option) if option.startswith(TO) else option for option in given]
        ran([name, str(folder / called), *options], codes)

    return Call(act, files)


def _call(act: Callable[[bytes, str], object], files: dict[str, bytes] = RECORDS) -> Call:
    return Call(lambda folder, name, data: refusing(lambda: act(data, name)), files)


def _texts(*acts: Callable[[str], object]) -> Call:
    """Calls with one text each."""

    def act(folder: Path, name: str, data: bytes) -> None:
        for one in acts:
            text = data.decode("utf-8", "replace")
            for part in (text, *text.split(" ")):
                refusing(lambda one=one, part=part: one(part))  # type: ignore[misc]

    return Call(act, TEXTS)


def _to_folder(write: Callable[[jcq.File, Path], object]) -> Call:
    return Call(
        lambda folder, name, data: refusing(lambda: write(file_of(data, name), folder / "out.X01"))
    )


def _archive(*given: str, wrong: bool = False) -> Call:
    return _command(*given, wrong=wrong, files=ZIPS)


CALLS: dict[str, Call] = {
    "check": _command("check"),
    "check --basedata": _command("check", "--basedata", str(SAMPLES / "basedata")),
    "check --format json": _command("check", "--format", "json"),
    "check --format html": _command("check", "--format", "html"),
    "check --output": _command("check", "--output", TO, "--quiet"),
    "check against spoilt basedata": Call(beside_basedata),
    "check --config": Call(settings_given, SETTINGS),
    "check of messages": _command("check", files=MESSAGES),
    "check of messages as json": _command("check", "--format", "json", files=MESSAGES),
    "check of zips": _archive("check"),
    "diff": _command("diff", str(SAMPLES / "centre" / "R9999998.X01"), wrong=True),
    "diff --incomplete": _command(
        "diff", str(SAMPLES / "centre" / "E9999998.X01"), "--incomplete", "--bytes", wrong=True
    ),
    "diff of results": _command(
        "diff", str(SAMPLES / "centre" / "R9999998.X01"), wrong=True, files=OF_RESULTS
    ),
    "diff of messages": Call(compared, MESSAGES),
    "amend": Call(amended, OF_ENTRIES),
    "amend --incomplete": Call(
        lambda folder, name, data: amended(folder, name, data, "--incomplete"), OF_ENTRIES
    ),
    "amend --wanted": Call(wanted_rows, WANTED),
    "merge": Call(merged, OF_RESULTS),
    "merge --incomplete": Call(
        lambda folder, name, data: merged(folder, name, data, "--incomplete"), OF_RESULTS
    ),
    "merge of rows": Call(merged_rows, CHANGES),
    "jcq.Store.load": Call(loaded, RECORDS | MESSAGES),
    "load": Call(stored, RECORDS | MESSAGES),
    "override": Call(overridden),
    "season": Call(seasons, RECORDS | MESSAGES),
    "results of messages": _command(
        "results", str(SAMPLES / "centre" / "R9999998.X01"), files=MESSAGES
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
    "layout": Call(layout),
    "upgrade": _command("upgrade", "--to", "12", "--drop", "--incomplete", "--output", TO),
    "upgrade, certain": _command("upgrade", "--to", "13", "--output", TO),
    "split": _command("split", "--to", TO, wrong=True),
    "split --incomplete": _command("split", "--to", TO, "--incomplete", wrong=True),
    "split of zips": _archive("split", "--to", TO, wrong=True),
    "fix": _command("fix", "--all", "--output", TO),
    "mask": _command("mask", "--to", TO, wrong=True),
    "mask of messages": _command("mask", "--to", TO, files=MESSAGES, wrong=True),
    "mask of zips": _archive("mask", "--to", TO, wrong=True),
    "retarget": _command("retarget", "--series", "1A", "--year", "27", "--to", TO, wrong=True),
    "sample": Call(sample),
    "build": _command("build", *BUILD, "--to", TO, wrong=True, files=TABLES),
    "build --after": Call(sent_before),
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
    "law": Call(lambda folder, name, data: refusing(lambda: check_any(data))),
    "jcq.check": _call(lambda data, name: jcq.check(data, name=name, basedata=SETS)),
    "jcq.check of messages": _call(lambda data, name: jcq.check(data, name=name), MESSAGES),
    "jcq.check_files": Call(
        lambda folder, name, data: refusing(
            lambda: list(jcq.check_files((folder / name).write_bytes(data) and folder / name))
        )
    ),
    "jcq.candidates": _call(candidates),
    "jcq.apply_amendments": _call(
        lambda data, name: jcq.apply_amendments(SENT, [file_of(data, name)], incomplete=True)
    ),
    "jcq.apply_amendments, certain": _call(
        lambda data, name: jcq.apply_amendments(SENT, file_of(data, name))
    ),
    "jcq.amendment": _call(
        lambda data, name: jcq.amendment([SENT, file_of(data, name)], jcq.candidates(SENT)),
        OF_ENTRIES,
    ),
    "jcq.amendment, wanted": _call(
        lambda data, name: jcq.amendment(SENT, file_of(data, name)), OF_ENTRIES
    ),
    "jcq.fix": _call(lambda data, name: jcq.fix(jcq.fix(file_of(data, name)).file)),
    "jcq.mask": _call(lambda data, name: jcq.mask(file_of(data, name)).to_bytes()),
    "jcq.mask of messages": _call(
        lambda data, name: jcq.mask(jcq.read_message(data)).to_bytes(), MESSAGES
    ),
    "jcq.retarget": _call(
        lambda data, name: jcq.retarget(file_of(data, name), series="1A", year="27"), OF_RESULTS
    ),
    "jcq.fees": _call(
        lambda data, name: jcq.fees(file_of(data, name), SETS, incomplete=True), OF_ENTRIES
    ),
    "jcq.deadlines": _call(
        lambda data, name: jcq.deadlines(file_of(data, name), SETS, incomplete=True), OF_ENTRIES
    ),
    "jcq.timetable": _call(
        lambda data, name: jcq.timetable(file_of(data, name), SETS, incomplete=True).clashes(100),
        OF_ENTRIES,
    ),
    "jcq.standing_entries": _call(
        lambda data, name: jcq.standing_entries([SENT, file_of(data, name)]), OF_ENTRIES
    ),
    "jcq.merge": _call(
        lambda data, name: jcq.merge(jcq.read(RESULTS), file_of(data, name), jcq.read(RESULTS)),
        OF_RESULTS,
    ),
    "jcq.new_file, after": _call(
        lambda data, name: jcq.new_file(
            SENT.records, after=file_of(data, name), awarding_body="98", series="6G", year="26"
        ),
        OF_ENTRIES,
    ),
    "jcq.results": _call(
        lambda data, name: list(jcq.results(file_of(data, name), incomplete=True))
    ),
    "jcq.results, certain": _call(lambda data, name: list(jcq.results(jcq.scan(data)))),
    "jcq.options_by_code": _call(lambda data, name: jcq.options_by_code(file_of(data, name))),
    "jcq.diff": _call(
        lambda data, name: jcq.diff(
            RECORDS[name], file_of(data, name), basedata=SETS, incomplete=True
        )
    ),
    "jcq.read_results": _call(
        lambda data, name: jcq.read_results(
            RECORDS["R9999998.X01"], data, basedata=SETS
        ).statistics()
    ),
    "jcq.split_centres": _call(lambda data, name: jcq.split_centres(file_of(data, name))),
    "jcq.join_centres": _call(
        lambda data, name: jcq.join_centres(file_of(data, name), incomplete=True)
    ),
    "jcq.join_centres, several": _call(
        lambda data, name: jcq.join_centres([jcq.read(RECORDS[name]), file_of(data, name)])
    ),
    "jcq.new_file": _call(
        lambda data, name: jcq.new_file(
            file_of(data, name).records, awarding_body="98", series="6G", year="26", version="14"
        )
    ),
    "jcq.write": _to_folder(written),
    "jcq.upgrade": _call(lambda data, name: jcq.upgrade(file_of(data, name), "13", drop=True)),
    "jcq.read_basedata": Call(basedata_beside),
    "jcq.read_message": _call(message, MESSAGES),
    "jcq.scan_message": _call(scanned_views, MESSAGES),
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
    "jcq.scan_arrow": _call(lambda data, name: list(arrow_batches(data, name))),
    "jcq.to_polars": _call(lambda data, name: frames(data, name, jcq.to_polars)),
    "jcq.to_pandas": _call(lambda data, name: frames(data, name, jcq.to_pandas)),
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
    """Runs one call on one spoilt file; raises if it fails in a way that is not permitted."""
    act, files = CALLS[call]
    name, data = spoilt_zip(seed) if files is ZIPS else spoilt(seed, files)
    memory = os.fspath(MEMORY) if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        act(Path(folder), name, data)


def fuzz(times: int, first: int, calls: list[str]) -> int:
    """Runs each call this many times; prints the failures and returns their number."""
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
