"""`jcq fees`: what the entries cost, by the fees of the basedata."""

from __future__ import annotations

import argparse
import textwrap
from collections import Counter
from collections.abc import Iterator

from ..exams.planning.fees import NO_OPTION, Fee, Fees, Total, fees, in_pounds
from ..report.text_table import text_table
from .entered import Rows, add_arguments_of_entries, lines_of_left_out, run_on_entries
from .inputs import terminal_width

UNKNOWN = "(unknown)"
CURE = ": jcq check names it"
NOTE = "Fees are those of the basedata, for entries in time."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = "Example: jcq fees E9999998.X01 A9999998.X02 --basedata basedata/"
    add_arguments_of_entries(parser)
    parser.add_argument(
        "--by",
        choices=("option", "candidate"),
        default="option",
        help="what the text lists (default: option); csv and json have every entry",
    )


def run(options: argparse.Namespace) -> int:
    """Shows or writes the fees: 0; 2 for wrong usage, 3 if something cannot be read."""
    return run_on_entries(
        options,
        lambda files, basedata, incomplete: fees(files, basedata, incomplete=incomplete),
        lambda found: _lines(found, options.by),
        _rows,
    )


def _lines(found: Fees, by: str) -> Iterator[str]:
    width = terminal_width()
    bodies = found.by(lambda fee: (fee.series.awarding_body, fee.centre_number))
    yield from _table(("body", "centre"), bodies, width)
    yield ""
    if by == "option":
        groups = found.by(lambda fee: (fee.series.awarding_body, _code(fee), fee.title))
        yield from _table(("body", "option", "title"), groups, width)
    else:
        groups = found.by(lambda fee: (fee.centre_number, fee.candidate_number))
        yield from _table(("centre", "candidate"), groups, width)
    yield ""
    reasons = Counter((_code(fee), fee.reason) for fee in found.unknown)
    for (code, reason), number in sorted(reasons.items()):
        yield f"{code}: {_entries(number)} without a fee: {reason}{CURE if code == UNKNOWN else ''}"
    yield from lines_of_left_out(found.left_out)
    total = found.total
    yield f"{_entries(total.entries)}, {in_pounds(total.pence)} pounds"
    yield from textwrap.wrap(NOTE, width)


def _code(fee: Fee) -> str:
    """The code of an option; that of an option which is not in the basedata may be any text."""
    return fee.option_entry_code if fee.reason != NO_OPTION else UNKNOWN


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"


def _table(
    head: tuple[str, ...], groups: dict[tuple[str, ...], Total], width: int
) -> Iterator[str]:
    columns = (*head, "entries", "without fee", "pounds")
    rows = [
        (*key, f"{one.entries:,}", f"{one.unknown:,}" if one.unknown else "", in_pounds(one.pence))
        for key, one in groups.items()
    ]
    yield from text_table(columns, rows, width, numbers=columns[len(head) :], shortened="title")


def _rows(found: Fees) -> Rows:
    return [
        {
            "awarding_body": fee.series.awarding_body,
            "series": fee.series.series,
            "year": fee.series.year,
            "centre_number": fee.centre_number,
            "candidate_number": fee.candidate_number,
            "option_entry_code": fee.option_entry_code,
            "option_title": fee.title,
            "fee_in_pence": fee.pence,
            "reason": fee.reason,
        }
        for fee in found.rows
    ]
