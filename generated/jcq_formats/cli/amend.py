"""`jcq amend`: builds the amendments that turn the entries sent into the wanted ones, shows and
writes them."""  # Copied from generator/runtime/cli/amend.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Collection, Iterator
from pathlib import Path

from ..checking.one_file import check
from ..core.errors import BuildError, JcqError
from ..core.files import File
from ..core.issues import Severity
from ..core.masking import is_sound
from ..core.printable import counted
from ..core.reading import read
from ..core.records import Record
from ..core.roles import fields_by_role, record_of_role
from ..exams.amending import amendment, standing_entries
from ..exams.amendments import Change, change_between, refuse_elsewhere
from ..exams.basedata_sets import read_basedata
from ..exams.candidates import Candidate, candidates
from ..exams.entries import OptionEntry, entry_group
from ..exams.envelope import CENTRE_NUMBER
from ..exams.exam_series import exam_series_of
from ..exams.holding import letters_of
from ..exams.sequences import SENT_AFTER, SENT_FIRST, header_values
from ..report.text import issue_text
from ..tables.columns import columns_of, flattened
from ..tables.unflattening import record_from
from . import UNREADABLE, WRONG_USAGE, refuse
from .inputs import (
    Inputs,
    add_basedata_argument,
    add_incomplete_argument,
    add_version_argument,
    terminal_width,
)
from .outputs import add_force_argument, places_of, put, refusal
from .printing import ask, complain, say
from .rows import needed_columns, rows_of

FORM = "-"
"""In place of a file of late candidates: ask for one on the terminal."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq amend --sent sent/ --withdraw 0003 --change 0007:1MAF=1MAH --add 0012:1HI01"
    )
    parser.add_argument(
        "--sent",
        required=True,
        nargs="+",
        metavar="FILE",
        help="every file of entries and amendments sent for the series, in any order; or a"
        " folder, in which other files are left out",
    )
    wanted = parser.add_argument_group("changes to make")
    wanted.add_argument(
        "--wanted",
        metavar="FILE",
        help="all entries that there should be, as CSV with the columns of `jcq export` or as a"
        " file of entries; candidates who are not in it are withdrawn",
    )
    for option, form, text in (
        ("--withdraw", "0003", "withdraw a candidate from all options, or 0003:1MAF from one"),
        ("--change", "0007:1MAF=1MAH", "enter a candidate for another option"),
        ("--add", "0012:1HI01", "enter a candidate for one more option"),
    ):
        wanted.add_argument(option, action="append", default=[], metavar=form, help=text)
    wanted.add_argument(
        "--late",
        nargs="?",
        const=FORM,
        metavar="FILE.csv",
        help="late candidates, a row each; without a file, asks for one candidate",
    )
    add_basedata_argument(parser, "to check the options against")
    parser.add_argument("--to", default=".", metavar="DIR", help="where to write (default: here)")
    parser.add_argument("--yes", action="store_true", help="write without asking")
    parser.add_argument(
        "--show-personal-data",
        action="store_true",
        help="do not mask names, dates of birth and identifiers",
    )
    add_incomplete_argument(parser)
    add_force_argument(parser)
    add_version_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the amendments: 0, also if there is nothing to send; 1 if they would have an error, or
    the answer is no; 2 wrong usage, 3 if a file cannot be read. Writes nothing in these cases."""
    inputs = Inputs(options.sent)
    sources = list(inputs)
    if inputs.unreadable:
        return UNREADABLE
    try:
        sent = [
            file
            for source in sources
            if _is_sent(file := source.read(options.format_version))
            or [source] in inputs.found.values()
        ]
        standing = standing_entries(sent, incomplete=options.incomplete).candidates
    except (JcqError, OSError) as error:
        return refuse(error)
    try:
        wanted = _wanted(options, sent[0], standing)
        made = amendment(sent, wanted, incomplete=options.incomplete)
    except BuildError as error:
        complain(f"jcq: {error}")
        return WRONG_USAGE
    except (JcqError, OSError) as error:
        return refuse(error)
    if made is None:
        say("nothing to send: the entries already sent are as you want them")
        return 0
    for line in _shown(made, standing, options.show_personal_data):
        say(line)
    if not _is_sound(made, options.basedata):
        return 1
    target = Path(options.to, made.name)
    given = [name for name in (options.wanted, options.late) if name]
    reason = refusal([target], [*places_of(sources), *given], force=options.force)
    if reason:
        complain(f"jcq: {reason}")
        return WRONG_USAGE
    if not (options.yes or ask(f"Write {target}? [y/N] ").casefold() in ("y", "yes")):
        complain("nothing was written; --yes writes without asking")
        return 1
    put(made, target, force=options.force)
    say(f"{target}: {counted(len(made.records), 'data record')}")
    return 0


