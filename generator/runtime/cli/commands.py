"""The commands, in the order of an exams officer's year, and what each does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

GROUPS: Mapping[str, Mapping[str, str]] = {
    "any file": {
        "show": "show what a file contains, and its first records as a table",
        "check": "find what is wrong with files",
        "layout": "show the fields of a record, with their positions",
        "fix": "set right what can be set right without a guess, in a new file",
        "mask": "make files with invented people out of real ones, to hand them on",
        "export": "convert records to CSV, JSON lines, Parquet, SQLite, DuckDB or Excel",
        "upgrade": "convert files to another version of the formats",
        "split": "split a file of several centres into one file for each",
    },
    "basedata": {
        "season": "list the files of an exam series: which of them count, and which are missing",
        "diff": "compare two files, folders or zips",
    },
    "entries, amendments, forecast grades": {
        "build": "make an exam file, such as entries, from a CSV file",
        "amend": "make amendments that change the entries already sent",
        "timetable": "list the sittings of candidates, the seats needed, and what clashes",
        "fees": "add up what entries cost, by the fees of the basedata",
        "deadlines": "list the days by which marks, grades or work are due",
    },
    "results": {
        "results": "show the results of candidates from all files, with statistics",
        "retarget": "make results files of another exam series",
    },
    "after results": {
        "merge": "make a new results file that keeps changes made by hand",
        "load": "put files into a database, which also keeps the earlier ones",
        "override": "change values in the database by hand; they stay when files are loaded later",
    },
    "for developers": {
        "sample": "make test data about invented people",
    },
}
"""The commands by what they are for."""

COMMANDS: Mapping[str, str] = {
    name: summary for group in GROUPS.values() for name, summary in group.items()
}

_WIDTH = 79
_INDENT = 4 + max(map(len, COMMANDS))


def overview() -> str:
    """The commands in groups, for a terminal of 80 columns."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    import textwrap

    for title, group in GROUPS.items():
        yield f"{title}:"
        for name, summary in group.items():
            begun = f"  {name}".ljust(_INDENT)
            yield textwrap.fill(
                summary, _WIDTH, initial_indent=begun, subsequent_indent=" " * _INDENT
            )
        yield ""
