"""`jcq override`: replaces values of the files in a database by manual values."""  # Copied from generator/runtime/cli/override.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..core.errors import JcqError
from ..core.printable import counted
from ..exams.diff.differences import MASK, NOTHING
from . import WRONG_USAGE, refuse
from .printing import complain, say

if TYPE_CHECKING:
    from ..store.overriding import Override


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq override --database season.sqlite result candidate_number=0004"
        " option_result_code=7AR1 --set score=82 --reason 'review of marking'. Without a record,"
        " it lists the changes that count."
    )
    parser.add_argument(
        "record", nargs="?", metavar="RECORD", help="the type of record, such as result or R5"
    )
    parser.add_argument(
        "key",
        nargs="*",
        metavar="KEY=VALUE",
        help="the fields that identify the record, such as candidate_number=0004",
    )
    parser.add_argument(
        "--database", required=True, metavar="URL", help="the database that `jcq load` made"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="COLUMN=VALUE",
        help="the value that counts; without a value, the field is blank; may be repeated",
    )
    what.add_argument(
        "--withdraw",
        action="store_true",
        help="take the change back, so that the values of the files count again",
    )
    parser.add_argument("--show-personal-data", action="store_true", help="do not mask values")
    parser.add_argument(
        "--reason", default="", metavar="TEXT", help="why it was changed; kept with the change"
    )


def run(options: argparse.Namespace) -> int:
    """Makes, withdraws or lists manual changes. Returns 0; 2 for wrong usage, an impossible change
    or a missing library; 3 if the database cannot be used."""
    try:
        from ..store.database import Store
    except ImportError as error:
        complain(f"jcq: {error}")
        return WRONG_USAGE
    try:
        key = _pairs(options.key, "KEY=VALUE")
        values = _pairs(options.set, "--set COLUMN=VALUE", blank=True)
        if options.record and not (values or options.withdraw):
            raise JcqError("say what to change with --set COLUMN=VALUE, or --withdraw")
        if not options.record and (values or options.withdraw):
            raise JcqError("say which record: its name, such as result, and its key")
    except JcqError as error:
        complain(f"jcq: {error}")
        return WRONG_USAGE
    try:
        store = Store(options.database)
    except (JcqError, OSError) as error:
        return refuse(error)
    try:
        with store:
            if options.withdraw:
                made = [store.withdraw(options.record, key, reason=options.reason)]
            elif values:
                made = [store.override(options.record, key, values, reason=options.reason)]
            else:
                made = store.overrides()
    except JcqError as error:
        complain(f"jcq: {error}")
        return WRONG_USAGE
    except OSError as error:
        return refuse(error)
    for line in _lines(made, options.show_personal_data):
        say(line)
    if not options.record:
        say(f"{counted(len(made), 'record')} changed by hand")
    return 0


def _pairs(given: list[str], form: str, *, blank: bool = False) -> Mapping[str, str]:
    """Names with values, which may be empty if ``blank``. Raises JcqError for an argument of
    another form."""
    found = {}
    for word in given:
        name, equals, value = word.partition("=")
        if not (name and equals and (value or blank)):
            raise JcqError(f"{form} is needed, not {word!r}")
        found[name] = value
    return found


def _lines(made: list[Override], show_personal_data: bool) -> Iterator[str]:
    for one in made:
        hidden = frozenset() if show_personal_data else one.personal
        shown = {
            name: MASK * len(value or "") if name in hidden else value
            for name, value in one.values.items()
        }
        changed = ", ".join(f"{name} {value or NOTHING}" for name, value in shown.items())
        reason = f" ({one.reason})" if one.reason else ""
        said = changed or "the values of the files count again"
        yield f"{one.record} {one.about}: {said}{reason}"
