# Copied from generator/runtime/cli/check.py by `make generate`; edit that, not this.
"""`jcq check`: what is wrong with files, where, and what to do."""

from __future__ import annotations

import argparse
from collections import Counter

from ..core.checking import check, known_rules
from ..core.errors import JcqError
from ..core.formats import load, newest_version
from ..core.issues import Issue, Severity
from ..core.reading import read
from ..report.text import INDENT, issue_text, visible
from . import UNREADABLE
from .inputs import Inputs, add_file_arguments, terminal_width
from .progress import Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    add_file_arguments(parser)
    parser.add_argument(
        "--disable",
        action="extend",
        type=_rules,
        default=[],
        metavar="RULE",
        help="leave a rule out; may be repeated, or list several with commas",
    )
    parser.add_argument("--quiet", action="store_true", help="one line an issue, no more")


def _rules(given: str) -> list[str]:
    """Rules with commas between them."""
    try:
        return sorted(known_rules(given.split(","), load(newest_version())))
    except JcqError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def run(options: argparse.Namespace) -> int:
    """Checks the files: 0 clean or warnings, 1 errors, 3 where one cannot be read."""
    inputs = Inputs(options.files)
    totals: Counter[str] = Counter()
    explained: set[str] = set()
    with Progress() as progress:
        for source in inputs:
            progress.step(source.name)
            try:
                with source.open() as stream:
                    file = read(stream, version=options.format_version, name=source.name)
                issues = check(file, disable=options.disable, version=options.format_version)
            except (JcqError, OSError) as error:
                inputs.refuse(error)
                continue
            totals["files"] += 1
            totals["lines"] += len(file.lines)
            totals.update(issue.severity for issue in issues)
            progress.clear()
            for issue in issues:
                _print(issue, options, explained)
    _print_summary(totals, inputs)
    if inputs.unreadable:
        return UNREADABLE
    return 1 if totals[Severity.ERROR] else 0


def _print(issue: Issue, options: argparse.Namespace, explained: set[str]) -> None:
    if options.quiet:
        print(visible(str(issue)))
        return
    show = options.show_personal_data
    print(issue_text(issue, width=terminal_width(), show_personal_data=show))
    if issue.rule not in explained:
        explained.add(issue.rule)
        print(f"{INDENT}-> {load(newest_version()).rules[issue.rule].do}")


def _print_summary(totals: Counter[str], inputs: Inputs) -> None:
    found = ", ".join(
        _counted(totals[severity], severity) for severity in (Severity.ERROR, Severity.WARNING)
    )
    if totals[Severity.INFORMATION]:
        found += f", {totals[Severity.INFORMATION]} for information"
    print(f"{_counted(totals['files'], 'file')}, {_counted(totals['lines'], 'line')}: {found}")
    if inputs.unreadable:
        print(f"{_counted(inputs.unreadable, 'input')} could not be read")
    if inputs.left_out:
        names = visible(", ".join(inputs.left_out[:3]))
        more = ", ..." if len(inputs.left_out) > 3 else ""
        count = _counted(len(inputs.left_out), "file")
        print(f"{count} left out, by the name: {names}{more}")


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