def _is_sent(file: File) -> bool:
    """Whether a file may be of entries or amendments. Others in a folder are left out."""
    letters = letters_of(file.format, SENT_FIRST, SENT_AFTER)
    return file.data_type is None or file.data_type.code in letters


def _wanted(options: argparse.Namespace, sent: File, standing: list[Candidate]) -> list[Candidate]:
    """The candidates as they should be in the end. Raises BuildError if that is not clear."""
    found = standing
    if options.wanted:
        found = _candidates_in(options.wanted, sent, incomplete=options.incomplete)
    by_number = {one.candidate_number: one for one in found}
    for words, edit in (
        (options.withdraw, _without),
        (options.change, _with_another),
        (options.add, _with_more),
    ):
        for word in words:
            number, _, said = word.partition(":")
            if number not in by_number:
                raise BuildError(f"{word}: {_not_there(number, by_number)}")
            entries = edit(list(by_number[number].entries), said, word)
            by_number[number] = by_number[number].replace(entries=entries)
    for late in _late(options.late, sent):
        number = late.candidate_number
        if number in by_number and by_number[number].entries:
            raise BuildError(f"candidate {number} is entered already: use --add")
        by_number[number] = late
    return list(by_number.values())


def _not_there(number: str, known: Collection[str]) -> str:
    """The message about a number that no candidate has."""
    same = [one for one in known if number and one.lstrip("0") == number.lstrip("0")]
    asked = f": did you mean {same[0]}?" if same else ""
    return f"no candidate {number or 'number'} in the files sent{asked}"


def _candidates_in(path: str, sent: File, *, incomplete: bool) -> list[Candidate]:
    """All candidates of a CSV file or a file of entries."""
    if Path(path).suffix.casefold() == ".csv":
        return candidates(_rows(Path(path), sent))
    file = read(path)
    found = candidates(file, incomplete=incomplete)
    refuse_elsewhere(file, sent)
    return found


def _without(entries: list[OptionEntry], said: str, word: str) -> list[OptionEntry]:
    if not said:
        return []
    del entries[_place_of(said, entries, word)]
    return entries


def _with_another(entries: list[OptionEntry], said: str, word: str) -> list[OptionEntry]:
    old, equals, new = said.partition("=")
    if not (old and equals and new):
        raise BuildError(f"{word}: NUMBER:OLD=NEW is needed, such as 0007:1MAF=1MAH")
    place = _place_of(old, entries, word)
    _refuse_entered(new, entries, word)
    entries[place] = entries[place]._replace(option_entry_code=new)
    return entries


def _with_more(entries: list[OptionEntry], said: str, word: str) -> list[OptionEntry]:
    if not said:
        raise BuildError(f"{word}: NUMBER:OPTION is needed, such as 0012:1HI01")
    _refuse_entered(said, entries, word)
    return [*entries, OptionEntry(said)]


def _place_of(code: str, entries: list[OptionEntry], word: str) -> int:
    codes = [entry.option_entry_code for entry in entries]
    if code not in codes:
        had = f"only for {', '.join(codes)}" if codes else "and has no entries"
        raise BuildError(f"{word}: the candidate is not entered for {code!r}, {had}")
    return codes.index(code)


