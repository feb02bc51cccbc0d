"""`jcq build`: rows of a CSV file to a file of these formats, headers, counts and name included."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..core.errors import BuildError, JcqError, hint
from ..core.files import File
from ..core.formats import Format, load
from ..core.places import Place
from ..core.reading import read
from ..core.records import Record
from ..core.roles import record_at, text_or_blank
from ..core.writing import write
from ..exams.envelope import CENTRE_NUMBER
from ..exams.in_force import version_wanted
from ..exams.new_files import new_file
from ..exams.sequences import header_values
from ..report.summary import counted
from ..tables.columns import PREFIX, columns_of
from ..tables.exports.csv import original
from ..tables.unflattening import record_from
from . import UNREADABLE, WRONG_USAGE, complain
from .inputs import Inputs, add_version_argument


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = "The columns are those that `jcq export --to csv` writes."
    parser.add_argument("file", metavar="FILE.csv", help="UTF-8, with a header")
    parser.add_argument("--type", required=True, metavar="E", help="the data type, such as E")
    parser.add_argument("--awarding-body", required=True, metavar="70")
    parser.add_argument("--series", required=True, metavar="6G", help="two characters")
    parser.add_argument("--year", required=True, metavar="26", help="two digits")
    parser.add_argument("--to", default=".", metavar="DIR", help="where to write (default: here)")
    parser.add_argument(
        "--after",
        action="append",
        default=[],
        metavar="FILE",
        help="a file sent before for the same centre and series, again and again for more;"
        " entries become amendments",
    )
    parser.add_argument("--sequence-number", type=int, metavar="N", help="default: the next, or 1")
    parser.add_argument("--postcode", default="", help="of the centre")
    parser.add_argument("--language", default="_", help="of a broadcast file (default: _)")
    parser.add_argument("--software-package", default="", metavar="NAME", help="at most 7 letters")
    parser.add_argument("--software-version", default="", metavar="001")
    parser.add_argument("--force", action="store_true", help="replace files that are there")
    add_version_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Writes a file for each centre: 0; 1 where a row does not fit, 2 where a file is there
    already or no such file can be made, 3 where one cannot be read. Then nothing is written."""
    try:
        form = load(version_wanted(options.format_version, options.series, options.year))
        record = record_at(form, options.type.upper(), Place.DATA)
    except JcqError as error:
        print(f"jcq: {error}", file=sys.stderr)
        return WRONG_USAGE
    try:
        records, faults = _records(Path(options.file), record)
    except (JcqError, OSError, UnicodeDecodeError) as error:
        return complain(error)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print(f"nothing was written: {counted(len(faults), 'row')} to correct", file=sys.stderr)
        return 1
    inputs = Inputs(options.after)
    sent = []
    for source in inputs:
        with source.open() as stream:
            sent.append(read(stream, version=options.format_version, name=source.name))
    if inputs.unreadable:
        return UNREADABLE
    try:
        files = [
            new_file(block, **_about(options, form), after=_before(sent, block) or None)
            for block in records
        ]
    except JcqError as error:
        print(f"jcq: {error}", file=sys.stderr)
        return WRONG_USAGE
    paths = [Path(options.to, file.name) for file in files]
    for path in paths:
        if path.exists() and not options.force:
            print(f"jcq: {path} is there already: --force replaces it", file=sys.stderr)
            return WRONG_USAGE
    for file, path in zip(files, paths, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        write(file, path)
        print(f"{path}: {counted(len(file.records), 'data record')}")
    return 0


def _before(sent: list[File], block: list[Record]) -> list[File]:
    """What was sent before for the centre of a block; all of it where none is of that centre, so
    that a file of another one is told."""
    centre = text_or_blank(block[0], CENTRE_NUMBER)
    return [file for file in sent if header_values(file)[CENTRE_NUMBER] == centre] or sent


def _about(options: argparse.Namespace, form: Format) -> dict[str, Any]:
    return {
        "awarding_body": options.awarding_body,
        "series": options.series,
        "year": options.year,
        "sequence_number": options.sequence_number,
        "data_type": options.type.upper(),
        "centre_postcode": options.postcode,
        "language": options.language,
        "software_package": options.software_package,
        "software_version": options.software_version,
        "version": form.version,
    }


def _records(path: Path, record: type[Record]) -> tuple[list[list[Record]], list[str]]:
    """The records of each centre, in the order of the rows, and what is wrong with which row."""
    blocks: dict[str, list[Record]] = {}
    faults: list[str] = []
    for number, row in _rows(path, record):
        try:
            built = record_from(record, row)
        except BuildError as error:
            faults.append(f"{path}:{number}: {error}")
            continue
        blocks.setdefault(text_or_blank(built, CENTRE_NUMBER), []).append(built)
    if not blocks and not faults:
        raise BuildError(f"{path}: no rows")
    return list(blocks.values()), faults


def _needed(record: type[Record]) -> list[str]:
    """The columns that no row can do without."""
    return [
        column.name
        for column in columns_of(record)
        for reading in column.readings
        if not reading.when
        and not (f := reading.place.field).blank
        and not (f.blank_when or f.none or f.default)
    ]


def _rows(path: Path, record: type[Record]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows with their line numbers. Raises BuildError for columns too many or too few."""
    known = [column.name for column in columns_of(record)]
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream, restkey="", restval="")
        for name in reader.fieldnames or ():
            if name not in known and not name.startswith(PREFIX):
                raise BuildError(
                    f"{path}: {record.KEY} has no column {name!r}; {hint(name, known)}"
                )
        missing = [name for name in _needed(record) if name not in (reader.fieldnames or ())]
        if missing:
            raise BuildError(f"{path}: {record.KEY} needs the columns {', '.join(missing)} too")
        for row in reader:
            if "" in row:
                raise BuildError(f"{path}:{reader.line_num}: more cells than columns")
            cells = {k: original(cell) for k, cell in row.items() if not k.startswith(PREFIX)}
            yield reader.line_num, cells
