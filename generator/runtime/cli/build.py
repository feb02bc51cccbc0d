"""`jcq build`: turns rows of a CSV file into an exam file with headers, counts and name."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ..checking.one_file import check
from ..core.errors import JcqError
from ..core.files import File
from ..core.formats import Format, load
from ..core.issues import Severity
from ..core.places import Place
from ..core.printable import counted
from ..core.records import Record
from ..core.roles import record_at, text_or_blank
from ..exams.certainty import refuse_uncertain
from ..exams.envelope import CENTRE_NUMBER
from ..exams.in_force import version_wanted
from ..exams.new_files import is_counted_with, new_file
from ..exams.sequences import header_values
from . import UNREADABLE, WRONG_USAGE, refuse
from .inputs import Inputs, add_incomplete_argument, add_version_argument
from .outputs import add_force_argument, places_of, put, refusal
from .printing import complain, say
from .rows import Row, rows_of

OPTIONS = {
    "awarding_body": "--awarding-body",
    "series": "--series",
    "year": "--year",
    "sequence_number": "--sequence-number",
    "centre_postcode": "--postcode",
    "language": "--language",
    "software_package": "--software-package",
    "software_version": "--software-version",
}
"""The options by the argument of `new_file`, which is also the name of the field."""

FIELD = re.compile(r"(?:[A-Z]\w*\.)?(\w+): ")
"""The beginning of a message about a field."""

LINES = re.compile(r"(?<=\bline )[0-9,]+")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq build entries.csv --type E --awarding-body 70 --series 6G --year 26. The"
        " columns are those that `jcq export --to csv` writes; `jcq layout E5` lists them."
    )
    parser.add_argument(
        "file",
        metavar="FILE.csv",
        help="a CSV file in UTF-8, with the names of the columns in its first line",
    )
    parser.add_argument(
        "--type",
        required=True,
        metavar="E",
        help="the type of file: E entries, F forecast grades, ...",
    )
    parser.add_argument(
        "--awarding-body", required=True, metavar="70", help="the code of the awarding body"
    )
    parser.add_argument(
        "--series",
        required=True,
        metavar="6G",
        help="the exam series as in file headers: the month, such as 6 for June, and a character of"
        " the awarding body's own",
    )
    parser.add_argument("--year", required=True, metavar="26", help="two or four digits")
    parser.add_argument("--to", default=".", metavar="DIR", help="where to write (default: here)")
    parser.add_argument(
        "--after",
        action="append",
        default=[],
        metavar="FILE",
        help="a file already sent for the same centre and series, which this one follows: entries"
        " become an amendment; may be repeated",
    )
    add_incomplete_argument(
        parser, "use the files of --after even if they are cut off or cannot be read reliably"
    )
    parser.add_argument(
        "--sequence-number", type=int, metavar="N", help="of the file (default: the next, or 1)"
    )
    parser.add_argument("--postcode", default="", help="the postcode of the centre")
    parser.add_argument(
        "--language",
        default="",
        help="the code of the language, for basedata only (default: English)",
    )
    parser.add_argument(
        "--software-package",
        default="",
        metavar="NAME",
        help="the program that made the file, in at most 7 characters",
    )
    parser.add_argument(
        "--software-version", default="", metavar="001", help="the version of that program"
    )
    add_force_argument(parser)
    add_version_argument(parser, "the one in force for the series and year")


def run(options: argparse.Namespace) -> int:
    """Writes a file for each centre: 0; 1 if a row does not fit or would be an error, 2 if a file
    exists already or none can be built, 3 if one is incomplete or cannot be read. Writes nothing in
    these cases.
    """
    try:
        form = load(version_wanted(options.format_version, options.series, options.year))
        record = record_at(form, options.type.upper(), Place.DATA)
    except JcqError as error:
        complain(f"jcq: {_by_option(str(error))}")
        return WRONG_USAGE
    try:
        rows, faults = rows_of(Path(options.file), record)
    except (JcqError, OSError) as error:
        return refuse(error)
    blocks: dict[str, list[Row]] = {}
    for row in rows:
        blocks.setdefault(text_or_blank(row.record, CENTRE_NUMBER), []).append(row)
    for fault in faults:
        complain(fault)
    if faults:
        complain(f"nothing was written: {counted(len(faults), 'mistake')} to correct")
        return 1
    inputs = Inputs(options.after)
    sources = list(inputs)
    try:
        sent = _sent(inputs, rows[0].record, options)
    except (JcqError, OSError) as error:
        return refuse(error)
    if inputs.unreadable:
        return UNREADABLE
    try:
        files = [
            new_file(
                [row.record for row in block],
                **_about(options, form),
                after=_before(sent, block[0].record) or None,
                incomplete=options.incomplete,
            )
            for block in blocks.values()
        ]
    except JcqError as error:
        complain(f"jcq: {_by_option(str(error))}")
        return WRONG_USAGE
    errors = 0
    for file, block in zip(files, blocks.values(), strict=True):
        for severity, said in _issues(Path(options.file), file, block):
            complain(said)
            errors += severity is Severity.ERROR
    if errors:
        complain(f"nothing was written: {counted(errors, 'error')} to correct")
        return 1
    targets = [Path(options.to, file.name) for file in files]
    reason = refusal(targets, [options.file, *places_of(sources)], force=options.force)
    if reason:
        complain(f"jcq: {reason}")
        return WRONG_USAGE
    for file, target in zip(files, targets, strict=True):
        put(file, target, force=options.force)
        say(f"{target}: {counted(len(file.records), 'data record')}")
    return 0


def _sent(inputs: Inputs, first: Record, options: argparse.Namespace) -> list[File]:
    """The files sent before; those in a folder or zip that do not count in the sequence are left
    out, and named. Raises JcqError for a file that is incomplete or cannot be read reliably, unless
    it is to be taken as it is."""
    found: list[File] = []
    for sources in inputs.found.values():
        for source in sources:
            file = source.read(options.format_version)
            if len(sources) > 1 and not is_counted_with(file, first):
                title = file.data_type.title.lower() if file.data_type is not None else "unknown"
                complain(f"{file.name}: {title}, not counted among the files sent before")
                continue
            if not options.incomplete:
                refuse_uncertain(file)
            found.append(file)
    return found


def _before(sent: list[File], first: Record) -> list[File]:
    """The files sent before for the centre of a record; all files if none is of that centre, so
    that a file of another centre is reported."""
    centre = text_or_blank(first, CENTRE_NUMBER)
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


def _issues(path: Path, file: File, rows: list[Row]) -> Iterator[tuple[Severity, str]]:
    """The issues of a built file, by the rows of its data records, in order."""
    numbers = iter(row.number for row in rows)
    lines = [next(numbers) if line.record.PLACE is Place.DATA else None for line in file.lines]
    for issue in check(file):
        number = lines[issue.line_number - 1] if issue.line_number else None
        where = f"{path}:{number}" if number is not None else file.name
        said = LINES.sub(partial(_of_rows, lines=lines), issue.message)
        yield issue.severity, f"{where}: {issue.severity} {issue.rule}: {said}"


def _of_rows(found: re.Match[str], lines: list[int | None]) -> str:
    """The number of a line in a message, as that of its row in the CSV file."""
    row = lines[int(found[0].replace(",", "")) - 1]
    return found[0] if row is None else f"{row:,}"


def _by_option(message: str) -> str:
    """A message about a field of the headers, with the option that gives the field."""
    found = FIELD.match(message)
    option = OPTIONS.get(found[1]) if found is not None else None
    return f"{option}: {message[found.end() :]}" if found is not None and option else message