def _refuse_entered(code: str, entries: list[OptionEntry], word: str) -> None:
    if code in [entry.option_entry_code for entry in entries]:
        raise BuildError(f"{word}: the candidate is entered for {code!r} already")


def _late(given: str | None, sent: File) -> list[Candidate]:
    """The candidates to add: those of a CSV file, or one asked for on the terminal."""
    if given is None:
        return []
    if given != FORM:
        return candidates(_rows(Path(given), sent))
    record = _record(sent)
    needed, row = needed_columns(record), _own(sent)
    found = entry_group(record)
    outer = flattened(found[0].name, "") if found is not None else None
    say("Details of the candidate to add. Leave blank what you do not know.")
    for column in columns_of(record):
        if column.name not in row and not (outer and column.name.startswith(outer)):
            hint = " (needed)" if column.name in needed else ""
            row[column.name] = ask(f"{column.name}{hint}: ")
    (late,) = candidates([record_from(record, row)])
    codes = ask("options, with spaces between them: ").split()
    return [late.replace(**{found[0].name: codes}) if found is not None else late]


def _rows(path: Path, sent: File) -> Iterator[Record]:
    """The records of a CSV file. Raises BuildError for a row that gives none."""
    rows, faults = rows_of(path, _record(sent), _own(sent))
    for fault in faults[:-1]:
        complain(fault)
    if faults:
        raise BuildError(faults[-1])
    return (row.record for row in rows)


def _record(sent: File) -> type[Record]:
    return record_of_role(sent.format, SENT_FIRST)[1]


def _own(sent: File) -> dict[str, str]:
    """The values of columns that the files sent provide."""
    centre = fields_by_role(_record(sent)).get(CENTRE_NUMBER)
    return {} if centre is None else {centre.name: header_values(sent)[CENTRE_NUMBER]}


def _shown(made: File, standing: list[Candidate], show_personal_data: bool) -> Iterator[str]:
    """The changes in the file, candidate by candidate, before and after."""
    centre = header_values(made)[CENTRE_NUMBER]
    yield f"{made.name}: amendments of centre {centre} for {exam_series_of(made)}"
    before_of = {one.key: one for one in standing}
    for after in candidates(made):
        before = before_of.get(after.key)
        change = change_between(before, after)
        if change is None:
            continue
        yield f"  {after.candidate_number}  {change.kind}"
        if before is not None:
            yield from _entries("before", before)
        yield from _entries("after", after)
        if before is not None and show_personal_data:
            yield from _particulars(before, after, change)
        elif change.fields:
            yield f"        other   {', '.join(change.fields)} (--show-personal-data shows them)"


def _entries(title: str, candidate: Candidate) -> Iterator[str]:
    codes = " ".join(entry.option_entry_code for entry in candidate.entries) or "no entries"
    if not all(map(is_sound, candidate.records)):
        codes = "not shown: the line does not fit its layout, so they may be part of a name"
    yield from textwrap.wrap(
        codes,
        terminal_width(),
        initial_indent=f"        {title:<6}  ",
        subsequent_indent=" " * 16,
    )


def _particulars(before: Candidate, after: Candidate, change: Change) -> Iterator[str]:
    for name in change.fields:
        old, new = (one.records[0].text(name).rstrip(" ") for one in (before, after))
        yield f"        {name}: {old!r} becomes {new!r}"


def _is_sound(made: File, basedata: list[str]) -> bool:
    """Whether the file has no errors; prints its issues."""
    errors = 0
    for issue in check(made, basedata=read_basedata(*basedata) if basedata else None):
        if issue.severity is not Severity.INFORMATION:
            for line in issue_text(issue, width=terminal_width()).split("\n"):
                complain(line)
            errors += issue.severity is Severity.ERROR
    if errors:
        complain(f"nothing was written: {counted(errors, 'error')} to correct")
    return not errors
